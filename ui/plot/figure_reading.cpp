// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/figure_reading.hpp"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <cmath>
#include <limits>

#include "ketascope/units/number.hpp"
#include "plot/axis_ticks.hpp"

namespace ketascope {
namespace {

constexpr double risenPart = 0.1;

QString tr(const char* text) {
  return QCoreApplication::translate("ketascope", text);
}

QString shortNumber(double value) {
  return localNumber(format_number(value, 3));
}

}  // namespace

PlotView fittedView(const Figure& figure) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  double xLow = infinity;
  double xHigh = -infinity;
  double highest = 0;
  double lowestPositive = infinity;
  // The steep rise at the beginning would fill a logarithmic axis with nothing but itself: what
  // counts comes after a tenth of the height is reached.
  const auto count = [&](const std::vector<double>& values) {
    double top = 0;
    for (const double value : values) {
      top = std::max(top, std::isfinite(value) ? value : 0.0);
    }
    highest = std::max(highest, top);
    bool risen = false;
    for (const double value : values) {
      risen = risen || value >= risenPart * top;
      if (risen && std::isfinite(value) && value > 0) {
        lowestPositive = std::min(lowestPositive, value);
      }
    }
  };
  for (const auto& curve : figure.curves) {
    for (std::size_t i = 0; i < std::min(curve.x.size(), curve.y.size()); ++i) {
      xLow = std::min(xLow, curve.x[i]);
      xHigh = std::max(xHigh, curve.x[i]);
    }
    count(curve.y);
  }
  for (const auto& ribbon : figure.ribbons) {
    count(ribbon.low);
    count(ribbon.high);
  }
  for (const auto& point : figure.points) {
    highest = std::max({highest, point.y, point.high.value_or(point.y)});
    if (point.y > 0) {
      lowestPositive = std::min(lowestPositive, point.y);
    }
  }
  PlotView view;
  view.logY = figure.log_y;
  if (xHigh > xLow) {
    view.xLow = xLow;
    view.xHigh = xHigh;
  } else {
    view.xLow = 0;
    view.xHigh = 24;
  }
  if (highest <= 0) {
    highest = 100;
    lowestPositive = 1;
  }
  if (figure.log_y) {
    view.yHigh = highest * 1.6;
    view.yLow = std::clamp(lowestPositive, highest * 1e-4, highest * 0.1);
  } else {
    view.yLow = 0;
    view.yHigh = highest * 1.08;
  }
  view.xLow = figure.x_low.value_or(view.xLow);
  view.xHigh = figure.x_high.value_or(view.xHigh);
  view.yHigh = figure.y_high.value_or(view.yHigh);
  if (figure.y_low && !(figure.log_y && *figure.y_low <= 0)) {
    view.yLow = *figure.y_low;
  }
  if (!(view.xHigh > view.xLow)) {
    view.xHigh = view.xLow + 1;
  }
  if (!(view.yHigh > view.yLow)) {
    view.yHigh = view.logY ? view.yLow * 10 : view.yLow + 1;
  }
  return view;
}

std::vector<double> eventTimes(const Figure& figure) {
  std::vector<double> times;
  for (const auto& dose : figure.doses) {
    times.push_back(dose.x);
    if (dose.duration > 0) {
      times.push_back(dose.x + dose.duration);
    }
  }
  for (const auto& curve : figure.curves) {
    for (std::size_t i = 0; i + 1 < std::min(curve.x.size(), curve.y.size()); ++i) {
      if (curve.x[i] == curve.x[i + 1]) {
        times.push_back(curve.x[i]);
      }
    }
  }
  std::ranges::sort(times);
  const auto repeats = std::ranges::unique(times);
  times.erase(repeats.begin(), repeats.end());
  return times;
}

std::optional<std::pair<double, double>> jumpAt(const std::vector<double>& times,
                                                const std::vector<double>& values, double x) {
  const auto at = std::ranges::equal_range(times, x);
  if (at.size() < 2) {
    return std::nullopt;
  }
  const auto first = static_cast<std::size_t>(at.begin() - times.begin());
  const std::size_t last = first + at.size() - 1;
  if (last >= values.size() || values[first] == values[last]) {
    return std::nullopt;
  }
  return std::pair{values[first], values[last]};
}

std::optional<std::pair<double, double>> jumpAt(const Figure::Curve& curve, double x) {
  return jumpAt(curve.x, curve.y, x);
}

QString localNumber(const std::string& number) {
  return QString::fromStdString(number).replace(QLatin1Char('.'), QLocale().decimalPoint());
}

QString unitOfLabel(const std::string& label) {
  const auto open = label.find_last_of("[(");
  const auto close = label.find_last_of("])");
  if (open == std::string::npos || close == std::string::npos || close < open) {
    return {};
  }
  return QString::fromStdString(label.substr(open + 1, close - open - 1));
}

QString unitOfPane(const Figure::Pane& pane) {
  return pane.label.ends_with(']') ? unitOfLabel(pane.label) : QString();
}

