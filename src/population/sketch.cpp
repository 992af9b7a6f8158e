// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/population/sketch.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace ketascope {
namespace {

__extension__ typedef __int128 Wide;
__extension__ typedef unsigned __int128 WideBits;

constexpr int unit_bits = 60;
constexpr double units = 0x1p60;
// Bins come in pages, so that a distribution that widens does not grow bin by bin.
constexpr std::int64_t page = 64;

std::int64_t page_start(std::int64_t bin) {
  return bin - (((bin % page) + page) % page);
}

/// A finite value as a whole number of units, towards zero: shifts of its mantissa. 2^60 is far
/// beyond any concentration; what is larger counts as that.
Wide in_units(double value) {
  const auto bits = std::bit_cast<std::uint64_t>(value);
  const int exponent = static_cast<int>((bits >> 52) & 0x7FF);
  if (exponent == 0)
    return 0;
  const std::uint64_t mantissa = (bits & ((std::uint64_t{1} << 52) - 1)) | (std::uint64_t{1} << 52);
  const int shift = exponent - 1023 - 52 + unit_bits;
  const Wide size = shift >= 68   ? Wide{1} << 120
                    : shift >= 0  ? static_cast<Wide>(mantissa) << shift
                    : shift > -64 ? static_cast<Wide>(mantissa >> -shift)
                                  : Wide{0};
  return value < 0.0 ? -size : size;
}

}  // namespace

std::uint64_t quantile_rank(double p, std::uint64_t count) {
  // A level such as 7 % is no binary number, and 0.07 * 100 is a little more than 7.
  constexpr double rounding = 4.0 * std::numeric_limits<double>::epsilon();
  const double wanted = std::clamp(p, 0.0, 1.0) * static_cast<double>(count) * (1.0 - rounding);
  return std::max<std::uint64_t>(static_cast<std::uint64_t>(std::ceil(wanted)), 1);
}

int Sketch::bits_for(double relative_error) {
  return std::clamp(static_cast<int>(std::ceil(-std::log2(relative_error))) - 1, 1, 20);
}

double Sketch::relative_error() const {
  return std::ldexp(1.0, -(bits_ + 1));
}

void Sketch::Bins::add(std::int64_t bin, std::uint32_t times) {
  if (counts.empty()) {
    first = page_start(bin);
    counts.assign(static_cast<std::size_t>(page), 0);
  } else if (bin < first) {
    const std::int64_t start = page_start(bin);
    counts.insert(counts.begin(), static_cast<std::size_t>(first - start), 0);
    first = start;
  } else if (bin >= first + static_cast<std::int64_t>(counts.size())) {
    counts.resize(static_cast<std::size_t>(page_start(bin) + page - first), 0);
  }
  counts[static_cast<std::size_t>(bin - first)] += times;
}

/// Exponent and leading bits of the mantissa are the number of the bin.
std::int64_t Sketch::bin_of(double magnitude) const {
  return static_cast<std::int64_t>(std::bit_cast<std::uint64_t>(magnitude) >> (52 - bits_));
}

double Sketch::middle_of(std::int64_t bin) const {
  const auto low = static_cast<std::uint64_t>(bin) << (52 - bits_);
  const std::uint64_t half = std::uint64_t{1} << (51 - bits_);
  return std::bit_cast<double>(low + half);
}

void Sketch::add(std::span<const double> values) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  double low = infinity, high = -infinity, least_positive = infinity;
  std::uint64_t finite = 0;
  for (const double value : values) {
    if (!std::isfinite(value))
      continue;
    ++finite;
    low = std::min(low, value);
    high = std::max(high, value);
    if (value > 0.0)
      least_positive = std::min(least_positive, value);
  }
  missing_ += values.size() - finite;
  if (finite == 0)
    return;
  minimum_ = count_ > 0 ? std::min(minimum_, low) : low;
  maximum_ = count_ > 0 ? std::max(maximum_, high) : high;
  count_ += finite;
  // The bins for both ends first: the others are between them.
  std::uint32_t* counts = nullptr;
  if (high > 0.0) {
    positive_.add(bin_of(least_positive), 0);
    positive_.add(bin_of(high), 0);
    counts = positive_.counts.data();
  }
  WideBits sum = (static_cast<WideBits>(sum_high_) << 64) | sum_low_;
  for (const double value : values) {
    if (!std::isfinite(value))
      continue;
    sum += static_cast<WideBits>(in_units(value));
    if (value > 0.0)
      ++counts[bin_of(value) - positive_.first];
    else if (value < 0.0)
      negative_.add(bin_of(-value), 1);
    else
      ++zeros_;
  }
  sum_low_ = static_cast<std::uint64_t>(sum);
  sum_high_ = static_cast<std::uint64_t>(sum >> 64);
}

