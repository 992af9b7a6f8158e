// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/card_content.hpp"

#include <fmt/format.h>
#include <cmath>

#include "ketascope/app/card.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

void fact(CardSection& section, std::string name, std::string value) {
  if (!value.empty()) {
    section.facts.emplace_back(std::move(name), std::move(value));
  }
}

std::string in_unit(double internal, const Unit& unit, const std::string& text) {
  return fmt::format("{} {}", format_number(internal / unit.factor, 4), text);
}

std::string named(std::string_view name, std::string_view addition) {
  return addition.empty() ? std::string(name) : fmt::format("{} ({})", name, addition);
}

CardSection about(const Model& model) {
  CardSection section{"About", {}, {}, {}, {}};
  fact(section, "id", model.id);
  fact(section, "summary", model.summary);
  fact(section, "grade", std::string(to_text(model.grade)));
  fact(section, "why this grade", model.grade_reason);
  fact(section, "citation", model.citation.text);
  fact(section, "authors", model.citation.authors);
  fact(section, "journal", model.citation.journal);
  if (model.citation.year) {
    fact(section, "year", std::to_string(*model.citation.year));
  }
  fact(section, "DOI", model.citation.doi);
  fact(section, "no DOI because", model.citation.doi_missing);
  return section;
}

CardSection population(const Model& model) {
  CardSection section{"Population and assay", {}, {}, {}, {}};
  fact(section, "population", model.population);
  if (model.population_n) {
    fact(section, "n", std::to_string(*model.population_n));
  }
  fact(section, "age", model.population_age);
  fact(section, "weight", model.population_weight);
  fact(section, "drug form", std::string(to_text(model.form)));
  fact(section, "doses count", std::string(to_text(model.basis)));
  fact(section, "matrix", model.matrix);
  fact(section, "sampling site", model.site);
  return section;
}

CardSection routes(const Model& model) {
  CardSection section{
      "Routes", {}, {}, {"route", "enters", "infusion", "grade", "source", "note"}, {}};
  for (const Route& route : model.routes) {
    std::string into;
    for (const int compartment : route.into) {
      into += (into.empty() ? "" : ", ") +
              model.compartments[static_cast<std::size_t>(compartment)].name;
    }
    section.rows.push_back({named(route.id, route.label), into, route.infusion ? "yes" : "no",
                            route.grade.empty() ? std::string(to_text(model.grade)) : route.grade,
                            route.source, route.note});
  }
  return section;
}

CardSection compartments(const Model& model) {
  CardSection section{
      "Compartments", {}, {}, {"compartment", "analyte", "equations", "source", "description"}, {}};
  for (const Compartment& compartment : model.compartments) {
    std::vector<std::string> equations;
    const auto add = [&](std::string_view name, const std::string& text) {
      if (!text.empty()) {
        equations.push_back(fmt::format("{} = {}", name, text));
      }
    };
    add("F", compartment.F);
    add("ALAG", compartment.ALAG);
    add("D", compartment.D);
    add("R", compartment.R);
    add("initial", compartment.initial);
    add("derivative", compartment.derivative);
    const std::string analyte =
        compartment.analyte < 0
            ? ""
            : model.analytes[static_cast<std::size_t>(compartment.analyte)].name;
    section.rows.push_back({compartment.name, analyte,
                            fmt::format("{}", fmt::join(equations, "; ")), compartment.source,
                            compartment.description});
  }
  return section;
}

CardSection flows(const Model& model, const Words& words) {
  CardSection section{"Flows", {}, {}, {"from", "to", "rate", "what", "source"}, {}};
  const auto name = [&](int compartment) {
    return compartment < 0 ? std::string("outside")
                           : model.compartments[static_cast<std::size_t>(compartment)].name;
  };
  for (const Flow& flow : model.flows) {
    section.rows.push_back(
        {name(flow.from), name(flow.to),
         flow.rate.empty() ? words("{0} (amount per time)", {flow.amount_rate}) : flow.rate,
         flow.label, flow.source});
  }
  return section;
}

