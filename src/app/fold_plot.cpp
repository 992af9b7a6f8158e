// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fold_plot.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "app/html.hpp"

namespace ketascope {
namespace {

constexpr double side = 330.0;  // of the square
constexpr double left = 62.0, top = 30.0, right = 22.0, bottom = 48.0;
constexpr double line_height = 15.0;
// Where the axes span more, only the powers of ten are lines.
constexpr double most_decades_with_steps = 2.2;
constexpr std::array steps{1.0, 2.0, 5.0};
constexpr double air = 0.08;

std::string place(double value) {
  return fmt::format("{:.1f}", value);
}

bool can_be_drawn(const FoldPlot::Point& point) {
  return point.observed > 0.0 && point.predicted > 0.0 && std::isfinite(point.observed) &&
         std::isfinite(point.predicted);
}

class Painter {
 public:
  explicit Painter(const FoldPlot& plot) : plot_(plot) {
    double least = 1e300, most = 1e-300;
    for (const FoldPlot::Point& point : plot.points) {
      if (can_be_drawn(point)) {
        least = std::min({least, point.observed, point.predicted});
        most = std::max({most, point.observed, point.predicted});
      }
    }
    if (least > most) {
      least = most = 1.0;
    }
    // The next steps outside, with some air.
    std::vector<std::pair<double, std::string>> marks;
    for (int decade = -12; decade <= 12; ++decade) {
      for (const double step : steps) {
        marks.emplace_back(decade + std::log10(step),
                           fmt::format("{:g}", step * std::pow(10.0, decade)));
      }
    }
    low_ = marks.front().first;
    high_ = marks.back().first;
    for (const auto& [log, label] : marks) {
      if (log <= std::log10(least) - air) {
        low_ = log;
      } else if (log >= std::log10(most) + air) {
        high_ = std::min(high_, log);
      }
    }
    for (auto& mark : marks) {
      const bool whole = mark.first == std::round(mark.first);
      if (mark.first >= low_ && mark.first <= high_ &&
          (whole || high_ - low_ <= most_decades_with_steps)) {
        ticks_.push_back(std::move(mark));
      }
    }
  }

  std::string paint() {
    out_ = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" "
        "viewBox=\"0 0 {0} {1}\" font-family=\"'DejaVu Sans', sans-serif\" font-size=\"11\" "
        "role=\"img\">\n<title>{2}</title>\n",
        place(left + side + right), place(top + side + bottom), html_escaped(plot_.title));
    text(left, top - 12.0, "start", plot_.title, " font-weight=\"bold\"");
    for (const auto& [log, label] : ticks_) {
      line(log, low_, log, high_, "stroke=\"#ddd\"");
      line(low_, log, high_, log, "stroke=\"#ddd\"");
      text(x_of(log), top + side + 16.0, "middle", label);
      text(left - 6.0, y_of(log) + 4.0, "end", label);
    }
    out_ += fmt::format(
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"none\" stroke=\"#888\"/>\n",
        place(left), place(top), place(side), place(side));
    for (const double fold : {1.0, 1.25, 0.8, 2.0, 0.5}) {
      diagonal(fold);
    }
    text(left + side / 2.0, top + side + 36.0, "middle", fmt::format("observed [{}]", plot_.unit));
    text(0.0, 0.0, "middle", fmt::format("predicted [{}]", plot_.unit),
         fmt::format(" transform=\"translate(14 {}) rotate(-90)\"", place(top + side / 2.0)));
    // What was fitted first: what was not lies on top of it.
    for (const bool filled : {true, false}) {
      for (const FoldPlot::Point& point : plot_.points) {
        if (point.filled == filled && can_be_drawn(point)) {
          circle(x_of(std::log10(point.observed)), y_of(std::log10(point.predicted)),
                 group_of(point), filled, point.label);
        }
      }
    }
    key();
    return out_ + "</svg>\n";
  }

 private:
  double scale() const { return side / (high_ - low_); }
  double x_of(double log) const { return left + (log - low_) * scale(); }
  double y_of(double log) const { return top + side - (log - low_) * scale(); }
  std::size_t group_of(const FoldPlot::Point& point) const {
    return static_cast<std::size_t>(std::ranges::find(plot_.groups, point.group) -
                                    plot_.groups.begin());
  }

  void text(double x, double y, std::string_view anchor, std::string_view content,
            std::string_view look = {}) {
    out_ += fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"{}\" fill=\"#222\"{}>{}</text>\n",
                        place(x), place(y), anchor, look, html_escaped(content));
  }
  void line(double x1, double y1, double x2, double y2, std::string_view look) {
    out_ += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" {}/>\n", place(x_of(x1)),
                        place(y_of(y1)), place(x_of(x2)), place(y_of(y2)), look);
  }
  void diagonal(double fold) {
    const double shift = std::log10(fold);
    const double from = std::max(low_, low_ - shift), to = std::min(high_, high_ - shift);
    line(from, from + shift, to, to + shift,
         fold == 1.0 ? "stroke=\"#222\"" : "stroke=\"#888\" stroke-dasharray=\"4 3\"");
  }
  void circle(double x, double y, std::size_t group, bool filled, std::string_view label) {
    const std::string_view colour = palette_colour(static_cast<int>(group));
    out_ += fmt::format(
        "<circle cx=\"{}\" cy=\"{}\" r=\"3.5\" fill=\"{}\" stroke=\"{}\" "
        "stroke-width=\"1.5\"><title>{}</title></circle>\n",
        place(x), place(y), filled ? colour : "#fff", colour, html_escaped(label));
  }
  /// In the corner below the diagonals, where points are rare.
  void key() {
    std::vector<std::size_t> there;
    for (std::size_t g = 0; g < plot_.groups.size(); ++g) {
      if (std::ranges::any_of(plot_.points,
                              [&](const FoldPlot::Point& p) { return group_of(p) == g; })) {
        there.push_back(g);
      }
    }
    if (there.empty()) {
      return;
    }
    double y = top + side - 10.0 - line_height * static_cast<double>(there.size() - 1);
    for (const std::size_t g : there) {
      circle(left + side - 88.0, y - 4.0, g, true, plot_.groups[g]);
      text(left + side - 78.0, y, "start", plot_.groups[g]);
      y += line_height;
    }
  }

  const FoldPlot& plot_;
  std::vector<std::pair<double, std::string>> ticks_;
  double low_ = 0.0, high_ = 1.0;
  std::string out_;
};

}  // namespace

std::string fold_plot_svg(const FoldPlot& plot) {
  return Painter(plot).paint();
}

}  // namespace ketascope
