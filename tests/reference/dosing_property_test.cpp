// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <ranges>

#include "random_tables.hpp"

namespace ketascope {
namespace {

using namespace schedules;
using Kind = SolverOptions::Kind;

double largest(const std::vector<double>& values) {
  double most = 1e-3;
  for (const double v : values)
    most = std::max(most, std::abs(v));
  return most;
}

/// Every value within `tolerance` of the largest.
void expect_same_curve(const std::vector<double>& got, const std::vector<double>& want,
                       double tolerance) {
  ASSERT_EQ(got.size(), want.size());
  const double scale = largest(want);
  for (std::size_t i = 0; i < got.size(); ++i)
    ASSERT_NEAR(got[i], want[i], tolerance * scale) << "row " << i + 1;
}

/// A dose row as a row that only stands there.
Row without_dose(Row row) {
  EventRecord bare;
  bare.time_h = row.event.time_h;
  bare.evid = 2;
  row.event = bare;
  return row;
}

bool doses(const Row& row) {
  return row.event.evid == 1 || row.event.evid == 4;
}

TEST(DosingProperty, LinearModelsSuperpose) {
  const Allow allow{.steady_state = false, .resets = false, .switches = false};
  for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
    SCOPED_TRACE(seed);
    Draws draws(seed);
    const std::vector<Row> all = draw_table(draws, allow);
    std::vector<Row> some = all, others = all;
    for (std::size_t i = 0; i < all.size(); ++i)
      if (doses(all[i])) {
        Row& left_out = draws.chance(0.5) ? some[i] : others[i];
        left_out = without_dose(left_out);
      }
    std::vector<double> sum = run(some, Kind::linear);
    std::ranges::transform(sum, run(others, Kind::linear), sum.begin(), std::plus<>());
    expect_same_curve(run(all, Kind::linear), sum, 1e-11);
    if (HasFatalFailure())
      return;
  }
}

TEST(DosingProperty, AdditionalDosesEqualWrittenOutOnes) {
  const Allow allow{
      .added_steady_state = false, .resets = false, .switches = false, .covariates_change = false};
  for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
    SCOPED_TRACE(seed);
    Draws draws(10'000 + seed);
    std::vector<Row> table = draw_table(draws, allow);
    // A steady state ends earlier series, so it may only come first.
    for (Row& row : table | std::views::drop(1))
      if (row.event.ss != 0) {
        row.event.ss = 0;
        if (row.event.addl == 0)
          row.event.ii_h = 0;
      }
    // Copies stand before records of their time; their own order among each other changes nothing.
    struct Placed {
      double t;
      int order;
      Row row;
      bool copy;
    };
    std::vector<Placed> placed;
    for (std::size_t i = 0; i < table.size(); ++i) {
      Row parent = table[i];
      for (int copy = 1; copy <= table[i].event.addl; ++copy) {
        Row dose = table[i];
        dose.event.time_h += copy * dose.event.ii_h;
        dose.event.addl = dose.event.ss = 0;
        dose.event.ii_h = 0;
        dose.event.evid = 1;
        placed.push_back({dose.event.time_h, 0, dose, true});
      }
      parent.event.addl = 0;
      if (parent.event.ss == 0)
        parent.event.ii_h = 0;
      placed.push_back({parent.event.time_h, 1, parent, false});
    }
    const double end = table.back().event.time_h;
    std::erase_if(placed, [&](const Placed& p) { return p.t > end && !same_instant(p.t, end); });
    // Round-off must not put a copy behind the record of its instant.
    for (Placed& p : placed)
      if (p.copy)
        for (const Row& row : table)
          if (same_instant(row.event.time_h, p.t))
            p.t = p.row.event.time_h = row.event.time_h;
    std::ranges::stable_sort(placed, {}, [](const Placed& p) { return std::pair(p.t, p.order); });
    std::vector<Row> written;
    for (const Placed& p : placed)
      written.push_back(p.row);
    const std::vector<double> all = run(written, Kind::linear);
    std::vector<double> of_records;
    for (std::size_t i = 0; i < placed.size(); ++i)
      if (!placed[i].copy)
        of_records.push_back(all[i]);
    expect_same_curve(run(table, Kind::linear), of_records, 1e-11);
    if (HasFatalFailure())
      return;
  }
}

TEST(DosingProperty, SteadyStateEqualsALongDoseTrain) {
  for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
    SCOPED_TRACE(seed);
    Draws draws(20'000 + seed);
    Row dose{draw_dose(draws, 0.0, {.added_steady_state = false, .resets = false})};
    dose.covariates = draw_covariates(draws, draws.chance(0.5) ? draws.between(0, 5.9) : 0.0);
    dose.event.ss = 1;
    if (dose.event.ii_h == 0)
      dose.event.ii_h = draws.whole(6, 24);
    // Infusions of several intervals, exact multiples of it as well.
    if (dose.event.rate_mg_per_h > 0 && draws.chance(0.3)) {
      const double F = dose.event.cmt == 2 ? dose.covariates.F : 1.0;
      const double length = draws.chance(0.5) ? draws.whole(1, 3) : draws.between(0.2, 3.5);
      dose.event.rate_mg_per_h = F * dose.event.amt_mg / (length * dose.event.ii_h);
    }
    // exp(-0.055 * 6 * 150) of the first dose is left: nothing.
    constexpr int past = 150;
    Row train = dose;
    train.event.ss = 0;
    train.event.time_h = -past * dose.event.ii_h;
    train.event.addl = past + dose.event.addl;
    std::vector<Row> steady{dose}, written{train};
    for (int i = 0; i < 12; ++i) {
      const Row look{observation(i == 0 ? 0.0 : draws.between(0.0, 3.0 * dose.event.ii_h)),
                     dose.covariates};
      steady.push_back(look);
    }
    std::ranges::stable_sort(steady.begin() + 1, steady.end(), {},
                             [](const Row& r) { return r.event.time_h; });
    written.insert(written.end(), steady.begin() + 1, steady.end());
    std::vector<double> got = run(steady, Kind::linear), want = run(written, Kind::linear);
    got.erase(got.begin());
    want.erase(want.begin());
    expect_same_curve(got, want, 1e-10);
    if (HasFatalFailure())
      return;
  }
}

TEST(DosingProperty, SplittingARunChangesNothing) {
  for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
    SCOPED_TRACE(seed);
    Draws draws(30'000 + seed);
    const Kind kind = seed % 10 == 0 ? Kind::ode : Kind::linear;
    const std::vector<Row> table = draw_table(draws, {.covariates_change = false});
    std::vector<Row> split;
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < table.size(); ++i) {
      const bool resets = table[i].event.evid >= 3;
      if (i > 0 && !resets && draws.chance(0.4)) {
        Row extra = table[i];
        extra.event = observation(draws.between(table[i - 1].event.time_h, table[i].event.time_h));
        extra.event.evid = draws.whole(0, 1) * 2;
        split.push_back(extra);
      }
      kept.push_back(split.size());
      split.push_back(table[i]);
    }
    const std::vector<double> all = run(split, kind);
    std::vector<double> of_table;
    for (const std::size_t i : kept)
      of_table.push_back(all[i]);
    expect_same_curve(of_table, run(table, kind), 1e-12);
    if (HasFatalFailure())
      return;
  }
}

