// SPDX-License-Identifier: GPL-3.0-or-later
// Why something cannot be used, for those who use no mouse.
#include "widgets/greyed.hpp"

#include <QAction>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QTabWidget>
#include <QToolButton>
#include <algorithm>

#include "open_window.hpp"
#include "widgets/editor_panel.hpp"
#include "widgets/measure_edit.hpp"
#include "widgets/schedule_panel.hpp"

namespace ketascope {
namespace {

class GreyedTest : public test::OpenWindow {};

TEST_F(GreyedTest, AScreenReaderIsToldTheReasonAsLongAsItHolds) {
  QLineEdit field(m_window.get());
  field.setAccessibleDescription("what it is for");
  field.setToolTip("not today");
  EXPECT_EQ(field.accessibleDescription(), "what it is for");
  field.setEnabled(false);
  EXPECT_EQ(field.accessibleDescription(), "not today");
  field.setToolTip("nor tomorrow");
  EXPECT_EQ(field.accessibleDescription(), "nor tomorrow");
  field.setEnabled(true);
  EXPECT_EQ(field.accessibleDescription(), "what it is for");
}

TEST_F(GreyedTest, WhatIsGreyedInSightIsListedWithItsReason) {
  const auto reason = [this](const QString& name) {
    const auto all = greyedIn(*m_window);
    const auto found = std::ranges::find(all, name, &Greyed::name);
    return found == all.end() ? QString() : found->reason;
  };
  EXPECT_EQ(reason("Every"), "The dose is given once: choose repeats first.");
  EXPECT_EQ(reason("Duration"), "");
  m_window->tables()->setCurrentWidget(m_window->schedule());
  settle();
  EXPECT_EQ(reason("Delete dose"), "This is the only dose: change it, or remove the scenario.");
  m_window->tables()->setCurrentIndex(0);
  EXPECT_EQ(reason("Delete dose"), "") << "out of sight";
  ScenarioSpec spec = m_window->document()->value().scenarios[0];
  spec.doses[0].repeats = 2;
  spec.doses[0].interval = Measure{2, "h"};
  m_window->document()->changeScenario(0, spec, "repeat");
  settle();
  EXPECT_EQ(reason("Every"), "");
}

TEST_F(GreyedTest, WhateverIsGreyedSaysWhy) {
  for (int form = 0; form < m_window->forms()->count(); ++form) {
    m_window->forms()->setCurrentIndex(form);
    for (int table = 0; table < m_window->tables()->count(); ++table) {
      m_window->tables()->setCurrentIndex(table);
      settle();
      for (const QWidget* each : m_window->findChildren<QWidget*>()) {
        if (each->isVisible() && !each->isEnabled() && each->focusPolicy() != Qt::NoFocus &&
            qobject_cast<const MeasureEdit*>(each) == nullptr) {
          EXPECT_FALSE(each->toolTip().isEmpty())
              << each->metaObject()->className() << " " << each->accessibleName().toStdString();
        }
      }
    }
  }
}

TEST_F(GreyedTest, TheListIsInTheMenuAndReachedByKeys) {
  const auto actions = m_window->findChildren<QAction*>();
  const auto action = std::ranges::find_if(
      actions, [](const QAction* each) { return each->shortcut() == QKeySequence("Shift+F1"); });
  ASSERT_NE(action, actions.end());
  QStringList seen;
  QTimer::singleShot(50, [&] {
    auto* dialog = qobject_cast<GreyedDialog*>(QApplication::activeModalWidget());
    ASSERT_NE(dialog, nullptr);
    for (int i = 0; i < dialog->list()->count(); ++i) {
      seen << dialog->list()->item(i)->text();
    }
    dialog->reject();
  });
  (*action)->trigger();
  EXPECT_TRUE(seen.contains("Every: The dose is given once: choose repeats first."))
      << seen.join("\n").toStdString();
}

}  // namespace
}  // namespace ketascope
