// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/program.hpp"

namespace ketascope {
namespace {

using testing::content_of;
using testing::holds;
using testing::one_compartment;
using testing::Outcome;
using testing::run_program;
using testing::TemporaryFolder;

TEST(CliModels, ListsEveryModelWithItsRoutes) {
  const Outcome outcome = run_program({"models"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  for (const char* id : {"ashraf2018", "domino1984", "kamp2020", "perezruixo2021", "simons2022"}) {
    EXPECT_TRUE(holds(outcome.out, id));
  }
}

TEST(CliModels, ListsThemAsJsonToo) {
  const Outcome outcome = run_program({"models", "--json"});
  const auto json = nlohmann::json::parse(outcome.out, nullptr, false);
  ASSERT_TRUE(json.is_array());
  EXPECT_GE(json.size(), 5U);
  EXPECT_FALSE(json[0]["routes"].empty());
}

TEST(CliModels, NamesPublishedModelsThatLackNumbers) {
  const Outcome outcome = run_program({"models", "--missing"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_TRUE(holds(outcome.out, "10.1016/j.bja.2020.06.067"));
  EXPECT_TRUE(holds(outcome.out, "missing: the whole parameter table"));
  const TemporaryFolder folder;
  folder.add("missing/a.toml", "format = \"ketascope-missing 1\"\n[[missing]]\nid = \"a\"\n");
  const Outcome broken = run_program({"models", "--missing"}, folder.path().string());
  EXPECT_EQ(broken.exit_code, 1);
  EXPECT_TRUE(holds(broken.err, "citation"));
}

TEST(CliModels, ShowsACardAndWritesItAsAPage) {
  const TemporaryFolder folder;
  const std::string html = (folder.path() / "card.html").string();
  const Outcome text = run_program({"models", "show", "kamp2020"});
  EXPECT_EQ(text.exit_code, 0) << text.err;
  EXPECT_TRUE(holds(text.out, "10.1097/ALN.0000000000003577"));
  EXPECT_EQ(run_program({"models", "show", "kamp2020", "--html", html}).exit_code, 0);
  EXPECT_TRUE(holds(content_of(html), "</html>"));
  const Outcome unknown = run_program({"models", "show", "kamp2002"});
  EXPECT_EQ(unknown.exit_code, 1);
  EXPECT_TRUE(holds(unknown.err, "did you mean 'kamp2020'?"));
}

TEST(CliModels, ReportsABrokenModelAndListsTheOthers) {
  const TemporaryFolder folder;
  folder.add("one.toml", one_compartment());
  folder.add("two.toml", one_compartment().substr(0, 900));
  const Outcome outcome = run_program({"models"}, folder.path().string());
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_TRUE(holds(outcome.out, "One compartment"));
  EXPECT_TRUE(holds(outcome.err, "two.toml"));
}

TEST(CliCheck, SaysOkWithCountsOrShowsTheLine) {
  const TemporaryFolder folder;
  const std::string good = folder.add("one.toml", one_compartment()).string();
  std::string text = one_compartment();
  text.replace(text.find("\"L/h\""), 5, "\"L/hh\"");
  const std::string bad = folder.add("bad.toml", text).string();
  const Outcome outcome = run_program({"check", good, bad});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_TRUE(holds(outcome.out, good + ": ok, model one: 4 parameters"));
  EXPECT_TRUE(holds(outcome.err, "unit = \"L/hh\""));
  EXPECT_TRUE(holds(outcome.err, "^"));
  EXPECT_EQ(run_program({"check", good}).exit_code, 0);
}

TEST(CliCheck, PassesEveryFileThatIsShipped) {
  std::vector<std::string> words{"check"};
  for (const auto& entry : std::filesystem::recursive_directory_iterator(KETASCOPE_MODELS_DIR)) {
    if (entry.path().extension() == ".toml") {
      words.push_back(entry.path().string());
    }
  }
  ASSERT_GT(words.size(), 5U);
  const Outcome outcome = run_program(words);
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
}

TEST(CliVerify, EveryCheckOfEveryShippedModelPasses) {
  const Outcome outcome = run_program({"verify"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.out << outcome.err;
  EXPECT_TRUE(holds(outcome.out, " 0 failed"));
  EXPECT_TRUE(holds(outcome.out, "tolerance"));
}

TEST(CliVerify, FailsAWrongConstant) {
  const TemporaryFolder folder;
  std::string text = content_of(std::filesystem::path(KETASCOPE_MODELS_DIR) / "kamp2020.toml");
  const auto clearance = text.find("value = 84");
  ASSERT_NE(clearance, std::string::npos);
  text.replace(clearance, 10, "value = 86");
  folder.add("kamp2020.toml", text);
  const Outcome outcome = run_program({"verify", "kamp2020"}, folder.path().string());
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_TRUE(holds(outcome.out, "FAIL"));
}

TEST(CliVerify, OfAnUnknownModelSaysSo) {
  const Outcome outcome = run_program({"verify", "kamp"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_TRUE(holds(outcome.err, "model.not_found"));
}

TEST(CliBands, NameEndpointRangeAndSource) {
  const Outcome outcome = run_program({"bands"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_TRUE(holds(outcome.out, "endpoint"));
  EXPECT_TRUE(holds(outcome.out, "ng/mL"));
}

TEST(CliVersion, SaysWhatTheProgramIsNotFor) {
  EXPECT_TRUE(holds(run_program({"version"}).out, "Not for dosing decisions"));
  EXPECT_EQ(run_program({"--version"}).exit_code, 0);
}

}  // namespace
}  // namespace ketascope
