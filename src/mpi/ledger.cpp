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

Ledger::Ledger(std::filesystem::path file, std::uint64_t fingerprint, const PopulationSpec& spec,
               int workers)
    : file_(std::move(file)), workers_(static_cast<std::uint64_t>(std::max(workers, 1))) {
  state_.fingerprint = fingerprint;
  state_.seed = spec.seed;
  state_.count = spec.count;
  missing_ = missing_ranges(spec.count, {});
}

tl::expected<void, Diagnostics> Ledger::resume() {
  auto read = read_checkpoint(file_);
  if (!read) {
    return tl::unexpected(std::move(read.error()));
  }
  const std::lock_guard lock(lock_);
  PopulationPart part;
  if (read->fingerprint != state_.fingerprint || read->seed != state_.seed ||
      read->count != state_.count || !part.restore(read->counts)) {
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
  total_ = std::move(part);
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
  const PatientRange piece{from.first, std::min(size, from.count)};
  from.first += piece.count;
  from.count -= piece.count;
  if (from.count == 0) {
    missing_.erase(missing_.begin());
  }
  return piece;
}

void Ledger::hand_in(const std::vector<PatientRange>& ranges, const PopulationPart& part) {
  const std::lock_guard lock(lock_);
  total_.merge(part);
  state_.finished.insert(state_.finished.end(), ranges.begin(), ranges.end());
  state_.finished = joined(std::move(state_.finished));
  changed_ = true;
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
