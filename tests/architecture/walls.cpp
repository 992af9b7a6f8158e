// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/walls.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <iterator>
#include <optional>
#include <span>
#include <sstream>

namespace ketascope::walls {
namespace {

using namespace std::string_view_literals;

// Layers from the bottom to the top; a room may use itself and what stands before it. Inside core
// every room is a step of its own.
constexpr std::array rooms{"diagnostic"sv, "units"sv,      "expr"sv, "model"sv, "dosing"sv, "sim"sv,
                           "analysis"sv,   "population"sv, "io"sv,   "app"sv,   "cli"sv};
constexpr std::size_t core_room_count = 8;

// Rooms of the desktop, in the same sense.
constexpr std::array ui_rooms{"viewmodel"sv, "plot"sv, "widgets"sv};

constexpr std::array headers_core_must_not_use{
    "fstream"sv,  "filesystem"sv, "chrono"sv,       "iostream"sv,  "cstdio"sv, "stdio.h"sv,
    "locale"sv,   "clocale"sv,    "locale.h"sv,     "ctime"sv,     "time.h"sv, "syncstream"sv,
    "unistd.h"sv, "fmt/os.h"sv,   "fmt/chrono.h"sv, "sys/time.h"sv};

constexpr std::array words_core_must_not_use{
    "getenv"sv,  "secure_getenv"sv, "setlocale"sv,    "fopen"sv,        "printf"sv,
    "fprintf"sv, "system_clock"sv,  "steady_clock"sv, "random_device"sv};

struct Include {
  int line = 0;
  std::string header;
};

bool starts_with_any(std::string_view text, std::span<const std::string_view> prefixes) {
  return std::ranges::any_of(prefixes, [&](std::string_view p) { return text.starts_with(p); });
}

bool is_cpp(std::string_view path) {
  return path.ends_with(".cpp") || path.ends_with(".hpp");
}

bool is_script(std::string_view path) {
  return path.ends_with(".sh") || path.ends_with(".cmake") || path.ends_with("CMakeLists.txt") ||
         path == ".ci/run";
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  std::istringstream in{std::string(text)};
  for (std::string line; std::getline(in, line);) {
    lines.push_back(line);
  }
  return lines;
}

std::string_view trim_left(std::string_view text) {
  const auto start = text.find_first_not_of(" \t");
  return start == std::string_view::npos ? std::string_view{} : text.substr(start);
}

std::optional<std::string> included_header(std::string_view line) {
  line = trim_left(line);
  if (!line.starts_with('#')) {
    return std::nullopt;
  }
  line = trim_left(line.substr(1));
  if (!line.starts_with("include")) {
    return std::nullopt;
  }
  line = trim_left(line.substr(7));
  if (line.empty() || (line.front() != '<' && line.front() != '"')) {
    return std::nullopt;
  }
  const auto end = line.find(line.front() == '<' ? '>' : '"', 1);
  if (end == std::string_view::npos) {
    return std::nullopt;
  }
  return std::string(line.substr(1, end - 1));
}

std::vector<Include> includes_of(const SourceFile& file) {
  std::vector<Include> found;
  int number = 0;
  for (const std::string& line : lines_of(file.content)) {
    ++number;
    if (auto header = included_header(line)) {
      found.push_back({number, *header});
    }
  }
  return found;
}

/// Position of the first folder of `path` in `names`.
std::optional<std::size_t> room_index(std::string_view path,
                                      std::span<const std::string_view> names) {
  const std::string_view first = path.substr(0, path.find('/'));
  const auto it = std::ranges::find(names, first);
  if (first.size() == path.size() || it == names.end()) {
    return std::nullopt;
  }
  return static_cast<std::size_t>(it - names.begin());
}

/// Room that a file lives in: src/<room>/... or include/ketascope/<room>/...
std::optional<std::size_t> room_of_file(std::string_view path) {
  for (const std::string_view prefix : {"src/"sv, "include/ketascope/"sv}) {
    if (path.starts_with(prefix)) {
      return room_index(path.substr(prefix.size()), rooms);
    }
  }
  return std::nullopt;
}

/// Room of the desktop that a file lives in: ui/<room>/...
std::optional<std::size_t> ui_room_of_file(std::string_view path) {
  if (!path.starts_with("ui/")) {
    return std::nullopt;
  }
  return room_index(path.substr(3), ui_rooms);
}

std::string_view without_project_prefix(std::string_view header) {
  constexpr auto prefix = "ketascope/"sv;
  return header.starts_with(prefix) ? header.substr(prefix.size()) : header;
}

bool is_qt_header(std::string_view header) {
  const std::string_view name = header.substr(0, header.find('/'));
  return name.starts_with("Qt") || (name.size() > 1 && name[0] == 'Q' &&
                                    std::isupper(static_cast<unsigned char>(name[1])) != 0);
}

/// A library's header and the only places that may include it.
struct Confined {
  std::string_view header;
  std::string_view where;
  bool (*allowed)(std::string_view path);
};

constexpr std::array confined{
    Confined{"qcustomplot.h", "ui/plot/*.cpp",
             [](std::string_view path) {
               return path.starts_with("ui/plot/") && path.ends_with(".cpp");
             }},
    Confined{"boost/numeric/odeint", "src/sim/ode_*.cpp, src/sim/*odeint* and its tests",
             [](std::string_view path) {
               return (path.starts_with("src/sim/ode_") && path.ends_with(".cpp")) ||
                      ((path.starts_with("src/sim/") || path.starts_with("tests/core/")) &&
                       path.find("odeint") != std::string_view::npos);
             }},
    Confined{"toml++/", "src/io and tests",
             [](std::string_view path) {
               return path.starts_with("src/io/") || path.starts_with("tests/");
             }},
    Confined{"CLI/", "src/cli and src/mpi",
             [](std::string_view path) {
               return path.starts_with("src/cli/") || path.starts_with("src/mpi/");
             }},
    Confined{"mpi.h", "src/mpi",
             [](std::string_view path) { return path.starts_with("src/mpi/"); }},
    Confined{"netcdf.h", "src/io and tests",
             [](std::string_view path) {
               return path.starts_with("src/io/") || path.starts_with("tests/");
             }},
    Confined{"nlohmann/", "src/app, src/cli and tests", [](std::string_view path) {
               return path.starts_with("src/app/") || path.starts_with("src/cli/") ||
                      path.starts_with("tests/");
             }}};

class Checker {
 public:
  explicit Checker(const SourceFile& file) : file_(file) {}

