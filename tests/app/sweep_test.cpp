// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/sweep.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>
#include <stop_token>

#include "app/test_models.hpp"

namespace ketascope {
namespace {

using testing::TemporaryFolder;

/// Dose over volume (50 L) at once, so that every peak is known.
std::string bolus(const std::string& axes, const std::string& more = {}) {
  return "format = \"ketascope-sweep 1\"\ntitle = \"t\"\n" + more + axes + R"(
[display]
unit = "mg/L"
bands = ["none"]
[[scenario]]
model = "one"
doses = [{ route = "iv", amount = "20 mg" }]
until = "12 h"
)";
}

struct Fixture {
  TemporaryFolder folder;
  Fixture() { folder.add("one.toml", testing::one_compartment()); }
  Library library() const { return Library({folder.path()}); }
};

SweepSpec parsed(const std::string& text) {
  auto spec = parse_sweep_file(text, "s.toml");
  EXPECT_TRUE(spec) << format(spec ? Diagnostics{} : spec.error());
  return spec ? *spec : SweepSpec{};
}

const std::string two_axes = R"(
[[axes]]
vary = "doses.1.amount"
values = ["10 mg", "20 mg"]
[[axes]]
vary = "parameters.V"
values = ["25 L", "50 L", "100 L"]
)";

TEST(Sweep, EveryPointIsTheScenarioThatItSays) {
  const Fixture fixture;
  const auto result = run_sweep(parsed(bolus(two_axes)), fixture.library());
  ASSERT_TRUE(result) << format(result.error());
  ASSERT_EQ(result->outcomes.size(), 6u);
  std::vector<double> peaks;
  for (const SweepOutcome& outcome : result->outcomes) {
    ASSERT_EQ(outcome.rows.size(), 1u) << outcome.trouble;
    peaks.push_back(outcome.rows[0].cmax);
  }
  const std::vector<double> wanted{0.4, 0.2, 0.1, 0.8, 0.4, 0.2};
  for (std::size_t i = 0; i < 6; ++i) {
    EXPECT_NEAR(peaks[i], wanted[i], 1e-9) << i;
  }
}

TEST(Sweep, TableIsTheSameForAnyNumberOfThreads) {
  const Fixture fixture;
  const SweepSpec spec = parsed(bolus(two_axes));
  RunControl one, four;
  one.threads = 1;
  four.threads = 4;
  const std::string table = sweep_csv(*run_sweep(spec, fixture.library(), one));
  EXPECT_EQ(table, sweep_csv(*run_sweep(spec, fixture.library(), four)));
  EXPECT_NE(table.find("point,doses.1.amount [mg],parameters.V [L],model,output,unit,Cmax,"),
            std::string::npos)
      << table;
  EXPECT_NE(table.find("\n4,20,25,one,ketamine,mg/L,0.8,"), std::string::npos) << table;
}

