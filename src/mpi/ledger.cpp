// SPDX-License-Identifier: GPL-3.0-or-later
#include "mpi/ledger.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "ketascope/population/layout.hpp"

namespace ketascope::mpi {
namespace {

// A piece costs one message and one look at the scenario: not too small. While it is computed no
// checkpoint holds it: not too large.
constexpr std::uint64_t largest_piece = 64 * part_alignment;
// The first pieces are small, so that a run that ends soon has something in its checkpoint.
constexpr std::uint64_t pieces_of_least_size = 4;

}  // namespace

void Parts::merge(const Parts& other) {
  for (const auto& [population, part] : other.of) {
    of[population].merge(part);
  }
}

void Parts::save(std::vector<std::uint64_t>& to) const {
  for (const auto& [population, part] : of) {
    to.push_back(population);
    const std::size_t length = to.size();
    to.push_back(0);
    part.save(to);
    to[length] = to.size() - length - 1;
  }
}

bool Parts::restore(std::span<const std::uint64_t> from) {
  of.clear();
  while (!from.empty()) {
    if (from.size() < 2 || from[1] > from.size() - 2) {
      return false;
    }
    const auto numbers = from.subspan(2, static_cast<std::size_t>(from[1]));
    const auto [part, fresh] = of.try_emplace(from[0]);
    if (!fresh || !part->second.restore({numbers.begin(), numbers.end()})) {
      return false;
    }
    from = from.subspan(2 + numbers.size());
  }
  return true;
}

Ledger::Ledger(std::filesystem::path file, std::uint64_t fingerprint, const PopulationSpec& spec,
               std::uint64_t populations, int workers)
    : file_(std::move(file)),
      workers_(static_cast<std::uint64_t>(std::max(workers, 1))),
      each_(spec.count) {
  state_.fingerprint = fingerprint;
  state_.seed = spec.seed;
  state_.count = spec.count * populations;
  missing_ = missing_ranges(state_.count, {});
}

tl::expected<void, Diagnostics> Ledger::resume() {
  auto read = read_checkpoint(file_);
  if (!read) {
    return tl::unexpected(std::move(read.error()));
  }
  const std::lock_guard lock(lock_);
  Parts parts;
  if (read->fingerprint != state_.fingerprint || read->seed != state_.seed ||
      read->count != state_.count || !parts.restore(read->counts)) {
    return tl::unexpected(Diagnostics{
        {Severity::error,
         "checkpoint.other_run",
         fmt::format("'{}' belongs to another run: scenario, models, seed, number of patients or "
                     "program differ",
                     file_.string()),
         {},
         {},
         "start with the same files and options, or without --resume"}});
  }
  total_ = std::move(parts);
  state_.finished = joined(std::move(read->finished));
  missing_ = missing_ranges(state_.count, state_.finished);
  return {};
}

std::optional<PatientRange> Ledger::next() {
  const std::lock_guard lock(lock_);
  if (missing_.empty()) {
    return std::nullopt;
  }
  std::uint64_t left = 0;
  for (const PatientRange& range : missing_) {
    left += range.count;
  }
  std::uint64_t size = std::min(left / (4 * workers_), largest_piece);
  size = std::max(size - size % part_alignment, part_alignment);
  if (handed_out_++ < pieces_of_least_size * workers_) {
    size = part_alignment;
  }
  PatientRange& from = missing_.front();
  // Nobody's piece reaches into the next population.
  const PatientRange piece{from.first, std::min({size, from.count, each_ - from.first % each_})};
  from.first += piece.count;
  from.count -= piece.count;
  if (from.count == 0) {
    missing_.erase(missing_.begin());
  }
  return piece;
}

void Ledger::hand_in(const std::vector<PatientRange>& ranges, const Parts& parts) {
  const std::lock_guard lock(lock_);
  total_.merge(parts);
  state_.finished.insert(state_.finished.end(), ranges.begin(), ranges.end());
  state_.finished = joined(std::move(state_.finished));
  changed_ = true;
}

const PopulationPart& Ledger::total(std::uint64_t population) const {
  static const PopulationPart nobody;
  const auto found = total_.of.find(population);
  return found == total_.of.end() ? nobody : found->second;
}

std::uint64_t Ledger::finished() const {
  const std::lock_guard lock(lock_);
  std::uint64_t patients = 0;
  for (const PatientRange& range : state_.finished) {
    patients += range.count;
  }
  return patients;
}

tl::expected<void, Diagnostics> Ledger::save() {
  const std::lock_guard lock(lock_);
  if (!changed_) {
    return {};
  }
  state_.counts.clear();
  total_.save(state_.counts);
  auto written = write_checkpoint(file_, state_);
  state_.counts = {};
  changed_ = !written;
  return written;
}

}  // namespace ketascope::mpi
