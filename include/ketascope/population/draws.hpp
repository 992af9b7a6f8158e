// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace ketascope {

/// A number that stands for the name of a random variable ("eta:CL", "covariate:WT").
std::uint64_t variable_key(std::string_view name);

/// Random numbers that depend on nothing but who asks: Philox 4x32-10 (Salmon et al. 2011,
/// 10.1145/2063384.2063405) with the seed as key and (subject, variable) as counter. The same
/// patient comes out whatever the order, the number of threads or the number of patients.
class Draws {
 public:
  explicit Draws(std::uint64_t seed) : seed_(seed) {}

  /// In (0, 1), never an end point.
  double uniform(std::uint64_t subject, std::uint64_t variable) const;
  /// Standard normal, by the inverse of its distribution.
  double normal(std::uint64_t subject, std::uint64_t variable) const;

 private:
  std::uint64_t seed_;
};

/// The value that a standard normal is below with probability p in (0, 1).
double normal_quantile(double p);

}  // namespace ketascope
