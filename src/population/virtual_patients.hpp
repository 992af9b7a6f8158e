// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "ketascope/population/draws.hpp"
#include "ketascope/population/population.hpp"

namespace ketascope {

/// Who the patients are: covariates and parameters of patient number i, from draws alone. For one
/// arm; the same patient has the same scores in every arm.
class VirtualPatients {
 public:
  /// `typical`: the resolved record of the arm's typical subject. Problems are appended.
  VirtualPatients(const Scenario& scenario, const SubjectRecords& typical,
                  const PopulationSpec& spec, Diagnostics& problems);

  struct Patient {
    std::vector<double> covariates;  ///< model order, internal units
    double weight_kg = 0.0;          ///< for doses per body weight
    std::vector<double> parameters;  ///< [occasion * parameters + p], internal units
    std::vector<double> others;      ///< others(): in the unit that they were given in
  };
  /// Memory of `patient` is reused. `person`: covariates of the person in an event table whom this
  /// patient is; absent = the typical ones.
  void draw(std::uint64_t subject, Patient& patient, std::span<const double> person = {}) const;
  /// Whether a covariate of the model comes from this population: it is drawn, or in its table.
  bool decides(std::size_t covariate) const;
  std::size_t occasions() const { return 1 + occasion_starts_h_.size(); }
  std::span<const double> occasion_starts_h() const { return occasion_starts_h_; }
  bool weights_vary() const { return weights_vary_; }
  /// Of the subject whom the scenario describes.
  double typical_weight_kg() const { return typical_weight_kg_; }
  const Draws& draws() const { return draws_; }
  /// Covariates drawn that this arm's model does not know, because another covariate or arm needs
  /// them: name and unit, or name and labels with their codes.
  std::vector<std::string> others() const;

 private:
  struct Drawn {
    const CovariateDistribution* from = nullptr;
    int index = -1;  ///< of the model; -1: WT for doses only
    double factor = 1.0;
    std::vector<std::pair<double, double>> steps;  ///< category code, cumulative probability
    int by = -1;                                   ///< index into drawn_
    std::vector<std::pair<double, std::pair<double, double>>> groups;  ///< code -> mean, sd
    std::uint64_t key = 0;
  };
  struct Effects {
    std::vector<std::size_t> index;  ///< of Model::random_effects
    std::vector<double> root;        ///< lower triangle of the covariance's root, row-major
  };
  void read_covariates(Diagnostics& problems);
  void read_table(Diagnostics& problems);
  double code_of(const Covariate* covariate, const std::string& label, std::size_t column,
                 Diagnostics& problems) const;
  SpecPlace place_in_table(std::size_t column, const std::function<bool(double)>& is) const;
  void check_table_numbers(const Covariate* covariate, std::size_t column, double factor,
                           Diagnostics& problems) const;
  void read_uncertainty();
  void read_correlations(Diagnostics& problems);
  Effects effects_at(RandomEffect::Level level) const;
  void draw_estimates(std::uint64_t subject, std::span<double> parameters) const;
  double score_of(std::size_t i, std::span<const double> score) const;
  static std::pair<double, double> spread_of(const Drawn& d, std::span<const double> value);
  static double value_of(const Drawn& d, double z, std::span<const double> value);
  void draw_within_limits(std::uint64_t subject, std::span<double> score,
                          std::span<double> value) const;
  void draw_covariates(std::uint64_t subject, Patient& patient,
                       std::span<const double> person) const;
  void scatter(const Effects& effects, std::uint64_t subject, std::size_t occasion,
               std::span<double> parameters) const;

  const Model& model_;
  const PopulationSpec& spec_;
  Draws draws_;
  std::vector<double> typical_parameters_, typical_covariates_;
  double typical_weight_kg_ = 70.0;
  bool weights_vary_ = false;
  std::vector<Drawn> drawn_;
  std::vector<double> correlation_root_;
  struct TableColumn {
    int index = -1;  ///< of the model
    bool weight = false;
    double factor = 1.0;
    std::vector<double> codes;  ///< of the labels; empty: numbers
  };
  std::vector<TableColumn> table_columns_;
  Effects subject_effects_, occasion_effects_;
  std::vector<std::uint64_t> effect_keys_;
  /// Of the estimates with a standard error: sd on their scale, root of their correlations.
  std::vector<double> estimate_sd_, estimate_root_;
  std::vector<std::uint64_t> estimate_keys_;
  std::vector<double> size_sd_;  ///< of the logarithm of each effect's omega; 0 = known
  std::vector<std::uint64_t> size_keys_;
  std::vector<double> occasion_starts_h_;
};

/// Lower triangle L of a covariance C = L L', row-major n x n; columns without variance are zero.
/// Empty when C is not positive semidefinite.
std::vector<double> covariance_root(std::span<const double> covariance, std::size_t n);

}  // namespace ketascope
