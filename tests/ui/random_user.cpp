// SPDX-License-Identifier: GPL-3.0-or-later
#include "random_user.hpp"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSlider>
#include <QTabWidget>
#include <QTest>
#include <array>

#include "plot/concentration_plot.hpp"
#include "widgets/languages.hpp"
#include "widgets/lesson_panel.hpp"
#include "widgets/main_window.hpp"
#include "widgets/parameter_panel.hpp"
#include "widgets/scenario_panel.hpp"
#include "widgets/schedule_panel.hpp"

namespace ketascope::test {
namespace {

// More of either would only make each action slower.
constexpr int mostScenarios = 5;
constexpr int mostDoses = 6;

/// Another language makes the whole window anew, which takes as long as a hundred other actions.
bool isLanguage(const QAction* action) {
  for (const Language& language : languages()) {
    if (action->text() == language.name) {
      return true;
    }
  }
  return false;
}

}  // namespace

RandomUser::RandomUser(MainWindow& window, unsigned seed, std::vector<Lesson> lessons)
    : m_window(window), m_random(seed), m_lessons(std::move(lessons)) {
  // Runs inside the loop of a dialog that waits for somebody.
  QObject::connect(&m_dialogs, &QTimer::timeout, &m_window, [this] { answerDialogs(); });
  m_dialogs.start(1);
}

int RandomUser::below(int count) {
  return count <= 0 ? 0 : static_cast<int>(m_random() % static_cast<unsigned>(count));
}

void RandomUser::act() {
  struct Kind {
    const char* name;
    int weight;
    void (RandomUser::*act)();
  };
  static constexpr std::array<Kind, 17> kinds{{
      {"type into a field", 6, &RandomUser::typeIntoField},
      {"choose in a box", 4, &RandomUser::chooseInBox},
      {"type into the schedule", 4, &RandomUser::typeIntoSchedule},
      {"add, copy or remove a dose", 2, &RandomUser::changeDoses},
      {"add, copy or remove a scenario", 2, &RandomUser::changeScenarios},
      {"choose a scenario", 2, &RandomUser::chooseScenario},
      {"rename or hide a scenario", 2, &RandomUser::renameOrHide},
      {"move a slider", 4, &RandomUser::moveSlider},
      {"undo or redo", 6, &RandomUser::undoOrRedo},
      {"check an entry of a menu", 2, &RandomUser::checkMenuEntry},
      {"turn to a page", 2, &RandomUser::turnPage},
      {"drag on the plot", 4, &RandomUser::dragOnPlot},
      {"read the plot with keys", 3, &RandomUser::readPlotWithKeys},
      {"press a key", 4, &RandomUser::pressKey},
      {"press a button", 2, &RandomUser::pressButton},
      {"lesson", 1, &RandomUser::lesson},
      {"rare", 1, &RandomUser::rare},
  }};
  int total = 0;
  for (const Kind& kind : kinds) {
    total += kind.weight;
  }
  int left = below(total);
  for (const Kind& kind : kinds) {
    left -= kind.weight;
    if (left < 0) {
      m_last = kind.name;
      (this->*kind.act)();
      return;
    }
  }
}

template <typename T>
T* RandomUser::anyShown() {
  QList<T*> all;
  for (T* each : m_window.findChildren<T*>()) {
    if (each->isVisible() && each->isEnabled()) {
      all << each;
    }
  }
  return all.isEmpty() ? nullptr : all[below(static_cast<int>(all.size()))];
}

QString RandomUser::text() {
  static const QStringList texts{"1",      "0.5",   "2,5", "70",     "",      "abc",
                                 "-3",     "1e3",   "0",   "20 mg",  "1 h",   "30 min",
                                 "5 mg/h", "0.0.1", "7 L", "999999", "12 kg", "0.25 mg/kg"};
  return texts[below(static_cast<int>(texts.size()))];
}

void RandomUser::typeIntoField() {
  if (auto* line = anyShown<QLineEdit>()) {
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text());
    if (below(2) == 0) {
      QTest::keyClick(line, below(2) == 0 ? Qt::Key_Return : Qt::Key_Tab);
    }
  }
}

