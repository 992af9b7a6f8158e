// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/diagram.hpp"

#include <fmt/format.h>

#include <cmath>
#include <utility>

#include "app/diagram_layout.hpp"
#include "app/html.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

using namespace diagram;

constexpr double margin = 8.0;
constexpr double page_width = 900.0;  // beyond it the letters get too small to read in print

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
}  // namespace

std::string model_diagram_svg(const Model& model, const Words& words) {
  const Graph graph = card_graph(model, words);
  Layout layout = lay_out(graph, Direction::left_to_right);
  if (layout.width > page_width) {
    // Long chains are read from top to bottom: a page is higher than wide.
    if (Layout upright = lay_out(graph, Direction::top_to_bottom); upright.width < layout.width) {
      layout = std::move(upright);
    }
  }
  return svg_text(model, graph, layout);
}

}  // namespace ketascope
