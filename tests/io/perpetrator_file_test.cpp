// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "ketascope/io/perpetrator_file.hpp"
#include "ketascope/io/scenario_file.hpp"
#include "ketascope/io/study_plan.hpp"

namespace ketascope {
namespace {

const std::string sound = R"toml(format = "ketascope-perpetrator 1"
id = "inhibitor"
title = "An inhibitor"
summary = "For tests."
grade = "user"
citation = "Nobody 2020."

[parameters]
Ki = { value = 2, unit = "mg", source = "invented" }

[compartments.gut]
source = "invented"

[[flows]]
from = "gut"
rate = "1[1/h]"

[[routes]]
id = "oral"
into = ["gut"]

[[acts]]
on = "CYP3A4_gut"
inhibition = "gut / Ki"
source = "invented"

[[regimens]]
id = "once"
label = "once, a day before"
doses = [{ route = "oral", amount = "10 mg", start = "-24 h" }]
source = "invented"
)toml";

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const auto at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return text.replace(at, what.size(), by);
}

std::string first_code(const std::string& text) {
  const auto parsed = parse_perpetrator_file(text, "inhibitor.toml");
  return parsed ? "" : parsed.error().front().code;
}

TEST(PerpetratorFile, ReadsPiecesActsAndRegimens) {
  const auto parsed = parse_perpetrator_file(sound, "inhibitor.toml");
  ASSERT_TRUE(parsed.has_value()) << format(parsed.error());
  EXPECT_EQ(parsed->pieces.id.value, "inhibitor");
  EXPECT_EQ(parsed->pieces.compartments.size(), 1U);
  ASSERT_EQ(parsed->acts.size(), 1U);
  EXPECT_EQ(parsed->acts.front().inhibition.value, "gut / Ki");
  ASSERT_EQ(parsed->regimens.size(), 1U);
  EXPECT_EQ(parsed->regimens.front().doses.front().start, (Measure{-24.0, "h"}));
}

TEST(PerpetratorFile, ADimensionThatDoesNotFitHasItsPlace) {
  const auto parsed =
      parse_perpetrator_file(replaced(sound, "gut / Ki", "gut * Ki"), "inhibitor.toml");
  ASSERT_FALSE(parsed.has_value());
  EXPECT_EQ(parsed.error().front().code, "model.dimension");
  EXPECT_EQ(parsed.error().front().at.line, 24);
}

TEST(PerpetratorFile, ANumberWithoutSourceIsRefused) {
  EXPECT_EQ(first_code(replaced(sound, ", source = \"invented\" }", " }")), "model.no_source");
}

TEST(PerpetratorFile, AnActThatDoesNothingIsRefused) {
  EXPECT_EQ(first_code(replaced(sound, "inhibition = \"gut / Ki\"\n", "")), "perpetrator.act");
}

TEST(PerpetratorFile, ARegimenNeedsARouteOfTheFile) {
  EXPECT_EQ(first_code(replaced(sound, "{ route = \"oral\"", "{ route = \"iv\"")),
            "perpetrator.route");
}

TEST(PerpetratorFile, WithoutRegimenItCannotBeTaken) {
  const std::string text = sound.substr(0, sound.find("[[regimens]]"));
  EXPECT_EQ(first_code(text), "perpetrator.no_regimen");
}

TEST(PerpetratorFile, EveryShippedFileIsSound) {
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(
           std::filesystem::path(KETASCOPE_MODELS_DIR) / "perpetrators")) {
    const auto parsed = load_perpetrator_file(entry.path());
    EXPECT_TRUE(parsed.has_value()) << (parsed ? "" : format(parsed.error()));
    if (parsed) {
      EXPECT_EQ(parsed->pieces.id.value, entry.path().stem().string());
      EXPECT_FALSE(parsed->pieces.left_out.empty()) << entry.path();
    }
    ++files;
  }
  EXPECT_EQ(files, 8);
}

TEST(ScenarioInteractions, AreWrittenAndReadBack) {
  ScenarioFile file;
  ScenarioSpec spec;
  spec.name = "a";
  spec.model = "ketascope-reference";
  DoseSpec dose;
  dose.route = "oral";
  dose.amount = {200.0, "mg"};
  dose.start = {-48.0, "h"};
  dose.repeats = 2;
  dose.interval = Measure{24.0, "h"};
  spec.interactions = {
      {"clarithromycin", "", {}}, {"rifampicin", "five-days", {}}, {"itraconazole", "", {dose}}};
  file.scenarios = {spec};
  const auto back = parse_scenario_file(to_toml(file), "a.toml");
  ASSERT_TRUE(back.has_value()) << format(back.error());
  EXPECT_EQ(back->scenarios.front().interactions, spec.interactions);
}

TEST(ScenarioInteractions, ARegimenAndDosesContradict) {
  const auto parsed = parse_scenario_file(R"toml(format = "ketascope-scenario 1"
[[scenario]]
model = "m"
doses = [{ route = "oral", amount = "1 mg" }]
interactions = [{ perpetrator = "x", regimen = "y", doses = [{ route = "oral", amount = "1 mg" }] }]
)toml",
                                          "a.toml");
  ASSERT_FALSE(parsed.has_value());
  EXPECT_EQ(parsed.error().front().code, "scenario.regimen_and_doses");
}

TEST(StudyPlan, AStageThatNamesAnUnknownArmIsRefused) {
  const auto parsed = parse_study_plan(R"toml(format = "ketascope-study-plan 1"
model = "m"
[[stages]]
id = "one"
arms = ["NOBODY20"]
parameters = [{ name = "CL", start = 1, low = 0.5, high = 2 }]
)toml",
                                       "m.toml");
  ASSERT_FALSE(parsed.has_value());
  EXPECT_EQ(parsed.error().front().code, "plan.unknown_arm");
}

TEST(StudyPlan, BoundsEncloseTheStart) {
  const auto parsed = parse_study_plan(R"toml(format = "ketascope-study-plan 1"
model = "m"
[[stages]]
id = "one"
parameters = [{ name = "CL", start = 3, low = 0.5, high = 2 }]
)toml",
                                       "m.toml");
  ASSERT_FALSE(parsed.has_value());
  EXPECT_EQ(parsed.error().front().code, "plan.range");
}

}  // namespace
}  // namespace ketascope
