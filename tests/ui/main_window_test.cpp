// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/main_window.hpp"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>
#include <QUrl>

#include "plot/concentration_plot.hpp"
#include "settle.hpp"
#include "ui_samples.hpp"
#include "widgets/editor_panel.hpp"
#include "widgets/message_bar.hpp"
#include "widgets/scenario_panel.hpp"

namespace ketascope {
namespace {

class MainWindowTest : public ::testing::Test {
 protected:
  MainWindowTest() {
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    m_window = std::make_unique<MainWindow>(test::sampleLibrary());
    QSignalSpy loaded(m_window->catalog(), &ModelCatalog::loaded);
    EXPECT_TRUE(test::next(loaded));
    m_window->resize(1280, 800);
    m_window->show();
    ScenarioFile file;
    file.scenarios = {test::infusion("first"), test::infusion("second")};
    m_window->document()->reset(file);
    m_window->scenarios()->setCurrent(0);
    settle();
  }

  /// Until everything asked for so far is computed.
  void settle() { test::settle(*m_window); }
  double peak(int row = 0) {
    return m_window->metrics()
        ->index(row, MetricsTableModel::Cmax)
        .data(MetricsTableModel::NumberRole)
        .toDouble();
  }
  const ScenarioSpec& spec(int index = 0) {
    return m_window->document()->value().scenarios[static_cast<std::size_t>(index)];
  }
  static void type(QLineEdit* line, const QString& text) {
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text);
  }

