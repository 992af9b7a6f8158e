// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/verify_report.hpp"

#include <fmt/format.h>
#include <algorithm>

#include "cli/commands.hpp"
#include "cli/console.hpp"
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

}  // namespace

int verify_command(const VerifyOptions& options) {
  const Library library = Library::standard();
  std::vector<CheckOutcome> outcomes;
  std::vector<Verified> parts;  // of the page
  bool broken = false;
  for (const std::string& id : options.models.empty() ? library.model_ids() : options.models) {
    const auto model = library.model(id);
    if (!model) {
      print(model.error());
      broken = true;
      continue;
    }
    auto some = verify(*model);
    if (some.empty()) {
      say(fmt::format("{}: the model has no checks", id));
    }
    outcomes.insert(outcomes.end(), some.begin(), some.end());
    parts.push_back(verified(*model, std::move(some)));
  }
  const auto failed =
      std::ranges::count_if(outcomes, [](const CheckOutcome& o) { return !o.passed; });
  const std::string text =
      options.json ? checks_json(outcomes)
                   : fmt::format("{}\n{} checks passed, {} failed\n", outcome_table(outcomes),
                                 static_cast<std::ptrdiff_t>(outcomes.size()) - failed, failed);
  if (outcomes.empty() && !broken) {
    say("There is nothing to verify.");
    return exit_problems;
  }
  if (!options.html.empty() && options.html != "-") {
    if (const auto written = write_file(options.html, verify_page(parts)); !written) {
      print(written.error());
      return exit_problems;
    }
    say("wrote " + options.html);
  }
  return put(options.html == "-" ? verify_page(parts) : text) && !broken && failed == 0 ? exit_ok : exit_problems;
}

}  // namespace ketascope::cli
