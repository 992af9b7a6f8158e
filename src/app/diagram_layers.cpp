// SPDX-License-Identifier: GPL-3.0-or-later
// Layers as Sugiyama, Tagawa and Toda (1981): cycles are cut, every box comes after those that lead
// to it, arrows over several layers are led through places of their own, and the order within a
// layer follows that of the neighbours. "Along" counts from layer to layer, "across" within one.
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

#include "app/diagram_layout.hpp"

namespace ketascope::diagram {
namespace {

constexpr double layer_gap = 26.0;
constexpr double unlabelled_gap = 54.0;
constexpr double node_gap = 14.0;
constexpr double passage = 6.0;     // what an arrow needs to pass between boxes
constexpr double arrow_head = 7.0;  // from the tip to where the line ends
constexpr double used_side = 0.7;   // of a box's side, where arrows begin and end
constexpr int sweeps = 16;

struct Node {
  double along = 0.0, across = 0.0;  // sizes
  int layer = 0;
  double at = 0.0;                     // centre, across
  std::vector<int> before{}, after{};  // neighbours in the layers beside
  bool box = false;
};

/// An arrow as the nodes that it passes, in the order of the layers.
struct Chain {
  std::vector<int> nodes;
  int label = -1;  // the node that holds the label
  bool backward = false;
};

class Layers {
 public:
  Layers(const Graph& graph, Direction direction) : graph_(graph), direction_(direction) {
    for (const Box& box : graph.boxes) {
      nodes_.push_back({.along = upright() ? box.height : box.width,
                        .across = upright() ? box.width : box.height,
                        .box = true});
    }
    for (const Arrow& arrow : graph.arrows) {
      labelled_ = labelled_ || arrow.label_width > 0.0;
    }
    cut_cycles();
    choose_layers();
    lead_arrows();
    order_layers();
    spread_across();
    spread_along();
  }

  Layout layout() const {
    Layout out;
    for (std::size_t i = 0; i < graph_.boxes.size(); ++i) {
      out.boxes.push_back(point(middle(nodes_[i]), nodes_[i].at));
    }
    add_curves(out);
    fit(out);
    return out;
  }

 private:
  bool upright() const { return direction_ == Direction::top_to_bottom; }
  Point point(double along, double across) const {
    return upright() ? Point{across, along} : Point{along, across};
  }
  Node& node(int i) { return nodes_[static_cast<std::size_t>(i)]; }
  const Node& node(int i) const { return nodes_[static_cast<std::size_t>(i)]; }
  double middle(const Node& n) const { return middles_[static_cast<std::size_t>(n.layer)]; }

  void cut_cycles() {
    chains_.resize(graph_.arrows.size());
    std::vector<std::vector<std::size_t>> leaving(nodes_.size());
    std::vector<int> entering(nodes_.size(), 0);
    for (std::size_t a = 0; a < graph_.arrows.size(); ++a) {
      leaving[static_cast<std::size_t>(graph_.arrows[a].from)].push_back(a);
      ++entering[static_cast<std::size_t>(graph_.arrows[a].to)];
    }
    enum class Visit { not_yet, open, done };
    std::vector<Visit> visits(nodes_.size(), Visit::not_yet);
    const auto visit = [&](const auto& self, std::size_t n) -> void {
      visits[n] = Visit::open;
      for (const std::size_t a : leaving[n]) {
        const auto to = static_cast<std::size_t>(graph_.arrows[a].to);
        if (visits[to] == Visit::open) {
          chains_[a].backward = true;
        } else if (visits[to] == Visit::not_yet) {
          self(self, to);
        }
      }
      visits[n] = Visit::done;
    };
    for (const bool sources_only : {true, false}) {
      for (std::size_t n = 0; n < nodes_.size(); ++n) {
        if (visits[n] == Visit::not_yet && (!sources_only || entering[n] == 0)) {
          visit(visit, n);
        }
      }
    }
  }

  int low_end(std::size_t a) const {
    return chains_[a].backward ? graph_.arrows[a].to : graph_.arrows[a].from;
  }
  int high_end(std::size_t a) const {
    return chains_[a].backward ? graph_.arrows[a].from : graph_.arrows[a].to;
  }

