// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/diagnostic/diagnostic.hpp"

namespace ketascope {

/// Sum of squared residuals over x in a box.
struct LeastSquares {
  std::size_t residuals = 0;
  std::vector<double> low, high;  ///< of x
  int most_iterations = 50;
  double tolerance = 1e-7;  ///< of cost and x, relative
  /// Fills residuals, and the Jacobian (residuals x parameters, by rows) unless it is empty; false
  /// when it was stopped.
  std::function<bool(std::span<const double> x, std::span<double> residuals,
                     std::span<double> jacobian)>
      evaluate;
  std::function<bool(int iteration)> go_on;  ///< after every iteration
};

struct LeastSquaresEnd {
  std::string ending;  ///< in the words of the optimiser
  double first_cost = 0.0, cost = 0.0;
};

/// Levenberg-Marquardt from x, where it leaves the best that it found.
using MinimiseFunction = void (*)(const LeastSquares& problem, std::vector<double>& x,
                                  LeastSquaresEnd& end);
/// The optimiser, which is loaded when it is first wanted. Code fit.no_plugin.
tl::expected<MinimiseFunction, Diagnostics> least_squares_minimiser();

}  // namespace ketascope
