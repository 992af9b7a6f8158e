// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "viewmodel/schedule_model.hpp"

class QLabel;
class QTableView;
class QToolButton;

namespace ketascope {

/// The schedule of the current scenario as a table, with its buttons.
class SchedulePanel : public QWidget {
  Q_OBJECT

 public:
  SchedulePanel(ScenarioDocument* document, const ModelCatalog* catalog, QWidget* parent = nullptr);

  void setScenario(int index);
  int current() const;
  void setCurrent(int row);
  QTableView* view() { return m_view; }
  ScheduleModel* model() { return m_model; }
  QToolButton* infuseButton() { return m_infuse; }
  QToolButton* moreButton() { return m_more; }

 public Q_SLOTS:
  void add();
  void copy();
  void remove();
  void thenInfuse();

 Q_SIGNALS:
  void currentChanged(int row);

 private:
  QToolButton* button(const QString& text, const QString& toolTip);
  static QString infuseToolTip();
  void showState();
  void showColumns();

  /// Why the dose chosen cannot be removed; empty where it can.
  QString keptBecause() const;

  ScheduleModel* m_model;
  QTableView* m_view;
  QLabel* m_note;
  int m_wanted = 0;  ///< row that stays chosen when the rows are others
  QToolButton* m_add;
  QToolButton* m_copy;
  QToolButton* m_remove;
  QToolButton* m_infuse;
  QToolButton* m_more;
};

}  // namespace ketascope
