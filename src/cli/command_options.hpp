// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"

/// How the options of each command are read: names, help and where the values go.
namespace ketascope::cli {

void simulate_options(CLI::App& command, SimulateOptions& options);
void compare_options(CLI::App& command, CompareOptions& options);
void models_options(CLI::App& command, ModelsOptions& options);
void show_options(CLI::App& command, ShowOptions& options);
void new_model_options(CLI::App& command, NewModelOptions& options);
void events_options(CLI::App& command, EventsOptions& options);
void check_options(CLI::App& command, CheckOptions& options);
void verify_options(CLI::App& command, VerifyOptions& options);
void effect_options(CLI::App& command, EffectsOptions& options);
void perpetrator_options(CLI::App& command, PerpetratorsOptions& options);
void calibrate_options(CLI::App& command, CalibrateOptions& options);
void validate_options(CLI::App& command, ValidateOptions& options);
void population_options(CLI::App& command, SimulateOptions& options);
void bench_options(CLI::App& command, BenchCommandOptions& options);
/// Who the virtual patients are and what is made of them, but no files.
void add_who_options(CLI::App& command, PeopleOptions& options, const char* n);
void sweep_options(CLI::App& command, SweepOptions& options);

}  // namespace ketascope::cli
