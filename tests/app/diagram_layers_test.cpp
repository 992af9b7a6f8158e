// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "app/diagram_layout.hpp"
#include "app/test_models.hpp"

namespace ketascope {
namespace {

using diagram::Direction;
using diagram::Graph;
using diagram::Layout;

/// Boxes of one size and arrows between them; -1 as label: without one.
Graph graph_of(std::size_t boxes, const std::vector<std::pair<int, int>>& arrows,
               double label_width = 0.0) {
  Graph graph;
  for (std::size_t i = 0; i < boxes; ++i) {
    graph.boxes.push_back({diagram::Shape::compartment, "#000000", {}, 80.0, 40.0});
  }
  for (const auto& [from, to] : arrows) {
    graph.arrows.push_back({from,
                            to,
                            diagram::Stroke::flow,
                            "#000000",
                            {},
                            label_width,
                            label_width > 0.0 ? 14.0 : 0.0});
  }
  return graph;
}

void expect_nothing_overlaps(const Graph& graph, const Layout& layout) {
  struct Rect {
    double left, right, top, bottom;
  };
  std::vector<Rect> rects;
  const auto add = [&](diagram::Point at, double width, double height) {
    rects.push_back({at.x - width / 2, at.x + width / 2, at.y - height / 2, at.y + height / 2});
  };
  for (std::size_t i = 0; i < graph.boxes.size(); ++i) {
    add(layout.boxes[i], graph.boxes[i].width, graph.boxes[i].height);
  }
  for (std::size_t a = 0; a < graph.arrows.size(); ++a) {
    if (graph.arrows[a].label_width > 0.0) {
      add(layout.labels[a], graph.arrows[a].label_width, graph.arrows[a].label_height);
    }
  }
  for (std::size_t i = 0; i < rects.size(); ++i) {
    EXPECT_GE(rects[i].left, -1e-9);
    EXPECT_GE(rects[i].top, -1e-9);
    EXPECT_LE(rects[i].right, layout.width + 1e-9);
    EXPECT_LE(rects[i].bottom, layout.height + 1e-9);
    for (std::size_t k = i + 1; k < rects.size(); ++k) {
      const bool apart =
          rects[i].right <= rects[k].left + 1e-9 || rects[k].right <= rects[i].left + 1e-9 ||
          rects[i].bottom <= rects[k].top + 1e-9 || rects[k].bottom <= rects[i].top + 1e-9;
      EXPECT_TRUE(apart) << i << " and " << k;
    }
  }
}

/// An arrow's tip touches the border of the box that it points to, its first point the border of
/// the box that it comes from.
void expect_ends_on_borders(const Graph& graph, const Layout& layout) {
  const auto on_border = [&](diagram::Point p, int box) {
    const auto b = static_cast<std::size_t>(box);
    const double dx = std::abs(p.x - layout.boxes[b].x) - graph.boxes[b].width / 2;
    const double dy = std::abs(p.y - layout.boxes[b].y) - graph.boxes[b].height / 2;
    return dx < 1e-6 && dy < 1e-6 && std::max(dx, dy) > -1e-6;
  };
  for (std::size_t a = 0; a < graph.arrows.size(); ++a) {
    EXPECT_TRUE(on_border(layout.curves[a].front(), graph.arrows[a].from)) << a;
    EXPECT_TRUE(on_border(layout.curves[a].back(), graph.arrows[a].to)) << a;
    EXPECT_EQ(layout.curves[a].size() % 3, 2U) << "one start, three per piece, the tip";
  }
}

TEST(PlainLayout, PutsAChainInOrder) {
  const Graph graph = graph_of(3, {{0, 1}, {1, 2}});
  const Layout wide = diagram::lay_out_plainly(graph, Direction::left_to_right);
  EXPECT_LT(wide.boxes[0].x, wide.boxes[1].x);
  EXPECT_LT(wide.boxes[1].x, wide.boxes[2].x);
  EXPECT_DOUBLE_EQ(wide.boxes[0].y, wide.boxes[2].y);
  const Layout high = diagram::lay_out_plainly(graph, Direction::top_to_bottom);
  EXPECT_LT(high.boxes[0].y, high.boxes[1].y);
  EXPECT_DOUBLE_EQ(high.boxes[0].x, high.boxes[2].x);
}

TEST(PlainLayout, KeepsBoxesAndNumbersApartWithCyclesAndLongArrows) {
  // Two peripheral compartments, a metabolite, a way around: every kind of arrow.
  const std::vector<std::pair<int, int>> arrows{{0, 1}, {1, 2}, {2, 1}, {1, 3}, {3, 1},
                                                {1, 4}, {4, 5}, {0, 5}, {5, 0}};
  for (const double label : {0.0, 60.0}) {
    for (const Direction direction : {Direction::left_to_right, Direction::top_to_bottom}) {
      const Graph graph = graph_of(6, arrows, label);
      const Layout layout = diagram::lay_out_plainly(graph, direction);
      expect_nothing_overlaps(graph, layout);
      expect_ends_on_borders(graph, layout);
    }
  }
}

TEST(PlainLayout, LeadsTwoWaysBetweenTheSameBoxesBesideEachOther) {
  const Graph graph = graph_of(2, {{0, 1}, {1, 0}});
  const Layout layout = diagram::lay_out_plainly(graph, Direction::left_to_right);
  EXPECT_GT(std::abs(layout.curves[0].front().y - layout.curves[1].front().y), 5.0);
  EXPECT_LT(layout.curves[0].front().x, layout.curves[0].back().x);
  EXPECT_GT(layout.curves[1].front().x, layout.curves[1].back().x);
}

TEST(PlainLayout, UncrossesWhatNeedNotCross) {
  // 0 leads to 3 and 1 to 2: as numbered, the arrows would cross.
  const Graph graph = graph_of(4, {{0, 3}, {1, 2}});
  const Layout layout = diagram::lay_out_plainly(graph, Direction::left_to_right);
  EXPECT_GT((layout.boxes[0].y - layout.boxes[1].y) * (layout.boxes[3].y - layout.boxes[2].y), 0.0);
}

TEST(PlainLayout, TakesEveryModelOfTheLibrary) {
  const Library library({std::filesystem::path(KETASCOPE_MODELS_DIR)});
  std::size_t most = 0;
  for (const std::string& id : library.model_ids()) {
    const auto model = library.model(id);
    ASSERT_TRUE(model) << id;
    const Graph graph = diagram::card_graph(**model);
    const Layout layout = diagram::lay_out_plainly(graph, Direction::top_to_bottom);
    SCOPED_TRACE(id);
    expect_nothing_overlaps(graph, layout);
    expect_ends_on_borders(graph, layout);
    most = std::max(most, graph.boxes.size());
  }
  EXPECT_GT(most, 60U) << "the reference model is among them";
}

}  // namespace
}  // namespace ketascope
