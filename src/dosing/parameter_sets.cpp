// SPDX-License-Identifier: GPL-3.0-or-later
#include "dosing/parameter_sets.hpp"

#include <algorithm>
#include <stdexcept>

namespace ketascope {

ParameterSets::ParameterSets(const Model& model, const SubjectRecords& subject)
    : model_(model), subject_(subject), width_(model.kinetics.individual_inputs()) {
  const std::size_t covariate_count = model.covariates.size();
  const std::size_t rows = subject.records.size();
  if (covariate_count > 0 && subject.covariates.size() != covariate_count &&
      subject.covariates.size() != covariate_count * rows)
    throw std::logic_error("covariates must have one row per record, or one row in all");
  const std::size_t parameter_count = model.parameters.size();
  parameters_ = subject.parameters;
  if (parameters_.empty())
    for (const Parameter& p : model.parameters)
      parameters_.push_back(p.value);
  if (parameters_.size() != parameter_count && parameters_.size() != parameter_count * rows)
    throw std::logic_error("parameters must have one row per record, or one row in all");

  of_record_.reserve(rows);
  for (std::size_t r = 0; r < rows; ++r) {
    const bool repeats = r > 0 && std::ranges::equal(covariates(r), covariates(r - 1)) &&
                         std::ranges::equal(parameters(r), parameters(r - 1));
    of_record_.push_back(repeats ? of_record_.back() : append(r, covariates(r)));
  }
}

std::span<const double> ParameterSets::covariates(std::size_t r) const {
  const std::size_t count = model_.covariates.size();
  const bool constant = subject_.covariates.size() == count;
  return std::span(subject_.covariates).subspan(constant ? 0 : r * count, count);
}

std::span<const double> ParameterSets::parameters(std::size_t r) const {
  const std::size_t count = model_.parameters.size();
  return std::span(parameters_).subspan(parameters_.size() == count ? 0 : r * count, count);
}

int ParameterSets::append(std::size_t r, std::span<const double> covariates) {
  const int index = static_cast<int>(values_.size() / width_);
  const std::span<const double> own = parameters(r);
  values_.insert(values_.end(), own.begin(), own.end());
  values_.insert(values_.end(), covariates.begin(), covariates.end());
  values_.push_back(0.0);  // DOSE, filled in for dosing quantities only
  return index;
}

int ParameterSets::between(std::size_t a, std::size_t b, double f) {
  std::vector<double> mixed(covariates(a).begin(), covariates(a).end());
  const std::span<const double> other = covariates(b);
  for (std::size_t i = 0; i < mixed.size(); ++i)
    if (model_.covariates[i].categories.empty())
      mixed[i] += f * (other[i] - mixed[i]);
  return append(a, mixed);
}

DoseValues ParameterSets::dose_values(int set, int cmt, double amt_mg) const {
  std::vector<double> inputs(values_.begin() + static_cast<std::ptrdiff_t>(width_) * set,
                             values_.begin() + static_cast<std::ptrdiff_t>(width_) * (set + 1));
  inputs.back() = amt_mg;
  const std::vector<double> all = model_.kinetics.dosing.run(inputs);
  const std::size_t at = 4 * static_cast<std::size_t>(cmt);
  return {all[at], all[at + 1], all[at + 2], all[at + 3]};
}

}  // namespace ketascope
