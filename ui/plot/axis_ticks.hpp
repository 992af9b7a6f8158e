// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ketascope {

enum class AxisTimeUnit { minutes, hours, days };

/// From an axis label such as "time [min]" or "time (min)"; hours when it says nothing else.
AxisTimeUnit timeUnitOf(std::string_view axisLabel);

/// Hours per unit of a time axis.
double hoursPer(AxisTimeUnit unit);

/// Step between labelled ticks, in the axis's unit, at which at most about `count` of them fit:
/// minutes, quarters and halves of an hour, 1 2 3 4 6 8 12 24 h, then days and weeks.
double timeStep(double low, double high, int count, AxisTimeUnit unit);

/// "¼", "1½", "6", "0:10"; "2 d" where the step is a day or more on an axis in hours.
std::string timeLabel(double at, double step, AxisTimeUnit unit);

struct LogTicks {
  std::vector<double> major, minor;
};
/// Decades, with 2 and 5 between them on a short axis.
LogTicks logTicks(double low, double high, int count);

/// Plain decimal without exponent or trailing zeros: 0.001, 0.5, 20, 12000.
std::string plainNumber(double value);

}  // namespace ketascope
