// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "cli/program.hpp"

namespace ketascope {
namespace {

using testing::content_of;
using testing::holds;
using testing::Outcome;
using testing::run_program;
using testing::TemporaryFolder;

using Words = std::vector<std::string>;

Words table(const std::string& data, const Words& more = {}) {
  Words words{"simulate", "--model", "kamp2020", "--data", data};
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

TEST(CliEvents, ResultDoesNotReplaceTheTable) {
  const TemporaryFolder folder;
  const std::string text = "ID,TIME,AMT,RATE,CMT,WT,DV\n1,0,35,70,central,70,.\n1,1,0,0,0,70,88\n";
  const std::string data = folder.add("events.csv", text).string();
  for (const char* option : {"--out", "--audit"}) {
    const Outcome outcome = run_program(table(data, {option, data}));
    EXPECT_EQ(outcome.exit_code, 1) << option;
    EXPECT_TRUE(holds(outcome.err, "file.input")) << outcome.err;
  }
  EXPECT_EQ(content_of(data), text);
}

TEST(CliEvents, SimulatesATableAndExplainsIt) {
  const TemporaryFolder folder;
  const std::string data =
      folder
          .add("events.csv",
               "ID,TIME,AMT,RATE,CMT,WT,DV\n1,0,35,70,central,70,.\n1,1,0,0,0,70,88\n")
          .string();
  const std::string out = (folder.path() / "result.csv").string();
  const std::string audit = (folder.path() / "audit.csv").string();
  const Outcome outcome = run_program(
      table(data, {"--out", out, "--audit", audit, "--carry", "DV,WT", "--solver", "ode"}));
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  const std::string text = content_of(out);
  EXPECT_TRUE(holds(text, "\n# covariates nocb"));
  EXPECT_TRUE(holds(text, "solver ode"));
  EXPECT_TRUE(holds(
      text, "\nID,TIME,EVID,DV,WT,ketamine [ng/mL],status\n1,0,1,.,70,0,completed\n1,1,0,88,70,"));
  const std::string trail = content_of(audit);
  EXPECT_TRUE(holds(trail, ",0,infusion starts,central,35,1,35,70,0.5,0,0,2,row 2,\n"));
  EXPECT_TRUE(holds(trail, ",0.5,infusion ends,central,"));
}

TEST(CliEvents, WritesToStandardOutputWhenNoFileIsNamed) {
  const TemporaryFolder folder;
  const std::string data = folder.add("e.csv", "ID,TIME,AMT\n1,0,35\n").string();
  const Outcome outcome = run_program(table(data, {"--grid", "0:1:0.5 h", "--weight", "70kg"}));
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_TRUE(
      holds(outcome.out, "\nID,TIME,EVID,side,ketamine [ng/mL],status\n1,0,,pre,0,completed\n"));
  EXPECT_TRUE(holds(outcome.out, "\n1,0.5,,,"));
}

TEST(CliEvents, WritesNothingWhenARowIsRefused) {
  const TemporaryFolder folder;
  const std::string data =
      folder.add("e.csv", "ID,TIME,AMT,WT\n1,0,35,70\n1,one,0,70\n2,0,-5,70\n").string();
  const std::string out = (folder.path() / "result.csv").string();
  const Outcome outcome = run_program(table(data, {"--out", out, "--audit", out + ".audit"}));
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_TRUE(
      holds(outcome.err, "e.csv:3:3: error[events.number]: row 3, TIME = 'one': must be a number"));
  EXPECT_TRUE(holds(outcome.err, "e.csv:4:5: error[dosing.amt_negative]: row 4, AMT = -5"));
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(content_of(out), "");
  EXPECT_EQ(content_of(out + ".audit"), "");
}

TEST(CliEvents, RefusesOptionsThatATableHasNoUseFor) {
  Outcome outcome = run_program(table("e.csv", {"--route", "iv", "--until", "8h"}));
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_TRUE(holds(outcome.err, "not with --data: --route, --until"));
  outcome = run_program({"simulate", "--data", "e.csv"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_TRUE(holds(outcome.err, "also needed: --model"));
  outcome = run_program(table("e.csv", {"--covariates", "last"}));
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_TRUE(holds(outcome.err, "nocb, locf or linear"));
  outcome = run_program(table("nowhere.csv"));
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_TRUE(holds(outcome.err, "error[file.unreadable]"));
}

TEST(CliEvents, AScenarioBecomesATableThatGivesTheSameNumbers) {
  const TemporaryFolder folder;
  const std::string scenario =
      folder
          .add("s.toml",
               "format = \"ketascope-scenario 1\"\n[[scenario]]\nname = \"one\"\nmodel = "
               "\"kamp2020\"\n"
               "until = \"8 h\"\nsubject = { WT = \"80 kg\" }\n"
               "doses = [ { route = \"iv\", amount = \"0.5 mg/kg\", duration = \"40 min\" } ]\n")
          .string();
  const std::string events = (folder.path() / "events.csv").string();
  Outcome outcome = run_program({"events", scenario, "--out", events});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(content_of(events),
            "ID,TIME,DV,EVID,CMT,AMT,RATE,II,ADDL,SS,WT\n1,0,.,1,1,40,60,0,0,0,80\n1,8,.,0,0,0,0,0,"
            "0,0,80\n");
  outcome = run_program({"events", scenario});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.out, content_of(events));
  const std::string typed = (folder.path() / "typed.csv").string();
  EXPECT_EQ(run_program({"simulate", scenario, "--out", typed, "-q"}).exit_code, 0);
  const Outcome simulated = run_program(table(events, {"-q"}));
  EXPECT_EQ(simulated.exit_code, 0) << simulated.err;
  const auto last_value = [](const std::string& text) {
    const auto line = text.rfind('\n', text.size() - 2) + 1;
    std::string rest = text.substr(line);
    if (rest.ends_with(",completed\n"))
      rest.erase(rest.size() - 11);
    while (rest.ends_with('\n'))
      rest.pop_back();
    return rest.substr(rest.rfind(',') + 1);
  };
  EXPECT_EQ(last_value(simulated.out), last_value(content_of(typed)));
}

TEST(CliEvents, AsksWhichScenarioIsMeant) {
  const TemporaryFolder folder;
  const std::string two = folder
                              .add("two.toml",
                                   "format = \"ketascope-scenario 1\"\n"
                                   "[[scenario]]\nname = \"a\"\nmodel = \"kamp2020\"\ndoses = []\n"
                                   "[[scenario]]\nname = \"b\"\nmodel = \"kamp2020\"\ndoses = []\n")
                              .string();
  Outcome outcome = run_program({"events", two});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_TRUE(holds(outcome.err, "choose one with --scenario: the file holds \"a\", \"b\""));
  EXPECT_EQ(outcome.out, "");
  outcome = run_program({"events", two, "--scenario", "b"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_TRUE(holds(outcome.out, "\n1,24,.,0,0,"));
}

}  // namespace
}  // namespace ketascope
