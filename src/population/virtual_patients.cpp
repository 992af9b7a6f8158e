// SPDX-License-Identifier: GPL-3.0-or-later
#include "population/virtual_patients.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <tuple>
#include <utility>

#include "ketascope/diagnostic/suggest.hpp"
#include "ketascope/units/measure.hpp"
#include "population/refuse.hpp"

namespace ketascope {
namespace {

using Kind = CovariateDistribution::Kind;

// A patient outside the limits is drawn again, so many times.
constexpr std::size_t most_redraws = 100;

double normal_probability(double z) {
  return 0.5 * std::erfc(-z / std::numbers::sqrt2);
}

bool within_limits(const CovariateDistribution& from, double value) {
  return from.kind == Kind::categories ||
         (!(from.low && value < *from.low) && !(from.high && value > *from.high));
}

}  // namespace

std::vector<double> covariance_root(std::span<const double> covariance, std::size_t n) {
  std::vector<double> root(n * n, 0.0);
  double largest = 0.0;
  for (std::size_t i = 0; i < n; ++i)
    largest = std::max(largest, covariance[i * n + i]);
  for (std::size_t j = 0; j < n; ++j) {
    double pivot = covariance[j * n + j];
    for (std::size_t k = 0; k < j; ++k)
      pivot -= root[j * n + k] * root[j * n + k];
    if (pivot < -1e-10 * largest)
      return {};
    const bool none = pivot <= 1e-14 * largest;
    root[j * n + j] = none ? 0.0 : std::sqrt(pivot);
    for (std::size_t i = j + 1; i < n; ++i) {
      double rest = covariance[i * n + j];
      for (std::size_t k = 0; k < j; ++k)
        rest -= root[i * n + k] * root[j * n + k];
      if (none && std::abs(rest) > 1e-7 * largest)
        return {};
      root[i * n + j] = none ? 0.0 : rest / root[j * n + j];
    }
  }
  return root;
}

VirtualPatients::VirtualPatients(const Scenario& scenario, const SubjectRecords& typical,
                                 const PopulationSpec& spec, Diagnostics& problems)
    : model_(*scenario.model), spec_(spec), draws_(spec.seed) {
  typical_parameters_ = typical.parameters;
  const std::size_t covariates = model_.covariates.size();
  typical_covariates_.assign(typical.covariates.begin(),
                             typical.covariates.begin() + static_cast<std::ptrdiff_t>(covariates));
  const auto typed = scenario.subject.covariates.find("WT");
  if (const int wt = model_.covariate_index("WT"); wt >= 0)
    typical_weight_kg_ = typical_covariates_[static_cast<std::size_t>(wt)];
  else if (typed != scenario.subject.covariates.end())
    typical_weight_kg_ = to_internal(typed->second).value_or(typical_weight_kg_);

  read_table(problems);
  read_covariates(problems);
  if (spec.between_subjects)
    subject_effects_ = effects_at(RandomEffect::Level::subject);
  if (spec.between_occasions)
    occasion_effects_ = effects_at(RandomEffect::Level::occasion);
  for (const RandomEffect& effect : model_.random_effects)
    effect_keys_.push_back(variable_key("eta:" + effect.name));
  if (spec.uncertainty)
    read_uncertainty();
  for (const Measure& start : spec.occasions)
    if (const auto h = to_internal(start, dimensions::time))
      occasion_starts_h_.push_back(*h);
  std::ranges::sort(occasion_starts_h_);
}

/// A word of the table as the model's code.
double VirtualPatients::code_of(const Covariate* covariate, const std::string& label,
                                std::size_t column, Diagnostics& problems) const {
  std::vector<std::string> known;
  if (covariate != nullptr)
    for (const auto& [one, value] : covariate->categories) {
      if (one == label)
        return value;
      known.push_back(one);
    }
  const auto& labels = spec_.table_labels[column];
  const auto word = static_cast<double>(std::ranges::find(labels, label) - labels.begin());
  refuse(problems, place_in_table(column, [&](double value) { return value == word; }),
         "population.category",
         fmt::format("column '{}' of the table: model {} knows no '{}'", spec_.table_names[column],
                     model_.id, label),
         known.empty() ? std::string("it wants numbers")
                       : fmt::format("it knows {}", fmt::join(known, ", ")));
  return 0.0;
}

/// Where the first value of a column stands for which `is` holds.
SpecPlace VirtualPatients::place_in_table(std::size_t column,
                                          const std::function<bool(double)>& is) const {
  const std::size_t columns = spec_.table_names.size();
  for (std::size_t i = column; i < spec_.table_values.size(); i += columns)
    if (is(spec_.table_values[i]))
      return {spec_.table_file,
              i < spec_.table_places.size() ? spec_.table_places[i] : SourceLocation{}};
  return {spec_.table_file, {}};
}

/// Values that nobody can have, each distinct one once.
void VirtualPatients::check_table_numbers(const Covariate* covariate, std::size_t column,
                                          double factor, Diagnostics& problems) const {
  const Dimension dimension =
      covariate != nullptr ? covariate->unit.dimension : dimensions::body_mass;
  const bool categorical = covariate != nullptr && !covariate->categories.empty();
  const bool positive = !categorical && dimension == dimensions::body_mass;
  const auto impossible = [&](double value) {
    if (categorical)
      return std::ranges::none_of(covariate->categories,
                                  [&](const auto& each) { return each.second == value; });
    return positive ? !(value * factor > 0.0)
                    : dimension != Dimension{} && !(value * factor >= 0.0);
  };
  std::vector<double> told;
  for (std::size_t i = column; i < spec_.table_values.size(); i += spec_.table_names.size()) {
    const double value = spec_.table_values[i];
    if (!impossible(value) || std::ranges::find(told, value) != told.end())
      continue;
    told.push_back(value);
    const std::string owner = fmt::format("column '{}' of the table", spec_.table_names[column]);
    const SpecPlace place = place_in_table(column, [&](double each) { return each == value; });
    if (categorical) {
      std::vector<std::string> known;
      for (const auto& [label, code] : covariate->categories)
        known.push_back(fmt::format("{} = {}", code, label));
      refuse(problems, place, "population.category",
             fmt::format("{}: model {} has no category {}", owner, model_.id, value),
             fmt::format("it knows {}", fmt::join(known, ", ")));
    } else {
      refuse(
          problems, place, "population.value",
          fmt::format("{}: {} must {}", owner, value, positive ? "be above 0" : "not be negative"));
    }
  }
}

void VirtualPatients::read_table(Diagnostics& problems) {
  if (!spec_.table_names.empty() && spec_.table_values.empty())
    refuse(problems, SpecPlace{spec_.table_file, {}}, "population.table",
           "the table of covariates has no rows", "a line of names, then a row per patient");
  for (std::size_t c = 0; c < spec_.table_names.size(); ++c) {
    const std::string& name = spec_.table_names[c];
    TableColumn column;
    column.index = model_.covariate_index(name);
    column.weight = name == "WT";
    const Covariate* covariate =
        column.index >= 0 ? &model_.covariates[static_cast<std::size_t>(column.index)] : nullptr;
    const bool used = covariate != nullptr || column.weight;
    if (covariate != nullptr)
      column.factor = covariate->unit.factor;
    if (used && c < spec_.table_units.size() && !spec_.table_units[c].empty()) {
      const auto unit = parse_unit(spec_.table_units[c]);
      const Dimension wanted =
          covariate != nullptr ? covariate->unit.dimension : dimensions::body_mass;
      if (!unit || unit->dimension != wanted)
        refuse(problems, SpecPlace{spec_.table_file, {}}, "population.unit",
               fmt::format("column '{}' of the table: '{}' is no unit of it", name,
                           spec_.table_units[c]),
               covariate != nullptr ? fmt::format("the model gives it in {}", covariate->unit_text)
                                    : std::string());
      else
        column.factor = unit->factor;
    }
    const bool words = c < spec_.table_labels.size() && !spec_.table_labels[c].empty();
    if (used && words)
      for (const std::string& label : spec_.table_labels[c])
        column.codes.push_back(code_of(covariate, label, c, problems));
    else if (used)
      check_table_numbers(covariate, c, column.factor, problems);
    weights_vary_ = weights_vary_ || column.weight;
    table_columns_.push_back(std::move(column));
  }
}

void VirtualPatients::read_covariates(Diagnostics& problems) {
  for (const CovariateDistribution& from : spec_.covariates) {
    const std::string owner = fmt::format("covariate '{}'", from.name);
    Drawn drawn;
    drawn.from = &from;
    drawn.index = model_.covariate_index(from.name);
    drawn.key = variable_key("covariate:" + from.name);
    // What this arm's model does not know changes nothing in it; another arm may need it.
    const Covariate* covariate =
        drawn.index >= 0 ? &model_.covariates[static_cast<std::size_t>(drawn.index)] : nullptr;
    if (from.name == "WT")
      weights_vary_ = true;
    if (from.kind == Kind::categories) {
      double sum = 0.0;
      for (const auto& [label, probability] : from.probabilities) {
        sum += probability;
        double code = static_cast<double>(drawn.steps.size());
        if (covariate != nullptr) {
          const auto found = covariate->categories.find(label);
          if (found == covariate->categories.end()) {
            std::vector<std::string> known;
            for (const auto& [name, value] : covariate->categories)
              known.push_back(name);
            refuse(problems, from.place, "population.category",
                   fmt::format("{}: model {} knows no '{}'", owner, model_.id, label),
                   fmt::format("it knows {}", fmt::join(known, ", ")));
          } else {
            code = found->second;
          }
        }
        drawn.steps.emplace_back(code, sum);
      }
    } else {
      const auto unit = parse_unit(from.unit.empty() ? "1" : from.unit);
      const Dimension wanted = covariate != nullptr ? covariate->unit.dimension
                               : from.name == "WT"  ? dimensions::body_mass
                               : unit               ? unit->dimension
                                                    : Dimension{};
      if (!unit || unit->dimension != wanted)
        refuse(problems, from.place, "population.unit",
               fmt::format("{}: '{}' is no unit of it", owner, from.unit),
               covariate != nullptr ? fmt::format("the model gives it in {}", covariate->unit_text)
                                    : std::string());
      else
        drawn.factor = unit->factor;
    }
    if (!from.by.empty()) {
      const auto chooser =
          std::ranges::find_if(drawn_, [&](const Drawn& d) { return d.from->name == from.by; });
      if (chooser != drawn_.end()) {
        drawn.by = static_cast<int>(chooser - drawn_.begin());
        std::size_t step = 0;
        for (const auto& [label, probability] : chooser->from->probabilities) {
          const auto group = from.groups.find(label);
          if (group != from.groups.end() && step < chooser->steps.size())
            drawn.groups.emplace_back(chooser->steps[step].first, group->second);
          ++step;
        }
      }
    }
    drawn_.push_back(std::move(drawn));
  }
  read_correlations(problems);
}

void VirtualPatients::read_correlations(Diagnostics& problems) {
  const std::size_t n = drawn_.size();
  std::vector<double> correlation(n * n, 0.0);
  for (std::size_t i = 0; i < n; ++i)
    correlation[i * n + i] = 1.0;
  for (const CovariateCorrelation& pair : spec_.correlations) {
    const auto find = [&](const std::string& name) {
      return static_cast<std::size_t>(
          std::ranges::find_if(drawn_, [&](const Drawn& d) { return d.from->name == name; }) -
          drawn_.begin());
    };
    const std::size_t a = find(pair.first), b = find(pair.second);
    if (a != n && b != n && a != b)
      correlation[a * n + b] = correlation[b * n + a] = pair.correlation;
  }
  correlation_root_ = covariance_root(correlation, n);
  const bool each_possible = std::ranges::all_of(
      spec_.correlations, [](const auto& pair) { return std::abs(pair.correlation) <= 1.0; });
  if (n > 0 && correlation_root_.empty() && each_possible)
    refuse(problems, spec_.correlations.front().place, "population.correlation",
           "the correlations contradict each other",
           "each lies between -1 and 1, and together they must be possible");
}

VirtualPatients::Effects VirtualPatients::effects_at(RandomEffect::Level level) const {
  Effects effects;
  const std::size_t all = model_.random_effects.size();
  for (std::size_t i = 0; i < all; ++i)
    if (model_.random_effects[i].level == level)
      effects.index.push_back(i);
  const std::size_t n = effects.index.size();
  std::vector<double> covariance(n * n);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j)
      covariance[i * n + j] = model_.omega[effects.index[i] * all + effects.index[j]];
  effects.root = covariance_root(covariance, n);
  return effects;
}

