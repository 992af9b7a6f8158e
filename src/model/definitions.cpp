// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "model/context.hpp"

namespace ketascope::model_detail {

namespace {

using Graph = std::vector<std::vector<int>>;

/// Which definitions each one names in its own text, also where its dimensions are wrong.
Graph dependencies(const Context& context) {
  Graph graph(context.definitions.size());
  for (std::size_t i = 0; i < graph.size(); ++i) {
    const auto parsed = parse_expression(context.spec.definitions[i].expression.value);
    if (!parsed)
      continue;
    for (const std::string& name : symbols(*parsed)) {
      const auto symbol = context.symbols.find(name);
      if (symbol != context.symbols.end() && symbol->second.kind == SymbolKind::definition) {
        graph[i].push_back(symbol->second.index);
      }
    }
  }
  return graph;
}

/// Each after those that it uses, otherwise in file order; leaves out cycles and what hangs on
/// them.
std::vector<int> topological_order(const Graph& graph) {
  std::vector<std::size_t> missing(graph.size());
  Graph users(graph.size());
  std::set<int> ready;
  for (std::size_t i = 0; i < graph.size(); ++i) {
    missing[i] = graph[i].size();
    if (missing[i] == 0)
      ready.insert(static_cast<int>(i));
    for (const int used : graph[i]) {
      users[static_cast<std::size_t>(used)].push_back(static_cast<int>(i));
    }
  }
  std::vector<int> order;
  while (!ready.empty()) {
    const int next = *ready.begin();
    ready.erase(ready.begin());
    order.push_back(next);
    for (const int user : users[static_cast<std::size_t>(next)]) {
      if (--missing[static_cast<std::size_t>(user)] == 0)
        ready.insert(user);
    }
  }
  return order;
}

void report_cycle(Context& context, std::vector<int> cycle) {
  std::ranges::rotate(cycle, std::ranges::min_element(cycle));
  std::string way;
  for (const int index : cycle) {
    way += context.model.definitions[static_cast<std::size_t>(index)].name + " -> ";
  }
  const auto first = static_cast<std::size_t>(cycle.front());
  way += context.model.definitions[first].name;
  const auto next = static_cast<std::size_t>(cycle.size() > 1 ? cycle[1] : cycle[0]);
  const TextAt& text = context.spec.definitions[first].expression;
  context.error("model.cycle",
                place(text, offset_of(text.value, context.model.definitions[next].name)),
                fmt::format("definitions depend on each other in a circle: {}", way));
}

/// Follows one unordered dependency of each definition until the way meets itself.
void report_cycles(Context& context, const Graph& graph, const std::vector<int>& order) {
  std::vector<bool> ordered(graph.size(), false);
  for (const int index : order)
    ordered[static_cast<std::size_t>(index)] = true;
  std::vector<bool> seen = ordered;
  for (std::size_t start = 0; start < graph.size(); ++start) {
    std::vector<int> way;
    int at = static_cast<int>(start);
    while (!seen[static_cast<std::size_t>(at)]) {
      seen[static_cast<std::size_t>(at)] = true;
      way.push_back(at);
      at = *std::ranges::find_if(graph[static_cast<std::size_t>(at)], [&](int used) {
        return !ordered[static_cast<std::size_t>(used)];
      });
    }
    const auto begin = std::ranges::find(way, at);
    if (begin != way.end())
      report_cycle(context, {begin, way.end()});
  }
}

}  // namespace

void check_definitions(Context& context) {
  const auto& specs = context.spec.definitions;
  context.definitions.resize(specs.size());
  context.leads_to_running.resize(specs.size());
  for (std::size_t i = 0; i < specs.size(); ++i) {
    const std::string owner = fmt::format("definition '{}'", specs[i].name.value);
    if (!context.require(specs[i].expression, "expression", owner, specs[i].at))
      continue;
    std::optional<Dimension> expected;
    if (!specs[i].unit.empty() && parse_unit(specs[i].unit.value)) {
      expected = context.model.definitions[i].unit.dimension;
    }
    context.definitions[i] = context.expression(
        specs[i].expression, expected, fmt::format("its unit {} is", specs[i].unit.value), owner);
  }

  const Graph graph = dependencies(context);
  context.definition_order = topological_order(graph);
  if (context.definition_order.size() < graph.size()) {
    report_cycles(context, graph, context.definition_order);
  }
  for (const int index : context.definition_order) {
    const auto i = static_cast<std::size_t>(index);
    if (!context.definitions[i])
      continue;
    context.leads_to_running[i] = context.running_name(*context.definitions[i]);
    context.model.definitions[i].constant_between_events = context.leads_to_running[i].empty();
  }
}

}  // namespace ketascope::model_detail
