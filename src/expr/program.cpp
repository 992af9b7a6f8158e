// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/expr/program.hpp"

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

  // Inputs and constants are read only.
  double* const base[] = {nullptr, const_cast<double*>(constants_.data()),
                          const_cast<double*>(inputs.data()), scratch.data(), outputs.data()};
  const auto row = [&](const expr::Operand& operand) -> Row {
    return {base[static_cast<std::size_t>(operand.where)] + operand.index * lanes};
  };
  const auto with = [&](const expr::Operand& operand, auto&& use) {
    if (operand.where == expr::Where::constant) {
      use(Same{constants_[operand.index]});
    } else {
      use(row(operand));
    }
  };

  const expr::LaneOps& arithmetic = expr::lane_ops();
  for (std::size_t at = 0;; ++at) {
    at = arithmetic.run(code_.data(), at, code_.size(), base, lanes);
    if (at == code_.size())
      return;
    const expr::Instruction& in = code_[at];
    double* to = base[static_cast<std::size_t>(in.to.where)] + in.to.index * lanes;
    const auto one = [&]<Op op>() { unary<op>(to, lanes, row(in.a)); };
    const auto two = [&]<Op op>() {
      with(in.a, [&](auto a) { with(in.b, [&](auto b) { binary<op>(to, lanes, a, b); }); });
    };
    switch (in.op) {
      // The arithmetic's own.
      case Op::number:
      case Op::symbol:
      case Op::add:
      case Op::sub:
      case Op::mul:
      case Op::div:
      case Op::neg:
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
