// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/report.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <iterator>
#include <set>

#include "cli/console.hpp"
#include "cli/run_watch.hpp"
#include "ketascope/app/card.hpp"
#include "ketascope/app/dose_conversion.hpp"
#include "ketascope/app/effects.hpp"
#include "ketascope/app/export.hpp"
#include "ketascope/app/figure.hpp"
#include "ketascope/app/observations.hpp"
#include "ketascope/io/scenario_paths.hpp"
#include "ketascope/io/targets.hpp"
#include "ketascope/version.hpp"

namespace ketascope::cli {
namespace {

namespace fs = std::filesystem;

void append(Diagnostics& all, const Diagnostics& more) {
  all.insert(all.end(), more.begin(), more.end());
}

Diagnostic error(std::string code, std::string message, std::string hint = {}) {
  return {Severity::error, std::move(code), std::move(message), {}, {}, std::move(hint)};
}

Diagnostics check_targets_of(const OutputOptions& options) {
  Diagnostics problems = check_targets(
      std::vector{options.out, options.json, options.plot, options.audit, options.save});
  if (!options.plot.empty()) {
    if (const auto format = check_figure_path(options.plot); !format) {
      append(problems, format.error());
    }
  }
  return problems;
}

/// The first document decides how things are shown; options have the last word.
DisplaySpec display_for(const std::vector<Source>& sources, const OutputOptions& options) {
  DisplaySpec display = sources.front().document.display;
  if (options.unit) {
    display.unit = *options.unit;
  }
  if (options.log) {
    display.log_axis = true;
  }
  if (!options.bands.empty()) {
    display.bands = options.bands;
  }
  return display;
}

std::string title_for(const std::vector<Source>& sources) {
  std::string title;
  for (const Source& source : sources) {
    const std::string& part = source.document.title;
    if (!part.empty()) {
      title += (title.empty() ? "" : "; ") + part;
    }
  }
  return title;
}

class Delivery {
 public:
  explicit Delivery(bool quiet) : quiet_(quiet) {}

  void text(const std::string& target, const std::string& content) {
    if (target.empty() || failed_) {
      return;
    }
    if (target == "-") {
      failed_ = !put(content);
      return;
    }
    report(target, write_file(target, content));
  }
  void figure(const std::string& target, const Figure& figure) {
    if (!target.empty() && !failed_) {
      report(target, write_figure(figure, target));
    }
  }
  bool failed() const { return failed_; }

 private:
  void report(const std::string& target, const tl::expected<void, Diagnostics>& written) {
    if (!written) {
      print(written.error());
      failed_ = true;
    } else if (!quiet_) {
      say("wrote " + target);
    }
  }

