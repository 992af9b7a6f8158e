// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/io/sweep_file.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "io/text_files.hpp"

namespace ketascope {
namespace {

using testing::listing;
using testing::TemporaryFolder;

std::string sweep(const std::string& head, const std::string& axes) {
  return "format = \"ketascope-sweep 1\"\n" + head + axes + R"(
[[scenario]]
model = "one"
doses = [{ route = "iv", amount = "20 mg", duration = "40 min" }]
)";
}

std::vector<double> numbers(const std::vector<SweepPoint>& points, std::size_t axis) {
  std::vector<double> values;
  for (const SweepPoint& point : points) {
    values.push_back(point[axis].number.value);
  }
  return values;
}

TEST(SweepFile, GridTakesEveryPairAndTheLastAxisRunsFastest) {
  const auto spec = parse_sweep_file(sweep("", R"(
[[axes]]
vary = "doses.1.amount"
values = ["10 mg", "0.5 mg/kg"]
[[axes]]
vary = "subject.WT"
from = "50 kg"
to = "110 kg"
steps = 3
)"),
                                     "s.toml");
  ASSERT_TRUE(spec) << listing(spec.error());
  const auto points = sweep_points(*spec);
  ASSERT_EQ(points.size(), 6u);
  EXPECT_EQ(numbers(points, 1), (std::vector<double>{50, 80, 110, 50, 80, 110}));
  EXPECT_EQ(points[3][0].number, (Measure{0.5, "mg/kg"}));
  const ScenarioSpec scenario = at_point(*spec, points[4]);
  EXPECT_EQ(scenario.doses[0].amount, (Measure{0.5, "mg/kg"}));
  EXPECT_EQ(scenario.subject.at("WT"), (Measure{80, "kg"}));
}

TEST(SweepFile, ListTakesTheFirstOfEachThenTheSecond) {
  const auto spec = parse_sweep_file(sweep("design = \"list\"\n", R"(
[[axes]]
vary = "model"
values = ["one", "two"]
[[axes]]
vary = "doses.1.duration"
values = ["10 min", "1 h"]
)"),
                                     "s.toml");
  ASSERT_TRUE(spec) << listing(spec.error());
  const auto points = sweep_points(*spec);
  ASSERT_EQ(points.size(), 2u);
  EXPECT_EQ(at_point(*spec, points[1]).model, "two");
  EXPECT_EQ(at_point(*spec, points[1]).doses[0].duration, (Measure{1, "h"}));
}

TEST(SweepFile, LogSpacingMultipliesByTheSameFactor) {
  const auto spec = parse_sweep_file(sweep("", R"(
[[axes]]
vary = "parameters.CL"
from = "1 L/h"
to = "100 L/h"
steps = 3
spacing = "log"
)"),
                                     "s.toml");
  ASSERT_TRUE(spec) << listing(spec.error());
  const auto values = numbers(sweep_points(*spec), 0);
  EXPECT_EQ(values.front(), 1.0);
  EXPECT_NEAR(values[1], 10.0, 1e-12);
  EXPECT_EQ(values.back(), 100.0);
}

TEST(SweepFile, UpperEndIsReadInTheUnitOfTheLower) {
  const auto spec = parse_sweep_file(sweep("", R"(
[[axes]]
vary = "doses.1.duration"
from = "30 min"
to = "2 h"
steps = 4
)"),
                                     "s.toml");
  ASSERT_TRUE(spec) << listing(spec.error());
  EXPECT_EQ(numbers(sweep_points(*spec), 0), (std::vector<double>{30, 60, 90, 120}));
}

TEST(SweepFile, LatinHypercubeHasOnePointInEveryPartOfEveryAxis) {
  const std::string axes = R"(
[[axes]]
vary = "subject.WT"
from = "50 kg"
to = "150 kg"
[[axes]]
vary = "subject.RACE"
values = ["caucasian", "japanese"]
)";
  const auto spec =
      parse_sweep_file(sweep("design = \"latin-hypercube\"\npoints = 50\nseed = 3\n", axes), "s");
  ASSERT_TRUE(spec) << listing(spec.error());
  const auto points = sweep_points(*spec);
  std::set<int> parts;
  int japanese = 0;
  for (const SweepPoint& point : points) {
    parts.insert(static_cast<int>((point[0].number.value - 50.0) / 2.0));
    japanese += point[1].word == "japanese" ? 1 : 0;
  }
  EXPECT_EQ(parts.size(), 50u);
  EXPECT_EQ(japanese, 25);
  EXPECT_EQ(points, sweep_points(*spec));
  const auto other =
      parse_sweep_file(sweep("design = \"latin-hypercube\"\npoints = 50\nseed = 4\n", axes), "s");
  EXPECT_NE(numbers(points, 0), numbers(sweep_points(*other), 0));
  EXPECT_FALSE(std::ranges::is_sorted(numbers(points, 0)));
}

