// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <string>

namespace ketascope {

/// A number for people, with the decimal sign of the present language: 43.80 or 43,80.
QString numberText(double value, int significantDigits = 4);

/// What somebody typed, a number with or without a unit behind, with the number as files have it:
/// "1,000 mg" in an English window is "1000 mg", "0,5 mg" is "0.5 mg" everywhere. Signs between
/// thousands are taken where they can be nothing else: those of the language, blanks, and any that
/// stand beside another decimal sign or more than once. Nothing where a number can be read in no
/// way.
std::optional<std::string> plainNumber(const QString& typed);

/// Says how a number that plainNumber() cannot read is to be written.
QString howToWriteNumbers();

/// The same without zeros at its end: 43.8.
QString plainNumberText(double value, int significantDigits = 6);

/// All digits that it has, and no more: what a field or a cell shows that can be edited.
QString exactNumberText(double value);

/// Hours as people say them: "24 min", "1 h 12 min"; a minus sign in front where below zero.
QString durationText(double hours);

/// "ng·h/mL", "µg/L": units with their proper signs.
QString unitText(const std::string& unit);

}  // namespace ketascope
