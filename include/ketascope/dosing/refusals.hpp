// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "ketascope/diagnostic/diagnostic.hpp"
#include "ketascope/dosing/event.hpp"
#include "ketascope/model/model.hpp"

namespace ketascope {

/// A set of items of one record.
using ItemSet = std::uint16_t;
namespace record_item {
inline constexpr ItemSet time = 1, evid = 2, cmt = 4, amt = 8, rate = 16, dur = 32, ii = 64,
                         addl = 128, ss = 256, all = 511;
}

/// What is not known of a subject's records, because its cells could not be read.
struct UnreadItems {
  std::vector<ItemSet> of_record;  ///< one per record; empty = all items are known
  bool covariates = false;         ///< a covariate, or a record as a whole, is not known
};

/// Every rule that the records break (errors only, in the order of the records), without a
/// timeline. A rule that needs an item which is not known is left out, so that nothing is named
/// that might be right.
Diagnostics find_refusals(const Model& model, const SubjectRecords& subject, CovariatePolicy policy,
                          std::string_view file, const UnreadItems& unread);

}  // namespace ketascope
