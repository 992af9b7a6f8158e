// SPDX-License-Identifier: GPL-3.0-or-later
// How the figure is shown, gathered below the form.
#include "widgets/display_card.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QMenu>
#include <QTest>
#include <QToolButton>

#include "open_window.hpp"

namespace ketascope {
namespace {

class Card : public test::OpenWindow {
 protected:
  DisplayCard* card() const { return m_window->displayCard(); }
  const DisplaySpec& display() const { return m_window->document()->value().display; }
};

TEST_F(Card, IsFoldedUntilItIsOpenedWithTheKeyboard) {
  EXPECT_FALSE(card()->box()->isVisible());
  QTest::keyClick(card()->head(), Qt::Key_Space);
  EXPECT_TRUE(card()->box()->isVisible());
  for (QToolButton* button : card()->menus()) {
    EXPECT_FALSE(button->accessibleName().isEmpty());
    EXPECT_FALSE(button->text().isEmpty()) << button->accessibleName().toStdString();
    EXPECT_NE(button->focusPolicy(), Qt::NoFocus);
  }
}

TEST_F(Card, ChoosesWhatTheMenusChoose) {
  QTest::keyClick(card()->head(), Qt::Key_Space);
  card()->box()->setCurrentIndex(2);
  Q_EMIT card()->box()->activated(2);
  EXPECT_EQ(display().unit, "umol/L");
  card()->switches().at(0)->click();
  EXPECT_TRUE(display().log_axis);
  m_window->document()->undoStack()->undo();
  EXPECT_FALSE(card()->switches().at(0)->isChecked()) << "and follows them";
  m_window->document()->undoStack()->undo();
  EXPECT_EQ(card()->box()->currentIndex(), 0);
  QToolButton* timeIn = card()->menus().at(0);
  EXPECT_EQ(timeIn->menu(), m_window->timeUnitMenu());
  EXPECT_EQ(timeIn->text(), "Hours");
  for (QAction* action : timeIn->menu()->actions()) {
    if (action->data().toString() == "day") {
      action->trigger();
    }
  }
  EXPECT_EQ(display().time_unit, "day");
  EXPECT_EQ(timeIn->text(), "Days");
}

TEST_F(Card, OutlivesAnotherLanguage) {
  QEvent changed(QEvent::LanguageChange);
  QCoreApplication::sendEvent(m_window.get(), &changed);
  QCoreApplication::processEvents();
  settle();
  QTest::keyClick(card()->head(), Qt::Key_Space);
  EXPECT_EQ(card()->menus().at(0)->text(), "Hours");
}

}  // namespace
}  // namespace ketascope
