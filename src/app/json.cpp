// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "app/display.hpp"
#include "ketascope/app/card.hpp"
#include "ketascope/app/effects.hpp"
#include "ketascope/app/export.hpp"
#include "ketascope/app/run.hpp"
#include "ketascope/app/verify.hpp"
#include "ketascope/version.hpp"

namespace ketascope {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const Measure& measure) {
  return {{"value", measure.value}, {"unit", measure.unit}};
}

Json json_of(const std::optional<Measure>& measure) {
  return measure ? json_of(*measure) : Json(nullptr);
}

Json json_of(const std::optional<double>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json json_of(const DoseSpec& dose) {
  return {{"route", dose.route},
          {"amount", json_of(dose.amount)},
          {"start", json_of(dose.start)},
          {"duration", json_of(dose.duration)},
          {"rate", json_of(dose.rate)},
          {"repeats", dose.repeats},
          {"interval", json_of(dose.interval)},
          {"steady_state", dose.steady_state},
          {"form", dose.form},
          {"basis", dose.basis},
          {"F", json_of(dose.F)},
          {"lag", json_of(dose.lag)}};
}

Json model_json(const Model& model) {
  return {{"id", model.id},
          {"title", model.title},
          {"grade", to_text(model.grade)},
          {"grade_reason", model.grade_reason},
          {"citation", model.citation.text},
          {"doi", model.citation.doi}};
}

/// Both sides of a discontinuity have their own place in the arrays.
Json side_json(std::span<const Side> sides) {
  Json list = Json::array();
  for (const Side side : sides) {
    list.push_back(side == Side::pre ? "pre" : (side == Side::post ? "post" : ""));
  }
  return list;
}

Json subject_json(const Run& run, const SubjectResult& subject, const DisplaySpec& display,
                  const TimeUnit& time_unit) {
  Json times = Json::array();
  for (const double time_h : subject.time_h) {
    times.push_back(time_h * time_unit.per_h);
  }
  Json columns = Json::array();
  for (std::size_t c = 0; c < run.result.columns.size(); ++c) {
    const ColumnInfo& info = run.result.columns[c];
    const DisplayUnit unit = display_unit(info, display.unit);
    Json values = Json::array();
    for (const double value : subject.column(c)) {
      values.push_back(value * unit.per_internal);
    }
    columns.push_back({{"name", info.name},
                       {"label", info.label},
                       {"analyte", info.analyte},
                       {"enantiomer", info.enantiomer},
                       {"matrix", info.matrix},
                       {"site", info.site},
                       {"unit", unit.unit},
                       {"values", std::move(values)}});
  }
  return {{"ID", subject.id},
          {"status", to_text(subject.status)},
          {"reached_h", subject.reached_h},
          {"time", {{"unit", time_unit.text}, {"values", std::move(times)}}},
          {"side", side_json(subject.side)},
          {"columns", std::move(columns)}};
}

Json run_json(const Run& run, const DisplaySpec& display) {
  Json covariates = Json::object();
  for (const auto& [name, value] : run.scenario.subject.covariates) {
    covariates[name] = json_of(value);
  }
  Json parameters = Json::object();
  for (const auto& [name, value] : run.scenario.parameters) {
    parameters[name] = json_of(value);
  }
  Json doses = Json::array();
  if (const auto* schedule = std::get_if<Schedule>(&run.scenario.regimen)) {
    for (const DoseSpec& dose : *schedule) {
      doses.push_back(json_of(dose));
    }
  }
  Json warnings = Json::array();
  for (const Diagnostic& warning : run.result.warnings) {
    warnings.push_back({{"code", warning.code}, {"message", warning.message}});
  }
  const TimeUnit time_unit = shown_time_unit(display);
  Json subjects = Json::array();
  for (const SubjectResult& subject : run.result.subjects) {
    subjects.push_back(subject_json(run, subject, display, time_unit));
  }
  return {{"name", scenario_name(run)},
          {"model", model_json(*run.scenario.model)},
          {"covariates", std::move(covariates)},
          {"covariate_policy", policy_text(run.scenario.covariates)},
          {"parameters", std::move(parameters)},
          {"doses", std::move(doses)},
          {"solver", run.result.solver},
          {"seed", run.scenario.seed},
          {"warnings", std::move(warnings)},
          {"subjects", std::move(subjects)}};
}

Json row_json(const SummaryRow& row) {
  Json bands = Json::array();
  for (const auto& [band, hours] : row.in_bands) {
    bands.push_back({{"band", band}, {"hours", hours}});
  }
  return {{"scenario", row.scenario},
          {"model", row.model},
          {"output", row.output},
          {"unit", row.unit},
          {"auc_unit", exposure_unit(row.unit)},
          {"cmax", row.cmax},
          {"tmax_h", row.tmax_h},
          {"auc_0_t", row.auc_0_t},
          {"auc_0_inf", json_of(row.auc_0_inf)},
          {"half_life_h", json_of(row.half_life_h)},
          {"time_in_bands", std::move(bands)}};
}

Json effects_json(std::span<const Run> runs) {
  Json list = Json::array();
  for (const EffectRow& row : summarise_effects(runs)) {
    list.push_back({{"scenario", row.scenario},
                    {"effect", row.effect},
                    {"label", row.label},
                    {"unit", row.unit},
                    {"first", row.first},
                    {"lowest", row.lowest},
                    {"lowest_at_h", row.lowest_at_h},
                    {"highest", row.highest},
                    {"highest_at_h", row.highest_at_h}});
  }
  return list;
}

/// Names come from files that were checked to be UTF-8, or from the command line, which was not.
std::string text_of(const Json& json) {
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string to_json(std::span<const Run> runs, std::span<const SummaryRow> summary,
                    const DisplaySpec& display) {
  Json rows = Json::array();
  for (const SummaryRow& row : summary) {
    rows.push_back(row_json(row));
  }
  Json scenarios = Json::array();
  for (const Run& run : runs) {
    scenarios.push_back(run_json(run, with_time_unit(display, runs)));
  }
  return text_of({{"program", "ketascope"},
                  {"version", version},
                  {"statement", quiet_statement},
                  {"notes", grade_notes(runs)},
                  {"incomplete", incomplete_notes(runs)},
                  {"summary", std::move(rows)},
                  {"effects", effects_json(runs)},
                  {"scenarios", std::move(scenarios)}});
}

std::string models_json(std::span<const ModelPtr> models) {
  Json list = Json::array();
  for (const ModelPtr& model : models) {
    Json entry = model_json(*model);
    entry["file"] = model->file;
    entry["form"] = to_text(model->form);
    entry["basis"] = to_text(model->basis);
    entry["matrix"] = model->matrix;
    entry["site"] = model->site;
    entry["linear"] = model->kinetics.linear;
    entry["routes"] = Json::array();
    for (const Route& route : model->routes) {
      entry["routes"].push_back({{"id", route.id},
                                 {"label", route.label},
                                 {"grade", route.grade},
                                 {"infusion", route.infusion}});
    }
    entry["outputs"] = Json::array();
    for (const Output& output : model->outputs) {
      entry["outputs"].push_back(
          {{"name", output.name}, {"label", output.label}, {"unit", output.unit_text}});
    }
    entry["checks"] = model->checks.size();
    entry["left_out"] = model->left_out;
    entry["conflicts"] = model->conflicts;
    list.push_back(std::move(entry));
  }
  return text_of(list);
}

std::string checks_json(std::span<const CheckOutcome> outcomes) {
  Json list = Json::array();
  for (const CheckOutcome& outcome : outcomes) {
    list.push_back({{"model", outcome.model},
                    {"check", outcome.check},
                    {"kind", outcome.kind},
                    {"expected", outcome.expected},
                    {"obtained", outcome.obtained},
                    {"tolerance", outcome.tolerance},
                    {"unit", outcome.unit},
                    {"evidence", outcome.evidence},
                    {"source", outcome.source},
                    {"passed", outcome.passed},
                    {"problem", outcome.problem}});
  }
  return text_of(list);
}

}  // namespace ketascope
