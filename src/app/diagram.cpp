// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/diagram.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "app/filter_text.hpp"
#include "app/html.hpp"
#include "ketascope/app/table.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

// Sizes in points; a letter of DejaVu Sans is about 0.62 of its size wide.
constexpr double title_size = 11.0;
constexpr double small_size = 8.5;
constexpr double line_height = 1.25;
constexpr double letter_width = 0.62;
constexpr double margin = 8.0;
constexpr double page_width = 900.0;  // beyond it the letters get too small to read in print
constexpr std::string_view neutral = "#555555";

struct Line {
  std::string text;
  double size = small_size;
  bool bold = false;
};

struct Block {
  std::vector<Line> lines;
  double width() const {
    double widest = 0.0;
    for (const Line& line : lines) {
      const double letters = static_cast<double>(shown_width(line.text));
      widest = std::max(widest, letters * letter_width * line.size * (line.bold ? 1.1 : 1.0));
    }
    return widest;
  }
  double height() const {
    double sum = 0.0;
    for (const Line& line : lines) {
      sum += line_height * line.size;
    }
    return sum;
  }
};

enum class Shape { compartment, state, route, output, open };

struct Box {
  Shape shape = Shape::compartment;
  std::string colour;
  Block text;
  double width = 0.0, height = 0.0;
};

enum class Stroke { flow, dose, computed };

struct Arrow {
  int from = 0, to = 0;
  Stroke stroke = Stroke::flow;
  std::string colour;
  Block label;
};

struct Graph {
  std::vector<Box> boxes;
  std::vector<Arrow> arrows;
};

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
  explicit GraphBuilder(const Model& model) : model_(model) {
    add_compartments();
    add_routes();
    add_flows();
    add_outputs();
    add_derivatives();
  }
  Graph take() { return std::move(graph_); }

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
        text.lines.push_back({analyte.name});
      } else if (!compartment.amount) {
        text.lines.push_back({"in " + compartment.unit_text});
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
        graph_.arrows.push_back({box, into, Stroke::dose, std::string(neutral), std::move(label)});
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
      add_wrapped(label, flow.label);
      add_wrapped(label, flow.rate.empty() ? flow.amount_rate + " (amount per time)" : flow.rate);
      graph_.arrows.push_back({from, to, Stroke::flow, colour, std::move(label)});
    }
  }

  /// The compartments that a text speaks of, also by way of definitions.
  std::set<int> compartments_in(const std::string& text) const {
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
        if (const int compartment = model_.compartment_index(name); compartment >= 0) {
          found.insert(compartment);
        } else if (const int definition = model_.definition_index(name); definition >= 0) {
          texts.push_back(model_.definitions[static_cast<std::size_t>(definition)].text);
        }
      }
    }
    return found;
  }

  void add_outputs() {
    for (const Output& output : model_.outputs) {
      Block text{{{output.name, title_size, false}}};
      add_wrapped(text, fmt::format("= {}", output.text));
      std::string place = output.matrix;
      if (!output.site.empty() && output.site != "unknown") {
        place += (place.empty() ? "" : ", ") + output.site;
      }
      add_wrapped(text,
                  fmt::format("{}{}in {}", place, place.empty() ? "" : ", ", output.unit_text));
      const std::string colour = analyte_colour(output.analyte);
      const int box = add_box(Shape::output, colour, std::move(text));
      for (const int from : compartments_in(output.text)) {
        graph_.arrows.push_back({from, box, Stroke::computed, colour, {}});
      }
    }
  }

  void add_derivatives() {
    for (std::size_t i = 0; i < model_.compartments.size(); ++i) {
      const int own = static_cast<int>(i);
      const std::string& derivative = model_.compartments[i].derivative;
      for (const int from : compartments_in(derivative)) {
        if (from != own) {
          Block label;
          add_wrapped(label, derivative);
          graph_.arrows.push_back(
              {from, own, Stroke::computed, compartment_colour(own), std::move(label)});
        }
      }
    }
  }

  const Model& model_;
  Graph graph_;
};

/// Only sizes go to Graphviz, no texts: nothing has to be quoted, and no font of its matters.
std::string dot_text(const Graph& graph, std::string_view direction) {
  std::string out =
      fmt::format("digraph model {{\nrankdir={}; nodesep=0.3; ranksep=0.35;\n", direction);
  out += "node [shape=box fixedsize=true label=\"\"];\nedge [arrowsize=0.7];\n";
  for (std::size_t i = 0; i < graph.boxes.size(); ++i) {
    out += fmt::format("n{} [width={:.4f} height={:.4f}];\n", i, graph.boxes[i].width / 72.0,
                       graph.boxes[i].height / 72.0);
  }
  for (std::size_t i = 0; i < graph.arrows.size(); ++i) {
    const Arrow& arrow = graph.arrows[i];
    std::string label;
    if (!arrow.label.lines.empty()) {
      label = fmt::format(
          " label=<<table border=\"0\" fixedsize=\"true\" width=\"{:.0f}\" height=\"{:.0f}\"><tr>"
          "<td></td></tr></table>>",
          std::ceil(arrow.label.width() + 8.0), std::ceil(arrow.label.height() + 4.0));
    }
    out += fmt::format("n{} -> n{} [id=\"{}\"{}];\n", arrow.from, arrow.to, i, label);
  }
  return out + "}\n";
}

struct Point {
  double x = 0.0, y = 0.0;
};

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

/// Where everything is; y counts downwards.
struct Layout {
  double width = 0.0, height = 0.0;
  std::vector<Point> boxes;                ///< centres
  std::vector<Point> labels;               ///< centres, per arrow
  std::vector<std::vector<Point>> curves;  ///< per arrow: Bezier points, then the tip
};

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

