// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

namespace ketascope {

/// A line that may carry a shape now and then (curve_markers.hpp).
class MarkedGraph : public QCPGraph {
 public:
  using QCPGraph::QCPGraph;

  int marker = -1;  ///< which shape; -1 = none
  QColor around;    ///< of a shape: the colour behind the line
};

}  // namespace ketascope
