// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string>

namespace ketascope {

/// A number for people, with the decimal sign of the present language: 43.80 or 43,80.
QString numberText(double value, int significantDigits = 4);

/// Hours as people say them: "24 min", "1 h 12 min"; a minus sign in front where below zero.
QString durationText(double hours);

/// "ng·h/mL", "µg/L": units with their proper signs.
QString unitText(const std::string& unit);

}  // namespace ketascope
