// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/flow_diagram.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <utility>

#include "app/diagram_layout.hpp"

namespace ketascope {
namespace {

namespace shape = diagram;

constexpr double number_letters = 9.0;     // "1,230 mg/h"
constexpr std::size_t most_labelled = 18;  // arrows; with more the numbers would hide them
constexpr double least_width = 84.0;
constexpr double box_height = 42.0;
constexpr double route_height = 24.0;

/// Compartments that are ever anything but empty.
std::vector<bool> shown_compartments(const Amounts& amounts) {
  const Model& model = *amounts.model;
  std::vector<bool> shown(model.compartments.size(), false);
  for (std::size_t c = 0; c < shown.size(); ++c) {
    shown[c] = amounts.state_peaks[c] > 0.0;
  }
  for (const Amounts::Input& input : amounts.inputs) {
    shown[static_cast<std::size_t>(input.compartment)] = true;
  }
  if (std::ranges::none_of(shown, std::identity{})) {
    shown.assign(shown.size(), true);
  }
  return shown;
}

/// Which route brings something where, each once.
std::set<std::pair<std::string, int>> entries_of(const Amounts& amounts) {
  std::set<std::pair<std::string, int>> entries;
  for (const Amounts::Input& input : amounts.inputs) {
    entries.emplace(input.route, input.compartment);
  }
  return entries;
}

class Builder {
 public:
  explicit Builder(const Amounts& amounts)
      : amounts_(amounts), model_(*amounts.model), shown_(shown_compartments(amounts)) {
    add_compartments();
    add_routes();
    add_flows();
    add_derivatives();
    make_room_for_numbers();
  }

  FlowDiagram placed(DiagramShape wanted) {
    const shape::Layout layout =
        shape::lay_out(graph_, wanted == DiagramShape::wide ? shape::Direction::left_to_right
                                                            : shape::Direction::top_to_bottom);
    const auto point = [](shape::Point p) { return FlowDiagram::Point{p.x, p.y}; };
    out_.width = layout.width;
    out_.height = layout.height;
    for (std::size_t i = 0; i < out_.boxes.size(); ++i) {
      out_.boxes[i].centre = point(layout.boxes[i]);
      out_.boxes[i].width = graph_.boxes[i].width;
      out_.boxes[i].height = graph_.boxes[i].height;
    }
    for (std::size_t i = 0; i < out_.arrows.size(); ++i) {
      FlowDiagram::Arrow& arrow = out_.arrows[i];
      for (const shape::Point& p : layout.curves[i]) {
        arrow.curve.push_back(point(p));
      }
      arrow.label = point(layout.labels[i]);
      arrow.labelled = graph_.arrows[i].label_width > 0.0;
    }
    return std::move(out_);
  }

 private:
  int add_box(FlowDiagram::Box box, shape::Shape form) {
    shape::Block text{{{box.name, shape::title_size, true}}};
    shape::Box drawn{form, {}, {}, 2.0, 2.0};
    if (form != shape::Shape::open) {
      drawn.width = std::max(text.width() + 18.0, least_width);
      drawn.height = form == shape::Shape::route ? route_height : box_height;
    }
    graph_.boxes.push_back(std::move(drawn));
    out_.boxes.push_back(std::move(box));
    return static_cast<int>(out_.boxes.size()) - 1;
  }

  FlowDiagram::Arrow& add_arrow(FlowDiagram::Arrow::Kind kind, int from, int to) {
    graph_.arrows.push_back({from, to, shape::Stroke::flow, {}, {}, 0.0, 0.0});
    out_.arrows.push_back({.kind = kind, .from = from, .to = to});
    return out_.arrows.back();
  }

