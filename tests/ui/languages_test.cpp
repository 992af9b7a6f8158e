// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/languages.hpp"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenuBar>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>
#include <memory>

#include "ketascope/app/lesson.hpp"
#include "plot/concentration_plot.hpp"
#include "plot/figure_reading.hpp"
#include "ui_samples.hpp"
#include "viewmodel/audit_table_model.hpp"
#include "widgets/editor_panel.hpp"
#include "widgets/main_window.hpp"
#include "widgets/measure_edit.hpp"
#include "widgets/message_bar.hpp"
#include "widgets/scenario_panel.hpp"

namespace ketascope {
namespace {

/// Source texts of a .ts file with their translation; `unfinished` counts those without.
struct Translation {
  QMap<QString, QString> texts;
  int unfinished = 0;
};

Translation readTranslation(const QString& code) {
  Translation found;
  QFile file(QStringLiteral(KETASCOPE_SOURCE_DIR "/ui/translations/ketascope_%1.ts").arg(code));
  EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << code.toStdString();
  QXmlStreamReader xml(&file);
  QString context, source;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) {
      continue;
    }
    if (xml.name() == QLatin1String("name")) {
      context = xml.readElementText();
    } else if (xml.name() == QLatin1String("source")) {
      source = xml.readElementText();
    } else if (xml.name() == QLatin1String("translation")) {
      const bool open = xml.attributes().hasAttribute("type");
      const QString text = xml.readElementText();
      found.unfinished += open || text.trimmed().isEmpty() ? 1 : 0;
      found.texts[context + '\n' + source] = text;
    }
  }
  return found;
}

QStringList placeholders(const QString& text) {
  static const QRegularExpression place("%\\d|\\{\\d\\}");
  QStringList found;
  for (auto match = place.globalMatch(text); match.hasNext();) {
    found << match.next().captured();
  }
  found.sort();
  return found;
}

TEST(Translations, AreCompleteAndOfTheSameTexts) {
  const Translation german = readTranslation("de");
  EXPECT_GT(german.texts.size(), 350);
  for (const Language& language : languages()) {
    if (language.code == "en") {
      continue;
    }
    const Translation each = readTranslation(language.code);
    EXPECT_EQ(each.unfinished, 0) << language.code.toStdString();
    EXPECT_EQ(each.texts.keys(), german.texts.keys()) << language.code.toStdString();
  }
}

TEST(Translations, KeepEveryPlaceForAValueAndTheFiltersOfFileDialogs) {
  for (const Language& language : languages()) {
    if (language.code == "en") {
      continue;
    }
    const Translation each = readTranslation(language.code);
    for (auto text = each.texts.begin(); text != each.texts.end(); ++text) {
      const QString source = text.key().section('\n', 1);
      EXPECT_EQ(placeholders(text.value()), placeholders(source)) << source.toStdString();
      static const QRegularExpression pattern("\\(\\*[^)]*\\)");
      auto wanted = pattern.globalMatch(source);
      while (wanted.hasNext()) {
        EXPECT_TRUE(text.value().contains(wanted.next().captured())) << source.toStdString();
      }
    }
  }
}

