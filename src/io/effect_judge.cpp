// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/effect_judge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "io/effect_link.hpp"
#include "ketascope/expr/expression.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

class Judge {
 public:
  Judge(TomlDocument& document, EffectSpec& spec, const EffectPlaces& places)
      : document_(document), spec_(spec), places_(places) {}

  void run() {
    check_names();
    if (document_.has_errors()) {
      return;
    }
    check_ranges();
    find_delays();
    make_expression();
    if (!document_.has_errors()) {
      check_expression();
      check_unused();
      check_checks();
    }
  }

 private:
  void error(std::string_view code, SourceLocation at, std::string message, std::string hint = {}) {
    document_.report(Severity::error, code, std::move(message), at, std::move(hint));
  }

  SourceLocation place(const std::map<std::string, SourceLocation, std::less<>>& places,
                       std::string_view name) const {
    const auto found = places.find(name);
    return found == places.end() ? places_.root : found->second;
  }

  void check_names() {
    const auto is_name = [](std::string_view text, std::string_view more) {
      return !text.empty() && std::ranges::all_of(text, [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               more.find(c) != std::string_view::npos;
      }) && !(text.front() >= '0' && text.front() <= '9');
    };
    if (!spec_.id.empty() && !is_name(spec_.id, "-_")) {
      error("effect.name", places_.root, fmt::format("id '{}' is no name", spec_.id),
            "a letter first; letters, digits, '-' and '_'");
    }
    std::set<std::string> used;
    for (const EffectParameter& parameter : spec_.parameters) {
      if (!is_name(parameter.name, "_") || parameter.name == "site") {
        error("effect.name", place(places_.parameters, parameter.name),
              fmt::format("'{}' is no name of a parameter", parameter.name));
      }
      used.insert(parameter.name);
    }
    if (spec_.drivers.empty()) {
      error("effect.driver", places_.root, "the effect has no driver",
            "[driver], or [[drivers]] where there are several");
    }
    for (const EffectDriver& driver : spec_.drivers) {
      const SourceLocation at = place(places_.drivers, driver.name);
      if (spec_.drivers.size() > 1 && !is_name(driver.name, "_")) {
        error("effect.driver", at, "each of several drivers needs a name");
      } else if (spec_.drivers.size() == 1 && !driver.name.empty()) {
        error("effect.driver", at, "a single driver has no name: it is 'site'");
      } else if (!used.insert(driver.symbol()).second) {
        error("effect.duplicate_name", at, fmt::format("'{}' is there twice", driver.symbol()));
      }
    }
  }

  void check_ranges() {
    for (const EffectParameter& parameter : spec_.parameters) {
      const std::string_view name = parameter.name;
      const bool positive = name == "EC50" || name == "C50" || name == "IC50" || name == "gamma" ||
                            name.starts_with("ke0") || name.starts_with("t_half") ||
                            name.starts_with("C25");
      if (positive && !(parameter.value > 0.0)) {
        error("effect.range", place(places_.parameters, name),
              fmt::format("parameter '{}' must be greater than 0, not {}", name,
                          shortest(parameter.value)));
      }
    }
    if (spec_.parameter("ke0") != nullptr && spec_.parameter("t_half_ke0") != nullptr) {
      error("effect.delay", place(places_.parameters, "ke0"), "ke0 and t_half_ke0 say the same",
            "give the one that is printed; the other may be a check");
    }
  }

  void find_delays() {
    for (EffectDriver& driver : spec_.drivers) {
      const std::string suffix = driver.name.empty() ? "" : "_" + driver.name;
      for (const auto& [stem, dimension] :
           {std::pair("ke0", dimensions::rate), std::pair("t_half_ke0", dimensions::time)}) {
        const EffectParameter* parameter = spec_.parameter(stem + suffix);
        if (parameter == nullptr) {
          continue;
        }
        driver.delay = parameter->name;
        if (parse_unit(parameter->unit)->dimension != dimension) {
          error("effect.dimension", place(places_.parameters, parameter->name),
                fmt::format("parameter '{}': {} must be {}", parameter->name, parameter->unit,
                            dimension.to_string()));
        }
      }
      if (driver.delay.empty() == driver.no_delay.empty()) {
        error("effect.delay", place(places_.drivers, driver.name),
              driver.delay.empty()
                  ? fmt::format("there is no delay of {}: neither {} nor {}", driver.full_name(),
                                "ke0" + suffix, "t_half_ke0" + suffix)
                  : fmt::format("'{}' is a delay, and no_delay says that there is none",
                                driver.delay),
              "no_delay = \"reason\" for an effect without one");
      }
    }
  }

  void make_expression() {
    const bool custom = spec_.link == "custom";
    if (custom == spec_.expression.empty()) {
      error("effect.link",
            places_.expression == SourceLocation{} ? places_.root : places_.expression,
            custom ? "link = \"custom\" needs an expression"
                   : fmt::format("link = \"{}\" has its own expression", spec_.link));
      return;
    }
    if (spec_.link == "none" || custom) {
      return;
    }
    if (spec_.drivers.size() > 1) {
      error("effect.link", places_.root,
            fmt::format("link = \"{}\" has one driver, not {}", spec_.link, spec_.drivers.size()),
            "several are joined by link = \"custom\"");
      return;
    }
    if (spec_.link == "inhibitory_sigmoid" && spec_.direction != "decrease") {
      error("effect.link", places_.root, "an inhibitory effect has direction = \"decrease\"");
    }
    for (const std::string& name : missing_parameters(spec_)) {
      error("effect.parameter", places_.root,
            fmt::format("link = \"{}\" needs the parameter {}", spec_.link, name),
            "without its number: link = \"ratio\" (multiples of C50) or \"none\" (effect site)");
    }
    if (!document_.has_errors()) {
      spec_.expression = link_expression(spec_);
    }
  }