  QTemporaryDir m_settings;
  std::unique_ptr<MainWindow> m_window;
};

TEST_F(MainWindowTest, ShowsACurveAndItsNumbersForEveryScenario) {
  EXPECT_EQ(m_window->plot()->figure().curves.size(), 2U);
  EXPECT_EQ(m_window->metrics()->rowCount(), 2);
  EXPECT_GT(peak(), 50);
  EXPECT_TRUE(m_window->messages()->messages().empty());
}

TEST_F(MainWindowTest, TypingADoseChangesTheCurve) {
  QSignalSpy finished(m_window->runner(), &SimulationRunner::finished);
  const double before = peak();
  type(m_window->editor()->amount()->lineEdit(), "1");
  ASSERT_TRUE(test::next(finished));
  settle();
  EXPECT_NEAR(peak() / before, 2.0, 1e-6);
  EXPECT_DOUBLE_EQ(spec().doses[0].amount.value, 1.0);
  EXPECT_NEAR(peak(1) / before, 1.0, 1e-9) << "the other scenario stays";
}

TEST_F(MainWindowTest, OneUndoTakesBackAllThatWasTyped) {
  const double before = peak();
  type(m_window->editor()->amount()->lineEdit(), "0.75");
  settle();
  m_window->document()->undoStack()->undo();
  settle();
  EXPECT_NEAR(peak(), before, 1e-9);
  EXPECT_EQ(m_window->editor()->amount()->lineEdit()->text().replace(',', '.'), "0.5");
  m_window->document()->undoStack()->redo();
  settle();
  EXPECT_NEAR(peak() / before, 1.5, 1e-6);
}

TEST_F(MainWindowTest, AUnitTypedBehindTheNumberIsUnderstood) {
  type(m_window->editor()->weight()->lineEdit(), "150 lb");
  settle();
  EXPECT_EQ(spec().subject.at("WT"), (Measure{150, "lb"}));
}

TEST_F(MainWindowTest, AnotherDoseUnitKeepsTheDose) {
  const double before = peak();
  QComboBox* unit = m_window->editor()->amount()->unitBox();
  unit->setCurrentIndex(unit->findText("mg"));
  Q_EMIT unit->activated(unit->currentIndex());
  settle();
  EXPECT_EQ(spec().doses[0].amount, (Measure{35, "mg"}));
  EXPECT_NEAR(peak() / before, 1.0, 1e-6);
}

TEST_F(MainWindowTest, AnotherDoseUnitStaysANumberWhileTheWeightIsZero) {
  type(m_window->editor()->weight()->lineEdit(), "0");
  QComboBox* unit = m_window->editor()->amount()->unitBox();
  for (const char* each : {"mg", "mg/kg"}) {
    unit->setCurrentIndex(unit->findText(each));
    Q_EMIT unit->activated(unit->currentIndex());
    settle();
    EXPECT_GT(spec().doses[0].amount.value, 0);
    EXPECT_LT(spec().doses[0].amount.value, 1000);
  }
  EXPECT_EQ(spec().doses[0].amount, (Measure{0.5, "mg/kg"}));
}

TEST_F(MainWindowTest, NonsenseIsMarkedAndSaidAndTheCurveStays) {
  const double before = peak();
  type(m_window->editor()->amount()->lineEdit(), "0.5x");
  settle();
  EXPECT_NEAR(peak(), before, 1e-9);
  EXPECT_FALSE(m_window->editor()->amount()->lineEdit()->styleSheet().isEmpty());
  ASSERT_EQ(m_window->messages()->messages().size(), 1U);
  EXPECT_TRUE(m_window->messages()->messages()[0].text.contains("Amount"));
  type(m_window->editor()->amount()->lineEdit(), "0.6");
  settle();
  EXPECT_TRUE(m_window->messages()->messages().empty());
  EXPECT_TRUE(m_window->editor()->amount()->lineEdit()->styleSheet().isEmpty());
}

TEST_F(MainWindowTest, ADurationOfZeroIsRefusedTypedAndStepped) {
  const std::optional<Measure> before = spec().doses[0].duration;
  ASSERT_TRUE(before);
  QLineEdit* line = m_window->editor()->duration()->lineEdit();
  type(line, "0");
  settle();
  EXPECT_EQ(spec().doses[0].duration, before) << "an infusion over no time could not be read again";
  EXPECT_FALSE(line->styleSheet().isEmpty());
  ASSERT_FALSE(m_window->messages()->messages().empty());
  type(line, "1");
  for (int i = 0; i < 40; ++i) {
    QTest::keyClick(line, Qt::Key_Down);
  }
  settle();
  EXPECT_GT(spec().doses[0].duration->value, 0);
}

TEST_F(MainWindowTest, AWeightOutsideTheModelsRangeIsAWarningAtTheField) {
  type(m_window->editor()->weight()->lineEdit(), "700");
  settle();
  EXPECT_FALSE(m_window->editor()->weight()->problem().isEmpty());
  ASSERT_FALSE(m_window->messages()->messages().empty());
  EXPECT_EQ(m_window->messages()->messages()[0].severity, Severity::warning);
  EXPECT_EQ(m_window->plot()->figure().curves.size(), 2U);
}

TEST_F(MainWindowTest, OnlyRoutesOfTheModelCanBeChosen) {
  QComboBox* route = m_window->editor()->routeBox();
  const auto* items = qobject_cast<QStandardItemModel*>(route->model());
  ASSERT_NE(items, nullptr);
  const int iv = route->findData("iv");
  const int oral = route->findData("oral");
  ASSERT_GE(iv, 0);
  ASSERT_GE(oral, 0);
  EXPECT_TRUE(items->item(iv)->isEnabled());
  EXPECT_FALSE(items->item(oral)->isEnabled());
  EXPECT_TRUE(items->item(oral)->toolTip().contains("kamp2020"));
}

TEST_F(MainWindowTest, ARouteWithoutInfusionTakesTheDurationAway) {
  QComboBox* route = m_window->editor()->routeBox();
  route->setCurrentIndex(route->findData("im"));
  Q_EMIT route->activated(route->currentIndex());
  settle();
  EXPECT_EQ(spec().doses[0].route, "im");
  EXPECT_FALSE(spec().doses[0].duration);
  EXPECT_FALSE(m_window->editor()->duration()->isEnabled());
}

TEST_F(MainWindowTest, AnotherModelBringsItsOwnCovariates) {
  QComboBox* model = m_window->editor()->modelBox();
  model->setCurrentIndex(model->findData("perezruixo2021"));
  Q_EMIT model->activated(model->currentIndex());
  settle();
  EXPECT_EQ(spec().model, "perezruixo2021");
  type(m_window->editor()->covariate("AGE")->lineEdit(), "55");
  settle();
  EXPECT_EQ(spec().subject.at("AGE"), (Measure{55, "year"}));
}

TEST_F(MainWindowTest, HidingAScenarioTakesItsCurveAway) {
  auto* model = m_window->scenarios()->view()->model();
  model->setData(model->index(0, 0), Qt::Unchecked, Qt::CheckStateRole);
  settle();
  ASSERT_EQ(m_window->plot()->figure().curves.size(), 1U);
  EXPECT_EQ(m_window->plot()->figure().curves[0].colour, 1);
}

TEST_F(MainWindowTest, ScenariosAreAddedCopiedAndRemoved) {
  m_window->scenarios()->duplicate();
  settle();
  EXPECT_EQ(m_window->document()->count(), 3);
  EXPECT_EQ(m_window->scenarios()->current(), 1);
  EXPECT_EQ(m_window->editor()->scenario(), 1);
  m_window->scenarios()->remove();
  m_window->scenarios()->remove();
  m_window->scenarios()->remove();
  settle();
  EXPECT_EQ(m_window->document()->count(), 0);
  EXPECT_FALSE(m_window->editor()->isEnabled());
  m_window->scenarios()->add();
  settle();
  EXPECT_EQ(m_window->document()->count(), 1);
  EXPECT_TRUE(m_window->editor()->isEnabled());
}

TEST_F(MainWindowTest, AChangeMarksTheWindowUntilItIsSaved) {
  const QTemporaryDir folder;
  EXPECT_FALSE(m_window->isWindowModified());
  type(m_window->editor()->amount()->lineEdit(), "2");
  EXPECT_TRUE(m_window->isWindowModified());
  ASSERT_TRUE(m_window->document()->save(folder.filePath("a.toml").toStdString()));
  EXPECT_FALSE(m_window->isWindowModified());
  EXPECT_TRUE(m_window->windowTitle().contains("a.toml"));
}

TEST_F(MainWindowTest, SeveralFilesOpenAsOneComparison) {
  const QTemporaryDir folder;
  const QString path = folder.filePath("a.toml");
  ASSERT_TRUE(m_window->document()->save(path.toStdString()));
  m_window->openAll({path, path});
  settle();
  EXPECT_EQ(m_window->document()->count(), 4);
  EXPECT_TRUE(m_window->document()->path().empty());
}

TEST_F(MainWindowTest, AFileDroppedOnTheWindowIsOpened) {
  const QTemporaryDir folder;
  const QString path = folder.filePath("dropped.toml");
  ScenarioFile file;
  file.scenarios = {test::infusion("dropped")};
  {
    ScenarioDocument other;
    other.reset(file);
    ASSERT_TRUE(other.save(path.toStdString()));
  }
  QMimeData data;
  data.setUrls({QUrl::fromLocalFile(path)});
  QDragEnterEvent enter(QPoint(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(m_window.get(), &enter);
  EXPECT_TRUE(enter.isAccepted());
  QDropEvent drop(QPointF(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(m_window.get(), &drop);
  settle();
  EXPECT_EQ(m_window->document()->count(), 1);
  EXPECT_TRUE(m_window->windowTitle().contains("dropped.toml"));
}

TEST_F(MainWindowTest, AFileThatAnotherWindowHasOpensAsACopy) {
  const QTemporaryDir folder;
  const QString path = folder.filePath("held.toml");
  ScenarioDocument other;
  ScenarioFile file;
  file.scenarios = {test::infusion("held")};
  other.reset(file);
  ASSERT_TRUE(other.save(path.toStdString()));
  bool asked = false;
  QTimer::singleShot(0, m_window.get(), [&] {
    for (QWidget* widget : QApplication::topLevelWidgets()) {
      auto* box = qobject_cast<QMessageBox*>(widget);
      if (box != nullptr && box->objectName() == "LockedFile") {
        asked = true;
        box->button(QMessageBox::Open)->click();
      }
    }
  });
  m_window->openAll({path});
  settle();
  EXPECT_TRUE(asked);
  EXPECT_EQ(m_window->document()->count(), 1);
  EXPECT_TRUE(m_window->document()->path().empty()) << "a copy has no file yet";
}

TEST_F(MainWindowTest, EveryControlHasANameAndIsReachedByKeyboard) {
  int fields = 0;
  for (QWidget* widget : m_window->findChildren<QWidget*>()) {
    const bool input =
        qobject_cast<QLineEdit*>(widget) != nullptr || qobject_cast<QComboBox*>(widget) != nullptr;
    const auto* button = qobject_cast<QToolButton*>(widget);
    if (input && widget->isVisible()) {
      ++fields;
      const bool inner = widget->parentWidget()->inherits("QSpinBox");
      EXPECT_TRUE(inner || !widget->accessibleName().isEmpty())
          << widget->metaObject()->className();
      EXPECT_TRUE(inner || (widget->focusPolicy() & Qt::TabFocus) != 0);
    }
    if (button != nullptr && button->isVisible() && !button->inherits("QLineEditIconButton")) {
      EXPECT_TRUE((button->focusPolicy() & Qt::TabFocus) != 0) << button->text().toStdString();
      EXPECT_FALSE(button->text().isEmpty() && button->accessibleName().isEmpty());
    }
  }
  EXPECT_GT(fields, 8);
}

}  // namespace
}  // namespace ketascope
