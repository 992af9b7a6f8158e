// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/program.hpp"

namespace ketascope {
namespace {

using testing::holds;
using testing::Outcome;
using testing::run_program;

TEST(CliCompareModels, ShowsAnswersAndWhoIsNotEligible) {
  const Outcome outcome = run_program({"compare", "--models", "all", "--route", "iv", "--dose",
                                       "0.5 mg/kg", "--duration", "40 min", "--form", "racemate"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_TRUE(holds(outcome.out, "kamp2020"));
  EXPECT_TRUE(holds(outcome.out, "half-time after input [h]"));
  EXPECT_TRUE(holds(outcome.out, "Not eligible:"));
  EXPECT_TRUE(holds(outcome.out, "simons2022: form: built on S, not on racemate"));
  EXPECT_TRUE(holds(outcome.out, "Not for dosing decisions."));
}

TEST(CliCompareModels, TakesNamedModelsOnly) {
  const Outcome outcome = run_program({"compare", "--models", "simons2022,otto2021", "--route",
                                       "iv", "--dose", "20mg", "--duration", "20min"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_TRUE(holds(outcome.out, "otto2021"));
  EXPECT_FALSE(holds(outcome.out, "kamp2020"));
  EXPECT_TRUE(holds(outcome.err, "arterial and venous models"));
}

TEST(CliCompareModels, AsksForWhatIsMissing) {
  const Outcome outcome = run_program({"compare", "--models", "all"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_TRUE(holds(outcome.err, "also needed: --route, --dose"));
  EXPECT_EQ(run_program({"compare"}).exit_code, 2);
  EXPECT_EQ(run_program({"compare", "a.toml", "--dose", "1mg"}).exit_code, 2);
}

TEST(CliCompareModels, NamesTheNearestModel) {
  const Outcome outcome =
      run_program({"compare", "--models", "kamp2002", "--route", "iv", "--dose", "35mg"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_TRUE(holds(outcome.err, "did you mean 'kamp2020'?"));
}

TEST(CliObserved, NamesSourceAndSiteOfTheData) {
  const Outcome outcome = run_program({"simulate", "--model", "simons2022", "--route", "sublingual",
                                       "--dose", "50mg", "--observed", "--until", "6h"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_TRUE(holds(outcome.err, "observed: Simons 2022 Front Pain Res 3:946486"));
}

TEST(CliObserved, SaysWhenNothingFits) {
  const Outcome outcome = run_program({"simulate", "--model", "kamp2020", "--route", "iv", "--dose",
                                       "33mg", "--observed", "--until", "6h"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_TRUE(holds(outcome.err, "no observed data of this dose, route and form"));
}

TEST(CliStrength, AVolumeOfStatedStrengthIsConvertedAndSaid) {
  const Outcome volume =
      run_program({"simulate", "--model", "kamp2020", "--route", "iv", "--dose", "0.35 mL",
                   "--strength", "100 mg/mL", "--basis", "hydrochloride", "--json", "-"});
  EXPECT_EQ(volume.exit_code, 0) << volume.err;
  EXPECT_TRUE(holds(volume.err, "0.35 mL of 100 mg/mL = 35.0 mg"));
  EXPECT_TRUE(holds(volume.err, "35.0 mg hydrochloride = 30.3 mg base"));
  const Outcome amount = run_program({"simulate", "--model", "kamp2020", "--route", "iv", "--dose",
                                      "35mg", "--basis", "hydrochloride", "--json", "-"});
  const auto cmax = [](const std::string& json) {
    const auto read = nlohmann::json::parse(json, nullptr, false);
    return read.is_object() ? read["summary"][0]["cmax"].get<double>() : -1.0;
  };
  EXPECT_GT(cmax(volume.out), 0.0);
  EXPECT_DOUBLE_EQ(cmax(volume.out), cmax(amount.out));
}

TEST(CliStrength, AVolumeNeedsAStrengthAndAStrengthAVolume) {
  const Outcome alone =
      run_program({"simulate", "--model", "kamp2020", "--route", "iv", "--dose", "0.35 mL"});
  EXPECT_EQ(alone.exit_code, 1);
  EXPECT_TRUE(holds(alone.err, "a volume needs the strength of the solution"));
  const Outcome twice = run_program({"simulate", "--model", "kamp2020", "--route", "iv", "--dose",
                                     "35 mg", "--strength", "100 mg/mL"});
  EXPECT_EQ(twice.exit_code, 1);
  EXPECT_TRUE(holds(twice.err, "with --strength the dose is a volume"));
}

}  // namespace
}  // namespace ketascope
