// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ketascope/expr/expression.hpp"
#include "ketascope/model/model.hpp"

/// What the steps of build_model() share: the model that grows, the problems met, the symbol table
/// and the parsed texts. The steps run in the order in which they are declared below.
namespace ketascope::model_detail {

enum class SymbolKind { parameter, covariate, definition, compartment };
std::string_view to_text(SymbolKind kind);

/// A name that expressions may use.
struct Symbol {
  SymbolKind kind = SymbolKind::parameter;
  int index = -1;
  std::optional<Dimension> dimension;  ///< nothing: declared, but its unit is wrong
  SourceLocation at;
};

struct CompartmentCode {
  std::optional<Expression> F, ALAG, D, R, initial, derivative;
};

struct FlowCode {
  std::optional<Expression> rate, amount_rate;
};

struct Context {
  explicit Context(const ModelSpec& model_spec) : spec(model_spec) {}

  const ModelSpec& spec;
  Model model;
  Diagnostics diagnostics;
  std::map<std::string, Symbol, std::less<>> symbols;

  /// As written; nothing where the text is missing or wrong.
  std::vector<std::optional<Expression>> definitions;
  std::vector<CompartmentCode> compartments;
  std::vector<FlowCode> flows;
  std::vector<std::optional<Expression>> outputs;

  std::vector<int> definition_order;  ///< each after those that it uses; lacks those in a cycle
  /// Per definition the name, in its own text, that leads to a state or TIME; empty = none does.
  std::vector<std::string> leads_to_running;

  void error(std::string_view code, SourceLocation at, std::string message, std::string hint = {});

  /// model.missing_field when `text` is empty; `at` is the place of what it belongs to.
  bool require(const TextAt& text, std::string_view field, const std::string& owner,
               SourceLocation at);
  /// model.no_source when `text` is empty.
  void require_source(const TextAt& text, const std::string& owner, SourceLocation at);
  /// model.range when there is a number and it is not finite.
  bool finite(const std::optional<double>& number, std::string_view field, const std::string& owner,
              SourceLocation at);
  /// model.unknown_value when `text` is none of `allowed`; an empty text is missing unless
  /// `allowed` has an empty entry.
  bool one_of(const TextAt& text, std::initializer_list<std::string_view> allowed,
              std::string_view field, const std::string& owner, SourceLocation at);

  /// The unit, or unit.* errors, or model.missing_field when empty.
  std::optional<Unit> unit(const TextAt& text, const std::string& owner, SourceLocation at);
  /// The number in internal units, or unit.* errors; unit.mismatch with `code` when it is given.
  std::optional<double> measure(const MeasureAt& measure, Dimension expected,
                                const std::string& owner, std::string_view mismatch_code = {});

  /// The number as a value of the output (times `extra`, the AUC's time), mass and molar amounts
  /// converted through the molar mass of the output's analyte.
  std::optional<double> measure_of_output(const MeasureAt& measure, int output,
                                          const std::string& owner,
                                          std::string_view mismatch_code = {},
                                          Dimension extra = {});

  /// Reads an expression and demands the dimension. `owner` begins the messages; `demand` goes
  /// before the dimension that is needed ("a first-order rate must be").
  std::optional<Expression> expression(const TextAt& text, std::optional<Dimension> expected,
                                       std::string_view demand, const std::string& owner,
                                       bool dose_allowed = false,
                                       std::optional<Dimension>* found = nullptr);
  /// model.not_constant when the expression depends on a state or TIME.
  void require_constant(const Expression& expression, const TextAt& text, const std::string& owner);
  /// The name in the expression that is, or leads to, a state or TIME; empty = there is none.
  std::string running_name(const Expression& expression) const;

  /// Takes the name for a symbol, or says why it cannot be had.
  void declare(const TextAt& name, SourceLocation at, Symbol symbol);

  int find_analyte(const TextAt& id, const std::string& owner, SourceLocation at);
  int find_compartment(const TextAt& name, std::string_view field, const std::string& owner);

  Dimension amount_dimension() const;
  std::optional<double> molar_mass(int analyte) const;

  std::vector<std::string> names_of(SymbolKind kind) const;
};

/// Place of a byte offset inside a text.
SourceLocation place(const TextAt& text, std::size_t byte_offset);
/// The text's own place, or that of what it belongs to.
SourceLocation place_or(const TextAt& text, SourceLocation at);
/// Byte offset of the first use of the name `symbol` in an expression's text; 0 if there is none.
std::size_t offset_of(std::string_view expression, std::string_view symbol);
/// "a, b and c"
std::string listed(const std::vector<std::string>& names);
std::string quoted(std::string_view text);

void check_header(Context& context);
void declare_symbols(Context& context);
void check_definitions(Context& context);
void check_compartments(Context& context);
void check_flows(Context& context);
void check_outputs(Context& context);
void check_routes(Context& context);
void check_statistics(Context& context);
void check_estimates(Context& context);
void check_checks(Context& context);

/// Fills model.definitions' expressions and model.kinetics. Needs a context without errors.
void compile_kinetics(Context& context);

}  // namespace ketascope::model_detail
