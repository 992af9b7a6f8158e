// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/io/effect_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <set>
#include <utility>

#include "io/effect_link.hpp"
#include "io/toml_reader.hpp"
#include "ketascope/diagnostic/suggest.hpp"
#include "ketascope/expr/expression.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

constexpr std::string_view format_kind = "ketascope-effect";
constexpr int first_year = 1900;
constexpr int last_year = 2200;

/// What the checks need of the places in the file.
struct Places {
  SourceLocation expression, root;
  std::map<std::string, SourceLocation, std::less<>> parameters, drivers, checks;
};

std::vector<std::string> values(const std::vector<TextAt>& texts) {
  std::vector<std::string> out;
  for (const TextAt& text : texts) {
    out.push_back(text.value);
  }
  return out;
}

/// One of a few words; anything else is reported. Empty when it is absent.
std::string word(const TomlField& field, std::initializer_list<std::string_view> allowed) {
  if (!field) {
    return {};
  }
  const std::string value = field.text().value;
  if (!value.empty() && std::find(allowed.begin(), allowed.end(), value) == allowed.end()) {
    field.report("effect.unknown_value",
                 fmt::format("'{}' cannot be '{}'", field.name().value, value),
                 fmt::format("one of: {}", fmt::join(allowed, ", ")));
  }
  return value;
}

std::optional<Unit> unit_of(const TomlField& field) {
  if (!field) {
    return std::nullopt;
  }
  const auto unit = parse_unit(field.text().value);
  if (!unit) {
    field.report(unit.error().code, unit.error().message, unit.error().hint);
    return std::nullopt;
  }
  return *unit;
}

EffectParameter read_parameter(TomlTable table) {
  EffectParameter parameter;
  parameter.name = table.name().value;
  table.require({"value", "unit"});
  parameter.value = table.number("value").value_or(1.0);
  const TomlField unit = table.field("unit");
  unit_of(unit);
  parameter.unit = unit.text().value;
  parameter.source = table.text("source").value;
  if (parameter.source.empty()) {
    table.report("effect.no_source", fmt::format("parameter '{}' has no source", parameter.name),
                 table.at(), "table, page, equation; or \"derived: ...\", \"assumed: ...\"");
  }
  parameter.description = table.text("description").value;
  parameter.rse_percent = table.number("rse_percent");
  parameter.cv_percent = table.number("cv_percent");
  if (const auto error = table.number("standard_error"); error && parameter.value != 0.0) {
    parameter.rse_percent = 100.0 * *error / parameter.value;
  }
  const TomlField range = table.field("ci95");
  parameter.ci95 = range.numbers();
  if (range && (parameter.ci95.size() != 2 || !(parameter.ci95[0] <= parameter.value) ||
                !(parameter.value <= parameter.ci95[1]))) {
    range.report("effect.range", "'ci95' must be two numbers around the value");
  }
  table.finish();
  return parameter;
}

EffectDriver read_driver(TomlTable table) {
  EffectDriver driver;
  table.require({"analyte", "enantiomer", "matrix", "site", "unit"});
  driver.name = table.text("name").value;
  driver.analyte = table.text("analyte").value;
  driver.enantiomer = word(table.field("enantiomer"), {"racemate", "S", "R"});
  driver.matrix = table.text("matrix").value;
  driver.site = word(table.field("site"), {"arterial", "venous", "unknown"});
  const TomlField unit = table.field("unit");
  driver.unit = unit.text().value;
  if (const auto known = unit_of(unit); known && known->dimension != dimensions::concentration &&
                                        known->dimension != dimensions::molar_concentration) {
    unit.report("unit.mismatch", fmt::format("'{}' is not a unit of concentration", driver.unit));
  }
  if (const auto mass = table.value_with_unit("molar_mass")) {
    if (const auto value = to_internal(mass->value, dimensions::molar_mass); value && *value > 0) {
      driver.molar_mass = *value;
    } else {
      table.report("effect.range", "'molar_mass' must be a positive molar mass", mass->at);
    }
  }
  driver.half_of_racemate = table.text("half_of_racemate").value;
  driver.no_delay = table.text("no_delay").value;
  table.finish();
  return driver;
}

EffectCheck read_check(TomlTable table) {
  EffectCheck check;
  table.require({"id", "kind", "source", "evidence", "expected"});
  check.id = table.text("id").value;
  check.kind = word(table.field("kind"), {"half_time", "ke0", "effect"});
  check.source = table.text("source").value;
  check.evidence = word(table.field("evidence"), {"published", "derived"});
  check.driver = table.text("driver").value;
  for (const TomlField& field : table.table("at").fields()) {
    if (auto measure = field.measure()) {
      check.at.emplace(field.name().value, std::move(measure->value));
    }
  }
  if (auto expected = table.value_with_unit("expected")) {
    check.expected = std::move(expected->value);
  }
  check.tolerance_percent = table.number("tolerance_percent");
  if (auto tolerance = table.value_with_unit("tolerance")) {
    check.tolerance = std::move(tolerance->value);
  }
  if (check.tolerance_percent.has_value() == check.tolerance.has_value()) {
    table.report("effect.check",
                 fmt::format("check '{}' needs tolerance_percent or tolerance", check.id),
                 table.at());
  }
  table.finish();
  return check;
}

