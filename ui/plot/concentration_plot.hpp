// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRectF>
#include <QStringList>
#include <QVector>
#include <QWidget>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "ketascope/app/figure.hpp"
#include "plot/figure_drawing.hpp"
#include "plot/plot_theme.hpp"

namespace ketascope {

/// By the ending of a file name; none for other endings.
std::optional<FigureFormat> figureFormatOf(std::string_view path);
/// What to say of another ending. Code figure.format.
Diagnostics unknownFigureFormat(const std::string& path);

/// Concentrations over time with effect bands and doses: draws a Figure, reads it out under the
/// cursor, zooms and pans, and writes what it shows. The plotting library stays behind it.
class ConcentrationPlot : public QWidget {
  Q_OBJECT

 public:
  explicit ConcentrationPlot(QWidget* parent = nullptr);
  ~ConcentrationPlot() override;

  /// Shows another figure. A view that was zoomed or panned stays; otherwise the new figure is
  /// fitted.
  void setFigure(Figure figure);
  const Figure& figure() const;

  /// Colours follow the palette of the widget unless a theme is set.
  void setTheme(const PlotTheme& theme);

  bool isZoomed() const;
  struct View {
    double xLow = 0, xHigh = 0, yLow = 0, yHigh = 0;
    bool operator==(const View&) const = default;
  };
  View view() const;
  void setView(const View& view);

  /// Value of every curve at time `x`, NaN where it has none.
  QVector<double> valuesAt(double x) const;
  /// Moves the cursor that reads the curves; nothing hides it.
  void setCursor(std::optional<double> x);
  /// Whether the cursor tells values; it tells the time in any case.
  void setReadable(bool readable);
  /// Where much of the window is about to change at once, the plot is drawn in an event of its own,
  /// so that none lasts long.
  void drawInAnEventOfItsOwn();

  /// What the cursor reads, line by line: its time, then every curve and ribbon.
  QStringList readings() const;

  /// Points handed to the painter for a curve, after thinning (NaN divides pieces).
  int drawnPoints(int curve) const;
  /// Label of the upright axis as it is drawn: its unit alone where there is no room for more.
  QString valueLabel() const;
  /// Where the names of the bands stand, in widget coordinates; null where a band has none.
  QVector<QRectF> bandLabelRects() const;
  QRectF plotRect() const;
  /// Where the doses stand on their strip, in widget coordinates; null where one is out of view.
  QVector<QRectF> doseMarkRects() const;
  /// Doses of scenarios can be dragged, stretched and copied on their strip; the signals below say
  /// what somebody wants, the figure changes only by setFigure().
  void setDosesMovable(bool movable);
  bool dosesMovable() const;
  /// The figure in words, for those who cannot see it.
  QString description() const;

  /// The figure as it would be in a file of that format, `size` in pixels of 96 per inch (the
  /// widget's own when empty): for figureBytes() in another thread. Words may sit up to half a
  /// pixel elsewhere than those of render().
  FigureDrawing drawing(FigureFormat format, QSize size = {}) const;
  /// The figure as a file, `size` in pixels of 96 per inch (the widget's own when empty); `dpi` is
  /// the resolution of PNG. One paint path with the screen.
  QByteArray render(FigureFormat format, QSize size = {}, double dpi = 96.0) const;
  /// Writes it whole or not at all, in the format of the name's ending. Codes figure.format,
  /// file.unwritable.
  tl::expected<void, Diagnostics> save(const QString& path, QSize size = {},
                                       double dpi = 96.0) const;
  tl::expected<void, Diagnostics> savePng(const QString& path, double dpi = 192.0) const;
  tl::expected<void, Diagnostics> saveSvg(const QString& path) const;
  tl::expected<void, Diagnostics> savePdf(const QString& path) const;

 public Q_SLOTS:
  void resetView();
  void zoom(double factor);

 Q_SIGNALS:
  /// The cursor reads the curves at `x` (figure units): one value per curve, NaN where there is
  /// none.
  void hovered(double x, const QVector<double>& values);
  void hoverLeft();
  void viewChanged(bool zoomed);
  /// A dose was taken hold of: line `line` of the schedule of scenario `scenario`. What follows
  /// until doseReleased() is one change, counted from here, in units of the time axis.
  void dosePressed(int scenario, int line);
  void doseMoved(int scenario, int line, double by);
  void doseStretched(int scenario, int line, double duration);
  void doseCopied(int scenario, int line, double by);
  void doseReleased();

 protected:
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  FigureDrawing frame(FigureFormat format, QSize size) const;
  void paintOn(QPaintDevice* device, const FigureDrawing& frame, double scale, int top) const;

  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace ketascope
