// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/curve_chart.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cmath>

#include "app/html.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

constexpr double chart_width = 620.0, chart_height = 250.0;
constexpr double left = 64.0, right = 12.0, top = 24.0, bottom = 40.0;
constexpr double legend_line = 15.0;

/// The upper end of an axis from zero, and the distance of its ticks: 1, 2 or 5 times a power of
/// ten, in about five steps.
struct Axis {
  double high = 1.0, step = 0.2;
};

Axis axis_for(double highest) {
  if (!(highest > 0.0) || !std::isfinite(highest)) {
    return {};
  }
  const double rough = highest / 5.0;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  double step = 10.0 * power;
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (factor * power >= rough * (1.0 - 1e-9)) {
      step = factor * power;
      break;
    }
  }
  return {step * std::ceil(highest / step * (1.0 - 1e-9)), step};
}

std::string number(double value) {
  return shortest(std::round(value * 10.0) / 10.0 + 0.0);
}

std::string tick_text(double value) {
  // Ticks are multiples of a round step: six digits say them without the noise of binary numbers.
  return fmt::format("{:.6g}", value);
}

class Painter {
 public:
  explicit Painter(const CurveChart& chart) : chart_(chart) {
    double x_high = 0.0;
    double y_high = 0.0;
    const auto reach = [](double& high, double value) {
      if (std::isfinite(value)) {
        high = std::max(high, value);
      }
    };
    for (const auto& curve : chart.curves) {
      for (std::size_t i = 0; i < curve.x.size(); ++i) {
        reach(x_high, curve.x[i]);
        reach(y_high, curve.y[i]);
      }
    }
    for (const auto& mark : chart.marks) {
      if (mark.has_y) {
        reach(y_high, mark.y);
      }
    }
    x_axis_ = axis_for(x_high);
    y_axis_ = axis_for(y_high);
  }

  std::string paint() {
    const double height = chart_height + legend_line * static_cast<double>(chart_.curves.size());
    out_ = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" "
        "viewBox=\"0 0 {0} {1}\" font-family=\"'DejaVu Sans', sans-serif\" font-size=\"10\" "
        "role=\"img\">\n<title>{2}</title>\n",
        number(chart_width), number(height), html_escaped(chart_.title));
    axes();
    for (std::size_t i = 0; i < chart_.curves.size(); ++i) {
      curve(i);
    }
    for (const auto& mark : chart_.marks) {
      draw(mark);
    }
    return out_ + "</svg>\n";
  }

 private:
  double x_of(double value) const {
    return left + value / x_axis_.high * (chart_width - left - right);
  }
  double y_of(double value) const {
    return chart_height - bottom - value / y_axis_.high * (chart_height - top - bottom);
  }

  void text(double x, double y, std::string_view anchor, std::string_view content) {
    out_ += fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"{}\" fill=\"#222\">{}</text>\n",
                        number(x), number(y), anchor, html_escaped(content));
  }
  void line(double x1, double y1, double x2, double y2, std::string_view look) {
    out_ += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" {}/>\n", number(x1),
                        number(y1), number(x2), number(y2), look);
  }

  void axes() {
    constexpr std::string_view grid = "stroke=\"#ddd\"";
    for (int i = 0; i * x_axis_.step <= x_axis_.high * (1.0 + 1e-9); ++i) {
      const double x = x_of(i * x_axis_.step);
      line(x, top, x, chart_height - bottom, grid);
      text(x, chart_height - bottom + 13.0, "middle", tick_text(i * x_axis_.step));
    }
    for (int i = 0; i * y_axis_.step <= y_axis_.high * (1.0 + 1e-9); ++i) {
      const double y = y_of(i * y_axis_.step);
      line(left, y, chart_width - right, y, grid);
      text(left - 5.0, y + 3.5, "end", tick_text(i * y_axis_.step));
    }
    line(left, chart_height - bottom, chart_width - right, chart_height - bottom,
         "stroke=\"#222\"");
    line(left, top, left, chart_height - bottom, "stroke=\"#222\"");
    text(chart_width - right, chart_height - bottom + 27.0, "end", chart_.x_label);
    text(4.0, 13.0, "start", chart_.y_label);
  }

  void curve(std::size_t index) {
    const auto& curve = chart_.curves[index];
    std::string points;
    for (std::size_t i = 0; i < curve.x.size(); ++i) {
      if (std::isfinite(curve.y[i])) {
        points += fmt::format("{}{},{}", points.empty() ? "" : " ", number(x_of(curve.x[i])),
                              number(y_of(curve.y[i])));
      }
    }
    const std::string look = curve_look(index);
    out_ += fmt::format("<polyline points=\"{}\" fill=\"none\" {}/>\n", points, look);
    const double y = chart_height + legend_line * (static_cast<double>(index) + 0.5);
    line(left, y, left + 28.0, y, look);
    text(left + 34.0, y + 3.5, "start", curve.label);
  }

  /// Where colours repeat, dashes tell the curves apart.
  static std::string curve_look(std::size_t index) {
    static constexpr std::array<std::string_view, 4> dashes{"", " stroke-dasharray=\"6 3\"",
                                                            " stroke-dasharray=\"2 2\"",
                                                            " stroke-dasharray=\"8 3 2 3\""};
    return fmt::format("stroke=\"{}\" stroke-width=\"1.5\"{}",
                       palette_colour(static_cast<int>(index)), dashes[index / 6 % dashes.size()]);
  }

  void draw(const CurveChart::Mark& mark) {
    const std::string_view colour = palette_colour(mark.curve);
    const std::string thin =
        fmt::format("stroke=\"{}\" stroke-width=\"0.8\" stroke-dasharray=\"3 3\"", colour);
    const bool inside = !mark.has_x || (mark.x >= 0.0 && mark.x <= x_axis_.high);
    if (!inside) {
      return;
    }
    if (mark.has_x && mark.has_y) {
      out_ += fmt::format(
          "<circle cx=\"{}\" cy=\"{}\" r=\"3.5\" fill=\"#fff\" stroke=\"{}\" "
          "stroke-width=\"1.5\"><title>{}</title></circle>\n",
          number(x_of(mark.x)), number(y_of(mark.y)), colour, html_escaped(mark.label));
    } else if (mark.has_x) {
      line(x_of(mark.x), top, x_of(mark.x), chart_height - bottom, thin);
    } else {
      line(left, y_of(mark.y), chart_width - right, y_of(mark.y), thin);
    }
  }

  const CurveChart& chart_;
  Axis x_axis_, y_axis_;
  std::string out_;
};

}  // namespace

std::string curve_chart_svg(const CurveChart& chart) {
  return Painter(chart).paint();
}

}  // namespace ketascope
