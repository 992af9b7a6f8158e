// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/population/draws.hpp"

#include <Random123/philox.h>

#include <Random123/uniform.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <numbers>

namespace ketascope {

std::uint64_t variable_key(std::string_view name) {
  std::uint64_t hash = 0xcbf29ce484222325u;  // FNV-1a
  for (const char c : name) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3u;
  }
  return hash;
}

double Draws::uniform(std::uint64_t subject, std::uint64_t variable) const {
  const auto low = [](std::uint64_t v) { return static_cast<std::uint32_t>(v); };
  const auto high = [](std::uint64_t v) { return static_cast<std::uint32_t>(v >> 32); };
  const r123::Philox4x32::key_type key{{low(seed_), high(seed_)}};
  const r123::Philox4x32::ctr_type counter{
      {low(subject), high(subject), low(variable), high(variable)}};
  const auto bits = r123::Philox4x32()(counter, key);
  return r123::u01<double>(std::uint64_t{bits[0]} | (std::uint64_t{bits[1]} << 32));
}

double normal_quantile(double p) {
  return -std::numbers::sqrt2 * boost::math::erfc_inv(2.0 * p);
}

double Draws::normal(std::uint64_t subject, std::uint64_t variable) const {
  const double p = uniform(subject, variable);
  // u01 may round to 1 for the very last value.
  return normal_quantile(p < 1.0 ? p : 1.0 - 0x1p-53);
}

}  // namespace ketascope