TEST(Sweep, ProblemsAreFoundBeforeTheFirstPointEachAtItsAxis) {
  const Fixture fixture;
  const auto result = run_sweep(parsed(bolus(R"([[axes]]
vary = "parameters.CLL"
values = ["1 L/h", "2 L/h"]
[[axes]]
vary = "subject.WT"
values = ["70 L"]
)")),
                                fixture.library());
  ASSERT_FALSE(result);
  ASSERT_EQ(result.error().size(), 2u) << format(result.error());
  EXPECT_EQ(result.error()[0].file, "s.toml");
  EXPECT_EQ(result.error()[0].at.line, 4);
  EXPECT_EQ(result.error()[1].code, "unit.mismatch");
  EXPECT_EQ(result.error()[1].at.line, 7);
}

TEST(Sweep, StoppedSweepSaysSoInItsTable) {
  const Fixture fixture;
  std::stop_source stop;
  RunControl control;
  control.stop = stop.get_token();
  control.threads = 1;
  control.progress = [&](double fraction) {
    if (fraction > 0.3) {
      stop.request_stop();
    }
  };
  const auto result = run_sweep(parsed(bolus(two_axes)), fixture.library(), control);
  ASSERT_TRUE(result);
  EXPECT_FALSE(result->complete);
  EXPECT_LT(result->outcomes.size(), 6u);
  EXPECT_NE(sweep_csv(*result).find("# incomplete: the sweep was stopped after"),
            std::string::npos);
}

TEST(Sweep, TwoAxesOfAGridMakeAHeatMapWithAPlaceForEveryValue) {
  const Fixture fixture;
  const auto result = run_sweep(parsed(bolus(two_axes)), fixture.library());
  ASSERT_TRUE(result);
  const auto figure = sweep_figure(*result);
  ASSERT_TRUE(figure) << format(figure.error());
  EXPECT_TRUE(figure->is_heat_map());
  EXPECT_EQ(figure->x.label, "doses.1.amount [mg]");
  EXPECT_EQ(figure->y.ticks, (std::vector<std::string>{"25", "50", "100"}));
  EXPECT_EQ(figure->value_label, "Cmax of ketamine [mg/L]");
  ASSERT_EQ(figure->values.size(), 6u);
  EXPECT_NEAR(figure->values[1], 0.8, 1e-9);
  EXPECT_NEAR(figure->values[4], 0.1, 1e-9);
}

TEST(Sweep, TwoAxesThatMakeNoGridAreCombinationsWithTheirPlaces) {
  const Fixture fixture;
  const auto result = run_sweep(parsed(bolus(R"(
[[axes]]
vary = "doses.1.amount"
values = ["10 mg", "20 mg", "40 mg"]
[[axes]]
vary = "parameters.V"
from = "25 L"
to = "100 L"
steps = 3
spacing = "log"
)",
                                             "design = \"list\"\n")),
                                fixture.library());
  ASSERT_TRUE(result) << format(result.error());
  const auto figure = sweep_figure(*result);
  ASSERT_TRUE(figure) << format(figure.error());
  EXPECT_FALSE(figure->is_heat_map());
  ASSERT_EQ(figure->points.size(), 3u);
  ASSERT_EQ(figure->values.size(), 3u);
  for (std::size_t i = 0; i < 3; ++i) {
    const auto [x, y] = figure->points[i];
    EXPECT_NEAR(figure->values[i], figure->x.at[x] / figure->y.at[y], 1e-9);
  }
  EXPECT_FALSE(figure->x.log);
  EXPECT_TRUE(figure->y.log);
}

TEST(Sweep, NumbersAgainstAFewWordsAreALineForEachWord) {
  Fixture fixture;
  std::string other = testing::one_compartment();
  const std::string id = "id = \"one\"", volume = "value = 50";
  other.replace(other.find(id), id.size(), "id = \"two\"");
  other.replace(other.find(volume), volume.size(), "value = 25");
  fixture.folder.add("two.toml", other);
  const std::string models = "[[axes]]\nvary = \"model\"\nvalues = [\"one\", \"two\"]\n";
  const std::string doses =
      "[[axes]]\nvary = \"doses.1.amount\"\nvalues = [\"10 mg\", \"20 mg\", \"40 mg\"]\n";
  // Whichever comes first.
  for (const std::string& axes : {models + doses, doses + models}) {
    const auto result = run_sweep(parsed(bolus("\n" + axes)), fixture.library());
    ASSERT_TRUE(result) << format(result.error());
    const auto figure = sweep_figure(*result);
    ASSERT_TRUE(figure) << format(figure.error());
    EXPECT_TRUE(figure->lines);
    EXPECT_FALSE(figure->is_heat_map());
    EXPECT_EQ(figure->x.at, (std::vector<double>{10, 20, 40}));
    EXPECT_EQ(figure->y.ticks, (std::vector<std::string>{"one", "two"}));
    ASSERT_EQ(figure->values.size(), 6u);
    EXPECT_NEAR(figure->values[2], 0.8, 1e-9);
    EXPECT_NEAR(figure->values[3], 0.4, 1e-9);
  }
}

TEST(Sweep, RepeatsAndRoutesAreVaried) {
  const Fixture fixture;
  std::string text = bolus(R"(
[[axes]]
vary = "doses.1.route"
values = ["iv", "oral"]
[[axes]]
vary = "doses.1.repeats"
from = 0
to = 4
steps = 3
)");
  const std::string dose = "\"20 mg\" }";
  text.replace(text.find(dose), dose.size(), "\"20 mg\", repeats = 1, interval = \"1 h\" }");
  const auto result = run_sweep(parsed(text), fixture.library());
  ASSERT_TRUE(result) << format(result.error());
  ASSERT_EQ(result->outcomes.size(), 6u);
  for (const SweepOutcome& outcome : result->outcomes) {
    ASSERT_FALSE(outcome.rows.empty()) << outcome.trouble;
  }
  // Doses add up in the area to infinity, and half of a swallowed one arrives.
  const auto area = [&](std::size_t point) { return *result->outcomes[point].rows[0].auc_0_inf; };
  EXPECT_NEAR(area(1) / area(0), 3.0, 1e-6);
  EXPECT_NEAR(area(2) / area(0), 5.0, 1e-6);
  EXPECT_NEAR(area(3) / area(0), 0.5, 1e-6);
  EXPECT_NE(sweep_csv(*result).find("\n2,iv,2,one,"), std::string::npos);
}

