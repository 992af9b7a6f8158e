// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "ketascope/expr/expression.hpp"
#include "ketascope/expr/instruction.hpp"

namespace ketascope {

/// Expressions compiled to flat code over a block of subjects ("lanes"). Common parts are
/// computed once, constants are folded. Immutable; any number of threads may run it, each with
/// its own scratch.
///
/// A lane's result does not depend on the number of lanes or on its neighbours, to the bit.
class Program {
 public:
  /// A program without outputs.
  Program() = default;

  /// `inputs` gives the order of the input rows; a symbol that is not among them is an error
  /// (expr.unknown_symbol). Dimensions are not checked here.
  static tl::expected<Program, std::vector<ExprError>> compile(std::span<const Expression> outputs,
                                                               std::span<const std::string> inputs);

  std::size_t input_count() const { return input_count_; }
  std::size_t output_count() const { return output_count_; }
  /// Doubles of scratch that `run` needs for this many lanes.
  std::size_t scratch_size(std::size_t lanes) const { return register_count_ * lanes; }
  /// Operations per lane; for tests and benchmarks.
  std::size_t instruction_count() const { return code_.size(); }

  /// inputs[i * lanes + lane] -> outputs[o * lanes + lane]. The three spans must not overlap and
  /// must hold at least input_count() * lanes, output_count() * lanes and scratch_size(lanes)
  /// doubles. `if` computes both branches and selects per lane.
  void run(std::span<const double> inputs, std::span<double> outputs, std::span<double> scratch,
           std::size_t lanes) const noexcept;

  /// One lane; allocates.
  /// \throws std::logic_error if fewer than input_count() values are given
  std::vector<double> run(std::span<const double> inputs) const;

 private:
  friend class ProgramBuilder;
  friend class BoundProgram;

  std::vector<expr::Instruction> code_;
  std::vector<double> constants_;
  std::size_t input_count_ = 0;
  std::size_t output_count_ = 0;
  std::size_t register_count_ = 0;
};

/// A Program tied to its numbers: where each row stands is worked out once, so that running it
/// again and again costs the arithmetic only. It keeps copies of the constants and nothing of the
/// Program; the three ranges must outlive it and stay where they are.
class BoundProgram {
 public:
  BoundProgram() = default;
  /// As Program::run.
  BoundProgram(const Program& program, std::span<const double> inputs, std::span<double> outputs,
               std::span<double> scratch, std::size_t lanes) {
    bind(program, inputs, outputs, scratch, lanes);
  }
  /// Ties it anew; memory is reused.
  void bind(const Program& program, std::span<const double> inputs, std::span<double> outputs,
            std::span<double> scratch, std::size_t lanes);

  void run() const noexcept;

 private:
  std::vector<expr::Bound> code_;
  std::vector<double> constants_;  ///< a row of lanes each
  std::size_t lanes_ = 1;
};

}  // namespace ketascope
