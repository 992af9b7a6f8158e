// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/verify.hpp"

#include <gtest/gtest.h>

#include <fmt/format.h>
#include <cmath>
#include <numbers>

#include "app/test_models.hpp"
#include "ketascope/app/card.hpp"

namespace ketascope {
namespace {

using testing::holds;
using testing::model_of;
using testing::one_compartment;

/// A check with a tolerance of one part in a million unless `rest` says otherwise.
std::string check(const std::string& kind, double expected, const std::string& unit,
                  const std::string& rest, const std::string& tolerance = "1e-4") {
  return fmt::format(R"(
[[checks]]
id = "c"
kind = "{}"
source = "closed form"
evidence = "derived"
expected = {{ value = {}, unit = "{}" }}
tolerance_percent = {}
{}
)",
                     kind, expected, unit, tolerance, rest);
}

CheckOutcome outcome_of(const std::string& text) {
  const auto outcomes = verify(model_of(one_compartment(text)));
  EXPECT_EQ(outcomes.size(), 1U);
  return outcomes.front();
}

::testing::AssertionResult passes(const std::string& text) {
  const CheckOutcome outcome = outcome_of(text);
  if (outcome.passed) {
    return ::testing::AssertionSuccess();
  }
  return ::testing::AssertionFailure() << outcome.kind << ": expected " << outcome.expected
                                       << ", got " << outcome.obtained << " " << outcome.problem;
}

const std::string bolus = R"(doses = [ { route = "iv", amount = "100 mg" } ]
output = "ketamine"
)";
const std::string infusion = R"(doses = [ { route = "iv", amount = "100 mg", duration = "2 h" } ]
output = "ketamine"
)";
const std::string oral = R"(doses = [ { route = "oral", amount = "100 mg" } ]
output = "ketamine"
)";
constexpr double k = 0.2;
constexpr double ka = 1.5;

TEST(Verify, FindsThePeakOfAnOralDoseToTheLastDigits) {
  const double tmax = std::log(ka / k) / (ka - k);
  const double cmax_ng_per_ml = 1000.0 * 0.5 * 100.0 / 50.0 * std::pow(ka / k, -k / (ka - k));
  EXPECT_TRUE(passes(check("cmax", cmax_ng_per_ml, "ng/mL", oral + "until = \"24 h\"", "1e-9")));
  EXPECT_TRUE(passes(check("tmax", tmax * 60.0, "min", oral + "until = \"24 h\"", "1e-5")));
}

TEST(Verify, FindsThePeakOfABolusAndOfAnInfusionAtTheJumpAndTheEnd) {
  EXPECT_TRUE(passes(check("cmax", 2000.0, "ng/mL", bolus + "until = \"24 h\"", "1e-10")));
  const double at_end = 1000.0 * 50.0 / 10.0 * -std::expm1(-2.0 * k);
  EXPECT_TRUE(passes(check("cmax", at_end, "ng/mL", infusion + "until = \"24 h\"", "1e-9")));
  EXPECT_TRUE(passes(check("tmax", 2.0, "h", infusion + "until = \"24 h\"", "1e-5")));
}

TEST(Verify, IntegratesBetweenTheTimesThatTheCheckNames) {
  const double whole = 2000.0 / k * -std::expm1(-24.0 * k);
  EXPECT_TRUE(passes(check("auc", whole, "ng*h/mL", bolus + "until = \"24 h\"", "1e-8")));
  const double part = 2000.0 / k * (std::exp(-2.0 * k) - std::exp(-6.0 * k));
  EXPECT_TRUE(
      passes(check("auc", part, "ng*h/mL", bolus + "from = \"2 h\"\nuntil = \"6 h\"", "1e-8")));
}

TEST(Verify, ReadsAValueAtATimeInAMolarUnit) {
  const double umol_per_l = 2.0 / 0.23773 * std::exp(-3.0 * k);
  EXPECT_TRUE(passes(check("value", umol_per_l, "umol/L", bolus + "at = \"3 h\"", "1e-9")));
}

