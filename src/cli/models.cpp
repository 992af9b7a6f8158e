// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <filesystem>
#include <system_error>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "ketascope/app/card.hpp"
#include "ketascope/app/export.hpp"
#include "ketascope/app/library.hpp"
#include "ketascope/app/model_template.hpp"
#include "ketascope/app/table.hpp"

namespace ketascope::cli {
namespace {

std::string route_list(const Model& model) {
  std::string text;
  for (const Route& route : model.routes) {
    text += (text.empty() ? "" : " ") + route.id;
  }
  return text;
}

std::string output_list(const Model& model) {
  std::string text;
  for (const Output& output : model.outputs) {
    if (output.kind == "concentration") {
      text += (text.empty() ? "" : ", ") + output.name;
    }
  }
  return text;
}

std::string overview(std::span<const ModelPtr> models) {
  TextTable table({{"model"}, {"grade"}, {"drug"}, {"site"}, {"routes"}, {"outputs"}, {"title"}});
  for (const ModelPtr& model : models) {
    table.add_row({model->id, std::string(to_text(model->grade)), std::string(to_text(model->form)),
                   model->site, route_list(*model), output_list(*model), model->title});
  }
  return table.text();
}

std::string what_is_missing(std::span<const MissingModel> models) {
  std::string text;
  const auto list = [&](std::string_view title, const std::vector<std::string>& items) {
    for (const std::string& item : items) {
      text += fmt::format("  {} {}\n", title, item);
    }
  };
  for (const MissingModel& model : models) {
    text += fmt::format("{}{}: {}\n", text.empty() ? "" : "\n", model.id, model.what);
    text += fmt::format("  {}{}\n", model.citation, model.doi.empty() ? "" : " " + model.doi);
    list("missing:", model.missing);
    list("known:  ", model.known);
    if (!model.note.empty()) {
      text += fmt::format("  note:    {}\n", model.note);
    }
  }
  return text;
}

int missing_command(const Library& library) {
  const auto missing = library.missing_models();
  if (!missing) {
    print(missing.error());
    return exit_problems;
  }
  return put(missing->empty() ? "No model is known to be missing.\n" : what_is_missing(*missing))
             ? exit_ok
             : exit_problems;
}

}  // namespace

int models_command(const ModelsOptions& options) {
  const Library library = Library::standard();
  if (options.missing) {
    return missing_command(library);
  }
  std::vector<ModelPtr> models;
  bool broken = false;
  for (const std::string& id : library.model_ids()) {
    if (auto model = library.model(id)) {
      models.push_back(std::move(*model));
    } else {
      print(model.error());
      broken = true;
    }
  }
  if (models.empty() && !broken) {
    say("There are no models: set KETASCOPE_MODEL_PATH to a models folder.");
    return exit_problems;
  }
  const std::string text = options.json ? models_json(models) : overview(models);
  return put(text) && !broken ? exit_ok : exit_problems;
}

int show_command(const ShowOptions& options) {
  const Library library = Library::standard();
  const auto model = library.model(options.model);
  if (!model) {
    print(model.error());
    return exit_problems;
  }
  if (options.html.empty()) {
    return put(model_card_text(**model)) ? exit_ok : exit_problems;
  }
  const std::string card = model_card_page(**model);
  if (options.html == "-") {
    return put(card) ? exit_ok : exit_problems;
  }
  if (const auto written = write_file(options.html, card); !written) {
    print(written.error());
    return exit_problems;
  }
  say("wrote " + options.html);
  return exit_ok;
}

int new_model_command(const NewModelOptions& options) {
  const auto text = model_template(options.id);
  if (!text) {
    print(text.error());
    return exit_problems;
  }
  if (options.out == "-") {
    return put(*text) ? exit_ok : exit_problems;
  }
  const std::string path = options.out.empty() ? options.id + ".toml" : options.out;
  std::error_code ignored;
  if (std::filesystem::exists(path, ignored)) {
    say(fmt::format("error: {} is there already; it was left as it is", path));
    return exit_problems;
  }
  if (const auto written = write_file(path, *text); !written) {
    print(written.error());
    return exit_problems;
  }
  say("wrote " + path);
  return exit_ok;
}

}  // namespace ketascope::cli
