// SPDX-License-Identifier: GPL-3.0-or-later
#include <exception>
#include <string>

#include "figure/application.hpp"
#include "plot/sweep_plot.hpp"

/// Draws `figure` and writes it to `path` in the format of its ending. The file is whole or
/// untouched.
extern "C" Q_DECL_EXPORT int ketascope_write_sweep_figure(const ketascope::SweepFigure& figure,
                                                          const char* path,
                                                          const ketascope::FigureSize& size,
                                                          std::string& error) {
  try {
    const auto application = ketascope::applicationIfNone();
    const auto saved = ketascope::saveSweepPlot(figure, QString::fromUtf8(path),
                                                QSize(size.width, size.height), size.dpi);
    if (saved) {
      return 0;
    }
    error = saved.error().empty() ? std::string("unknown problem") : saved.error().front().message;
  } catch (const std::exception& problem) {
    error = problem.what();
  }
  return 1;
}