/// "27.5 % between subjects" for a lognormal effect, whose spread is best known as a CV.
std::string spread_text(const Model& model, int parameter, const Words& words) {
  using Distribution = RandomEffect::Distribution;
  std::vector<std::string> parts;
  for (const RandomEffect& effect : model.random_effects) {
    if (effect.parameter != parameter) {
      continue;
    }
    std::string size;
    if (effect.distribution == Distribution::lognormal) {
      size = fmt::format("CV {} %", words.number(format_number(
                                        100.0 * std::sqrt(std::expm1(effect.variance)), 3)));
    } else if (effect.distribution == Distribution::logit) {
      size = words("SD {0} on the logit scale", {format_number(std::sqrt(effect.variance), 3)});
    } else {
      const Parameter& of = model.parameters[static_cast<std::size_t>(parameter)];
      size = "SD " + words.number(in_unit(std::sqrt(effect.variance), of.unit, of.unit_text));
    }
    parts.push_back(effect.level == RandomEffect::Level::subject
                        ? words("{0} between subjects", {size})
                        : words("{0} between occasions", {size}));
  }
  return fmt::format("{}", fmt::join(parts, "; "));
}

CardSection parameters(const Model& model, const Words& words) {
  CardSection section{"Parameters",
                      {},
                      {},
                      {"parameter", "value", "unit", "RSE", "variability", "source", "description"},
                      {}};
  for (std::size_t i = 0; i < model.parameters.size(); ++i) {
    const Parameter& parameter = model.parameters[i];
    section.rows.push_back({parameter.name, shortest(parameter.printed), parameter.unit_text,
                            parameter.rse_percent ? shortest(*parameter.rse_percent) + " %" : "",
                            spread_text(model, static_cast<int>(i), words), parameter.source,
                            parameter.description});
  }
  return section;
}

CardSection definitions(const Model& model) {
  CardSection section{
      "Derived quantities", {}, {}, {"name", "expression", "unit", "source", "description"}, {}};
  for (const Definition& definition : model.definitions) {
    section.rows.push_back({definition.name, definition.text, definition.unit_text,
                            definition.source, definition.description});
  }
  return section;
}

CardSection covariates(const Model& model, const Words& words) {
  CardSection section{
      "Covariates", {}, {}, {"covariate", "standard", "valid range", "source", "description"}, {}};
  for (const Covariate& covariate : model.covariates) {
    std::string range;
    if (covariate.low || covariate.high) {
      const auto bound = [&](const std::optional<double>& value) {
        return value ? in_unit(*value, covariate.unit, covariate.unit_text) : words("any");
      };
      range = words("{0} to {1}", {bound(covariate.low), bound(covariate.high)});
    }
    std::string standard = in_unit(covariate.standard, covariate.unit, covariate.unit_text);
    if (!covariate.categories.empty()) {
      standard.clear();
      for (const auto& [label, code] : covariate.categories) {
        range += (range.empty() ? "" : ", ") + words(label);
        if (std::abs(code - covariate.standard) < 1e-12) {
          standard = label;
        }
      }
    }
    section.rows.push_back(
        {covariate.name, standard, range, covariate.source, covariate.description});
  }
  return section;
}

CardSection outputs(const Model& model) {
  CardSection section{
      "Outputs", {}, {}, {"output", "analyte", "matrix", "site", "unit", "expression"}, {}};
  for (const Output& output : model.outputs) {
    section.rows.push_back(
        {named(output.name, output.label),
         output.analyte < 0 ? "" : model.analytes[static_cast<std::size_t>(output.analyte)].name,
         output.matrix, output.site, output.unit_text, output.text});
  }
  return section;
}

CardSection analytes(const Model& model) {
  CardSection section{"Analytes", {}, {}, {"analyte", "enantiomer", "molar mass", "source"}, {}};
  for (const Analyte& analyte : model.analytes) {
    section.rows.push_back(
        {named(analyte.name, analyte.id == analyte.name ? "" : analyte.id), analyte.enantiomer,
         analyte.molar_mass ? fmt::format("{} g/mol", shortest(*analyte.molar_mass * 1000.0)) : "",
         analyte.source});
  }
  return section;
}