  void choose_layers() {
    // A label stands in a layer between those of the boxes.
    const int least = labelled_ ? 2 : 1;
    for (bool moved = true; moved;) {
      moved = false;
      for (std::size_t a = 0; a < chains_.size(); ++a) {
        const int after = node(low_end(a)).layer + least;
        if (low_end(a) != high_end(a) && node(high_end(a)).layer < after) {
          node(high_end(a)).layer = after;
          moved = true;
        }
      }
    }
    // What nothing leads to stands right before what it leads to.
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
      int nearest = -1;
      bool source = true;
      for (std::size_t a = 0; a < chains_.size(); ++a) {
        source = source && high_end(a) != static_cast<int>(n);
        if (low_end(a) == static_cast<int>(n)) {
          const int layer = node(high_end(a)).layer;
          nearest = nearest < 0 ? layer : std::min(nearest, layer);
        }
      }
      if (source && nearest >= 0) {
        nodes_[n].layer = nearest - least;
      }
    }
  }

  void lead_arrows() {
    for (std::size_t a = 0; a < chains_.size(); ++a) {
      Chain& chain = chains_[a];
      const Arrow& arrow = graph_.arrows[a];
      if (arrow.from == arrow.to) {
        continue;
      }
      const int low = low_end(a);
      const int high = high_end(a);
      const int first = node(low).layer;
      const int last = node(high).layer;
      chain.nodes.push_back(low);
      for (int layer = first + 1; layer < last; ++layer) {
        Node between{.along = 0.0, .across = passage, .layer = layer};
        if (arrow.label_width > 0.0 && layer == (first + last) / 2) {
          chain.label = static_cast<int>(nodes_.size());
          between.along = upright() ? arrow.label_height : arrow.label_width;
          between.across = passage + (upright() ? arrow.label_width : arrow.label_height);
        }
        chain.nodes.push_back(static_cast<int>(nodes_.size()));
        nodes_.push_back(std::move(between));
      }
      chain.nodes.push_back(high);
      for (std::size_t i = 0; i + 1 < chain.nodes.size(); ++i) {
        node(chain.nodes[i]).after.push_back(chain.nodes[i + 1]);
        node(chain.nodes[i + 1]).before.push_back(chain.nodes[i]);
      }
    }
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
      const auto layer = static_cast<std::size_t>(nodes_[n].layer);
      layers_.resize(std::max(layers_.size(), layer + 1));
      layers_[layer].push_back(static_cast<int>(n));
    }
  }

  std::vector<double> ranks() const {
    std::vector<double> rank(nodes_.size(), 0.0);
    for (const auto& layer : layers_) {
      for (std::size_t i = 0; i < layer.size(); ++i) {
        rank[static_cast<std::size_t>(layer[i])] = static_cast<double>(i);
      }
    }
    return rank;
  }

  std::size_t crossings() const {
    const std::vector<double> rank = ranks();
    std::size_t count = 0;
    for (const auto& layer : layers_) {
      std::vector<double> ends;  // of the arrows met so far, from the first node to the last
      for (const int n : layer) {
        std::vector<double> own;
        for (const int next : node(n).after) {
          own.push_back(rank[static_cast<std::size_t>(next)]);
        }
        for (const double end : own) {
          count += static_cast<std::size_t>(
              std::ranges::count_if(ends, [&](double other) { return other > end; }));
        }
        ends.insert(ends.end(), own.begin(), own.end());
      }
    }
    return count;
  }

  void order_layers() {
    auto best = layers_;
    std::size_t fewest = crossings();
    for (int sweep = 0; sweep < sweeps && fewest > 0; ++sweep) {
      const bool forward = sweep % 2 == 0;
      for (std::size_t step = 1; step < layers_.size(); ++step) {
        auto& layer = layers_[forward ? step : layers_.size() - 1 - step];
        const std::vector<double> rank = ranks();
        const auto wanted = [&](int n) {
          const auto& beside = forward ? node(n).before : node(n).after;
          if (beside.empty()) {
            return rank[static_cast<std::size_t>(n)];
          }
          double sum = 0.0;
          for (const int other : beside) {
            sum += rank[static_cast<std::size_t>(other)];
          }
          return sum / static_cast<double>(beside.size());
        };
        std::ranges::stable_sort(layer, {}, wanted);
      }
      if (const std::size_t now = crossings(); now < fewest) {
        fewest = now;
        best = layers_;
      }
    }
    layers_ = std::move(best);
  }

