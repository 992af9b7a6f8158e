// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetricsF>
#include <QString>
#include <QStringList>

namespace ketascope {

/// Number of characters that all names begin with, up to the end of a word; 0 for a single name.
qsizetype sharedBeginning(const QStringList& names);

/// A name of a curve, "scenario: output", in so much room. What it shares with all others goes
/// first, then the middle of the scenario; what it is a curve of stays.
QString shortenedName(const QString& name, qsizetype shared, double width,
                      const QFontMetricsF& metrics);

}  // namespace ketascope
