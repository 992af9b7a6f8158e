// SPDX-License-Identifier: GPL-3.0-or-later
// Whether every text that somebody may see has its place in the translations.
#include <gtest/gtest.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include "app/card_content.hpp"
#include "ketascope/app/card.hpp"
#include "ketascope/app/diagram.hpp"
#include "ui_samples.hpp"
#include "viewmodel/app_texts.hpp"
#include "widgets/languages.hpp"

namespace ketascope {
namespace {

QString contentOf(const QString& path) {
  QFile file(path);
  EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
  return QString::fromUtf8(file.readAll());
}

/// A run of C++ string literals as the text that the compiler makes of it.
QString joined(const QString& literals) {
  static const QRegularExpression literal(R"re("((?:[^"\\]|\\.)*)")re");
  QString text;
  for (auto match = literal.globalMatch(literals); match.hasNext();) {
    text += match.next().captured(1);
  }
  return text.replace("\\\"", "\"").replace("\\n", "\n").replace("\\\\", "\\");
}

QStringList sourcesIn(const QString& folder) {
  QStringList paths;
  QDirIterator found(QStringLiteral(KETASCOPE_SOURCE_DIR "/%1").arg(folder), {"*.cpp", "*.hpp"},
                     QDir::Files, QDirIterator::Subdirectories);
  while (found.hasNext()) {
    paths << found.next();
  }
  return paths;
}

/// Every literal below the window, neighbours joined.
QStringList literalsBelowTheWindow() {
  static const QRegularExpression run(R"((?:"(?:[^"\\\n]|\\.)*"\s*)+)");
  QStringList all;
  for (const QString& path : sourcesIn("src") + sourcesIn("include")) {
    const QString source = contentOf(path);
    for (auto match = run.globalMatch(source); match.hasNext();) {
      all << joined(match.next().captured());
    }
  }
  return all;
}

QSet<QString> setOf(std::span<const char* const> texts) {
  QSet<QString> set;
  for (const char* text : texts) {
    set.insert(QString::fromUtf8(text));
  }
  return set;
}

TEST(TranslatedTexts, NoTextOfTheWindowIsWithoutTranslationAndNoneIsLeftOver) {
  for (const Language& language : languages()) {
    if (language.code == "en") {
      continue;
    }
    const QTemporaryDir folder;
    const QString copy = folder.filePath("copy.ts");
    ASSERT_TRUE(QFile::copy(
        QStringLiteral(KETASCOPE_SOURCE_DIR "/ui/translations/ketascope_%1.ts").arg(language.code),
        copy));
    QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
    QProcess lupdate;
    lupdate.start(
        KETASCOPE_LUPDATE,
        {"-silent", "-locations", "none", "-disable-heuristic", "sametext", "-disable-heuristic",
         "similartext", "-disable-heuristic", "number", KETASCOPE_SOURCE_DIR "/ui", "-ts", copy});
    ASSERT_TRUE(lupdate.waitForFinished(60000)) << lupdate.errorString().toStdString();
    ASSERT_EQ(lupdate.exitCode(), 0) << lupdate.readAllStandardError().toStdString();
    const QString updated = contentOf(copy);
    QXmlStreamReader xml(updated);
    QString source;
    int texts = 0;
    while (!xml.atEnd()) {
      if (xml.readNext() != QXmlStreamReader::StartElement) {
        continue;
      }
      if (xml.name() == QLatin1String("source")) {
        source = xml.readElementText();
        ++texts;
      } else if (xml.name() == QLatin1String("translation")) {
        EXPECT_EQ(xml.attributes().value("type").toString(), QString())
            << language.code.toStdString() << ": " << source.toStdString();
      }
    }
    EXPECT_GT(texts, 500);
  }
}

TEST(TranslatedTexts, WhateverTheAppLayerSaysToTheReaderIsInTheList) {
  const QSet<QString> known = setOf(appTexts());
  static const QRegularExpression call(R"(\bwords_?\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+))");
  int found = 0;
  for (const QString& path : sourcesIn("src/app")) {
    const QString source = contentOf(path);
    for (auto match = call.globalMatch(source); match.hasNext();) {
      const QString text = joined(match.next().captured(1));
      EXPECT_TRUE(known.contains(text)) << path.toStdString() << ": " << text.toStdString();
      ++found;
    }
  }
  EXPECT_GT(found, 50);
  EXPECT_TRUE(known.contains(quiet_statement));
  EXPECT_TRUE(known.contains(diagram_caption));
}

TEST(TranslatedTexts, EveryHeadingOfEveryModelCardIsInTheList) {
  const QSet<QString> known = setOf(appTexts());
  const Library library = test::sampleLibrary();
  static const QRegularExpression phase("^phase \\d+$");
  const auto expectKnown = [&](const std::string& heading) {
    const QString text = QString::fromStdString(heading);
    EXPECT_TRUE(known.contains(text) || phase.match(text).hasMatch()) << heading;
  };
  for (const std::string& id : library.model_ids()) {
    for (const CardSection& section : card_sections(**library.model(id))) {
      expectKnown(section.title);
      for (const auto& [name, value] : section.facts) {
        expectKnown(name);
      }
      for (const std::string& title : section.header) {
        expectKnown(title);
      }
    }
  }
}

TEST(TranslatedTexts, NothingInTheListsIsNoLongerSaid) {
  const QStringList literals = literalsBelowTheWindow();
  const QSet<QString> exact(literals.begin(), literals.end());
  for (const QString& text : setOf(appTexts())) {
    EXPECT_TRUE(exact.contains(text)) << text.toStdString();
  }
  // A sentence is put together of literals; each of its own parts has to be in one of them.
  const QString all = literals.join('\n');
  static const QRegularExpression place("\\{\\d\\}");
  static const QRegularExpression rim("^[ .:;,'()=]+|[ .:;,'()=?]+$");
  for (const QString& sentence : setOf(appSentences())) {
    for (const QString& part : sentence.split(place)) {
      for (QString clause : part.split(", ")) {
        clause.remove(rim);
        EXPECT_TRUE(clause.isEmpty() || all.contains(clause))
            << sentence.toStdString() << ": " << clause.toStdString();
      }
    }
  }
}

}  // namespace
}  // namespace ketascope
