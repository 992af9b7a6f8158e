// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cli/console.hpp"
#include "cli/population_run.hpp"
#include "ketascope/io/scenario_paths.hpp"

namespace ketascope::cli {
namespace {

/// The documents as one: the first one's display, the scenarios of all, the population that is
/// there.
tl::expected<Source, Diagnostics> as_one(std::vector<Source> sources) {
  if (sources.size() == 1) {
    return std::move(sources.front());
  }
  for (Source& source : sources) {
    source.document = with_paths_from(std::move(source.document), source.folder, {});
    source.folder.clear();
  }
  make_names_unique(sources);
  Source one = std::move(sources.front());
  for (std::size_t s = 1; s < sources.size(); ++s) {
    ScenarioFile& document = sources[s].document;
    std::ranges::move(document.scenarios, std::back_inserter(one.document.scenarios));
    std::ranges::move(sources[s].files, std::back_inserter(one.files));
    if (!document.title.empty()) {
      one.document.title += (one.document.title.empty() ? "" : "; ") + document.title;
    }
    auto& population = one.document.population;
    if (!population) {
      population = std::move(document.population);
    } else if (document.population && *document.population != *population) {
      return tl::unexpected(Diagnostics{
          {Severity::error,
           "population.several",
           "the files have different virtual patients",
           {},
           {},
           "arms of one population have the same [population], or only one file has it"}});
    }
  }
  return one;
}

}  // namespace

bool describes_population(std::span<const Source> sources) {
  return std::ranges::any_of(
      sources, [](const Source& source) { return source.document.population.has_value(); });
}

int run_sources_as_population(std::vector<Source> sources, const OutputOptions& output,
                              const PeopleOptions& people, std::string_view command) {
  std::string unfit;
  for (const auto& [name, target] :
       {std::pair("--json", &output.json), std::pair("--audit", &output.audit)}) {
    if (!target->empty()) {
      unfit += (unfit.empty() ? "" : ", ") + std::string(name);
    }
  }
  if (!unfit.empty()) {
    say(fmt::format("ketascope {}: not of a population: {}", command, unfit));
    say("They are of single subjects; `ketascope population --help` shows what there is of many.");
    return exit_usage;
  }
  auto one = as_one(std::move(sources));
  if (!one) {
    print(one.error());
    return exit_problems;
  }
  DisplaySpec& display = one->document.display;
  display.unit = output.unit.value_or(display.unit);
  display.log_axis = display.log_axis || output.log;
  display.observed = display.observed || output.observed;
  if (!output.bands.empty()) {
    display.bands = output.bands;
  }
  return run_population(std::move(*one), people, output);
}

}  // namespace ketascope::cli
