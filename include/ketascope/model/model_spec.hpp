// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ketascope/diagnostic/diagnostic.hpp"
#include "ketascope/model/dose_spec.hpp"
#include "ketascope/units/measure.hpp"

/// A model exactly as its file states it, every piece with its place in the file. Nothing here is
/// checked; build_model() turns it into a Model or into diagnostics.
namespace ketascope {

/// Text with its place. `at` points at the first character of the text itself (inside the quotes),
/// so that an offset inside an expression maps to a column.
struct TextAt {
  std::string value;
  SourceLocation at;
  bool empty() const { return value.empty(); }
};

struct MeasureAt {
  Measure value;
  SourceLocation at;
};

struct AnalyteSpec {
  TextAt id;          ///< "ketamine", "S-norketamine"
  TextAt name;        ///< shown
  TextAt enantiomer;  ///< "", "racemate", "S", "R"
  std::optional<MeasureAt> molar_mass;
  TextAt source;
};

struct CovariateSpec {
  TextAt name;  ///< WT, AGE, RACE ...
  TextAt description, unit, source;
  std::optional<double> standard, low,
      high;  ///< value when none is given; validity range; in `unit`
  std::map<std::string, double> categories;  ///< label -> code, for categorical ones
  SourceLocation at;
};

struct ParameterSpec {
  TextAt name;
  std::optional<double> value;
  TextAt unit, source, description;
  std::optional<double> rse_percent;     ///< relative standard error of the estimate
  std::optional<double> standard_error;  ///< same unit as value
  TextAt estimate;                       ///< lognormal|logit|normal: scale of its uncertainty
  SourceLocation at;
};

struct DefinitionSpec {
  TextAt name, expression, unit, source, description;
  SourceLocation at;
};

struct CompartmentSpec {
  TextAt name, description, analyte;
  TextAt unit;                 ///< empty = an amount of drug; otherwise a non-mass state
  TextAt initial, derivative;  ///< derivative only for non-mass states
  TextAt F, ALAG, D, R;        ///< dosing of this compartment, as in NONMEM
  TextAt amount;  ///< "mass": holds mg although the model holds umol; empty = as the model
  TextAt source;
  SourceLocation at;
};

/// Drug moving at `rate` (first order, 1/time) times the amount in `from`, or at `amount_rate`
/// (amount/time) whatever is there. An empty `to` is elimination, an empty `from` is production.
struct FlowSpec {
  TextAt from, to, rate, amount_rate, label, source;
  SourceLocation at;
};

struct OutputSpec {
  TextAt name, label, analyte, matrix, site, expression, unit,
      kind;                   ///< kind: concentration|amount|effect|other
  std::optional<bool> shown;  ///< false: only when it is asked for
  SourceLocation at;
};

/// An enzyme whose activity, relative to its own baseline, is a symbol of this name. It is the
/// number 1 until an interaction acts on it; then a state that is made and degraded at `turnover`.
struct EnzymeSpec {
  TextAt name, turnover, description, source;
  SourceLocation at;
};

struct RouteSpec {
  TextAt id, label, note, source, grade;
  std::vector<TextAt> into;  ///< every compartment gets a record with the full amount
  bool infusion = false;     ///< may be given over a time chosen by the user
  TextAt interaction;  ///< id of the perpetrator that is given so; such doses may begin before 0
  SourceLocation at;
};

struct RandomEffectSpec {
  TextAt name, parameter, distribution, level,
      source;                                  ///< lognormal|logit|normal ; subject|occasion
  std::optional<double> variance;              ///< omega^2
  std::optional<double> cv_percent;            ///< instead: omega^2 = ln(1 + CV^2)
  std::optional<double> variance_rse_percent;  ///< relative standard error of omega^2
  std::optional<double> sd_rse_percent;        ///< instead: of omega (or of the CV)
  TextAt note;
  SourceLocation at;
};

struct CovarianceSpec {
  TextAt first, second, source;  ///< names of random effects
  std::optional<double> covariance, correlation;
  SourceLocation at;
};

/// How estimates hang together: of all pairs of the parameters named.
struct EstimateCorrelationSpec {
  std::vector<TextAt> of;
  std::vector<double> lower;  ///< below the diagonal, row by row
  bool covariance = false;    ///< else correlations; in the product of the parameters' units
  TextAt source;
  SourceLocation at;
};

struct ResidualSpec {
  TextAt output, source, note;
  std::optional<double> proportional_sd;  ///< fraction
  std::optional<double> log_sd;           ///< additive on the log scale
  std::optional<double> sd_rse_percent;   ///< relative standard error of these
  std::optional<MeasureAt> additive_sd;
  SourceLocation at;
};

struct CheckSpec {
  TextAt id, kind, source, evidence;  ///< evidence: published | derived
  std::optional<MeasureAt> expected;
  std::optional<double> tolerance_percent;
  std::optional<MeasureAt> tolerance;  ///< absolute; one of both
  std::vector<DoseSpec> doses;
  std::map<std::string, Measure> covariates;
  TextAt output;  ///< cmax, tmax, auc, value, csht
  std::optional<Measure> at_time, from, until;
  TextAt definition;                 ///< kind = definition
  std::vector<TextAt> compartments;  ///< kind = half_life: the sub-system
  int phase = 1;                     ///< 1 = slowest
  SourceLocation at;
};

struct ModelSpec {
  std::string file;
  TextAt format, id, title, summary, grade, grade_reason;
  TextAt citation, authors, journal, doi, doi_missing;
  std::optional<int> year;
  TextAt population;  ///< sentence
  std::optional<int> population_n;
  TextAt population_age, population_weight;
  TextAt form, basis, matrix, site,
      amount;  ///< racemate|S|R, base|hydrochloride, plasma.., arterial|venous|unknown, mass|molar
  TextAt dose_analyte;  ///< analyte whose molar mass converts a dose
  TextAt
      enantiomers;  ///< "apart": each entry compartment takes its own enantiomer's part of a dose
  std::vector<TextAt> left_out, conflicts, notes;
  std::vector<AnalyteSpec> analytes;
  std::vector<CovariateSpec> covariates;
  std::vector<ParameterSpec> parameters;
  std::vector<DefinitionSpec> definitions;
  std::vector<EnzymeSpec> enzymes;
  std::vector<CompartmentSpec> compartments;
  std::vector<FlowSpec> flows;
  std::vector<OutputSpec> outputs;
  std::vector<RouteSpec> routes;
  std::vector<RandomEffectSpec> random_effects;
  std::vector<CovarianceSpec> covariances;
  std::vector<EstimateCorrelationSpec> estimate_correlations;
  std::vector<ResidualSpec> residuals;
  std::vector<CheckSpec> checks;
};

}  // namespace ketascope
