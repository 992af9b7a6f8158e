// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/io/csv.hpp"

#include <gtest/gtest.h>

#include <random>

#include "text_files.hpp"

namespace ketascope {
namespace {

using testing::listing;
using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(CsvReader& reader) {
  Rows rows;
  while (reader.next()) {
    rows.emplace_back(reader.fields().begin(), reader.fields().end());
  }
  return rows;
}

Rows rows_of(std::string_view text) {
  CsvReader reader(text);
  Rows rows = rows_of(reader);
  EXPECT_EQ(listing(reader.diagnostics()), "");
  return rows;
}

TEST(CsvReader, ReadsEveryKindOfLineEnd) {
  const Rows expected = {{"a", "b"}, {"1", "2"}, {"3", "4"}};
  EXPECT_EQ(rows_of("a,b\n1,2\n3,4\n"), expected);
  EXPECT_EQ(rows_of("a,b\r\n1,2\r\n3,4"), expected);
  EXPECT_EQ(rows_of("a,b\r1,2\r3,4\r"), expected);
}

TEST(CsvReader, SkipsAByteOrderMarkAndEmptyLines) {
  EXPECT_EQ(rows_of("\xEF\xBB\xBF\n\na,b\n\n\n1,2\n\n"), (Rows{{"a", "b"}, {"1", "2"}}));
  EXPECT_EQ(rows_of(""), Rows{});
  EXPECT_EQ(rows_of("\r\n\n"), Rows{});
}

TEST(CsvReader, KeepsEmptyFieldsAlsoAtTheEnd) {
  EXPECT_EQ(rows_of("a,,c\n,,\n"), (Rows{{"a", "", "c"}, {"", "", ""}}));
  EXPECT_EQ(rows_of("a,"), (Rows{{"a", ""}}));
}

TEST(CsvReader, UndoesQuotesAndDoubledQuotes) {
  EXPECT_EQ(rows_of("\"a,b\",\"say \"\"hi\"\"\",\"\",\"\"\"\"\n"),
            (Rows{{"a,b", "say \"hi\"", "", "\""}}));
  EXPECT_EQ(rows_of("\"two\nlines\",x\r\ny,\"\"\"a\"\"\"\r\n"),
            (Rows{{"two\nlines", "x"}, {"y", "\"a\""}}));
  EXPECT_EQ(rows_of("5\" tape,x\n"), (Rows{{"5\" tape", "x"}}));
}

TEST(CsvReader, FindsTheDelimiterInTheFirstRow) {
  EXPECT_EQ(rows_of("TIME;DV\n0,5;1,2\n"), (Rows{{"TIME", "DV"}, {"0,5", "1,2"}}));
  EXPECT_EQ(rows_of("\nTIME\tDV\n0\t1\n"), (Rows{{"TIME", "DV"}, {"0", "1"}}));
  EXPECT_EQ(rows_of("\"a;b;c;d\",x\n1,2\n"), (Rows{{"a;b;c;d", "x"}, {"1", "2"}}));
  EXPECT_EQ(rows_of("one\n1,2\n"), (Rows{{"one"}, {"1", "2"}}));
}

TEST(CsvReader, ADelimiterThatIsGivenIsNotGuessed) {
  CsvReader reader("a;b,c\n", {.delimiter = ',', .file = ""});
  EXPECT_EQ(rows_of(reader), (Rows{{"a;b", "c"}}));
}

TEST(CsvReader, KnowsWhereRowsAndFieldsBegin) {
  CsvReader reader("a,b\r\n\r\nµµ,\"x\ny\",z\nlast,row\n");
  ASSERT_TRUE(reader.next());
  EXPECT_EQ(reader.line(), 1);
  ASSERT_TRUE(reader.next());
  EXPECT_EQ(reader.line(), 3);
  EXPECT_EQ(reader.field_at(0), (SourceLocation{3, 1}));
  EXPECT_EQ(reader.field_at(1), (SourceLocation{3, 5}));
  EXPECT_EQ(reader.field_at(2), (SourceLocation{4, 4}));
  EXPECT_EQ(reader.field_at(3), (SourceLocation{3, 0}));
  ASSERT_TRUE(reader.next());
  EXPECT_EQ(reader.line(), 5);
  EXPECT_FALSE(reader.next());
}

TEST(CsvReader, LeavesOutRowsWithBrokenQuotesAndReadsOn) {
  CsvReader reader("a,b\n1,\"x\"y\n2,\"z\n3,4\n", {.file = "t.csv"});
  EXPECT_EQ(rows_of(reader), (Rows{{"a", "b"}, {"3", "4"}}));
  EXPECT_EQ(listing(reader.diagnostics()),
            "2:6 error[csv.quote] text after the closing quote of a field\n"
            "3:3 error[csv.unclosed_quote] a quoted field that does not end\n");
  EXPECT_EQ(reader.diagnostics()[0].file, "t.csv");
}

TEST(CsvReader, LeavesOutRowsThatAreTooLongAndReadsOn) {
  const std::string text = "a,b\n" + std::string(50, 'x') + ",y\n1,2\n";
  CsvReader reader(text, {.max_row_bytes = 40, .file = ""});
  EXPECT_EQ(rows_of(reader), (Rows{{"a", "b"}, {"1", "2"}}));
  EXPECT_EQ(listing(reader.diagnostics()), "2:1 error[csv.long_row] a row longer than 40 bytes\n");
}

TEST(CsvWriter, QuotesOnlyWhatNeedsIt) {
  std::string out;
  append_csv_row(
      out, std::vector<std::string>{"plain", "a,b", "say \"hi\"", "two\nlines", "", " x", "a;b"});
  EXPECT_EQ(out, "plain,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",,\" x\",a;b\n");
  out.clear();
  append_csv_row(out, std::vector<std::string>{"a;b", "a,b"}, ';');
  EXPECT_EQ(out, "\"a;b\";a,b\n");
}

TEST(CsvProperty, WhatIsWrittenIsReadBack) {
  std::mt19937 random(20240501);
  const std::string letters[] = {"a", "1", ",", ";", "\t", "\"", "\n", "\r", "\r\n", " ", "µ", ""};
  const auto below = [&](std::size_t n) {
    return std::uniform_int_distribution<std::size_t>(0, n - 1)(random);
  };
  for (const char delimiter : {',', ';', '\t'}) {
    for (int round = 0; round < 500; ++round) {
      Rows rows(1 + below(5));
      std::string text;
      for (auto& row : rows) {
        row.resize(1 + below(4));
        for (std::string& field : row) {
          for (std::size_t n = below(6); n > 0; --n) {
            field += letters[below(std::size(letters))];
          }
        }
        append_csv_row(text, row, delimiter);
      }
      CsvReader reader(text, {.delimiter = delimiter, .file = ""});
      ASSERT_EQ(rows_of(reader), rows) << text;
      ASSERT_TRUE(reader.diagnostics().empty()) << text;
    }
  }
}

}  // namespace
}  // namespace ketascope