TEST(DosingProperty, ExactSolverMayStopAnywhere) {
  // A covariate that nothing depends on changes at the extra rows, which ends one stretch and
  // begins another: the state is carried across.
  for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
    SCOPED_TRACE(seed);
    Draws draws(40'000 + seed);
    const Allow allow{.covariates_change = false};
    std::vector<Row> table = draw_table(draws, allow);
    for (Row& row : table)
      if (row.event.rate_mg_per_h == -2)
        row.event.rate_mg_per_h = 0;
    std::vector<Row> split = table;
    for (Row& row : split)
      if (draws.chance(0.5))
        row.covariates.D += 1.0;
    expect_same_curve(run(split, Kind::linear), run(table, Kind::linear), 1e-12);
    if (HasFatalFailure())
      return;
  }
}

TEST(DosingProperty, ExactAndOdeSolverAgree) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    SCOPED_TRACE(seed);
    Draws draws(50'000 + seed);
    const std::vector<Row> table = draw_table(draws);
    expect_same_curve(run(table, Kind::ode), run(table, Kind::linear), 1e-6);
    if (HasFatalFailure())
      return;
  }
}

TEST(DosingProperty, CurvesAreProportionalToTheDose) {
  for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
    SCOPED_TRACE(seed);
    Draws draws(60'000 + seed);
    std::vector<Row> table = draw_table(draws);
    const double factor = draws.between(0.01, 100);
    std::vector<double> want = run(table, Kind::linear);
    for (double& v : want)
      v *= factor;
    for (Row& row : table) {
      row.event.amt_mg *= factor;
      if (row.event.rate_mg_per_h > 0)
        row.event.rate_mg_per_h *= factor;
      row.covariates.R *= factor;
    }
    expect_same_curve(run(table, Kind::linear), want, 1e-11);
    if (HasFatalFailure())
      return;
  }
}

// --- many subjects
// --------------------------------------------------------------------------------

Scenario many_subjects(std::uint64_t seed, int count) {
  Draws draws(seed);
  Scenario s = scenario({}, Kind::automatic);
  EventTable table;
  for (int i = 0; i < count; ++i) {
    table.push_back(subject(draw_table(draws)));
    table.back().id = std::to_string(i);
  }
  s.regimen = std::move(table);
  return s;
}

