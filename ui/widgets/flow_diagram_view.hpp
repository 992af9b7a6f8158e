// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QWidget>
#include <memory>
#include <vector>

#include "plot/plot_theme.hpp"
#include "viewmodel/flow_text.hpp"

namespace ketascope {

/// Draws a model's compartments as filled as they are at one time, and its flows as wide as what
/// they carry. Marks on the arrows move as the time does.
class FlowDiagramView : public QWidget {
  Q_OBJECT

 public:
  explicit FlowDiagramView(QWidget* parent = nullptr);

  /// What a full box stands for.
  enum class Full { ownPeak, entered };

  void setPicture(std::shared_ptr<const FlowPicture> picture);
  void setTime(double timeH);
  void setFull(Full full);
  /// How full a box is now, from 0 to 1.
  double fillOf(int box) const;
  /// Width of an arrow's line now, in points; that of one that carries nothing is the least.
  double lineWidthOf(int arrow) const;

  QSizeF natural() const;
  void setScale(double scale);
  double scale() const { return m_scale; }
  /// What stands at a place of the widget, in words.
  QString wordsAt(const QPointF& place) const;

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool event(QEvent* event) override;

 private:
  void drawArrow(QPainter& painter, const PlotTheme& theme, std::size_t index) const;
  void drawBox(QPainter& painter, const PlotTheme& theme, std::size_t index) const;
  QColor colourOf(const PlotTheme& theme, int analyte) const;
  QPointF toDrawing(const QPointF& place) const;

  std::shared_ptr<const FlowPicture> m_picture;
  std::vector<QPainterPath> m_paths;  ///< of the arrows' lines
  std::vector<double> m_most;         ///< by arrow: what any arrow of the same unit ever carries
  double m_timeH = 0;
  double m_phase = 0;  ///< how far the marks have moved, in points
  double m_scale = 1;
  Full m_full = Full::ownPeak;
};

}  // namespace ketascope
