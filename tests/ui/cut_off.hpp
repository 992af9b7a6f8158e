// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace ketascope::test {

/// What cannot be read in full in a window as it stands: texts longer than their place, widgets
/// that reach beyond their parent or over their neighbour, tools that have no room in their bar.
/// One line each. Texts that a user typed (names of scenarios) may be shortened in tables and
/// lists, where a tool tip has the whole.
QStringList cutOff(const QWidget& window);

}  // namespace ketascope::test
