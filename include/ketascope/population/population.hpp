// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/diagnostic/diagnostic.hpp"
#include "ketascope/population/sketch.hpp"
#include "ketascope/sim/block.hpp"
#include "ketascope/sim/scenario.hpp"
#include "ketascope/sim/simulate.hpp"

namespace ketascope {

inline constexpr std::uint64_t most_patients = 4'000'000'000u;

/// Where something was read, for messages about it. No part of its value: all are equal.
struct SpecPlace {
  std::string file;
  SourceLocation at;
  bool operator==(const SpecPlace&) const { return true; }
};

/// The same of single fields by their names ("percentiles"), and of the whole under "".
struct SpecPlaces {
  std::map<std::string, SpecPlace, std::less<>> of;
  bool operator==(const SpecPlaces&) const { return true; }
};

/// How a covariate varies between virtual patients. Numbers are in `unit`.
struct CovariateDistribution {
  enum class Kind { normal, lognormal, uniform, categories };
  std::string name;
  Kind kind = Kind::normal;
  std::string unit;
  double mean = 0.0;                ///< of a lognormal: the median
  double sd = 0.0;                  ///< of a lognormal: of the logarithm
  std::optional<double> low, high;  ///< uniform: its ends; otherwise values outside are cut off
  std::map<std::string, double> probabilities;  ///< categories by label
  /// Another, categorical covariate that chooses mean and sd: label -> {mean, sd}.
  std::string by;
  std::map<std::string, std::pair<double, double>> groups;
  SpecPlace place{};
  bool operator==(const CovariateDistribution&) const = default;
};

/// Correlation of the normal scores of two covariates.
struct CovariateCorrelation {
  std::string first, second;
  double correlation = 0.0;
  SpecPlace place{};
  bool operator==(const CovariateCorrelation&) const = default;
};

/// What a patient is to reach: a metric of an output above or below a value.
struct PopulationTarget {
  std::string name;
  std::string output;
  /// cmax, tmax, auc, cmin (lowest value from the first peak on), last, time_above
  std::string metric;
  double value = 0.0;
  std::string unit;
  bool above = true;
  std::optional<Measure> level;  ///< time_above: of this concentration
  SpecPlace place{};
  bool operator==(const PopulationTarget&) const = default;
};

/// A population of virtual patients. Variability comes from the model; this says how many patients,
/// which of its sources are used and who they are.
struct PopulationSpec {
  std::uint64_t count = 1000;
  std::uint64_t seed = 1;
  std::uint64_t first_subject = 0;  ///< patients are numbered from here
  bool between_subjects = true;
  bool between_occasions = true;
  bool residual = false;           ///< add residual error to the curves
  bool uncertainty = false;        ///< each patient has his own draw of the estimates' uncertainty
  std::vector<Measure> occasions;  ///< starts of occasions after the first
  std::vector<CovariateDistribution> covariates;
  std::vector<CovariateCorrelation> correlations;
  std::string covariate_table;           ///< CSV with a row per patient, used round and round
  std::vector<std::string> table_names;  ///< its columns
  std::vector<std::string> table_units;  ///< of each column; empty: that of the model
  std::vector<std::vector<std::string>> table_labels;  ///< of columns with words
  std::vector<double> table_values;          ///< row by row; a word as its place in table_labels
  std::string table_file;                    ///< where it was read
  std::vector<SourceLocation> table_places;  ///< of each value
  std::vector<double> percentiles{5.0, 50.0, 95.0};
  std::vector<PopulationTarget> targets;
  double relative_error = 0.001;      ///< of percentiles, when not all values can be kept
  double memory_mb = 64.0;            ///< up to here all values are kept and percentiles are exact
  std::vector<std::uint64_t> curves;  ///< patients whose own curves are wanted
  bool patients = false;              ///< a table of every patient's covariates and metrics
  std::vector<std::string> outputs;   ///< shown columns by name; empty = those that models show
  bool curve_summaries = true;        ///< percentiles over time are wanted
  bool metric_summaries = true;       ///< Cmax, tmax, AUC and time in bands are wanted
  SpecPlaces places{};
  bool operator==(const PopulationSpec&) const = default;
};

/// What is wrong with a specification in itself, whatever the models: all of it, each with its
/// place. simulate_population() refuses the same. Codes population.*.
Diagnostics check_population(const PopulationSpec& spec);

/// A band whose time is counted for one output of one arm, in internal units; an open end is
/// absent.
struct PopulationBand {
  std::size_t arm = 0;
  std::string output;
  std::string id;
  std::optional<double> low, high;
};

struct Summary {
  std::uint64_t count = 0, missing = 0;
  std::uint64_t zeros = 0;  ///< of `count`: exactly 0
  double mean = 0.0, minimum = 0.0, maximum = 0.0;
  std::vector<double> percentiles;  ///< at PopulationSpec::percentiles
};

struct PopulationColumn {
  ColumnInfo info;
  std::vector<double> mean;                      ///< per row
  std::vector<std::vector<double>> percentiles;  ///< [level][row]
};

struct PopulationMetric {
  std::string name;    ///< cmax, tmax, auc; time_in_band:<id>
  std::string output;  ///< column name
  Summary summary;
};

struct PopulationTargetResult {
  std::string name;
  std::string output;
  std::uint64_t reached = 0, count = 0;
};

/// One patient's own curve, asked for by number.
struct PatientCurve {
  std::uint64_t subject = 0;
  Status status = Status::completed;
  std::vector<double> values;  ///< column-major, as SubjectResult::values
};

/// One row per patient when PopulationSpec::patients: covariates, parameters and metrics.
struct PatientTable {
  std::vector<std::string> names;  ///< with their units, but for metrics
  /// From here on ArmResult::metrics, in internal units.
  std::size_t first_metric = 0;
  std::vector<double> values;  ///< row-major, one row per patient
};

/// One arm: one scenario given to all patients.
struct ArmResult {
  std::string name;
  ModelPtr model;
  std::string solver;
  std::vector<BlockRow> rows;
  std::vector<PopulationColumn> columns;
  std::vector<PopulationMetric> metrics;
  std::vector<PopulationTargetResult> targets;
  std::vector<PatientCurve> curves;
  PatientTable patients;
  std::uint64_t simulated = 0;  ///< patients whose block is complete
  std::map<Status, std::uint64_t> statuses;
  bool exact = true;  ///< percentiles of all values, not of histograms
  double relative_error = 0.0;
};

struct PopulationResult {
  PopulationSpec spec;
  std::vector<ArmResult> arms;
  bool complete = true;  ///< false after a cancel: `simulated` tells how far it got
  Diagnostics warnings;
};

/// Receives whole blocks while a population runs, in the order of patients: values[(c * rows + r) *
/// patients + i] for the patients first ... first + patients - 1.
struct PopulationSink {
  virtual ~PopulationSink() = default;
  /// Metrics and targets of the same patients (ArmLayout::measured), just before their block:
  /// measured[m * patients + i]; of a target 1 or 0. NaN where a simulation failed.
  virtual void measured(std::size_t /*arm*/, std::uint64_t /*first*/, std::size_t /*patients*/,
                        std::span<const double> /*measured*/) {}
  virtual void block(std::size_t arm, std::uint64_t first, std::size_t patients,
                     std::span<const double> values, std::span<const Status> status) = 0;
};

/// Gives every arm to the same virtual patients. Bad input comes back as diagnostics, all of it;
/// what happens to single patients is counted by status. The number of threads changes no bit, and
/// neither does the number of patients change any of them.
tl::expected<PopulationResult, Diagnostics> simulate_population(
    const std::vector<Scenario>& arms, const PopulationSpec& spec,
    const std::vector<PopulationBand>& bands = {}, const RunControl& control = {},
    PopulationSink* sink = nullptr);

/// As above for a part of the patients, with everything countable still in counts, so that parts
/// from anywhere can be put together: merge() of two is the part that holds both.
class PopulationPart {
 public:
  struct Counts {
    std::vector<Sketch> curves, metrics;
    std::vector<std::uint64_t> reached, judged;
    std::map<Status, std::uint64_t> statuses;
    std::uint64_t simulated = 0;
    bool operator==(const Counts&) const = default;
  };
  std::vector<Counts> arms;

  void merge(const PopulationPart& other);
  void save(std::vector<std::uint64_t>& to) const;
  /// False when the numbers do not fit.
  bool restore(const std::vector<std::uint64_t>& from);
  bool operator==(const PopulationPart&) const = default;
};
tl::expected<PopulationPart, Diagnostics> simulate_part(const std::vector<Scenario>& arms,
                                                        const PopulationSpec& spec,
                                                        std::uint64_t first, std::uint64_t count,
                                                        const std::vector<PopulationBand>& bands,
                                                        const RunControl& control = {});
/// What simulate_population() gives, from counts.
PopulationResult summarise(const std::vector<Scenario>& arms, const PopulationSpec& spec,
                           const std::vector<PopulationBand>& bands, const PopulationPart& part);

}  // namespace ketascope