void Sketch::merge(const Sketch& other) {
  if (other.count_ > 0) {
    minimum_ = count_ > 0 ? std::min(minimum_, other.minimum_) : other.minimum_;
    maximum_ = count_ > 0 ? std::max(maximum_, other.maximum_) : other.maximum_;
  }
  count_ += other.count_;
  missing_ += other.missing_;
  zeros_ += other.zeros_;
  const WideBits sum = ((static_cast<WideBits>(sum_high_) << 64) | sum_low_) +
                       ((static_cast<WideBits>(other.sum_high_) << 64) | other.sum_low_);
  sum_low_ = static_cast<std::uint64_t>(sum);
  sum_high_ = static_cast<std::uint64_t>(sum >> 64);
  const auto add_all = [](Bins& to, const Bins& from) {
    for (std::size_t i = 0; i < from.counts.size(); ++i)
      if (from.counts[i] != 0)
        to.add(from.first + static_cast<std::int64_t>(i), from.counts[i]);
  };
  add_all(positive_, other.positive_);
  add_all(negative_, other.negative_);
}

double Sketch::quantile(double p) const {
  if (count_ == 0)
    return std::numeric_limits<double>::quiet_NaN();
  const std::uint64_t rank = quantile_rank(p, count_);
  if (rank == count_)
    return maximum_;
  if (rank == 1)
    return minimum_;
  const auto inside = [&](double value) { return std::clamp(value, minimum_, maximum_); };
  std::uint64_t below = 0;
  for (std::size_t i = negative_.counts.size(); i-- > 0;) {
    below += negative_.counts[i];
    if (below >= rank)
      return inside(-middle_of(negative_.first + static_cast<std::int64_t>(i)));
  }
  below += zeros_;
  if (below >= rank)
    return 0.0;
  for (std::size_t i = 0; i < positive_.counts.size(); ++i) {
    below += positive_.counts[i];
    if (below >= rank)
      return inside(middle_of(positive_.first + static_cast<std::int64_t>(i)));
  }
  return maximum_;
}

double Sketch::mean() const {
  if (count_ == 0)
    return std::numeric_limits<double>::quiet_NaN();
  const auto sum = static_cast<Wide>((static_cast<WideBits>(sum_high_) << 64) | sum_low_);
  return static_cast<double>(sum) / units / static_cast<double>(count_);
}

std::size_t Sketch::bytes() const {
  return sizeof(Sketch) + 4 * (positive_.counts.capacity() + negative_.counts.capacity());
}

void Sketch::save(std::vector<std::uint64_t>& to) const {
  to.insert(to.end(), {static_cast<std::uint64_t>(bits_), count_, missing_, zeros_,
                       std::bit_cast<std::uint64_t>(minimum_),
                       std::bit_cast<std::uint64_t>(maximum_), sum_low_, sum_high_});
  for (const Bins* bins : {&positive_, &negative_}) {
    to.push_back(static_cast<std::uint64_t>(bins->first));
    to.push_back(bins->counts.size());
    to.insert(to.end(), bins->counts.begin(), bins->counts.end());
  }
}

std::size_t Sketch::restore(const std::vector<std::uint64_t>& from, std::size_t at) {
  if (from.size() < at + 8)
    return 0;
  bits_ = static_cast<int>(from[at]);
  count_ = from[at + 1];
  missing_ = from[at + 2];
  zeros_ = from[at + 3];
  minimum_ = std::bit_cast<double>(from[at + 4]);
  maximum_ = std::bit_cast<double>(from[at + 5]);
  sum_low_ = from[at + 6];
  sum_high_ = from[at + 7];
  at += 8;
  if (bits_ < 1 || bits_ > 20)
    return 0;
  for (Bins* bins : {&positive_, &negative_}) {
    if (from.size() < at + 2 || from[at + 1] > from.size() - at - 2)
      return 0;
    bins->first = static_cast<std::int64_t>(from[at]);
    bins->counts.clear();
    for (std::size_t i = 0; i < from[at + 1]; ++i)
      bins->counts.push_back(static_cast<std::uint32_t>(from[at + 2 + i]));
    at += 2 + bins->counts.size();
  }
  return at;
}

}  // namespace ketascope
