// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ketascope/diagnostic/diagnostic.hpp"
#include "ketascope/model/model_spec.hpp"

/// Typed reading of TOML with places. Readers ask for fields; whatever is wrong becomes a
/// diagnostic of the document and the field reads as absent, so that one run finds all problems.
/// toml++ itself is seen through toml_state.hpp only.
namespace ketascope {

class TomlTable;
struct TomlState;

enum class TomlKind { absent, text, number, flag, date, list, table };

/// One value of a table or list, or none.
class TomlField {
 public:
  explicit operator bool() const { return node_ != nullptr; }
  TomlKind kind() const;
  /// Its key, with the key's place.
  TextAt name() const;
  /// Where the value begins; for text, its first character inside the quotes.
  SourceLocation at() const;

  /// The value, or a diagnostic toml.type / toml.not_finite. Absent: empty, at the place of the
  /// table.
  TextAt text() const;
  std::optional<double> number() const;
  std::optional<std::int64_t> integer() const;
  /// `code` when it is a whole number, but not in the range.
  std::optional<int> integer_between(int low, int high, std::string_view code) const;
  std::optional<bool> flag() const;
  std::vector<TextAt> texts() const;
  std::vector<double> numbers() const;
  std::vector<TomlField> items() const;
  TomlTable table() const;
  /// Text with number and unit ("70 kg"); a bare number is dimensionless. `at` is that of text.
  std::optional<MeasureAt> measure() const;
  /// The same, and unit.mismatch when it is of another dimension.
  std::optional<MeasureAt> measure_of(Dimension dimension) const;

  /// "'low': expected text, found a number", at the value.
  void report_type(std::string_view expected) const;
  void report(std::string_view code, std::string message, std::string hint = {}) const;

 private:
  friend class TomlTable;
  friend class TomlDocument;
  std::string_view shown_name() const;
  TomlField(TomlState* state, const TomlTable& owner, const void* key, const void* node);

  TomlState* state_ = nullptr;
  const void* key_ = nullptr;   // toml::key, null for items of a list
  const void* node_ = nullptr;  // toml::node
  std::string_view list_name_;  // of the list that an item belongs to
  SourceLocation owner_at_;
  int header_line_ = 0;
  int outer_line_ = 0;
};

/// A table; knows which fields it was asked for, so that finish() can report the others.
class TomlTable {
 public:
  explicit operator bool() const { return node_ != nullptr; }
  SourceLocation at() const { return at_; }
  /// Its key in the table above.
  const TextAt& name() const { return name_; }
  std::string_view file() const;
  /// As TomlDocument::problem_at_line().
  bool problem_at_line(int line) const;

  TomlField field(std::string_view name);
  TextAt text(std::string_view name) { return field(name).text(); }
  std::optional<double> number(std::string_view name) { return field(name).number(); }
  std::optional<std::int64_t> integer(std::string_view name) { return field(name).integer(); }
  std::optional<bool> flag(std::string_view name) { return field(name).flag(); }
  std::vector<TextAt> texts(std::string_view name) { return field(name).texts(); }
  std::optional<MeasureAt> measure(std::string_view name) { return field(name).measure(); }
  TomlTable table(std::string_view name) { return field(name).table(); }
  /// `[[name]]`, in file order.
  std::vector<TomlTable> tables(std::string_view name);
  /// `[name.x]`, `[name.y]` ..., in file order.
  std::vector<TomlTable> named_tables(std::string_view name);
  /// All fields, in file order; for tables with free names.
  std::vector<TomlField> fields();
  /// `{ value = 1, unit = "mg/L" }`. `at` points into the unit's text, so that an offset inside the
  /// unit maps to a column.
  std::optional<MeasureAt> value_with_unit(std::string_view name);

  /// toml.missing_field for each that is absent. False if any is.
  bool require(std::initializer_list<std::string_view> names);
  /// toml.unknown_field for every field that was never asked for.
  void finish();

  void report(std::string_view code, std::string message, SourceLocation where,
              std::string hint = {});

 private:
  friend class TomlField;
  friend class TomlDocument;

  TomlState* state_ = nullptr;
  const void* node_ = nullptr;  // toml::table
  SourceLocation at_;
  int header_line_ = 0;  // 0 for the root
  int outer_line_ = 0;   // of the table around it
  TextAt name_;
  std::string title_;  // "[parameters.CL]", "[[flows]]", "'molar_mass'"
  std::vector<std::string_view> known_;
};

/// A parsed text and everything found wrong with it.
class TomlDocument {
 public:
  /// `text` must outlive the document. Problems of the text as such (size, encoding, syntax,
  /// nesting) leave parsed() false.
  TomlDocument(std::string_view text, std::string_view file);
  ~TomlDocument();
  TomlDocument(const TomlDocument&) = delete;
  TomlDocument& operator=(const TomlDocument&) = delete;

  bool parsed() const;
  TomlTable root();
  void report(Severity severity, std::string_view code, std::string message, SourceLocation at,
              std::string hint = {});
  /// Reads `format = "<kind> 1"`. False, with a diagnostic, if this is another kind of file
  /// (<prefix>.wrong_format) or a later version (<prefix>.newer_format). An absent format is a
  /// missing field and reads on.
  bool check_format(TomlTable& root, std::string_view kind, std::string_view prefix);

  /// True if a problem was found on this line, or in the table whose header stands on it. What a
  /// later stage finds there may only be a consequence.
  bool problem_at_line(int line) const;
  bool has_errors() const;
  /// All diagnostics, in file order.
  Diagnostics take_diagnostics();

 private:
  std::unique_ptr<TomlState> state_;
};

/// Orders by line and column; equal places keep their order.
void sort_by_place(Diagnostics& diagnostics);

}  // namespace ketascope
