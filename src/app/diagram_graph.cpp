// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/diagram_graph.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "app/html.hpp"
#include "ketascope/app/table.hpp"

namespace ketascope::diagram {
namespace {

constexpr double letter_width = 0.62;  // of the size, in DejaVu Sans

/// Breaks at spaces, so that a long expression does not stretch the drawing.
void add_wrapped(Block& block, std::string_view text, std::size_t most = 30) {
  std::string line;
  while (!text.empty()) {
    const auto end = text.find(' ');
    const std::string_view word = text.substr(0, end);
    if (!line.empty() && shown_width(line) + 1 + shown_width(word) > most) {
      block.lines.push_back({std::exchange(line, {})});
    }
    if (!word.empty()) {
      line += (line.empty() ? "" : " ") + std::string(word);
    }
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  if (!line.empty()) {
    block.lines.push_back({line});
  }
}
class GraphBuilder {
 public:
  GraphBuilder(const Model& model, const Words& words) : model_(model), words_(words) {
    add_compartments();
    add_routes();
    add_flows();
    add_outputs();
    add_derivatives();
  }
  Graph take() {
    for (Arrow& arrow : graph_.arrows) {
      if (!arrow.label.lines.empty()) {
        arrow.label_width = std::ceil(arrow.label.width() + 8.0);
        arrow.label_height = std::ceil(arrow.label.height() + 4.0);
      }
    }
    return std::move(graph_);
  }

 private:
  std::string analyte_colour(int analyte) const {
    return std::string(analyte < 0 ? neutral : palette_colour(analyte));
  }
  std::string compartment_colour(int compartment) const {
    return analyte_colour(model_.compartments[static_cast<std::size_t>(compartment)].analyte);
  }

  int add_box(Shape shape, std::string colour, Block text) {
    Box box{shape, std::move(colour), std::move(text), 0.0, 0.0};
    if (shape == Shape::open) {
      box.width = box.height = 2.0;
    } else {
      box.width = std::max(box.text.width() + 16.0, 46.0);
      box.height = box.text.height() + (shape == Shape::compartment ? 16.0 : 10.0);
    }
    graph_.boxes.push_back(std::move(box));
    return static_cast<int>(graph_.boxes.size()) - 1;
  }

  void add_compartments() {
    for (const Compartment& compartment : model_.compartments) {
      Block text{{{compartment.name, title_size, true}}};
      if (compartment.analyte >= 0) {
        const auto& analyte = model_.analytes[static_cast<std::size_t>(compartment.analyte)];
        text.lines.push_back({words_(analyte.name)});
      } else if (!compartment.amount) {
        text.lines.push_back({fmt::format("[{}]", compartment.unit_text)});
      }
      add_box(compartment.amount ? Shape::compartment : Shape::state,
              analyte_colour(compartment.analyte), std::move(text));
    }
  }

  void add_routes() {
    for (const Route& route : model_.routes) {
      const int box =
          add_box(Shape::route, std::string(neutral), {{{route.id, title_size, false}}});
      for (const int into : route.into) {
        const Compartment& entered = model_.compartments[static_cast<std::size_t>(into)];
        Block label;
        const auto add = [&](std::string_view name, const std::string& text) {
          if (!text.empty()) {
            add_wrapped(label, fmt::format("{} = {}", name, text));
          }
        };
        add("F", entered.F);
        add("ALAG", entered.ALAG);
        add("D", entered.D);
        add("R", entered.R);
        graph_.arrows.push_back(
            {box, into, Stroke::dose, std::string(neutral), std::move(label), 0.0, 0.0});
      }
    }
  }

  void add_flows() {
    for (const Flow& flow : model_.flows) {
      const int inside = flow.from < 0 ? flow.to : flow.from;
      if (inside < 0) {
        continue;
      }
      const std::string colour = compartment_colour(inside);
      const int from = flow.from < 0 ? add_box(Shape::open, colour, {}) : flow.from;
      const int to = flow.to < 0 ? add_box(Shape::open, colour, {}) : flow.to;
      Block label;
      add_wrapped(label, words_(flow.label));
      add_wrapped(label, flow.rate.empty() ? words_("{0} (amount per time)", {flow.amount_rate})
                                           : flow.rate);
      graph_.arrows.push_back({from, to, Stroke::flow, colour, std::move(label), 0.0, 0.0});
    }
  }

  void add_outputs() {
    for (const Output& output : model_.outputs) {
      Block text{{{words_(output.name), title_size, false}}};
      add_wrapped(text, fmt::format("= {}", output.text));
      std::string place = words_(output.matrix);
      if (!output.site.empty() && output.site != "unknown") {
        place += (place.empty() ? "" : ", ") + words_(output.site);
      }
      add_wrapped(text, fmt::format("{}{}[{}]", place, place.empty() ? "" : " ", output.unit_text));
      const std::string colour = analyte_colour(output.analyte);
      const int box = add_box(Shape::output, colour, std::move(text));
      for (const int from : compartments_in(model_, output.text)) {
        graph_.arrows.push_back({from, box, Stroke::computed, colour, {}, 0.0, 0.0});
      }
    }
  }

  void add_derivatives() {
    for (std::size_t i = 0; i < model_.compartments.size(); ++i) {
      const int own = static_cast<int>(i);
      const std::string& derivative = model_.compartments[i].derivative;
      for (const int from : compartments_in(model_, derivative)) {
        if (from != own) {
          Block label;
          add_wrapped(label, derivative);
          graph_.arrows.push_back(
              {from, own, Stroke::computed, compartment_colour(own), std::move(label), 0.0, 0.0});
        }
      }
    }
  }

  const Model& model_;
  const Words& words_;
  Graph graph_;
};
}  // namespace

double Block::width() const {
  double widest = 0.0;
  for (const Line& line : lines) {
    const double letters = static_cast<double>(shown_width(line.text));
    widest = std::max(widest, letters * letter_width * line.size * (line.bold ? 1.1 : 1.0));
  }
  return widest;
}

double Block::height() const {
  double sum = 0.0;
  for (const Line& line : lines) {
    sum += line_height * line.size;
  }
  return sum;
}

std::vector<int> compartments_in(const Model& model, const std::string& text) {
  std::set<int> found;
  std::set<std::string> seen;
  std::vector<std::string> texts{text};
  while (!texts.empty()) {
    const auto parsed = parse_expression(texts.back());
    texts.pop_back();
    if (!parsed) {
      continue;
    }
    for (const std::string& name : symbols(*parsed)) {
      if (!seen.insert(name).second) {
        continue;
      }
      if (const int compartment = model.compartment_index(name); compartment >= 0) {
        found.insert(compartment);
      } else if (const int definition = model.definition_index(name); definition >= 0) {
        texts.push_back(model.definitions[static_cast<std::size_t>(definition)].text);
      }
    }
  }
  return {found.begin(), found.end()};
}

Graph card_graph(const Model& model, const Words& words) {
  return GraphBuilder(model, words).take();
}

}  // namespace ketascope::diagram