  std::optional<Dimension> dimension_of_symbol(std::string_view name) const {
    if (const EffectParameter* parameter = spec_.parameter(name)) {
      return parse_unit(parameter->unit)->dimension;
    }
    for (const EffectDriver& driver : spec_.drivers) {
      if (driver.symbol() == name) {
        return parse_unit(driver.unit)->dimension;
      }
    }
    return std::nullopt;
  }

  void report(const std::vector<ExprError>& errors) {
    const bool written = spec_.link == "custom";
    for (const ExprError& wrong : errors) {
      SourceLocation at = written ? places_.expression : places_.root;
      if (written) {
        at.column += static_cast<int>(wrong.offset);
      }
      error(wrong.code == "expr.dimension" ? "effect.dimension" : "effect.expression", at,
            written ? wrong.message : fmt::format("{}: {}", spec_.expression, wrong.message),
            wrong.hint);
    }
  }

  void check_expression() {
    if (spec_.expression.empty()) {
      return;
    }
    const auto expression = parse_expression(spec_.expression);
    if (!expression) {
      report(expression.error());
      return;
    }
    used_ = symbols(*expression);
    std::vector<std::string> known;
    for (const EffectParameter& parameter : spec_.parameters) {
      known.push_back(parameter.name);
    }
    for (const EffectDriver& driver : spec_.drivers) {
      known.push_back(driver.symbol());
    }
    report(require_dimension(
        *expression, parse_unit(spec_.unit)->dimension,
        [this](std::string_view name) { return dimension_of_symbol(name); }, known));
  }

  void check_unused() {
    for (const EffectParameter& parameter : spec_.parameters) {
      const bool delay = std::ranges::any_of(spec_.drivers, [&](const EffectDriver& driver) {
        return driver.delay == parameter.name;
      });
      if (!delay && !used_.contains(parameter.name)) {
        error("effect.unused", place(places_.parameters, parameter.name),
              fmt::format("parameter '{}' has no part in the effect", parameter.name),
              "a number that the link cannot use belongs in the notes");
      }
    }
    for (const EffectDriver& driver : spec_.drivers) {
      if (!spec_.expression.empty() && !used_.contains(driver.symbol())) {
        error("effect.driver", place(places_.drivers, driver.name),
              fmt::format("'{}' has no part in the expression", driver.symbol()));
      }
    }
  }

  void check_checks() {
    std::set<std::string> ids;
    for (const EffectCheck& check : spec_.checks) {
      const SourceLocation at = place(places_.checks, check.id);
      const auto wrong = [&](std::string message) {
        error("effect.check", at, fmt::format("check '{}' {}", check.id, message));
      };
      if (!ids.insert(check.id).second) {
        error("effect.duplicate_name", at, fmt::format("check '{}' is there twice", check.id));
      }
      Dimension expected = dimensions::time;
      if (check.kind == "effect") {
        expected = parse_unit(spec_.unit)->dimension;
        if (spec_.expression.empty()) {
          wrong("asks for an effect, but link = \"none\"");
        }
        for (const EffectDriver& driver : spec_.drivers) {
          if (!check.at.contains(driver.symbol())) {
            wrong(fmt::format("needs a concentration: at = {{ {} = \"...\" }}", driver.symbol()));
          }
        }
        for (const auto& [name, measure] : check.at) {
          const auto dimension = dimension_of_symbol(name);
          if (!dimension || spec_.parameter(name) != nullptr) {
            wrong(fmt::format("names '{}', which is no driver", name));
          } else if (!to_internal(measure, *dimension)) {
            wrong(fmt::format("gives {} = {}, which is not {}", name, to_text(measure),
                              dimension->to_string()));
          }
        }
      } else {
        expected = check.kind == "ke0" ? dimensions::rate : dimensions::time;
        const auto driver = std::ranges::find(spec_.drivers, check.driver, &EffectDriver::name);
        if (driver == spec_.drivers.end()) {
          wrong(fmt::format("names no driver: '{}'", check.driver));
        } else if (driver->delay.empty()) {
          wrong("asks for a delay, but there is none");
        }
      }
      if (!to_internal(check.expected, expected)) {
        wrong(fmt::format("expects {}, which is not {}", to_text(check.expected),
                          expected.to_string()));
      }
      if (check.tolerance && !to_internal(*check.tolerance, expected)) {
        wrong(fmt::format("has a tolerance of {}, which is not {}", to_text(*check.tolerance),
                          expected.to_string()));
      }
    }
  }

  TomlDocument& document_;
  EffectSpec& spec_;
  const EffectPlaces& places_;
  std::set<std::string> used_;
};

}  // namespace

void judge_effect(TomlDocument& document, EffectSpec& spec, const EffectPlaces& places) {
  Judge(document, spec, places).run();
}

}  // namespace ketascope
