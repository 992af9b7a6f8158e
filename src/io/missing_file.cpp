// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/io/missing_file.hpp"

#include <utility>

#include "io/toml_reader.hpp"

namespace ketascope {
namespace {

constexpr std::string_view format_kind = "ketascope-missing";
constexpr int first_year = 1900;
constexpr int last_year = 2200;

std::vector<std::string> texts_of(TomlTable& table, std::string_view name) {
  std::vector<std::string> values;
  for (TextAt& text : table.texts(name)) {
    values.push_back(std::move(text.value));
  }
  return values;
}

MissingModel read_entry(TomlTable table) {
  MissingModel entry;
  table.require({"id", "citation", "what", "missing"});
  entry.id = table.text("id").value;
  entry.citation = table.text("citation").value;
  entry.doi = table.text("doi").value;
  entry.doi_missing = table.text("doi_missing").value;
  entry.what = table.text("what").value;
  entry.note = table.text("note").value;
  if (const TomlField year = table.field("year")) {
    entry.year = year.integer_between(first_year, last_year, "missing.year");
  }
  entry.missing = texts_of(table, "missing");
  entry.known = texts_of(table, "known");
  table.finish();
  return entry;
}

}  // namespace

tl::expected<std::vector<MissingModel>, Diagnostics> parse_missing_file(std::string_view text,
                                                                        std::string_view file) {
  TomlDocument document(text, file);
  std::vector<MissingModel> entries;
  if (document.parsed()) {
    TomlTable root = document.root();
    if (document.check_format(root, format_kind, "missing")) {
      for (TomlTable& table : root.tables("missing")) {
        entries.push_back(read_entry(std::move(table)));
      }
      root.finish();
    }
  }
  if (document.has_errors()) {
    return tl::make_unexpected(document.take_diagnostics());
  }
  return entries;
}

}  // namespace ketascope