TEST(Sweep, ARouteThatOneModelLacksIsToldAtItsPoint) {
  Fixture fixture;
  std::string other = testing::one_compartment();
  const std::string id = "id = \"one\"", oral = "id = \"oral\"";
  other.replace(other.find(id), id.size(), "id = \"two\"");
  other.replace(other.find(oral), oral.size(), "id = \"rectal\"");
  fixture.folder.add("two.toml", other);
  const std::string routes = R"(
[[axes]]
vary = "doses.1.route"
values = ["oral", "rectal"]
)";
  const auto result = run_sweep(
      parsed(bolus("\n[[axes]]\nvary = \"model\"\nvalues = [\"one\", \"two\"]\n" + routes)),
      fixture.library());
  ASSERT_TRUE(result) << format(result.error());
  EXPECT_TRUE(result->outcomes[0].trouble.empty());
  EXPECT_FALSE(result->outcomes[1].trouble.empty());
  EXPECT_FALSE(result->outcomes[2].trouble.empty());
  EXPECT_TRUE(result->outcomes[3].trouble.empty());
  // With one model it is a mistake.
  const auto refused = run_sweep(parsed(bolus(routes)), fixture.library());
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error()[0].message.find("rectal"), std::string::npos);
}

TEST(Sweep, FigureSaysWhenModelsAnswerWithDifferentThings) {
  Fixture fixture;
  std::string other = testing::one_compartment();
  const std::string id = "id = \"one\"", name = "name = \"ketamine\"";
  other.replace(other.find(id), id.size(), "id = \"two\"");
  other.replace(other.find(name, other.find("[[outputs]]")), name.size(), "name = \"esketamine\"");
  fixture.folder.add("two.toml", other);
  const auto result = run_sweep(parsed(bolus(R"(
[[axes]]
vary = "model"
values = ["one", "two"]
)")),
                                fixture.library());
  ASSERT_TRUE(result) << format(result.error());
  const auto figure = sweep_figure(*result);
  ASSERT_TRUE(figure) << format(figure.error());
  EXPECT_EQ(figure->value_label, "Cmax of ketamine or esketamine [mg/L]");
}

TEST(Sweep, TyposOfThePlotAreToldBeforeTheFirstPoint) {
  const Fixture fixture;
  const auto run = [&](const std::string& plot) {
    return run_sweep(parsed(bolus(two_axes + "\n[plot]\n" + plot)), fixture.library());
  };
  EXPECT_TRUE(run("metric = \"auc\"\noutput = \"ketamine\"\n"));
  const auto output = run("output = \"ketamin\"\n");
  ASSERT_FALSE(output);
  EXPECT_EQ(output.error()[0].code, "sweep.output_unknown");
  EXPECT_GT(output.error()[0].at.line, 0);
  const auto band = run("metric = \"time_in_band:nonsense\"\n");
  ASSERT_FALSE(band);
  EXPECT_EQ(band.error()[0].code, "sweep.band_unknown");
  EXPECT_GT(band.error()[0].at.line, 0);
}

/// V of every patient is that of the model times exp(0.3 z), and so is the peak of a bolus.
struct PatientFixture {
  TemporaryFolder folder;
  PatientFixture() {
    folder.add("one.toml", testing::one_compartment() + R"(
[[random_effects]]
name = "eta_V"
parameter = "V"
distribution = "lognormal"
level = "subject"
variance = 0.09
source = "assumed"
)");
  }
  Library library() const { return Library({folder.path()}); }
};

const std::string people = R"(
[population]
n = 400
seed = 5
percentiles = [10, 50, 90]
[[population.targets]]
name = "peak above 0.5 mg/L"
output = "ketamine"
metric = "cmax"
above = "0.5 mg/L"
)";

const PopulationRow& row_of(const SweepOutcome& outcome, const std::string& name) {
  const auto row = std::ranges::find(outcome.patients, name, &PopulationRow::name);
  if (row == outcome.patients.end()) {
    throw std::runtime_error("no row " + name + ": " + outcome.trouble);
  }
  return *row;
}

