// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exception>

#include "ketascope/diagnostic/diagnostic.hpp"

namespace ketascope {

/// What to say of an exception that came out of a job: a broken contract is a defect of the
/// program, and the window lives on. Code program.defect.
Diagnostic defect(const std::exception& problem);

}  // namespace ketascope
