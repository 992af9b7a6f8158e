// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ketascope/app/words.hpp"

/// What the printable pages have in common.
namespace ketascope {

/// Text for HTML, SVG or an attribute in double quotes.
std::string html_escaped(std::string_view text);

/// From the doctype to the statement of purpose under the heading.
std::string html_page_begin(std::string_view title, const Words& words = {});
std::string html_page_end();

/// Cells are escaped here. Columns of numbers are aligned to the right; a cell that says `alarming`
/// stands out.
std::string html_table(const std::vector<std::string>& header,
                       const std::vector<std::vector<std::string>>& rows,
                       std::string_view alarming = {});

/// Colours that are told apart by colour-blind eyes too and in print; index >= 0, they repeat.
std::string_view palette_colour(int index);

}  // namespace ketascope
