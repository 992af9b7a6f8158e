// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <utility>
#include <vector>

#include "ketascope/app/figure.hpp"
#include "plot/curve_thinning.hpp"

namespace ketascope {

/// The ranges that show the whole of a figure: all times, zero or a little below the lowest
/// positive value (at most four decades under the highest), some air above the highest. Limits that
/// the figure states win.
PlotView fittedView(const Figure& figure);

/// Times where something happens: starts and ends of doses, jumps of curves. Sorted, without
/// repeats.
std::vector<double> eventTimes(const Figure& figure);

/// Values on both sides, where the curve jumps at exactly `x`.
std::optional<std::pair<double, double>> jumpAt(const Figure::Curve& curve, double x);
std::optional<std::pair<double, double>> jumpAt(const std::vector<double>& times,
                                                const std::vector<double>& values, double x);

/// "ng/mL" of "concentration [ng/mL]".
/// A number with the decimal sign of the present language, as it stands in a text.
QString localNumber(const std::string& number);

QString unitOfLabel(const std::string& label);

/// Unit of a lower diagram: of "effect site [ng/mL]", but not of "multiples of C50 (pain)".
QString unitOfPane(const Figure::Pane& pane);

/// "1 h 15 min", "40 min", "2 d 3 h" for a time on the axis with this label.
QString timeInWords(double x, const std::string& axisLabel);

/// The figure in words: every curve with its peak, the doses, the bands.
QString describe(const Figure& figure);

}  // namespace ketascope
