// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figure_files.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <system_error>

#include "app/plugin.hpp"
#include "ketascope/app/figure.hpp"

namespace ketascope {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Diagnostics> error(std::string code, std::string message, std::string hint = {}) {
  return tl::unexpected(
      Diagnostics{{Severity::error, std::move(code), std::move(message), {}, {}, std::move(hint)}});
}

std::string lower_extension(const fs::path& path) {
  std::string extension = path.extension().string();
  std::ranges::transform(extension, extension.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return extension;
}

}  // namespace

tl::expected<void, Diagnostics> check_figure_path(const fs::path& path) {
  constexpr std::array known{".png", ".svg", ".pdf"};
  const std::string extension = lower_extension(path);
  if (std::ranges::find(known, extension) == known.end()) {
    return error("figure.format",
                 fmt::format("'{}': a figure is written as .png, .svg or .pdf", path.string()));
  }
  return {};
}

tl::expected<void*, Diagnostics> figure_function(const char* name) {
  constexpr Plugin plugin{"ketascope-figure.so", "figure plug-in", "KETASCOPE_FIGURE_PLUGIN",
                          "figure.no_plugin", "it is built with the window (KETASCOPE_GUI=ON)"};
  return plugin_function(plugin, name);
}

tl::expected<void, Diagnostics> paint_file(
    const fs::path& path, const std::function<int(const char*, std::string&)>& paint) {
  if (auto format = check_figure_path(path); !format) {
    return format;
  }
  // The ending stays last, because the painter chooses the format by it.
  fs::path temporary = path;
  temporary.replace_filename(
      fmt::format(".{}.{}{}", path.stem().string(), getpid(), lower_extension(path)));
  std::error_code failure;
  std::string message;
  if (paint(temporary.c_str(), message) != 0) {
    fs::remove(temporary, failure);
    return error("file.unwritable", fmt::format("'{}': {}", path.string(), message));
  }
  fs::rename(temporary, path, failure);
  if (failure) {
    std::error_code ignored;
    fs::remove(temporary, ignored);
    return error("file.unwritable", fmt::format("'{}': {}", path.string(), failure.message()));
  }
  return {};
}

tl::expected<void, Diagnostics> write_figure(const Figure& figure, const fs::path& path,
                                             const FigureSize& size) {
  if (auto format = check_figure_path(path); !format) {
    return format;
  }
  const auto symbol = figure_function("ketascope_write_figure");
  if (!symbol) {
    return tl::unexpected(symbol.error());
  }
  const auto write = reinterpret_cast<WriteFigureFunction>(*symbol);
  return paint_file(path, [&](const char* temporary, std::string& message) {
    return write(figure, temporary, size, message);
  });
}

}  // namespace ketascope
