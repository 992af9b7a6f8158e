// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "program.hpp"

namespace ketascope {
namespace {

using testing::content_of;
using testing::Outcome;
using testing::run_program;
using testing::TemporaryFolder;

TEST(CliInteractions, AreListedAndShown) {
  const Outcome list = run_program({"perpetrators"});
  EXPECT_EQ(list.exit_code, 0);
  EXPECT_NE(list.out.find("clarithromycin"), std::string::npos);
  const Outcome card = run_program({"perpetrators", "show", "rifampicin"});
  EXPECT_EQ(card.exit_code, 0);
  EXPECT_NE(card.out.find("CYP2B6: induction"), std::string::npos);
  EXPECT_NE(card.out.find("missing"), std::string::npos);
}

TEST(CliInteractions, AreSavedWithTheScenarioAndGiveTheSameCurves) {
  const TemporaryFolder folder;
  const std::string saved = (folder.path() / "saved.toml").string();
  const std::string first = (folder.path() / "first.csv").string();
  const std::string second = (folder.path() / "second.csv").string();
  const Outcome typed = run_program(
      {"simulate", "--model", "ketascope-reference", "--route", "oral", "--dose", "20 mg", "--form",
       "S", "--with", "rifampicin:five-days", "--until", "8h", "--out", first, "--save", saved});
  ASSERT_EQ(typed.exit_code, 0) << typed.err;
  const Outcome again = run_program({"simulate", saved, "--out", second});
  ASSERT_EQ(again.exit_code, 0) << again.err;
  EXPECT_NE(content_of(saved).find("five-days"), std::string::npos);
  EXPECT_EQ(content_of(first), content_of(second));
}

TEST(CliInteractions, AnUnknownPerpetratorIsAProblem) {
  const Outcome outcome = run_program({"simulate", "--model", "ketascope-reference", "--route",
                                       "oral", "--dose", "20 mg", "--with", "ticlopidin"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_NE(outcome.err.find("did you mean"), std::string::npos);
}

TEST(CliValidate, WritesTheReportAndEveryRow) {
  const TemporaryFolder folder;
  const std::string page = (folder.path() / "report.html").string();
  const std::string rows = (folder.path() / "rows.csv").string();
  const Outcome outcome = run_program({"validate", "--html", page, "--csv", rows});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("AAFE"), std::string::npos);
  EXPECT_NE(content_of(page).find("held out"), std::string::npos);
  EXPECT_NE(content_of(rows).find("KAMP20-S,intravenous,held out"), std::string::npos);
}

TEST(CliValidate, AModelWithoutAPlanIsAProblem) {
  const Outcome outcome = run_program({"validate", "kamp2020"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_NE(outcome.err.find("study.no_plan"), std::string::npos);
}

TEST(CliCalibrate, WritesValuesErrorsAndCorrelations) {
  const TemporaryFolder folder;
  const std::string model = (folder.path() / "fitted.toml").string();
  const Outcome outcome =
      run_program({"calibrate", "--stage", "oral", "--rounds", "1", "--iterations", "2", "--out",
                   (folder.path() / "new" / "fit").string(), "--write", model});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_NE(content_of(folder.path() / "new/fit/parameters.csv").find("F_oral,oral"),
            std::string::npos);
  EXPECT_NE(content_of(folder.path() / "new/fit/correlations.csv").find("oral,ka,F_oral"),
            std::string::npos);
  EXPECT_NE(content_of(model).find("id = \"ketascope-reference\""), std::string::npos);
}

TEST(CliCalibrate, AnUnknownStageNamesTheKnownOnes) {
  const Outcome outcome = run_program({"calibrate", "--stage", "everything"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_NE(outcome.err.find("disposition"), std::string::npos);
}

}  // namespace
}  // namespace ketascope