/// Finds what does not fit together. Only asked when every field could be read.
class Judge {
 public:
  Judge(TomlDocument& document, EffectSpec& spec, const Places& places)
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
  const Places& places_;
  std::set<std::string> used_;
};

void read_citation(TomlTable table, EffectSpec& spec) {
  table.require({"text"});
  spec.citation = table.text("text").value;
  spec.doi = table.text("doi").value;
  spec.doi_missing = table.text("doi_missing").value;
  if (const TomlField year = table.field("year")) {
    spec.year = year.integer_between(first_year, last_year, "effect.year");
  } else if (table) {
    table.report("effect.citation", "the citation has no year", table.at());
  }
  if (table && spec.doi.empty() && spec.doi_missing.empty()) {
    table.report("effect.citation", "the citation has no doi", table.at(),
                 "or say why there is none: doi_missing = \"...\"");
  }
  table.finish();
}

void read_effect(TomlTable& root, EffectSpec& spec, Places& places) {
  root.require({"id", "title", "endpoint", "grade", "estimated_with", "link", "direction",
                "citation", "parameters"});
  places.root = root.at();
  const TomlField id = root.field("id");
  places.root = id ? id.at() : places.root;
  spec.id = id.text().value;
  spec.title = root.text("title").value;
  spec.endpoint = root.text("endpoint").value;
  spec.population = root.text("population").value;
  const TomlField grade = root.field("grade");
  spec.grade = word(grade, {"published", "composite", "unverified"});
  spec.grade_reason = root.text("grade_reason").value;
  if ((spec.grade == "composite" || spec.grade == "unverified") && spec.grade_reason.empty()) {
    grade.report("effect.grade_reason", fmt::format("grade '{}' needs a grade_reason", spec.grade),
                 "one sentence; it is shown wherever the effect is used");
  }
  spec.estimated_with = root.text("estimated_with").value;
  spec.link = word(root.field("link"),
                   {"none", "ratio", "linear", "emax", "sigmoid", "inhibitory_sigmoid", "custom"});
  spec.direction = word(root.field("direction"), {"increase", "decrease", "mixed"});
  spec.fractional = root.flag("fractional").value_or(false);
  const TomlField unit = root.field("unit");
  unit_of(unit);
  spec.unit = unit ? unit.text().value : "";
  spec.label = root.text("label").value;
  if (spec.label.empty()) {
    spec.label = spec.endpoint;
  }
  const TextAt expression = root.text("expression");
  spec.expression = expression.value;
  places.expression = expression.at;
  spec.left_out = values(root.texts("left_out"));
  spec.notes = values(root.texts("notes"));
  read_citation(root.table("citation"), spec);
  if (TomlTable driver = root.table("driver")) {
    places.drivers[""] = driver.at();
    spec.drivers.push_back(read_driver(std::move(driver)));
  }
  for (TomlTable& driver : root.tables("drivers")) {
    const SourceLocation at = driver.at();
    spec.drivers.push_back(read_driver(std::move(driver)));
    places.drivers.emplace(spec.drivers.back().name, at);
  }
  for (TomlTable& parameter : root.named_tables("parameters")) {
    places.parameters[parameter.name().value] = parameter.at();
    spec.parameters.push_back(read_parameter(std::move(parameter)));
  }
  for (TomlTable& check : root.tables("checks")) {
    const SourceLocation at = check.at();
    spec.checks.push_back(read_check(std::move(check)));
    places.checks[spec.checks.back().id] = at;
  }
  root.finish();
}

}  // namespace

tl::expected<EffectSpec, Diagnostics> parse_effect_file(std::string_view text,
                                                        std::string_view file) {
  TomlDocument document(text, file);
  EffectSpec spec;
  spec.file = file;
  if (document.parsed()) {
    TomlTable root = document.root();
    if (document.check_format(root, format_kind, "effect")) {
      Places places;
      read_effect(root, spec, places);
      if (!document.has_errors()) {
        Judge(document, spec, places).run();
      }
    }
  }
  if (document.has_errors()) {
    return tl::make_unexpected(document.take_diagnostics());
  }
  return spec;
}

tl::expected<EffectSpec, Diagnostics> load_effect_file(const std::filesystem::path& path) {
  const auto text = read_text_file(path);
  if (!text) {
    return tl::make_unexpected(text.error());
  }
  return parse_effect_file(*text, path.string());
}

}  // namespace ketascope