QString timeInWords(double x, const std::string& axisLabel) {
  double minutes = x;
  switch (timeUnitOf(axisLabel)) {
    case AxisTimeUnit::hours:
      minutes = x * 60;
      break;
    case AxisTimeUnit::days:
      minutes = x * 1440;
      break;
    case AxisTimeUnit::minutes:
      break;
  }
  const QString sign = minutes < 0 ? QStringLiteral("-") : QString();
  if (std::abs(minutes) < 10) {
    return sign +
           tr("%1 min").arg(localNumber(plainNumber(std::round(std::abs(minutes) * 10) / 10)));
  }
  const auto whole = static_cast<long long>(std::llround(std::abs(minutes)));
  QStringList parts;
  if (whole >= 1440) {
    parts << tr("%1 d").arg(whole / 1440);
  }
  if (whole / 60 % 24 != 0) {
    parts << tr("%1 h").arg(whole / 60 % 24);
  }
  if (whole % 60 != 0) {
    parts << tr("%1 min").arg(whole % 60);
  }
  return sign + parts.join(QLatin1Char(' '));
}

namespace {

/// The room between two percentiles in words: where it is highest, and at the end.
QString ribbonInWords(const Figure::Ribbon& ribbon, const std::string& axisLabel,
                      const QString& unit) {
  const std::size_t n = std::min({ribbon.x.size(), ribbon.low.size(), ribbon.high.size()});
  std::size_t peak = n;
  for (std::size_t i = 0; i < n; ++i) {
    if (std::isfinite(ribbon.high[i]) && (peak == n || ribbon.high[i] > ribbon.high[peak])) {
      peak = i;
    }
  }
  if (peak == n) {
    return {};
  }
  return tr("%1: %2 to %3 %4 after %5, where it is highest; %6 to %7 at the end.")
      .arg(QString::fromStdString(ribbon.label), shortNumber(ribbon.low[peak]),
           shortNumber(ribbon.high[peak]), unit, timeInWords(ribbon.x[peak], axisLabel),
           shortNumber(ribbon.low[n - 1]), shortNumber(ribbon.high[n - 1]))
      .replace(QStringLiteral("  "), QStringLiteral(" "));
}

}  // namespace

QString describe(const Figure& figure) {
  QStringList sentences;
  const auto addRibbons = [&](const std::vector<Figure::Ribbon>& ribbons, std::size_t curve,
                              const QString& unit) {
    for (const auto& ribbon : ribbons) {
      const QString words =
          ribbon.curve == curve ? ribbonInWords(ribbon, figure.x_label, unit) : QString();
      if (!words.isEmpty()) {
        sentences << words;
      }
    }
  };
  if (!figure.title.empty()) {
    sentences << QString::fromStdString(figure.title) + QLatin1Char('.');
  }
  const QString unit = unitOfLabel(figure.y_label);
  for (std::size_t c = 0; c < figure.curves.size(); ++c) {
    const auto& curve = figure.curves[c];
    const std::size_t n = std::min(curve.x.size(), curve.y.size());
    std::size_t peak = n;
    for (std::size_t i = 0; i < n; ++i) {
      if (std::isfinite(curve.y[i]) && (peak == n || curve.y[i] > curve.y[peak])) {
        peak = i;
      }
    }
    if (peak == n) {
      continue;
    }
    sentences << tr("%1: highest %2 %3 after %4, %5 at the end.")
                     .arg(QString::fromStdString(curve.label), shortNumber(curve.y[peak]), unit,
                          timeInWords(curve.x[peak], figure.x_label), shortNumber(curve.y[n - 1]));
    addRibbons(figure.ribbons, c, unit);
  }
  for (const auto& pane : figure.panes) {
    for (std::size_t c = 0; c < pane.curves.size(); ++c) {
      const auto& curve = pane.curves[c];
      std::vector<double> values = curve.y;
      std::erase_if(values, [](double y) { return !std::isfinite(y); });
      if (!values.empty()) {
        const auto [low, high] = std::ranges::minmax(values);
        sentences << tr("%1: between %2 and %3 %4.")
                         .arg(QString::fromStdString(curve.label), shortNumber(low),
                              shortNumber(high), unitOfPane(pane))
                         .replace(QStringLiteral(" ."), QStringLiteral("."));
        addRibbons(pane.ribbons, c, unitOfPane(pane));
      }
    }
  }
  for (const auto& band : figure.bands) {
    sentences << tr("Effect band: %1.").arg(QString::fromStdString(band.label));
  }
  for (std::size_t i = 0; i < figure.points.size(); ++i) {
    const auto& point = figure.points[i];
    if (i == 0 || point.label != figure.points[i - 1].label) {
      sentences << tr("%1.").arg(QString::fromStdString(point.label));
    }
  }
  return sentences.join(QLatin1Char(' '));
}

}  // namespace ketascope
