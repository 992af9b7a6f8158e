// SPDX-License-Identifier: GPL-3.0-or-later
#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <stdexcept>

#include "app/individual.hpp"
#include "ketascope/app/card.hpp"

namespace ketascope {

std::vector<double> individual_inputs(const Model& model, std::span<const double> covariates,
                                      double dose_mg) {
  if (!covariates.empty() && covariates.size() != model.covariates.size()) {
    throw std::logic_error("covariates: one value per covariate of the model is needed");
  }
  std::vector<double> inputs;
  for (const Parameter& parameter : model.parameters) {
    inputs.push_back(parameter.value);
  }
  for (std::size_t c = 0; c < model.covariates.size(); ++c) {
    inputs.push_back(covariates.empty() ? model.covariates[c].standard : covariates[c]);
  }
  inputs.push_back(dose_mg);
  return inputs;
}

std::vector<double> half_lives_h(const Model& model, std::span<const int> compartments,
                                 std::span<const double> covariates) {
  const Kinetics& kinetics = model.kinetics;
  if (!kinetics.linear) {
    return {};
  }
  const auto n = static_cast<Eigen::Index>(kinetics.states);
  const auto values = kinetics.linear_system.run(individual_inputs(model, covariates, 0.0));
  Eigen::MatrixXd full = Eigen::MatrixXd::Zero(n, n);
  for (std::size_t e = 0; e < kinetics.jacobian_entries.size(); ++e) {
    full(kinetics.jacobian_entries[e].row, kinetics.jacobian_entries[e].col) = values[e];
  }
  Eigen::MatrixXd part = full;
  if (!compartments.empty()) {
    const auto size = static_cast<Eigen::Index>(compartments.size());
    part.resize(size, size);
    for (Eigen::Index r = 0; r < size; ++r) {
      for (Eigen::Index c = 0; c < size; ++c) {
        part(r, c) = full(compartments[static_cast<std::size_t>(r)],
                          compartments[static_cast<std::size_t>(c)]);
      }
    }
  }
  if (!part.allFinite()) {
    return {};
  }
  const Eigen::VectorXcd rates = Eigen::EigenSolver<Eigen::MatrixXd>(part, false).eigenvalues();
  // Whatever does not decay (a collecting compartment) has a rate of zero but for rounding.
  const double nothing = 1e-12 * part.cwiseAbs().maxCoeff();
  std::vector<double> half_lives;
  for (const auto& rate : rates) {
    if (rate.real() < -nothing) {
      half_lives.push_back(-std::numbers::ln2 / rate.real());
    }
  }
  std::ranges::sort(half_lives, std::greater{});
  return half_lives;
}

}  // namespace ketascope
