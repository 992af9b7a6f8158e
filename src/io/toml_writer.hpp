// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ketascope/units/measure.hpp"

/// The few pieces of TOML text that Ketascope writes. Whatever goes in is read back unchanged by
/// any TOML parser: odd names are quoted, control characters escaped.
namespace ketascope {

/// `"..."`, on one line.
std::string toml_text(std::string_view text);
/// A key: bare where TOML allows it, quoted otherwise.
std::string toml_key(std::string_view name);
/// The shortest decimal text that reads back as the same double, never as an integer too long for
/// TOML.
std::string toml_number(double value);
/// A whole number; as text where it is beyond the 63 bits of TOML.
std::string toml_seed(std::uint64_t seed);
/// A measure as text in quotes; dimensionless ones as a bare number.
std::string toml_measure(const Measure& value);
/// `["a", "b"]`
std::string toml_list(const std::vector<std::string>& texts);

}  // namespace ketascope
