// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/io/diagnostics.hpp"

namespace ketascope {

/// A published model that is not in the library because numbers are missing, and what is known of
/// it.
struct MissingModel {
  std::string id, citation, doi, doi_missing, what, note;
  std::optional<int> year;
  std::vector<std::string> missing, known;
  bool operator==(const MissingModel&) const = default;
};

/// models/missing/*.toml, [[missing]] tables. Refuses an entry without id, citation or what is
/// missing.
tl::expected<std::vector<MissingModel>, Diagnostics> parse_missing_file(std::string_view text,
                                                                        std::string_view file);

}  // namespace ketascope
