// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "expr/apply.hpp"
#include "expr/walk.hpp"
#include "ketascope/diagnostic/suggest.hpp"
#include "ketascope/expr/program.hpp"

namespace ketascope {

using expr::Node;
using expr::Op;

/// Numbers every distinct value once (common subexpressions meet here), then gives the values
/// that are needed a place. Only rewritings that keep the bits are made.
class ProgramBuilder {
 public:
  ProgramBuilder(std::span<const Expression> outputs, std::span<const std::string> inputs)
      : outputs_(outputs), inputs_(inputs) {}

  tl::expected<Program, std::vector<ExprError>> build() {
    std::vector<expr::NodePointer> roots;
    for (const auto& output : outputs_)
      roots.push_back(output.pointer());
    for (const auto& node : expr::post_order(roots))
      ids_[node.get()] = value_of(*node);
    if (!errors_.empty())
      return tl::unexpected(std::move(errors_));
    for (const auto& root : roots)
      root_ids_.push_back(ids_.at(root.get()));
    return emit();
  }

 private:
  using Id = std::uint32_t;
  static constexpr Id none = 0xFFFFFFFF;

  struct Value {
    Op op = Op::number;
    std::array<Id, 3> args{none, none, none};
    double constant = 0.0;
    std::uint32_t input = 0;
  };

  bool is_constant_value(Id id) const { return values_[id].op == Op::number; }
  bool is_exactly(Id id, double x) const {
    return is_constant_value(id) &&
           std::bit_cast<std::uint64_t>(values_[id].constant) == std::bit_cast<std::uint64_t>(x);
  }

  Id intern(const Value& value) {
    const auto key =
        std::tuple(value.op, value.args, std::bit_cast<std::uint64_t>(value.constant), value.input);
    const auto [found, added] = interned_.try_emplace(key, static_cast<Id>(values_.size()));
    if (added)
      values_.push_back(value);
    return found->second;
  }

  Id constant(double x) { return intern({.constant = x}); }

  Id value_of(const Node& node) {
    if (node.op == Op::number)
      return constant(node.value);
    if (node.op == Op::symbol)
      return input(node);
    std::array<Id, 3> args{none, none, none};
    for (std::size_t i = 0; i < 3 && node.args[i]; ++i)
      args[i] = ids_.at(node.args[i].get());
    return operation(node.op, args[0], args[1], args[2]);
  }

  Id input(const Node& node) {
    const auto found = std::find(inputs_.begin(), inputs_.end(), node.name);
    if (found == inputs_.end()) {
      if (std::find(unknown_.begin(), unknown_.end(), node.name) == unknown_.end()) {
        unknown_.push_back(node.name);
        errors_.push_back({"expr.unknown_symbol", fmt::format("unknown symbol '{}'", node.name),
                           node.place.offset, node.place.length, did_you_mean(node.name, inputs_)});
      }
      return constant(0.0);
    }
    return intern({.op = Op::symbol, .input = static_cast<std::uint32_t>(found - inputs_.begin())});
  }

  Id operation(Op op, Id a, Id b = none, Id c = none) {
    if (const auto id = folded(op, a, b, c))
      return *id;
    switch (op) {
      case Op::mul:
        if (is_exactly(a, 1.0))
          return b;
        if (is_exactly(b, 1.0))
          return a;
        break;
      case Op::div:
        if (is_exactly(b, 1.0))
          return a;
        break;
      case Op::sub:
        if (is_exactly(b, 0.0))
          return a;
        break;
      case Op::neg:
        if (values_[a].op == Op::neg)
          return values_[a].args[0];
        break;
      case Op::pow:
        if (is_constant_value(b)) {
          const double exponent = values_[b].constant;
          if (expr::is_product_power(exponent)) {
            return whole_power(a, static_cast<int>(exponent));
          }
          if (exponent == 0.5)
            return operation(Op::sqrt, a);
        }
        break;
      case Op::select:
        if (is_constant_value(a))
          return values_[a].constant != 0.0 ? b : c;
        if (b == c)
          return b;
        break;
      default:
        break;
    }
    const bool commutes = op == Op::add || op == Op::mul || op == Op::equal ||
                          op == Op::not_equal || op == Op::logic_and || op == Op::logic_or;
    if (commutes && a > b)
      std::swap(a, b);
    return intern({.op = op, .args = {a, b, c}});
  }

