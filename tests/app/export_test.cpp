// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/export.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "app/test_models.hpp"
#include "ketascope/app/figure.hpp"
#include "ketascope/app/run.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

using testing::codes;
using testing::holds;
using testing::model_of;
using testing::Names;
using testing::one_compartment;
using testing::TemporaryFolder;

// Inside a test the name Run is GoogleTest's.
using Simulated = Run;

/// A scenario that ran, without the engine: the numbers are those given here.
Simulated made_run(const std::string& name, std::vector<double> ketamine_mg_per_l) {
  static const ModelPtr model = model_of(one_compartment());
  Simulated run;
  run.spec.name = name;
  run.spec.model = "one";
  run.scenario.name = name;
  run.scenario.model = model;
  DoseSpec dose;
  dose.route = "oral";
  dose.amount = {0.5, "mg/kg"};
  dose.repeats = 2;
  dose.interval = Measure{8.0, "h"};
  run.spec.doses = {dose};
  run.scenario.regimen = Schedule{dose};
  run.scenario.subject.covariates["WT"] = {60.0, "kg"};
  run.result.model = model;
  run.result.solver = "linear";
  ColumnInfo column{"ketamine", "ketamine (plasma)", "ketamine", "racemate", "plasma",
                    "venous",   "concentration",     "ng/mL",    {},         0.23773};
  column.display = *parse_unit("ng/mL");
  run.result.columns = {column};
  SubjectResult subject;
  subject.id = "1";
  for (std::size_t i = 0; i < ketamine_mg_per_l.size(); ++i) {
    subject.time_h.push_back(0.25 * static_cast<double>(i));
    subject.side.push_back(Side::both);
    subject.record.push_back(-1);
  }
  subject.values = std::move(ketamine_mg_per_l);
  run.result.subjects = {subject};
  return run;
}

