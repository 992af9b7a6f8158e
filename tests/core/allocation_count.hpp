// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ketascope::test {

/// Allocations of this program so far, so that a test can say that there was none.
long allocation_count();

}  // namespace ketascope::test
