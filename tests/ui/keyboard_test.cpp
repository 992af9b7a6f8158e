// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollBar>
#include <QSet>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>
#include <QTextBrowser>

#include "plot/concentration_plot.hpp"
#include "ui_samples.hpp"
#include "widgets/main_window.hpp"
#include "widgets/scenario_panel.hpp"

namespace ketascope {
namespace {

/// Parts of other controls: reached through them.
bool isInner(const QWidget* widget) {
  if (qobject_cast<const QScrollBar*>(widget) != nullptr) {
    return true;
  }
  for (const QWidget* parent = widget->parentWidget(); parent != nullptr;
       parent = parent->parentWidget()) {
    if (qobject_cast<const QAbstractSpinBox*>(parent) != nullptr ||
        qobject_cast<const QComboBox*>(parent) != nullptr ||
        qobject_cast<const QAbstractItemView*>(parent) != nullptr ||
        qobject_cast<const QTabBar*>(parent) != nullptr ||
        qobject_cast<const QLineEdit*>(parent) != nullptr ||
        parent->inherits("QToolBarExtension")) {
      return true;
    }
  }
  return widget->inherits("QToolBarExtension") || widget->inherits("QMenuBarExtension");
}

bool isControl(const QWidget* widget) {
  return qobject_cast<const QLineEdit*>(widget) != nullptr ||
         qobject_cast<const QComboBox*>(widget) != nullptr ||
         qobject_cast<const QAbstractButton*>(widget) != nullptr ||
         qobject_cast<const QAbstractItemView*>(widget) != nullptr ||
         qobject_cast<const QAbstractSlider*>(widget) != nullptr ||
         qobject_cast<const QAbstractSpinBox*>(widget) != nullptr ||
         qobject_cast<const QTextBrowser*>(widget) != nullptr ||
         qobject_cast<const QTabBar*>(widget) != nullptr ||
         qobject_cast<const ConcentrationPlot*>(widget) != nullptr;
}

class KeyboardTest : public ::testing::Test {
 protected:
  KeyboardTest() : m_window(test::sampleLibrary()) {
    QSignalSpy loaded(m_window.catalog(), &ModelCatalog::loaded);
    EXPECT_TRUE(test::next(loaded));
    m_window.resize(1600, 1000);
    m_window.show();
    m_window.activateWindow();
    EXPECT_TRUE(QTest::qWaitForWindowActive(&m_window));
    ScenarioFile file;
    file.scenarios = {test::infusion("first"), test::infusion("second")};
    m_window.document()->reset(file);
    m_window.scenarios()->setCurrent(0);
    while (m_window.runner()->isBusy()) {
      QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 100);
    }
  }
  QList<QWidget*> controls() {
    QList<QWidget*> found;
    for (QWidget* widget : m_window.findChildren<QWidget*>()) {
      if (widget->window() == &m_window && widget->isVisible() && widget->isEnabled() &&
          isControl(widget) && !isInner(widget)) {
        found << widget;
      }
    }
    return found;
  }
  static std::string what(const QWidget* widget) {
    std::string text = widget->metaObject()->className();
    text += " \"" + widget->accessibleName().toStdString() + "\"";
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
      text += " " + button->text().toStdString();
    }
    for (const QWidget* p = widget->parentWidget(); p != nullptr; p = p->parentWidget()) {
      text += std::string(" in ") + p->metaObject()->className();
    }
    return text;
  }
  /// Everything that Tab leads to, beginning with the list of scenarios.
  QSet<QWidget*> reachedByTab() {
    QSet<QWidget*> reached;
    QWidget* first = controls().first();
    first->setFocus();
    for (int i = 0; i < 400; ++i) {
      QWidget* now = QApplication::focusWidget();
      if (now == nullptr) {
        break;
      }
      if (i > 0 && now == first) {
        break;
      }
      for (QWidget* each = now; each != nullptr; each = each->parentWidget()) {
        reached << each;
      }
      // Ctrl+Tab where a text keeps the key for itself.
      QTest::keyClick(now, Qt::Key_Tab);
      if (QApplication::focusWidget() == now) {
        QTest::keyClick(now, Qt::Key_Tab, Qt::ControlModifier);
      }
    }
    return reached;
  }
  template <typename Check>
  void onEveryPage(const Check& check) {
    m_window.startLesson(load_lessons(test::sampleLibrary()).lessons.back());
    m_window.lesson()->goTo(1);
    QCoreApplication::processEvents();
    check("lesson");
    m_window.lesson()->finish();
    for (QTabWidget* tabs : m_window.findChildren<QTabWidget*>()) {
      for (int page = 0; page < tabs->count(); ++page) {
        tabs->setCurrentIndex(page);
        QCoreApplication::processEvents();
        check(tabs->tabText(page).toStdString());
      }
      tabs->setCurrentIndex(0);
    }
  }

  MainWindow m_window;
};

TEST_F(KeyboardTest, TabLeadsToEveryControlOfEveryPage) {
  onEveryPage([&](const std::string& page) {
    const QSet<QWidget*> reached = reachedByTab();
    for (QWidget* control : controls()) {
      EXPECT_TRUE(reached.contains(control)) << page << ": " << what(control);
    }
  });
}

TEST_F(KeyboardTest, EveryControlTellsItsNameToScreenReaders) {
  onEveryPage([&](const std::string& page) {
    for (QWidget* control : controls()) {
      QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(control);
      ASSERT_NE(interface, nullptr) << what(control);
      const bool named = !interface->text(QAccessible::Name).trimmed().isEmpty() ||
                         qobject_cast<QTabBar*>(control) != nullptr;
      EXPECT_TRUE(named) << page << ": " << what(control);
    }
  });
}

}  // namespace
}  // namespace ketascope