CardSection variability(const Model& model) {
  CardSection section{"Variability between and within subjects",
                      {},
                      {},
                      {"effect", "on", "distribution", "level", "variance", "source", "note"},
                      {}};
  for (const RandomEffect& effect : model.random_effects) {
    using Distribution = RandomEffect::Distribution;
    const char* distribution = effect.distribution == Distribution::lognormal ? "lognormal"
                               : effect.distribution == Distribution::logit   ? "logit"
                                                                              : "normal";
    section.rows.push_back(
        {effect.name,
         effect.parameter < 0 ? ""
                              : model.parameters[static_cast<std::size_t>(effect.parameter)].name,
         distribution, effect.level == RandomEffect::Level::subject ? "subject" : "occasion",
         format_number(effect.variance, 4), effect.source, effect.note});
  }
  return section;
}

CardSection residuals(const Model& model, const Words& words) {
  CardSection section{"Residual error", {}, {}, {"output", "error", "source", "note"}, {}};
  for (const Residual& residual : model.residuals) {
    std::vector<std::string> parts;
    if (residual.proportional_sd) {
      parts.push_back(words("proportional {0}", {format_number(*residual.proportional_sd, 4)}));
    }
    if (residual.log_sd) {
      parts.push_back(words("on the log scale {0}", {format_number(*residual.log_sd, 4)}));
    }
    std::string output;
    if (residual.output >= 0) {
      const Output& seen = model.outputs[static_cast<std::size_t>(residual.output)];
      output = seen.name;
      if (residual.additive_sd) {
        parts.push_back(
            words("additive {0}", {in_unit(*residual.additive_sd, seen.unit, seen.unit_text)}));
      }
    }
    section.rows.push_back(
        {output, fmt::format("{}", fmt::join(parts, ", ")), residual.source, residual.note});
  }
  return section;
}

CardSection half_lives(const Model& model, const Words& words) {
  CardSection section{"Half-lives of the whole system", {}, {}, {}, {}};
  const auto found = half_lives_h(model);
  if (found.empty()) {
    section.points.push_back(words("The kinetics are not linear: there is no fixed half-life."));
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    fact(section, words("phase {0}", {std::to_string(i + 1)}),
         found[i] < 1.0 ? fmt::format("{} min", format_number(60.0 * found[i], 4))
                        : fmt::format("{} h", format_number(found[i], 4)));
  }
  return section;
}

CardSection checks(const Model& model) {
  CardSection section{
      "Checks", {}, {}, {"check", "kind", "expected", "tolerance", "evidence", "source"}, {}};
  for (const CheckSpec& check : model.checks) {
    std::string tolerance;
    if (check.tolerance_percent) {
      tolerance = shortest(*check.tolerance_percent) + " %";
    } else if (check.tolerance) {
      tolerance = to_text(check.tolerance->value);
    }
    section.rows.push_back({check.id.value, check.kind.value,
                            check.expected ? to_text(check.expected->value) : "", tolerance,
                            check.evidence.value, check.source.value});
  }
  return section;
}

/// What is text, or looks like a name, in the reader's language; expressions, citations and names
/// of parameters are in no table of words and stay.
void reword(CardSection& section, const Words& words) {
  section.title = words(section.title);
  for (auto& [name, value] : section.facts) {
    name = words(name);
    value = words(value);
  }
  for (std::string& point : section.points) {
    point = words(point);
  }
  for (std::string& title : section.header) {
    title = words(title);
  }
  for (auto& row : section.rows) {
    for (std::string& cell : row) {
      cell = words(cell);
    }
  }
}

CardSection list(std::string title, const std::vector<std::string>& points) {
  return {std::move(title), {}, points, {}, {}};
}

}  // namespace

std::vector<CardSection> card_sections(const Model& model, const Words& words) {
  std::vector<CardSection> sections{about(model),
                                    population(model),
                                    list("Left out", model.left_out),
                                    list("Conflicts between sources", model.conflicts),
                                    list("Notes", model.notes),
                                    routes(model),
                                    covariates(model, words),
                                    parameters(model, words),
                                    definitions(model),
                                    compartments(model),
                                    flows(model, words),
                                    outputs(model),
                                    analytes(model),
                                    variability(model),
                                    residuals(model, words),
                                    half_lives(model, words),
                                    checks(model)};
  std::erase_if(sections, [](const CardSection& section) {
    return section.facts.empty() && section.points.empty() && section.rows.empty();
  });
  for (CardSection& section : sections) {
    reword(section, words);
  }
  return sections;
}

}  // namespace ketascope
