// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "io/event_columns.hpp"
#include "ketascope/io/event_table.hpp"
#include "ketascope/units/measure.hpp"

namespace ketascope {
namespace {

/// The item that a diagnostic about a record names: "row 3, II = 0: rule" -> "II".
std::string_view problem_item(const Diagnostic& problem) {
  const std::string_view message = problem.message;
  const std::size_t comma = message.find(", "), equals = message.find(" = ");
  const bool named =
      problem.code.starts_with("dosing.") && comma < equals && equals != std::string_view::npos;
  return named ? message.substr(comma + 2, equals - comma - 2) : std::string_view();
}

}  // namespace

void locate_in_table(Diagnostics& problems, std::string_view text) {
  std::vector<Diagnostic*> wanted;
  for (Diagnostic& problem : problems) {
    if (problem.at.line > 0 && problem.at.column == 0 && !problem_item(problem).empty()) {
      wanted.push_back(&problem);
    }
  }
  if (wanted.empty()) {
    return;
  }
  std::ranges::stable_sort(wanted, {}, [](const Diagnostic* d) { return d->at.line; });
  CsvReader reader(text, event_table_csv({}));
  std::vector<std::string> names;
  if (reader.next()) {
    for (const std::string_view cell : reader.fields()) {
      names.push_back(upper_case(trimmed_cell(cell)));
    }
  }
  std::size_t next = 0;
  while (next < wanted.size() && reader.next()) {
    for (; next < wanted.size() && wanted[next]->at.line <= reader.line(); ++next) {
      const auto name = std::ranges::find(names, problem_item(*wanted[next]));
      if (wanted[next]->at.line == reader.line() && name != names.end()) {
        wanted[next]->at = reader.field_at(static_cast<std::size_t>(name - names.begin()));
      }
    }
  }
}

void limit_listing(Diagnostics& problems, std::size_t most) {
  constexpr std::array severities = {Severity::error, Severity::warning, Severity::note};
  constexpr std::array<std::string_view, 3> words = {"problems", "warnings", "notes"};
  Diagnostics more;
  for (std::size_t s = 0; s < severities.size(); ++s) {
    std::size_t count = 0;
    std::string file;
    std::erase_if(problems, [&](const Diagnostic& d) {
      if (d.severity != severities[s] || ++count <= most) {
        return false;
      }
      file = d.file;
      return true;
    });
    if (count > most) {
      more.push_back({severities[s],
                      "events.more",
                      fmt::format("and {} more {}", count - most, words[s]),
                      file,
                      {},
                      {}});
    }
  }
  problems.insert(problems.end(), more.begin(), more.end());
}

double covariate_from_table(const Covariate& covariate, double written) {
  if (covariate.unit.factor == 1.0) {
    return written;
  }
  return to_internal(Measure{written, covariate.unit_text})
      .value_or(written * covariate.unit.factor);
}

double covariate_for_table(const Covariate& covariate, double internal) {
  const double nearest = internal / covariate.unit.factor;
  double up = nearest, down = nearest;
  // Dividing rounds: the number that multiplies back exactly is a few steps away at most.
  for (int step = 0; step < 4; ++step) {
    for (const double candidate : {up, down}) {
      if (covariate_from_table(covariate, candidate) == internal) {
        return candidate;
      }
    }
    up = std::nextafter(up, std::numeric_limits<double>::infinity());
    down = std::nextafter(down, -std::numeric_limits<double>::infinity());
  }
  return nearest;
}

}  // namespace ketascope
