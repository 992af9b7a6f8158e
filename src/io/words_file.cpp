// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/io/words_file.hpp"

#include <fmt/format.h>

#include <set>
#include <utility>

#include "io/toml_reader.hpp"

namespace ketascope {
namespace {

std::set<char> places(std::string_view text) {
  std::set<char> found;
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    if (text[i] == '{' && text[i + 2] == '}' && text[i + 1] >= '0' && text[i + 1] <= '9') {
      found.insert(text[i + 1]);
    }
  }
  return found;
}

void read_table(TomlTable table, WordTable& words) {
  for (const TomlField& field : table.fields()) {
    const std::string english = field.name().value;
    std::string translation = field.text().value;
    if (field.kind() != TomlKind::text) {
      continue;
    }
    if (translation.empty()) {
      field.report("words.empty", fmt::format("'{}' has no translation", english),
                   "leave the line out: what is not there stays English");
    } else if (places(english) != places(translation)) {
      field.report("words.place",
                   fmt::format("'{}' and its translation have different places", english));
    } else if (!words.emplace(english, std::move(translation)).second) {
      field.report("words.twice", fmt::format("'{}' is there twice", english));
    }
  }
  table.finish();
}

}  // namespace

tl::expected<WordTable, Diagnostics> parse_words_file(std::string_view text,
                                                      std::string_view file) {
  TomlDocument document(text, file);
  WordTable words;
  if (document.parsed()) {
    TomlTable root = document.root();
    if (document.check_format(root, "ketascope-words", "words")) {
      for (const TomlField& field : root.fields()) {
        if (field.name().value != "format") {
          read_table(field.table(), words);
        }
      }
      root.finish();
    }
  }
  if (document.has_errors()) {
    return tl::make_unexpected(document.take_diagnostics());
  }
  return words;
}

tl::expected<WordTable, Diagnostics> load_words_file(const std::filesystem::path& path) {
  const auto text = read_text_file(path);
  if (!text) {
    return tl::make_unexpected(text.error());
  }
  return parse_words_file(*text, path.string());
}

}  // namespace ketascope
