// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/population/population.hpp"

#include <gtest/gtest.h>

#include <Eigen/Core>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numeric>
#include <random>
#include <stop_token>

#include "core/allocation_count.hpp"
#include "core/model_specs.hpp"
#include "expr/vector_width.hpp"
#include "ketascope/population/draws.hpp"
#include "ketascope/population/layout.hpp"
#include "ketascope/sim/columns.hpp"
#include "population/virtual_patients.hpp"
#include "sim/lanes/kernels.hpp"

namespace ketascope {
namespace {

using namespace test;

ModelSpec varied_spec() {
  ModelSpec spec = three_compartments();
  spec.random_effects = {effect("eta_V1", "V1", 0.09), effect("eta_CL", "CL", 0.16),
                         effect("eta_Q2", "Q2", 0.04)};
  spec.covariances = {covariance("eta_V1", "eta_CL", 0.06)};
  return spec;
}

DoseSpec dose_of(std::string route, Measure amount, double start_h = 0.0,
                 std::optional<Measure> duration = {}) {
  DoseSpec dose;
  dose.route = std::move(route);
  dose.amount = std::move(amount);
  dose.start = {start_h, "h"};
  dose.duration = std::move(duration);
  return dose;
}

Scenario scenario_of(const ModelPtr& model) {
  Scenario s;
  s.model = model;
  s.regimen =
      Schedule{dose_of("iv", {35, "mg"}, 0.0, Measure{40, "min"}), dose_of("iv", {20, "mg"}, 5.0)};
  s.sampling.until = {12, "h"};
  s.sampling.step = Measure{0.25, "h"};
  return s;
}

/// Every patient's own curve, values[patient][column-major].
std::vector<std::vector<double>> curves_of(const Scenario& scenario, PopulationSpec spec,
                                           int threads = 1) {
  spec.curves.resize(spec.count);
  std::iota(spec.curves.begin(), spec.curves.end(), 0);
  RunControl control;
  control.threads = threads;
  const auto result = simulate_population({scenario}, spec, {}, control);
  EXPECT_TRUE(result.has_value());
  std::vector<std::vector<double>> curves;
  for (const PatientCurve& curve : result->arms.front().curves)
    curves.push_back(curve.values);
  return curves;
}

// --- draws ------------------------------------------------------------------------------------

TEST(Draws, DependOnSeedSubjectAndVariableOnly) {
  const Draws draws(42), same(42), other(43);
  const auto key = variable_key("eta:CL");
  EXPECT_EQ(draws.normal(7, key), same.normal(7, key));
  EXPECT_NE(draws.normal(7, key), draws.normal(8, key));
  EXPECT_NE(draws.normal(7, key), draws.normal(7, variable_key("eta:V1")));
  EXPECT_NE(draws.normal(7, key), other.normal(7, key));
}

TEST(Draws, NormalScoresHaveTheMomentsOfANormal) {
  const Draws draws(1);
  const auto key = variable_key("eta:CL");
  const int n = 200'000;
  double sum = 0, squares = 0, fourth = 0;
  for (int i = 0; i < n; ++i) {
    const double z = draws.normal(static_cast<std::uint64_t>(i), key);
    ASSERT_TRUE(std::isfinite(z));
    sum += z;
    squares += z * z;
    fourth += z * z * z * z;
  }
  // Five standard errors of each moment.
  EXPECT_NEAR(sum / n, 0.0, 5 / std::sqrt(n));
  EXPECT_NEAR(squares / n, 1.0, 5 * std::sqrt(2.0 / n));
  EXPECT_NEAR(fourth / n, 3.0, 5 * std::sqrt(96.0 / n));
}

TEST(Draws, QuantileInvertsTheDistribution) {
  for (const double p : {1e-12, 1e-4, 0.025, 0.5, 0.8413447460685429, 0.999})
    EXPECT_NEAR(0.5 * std::erfc(-normal_quantile(p) / std::sqrt(2.0)), p, 1e-14 + 1e-12 * p);
  EXPECT_NEAR(normal_quantile(0.8413447460685429), 1.0, 1e-14);
}

// --- sketch -----------------------------------------------------------------------------------

TEST(Sketch, QuantilesAreWithinTheStatedErrorOfTheExactOnes) {
  std::mt19937_64 generator(5);
  std::lognormal_distribution<double> draw(-3.0, 1.2);
  std::vector<double> values;
  Sketch sketch;
  for (int i = 0; i < 20'000; ++i) {
    values.push_back((i % 97 == 0 ? -1.0 : 1.0) * draw(generator));
    if (i % 501 == 0)
      values.back() = 0.0;
    sketch.add(values.back());
  }
  std::ranges::sort(values);
  EXPECT_LE(sketch.relative_error(), 0.001);
  for (const double p : {0.001, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999, 1.0}) {
    const auto rank = static_cast<std::size_t>(std::ceil(p * 20'000.0));
    const double want = values[rank - 1];
    EXPECT_NEAR(sketch.quantile(p), want, sketch.relative_error() * std::abs(want)) << p;
  }
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / 20'000.0;
  EXPECT_NEAR(sketch.mean(), mean, 1e-13 * std::abs(mean));
}

TEST(Sketch, OrderAndSharingOutChangeNoBit) {
  std::mt19937_64 generator(6);
  std::lognormal_distribution<double> draw(0.0, 2.0);
  std::vector<double> values(5'000);
  for (double& v : values)
    v = draw(generator);
  values[7] = std::nan("");
  Sketch all;
  for (const double v : values)
    all.add(v);
  std::ranges::shuffle(values, generator);
  Sketch parts[3];
  for (std::size_t i = 0; i < values.size(); ++i)
    parts[i % 3].add(values[i]);
  parts[2].merge(parts[0]);
  parts[2].merge(parts[1]);
  EXPECT_EQ(parts[2].count(), 4'999u);
  EXPECT_EQ(parts[2].missing(), 1u);
  EXPECT_EQ(parts[2].mean(), all.mean());
  for (double p = 0.01; p < 1.0; p += 0.07)
    EXPECT_EQ(parts[2].quantile(p), all.quantile(p));
}

TEST(Sketch, SavedCountsComeBackBitForBit) {
  Sketch sketch;
  for (int i = 1; i < 300; ++i)
    sketch.add(0.01 * i * i);
  sketch.add(-4.0);
  std::vector<std::uint64_t> saved{99};
  sketch.save(saved);
  Sketch back;
  EXPECT_EQ(back.restore(saved, 1), saved.size());
  EXPECT_EQ(back, sketch);
  saved.pop_back();
  EXPECT_EQ(Sketch().restore(saved, 1), 0u);
}

// --- blocks -----------------------------------------------------------------------------------

/// Where a single run shows a row of a block: before what happens then, or after it.
std::size_t row_of(const SubjectResult& subject, const BlockRow& row) {
  std::size_t found = subject.time_h.size();
  for (std::size_t i = 0; i < subject.time_h.size(); ++i)
    if (same_instant(subject.time_h[i], row.time_h)) {
      found = i;
      if (row.side == Side::pre)
        break;
    }
  return found;
}

/// Every row of every patient against the single-subject solver at tight tolerance.
void expect_blocks_equal_single_runs(const Scenario& scenario, double tolerance) {
  PopulationSpec spec;
  spec.count = 21;
  const auto together = curves_of(scenario, spec);
  const auto rows = simulate_population({scenario}, spec)->arms.front().rows;
  Diagnostics problems;
  const SubjectRecords typical = resolve(scenario).subjects.front();
  const VirtualPatients patients(scenario, typical, spec, problems);
  for (std::uint64_t i = 0; i < spec.count; ++i) {
    VirtualPatients::Patient patient;
    patients.draw(i, patient);
    Scenario own = scenario;
    for (std::size_t p = 0; p < scenario.model->parameters.size(); ++p) {
      const Parameter& parameter = scenario.model->parameters[p];
      own.parameters[parameter.name] =
          Measure{patient.parameters[p] / parameter.unit.factor, parameter.unit_text};
    }
    own.solver.rtol = 1e-11;
    own.solver.atol = 1e-14;
    const auto alone = simulate(own);
    ASSERT_TRUE(alone.has_value());
    const SubjectResult& subject = alone->subjects.front();
    const auto want = subject.column(0);
    const double peak = *std::ranges::max_element(want);
    const std::vector<double>& got = together[i];
    ASSERT_EQ(got.size(), rows.size());
    for (std::size_t r = 0; r < rows.size(); ++r) {
      const std::size_t at = row_of(subject, rows[r]);
      ASSERT_LT(at, want.size()) << rows[r].time_h;
      EXPECT_NEAR(got[r], want[at], tolerance * std::max(want[at], 1e-3 * peak))
          << "patient " << i << " at " << rows[r].time_h;
    }
  }
}

TEST(Blocks, LinearPatientsEqualSingleRuns) {
  expect_blocks_equal_single_runs(scenario_of(built(varied_spec())), 1e-11);
}

TEST(Blocks, NonLinearPatientsEqualSingleRuns) {
  ModelSpec spec = michaelis_menten();
  spec.random_effects = {effect("eta_V1", "V1", 0.04), effect("eta_Vmax", "Vmax", 0.09)};
  Scenario scenario = scenario_of(built(spec));
  scenario.solver.rtol = 1e-9;
  expect_blocks_equal_single_runs(scenario, 1e-6);
}

TEST(Blocks, PatientsWithTheirOwnEventTimesEqualSingleRuns) {
  ModelSpec spec = varied_spec();
  spec.parameters.push_back(parameter("lag", 0.7, "h"));
  spec.parameters.push_back(parameter("F1", 0.6, "1"));
  spec.compartments.front().ALAG = text("lag");
  spec.compartments.front().F = text("F1");
  spec.random_effects.push_back(effect("eta_lag", "lag", 0.25));
  spec.random_effects.push_back(effect("eta_F1", "F1", 0.5, "logit"));
  Scenario scenario = scenario_of(built(spec));
  PopulationSpec population;
  population.count = 9;
  const auto curves = curves_of(scenario, population);
  // Typical events have rows of their own, which are no events of the patients: the comparison is
  // on the rows of the grid.
  Diagnostics problems;
  const VirtualPatients patients(scenario, resolve(scenario).subjects.front(), population,
                                 problems);
  const auto rows = simulate_population({scenario}, population)->arms.front().rows;
  for (std::uint64_t i = 0; i < population.count; ++i) {
    VirtualPatients::Patient patient;
    patients.draw(i, patient);
    Scenario own = scenario;
    for (std::size_t p = 0; p < scenario.model->parameters.size(); ++p) {
      const Parameter& parameter = scenario.model->parameters[p];
      own.parameters[parameter.name] =
          Measure{patient.parameters[p] / parameter.unit.factor, parameter.unit_text};
    }
    const auto alone = simulate(own);
    ASSERT_TRUE(alone.has_value());
    const SubjectResult& subject = alone->subjects.front();
    for (std::size_t r = 0; r < rows.size(); ++r) {
      const double quarters = 4.0 * rows[r].time_h;
      if (rows[r].side != Side::both || std::abs(quarters - std::round(quarters)) > 1e-9)
        continue;
      const auto at = std::ranges::find_if(
          subject.time_h, [&](double t) { return same_instant(t, rows[r].time_h); });
      ASSERT_NE(at, subject.time_h.end());
      const double want = subject.column(0)[static_cast<std::size_t>(at - subject.time_h.begin())];
      EXPECT_NEAR(curves[i][r], want, 1e-11 * std::max(want, 1e-3)) << i << " " << rows[r].time_h;
    }
  }
}

TEST(Blocks, SteadyStatePatientsEqualSingleRuns) {
  Scenario scenario = scenario_of(built(varied_spec()));
  DoseSpec dose = dose_of("iv", {10, "mg"}, 0.0, Measure{1, "h"});
  dose.steady_state = true;
  dose.repeats = 3;
  dose.interval = Measure{6, "h"};
  scenario.regimen = Schedule{dose};
  expect_blocks_equal_single_runs(scenario, 1e-11);
}

TEST(Blocks, SubjectsWithTheirOwnObservationsEqualSingleRuns) {
  // Irregular infusions and observations, some at one instant, eleven subjects of different length.
  const ModelPtr model = built(varied_spec());
  Scenario scenario;
  scenario.model = model;
  std::mt19937_64 generator(8);
  std::uniform_real_distribution<double> draw(0.05, 2.0);
  EventTable table;
  for (int i = 0; i < 11; ++i) {
    SubjectRecords subject;
    subject.id = std::to_string(i);
    subject.covariates = {60.0 + i};
    double clock = 0.0;
    for (int r = 0; r < 8 + i; ++r) {
      EventRecord dose;
      dose.time_h = clock;
      dose.evid = 1;
      dose.cmt = 1;
      dose.amt_mg = 10.0 * draw(generator);
      if (r % 2 == 0)
        dose.rate_mg_per_h = 15.0;
      subject.records.push_back(dose);
      EventRecord look;
      look.time_h = clock += r % 3 == 1 ? 0.0 : draw(generator);
      subject.records.push_back(look);
    }
    table.push_back(subject);
  }
  scenario.regimen = table;
  const auto alone = simulate(scenario);
  ASSERT_TRUE(alone.has_value());
  std::vector<Timeline> timelines;
  std::size_t most = 0;
  for (const SubjectRecords& subject : table) {
    timelines.push_back(compile_timeline(*model, subject, CovariatePolicy::locf).timeline);
    most = std::max(most, subject.records.size());
  }
  BlockPlan plan;
  plan.model = model;
  plan.own_times = true;
  plan.rows.resize(most);
  plan.outputs = {0};
  const auto solver = make_block_solver(plan, timelines.front());
  std::vector<double> out(most * solver->width());
  std::vector<Status> status(solver->width());
  for (std::size_t first = 0; first < table.size(); first += solver->width()) {
    std::vector<LaneSubject> subjects;
    for (std::size_t i = first; i < std::min(table.size(), first + solver->width()); ++i)
      subjects.push_back({&timelines[i], timelines[i].sets});
    solver->run(subjects, out, status, {});
    for (std::size_t lane = 0; lane < subjects.size(); ++lane) {
      const SubjectResult& want = alone->subjects[first + lane];
      ASSERT_EQ(status[lane], Status::completed);
      for (std::size_t r = 0; r < want.time_h.size(); ++r)
        EXPECT_NEAR(out[r * solver->width() + lane], want.column(0)[r],
                    1e-12 * std::max(want.column(0)[r], 1e-3))
            << first + lane << ", record " << r;
    }
  }
}

TEST(Blocks, MuchFasterPatientsAreRunAloneAndAgree) {
  ModelSpec spec = varied_spec();
  spec.random_effects = {effect("eta_V1", "V1", 4.0)};
  spec.covariances.clear();
  expect_blocks_equal_single_runs(scenario_of(built(spec)), 1e-10);
}

TEST(Blocks, WideAndPlainVectorsGiveTheSameBits) {
  std::mt19937_64 generator(3);
  std::uniform_real_distribution<double> draw(0.0, 1.0);
  const auto numbers = [&](std::size_t n) {
    std::vector<double> v(n * lanes::width);
    for (double& x : v)
      x = draw(generator);
    return v;
  };
  const std::vector<std::uint32_t> begin{0, 2, 5, 6};
  const std::vector<std::uint16_t> column{0, 1, 0, 1, 2, 2};
  const lanes::Pattern pattern{3, begin.data(), column.data()};
  const auto A = numbers(6), x = numbers(3), h = numbers(1);
  const auto results = [&](const lanes::Kernels& kernels) {
    std::vector<double> series = x, product = x, work(2 * 3 * lanes::width);
    kernels.taylor(pattern, A.data(), h.data(), 12, series.data(), work.data());
    kernels.multiply(pattern, A.data(), x.data(), product.data());
    series.insert(series.end(), product.begin(), product.end());
    return series;
  };
  const auto plain = results(lanes::kernels(16));
  for (std::size_t bytes = 32; bytes <= expr::vector_bytes(); bytes *= 2)
    EXPECT_EQ(results(lanes::kernels(bytes)), plain) << bytes << " bytes";
}

TEST(Blocks, ASecondBlockAllocatesNothing) {
  for (const bool linear : {true, false}) {
    Scenario scenario = scenario_of(built(varied_spec()));
    scenario.solver.kind = linear ? SolverOptions::Kind::linear : SolverOptions::Kind::ode;
    const ResolvedScenario resolved = resolve(scenario);
    const Timeline timeline =
        compile_timeline(*scenario.model, resolved.subjects.front(), CovariatePolicy::locf)
            .timeline;
    BlockPlan plan;
    plan.model = scenario.model;
    plan.solver = scenario.solver;
    std::vector<double> grid;
    for (int i = 0; i <= 120; ++i)
      grid.push_back(0.1 * i);
    plan.rows = block_rows(grid, timeline);
    plan.outputs = {0};
    const auto solver = make_block_solver(plan, timeline);
    const std::vector<LaneSubject> subjects(solver->width(), LaneSubject{&timeline, timeline.sets});
    std::vector<double> out(plan.rows.size() * solver->width());
    std::vector<Status> status(solver->width());
    const long at_first = allocation_count();
    solver->run(subjects, out, status, {});
    {
      // What is counted is any way to memory.
      const Eigen::VectorXd by_malloc = Eigen::VectorXd::Zero(100);
      const LaneNumbers aligned(100);
      EXPECT_GE(allocation_count() - at_first, 2) << by_malloc(0) + aligned[0];
    }
    const long before = allocation_count();
    solver->run(subjects, out, status, {});
    EXPECT_EQ(allocation_count() - before, 0) << solver->name();
  }
}

// --- populations --------------------------------------------------------------------------------

TEST(Population, NumberOfThreadsChangesNoBit) {
  for (const double memory_mb : {64.0, 0.0}) {
    PopulationSpec spec;
    spec.count = 1'000;
    spec.memory_mb = memory_mb;
    const Scenario scenario = scenario_of(built(varied_spec()));
    RunControl one, four;
    one.threads = 1;
    four.threads = 4;
    const auto a = simulate_population({scenario}, spec, {}, one);
    const auto b = simulate_population({scenario}, spec, {}, four);
    ASSERT_TRUE(a && b);
    EXPECT_EQ(a->arms[0].exact, memory_mb > 0.0);
    EXPECT_EQ(a->arms[0].columns[0].mean, b->arms[0].columns[0].mean);
    EXPECT_EQ(a->arms[0].columns[0].percentiles, b->arms[0].columns[0].percentiles);
    for (std::size_t m = 0; m < a->arms[0].metrics.size(); ++m) {
      EXPECT_EQ(a->arms[0].metrics[m].summary.mean, b->arms[0].metrics[m].summary.mean);
      EXPECT_EQ(a->arms[0].metrics[m].summary.percentiles,
                b->arms[0].metrics[m].summary.percentiles);
    }
  }
}

TEST(Population, NumberOfPatientsChangesNobody) {
  for (const auto kind : {SolverOptions::Kind::linear, SolverOptions::Kind::ode}) {
    Scenario scenario = scenario_of(built(varied_spec()));
    scenario.solver.kind = kind;
    PopulationSpec few, many;
    few.count = 5;
    many.count = 70;
    const auto a = curves_of(scenario, few), b = curves_of(scenario, many, 2);
    for (std::size_t i = 0; i < few.count; ++i)
      EXPECT_EQ(a[i], b[i]) << i;
  }
}

TEST(Population, CountedPercentilesAreWithinTheirErrorOfTheExactOnes) {
  PopulationSpec spec;
  spec.count = 2'000;
  const Scenario scenario = scenario_of(built(varied_spec()));
  const auto exact = simulate_population({scenario}, spec);
  spec.memory_mb = 0.0;
  const auto counted = simulate_population({scenario}, spec);
  ASSERT_TRUE(exact && counted);
  const auto &a = exact->arms[0].columns[0], &b = counted->arms[0].columns[0];
  for (std::size_t p = 0; p < a.percentiles.size(); ++p)
    for (std::size_t r = 0; r < a.mean.size(); ++r) {
      EXPECT_NEAR(b.percentiles[p][r], a.percentiles[p][r],
                  counted->arms[0].relative_error * a.percentiles[p][r]);
      EXPECT_NEAR(b.mean[r], a.mean[r], 1e-12 * a.mean[r]);
    }
}

TEST(Population, PartsPutTogetherGiveTheWhole) {
  PopulationSpec spec;
  spec.count = 300;
  spec.memory_mb = 0.0;
  const std::vector<Scenario> arms{scenario_of(built(varied_spec()))};
  const auto whole = simulate_population(arms, spec);
  auto part = simulate_part(arms, spec, 200, 100, {});
  const auto other = simulate_part(arms, spec, 0, 200, {});
  ASSERT_TRUE(whole && part && other);
  std::vector<std::uint64_t> saved;
  part->save(saved);
  PopulationPart restored;
  ASSERT_TRUE(restored.restore(saved));
  EXPECT_EQ(restored, *part);
  restored.merge(*other);
  const PopulationResult result = summarise(arms, spec, {}, restored);
  EXPECT_TRUE(result.complete);
  EXPECT_EQ(result.arms[0].columns[0].mean, whole->arms[0].columns[0].mean);
  EXPECT_EQ(result.arms[0].columns[0].percentiles, whole->arms[0].columns[0].percentiles);
  EXPECT_EQ(result.arms[0].metrics[0].summary.percentiles,
            whole->arms[0].metrics[0].summary.percentiles);
}

TEST(Population, VariabilityOfAOneCompartmentPeakIsThatOfItsVolume) {
  // C0 = D / V: its logarithm has the variance of eta_V1, its median D / V.
  ModelSpec spec = one_compartment();
  spec.random_effects = {effect("eta_V1", "V1", 0.09)};
  Scenario scenario;
  scenario.model = built(spec);
  scenario.regimen = Schedule{dose_of("iv", {50, "mg"})};
  scenario.sampling.until = {4, "h"};
  PopulationSpec population;
  population.count = 20'000;
  population.percentiles = {50.0, 84.1344746};
  const auto result = simulate_population({scenario}, population);
  ASSERT_TRUE(result.has_value());
  const auto& first = result->arms[0].columns[0];
  EXPECT_EQ(result->arms[0].rows[0].time_h, 0.0);
  EXPECT_NEAR(first.percentiles[0][0], 5.0, 5.0 * 0.3 * 5 * 1.2533 / std::sqrt(20'000));
  EXPECT_NEAR(std::log(first.percentiles[1][0] / first.percentiles[0][0]), 0.3, 0.015);
}

TEST(Population, CovariancesOfEffectsComeBack) {
  const Scenario scenario = scenario_of(built(varied_spec()));
  PopulationSpec spec;
  Diagnostics problems;
  const VirtualPatients patients(scenario, resolve(scenario).subjects.front(), spec, problems);
  const int n = 40'000;
  double vv = 0, cc = 0, vc = 0, vq = 0;
  VirtualPatients::Patient patient;
  for (int i = 0; i < n; ++i) {
    patients.draw(static_cast<std::uint64_t>(i), patient);
    const double v = std::log(patient.parameters[0] / 10.0);
    const double c = std::log(patient.parameters[1] / 5.0);
    const double q = std::log(patient.parameters[4] / 30.0);
    vv += v * v;
    cc += c * c;
    vc += v * c;
    vq += v * q;
  }
  EXPECT_NEAR(vv / n, 0.09, 5 * 0.09 * std::sqrt(2.0 / n));
  EXPECT_NEAR(cc / n, 0.16, 5 * 0.16 * std::sqrt(2.0 / n));
  EXPECT_NEAR(vc / n, 0.06, 5 * std::sqrt((0.09 * 0.16 + 0.06 * 0.06) / n));
  EXPECT_NEAR(vq / n, 0.0, 5 * std::sqrt(0.09 * 0.04 / n));
}

TEST(Population, AnotherEffectLeavesTheDrawsOfTheOthersAlone) {
  ModelSpec more = varied_spec();
  more.random_effects.insert(more.random_effects.begin(), effect("eta_Q3", "Q3", 0.3));
  PopulationSpec spec;
  Diagnostics problems;
  const Scenario a = scenario_of(built(varied_spec())), b = scenario_of(built(more));
  const VirtualPatients few(a, resolve(a).subjects.front(), spec, problems);
  const VirtualPatients many(b, resolve(b).subjects.front(), spec, problems);
  VirtualPatients::Patient one, other;
  few.draw(11, one);
  many.draw(11, other);
  for (const std::size_t p : {0u, 1u, 4u})  // V1, CL, Q2
    EXPECT_EQ(one.parameters[p], other.parameters[p]);
}

TEST(Population, DosesPerBodyWeightFollowTheDrawnWeight) {
  ModelSpec spec = one_compartment();
  Scenario scenario;
  scenario.model = built(spec);
  scenario.regimen = Schedule{dose_of("iv", {1, "mg/kg"})};
  scenario.sampling.until = {2, "h"};
  PopulationSpec population;
  population.count = 50;
  population.patients = true;
  CovariateDistribution weight;
  weight.name = "WT";
  weight.unit = "kg";
  weight.mean = 70;
  weight.sd = 12;
  weight.low = 45;
  weight.high = 110;
  population.covariates = {weight};
  population.curves = {0, 7, 49};
  const auto result = simulate_population({scenario}, population);
  ASSERT_TRUE(result.has_value());
  const ArmResult& arm = result->arms[0];
  const std::size_t width = arm.patients.names.size();
  for (const PatientCurve& curve : arm.curves) {
    const double kg = arm.patients.values[curve.subject * width + 2];
    EXPECT_GE(kg, 45.0);
    EXPECT_LE(kg, 110.0);
    EXPECT_NEAR(curve.values[0], kg / 10.0, 1e-12 * kg);
  }
}

TEST(Population, GroupsAndCorrelationsShapeCovariates) {
  ModelSpec spec = three_compartments();
  spec.covariates.push_back(covariate("HT", 170.0, "1"));
  CovariateSpec sex = covariate("SEX", 0.0, "1");
  sex.categories = {{"male", 0.0}, {"female", 1.0}};
  spec.covariates.push_back(sex);
  const Scenario scenario = scenario_of(built(spec));
  CovariateDistribution gender, height, weight;
  gender.name = "SEX";
  gender.kind = CovariateDistribution::Kind::categories;
  gender.probabilities = {{"female", 0.3}, {"male", 0.7}};
  height.name = "HT";
  height.unit = "1";
  height.by = "SEX";
  height.groups = {{"female", {165.0, 6.0}}, {"male", {178.0, 7.0}}};
  weight.name = "WT";
  weight.kind = CovariateDistribution::Kind::lognormal;
  weight.unit = "kg";
  weight.mean = 70.0;
  weight.sd = 0.2;
  PopulationSpec population;
  population.covariates = {gender, height, weight};
  population.correlations = {{"HT", "WT", 0.6}};
  Diagnostics problems;
  const VirtualPatients patients(scenario, resolve(scenario).subjects.front(), population,
                                 problems);
  ASSERT_FALSE(has_errors(problems)) << format(problems);
  const int n = 20'000;
  int women = 0;
  double product = 0;
  VirtualPatients::Patient patient;
  for (int i = 0; i < n; ++i) {
    patients.draw(static_cast<std::uint64_t>(i), patient);
    const bool female = patient.covariates[2] == 1.0;
    women += female ? 1 : 0;
    const double z_height =
        (patient.covariates[1] - (female ? 165.0 : 178.0)) / (female ? 6.0 : 7.0);
    product += z_height * std::log(patient.covariates[0] / 70.0) / 0.2;
    EXPECT_EQ(patient.weight_kg, patient.covariates[0]);
  }
  EXPECT_NEAR(women / double{n}, 0.3, 5 * std::sqrt(0.21 / n));
  EXPECT_NEAR(product / n, 0.6, 5 * std::sqrt((1 + 0.36) / n));
}

TEST(Population, OccasionsHaveDrawsOfTheirOwn) {
  ModelSpec spec = one_compartment();
  RandomEffectSpec occasion = effect("eta_CL_occasion", "CL", 0.25);
  occasion.level = text("occasion");
  spec.random_effects = {occasion};
  Scenario scenario;
  scenario.model = built(spec);
  scenario.regimen = Schedule{dose_of("iv", {50, "mg"})};
  scenario.sampling.until = {8, "h"};
  scenario.sampling.step = Measure{1, "h"};
  PopulationSpec population;
  population.count = 10;
  population.occasions = {{4, "h"}};
  const auto curves = curves_of(scenario, population);
  for (const std::vector<double>& c : curves) {
    const double early = std::log(c[0] / c[4]) / 4, late = std::log(c[4] / c[8]) / 4;
    EXPECT_NEAR(std::log(c[0] / c[1]), early, 1e-9);
    EXPECT_NEAR(std::log(c[7] / c[8]), late, 1e-9);
    EXPECT_GT(std::abs(early - late), 1e-4);
  }
  population.between_occasions = false;
  for (const std::vector<double>& c : curves_of(scenario, population))
    EXPECT_NEAR(std::log(c[0] / c[8]) / 8, 0.5, 1e-12);
}

TEST(Population, OccasionsTwiceOrTooLateAreRefused) {
  Scenario scenario;
  scenario.model = built(one_compartment());
  scenario.regimen = Schedule{dose_of("iv", {50, "mg"})};
  scenario.sampling.until = {8, "h"};
  PopulationSpec population;
  population.count = 2;
  for (const std::vector<Measure>& occasions :
       {std::vector<Measure>{{4, "h"}, {240, "min"}}, {{2, "h"}, {8, "h"}}, {{300, "h"}}}) {
    population.occasions = occasions;
    const auto result = simulate_population({scenario}, population);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().size(), 1u) << format(result.error());
    EXPECT_EQ(result.error().front().code, "population.occasion");
  }
  population.occasions = {{4, "h"}, {7.9, "h"}};
  EXPECT_TRUE(simulate_population({scenario}, population));
}

TEST(Population, StepperOfSingleSubjectsIsSaidNotToCount) {
  ModelSpec spec = michaelis_menten();
  Scenario scenario;
  scenario.model = built(spec);
  scenario.regimen = Schedule{dose_of("iv", {50, "mg"})};
  scenario.sampling.until = {1, "h"};
  scenario.solver.stepper = SolverOptions::Stepper::dopri5;
  PopulationSpec population;
  population.count = 2;
  const auto result = simulate_population({scenario}, population);
  ASSERT_TRUE(result);
  ASSERT_EQ(result->warnings.size(), 1u) << format(result->warnings);
  EXPECT_EQ(result->warnings.front().code, "population.stepper");
}

TEST(Population, ResidualErrorHasTheStatedSize) {
  ModelSpec spec = one_compartment();
  ResidualSpec residual;
  residual.output = text("ketamine");
  residual.proportional_sd = 0.2;
  residual.source = text("invented for the test");
  spec.residuals = {residual};
  Scenario scenario;
  scenario.model = built(spec);
  scenario.regimen = Schedule{dose_of("iv", {50, "mg"})};
  scenario.sampling.until = {2, "h"};
  scenario.sampling.step = Measure{1, "h"};
  PopulationSpec population;
  population.count = 10'000;
  population.residual = true;
  population.percentiles = {15.8655254, 50, 84.1344746};
  const auto result = simulate_population({scenario}, population);
  ASSERT_TRUE(result.has_value());
  const auto& column = result->arms[0].columns[0];
  EXPECT_NEAR(column.percentiles[2][1] / column.percentiles[1][1], 1.2, 0.015);
  EXPECT_NEAR(column.percentiles[0][1] / column.percentiles[1][1], 0.8, 0.015);
}

TEST(Population, TargetsAreCountedPatientByPatient) {
  ModelSpec spec = one_compartment();
  spec.random_effects = {effect("eta_V1", "V1", 0.09)};
  Scenario scenario;
  scenario.model = built(spec);
  scenario.regimen = Schedule{dose_of("iv", {50, "mg"})};
  scenario.sampling.until = {4, "h"};
  PopulationSpec population;
  population.count = 4'000;
  PopulationTarget target;
  target.name = "peak above 5 mg/L";
  target.output = "ketamine";
  target.metric = "cmax";
  target.value = 5;
  target.unit = "mg/L";
  population.targets = {target};
  const auto result = simulate_population({scenario}, population);
  ASSERT_TRUE(result.has_value());
  EXPECT_EQ(result->arms[0].targets[0].count, 4'000u);
  EXPECT_NEAR(static_cast<double>(result->arms[0].targets[0].reached), 2'000.0,
              5 * std::sqrt(1'000.0));
}

TEST(Population, WhatNobodyWantsIsLeftOutAndTheRestStaysAsItWas) {
  const Scenario scenario = scenario_of(built(varied_spec()));
  PopulationSpec spec;
  spec.count = 100;
  PopulationTarget target;
  target.name = "any";
  target.output = "ketamine";
  target.metric = "cmax";
  target.value = 0.1;
  target.unit = "mg/L";
  spec.targets = {target};
  for (const double memory_mb : {64.0, 0.0}) {  // of all values, and of counts
    spec.memory_mb = memory_mb;
    spec.curve_summaries = spec.metric_summaries = true;
    const auto whole = simulate_population({scenario}, spec);
    ASSERT_TRUE(whole.has_value());
    EXPECT_EQ(whole->arms[0].exact, memory_mb > 0.0);
    spec.metric_summaries = false;
    const auto curves = simulate_population({scenario}, spec);
    ASSERT_TRUE(curves.has_value());
    EXPECT_TRUE(curves->arms[0].metrics.empty());
    EXPECT_EQ(curves->arms[0].columns[0].percentiles, whole->arms[0].columns[0].percentiles);
    EXPECT_EQ(curves->arms[0].targets[0].reached, whole->arms[0].targets[0].reached);
    spec.metric_summaries = true;
    spec.curve_summaries = false;
    const auto metrics = simulate_population({scenario}, spec);
    ASSERT_TRUE(metrics.has_value());
    EXPECT_TRUE(metrics->arms[0].columns[0].percentiles.empty());
    ASSERT_EQ(metrics->arms[0].metrics.size(), whole->arms[0].metrics.size());
    for (std::size_t m = 0; m < whole->arms[0].metrics.size(); ++m)
      EXPECT_EQ(metrics->arms[0].metrics[m].summary.percentiles,
                whole->arms[0].metrics[m].summary.percentiles);
  }
}

TEST(Population, PatientsWhoAreNeverInABandAreCounted) {
  ModelSpec spec = one_compartment();
  spec.random_effects = {effect("eta_V1", "V1", 0.09)};
  Scenario scenario;
  scenario.model = built(spec);
  scenario.regimen = Schedule{dose_of("iv", {50, "mg"})};
  scenario.sampling.until = {4, "h"};
  PopulationSpec population;
  population.count = 500;
  PopulationTarget target;  // the same question, asked in another way
  target.name = "in the band at all";
  target.output = "ketamine";
  target.metric = "cmax";
  target.value = 5;
  target.unit = "mg/L";
  population.targets = {target};
  const std::vector<PopulationBand> bands{{0, "ketamine", "high", 5.0, {}}};
  for (const double memory_mb : {64.0, 0.0}) {
    population.memory_mb = memory_mb;
    const auto result = simulate_population({scenario}, population, bands);
    ASSERT_TRUE(result.has_value());
    const Summary& summary = result->arms[0].metrics.back().summary;
    EXPECT_EQ(result->arms[0].metrics.back().name, "time_in_band:high");
    EXPECT_EQ(summary.count - summary.zeros, result->arms[0].targets[0].reached);
    EXPECT_GT(summary.zeros, 100u);
  }
}

TEST(Population, OneBadPatientLosesNobodyElse) {
  // A volume that some patients draw so small that their numbers overflow.
  ModelSpec spec = one_compartment();
  RandomEffectSpec wild = effect("eta_V1", "V1", 40'000.0);
  spec.random_effects = {wild};
  Scenario scenario;
  scenario.model = built(spec);
  scenario.regimen = Schedule{dose_of("iv", {50, "mg"})};
  scenario.sampling.until = {2, "h"};
  PopulationSpec population;
  population.count = 2'000;
  const auto result = simulate_population({scenario}, population);
  ASSERT_TRUE(result.has_value());
  const ArmResult& arm = result->arms[0];
  EXPECT_EQ(arm.simulated, 2'000u);
  const auto completed = arm.statuses.at(Status::completed);
  EXPECT_GT(completed, 1'500u);
}

TEST(Population, ProblemsOfTheSpecComeAllAtOnce) {
  PopulationSpec population;
  population.count = 0;
  population.percentiles = {0.0};
  population.relative_error = 0.0;
  CovariateDistribution weight;
  weight.name = "WT";
  weight.unit = "h";
  weight.sd = -1;
  population.covariates = {weight};
  PopulationTarget target;
  target.output = "nothing";
  population.targets = {target};
  const auto result = simulate_population({scenario_of(built(varied_spec()))}, population);
  ASSERT_FALSE(result.has_value());
  std::vector<std::string> found;
  for (const Diagnostic& d : result.error())
    found.push_back(d.code);
  std::ranges::sort(found);
  EXPECT_EQ(found, (std::vector<std::string>{"population.count", "population.mean",
                                             "population.metric", "population.output",
                                             "population.percentiles", "population.relative_error",
                                             "population.sd", "population.unit"}));
}

TEST(PopulationCancel, StopsAndSaysHowFarItGot) {
  PopulationSpec population;
  population.count = 200'000;
  std::stop_source source;
  RunControl control;
  control.threads = 2;
  control.stop = source.get_token();
  std::atomic<int> calls{0};
  control.progress = [&](double fraction) {
    EXPECT_GT(fraction, 0.0);
    if (++calls == 3)
      source.request_stop();
  };
  const auto result =
      simulate_population({scenario_of(built(varied_spec()))}, population, {}, control);
  ASSERT_TRUE(result.has_value());
  EXPECT_FALSE(result->complete);
  EXPECT_GT(result->arms[0].simulated, 0u);
  EXPECT_LT(result->arms[0].simulated, population.count);
}

TEST(PopulationCancel, TableOfPatientsHoldsThoseWhoAreCounted) {
  PopulationSpec population;
  population.count = 20'000;
  population.patients = true;
  std::stop_source source;
  RunControl control;
  control.threads = 3;
  control.stop = source.get_token();
  std::atomic<int> calls{0};
  control.progress = [&](double) {
    if (++calls == 2)
      source.request_stop();
  };
  const auto result =
      simulate_population({scenario_of(built(varied_spec()))}, population, {}, control);
  ASSERT_TRUE(result.has_value());
  const ArmResult& arm = result->arms[0];
  std::uint64_t rows = 0;
  for (std::size_t i = 0; i < arm.patients.values.size(); i += arm.patients.names.size())
    rows += std::isnan(arm.patients.values[i]) ? 0 : 1;
  EXPECT_EQ(rows, arm.simulated);
}

TEST(PopulationCancel, NobodyIsCountedWhomTheSinkHasNotSeen) {
  struct Sink : PopulationSink {
    std::uint64_t seen = 0;
    void block(std::size_t, std::uint64_t first, std::size_t patients, std::span<const double>,
               std::span<const Status>) override {
      EXPECT_EQ(first, seen);
      seen += patients;
    }
  };
  PopulationSpec population;
  population.count = 200'000;
  population.memory_mb = 0;
  for (int round = 1; round <= 20; ++round) {
    Sink sink;
    std::stop_source source;
    RunControl control;
    control.threads = 2;
    control.stop = source.get_token();
    std::atomic<int> calls{0};
    control.progress = [&](double) {
      if (++calls == round)
        source.request_stop();
    };
    const auto result =
        simulate_population({scenario_of(built(varied_spec()))}, population, {}, control, &sink);
    ASSERT_TRUE(result);
    EXPECT_FALSE(result->complete);
    EXPECT_EQ(result->arms[0].simulated, sink.seen);
  }
}

TEST(Population, BlocksReachASinkInTheOrderOfPatientsWithManyThreads) {
  struct Sink : PopulationSink {
    std::uint64_t next = 0;
    bool in_order = true;
    std::vector<double> first_row;
    void block(std::size_t, std::uint64_t first, std::size_t patients,
               std::span<const double> values, std::span<const Status> status) override {
      in_order = in_order && first == next && status.size() == patients;
      next = first + patients;
      first_row.insert(first_row.end(), values.begin() + static_cast<std::ptrdiff_t>(4 * patients),
                       values.begin() + static_cast<std::ptrdiff_t>(5 * patients));
    }
  } sink;
  PopulationSpec population;
  population.count = 3'000;
  RunControl control;
  control.threads = 4;
  const Scenario scenario = scenario_of(built(varied_spec()));
  const auto result = simulate_population({scenario}, population, {}, control, &sink);
  ASSERT_TRUE(result.has_value());
  EXPECT_TRUE(sink.in_order);
  EXPECT_EQ(sink.next, 3'000u);
  std::ranges::sort(sink.first_row);
  EXPECT_EQ(sink.first_row[1'499], result->arms[0].columns[0].percentiles[1][4]);
}

TEST(Population, ASinkIsToldWhatWasMeasuredOfThePatientsOfEachBlock) {
  struct Sink : PopulationSink {
    std::uint64_t told = 0;
    std::vector<double> peaks, reached;
    void measured(std::size_t, std::uint64_t first, std::size_t patients,
                  std::span<const double> measured) override {
      told = first + patients;
      peaks.insert(peaks.end(), measured.begin(),
                   measured.begin() + static_cast<std::ptrdiff_t>(patients));
      reached.insert(reached.end(), measured.end() - static_cast<std::ptrdiff_t>(patients),
                     measured.end());
    }
    void block(std::size_t, std::uint64_t first, std::size_t patients, std::span<const double>,
               std::span<const Status>) override {
      EXPECT_EQ(told, first + patients);
    }
  } sink;
  const Scenario scenario = scenario_of(built(varied_spec()));
  PopulationSpec population;
  population.count = 1'200;
  PopulationTarget target;
  target.name = "high";
  target.output = columns_of(*scenario.model).front().name;
  target.metric = "cmax";
  target.unit = "mg/L";
  const auto typical = simulate_population({scenario}, population);
  ASSERT_TRUE(typical.has_value());
  target.value = typical->arms[0].metrics[0].summary.percentiles[1];
  population.targets = {target};
  const auto layout = population_layout({scenario}, population);
  ASSERT_TRUE(layout.has_value());
  ASSERT_FALSE((*layout)[0].measured.empty());
  EXPECT_EQ((*layout)[0].measured.front().name, "cmax");
  EXPECT_EQ((*layout)[0].measured.back(), (MeasuredInfo{"high", target.output, true}));
  RunControl control;
  control.threads = 4;
  const auto result = simulate_population({scenario}, population, {}, control, &sink);
  ASSERT_TRUE(result.has_value());
  ASSERT_EQ(sink.peaks.size(), 1'200u);
  EXPECT_EQ(static_cast<std::uint64_t>(std::ranges::count(sink.reached, 1.0)),
            result->arms[0].targets[0].reached);
  EXPECT_EQ(result->arms[0].metrics[0].summary.maximum, std::ranges::max(sink.peaks));
}

}  // namespace
}  // namespace ketascope