/// The covariate's own score: correlated with those before it.
double VirtualPatients::score_of(std::size_t i, std::span<const double> score) const {
  double z = 0.0;
  for (std::size_t k = 0; k <= i; ++k)
    z += correlation_root_[i * drawn_.size() + k] * score[k];
  return z;
}

/// Mean and sd (of a log-normal: median and sd of the logarithm) in the patient's group.
std::pair<double, double> VirtualPatients::spread_of(const Drawn& d,
                                                     std::span<const double> value) {
  for (const auto& [code, group] : d.groups)
    if (value[static_cast<std::size_t>(d.by)] == code)
      return group;
  return {d.from->mean, d.from->sd};
}

double VirtualPatients::value_of(const Drawn& d, double z, std::span<const double> value) {
  const auto [mean, sd] = spread_of(d, value);
  switch (d.from->kind) {
    case Kind::normal:
      return mean + sd * z;
    case Kind::lognormal:
      return mean * std::exp(sd * z);
    case Kind::uniform:
      return *d.from->low + (*d.from->high - *d.from->low) * normal_probability(z);
    case Kind::categories:
      break;
  }
  const double p = normal_probability(z);
  const auto step = std::ranges::find_if(d.steps, [&](const auto& s) { return p <= s.second; });
  return step == d.steps.end() ? d.steps.back().first : step->first;
}

