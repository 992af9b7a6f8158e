// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/text_check.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <cstring>
#include <string>

namespace ketascope {
namespace {

/// Length of the well-formed sequence at the start of `rest`, 0 if there is none.
std::size_t sequence_length(std::string_view rest) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(rest[i]); };
  const auto continues = [&](std::size_t i) { return i < rest.size() && (byte(i) & 0xC0) == 0x80; };
  const unsigned char lead = byte(0);
  if (lead < 0x80) {
    return 1;
  }
  if (lead >= 0xC2 && lead <= 0xDF) {
    return continues(1) ? 2 : 0;
  }
  if (lead >= 0xE0 && lead <= 0xEF) {
    if (!continues(1) || !continues(2)) {
      return 0;
    }
    const bool overlong = lead == 0xE0 && byte(1) < 0xA0;
    const bool surrogate = lead == 0xED && byte(1) >= 0xA0;
    return overlong || surrogate ? 0 : 3;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    if (!continues(1) || !continues(2) || !continues(3)) {
      return 0;
    }
    const bool overlong = lead == 0xF0 && byte(1) < 0x90;
    const bool too_high = lead == 0xF4 && byte(1) >= 0x90;
    return overlong || too_high ? 0 : 4;
  }
  return 0;
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    // Model files are nearly all ASCII, so eight bytes are looked at together.
    while (i + 8 <= text.size()) {
      std::uint64_t block = 0;
      std::memcpy(&block, text.data() + i, 8);
      if ((block & 0x8080808080808080ULL) != 0) {
        break;
      }
      i += 8;
    }
    if (i == text.size()) {
      break;
    }
    const std::size_t length = sequence_length(text.substr(i));
    if (length == 0) {
      return i;
    }
    i += length;
  }
  return std::nullopt;
}

std::optional<Diagnostic> find_text_problem(std::string_view text, std::string_view file,
                                            std::size_t limit) {
  if (text.size() > limit) {
    return too_large(file, limit);
  }
  if (const auto nul = text.find('\0'); nul != std::string_view::npos) {
    return Diagnostic{.code = "file.binary",
                      .message = "not a text file: it holds NUL bytes",
                      .file = std::string(file),
                      .at = locate(text, nul),
                      .hint = ""};
  }
  if (const auto bad = find_invalid_utf8(text)) {
    return Diagnostic{.code = "file.not_utf8",
                      .message = fmt::format("not UTF-8: byte 0x{:02X} cannot stand here",
                                             static_cast<unsigned char>(text[*bad])),
                      .file = std::string(file),
                      .at = locate(text, *bad),
                      .hint = "save the file with the encoding UTF-8"};
  }
  return std::nullopt;
}

std::string_view without_byte_order_mark(std::string_view text) {
  return text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text;
}

Diagnostic too_large(std::string_view file, std::size_t limit) {
  const bool whole_kib = limit % 1024 == 0;
  return {.code = "file.too_large",
          .message = fmt::format("the file is larger than {} {}", whole_kib ? limit / 1024 : limit,
                                 whole_kib ? "KiB" : "bytes"),
          .file = std::string(file),
          .at = {},
          .hint = ""};
}

}  // namespace ketascope
