// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "ketascope/io/diagnostics.hpp"

namespace ketascope {

/// English text -> the same in another language. `{0}` ... `{9}` are places that hold whatever
/// stands there.
using WordTable = std::map<std::string, std::string, std::less<>>;

/// Reads a table of names in another language; the tables in the file only put it in order. Codes:
/// words.wrong_format, words.newer_format, words.place (a place that the English text lacks, or the
/// other way round), words.empty, words.twice, toml.*.
tl::expected<WordTable, Diagnostics> parse_words_file(std::string_view text, std::string_view file);
tl::expected<WordTable, Diagnostics> load_words_file(const std::filesystem::path& path);

}  // namespace ketascope
