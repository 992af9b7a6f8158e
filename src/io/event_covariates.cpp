// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/event_covariates.hpp"

#include <fmt/format.h>

#include <utility>

#include "ketascope/units/number.hpp"

namespace ketascope {

EventCovariates::EventCovariates(const Model& model, const EventColumns& columns,
                                 const EventTableOptions& options, EventCells& cells)
    : model_(model),
      columns_(columns),
      cells_(cells),
      defaults_(options.covariates),
      cache_(model.covariates.size()),
      outside_(model.covariates.size(), 0),
      first_outside_(model.covariates.size(), 0) {
  if (defaults_.empty()) {
    for (const Covariate& covariate : model_.covariates) {
      defaults_.push_back(covariate.standard);
    }
  }
  present_ = defaults_;
}

void EventCovariates::read_row(bool first_of_subject, int line, std::vector<double>& out) {
  for (std::size_t i = 0; i < present_.size(); ++i) {
    const int column = columns_.covariates[i];
    if (column < 0) {
      continue;
    }
    const std::string_view text = cells_.text(column);
    if (!is_missing_cell(text)) {
      present_[i] = value_of(i, column, text);
    } else if (first_of_subject) {
      cells_.refuse("events.covariate_missing", column, text,
                    "the first row of a subject needs every covariate",
                    "a later row without one has the value of the row before");
    }
  }
  out.insert(out.end(), present_.begin(), present_.end());
  for (std::size_t i = 0; i < present_.size(); ++i) {
    const Covariate& known = model_.covariates[i];
    const bool outside =
        (known.low && present_[i] < *known.low) || (known.high && present_[i] > *known.high);
    if (outside && columns_.covariates[i] >= 0 && outside_[i]++ == 0) {
      first_outside_[i] = line;
    }
  }
}

Diagnostics EventCovariates::extrapolations(std::string_view file) const {
  Diagnostics notices;
  for (std::size_t i = 0; i < outside_.size(); ++i) {
    if (outside_[i] == 0) {
      continue;
    }
    const Covariate& known = model_.covariates[i];
    const auto bound = [&](const std::optional<double>& value) {
      return value ? shortest(covariate_for_table(known, *value)) : std::string("...");
    };
    notices.push_back(
        {Severity::warning,
         "events.outside_range",
         fmt::format("{} is outside the range that {} was built on ({} to {} {}) in {} row{}, "
                     "first in row {}",
                     known.name, model_.id, bound(known.low), bound(known.high), known.unit_text,
                     outside_[i], outside_[i] == 1 ? "" : "s", first_outside_[i]),
         std::string(file),
         {first_outside_[i], 0},
         "these curves are extrapolations"});
  }
  return notices;
}

// Most rows repeat the value of the row before.
double EventCovariates::value_of(std::size_t i, int column, std::string_view text) {
  Cached& cached = cache_[i];
  if (cached.filled && cached.text == text) {
    return cached.value;
  }
  const Covariate& known = model_.covariates[i];
  std::optional<double> written;
  if (const auto label = known.categories.find(std::string(text));
      label != known.categories.end()) {
    written = label->second;
  } else if (known.categories.empty()) {
    written = cells_.number(column, text);
  } else {
    written = category_code(known, column, text);
  }
  if (!written) {
    return present_[i];
  }
  const double value = covariate_from_table(known, *written);
  if (known.unit.dimension == dimensions::body_mass && !(value > 0.0)) {
    cells_.refuse("events.weight", column, text, "a weight must be positive");
    return present_[i];
  }
  cached = {std::string(text), value, true};
  return value;
}

std::optional<double> EventCovariates::category_code(const Covariate& known, int column,
                                                     std::string_view text) {
  const auto code = number_of_cell(text);
  std::vector<std::string> labels;
  for (const auto& [label, value] : known.categories) {
    if (code == value) {
      return code;
    }
    labels.push_back(fmt::format("{} ({})", label, shortest(value)));
  }
  cells_.refuse("events.category", column, text, "there is no such category",
                fmt::format("known: {}", fmt::join(labels, ", ")));
  return std::nullopt;
}

}  // namespace ketascope
