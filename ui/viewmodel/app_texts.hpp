// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace ketascope {

/// What the app layer says by itself, in English; translated in the context "app".
std::span<const char* const> appTexts();
/// Names and forms of finished sentences that the core puts together.
std::span<const char* const> appSentences();

}  // namespace ketascope
