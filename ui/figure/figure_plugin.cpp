// SPDX-License-Identifier: GPL-3.0-or-later
#include <exception>
#include <string>

#include "figure/application.hpp"
#include "ketascope/app/figure.hpp"
#include "plot/concentration_plot.hpp"

/// Draws `figure` and writes it to `path` in the format of its ending. The file is whole or
/// untouched.
extern "C" Q_DECL_EXPORT int ketascope_write_figure(const ketascope::Figure& figure,
                                                    const char* path,
                                                    const ketascope::FigureSize& size,
                                                    std::string& error) {
  try {
    const auto application = ketascope::applicationIfNone();
    ketascope::ConcentrationPlot plot;
    plot.setTheme(ketascope::PlotTheme::light());
    plot.setFigure(figure);
    const auto saved = plot.save(QString::fromUtf8(path), QSize(size.width, size.height), size.dpi);
    if (saved) {
      return 0;
    }
    error = saved.error().empty() ? std::string("unknown problem") : saved.error().front().message;
  } catch (const std::exception& problem) {
    error = problem.what();
  }
  return 1;
}
