// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "ketascope/io/checkpoint.hpp"
#include "ketascope/population/population.hpp"

namespace ketascope::mpi {

/// Counts of several populations: of a scenario one, of a sweep one for every point. As numbers:
/// for each its place, how many numbers follow, and PopulationPart::save().
struct Parts {
  std::map<std::uint64_t, PopulationPart> of;

  void merge(const Parts& other);
  void save(std::vector<std::uint64_t>& to) const;
  /// False when the numbers do not fit.
  bool restore(std::span<const std::uint64_t> from);
};

/// Who has which patients, and what is counted of them so far. Rank 0 keeps it; any thread may use
/// it. The patients of several populations are numbered through: those of the second follow those
/// of the first.
class Ledger {
 public:
  Ledger(std::filesystem::path file, std::uint64_t fingerprint, const PopulationSpec& spec,
         std::uint64_t populations, int workers);

  /// Goes on from what a checkpoint holds. Codes of read_checkpoint(), checkpoint.other_run.
  tl::expected<void, Diagnostics> resume();

  /// The next patients that nobody has, of one population; none when all are handed out. Small
  /// pieces first, so that there is soon something to save, then large ones, and small ones in the
  /// end, so that all workers end together.
  std::optional<PatientRange> next();
  void hand_in(const std::vector<PatientRange>& ranges, const Parts& parts);
  std::uint64_t finished() const;
  /// Writes the checkpoint when there is something new; the first time in any case.
  tl::expected<void, Diagnostics> save();

  const std::filesystem::path& file() const { return file_; }
  /// Of all populations.
  std::uint64_t patients() const { return state_.count; }
  /// What is counted of a population; empty when nobody is.
  const PopulationPart& total(std::uint64_t population) const;

 private:
  mutable std::mutex lock_;
  std::filesystem::path file_;
  std::uint64_t workers_;
  std::uint64_t each_;  ///< patients of one population
  Checkpoint state_;    ///< without its counts, which are in total_
  Parts total_;
  std::vector<PatientRange> missing_;
  std::uint64_t handed_out_ = 0;
  bool changed_ = true;  ///< a checkpoint that holds nobody yet is one to resume from, too
};

}  // namespace ketascope::mpi
