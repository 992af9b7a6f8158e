// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fold_plot.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/html.hpp"

namespace ketascope {
namespace {

constexpr double side = 380.0, margin = 50.0, legend = 150.0;

std::string place(double value) {
  return fmt::format("{:.1f}", value);
}

class Painter {
 public:
  explicit Painter(const FoldPlot& plot) : plot_(plot) {
    double least = 1e300, most = 0.0;
    for (const FoldPlot::Point& point : plot.points) {
      for (const double value : {point.observed, point.predicted}) {
        if (value > 0.0 && std::isfinite(value)) {
          least = std::min(least, value);
          most = std::max(most, value);
        }
      }
      if (std::ranges::find(groups_, point.group) == groups_.end()) {
        groups_.push_back(point.group);
      }
    }
    low_ = std::floor(std::log10(least));
    high_ = std::ceil(std::log10(most) + 1e-9);
    if (!(high_ > low_)) {
      high_ = low_ + 1.0;
    }
  }

  std::string paint() {
    out_ = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" "
        "viewBox=\"0 0 {0} {1}\" font-family=\"'DejaVu Sans', sans-serif\" font-size=\"10\" "
        "role=\"img\">\n<title>{2}</title>\n",
        place(side + legend), place(side + 20.0), html_escaped(plot_.title));
    text(margin, 12.0, "start", plot_.title);
    for (double decade = low_; decade <= high_; decade += 1.0) {
      line(decade, low_, decade, high_, "stroke=\"#ddd\"");
      line(low_, decade, high_, decade, "stroke=\"#ddd\"");
      const std::string label = fmt::format("{:g}", std::pow(10.0, decade));
      text(x_of(decade), side - margin + 26.0, "middle", label);
      text(margin - 5.0, y_of(decade) + 3.5, "end", label);
    }
    for (const double fold : {1.0, 1.25, 0.8, 2.0, 0.5}) {
      diagonal(fold);
    }
    text(side - 20.0, side + 12.0, "end", "observed");
    text(4.0, 28.0, "start", "predicted");
    for (const FoldPlot::Point& point : plot_.points) {
      draw(point);
    }
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      const double y = 40.0 + 16.0 * static_cast<double>(i);
      circle(side + 12.0, y - 3.5, i, false, groups_[i]);
      text(side + 22.0, y, "start", groups_[i]);
    }
    const double y = 48.0 + 16.0 * static_cast<double>(groups_.size());
    text(side + 4.0, y, "start", "filled: fitted");
    text(side + 4.0, y + 14.0, "start", "open: held out");
    return out_ + "</svg>\n";
  }

 private:
  double scale() const { return (side - margin - 20.0) / (high_ - low_); }
  double x_of(double log) const { return margin + (log - low_) * scale(); }
  double y_of(double log) const { return side - 36.0 - (log - low_) * scale(); }

  void text(double x, double y, std::string_view anchor, std::string_view content) {
    out_ += fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"{}\" fill=\"#222\">{}</text>\n",
                        place(x), place(y), anchor, html_escaped(content));
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
        "<circle cx=\"{}\" cy=\"{}\" r=\"3\" fill=\"{}\" "
        "stroke=\"{}\"><title>{}</title></circle>\n",
        place(x), place(y), filled ? colour : "#fff", colour, html_escaped(label));
  }
  void draw(const FoldPlot::Point& point) {
    if (!(point.observed > 0.0 && point.predicted > 0.0)) {
      return;
    }
    const auto group = std::ranges::find(groups_, point.group) - groups_.begin();
    circle(x_of(std::log10(point.observed)), y_of(std::log10(point.predicted)),
           static_cast<std::size_t>(group), point.filled, point.label);
  }

  const FoldPlot& plot_;
  std::vector<std::string> groups_;
  double low_ = 0.0, high_ = 1.0;
  std::string out_;
};

}  // namespace

std::string fold_plot_svg(const FoldPlot& plot) {
  return Painter(plot).paint();
}

}  // namespace ketascope
