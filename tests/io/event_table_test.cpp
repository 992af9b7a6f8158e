// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/io/event_table.hpp"

#include <gtest/gtest.h>

#include <string>

#include "io/model_texts.hpp"
#include "io/text_files.hpp"
#include "ketascope/io/model_file.hpp"

namespace ketascope {
namespace {

using testing::listing;

/// Depot and central; covariates WT (kg), AGE (year) and RACE (caucasian 0, asian 1).
const Model& model() {
  static const ModelPtr built = [] {
    std::string text = testing::sound_model;
    text = testing::replaced(text, "[covariates.RACE]",
                             "[covariates.AGE]\nunit = \"year\"\nstandard = 40\nsource = \"test\"\n"
                             "[covariates.RACE]");
    BuiltModel result = parse_model(text, "small.toml");
    EXPECT_TRUE(result.model) << format(result.diagnostics);
    return result.model;
  }();
  return *built;
}

EventTableFile read(const std::string& text, const EventTableOptions& options = {}) {
  auto table = parse_event_table(text, "t.csv", model(), options);
  if (!table) {
    ADD_FAILURE() << listing(table.error());
    return {};
  }
  return std::move(*table);
}

std::string refusals(const std::string& text, const EventTableOptions& options = {}) {
  const auto table = parse_event_table(text, "t.csv", model(), options);
  return table ? "no refusal" : listing(table.error());
}

const std::string names = "ID,TIME,EVID,CMT,AMT,RATE,II,ADDL,SS,WT,AGE,RACE\n";

TEST(EventTable, ReadsEveryItem) {
  const auto table = read(
      "ID,TIME,EVID,CMT,AMT,RATE,DUR,II,ADDL,SS,MDV,WT,AGE,RACE\n"
      "7,0.5,4,1,1.5e2,-2,0,12,3,1,1,80,50,1\n");
  ASSERT_EQ(table.subjects.size(), 1u);
  EXPECT_EQ(table.subjects[0].id, "7");
  EventRecord wanted;
  wanted.time_h = 0.5;
  wanted.evid = 4;
  wanted.cmt = 1;
  wanted.amt_mg = 150;
  wanted.rate_mg_per_h = -2;
  wanted.ii_h = 12;
  wanted.addl = 3;
  wanted.ss = 1;
  wanted.source_row = 2;
  wanted.source_name = "row";
  EXPECT_EQ(table.subjects[0].records, std::vector{wanted});
  EXPECT_EQ(table.subjects[0].covariates,
            (std::vector{80.0, covariate_from_table(model().covariates[1], 50), 1.0}));
  EXPECT_EQ(table.rows, 1u);
  EXPECT_EQ(listing(table.notices), "");
}

TEST(EventTable, TheSameTableInEveryDressGivesTheSameRecords) {
  const std::string plain = "ID,TIME,AMT,WT,AGE,RACE\n1,0,100,70,40,0\n1,2,.,70,40,0\n";
  const EventTable wanted = read(plain).subjects;
  ASSERT_EQ(wanted.size(), 1u);
  for (const char* other : {
           "\xEF\xBB\xBFID,TIME,AMT,WT,AGE,RACE\r\n1,0,100,70,40,0\r\n1,2,,70,40,0\r\n",
           "ID;TIME;AMT;WT;AGE;RACE\n1;0;100;70;40;0\n1;2;NA;70;40;0",
           "ID\tTIME\tAMT\tWT\tAGE\tRACE\n1\t0\t100\t70\t40\t0\n1\t2\t.\t70\t40\t0\n",
           "\"ID\",\"TIME\",\"AMT\",\"WT\",\"AGE\",\"RACE\"\n\"1\",\"0\",\"100\",70,40,0\n1,2,0,70,"
           "40,0\n",
           "id,time,amt,WT,AGE,RACE\n1,0,+100,70,40,caucasian\n1, 2 ,0.0,70,40,caucasian\n",
           "ID,TIME,AMT,WT,AGE,RACE,\n1,0,1e2,70,40,0,\n1,2.0,.,.,NA,,\n,,,,,,\n",
       }) {
    EXPECT_EQ(read(other).subjects, wanted) << other;
  }
}

TEST(EventTable, CommentLinesAreSkippedAndRowsKeepTheirLine) {
  const auto table = read("# made by; hand, \"somehow\"\nID,TIME,AMT\n#1,0,50\n1,0,100\n");
  ASSERT_EQ(table.rows, 1u);
  EXPECT_EQ(table.subjects[0].records[0].source_row, 4);
}

TEST(EventTable, EqualCovariatesOfASubjectAreHeldOnce) {
  const auto table =
      read("ID,TIME,AMT,WT\n1,0,1,70\n1,1,0,70\n1,2,0,70\n2,0,1,70\n2,1,0,80\n2,2,0,.\n");
  ASSERT_EQ(table.subjects.size(), 2u);
  EXPECT_EQ(table.subjects[0].covariates.size(), model().covariates.size());
  const double age = model().covariates[1].standard;
  const double race = model().covariates[2].standard;
  EXPECT_EQ(table.subjects[1].covariates,
            (std::vector{70.0, age, race, 80.0, age, race, 80.0, age, race}));
}

TEST(EventTable, WithoutEvidTheDoseItemsDecide) {
  const auto table = read(
      "ID,TIME,AMT,RATE,SS,MDV\n1,0,100,0,0,1\n1,1,0,0,0,0\n1,2,0,0,0,1\n1,3,0,0,0,101\n"
      "1,4,0,5,1,1\n1,5,0,0,1,1\n");
  std::vector<int> evid;
  for (const EventRecord& r : table.subjects[0].records) {
    evid.push_back(r.evid);
  }
  EXPECT_EQ(evid, (std::vector{1, 0, 2, 2, 1, 1}));
}

TEST(EventTable, ACompartmentMayBeNamed) {
  const auto table = read("ID,TIME,AMT,CMT\n1,0,100,central\n1,1,0,.\n1,2,0,1\n");
  EXPECT_EQ(table.subjects[0].records[0].cmt, model().compartment_index("central") + 1);
  EXPECT_EQ(table.subjects[0].records[1].cmt, 0);
  EXPECT_EQ(table.subjects[0].records[2].cmt, 1);
}

TEST(EventTable, AnIdThatComesBackIsANewSubjectAndIsSaid) {
  const auto table =
      read("ID,TIME,AMT,WT,AGE,RACE\nan,0,1,70,40,0\nbo,0,1,70,40,0\nan,0,1,70,40,0\n");
  ASSERT_EQ(table.subjects.size(), 3u);
  EXPECT_EQ(table.subjects[2].id, "an");
  EXPECT_EQ(
      listing(table.notices),
      "4:1 warning[events.id_returns] row 4, ID = 'an': this ID has been there before; it is a "
      "new subject | a subject is a run of rows one after the other\n");
}

TEST(EventTable, WhatIsNotUsedIsSaid) {
  const auto table = read("C,ID,TIME,AMT,DV,WT,Arm,CALL\nx,1,0,100,5,70,a,0\n");
  EXPECT_EQ(listing(table.notices),
            "1:0 warning[events.ignored] CALL has no effect here\n"
            "1:0 warning[events.ignored] not used: columns C, Arm\n"
            "1:0 warning[events.covariate_default] the table has no column AGE: 40 year for all\n"
            "1:0 warning[events.covariate_default] the table has no column RACE: 0 1 for all\n");
}

TEST(EventTable, CarriesColumnsThroughAsText) {
  EventTableOptions options;
  options.carry = {"Arm", "TIME"};
  const auto table =
      read("ID,TIME,AMT,Arm\n1,0,100,\"a, \"\"b\"\"\"\n1,2.50,0,\n2,0,1,c\n", options);
  ASSERT_EQ(table.carried.size(), 2u);
  EXPECT_EQ(table.carried[0].name(), "Arm");
  EXPECT_EQ(table.carried[0].at(0), "a, \"b\"");
  EXPECT_EQ(table.carried[0].at(1), "");
  EXPECT_EQ(table.carried[0].at(2), "c");
  EXPECT_EQ(table.carried[1].at(1), "2.50");
}

TEST(EventTable, ColumnsThatTheTableLacksComeFromTheOptions) {
  EventTableOptions options;
  options.covariates = {55.0, 1000.0, 1.0};
  options.given = {"WT", "AGE", "RACE"};
  const auto table = read("ID,TIME,AMT\n1,0,100\n", options);
  EXPECT_EQ(table.subjects[0].covariates, options.covariates);
  EXPECT_EQ(listing(table.notices), "");
  EXPECT_EQ(
      refusals("ID,TIME,AMT,wt\n1,0,100,70\n", options),
      "1:13 error[events.covariate_twice] WT is a column of the table and is given beside it | "
      "leave one of them out\n");
}

TEST(EventTable, RefusesRowsOfNamesThatCannotBeUnderstood) {
  EXPECT_EQ(
      refusals(""),
      "0:0 error[events.empty] the table is empty | the first row names the columns, for example "
      "ID,TIME,EVID,CMT,AMT\n");
  EXPECT_EQ(refusals("ID,TIME,AMT\n"),
            "1:0 error[events.empty] the table has column names and no rows\n");
  EXPECT_EQ(
      refusals("1,0,100\n1,1,0\n"),
      "1:0 error[events.no_header] the first row holds no column names | the first row names the "
      "columns, for example ID,TIME,EVID,CMT,AMT\n");
  EXPECT_EQ(
      refusals("SUBJECT,DATE,EVID\n1,0,1\n"),
      "1:9 error[events.date] column DATE: dates are not read | give TIME in hours from the start "
      "of each subject\n"
      "1:0 error[events.column_missing] there is no column ID | ID, TIME and AMT are needed; a "
      "line that begins with # is a comment\n"
      "1:0 error[events.column_missing] there is no column TIME | ID, TIME and AMT are needed; a "
      "line that begins with # is a comment\n"
      "1:0 error[events.column_missing] there is no column AMT | ID, TIME and AMT are needed; a "
      "line that begins with # is a comment\n");
  EXPECT_EQ(
      refusals("ID,TIME,AMT,AMT,Rate\n1,0,1,1,1\n"),
      "1:13 error[events.column_twice] there are two columns AMT | rename or remove one of them\n"
      "1:17 error[events.column_mixed] column Rate: mixed upper and lower case | write RATE or "
      "rate\n");
  EXPECT_EQ(
      refusals("ID,TIME,AMT,evid\n1,0,1,1\n"),
      "1:13 error[events.column_case] data items are written in upper and in lower case: evid "
      "unlike ID | write all of them in upper or all of them in lower case\n");
  EventTableOptions options;
  options.carry = {"ARM"};
  EXPECT_EQ(
      refusals("ID,TIME,AMT,ARMS\n1,0,1,1\n", options),
      "1:0 error[events.carry_unknown] there is no column 'ARM' to carry through | did you mean "
      "'ARMS'?\n");
}

TEST(EventTable, NamesEveryCellThatCannotBeRead) {
  EXPECT_EQ(
      refusals(names + "1,abc,1,central,10,0,0,0,0,70,40,0\n"  // line 2
                       "1,1:30,0,0,0,0,0,0,0,70,40,0\n"
                       "1,2,0.5,0,0,0,0,0,0,70,40,0\n"
                       ",3,0,0,0,0,0,0,0,70,40,0\n"  // 5
                       "2,.,1,centrl,1e999,0,0,0,0,.,40,martian\n"
                       "2,1,0\n"
                       "3,\"0,5\",1,1,nan,0,0,2147483648,0,-5,40,0\n"),
      "2:3 error[events.number] row 2, TIME = 'abc': must be a number | nothing, . or NA stands "
      "for a missing value\n"
      "3:3 error[events.number] row 3, TIME = '1:30': must be a number | clock times are not read: "
      "give hours, for example 1.5\n"
      "4:5 error[events.integer] row 4, EVID = '0.5': must be a whole number\n"
      "5:1 error[events.id_missing] row 5, ID = '': every row needs an ID\n"
      "6:3 error[events.time_missing] row 6, TIME = '.': every row needs a TIME\n"
      "6:14 error[events.not_finite] row 6, AMT = '1e999': is larger or smaller than a number can "
      "be\n"
      "6:7 error[events.compartment] row 6, CMT = 'centrl': model small has no such compartment | "
      "did you mean 'central'?\n"
      "6:28 error[events.covariate_missing] row 6, WT = '.': the first row of a subject needs "
      "every "
      "covariate | a later row without one has the value of the row before\n"
      "6:33 error[events.category] row 6, RACE = 'martian': there is no such category | known: "
      "asian (1), caucasian (0)\n"
      "7:0 error[events.fields] row 7 has 3 fields, the row of names has 12\n"
      "8:4 error[events.decimal_comma] row 8, TIME = '0,5': numbers have a decimal point, not a "
      "comma | write 0.5\n"
      "8:13 error[events.not_finite] row 8, AMT = 'nan': must be a finite number\n"
      "8:21 error[events.integer] row 8, ADDL = '2147483648': must be a whole number\n"
      "8:34 error[events.weight] row 8, WT = '-5': a weight must be positive\n");
}

TEST(EventTable, OneRunNamesUnreadableCellsAndBrokenRules) {
  EXPECT_EQ(
      refusals("ID,TIME,EVID,AMT,II,ADDL\n"
               "1,0,1,100,0,3\n"
               "1,5,0,0,0,0\n"
               "1,4,0,0,0,0\n"
               "2,zero,1,100,0,0\n"),
      "2:13 error[dosing.addl_without_ii] row 2, ADDL = 3: additional doses need II > 0\n"
      "4:3 error[dosing.time_decreases] row 4, TIME = 4: time must not decrease within a subject "
      "(row 3 is at 5 h) | only EVID 3 and 4 may move the clock back; sort the rows or use EVID 4\n"
      "5:3 error[events.number] row 5, TIME = 'zero': must be a number | nothing, . or NA stands "
      "for a missing value\n");
}

TEST(EventTable, UnreadableCellsHideNothingElseOfTheirSubject) {
  // Cells that cannot be read, rules about other items of the same row, and rules of other rows.
  EXPECT_EQ(
      refusals("ID,TIME,EVID,CMT,AMT,RATE,II,ADDL,SS\n"
               "1,0,1,1,abc,0,0,3,0\n"   // 2: ADDL without II, whatever AMT is
               "1,1,1,9,x,0,0,0,0\n"     // 3: no such compartment
               "1,2,1,1,5,y,0,0,4\n"     // 4: SS
               "1,3,one,1,-5,0,0,0,0\n"  // 5: without EVID nothing can be said of AMT
               "1,x,1,1,-5,0,0,0,0\n"    // 6: AMT, but no TIME to compare
               "1,2,1,1,5,0,z,2,0\n"     // 7: TIME against row 5
               "1,4,0,1,5,0,0,0,0\n"),
      "2:9 error[events.number] row 2, AMT = 'abc': must be a number | nothing, . or NA stands "
      "for a missing value\n"
      "2:17 error[dosing.addl_without_ii] row 2, ADDL = 3: additional doses need II > 0\n"
      "3:9 error[events.number] row 3, AMT = 'x': must be a number | nothing, . or NA stands "
      "for a missing value\n"
      "3:7 error[dosing.cmt_unknown] row 3, CMT = 9: model small has 1 compartment\n"
      "4:11 error[events.number] row 4, RATE = 'y': must be a number | nothing, . or NA stands "
      "for a missing value\n"
      "4:17 error[dosing.ss] row 4, SS = 4: SS must be 0, 1, 2 or 3\n"
      "5:5 error[events.number] row 5, EVID = 'one': must be a number | nothing, . or NA stands "
      "for a missing value\n"
      "6:3 error[events.number] row 6, TIME = 'x': must be a number | nothing, . or NA stands "
      "for a missing value\n"
      "6:9 error[dosing.amt_negative] row 6, AMT = -5: an amount must not be negative\n"
      "7:13 error[events.number] row 7, II = 'z': must be a number | nothing, . or NA stands "
      "for a missing value\n"
      "7:3 error[dosing.time_decreases] row 7, TIME = 2: time must not decrease within a subject "
      "(row 5 is at 3 h) | only EVID 3 and 4 may move the clock back; sort the rows or use EVID 4\n"
      "8:9 error[dosing.item_without_dose] row 8, AMT = 5: must be 0 or missing on a record with "
      "EVID 0\n");
}

TEST(EventTable, WhatDependsOnAnUnreadableCellIsNotNamed) {
  const auto codes = [](const std::string& text) {
    std::string all;
    const auto table = parse_event_table(text, "t.csv", model());
    if (!table) {
      for (const Diagnostic& d : table.error()) {
        all += d.code + " ";
      }
    }
    return all;
  };
  // Without EVID the amount that cannot be read decides what the row is.
  EXPECT_EQ(codes("ID,TIME,AMT,ADDL\n1,0,x,3\n1,5,0,0\n"), "events.number ");
  EXPECT_EQ(codes("ID,TIME,AMT,RATE,ADDL\n1,0,x,5,3\n1,5,0,0,0\n"),
            "events.number dosing.addl_without_ii ");
  EXPECT_EQ(codes("ID,TIME,AMT,MDV,CMT\n1,0,0,x,-1\n1,5,0,0,0\n"), "events.number ");
  // A row that cannot be taken apart may have been a reset.
  EXPECT_EQ(codes("ID,TIME,AMT\n1,9,1\n1,0\n1,2,0\n1,1,0\n"),
            "events.fields dosing.time_decreases ");
  // One of another subject ends this one.
  EXPECT_EQ(codes("ID,TIME,AMT\n1,9,1\n2,0\n1,2,0\n"), "events.fields ");
  EXPECT_EQ(codes("ID,TIME,AMT\n1,9,1\n1,0," + std::string(100'000, '9') + "\n1,2,0\n1,1,0\n"),
            "csv.long_row dosing.time_decreases ");
  // Two covariates that cannot be read; the rules of the records are looked at all the same.
  EXPECT_EQ(codes("ID,TIME,AMT,WT,RACE\n1,0,-1,x,0\n1,2,0,70,martian\n"),
            "events.number dosing.amt_negative events.category ");
}

TEST(EventTable, OneRunNamesTheRowOfNamesAndTheOtherRowsToo) {
  EventTableOptions options;
  options.carry = {"ARM"};
  EXPECT_EQ(
      refusals("ID,Time,amt,ADDL\n1,0,5,2\n1,x,0,0\n", options),
      "1:4 error[events.column_mixed] column Time: mixed upper and lower case | write TIME "
      "or time\n"
      "1:9 error[events.column_case] data items are written in upper and in lower case: amt "
      "unlike ID | write all of them in upper or all of them in lower case\n"
      "1:0 error[events.carry_unknown] there is no column 'ARM' to carry through | the table "
      "has ID, Time, amt, ADDL\n"
      "2:7 error[dosing.addl_without_ii] row 2, ADDL = 2: additional doses need II > 0\n"
      "3:3 error[events.number] row 3, Time = 'x': must be a number | nothing, . or NA stands "
      "for a missing value\n");
  // Which column holds TIME is not known then.
  EXPECT_EQ(refusals("ID,TIME,TIME,AMT\n1,x,0,5\n"),
            "1:9 error[events.column_twice] there are two columns TIME | rename or remove one of "
            "them\n");
}

TEST(EventTable, ListsSomeProblemsAndCountsTheOthers) {
  std::string text = "ID,TIME,AMT\n";
  for (int i = 0; i < 1000; ++i) {
    text += "1,x,1\n";
  }
  EventTableOptions options;
  options.most_problems = 3;
  const auto table = parse_event_table(text, "t.csv", model(), options);
  ASSERT_FALSE(table);
  ASSERT_EQ(table.error().size(), 4u);
  EXPECT_EQ(table.error()[2].at.line, 4);
  EXPECT_EQ(table.error()[3].message, "and 997 more problems");
}

TEST(EventTable, ALineWithoutEndAndAnOpenQuoteAreRefused) {
  EXPECT_EQ(refusals("ID,TIME,AMT\n1,0," + std::string(100'000, '9') + "\n1,0,\"5\n1,1,0\n"),
            "2:1 error[csv.long_row] a row longer than 65536 bytes\n"
            "3:5 error[csv.unclosed_quote] a quoted field that does not end\n");
  EXPECT_EQ(refusals(std::string(100'000, 'x')),
            "1:1 error[csv.long_row] a row longer than 65536 bytes\n");
}

TEST(EventTable, ARowMayNotHideBehindALongOrDirtyValue) {
  EXPECT_EQ(refusals("ID,TIME,AMT\n1,0,x\x01y" + std::string(60, 'z') + "\n"),
            "2:5 error[events.number] row 2, AMT = 'x y" + std::string(37, 'z') +
                "...': must be a number | nothing, . or NA stands for a missing value\n");
}

TEST(EventTable, CovariatesOutsideTheModelsRangeAreSaidOnce) {
  const auto table = read("ID,TIME,AMT,WT,AGE,RACE\n1,0,1,300,40,0\n1,1,0,300,40,0\n");
  EXPECT_EQ(
      listing(table.notices),
      "2:0 warning[events.outside_range] WT is outside the range that small was built on (40 to "
      "120 kg) in 2 rows, first in row 2 | these curves are extrapolations\n");
}

TEST(EventTable, ACovariateWrittenForATableReadsBackToTheSameDouble) {
  const Covariate& age = model().covariates[1];
  for (const double years : {40.0, 0.1, 33.3333333333, 7.0, 1.0 / 3.0}) {
    const double internal = covariate_from_table(age, years);
    EXPECT_EQ(covariate_from_table(age, covariate_for_table(age, internal)), internal) << years;
  }
}

TEST(EventTable, AProblemOfTheDosesGetsTheColumnOfItsItem) {
  const std::string text = "ID,AMT,TIME\n1,0,0\n\"1\",0,-3\n";
  Diagnostics problems = {
      {Severity::error, "dosing.time_decreases", "row 3, TIME = -3: no", "t.csv", {3, 0}, ""},
      {Severity::error, "dosing.lag", "row 2, ALAG = -1: no", "t.csv", {2, 0}, ""}};
  locate_in_table(problems, text);
  EXPECT_EQ(listing(problems),
            "3:7 error[dosing.time_decreases] row 3, TIME = -3: no\n"
            "2:0 error[dosing.lag] row 2, ALAG = -1: no\n");
}

}  // namespace
}  // namespace ketascope
