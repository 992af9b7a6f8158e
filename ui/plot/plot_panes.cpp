// SPDX-License-Identifier: GPL-3.0-or-later
// The diagrams below the first: effect sites and effects on the same time axis.
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "plot/plot_canvas.hpp"

namespace ketascope {
namespace {

constexpr int mainStretch = 3;
constexpr int paneStretch = 1;
constexpr double air = 0.08;

/// Row of the grid that a diagram's heading is in; the diagram itself is one below.
int headingRow(std::size_t pane) {
  return 1 + 2 * static_cast<int>(pane);
}

/// All finite values with some air; from zero where the lowest is near it.
QCPRange fittedRange(const Figure::Pane& pane) {
  double low = std::numeric_limits<double>::infinity();
  double high = -low;
  const auto count = [&](const std::vector<double>& values) {
    for (const double y : values) {
      if (std::isfinite(y)) {
        low = std::min(low, y);
        high = std::max(high, y);
      }
    }
  };
  for (const auto& curve : pane.curves) {
    count(curve.y);
  }
  for (const auto& ribbon : pane.ribbons) {
    count(ribbon.low);
    count(ribbon.high);
  }
  if (!(high >= low)) {
    return {0, 1};
  }
  if (low >= 0 && low < 0.35 * high) {
    low = 0;
  }
  const double height = high > low ? high - low : std::max(std::abs(high), 1.0);
  return {low == 0 ? 0 : low - air * height, high + air * height};
}

}  // namespace

void ConcentrationPlot::Impl::setPaneCount(std::size_t count) {
  if (count == panes.size()) {
    return;
  }
  while (panes.size() > count) {
    for (QCPGraph* graph : panes.back().graphs) {
      plot->removeGraph(graph);
    }
    plot->removeItem(panes.back().ribbons);
    const int row = headingRow(panes.size() - 1);
    panes.pop_back();
    inner->remove(inner->element(row + 1, 0));
    inner->remove(inner->element(row, 0));
    inner->simplify();
  }
  while (panes.size() < count) {
    const std::size_t index = panes.size();
    const int row = headingRow(index);
    Pane pane;
    pane.rect = new QCPAxisRect(plot, false);
    pane.time = pane.rect->addAxis(QCPAxis::atBottom);
    pane.value = pane.rect->addAxis(QCPAxis::atLeft);
    for (QCPAxis* axis : {pane.time, pane.value}) {
      axis->setLayer(QStringLiteral("axes"));
      axis->grid()->setLayer(QStringLiteral("grid"));
      axis->grid()->setVisible(true);
    }
    pane.time->setTicker(makeTimeTicker(&scene));
    pane.time->setTickLabels(false);
    pane.time->setRange(time->range());
    pane.value->setTicker(makeLinearTicker());
    pane.rect->setMarginGroup(QCP::msLeft | QCP::msRight, margins);
    pane.rect->setMinimumMargins(QMargins(0, 1, 6, 2));
    pane.rect->setMinimumSize(80, 40);
    pane.rect->setRangeDragAxes({time}, {pane.value});
    pane.rect->setRangeZoomAxes({time}, {});
    pane.ribbons = makeEnvelope(plot, pane.time, pane.value, &scene, index);
    pane.ribbons->setLayer(QStringLiteral("bands"));
    inner->insertRow(row);
    inner->insertRow(row);
    inner->addElement(row, 0, makePaneHeading(plot, pane.rect, &scene, index));
    inner->addElement(row + 1, 0, pane.rect);
    panes.push_back(std::move(pane));
  }
  QList<double> stretch(inner->rowCount(), 1.0);
  stretch[0] = mainStretch;
  for (std::size_t i = 0; i < panes.size(); ++i) {
    stretch[headingRow(i) + 1] = paneStretch;
  }
  inner->setRowStretchFactors(stretch);
}

void ConcentrationPlot::Impl::rebuildPanes() {
  setPaneCount(scene.figure.panes.size());
  for (std::size_t i = 0; i < panes.size(); ++i) {
    Pane& pane = panes[i];
    styleAxis(pane.time);
    styleAxis(pane.value);
    pane.time->setTickLengthOut(0);
    pane.time->setSubTickLengthOut(0);
    pane.value->setTickLabelFont(plotFont(11));
    rebuildGraphs(pane.graphs, scene.figure.panes[i].curves, pane.value);
  }
}

void ConcentrationPlot::Impl::fitPanes() {
  for (std::size_t i = 0; i < panes.size() && i < scene.figure.panes.size(); ++i) {
    panes[i].value->setRange(fittedRange(scene.figure.panes[i]));
  }
}

}  // namespace ketascope