class LanguageWindowTest : public ::testing::Test {
 protected:
  LanguageWindowTest() : m_window(test::sampleLibrary()) {
    QSignalSpy loaded(m_window.catalog(), &ModelCatalog::loaded);
    EXPECT_TRUE(test::next(loaded));
    m_window.resize(1280, 800);
    m_window.show();
    ScenarioFile file;
    file.scenarios = {test::infusion("first"), test::infusion("second")};
    m_window.document()->reset(file);
    m_window.scenarios()->setCurrent(1);
  }
  ~LanguageWindowTest() override { useLanguage("en"); }
  static void rebuild() {
    for (int i = 0; i < 5; ++i) {
      QCoreApplication::processEvents();
      QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
  }
  QStringList menus() {
    QStringList titles;
    for (const QAction* action : m_window.menuBar()->actions()) {
      titles << action->text().remove('&');
    }
    return titles;
  }

  MainWindow m_window;
};

TEST_F(LanguageWindowTest, UnitsThatAreWordsAreShownInIt) {
  ASSERT_TRUE(useLanguage("de"));
  MeasureEdit age({"year", "h"});
  age.setMeasure(Measure{30, "year"});
  EXPECT_EQ(age.unitBox()->currentText(), "Jahre");
  EXPECT_EQ(age.unitBox()->itemText(1), "h");
  age.lineEdit()->setText("55");
  Q_EMIT age.lineEdit()->textEdited("55");
  EXPECT_EQ(age.measure(), (Measure{55, "year"})) << "files have the unit's own name";
}

TEST_F(LanguageWindowTest, ChangesItsWordsWhileOpenAndKeepsDocumentAndHistory) {
  ScenarioSpec spec = m_window.document()->value().scenarios[1];
  spec.doses[0].amount.value = 2;
  m_window.document()->changeScenario(1, spec, "dose");
  const ScenarioFile before = m_window.document()->value();
  ASSERT_TRUE(useLanguage("de"));
  rebuild();
  EXPECT_TRUE(menus().contains("Datei")) << menus().join(", ").toStdString();
  EXPECT_FALSE(menus().contains("File"));
  EXPECT_EQ(m_window.document()->value(), before);
  EXPECT_EQ(m_window.scenarios()->current(), 1);
  EXPECT_TRUE(m_window.document()->undoStack()->canUndo());
  ASSERT_TRUE(useLanguage("pl"));
  rebuild();
  EXPECT_TRUE(menus().contains("Plik"));
  useLanguage("en");
  rebuild();
  EXPECT_TRUE(menus().contains("File"));
  QStringList titles = menus();
  EXPECT_EQ(titles.removeDuplicates(), 0) << "no menu is left over";
}

/// What `widget` shows and `words` has another word for.
QStringList wordsLeftIn(QWidget* widget, const QMap<QString, QString>& words) {
  QStringList shown;
  for (const QLabel* label : widget->findChildren<QLabel*>()) {
    shown << (label->isVisible() ? label->text() : QString());
  }
  for (const QAbstractButton* button : widget->findChildren<QAbstractButton*>()) {
    shown << (button->isVisible() ? button->text() : QString());
  }
  for (const QGroupBox* group : widget->findChildren<QGroupBox*>()) {
    shown << (group->isVisible() ? group->title() : QString());
  }
  for (const QTabWidget* tabs : widget->findChildren<QTabWidget*>()) {
    for (int i = 0; i < tabs->count(); ++i) {
      shown << tabs->tabText(i);
    }
  }
  QStringList left;
  for (const QString& text : shown) {
    const auto known = words.find(text);
    if (known != words.end() && *known != text && !words.values().contains(text)) {
      left << text;
    }
  }
  return left;
}

TEST_F(LanguageWindowTest, EveryPageSpeaksItWhenItIsInSight) {
  QMap<QString, QString> words;
  const Translation german = readTranslation("de");
  for (auto text = german.texts.begin(); text != german.texts.end(); ++text) {
    words[text.key().section('\n', 1)] = text.value();
  }
  EXPECT_GT(wordsLeftIn(&m_window, words).size(), 20) << "in English they are found";
  ASSERT_TRUE(useLanguage("de"));
  rebuild();
  for (QTabWidget* tabs : {m_window.forms(), m_window.tables(), m_window.pages()}) {
    for (int i = 0; i < tabs->count(); ++i) {
      tabs->setCurrentIndex(i);
      rebuild();
      EXPECT_EQ(wordsLeftIn(&m_window, words).join(", ").toStdString(), "")
          << tabs->tabText(i).toStdString();
    }
    tabs->setCurrentIndex(0);
  }
}

TEST_F(LanguageWindowTest, AnotherOneMayBeChosenWhileTheFirstIsOnItsWay) {
  for (int events = 1; events < 5; ++events) {
    ASSERT_TRUE(useLanguage("de"));
    for (int i = 0; i < events; ++i) {
      QCoreApplication::processEvents();
    }
    ASSERT_TRUE(useLanguage("fr"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return menus().contains("Fichier"); })) << events;
    rebuild();
    QStringList titles = menus();
    EXPECT_EQ(titles.removeDuplicates(), 0);
    EXPECT_TRUE(m_window.updatesEnabled());
    EXPECT_EQ(m_window.scenarios()->current(), 1);
  }
}

