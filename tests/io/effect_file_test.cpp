// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/io/effect_file.hpp"

#include <gtest/gtest.h>

#include "text_files.hpp"

namespace ketascope {
namespace {

using testing::listing;
using testing::replaced;

const std::string sound = R"(format = "ketascope-effect 1"
id = "made-up"
title = "Made up"
endpoint = "a score"
grade = "published"
estimated_with = "one"
link = "emax"
direction = "increase"
unit = "cm"
[citation]
text = "Made up for tests."
year = 2024
doi_missing = "made up"
[driver]
analyte = "ketamine"
enantiomer = "S"
matrix = "plasma"
site = "arterial"
unit = "ng/mL"
[parameters]
t_half_ke0 = { value = 5, unit = "min", ci95 = [3, 8], source = "made up" }
Emax = { value = 6, unit = "cm", source = "made up" }
EC50 = { value = 200, unit = "ng/mL", source = "made up" }
[[checks]]
id = "half"
kind = "effect"
source = "made up"
evidence = "derived"
at = { site = "200 ng/mL" }
expected = { value = 3, unit = "cm" }
tolerance_percent = 0.1
)";

std::string problems_after(std::string_view from, std::string_view to) {
  const auto parsed = parse_effect_file(replaced(sound, from, to), "made-up.toml");
  return parsed ? "none" : listing(parsed.error());
}

TEST(EffectFile, ReadsEveryField) {
  const auto parsed = parse_effect_file(sound, "made-up.toml");
  ASSERT_TRUE(parsed) << listing(parsed.error());
  EXPECT_EQ(parsed->id, "made-up");
  EXPECT_EQ(parsed->label, "a score");
  ASSERT_EQ(parsed->drivers.size(), 1u);
  EXPECT_EQ(parsed->drivers[0].full_name(), "S-ketamine");
  EXPECT_EQ(parsed->drivers[0].delay, "t_half_ke0");
  ASSERT_EQ(parsed->parameters.size(), 3u);
  EXPECT_EQ(parsed->parameters[0].ci95, (std::vector{3.0, 8.0}));
  EXPECT_EQ(parsed->expression, "Emax * ((max(site, 0) / EC50) / (1 + (max(site, 0) / EC50)))");
  ASSERT_EQ(parsed->checks.size(), 1u);
}

TEST(BrokenEffect, AWordThatIsNone) {
  EXPECT_EQ(
      problems_after("link = \"emax\"", "link = \"emaxx\""),
      "7:9 error[effect.unknown_value] 'link' cannot be 'emaxx' | one of: none, ratio, linear, "
      "emax, sigmoid, inhibitory_sigmoid, custom\n");
}

TEST(BrokenEffect, AGradeWithoutItsReason) {
  EXPECT_EQ(
      problems_after("grade = \"published\"", "grade = \"unverified\""),
      "5:10 error[effect.grade_reason] grade 'unverified' needs a grade_reason | one sentence; "
      "it is shown wherever the effect is used\n");
}

TEST(BrokenEffect, ANumberWithoutItsSource) {
  EXPECT_EQ(
      problems_after(", unit = \"cm\", source = \"made up\" }", ", unit = \"cm\" }"),
      "22:8 error[effect.no_source] parameter 'Emax' has no source | table, page, equation; or "
      "\"derived: ...\", \"assumed: ...\"\n");
}

TEST(BrokenEffect, NoHiddenDelay) {
  EXPECT_EQ(
      problems_after(
          "t_half_ke0 = { value = 5, unit = \"min\", ci95 = [3, 8], source = \"made up\" }\n", ""),
      "14:1 error[effect.delay] there is no delay of S-ketamine: neither ke0 nor t_half_ke0 | "
      "no_delay = \"reason\" for an effect without one\n");
}

TEST(BrokenEffect, ADelayOfTheWrongDimension) {
  EXPECT_EQ(problems_after("unit = \"min\"", "unit = \"1/min\""),
            "21:14 error[effect.dimension] parameter 't_half_ke0': 1/min must be h\n");
}

TEST(BrokenEffect, AParameterThatTheLinkNeeds) {
  EXPECT_EQ(
      problems_after("link = \"emax\"", "link = \"sigmoid\""),
      "2:7 error[effect.parameter] link = \"sigmoid\" needs the parameter gamma | without its "
      "number: link = \"ratio\" (multiples of C50) or \"none\" (effect site)\n");
}

TEST(BrokenEffect, AParameterWithoutAPart) {
  EXPECT_EQ(
      problems_after("EC50 = {", "slope = { value = 1, unit = \"1\", source = \"x\" }\nEC50 = {"),
      "23:9 error[effect.unused] parameter 'slope' has no part in the effect | a number that the "
      "link cannot use belongs in the notes\n");
}

TEST(BrokenEffect, APotencyBelowZero) {
  EXPECT_EQ(problems_after("value = 200", "value = -200"),
            "23:8 error[effect.range] parameter 'EC50' must be greater than 0, not -200\n");
}

TEST(BrokenEffect, AnIntervalBesideItsValue) {
  EXPECT_EQ(problems_after("[3, 8]", "[6, 8]"),
            "21:48 error[effect.range] 'ci95' must be two numbers around the value\n");
}

TEST(BrokenEffect, ACitationWithoutDoiOrReason) {
  EXPECT_EQ(problems_after("doi_missing = \"made up\"\n", ""),
            "10:1 error[effect.citation] the citation has no doi | or say why there is none: "
            "doi_missing = \"...\"\n");
}

TEST(BrokenEffect, ACheckOfNoDriver) {
  EXPECT_EQ(problems_after("at = { site", "at = { sitte"),
            "24:1 error[effect.check] check 'half' needs a concentration: at = { site = \"...\" }\n"
            "24:1 error[effect.check] check 'half' names 'sitte', which is no driver\n");
}

TEST(BrokenEffect, AnUnknownField) {
  EXPECT_NE(problems_after("endpoint =", "endpiont =").find("toml.unknown_field"),
            std::string::npos);
}

}  // namespace
}  // namespace ketascope
