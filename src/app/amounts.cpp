// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/amounts.hpp"

#include <algorithm>
#include <cmath>
#include <list>
#include <mutex>
#include <numeric>
#include <string_view>
#include <utility>

#include "app/display.hpp"
#include "ketascope/model/amounts_model.hpp"

namespace ketascope {
namespace {

/// The equations are compiled once per model, not once per move of a slider.
std::shared_ptr<const AmountsModel> amounts_model(const ModelPtr& model) {
  constexpr std::size_t most_kept = 8;
  static std::mutex mutex;
  static std::list<std::pair<ModelPtr, std::shared_ptr<const AmountsModel>>> kept;
  const std::lock_guard lock(mutex);
  const auto found = std::ranges::find(kept, model, &decltype(kept)::value_type::first);
  if (found != kept.end()) {
    kept.splice(kept.begin(), kept, found);
    return kept.front().second;
  }
  kept.emplace_front(model, std::make_shared<const AmountsModel>(with_amounts_observed(*model)));
  if (kept.size() > most_kept) {
    kept.pop_back();
  }
  return kept.front().second;
}

/// The compartments that flows connect with those that the drug's routes enter.
std::vector<bool> reached_by_drug(const Model& model) {
  std::vector<bool> reached(model.compartments.size(), false);
  for (const Route& route : model.routes) {
    if (route.interaction.empty()) {
      for (const int into : route.into) {
        reached[static_cast<std::size_t>(into)] = true;
      }
    }
  }
  for (bool grown = true; grown;) {
    grown = false;
    for (const Flow& flow : model.flows) {
      if (flow.from < 0 || flow.to < 0) {
        continue;
      }
      const auto from = static_cast<std::size_t>(flow.from);
      const auto to = static_cast<std::size_t>(flow.to);
      if (reached[from] != reached[to]) {
        reached[from] = reached[to] = grown = true;
      }
    }
  }
  return reached;
}

void read_inputs(const Scenario& scenario, const SubjectResult& subject, Amounts& amounts) {
  const Schedule* schedule = std::get_if<Schedule>(&scenario.regimen);
  const Model& model = *scenario.model;
  for (const AuditEntry& entry : subject.audit) {
    const std::string_view event = entry.event;
    amounts.steady_state = amounts.steady_state || event.starts_with("steady state");
    if (event != "bolus" && event != "infusion starts") {
      continue;
    }
    Amounts::Input input;
    input.compartment = entry.cmt;
    input.start_h = entry.time_h;
    input.duration_h = event == "bolus" ? 0.0 : entry.duration_h;
    input.amount = entry.entered * model.kinetics.dose_factor[static_cast<std::size_t>(entry.cmt)];
    const int line = entry.source_row - 1;
    if (schedule != nullptr && line >= 0 && static_cast<std::size_t>(line) < schedule->size()) {
      input.route = (*schedule)[static_cast<std::size_t>(line)].route;
    }
    amounts.inputs.push_back(std::move(input));
  }
}

double entered_by(const Amounts::Input& input, double time_h) {
  if (time_h < input.start_h && !same_instant(time_h, input.start_h)) {
    return 0.0;
  }
  if (!(input.duration_h > 0.0)) {
    return input.amount;
  }
  return input.amount * std::clamp((time_h - input.start_h) / input.duration_h, 0.0, 1.0);
}

void find_peaks(const std::vector<double>& values, std::size_t rows, std::vector<double>& peaks) {
  for (std::size_t at = 0; at + rows <= values.size() && rows > 0; at += rows) {
    double peak = 0.0;
    for (std::size_t r = 0; r < rows; ++r) {
      peak = std::max(peak, std::abs(values[at + r]));
    }
    peaks.push_back(peak);
  }
}

}  // namespace

double Amounts::between(const std::vector<double>& values, std::size_t column, double at_h) const {
  if (time_h.empty()) {
    return 0.0;
  }
  const double* const of = values.data() + column * rows();
  // The last row of an instant is after what happens there.
  const auto after = std::ranges::upper_bound(time_h, at_h) - time_h.begin();
  const auto next = static_cast<std::size_t>(after);
  if (next == 0) {
    return of[0];
  }
  if (next == rows()) {
    return of[rows() - 1];
  }
  const double length = time_h[next] - time_h[next - 1];
  const double part = length > 0.0 ? (at_h - time_h[next - 1]) / length : 0.0;
  return of[next - 1] + part * (of[next] - of[next - 1]);
}

double Amounts::state_at(std::size_t compartment, double at_h) const {
  return between(states, compartment, at_h);
}

double Amounts::flow_at(std::size_t flow, double at_h) const {
  return between(flows, flow, at_h);
}

double Amounts::carried_at(std::size_t flow, double at_h) const {
  return between(carried, flow, at_h);
}

double Amounts::infused_at(std::size_t compartment, double at_h) const {
  double sum = 0.0;
  for (const Input& input : inputs) {
    if (static_cast<std::size_t>(input.compartment) == compartment && input.duration_h > 0.0 &&
        at_h >= input.start_h && at_h < input.start_h + input.duration_h) {
      sum += input.amount / input.duration_h;
    }
  }
  return sum;
}

std::optional<Amounts::Balance> Amounts::balance_at(double at_h) const {
  if (steady_state || from_table || time_h.empty()) {
    return std::nullopt;
  }
  Balance balance;
  for (std::size_t c = 0; c < model->compartments.size(); ++c) {
    if (of_drug[c] && model->compartments[c].amount) {
      balance.held += state_at(c, at_h);
      // The first row stands before what is given at that time.
      balance.entered += states[c * rows()];
    }
  }
  for (const Input& input : inputs) {
    if (of_drug[static_cast<std::size_t>(input.compartment)]) {
      balance.entered += entered_by(input, at_h);
    }
  }
  for (std::size_t f = 0; f < model->flows.size(); ++f) {
    const Flow& flow = model->flows[f];
    const int inside = flow.from >= 0 ? flow.from : flow.to;
    if ((flow.from < 0 || flow.to < 0) && inside >= 0 &&
        of_drug[static_cast<std::size_t>(inside)]) {
      balance.left += carried_at(f, at_h);
    }
  }
  return balance;
}

tl::expected<Amounts, Diagnostics> amounts_of(const Run& run, const RunControl& control) {
  const auto observed = amounts_model(run.scenario.model);
  Scenario scenario = run.scenario;
  scenario.model = observed->model;
  Amounts amounts;
  if (auto* table = std::get_if<EventTable>(&scenario.regimen)) {
    amounts.from_table = true;
    if (table->size() > 1) {
      table->resize(1);
      amounts.subject = table->front().id;
    }
  }
  auto result = simulate(scenario, control);
  if (!result) {
    return tl::unexpected(std::move(result.error()));
  }
  const SubjectResult& subject = result->subjects.front();
  if (subject.time_h.empty()) {
    return tl::unexpected(Diagnostics{
        {Severity::error,
         "amounts.run",
         "the run ended with '" + std::string(to_text(subject.status)) + "' before its first row",
         {},
         {},
         {}}});
  }
  amounts.model = run.scenario.model;
  amounts.time_h = subject.time_h;
  const std::size_t rows = amounts.rows();
  const auto columns = [&](std::size_t first, std::size_t count) {
    const auto begin = subject.values.begin() + static_cast<std::ptrdiff_t>(first * rows);
    return std::vector<double>(begin, begin + static_cast<std::ptrdiff_t>(count * rows));
  };
  amounts.states = columns(0, observed->compartments);
  amounts.flows = columns(observed->compartments, observed->flows);
  amounts.carried.assign(observed->flows * rows, 0.0);
  for (std::size_t i = 0; i < observed->outer_flows.size(); ++i) {
    const auto kept = columns(observed->compartments + observed->flows + i, 1);
    std::ranges::copy(kept, amounts.carried.begin() +
                                static_cast<std::ptrdiff_t>(
                                    static_cast<std::size_t>(observed->outer_flows[i]) * rows));
  }
  find_peaks(amounts.states, rows, amounts.state_peaks);
  find_peaks(amounts.flows, rows, amounts.flow_peaks);
  read_inputs(scenario, subject, amounts);
  amounts.of_drug = reached_by_drug(*amounts.model);
  return amounts;
}

AxisTime axis_time(const Run& run, const DisplaySpec& display) {
  return {time_zero_h(run, display), shown_time_unit(display).per_h};
}

}  // namespace ketascope