TEST(SweepFile, AllProblemsComeInOneRunWithTheirPlaces) {
  const auto spec = parse_sweep_file(R"(format = "ketascope-sweep 1"
design = "gird"
points = 5
colour = "red"
[[axes]]
vary = "doses.2.amount"
values = ["10 mg"]
[[axes]]
vary = "weight"
values = []
[[axes]]
vary = "subject.WT"
from = "80 kg"
to = "70 kg"
[[axes]]
vary = "subject.WT"
from = "1 kg"
to = "70 L"
steps = 1
spacing = "even"
[plot]
metric = "peak"
[[scenario]]
model = "one"
doses = [{ route = "iv", amount = "20 mg" }]
)",
                                     "s.toml");
  ASSERT_FALSE(spec);
  std::string places;
  for (const Diagnostic& d : spec.error()) {
    places += fmt::format("{}:{} {}\n", d.at.line, d.at.column, d.code);
  }
  EXPECT_EQ(places,
            "2:11 sweep.design\n3:10 sweep.points\n4:1 toml.unknown_field\n6:9 sweep.dose\n"
            "9:9 sweep.vary\n10:10 sweep.values\n13:9 sweep.steps\n14:7 sweep.range\n"
            "16:9 sweep.twice\n18:7 unit.mismatch\n19:9 sweep.steps\n20:12 sweep.spacing\n"
            "22:11 sweep.metric\n")
      << listing(spec.error());
}

TEST(SweepFile, RepeatsAreCountsAndRoutesAreWords) {
  const auto with = [](const std::string& axis) {
    return parse_sweep_file("format = \"ketascope-sweep 1\"\n[[axes]]\n" + axis +
                                "[[scenario]]\nmodel = \"one\"\n"
                                "doses = [{ route = \"iv\", amount = \"20 mg\" }]\n",
                            "s.toml");
  };
  const auto counts = with("vary = \"doses.1.repeats\"\nvalues = [0, 3]\n");
  ASSERT_TRUE(counts) << listing(counts.error());
  EXPECT_EQ(at_point(*counts, sweep_points(*counts)[1]).doses[0].repeats, 3);
  const auto routes = with("vary = \"doses.1.route\"\nvalues = [\"iv\", \"im\"]\n");
  ASSERT_TRUE(routes) << listing(routes.error());
  EXPECT_EQ(at_point(*routes, sweep_points(*routes)[1]).doses[0].route, "im");
  for (const char* wrong : {"vary = \"doses.1.repeats\"\nvalues = [0.5]\n",
                            "vary = \"doses.1.repeats\"\nvalues = [\"2 h\"]\n",
                            "vary = \"doses.1.repeats\"\nfrom = 0\nto = 5\nsteps = 3\n",
                            "vary = \"doses.1.route\"\nfrom = 0\nto = 5\nsteps = 3\n"}) {
    const auto refused = with(wrong);
    ASSERT_FALSE(refused) << wrong;
    EXPECT_EQ(refused.error()[0].code, "sweep.values") << wrong;
  }
}

TEST(SweepFile, BaseMayBeAFileBesideTheSweep) {
  const TemporaryFolder folder;
  folder.write(
      "base.toml",
      "format = \"ketascope-scenario 1\"\n[[scenario]]\nmodel = \"one\"\ndoses = [{ route = "
      "\"iv\", amount = \"20 mg\" }]\n");
  const auto path = folder.write("sweep.toml",
                                 "format = \"ketascope-sweep 1\"\nbase = \"base.toml\"\n[[axes]]\n"
                                 "vary = \"doses.1.amount\"\nvalues = [\"1 mg\", \"2 mg\"]\n");
  const auto spec = load_sweep_file(path);
  ASSERT_TRUE(spec) << listing(spec.error());
  EXPECT_EQ(spec->base.scenarios[0].model, "one");
  EXPECT_EQ(spec->base_folder, folder.path());
}

TEST(SweepFile, MissingBaseFileIsToldBesideTheOtherProblems) {
  const TemporaryFolder folder;
  const auto path = folder.write("sweep.toml",
                                 "format = \"ketascope-sweep 1\"\nbase = \"none.toml\"\n[[axes]]\n"
                                 "vary = \"colour\"\nvalues = [1]\n");
  const auto spec = load_sweep_file(path);
  ASSERT_FALSE(spec);
  ASSERT_EQ(spec.error().size(), 2u) << listing(spec.error());
  EXPECT_EQ(spec.error()[0].code, "sweep.vary");
  EXPECT_EQ(spec.error()[1].code, "file.unreadable");
}

}  // namespace
}  // namespace ketascope
