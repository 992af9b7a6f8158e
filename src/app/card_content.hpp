// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ketascope/app/words.hpp"
#include "ketascope/model/model.hpp"

namespace ketascope {

/// One part of a model card, free of how it is drawn. Empty pieces are left out.
struct CardSection {
  std::string title;
  std::vector<std::pair<std::string, std::string>> facts;
  std::vector<std::string> points;
  std::vector<std::string> header;             ///< of the table
  std::vector<std::vector<std::string>> rows;  ///< as many cells as `header`
};

/// Everything that a model's file says, in the order in which a reader needs it.
std::vector<CardSection> card_sections(const Model& model, const Words& words = {});

}  // namespace ketascope
