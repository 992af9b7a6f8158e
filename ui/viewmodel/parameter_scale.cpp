// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/parameter_scale.hpp"

#include <algorithm>
#include <cmath>

#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

constexpr double span = 10.0;
constexpr int digits = 4;

}  // namespace

ParameterScale::ParameterScale(const Parameter& parameter)
    : m_printed(parameter.printed), m_logarithmic(false), m_publishedAt(0) {
  const bool share = parameter.unit.dimension == Dimension{} && m_printed > 0.0 && m_printed <= 1.0;
  if (share) {
    m_low = 0.0;
    m_high = 1.0;
  } else if (m_printed > 0.0) {
    m_low = m_printed / span;
    m_high = m_printed * span;
    m_logarithmic = true;
  } else {
    const double reach = m_printed == 0.0 ? 1.0 : std::abs(m_printed);
    m_low = m_printed - reach;
    m_high = m_printed + reach;
  }
  m_publishedAt = positionOf(m_printed);
}

double ParameterScale::valueAt(int position) const {
  if (position == m_publishedAt) {
    return m_printed;
  }
  const double share = static_cast<double>(std::clamp(position, 0, steps)) / steps;
  const double value =
      m_logarithmic ? m_low * std::pow(m_high / m_low, share) : m_low + (m_high - m_low) * share;
  // As many digits as a hand can set.
  return parse_number(format_number(value, digits)).value_or(value);
}

int ParameterScale::positionOf(double value) const {
  const double bounded = std::clamp(value, m_low, m_high);
  const double share = m_logarithmic ? std::log(bounded / m_low) / std::log(m_high / m_low)
                                     : (bounded - m_low) / (m_high - m_low);
  return static_cast<int>(std::lround(share * steps));
}

}  // namespace ketascope
