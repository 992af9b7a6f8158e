// SPDX-License-Identifier: GPL-3.0-or-later
#include <ceres/ceres.h>

#include "app/least_squares.hpp"

namespace ketascope {
namespace {

class Residuals final : public ceres::CostFunction {
 public:
  explicit Residuals(const LeastSquares& problem) : problem_(problem) {
    set_num_residuals(static_cast<int>(problem.residuals));
    mutable_parameter_block_sizes()->push_back(static_cast<int>(problem.low.size()));
  }

  bool Evaluate(const double* const* parameters, double* residuals,
                double** jacobians) const override {
    const std::size_t n = problem_.low.size();
    const bool wanted = jacobians != nullptr && jacobians[0] != nullptr;
    return problem_.evaluate(
        {parameters[0], n}, {residuals, problem_.residuals},
        wanted ? std::span<double>(jacobians[0], problem_.residuals * n) : std::span<double>());
  }

 private:
  const LeastSquares& problem_;
};

class Watch final : public ceres::IterationCallback {
 public:
  explicit Watch(const LeastSquares& problem) : problem_(problem) {}
  ceres::CallbackReturnType operator()(const ceres::IterationSummary& summary) override {
    return problem_.go_on(summary.iteration) ? ceres::SOLVER_CONTINUE : ceres::SOLVER_ABORT;
  }

 private:
  const LeastSquares& problem_;
};

}  // namespace
}  // namespace ketascope

extern "C" __attribute__((visibility("default"))) void ketascope_minimise(
    const ketascope::LeastSquares& problem, std::vector<double>& x,
    ketascope::LeastSquaresEnd& end) {
  ceres::Problem least_squares;
  least_squares.AddResidualBlock(new ketascope::Residuals(problem), nullptr, x.data());
  for (std::size_t i = 0; i < x.size(); ++i) {
    least_squares.SetParameterLowerBound(x.data(), static_cast<int>(i), problem.low[i]);
    least_squares.SetParameterUpperBound(x.data(), static_cast<int>(i), problem.high[i]);
  }
  ceres::Solver::Options options;
  options.linear_solver_type = ceres::DENSE_QR;
  options.logging_type = ceres::SILENT;
  options.max_num_iterations = problem.most_iterations;
  options.function_tolerance = problem.tolerance;
  options.parameter_tolerance = problem.tolerance;
  options.update_state_every_iteration = true;
  ketascope::Watch watch(problem);
  options.callbacks.push_back(&watch);
  ceres::Solver::Summary summary;
  ceres::Solve(options, &least_squares, &summary);
  end.ending = ceres::TerminationTypeToString(summary.termination_type);
  end.first_cost = summary.initial_cost;
  end.cost = summary.final_cost;
}
