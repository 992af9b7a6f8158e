// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/expr/program.hpp"

#include <array>
#include <cassert>
#include <stdexcept>

#include "expr/apply.hpp"
#include "expr/lane_ops.hpp"

namespace ketascope {

namespace {

using expr::Op;

/// One operand over the lanes: a row of values, or one value for all.
struct Row {
  const double* values;
  double operator[](std::size_t i) const { return values[i]; }
};
struct Same {
  double value;
  double operator[](std::size_t) const { return value; }
};

/// Fixed-length inner blocks let the compiler use vector instructions without a run-time check.
/// Every operation is rounded on its own (IEEE), so blocks and remainder agree to the bit; exp,
/// log and pow go through the C library lane by lane for the same reason.
template <class F>
void for_lanes(double* __restrict to, std::size_t lanes, F&& f) {
  constexpr std::size_t block = 4;
  std::size_t i = 0;
  for (; i + block <= lanes; i += block) {
    for (std::size_t j = 0; j < block; ++j)
      to[i + j] = f(i + j);
  }
  for (; i < lanes; ++i)
    to[i] = f(i);
}

/// How an operation is done over many lanes: two rows, a row and a number, a number and a row.
struct Arithmetic {
  expr::LaneOps::RowRow rows = nullptr;
  expr::LaneOps::RowOne by_one = nullptr, one_by = nullptr;
};

class ArithmeticTable {
 public:
  ArithmeticTable() {
    const expr::LaneOps& ops = expr::lane_ops();
    at(Op::add) = {ops.add, ops.add_one, ops.add_one};
    at(Op::sub) = {ops.sub, ops.sub_one, ops.one_sub};
    at(Op::mul) = {ops.mul, ops.mul_one, ops.mul_one};
    at(Op::div) = {ops.div, ops.div_one, ops.one_div};
  }
  const Arithmetic& operator[](Op op) const { return forms_[static_cast<std::size_t>(op)]; }

 private:
  Arithmetic& at(Op op) { return forms_[static_cast<std::size_t>(op)]; }
  std::array<Arithmetic, 256> forms_{};
};

template <Op op, class A>
void unary(double* __restrict to, std::size_t lanes, A a) {
  for_lanes(to, lanes, [&](std::size_t i) { return expr::apply(op, a[i]); });
}

template <Op op, class A, class B>
void binary(double* __restrict to, std::size_t lanes, A a, B b) {
  for_lanes(to, lanes, [&](std::size_t i) { return expr::apply(op, a[i], b[i]); });
}

}  // namespace

void Program::run(std::span<const double> inputs, std::span<double> outputs,
                  std::span<double> scratch, std::size_t lanes) const noexcept {
  assert(inputs.size() >= input_count_ * lanes);
  assert(outputs.size() >= output_count_ * lanes);
  assert(scratch.size() >= scratch_size(lanes));

  const auto row = [&](const Operand& operand) -> Row {
    const std::size_t start = operand.index * lanes;
    if (operand.where == Where::input)
      return {inputs.data() + start};
    if (operand.where == Where::output)
      return {outputs.data() + start};
    return {scratch.data() + start};
  };
  const auto with = [&](const Operand& operand, auto&& use) {
    if (operand.where == Where::constant) {
      use(Same{constants_[operand.index]});
    } else {
      use(row(operand));
    }
  };

  // Below this many lanes the call costs more than the wider vectors save.
  constexpr std::size_t enough_lanes = 8;
  const bool wide = lanes >= enough_lanes;
  static const ArithmeticTable arithmetic;
  const double* const base[] = {nullptr, constants_.data(), inputs.data(), scratch.data(),
                                outputs.data()};
  const auto place = [&](const Operand& operand) {
    return base[static_cast<std::size_t>(operand.where)] + operand.index * lanes;
  };

  for (const Instruction& in : code_) {
    double* to =
        (in.to.where == Where::output ? outputs.data() : scratch.data()) + in.to.index * lanes;
    if (const Arithmetic& forms = arithmetic[in.op]; wide && forms.rows != nullptr) {
      const bool a_one = in.a.where == Where::constant, b_one = in.b.where == Where::constant;
      if (!a_one && !b_one) {
        forms.rows(place(in.a), place(in.b), to, lanes);
        continue;
      }
      if (!(a_one && b_one)) {
        if (b_one)
          forms.by_one(place(in.a), constants_[in.b.index], to, lanes);
        else
          forms.one_by(place(in.b), constants_[in.a.index], to, lanes);
        continue;
      }
    }
    const auto one = [&]<Op op>() { unary<op>(to, lanes, row(in.a)); };
    const auto two = [&]<Op op>() {
      with(in.a, [&](auto a) { with(in.b, [&](auto b) { binary<op>(to, lanes, a, b); }); });
    };
    switch (in.op) {
      // A leaf here means: copy.
      case Op::number:
      case Op::symbol:
        with(in.a, [&](auto a) { for_lanes(to, lanes, [&](std::size_t i) { return a[i]; }); });
        break;
      case Op::add:
        two.template operator()<Op::add>();
        break;
      case Op::sub:
        two.template operator()<Op::sub>();
        break;
      case Op::mul:
        two.template operator()<Op::mul>();
        break;
      case Op::div:
        two.template operator()<Op::div>();
        break;
      case Op::pow:
        two.template operator()<Op::pow>();
        break;
      case Op::less:
        two.template operator()<Op::less>();
        break;
      case Op::less_equal:
        two.template operator()<Op::less_equal>();
        break;
      case Op::greater:
        two.template operator()<Op::greater>();
        break;
      case Op::greater_equal:
        two.template operator()<Op::greater_equal>();
        break;
      case Op::equal:
        two.template operator()<Op::equal>();
        break;
      case Op::not_equal:
        two.template operator()<Op::not_equal>();
        break;
      case Op::logic_and:
        two.template operator()<Op::logic_and>();
        break;
      case Op::logic_or:
        two.template operator()<Op::logic_or>();
        break;
      case Op::min:
        two.template operator()<Op::min>();
        break;
      case Op::max:
        two.template operator()<Op::max>();
        break;
      case Op::neg:
        one.template operator()<Op::neg>();
        break;
      case Op::logic_not:
        one.template operator()<Op::logic_not>();
        break;
      case Op::exp:
        one.template operator()<Op::exp>();
        break;
      case Op::log:
        one.template operator()<Op::log>();
        break;
      case Op::log10:
        one.template operator()<Op::log10>();
        break;
      case Op::sqrt:
        one.template operator()<Op::sqrt>();
        break;
      case Op::abs:
        one.template operator()<Op::abs>();
        break;
      case Op::floor:
        one.template operator()<Op::floor>();
        break;
      case Op::inv_logit:
        one.template operator()<Op::inv_logit>();
        break;
      case Op::select: {
        const Row condition = row(in.a);
        with(in.b, [&](auto b) {
          with(in.c, [&](auto c) {
            for_lanes(to, lanes, [&](std::size_t i) {
              const double yes = b[i];
              const double no = c[i];
              return condition[i] != 0.0 ? yes : no;
            });
          });
        });
        break;
      }
    }
  }
}

std::vector<double> Program::run(std::span<const double> inputs) const {
  if (inputs.size() < input_count_)
    throw std::logic_error("too few inputs for this program");
  std::vector<double> outputs(output_count_);
  std::vector<double> scratch(scratch_size(1));
  run(inputs, outputs, scratch, 1);
  return outputs;
}

}  // namespace ketascope