/// For limits that hardly anybody reaches: each score in turn from what of its distribution, given
/// those before it, lies within.
void VirtualPatients::draw_within_limits(std::uint64_t subject, std::span<double> score,
                                         std::span<double> value) const {
  const std::size_t n = drawn_.size();
  for (std::size_t i = 0; i < n; ++i) {
    const Drawn& d = drawn_[i];
    const CovariateDistribution& from = *d.from;
    const double before = score_of(i, score) - correlation_root_[i * n + i] * score[i];
    const double own = correlation_root_[i * n + i];
    const auto [mean, sd] = spread_of(d, value);
    value[i] = value_of(d, score_of(i, score), value);
    if (within_limits(from, value[i]))
      continue;
    const auto standard = [&, mean = mean, sd = sd](double limit) {
      const double z = from.kind == Kind::lognormal ? std::log(std::max(limit, 0.0) / mean) / sd
                                                    : (limit - mean) / sd;
      return (z - before) / own;
    };
    constexpr double infinity = std::numeric_limits<double>::infinity();
    double low = from.low ? standard(*from.low) : -infinity;
    double high = from.high ? standard(*from.high) : infinity;
    // In the lower tail, where probabilities keep their digits.
    const bool mirrored = low > 0.0;
    if (mirrored)
      std::tie(low, high) = std::pair(-high, -low);
    const double least = normal_probability(low), most = normal_probability(high);
    if (most > least) {
      const double part = draws_.uniform(subject, d.key + most_redraws + 1);
      const double z = normal_quantile(least + part * (most - least));
      score[i] = mirrored ? -z : z;
      value[i] = value_of(d, score_of(i, score), value);
    }
    // Limits that exclude everybody leave the nearer one.
    value[i] = std::max(value[i], from.low.value_or(-infinity));
    value[i] = std::min(value[i], from.high.value_or(infinity));
  }
}