  std::optional<Id> folded(Op op, Id a, Id b, Id c) {
    for (const Id id : {a, b, c}) {
      if (id != none && !is_constant_value(id))
        return {};
    }
    const auto x = [&](Id id) { return id == none ? 0.0 : values_[id].constant; };
    return constant(expr::apply(op, x(a), x(b), x(c)));
  }

  /// The products of expr::whole_power, in the same order.
  Id whole_power(Id base, int n) {
    if (n == 0)
      return constant(1.0);
    if (n < 0) {
      const Id positive = whole_power(base, -n);
      return operation(Op::div, constant(1.0), positive);
    }
    if (n == 1)
      return base;
    if (n % 2 == 1)
      return operation(Op::mul, whole_power(base, n - 1), base);
    const Id half = whole_power(base, n / 2);
    return operation(Op::mul, half, half);
  }

  /// A value as it is computed: an operation, or a product with the sum that it serves.
  struct Step {
    expr::Form form = expr::Form::other;
    std::array<Id, 3> args{none, none, none};
  };

  static expr::Form form_of(Op op) {
    switch (op) {
      case Op::neg:
        return expr::Form::neg;
      case Op::add:
        return expr::Form::add;
      case Op::sub:
        return expr::Form::sub;
      case Op::mul:
        return expr::Form::mul;
      case Op::div:
        return expr::Form::div;
      default:
        return expr::Form::other;
    }
  }

  std::vector<bool> needed_values() const {
    std::vector<bool> needed(values_.size(), false);
    for (const Id id : root_ids_)
      needed[id] = true;
    for (Id id = static_cast<Id>(values_.size()); id-- > 0;)
      for (const Id arg : values_[id].args)
        if (needed[id] && arg != none)
          needed[arg] = true;
    return needed;
  }

  /// How each value is computed. A product goes with its sum where nobody else needs it, or where
  /// it is one of two things that stand there anyway; what nobody needs then is taken out of
  /// `needed`.
  std::vector<Step> steps_of(std::vector<bool>& needed) const {
    std::vector<int> uses(values_.size(), 0);
    for (const Id id : root_ids_)
      ++uses[id];
    for (Id id = 0; id < values_.size(); ++id)
      for (const Id arg : values_[id].args)
        if (needed[id] && arg != none)
          ++uses[arg];
    const auto joins = [&](Id id) {
      const Value& value = values_[id];
      return value.op == Op::mul &&
             (uses[id] == 1 || (!is_operation(value.args[0]) && !is_operation(value.args[1])));
    };
    std::vector<Step> steps(values_.size());
    for (Id id = 0; id < values_.size(); ++id) {
      const Value& value = values_[id];
      steps[id] = {form_of(value.op), value.args};
      if (!needed[id] || (value.op != Op::add && value.op != Op::sub))
        continue;
      const auto [a, b, unused] = value.args;
      const bool sum = value.op == Op::add;
      const auto join = [&](Id product, Id other, expr::Form form) {
        steps[id] = {form, {values_[product].args[0], values_[product].args[1], other}};
        --uses[product];
      };
      if (joins(b))
        join(b, a, sum ? expr::Form::mul_add : expr::Form::sub_mul);
      else if (joins(a))
        join(a, b, sum ? expr::Form::mul_add : expr::Form::mul_sub);
    }
    for (Id id = 0; id < values_.size(); ++id)
      if (uses[id] == 0)
        needed[id] = false;
    return steps;
  }

