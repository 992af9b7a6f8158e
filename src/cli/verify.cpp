// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/verify_report.hpp"

#include <fmt/format.h>
#include <algorithm>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/run_watch.hpp"
#include "ketascope/app/effects.hpp"
#include "ketascope/app/export.hpp"
#include "ketascope/app/library.hpp"
#include "ketascope/app/table.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope::cli {
namespace {

constexpr int digits = 5;

std::string verdict(const CheckOutcome& outcome) {
  if (!outcome.problem.empty()) {
    return "FAIL: " + outcome.problem;
  }
  return outcome.passed ? "pass" : "FAIL";
}

std::string outcome_table(const std::vector<CheckOutcome>& outcomes) {
  using Align = TextTable::Align;
  TextTable table({{"model"},
                   {"check"},
                   {"kind"},
                   {"expected", Align::right},
                   {"got", Align::right},
                   {"tolerance", Align::right},
                   {"unit"},
                   {"evidence"},
                   {"result"}});
  for (const CheckOutcome& outcome : outcomes) {
    table.add_row({outcome.model, outcome.check, outcome.kind, shortest(outcome.expected),
                   outcome.problem.empty() ? format_number(outcome.obtained, digits) : "-",
                   outcome.problem.empty() ? format_number(outcome.tolerance, 2) : "-",
                   outcome.unit, outcome.evidence, verdict(outcome)});
  }
  return table.text();
}

/// Whether an id names an effect and no model.
bool is_effect(const Library& library, const std::string& id) {
  const auto ids = library.effect_ids();
  return library.model_path(id).empty() && std::ranges::find(ids, id) != ids.end();
}

/// Runs the checks of one model or effect; nothing when its file is wrong, which is said.
std::optional<Verified> verify_one(const Library& library, const std::string& id,
                                   const RunControl& control) {
  if (is_effect(library, id)) {
    const auto effect = library.effect(id);
    if (!effect) {
      print(effect.error());
      return std::nullopt;
    }
    return Verified{effect->id,       effect->title, effect->grade,   effect->grade_reason,
                    effect->citation, effect->doi,   verify(*effect), nullptr};
  }
  const auto model = library.model(id);
  if (!model) {
    print(model.error());
    return std::nullopt;
  }
  return verified(*model, verify(*model, control));
}

/// How many checks a model or effect has, for the progress; a file that is wrong is told of later.
std::size_t checks_of(const Library& library, const std::string& id) {
  if (is_effect(library, id)) {
    const auto effect = library.effect(id);
    return effect ? effect->checks.size() : 0;
  }
  const auto model = library.model(id);
  return model ? (*model)->checks.size() : 0;
}

std::vector<std::string> all_ids(const Library& library) {
  auto ids = library.model_ids();
  const auto effects = library.effect_ids();
  ids.insert(ids.end(), effects.begin(), effects.end());
  return ids;
}

}  // namespace

int verify_command(const VerifyOptions& options) {
  const Library library = Library::standard();
  std::vector<CheckOutcome> outcomes;
  std::vector<Verified> parts;  // of the page
  bool broken = false;
  const std::vector<std::string> ids = options.models.empty() ? all_ids(library) : options.models;
  bool complete = true;
  std::optional<RunWatch> watch(std::in_place);
  double wanted = 0.0;
  for (const std::string& id : ids) {
    wanted += static_cast<double>(checks_of(library, id));
  }
  for (const std::string& id : ids) {
    const RunControl whole = watch->control();
    RunControl control = whole;
    if (whole.progress) {
      const auto before = static_cast<double>(outcomes.size());
      const auto own = static_cast<double>(checks_of(library, id));
      control.progress = [&whole, before, own, wanted](double fraction) {
        whole.progress((before + own * fraction) / wanted);
      };
    }
    auto some = verify_one(library, id, control);
    if (watch->stopped()) {
      complete = false;
    }
    if (!some) {
      broken = true;
      continue;
    }
    if (some->outcomes.empty()) {
      say(fmt::format("{}: there are no checks", id));
    }
    outcomes.insert(outcomes.end(), some->outcomes.begin(), some->outcomes.end());
    parts.push_back(std::move(*some));
    if (!complete) {
      break;
    }
  }
  watch.reset();
  if (!complete) {
    say("incomplete: the run was stopped");
  }
  const auto failed =
      std::ranges::count_if(outcomes, [](const CheckOutcome& o) { return !o.passed; });
  const std::string text =
      options.json ? checks_json(outcomes)
                   : fmt::format("{}\n{} checks passed, {} failed{}\n", outcome_table(outcomes),
                                 static_cast<std::ptrdiff_t>(outcomes.size()) - failed, failed,
                                 complete ? "" : "; incomplete: the run was stopped");
  if (outcomes.empty() && !broken && complete) {
    say("There is nothing to verify.");
    return exit_problems;
  }
  if (!options.html.empty() && options.html != "-") {
    if (const auto written = write_file(options.html, verify_page(parts, complete)); !written) {
      print(written.error());
      return exit_problems;
    }
    say("wrote " + options.html);
  }
  return put(options.html == "-" ? verify_page(parts, complete) : text) && !broken && failed == 0 &&
                 complete
             ? exit_ok
             : exit_problems;
}

}  // namespace ketascope::cli
