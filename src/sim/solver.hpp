// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "ketascope/dosing/timeline.hpp"
#include "ketascope/model/model.hpp"
#include "ketascope/sim/result.hpp"
#include "ketascope/sim/scenario.hpp"

namespace ketascope {

/// Carries the states of one subject through time. Between two changes of parameters, input or
/// state the equations are smooth; every change is told to the solver, so no pulse is stepped over.
class Solver {
 public:
  explicit Solver(const Model& model);
  virtual ~Solver() = default;
  Solver(const Solver&) = delete;
  Solver& operator=(const Solver&) = delete;

  virtual std::string name() const = 0;

  /// Parameters from now on: individual inputs [parameters..., covariates..., DOSE].
  void use_set(std::span<const double> individual);

  using Visit = std::function<void(double time_h, std::span<const double> state)>;
  /// From from_h to to_h, showing the state at each of `times` (ascending, within (from_h, to_h]).
  virtual Status advance(double from_h, double to_h, std::span<const double> times,
                         const Visit& visit) = 0;
  /// The states of a steady state at time_h (absent compartments are 0); `cycles` counts the cycles
  /// that were needed, 0 for a closed form.
  virtual Status steady_state(const SteadyStateOp& ss, double time_h, std::vector<double>& state,
                              int& cycles) = 0;

  std::vector<double> state;  ///< amounts (mg or umol) and other states
  std::vector<double> input;  ///< amount/h into each compartment
  std::vector<char> off;      ///< switched off: stays 0, loses what comes in
  std::stop_token stop;

 protected:
  virtual void parameters_changed() = 0;
  /// States that nothing depends on (accumulators): left out of steady states.
  const std::vector<char>& terminal() const { return terminal_; }

  const Model& model_;
  std::span<const double> individual_;

 private:
  std::vector<char> terminal_;
};

std::unique_ptr<Solver> make_linear_solver(const Model& model);
/// `largest_dose` scales the absolute tolerance of amounts; `horizon_h` helps to choose the
/// stepper.
std::unique_ptr<Solver> make_ode_solver(const Model& model, const SolverOptions& options,
                                        double largest_dose, double horizon_h);

}  // namespace ketascope