void VirtualPatients::draw_covariates(std::uint64_t subject, Patient& patient,
                                      std::span<const double> person) const {
  if (person.empty())
    person = typical_covariates_;
  patient.covariates.assign(person.begin(), person.end());
  const int wt = model_.covariate_index("WT");
  patient.weight_kg = wt >= 0 ? person[static_cast<std::size_t>(wt)] : typical_weight_kg_;
  const auto put = [&](int index, bool is_weight, double value) {
    if (index >= 0)
      patient.covariates[static_cast<std::size_t>(index)] = value;
    if (is_weight)
      patient.weight_kg = value;
  };
  if (const std::size_t columns = table_columns_.size(); columns > 0) {
    const std::size_t rows = spec_.table_values.size() / columns;
    const double* row = spec_.table_values.data() + (subject % rows) * columns;
    for (std::size_t c = 0; c < columns; ++c) {
      const TableColumn& column = table_columns_[c];
      put(column.index, column.weight,
          column.codes.empty() ? row[c] * column.factor
                               : column.codes[static_cast<std::size_t>(row[c])]);
    }
  }
  const std::size_t n = drawn_.size();
  patient.others.clear();
  if (n == 0)
    return;
  std::vector<double> score(n), value(n);
  bool inside = false;
  for (std::size_t attempt = 0; attempt <= most_redraws && !inside; ++attempt) {
    inside = true;
    for (std::size_t i = 0; i < n; ++i) {
      const Drawn& d = drawn_[i];
      // A category has no limits, and those of others do not change how frequent it is.
      score[i] = draws_.normal(subject, d.key + (d.from->kind == Kind::categories ? 0 : attempt));
      value[i] = value_of(d, score_of(i, score), value);
      inside = inside && within_limits(*d.from, value[i]);
    }
  }
  if (!inside)
    draw_within_limits(subject, score, value);
  for (std::size_t i = 0; i < n; ++i) {
    const bool weight = drawn_[i].from->name == "WT";
    put(drawn_[i].index, weight, value[i] * drawn_[i].factor);
    if (drawn_[i].index < 0 && !weight)
      patient.others.push_back(value[i]);
  }
}

