// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>
#include <optional>
#include <vector>

#include "plot/concentration_plot.hpp"
#include "plot/curve_thinning.hpp"
#include "plot/plot_scene.hpp"

class QCPGraph;
class QCPItemRect;
class QCPLayoutGrid;
class QCPMarginGroup;
class QMouseEvent;

namespace ketascope {

/// What stands behind a ConcentrationPlot. plot_canvas.cpp builds and paints it, plot_panes.cpp the
/// diagrams below the first, plot_reading.cpp reads it out, dose_handling.cpp lets doses be moved,
/// plot_export.cpp writes it to files.
struct ConcentrationPlot::Impl {
  explicit Impl(ConcentrationPlot* owner);

  // Building and painting.
  void build();
  void connectAll();
  void applyTheme();
  /// The theme follows what the figure chooses in place of the palette.
  void useOwnColours();
  QPen penOf(const Figure::Curve& curve) const;
  void styleAxis(QCPAxis* axis) const;
  void rebuild();
  void rebuildGraphs(std::vector<QCPGraph*>& graphs, const std::vector<Figure::Curve>& curves,
                     QCPAxis* valueAxis) const;
  void rebuildBands();
  void setTickCounts(QSize size) const;
  /// The strip of doses leaves the curves their room.
  void fitStrip(QSize size) const;
  void fit();
  void keepInBounds(QCPAxis* axis);
  void prepare();
  void prepareGraphs(const std::vector<QCPGraph*>& graphs, const std::vector<Figure::Curve>& curves,
                     const PlotView& view) const;
  void prepareBands(const PlotView& view) const;
  void followTime();

  // Diagrams below the first.
  struct Pane {
    QCPAxisRect* rect = nullptr;
    QCPAxis* time = nullptr;
    QCPAxis* value = nullptr;
    std::vector<QCPGraph*> graphs;
    QCPAbstractItem* ribbons = nullptr;
  };
  void setPaneCount(std::size_t count);
  void rebuildPanes();
  void fitPanes();

  // Reading.
  void readAt(double x);
  void keepCursorApart(bool apart);
  void moveCursor(const QPoint& pos);
  void hideCursor();
  QString toolTipAt(const QPointF& pos) const;
  QString bandToolTip(const QPointF& pos) const;

  // Doses by hand.
  struct DoseDrag {
    int scenario = 0, line = 0;
    double pressX = 0, start = 0, duration = 0;  ///< units of the axis as it was when pressed
    double origin = 0;                           ///< start of the scenario on that axis
    double viewLow = 0, viewHigh = 0;            ///< what was in sight of it
    bool stretches = false, copies = false, moved = false;
  };
  std::optional<int> doseAt(const QPointF& pos) const;
  bool stretchesAt(int dose, const QPointF& pos) const;
  bool pressDose(const QMouseEvent* event);
  bool dragDose(const QMouseEvent* event);
  bool releaseDose();
  /// How far the axis has gone under the scenario since its dose was taken hold of: an axis that
  /// counts from a dose goes with it.
  double driftOf(const DoseDrag& held) const;
  /// While a dose is dragged its scenario stays where it is on the screen, and the dose under the
  /// mouse.
  void holdView();
  void hoverDose(const QPointF& pos);
  double snapStep() const;
  double snapped(double x) const;

  ConcentrationPlot* q;
  bool replotsLate = false;  ///< once, when it is painted in a new size
  QCustomPlot* plot;
  PlotScene scene;
  bool movable = false;  ///< doses may be moved by hand
  bool readable = true;  ///< the cursor tells values
  bool themeFixed = false;
  bool zoomed = false;
  bool fitting = false;
  PlotView whole;
  std::vector<double> events;
  std::optional<DoseDrag> drag;

  QCPLayoutGrid* inner = nullptr;
  QCPMarginGroup* margins = nullptr;
  QCPAxisRect* main = nullptr;
  QCPAxisRect* strip = nullptr;
  QCPAxis* time = nullptr;
  QCPAxis* value = nullptr;
  QCPAxis* stripTime = nullptr;
  QCPAxis* stripValue = nullptr;
  std::vector<QCPGraph*> graphs;
  std::vector<QCPItemRect*> bands;
  std::vector<Pane> panes;
};

/// Nearer than this to an event, cursor and doses are drawn to it.
inline constexpr int snapPixels = 4;

}  // namespace ketascope
