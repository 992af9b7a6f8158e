// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace ketascope::walls {

/// One file as the rules see it.
struct SourceFile {
  std::string path;     ///< relative to the repository, with forward slashes
  std::string content;  ///< whole text
};

/// One broken rule, ready to print: `path:line: what is wrong`.
using Violation = std::string;

/// Every rule of docs/architecture.md that `file` breaks; empty when it breaks none.
std::vector<Violation> violations(const SourceFile& file);

/// All files under `root` that the rules speak about, sorted by path. Build trees are left out.
std::vector<SourceFile> read_tree(const std::filesystem::path& root);

/// `text` with comments blanked out, and string and character literals emptied; line breaks stay.
std::string code_only(std::string_view text);

}  // namespace ketascope::walls