  double apart(int a, int b) const {
    const bool boxes = node(a).box || node(b).box;
    return 0.5 * (node(a).across + node(b).across) + (boxes ? node_gap : 0.5 * node_gap);
  }

  /// Moves a layer's nodes as near to where they are wanted as their order and sizes allow: least
  /// squares, by pooling neighbours that would overlap.
  void settle(const std::vector<int>& layer, const std::vector<double>& wanted) {
    struct Pool {
      double sum = 0.0;
      std::size_t count = 0;
      double mean() const { return sum / static_cast<double>(count); }
    };
    std::vector<double> offset(layer.size(), 0.0);
    for (std::size_t i = 1; i < layer.size(); ++i) {
      offset[i] = offset[i - 1] + apart(layer[i - 1], layer[i]);
    }
    std::vector<Pool> pools;
    for (std::size_t i = 0; i < layer.size(); ++i) {
      pools.push_back({wanted[i] - offset[i], 1});
      while (pools.size() > 1 && pools[pools.size() - 2].mean() >= pools.back().mean()) {
        const Pool last = pools.back();
        pools.pop_back();
        pools.back().sum += last.sum;
        pools.back().count += last.count;
      }
    }
    std::size_t i = 0;
    for (const Pool& pool : pools) {
      for (std::size_t k = 0; k < pool.count; ++k, ++i) {
        node(layer[i]).at = pool.mean() + offset[i];
      }
    }
  }

  void spread_across() {
    for (const auto& layer : layers_) {
      settle(layer, std::vector<double>(layer.size(), 0.0));
    }
    for (int sweep = 0; sweep < sweeps; ++sweep) {
      for (std::size_t step = 0; step < layers_.size(); ++step) {
        const auto& layer = layers_[sweep % 2 == 0 ? step : layers_.size() - 1 - step];
        std::vector<double> wanted;
        for (const int n : layer) {
          double sum = 0.0;
          std::size_t count = 0;
          for (const auto* beside : {&node(n).before, &node(n).after}) {
            for (const int other : *beside) {
              sum += node(other).at;
              ++count;
            }
          }
          wanted.push_back(count == 0 ? node(n).at : sum / static_cast<double>(count));
        }
        settle(layer, wanted);
      }
    }
  }

  void spread_along() {
    double at = 0.0;
    for (const auto& layer : layers_) {
      double widest = 0.0;
      for (const int n : layer) {
        widest = std::max(widest, node(n).along);
      }
      middles_.push_back(at + 0.5 * widest);
      at += widest + (labelled_ ? layer_gap : unlabelled_gap);
    }
  }

  /// Where the arrows of every box begin and end on its sides, by arrow: {at the low end, at the
  /// high end}, across.
  std::vector<std::array<double, 2>> ports() const {
    std::vector<std::array<double, 2>> found(chains_.size());
    for (std::size_t n = 0; n < graph_.boxes.size(); ++n) {
      for (const bool low : {true, false}) {
        std::vector<std::pair<double, std::size_t>> ends;
        for (std::size_t a = 0; a < chains_.size(); ++a) {
          const auto& passed = chains_[a].nodes;
          if (passed.empty() || (low ? passed.front() : passed.back()) != static_cast<int>(n)) {
            continue;
          }
          ends.emplace_back(node(low ? passed[1] : passed[passed.size() - 2]).at, a);
        }
        std::ranges::sort(ends);
        for (std::size_t k = 0; k < ends.size(); ++k) {
          const double part = static_cast<double>(k + 1) / static_cast<double>(ends.size() + 1);
          found[ends[k].second][low ? 0 : 1] = nodes_[n].at + used_side * nodes_[n].across *
                                                                  (part - 0.5) *
                                                                  (ends.size() > 1 ? 1.0 : 0.0);
        }
      }
    }
    return found;
  }