TEST(SweepOfPatients, EveryPointIsThePopulationOfItsScenario) {
  const PatientFixture fixture;
  const SweepSpec spec = parsed(bolus(two_axes + people));
  const auto result = run_sweep(spec, fixture.library());
  ASSERT_TRUE(result) << format(result.error());
  ASSERT_EQ(result->outcomes.size(), 6u);
  EXPECT_TRUE(result->warnings.empty()) << format(result->warnings);
  for (std::size_t i = 0; i < 6; ++i) {
    ScenarioFile alone = spec.base;
    alone.scenarios = {at_point(spec, result->points[i])};
    const auto prepared = prepare_population(alone, fixture.library());
    ASSERT_TRUE(prepared) << format(prepared.error());
    const auto direct = simulate_population(prepared->arms, prepared->spec, prepared->bands);
    ASSERT_TRUE(direct);
    const PopulationMetric& cmax = direct->arms[0].metrics[0];
    ASSERT_EQ(cmax.name, "cmax");
    const PopulationRow& row = row_of(result->outcomes[i], "cmax");
    EXPECT_EQ(row.summary.mean, cmax.summary.mean);
    EXPECT_EQ(row.summary.percentiles, cmax.summary.percentiles);
    EXPECT_EQ(row_of(result->outcomes[i], "peak above 0.5 mg/L").reached,
              direct->arms[0].targets[0].reached);
  }
}

TEST(SweepOfPatients, ThePatientsOfAllPointsAreTheSamePeople) {
  // Twice the dose is twice the peak of everybody, and so of every percentile.
  const PatientFixture fixture;
  const auto result = run_sweep(parsed(bolus(two_axes + people)), fixture.library());
  ASSERT_TRUE(result) << format(result.error());
  for (std::size_t v = 0; v < 3; ++v) {
    const auto& once = row_of(result->outcomes[v], "cmax").summary;
    const auto& twice = row_of(result->outcomes[v + 3], "cmax").summary;
    for (std::size_t p = 0; p < 3; ++p) {
      EXPECT_NEAR(twice.percentiles[p] / once.percentiles[p], 2.0, 1e-12);
    }
  }
  // 20 mg into 50 L exp(0.3 z): more than 0.5 mg/L where z < ln(0.8) / 0.3, 22.8 % of people.
  const PopulationRow& reached = row_of(result->outcomes[4], "peak above 0.5 mg/L");
  EXPECT_EQ(reached.patients, 400u);
  EXPECT_NEAR(static_cast<double>(reached.reached) / 400.0, 0.228, 3.0 * 0.021);
}

TEST(SweepOfPatients, TableAndFigureSayWhatThePatientsReach) {
  const PatientFixture fixture;
  const std::string target = "\n[plot]\nmetric = \"target:peak above 0.5 mg/L\"\n";
  RunControl one, two;
  one.threads = 1;
  two.threads = 2;
  const SweepSpec spec = parsed(bolus(two_axes + people + target));
  const auto result = run_sweep(spec, fixture.library(), one);
  ASSERT_TRUE(result) << format(result.error());
  const std::string table = sweep_csv(*result);
  EXPECT_EQ(table, sweep_csv(*run_sweep(spec, fixture.library(), two)));
  EXPECT_NE(table.find("point,doses.1.amount [mg],parameters.V [L],model,of,output,name,unit,"
                       "patients,mean,minimum,maximum,p10,p50,p90,reached,share,status\n"),
            std::string::npos)
      << table;
  EXPECT_NE(table.find("\n6,20,100,one,target,ketamine,peak above 0.5 mg/L,,400,,,,,,,"),
            std::string::npos)
      << table;
  const auto figure = sweep_figure(*result);
  ASSERT_TRUE(figure) << format(figure.error());
  EXPECT_TRUE(figure->is_heat_map());
  EXPECT_EQ(figure->value_label, "patients who reach: peak above 0.5 mg/L [%]");
  const PopulationRow& first = row_of(result->outcomes[0], "peak above 0.5 mg/L");
  EXPECT_EQ(figure->values[0], 100.0 * static_cast<double>(first.reached) / 400.0);
  EXPECT_TRUE(figure->low.empty());
}

TEST(SweepOfPatients, LineIsTheMedianAndTheOuterPercentilesAreShaded) {
  const PatientFixture fixture;
  const std::string axis = R"(
[[axes]]
vary = "doses.1.amount"
values = ["10 mg", "20 mg", "40 mg"]
)";
  const auto result = run_sweep(parsed(bolus(axis + people)), fixture.library());
  ASSERT_TRUE(result) << format(result.error());
  const auto figure = sweep_figure(*result);
  ASSERT_TRUE(figure) << format(figure.error());
  for (std::size_t i = 0; i < 3; ++i) {
    const std::vector<double>& percentiles =
        row_of(result->outcomes[i], "cmax").summary.percentiles;
    EXPECT_EQ(figure->low[i], percentiles[0]);
    EXPECT_EQ(figure->values[i], percentiles[1]);
    EXPECT_EQ(figure->high[i], percentiles[2]);
  }
  EXPECT_NE(figure->footnote.find("Median of 400 virtual patients, seed 5. Shaded: percentiles 10 "
                                  "to 90."),
            std::string::npos)
      << figure->footnote;
}