TEST_F(LanguageWindowTest, TheDocumentMayChangeWhileTheWordsDo) {
  for (int events = 1; events < 5; ++events) {
    ASSERT_TRUE(useLanguage(events % 2 == 0 ? "en" : "de"));
    for (int i = 0; i < events; ++i) {
      QCoreApplication::processEvents();
    }
    ScenarioSpec spec = m_window.document()->value().scenarios[1];
    spec.doses[0].amount.value = 1.0 + events;
    m_window.document()->changeScenario(1, spec, "dose");
    rebuild();
    EXPECT_EQ(m_window.editor()->amount()->lineEdit()->text(), QString::number(1 + events));
    m_window.document()->undoStack()->undo();
  }
}

TEST_F(LanguageWindowTest, AWindowMayBeClosedMeanwhile) {
  for (int events = 1; events < 5; ++events) {
    auto another = std::make_unique<MainWindow>(test::sampleLibrary());
    another->show();
    ASSERT_TRUE(useLanguage(events % 2 == 0 ? "en" : "de"));
    for (int i = 0; i < events; ++i) {
      QCoreApplication::processEvents();
    }
    another.reset();
    rebuild();
  }
}

TEST_F(LanguageWindowTest, TheStatementIsAlwaysThereInEveryLanguage) {
  const QMap<QString, QString> words{{"en", "Not for dosing decisions"},
                                     {"de", "Nicht für Entscheidungen"},
                                     {"fr", "Pas pour décider"},
                                     {"es", "No para decidir"},
                                     {"pl", "Nie do decyzji"}};
  for (const Language& language : languages()) {
    ASSERT_TRUE(useLanguage(language.code)) << language.code.toStdString();
    rebuild();
    QString shown;
    for (const QLabel* label : m_window.statusBar()->findChildren<QLabel*>()) {
      shown += label->isVisible() ? label->text() : QString();
    }
    EXPECT_TRUE(shown.contains(words[language.code])) << shown.toStdString();
  }
}

TEST_F(LanguageWindowTest, NumbersAreTypedTheLocalWayAndWrittenWithDots) {
  ASSERT_TRUE(useLanguage("de"));
  rebuild();
  QLineEdit* amount = m_window.editor()->amount()->lineEdit();
  EXPECT_EQ(amount->text(), "0,5");
  amount->setFocus();
  amount->selectAll();
  QTest::keyClicks(amount, "0,75");
  EXPECT_EQ(m_window.document()->value().scenarios[1].doses[0].amount.value, 0.75);
  EXPECT_NE(to_toml(m_window.document()->value()).find("\"0.75 mg/kg\""), std::string::npos);
}

/// Waits until a figure holds `text` in the footnote.
bool figureSays(MainWindow& window, const std::string& text) {
  return QTest::qWaitFor(
      [&] { return window.plot()->figure().footnote.find(text) != std::string::npos; }, 10000);
}

