// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/bench/problem.hpp"
#include "app/bench/runner.hpp"
#include "ketascope/sim/simulate.hpp"

namespace ketascope::bench {

/// [output][row] of one subject.
using Course = std::vector<std::vector<double>>;

/// One subject of a linear problem in 80-bit arithmetic: the exponential of every stretch, by
/// scaling and squaring, with the input as one more state. Stretches of equal length share it.
Course linear_reference(const Problem& problem, std::size_t subject);

/// References of the subjects whose error is measured, found once per problem on all cores.
class References {
 public:
  /// Largest |y - ref| / max(|ref|, 0.001 peak) of the first 200 subjects (non-linear: 100), all
  /// rows and outputs. Nothing when it was stopped.
  std::optional<double> error_of(const Problem& problem, const Curves& out,
                                 const RunControl& control);

 private:
  std::map<std::string, std::vector<Course>> known_;
};

}  // namespace ketascope::bench