void RandomUser::chooseInBox() {
  if (auto* box = anyShown<QComboBox>()) {
    box->setFocus();
    QTest::keyClick(box, below(2) == 0 ? Qt::Key_Down : Qt::Key_Up);
  }
}

void RandomUser::typeIntoSchedule() {
  ScheduleModel* model = m_window.schedule()->model();
  if (model->rowCount() == 0) {
    return;
  }
  static const QStringList routes{"iv", "im", "oral", "intranasal", "none"};
  const QStringList units = ScheduleModel::units();
  const int column = below(ScheduleModel::ColumnCount);
  const QString typed = column == ScheduleModel::RouteColumn  ? routes[below(5)]
                        : column == ScheduleModel::UnitColumn ? units[below(int(units.size()))]
                                                              : text();
  const QModelIndex cell = model->index(below(model->rowCount()), column);
  if ((model->flags(cell) & Qt::ItemIsEditable) != 0) {
    model->setData(cell, typed);
  }
}

void RandomUser::changeDoses() {
  SchedulePanel* panel = m_window.schedule();
  panel->setCurrent(below(panel->model()->rowCount()));
  if (below(2) == 0) {
    panel->remove();
  } else if (panel->model()->rowCount() < mostDoses) {
    below(2) == 0 ? panel->add() : panel->copy();
  }
}

void RandomUser::changeScenarios() {
  if (below(2) == 0) {
    m_window.scenarios()->remove();
  } else if (m_window.document()->count() < mostScenarios) {
    below(2) == 0 ? m_window.scenarios()->add() : m_window.scenarios()->duplicate();
  }
}

void RandomUser::chooseScenario() {
  if (m_window.document()->count() > 0) {
    m_window.scenarios()->setCurrent(below(m_window.document()->count()));
  }
}

