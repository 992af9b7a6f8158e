// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/expr/program.hpp"

#include <algorithm>
#include <cassert>
#include <stdexcept>

#include "expr/apply.hpp"
#include "expr/lane_ops.hpp"
#include "expr/vector_width.hpp"

namespace ketascope {

namespace {

using expr::Op;

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

template <Op op>
void unary(const expr::Bound& in, std::size_t lanes) {
  for_lanes(in.to, lanes, [&](std::size_t i) { return expr::apply(op, in.a[i]); });
}

template <Op op>
void binary(const expr::Bound& in, std::size_t lanes) {
  for_lanes(in.to, lanes, [&](std::size_t i) { return expr::apply(op, in.a[i], in.b[i]); });
}

/// What the arithmetic over lanes leaves to the C library and to comparisons.
void run_other(const expr::Bound& in, std::size_t lanes) {
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
      binary<Op::pow>(in, lanes);
      break;
    case Op::less:
      binary<Op::less>(in, lanes);
      break;
    case Op::less_equal:
      binary<Op::less_equal>(in, lanes);
      break;
    case Op::greater:
      binary<Op::greater>(in, lanes);
      break;
    case Op::greater_equal:
      binary<Op::greater_equal>(in, lanes);
      break;
    case Op::equal:
      binary<Op::equal>(in, lanes);
      break;
    case Op::not_equal:
      binary<Op::not_equal>(in, lanes);
      break;
    case Op::logic_and:
      binary<Op::logic_and>(in, lanes);
      break;
    case Op::logic_or:
      binary<Op::logic_or>(in, lanes);
      break;
    case Op::min:
      binary<Op::min>(in, lanes);
      break;
    case Op::max:
      binary<Op::max>(in, lanes);
      break;
    case Op::logic_not:
      unary<Op::logic_not>(in, lanes);
      break;
    case Op::exp:
      unary<Op::exp>(in, lanes);
      break;
    case Op::log:
      unary<Op::log>(in, lanes);
      break;
    case Op::log10:
      unary<Op::log10>(in, lanes);
      break;
    case Op::sqrt:
      unary<Op::sqrt>(in, lanes);
      break;
    case Op::abs:
      unary<Op::abs>(in, lanes);
      break;
    case Op::floor:
      unary<Op::floor>(in, lanes);
      break;
    case Op::inv_logit:
      unary<Op::inv_logit>(in, lanes);
      break;
    case Op::select:
      for_lanes(in.to, lanes, [&](std::size_t i) {
        const double yes = in.b[i];
        const double no = in.c[i];
        return in.a[i] != 0.0 ? yes : no;
      });
      break;
  }
}

}  // namespace

void BoundProgram::bind(const Program& program, std::span<const double> inputs,
                        std::span<double> outputs, std::span<double> scratch, std::size_t lanes) {
  assert(inputs.size() >= program.input_count() * lanes);
  assert(outputs.size() >= program.output_count() * lanes);
  assert(scratch.size() >= program.scratch_size(lanes));

  lanes_ = lanes;
  constants_.clear();
  for (const double constant : program.constants_)
    constants_.insert(constants_.end(), lanes, constant);
  // Inputs and constants are read only.
  double* const base[] = {nullptr, constants_.data(), const_cast<double*>(inputs.data()),
                          scratch.data(), outputs.data()};
  const auto row = [&](const expr::Operand& operand) {
    return base[static_cast<std::size_t>(operand.where)] + operand.index * lanes;
  };
  const bool passes = expr::passes_values(lanes);
  code_.clear();
  for (const expr::Instruction& in : program.code_)
    code_.push_back({in.form, in.op, passes ? in.passed : std::uint8_t{0}, !passes || in.kept,
                     row(in.to), row(in.a), row(in.b), row(in.c)});
}

void BoundProgram::run() const noexcept {
  const expr::LaneOps& arithmetic =
      expr::lane_ops(std::min(expr::vector_bytes(), lanes_ * sizeof(double)));
  const expr::Bound* const end = code_.data() + code_.size();
  for (const expr::Bound* at = code_.data();; ++at) {
    at = arithmetic.run(at, end, lanes_);
    if (at == end)
      return;
    run_other(*at, lanes_);
  }
}

void Program::run(std::span<const double> inputs, std::span<double> outputs,
                  std::span<double> scratch, std::size_t lanes) const noexcept {
  thread_local BoundProgram bound;
  bound.bind(*this, inputs, outputs, scratch, lanes);
  bound.run();
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