std::string number(double value) {
  return shortest(std::round(value * 10.0) / 10.0 + 0.0);
}

void draw_text(std::string& out, const Block& block, Point centre, std::string_view colour) {
  double y = centre.y - block.height() / 2.0;
  for (const Line& line : block.lines) {
    y += line_height * line.size;
    out += fmt::format(
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{} fill=\"{}\" text-anchor=\"middle\">{}</text>\n",
        number(centre.x), number(y - 0.32 * line.size), number(line.size),
        line.bold ? " font-weight=\"bold\"" : "", colour, html_escaped(line.text));
  }
}

void draw_box(std::string& out, const Box& box, Point centre) {
  if (box.shape == Shape::open) {
    return;
  }
  const bool pill = box.shape == Shape::route;
  const double radius = pill ? box.height / 2.0 : box.shape == Shape::output ? 0.0 : 4.0;
  std::string_view dash;
  if (box.shape == Shape::state) {
    dash = " stroke-dasharray=\"5 3\"";
  } else if (box.shape == Shape::output) {
    dash = " stroke-dasharray=\"1.5 2\"";
  }
  out += fmt::format(
      "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\" fill=\"{}\" "
      "fill-opacity=\"{}\" stroke=\"{}\" stroke-width=\"{}\"{}/>\n",
      number(centre.x - box.width / 2.0), number(centre.y - box.height / 2.0), number(box.width),
      number(box.height), number(radius), box.colour,
      box.shape == Shape::compartment ? "0.15" : "0.03", box.colour,
      box.shape == Shape::compartment ? "1.6" : "1", dash);
  draw_text(out, box.text, centre, "#222222");
}

void draw_arrow(std::string& out, const Arrow& arrow, const std::vector<Point>& curve) {
  if (curve.size() < 3) {
    return;
  }
  std::string path = fmt::format("M{} {} C", number(curve[0].x), number(curve[0].y));
  for (std::size_t i = 1; i + 1 < curve.size(); ++i) {
    path += fmt::format("{}{} {}", i == 1 ? "" : " ", number(curve[i].x), number(curve[i].y));
  }
  const std::string_view dash = arrow.stroke == Stroke::dose       ? " stroke-dasharray=\"5 3\""
                                : arrow.stroke == Stroke::computed ? " stroke-dasharray=\"1.5 2\""
                                                                   : "";
  out += fmt::format("<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"{}/>\n", path,
                     arrow.colour, arrow.stroke == Stroke::flow ? "1.4" : "1", dash);
  const Point tip = curve.back();
  const Point base = curve[curve.size() - 2];
  const double length = std::hypot(tip.x - base.x, tip.y - base.y);
  if (length > 0.0) {
    const double side_x = -(tip.y - base.y) / length * 2.8;
    const double side_y = (tip.x - base.x) / length * 2.8;
    out += fmt::format("<path d=\"M{} {} L{} {} L{} {} Z\" fill=\"{}\"/>\n", number(tip.x),
                       number(tip.y), number(base.x + side_x), number(base.y + side_y),
                       number(base.x - side_x), number(base.y - side_y), arrow.colour);
  }
}

std::string svg_text(const Model& model, const Graph& graph, const Layout& layout) {
  std::string out = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" "
      "viewBox=\"{2} {2} {0} {1}\" font-family=\"'DejaVu Sans', sans-serif\" role=\"img\">\n"
      "<title>Structure of {3}</title>\n",
      number(layout.width + 2.0 * margin), number(layout.height + 2.0 * margin), number(-margin),
      html_escaped(model.title));
  for (std::size_t i = 0; i < graph.arrows.size(); ++i) {
    draw_arrow(out, graph.arrows[i], layout.curves[i]);
  }
  for (std::size_t i = 0; i < graph.boxes.size(); ++i) {
    draw_box(out, graph.boxes[i], layout.boxes[i]);
  }
  for (std::size_t i = 0; i < graph.arrows.size(); ++i) {
    draw_text(out, graph.arrows[i].label, layout.labels[i], "#444444");
  }
  return out + "</svg>\n";
}

Diagnostics problem(std::string_view code, std::string message, std::string hint = {}) {
  return {{Severity::error, std::string(code), std::move(message), {}, {}, std::move(hint)}};
}

tl::expected<Layout, Diagnostics> lay_out(const Graph& graph, std::string_view direction) {
  const auto answer = filter_text(dot_text(graph, direction), "dot", "-Tjson0");
  if (!answer) {
    if (answer.error().not_found) {
      return tl::unexpected(problem(
          "diagram.no_graphviz", "drawing the model needs Graphviz, and there is no program 'dot'",
          "install the package graphviz"));
    }
    return tl::unexpected(
        problem("diagram.layout", fmt::format("Graphviz failed: {}", answer.error().message)));
  }
  try {
    return read_layout(*answer, graph);
  } catch (const std::exception& error) {
    return tl::unexpected(
        problem("diagram.layout",
                fmt::format("the answer of Graphviz was not understood: {}", error.what())));
  }
}

}  // namespace

tl::expected<std::string, Diagnostics> model_diagram_svg(const Model& model) {
  const Graph graph = GraphBuilder(model).take();
  auto layout = lay_out(graph, "LR");
  if (layout && layout->width > page_width) {
    // Long chains are read from top to bottom: a page is higher than wide.
    if (auto upright = lay_out(graph, "TB"); upright && upright->width < layout->width) {
      layout = std::move(upright);
    }
  }
  return layout.map([&](const Layout& found) { return svg_text(model, graph, found); });
}

}  // namespace ketascope
