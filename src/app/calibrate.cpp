// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/calibrate.hpp"

#include <fmt/format.h>

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

#include "app/least_squares.hpp"
#include "sim/parallel.hpp"

namespace ketascope {
namespace {

// Step of the numerical derivative, in ln(parameter): the runs are exact to about 1e-9.
constexpr double derivative_step = 1e-4;
// ln(predicted/observed) of a run that gave nothing: far, but finite, so that the search turns
// back.
constexpr double no_prediction = 5.0;

/// One number to fit: a row of an arm, or a ratio.
struct Target {
  std::size_t arm = 0, row = 0;  // row of an arm ...
  bool ratio = false;            // ... or `arm` counts ratios
  double observed = 0.0, sd = 0.0;
};

/// What one stage is fitted to, and how far a set of parameters is from it.
class StageProblem {
 public:
  StageProblem(const Studies& studies, const PlanStage& stage, const ParameterValues& others)
      : studies_(studies), stage_(stage), others_(others) {
    for (std::size_t a = 0; a < studies.arms.size(); ++a) {
      add_arm(a);
    }
    for (std::size_t r = 0; r < studies.ratios.size(); ++r) {
      const StudyRatio& ratio = studies.ratios[r];
      if (std::ranges::find(stage.ratios, ratio.plan.id) != stage.ratios.end() &&
          ratio.plan.observed) {
        units_.push_back({r, true});
        targets_.push_back({r, 0, true, *ratio.plan.observed, studies.plan.error});
      }
    }
    for (const PlanParameter& parameter : stage.parameters) {
      priors_ += parameter.prior_cv > 0.0 ? 1 : 0;
    }
  }

  std::size_t parameters() const { return stage_.parameters.size(); }
  std::size_t residuals() const { return targets_.size() + priors_; }
  const std::vector<Target>& targets() const { return targets_; }

  ParameterValues values(const double* logs) const {
    ParameterValues all = others_;
    for (std::size_t i = 0; i < parameters(); ++i) {
      const std::string& name = stage_.parameters[i].name;
      const int index = studies_.model->parameter_index(name);
      all[name] = {std::exp(logs[i]),
                   studies_.model->parameters[static_cast<std::size_t>(index)].unit_text};
    }
    return all;
  }

  /// Predictions of all targets under several sets of parameters, runs spread over threads.
  std::vector<std::vector<std::optional<double>>> predictions(
      const std::vector<std::vector<double>>& sets, int threads, std::stop_token stop) const {
    std::vector<std::vector<std::optional<double>>> all(
        sets.size(), std::vector<std::optional<double>>(targets_.size()));
    parallel_for(sets.size() * units_.size(), threads, [&](std::size_t job) {
      if (stop.stop_requested()) {
        return;
      }
      const std::size_t s = job / units_.size();
      const Unit& unit = units_[job % units_.size()];
      const ParameterValues given = values(sets[s].data());
      if (unit.ratio) {
        const auto value = predict(studies_.ratios[unit.index], given);
        for (std::size_t t = 0; t < targets_.size(); ++t) {
          if (targets_[t].ratio && targets_[t].arm == unit.index) {
            all[s][t] = value;
          }
        }
        return;
      }
      const auto rows = predict(studies_.arms[unit.index], given);
      for (std::size_t t = 0; t < targets_.size(); ++t) {
        if (!targets_[t].ratio && targets_[t].arm == unit.index) {
          all[s][t] = rows[targets_[t].row];
        }
      }
    });
    return all;
  }

  std::vector<double> residuals_of(const std::vector<std::optional<double>>& predicted,
                                   const std::vector<double>& logs) const {
    std::vector<double> out;
    for (std::size_t t = 0; t < targets_.size(); ++t) {
      const bool sound = predicted[t] && *predicted[t] > 0.0;
      const double error = sound ? std::log(*predicted[t] / targets_[t].observed) : no_prediction;
      out.push_back(error / targets_[t].sd);
    }
    for (std::size_t i = 0; i < parameters(); ++i) {
      const PlanParameter& parameter = stage_.parameters[i];
      if (parameter.prior_cv > 0.0) {
        out.push_back((logs[i] - std::log(parameter.start)) / parameter.prior_cv);
      }
    }
    return out;
  }

