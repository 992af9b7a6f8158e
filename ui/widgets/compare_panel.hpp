// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "viewmodel/compare_table_model.hpp"
#include "viewmodel/scenario_document.hpp"

class QComboBox;
class QTableView;
class QToolButton;

namespace ketascope {

/// Scenarios side by side with their differences to a baseline that is chosen here.
class ComparePanel : public QWidget {
  Q_OBJECT

 public:
  explicit ComparePanel(ScenarioDocument* document, QWidget* parent = nullptr);

  void setOutcome(const SimulationOutcome& outcome);
  void setColours(std::function<QColor(int)> colour) { m_model->setColours(std::move(colour)); }
  /// Whether there is a dose to give by other routes.
  void setCanCompareRoutes(const QString& why);

  CompareTableModel* model() { return m_model; }
  QComboBox* baselineBox() { return m_baseline; }
  QToolButton* routesButton() { return m_routes; }

 Q_SIGNALS:
  void everyRouteWanted();

 private:
  ScenarioDocument* m_document;
  CompareTableModel* m_model;
  QComboBox* m_baseline;
  QToolButton* m_routes;
  QTableView* m_view;
};

}  // namespace ketascope
