// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/io/study_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "io/dose_reader.hpp"
#include "io/scenario_text.hpp"
#include "io/toml_reader.hpp"

namespace ketascope {
namespace {

constexpr std::string_view format_kind = "ketascope-study-plan";

std::vector<std::string> texts(const TomlField& field) {
  std::vector<std::string> values;
  for (TextAt& text : field.texts()) {
    values.push_back(std::move(text.value));
  }
  return values;
}

/// Measures and categories, told apart as in scenarios.
void read_subject(TomlTable table, std::map<std::string, Measure>& measures,
                  std::map<std::string, std::string>& categories) {
  for (const TomlField& field : table.fields()) {
    const std::string name = field.name().value;
    if (field.kind() == TomlKind::text) {
      std::string typed = field.text().value;
      if (!scenario_text::reads_like_a_number(typed)) {
        categories[name] = std::move(typed);
        continue;
      }
    }
    if (auto measure = field.measure()) {
      measures[name] = std::move(measure->value);
    }
  }
}

PlanArm read_arm(TomlTable table) {
  PlanArm arm;
  table.require({"id", "doses"});
  arm.id = table.text("id").value;
  arm.doses = read_doses(table.field("doses"), "plan");
  if (auto until = table.field("until").measure_of(dimensions::time)) {
    arm.until = std::move(until->value);
  }
  read_subject(table.table("subject"), arm.subject, arm.categories);
  if (auto step = table.measure("reading_step")) {
    arm.reading_step = std::move(step->value);
  }
  arm.note = table.text("note").value;
  table.finish();
  return arm;
}

PlanRatio read_ratio(TomlTable table) {
  PlanRatio ratio;
  table.require({"id", "label", "doses", "output", "citation"});
  ratio.id = table.text("id").value;
  ratio.label = table.text("label").value;
  ratio.doses = read_doses(table.field("doses"), "plan");
  for (const std::string& text : texts(table.field("with"))) {
    const auto colon = text.find(':');
    ratio.interactions.push_back(
        {text.substr(0, colon), colon == std::string::npos ? "" : text.substr(colon + 1), {}});
  }
  read_subject(table.table("subject"), ratio.subject, ratio.categories);
  ratio.output = table.text("output").value;
  ratio.over = table.text("over").value;
  ratio.metric = table.text("metric").value;
  if (ratio.metric.empty()) {
    ratio.metric = "auc";
  }
  ratio.observed = table.number("observed");
  ratio.said = table.text("said").value;
  ratio.citation = table.text("citation").value;
  ratio.doi = table.text("doi").value;
  ratio.scored = table.flag("scored").value_or(true) && ratio.observed.has_value();
  table.finish();
  return ratio;
}

PlanParameter read_parameter(TomlTable table) {
  PlanParameter parameter;
  table.require({"name", "start", "low", "high"});
  parameter.name = table.text("name").value;
  parameter.start = table.number("start").value_or(0.0);
  parameter.low = table.number("low").value_or(0.0);
  parameter.high = table.number("high").value_or(0.0);
  parameter.prior_cv = table.number("prior_cv").value_or(0.0);
  if (!(parameter.low > 0.0 && parameter.low <= parameter.start &&
        parameter.start <= parameter.high) ||
      parameter.prior_cv < 0.0) {
    table.report(
        "plan.range",
        fmt::format("{}: 0 < low <= start <= high, and prior_cv is not negative", parameter.name),
        table.at());
  }
  table.finish();
  return parameter;
}

PlanStage read_stage(TomlTable table) {
  PlanStage stage;
  table.require({"id", "parameters"});
  stage.id = table.text("id").value;
  stage.why = table.text("why").value;
  stage.arms = texts(table.field("arms"));
  stage.ratios = texts(table.field("ratios"));
  stage.metrics = texts(table.field("metrics"));
  for (TomlTable& parameter : table.tables("parameters")) {
    stage.parameters.push_back(read_parameter(std::move(parameter)));
  }
  table.finish();
  return stage;
}

void read_plan(TomlTable root, StudyPlan& plan) {
  root.require({"model"});
  plan.model = root.text("model").value;
  plan.error = root.number("error").value_or(plan.error);
  plan.metabolite_error = root.number("metabolite_error").value_or(plan.metabolite_error);
  for (TomlTable& table : root.tables("stages")) {
    plan.stages.push_back(read_stage(std::move(table)));
  }
  for (TomlTable& table : root.tables("arms")) {
    plan.arms.push_back(read_arm(std::move(table)));
  }
  for (TomlTable& table : root.tables("ratios")) {
    plan.ratios.push_back(read_ratio(std::move(table)));
  }
  for (TomlTable& table : root.tables("conflicts")) {
    plan.conflicts.push_back({table.text("title").value, table.text("sentence").value,
                              texts(table.field("rows")), texts(table.field("metrics")),
                              table.text("analyte").value});
    table.finish();
  }
  for (TomlTable& table : root.tables("unused")) {
    plan.unused.push_back({table.text("id").value, table.text("reason").value});
    table.finish();
  }
  for (TomlTable& table : root.tables("bars")) {
    table.require({"route", "analyte", "published"});
    plan.bars.push_back({table.text("route").value, table.text("analyte").value,
                         table.number("published").value_or(0.0), table.number("demanded")});
    table.finish();
  }
  for (const PlanStage& stage : plan.stages) {
    const auto known_arm = [&](const std::string& id) {
      return std::ranges::any_of(plan.arms, [&](const PlanArm& arm) { return arm.id == id; });
    };
    const auto known_ratio = [&](const std::string& id) {
      return std::ranges::any_of(plan.ratios, [&](const PlanRatio& r) { return r.id == id; });
    };
    for (const std::string& id : stage.arms) {
      if (!known_arm(id)) {
        root.report("plan.unknown_arm", fmt::format("stage {}: no arm '{}'", stage.id, id),
                    root.at());
      }
    }
    for (const std::string& id : stage.ratios) {
      if (!known_ratio(id)) {
        root.report("plan.unknown_arm", fmt::format("stage {}: no ratio '{}'", stage.id, id),
                    root.at());
      }
    }
  }
  root.finish();
}

}  // namespace

tl::expected<StudyPlan, Diagnostics> parse_study_plan(std::string_view text,
                                                      std::string_view file) {
  TomlDocument document(text, file);
  StudyPlan plan;
  plan.file = file;
  if (document.parsed()) {
    TomlTable root = document.root();
    if (document.check_format(root, format_kind, "plan")) {
      read_plan(std::move(root), plan);
    }
  }
  if (document.has_errors()) {
    return tl::unexpected(document.take_diagnostics());
  }
  return plan;
}

tl::expected<StudyPlan, Diagnostics> load_study_plan(const std::filesystem::path& path) {
  const auto text = read_text_file(path);
  if (!text) {
    return tl::unexpected(text.error());
  }
  return parse_study_plan(*text, path.string());
}

}  // namespace ketascope