  std::string name_of(const Target& target) const {
    if (target.ratio) {
      return studies_.ratios[target.arm].plan.label;
    }
    const Observation& seen = studies_.arms[target.arm].rows[target.row].observation;
    return seen.time_min ? fmt::format("{} {} {} min", seen.analyte, seen.metric, *seen.time_min)
                         : fmt::format("{} {}", seen.analyte, seen.metric);
  }

 private:
  struct Unit {
    std::size_t index;
    bool ratio;
  };

  void add_arm(std::size_t a) {
    const StudyArm& arm = studies_.arms[a];
    if (std::ranges::find(stage_.arms, arm.plan.id) == stage_.arms.end()) {
      return;
    }
    bool any = false;
    for (std::size_t r = 0; r < arm.rows.size(); ++r) {
      const StudyRow& row = arm.rows[r];
      const std::string& metric = row.observation.metric;
      if (!row.scored || std::ranges::find(stage_.metrics, metric) == stage_.metrics.end()) {
        continue;
      }
      const double observed = row.observation.value.value;
      const bool late_metabolite =
          row.analyte == "hydroxynorketamine" || row.analyte == "dehydronorketamine";
      double sd = late_metabolite ? studies_.plan.metabolite_error : studies_.plan.error;
      if (arm.plan.reading_step && metric == "conc_at" &&
          arm.plan.reading_step->unit == row.observation.value.unit) {
        sd = std::hypot(sd, arm.plan.reading_step->value / observed);
      }
      targets_.push_back({a, r, false, observed, sd});
      any = true;
    }
    if (any) {
      units_.push_back({a, false});
    }
  }

