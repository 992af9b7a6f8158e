// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QFormLayout;
class QWidget;

namespace ketascope {

/// Shows or hides a field with its label. QFormLayout::setRowVisible() of Qt 6.4 writes beyond its
/// memory where a row depends on the width.
void showRow(const QFormLayout* form, QWidget* field, bool visible);

}  // namespace ketascope
