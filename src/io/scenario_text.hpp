// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <utility>

#include "ketascope/dosing/event.hpp"
#include "ketascope/io/scenario_file.hpp"
#include "ketascope/sim/scenario.hpp"

/// The words of scenario files, for reading and writing alike.
namespace ketascope::scenario_text {

inline constexpr std::string_view format_kind = "ketascope-scenario";

template <typename T>
using Word = std::pair<std::string_view, T>;

inline constexpr Word<CovariatePolicy> covariate_policies[] = {
    {"locf", CovariatePolicy::locf},
    {"nocb", CovariatePolicy::nocb},
    {"linear", CovariatePolicy::linear},
};
inline constexpr Word<SolverOptions::Kind> solver_kinds[] = {
    {"automatic", SolverOptions::Kind::automatic},
    {"linear", SolverOptions::Kind::linear},
    {"ode", SolverOptions::Kind::ode},
};
inline constexpr Word<SolverOptions::Stepper> steppers[] = {
    {"automatic", SolverOptions::Stepper::automatic},
    {"dopri5", SolverOptions::Stepper::dopri5},
    {"rosenbrock4", SolverOptions::Stepper::rosenbrock4},
};
inline constexpr Word<bool> axes[] = {{"linear", false}, {"log", true}};
inline constexpr Word<bool> band_edges[] = {{"hard", false}, {"fuzzy", true}};
inline constexpr Word<TimeZero> time_zeros[] = {
    {"start", TimeZero::start},
    {"first dose", TimeZero::first_dose},
    {"end of input", TimeZero::end_of_input},
};

template <typename T, std::size_t N>
constexpr std::string_view word(const Word<T> (&words)[N], T value) {
  for (const auto& [text, meaning] : words) {
    if (meaning == value) {
      return text;
    }
  }
  return words[0].first;
}

/// Text of a covariate that is meant as a measure, right or wrong; anything else names a category.
constexpr bool reads_like_a_number(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" +-.");
  if (begin == std::string_view::npos) {
    return false;
  }
  const std::string_view rest = text.substr(begin);
  const bool unnatural = rest.starts_with("nan") || rest.starts_with("inf");
  return (rest[0] >= '0' && rest[0] <= '9') || (unnatural && (rest.size() == 3 || rest[3] == ' '));
}

}  // namespace ketascope::scenario_text
