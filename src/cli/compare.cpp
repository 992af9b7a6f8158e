// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/option_reader.hpp"
#include "cli/population_run.hpp"
#include "cli/report.hpp"
#include "cli/run_watch.hpp"
#include "ketascope/app/card.hpp"
#include "ketascope/app/disagreement.hpp"
#include "ketascope/app/export.hpp"

namespace ketascope::cli {
namespace {

int usage(std::string_view message) {
  return cli::usage("compare", message);
}

bool describes_a_dose(const CompareOptions& options) {
  return !options.models.empty() || !options.route.empty() || !options.dose.empty() ||
         !options.form.empty() || !options.basis.empty() || options.duration || options.rate ||
         options.strength || options.weight || options.age || options.until;
}

std::vector<std::string> named_models(const std::string& text) {
  std::vector<std::string> ids;
  for (std::size_t begin = 0; begin <= text.size() && text != "all";) {
    const auto end = std::min(text.find(',', begin), text.size());
    std::string id = text.substr(begin, end - begin);
    std::erase(id, ' ');
    if (!id.empty()) {
      ids.push_back(std::move(id));
    }
    begin = end + 1;
  }
  return ids;
}

ModelQuestion read_question(const CompareOptions& options, OptionReader& reader) {
  ModelQuestion question;
  question.models = named_models(options.models);
  question.dose.route = options.route;
  question.dose.amount = reader.amount(options.dose, options.strength);
  question.dose.duration =
      reader.optional_measure("--duration", options.duration, dimensions::time);
  if (options.rate) {
    question.dose.rate = reader.any_measure("--rate", *options.rate);
  }
  question.dose.form = options.form;
  question.dose.basis = options.basis;
  if (!options.form.empty() && options.form != "racemate" && options.form != "S" &&
      options.form != "R") {
    reader.fail("--form", options.form, "scenario.form", "there is no such drug form",
                "racemate, S or R", 0);
  }
  question.weight = reader.optional_measure("--weight", options.weight, dimensions::body_mass);
  question.age = reader.optional_measure("--age", options.age, dimensions::time);
  if (options.until) {
    question.until = reader.measure("--until", *options.until, dimensions::time);
  }
  return question;
}

std::string title_of(const CompareOptions& options) {
  std::string title = options.dose;
  if (options.strength) {
    title += " of " + *options.strength;
  }
  if (!options.form.empty()) {
    title += " " + options.form + (options.form == "racemate" ? "" : "-ketamine");
  }
  title += " " + options.route;
  if (options.duration) {
    title += " over " + *options.duration;
  }
  if (options.rate) {
    title += " at " + *options.rate;
  }
  return title;
}

/// Writes what was asked for; the exit code.
int deliver(const CompareOptions& options, const Disagreement& found,
            std::span<const EffectBand> bands, const ObservedData& observed,
            const DisplaySpec& display) {
  const OutputOptions& output = options.output;
  const auto failed = [&](const tl::expected<void, Diagnostics>& written,
                          const std::string& target) {
    if (!written) {
      print(written.error());
    } else if (!output.quiet) {
      say("wrote " + target);
    }
    return !written.has_value();
  };
  if (!output.plot.empty()) {
    Figure figure = disagreement_figure(found, bands, display, title_of(options));
    add_observed(figure, observed);
    if (failed(write_figure(figure, output.plot), output.plot)) {
      return exit_problems;
    }
  }
  bool stdout_taken = false;
  const auto text = [&](const std::string& target, const auto& content) {
    if (target.empty()) {
      return true;
    }
    stdout_taken = stdout_taken || target == "-";
    return target == "-" ? put(content()) : !failed(write_file(target, content()), target);
  };
  const bool written =
      text(output.out, [&] { return to_csv(found.runs, display); }) &&
      text(output.json,
           [&] { return to_json(found.runs, summarise(found.runs, bands, display), display); }) &&
      text(output.audit, [&] { return audit_csv(found.runs); });
  if (!written) {
    return exit_problems;
  }
  if (!output.quiet && !stdout_taken &&
      !put(disagreement_table(found) + "\n" + quiet_statement + "\n")) {
    return exit_problems;
  }
  return exit_ok;
}

int compare_by_models(const CompareOptions& options) {
  OptionReader reader;
  const ModelQuestion question = read_question(options, reader);
  if (!reader.problems().empty()) {
    print(reader.problems(), reader.typed());
    return exit_problems;
  }
  const Library library = Library::standard();
  DisplaySpec display;
  display.unit = options.output.unit.value_or(display.unit);
  display.log_axis = options.output.log;
  display.bands = options.output.bands;
  Diagnostics problems = check_output(options.output);
  const auto add = [&](const Diagnostics& more) {
    problems.insert(problems.end(), more.begin(), more.end());
  };
  std::vector<EffectBand> bands;
  if (const auto known = library.bands(); !known) {
    add(known.error());
  } else if (auto chosen = choose_bands(*known, display); !chosen) {
    add(chosen.error());
  } else {
    bands = std::move(*chosen);
  }
  std::vector<Observation> observations;
  if (options.output.observed) {
    if (auto rows = load_observations(library); rows) {
      observations = std::move(*rows);
    } else {
      add(rows.error());
    }
  }
  if (has_errors(problems)) {
    print(problems);
    return exit_problems;
  }
  tl::expected<Disagreement, Diagnostics> found;
  {
    RunWatch watch;
    found = compare_models(question, library, display, watch.control());
    if (watch.stopped()) {
      say("stopped");
      return exit_problems;
    }
  }
  if (!found) {
    print(found.error());
    return exit_problems;
  }
  const ObservedData observed = observed_data(found->runs, observations, display);
  print(run_warnings(found->runs));
  if (!options.output.quiet) {
    if (options.strength) {
      say(strength_note(options.dose, *options.strength, question.dose.amount));
    }
    std::vector<std::string> notes = found->notes;
    for (auto more : {grade_notes(found->runs), conversion_notes(found->runs)}) {
      notes.insert(notes.end(), more.begin(), more.end());
    }
    for (const std::string& note : notes) {
      say("note: " + note);
    }
    if (options.output.observed) {
      say_observed(observed);
    }
  }
  const auto incomplete = incomplete_notes(found->runs);
  for (const std::string& note : incomplete) {
    say("incomplete: " + note);
  }
  const int code = deliver(options, *found, bands, observed, display);
  return incomplete.empty() ? code : exit_problems;
}

}  // namespace

int compare_command(const CompareOptions& options) {
  if (options.files.empty()) {
    std::string missing;
    for (const auto& [name, value] :
         {std::pair("--models", &options.models), std::pair("--route", &options.route),
          std::pair("--dose", &options.dose)}) {
      if (value->empty()) {
        missing += (missing.empty() ? "" : ", ") + std::string(name);
      }
    }
    if (!missing.empty()) {
      return usage(describes_a_dose(options) ? "also needed: " + missing
                                             : "give scenario files, or --models, --route and "
                                               "--dose");
    }
    return compare_by_models(options);
  }
  if (describes_a_dose(options)) {
    return usage("give scenario files, or models and a dose, not both");
  }
  auto sources = load_sources(options.files);
  if (!sources) {
    print(sources.error());
    return exit_problems;
  }
  if (describes_population(*sources)) {
    return run_sources_as_population(std::move(*sources), options.output, {}, "compare");
  }
  return run_and_report(std::move(*sources), Library::standard(), options.output);
}

}  // namespace ketascope::cli
