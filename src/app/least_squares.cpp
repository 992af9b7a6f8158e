// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/least_squares.hpp"

#include "app/plugin.hpp"

namespace ketascope {

tl::expected<MinimiseFunction, Diagnostics> least_squares_minimiser() {
  constexpr Plugin plugin{"ketascope-fit.so", "fit plug-in", "KETASCOPE_FIT_PLUGIN",
                          "fit.no_plugin",
                          "it is built and installed with the program: install it again"};
  const auto symbol = plugin_function(plugin, "ketascope_minimise");
  if (!symbol) {
    return tl::unexpected(symbol.error());
  }
  return reinterpret_cast<MinimiseFunction>(*symbol);
}

}  // namespace ketascope
