// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace ketascope {

/// The place, counted from 1, of the smallest of `count` sorted values that at least the share `p`
/// of them do not exceed.
std::uint64_t quantile_rank(double p, std::uint64_t count);

/// A distribution in counts, so that neither the order of the values nor how they were shared out
/// changes a bit of it. Every power of two is divided into 2^bits equal bins; a value read back is
/// the middle of its bin and off by at most 2^-(bits + 1) of itself (bits = 9: 0.098 %). The sum is
/// kept as a whole number of 2^-60 units for the same reason.
class Sketch {
 public:
  explicit Sketch(int bits = 9) : bits_(bits) {}
  /// Bits for a relative error, 0.001 -> 9.
  static int bits_for(double relative_error);

  /// A value that is not finite is counted as missing.
  void add(double value) { add(std::span(&value, 1)); }
  void add(std::span<const double> values);
  void merge(const Sketch& other);

  std::uint64_t count() const { return count_; }
  std::uint64_t missing() const { return missing_; }
  std::uint64_t zeros() const { return zeros_; }
  double relative_error() const;
  /// Smallest value that at least the fraction p of all values does not exceed; NaN when empty.
  double quantile(double p) const;
  double mean() const;
  double minimum() const { return minimum_; }
  double maximum() const { return maximum_; }
  std::size_t bytes() const;

  /// As a flat list of numbers, for checkpoints; bit for bit.
  void save(std::vector<std::uint64_t>& to) const;
  /// Reads what save() wrote; returns the place after it, or 0 when the numbers make no sketch.
  std::size_t restore(const std::vector<std::uint64_t>& from, std::size_t at);

  bool operator==(const Sketch&) const = default;

 private:
  struct Bins {
    std::int64_t first = 0;
    std::vector<std::uint32_t> counts;
    void add(std::int64_t bin, std::uint32_t times);
    bool operator==(const Bins&) const = default;
  };
  std::int64_t bin_of(double magnitude) const;
  double middle_of(std::int64_t bin) const;

  int bits_;
  std::uint64_t count_ = 0, missing_ = 0, zeros_ = 0;
  double minimum_ = 0.0, maximum_ = 0.0;
  std::uint64_t sum_low_ = 0;  ///< sum in units of 2^-60, 128 bits, two's complement
  std::uint64_t sum_high_ = 0;
  Bins positive_, negative_;
};

}  // namespace ketascope
