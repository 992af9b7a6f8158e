// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/saved_text.hpp"

#include <fmt/format.h>

#include "io/toml_writer.hpp"

namespace ketascope {
namespace {

constexpr int most_scenarios = 1'000'000;

SavedModel read_model(TomlTable table) {
  SavedModel model;
  table.require({"id", "equations"});
  model.id = table.text("id").value;
  model.equations = table.text("equations").value;
  for (const TomlField& field : table.table("parameters").fields()) {
    if (auto value = field.measure()) {
      model.parameters[field.name().value] = std::move(value->value);
    }
  }
  table.finish();
  return model;
}

SavedResult read_result(TomlTable table) {
  SavedResult result;
  table.require({"scenario", "output", "cmax", "tmax", "auc"});
  result.scenario =
      table.field("scenario").integer_between(1, most_scenarios, "scenario.saved").value_or(1) - 1;
  result.output = table.text("output").value;
  for (const auto& [name, value] :
       {std::pair("cmax", &result.cmax), std::pair("auc", &result.auc)}) {
    if (auto measure = table.measure(name)) {
      *value = std::move(measure->value);
    }
  }
  if (auto tmax = table.field("tmax").measure_of(dimensions::time)) {
    result.tmax = std::move(tmax->value);
  }
  table.finish();
  return result;
}

}  // namespace

SavedState read_saved(TomlTable table) {
  SavedState state;
  table.require({"engine"});
  state.engine = table.text("engine").value;
  for (TomlTable& model : table.tables("models")) {
    state.models.push_back(read_model(std::move(model)));
  }
  for (TomlTable& result : table.tables("results")) {
    state.results.push_back(read_result(std::move(result)));
  }
  table.finish();
  return state;
}

std::string saved_text(const SavedState& state) {
  std::string text = fmt::format(
      "# What this file gave when it was saved: compared when it is opened again.\n"
      "[saved]\nengine = {}\n",
      toml_text(state.engine));
  if (!state.models.empty()) {
    text += "models = [\n";
    for (const SavedModel& model : state.models) {
      std::string parameters;
      for (const auto& [name, value] : model.parameters) {
        parameters += fmt::format("{}{} = {}", parameters.empty() ? "" : ", ", toml_key(name),
                                  toml_measure(value));
      }
      text += fmt::format("  {{ id = {}, equations = {}, parameters = {{ {} }} }},\n",
                          toml_text(model.id), toml_text(model.equations), parameters);
    }
    text += "]\n";
  }
  if (!state.results.empty()) {
    text += "results = [\n";
    for (const SavedResult& result : state.results) {
      text += fmt::format("  {{ scenario = {}, output = {}, cmax = {}, tmax = {}, auc = {} }},\n",
                          result.scenario + 1, toml_text(result.output), toml_measure(result.cmax),
                          toml_measure(result.tmax), toml_measure(result.auc));
    }
    text += "]\n";
  }
  return text;
}

}  // namespace ketascope