TEST(SweepOfPatients, WhatIsDrawnForEverybodyIsNoAxis) {
  const PatientFixture fixture;
  const std::string weights = people + R"(
[population.covariates]
WT = { distribution = "normal", mean = "70 kg", sd = "5 kg" }
)";
  const auto result = run_sweep(parsed(bolus(R"([[axes]]
vary = "subject.WT"
values = ["60 kg", "80 kg"]
)" + weights)),
                                fixture.library());
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error()[0].code, "sweep.drawn");
  EXPECT_GT(result.error()[0].at.line, 0);
}

TEST(SweepOfPatients, MetricsThatPatientsOrOneSubjectLackAreRefusedBeforeTheFirstPoint) {
  const PatientFixture fixture;
  const auto code = [&](const std::string& more, const std::string& metric) {
    const auto result =
        run_sweep(parsed(bolus(two_axes + more + "\n[plot]\nmetric = \"" + metric + "\"\n")),
                  fixture.library());
    return result ? std::string() : result.error()[0].code;
  };
  EXPECT_EQ(code(people, "half_life"), "sweep.metric");
  EXPECT_EQ(code(people, "auc_inf"), "sweep.metric");
  EXPECT_EQ(code(people, "target:peek"), "sweep.target_unknown");
  EXPECT_EQ(code(people, "tmax"), "");
  EXPECT_EQ(code("", "target:peak above 0.5 mg/L"), "sweep.metric");
}

TEST(SweepOfPatients, ATableOfCovariatesIsReadOnceForAllPoints) {
  const PatientFixture fixture;
  fixture.folder.add("people.csv", "WT\n50\n100\n");
  std::string text = bolus(R"([[axes]]
vary = "doses.1.amount"
values = ["1 mg/kg", "2 mg/kg"]
)" + people);
  text.replace(text.find("n = 400"), 7, "n = 2\nbetween_subjects = false\ntable = \"people.csv\"");
  SweepSpec spec = parsed(text);
  spec.base_folder = fixture.folder.path();
  const auto result = run_sweep(spec, fixture.library());
  ASSERT_TRUE(result) << format(result.error());
  // 50 mg and 100 mg, then 100 mg and 200 mg, into 50 L.
  EXPECT_NEAR(row_of(result->outcomes[0], "cmax").summary.mean, 1.5, 1e-9);
  EXPECT_NEAR(row_of(result->outcomes[1], "cmax").summary.maximum, 4.0, 1e-9);
}

TEST(SweepOfPatients, StoppedSweepKeepsWholePointsOnly) {
  const PatientFixture fixture;
  std::stop_source stop;
  RunControl control;
  control.stop = stop.get_token();
  control.threads = 1;
  double last = 0.0;
  control.progress = [&](double fraction) {
    EXPECT_GE(fraction, last);
    last = fraction;
    if (fraction > 0.4) {
      stop.request_stop();
    }
  };
  const auto result = run_sweep(parsed(bolus(two_axes + people)), fixture.library(), control);
  ASSERT_TRUE(result) << format(result.error());
  EXPECT_FALSE(result->complete);
  EXPECT_GT(result->outcomes.size(), 0u);
  EXPECT_LT(result->outcomes.size(), 6u);
  for (const SweepOutcome& outcome : result->outcomes) {
    EXPECT_EQ(row_of(outcome, "cmax").patients, 400u);
  }
}

TEST(Sweep, OneAxisMakesALineAndThreeMakeNoFigure) {
  const Fixture fixture;
  const std::string one = R"(
[[axes]]
vary = "doses.1.amount"
from = "10 mg"
to = "40 mg"
steps = 4
)";
  const auto line = sweep_figure(*run_sweep(parsed(bolus(one)), fixture.library()));
  ASSERT_TRUE(line);
  EXPECT_FALSE(line->is_heat_map());
  EXPECT_EQ(line->x.at, (std::vector<double>{10, 20, 30, 40}));
  EXPECT_NEAR(line->values[3], 0.8, 1e-9);
  const std::string third = R"(
[[axes]]
vary = "subject.WT"
values = ["60 kg"]
)";
  const auto none = sweep_figure(*run_sweep(parsed(bolus(two_axes + third)), fixture.library()));
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error()[0].code, "sweep.plot_axes");
}

}  // namespace
}  // namespace ketascope
