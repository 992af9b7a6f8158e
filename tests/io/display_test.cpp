// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "ketascope/io/scenario_file.hpp"

namespace ketascope {
namespace {

TEST(DisplaySpec, IsReadBackAsItWasWritten) {
  for (const TimeZero zero : {TimeZero::start, TimeZero::first_dose, TimeZero::end_of_input}) {
    ScenarioFile file;
    file.scenarios.emplace_back().model = "kamp2020";
    file.display.log_axis = true;
    file.display.observed = true;
    file.display.fuzzy_bands = true;
    file.display.time_zero = zero;
    file.display.bands = {"none"};
    const auto back = parse_scenario_file(to_toml(file), "f.toml");
    ASSERT_TRUE(back);
    EXPECT_EQ(back->display, file.display);
  }
}

TEST(DisplaySpec, AnUnknownWordIsReportedWithThoseThatAreKnown) {
  const auto refused = parse_scenario_file(
      "format = \"ketascope-scenario 1\"\n[display]\ntime_zero = \"lunch\"\n[[scenario]]\nmodel = "
      "\"kamp2020\"\n",
      "f.toml");
  ASSERT_FALSE(refused);
  ASSERT_EQ(refused.error().size(), 1U);
  EXPECT_EQ(refused.error()[0].at.line, 3);
  EXPECT_NE((refused.error()[0].message + refused.error()[0].hint).find("end of input"),
            std::string::npos);
}

}  // namespace
}  // namespace ketascope
