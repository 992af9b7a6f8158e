// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console.hpp"

#include <fmt/format.h>

#include <cstdio>

#include "cli/commands.hpp"
#include "ketascope/io/diagnostics.hpp"

namespace ketascope::cli {

void print(const Diagnostics& diagnostics, const TypedTexts& typed) {
  TypedTexts texts = typed;
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics) {
    auto text = texts.find(diagnostic.file);
    if (text == texts.end() && !diagnostic.file.empty() && diagnostic.at.line > 0) {
      auto read = read_text_file(diagnostic.file);
      text = texts.emplace(diagnostic.file, read ? std::move(*read) : std::string()).first;
    }
    out += format(diagnostic, text == texts.end() ? std::string_view() : text->second) + "\n";
  }
  std::fwrite(out.data(), 1, out.size(), stderr);
}

void say(std::string_view line) {
  const std::string text = std::string(line) + "\n";
  std::fwrite(text.data(), 1, text.size(), stderr);
}

int usage(std::string_view command, std::string_view message) {
  say(fmt::format("ketascope {}: {}", command, message));
  say(fmt::format("`ketascope {} --help` shows examples.", command));
  return exit_usage;
}

bool put(std::string_view text) {
  const bool written =
      std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  if (!written) {
    say("error: standard output cannot be written");
  }
  return written;
}

}  // namespace ketascope::cli
