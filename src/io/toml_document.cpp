// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "io/text_check.hpp"
#include "io/toml_guard.hpp"
#include "io/toml_state.hpp"
#include "ketascope/io/diagnostics.hpp"

namespace ketascope {
namespace {

std::vector<std::size_t> find_line_starts(std::string_view text) {
  std::vector<std::size_t> starts{0};
  for (auto i = text.find('\n'); i != std::string_view::npos; i = text.find('\n', i + 1)) {
    starts.push_back(i + 1);
  }
  return starts;
}

}  // namespace

TomlDocument::TomlDocument(std::string_view text, std::string_view file)
    : state_(std::make_unique<TomlState>()) {
  TomlState& state = *state_;
  state.text = without_byte_order_mark(text);
  state.file = file;
  if (auto problem = find_text_problem(text, file, max_text_file_bytes)) {
    state.diagnostics.push_back(std::move(*problem));
    return;
  }
  if (state.text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    state.report(Severity::error, "file.empty", "the file is empty", {}, {});
    return;
  }
  if (auto problem = guard_toml(state.text)) {
    state.report(Severity::error, problem->code, std::move(problem->message),
                 locate(state.text, problem->offset), {});
    return;
  }
  state.line_starts = find_line_starts(state.text);
  try {
    state.root = toml::parse(state.text);
    state.parsed = true;
  } catch (const toml::parse_error& error) {
    std::string message(error.description());
    constexpr std::string_view preamble = "Error while parsing ";
    if (message.starts_with(preamble)) {
      message.replace(0, preamble.size(), "in ");
    }
    const bool duplicate = message.find("cannot redefine") != std::string::npos;
    state.report(Severity::error, duplicate ? "toml.duplicate" : "toml.syntax", std::move(message),
                 location(error.source().begin), {});
  }
}

TomlDocument::~TomlDocument() = default;

bool TomlDocument::parsed() const {
  return state_->parsed;
}

TomlTable TomlDocument::root() {
  TomlTable result;
  result.state_ = state_.get();
  result.node_ = &state_->root;
  result.at_ = {1, 1};
  return result;
}

void TomlDocument::report(Severity severity, std::string_view code, std::string message,
                          SourceLocation at, std::string hint) {
  state_->report(severity, code, std::move(message), at, std::move(hint));
}

bool TomlDocument::check_format(TomlTable& root, std::string_view kind, std::string_view prefix) {
  if (!root.field("format")) {
    // Not through report(): that there is no format says nothing about line 1.
    state_->diagnostics.push_back(
        {Severity::error,
         "toml.missing_field",
         "missing field 'format'",
         state_->file,
         {1, 1},
         fmt::format("this kind of file begins with: format = \"{} 1\"", kind)});
    return true;
  }
  const TomlField field = root.field("format");
  const TextAt format = field.text();
  if (field.kind() != TomlKind::text) {
    return false;
  }
  if (format.value == fmt::format("{} 1", kind)) {
    return true;
  }
  const std::string_view value = format.value;
  const bool same_kind = value.starts_with(kind) && value.substr(kind.size()).starts_with(' ');
  const std::string_view version = same_kind ? value.substr(kind.size() + 1) : std::string_view();
  const bool is_number = !version.empty() && version.front() >= '1' && version.front() <= '9' &&
                         version.find_first_not_of("0123456789") == std::string_view::npos;
  if (is_number) {
    root.report(fmt::format("{}.newer_format", prefix),
                fmt::format("written by a newer Ketascope: format '{}', this program reads '{} 1'",
                            value, kind),
                format.at);
  } else {
    root.report(fmt::format("{}.wrong_format", prefix),
                fmt::format("expected format '{} 1', found '{}'", kind,
                            value.size() <= 64 ? value : "something else"),
                format.at);
  }
  return false;
}

bool TomlDocument::problem_at_line(int line) const {
  return line > 0 && state_->problem_lines.contains(line);
}

bool TomlDocument::has_errors() const {
  return ketascope::has_errors(state_->diagnostics);
}

Diagnostics TomlDocument::take_diagnostics() {
  sort_by_place(state_->diagnostics);
  return std::exchange(state_->diagnostics, {});
}

void sort_by_place(Diagnostics& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.at < b.at; });
}

}  // namespace ketascope
