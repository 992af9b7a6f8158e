// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/program.hpp"

namespace ketascope {
namespace {

using testing::content_of;
using testing::holds;
using testing::Outcome;
using testing::run_program;
using testing::TemporaryFolder;
namespace fs = std::filesystem;

using Words = std::vector<std::string>;

/// The command of the guide, with what a test adds.
Words infusion(const Words& more = {}) {
  Words words{"simulate",   "--model", "kamp2020", "--route", "iv",      "--dose", "0.5 mg/kg",
              "--duration", "40 min",  "--weight", "70kg",    "--until", "8h"};
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

/// The command fails with `code`, says `part`, and leaves the folder as it was.
void refused(const Words& words, int code, const std::string& part, const TemporaryFolder& folder) {
  const auto before =
      std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator());
  const Outcome outcome = run_program(words);
  EXPECT_EQ(outcome.exit_code, code) << outcome.err;
  EXPECT_TRUE(holds(outcome.err, part));
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()), before);
}

TEST(CliSimulate, PrintsTheSummaryAndWritesTheCurves) {
  const TemporaryFolder folder;
  const std::string csv = (folder.path() / "x.csv").string();
  const Outcome outcome = run_program(infusion({"--out", csv}));
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  for (const char* part : {"Cmax [ng/mL]", "tmax [h]", "AUC0-t [ng*h/mL]", "kamp2020", "0.6667",
                           "time in band", "Not for dosing decisions"}) {
    EXPECT_TRUE(holds(outcome.out, part));
  }
  const std::string text = content_of(csv);
  EXPECT_TRUE(holds(text, "\nscenario,ID,time [h],side,ketamine [ng/mL]\n"));
  EXPECT_TRUE(holds(text, "10.1097/ALN.0000000000003577") ||
              holds(text, "Anesthesiology 2020;133(6)"));
}

TEST(CliSimulate, GivesTheSameFileEveryTime) {
  const TemporaryFolder folder;
  const std::string a = (folder.path() / "a.csv").string();
  const std::string b = (folder.path() / "b.csv").string();
  EXPECT_EQ(run_program(infusion({"--out", a, "-q"})).exit_code, 0);
  EXPECT_EQ(run_program(infusion({"--out", b, "-q"})).exit_code, 0);
  EXPECT_EQ(content_of(a), content_of(b));
}

TEST(CliSimulate, SavedScenarioReproducesTheCurvesToTheByte) {
  const TemporaryFolder folder;
  const std::string a = (folder.path() / "a.csv").string();
  const std::string b = (folder.path() / "b.csv").string();
  const std::string saved = (folder.path() / "s.toml").string();
  ASSERT_EQ(run_program(infusion({"--out", a, "--save", saved, "--set", "CL=90 L/h"})).exit_code,
            0);
  const Outcome again = run_program({"simulate", saved, "--out", b});
  ASSERT_EQ(again.exit_code, 0) << again.err;
  EXPECT_EQ(content_of(a), content_of(b));
}

TEST(CliSimulate, JsonOnStandardOutputIsNothingButJson) {
  const Outcome outcome = run_program(infusion({"--json", "-", "--unit", "umol/L"}));
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  const auto json = nlohmann::json::parse(outcome.out, nullptr, false);
  ASSERT_FALSE(json.is_discarded());
  EXPECT_EQ(json["summary"][0]["unit"], "umol/L");
  EXPECT_NEAR(json["summary"][0]["tmax_h"].get<double>(), 2.0 / 3.0, 1e-9);
}

TEST(CliSimulate, LinearAndOdeSolverGiveTheSamePeak) {
  const auto peak = [](const char* solver) {
    const Outcome outcome = run_program(infusion({"--json", "-", "--solver", solver}));
    return nlohmann::json::parse(outcome.out)["summary"][0]["cmax"].get<double>();
  };
  const double exact = peak("linear");
  EXPECT_GT(exact, 0.0);
  EXPECT_NEAR(peak("ode"), exact, 1e-8 * exact);
}

TEST(CliSimulate, WarnsAboutAWeightOutsideTheRangeAndNamesTheRange) {
  Words words = infusion();
  words[10] = "400 kg";
  const Outcome outcome = run_program(words);
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_TRUE(holds(outcome.err, "warning"));
  EXPECT_TRUE(holds(outcome.err, "400 kg"));
}

TEST(CliSimulate, RefusesBadValuesAndPointsAtThem) {
  const TemporaryFolder folder;
  const std::string csv = (folder.path() / "x.csv").string();
  const auto with = [&](std::size_t place, const std::string& value) {
    Words words = infusion({"--out", csv});
    words[place] = value;
    return words;
  };
  refused(with(6, "0.5 mgg/kg"), 1, "did you mean 'mg'?", folder);
  refused(with(6, "nan mg"), 1, "--dose", folder);
  refused(with(6, "1e999 mg"), 1, "--dose", folder);
  refused(with(6, "0.5 h"), 1, "dose", folder);
  refused(with(6, "-5 mg"), 1, "negative", folder);
  refused(with(8, "0 h"), 1, "duration", folder);
  refused(with(10, "70"), 1, "\"70 kg\"", folder);
  refused(with(10, "-70 kg"), 1, "weight", folder);
  refused(with(12, "-8 h"), 1, "until", folder);
  refused(with(4, "nasally"), 1, "it has", folder);
  refused(with(2, "kamp202"), 1, "did you mean 'kamp2020'?", folder);
}

