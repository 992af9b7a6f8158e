// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace ketascope {

/// Asks where to write a file; empty when nothing was chosen. An ending that is left out is that of
/// the filter chosen, and added before the dialog asks whether an existing file may be replaced.
QString askForSavePath(QWidget* parent, const QString& title, const QString& suggested,
                       const QString& filters);

}  // namespace ketascope
