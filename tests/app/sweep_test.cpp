// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/sweep.hpp"

#include <gtest/gtest.h>

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

TEST(Sweep, VirtualPatientsOfItsBaseAreLeftAloneAndItSaysSo) {
  const Fixture fixture;
  const auto result =
      run_sweep(parsed(bolus(two_axes + "\n[population]\nn = 10\n")), fixture.library());
  ASSERT_TRUE(result) << format(result.error());
  ASSERT_EQ(result->warnings.size(), 1u);
  EXPECT_EQ(result->warnings[0].code, "sweep.population");
  EXPECT_GT(result->warnings[0].at.line, 0);
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
