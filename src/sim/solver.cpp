// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/solver.hpp"

namespace ketascope {

Solver::Solver(const Model& model)
    : state(model.kinetics.states, 0.0),
      input(model.kinetics.states, 0.0),
      off(model.kinetics.states, 0),
      model_(model),
      terminal_(model.kinetics.states, 1) {
  for (const Kinetics::Entry& entry : model.kinetics.jacobian_entries)
    terminal_[static_cast<std::size_t>(entry.col)] = 0;
}

void Solver::use_set(std::span<const double> individual) {
  individual_ = individual;
  parameters_changed();
}

}  // namespace ketascope