  std::vector<Violation> run() {
    check_licence_line();
    check_unfinished_marks();
    if (is_cpp(file_.path)) {
      check_includes();
      check_core_words();
    }
    return std::move(found_);
  }

 private:
  void report(int line, const std::string& what) {
    found_.push_back(file_.path + ":" + std::to_string(line) + ": " + what);
  }

  void check_licence_line() {
    constexpr auto tag = "SPDX-License-Identifier: GPL-3.0-or-later"sv;
    const auto lines = lines_of(file_.content);
    const auto is_tag = [&](std::size_t index, std::string_view comment) {
      return index < lines.size() && lines[index] == std::string(comment) + std::string(tag);
    };
    if (is_cpp(file_.path) && !is_tag(0, "// ")) {
      report(1, "the first line must be the SPDX licence line");
    }
    if (is_script(file_.path)) {
      const bool shebang = !lines.empty() && lines[0].starts_with("#!");
      if (!is_tag(shebang ? 1 : 0, "# ")) {
        report(1, "the first line (after #!) must be the SPDX licence line");
      }
    }
  }

  void check_unfinished_marks() {
    // Spelled in halves, or this file would accuse itself.
    const std::array marks{std::string("TO") + "DO", std::string("FIX") + "ME"};
    int number = 0;
    for (const std::string& line : lines_of(file_.content)) {
      ++number;
      for (const std::string& mark : marks) {
        if (contains_word(line, mark)) {
          report(number, "unfinished work is marked with " + mark);
        }
      }
    }
  }

  void check_includes() {
    const auto own_room = room_of_file(file_.path);
    const bool ui = file_.path.starts_with("ui/");
    const auto own_ui_room = ui_room_of_file(file_.path);
    for (const Include& include : includes_of(file_)) {
      check_qt(include);
      check_confined(include);
      const std::string_view target = without_project_prefix(include.header);
      const auto target_room = room_index(target, rooms);
      if (own_room) {
        check_room_order(include, *own_room, target_room);
        check_core_header(include, *own_room);
        if (room_index(target, ui_rooms) || target.starts_with("ui/")) {
          report(include.line, "includes \"" + include.header + "\" of the desktop");
        }
      }
      if (ui && target_room && rooms[*target_room] == "cli") {
        report(include.line, "the desktop includes \"" + include.header + "\" of the command line");
      }
      const auto target_ui_room = room_index(target, ui_rooms);
      if (own_ui_room && target_ui_room && *target_ui_room > *own_ui_room) {
        report(include.line, "ui/" + std::string(ui_rooms[*own_ui_room]) + " includes \"" +
                                 include.header + "\" of ui/" +
                                 std::string(ui_rooms[*target_ui_room]));
      }
    }
  }

