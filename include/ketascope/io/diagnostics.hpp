// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "ketascope/diagnostic/diagnostic.hpp"

namespace ketascope {

inline constexpr std::size_t max_text_file_bytes = 1 << 20;

/// Whole file as bytes, refused when unreadable, larger than `limit`, holding NUL bytes or not
/// UTF-8 (codes file.unreadable, file.too_large, file.binary, file.not_utf8).
tl::expected<std::string, Diagnostics> read_text_file(const std::filesystem::path& path,
                                                      std::size_t limit = max_text_file_bytes);

/// Writes through a temporary file in the same folder and renames it; the target is either the old
/// or the whole new content. Code file.unwritable.
tl::expected<void, Diagnostics> write_file(const std::filesystem::path& path,
                                           std::string_view bytes);

}  // namespace ketascope
