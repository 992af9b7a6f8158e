// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

class QAction;
class QCheckBox;
class QComboBox;
class QFormLayout;
class QMenu;
class QToolButton;

namespace ketascope {

/// How the figure is shown, gathered below the form: a card that is folded until somebody opens it.
/// It holds no state of its own; what is chosen here is chosen in the menus.
class DisplayCard : public QWidget {
  Q_OBJECT

 public:
  explicit DisplayCard(QWidget* parent = nullptr);

  /// A row for a box of the toolbar, with its items.
  void addBox(const QString& text, QComboBox* box);
  /// A row for an action that is on or off.
  void addSwitch(const QString& text, QAction* action);
  /// A row for a menu of choices; the button says what is chosen.
  void addMenu(const QString& text, QMenu* menu);
  /// What is chosen has changed.
  void refresh();

  QToolButton* head() { return m_head; }
  QComboBox* box() { return m_box; }
  std::vector<QCheckBox*> switches() const { return m_switches; }
  std::vector<QToolButton*> menus() const { return m_menus; }

 private:
  QToolButton* m_head;
  QWidget* m_body;
  QFormLayout* m_form;
  QComboBox* m_box = nullptr;
  std::vector<QCheckBox*> m_switches;
  std::vector<QToolButton*> m_menus;
};

}  // namespace ketascope
