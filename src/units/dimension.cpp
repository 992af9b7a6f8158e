// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/units/dimension.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>
#include <utility>

namespace ketascope {

std::string Dimension::to_string() const {
  const std::array<std::pair<std::string_view, int>, 6> factors{{{"mg", drug_mass},
                                                                 {"L", volume},
                                                                 {"h", time},
                                                                 {"kg", body_mass},
                                                                 {"umol", molar},
                                                                 {"cm", length}}};
  std::string above;
  std::string below;
  for (const auto& [name, exponent] : factors) {
    if (exponent == 0)
      continue;
    const int power = exponent < 0 ? -exponent : exponent;
    const std::string factor = power == 1 ? std::string(name) : fmt::format("{}^{}", name, power);
    if (exponent < 0) {
      below += '/' + factor;
    } else {
      if (!above.empty())
        above += '*';
      above += factor;
    }
  }
  return (above.empty() ? "1" : above) + below;
}

}  // namespace ketascope