  const Studies& studies_;
  const PlanStage& stage_;
  const ParameterValues& others_;
  std::vector<Target> targets_;
  std::vector<Unit> units_;
  std::size_t priors_ = 0;
};

/// Residuals at `here` and, where `jacobian` has room, their derivatives by central differences,
/// all runs at once. False when the run was stopped.
bool misfit(const StageProblem& problem, const RunControl& control, std::span<const double> here,
            std::span<double> residuals, std::span<double> jacobian) {
  const std::size_t n = problem.parameters();
  std::vector<std::vector<double>> sets{{here.begin(), here.end()}};
  for (std::size_t i = 0; !jacobian.empty() && i < n; ++i) {
    for (const double step : {derivative_step, -derivative_step}) {
      sets.push_back(sets.front());
      sets.back()[i] += step;
    }
  }
  const auto predicted = problem.predictions(sets, control.threads, control.stop);
  if (control.stop.stop_requested()) {
    return false;
  }
  const std::vector<double> at_here = problem.residuals_of(predicted[0], sets[0]);
  std::ranges::copy(at_here, residuals.begin());
  for (std::size_t i = 0; !jacobian.empty() && i < n; ++i) {
    const auto up = problem.residuals_of(predicted[2 * i + 1], sets[2 * i + 1]);
    const auto down = problem.residuals_of(predicted[2 * i + 2], sets[2 * i + 2]);
    for (std::size_t r = 0; r < at_here.size(); ++r) {
      jacobian[r * n + i] = (up[r] - down[r]) / (2.0 * derivative_step);
    }
  }
  return true;
}

/// Standard errors of ln(p) and their correlations from the curvature at the end, scaled by what
/// the data scatter; parameters at a bound are held.
void add_uncertainty(const StageProblem& problem, const std::vector<double>& logs,
                     const RunControl& control, const std::vector<bool>& held, FittedStage& stage,
                     std::vector<double>& log_errors) {
  const std::size_t n = problem.parameters(), m = problem.residuals();
  std::vector<double> residuals(m), jacobian(m * n);
  log_errors.assign(n, 0.0);
  stage.correlation.assign(n * n, 0.0);
  if (!misfit(problem, control, logs, residuals, jacobian)) {
    return;
  }
  std::vector<std::size_t> free;
  for (std::size_t i = 0; i < n; ++i) {
    if (!held[i]) {
      free.push_back(i);
    }
  }
  const auto k = static_cast<Eigen::Index>(free.size());
  Eigen::MatrixXd J(static_cast<Eigen::Index>(m), k);
  double squares = 0.0;
  for (std::size_t r = 0; r < m; ++r) {
    squares += residuals[r] * residuals[r];
    for (Eigen::Index j = 0; j < k; ++j) {
      J(static_cast<Eigen::Index>(r), j) = jacobian[r * n + free[static_cast<std::size_t>(j)]];
    }
  }
  const double freedom = static_cast<double>(m) - static_cast<double>(free.size());
  const double scatter = freedom > 0.0 ? std::max(squares / freedom, 1.0) : 1.0;
  const Eigen::MatrixXd covariance =
      scatter * (J.transpose() * J).completeOrthogonalDecomposition().pseudoInverse();
  for (Eigen::Index i = 0; i < k; ++i) {
    const std::size_t row = free[static_cast<std::size_t>(i)];
    log_errors[row] = std::sqrt(std::max(0.0, covariance(i, i)));
    for (Eigen::Index j = 0; j < k; ++j) {
      const double size = std::sqrt(covariance(i, i) * covariance(j, j));
      stage.correlation[row * n + free[static_cast<std::size_t>(j)]] =
          size > 0.0 ? covariance(i, j) / size : 0.0;
    }
  }
}

class Calibrator {
 public:
  Calibrator(const Studies& studies, const CalibrationOptions& options, const RunControl& control,
             MinimiseFunction minimise)
      : studies_(studies), options_(options), control_(control), minimise_(minimise) {
    out_.model = studies.model->id;
    for (const PlanStage& stage : studies.plan.stages) {
      const bool wanted = options.stages.empty() ||
                          std::ranges::find(options.stages, stage.id) != options.stages.end();
      if (!wanted) {
        continue;
      }
      stages_.push_back(&stage);
      for (const PlanParameter& parameter : stage.parameters) {
        const auto i = static_cast<std::size_t>(studies.model->parameter_index(parameter.name));
        values_[parameter.name] = {parameter.start, studies.model->parameters[i].unit_text};
      }
    }
  }

  Calibration run() {
    const double parts = static_cast<double>(stages_.size()) * options_.rounds;
    double done = 0.0;
    for (int round = 0; round < options_.rounds && !out_.stopped; ++round) {
      const bool last = round + 1 == options_.rounds;
      for (const PlanStage* stage : stages_) {
        fit(*stage, done / parts, 1.0 / parts, last);
        done += 1.0;
        if (control_.stop.stop_requested()) {
          out_.stopped = true;
          break;
        }
      }
      out_.rounds = round + 1;
    }
    if (control_.progress) {
      control_.progress(1.0);
    }
    return std::move(out_);
  }

 private:
  void fit(const PlanStage& stage, double done, double part, bool last) {
    StageProblem problem(studies_, stage, values_);
    const std::size_t n = problem.parameters();
    std::vector<double> logs;
    for (const PlanParameter& parameter : stage.parameters) {
      logs.push_back(std::log(values_.at(parameter.name).value));
    }
    LeastSquares least_squares;
    least_squares.residuals = problem.residuals();
    for (const PlanParameter& parameter : stage.parameters) {
      least_squares.low.push_back(std::log(parameter.low));
      least_squares.high.push_back(std::log(parameter.high));
    }
    least_squares.most_iterations = options_.most_iterations;
    least_squares.evaluate = [&](auto x, auto residuals, auto jacobian) {
      return misfit(problem, control_, x, residuals, jacobian);
    };
    least_squares.go_on = [&](int iteration) {
      if (control_.progress) {
        control_.progress(done + part * std::min(1.0, 1.0 * iteration / options_.most_iterations));
      }
      return !control_.stop.stop_requested();
    };
    LeastSquaresEnd end;
    minimise_(least_squares, logs, end);
    for (std::size_t i = 0; i < n; ++i) {
      values_.at(stage.parameters[i].name).value = std::exp(logs[i]);
    }
    if (last || control_.stop.stop_requested()) {
      report(stage, problem, logs, end);
    }
  }

