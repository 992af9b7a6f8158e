// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "ketascope/diagnostic/diagnostic.hpp"

namespace ketascope {

/// Offset of the first byte that is not part of well-formed UTF-8 (RFC 3629: no overlong forms, no
/// surrogates, nothing above U+10FFFF), or nothing.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// Why `text` cannot be a text file: file.too_large, file.binary (holds NUL), file.not_utf8; or
/// nothing.
std::optional<Diagnostic> find_text_problem(std::string_view text, std::string_view file,
                                            std::size_t limit);

/// `text` without a leading UTF-8 byte order mark.
std::string_view without_byte_order_mark(std::string_view text);

/// The diagnostic for a file of more than `limit` bytes.
Diagnostic too_large(std::string_view file, std::size_t limit);

}  // namespace ketascope