  Program emit() {
    Program program;
    program.input_count_ = inputs_.size();
    program.output_count_ = root_ids_.size();

    // What is needed, and the last value that needs it. Arguments have smaller ids.
    std::vector<bool> needed = needed_values();
    const std::vector<Step> steps = steps_of(needed);
    std::vector<Id> last_use(values_.size(), 0);
    for (Id id = 0; id < values_.size(); ++id)
      for (const Id arg : steps[id].args)
        if (needed[id] && arg != none)
          last_use[arg] = id;

    std::vector<expr::Operand> places(values_.size());
    for (std::size_t i = 0; i < root_ids_.size(); ++i) {
      // Computed straight into the first output that wants it.
      auto& place = places[root_ids_[i]];
      if (is_operation(root_ids_[i]) && place.where == expr::Where::none) {
        place = {expr::Where::output, static_cast<std::uint32_t>(i)};
      }
    }

    std::vector<int> uses(values_.size(), 0);
    for (const Id id : root_ids_)
      ++uses[id];
    for (Id id = 0; id < values_.size(); ++id)
      for (const Id arg : steps[id].args)
        if (needed[id] && arg != none)
          ++uses[arg];
    Id before = none;  // what the instruction before has computed
    std::vector<std::uint32_t> free;
    for (Id id = 0; id < values_.size(); ++id) {
      if (!needed[id])
        continue;
      const Value& value = values_[id];
      if (value.op == Op::number) {
        places[id] = {expr::Where::constant, static_cast<std::uint32_t>(program.constants_.size())};
        program.constants_.push_back(value.constant);
        continue;
      }
      if (value.op == Op::symbol) {
        places[id] = {expr::Where::input, value.input};
        continue;
      }
      // The target is chosen before the arguments are released: rows never overlap, which
      // the vector loops rely on.
      if (places[id].where == expr::Where::none) {
        if (free.empty()) {
          free.push_back(static_cast<std::uint32_t>(program.register_count_++));
        }
        places[id] = {expr::Where::scratch, free.back()};
        free.pop_back();
      }
      const Step& step = steps[id];
      const auto operand = [&](std::size_t i) {
        return step.args[i] == none ? expr::Operand{} : places[step.args[i]];
      };
      program.code_.push_back(
          {step.form, value.op, places[id], operand(0), operand(1), operand(2)});
      if (step.form != expr::Form::other && before != none)
        pass_on(program, before, step, uses[before]);
      before = step.form != expr::Form::other ? id : none;
      release(step.args, id, last_use, places, free);
    }

    for (std::size_t i = 0; i < root_ids_.size(); ++i) {
      const expr::Operand target{expr::Where::output, static_cast<std::uint32_t>(i)};
      const auto& source = places[root_ids_[i]];
      if (source != target)
        program.code_.push_back({expr::Form::copy, Op::number, target, source, {}, {}});
    }
    return program;
  }

  /// Lets the last instruction take the value of the one before from it, where it is an argument.
  static void pass_on(Program& program, Id before, const Step& step, int uses) {
    const auto found = std::ranges::find(step.args, before);
    if (found == step.args.end())
      return;
    program.code_.back().passed = static_cast<std::uint8_t>(found - step.args.begin() + 1);
    program.code_[program.code_.size() - 2].kept = uses > 1;
  }

  bool is_operation(Id id) const {
    return values_[id].op != Op::number && values_[id].op != Op::symbol;
  }

  static void release(const std::array<Id, 3>& args, Id id, const std::vector<Id>& last_use,
                      const std::vector<expr::Operand>& places, std::vector<std::uint32_t>& free) {
    for (std::size_t i = 0; i < args.size(); ++i) {
      const Id arg = args[i];
      if (arg == none || last_use[arg] != id || places[arg].where != expr::Where::scratch)
        continue;
      if (std::find(args.begin(), args.begin() + i, arg) == args.begin() + i)
        free.push_back(places[arg].index);
    }
  }

  std::span<const Expression> outputs_;
  std::span<const std::string> inputs_;
  std::vector<Value> values_;
  std::map<std::tuple<Op, std::array<Id, 3>, std::uint64_t, std::uint32_t>, Id> interned_;
  expr::NodeMap<Id> ids_;
  std::vector<Id> root_ids_;
  std::vector<ExprError> errors_;
  std::vector<std::string> unknown_;
};

tl::expected<Program, std::vector<ExprError>> Program::compile(
    std::span<const Expression> outputs, std::span<const std::string> inputs) {
  return ProgramBuilder(outputs, inputs).build();
}

}  // namespace ketascope
