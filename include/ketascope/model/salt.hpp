// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ketascope {

/// Mass of ketamine base in a mass of its hydrochloride: 237.73 g/mol of 274.19 g/mol, one to one.
inline constexpr double base_per_hydrochloride = 237.73 / 274.19;

}  // namespace ketascope
