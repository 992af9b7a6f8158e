// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

#include "ketascope/app/verify.hpp"

namespace ketascope {

/// A model or effect whose checks were run, with what a reader must know of it.
struct Verified {
  std::string id, title, grade, grade_reason, citation, doi;
  std::vector<CheckOutcome> outcomes;
  ModelPtr model;  ///< whose curves are drawn; none for an effect
};
Verified verified(const ModelPtr& model, std::vector<CheckOutcome> outcomes);

/// A page to print, complete in itself: a summary, then for each model or effect its checks and the
/// curves that they were read from, with what was expected marked on them. It holds no date, so
/// that the same program and models give the same page. A page that is not complete says so.
std::string verify_page(std::span<const Verified> all, bool complete = true);

}  // namespace ketascope
