// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "viewmodel/scenario_list_model.hpp"

class QListView;
class QToolButton;

namespace ketascope {

/// The list of scenarios with its buttons.
class ScenarioPanel : public QWidget {
  Q_OBJECT

 public:
  explicit ScenarioPanel(ScenarioListModel* model, QWidget* parent = nullptr);

  int current() const;
  void setCurrent(int row);
  QListView* view() { return m_view; }
  /// Whether scenarios may be added and removed.
  void setChangeable(bool changeable);

 public Q_SLOTS:
  void add();
  void duplicate();
  void remove();

 Q_SIGNALS:
  void currentChanged(int row);

 private:
  QToolButton* button(const QString& text, const QString& toolTip);
  void keepCurrent();

  ScenarioListModel* m_model;
  QListView* m_view;
  QToolButton* m_add;
  QToolButton* m_duplicate;
  QToolButton* m_remove;
  int m_current = -1;
  bool m_changeable = true;
};

}  // namespace ketascope
