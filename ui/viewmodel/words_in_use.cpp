// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/words_in_use.hpp"

#include <QCoreApplication>
#include <QLocale>
#include <utility>

#include "ketascope/app/library.hpp"
#include "viewmodel/app_texts.hpp"

namespace ketascope {
namespace {

Words& inUse() {
  static Words words;
  return words;
}

Words::Texts translated(std::span<const char* const> texts) {
  Words::Texts all;
  for (const char* english : texts) {
    all.emplace(english, QCoreApplication::translate("app", english).toStdString());
  }
  return all;
}

}  // namespace

const Words& wordsInUse() {
  return inUse();
}

void useWords(const QString& language) {
  if (language == QLatin1String("en")) {
    inUse() = Words();
    return;
  }
  const std::string code = language.toStdString();
  const char point = QLocale().decimalPoint() == QLatin1String(",") ? ',' : '.';
  Words::Texts sentences = load_words(Library::standard(), code, point);
  sentences.merge(translated(appSentences()));
  inUse() = Words(translated(appTexts()), sentences, code, point);
}

QString inWords(std::string_view english) {
  return QString::fromStdString(inUse()(english));
}

}  // namespace ketascope
