// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/io/csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "io/text_check.hpp"

namespace ketascope {
namespace {

bool is_line_end(char c) {
  return c == '\n' || c == '\r';
}

/// The delimiter that occurs most outside quotes in the first row that is not empty.
char find_delimiter(std::string_view text, char comment) {
  constexpr char candidates[] = {',', ';', '\t'};
  std::size_t counts[] = {0, 0, 0};
  bool quoted = false;
  std::size_t begin = text.find_first_not_of("\r\n");
  while (comment != '\0' && begin < text.size() && text[begin] == comment) {
    begin = text.find_first_not_of("\r\n", text.find_first_of("\r\n", begin));
  }
  for (std::size_t i = begin; i < text.size() && (quoted || !is_line_end(text[i])); ++i) {
    if (text[i] == '"') {
      quoted = !quoted;
    }
    for (std::size_t k = 0; k < 3 && !quoted; ++k) {
      counts[k] += text[i] == candidates[k] ? 1 : 0;
    }
  }
  return candidates[std::max_element(std::begin(counts), std::end(counts)) - std::begin(counts)];
}

}  // namespace

void append_csv_field(std::string& out, std::string_view field, char delimiter) {
  const bool space_at_end = !field.empty() && (field.front() == ' ' || field.back() == ' ');
  const bool plain = !space_at_end && std::none_of(field.begin(), field.end(), [=](char c) {
    return c == delimiter || c == '"' || is_line_end(c);
  });
  if (plain) {
    out += field;
    return;
  }
  out += '"';
  for (const char c : field) {
    if (c == '"') {
      out += '"';
    }
    out += c;
  }
  out += '"';
}

void append_csv_row(std::string& out, std::span<const std::string> fields, char delimiter) {
  // A row of one empty field would look like an empty line, which readers skip.
  if (fields.size() == 1 && fields.front().empty()) {
    out += "\"\"\n";
    return;
  }
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) {
      out += delimiter;
    }
    append_csv_field(out, fields[i], delimiter);
  }
  out += '\n';
}

CsvReader::CsvReader(std::string_view text, CsvOptions options)
    : text_(without_byte_order_mark(text)),
      options_(std::move(options)),
      delimiter_(options_.delimiter != '\0' ? options_.delimiter
                                            : find_delimiter(text_, options_.comment)) {}

bool CsvReader::next() {
  while (true) {
    while (position_ < text_.size() && is_line_end(text_[position_])) {
      end_line();
    }
    if (position_ >= text_.size()) {
      raw_.clear();
      fields_.clear();
      return false;
    }
    if (options_.comment != '\0' && text_[position_] == options_.comment) {
      skip_row();
      continue;
    }
    if (read_row()) {
      make_fields();
      return true;
    }
  }
}

bool CsvReader::read_row() {
  raw_.clear();
  row_line_ = line_;
  row_begin_ = position_;
  while (true) {
    Field field;
    if (position_ < text_.size() && text_[position_] == '"') {
      if (!read_quoted(field)) {
        return false;
      }
    } else {
      read_unquoted(field);
    }
    if (position_ - row_begin_ > options_.max_row_bytes) {
      report("csv.long_row", fmt::format("a row longer than {} bytes", options_.max_row_bytes),
             row_begin_, row_line_);
      skip_row();
      return false;
    }
    raw_.push_back(field);
    if (position_ >= text_.size()) {
      return true;
    }
    if (is_line_end(text_[position_])) {
      end_line();
      return true;
    }
    ++position_;  // the delimiter; after a last one there is still an empty field
  }
}

bool CsvReader::read_quoted(Field& field) {
  const std::size_t quote = position_;
  const int quote_line = line_;
  field.begin = ++position_;
  field.line = quote_line;
  while (true) {
    while (position_ < text_.size() && text_[position_] != '"' && !is_line_end(text_[position_])) {
      ++position_;
    }
    if (position_ >= text_.size() || position_ - row_begin_ > options_.max_row_bytes) {
      break;
    }
    if (is_line_end(text_[position_])) {
      end_line();
    } else if (position_ + 1 < text_.size() && text_[position_ + 1] == '"') {
      field.doubled = true;
      position_ += 2;
    } else {
      field.end = position_++;
      if (position_ < text_.size() && text_[position_] != delimiter_ &&
          !is_line_end(text_[position_])) {
        report("csv.quote", "text after the closing quote of a field", position_, line_);
        skip_row();
        return false;
      }
      return true;
    }
  }
  // A quote that nobody closed would swallow the rest of the file: go on after its line.
  report("csv.unclosed_quote", "a quoted field that does not end", quote, quote_line);
  position_ = quote;
  line_ = quote_line;
  skip_row();
  return false;
}

void CsvReader::read_unquoted(Field& field) {
  field.begin = position_;
  field.line = line_;
  const char delimiter = delimiter_;
  const char* const begin = text_.data() + position_;
  const char* const end = text_.data() + text_.size();
  const char* p = begin;
  while (p != end && *p != delimiter && *p != '\n' && *p != '\r') {
    ++p;
  }
  position_ += static_cast<std::size_t>(p - begin);
  field.end = position_;
}

void CsvReader::skip_row() {
  while (position_ < text_.size() && !is_line_end(text_[position_])) {
    ++position_;
  }
  if (position_ < text_.size()) {
    end_line();
  }
}

void CsvReader::end_line() {
  position_ += text_.substr(position_, 2) == "\r\n" ? 2 : 1;
  ++line_;
}

void CsvReader::make_fields() {
  std::size_t needed = 0;
  for (const Field& field : raw_) {
    needed += field.doubled ? field.end - field.begin : 0;
  }
  unescaped_.clear();
  unescaped_.reserve(needed);  // so that views into it stay good while it grows
  fields_.clear();
  for (const Field& field : raw_) {
    const std::string_view raw = text_.substr(field.begin, field.end - field.begin);
    if (!field.doubled) {
      fields_.push_back(raw);
      continue;
    }
    const std::size_t begin = unescaped_.size();
    for (std::size_t i = 0; i < raw.size(); ++i) {
      unescaped_ += raw[i];
      i += raw[i] == '"' ? 1 : 0;
    }
    fields_.push_back(std::string_view(unescaped_).substr(begin));
  }
}

SourceLocation CsvReader::field_at(std::size_t index) const {
  if (index >= raw_.size()) {
    return {row_line_, 0};
  }
  return place(raw_[index].begin, raw_[index].line);
}

SourceLocation CsvReader::place(std::size_t offset, int line) const {
  std::size_t line_begin = offset;
  while (line_begin > 0 && !is_line_end(text_[line_begin - 1])) {
    --line_begin;
  }
  return {line, locate(text_.substr(line_begin, offset - line_begin), offset - line_begin).column};
}

void CsvReader::report(std::string_view code, std::string message, std::size_t offset, int line) {
  diagnostics_.push_back({Severity::error, std::string(code), std::move(message), options_.file,
                          place(offset, line), ""});
}

}  // namespace ketascope