void RandomUser::renameOrHide() {
  QAbstractItemModel* list = m_window.scenarios()->view()->model();
  if (list->rowCount() == 0) {
    return;
  }
  const QModelIndex row = list->index(below(list->rowCount()), 0);
  if (below(3) == 0) {
    list->setData(row, text());
  } else {
    list->setData(row, below(3) > 0 ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
  }
}

void RandomUser::moveSlider() {
  if (auto* slider = anyShown<QSlider>()) {
    slider->setFocus();
    static constexpr std::array keys{Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Left, Qt::Key_Right};
    if (below(3) == 0) {
      slider->setValue(slider->minimum() + below(slider->maximum() - slider->minimum() + 1));
    } else {
      QTest::keyClick(slider, keys[static_cast<std::size_t>(below(4))]);
    }
  }
}

void RandomUser::undoOrRedo() {
  QUndoStack* stack = m_window.document()->undoStack();
  below(3) == 0 ? stack->redo() : stack->undo();
}

void RandomUser::checkMenuEntry() {
  // Axes, bands, time zero, colours.
  QList<QAction*> entries;
  for (QAction* action : m_window.findChildren<QAction*>()) {
    if (action->isCheckable() && action->isEnabled() && !isLanguage(action)) {
      entries << action;
    }
  }
  if (!entries.isEmpty()) {
    entries[below(static_cast<int>(entries.size()))]->trigger();
  }
}

void RandomUser::turnPage() {
  if (auto* tabs = anyShown<QTabWidget>()) {
    tabs->setCurrentIndex(below(tabs->count()));
  }
}

void RandomUser::dragOnPlot() {
  ConcentrationPlot* plot = m_window.plot();
  QWidget* canvas = plot->findChild<QWidget*>();
  if (!plot->isVisible() || canvas == nullptr) {
    return;
  }
  QVector<QPoint> doses;
  for (const QRectF& mark : plot->doseMarkRects()) {
    if (!mark.isNull()) {
      doses << mark.center().toPoint() << QPointF(mark.right(), mark.center().y()).toPoint();
    }
  }
  const bool onDose = !doses.isEmpty() && below(3) > 0;
  const QPoint from = onDose ? doses[below(static_cast<int>(doses.size()))] - canvas->pos()
                             : QPoint(below(canvas->width()), below(canvas->height()));
  const Qt::KeyboardModifiers keys =
      onDose && below(8) == 0 && m_window.schedule()->model()->rowCount() < mostDoses
          ? Qt::ControlModifier
          : Qt::NoModifier;
  const QPoint to = from + QPoint(below(200) - 100, below(60) - 30);
  QTest::mousePress(canvas, Qt::LeftButton, keys, from);
  for (const QPoint& at : {(from + to) / 2, to}) {
    QMouseEvent move(QEvent::MouseMove, at, canvas->mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                     keys);
    QApplication::sendEvent(canvas, &move);
  }
  QTest::mouseRelease(canvas, Qt::LeftButton, keys, to);
}

void RandomUser::readPlotWithKeys() {
  static constexpr std::array keys{Qt::Key_Left,  Qt::Key_Right, Qt::Key_Plus,
                                   Qt::Key_Minus, Qt::Key_Home,  Qt::Key_Escape};
  if (m_window.plot()->isVisible()) {
    QTest::keyClick(m_window.plot(), keys[static_cast<std::size_t>(below(6))],
                    below(4) == 0 ? Qt::ControlModifier : Qt::NoModifier);
  }
}

void RandomUser::pressKey() {
  static constexpr std::array keys{Qt::Key_Tab,    Qt::Key_Backtab, Qt::Key_Up,     Qt::Key_Down,
                                   Qt::Key_Delete, Qt::Key_F2,      Qt::Key_Escape, Qt::Key_Return,
                                   Qt::Key_Space,  Qt::Key_F8,      Qt::Key_F9,     Qt::Key_F11};
  QWidget* widget = QApplication::focusWidget();
  if (widget != nullptr && m_window.isAncestorOf(widget)) {
    QTest::keyClick(widget, keys[static_cast<std::size_t>(below(static_cast<int>(keys.size())))]);
  }
}

void RandomUser::pressButton() {
  if (auto* button = anyShown<QAbstractButton>()) {
    button->click();
  }
}

void RandomUser::lesson() {
  if (!m_window.lesson()->isRunning()) {
    if (!m_lessons.empty() && below(6) == 0) {
      m_window.startLesson(
          m_lessons[static_cast<std::size_t>(below(static_cast<int>(m_lessons.size())))]);
    }
    return;
  }
  switch (below(4)) {
    case 0:
      m_window.lesson()->predict(below(100));
      break;
    case 1:
      m_window.lesson()->finish();
      break;
    default:
      m_window.lessonPanel()->next()->click();
  }
}

void RandomUser::rare() {
  switch (below(6)) {
    case 0:
      if (m_window.document()->count() > 0 && m_window.document()->count() < 3) {
        m_window.compareRoutes();
      }
      break;
    case 1:
      m_window.showDisagreement();
      break;
    case 2:
      m_window.parameters()->resetAll();
      break;
    case 3:
      m_window.newDocument();
      break;
    case 4:
      m_window.resize(1000 + below(800), 700 + below(400));
      break;
    default:
      useLanguage(languages()[below(static_cast<int>(languages().size()))].code);
  }
}

void RandomUser::answerDialogs() {
  if (QWidget* popup = QApplication::activePopupWidget()) {
    popup->close();
    return;
  }
  QWidget* modal = QApplication::activeModalWidget();
  if (auto* box = qobject_cast<QMessageBox*>(modal)) {
    const QList<QAbstractButton*> buttons = box->buttons();
    buttons[below(static_cast<int>(buttons.size()))]->click();
  } else if (auto* dialog = qobject_cast<QDialog*>(modal)) {
    dialog->reject();
  } else if (modal != nullptr) {
    modal->close();
  }
}

}  // namespace ketascope::test
