// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/diagnostic/diagnostic.hpp"

namespace ketascope {

/// Patients first ... first + count - 1 of a population, counted from its first.
struct PatientRange {
  std::uint64_t first = 0, count = 0;
  bool operator==(const PatientRange&) const = default;
};

/// Ascending, neighbours joined. Overlaps must not be.
std::vector<PatientRange> joined(std::vector<PatientRange> ranges);
/// What `finished` lacks of the patients 0 ... count - 1.
std::vector<PatientRange> missing_ranges(std::uint64_t count, std::vector<PatientRange> finished);

/// How far a long run has come: which patients are counted, and the counts.
struct Checkpoint {
  std::uint64_t fingerprint = 0;  ///< of everything that the result depends on
  std::uint64_t seed = 0, count = 0;
  std::vector<PatientRange> finished;
  std::vector<std::uint64_t> counts;  ///< PopulationPart::save()
  bool operator==(const Checkpoint&) const = default;
};

/// Numbers of a text, one after the other into one (FNV-1a, 64 bits).
class Fingerprint {
 public:
  void add(std::string_view bytes);
  void add(std::uint64_t number);
  std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 0xcbf29ce484222325u;
};

/// Through a temporary file: an interruption leaves the checkpoint before. Code file.unwritable.
tl::expected<void, Diagnostics> write_checkpoint(const std::filesystem::path& path,
                                                 const Checkpoint& checkpoint);
/// Codes file.unreadable, checkpoint.damaged (not a checkpoint, cut short, or a bit is not as it
/// was written), checkpoint.version.
tl::expected<Checkpoint, Diagnostics> read_checkpoint(const std::filesystem::path& path);

}  // namespace ketascope
