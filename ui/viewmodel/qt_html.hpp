// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ketascope {

/// A page of the app layer in the subset of HTML that Qt's text knows: no floats, tables in place
/// of lists of terms, and `style` in place of the page's own.
QString qtHtml(QString html, const QString& style);

}  // namespace ketascope
