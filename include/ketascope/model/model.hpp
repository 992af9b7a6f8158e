// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/diagnostic/diagnostic.hpp"
#include "ketascope/expr/expression.hpp"
#include "ketascope/model/dose_spec.hpp"
#include "ketascope/model/kinetics.hpp"
#include "ketascope/model/model_spec.hpp"
#include "ketascope/units/measure.hpp"
#include "ketascope/units/unit.hpp"

namespace ketascope {

enum class Grade { published, composite, unverified, reference, user };
enum class DrugForm { racemate, S, R };
enum class DoseBasis { base, hydrochloride };

struct Analyte {
  std::string id, name, enantiomer;
  std::optional<double> molar_mass;  ///< mg/umol
  std::string source;
};

struct Covariate {
  std::string name, description, unit_text, source;
  Unit unit;
  double standard = 0.0;            ///< internal units
  std::optional<double> low, high;  ///< validity range, internal units
  std::map<std::string, double> categories;
};

struct Parameter {
  std::string name, unit_text, source, description;
  Unit unit;
  double printed = 0.0;               ///< as in the source, in `unit`
  double value = 0.0;                 ///< internal units
  std::optional<double> rse_percent;  ///< also when the source gives a standard error
  enum class EstimateScale { lognormal, logit, normal };
  /// On which the estimate is taken to be normal.
  EstimateScale estimate = EstimateScale::lognormal;
};

struct Definition {
  std::string name, text, unit_text, source, description;
  Expression expression;                ///< other definitions inlined
  Unit unit;                            ///< display unit; its dimension is that of the value
  bool constant_between_events = true;  ///< no state and no TIME in it
};

struct Compartment {
  std::string name, description;
  int analyte = -1;    ///< index, -1 none
  bool amount = true;  ///< an amount of drug (mg or umol), not another state
  Unit unit;           ///< display unit of the state
  std::string unit_text;
  bool models_D = false, models_R = false;
  std::string F, ALAG, D, R, initial, derivative, source;  ///< texts, empty = default
};

struct Flow {
  int from = -1, to = -1;  ///< compartment index, -1 = outside
  std::string rate, amount_rate, label, source;
};

struct Output {
  std::string name, label, matrix, site, unit_text, text, kind;
  int analyte = -1;
  Unit unit;            ///< display unit
  Dimension dimension;  ///< of the values: that of `unit`
  bool shown = true;    ///< false: only when it is asked for
};

/// An enzyme of the model; its activity is the symbol `name`, 1 at baseline.
struct Enzyme {
  std::string name, turnover, description, source;
};

struct Route {
  std::string id, label, note, source;
  std::string grade;      ///< empty = as the model
  std::vector<int> into;  ///< compartment indices
  bool infusion = false;
  std::string interaction;  ///< id of the perpetrator that is given so; empty: the drug itself
  bool free = false;        ///< straight into a compartment; no study gives the drug so
};

struct RandomEffect {
  enum class Distribution { lognormal, logit, normal };
  enum class Level { subject, occasion };
  std::string name, source, note;
  int parameter = -1;
  Distribution distribution = Distribution::lognormal;
  Level level = Level::subject;
  double variance = 0.0;  ///< omega^2; for `normal` in (internal units)^2
  std::optional<double> variance_rse_percent;
};

struct Residual {
  int output = -1;
  std::optional<double> proportional_sd, log_sd, additive_sd;  ///< additive in internal units
  std::optional<double> sd_rse_percent;
  std::string source, note;
};

struct Citation {
  std::string text, authors, journal, doi, doi_missing;
  std::optional<int> year;
};

/// A published (or composed) pharmacokinetic model: immutable, cited, dimension-checked. Held as
/// std::shared_ptr<const Model>; indices refer to the vectors in file order.
struct Model {
  std::string file, id, title, summary, grade_reason;
  Grade grade = Grade::user;
  Citation citation;
  std::string population, population_age, population_weight;
  std::optional<int> population_n;
  DrugForm form = DrugForm::racemate;
  DoseBasis basis = DoseBasis::base;
  std::string matrix, site;  ///< site: arterial | venous | unknown
  bool molar = false;        ///< amounts inside are umol instead of mg
  int dose_analyte = -1;
  bool enantiomers_apart = false;  ///< an entry takes the part of a dose that is its enantiomer
  std::vector<std::string> left_out, conflicts, notes;
  std::vector<Analyte> analytes;
  std::vector<Covariate> covariates;
  std::vector<Parameter> parameters;
  std::vector<Definition> definitions;
  std::vector<Enzyme> enzymes;  ///< those that no interaction acts on
  std::vector<Compartment> compartments;
  std::vector<Flow> flows;
  std::vector<Output> outputs;
  std::vector<Route> routes;
  std::vector<Route> free_routes;  ///< straight into each compartment that holds an amount
  std::vector<RandomEffect> random_effects;
  std::vector<double> omega;   ///< covariance of random_effects, row-major n x n
  std::vector<int> estimated;  ///< parameters with a standard error
  /// Of their estimates, row-major, each on its scale; empty = independent.
  std::vector<double> estimate_correlation;
  std::vector<Residual> residuals;
  std::vector<CheckSpec> checks;
  Kinetics kinetics;

  /// Index by name, or -1.
  int compartment_index(std::string_view name) const;
  int output_index(std::string_view name) const;
  int parameter_index(std::string_view name) const;
  int covariate_index(std::string_view name) const;
  int definition_index(std::string_view name) const;
  /// Of `routes` or `free_routes`, or null.
  const Route* route(std::string_view id) const;
};

using ModelPtr = std::shared_ptr<const Model>;

struct BuiltModel {
  ModelPtr model;           ///< null when there are errors
  Diagnostics diagnostics;  ///< all problems; may hold warnings beside a model
};

/// Checks everything (names, units, dimensions, cycles, sources, structure) and compiles the
/// kinetics. Collects all problems in one run, in the order of the file.
///
/// Codes: model.format name missing_field no_source unknown_value citation grade_reason either_or
/// range duplicate_name unknown_symbol unknown_analyte unknown_compartment unknown_output cycle
/// dimension output_dimension not_constant not_an_amount derivative_of_amount flow_from_nowhere
/// flow_to_itself negative_volume probability covariance estimate check; those of parse_unit
/// (unit.*), and of parse_expression (expr.*) where no model.* code says it better.
BuiltModel build_model(const ModelSpec& spec);

std::string_view to_text(Grade);
std::string_view to_text(DrugForm);
std::string_view to_text(DoseBasis);

}  // namespace ketascope
