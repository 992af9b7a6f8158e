// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <tl/expected.hpp>

#include "ketascope/diagnostic/diagnostic.hpp"

namespace ketascope {

/// A part of the program that is loaded when it is wanted, so that what it needs (Qt, Ceres) slows
/// no start.
struct Plugin {
  const char* file;   ///< "ketascope-figure.so"
  const char* name;   ///< "figure plug-in", as messages call it
  const char* place;  ///< environment variable with another path
  const char* code;   ///< of diagnostics
  const char* hint;   ///< where it is missing
};

/// A function of a plug-in by its name. Plug-ins are looked for in ../lib/ketascope beside the
/// program and beside the program itself; they stay loaded until it ends. Code: that of the
/// plug-in.
tl::expected<void*, Diagnostics> plugin_function(const Plugin& plugin, const char* function);

}  // namespace ketascope
