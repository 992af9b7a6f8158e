// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lanes/linear_layout.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "sim/solver.hpp"

namespace ketascope::lanes {
namespace {

using Kind = TimelineOp::Kind;

/// Rate times the smallest step, for the typical subject.
constexpr double typical_reach = 1.0 / 16.0;
constexpr int most_halvings = 24;

std::size_t at(int i) {
  return static_cast<std::size_t>(i);
}

/// The regular step of the rows: the most frequent distance.
double common_step(const std::vector<BlockRow>& rows) {
  std::vector<double> steps;
  for (std::size_t r = 1; r < rows.size(); ++r)
    if (!same_instant(rows[r].time_h, rows[r - 1].time_h))
      steps.push_back(rows[r].time_h - rows[r - 1].time_h);
  if (steps.empty())
    return 1.0;
  std::ranges::sort(steps);
  double best = steps.back();
  std::size_t most = 1;
  for (std::size_t begin = 0; begin < steps.size();) {
    std::size_t end = begin + 1;
    while (end < steps.size() && steps[end] - steps[begin] <= 1e-9 * steps[begin])
      ++end;
    if (end - begin > most) {
      most = end - begin;
      best = steps[begin + (end - begin) / 2];
    }
    begin = end;
  }
  return best;
}

double longest_stretch(const Timeline& timeline) {
  double longest = 0.0, clock = timeline.start_h;
  for (const TimelineOp& op : timeline.ops) {
    longest = std::max(longest, op.time_h - clock);
    clock = op.time_h;
  }
  return longest > 0.0 ? longest : 1.0;
}

/// States that an output wanted depends on, directly or through others.
std::vector<char> needed_states(const Kinetics& k, const std::vector<int>& outputs) {
  std::vector<char> needed(k.states, 0);
  std::vector<std::size_t> found;
  const auto need = [&](std::size_t i) {
    if (!needed[i]) {
      needed[i] = 1;
      found.push_back(i);
    }
  };
  for (const Kinetics::Entry& entry : k.output_entries)
    if (std::ranges::find(outputs, entry.row) != outputs.end())
      need(at(entry.col));
  for (std::size_t next = 0; next < found.size(); ++next)
    for (const Kinetics::Entry& entry : k.jacobian_entries)
      if (at(entry.row) == found[next])
        need(at(entry.col));
  return needed;
}

std::vector<std::vector<std::size_t>> places_of(const Sparse& matrix, std::size_t columns) {
  constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();
  std::vector<std::vector<std::size_t>> places(matrix.rows(),
                                               std::vector<std::size_t>(columns, nowhere));
  for (std::size_t i = 0; i < matrix.rows(); ++i)
    for (std::uint32_t e = matrix.row_begin[i]; e < matrix.row_begin[i + 1]; ++e)
      places[i][matrix.column[e]] = e;
  return places;
}

/// The sums of A B on the places of A, which hold everything that the product can fill.
Product product_of(const Sparse& A, const Sparse& B) {
  Product product;
  const auto places = places_of(B, B.rows());
  for (std::size_t i = 0; i < A.rows(); ++i)
    for (std::uint32_t to = A.row_begin[i]; to < A.row_begin[i + 1]; ++to) {
      for (std::uint32_t via = A.row_begin[i]; via < A.row_begin[i + 1]; ++via) {
        const std::size_t place = places[A.column[via]][A.column[to]];
        if (place < B.entries()) {
          product.first.push_back(static_cast<std::uint16_t>(via));
          product.second.push_back(static_cast<std::uint16_t>(place));
        }
      }
      product.term_begin.push_back(static_cast<std::uint32_t>(product.first.size()));
    }
  return product;
}

}  // namespace

LinearLayout::LinearLayout(const BlockPlan& plan, const Timeline& typical)
    : k_(plan.model->kinetics) {
  const std::vector<double> system =
      k_.linear_system.run(std::span(typical.sets).first(k_.individual_inputs()));
  place_states(plan, typical, system);
  place_rates(system);
  place_steps();
  place_outputs(plan);
  choose_steps(plan, typical, system);
  if (!plan.own_times)
    group_rows(plan, typical);
}

bool LinearLayout::has_production(std::size_t i) const {
  return production_place != none && rates.row_begin[i + 1] > rates.row_begin[i] &&
         rates.column[rates.row_begin[i + 1] - 1] == at(production_place);
}

bool LinearLayout::whole(double h, double clock_h) const {
  return std::abs(h - step_h) <=
         8.0 * std::numeric_limits<double>::epsilon() * (std::abs(clock_h) + step_h);
}

void LinearLayout::place_states(const BlockPlan& plan, const Timeline& typical,
                                const std::vector<double>& system) {
  const std::vector<char> needed = needed_states(k_, plan.outputs);
  place.assign(k_.states, none);
  for (std::size_t i = 0; i < k_.states; ++i)
    if (needed[i]) {
      place[i] = static_cast<int>(kept.size());
      kept.push_back(i);
    }
  input_place.assign(k_.states, none);
  size = kept.size();
  for (const TimelineOp& op : typical.ops)
    if (op.kind == Kind::rate && needed[at(op.cmt)] && input_place[at(op.cmt)] == none)
      input_place[at(op.cmt)] = static_cast<int>(size++);
  const bool produces = std::ranges::any_of(
      kept, [&](std::size_t i) { return system[k_.jacobian_entries.size() + i] != 0.0; });
  if (produces)
    production_place = static_cast<int>(size++);

  double fastest = 0.0;
  for (std::size_t e = 0; e < k_.jacobian_entries.size(); ++e)
    if (const auto& entry = k_.jacobian_entries[e]; entry.row == entry.col && needs(entry.row))
      fastest = std::max(fastest, std::abs(system[e]));
  input_scale = fastest > 0.0 ? fastest : 1.0;
}

void LinearLayout::place_rates(const std::vector<double>& system) {
  std::vector<std::vector<std::pair<int, int>>> rows(size);  // column, source
  for (std::size_t e = 0; e < k_.jacobian_entries.size(); ++e) {
    const Kinetics::Entry& entry = k_.jacobian_entries[e];
    if (needs(entry.row) && needs(entry.col))
      rows[at(place[at(entry.row)])].emplace_back(place[at(entry.col)], static_cast<int>(e));
  }
  for (const std::size_t i : kept) {
    if (input_place[i] != none)
      rows[at(place[i])].emplace_back(input_place[i], from_input);
    const std::size_t made = k_.jacobian_entries.size() + i;
    if (production_place != none && system[made] != 0.0)
      rows[at(place[i])].emplace_back(production_place, static_cast<int>(made));
  }
  for (auto& row : rows) {
    std::ranges::sort(row);
    for (const auto& [column, source] : row) {
      rates.column.push_back(static_cast<std::uint16_t>(column));
      rate_source.push_back(source);
    }
    rates.row_begin.push_back(static_cast<std::uint32_t>(rates.column.size()));
  }
}

void LinearLayout::place_steps() {
  std::vector<char> reach(size * size, 0);
  for (std::size_t i = 0; i < size; ++i) {
    reach[i * size + i] = 1;
    for (std::uint32_t e = rates.row_begin[i]; e < rates.row_begin[i + 1]; ++e)
      reach[i * size + rates.column[e]] = 1;
  }
  for (std::size_t via = 0; via < size; ++via)
    for (std::size_t i = 0; i < size; ++i)
      for (std::size_t j = 0; j < size; ++j)
        if (reach[i * size + via] && reach[via * size + j])
          reach[i * size + j] = 1;
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t j = 0; j < size; ++j)
      if (reach[i * size + j])
        steps.column.push_back(static_cast<std::uint16_t>(j));
    steps.row_begin.push_back(static_cast<std::uint32_t>(steps.column.size()));
  }
  squares = product_of(steps, steps);
}

