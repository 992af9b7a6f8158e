// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/io/targets.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <set>
#include <system_error>

namespace ketascope {
namespace {

namespace fs = std::filesystem;

/// One file by any of its names.
fs::path real_name(const fs::path& path) {
  std::error_code failure;
  fs::path real = fs::weakly_canonical(fs::absolute(path, failure), failure);
  return failure ? path.lexically_normal() : real;
}

}  // namespace

Diagnostics check_targets(std::span<const std::string> targets) {
  Diagnostics problems;
  const auto refuse = [&](const char* code, std::string message) {
    problems.push_back({Severity::error, code, std::move(message), {}, {}, {}});
  };
  std::set<fs::path> seen;
  int to_stdout = 0;
  for (const std::string& target : targets) {
    if (target.empty()) {
      continue;
    }
    if (target == "-") {
      if (++to_stdout == 2) {
        refuse("file.twice", "two results cannot both go to standard output");
      }
      continue;
    }
    const fs::path path(target);
    std::error_code ignored;
    const bool exists = fs::exists(path, ignored);
    if (exists && fs::is_directory(path, ignored)) {
      refuse("file.unwritable", fmt::format("'{}' is a folder", target));
      continue;
    }
    if (exists && access(path.c_str(), W_OK) != 0) {
      refuse("file.unwritable", fmt::format("'{}' cannot be written", target));
      continue;
    }
    if (exists && !fs::is_regular_file(path, ignored)) {
      continue;  // a device takes as much as comes, and needs nothing of its folder
    }
    if (!seen.insert(real_name(path)).second) {
      refuse("file.twice", fmt::format("'{}' is named for two results", target));
    }
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    if (!fs::is_directory(folder, ignored)) {
      refuse("file.unwritable",
             fmt::format("'{}': there is no folder '{}'", target, folder.string()));
    } else if (access(folder.c_str(), W_OK) != 0) {
      refuse("file.unwritable",
             fmt::format("'{}': folder '{}' cannot be written", target, folder.string()));
    }
  }
  return problems;
}

Diagnostics spare_inputs(std::span<const std::string> targets,
                         std::span<const std::string> inputs) {
  std::set<fs::path> read;
  for (const std::string& input : inputs) {
    read.insert(real_name(input));
  }
  Diagnostics problems;
  for (const std::string& target : targets) {
    if (!target.empty() && target != "-" && read.contains(real_name(target))) {
      problems.push_back(
          {Severity::error,
           "file.input",
           fmt::format("'{}' is read for this result, which would replace it", target),
           {},
           {},
           "give the result another name"});
    }
  }
  return problems;
}

}  // namespace ketascope
