// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string_view>

#include "ketascope/app/words.hpp"

namespace ketascope {

/// What comes from below the widgets, in the window's language. Qt keeps the translators of the
/// whole program; this is their counterpart. To be used in the window's thread; jobs take a copy.
const Words& wordsInUse();
/// To be called once the translators of `language` are installed.
void useWords(const QString& language);

/// A text from below the widgets for the screen.
QString inWords(std::string_view english);

}  // namespace ketascope