  bool quiet_ = false;
  bool failed_ = false;
};

/// The scenarios of all sources as one document, to be written to `target`.
std::string saved_document(const std::vector<Source>& sources, const DisplaySpec& display,
                           const std::string& target) {
  ScenarioFile document = document_for(sources.front(), target);
  for (std::size_t s = 1; s < sources.size(); ++s) {
    ScenarioFile more = document_for(sources[s], target);
    std::ranges::move(more.scenarios, std::back_inserter(document.scenarios));
  }
  document.display = display;
  document.written_by = std::string(version);
  return to_toml(document);
}

}  // namespace

ScenarioFile document_for(const Source& source, const std::string& target) {
  // Standard output has no folder: whoever sends it somewhere is in the working directory.
  return with_paths_from(source.document, source.folder,
                         target == "-" ? fs::path() : fs::path(target).parent_path());
}

void make_names_unique(std::vector<Source>& sources) {
  std::set<std::string> used;
  for (Source& source : sources) {
    for (ScenarioSpec& spec : source.document.scenarios) {
      const std::string name = spec.name.empty() ? spec.model : spec.name;
      std::string unique = name;
      for (int n = 2; !used.insert(unique).second; ++n) {
        unique = fmt::format("{} ({})", name, n);
      }
      spec.name = unique;
    }
  }
}

Diagnostics check_display(const DisplaySpec& display) {
  Diagnostics problems;
  const auto unit = parse_unit(display.unit);
  if (!unit) {
    problems.push_back(error(unit.error().code,
                             fmt::format("unit '{}': {}", display.unit, unit.error().message),
                             unit.error().hint));
  } else if (unit->dimension != dimensions::concentration &&
             unit->dimension != dimensions::molar_concentration) {
    problems.push_back(error("unit.mismatch",
                             fmt::format("unit '{}' is not one of a concentration", display.unit),
                             "for example ng/mL, ug/L or umol/L"));
  }
  return problems;
}

void say_observed(const ObservedData& observed) {
  for (const std::string& note : observed.notes) {
    say("note: " + note);
  }
  if (observed.points.empty() && observed.notes.empty()) {
    say("note: no observed data of this dose, route and form");
  }
}

tl::expected<std::vector<Source>, Diagnostics> load_sources(std::span<const std::string> files) {
  std::vector<Source> sources;
  Diagnostics problems;
  for (const std::string& file : files) {
    auto document = load_scenario_file(file);
    if (document) {
      sources.push_back({std::move(*document), fs::path(file).parent_path(), {file}});
    } else {
      append(problems, document.error());
    }
  }
  if (!problems.empty()) {
    return tl::unexpected(std::move(problems));
  }
  return sources;
}

std::vector<std::string> files_read(const Source& source) {
  std::vector<std::string> files = source.files;
  std::ranges::move(files_of(source.document, source.folder), std::back_inserter(files));
  return files;
}

Diagnostics check_output(const OutputOptions& options) {
  Diagnostics problems = check_targets_of(options);
  DisplaySpec display;
  display.unit = options.unit.value_or(display.unit);
  append(problems, check_display(display));
  return problems;
}

int run_and_report(std::vector<Source> sources, const Library& library,
                   const OutputOptions& options) {
  make_names_unique(sources);
  const DisplaySpec display = display_for(sources, options);
  Diagnostics problems = check_targets_of(options);
  for (const Source& source : sources) {
    append(problems,
           spare_inputs(std::vector{options.out, options.json, options.plot, options.audit},
                        files_read(source)));
  }
  append(problems, check_display(display));
  const bool stdout_taken =
      options.out == "-" || options.json == "-" || options.audit == "-" || options.save == "-";
  const bool wants_table = !options.quiet && !stdout_taken;
  // Read and summed up where somebody sees it: a curve on its way into another program waits for
  // neither.
  const bool wants_summary = wants_table || !options.json.empty();
  std::vector<EffectBand> bands;
  if (wants_summary || !options.plot.empty() || !display.bands.empty()) {
    const auto known = library.bands();
    auto chosen = known ? choose_bands(*known, display) : tl::unexpected(known.error());
    if (chosen) {
      bands = std::move(*chosen);
    } else {
      append(problems, chosen.error());
    }
  }

  std::vector<Observation> observations;
  const bool wants_observed = options.observed || display.observed;
  if (wants_observed) {
    if (auto rows = load_observations(library); rows) {
      observations = std::move(*rows);
    } else {
      append(problems, rows.error());
    }
  }

  std::vector<Run> runs;
  // Until all is written: Ctrl-C leaves no file half done.
  RunWatch watch;
  for (const Source& source : sources) {
    if (has_errors(problems)) {
      // No point in computing what will not be shown; what else is wrong is worth saying.
      append(problems, check_document(source.document, library, source.folder));
      continue;
    }
    auto some = run_document(source.document, library, source.folder, watch.control());
    if (!some) {
      append(problems, some.error());
      continue;
    }
    std::ranges::move(*some, std::back_inserter(runs));
  }
  watch.clear_line();
  if (has_errors(problems)) {
    print(problems);
    return exit_problems;
  }
  if (runs.empty()) {
    print({error("scenario.none", "there is nothing to simulate: no visible scenario")});
    return exit_problems;
  }

  print(run_warnings(runs));
  if (!options.quiet) {
    for (const std::string& note : grade_notes(runs)) {
      say("note: " + note);
    }
    for (const std::string& note : conversion_notes(runs)) {
      say("note: " + note);
    }
  }
  const ObservedData observed = observed_data(runs, observations, display);
  if (wants_observed && !options.quiet) {
    say_observed(observed);
  }
  const auto incomplete = incomplete_notes(runs);
  for (const std::string& note : incomplete) {
    say("incomplete: " + note);
  }

  const auto summary = wants_summary ? summarise(runs, bands, display) : std::vector<SummaryRow>();
  Delivery delivery(options.quiet);
  // The figure first: it is the one that can fail for a reason that could not be looked up before.
  if (!options.plot.empty()) {
    Figure figure = build_figure(runs, bands, display, title_for(sources));
    add_observed(figure, observed);
    delivery.figure(options.plot, figure);
  }
  if (!options.out.empty()) {
    delivery.text(options.out, to_csv(runs, display));
  }
  if (!options.json.empty()) {
    delivery.text(options.json, to_json(runs, summary, display));
  }
  if (!options.audit.empty()) {
    delivery.text(options.audit, audit_csv(runs));
  }
  if (!options.save.empty()) {
    delivery.text(options.save, saved_document(sources, display, options.save));
  }
  if (wants_table && !delivery.failed()) {
    const std::string effects = effect_table(summarise_effects(runs));
    delivery.text("-", summary_table(summary) + (effects.empty() ? "" : "\n" + effects) + "\n" +
                           quiet_statement + "\n");
  }
  return delivery.failed() || !incomplete.empty() ? exit_problems : exit_ok;
}

}  // namespace ketascope::cli
