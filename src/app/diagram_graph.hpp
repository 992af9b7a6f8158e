// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ketascope/app/words.hpp"
#include "ketascope/model/model.hpp"

/// A model's structure as boxes and arrows, before anything is placed. Sizes in points.
namespace ketascope::diagram {

inline constexpr double title_size = 11.0;
inline constexpr double small_size = 8.5;
inline constexpr double line_height = 1.25;
inline constexpr std::string_view neutral = "#555555";

struct Line {
  std::string text;
  double size = small_size;
  bool bold = false;
};

struct Block {
  std::vector<Line> lines;
  double width() const;
  double height() const;
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
  double label_width = 0.0, label_height = 0.0;  ///< 0: nothing stands beside it
};

struct Graph {
  std::vector<Box> boxes;
  std::vector<Arrow> arrows;
};

/// Everything that a model's file states about its structure; compartments are the first boxes, in
/// their order.
Graph card_graph(const Model& model, const Words& words = {});

/// The compartments that a text speaks of, also by way of definitions.
std::vector<int> compartments_in(const Model& model, const std::string& text);

}  // namespace ketascope::diagram