void LinearLayout::place_outputs(const BlockPlan& plan) {
  for (const int output : plan.outputs) {
    std::vector<char> reached(size, 0);
    std::vector<std::uint16_t> own;
    for (std::size_t e = 0; e < k_.output_entries.size(); ++e) {
      if (k_.output_entries[e].row != output)
        continue;
      const std::size_t state = at(place[at(k_.output_entries[e].col)]);
      own.push_back(static_cast<std::uint16_t>(state));
      seen_source.push_back(e);
      for (std::uint32_t s = steps.row_begin[state]; s < steps.row_begin[state + 1]; ++s)
        reached[steps.column[s]] = 1;
    }
    std::vector<std::size_t> place_in_row(size, 0);
    for (std::size_t j = 0; j < size; ++j)
      if (reached[j]) {
        place_in_row[j] = seen_later.column.size();
        seen_later.column.push_back(static_cast<std::uint16_t>(j));
      }
    for (const std::uint16_t state : own)
      seen_place.push_back(static_cast<std::uint16_t>(place_in_row[state]));
    seen.column.insert(seen.column.end(), own.begin(), own.end());
    seen.row_begin.push_back(static_cast<std::uint32_t>(seen.column.size()));
    seen_later.row_begin.push_back(static_cast<std::uint32_t>(seen_later.column.size()));
  }
  later = product_of(seen_later, steps);
}

void LinearLayout::choose_steps(const BlockPlan& plan, const Timeline& typical,
                                const std::vector<double>& system) {
  double norm = 0.0;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    double sum = 0.0;
    for (std::uint32_t e = rates.row_begin[i]; e < rates.row_begin[i + 1]; ++e)
      if (rates.column[e] < kept.size())
        sum += std::abs(system[at(rate_source[e])]);
    norm = std::max(norm, sum);
  }
  step_h = plan.own_times ? longest_stretch(typical) : common_step(plan.rows);
  const double wanted = std::ceil(std::log2(step_h * norm / typical_reach));
  halvings = static_cast<int>(std::clamp(wanted, 0.0, double{most_halvings}));
  base_step_h = std::ldexp(step_h, -halvings);
}

/// Rows one step apart, from just after an event of the typical subject to the next.
void LinearLayout::group_rows(const BlockPlan& plan, const Timeline& typical) {
  const std::vector<BlockRow>& rows = plan.rows;
  std::size_t op = 0;
  for (std::size_t first = 1; first < rows.size();) {
    const double from = rows[first - 1].time_h;
    while (op < typical.ops.size() &&
           (typical.ops[op].time_h <= from || same_instant(typical.ops[op].time_h, from)))
      ++op;
    const double event =
        op < typical.ops.size() ? typical.ops[op].time_h : std::numeric_limits<double>::infinity();
    std::size_t count = 0;
    while (count < most_rows && first + count < rows.size()) {
      const double t = rows[first + count].time_h, before = rows[first + count - 1].time_h;
      if (!whole(t - before, before) || t >= event || same_instant(t, event))
        break;
      ++count;
    }
    if (count > 1)
      groups.push_back({first, count});
    first += std::max<std::size_t>(count, 1);
  }
}

}  // namespace ketascope::lanes
