// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <vector>

#include "ketascope/io/checkpoint.hpp"
#include "ketascope/population/population.hpp"

namespace ketascope::mpi {

/// Who has which patients, and what is counted of them so far. Rank 0 keeps it; any thread may use
/// it.
class Ledger {
 public:
  Ledger(std::filesystem::path file, std::uint64_t fingerprint, const PopulationSpec& spec,
         int workers);

  /// Goes on from what a checkpoint holds. Codes of read_checkpoint(), checkpoint.other_run.
  tl::expected<void, Diagnostics> resume();

  /// The next patients that nobody has; none when all are handed out. Small pieces first, so that
  /// there is soon something to save, then large ones, and small ones in the end, so that all
  /// workers end together.
  std::optional<PatientRange> next();
  void hand_in(const std::vector<PatientRange>& ranges, const PopulationPart& part);
  std::uint64_t finished() const;
  /// Writes the checkpoint when there is something new; the first time in any case.
  tl::expected<void, Diagnostics> save();

  const std::filesystem::path& file() const { return file_; }
  const PopulationPart& total() const { return total_; }

 private:
  mutable std::mutex lock_;
  std::filesystem::path file_;
  std::uint64_t workers_;
  Checkpoint state_;  ///< without its counts, which are in total_
  PopulationPart total_;
  std::vector<PatientRange> missing_;
  std::uint64_t handed_out_ = 0;
  bool changed_ = true;  ///< a checkpoint that holds nobody yet is one to resume from, too
};

}  // namespace ketascope::mpi