std::vector<std::string> VirtualPatients::others() const {
  std::vector<std::string> names;
  for (const Drawn& drawn : drawn_) {
    const CovariateDistribution& from = *drawn.from;
    if (drawn.index >= 0 || from.name == "WT")
      continue;
    std::string what = from.unit == "1" ? std::string() : from.unit;
    std::size_t step = 0;
    for (const auto& [label, probability] : from.probabilities)
      what += fmt::format("{}{} = {}", step == 0 ? "" : ", ", step, label), ++step;
    names.push_back(what.empty() ? from.name : fmt::format("{} [{}]", from.name, what));
  }
  return names;
}

void VirtualPatients::read_uncertainty() {
  for (const int p : model_.estimated) {
    const Parameter& parameter = model_.parameters[static_cast<std::size_t>(p)];
    const double relative = *parameter.rse_percent * 1e-2;
    const double typical = typical_parameters_[static_cast<std::size_t>(p)];
    using Scale = Parameter::EstimateScale;
    estimate_sd_.push_back(parameter.estimate == Scale::logit ? relative / (1.0 - typical)
                           : parameter.estimate == Scale::normal
                               ? relative * std::abs(parameter.value)
                               : std::sqrt(std::log1p(relative * relative)));
    estimate_keys_.push_back(variable_key("estimate:" + parameter.name));
  }
  if (!model_.estimate_correlation.empty())
    estimate_root_ = covariance_root(model_.estimate_correlation, model_.estimated.size());
  for (const RandomEffect& effect : model_.random_effects) {
    // The logarithm of a variance is twice that of omega.
    const double relative = effect.variance_rse_percent.value_or(0.0) * 1e-2;
    size_sd_.push_back(0.5 * std::sqrt(std::log1p(relative * relative)));
    size_keys_.push_back(variable_key("omega:" + effect.name));
  }
}

