// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;
class QWidget;

namespace ketascope {

/// Style and the remembered choice of light, dark or the system's colours. Call once at the start.
void applyAppearance();

/// Menu that changes and remembers the choice.
QMenu* makeAppearanceMenu(QWidget* parent);

}  // namespace ketascope
