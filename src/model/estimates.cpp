// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "ketascope/diagnostic/suggest.hpp"
#include "ketascope/units/number.hpp"
#include "model/context.hpp"

namespace ketascope::model_detail {

namespace {

using Scale = Parameter::EstimateScale;

bool is_fraction(const Parameter& parameter) {
  return parameter.unit.dimension.is_dimensionless() && parameter.value > 0.0 &&
         parameter.value < 1.0;
}

/// The scale that the file states, else the logit of what can only be a fraction: a parameter with
/// a logit effect, or one that is the F of a compartment.
void choose_scales(Context& context) {
  for (std::size_t i = 0; i < context.model.parameters.size(); ++i) {
    Parameter& parameter = context.model.parameters[i];
    const ParameterSpec& spec = context.spec.parameters[i];
    const std::string owner = fmt::format("parameter '{}'", parameter.name);
    if (!context.one_of(spec.estimate, {"", "lognormal", "logit", "normal"}, "estimate", owner,
                        spec.at))
      continue;
    const bool logit_effect =
        std::ranges::any_of(context.model.random_effects, [&](const RandomEffect& effect) {
          return effect.parameter == static_cast<int>(i) &&
                 effect.distribution == RandomEffect::Distribution::logit;
        });
    const bool enters = std::ranges::any_of(
        context.model.compartments,
        [&](const Compartment& compartment) { return compartment.F == parameter.name; });
    if (spec.estimate.value == "normal") {
      parameter.estimate = Scale::normal;
    } else if (spec.estimate.value == "logit" ||
               (spec.estimate.empty() && is_fraction(parameter) && (logit_effect || enters))) {
      parameter.estimate = Scale::logit;
      if (!is_fraction(parameter))
        context.error("model.probability", place_or(spec.estimate, spec.at),
                      fmt::format("{}: a logit scale needs a value between 0 and 1", owner));
    }
  }
}

/// Index into Model::estimated, or -1 with a report.
int find_estimate(Context& context, const TextAt& name, const std::string& owner,
                  SourceLocation at) {
  const int parameter = context.model.parameter_index(name.value);
  if (parameter < 0) {
    context.error("model.unknown_symbol", place_or(name, at),
                  fmt::format("{}: '{}' is not a parameter", owner, name.value),
                  did_you_mean(name.value, context.names_of(SymbolKind::parameter)));
    return -1;
  }
  const auto found = std::ranges::find(context.model.estimated, parameter);
  if (found == context.model.estimated.end()) {
    context.error("model.estimate", place_or(name, at),
                  fmt::format("{}: '{}' has no standard error", owner, name.value),
                  "give it rse_percent or standard_error");
    return -1;
  }
  return static_cast<int>(found - context.model.estimated.begin());
}

/// Standard error as printed, in the parameter's own unit.
double standard_error(const Parameter& parameter) {
  return std::abs(parameter.printed) * *parameter.rse_percent / 100.0;
}

/// Rounded print may contradict itself by a little: then the nearest that is possible.
void make_possible(Context& context, Eigen::MatrixXd& correlation, SourceLocation at) {
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> eigen(correlation);
  const double smallest = eigen.eigenvalues().minCoeff();
  if (smallest >= 1e-9)
    return;
  if (smallest < -0.01) {
    context.error("model.estimate", at,
                  fmt::format("the correlations of the estimates contradict each other: their "
                              "smallest eigenvalue is {}",
                              format_number(smallest, 3)),
                  "check signs, and whether the print gives correlations or covariances");
    return;
  }
  const Eigen::MatrixXd mended = eigen.eigenvectors() *
                                 eigen.eigenvalues().cwiseMax(1e-9).asDiagonal() *
                                 eigen.eigenvectors().transpose();
  const Eigen::VectorXd scale = mended.diagonal().cwiseSqrt().cwiseInverse();
  correlation = scale.asDiagonal() * mended * scale.asDiagonal();
}

void read_correlations(Context& context) {
  const auto n = static_cast<Eigen::Index>(context.model.estimated.size());
  Eigen::MatrixXd correlation = Eigen::MatrixXd::Identity(n, n);
  std::set<std::pair<int, int>> pairs;
  for (const EstimateCorrelationSpec& spec : context.spec.estimate_correlations) {
    const std::string owner = "correlation of estimates";
    context.require_source(spec.source, owner, spec.at);
    std::vector<int> index;
    for (const TextAt& name : spec.of)
      index.push_back(find_estimate(context, name, owner, spec.at));
    if (index.size() < 2 || std::ranges::find(index, -1) != index.end())
      continue;
    if (spec.lower.size() != index.size() * (index.size() - 1) / 2) {
      context.error(
          "model.estimate", spec.at,
          fmt::format("{}: {} numbers for {} parameters, which have {} pairs", owner,
                      spec.lower.size(), index.size(), index.size() * (index.size() - 1) / 2));
      continue;
    }
    std::size_t at = 0;
    for (std::size_t i = 1; i < index.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        double value = spec.lower[at++];
        const auto& a = context.model.parameters[static_cast<std::size_t>(
            context.model.estimated[static_cast<std::size_t>(index[i])])];
        const auto& b = context.model.parameters[static_cast<std::size_t>(
            context.model.estimated[static_cast<std::size_t>(index[j])])];
        if (spec.covariance)
          value /= standard_error(a) * standard_error(b);
        if (!(std::abs(value) <= 1.0)) {
          context.error("model.range", spec.at,
                        fmt::format("{}: that of {} and {} is {}, not between -1 and 1", owner,
                                    a.name, b.name, format_number(value, 4)));
        } else if (index[i] == index[j] || !pairs.insert(std::minmax(index[i], index[j])).second) {
          context.error("model.duplicate_name", spec.at,
                        fmt::format("{}: {} and {} are there twice", owner, a.name, b.name));
        } else {
          correlation(index[i], index[j]) = correlation(index[j], index[i]) = value;
        }
      }
    }
  }
  if (pairs.empty())
    return;
  make_possible(context, correlation, context.spec.estimate_correlations.front().at);
  for (Eigen::Index row = 0; row < n; ++row)
    for (Eigen::Index col = 0; col < n; ++col)
      context.model.estimate_correlation.push_back(correlation(row, col));
}

}  // namespace

void check_estimates(Context& context) {
  choose_scales(context);
  for (std::size_t i = 0; i < context.model.parameters.size(); ++i)
    if (const auto& rse = context.model.parameters[i].rse_percent; rse && *rse > 0.0)
      context.model.estimated.push_back(static_cast<int>(i));
  read_correlations(context);
}

}  // namespace ketascope::model_detail