TEST_F(LanguageWindowTest, WhatComesFromBelowTheWidgetsIsInItsLanguageToo) {
  ASSERT_TRUE(useLanguage("de"));
  rebuild();
  ASSERT_TRUE(figureSays(m_window, "Nicht für Entscheidungen"));
  const Figure& figure = m_window.plot()->figure();
  EXPECT_EQ(figure.x_label, "Zeit [h]");
  EXPECT_EQ(figure.y_label, "Konzentration [ng/mL]");
  ASSERT_FALSE(figure.doses.empty());
  EXPECT_EQ(figure.doses.front().label, "0,5 mg/kg intravenös über 40 min");
  useLanguage("en");
  rebuild();
  ASSERT_TRUE(figureSays(m_window, "Not for dosing decisions"));
  EXPECT_EQ(m_window.plot()->figure().x_label, "time [h]");
}

TEST_F(LanguageWindowTest, TheAuditTableSaysItsEventsAndNumbersTheLocalWay) {
  ASSERT_TRUE(useLanguage("pl"));
  rebuild();
  ASSERT_TRUE(figureSays(m_window, "Nie do decyzji"));
  AuditTableModel audit;
  ASSERT_TRUE(m_window.runner()->latest());
  audit.setOutcome(*m_window.runner()->latest());
  ASSERT_GT(audit.rowCount(), 1);
  EXPECT_EQ(audit.index(0, AuditTableModel::Event).data().toString(), "początek wlewu");
  EXPECT_EQ(audit.index(0, AuditTableModel::Cause).data().toString(), "dawka 1");
  EXPECT_TRUE(audit.index(0, AuditTableModel::Rate).data().toString().startsWith("52,5"));
}

TEST_F(LanguageWindowTest, AWeightOutsideTheModelsRangeIsWarnedOfInItsLanguage) {
  const Diagnostic warning{
      Severity::warning,
      "scenario.outside_range",
      "WT = 20 kg is outside the range that kamp2020 was built on (40 to 100 kg)",
      {},
      {},
      "the curve is an extrapolation"};
  ASSERT_TRUE(useLanguage("fr"));
  EXPECT_EQ(sentence(warning),
            QStringLiteral("WT = 20 kg est hors du domaine sur lequel kamp2020 a été établi (40 à "
                           "100 kg) (la courbe est une extrapolation)"));
  useLanguage("en");
  EXPECT_TRUE(sentence(warning).startsWith("WT = 20 kg is outside"));
}

TEST_F(LanguageWindowTest, LessonsAreToldInItsLanguageAndGoOnInAnother) {
  ASSERT_TRUE(useLanguage("es"));
  rebuild();
  const auto spanish = load_lessons(test::sampleLibrary(), "es").lessons;
  m_window.startLesson(spanish[1]);
  m_window.lesson()->goTo(1);
  m_window.lesson()->predict(1.85);
  ASSERT_TRUE(m_window.lesson()->given());
  EXPECT_TRUE(m_window.lesson()->given()->reveal.startsWith("1,8")) << "the local decimal sign";
  EXPECT_TRUE(m_window.lesson()->given()->reveal.contains("veces"));
  ASSERT_TRUE(useLanguage("de"));
  rebuild();
  EXPECT_EQ(m_window.lesson()->lesson().title, "First Pass und Norketamin");
  EXPECT_EQ(m_window.lesson()->step(), 1);
  ASSERT_TRUE(m_window.lesson()->given());
  EXPECT_TRUE(m_window.lesson()->given()->right);
  EXPECT_TRUE(m_window.lesson()->given()->reveal.startsWith("Das 1,8"))
      << m_window.lesson()->given()->reveal.toStdString();
  EXPECT_EQ(m_window.document()->value().scenarios[1].name, "Por la boca") << "the document stays";
}

TEST_F(LanguageWindowTest, TheNumbersOnTheAxesAreTheLocalOnesAndThoseOfFilesAreNot) {
  ASSERT_TRUE(useLanguage("de"));
  EXPECT_EQ(localNumber("0.25"), "0,25");
  EXPECT_EQ(timeInWords(0.025, "time [h]"), "1,5 min");
  useLanguage("en");
  EXPECT_EQ(localNumber("0.25"), "0.25");
}

}  // namespace
}  // namespace ketascope
