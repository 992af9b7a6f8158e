// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/population/population.hpp"

namespace ketascope {

/// What is measured of every patient: a metric of an output, as PopulationMetric names it, or a
/// target by its name.
struct MeasuredInfo {
  std::string name, output;
  bool target = false;
  bool operator==(const MeasuredInfo&) const = default;
};

/// Rows and columns of one arm, as its curves come to a PopulationSink.
struct ArmLayout {
  std::string name;
  ModelPtr model;
  std::vector<BlockRow> rows;
  std::vector<ColumnInfo> columns;
  std::vector<MeasuredInfo> measured;
};

/// What simulate_population() would hand out for these arms, known before it runs. Bad input comes
/// back as diagnostics, as it would there.
tl::expected<std::vector<ArmLayout>, Diagnostics> population_layout(
    const std::vector<Scenario>& arms, const PopulationSpec& spec,
    const std::vector<PopulationBand>& bands = {});

/// All that it would refuse or warn of.
Diagnostics population_problems(const std::vector<Scenario>& arms, const PopulationSpec& spec,
                                const std::vector<PopulationBand>& bands = {});

/// Parts of a population that begin this many patients apart (counted from its first) hold the same
/// blocks as the whole, so that no curve depends on how the patients were shared out.
inline constexpr std::uint64_t part_alignment = 512;

}  // namespace ketascope
