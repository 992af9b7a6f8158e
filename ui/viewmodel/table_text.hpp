// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAbstractItemModel;

namespace ketascope {

/// A table with its header, tab-separated, for the clipboard.
QString tableText(const QAbstractItemModel& model);

}  // namespace ketascope
