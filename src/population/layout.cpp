// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/population/layout.hpp"

#include "population/arm.hpp"

namespace ketascope {

tl::expected<std::vector<ArmLayout>, Diagnostics> population_layout(
    const std::vector<Scenario>& scenarios, const PopulationSpec& spec,
    const std::vector<PopulationBand>& bands) {
  Diagnostics problems;
  const auto arms = make_arms(scenarios, spec, bands, problems);
  if (has_errors(problems))
    return tl::unexpected(std::move(problems));
  std::vector<ArmLayout> layouts;
  for (const auto& arm : arms) {
    std::vector<MeasuredInfo> measured;
    for (const Arm::Metric& metric : arm->metrics())
      measured.push_back({metric.name, arm->infos()[metric.column].name, false});
    for (const Arm::Target& target : arm->targets())
      measured.push_back({target.name, arm->infos()[target.metric.column].name, true});
    layouts.push_back({arm->scenario().name, arm->scenario().model, arm->plan().rows, arm->infos(),
                       std::move(measured)});
  }
  return layouts;
}

Diagnostics population_problems(const std::vector<Scenario>& scenarios, const PopulationSpec& spec,
                                const std::vector<PopulationBand>& bands) {
  Diagnostics problems;
  (void)make_arms(scenarios, spec, bands, problems);
  return problems;
}

}  // namespace ketascope