  void add_curves(Layout& out) const {
    const auto port = ports();
    out.labels.resize(chains_.size());
    out.curves.resize(chains_.size());
    for (std::size_t a = 0; a < chains_.size(); ++a) {
      const Chain& chain = chains_[a];
      if (chain.nodes.empty()) {
        continue;
      }
      struct Stop {
        double along, across;
      };
      std::vector<Stop> stops;
      const Node& low = node(chain.nodes.front());
      const Node& high = node(chain.nodes.back());
      const double head_low = chain.backward ? arrow_head : 0.0;
      const double head_high = chain.backward ? 0.0 : arrow_head;
      const Stop begin{middle(low) + 0.5 * low.along, port[a][0]};
      const Stop end{middle(high) - 0.5 * high.along, port[a][1]};
      stops.push_back({begin.along + head_low, begin.across});
      for (std::size_t i = 1; i + 1 < chain.nodes.size(); ++i) {
        const Node& passed = node(chain.nodes[i]);
        double across = passed.at;
        if (chain.nodes[i] == chain.label) {
          // The line runs beside the words.
          across = passed.at - 0.5 * passed.across + 0.5 * passage;
          out.labels[a] = point(middle(passed), passed.at + 0.5 * passage);
          stops.push_back({middle(passed) - 0.5 * passed.along, across});
          stops.push_back({middle(passed) + 0.5 * passed.along, across});
        } else {
          stops.push_back({middle(passed), across});
        }
      }
      stops.push_back({end.along - head_high, end.across});
      std::vector<Point> curve{point(stops.front().along, stops.front().across)};
      for (std::size_t i = 1; i < stops.size(); ++i) {
        const double half = 0.5 * (stops[i].along - stops[i - 1].along);
        curve.push_back(point(stops[i - 1].along + half, stops[i - 1].across));
        curve.push_back(point(stops[i].along - half, stops[i].across));
        curve.push_back(point(stops[i].along, stops[i].across));
      }
      const Stop& tip = chain.backward ? begin : end;
      if (chain.backward) {
        std::ranges::reverse(curve);
      }
      curve.push_back(point(tip.along, tip.across));
      out.curves[a] = std::move(curve);
    }
  }

  /// Moves everything to where coordinates begin at 0.
  void fit(Layout& out) const {
    Point low{1e300, 1e300};
    Point high{-1e300, -1e300};
    const auto hold = [&](Point centre, double width, double height) {
      low = {std::min(low.x, centre.x - 0.5 * width), std::min(low.y, centre.y - 0.5 * height)};
      high = {std::max(high.x, centre.x + 0.5 * width), std::max(high.y, centre.y + 0.5 * height)};
    };
    for (std::size_t i = 0; i < out.boxes.size(); ++i) {
      hold(out.boxes[i], graph_.boxes[i].width, graph_.boxes[i].height);
    }
    for (std::size_t a = 0; a < chains_.size(); ++a) {
      if (chains_[a].label >= 0) {
        hold(out.labels[a], graph_.arrows[a].label_width, graph_.arrows[a].label_height);
      }
      for (const Point& passed : out.curves[a]) {
        hold(passed, 0.0, 0.0);
      }
    }
    if (out.boxes.empty()) {
      return;
    }
    const auto move = [&](Point& moved) { moved = {moved.x - low.x, moved.y - low.y}; };
    std::ranges::for_each(out.boxes, move);
    std::ranges::for_each(out.labels, move);
    for (auto& curve : out.curves) {
      std::ranges::for_each(curve, move);
    }
    out.width = high.x - low.x;
    out.height = high.y - low.y;
  }

  const Graph& graph_;
  Direction direction_;
  bool labelled_ = false;
  std::vector<Node> nodes_;  // the boxes first, then the places that arrows pass
  std::vector<Chain> chains_;
  std::vector<std::vector<int>> layers_;
  std::vector<double> middles_;  // of the layers, along
};

}  // namespace

Layout lay_out_plainly(const Graph& graph, Direction direction) {
  return Layers(graph, direction).layout();
}

}  // namespace ketascope::diagram
