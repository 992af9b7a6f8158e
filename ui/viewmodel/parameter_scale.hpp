// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ketascope/model/model.hpp"

namespace ketascope {

/// The range of a slider for a parameter. Positive quantities go from a tenth to ten times the
/// published value on a logarithmic scale, with the published value in the middle; everything else
/// goes as far to either side on a straight one. A number without a unit between 0 and 1 stays
/// there.
class ParameterScale {
 public:
  static constexpr int steps = 400;

  explicit ParameterScale(const Parameter& parameter);

  /// Value in the parameter's unit at a position from 0 to `steps`. The published one exactly at
  /// its own position.
  double valueAt(int position) const;
  /// Nearest position; the ends for values beyond.
  int positionOf(double value) const;
  int published() const { return m_publishedAt; }

 private:
  double m_printed;
  double m_low, m_high;
  bool m_logarithmic;
  int m_publishedAt;
};

}  // namespace ketascope
