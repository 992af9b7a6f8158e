// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/io/checkpoint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>

#include "ketascope/io/diagnostics.hpp"

namespace ketascope {
namespace {

constexpr std::string_view magic = "ketascope checkpoint\n\0\0\0";  // 24 bytes with the zeros
constexpr std::string_view start(magic.data(), 24);
constexpr std::uint64_t format_version = 2;

// Little-endian, whatever the machine.
void append(std::string& bytes, std::uint64_t number) {
  for (int shift = 0; shift < 64; shift += 8) {
    bytes.push_back(static_cast<char>((number >> shift) & 0xffu));
  }
}

std::uint64_t number_at(std::string_view bytes, std::size_t at) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    number |= std::uint64_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
  }
  return number;
}

std::uint64_t checksum(std::string_view bytes) {
  Fingerprint sum;
  sum.add(bytes);
  return sum.value();
}

tl::unexpected<Diagnostics> refuse(std::string code, const std::filesystem::path& path,
                                   std::string_view what, std::string hint = {}) {
  return tl::unexpected(Diagnostics{{Severity::error,
                                     std::move(code),
                                     fmt::format("'{}' {}", path.string(), what),
                                     {},
                                     {},
                                     std::move(hint)}});
}

}  // namespace

void Fingerprint::add(std::string_view bytes) {
  for (const char c : bytes) {
    value_ = (value_ ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  }
}

void Fingerprint::add(std::uint64_t number) {
  std::string bytes;
  append(bytes, number);
  add(bytes);
}

std::vector<PatientRange> joined(std::vector<PatientRange> ranges) {
  std::ranges::sort(ranges, {}, &PatientRange::first);
  std::vector<PatientRange> all;
  for (const PatientRange& range : ranges) {
    if (!all.empty() && all.back().first + all.back().count == range.first) {
      all.back().count += range.count;
    } else {
      all.push_back(range);
    }
  }
  return all;
}

std::vector<PatientRange> missing_ranges(std::uint64_t count, std::vector<PatientRange> finished) {
  std::vector<PatientRange> missing;
  std::uint64_t at = 0;
  for (const PatientRange& range : joined(std::move(finished))) {
    if (range.first > at) {
      missing.push_back({at, range.first - at});
    }
    at = range.first + range.count;
  }
  if (at < count) {
    missing.push_back({at, count - at});
  }
  return missing;
}

tl::expected<void, Diagnostics> write_checkpoint(const std::filesystem::path& path,
                                                 const Checkpoint& checkpoint) {
  std::string bytes(start);
  bytes.reserve(bytes.size() + 8 * (7 + 2 * checkpoint.finished.size() + checkpoint.counts.size()));
  append(bytes, format_version);
  append(bytes, checkpoint.fingerprint);
  append(bytes, checkpoint.seed);
  append(bytes, checkpoint.count);
  append(bytes, checkpoint.finished.size());
  append(bytes, checkpoint.counts.size());
  for (const PatientRange& range : checkpoint.finished) {
    append(bytes, range.first);
    append(bytes, range.count);
  }
  for (const std::uint64_t number : checkpoint.counts) {
    append(bytes, number);
  }
  append(bytes, checksum(bytes));
  return write_file(path, bytes);
}

tl::expected<Checkpoint, Diagnostics> read_checkpoint(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    return refuse("file.unreadable", path, "cannot be read");
  }
  const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const auto damaged = [&] {
    return refuse("checkpoint.damaged", path, "is no whole checkpoint",
                  "delete it and start without --resume");
  };
  constexpr std::size_t fixed = start.size() + 7 * 8;  // with the checksum
  if (bytes.size() < fixed || !bytes.starts_with(start) || bytes.size() % 8 != 0) {
    return damaged();
  }
  if (const std::uint64_t version = number_at(bytes, start.size()); version != format_version) {
    return refuse("checkpoint.version", path,
                  fmt::format("has version {}, this program reads {}", version, format_version));
  }
  const std::size_t end = bytes.size() - 8;
  if (number_at(bytes, end) != checksum(std::string_view(bytes).substr(0, end))) {
    return damaged();
  }
  Checkpoint checkpoint;
  std::size_t at = start.size() + 8;
  const auto next = [&] { return number_at(bytes, std::exchange(at, at + 8)); };
  checkpoint.fingerprint = next();
  checkpoint.seed = next();
  checkpoint.count = next();
  const std::uint64_t ranges = next(), numbers = next();
  const std::uint64_t there = (end - at) / 8;
  if (ranges > there / 2 || numbers != there - 2 * ranges) {
    return damaged();
  }
  for (std::uint64_t i = 0; i < ranges; ++i) {
    const std::uint64_t first = next();
    checkpoint.finished.push_back({first, next()});
  }
  checkpoint.counts.reserve(numbers);
  for (std::uint64_t i = 0; i < numbers; ++i) {
    checkpoint.counts.push_back(next());
  }
  return checkpoint;
}

}  // namespace ketascope
