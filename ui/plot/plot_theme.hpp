// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QHash>
#include <QPalette>
#include <QPen>
#include <QVector>

namespace ketascope {

/// Colours of a figure. Curves use the palette of Okabe and Ito (2008), lightened where the ground
/// is dark; what belongs together shares a colour, analytes differ by dash pattern, so that no
/// reader depends on colour alone.
struct PlotTheme {
  bool dark = false;
  QColor background, text, muted, grid, frame;
  QVector<QColor> curves, bands;
  QHash<int, QColor> own;  ///< chosen in place of the palette's colour at an index

  static PlotTheme light();
  static PlotTheme darkTheme();
  static PlotTheme fromPalette(const QPalette& palette);

  QColor curve(int index) const { return own.value(index, curves[index % curves.size()]); }
  /// A colour that somebody chose, as it is drawn here. On a dark ground a colour of the palette is
  /// its counterpart there, and one that would not stand out (WCAG 2.1 asks for 3:1 of graphics) is
  /// lightened until it does. What is kept and written stays as it was chosen.
  QColor drawn(const QColor& chosen) const;
  QColor band(int index) const { return bands[index % bands.size()]; }
  /// Line of a curve: colour by scenario, pattern by analyte; thinner where the colours come round
  /// again.
  QPen pen(int colour, int dash, double width = 2.0) const;
};

/// Contrast of two colours after WCAG 2.1, from 1 to 21.
double contrast(const QColor& one, const QColor& other);

/// DejaVu Sans in pixels, so that a figure looks alike on every screen and in every file.
QFont plotFont(int pixels, bool bold = false);

}  // namespace ketascope
