// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "ketascope/app/flow_diagram.hpp"

namespace ketascope {

/// A run's amounts over time with the drawing of its model.
struct FlowPicture {
  Amounts amounts;
  FlowDiagram diagram;
  AxisTime axis;        ///< how the plot beside counts time
  double tellingH = 0;  ///< when the first curve is highest: a time that shows something
  QString problem;      ///< why there is nothing

  double lowH() const { return amounts.time_h.empty() ? 0.0 : amounts.time_h.front(); }
  double highH() const { return amounts.time_h.empty() ? 0.0 : amounts.time_h.back(); }
};

/// Never throws. `previous` lends its drawing where nothing of the structure has changed.
FlowPicture drawFlows(const Run& run, const DisplaySpec& display, const FlowPicture* previous,
                      const RunControl& control);

/// What an arrow carries, in amount per hour; of a dose, what an infusion brings.
double carriedBy(const FlowPicture& picture, const FlowDiagram::Arrow& arrow, double timeH);
/// The largest that the arrow ever carries.
double mostCarriedBy(const FlowPicture& picture, const FlowDiagram::Arrow& arrow);
/// True shortly after a dose was given at once through this arrow.
bool justGiven(const FlowPicture& picture, const FlowDiagram::Arrow& arrow, double timeH);

/// "12.3 mg"; what is less than a hundred-thousandth of its peak is nothing.
QString heldText(const FlowPicture& picture, int compartment, double timeH);
/// "mg/h".
QString carriedUnit(const FlowPicture& picture, const FlowDiagram::Arrow& arrow);
/// "3.20 mg/h".
QString carriedText(const FlowPicture& picture, const FlowDiagram::Arrow& arrow, double timeH);
QString boxToolTip(const FlowPicture& picture, const FlowDiagram::Box& box, double timeH);
QString arrowToolTip(const FlowPicture& picture, const FlowDiagram::Arrow& arrow, double timeH);
/// "In the compartments 41.2 mg + eliminated 8.80 mg = entered 50.0 mg"; why not, where it cannot.
QString balanceText(const FlowPicture& picture, double timeH);
/// Everything that the drawing shows, in words: "At 2 h: central 12.3 mg, ...".
QString flowSummary(const FlowPicture& picture, double timeH, const QString& time);

}  // namespace ketascope
