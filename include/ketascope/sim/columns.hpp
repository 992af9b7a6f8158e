// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ketascope/model/model.hpp"
#include "ketascope/sim/result.hpp"

namespace ketascope {

/// What the outputs of a model are called and measured in.
std::vector<ColumnInfo> columns_of(const Model& model);

}  // namespace ketascope
