// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "ketascope/diagnostic/suggest.hpp"
#include "units/unit_scale.hpp"

namespace ketascope {

namespace {

namespace dim = dimensions;

struct Entry {
  std::string_view name;
  UnitScale scale;
};

// The order is that of the hints: among equally near names the earlier one is proposed.
const auto table = std::to_array<Entry>({
    {"mg", {1, 1, 0, dim::drug_mass}},
    {"ug", {1, 1, -3, dim::drug_mass}},
    {"mcg", {1, 1, -3, dim::drug_mass}},
    {"ng", {1, 1, -6, dim::drug_mass}},
    {"pg", {1, 1, -9, dim::drug_mass}},
    {"g", {1, 1, 3, dim::drug_mass}},
    {"kg", {1, 1, 0, dim::body_mass}},
    {"lb", {45359237, 1, -8, dim::body_mass}},   // exact by definition
    {"st", {635029318, 1, -8, dim::body_mass}},  // 14 lb
    {"L", {1, 1, 0, dim::volume}},
    {"l", {1, 1, 0, dim::volume}},
    {"dL", {1, 1, -1, dim::volume}},
    {"dl", {1, 1, -1, dim::volume}},
    {"mL", {1, 1, -3, dim::volume}},
    {"ml", {1, 1, -3, dim::volume}},
    {"uL", {1, 1, -6, dim::volume}},
    {"ul", {1, 1, -6, dim::volume}},
    {"h", {1, 1, 0, dim::time}},
    {"hr", {1, 1, 0, dim::time}},
    {"min", {1, 60, 0, dim::time}},
    {"s", {1, 3600, 0, dim::time}},
    {"sec", {1, 3600, 0, dim::time}},
    {"d", {24, 1, 0, dim::time}},
    {"day", {24, 1, 0, dim::time}},
    {"wk", {168, 1, 0, dim::time}},
    {"week", {168, 1, 0, dim::time}},
    {"y", {8766, 1, 0, dim::time}},  // 365.25 d
    {"yr", {8766, 1, 0, dim::time}},
    {"year", {8766, 1, 0, dim::time}},
    {"Hz", {3600, 1, 0, dim::rate}},
    {"umol", {1, 1, 0, dim::amount}},
    {"nmol", {1, 1, -3, dim::amount}},
    {"pmol", {1, 1, -6, dim::amount}},
    {"mmol", {1, 1, 3, dim::amount}},
    {"mol", {1, 1, 6, dim::amount}},
    {"uM", {1, 1, 0, dim::molar_concentration}},
    {"nM", {1, 1, -3, dim::molar_concentration}},
    {"pM", {1, 1, -6, dim::molar_concentration}},
    {"mM", {1, 1, 3, dim::molar_concentration}},
    {"M", {1, 1, 6, dim::molar_concentration}},
    {"cm", {1, 1, 0, dim::length}},
    {"mm", {1, 1, -1, dim::length}},
    {"m", {1, 1, 2, dim::length}},
    {"in", {254, 1, -2, dim::length}},
    {"ft", {3048, 1, -2, dim::length}},
    {"%", {1, 1, -2, dim::none}},
});

// Spellings too far from ours for the edit distance.
constexpr auto other_spellings = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"hour", "h"},      {"hours", "h"},  {"hrs", "h"},      {"H", "h"},       {"minute", "min"},
    {"minutes", "min"}, {"mins", "min"}, {"second", "s"},   {"seconds", "s"}, {"secs", "s"},
    {"days", "d"},      {"weeks", "wk"}, {"years", "year"}, {"lbs", "lb"},    {"pound", "lb"},
    {"pounds", "lb"},   {"stone", "st"}, {"cc", "mL"},      {"litre", "L"},   {"litres", "L"},
    {"liter", "L"},     {"liters", "L"}, {"gram", "g"},     {"grams", "g"},   {"gm", "g"},
    {"percent", "%"},   {"inch", "in"},  {"foot", "ft"},    {"feet", "ft"},   {"metre", "m"},
    {"meter", "m"},
});

}  // namespace

const UnitScale* find_unit(std::string_view name) {
  const auto* found = std::find_if(table.begin(), table.end(),
                                   [&](const Entry& entry) { return entry.name == name; });
  return found == table.end() ? nullptr : &found->scale;
}

const std::vector<std::string>& known_units() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> out;
    for (const auto& entry : table)
      out.emplace_back(entry.name);
    return out;
  }();
  return names;
}

UnitError unknown_unit(std::string_view shown, std::string_view ascii) {
  if (ascii == "mo" || ascii == "month" || ascii == "months") {
    return {.message = fmt::format("'{}' is ambiguous: months differ in length", shown),
            .hint = "write days or weeks",
            .code = "unit.ambiguous"};
  }
  UnitError error{.message = fmt::format("unknown unit '{}'", shown), .code = "unit.unknown"};
  const auto* other = std::find_if(other_spellings.begin(), other_spellings.end(),
                                   [&](const auto& spelling) { return spelling.first == ascii; });
  error.hint = other != other_spellings.end() ? fmt::format("did you mean '{}'?", other->second)
                                              : did_you_mean(ascii, known_units());
  return error;
}

}  // namespace ketascope
