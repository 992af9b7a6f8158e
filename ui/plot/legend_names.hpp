// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetricsF>
#include <QString>
#include <QStringList>
#include <QVector>

namespace ketascope {

/// Names of curves, "scenario: output", each in the room that it has. What all begin with goes
/// first, then a part of the scenario: what it is a curve of stays. Which part is chosen so that
/// names that differ still do.
QStringList shortenedNames(const QStringList& names, const QVector<double>& widths,
                           const QFontMetricsF& metrics);

}  // namespace ketascope
