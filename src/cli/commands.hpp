// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The commands, free of how their options are read: main.cpp fills the options and calls one of
/// them.
namespace ketascope::cli {

inline constexpr int exit_ok = 0;
inline constexpr int exit_problems = 1;  ///< errors in the input, or failed checks
inline constexpr int exit_usage = 2;     ///< the command itself makes no sense

/// Where results go and how they are shown. "-" as a path is standard output.
struct OutputOptions {
  std::string out, json, plot, audit, save;
  std::optional<std::string> unit;
  bool log = false;
  std::vector<std::string> bands;
  bool observed = false;  ///< published data over the curves
  bool quiet = false;
};

/// Of virtual patients: the same for every command that gives doses to them.
struct PeopleOptions {
  std::optional<std::uint64_t> n, seed;
  std::optional<double> memory_mb;
  std::string percentiles;  ///< "5,50,95"
  bool residual = false, uncertainty = false;
  int threads = 0;
  std::string metrics, patients, curves, netcdf;
};

struct SimulateOptions {
  std::vector<std::string> files;
  std::string model, route, dose;
  std::optional<std::string> duration, rate, start, interval, weight, age, until, step, solver;
  std::optional<std::string> strength;  ///< of the solution, when the dose is a volume
  std::string form, basis;
  int repeats = 0;
  bool steady_state = false;
  std::vector<std::string> effects;     ///< ids, one text may name several
  std::vector<std::string> with;        ///< interactions, ID or ID:REGIMEN
  std::vector<std::string> parameters;  ///< NAME="value unit"
  std::vector<std::string> covariates;  ///< NAME=value or NAME=category
  std::string data;                     ///< an event table instead of a dose
  std::optional<std::string> grid, policy;
  std::vector<std::string> carry;  ///< columns of the table, one text may name several
  PeopleOptions people;
  OutputOptions output;
};
int simulate_command(const SimulateOptions& options);
/// simulate_command() of files, whose scenarios are given to virtual patients in any case.
int population_command(const SimulateOptions& options);

struct EventsOptions {
  std::string file;
  std::string scenario;  ///< name, where the file holds several
  std::string out;
};
int events_command(const EventsOptions& options);

struct CompareOptions {
  std::vector<std::string> files;
  std::string models;  ///< instead of files: "all" or ids divided by commas
  std::string route, dose, form, basis;
  std::optional<std::string> duration, rate, strength, weight, age, until;
  OutputOptions output;
};
int compare_command(const CompareOptions& options);

struct ModelsOptions {
  bool json = false;
  bool missing = false;
};
int models_command(const ModelsOptions& options);

struct ShowOptions {
  std::string model;
  std::string html;
};
int show_command(const ShowOptions& options);

struct NewModelOptions {
  std::string id = "my-model";
  std::string out;  ///< empty: ID.toml in the working directory
};
int new_model_command(const NewModelOptions& options);

struct CheckOptions {
  std::vector<std::string> files;
};
int check_command(const CheckOptions& options);

struct VerifyOptions {
  std::vector<std::string> models;
  bool json = false;
  std::string html;  ///< also the report as a page
};
int verify_command(const VerifyOptions& options);

struct EffectsOptions {
  std::string show;  ///< id; empty lists all
};
int effects_command(const EffectsOptions& options);

struct PerpetratorsOptions {
  std::string show;  ///< id; empty lists all
};
int perpetrators_command(const PerpetratorsOptions& options);

struct CalibrateOptions {
  std::string model = "ketascope-reference";
  std::vector<std::string> stages;
  int rounds = 0, iterations = 0;  ///< 0 = as usual
  std::string out;                 ///< folder for the tables
  std::string write;               ///< the model file with the values in it
};
int calibrate_command(const CalibrateOptions& options);

struct ValidateOptions {
  std::string model = "ketascope-reference";
  std::string html, csv;
};
int validate_command(const ValidateOptions& options);

struct BenchCommandOptions {
  int threads = 1, repeats = 3;
  std::size_t subjects = 10'000;
  std::vector<std::string> only;
};
int bench_command(const BenchCommandOptions& options);

struct SweepOptions {
  std::string file, out, plot;
  PeopleOptions people;  ///< no files
  bool quiet = false;
};
int sweep_command(const SweepOptions& options);

int bands_command();
int version_command();

}  // namespace ketascope::cli