void VirtualPatients::draw_estimates(std::uint64_t subject, std::span<double> parameters) const {
  using Scale = Parameter::EstimateScale;
  for (std::size_t k = 0; k < model_.estimated.size(); ++k) {
    const auto p = static_cast<std::size_t>(model_.estimated[k]);
    double z = 0.0;
    if (estimate_root_.empty())
      z = draws_.normal(subject, estimate_keys_[k]);
    else
      for (std::size_t j = 0; j <= k; ++j)
        if (const double root = estimate_root_[k * model_.estimated.size() + j]; root != 0.0)
          z += root * draws_.normal(subject, estimate_keys_[j]);
    double& value = parameters[p];
    const Scale scale = model_.parameters[p].estimate;
    // A fraction that the scenario sets to 0 or 1 is no estimate any more.
    if (scale == Scale::normal)
      value += estimate_sd_[k] * z;
    else if (scale == Scale::lognormal)
      value *= std::exp(estimate_sd_[k] * z);
    else if (value > 0.0 && value < 1.0)
      value = 1.0 / (1.0 + (1.0 - value) / value * std::exp(-estimate_sd_[k] * z));
  }
}

void VirtualPatients::scatter(const Effects& effects, std::uint64_t subject, std::size_t occasion,
                              std::span<double> parameters) const {
  const std::size_t n = effects.index.size();
  for (std::size_t i = 0; i < n; ++i) {
    double eta = 0.0;
    for (std::size_t k = 0; k <= i; ++k)
      if (const double root = effects.root[i * n + k]; root != 0.0)
        eta += root * draws_.normal(subject, effect_keys_[effects.index[k]] + occasion);
    if (spec_.uncertainty && size_sd_[effects.index[i]] > 0.0)
      eta *= std::exp(size_sd_[effects.index[i]] *
                      draws_.normal(subject, size_keys_[effects.index[i]]));
    const RandomEffect& effect = model_.random_effects[effects.index[i]];
    double& value = parameters[static_cast<std::size_t>(effect.parameter)];
    switch (effect.distribution) {
      case RandomEffect::Distribution::lognormal:
        value *= std::exp(eta);
        break;
      case RandomEffect::Distribution::logit:
        value = 1.0 / (1.0 + (1.0 - value) / value * std::exp(-eta));
        break;
      case RandomEffect::Distribution::normal:
        value += eta;
        break;
    }
  }
}

bool VirtualPatients::decides(std::size_t covariate) const {
  const auto here = [&](const auto& each) { return each.index == static_cast<int>(covariate); };
  return std::ranges::any_of(drawn_, here) || std::ranges::any_of(table_columns_, here);
}

void VirtualPatients::draw(std::uint64_t subject, Patient& patient,
                           std::span<const double> person) const {
  draw_covariates(subject, patient, person);
  const std::size_t count = typical_parameters_.size();
  patient.parameters.resize(count * occasions());
  const std::span<double> first = std::span(patient.parameters).first(count);
  std::ranges::copy(typical_parameters_, first.begin());
  if (spec_.uncertainty)
    draw_estimates(subject, first);
  scatter(subject_effects_, subject, 0, first);
  for (std::size_t k = occasions(); k-- > 0;) {
    const std::span<double> own = std::span(patient.parameters).subspan(k * count, count);
    if (k > 0)
      std::ranges::copy(first, own.begin());
    scatter(occasion_effects_, subject, k, own);
  }
}

}  // namespace ketascope
