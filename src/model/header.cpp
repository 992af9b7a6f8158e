// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include <fmt/format.h>

#include "model/context.hpp"

namespace ketascope::model_detail {

namespace {

constexpr std::string_view supported_format = "ketascope-model 1";

std::vector<std::string> values(const std::vector<TextAt>& texts) {
  std::vector<std::string> out;
  for (const TextAt& text : texts)
    out.push_back(text.value);
  return out;
}

bool is_file_name(std::string_view id) {
  for (const char c : id) {
    const bool fine = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '_' || c == '-' || c == '.';
    if (!fine)
      return false;
  }
  return id.front() != '.' && id.front() != '-';
}

void check_identity(Context& context) {
  const ModelSpec& spec = context.spec;
  if (context.require(spec.format, "format", "the model", {}) &&
      spec.format.value != supported_format) {
    context.error("model.format", spec.format.at,
                  fmt::format("format '{}' is not supported", spec.format.value),
                  fmt::format("this program reads '{}'", supported_format));
  }
  if (context.require(spec.id, "id", "the model", {}) && !is_file_name(spec.id.value)) {
    context.error("model.name", spec.id.at, fmt::format("id '{}' is no file name", spec.id.value),
                  "letters, digits, '_', '-' and '.'");
  }
  context.require(spec.title, "title", "the model", {});
  context.model.file = spec.file;
  context.model.id = spec.id.value;
  context.model.title = spec.title.value;
  context.model.summary = spec.summary.value;
  context.model.left_out = values(spec.left_out);
  context.model.conflicts = values(spec.conflicts);
  context.model.notes = values(spec.notes);
}

void check_grade(Context& context) {
  const ModelSpec& spec = context.spec;
  context.model.grade_reason = spec.grade_reason.value;
  if (!context.one_of(spec.grade, {"published", "composite", "unverified", "reference", "user"},
                      "grade", "the model", {})) {
    return;
  }
  for (const Grade grade :
       {Grade::published, Grade::composite, Grade::unverified, Grade::reference, Grade::user}) {
    if (spec.grade.value == to_text(grade))
      context.model.grade = grade;
  }
  const bool reason_needed =
      context.model.grade == Grade::composite || context.model.grade == Grade::unverified;
  if (reason_needed && spec.grade_reason.empty()) {
    context.error("model.grade_reason", spec.grade.at,
                  fmt::format("grade '{}' needs a grade_reason", spec.grade.value),
                  "one sentence; it is shown wherever the model is used");
  }
}

void check_citation(Context& context) {
  const ModelSpec& spec = context.spec;
  context.model.citation = {spec.citation.value, spec.authors.value,     spec.journal.value,
                            spec.doi.value,      spec.doi_missing.value, spec.year};
  const SourceLocation at = spec.citation.at;
  if (spec.citation.empty()) {
    context.error("model.citation", at, "the citation has no text");
  }
  if (!spec.year) {
    context.error("model.citation", at, "the citation has no year");
  }
  if (spec.doi.empty() && spec.doi_missing.empty()) {
    context.error("model.citation", at, "the citation has no doi",
                  "or say why there is none: doi_missing = \"...\"");
  }
}

void check_population(Context& context) {
  const ModelSpec& spec = context.spec;
  context.model.population = spec.population.value;
  context.model.population_age = spec.population_age.value;
  context.model.population_weight = spec.population_weight.value;
  context.model.population_n = spec.population_n;
  if (spec.population_n && *spec.population_n < 1) {
    context.error("model.range", spec.population.at,
                  fmt::format("population: n is {}, but must be at least 1", *spec.population_n));
  }
  const Grade grade = context.model.grade;
  if (grade == Grade::published || grade == Grade::composite || grade == Grade::unverified) {
    context.require(spec.population, "population description", "the model", {});
  }
}

void check_drug(Context& context) {
  const ModelSpec& spec = context.spec;
  Model& model = context.model;
  if (context.one_of(spec.form, {"racemate", "S", "R"}, "form", "the model", {})) {
    for (const DrugForm form : {DrugForm::racemate, DrugForm::S, DrugForm::R}) {
      if (spec.form.value == to_text(form))
        model.form = form;
    }
  }
  if (context.one_of(spec.basis, {"base", "hydrochloride"}, "basis", "the model", {})) {
    for (const DoseBasis basis : {DoseBasis::base, DoseBasis::hydrochloride}) {
      if (spec.basis.value == to_text(basis))
        model.basis = basis;
    }
  }
  context.one_of(spec.enantiomers, {"", "apart"}, "enantiomers", "the model", {});
  model.enantiomers_apart = spec.enantiomers.value == "apart";
  if (model.enantiomers_apart && model.form != DrugForm::racemate) {
    context.error("model.either_or", spec.enantiomers.at,
                  "a model that holds enantiomers apart has the form racemate");
  }
  context.require(spec.matrix, "matrix", "the model", {});
  context.one_of(spec.site, {"arterial", "venous", "unknown"}, "site", "the model", {});
  context.one_of(spec.amount, {"", "mass", "molar"}, "amount", "the model", {});
  model.matrix = spec.matrix.value;
  model.site = spec.site.value;
  model.molar = spec.amount.value == "molar";
}

void check_analytes(Context& context) {
  const ModelSpec& spec = context.spec;
  std::set<std::string> ids;
  for (const AnalyteSpec& analyte : spec.analytes) {
    const std::string owner = fmt::format("analyte '{}'", analyte.id.value);
    if (context.require(analyte.id, "id", "an analyte", {}) &&
        !ids.insert(analyte.id.value).second) {
      context.error("model.duplicate_name", analyte.id.at, fmt::format("{} is there twice", owner));
    }
    context.one_of(analyte.enantiomer, {"", "racemate", "S", "R"}, "enantiomer", owner,
                   analyte.id.at);
    Analyte built{.id = analyte.id.value,
                  .name = analyte.name.empty() ? analyte.id.value : analyte.name.value,
                  .enantiomer = analyte.enantiomer.value,
                  .molar_mass = {},
                  .source = analyte.source.value};
    if (analyte.molar_mass) {
      const std::string what = "molar mass of " + owner;
      context.require_source(analyte.source, what, analyte.molar_mass->at);
      built.molar_mass = context.measure(*analyte.molar_mass, dimensions::molar_mass, what);
      if (built.molar_mass && !(*built.molar_mass > 0.0)) {
        context.error("model.range", analyte.molar_mass->at, what + " must be positive");
      }
    }
    context.model.analytes.push_back(std::move(built));
  }

  Model& model = context.model;
  if (!spec.dose_analyte.empty()) {
    model.dose_analyte = context.find_analyte(spec.dose_analyte, "dose_analyte", {});
  } else if (model.molar) {
    context.error("model.missing_field", spec.amount.at,
                  "a model with molar amounts has no dose_analyte",
                  "its molar mass turns a dose into umol");
  }
  if (model.molar && model.dose_analyte >= 0 && !context.molar_mass(model.dose_analyte) &&
      !spec.analytes[static_cast<std::size_t>(model.dose_analyte)].molar_mass) {
    context.error("model.missing_field", spec.dose_analyte.at,
                  fmt::format("analyte '{}' has no molar_mass", spec.dose_analyte.value),
                  "amounts are molar: it turns a dose into umol");
  }
}

}  // namespace

void check_header(Context& context) {
  check_identity(context);
  check_grade(context);
  check_citation(context);
  check_population(context);
  check_drug(context);
  check_analytes(context);
}

}  // namespace ketascope::model_detail