TEST(CliSimulate, ReportsSeveralMistakesInOneRun) {
  Words words = infusion();
  words[6] = "0.5 mgg/kg";
  words[8] = "40 mins!";
  const Outcome outcome = run_program(words);
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_TRUE(holds(outcome.err, "--dose:1:"));
  EXPECT_TRUE(holds(outcome.err, "--duration:1:"));
}

TEST(CliSimulate, RefusesTargetsThatCannotBeWrittenBeforeItRuns) {
  const TemporaryFolder folder;
  const std::string csv = (folder.path() / "x.csv").string();
  const std::string missing = (folder.path() / "no" / "x.csv").string();
  refused(infusion({"--out", missing}), 1, "there is no folder", folder);
  refused(infusion({"--out", csv, "--json", missing}), 1, "there is no folder", folder);
  refused(infusion({"--out", csv, "--json", csv}), 1, "two results", folder);
  refused(infusion({"--out", csv, "--plot", (folder.path() / "x.jpeg").string()}), 1,
          ".png, .svg or .pdf", folder);
  refused(infusion({"--out", folder.path().string()}), 1, "is a folder", folder);
  refused(infusion({"--out", csv, "--unit", "kg"}), 1, "concentration", folder);
  refused(infusion({"--out", csv, "--band", "nonsense"}), 1, "no band 'nonsense'", folder);
  refused(infusion({"--out", csv, "--cov", "HEIGHT=1.8m"}), 1, "HEIGHT", folder);
  refused(infusion({"--out", csv, "--set", "CL"}), 1, "NAME=value", folder);
}

TEST(CliSimulate, TellsUsageErrorsFromBadInput) {
  EXPECT_EQ(run_program({}).exit_code, 2);
  EXPECT_EQ(run_program({"simulate"}).exit_code, 2);
  EXPECT_EQ(run_program({"simulate", "--nonsense"}).exit_code, 2);
  EXPECT_EQ(run_program({"simulate", "--model", "kamp2020"}).exit_code, 2);
  EXPECT_EQ(run_program({"simulate", "a.toml", "--model", "kamp2020"}).exit_code, 2);
  EXPECT_EQ(run_program({"simulate", "--repeats", "many"}).exit_code, 2);
  EXPECT_EQ(run_program({"nonsense"}).exit_code, 2);
}

TEST(CliSimulate, HelpShowsExamples) {
  const Outcome outcome = run_program({"simulate", "--help"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_TRUE(holds(outcome.out, "ketascope simulate --model kamp2020"));
}

TEST(CliSimulate, RefusesScenarioFilesThatAreNoScenarioFiles) {
  const TemporaryFolder folder;
  const std::string csv = (folder.path() / "x.csv").string();
  const auto shipped = content_of(fs::path(KETASCOPE_MODELS_DIR) / "examples" / "four-routes.toml");
  ASSERT_FALSE(shipped.empty());
  const std::vector<fs::path> bad{
      folder.path() / "none.toml",
      folder.path(),
      folder.add("empty.toml", ""),
      folder.add("huge.toml", std::string(3U << 20U, '#')),
      folder.add("binary.toml", std::string("\x7f"
                                            "ELF\0\1\2\xff",
                                            8)),
      folder.add("latin.toml", "title = \"caf\xe9\"\n"),
      folder.add("truncated.toml", shipped.substr(0, shipped.size() * 2 / 3)),
      folder.add("unit.toml", R"(format = "ketascope-scenario 1"
[[scenario]]
name = "a"
model = "kamp2020"
doses = [{ route = "iv", amount = "1 mgg" }]
until = "8 h"
)"),
      folder.add("nan.toml", R"(format = "ketascope-scenario 1"
[[scenario]]
name = "a"
model = "kamp2020"
doses = [{ route = "iv", amount = { value = nan, unit = "mg" } }]
until = "8 h"
)")};
  for (const fs::path& file : bad) {
    SCOPED_TRACE(file);
    refused({"simulate", file.string(), "--out", csv}, 1, file.string(), folder);
  }
}

TEST(CliSimulate, RefusesEveryTruncationOfAScenarioFileWithoutCrashing) {
  const TemporaryFolder folder;
  const auto shipped = content_of(fs::path(KETASCOPE_MODELS_DIR) / "examples" / "four-routes.toml");
  for (std::size_t size = 0; size < shipped.size(); size += 97) {
    const auto file = folder.add("t.toml", shipped.substr(0, size));
    const Outcome outcome = run_program({"check", file.string()});
    EXPECT_TRUE(outcome.exit_code == 0 || outcome.exit_code == 1) << size << outcome.err;
  }
}

TEST(CliCompare, PutsAllScenariosOfAllFilesIntoOneTableAndOneFile) {
  const TemporaryFolder folder;
  const std::string one = (folder.path() / "one.toml").string();
  const std::string csv = (folder.path() / "x.csv").string();
  ASSERT_EQ(run_program(infusion({"--save", one, "-q"})).exit_code, 0);
  const auto shipped = fs::path(KETASCOPE_MODELS_DIR) / "examples" / "four-routes.toml";
  const Outcome outcome = run_program({"compare", one, one, shipped.string(), "--out", csv});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  // The same scenario twice stays two curves.
  for (const char* part : {"over 40 min (2)", "nasal", "oral", "intramuscular"}) {
    EXPECT_TRUE(holds(outcome.out, part));
    EXPECT_TRUE(holds(content_of(csv), part));
  }
  EXPECT_TRUE(holds(outcome.err, "intramuscular: Composite"));
}

}  // namespace
}  // namespace ketascope