void expect_same_bits(const SubjectResult& a, const SubjectResult& b) {
  EXPECT_EQ(a.status, b.status);
  EXPECT_EQ(a.time_h, b.time_h);
  EXPECT_EQ(a.values, b.values);
  EXPECT_EQ(a.final_state, b.final_state);
  EXPECT_EQ(a.input, b.input);
}

TEST(SubjectsProperty, OrderOfIndependentSubjectsChangesNoBit) {
  const Scenario in_order = many_subjects(7, 300);
  Scenario shuffled = in_order;
  auto& table = std::get<EventTable>(shuffled.regimen);
  std::vector<std::size_t> order(table.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  Draws draws(8);
  for (std::size_t i = order.size(); i-- > 1;)
    std::swap(order[i], order[static_cast<std::size_t>(draws.whole(0, static_cast<int>(i)))]);
  for (std::size_t i = 0; i < order.size(); ++i)
    table[i] = std::get<EventTable>(in_order.regimen)[order[i]];
  const Result a = simulate(in_order).value(), b = simulate(shuffled).value();
  for (std::size_t i = 0; i < order.size(); ++i) {
    EXPECT_EQ(b.subjects[i].id, a.subjects[order[i]].id);
    expect_same_bits(b.subjects[i], a.subjects[order[i]]);
  }
}

TEST(RunControlThreadsProperty, NumberOfThreadsChangesNoBit) {
  for (const Kind kind : {Kind::linear, Kind::ode}) {
    Scenario s = many_subjects(9, kind == Kind::linear ? 200 : 40);
    s.solver.kind = kind;
    RunControl one;
    one.threads = 1;
    const Result alone = simulate(s, one).value();
    for (const int threads : {2, 4, 0}) {
      RunControl control;
      control.threads = threads;
      const Result many = simulate(s, control).value();
      ASSERT_EQ(many.subjects.size(), alone.subjects.size());
      EXPECT_EQ(many.solver, alone.solver);
      for (std::size_t i = 0; i < many.subjects.size(); ++i)
        expect_same_bits(many.subjects[i], alone.subjects[i]);
    }
  }
}

// --- mass balance
// ---------------------------------------------------------------------------------

ModelPtr balance_model() {
  static const ModelPtr model = [] {
    const BuiltModel built =
        load_model(std::string(KETASCOPE_SOURCE_DIR) + "/tests/reference/depot_balance.toml");
    EXPECT_TRUE(built.model) << format(built.diagnostics);
    return built.model;
  }();
  return model;
}

void expect_mass_balance(Kind kind, std::uint64_t first_seed, int count) {
  const Allow allow{.steady_state = false,
                    .added_steady_state = false,
                    .resets = false,
                    .switches = false,
                    .covariates_change = false};
  for (std::uint64_t seed = first_seed; seed < first_seed + static_cast<std::uint64_t>(count);
       ++seed) {
    SCOPED_TRACE(seed);
    Draws draws(seed);
    std::vector<Row> table = draw_table(draws, allow);
    // Far enough for every copy and every infusion to have ended.
    table.push_back({observation(table.back().event.time_h + 400), table.back().covariates});
    double given = 0.0;
    for (const Row& row : table) {
      const double F = row.event.cmt == 2 ? row.covariates.F : 1.0;
      if (doses(row))
        given += F * row.event.amt_mg * (1 + row.event.addl);
    }
    Scenario s = scenario(table, kind);
    s.model = balance_model();
    const Result result = simulate(s).value();
    const SubjectResult& r = result.subjects.at(0);
    ASSERT_EQ(r.status, Status::completed);
    const double found = std::accumulate(r.final_state.begin(), r.final_state.end(), 0.0);
    ASSERT_NEAR(r.input, given, 1e-9 * given);
    ASSERT_NEAR(found, given, 1e-9 * given);
  }
}

TEST(MassBalanceProperty, ExactSolverLosesNothing) {
  expect_mass_balance(Kind::linear, 70'000, 1000);
}
TEST(MassBalanceProperty, OdeSolverLosesNothing) {
  expect_mass_balance(Kind::ode, 80'000, 100);
}

TEST(MassBalanceProperty, BodyAndEliminatedNeverExceedWhatHasEntered) {
  // At any time of a table with infusions still running.
  const Allow allow{
      .steady_state = false, .added_steady_state = false, .resets = false, .switches = false};
  for (std::uint64_t seed = 90'000; seed < 90'500; ++seed) {
    SCOPED_TRACE(seed);
    Draws draws(seed);
    Scenario s = scenario(draw_table(draws, allow), Kind::linear);
    s.model = balance_model();
    const Result result = simulate(s).value();
    const SubjectResult& r = result.subjects.at(0);
    const double found = std::accumulate(r.final_state.begin(), r.final_state.end(), 0.0);
    ASSERT_NEAR(found, r.input, 1e-9 * std::max(r.input, 1.0));
  }
}

}  // namespace
}  // namespace ketascope
