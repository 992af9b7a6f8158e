// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/diagram_layout.hpp"

#include <fmt/format.h>

#include <exception>
#include <nlohmann/json.hpp>
#include <string>

#include "app/filter_text.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope::diagram {
namespace {

/// Only sizes go to Graphviz, no texts: nothing has to be quoted, and no font of its matters.
std::string dot_text(const Graph& graph, Direction direction) {
  std::string out = fmt::format("digraph model {{\nrankdir={}; nodesep=0.3; ranksep=0.35;\n",
                                direction == Direction::left_to_right ? "LR" : "TB");
  out += "node [shape=box fixedsize=true label=\"\"];\nedge [arrowsize=0.7];\n";
  for (std::size_t i = 0; i < graph.boxes.size(); ++i) {
    out += fmt::format("n{} [width={:.4f} height={:.4f}];\n", i, graph.boxes[i].width / 72.0,
                       graph.boxes[i].height / 72.0);
  }
  for (std::size_t i = 0; i < graph.arrows.size(); ++i) {
    const Arrow& arrow = graph.arrows[i];
    std::string label;
    if (arrow.label_width > 0.0) {
      label = fmt::format(
          " label=<<table border=\"0\" fixedsize=\"true\" width=\"{:.0f}\" height=\"{:.0f}\"><tr>"
          "<td></td></tr></table>>",
          arrow.label_width, arrow.label_height);
    }
    out += fmt::format("n{} -> n{} [id=\"{}\"{}];\n", arrow.from, arrow.to, i, label);
  }
  return out + "}\n";
}
/// Numbers separated by commas or spaces; letters ("e,") are passed over.
std::vector<double> numbers_in(std::string_view text) {
  std::vector<double> numbers;
  while (!text.empty()) {
    const auto end = text.find_first_of(", ");
    if (const auto number = parse_number(text.substr(0, end))) {
      numbers.push_back(*number);
    }
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return numbers;
}
/// Throws nlohmann's exceptions when the answer is not what Graphviz writes.
Layout read_layout(const std::string& answer, const Graph& graph) {
  const auto json = nlohmann::json::parse(answer);
  const auto frame = numbers_in(json.at("bb").get<std::string>());
  Layout layout{frame.at(2), frame.at(3), {}, {}, {}};
  layout.boxes.resize(graph.boxes.size());
  layout.labels.resize(graph.arrows.size());
  layout.curves.resize(graph.arrows.size());
  const auto point = [&](const std::vector<double>& numbers, std::size_t at) {
    return Point{numbers.at(at), layout.height - numbers.at(at + 1)};
  };
  for (const auto& object : json.at("objects")) {
    const auto index = parse_number(object.at("name").get<std::string>().substr(1));
    layout.boxes.at(static_cast<std::size_t>(index.value_or(-1.0))) =
        point(numbers_in(object.at("pos").get<std::string>()), 0);
  }
  for (const auto& edge : json.value("edges", nlohmann::json::array())) {
    const auto index =
        static_cast<std::size_t>(parse_number(edge.at("id").get<std::string>()).value_or(-1.0));
    // "e,tip start control control end ...": the tip stands first.
    const auto numbers = numbers_in(edge.at("pos").get<std::string>());
    auto& curve = layout.curves.at(index);
    for (std::size_t i = 2; i + 1 < numbers.size(); i += 2) {
      curve.push_back(point(numbers, i));
    }
    curve.push_back(point(numbers, 0));
    if (edge.contains("lp")) {
      layout.labels.at(index) = point(numbers_in(edge.at("lp").get<std::string>()), 0);
    }
  }
  return layout;
}
}  // namespace

Layout lay_out(const Graph& graph, Direction direction) {
  if (const auto answer = filter_text(dot_text(graph, direction), "dot", "-Tjson0")) {
    try {
      return read_layout(*answer, graph);
    } catch (const std::exception&) {
      // Another program of that name, perhaps; what follows needs none.
    }
  }
  return lay_out_plainly(graph, direction);
}

}  // namespace ketascope::diagram
