// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fmt/format.h>

#include <optional>
#include <string>
#include <utility>

#include "cli/console.hpp"
#include "ketascope/app/dose_conversion.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope::cli {

/// Reads typed values; every problem points at the option and the place in its text.
class OptionReader {
 public:
  Measure measure(const std::string& option, const std::string& text, Dimension expected) {
    const auto measure = any_measure(option, text);
    if (measure && !to_internal(*measure, expected)) {
      const UnitError wrong = to_internal(*measure, expected).error();
      fail(option, text, wrong.code, wrong.message,
           wrong.hint.empty() && measure->unit.empty()
               ? fmt::format("give the unit too, for example \"{} {}\"", text, example(expected))
               : wrong.hint,
           0);
    }
    return measure.value_or(Measure{});
  }

  std::optional<Measure> optional_measure(const std::string& option,
                                          const std::optional<std::string>& text,
                                          Dimension expected) {
    return text ? std::optional(measure(option, *text, expected)) : std::nullopt;
  }

  /// A measure whose dimension the engine judges: amounts and rates may be per body weight.
  std::optional<Measure> any_measure(const std::string& option, const std::string& text) {
    auto measure = parse_measure(text);
    if (measure) {
      return *measure;
    }
    const UnitError& wrong = measure.error();
    fail(option, text, wrong.code, wrong.message, wrong.hint, wrong.offset);
    return std::nullopt;
  }

  /// A dose as amount, or as a volume of a solution of stated strength.
  Measure amount(const std::string& dose, const std::optional<std::string>& strength) {
    const auto typed = any_measure("--dose", dose);
    if (!typed) {
      return {};
    }
    const auto unit = parse_unit(typed->unit);
    const bool volume = unit && (unit->dimension == dimensions::volume ||
                                 unit->dimension == dimensions::volume / dimensions::body_mass);
    if (!strength) {
      if (volume) {
        fail("--dose", dose, "option.strength", "a volume needs the strength of the solution",
             "for example --strength \"100 mg/mL\"", 0);
      }
      return *typed;
    }
    if (!volume) {
      fail("--dose", dose, "option.strength", "with --strength the dose is a volume",
           "for example --dose \"0.35 mL\"", 0);
      return {};
    }
    const auto solution = any_measure("--strength", *strength);
    if (!solution) {
      return {};
    }
    const auto held = amount_in_volume(*typed, *solution);
    if (!held) {
      fail("--strength", *strength, held.error().code, held.error().message, held.error().hint, 0);
      return {};
    }
    return *held;
  }

  /// "NAME=value" split at the first '='.
  std::optional<std::pair<std::string, std::string>> assignment(const std::string& option,
                                                                const std::string& text) {
    const auto equals = text.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) {
      fail(option, text, "option.assignment", "this must be NAME=value",
           fmt::format("for example {}",
                       option == "--set" ? "--set CL=\"90 L/h\"" : "--cov RACE=japanese"),
           0);
      return std::nullopt;
    }
    return std::pair(text.substr(0, equals), text.substr(equals + 1));
  }

  void fail(const std::string& option, const std::string& text, std::string code,
            std::string message, std::string hint, std::size_t offset) {
    typed_[option] = text;
    // One option may be given twice with two mistakes: each keeps its own text.
    std::string name = option;
    if (const auto known = typed_.find(name); known != typed_.end() && known->second != text) {
      name = fmt::format("{} {}", option, text);
      typed_[name] = text;
    }
    problems_.push_back({Severity::error, std::move(code), std::move(message), name,
                         locate(text, offset), std::move(hint)});
  }

  const Diagnostics& problems() const { return problems_; }
  const TypedTexts& typed() const { return typed_; }

 private:
  static std::string_view example(Dimension dimension) {
    if (dimension == dimensions::body_mass) {
      return "kg";
    }
    return dimension == dimensions::time ? "h" : "mg";
  }

  Diagnostics problems_;
  TypedTexts typed_;
};

/// "note: 0.35 mL of 100 mg/mL = 35 mg".
inline std::string strength_note(const std::string& dose, const std::string& strength,
                                 const Measure& amount) {
  return fmt::format("note: {} of {} = {} {}", dose, strength, format_number(amount.value, 3),
                     amount.unit);
}

}  // namespace ketascope::cli
