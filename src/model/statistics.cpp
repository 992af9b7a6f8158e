// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <Eigen/Dense>

#include "ketascope/diagnostic/suggest.hpp"
#include "ketascope/units/number.hpp"
#include "model/context.hpp"

namespace ketascope::model_detail {

namespace {

using Distribution = RandomEffect::Distribution;
using Level = RandomEffect::Level;

/// Nothing is said about a covariance matrix that holds it: the cause has been reported.
constexpr double not_known = std::numeric_limits<double>::quiet_NaN();

/// omega^2 as the file states it: of the exponent, of the logit, or in the parameter's own unit.
double stated_variance(Context& context, const RandomEffectSpec& spec, const std::string& owner) {
  if (spec.variance.has_value() == spec.cv_percent.has_value()) {
    context.error(spec.variance ? "model.either_or" : "model.missing_field", spec.at,
                  fmt::format("{} has {} variance {} cv_percent", owner,
                              spec.variance ? "both" : "neither", spec.variance ? "and" : "nor"),
                  "give one of them");
    return not_known;
  }
  const double given = spec.variance ? *spec.variance : *spec.cv_percent;
  if (!std::isfinite(given) || given < 0.0) {
    context.error("model.range", spec.at,
                  fmt::format("{}: {} must be a number that is not negative", owner,
                              spec.variance ? "variance" : "cv_percent"));
    return not_known;
  }
  if (spec.variance)
    return given;
  if (spec.distribution.value == "normal") {
    context.error("model.either_or", spec.at,
                  owner + ": cv_percent is no variance of a normal effect",
                  "give variance, in the square of the parameter's unit");
    return not_known;
  }
  const double cv = given / 100.0;
  return std::log1p(cv * cv);
}

/// RSE of omega^2, from that of omega where the print gives that one: d(omega^2) = 2 omega
/// d(omega).
std::optional<double> variance_error(Context& context, const RandomEffectSpec& spec,
                                     const std::string& owner) {
  if (spec.variance_rse_percent && spec.sd_rse_percent) {
    context.error("model.either_or", spec.at,
                  owner + " has both variance_rse_percent and sd_rse_percent", "give one of them");
    return {};
  }
  const auto& given = spec.variance_rse_percent ? spec.variance_rse_percent : spec.sd_rse_percent;
  if (!given)
    return {};
  if (!std::isfinite(*given) || *given < 0.0) {
    context.error(
        "model.range", spec.at,
        fmt::format("{}: {} must be a number that is not negative", owner,
                    spec.variance_rse_percent ? "variance_rse_percent" : "sd_rse_percent"));
    return {};
  }
  return spec.variance_rse_percent ? *given : 2.0 * *given;
}

void check_logit(Context& context, const RandomEffectSpec& spec, const RandomEffect& effect,
                 const std::string& owner) {
  if (effect.distribution != Distribution::logit || effect.parameter < 0)
    return;
  const Parameter& parameter = context.model.parameters[static_cast<std::size_t>(effect.parameter)];
  if (parameter.unit.dimension.is_dimensionless() && parameter.value > 0.0 &&
      parameter.value < 1.0) {
    return;
  }
  context.error(
      "model.probability", place_or(spec.distribution, spec.at),
      fmt::format("{}: a logit effect needs a parameter between 0 and 1, but {} is {}", owner,
                  parameter.name,
                  to_text(Measure{parameter.printed,
                                  parameter.unit_text == "1" ? "" : parameter.unit_text})));
}

void check_effects(Context& context) {
  std::set<std::string> names;
  std::set<std::pair<int, Level>> used;
  for (const RandomEffectSpec& spec : context.spec.random_effects) {
    const std::string owner = fmt::format("random effect '{}'", spec.name.value);
    if (context.require(spec.name, "name", "a random effect", spec.at) &&
        !names.insert(spec.name.value).second) {
      context.error("model.duplicate_name", place_or(spec.name, spec.at),
                    owner + " is there twice");
    }
    context.require_source(spec.source, owner, spec.at);

    RandomEffect built;
    built.name = spec.name.value;
    built.source = spec.source.value;
    built.note = spec.note.value;
    if (context.one_of(spec.distribution, {"lognormal", "logit", "normal"}, "distribution", owner,
                       spec.at)) {
      built.distribution = spec.distribution.value == "lognormal" ? Distribution::lognormal
                           : spec.distribution.value == "logit"   ? Distribution::logit
                                                                  : Distribution::normal;
    }
    const bool level = context.one_of(spec.level, {"subject", "occasion"}, "level", owner, spec.at);
    if (spec.level.value == "occasion")
      built.level = Level::occasion;

    if (context.require(spec.parameter, "parameter", owner, spec.at)) {
      built.parameter = context.model.parameter_index(spec.parameter.value);
      if (built.parameter < 0) {
        context.error("model.unknown_symbol", place_or(spec.parameter, spec.at),
                      fmt::format("{}: '{}' is not a parameter", owner, spec.parameter.value),
                      did_you_mean(spec.parameter.value, context.names_of(SymbolKind::parameter)));
      } else if (level && !used.emplace(built.parameter, built.level).second) {
        context.error("model.duplicate_name", place_or(spec.parameter, spec.at),
                      fmt::format("{}: '{}' already has a random effect per {}", owner,
                                  spec.parameter.value, spec.level.value));
      }
    }
    built.variance = stated_variance(context, spec, owner);
    built.variance_rse_percent = variance_error(context, spec, owner);
    check_logit(context, spec, built, owner);
    context.model.random_effects.push_back(std::move(built));
  }
}

int find_effect(Context& context, const TextAt& name, const std::string& owner, SourceLocation at) {
  std::vector<std::string> known;
  for (std::size_t i = 0; i < context.model.random_effects.size(); ++i) {
    if (context.model.random_effects[i].name == name.value)
      return static_cast<int>(i);
    known.push_back(context.model.random_effects[i].name);
  }
  context.error("model.unknown_symbol", place_or(name, at),
                fmt::format("{}: there is no random effect '{}'", owner, name.value),
                did_you_mean(name.value, known));
  return -1;
}

/// The off-diagonal element, in the same terms as the variances.
std::optional<double> stated_covariance(Context& context, const CovarianceSpec& spec,
                                        const RandomEffect& first, const RandomEffect& second,
                                        const std::string& owner) {
  if (spec.covariance.has_value() == spec.correlation.has_value()) {
    context.error(
        spec.covariance ? "model.either_or" : "model.missing_field", spec.at,
        fmt::format("{} has {} covariance {} correlation", owner,
                    spec.covariance ? "both" : "neither", spec.covariance ? "and" : "nor"),
        "give one of them");
    return {};
  }
  if (spec.covariance) {
    if (!context.finite(spec.covariance, "covariance", owner, spec.at))
      return {};
    return spec.covariance;
  }
  if (!(std::abs(*spec.correlation) <= 1.0)) {
    context.error("model.range", spec.at, owner + ": a correlation lies between -1 and 1");
    return {};
  }
  return *spec.correlation * std::sqrt(first.variance) * std::sqrt(second.variance);
}

void check_definite(Context& context, const Eigen::MatrixXd& omega) {
  if (omega.rows() == 0 || !omega.allFinite())
    return;
  // Judged on the correlations, so that effects of very different size weigh alike. Printed values
  // are rounded: a matrix that is singular on paper may come out a rounding error below zero.
  Eigen::VectorXd scale = omega.diagonal().cwiseSqrt();
  for (Eigen::Index i = 0; i < scale.size(); ++i)
    scale(i) = scale(i) > 0.0 ? 1.0 / scale(i) : 1.0;
  const Eigen::MatrixXd scaled = scale.asDiagonal() * omega * scale.asDiagonal();
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> eigen(scaled, Eigen::EigenvaluesOnly);
  const double smallest = eigen.eigenvalues().minCoeff();
  if (smallest >= -1e-9)
    return;
  context.error("model.covariance", context.spec.covariances.front().at,
                fmt::format("the covariance matrix of the random effects is not positive "
                            "semi-definite: the smallest eigenvalue of its correlations is {}",
                            format_number(smallest, 3)),
                "check signs, and whether the print gives correlations or covariances");
}

void check_covariances(Context& context) {
  std::vector<RandomEffect>& effects = context.model.random_effects;
  const auto n = static_cast<Eigen::Index>(effects.size());
  Eigen::MatrixXd omega = Eigen::MatrixXd::Zero(n, n);
  for (Eigen::Index i = 0; i < n; ++i) {
    omega(i, i) = effects[static_cast<std::size_t>(i)].variance;
  }
  std::set<std::pair<int, int>> pairs;
  for (const CovarianceSpec& spec : context.spec.covariances) {
    const std::string owner =
        fmt::format("covariance of '{}' and '{}'", spec.first.value, spec.second.value);
    context.require_source(spec.source, owner, spec.at);
    const int first = find_effect(context, spec.first, owner, spec.at);
    const int second = find_effect(context, spec.second, owner, spec.at);
    if (first < 0 || second < 0)
      continue;
    if (first == second) {
      context.error("model.covariance", spec.at, owner + ": an effect with itself");
      continue;
    }
    if (!pairs.insert(std::minmax(first, second)).second) {
      context.error("model.duplicate_name", spec.at, owner + " is there twice");
      continue;
    }
    const RandomEffect& a = effects[static_cast<std::size_t>(first)];
    const RandomEffect& b = effects[static_cast<std::size_t>(second)];
    if (a.level != b.level) {
      context.error("model.covariance", spec.at,
                    owner + ": one varies between subjects, the other between occasions");
      continue;
    }
    const auto value = stated_covariance(context, spec, a, b, owner);
    if (!value)
      continue;
    omega(first, second) = *value;
    omega(second, first) = *value;
  }
  if (!pairs.empty())
    check_definite(context, omega);

  // A normal effect is added to its parameter, so its variance has a unit, that of the parameter
  // squared; inside all is in internal units.
  Eigen::VectorXd factor = Eigen::VectorXd::Ones(n);
  for (Eigen::Index i = 0; i < n; ++i) {
    const RandomEffect& effect = effects[static_cast<std::size_t>(i)];
    if (effect.distribution == Distribution::normal && effect.parameter >= 0) {
      factor(i) = context.model.parameters[static_cast<std::size_t>(effect.parameter)].unit.factor;
    }
  }
  for (Eigen::Index row = 0; row < n; ++row) {
    for (Eigen::Index col = 0; col < n; ++col) {
      context.model.omega.push_back(omega(row, col) * (factor(row) * factor(col)));
    }
  }
  for (Eigen::Index i = 0; i < n; ++i) {
    effects[static_cast<std::size_t>(i)].variance =
        context.model.omega[static_cast<std::size_t>(i * n + i)];
  }
}

void check_residuals(Context& context) {
  std::set<std::string> outputs;
  for (const ResidualSpec& spec : context.spec.residuals) {
    const std::string owner = fmt::format("residual of '{}'", spec.output.value);
    context.require_source(spec.source, owner, spec.at);
    Residual built;
    built.source = spec.source.value;
    built.note = spec.note.value;
    if (context.require(spec.output, "output", "a residual", spec.at)) {
      built.output = context.model.output_index(spec.output.value);
      if (built.output < 0) {
        context.error("model.unknown_output", place_or(spec.output, spec.at),
                      fmt::format("{}: there is no such output", owner));
      } else if (!outputs.insert(spec.output.value).second) {
        context.error("model.duplicate_name", place_or(spec.output, spec.at),
                      owner + " is there twice");
      }
    }
    if (!spec.proportional_sd && !spec.log_sd && !spec.additive_sd) {
      context.error("model.missing_field", spec.at, owner + " has no size",
                    "proportional_sd, additive_sd or log_sd");
    }
    const auto size = [&](const std::optional<double>& sd, std::string_view field) {
      if (!sd || (std::isfinite(*sd) && *sd >= 0.0))
        return;
      context.error("model.range", spec.at,
                    fmt::format("{}: {} must be a number that is not negative", owner, field));
    };
    size(spec.proportional_sd, "proportional_sd");
    size(spec.log_sd, "log_sd");
    size(spec.sd_rse_percent, "sd_rse_percent");
    built.sd_rse_percent = spec.sd_rse_percent;
    built.proportional_sd = spec.proportional_sd;
    built.log_sd = spec.log_sd;
    if (spec.additive_sd) {
      size(spec.additive_sd->value.value, "additive_sd");
      if (built.output >= 0) {
        built.additive_sd = context.measure_of_output(*spec.additive_sd, built.output,
                                                      "additive_sd of the " + owner);
      }
    }
    context.model.residuals.push_back(std::move(built));
  }
}

}  // namespace

void check_statistics(Context& context) {
  check_effects(context);
  check_covariances(context);
  check_residuals(context);
}

}  // namespace ketascope::model_detail
