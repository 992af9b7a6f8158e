// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/population/layout.hpp"

#include "population/arm.hpp"

namespace ketascope {

tl::expected<std::vector<ArmLayout>, Diagnostics> population_layout(
    const std::vector<Scenario>& arms, const PopulationSpec& spec,
    const std::vector<PopulationBand>& bands) {
  Diagnostics problems;
  std::vector<ArmLayout> layouts;
  for (const Scenario& scenario : arms) {
    Diagnostics own;
    const Arm arm(layouts.size(), scenario, spec, bands, own);
    for (Diagnostic& d : own) {
      if (arms.size() > 1 && !scenario.name.empty())
        d.message = scenario.name + ": " + d.message;
      problems.push_back(std::move(d));
    }
    std::vector<MeasuredInfo> measured;
    for (const Arm::Metric& metric : arm.metrics())
      measured.push_back({metric.name, arm.infos()[metric.column].name, false});
    for (const Arm::Target& target : arm.targets())
      measured.push_back({target.name, arm.infos()[target.metric.column].name, true});
    layouts.push_back(
        {scenario.name, scenario.model, arm.plan().rows, arm.infos(), std::move(measured)});
  }
  if (has_errors(problems))
    return tl::unexpected(std::move(problems));
  return layouts;
}

}  // namespace ketascope
