// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/csv_text.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace ketascope {
namespace {

TEST(CsvText, NumbersReadBackAsTheSameAndCountsAreInDigitsAlone) {
  CsvText csv;
  for (const double value : {100000.0, 4e9, -3.0, 0.0, 0.1, 1e-7, 2.5e17, 1234567.25}) {
    csv.field(value);
  }
  csv.field(std::nan(""));
  csv.end_row();
  EXPECT_EQ(csv.take(), "100000,4000000000,-3,0,0.1,1e-07,2.5e+17,1234567.25,NA\n");
}

TEST(CsvText, QuotesOnlyWhatNeedsIt) {
  CsvText csv;
  csv.field(std::string_view("plain"));
  csv.field(std::string_view("a, \"b\""));
  csv.empty_field();
  csv.end_row();
  EXPECT_EQ(csv.take(), "plain,\"a, \"\"b\"\"\",\n");
}

}  // namespace
}  // namespace ketascope
