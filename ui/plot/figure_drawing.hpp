// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QColor>
#include <QImage>
#include <QPicture>
#include <QSize>
#include <QString>
#include <functional>

#include "ketascope/sim/simulate.hpp"

namespace ketascope {

enum class FigureFormat { png, svg, pdf };

/// A figure as it was drawn: what has to be painted, without the widget that says so. Drawn where
/// widgets live, turned into a file in any thread.
struct FigureDrawing {
  FigureFormat format = FigureFormat::png;  ///< lines of vector files keep their exact places
  QPicture strokes;                         ///< in pixels of 96 per inch
  QSize size;
  QColor background;
  QString title, description;
};

/// Paints a figure, scaled, with `top` rows of the device above what is seen of it.
using FigurePainting = std::function<void(QPaintDevice* device, double scale, int top)>;

/// The file's bytes; `dpi` is the resolution of PNG. Empty when stopped, or when there is no memory
/// for so large a picture.
QByteArray figureBytes(const FigureDrawing& drawing, double dpi, const RunControl& control = {});
/// The same painted by somebody else than the drawing's own strokes.
QByteArray figureBytes(const FigureDrawing& drawing, double dpi, const RunControl& control,
                       const FigurePainting& paint);

/// The drawing as a picture. Null as above.
QImage figureImage(const FigureDrawing& drawing, double dpi, const RunControl& control = {});

}  // namespace ketascope
