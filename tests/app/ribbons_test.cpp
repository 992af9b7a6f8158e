// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/ribbons.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "app/test_models.hpp"
#include "ketascope/app/document_report.hpp"
#include "ketascope/app/effects.hpp"
#include "ketascope/app/event_run.hpp"
#include "ketascope/app/patient_summary.hpp"
#include "ketascope/app/population.hpp"
#include "ketascope/app/run.hpp"

namespace ketascope {
namespace {

using testing::TemporaryFolder;
using Simulated = Run;  // inside a test the name Run is GoogleTest's

Library shipped() {
  return Library({KETASCOPE_MODELS_DIR});
}

ScenarioSpec infusion() {
  ScenarioSpec spec;
  spec.name = "infusion";
  spec.model = "simons2022";
  spec.subject["WT"] = {70, "kg"};
  spec.sampling.until = {6, "h"};
  DoseSpec dose;
  dose.route = "iv";
  dose.amount = {20, "mg"};
  dose.start = {1, "h"};
  dose.duration = Measure{40, "min"};
  spec.doses = {dose};
  return spec;
}

Simulated run_of(const ScenarioSpec& spec) {
  const auto scenario = prepare(spec, shipped());
  EXPECT_TRUE(scenario) << format(scenario.error());
  const auto result = simulate(*scenario);
  EXPECT_TRUE(result) << format(result.error());
  return {spec, *scenario, *result};
}

PopulationSpec patients(std::uint64_t count) {
  PopulationSpec spec;
  spec.count = count;
  return spec;
}

RunPatients ribbons_for(const Simulated& run, std::uint64_t count) {
  auto result = simulate_patients(run, patients(count));
  EXPECT_TRUE(result) << format(result.error());
  return {0, std::make_shared<const PopulationResult>(std::move(*result))};
}

/// Part of the times at which the curve lies between the percentiles.
double held(const Figure::Curve& curve, const Figure::Ribbon& ribbon) {
  std::size_t inside = 0, seen = 0;
  for (std::size_t i = 0; i < ribbon.x.size(); ++i) {
    const auto at = std::ranges::lower_bound(curve.x, ribbon.x[i] - 1e-9) - curve.x.begin();
    const double y = curve.y[static_cast<std::size_t>(at)];
    ++seen;
    inside += ribbon.low[i] <= y * 1.01 + 1e-12 && y <= ribbon.high[i] * 1.01 + 1e-12 ? 1 : 0;
  }
  return static_cast<double>(inside) / static_cast<double>(seen);
}

TEST(Ribbons, LieAroundEffectSitesAndEffectsToo) {
  ScenarioSpec spec = infusion();
  spec.outputs = {"S-ketamine"};
  spec.effects = {"olofsen2022"};
  const std::vector<Simulated> runs{run_of(spec)};
  const std::vector<RunPatients> all{ribbons_for(runs[0], 200)};
  EXPECT_TRUE(all[0].result->arms[0].metrics.empty()) << "nobody reads them off a figure";
  Figure figure = build_figure(runs, {}, DisplaySpec{}, "");
  add_ribbons(figure, runs, all, DisplaySpec{});
  ASSERT_EQ(figure.ribbons.size(), 1U);
  ASSERT_EQ(figure.panes.size(), 2U);
  for (const Figure::Pane& pane : figure.panes) {
    ASSERT_EQ(pane.ribbons.size(), 1U) << pane.label;
    const Figure::Ribbon& ribbon = pane.ribbons[0];
    EXPECT_EQ(ribbon.curve, 0U);
    EXPECT_EQ(ribbon.label, "5-95 %, n = 200");
    EXPECT_NE(pane.curves[0].label.find(ribbon.label), std::string::npos);
    double widest = 0;
    for (std::size_t i = 0; i < ribbon.x.size(); ++i) {
      widest = std::max(widest, ribbon.high[i] - ribbon.low[i]);
    }
    EXPECT_GT(widest, 0.0) << pane.label;
    EXPECT_GT(held(pane.curves[0], ribbon), 0.9) << pane.label;
  }
}

TEST(Ribbons, OfAnEventTableAreThoseOfTheSameDosesTyped) {
  const Simulated typed = run_of(infusion());
  const auto exported = export_events(typed.scenario);
  ASSERT_TRUE(exported) << format(exported.error());
  TemporaryFolder folder;
  ScenarioSpec spec = infusion();
  spec.doses.clear();
  spec.subject.clear();  // the weight is a column of the table
  spec.events = folder.add("doses.csv", exported->csv).string();
  const Simulated table = run_of(spec);
  const auto wanted = ribbons_for(typed, 100);
  const auto found = ribbons_for(table, 100);
  const auto top = [](const RunPatients& all) {
    return std::ranges::max(all.result->arms[0].columns[0].percentiles.back());
  };
  EXPECT_NEAR(top(found) / top(wanted), 1.0, 1e-3);
  const std::vector<Simulated> runs{table};
  Figure figure = build_figure(runs, {}, DisplaySpec{}, "");
  add_ribbons(figure, runs, std::vector{found}, DisplaySpec{});
  EXPECT_EQ(figure.ribbons.size(), figure.curves.size());
  for (std::size_t c = 0; c < figure.curves.size(); ++c) {
    EXPECT_GT(held(figure.curves[c], figure.ribbons[c]), 0.9) << figure.curves[c].label;
  }
}

TEST(Ribbons, OfAnEventTableOfSeveralPeopleSayThatTheyAreSpreadOverThem) {
  const auto exported = export_events(run_of(infusion()).scenario);
  ASSERT_TRUE(exported);
  std::string both = exported->csv;
  // The same person once more under another number.
  std::string second;
  std::size_t at = both.find('\n', both.find("ID")) + 1;
  for (std::size_t end = at; end != std::string::npos && at < both.size(); at = end + 1) {
    end = both.find('\n', at);
    std::string line = both.substr(at, end - at);
    ASSERT_TRUE(line.starts_with("1,")) << line;
    second += "2" + line.substr(1) + "\n";
  }
  TemporaryFolder folder;
  ScenarioSpec spec = infusion();
  spec.doses.clear();
  spec.subject.clear();  // the weight is a column of the table
  spec.outputs = {"S-ketamine"};
  spec.events = folder.add("doses.csv", both + second).string();
  const std::vector<Simulated> runs{run_of(spec)};
  ASSERT_EQ(runs[0].result.subjects.size(), 2U);
  Figure figure = build_figure(runs, {}, DisplaySpec{}, "");
  add_ribbons(figure, runs, std::vector{ribbons_for(runs[0], 50)}, DisplaySpec{});
  ASSERT_EQ(figure.curves.size(), 2U);
  ASSERT_EQ(figure.ribbons.size(), 1U) << "one for both";
  EXPECT_EQ(figure.ribbons[0].label, "5-95 %, n = 50 over 2 IDs");
}

TEST(Ribbons, TimeInTheTableCountsFromTheSameZeroForCurvesAndPercentiles) {
  const std::vector<Simulated> runs{run_of(infusion())};
  DisplaySpec display;
  display.time_unit = "min";
  display.time_zero = TimeZero::first_dose;
  const std::string csv = to_csv(runs, display, std::vector{ribbons_for(runs[0], 20)});
  EXPECT_NE(csv.find("time after the first dose [min]"), std::string::npos);
  EXPECT_NE(csv.find("\ninfusion,n = 20,-60,"), std::string::npos);
  EXPECT_NE(csv.find("\ninfusion,n = 20,300,"), std::string::npos);
}

TEST(Patients, DoNotDifferWhereEverythingThatCouldVaryIsSwitchedOff) {
  const ModelPtr model = *shipped().model("simons2022");
  PopulationSpec spec = patients(10);
  EXPECT_TRUE(patients_differ(*model, spec));
  spec.between_subjects = false;
  EXPECT_TRUE(patients_differ(*model, spec)) << "occasions";
  spec.between_occasions = false;
  EXPECT_FALSE(patients_differ(*model, spec));
  spec.residual = true;
  EXPECT_TRUE(patients_differ(*model, spec));
}

class PatientSummaryTest : public ::testing::Test {
 protected:
  PatientSummaryTest() {
    document.scenarios = {infusion()};
    document.scenarios[0].outputs = {"S-ketamine"};
    document.population = patients(300);
    PopulationTarget target;
    target.name = "peak above 20 ng/mL";
    target.output = "S-norketamine";  // not shown, but the model has it
    target.metric = "cmax";
    target.value = 20;
    target.unit = "ng/mL";
    PopulationTarget elsewhere = target;
    elsewhere.name = "elsewhere";
    elsewhere.output = "R-ketamine";
    document.population->targets = {target, elsewhere};
    document.display.bands = {"s-neuropathic-pain"};
    bands = *choose_bands(*shipped().bands(), document.display);
    runs = {run_of(document.scenarios[0])};
    auto measured = measure_patients(runs[0], *document.population, bands);
    EXPECT_TRUE(measured) << format(measured.error());
    found = {{0, std::make_shared<const PopulationResult>(std::move(*measured))}};
    summary = summarise_patients(runs, found, *document.population, bands, document.display);
  }
  const PatientRow* row(PatientRow::Kind kind) const {
    const auto at = std::ranges::find(summary.rows, kind, &PatientRow::kind);
    return at == summary.rows.end() ? nullptr : &*at;
  }