  void report(const PlanStage& stage, const StageProblem& problem, const std::vector<double>& logs,
              const LeastSquaresEnd& end) {
    FittedStage fitted;
    fitted.id = stage.id;
    fitted.why = stage.why;
    fitted.ending = end.ending;
    fitted.first_cost = end.first_cost;
    fitted.cost = end.cost;
    fitted.rows = problem.targets().size();
    std::vector<bool> held;
    for (std::size_t i = 0; i < logs.size(); ++i) {
      const PlanParameter& parameter = stage.parameters[i];
      constexpr double near = 1e-3;
      held.push_back(logs[i] < std::log(parameter.low) + near ||
                     logs[i] > std::log(parameter.high) - near);
      fitted.parameters.push_back(parameter.name);
    }
    std::vector<double> log_errors;
    add_uncertainty(problem, logs, control_, held, fitted, log_errors);
    for (std::size_t i = 0; i < logs.size(); ++i) {
      const PlanParameter& parameter = stage.parameters[i];
      FittedParameter value{parameter.name,
                            values_.at(parameter.name).unit,
                            stage.id,
                            parameter.start,
                            std::exp(logs[i]),
                            parameter.low,
                            parameter.high,
                            {},
                            held[i]};
      if (!held[i]) {
        value.standard_error = value.value * log_errors[i];
      }
      out_.parameters.push_back(std::move(value));
    }
    const auto predicted = problem.predictions({logs}, control_.threads, {});
    for (std::size_t t = 0; t < problem.targets().size(); ++t) {
      const Target& target = problem.targets()[t];
      const std::string unit =
          target.ratio ? "1" : studies_.arms[target.arm].rows[target.row].observation.value.unit;
      const std::string id =
          target.ratio ? studies_.ratios[target.arm].plan.id : studies_.arms[target.arm].plan.id;
      out_.rows.push_back({stage.id, id, problem.name_of(target), unit, target.observed,
                           predicted[0][t].value_or(0.0), target.sd});
    }
    out_.stages.push_back(std::move(fitted));
  }

  const Studies& studies_;
  const CalibrationOptions& options_;
  const RunControl& control_;
  MinimiseFunction minimise_;
  std::vector<const PlanStage*> stages_;
  ParameterValues values_;
  Calibration out_;
};

}  // namespace

tl::expected<Calibration, Diagnostics> calibrate(const Studies& studies,
                                                 const CalibrationOptions& options,
                                                 const RunControl& control) {
  for (const std::string& id : options.stages) {
    const bool known = std::ranges::any_of(studies.plan.stages,
                                           [&](const PlanStage& stage) { return stage.id == id; });
    if (!known) {
      std::vector<std::string> ids;
      for (const PlanStage& stage : studies.plan.stages) {
        ids.push_back(stage.id);
      }
      return tl::unexpected(Diagnostics{{Severity::error,
                                         "calibrate.stage",
                                         fmt::format("there is no stage '{}'", id),
                                         {},
                                         {},
                                         fmt::format("stages: {}", fmt::join(ids, ", "))}});
    }
  }
  const auto minimise = least_squares_minimiser();
  if (!minimise) {
    return tl::unexpected(minimise.error());
  }
  return Calibrator(studies, options, control, *minimise).run();
}

}  // namespace ketascope