Names lines_of(const std::string& text) {
  Names lines;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto end = text.find('\n', at);
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

Names rows_of(const std::string& csv) {
  Names rows = lines_of(csv);
  std::erase_if(rows, [](const std::string& line) { return line.starts_with("#"); });
  return rows;
}

TEST(CsvExport, HasOneRowPerTimeWithUnitsInItsHeader) {
  std::vector<Simulated> runs{made_run("a", {0.1, 0.2, 0.05})};
  runs[0].result.subjects[0].side = {Side::pre, Side::post, Side::both};
  EXPECT_EQ(rows_of(to_csv(runs, {})),
            (Names{"scenario,ID,time [h],side,ketamine [ng/mL]", "a,1,0,pre,100",
                   "a,1,0.25,post,200", "a,1,0.5,,50"}));
}

TEST(CsvExport, UsesTheUnitsShown) {
  DisplaySpec display;
  display.unit = "umol/L";
  display.time_unit = "min";
  const auto rows = rows_of(to_csv(std::vector{made_run("a", {0.0, 0.23773})}, display));
  EXPECT_EQ(rows[0], "scenario,ID,time [min],side,ketamine [umol/L]");
  EXPECT_EQ(rows[2].substr(0, 9), "a,1,15,,1");
}

TEST(CsvExport, ValuesReadBackAsTheSameNumbers) {
  const double value = 1.0 / 3.0;
  const auto rows = rows_of(to_csv(std::vector{made_run("a", {value})}, {}));
  EXPECT_EQ(*parse_number(rows[1].substr(rows[1].rfind(',') + 1)), value * 1000.0);
}

TEST(CsvExport, LeavesACellEmptyWhereAScenarioLacksTheOutput) {
  std::vector<Simulated> runs{made_run("a", {0.1}), made_run("b", {0.2})};
  runs[1].result.columns[0].name = "norketamine";
  const auto rows = rows_of(to_csv(runs, {}));
  EXPECT_EQ(rows, (Names{"scenario,ID,time [h],side,ketamine [ng/mL],norketamine [ng/mL]",
                         "a,1,0,,100,", "b,1,0,,,200"}));
}

TEST(CsvExport, QuotesNamesThatHoldSeparators) {
  const auto rows = rows_of(to_csv(std::vector{made_run("a, \"b\"", {0.1})}, {}));
  EXPECT_EQ(rows[1], "\"a, \"\"b\"\"\",1,0,,100");
}

TEST(CsvExport, SaysWhatItHoldsAndWhatItIsNotFor) {
  const std::string csv = to_csv(std::vector{made_run("a", {0.1})}, {});
  EXPECT_TRUE(holds(csv, "# Ketascope 0."));
  EXPECT_TRUE(holds(csv, "# For teaching and research. Not for dosing decisions."));
  EXPECT_TRUE(holds(csv, "A made-up model, 2020.; grade composite"));
  EXPECT_TRUE(holds(csv, "made up for tests"));
  EXPECT_TRUE(holds(csv, "solver linear, covariates locf"));
}

TEST(CsvExport, SaysWhereAnIncompleteRunEnds) {
  Simulated run = made_run("a", {0.1});
  run.result.subjects[0].status = Status::cancelled;
  run.result.subjects[0].reached_h = 2.5;
  const std::string csv = to_csv(std::vector{run}, {});
  EXPECT_TRUE(holds(csv, "# incomplete: a, ID 1: cancelled at 2.500 h"));
}

TEST(AuditExport, NamesTheCompartmentAndTheCause) {
  Simulated run = made_run("a", {0.1});
  AuditEntry entry;
  entry.time_h = 8.0;
  entry.event = "bolus";
  entry.cmt = 0;
  entry.amt_mg = 30.0;
  entry.F = 0.5;
  entry.entered = 15.0;
  entry.copy = 1;
  entry.source_row = 3;
  entry.cause = "line 3, additional dose 1";
  run.result.subjects[0].audit = {entry};
  EXPECT_EQ(rows_of(audit_csv(std::vector{run}))[1],
            "a,1,8,bolus,depot,30,0.5,15,0,0,0,1,3,\"line 3, additional dose 1\",");
}

TEST(JsonExport, HoldsTheSameNumbersAsTheRun) {
  const std::vector<Simulated> runs{made_run("a", {0.1, 0.2, 0.1})};
  const auto summary = summarise(runs, {}, {});
  const auto json = nlohmann::json::parse(to_json(runs, summary, {}));
  EXPECT_EQ(json["summary"][0]["unit"], "ng/mL");
  EXPECT_EQ(json["scenarios"][0]["subjects"][0]["columns"][0]["values"][1], 200.0);
  EXPECT_EQ(json["scenarios"][0]["doses"][0]["amount"]["unit"], "mg/kg");
  EXPECT_EQ(json["statement"], "For teaching and research. Not for dosing decisions.");
}

TEST(JsonExport, StaysReadableWithValuesAndNamesThatJsonCannotHold) {
  const std::vector<Simulated> runs{made_run("a\xff", {std::nan(""), 0.2})};
  const auto json = nlohmann::json::parse(to_json(runs, {}, {}));
  EXPECT_TRUE(json["scenarios"][0]["subjects"][0]["columns"][0]["values"][0].is_null());
}

EffectBand band(const std::string& id, double low, double high, const std::string& unit) {
  EffectBand made;
  made.id = id;
  made.endpoint = "analgesia";
  made.drug = "racemate";
  made.matrix = "plasma";
  made.analyte = "ketamine";
  made.citation = "Nobody 2020";
  made.low = {low, unit};
  made.high = {high, unit};
  made.molar_mass = 0.23773;
  made.standard = true;
  return made;
}

TEST(Summary, CountsTheTimeInABandThroughTheMolarMass) {
  const std::vector<Simulated> runs{made_run("a", {0.1, 0.1, 0.3, 0.3, 0.3})};
  const std::vector<EffectBand> bands{band("a", 0.05 / 0.23773, 0.2 / 0.23773, "umol/L")};
  const auto rows = summarise(runs, bands, {});
  ASSERT_EQ(rows.size(), 1U);
  ASSERT_EQ(rows[0].in_bands.size(), 1U);
  EXPECT_NEAR(rows[0].in_bands[0].hours, 0.25 + 0.125, 1e-12);
  EXPECT_EQ(rows[0].cmax, 300.0);
}

TEST(BandFits, ComparesAnalyteFormAndTissue) {
  ColumnInfo column = made_run("a", {0.1}).result.columns[0];
  EffectBand made = band("a", 70, 160, "ng/mL");
  EXPECT_TRUE(band_fits(made, column));
  made.matrix = "CSF";
  EXPECT_FALSE(band_fits(made, column));
  made.matrix = "serum";
  EXPECT_TRUE(band_fits(made, column));
  made.analyte = "S-ketamine";
  made.drug = "S";
  EXPECT_FALSE(band_fits(made, column));
  column.analyte = "esketamine";
  column.enantiomer = "S";
  EXPECT_TRUE(band_fits(made, column));
  column.analyte = "S-norketamine";
  EXPECT_FALSE(band_fits(made, column));
  column.analyte = "S-ketamine";
  column.kind = "effect";
  EXPECT_FALSE(band_fits(made, column));
}

TEST(DisplayUnit, FallsBackToTheColumnsOwnWhereTheDimensionDiffers) {
  ColumnInfo column = made_run("a", {0.1}).result.columns[0];
  EXPECT_EQ(display_unit(column, "ug/L").per_internal, 1000.0);
  EXPECT_NEAR(display_unit(column, "umol/L").per_internal, 1.0 / 0.23773, 1e-12);
  EXPECT_EQ(display_unit(column, "h").unit, "ng/mL");
  EXPECT_NEAR(display_unit(column, "h").per_internal, 1000.0, 1e-9);
  column.molar_mass.reset();
  EXPECT_EQ(display_unit(column, "umol/L").unit, "ng/mL");
}

TEST(ChooseBands, TakesTheStandardOnesTheNamedOnesOrNone) {
  std::vector<EffectBand> bands{band("a", 1, 2, "ng/mL"), band("b", 1, 2, "ng/mL")};
  bands[1].standard = false;
  DisplaySpec display;
  EXPECT_EQ(choose_bands(bands, display)->size(), 1U);
  display.bands = {"b", "a"};
  EXPECT_EQ(choose_bands(bands, display)->front().id, "b");
  display.bands = {"none"};
  EXPECT_TRUE(choose_bands(bands, display)->empty());
  display.bands = {"c"};
  ASSERT_FALSE(choose_bands(bands, display));
  EXPECT_EQ(codes(choose_bands(bands, display).error()), (Names{"band.unknown"}));
}

TEST(SummaryTable, KeepsItsColumnsStraightWithLettersOfSeveralBytes) {
  const std::vector<Simulated> runs{made_run("\u00dcbersicht", {0.1, 0.2}),
                                    made_run("abc", {0.1, 0.2})};
  const auto lines = lines_of(summary_table(summarise(runs, {}, {})));
  ASSERT_GE(lines.size(), 4U);
  EXPECT_EQ(lines[2].find("one"), lines[3].find("one") + 1);
  EXPECT_TRUE(holds(lines[0], "Cmax [ng/mL]"));
  EXPECT_TRUE(holds(lines[0], "AUC0-t [ng*h/mL]"));
}

TEST(SummaryTable, SaysTheUnitPerRowWhereUnitsDiffer) {
  std::vector<Simulated> runs{made_run("a", {0.1, 0.2}), made_run("b", {0.1, 0.2})};
  runs[1].result.columns[0].kind = "other";
  DisplaySpec display;
  display.unit = "umol/L";
  const auto lines = lines_of(summary_table(summarise(runs, {}, display)));
  EXPECT_TRUE(lines[2].ends_with("umol/L"));
  EXPECT_TRUE(lines[3].ends_with("ng/mL"));
}

TEST(GradeNotes, NameModelAndRouteOnceWithTheReason) {
  const std::vector<Simulated> runs{made_run("a", {0.1}), made_run("b", {0.1})};
  EXPECT_EQ(grade_notes(runs),
            (Names{"one: composite. made up for tests", "one, oral: unverified. F is made up"}));
}

TEST(GradeNotes, SayTheGradeOnceWhereTheReasonBeginsWithIt) {
  Simulated run = made_run("a", {0.1});
  Model model = *run.scenario.model;
  model.grade_reason = "Composite: made up for tests";
  run.scenario.model = std::make_shared<const Model>(model);
  EXPECT_EQ(grade_notes(std::vector{run}).front(), "one: Composite: made up for tests");
}

TEST(Figure, HasOneColourPerScenarioOneDashPerAnalyteAndEveryDose) {
  std::vector<Simulated> runs{made_run("a", {0.1, 0.2}), made_run("b", {0.1, 0.2})};
  ColumnInfo metabolite = runs[1].result.columns[0];
  metabolite.name = metabolite.analyte = metabolite.label = "norketamine";
  runs[1].result.columns.push_back(metabolite);
  runs[1].result.subjects[0].values = {0.1, 0.2, 0.3, 0.4};
  runs[1].scenario.sampling.until = {10.0, "h"};
  DisplaySpec display;
  display.log_axis = true;
  const std::vector<EffectBand> bands{band("x", 70, 160, "ng/mL")};
  const Figure figure = build_figure(runs, bands, display, "title");
  ASSERT_EQ(figure.curves.size(), 3U);
  EXPECT_EQ(figure.curves[0].label, "a");
  EXPECT_EQ(figure.curves[2].label, "b: norketamine");
  EXPECT_EQ(figure.curves[2].colour, 1);
  EXPECT_EQ(figure.curves[1].dash, 0);
  EXPECT_EQ(figure.curves[2].dash, 1);
  EXPECT_EQ(figure.curves[2].y, (std::vector<double>{300.0, 400.0}));
  EXPECT_TRUE(figure.log_y);
  EXPECT_EQ(figure.y_label, "concentration [ng/mL]");
  ASSERT_EQ(figure.bands.size(), 1U);
  EXPECT_EQ(figure.bands[0].high, 160.0);
  EXPECT_TRUE(holds(figure.bands[0].tooltip, "Nobody 2020"));
  // Three doses within 24 h, two within 10 h.
  ASSERT_EQ(figure.doses.size(), 5U);
  EXPECT_EQ(figure.doses[4].x, 8.0);
  EXPECT_EQ(figure.doses[0].amount_mg, 30.0);
  EXPECT_TRUE(holds(figure.footnote, "Not for dosing decisions"));
  EXPECT_TRUE(holds(figure.footnote, "F is made up"));
}

TEST(WriteFigure, RefusesUnknownEndingsAndLeavesNothingBehind) {
  const TemporaryFolder folder;
  const auto written = write_figure({}, folder.path() / "a.jpeg");
  ASSERT_FALSE(written);
  EXPECT_EQ(codes(written.error()), (Names{"figure.format"}));
  setenv("KETASCOPE_FIGURE_PLUGIN", (folder.path() / "none.so").c_str(), 1);
  const auto without = write_figure({}, folder.path() / "a.png");
  unsetenv("KETASCOPE_FIGURE_PLUGIN");
  ASSERT_FALSE(without);
  EXPECT_EQ(codes(without.error()), (Names{"figure.no_plugin"}));
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

}  // namespace
}  // namespace ketascope
