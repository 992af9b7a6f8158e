// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ketascope::test {

/// A window that opens a file and goes on editing it for ever: every 20 ms the first dose becomes
/// the next whole number of mg, printed with the milliseconds since the first. For a test that
/// kills it.
int editUntilKilled(const QString& file);

}  // namespace ketascope::test