TEST(Verify, AValueAtTheStartIsThatAfterADoseGivenThen) {
  EXPECT_TRUE(passes(check("value", 2.0, "mg/L", bolus + "at = \"0 h\"\n")));
  EXPECT_EQ(outcome_of(check("value", 2.0, "mg/L", bolus + "at = \"-1 h\"\n")).problem,
            "at: -1 h is before the start of the run");
}

TEST(Verify, ContextSensitiveHalfTimeOfOneCompartmentIsItsHalfLife) {
  EXPECT_TRUE(passes(check("csht", 60.0 * std::numbers::ln2 / k, "min", infusion, "1e-6")));
}

TEST(Verify, HalfLivesComeFromTheEquations) {
  EXPECT_TRUE(passes(check("half_life", std::numbers::ln2 / k, "h", "", "1e-10")));
  EXPECT_TRUE(passes(check("half_life", std::numbers::ln2 / ka, "h", "phase = 2", "1e-10")));
  EXPECT_TRUE(passes(
      check("half_life", std::numbers::ln2 / ka, "h", "compartments = [\"depot\"]", "1e-10")));
}

TEST(Verify, EvaluatesDefinitionsAndParametersForTheCovariatesOfTheCheck) {
  EXPECT_TRUE(passes(check("definition", 0.4, "1/h",
                           "definition = \"k\"\ncovariates = { RACE = \"1\" }", "1e-10")));
  EXPECT_TRUE(passes(check("definition", 10.0, "L/h", "definition = \"CL\"", "1e-10")));
}

TEST(Verify, FailsAWrongNumberAndShowsWhatItGot) {
  const CheckOutcome outcome =
      outcome_of(check("cmax", 2010.0, "ng/mL", bolus + "until = \"24 h\"", "0.3"));
  EXPECT_FALSE(outcome.passed);
  EXPECT_NEAR(outcome.obtained, 2000.0, 1e-6);
  EXPECT_NEAR(outcome.tolerance, 6.03, 1e-9);
  EXPECT_EQ(outcome.problem, "");
}

TEST(Verify, SaysWhyACheckCannotBeRun) {
  const std::string nothing =
      "doses = [ { route = \"iv\", amount = \"0 mg\", duration = \"2 h\" } ]\noutput = "
      "\"ketamine\"\n";
  const CheckOutcome outcome = outcome_of(check("csht", 1.0, "h", nothing));
  EXPECT_FALSE(outcome.passed);
  EXPECT_TRUE(holds(outcome.problem, "zero"));
}

TEST(HalfLives, FollowTheCovariates) {
  const ModelPtr model = model_of(one_compartment());
  const std::vector<double> japanese{70.0, 1.0};
  ASSERT_EQ(half_lives_h(*model, {}, japanese).size(), 2U);
  EXPECT_NEAR(half_lives_h(*model, {}, japanese)[0], std::numbers::ln2 / 0.4, 1e-12);
}

TEST(ModelCard, SaysWhatTheFileSays) {
  const ModelPtr model =
      model_of(one_compartment(check("cmax", 1.0, "ng/mL", bolus + "until = \"1 h\"")));
  const std::string text = model_card_text(*model);
  for (const char* part :
       {"composite", "made up for tests", "A made-up model, 2020", "Everything <real>.", "venous",
        "40.00 kg to 120.0 kg", "japanese", "CL / V * (1 + RACE)", "oral", "F is made up",
        "237.73 g/mol", "3.466 h", "1 ng/mL", "Not for dosing decisions"}) {
    EXPECT_TRUE(holds(text, part));
  }
}

TEST(ModelCard, PageIsOnePieceAndEscapesWhatTheFileHolds) {
  const std::string html = model_card_html(*model_of(one_compartment()));
  EXPECT_TRUE(holds(html, "One compartment &amp; nothing else"));
  EXPECT_TRUE(holds(html, "Everything &lt;real&gt;."));
  EXPECT_EQ(html.find("<real>"), std::string::npos);
  EXPECT_EQ(html.find("http"), std::string::npos);
  EXPECT_EQ(html.find("src="), std::string::npos);
}

}  // namespace
}  // namespace ketascope
