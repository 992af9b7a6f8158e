// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/languages.hpp"

#include <QActionGroup>
#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QMenu>
#include <QSettings>
#include <QTranslator>

#include "ketascope/app/program_folder.hpp"
#include "viewmodel/words_in_use.hpp"

namespace ketascope {
namespace {

QString key() {
  return QStringLiteral("language");
}

QString& inUse() {
  static QString code = QStringLiteral("en");
  return code;
}

QString translationsFolder() {
  return QDir(QString::fromStdString(program_folder().string()))
      .filePath(QStringLiteral("../share/ketascope/translations"));
}

/// The system's language, as far as there is a translation.
QString systemLanguage() {
  const QString code = QLocale::system().name().section(QLatin1Char('_'), 0, 0);
  for (const Language& language : languages()) {
    if (language.code == code) {
      return code;
    }
  }
  return QStringLiteral("en");
}

}  // namespace

QVector<Language> languages() {
  return {{QStringLiteral("en"), QStringLiteral("English")},
          {QStringLiteral("de"), QStringLiteral("Deutsch")},
          {QStringLiteral("fr"), QStringLiteral("Français")},
          {QStringLiteral("es"), QStringLiteral("Español")},
          {QStringLiteral("pl"), QStringLiteral("Polski")}};
}

bool useLanguage(const QString& code) {
  static QTranslator program, qt;
  const QString wanted = code.isEmpty() ? systemLanguage() : code;
  // The system's own region, where it speaks the language: es_MX writes 0.5, es_ES 0,5.
  const QLocale system = QLocale::system();
  const bool own = system.name().section(QLatin1Char('_'), 0, 0) == wanted;
  inUse() = wanted;
  QLocale locale = own ? system : QLocale(wanted);
  locale.setNumberOptions(QLocale::OmitGroupSeparator);
  QLocale::setDefault(locale);
  QCoreApplication::removeTranslator(&program);
  QCoreApplication::removeTranslator(&qt);
  if (wanted == QLatin1String("en")) {
    useWords(wanted);
    return true;
  }
  if (qt.load(QStringLiteral("qtbase_") + wanted,
              QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
    QCoreApplication::installTranslator(&qt);
  }
  // Last installed is asked first: our own words count.
  const bool found = program.load(QStringLiteral("ketascope_") + wanted, translationsFolder()) &&
                     QCoreApplication::installTranslator(&program);
  useWords(wanted);
  return found;
}

QString languageInUse() {
  return inUse();
}

void useRememberedLanguage() {
  useLanguage(QSettings().value(key()).toString());
}

QMenu* makeLanguageMenu(QWidget* parent) {
  auto* menu = new QMenu(QMenu::tr("&Language"), parent);
  auto* group = new QActionGroup(menu);
  const QString remembered = QSettings().value(key()).toString();
  const auto add = [&](const QString& text, const QString& code) {
    QAction* action = menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(code == remembered);
    action->setData(code);
    group->addAction(action);
    QObject::connect(action, &QAction::triggered, menu, [code] {
      QSettings().setValue(key(), code);
      useLanguage(code);
    });
  };
  add(QMenu::tr("As the &system"), QString());
  for (const Language& language : languages()) {
    add(language.name, language.code);
  }
  return menu;
}

}  // namespace ketascope