  ScenarioFile document;
  std::vector<EffectBand> bands;
  std::vector<Simulated> runs;
  std::vector<RunPatients> found;
  PatientSummary summary;
};

TEST_F(PatientSummaryTest, HasTheNumbersOfThePopulationCommand) {
  ScenarioFile same = document;
  same.population->targets.pop_back();
  same.population->percentiles = summary_levels();
  same.scenarios[0].outputs = {"S-ketamine", "S-norketamine"};
  const auto prepared = prepare_population(same, shipped());
  ASSERT_TRUE(prepared) << format(prepared.error());
  const auto whole = simulate_population(prepared->arms, prepared->spec, prepared->bands);
  ASSERT_TRUE(whole);
  std::size_t compared = 0;
  for (const PatientRow& each : summary.rows) {
    if (each.kind == PatientRow::Kind::target) {
      EXPECT_NEAR(*each.reached * static_cast<double>(each.count),
                  static_cast<double>(whole->arms[0].targets[0].reached), 1e-6);
      continue;
    }
    EXPECT_EQ(each.output, "S-ketamine") << "curves that are shown only";
    for (const PopulationMetric& metric : whole->arms[0].metrics) {
      if (metric.output == "S-ketamine" && each.kind == PatientRow::Kind::cmax &&
          metric.name == "cmax") {
        EXPECT_EQ(each.unit, "ng/mL");
        for (std::size_t p = 0; p < each.percentiles.size(); ++p) {
          EXPECT_NEAR(each.percentiles[p] / each.mean,
                      metric.summary.percentiles[p] / metric.summary.mean, 1e-12);
        }
        ++compared;
      }
      if (metric.output == "S-ketamine" && each.kind == PatientRow::Kind::tmax &&
          metric.name == "tmax") {
        EXPECT_EQ(each.percentiles, metric.summary.percentiles);
        ++compared;
      }
    }
  }
  EXPECT_EQ(compared, 2U);
}

TEST_F(PatientSummaryTest, CountsWhoIsInABandAtAllAndWhoReachesATarget) {
  const PatientRow* band = row(PatientRow::Kind::band);
  ASSERT_NE(band, nullptr);
  EXPECT_FALSE(band->detail.empty());
  ASSERT_TRUE(band->reached);
  EXPECT_GE(*band->reached, 0.0);
  EXPECT_LE(*band->reached, 1.0);
  EXPECT_EQ(band->percentiles.size(), summary_levels().size());
  EXPECT_TRUE(std::ranges::is_sorted(band->percentiles));
  const PatientRow* target = row(PatientRow::Kind::target);
  ASSERT_NE(target, nullptr);
  EXPECT_EQ(target->detail, "peak above 20 ng/mL");
  EXPECT_EQ(target->count, 300U);
  EXPECT_EQ(std::ranges::count(summary.rows, PatientRow::Kind::target, &PatientRow::kind), 1);
  EXPECT_NE(summary.notes.back().find("elsewhere"), std::string::npos)
      << "a target that nobody could reach is said, not refused";
}

TEST_F(PatientSummaryTest, IsWrittenAsTableAndStandsInTheReport) {
  const std::string csv = patient_summary_csv(summary);
  EXPECT_NE(csv.find("\nscenario,curve,quantity,unit,n,mean,p5,p25,p50,p75,p95,reached [%]\n"),
            std::string::npos);
  EXPECT_NE(csv.find("seed 1"), std::string::npos);
  EXPECT_NE(csv.find("\ninfusion,S-ketamine,Cmax,ng/mL,300,"), std::string::npos);
  std::size_t cells = 0;
  for (std::size_t at = 0; at < csv.size();) {
    const std::size_t end = csv.find('\n', at);
    const std::string line = csv.substr(at, end - at);
    at = end + 1;
    if (line.starts_with("#") || line.find('"') != std::string::npos) {
      continue;
    }
    const auto commas = static_cast<std::size_t>(std::ranges::count(line, ','));
    cells = cells == 0 ? commas : cells;
    EXPECT_EQ(commas, cells) << line;
  }
  const std::string with = document_report_html(document, runs, bands, "", &summary);
  const std::string without = document_report_html(document, runs, bands, "");
  EXPECT_NE(with.find("<h2>Virtual patients</h2>"), std::string::npos);
  EXPECT_NE(with.find("target: peak above 20 ng/mL"), std::string::npos);
  EXPECT_EQ(without.find("<h2>Virtual patients</h2>"), std::string::npos);
}

TEST(Population, APlotOfTheCommandHasRibbonsBelowToo) {
  ScenarioFile document;
  document.scenarios = {infusion()};
  document.scenarios[0].outputs = {"S-ketamine"};
  document.scenarios[0].effects = {"olofsen2022"};
  document.population = patients(50);
  const auto prepared = prepare_population(document, shipped());
  ASSERT_TRUE(prepared) << format(prepared.error());
  const auto result = simulate_population(prepared->arms, prepared->spec, prepared->bands);
  ASSERT_TRUE(result);
  const Figure figure = population_figure(*prepared, typical_runs(*prepared), *result, {});
  ASSERT_EQ(figure.panes.size(), 2U);
  for (const Figure::Pane& pane : figure.panes) {
    EXPECT_EQ(pane.ribbons.size(), 1U) << pane.label;
  }
}

}  // namespace
}  // namespace ketascope
