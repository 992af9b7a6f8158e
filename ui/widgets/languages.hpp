// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

class QMenu;
class QWidget;

namespace ketascope {

struct Language {
  QString code, name;  ///< "de", "Deutsch"
};

/// English and what it is translated to.
QVector<Language> languages();

/// Words of the program and of Qt, and the decimal sign, in this language from now on; every window
/// is told. "" stands for what the system says. False when the translation cannot be found.
bool useLanguage(const QString& code);
/// The language in use: one of languages().
QString languageInUse();

/// The language remembered, or the system's. Call once at the start.
void useRememberedLanguage();
/// Menu that changes and remembers it.
QMenu* makeLanguageMenu(QWidget* parent);

}  // namespace ketascope
