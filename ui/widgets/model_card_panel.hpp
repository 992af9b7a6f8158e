// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>

#include "viewmodel/background_runner.hpp"
#include "viewmodel/model_card.hpp"
#include "viewmodel/model_catalog.hpp"

class QComboBox;
class QLabel;
class QScrollArea;
class QSvgRenderer;
class QTextBrowser;

namespace ketascope {

/// A drawing that keeps its shape; as large as its scale says.
class DiagramView : public QWidget {
  Q_OBJECT

 public:
  explicit DiagramView(QWidget* parent = nullptr);
  ~DiagramView() override;

  void setDiagram(const QByteArray& svg);
  void clear();
  bool isEmpty() const;
  QSize natural() const;
  void setScale(double scale);
  double scale() const { return m_scale; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QImage atNight(const QRect& part, const QColor& ground) const;

  std::unique_ptr<QSvgRenderer> m_renderer;
  double m_scale = 1;
};

/// The card of a model: its structure drawn, beside all that its file says. Written and drawn in
/// the background, when the panel is in sight.
class ModelCardPanel : public QWidget {
  Q_OBJECT

 public:
  explicit ModelCardPanel(const ModelCatalog* catalog, QWidget* parent = nullptr);

  /// The model to show, by id.
  void setModel(const QString& id);

  // For tests.
  BackgroundRunner* runner() { return &m_runner; }
  DiagramView* diagram() { return m_diagram; }
  QTextBrowser* text() { return m_text; }
  QComboBox* modelBox() { return m_model; }

 protected:
  void showEvent(QShowEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void fillModels();
  void refresh();
  void showCard(const ModelCard& card);
  void showFailure(const Diagnostic& problem);
  void fitDiagram();
  void zoom(double factor);

  const ModelCatalog* m_catalog;
  BackgroundRunner m_runner;
  QString m_wanted;
  ModelPtr m_shown;
  bool m_fitted = true;  ///< the diagram follows the size of the panel
  QComboBox* m_model;
  QLabel* m_note;
  QScrollArea* m_scroll;
  DiagramView* m_diagram;
  QTextBrowser* m_text;
};

}  // namespace ketascope