  void add_compartments() {
    box_of_.assign(model_.compartments.size(), -1);
    for (std::size_t c = 0; c < model_.compartments.size(); ++c) {
      const Compartment& compartment = model_.compartments[c];
      if (!shown_[c]) {
        out_.left_out.push_back(compartment.name);
        continue;
      }
      box_of_[c] = add_box({.compartment = static_cast<int>(c),
                            .name = compartment.name,
                            .analyte = compartment.analyte,
                            .amount = compartment.amount},
                           shape::Shape::compartment);
      const shape::Block held{{{"0.0000 " + compartment.unit_text, shape::title_size, false}}};
      double& width = graph_.boxes.back().width;
      width = std::max(width, held.width() + 12.0);
    }
  }

  std::string name_of(const std::string& route) const {
    const Route* of = model_.route(route);
    return route.empty() ? "dose" : of == nullptr || of->label.empty() ? route : of->label;
  }

  void add_routes() {
    std::map<std::string, int> boxes;
    for (const auto& [route, compartment] : entries_of(amounts_)) {
      const auto [found, added] = boxes.try_emplace(route, -1);
      if (added) {
        found->second = add_box({.route = route, .name = name_of(route)}, shape::Shape::route);
      }
      add_arrow(FlowDiagram::Arrow::Kind::dose, found->second,
                box_of_[static_cast<std::size_t>(compartment)]);
    }
  }

  void add_flows() {
    std::map<std::pair<int, int>, std::size_t> known;
    for (std::size_t f = 0; f < model_.flows.size(); ++f) {
      const Flow& flow = model_.flows[f];
      const bool hidden = (flow.from >= 0 && !shown_[static_cast<std::size_t>(flow.from)]) ||
                          (flow.to >= 0 && !shown_[static_cast<std::size_t>(flow.to)]);
      if (hidden || (flow.from < 0 && flow.to < 0)) {
        continue;
      }
      const auto [found, added] = known.try_emplace({flow.from, flow.to}, out_.arrows.size());
      if (added) {
        const auto end = [&](int compartment) {
          return compartment < 0 ? add_box({}, shape::Shape::open)
                                 : box_of_[static_cast<std::size_t>(compartment)];
        };
        const int from = end(flow.from);
        const int to = end(flow.to);
        add_arrow(FlowDiagram::Arrow::Kind::flow, from, to);
      }
      out_.arrows[found->second].flows.push_back(static_cast<int>(f));
    }
  }

  void add_derivatives() {
    for (std::size_t c = 0; c < model_.compartments.size(); ++c) {
      const std::string& derivative = model_.compartments[c].derivative;
      if (derivative.empty() || !shown_[c]) {
        continue;
      }
      for (const int from : shape::compartments_in(model_, derivative)) {
        if (from != static_cast<int>(c) && shown_[static_cast<std::size_t>(from)]) {
          add_arrow(FlowDiagram::Arrow::Kind::computed, box_of_[static_cast<std::size_t>(from)],
                    box_of_[c]);
        }
      }
    }
  }

  void make_room_for_numbers() {
    if (out_.arrows.size() > most_labelled) {
      return;
    }
    for (std::size_t i = 0; i < out_.arrows.size(); ++i) {
      if (out_.arrows[i].kind != FlowDiagram::Arrow::Kind::computed) {
        const shape::Block number{
            {{std::string(static_cast<std::size_t>(number_letters), '0'), shape::small_size}}};
        graph_.arrows[i].label_width = std::ceil(number.width() + 6.0);
        graph_.arrows[i].label_height = std::ceil(number.height() + 3.0);
      }
    }
  }

  const Amounts& amounts_;
  const Model& model_;
  std::vector<bool> shown_;
  std::vector<int> box_of_;  // by compartment
  shape::Graph graph_;
  FlowDiagram out_;
};

}  // namespace

FlowDiagram flow_diagram(const Amounts& amounts, DiagramShape wanted) {
  return Builder(amounts).placed(wanted);
}

bool same_structure(const Amounts& a, const Amounts& b) {
  return a.model == b.model && shown_compartments(a) == shown_compartments(b) &&
         entries_of(a) == entries_of(b);
}

}  // namespace ketascope
