// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "ketascope/diagnostic/diagnostic.hpp"

namespace ketascope::cli {

/// Texts that diagnostics point into, besides files on disk: option name -> what was typed.
using TypedTexts = std::map<std::string, std::string>;

/// Prints to standard error, every problem with its line and caret where the text is at hand.
void print(const Diagnostics& diagnostics, const TypedTexts& typed = {});

/// A line to standard error: "note: ...", "wrote ...".
void say(std::string_view line);

/// That a command cannot be what was typed, and where examples are. Returns the exit code.
int usage(std::string_view command, std::string_view message);

/// To standard output. False, with a message, when it cannot be written.
bool put(std::string_view text);

}  // namespace ketascope::cli
