// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>

#include <tl/expected.hpp>

#include "ketascope/app/sweep_figure.hpp"

namespace ketascope {

/// Draws a line or a heat map and writes it, whole or not at all, in the format of the name's
/// ending. `size` is in pixels of 96 per inch, `dpi` the resolution of PNG. Codes figure.format,
/// file.unwritable.
tl::expected<void, Diagnostics> saveSweepPlot(const SweepFigure& figure, const QString& path,
                                              QSize size, double dpi);

}  // namespace ketascope
