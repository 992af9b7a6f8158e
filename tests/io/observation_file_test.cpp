// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/io/observation_file.hpp"

#include <gtest/gtest.h>

#include "io/text_files.hpp"

namespace ketascope {
namespace {

using testing::listing;
using testing::replaced;

const std::string header =
    "id,citation,doi,doi_missing,year,route,formulation,drug,dose,dose_unit,dose_basis,"
    "infusion_min,n,population,weight_kg,analyte,enantiomer,matrix,site,metric,time_min,statistic,"
    "value,unit,spread_kind,spread,low,high,note\n";
const std::string good =
    "A1,\"Author 2020 Journal 1:2, Fig. 1\",10.1/x,,2020,iv,infusion,S,0.5,mg/kg,base,40,20,adults,"
    "70,S-ketamine,S,plasma,venous,conc_at,30,mean,120,ng/mL,SD,12,,,\n";

TEST(ObservationFile, ReadsARowWithItsSource) {
  const auto rows = parse_observation_file(header + good, "a.csv");
  ASSERT_TRUE(rows.has_value()) << format(rows.error());
  ASSERT_EQ(rows->size(), 1U);
  const Observation& row = rows->front();
  EXPECT_EQ(row.citation, "Author 2020 Journal 1:2, Fig. 1");
  EXPECT_EQ(row.year, 2020);
  EXPECT_EQ(row.dose, (Measure{0.5, "mg/kg"}));
  EXPECT_EQ(row.value, (Measure{120.0, "ng/mL"}));
  EXPECT_EQ(row.time_min, 30.0);
  EXPECT_EQ(row.spread, 12.0);
  EXPECT_FALSE(row.low.has_value());
  EXPECT_EQ(row.line, 2);
}

TEST(ObservationFile, KeepsARangeOfDosesAsText) {
  const auto rows = parse_observation_file(header + replaced(good, ",0.5,", ",28-84,"), "a.csv");
  ASSERT_TRUE(rows.has_value()) << format(rows.error());
  EXPECT_FALSE(rows->front().dose.has_value());
  EXPECT_EQ(rows->front().dose_text, "28-84");
}

TEST(ObservationFile, ReadsASpreadInPercent) {
  const auto rows = parse_observation_file(header + replaced(good, "SD,12,", "SD,11%,"), "a.csv");
  ASSERT_TRUE(rows.has_value()) << format(rows.error());
  EXPECT_TRUE(rows->front().spread_percent);
  EXPECT_EQ(rows->front().spread, 11.0);
}

TEST(ObservationFile, NamesEveryProblemOfEveryRowAtOnce) {
  const std::string text = header + replaced(good, "10.1/x", "") +
                           replaced(replaced(good, ",S,0.5", ",Z,0.5"), ",120,", ",many,") +
                           replaced(good, "ng/mL", "ngs/mL") + "A2,too,short\n";
  const auto rows = parse_observation_file(text, "a.csv");
  ASSERT_FALSE(rows.has_value());
  const std::string found = listing(rows.error());
  for (const char* code : {"2:38 error[observation.citation]", "observation.drug",
                           "3:139 error[observation.number] value 'many' is not a number",
                           "observation.unit", "5:1 error[observation.fields] 3 fields"}) {
    EXPECT_NE(found.find(code), std::string::npos) << code << "\n" << found;
  }
  EXPECT_EQ(rows.error().size(), 5U) << found;
}

TEST(ObservationFile, RefusesADoiTogetherWithAReasonForNone) {
  const auto rows =
      parse_observation_file(header + replaced(good, "10.1/x,,", "10.1/x,lost,"), "a");
  ASSERT_FALSE(rows.has_value());
  EXPECT_EQ(rows.error().front().code, "observation.citation");
}

TEST(ObservationFile, RefusesARangeUpsideDown) {
  const auto rows = parse_observation_file(header + replaced(good, "SD,12,,", "range,,9,8"), "a");
  ASSERT_FALSE(rows.has_value());
  EXPECT_EQ(rows.error().front().code, "observation.range");
}

TEST(ObservationFile, NamesUnknownAndMissingColumns) {
  const auto rows = parse_observation_file(replaced(header, "matrix", "matrx"), "a");
  ASSERT_FALSE(rows.has_value());
  ASSERT_EQ(rows.error().size(), 2U);
  const std::string found = listing(rows.error());
  EXPECT_NE(found.find("did you mean 'matrix'?"), std::string::npos) << found;
  EXPECT_NE(found.find("observation.column_missing"), std::string::npos) << found;
}

TEST(ObservationFile, AConcentrationNeedsItsTime) {
  const auto rows = parse_observation_file(header + replaced(good, ",30,mean", ",,mean"), "a");
  ASSERT_FALSE(rows.has_value());
  EXPECT_EQ(rows.error().front().code, "observation.missing_field");
}

}  // namespace
}  // namespace ketascope
