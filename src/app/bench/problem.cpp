// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/problem.hpp"

#include <algorithm>
#include <cmath>

#include "ketascope/io/model_file.hpp"
#include "ketascope/population/draws.hpp"
#include "ketascope/sim/simulate.hpp"

namespace ketascope::bench {
namespace {

DoseSpec dose_of(std::string route, double mg, double start_min, double duration_min = 0.0) {
  DoseSpec dose;
  dose.route = std::move(route);
  dose.amount = {mg, "mg"};
  dose.start = {start_min, "min"};
  if (duration_min > 0.0)
    dose.duration = Measure{duration_min, "min"};
  return dose;
}

Schedule schedule_of(std::string_view problem) {
  Schedule doses;
  if (problem == "P1") {
    for (int k = 0; k < 6; ++k)
      doses.push_back(dose_of("iv", 35, 2880.0 * k, 40));
    return doses;
  }
  for (const double t : {0.0, 2880.0, 5760.0})
    doses.push_back(dose_of("iv", 35, t, 40));
  for (const double t : {1440.0, 4320.0, 7200.0})
    doses.push_back(dose_of("oral", 70, t));
  if (problem == "P3")
    for (const double t : {1440.0, 2880.0, 4320.0, 5760.0, 7200.0, 8640.0})
      doses.push_back(dose_of("inhibitor", 200, t));
  return doses;
}

}  // namespace

tl::expected<Problem, Diagnostics> load_problem(const Library& library, std::string_view name,
                                                std::size_t subjects, int observations) {
  Problem problem;
  problem.name = name;
  const std::string file = name == "P1" ? "p1.toml" : name == "P2" ? "p2.toml" : "p3.toml";
  std::filesystem::path path;
  for (const auto& folder : library.folders())
    if (std::filesystem::exists(folder / "bench" / file) && path.empty())
      path = folder / "bench" / file;
  BuiltModel built = load_model(path);
  if (!built.model)
    return tl::unexpected(std::move(built.diagnostics));
  problem.model = built.model;
  problem.scenario.model = built.model;
  problem.scenario.regimen = schedule_of(name);
  const double horizon_min = name == "P1" ? 17280.0 : 10080.0;
  problem.scenario.sampling.until = {horizon_min, "min"};
  ResolvedScenario resolved = resolve(problem.scenario);
  if (has_errors(resolved.diagnostics))
    return tl::unexpected(std::move(resolved.diagnostics));
  problem.timeline =
      compile_timeline(*built.model, resolved.subjects.front(), CovariatePolicy::locf).timeline;
  problem.plan.model = built.model;
  for (int i = 1; i <= observations; ++i)
    problem.plan.rows.push_back({horizon_min * i / observations / 60.0, Side::both});
  for (std::size_t o = 0; o < built.model->outputs.size(); ++o)
    problem.plan.outputs.push_back(static_cast<int>(o));
  problem.plan.solver.rtol = 2.5e-5;
  problem.plan.solver.atol = 2e-9;

  problem.subjects = problem.plan.subjects = subjects;
  const Draws draws(20261122);
  const std::size_t width = problem.timeline.width;
  problem.sets.resize(subjects * width);
  for (std::size_t i = 0; i < subjects; ++i) {
    std::copy_n(problem.timeline.sets.begin(), width,
                problem.sets.begin() + static_cast<std::ptrdiff_t>(i * width));
    if (subjects == 1)
      break;
    for (const RandomEffect& effect : built.model->random_effects)
      problem.sets[i * width + static_cast<std::size_t>(effect.parameter)] *=
          std::exp(0.3 * draws.normal(i, variable_key("eta:" + effect.name)));
  }
  return problem;
}

}  // namespace ketascope::bench
