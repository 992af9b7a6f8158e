// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/app/library.hpp"
#include "ketascope/io/event_table.hpp"

namespace ketascope {

/// What is wanted of an event table besides its records, and what it gave.
struct TableReading {
  std::vector<std::string> carry;
  bool curve = true;  ///< sample a regular grid too where the scenario asks for none
  std::vector<TextColumn> carried;
};

/// prepare() of library.hpp, with a say in how an event table is read.
tl::expected<Scenario, Diagnostics> prepare(const ScenarioSpec& spec, const Library& library,
                                            const std::filesystem::path& folder,
                                            TableReading& reading);

/// Reads the table `path` as the scenario's regimen. Model, subject and sampling are set before.
Diagnostics read_event_table(const std::filesystem::path& path, Scenario& scenario,
                             TableReading& reading);

/// Everything that is wrong with the doses of a scenario, found without simulating it.
Diagnostics dosing_problems(const Scenario& scenario);

/// Gives problems of an event table their columns, and keeps a readable number of them.
void locate_in_events(Diagnostics& problems, const Scenario& scenario);

}  // namespace ketascope
