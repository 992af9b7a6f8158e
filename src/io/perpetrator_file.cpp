// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/io/perpetrator_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "io/dose_reader.hpp"
#include "io/model_pieces.hpp"
#include "io/toml_reader.hpp"

namespace ketascope {
namespace {

constexpr std::string_view format_kind = "ketascope-perpetrator";

ActSpec read_act(TomlTable table) {
  ActSpec act;
  act.at = table.at();
  table.require({"on", "source"});
  act.on = table.text("on");
  act.inhibition = table.text("inhibition");
  act.inactivation = table.text("inactivation");
  act.induction = table.text("induction");
  act.source = table.text("source");
  if (act.inhibition.empty() && act.inactivation.empty() && act.induction.empty()) {
    table.report("perpetrator.act", fmt::format("nothing is done to '{}'", act.on.value), act.at,
                 "give inhibition, inactivation or induction");
  }
  table.finish();
  return act;
}

RegimenSpec read_regimen(TomlTable table, const ModelSpec& pieces) {
  RegimenSpec regimen;
  regimen.at = table.at();
  table.require({"id", "label", "doses", "source"});
  regimen.id = table.text("id");
  regimen.label = table.text("label");
  regimen.source = table.text("source");
  const TomlField doses = table.field("doses");
  regimen.doses = read_doses(doses, "perpetrator", true);
  for (const DoseSpec& dose : regimen.doses) {
    const bool known = std::ranges::any_of(
        pieces.routes, [&](const RouteSpec& route) { return route.id.value == dose.route; });
    if (!known) {
      doses.report("perpetrator.route", fmt::format("there is no route '{}'", dose.route));
    }
  }
  table.finish();
  return regimen;
}

void read_perpetrator(TomlDocument& document, TomlTable root, PerpetratorSpec& spec) {
  ModelSpec& pieces = spec.pieces;
  root.require({"id", "title", "summary", "grade", "citation"});
  pieces.id = root.text("id");
  pieces.title = root.text("title");
  pieces.summary = root.text("summary");
  const TomlField grade = root.field("grade");
  pieces.grade = grade.text();
  pieces.grade_reason = root.text("grade_reason");
  pieces.left_out = root.texts("left_out");
  pieces.notes = root.texts("notes");
  if (grade && pieces.grade.value != "published" && pieces.grade.value != "composite" &&
      pieces.grade.value != "unverified" && pieces.grade.value != "user") {
    grade.report("perpetrator.unknown_value",
                 fmt::format("'grade' cannot be '{}'", pieces.grade.value),
                 "one of: published, composite, unverified, user");
  }
  pieces.citation = root.text("citation");
  for (TomlTable& table : root.named_tables("parameters")) {
    pieces.parameters.push_back(read_parameter(std::move(table)));
  }
  for (TomlTable& table : root.named_tables("definitions")) {
    pieces.definitions.push_back(read_definition(std::move(table)));
  }
  for (TomlTable& table : root.named_tables("compartments")) {
    pieces.compartments.push_back(read_compartment(std::move(table)));
  }
  for (TomlTable& table : root.tables("flows")) {
    pieces.flows.push_back(read_flow(std::move(table)));
  }
  for (TomlTable& table : root.tables("routes")) {
    pieces.routes.push_back(read_route(std::move(table)));
  }
  for (TomlTable& table : root.tables("acts")) {
    spec.acts.push_back(read_act(std::move(table)));
  }
  for (TomlTable& table : root.tables("regimens")) {
    spec.regimens.push_back(read_regimen(std::move(table), pieces));
  }
  if (spec.acts.empty() && !document.has_errors()) {
    root.report("perpetrator.no_acts", "no [[acts]]: it does nothing to any enzyme", root.at());
  }
  if (spec.regimens.empty() && !document.has_errors()) {
    root.report("perpetrator.no_regimen", "no [[regimens]]: how it is taken", root.at());
  }
  root.finish();
}

}  // namespace

tl::expected<PerpetratorSpec, Diagnostics> parse_perpetrator_file(std::string_view text,
                                                                  std::string_view file) {
  TomlDocument document(text, file);
  PerpetratorSpec spec;
  spec.pieces.file = file;
  if (document.parsed()) {
    TomlTable root = document.root();
    if (document.check_format(root, format_kind, "perpetrator")) {
      read_perpetrator(document, std::move(root), spec);
    }
  }
  if (document.has_errors()) {
    return tl::unexpected(document.take_diagnostics());
  }
  Diagnostics found = check_perpetrator(spec);
  if (has_errors(found)) {
    sort_by_place(found);
    return tl::unexpected(std::move(found));
  }
  return spec;
}

tl::expected<PerpetratorSpec, Diagnostics> load_perpetrator_file(
    const std::filesystem::path& path) {
  const auto text = read_text_file(path);
  if (!text) {
    return tl::unexpected(text.error());
  }
  return parse_perpetrator_file(*text, path.string());
}

}  // namespace ketascope