  void check_qt(const Include& include) {
    static constexpr std::array allowed{"ui/"sv, "tests/ui/"sv};
    if (is_qt_header(include.header) && !starts_with_any(file_.path, allowed)) {
      report(include.line, "includes <" + include.header + "> of Qt outside ui/ and tests/ui/");
    }
  }

  void check_confined(const Include& include) {
    for (const Confined& rule : confined) {
      if (include.header.starts_with(rule.header) && !rule.allowed(file_.path)) {
        report(include.line, "includes <" + include.header + ">, which belongs only into " +
                                 std::string(rule.where));
      }
    }
  }

  void check_room_order(const Include& include, std::size_t own,
                        std::optional<std::size_t> target) {
    if (target && *target > own) {
      report(include.line, std::string(rooms[own]) + " includes \"" + include.header +
                               "\" of the higher room " + std::string(rooms[*target]));
    }
  }

  void check_core_header(const Include& include, std::size_t own) {
    if (own < core_room_count && std::ranges::find(headers_core_must_not_use, include.header) !=
                                     headers_core_must_not_use.end()) {
      report(include.line, "core includes <" + include.header +
                               ">: it touches no file, clock, locale, environment or log");
    }
  }

  void check_core_words() {
    const auto own = room_of_file(file_.path);
    if (!own || *own >= core_room_count) {
      return;
    }
    int number = 0;
    for (const std::string& line : lines_of(code_only(file_.content))) {
      ++number;
      for (const std::string_view word : words_core_must_not_use) {
        if (contains_word(line, word)) {
          report(number, "core uses " + std::string(word) +
                             ": it touches no file, clock, locale, environment or log");
        }
      }
    }
  }

  static bool contains_word(std::string_view line, std::string_view word) {
    const auto is_part = [](char c) {
      return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
    };
    for (auto at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1)) {
      const bool open_left = at == 0 || !is_part(line[at - 1]);
      const auto end = at + word.size();
      if (open_left && (end == line.size() || !is_part(line[end]))) {
        return true;
      }
    }
    return false;
  }

  const SourceFile& file_;
  std::vector<Violation> found_;
};

bool is_left_out(std::string_view name) {
  return name == ".git" || name == "out" || name == ".cache" || name.starts_with("build");
}

bool is_watched(std::string_view path) {
  return is_cpp(path) || is_script(path) || path.ends_with(".md") || path.ends_with(".toml");
}

}  // namespace

std::string code_only(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t i = 0;
  const auto skip_until = [&](std::string_view end) {
    const auto at = text.find(end, i);
    const auto stop = at == std::string_view::npos ? text.size() : at + end.size();
    for (; i < stop; ++i) {
      if (text[i] == '\n') {
        out += '\n';
      }
    }
  };
  while (i < text.size()) {
    const std::string_view rest = text.substr(i);
    if (rest.starts_with("//")) {
      const auto at = text.find('\n', i);
      i = at == std::string_view::npos ? text.size() : at;
    } else if (rest.starts_with("/*")) {
      i += 2;
      skip_until("*/");
      out += ' ';
    } else if (rest.starts_with("R\"")) {
      const auto open = text.find('(', i);
      if (open == std::string_view::npos) {
        i = text.size();
        continue;
      }
      const std::string end = ")" + std::string(text.substr(i + 2, open - i - 2)) + "\"";
      i = open;
      skip_until(end);
      out += "\"\"";
    } else if (rest.front() == '"' ||
               (rest.front() == '\'' &&
                (i == 0 || std::isalnum(static_cast<unsigned char>(text[i - 1])) == 0))) {
      const char quote = rest.front();
      for (++i; i < text.size() && text[i] != quote && text[i] != '\n'; ++i) {
        if (text[i] == '\\') {
          ++i;
        }
      }
      if (i < text.size() && text[i] == quote) {
        ++i;
      }
      out += quote;
      out += quote;
    } else {
      out += rest.front();
      ++i;
    }
  }
  return out;
}

std::vector<Violation> violations(const SourceFile& file) {
  return Checker(file).run();
}

std::vector<SourceFile> read_tree(const std::filesystem::path& root) {
  std::vector<SourceFile> files;
  for (auto it = std::filesystem::recursive_directory_iterator(root);
       it != std::filesystem::recursive_directory_iterator(); ++it) {
    if (it->is_directory() && is_left_out(it->path().filename().string())) {
      it.disable_recursion_pending();
      continue;
    }
    const std::string path = it->path().lexically_relative(root).generic_string();
    if (!it->is_regular_file() || !is_watched(path)) {
      continue;
    }
    std::ifstream in(it->path(), std::ios::binary);
    files.push_back({path, {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()}});
  }
  std::ranges::sort(files, {}, &SourceFile::path);
  return files;
}

}  // namespace ketascope::walls
