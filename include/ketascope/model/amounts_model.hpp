// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "ketascope/model/model.hpp"

namespace ketascope {

/// A model that tells what is in it: the same equations as of the model that it was made of, but
/// its outputs are that model's compartments, then its flows (amount/h), then what each flow that
/// leads outside or comes from there has carried so far.
struct AmountsModel {
  ModelPtr model;
  std::size_t compartments = 0, flows = 0;  ///< of the model that it was made of
  std::vector<int> outer_flows;             ///< flows with one end outside, in order
};

/// Compiles the equations anew, which takes as long as loading the model. What flows outside is
/// kept in further compartments behind those of `model`; one of a flow that comes from outside
/// counts below zero, so that whatever happens inside changes no sum over all compartments.
AmountsModel with_amounts_observed(const Model& model);

}  // namespace ketascope
