// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/figure.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

#include "ketascope/app/disagreement.hpp"
#include "ketascope/app/effects.hpp"
#include "ketascope/app/export.hpp"
#include "ketascope/app/observations.hpp"
#include "ketascope/app/run.hpp"

namespace ketascope {
namespace {

const Library& shipped() {
  static const Library library({KETASCOPE_MODELS_DIR});
  return library;
}

ScenarioSpec infusion(const std::string& model, const std::string& effect = {}) {
  ScenarioSpec spec;
  spec.model = model;
  spec.sampling.until = {8, "h"};
  DoseSpec dose;
  dose.route = "iv";
  dose.amount = {0.5, "mg/kg"};
  dose.start = {1, "h"};
  dose.duration = Measure{40, "min"};
  spec.doses = {dose};
  if (!effect.empty()) {
    spec.effects = {effect};
  }
  return spec;
}

std::vector<Run> runs_of(std::vector<ScenarioSpec> specs) {
  ScenarioFile document;
  document.scenarios = std::move(specs);
  auto runs = run_document(document, shipped());
  EXPECT_TRUE(runs) << (runs ? "" : format(runs.error()));
  return runs.value_or(std::vector<Run>{});
}

TEST(Figure, EffectSitesAndEffectsStandBelowTheConcentrations) {
  const auto runs = runs_of({infusion("simons2022", "olofsen2022"), infusion("kamp2020")});
  const Figure figure = build_figure(runs, {}, DisplaySpec{}, "");
  for (const auto& curve : figure.curves) {
    EXPECT_FALSE(curve.output.starts_with("olofsen2022")) << curve.output;
  }
  ASSERT_EQ(figure.panes.size(), 2U);
  EXPECT_EQ(figure.panes[0].label, "effect site [ng/mL]");
  ASSERT_EQ(figure.panes[0].curves.size(), 1U);
  EXPECT_EQ(figure.panes[0].curves[0].colour, 0);
  EXPECT_EQ(figure.panes[1].curves[0].output, "olofsen2022");
}

TEST(Figure, ScenariosDifferByMoreThanColour) {
  const auto runs = runs_of({infusion("simons2022"), infusion("otto2021")});
  const Figure figure = build_figure(runs, {}, DisplaySpec{}, "");
  for (const auto& curve : figure.curves) {
    EXPECT_EQ(curve.marker, curve.colour) << curve.label << ": a shape for each scenario";
  }
  const auto one = build_figure(std::span(runs).first(1), {}, DisplaySpec{}, "");
  for (const auto& curve : one.curves) {
    EXPECT_EQ(curve.marker, -1) << "nothing to be told apart from";
  }
}

TEST(Figure, WhatEveryCurveWasSampledFromIsSaidOnceAtTheAxis) {
  const auto runs = runs_of({infusion("simons2022"), infusion("otto2021")});
  const Figure one = build_figure(std::span(runs).first(1), {}, DisplaySpec{}, "");
  EXPECT_EQ(one.y_label, "concentration (arterial plasma) [ng/mL]");
  EXPECT_EQ(one.curves.at(0).label, "S-ketamine");
  const Figure both = build_figure(runs, {}, DisplaySpec{}, "");
  EXPECT_EQ(both.y_label, "concentration [ng/mL]") << "an artery here, a vein there";
  EXPECT_TRUE(both.curves.at(0).label.ends_with("(arterial plasma)")) << both.curves.at(0).label;
}

TEST(Figure, PeopleOfAnEventTableHaveShapesAndDoses) {
  Scenario scenario;
  scenario.name = "people";
  scenario.model = *shipped().model("kamp2020");
  const auto dose = [](double time_h, double amt_mg, double rate) {
    EventRecord record;
    record.time_h = time_h;
    record.evid = 1;
    record.cmt = 1;
    record.amt_mg = amt_mg;
    record.rate_mg_per_h = rate;
    return record;
  };
  EventTable table(2);
  table[0].id = "1";
  table[0].records = {dose(0, 35, 70), dose(4, 20, 0)};
  table[1].id = "2";
  table[1].records = {dose(0, 35, 70), dose(5, 10, 0)};
  for (SubjectRecords& person : table) {
    person.covariates = {70.0};
  }
  scenario.regimen = table;
  scenario.sampling.until = {8, "h"};
  auto result = simulate(scenario);
  ASSERT_TRUE(result) << format(result.error());
  ketascope::Run run;
  run.scenario = scenario;
  run.result = std::move(*result);
  const Figure figure = build_figure({&run, 1}, {}, DisplaySpec{}, "");
  ASSERT_EQ(figure.curves.size(), 2U);
  EXPECT_EQ(figure.curves[0].marker, 0);
  EXPECT_EQ(figure.curves[1].marker, 1);
  ASSERT_EQ(figure.doses.size(), 3U) << "what both were given comes once";
  EXPECT_DOUBLE_EQ(figure.doses[0].duration, 0.5);
  EXPECT_EQ(figure.doses[1].label, "20 mg → central");
  EXPECT_DOUBLE_EQ(figure.doses[2].x, 5.0);
  EXPECT_LT(figure.doses[0].scenario, 0) << "a table is not dragged about";
}

TEST(Figure, OneEffectOfTwoModelsSharesADiagram) {
  const auto runs =
      runs_of({infusion("simons2022", "olofsen2022"), infusion("otto2021", "olofsen2022")});
  const Figure figure = build_figure(runs, {}, DisplaySpec{}, "");
  ASSERT_EQ(figure.panes.size(), 2U);
  EXPECT_EQ(figure.panes[0].curves.size(), 2U);
  EXPECT_EQ(figure.panes[1].curves.size(), 2U);
  EXPECT_EQ(figure.panes[1].curves[1].colour, 1);
}

TEST(Figure, TheTimeAxisCountsFromWhatIsAsked) {
  const auto runs = runs_of({infusion("kamp2020")});
  DisplaySpec display;
  display.time_unit = "min";
  display.time_zero = TimeZero::first_dose;
  const Figure dose = build_figure(runs, {}, display, "");
  EXPECT_EQ(dose.x_label, "time after the first dose [min]");
  EXPECT_DOUBLE_EQ(dose.curves[0].x.front(), -60);
  EXPECT_DOUBLE_EQ(dose.doses[0].x, 0);
  display.time_zero = TimeZero::end_of_input;
  const Figure end = build_figure(runs, {}, display, "");
  EXPECT_EQ(end.x_label, "time after the end of the input [min]");
  EXPECT_NEAR(end.curves[0].x.front(), -100, 1e-9);
  EXPECT_NEAR(end.doses[0].x + end.doses[0].duration, 0, 1e-9);
}

TEST(Figure, TheUnitOfTimeFollowsTheLongestScenarioWhereItIsAutomatic) {
  DisplaySpec display;
  display.time_unit = "auto";
  ScenarioSpec spec = infusion("kamp2020");
  for (const auto& [until, unit, end] : {std::tuple(Measure{2, "h"}, "min", 120.0),
                                         {Measure{12, "h"}, "h", 12.0},
                                         {Measure{7, "day"}, "day", 7.0}}) {
    spec.sampling.until = until;
    const auto runs = runs_of({spec});
    const Figure figure = build_figure(runs, {}, display, "");
    EXPECT_EQ(figure.x_label, fmt::format("time [{}]", unit));
    EXPECT_NEAR(figure.curves[0].x.back(), end, 1e-9);
    EXPECT_NE(to_csv(runs, display).find(fmt::format(",time [{}],", unit)), std::string::npos);
  }
  ScenarioFile file;
  file.display = display;
  file.scenarios = {spec};
  const auto read = parse_scenario_file(to_toml(file), "test");
  ASSERT_TRUE(read) << format(read.error());
  EXPECT_EQ(read->display.time_unit, "auto");
}

TEST(Figure, TheTableCountsTimeAsTheAxisDoes) {
  const auto runs = runs_of({infusion("kamp2020")});
  DisplaySpec display;
  display.time_unit = "min";
  display.time_zero = TimeZero::first_dose;
  const std::string csv = to_csv(runs, display);
  const std::size_t head = csv.find("\nscenario,ID,time after the first dose [min],side,");
  ASSERT_NE(head, std::string::npos);
  const std::size_t row = csv.find('\n', head + 1) + 1;
  EXPECT_NE(csv.substr(row, csv.find('\n', row) - row).find(",-60,"), std::string::npos);
}

TEST(Figure, ADoseSaysWhichLineOfWhichScheduleItIs) {
  ScenarioSpec twice = infusion("kamp2020");
  twice.doses[0].repeats = 1;
  twice.doses[0].interval = Measure{2, "h"};
  twice.doses.push_back(twice.doses[0]);
  twice.doses[1].start = {5, "h"};
  twice.doses[1].repeats = 0;
  const auto runs = runs_of({infusion("kamp2020"), twice});
  const Figure figure = build_figure(runs, {}, DisplaySpec{}, "");
  ASSERT_EQ(figure.doses.size(), 4U);
  EXPECT_EQ(figure.doses[2].scenario, 1);
  EXPECT_EQ(figure.doses[2].line, 0);
  EXPECT_EQ(figure.doses[2].repeat, 1);
  EXPECT_EQ(figure.doses[3].line, 1);
  EXPECT_TRUE(figure.doses[3].infusion);
}

TEST(Figure, BandsFadeWhenAsked) {
  const auto bands = shipped().bands();
  ASSERT_TRUE(bands);
  const auto runs = runs_of({infusion("kamp2020")});
  DisplaySpec display;
  display.fuzzy_bands = true;
  const Figure figure = build_figure(runs, *bands, display, "");
  ASSERT_FALSE(figure.bands.empty());
  EXPECT_TRUE(std::ranges::all_of(figure.bands, &Figure::Band::fuzzy));
}

TEST(DisagreementFigure, HasAShortFootnoteAndGradesInItsLegend) {
  ModelQuestion question;
  question.dose = infusion("").doses[0];
  const auto found = compare_models(question, shipped(), DisplaySpec{});
  ASSERT_TRUE(found);
  const Figure figure = disagreement_figure(*found, {}, DisplaySpec{}, "");
  EXPECT_LT(figure.footnote.size(), 250U) << figure.footnote;
  ASSERT_EQ(figure.curves.size(), found->answers.size());
  int marked = 0;
  for (std::size_t i = 0; i < figure.curves.size(); ++i) {
    const std::string& grade = found->answers[i].grade;
    if (grade != "published") {
      ++marked;
      EXPECT_TRUE(figure.curves[i].label.ends_with(", " + grade)) << figure.curves[i].label;
    }
  }
  EXPECT_GE(marked, 1);
}

TEST(EffectNotices, SayWithoutBuildingWhatBuildingWouldSay) {
  for (const std::string& id : shipped().effect_ids()) {
    const auto effect = shipped().effect(id);
    ASSERT_TRUE(effect);
    for (const std::string model_id : {"domino1984", "simons2022", "herd2007a"}) {
      const auto model = shipped().model(model_id);
      const auto text = read_text_file(shipped().model_path(model_id));
      ASSERT_TRUE(model && text);
      const auto built = with_effects(parse_model_spec(*text, model_id).spec, std::vector{*effect});
      Diagnostics said = effect_notices(**model, *effect);
      if (built) {
        EXPECT_EQ(said, built->notices) << id << " in " << model_id;
      } else {
        std::erase_if(said, [](const Diagnostic& d) { return d.severity != Severity::error; });
        EXPECT_EQ(said, built.error()) << id << " in " << model_id;
      }
    }
  }
}

}  // namespace
}  // namespace ketascope
