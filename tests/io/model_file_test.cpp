// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/io/model_file.hpp"

#include <gtest/gtest.h>

#include "model_texts.hpp"
#include "text_files.hpp"

namespace ketascope {
namespace {

using testing::listing;
using testing::replaced;
using testing::sound_model;

/// What is found in the sound model after one change.
std::string problems_after(std::string_view from, std::string_view to) {
  return listing(parse_model(replaced(sound_model, from, to), "small.toml").diagnostics);
}
/// Of the text alone, before the model is built.
std::string text_problems_of(std::string_view text) {
  return listing(parse_model_spec(text, "small.toml").diagnostics);
}
std::string problems_of(std::string_view text) {
  const BuiltModel built = parse_model(text, "small.toml");
  EXPECT_EQ(built.model == nullptr, has_errors(built.diagnostics));
  return listing(built.diagnostics);
}

TEST(ModelFile, ASoundModelIsBuiltWithoutAWord) {
  const BuiltModel built = parse_model(sound_model, "small.toml");
  EXPECT_EQ(listing(built.diagnostics), "");
  ASSERT_NE(built.model, nullptr);
  EXPECT_EQ(built.model->id, "small");
  EXPECT_EQ(built.model->file, "small.toml");
}

TEST(ModelFile, KeepsTheOrderOfTheFile) {
  const ModelSpec spec = parse_model_spec(sound_model, "small.toml").spec;
  ASSERT_EQ(spec.parameters.size(), 2u);
  EXPECT_EQ(spec.parameters[0].name.value, "V1");
  EXPECT_EQ(spec.parameters[1].name.value, "CL");
  ASSERT_EQ(spec.covariates.size(), 2u);
  EXPECT_EQ(spec.covariates[0].name.value, "WT");
}

TEST(ModelFile, TextsPointAtTheirFirstCharacter) {
  const auto at = [](std::string_view literal) {
    const auto parsed =
        parse_model_spec(replaced(sound_model, "title = \"One compartment\"", literal), "");
    EXPECT_EQ(listing(parsed.diagnostics), "");
    return parsed.spec.title;
  };
  EXPECT_EQ(at("title = \"One\"").at, (SourceLocation{3, 10}));
  EXPECT_EQ(at("title = 'One'").at, (SourceLocation{3, 10}));
  EXPECT_EQ(at("title = \"\"\"One\"\"\"").at, (SourceLocation{3, 12}));
  EXPECT_EQ(at("title = \"\"\"\nOne\"\"\"").at, (SourceLocation{4, 1}));
  EXPECT_EQ(at("title = '''\r\nOne'''").at, (SourceLocation{4, 1}));
  EXPECT_EQ(at("title=''").at, (SourceLocation{3, 8}));
  EXPECT_EQ(at("summary = 'x'").at, (SourceLocation{1, 1})) << "absent: the place of the table";
  const ModelSpec spec = parse_model_spec(sound_model, "small.toml").spec;
  EXPECT_EQ(spec.parameters[0].name.at, (SourceLocation{29, 13}));
  EXPECT_EQ(spec.parameters[0].at, (SourceLocation{29, 1}));
  EXPECT_EQ(spec.analytes[0].molar_mass->at, (SourceLocation{16, 40}));
  EXPECT_EQ(spec.checks[0].doses[0].at, (SourceLocation{68, 11}));
}

TEST(ModelFile, ColumnsCountCharactersNotBytes) {
  const auto parsed =
      parse_model_spec(replaced(sound_model, "covariates = { WT = \"70 kg\", RACE = \"asian\" }",
                                "covariates = { \"µµ\" = \"1 kg\", WT = \"70 Kg\" }"),
                       "small.toml");
  EXPECT_EQ(listing(parsed.diagnostics),
            "69:40 error[unit.unknown] 'WT': unknown unit 'Kg' | did you mean 'kg'?\n");
}

TEST(ModelFile, APlaceAfterAByteOrderMarkIsCountedWithoutIt) {
  EXPECT_EQ(problems_of("\xEF\xBB\xBF" + sound_model), "");
}

TEST(ModelFile, LabelsOfCategoriesAreResolvedInChecks) {
  const ModelSpec spec = parse_model_spec(sound_model, "small.toml").spec;
  EXPECT_EQ(spec.checks.at(0).covariates.at("RACE"), (Measure{1.0, ""}));
  EXPECT_EQ(spec.checks.at(0).covariates.at("WT"), (Measure{70.0, "kg"}));
}

TEST(ModelFile, AnIdThatIsNotTheFilesNameIsAWarning) {
  const BuiltModel built = parse_model(sound_model, "models/other.toml");
  EXPECT_EQ(listing(built.diagnostics),
            "2:7 warning[model.id_differs] the id 'small' is not the file's name 'other' | models "
            "are found by "
            "the name of their file\n");
  EXPECT_NE(built.model, nullptr);
  EXPECT_EQ(listing(parse_model(sound_model, "").diagnostics), "");
}

// --- texts that are no model at all ---

TEST(BrokenModel, Empty) {
  EXPECT_EQ(problems_of(""), "0:0 error[file.empty] the file is empty\n");
  EXPECT_EQ(problems_of("\xEF\xBB\xBF \n\t\r\n"), "0:0 error[file.empty] the file is empty\n");
}

TEST(BrokenModel, Huge) {
  EXPECT_EQ(problems_of(sound_model + std::string(max_text_file_bytes, '\n')),
            "0:0 error[file.too_large] the file is larger than 1024 KiB\n");
}

TEST(BrokenModel, Binary) {
  EXPECT_EQ(problems_of(std::string_view("\x7F"
                                         "ELF\0\0",
                                         6)),
            "1:5 error[file.binary] not a text file: it holds NUL bytes\n");
}

TEST(BrokenModel, NotUtf8) {
  EXPECT_EQ(problems_after("One compartment", "Caf\xE9"),
            "3:13 error[file.not_utf8] not UTF-8: byte 0xE9 cannot stand here | save the file with "
            "the encoding "
            "UTF-8\n");
}

TEST(BrokenModel, Unreadable) {
  const testing::TemporaryFolder folder;
  const BuiltModel built = load_model(folder / "none.toml");
  EXPECT_EQ(built.model, nullptr);
  EXPECT_EQ(listing(built.diagnostics),
            "0:0 error[file.unreadable] cannot read: No such file or directory\n");
}

TEST(BrokenModel, CutOffInsideAString) {
  EXPECT_EQ(problems_of(sound_model.substr(0, sound_model.find("compartment\""))),
            "3:14 error[toml.syntax] in string: encountered end-of-file\n");
}

TEST(BrokenModel, CutOffAnywhereBeforeTheRoutesIsNoModel) {
  const std::size_t complete = sound_model.find("\n[[routes]]");
  for (std::size_t size = 0; size < sound_model.size(); ++size) {
    const BuiltModel built = parse_model(sound_model.substr(0, size), "small.toml");
    ASSERT_EQ(built.model == nullptr, has_errors(built.diagnostics)) << size;
    if (size < complete) {
      ASSERT_EQ(built.model, nullptr) << size;
    }
  }
}

TEST(BrokenModel, SyntaxError) {
  EXPECT_EQ(problems_after("year = 2024", "year = = 2024"),
            "12:8 error[toml.syntax] in value: could not determine value type\n");
}

TEST(BrokenModel, UnclosedHeader) {
  EXPECT_EQ(problems_after("[citation]", "[citation"),
            "10:10 error[toml.syntax] in table header: expected ']', saw '\\n'\n");
}

TEST(BrokenModel, DuplicateKey) {
  EXPECT_EQ(
      problems_after("year = 2024", "year = 2024\nyear = 2025"),
      "13:8 error[toml.duplicate] in key-value pair: cannot redefine existing integer 'year'\n");
}

TEST(BrokenModel, DuplicateTable) {
  EXPECT_EQ(problems_after("[parameters.CL]", "[parameters.V1]"),
            "33:1 error[toml.duplicate] in table header: cannot redefine existing table "
            "'parameters.V1'\n");
}

TEST(BrokenModel, DecimalComma) {
  EXPECT_EQ(
      problems_after("value = 63", "value = 63,5"),
      "30:11 error[toml.syntax] in key-value pair: expected a comment or whitespace, saw ','\n");
}

TEST(BrokenModel, LettersOutsideQuotes) {
  EXPECT_EQ(problems_after("value = 63", "v\xC3\xA4lue = 63"),
            "30:2 error[toml.syntax] letters outside ASCII must stand in quotes\n");
}

TEST(BrokenModel, NestedWithoutEnd) {
  EXPECT_EQ(problems_of("a = " + std::string(100'000, '[')),
            "1:37 error[toml.deep] nested deeper than 32 levels\n");
  EXPECT_EQ(problems_of("a = " + std::string(100'000, '{')),
            "1:37 error[toml.deep] nested deeper than 32 levels\n");
  std::string dotted = "a";
  for (int i = 0; i < 100'000; ++i) {
    dotted += ".a";
  }
  EXPECT_EQ(problems_of("[" + dotted + "]"),
            "1:67 error[toml.deep] nested deeper than 32 levels\n");
  EXPECT_EQ(problems_of(dotted + " = 1"), "1:66 error[toml.deep] nested deeper than 32 levels\n");
}

TEST(BrokenModel, BracketsAndDotsInTextsAndCommentsAreNotNesting) {
  const std::string noise = std::string(100, '[') + std::string(100, '.') + "\xC3\xA4";
  EXPECT_EQ(problems_after("title = \"One compartment\"",
                           "title = \"\"\"a \\\" \"\" " + noise + "\"\"\"\"\" # ' " + noise +
                               "\nsummary = '''" + noise + " '' \" '''''\nnotes = ['" + noise +
                               "\\', \"\\\"" + noise + "\"]"),
            "");
}

// --- other kinds of files ---

TEST(BrokenModel, AScenarioIsNoModel) {
  EXPECT_EQ(problems_after("ketascope-model 1", "ketascope-scenario 1"),
            "1:11 error[model.wrong_format] expected format 'ketascope-model 1', found "
            "'ketascope-scenario 1'\n");
}

TEST(BrokenModel, ALaterFormatIsNotGuessedAt) {
  EXPECT_EQ(problems_after("ketascope-model 1", "ketascope-model 2"),
            "1:11 error[model.newer_format] written by a newer Ketascope: format 'ketascope-model "
            "2', this program "
            "reads 'ketascope-model 1'\n");
}

TEST(BrokenModel, AFormatThatIsNoText) {
  EXPECT_EQ(problems_after("\"ketascope-model 1\"", "1"),
            "1:10 error[toml.type] 'format': expected text in quotes, found a number\n");
}

TEST(BrokenModel, NoFormatIsSaidOnce) {
  EXPECT_EQ(problems_after("format = \"ketascope-model 1\"\n", ""),
            "1:1 error[toml.missing_field] missing field 'format' | this kind of file begins with: "
            "format = "
            "\"ketascope-model 1\"\n");
}

// --- fields ---

TEST(BrokenModel, TextWhereANumberBelongs) {
  EXPECT_EQ(problems_after("value = 63", "value = \"63\""),
            "30:10 error[toml.type] 'value': expected a number, found text\n");
}

TEST(BrokenModel, NumberWhereTextBelongs) {
  EXPECT_EQ(problems_after("unit = \"L/h\"", "unit = 7"),
            "35:8 error[toml.type] 'unit': expected text in quotes, found a number\n");
}

TEST(BrokenModel, EveryOtherWrongType) {
  std::string text = replaced(sound_model, "year = 2024", "year = 2024.5");
  text = replaced(text, "infusion = true", "infusion = 1");
  text = replaced(text, "into = [\"central\"]", "into = \"central\"");
  text = replaced(text, "title = \"One compartment\"", "title = 2024-05-01");
  text = replaced(text, "[compartments.central]",
                  "[compartments]\ncentral = 5\nother = []\n[compartments.central2]");
  EXPECT_EQ(text_problems_of(text),
            "3:9 error[toml.type] 'title': expected text in quotes, found a date\n"
            "12:8 error[toml.type] 'year' must be a whole number\n"
            "42:11 error[toml.type] 'central': expected a table, found a number\n"
            "43:9 error[toml.type] 'other': expected a table, found a list\n"
            "63:9 error[toml.type] 'into': expected a list, found text\n"
            "64:12 error[toml.type] 'infusion': expected true or false, found a number\n");
}

TEST(BrokenModel, ATableWhereAListOfTablesBelongs) {
  EXPECT_EQ(
      text_problems_of(replaced(sound_model, "[[outputs]]", "[outputs]")),
      "48:1 error[toml.type] 'outputs': expected a list of tables, [[outputs]], found a table\n");
}

TEST(BrokenModel, ItemsOfTheWrongType) {
  EXPECT_EQ(problems_after("amount = \"mass\"", "amount = \"mass\"\nnotes = [\"a\", 1, true]"),
            "10:15 error[toml.type] 'notes': expected text in quotes, found a number\n"
            "10:18 error[toml.type] 'notes': expected text in quotes, found true or false\n");
}

TEST(BrokenModel, NanAndInfinity) {
  std::string text = replaced(sound_model, "value = 63", "value = nan");
  text = replaced(text, "high = 120", "high = +inf");
  EXPECT_EQ(problems_of(text),
            "22:8 error[toml.not_finite] 'high' must be a finite number\n"
            "30:9 error[toml.not_finite] 'value' must be a finite number\n");
}

TEST(BrokenModel, NumberThatNoDoubleHolds) {
  EXPECT_EQ(
      problems_after("value = 63", "value = 63e999"),
      "30:15 error[toml.syntax] in floating-point: '63e999' could not be interpreted as a value\n");
}

TEST(BrokenModel, UnknownFieldsWithTheNearestName) {
  std::string text = replaced(sound_model, "grade = ", "grad = ");
  text = replaced(text, "standard = 70", "standrad = 70");
  text = replaced(text, "rate = \"k\"", "rate = \"k\"\ncolour = \"red\"");
  text = replaced(text, "unit = \"g/mol\" }", "unit = \"g/mol\", sourc = 1 }");
  EXPECT_EQ(text_problems_of(text),
            "4:1 error[toml.unknown_field] unknown field 'grad' | did you mean 'grade'?\n"
            "16:48 error[toml.unknown_field] unknown field 'sourc' in 'molar_mass'\n"
            "20:1 error[toml.unknown_field] unknown field 'standrad' in [covariates.WT] | did you "
            "mean 'standard'?\n"
            "47:1 error[toml.unknown_field] unknown field 'colour' in [[flows]]\n");
}

TEST(BrokenModel, AQuotedUnknownFieldPointsInsideTheQuotes) {
  EXPECT_EQ(problems_after("year = 2024", "year = 2024\n\"odd name\" = 1"),
            "13:2 error[toml.unknown_field] unknown field 'odd name' in 'citation'\n");
}

TEST(BrokenModel, PlacesOnOneLongLineAreFoundInAnyOrder) {
  const std::string text =
      "format = \"ketascope-model 1\"\nnotes = [\"\u00B5\", \"z\"]\n"
      "[[checks]]\ndoses = [{ \"\u00B5\u00B5\" = 1, a = 2, route = \"iv\", "
      "amount = \"1 Mg\" }, { amount = \"2 Kg\", route = 5 }]\n";
  EXPECT_EQ(text_problems_of(text),
            "4:13 error[toml.unknown_field] unknown field '\u00B5\u00B5' in 'doses'\n"
            "4:22 error[toml.unknown_field] unknown field 'a' in 'doses'\n"
            "4:55 error[unit.unknown] 'amount': unknown unit 'Mg' | did you mean 'mg'?\n"
            "4:76 error[unit.unknown] 'amount': unknown unit 'Kg' | did you mean 'kg'?\n"
            "4:89 error[toml.type] 'route': expected text in quotes, found a number\n");
}

TEST(BrokenModel, AnUnknownTable) {
  EXPECT_EQ(problems_after("[[flows]]", "[[flow]]\n[[flows]]"),
            "44:3 error[toml.unknown_field] unknown field 'flow' | did you mean 'flows'?\n");
}

TEST(BrokenModel, AMeasureWithoutUnit) {
  EXPECT_EQ(problems_after("{ value = 237.73, unit = \"g/mol\" }", "{ value = 237.73 }"),
            "16:14 error[toml.missing_field] missing field 'unit' in 'molar_mass'\n");
}

TEST(BrokenModel, DosesOfChecksAreCheckedLikeThoseOfScenarios) {
  EXPECT_EQ(
      problems_after("doses = [ { route = \"iv\", amount = \"20 mg\" } ]",
                     "doses = [ { route = \"iv\", amount = \"-20 mg\", duration = \"0 min\" } ]"),
      "68:37 error[model.negative_dose] a dose cannot be negative: -20 mg\n"
      "68:58 error[model.duration] the duration must be above zero, not 0 min | leave it out for a "
      "dose given at once\n");
}

TEST(BrokenModel, CategoriesOfChecks) {
  EXPECT_EQ(problems_after("RACE = \"asian\"", "RACE = \"asia\""),
            "69:38 error[model.unknown_category] 'asia' is no category of RACE | did you mean "
            "'asian'?\n");
  EXPECT_EQ(problems_after("RACE = \"asian\"", "RACE = \"martian-born\""),
            "69:38 error[model.unknown_category] 'martian-born' is no category of RACE | "
            "categories: asian, caucasian\n");
}

TEST(BrokenModel, TimesOfChecksAreTimes) {
  EXPECT_EQ(
      problems_after("until = \"6 h\"", "until = \"6 kg\""),
      "71:10 error[unit.mismatch] 'until': '6 kg' is kg in base units, but h is expected here\n");
}

TEST(BrokenModel, ACovarianceBetweenThree) {
  EXPECT_EQ(problems_after("[[checks]]",
                           "[[covariances]]\nbetween = [\"a\", \"b\", \"c\"]\ncovariance = 1\n"
                           "source = \"test\"\n[[checks]]"),
            "64:11 error[model.between] 'between' must name two random effects\n");
}

/// Both parameters with standard errors, and what stands before the checks.
std::string with_estimates(const std::string& more) {
  std::string text = replaced(sound_model, "value = 63\n", "value = 63\nrse_percent = 5\n");
  text = replaced(text, "value = 84\n", "value = 84\nstandard_error = 8.4\n");
  return replaced(text, "[[checks]]", more + "[[checks]]");
}

TEST(ModelFile, CorrelationsOfEstimatesAreReadAsPairOrAsRows) {
  for (const char* values : {"between = [\"V1\", \"CL\"]\ncorrelation = -0.25\n",
                             "between = [\"CL\", \"V1\"]\ncovariance = -6.615\n",
                             "of = [\"V1\", \"CL\"]\ncorrelations = [[-0.25]]\n",
                             "of = [\"V1\", \"CL\"]\ncovariances = [[-6.615]]\n"}) {
    const BuiltModel built = parse_model(
        with_estimates(std::string("[[estimate_correlations]]\n") + values + "source = \"test\"\n"),
        "small.toml");
    ASSERT_TRUE(built.model) << values << format(built.diagnostics);
    ASSERT_EQ(built.model->estimate_correlation.size(), 4U);
    EXPECT_NEAR(built.model->estimate_correlation[1], -0.25, 1e-12) << values;
  }
}

TEST(BrokenModel, CorrelationsOfEstimatesThatSayTooLittleOrTooMuch) {
  for (const auto& [values, code] :
       {std::pair("between = [\"V1\", \"CL\"]\n", "model.either_or"),
        {"between = [\"V1\", \"CL\"]\ncorrelation = 0.1\ncovariance = 1\n", "model.either_or"},
        {"correlation = 0.1\n", "model.either_or"},
        {"between = [\"V1\", \"CL\", \"CL\"]\ncorrelation = 0.1\n", "model.between"},
        {"of = [\"V1\", \"CL\"]\ncorrelations = [[0.1], [0.2, 0.3]]\n", "model.estimate"}}) {
    const BuiltModel built = parse_model(
        with_estimates(std::string("[[estimate_correlations]]\n") + values + "source = \"test\"\n"),
        "small.toml");
    EXPECT_FALSE(built.model) << values;
    ASSERT_FALSE(built.diagnostics.empty()) << values;
    EXPECT_EQ(built.diagnostics.front().code, code) << values;
  }
}

TEST(BrokenModel, ProblemsOfTheTextAndOfTheModelComeInFileOrder) {
  std::string text = replaced(sound_model, "expression = \"CL / V1\"", "expression = \"CL / V9\"");
  text = replaced(text, "standard = 70", "standard = true");
  text = replaced(text, "infusion = true", "infusion = 1");
  EXPECT_EQ(
      problems_of(text),
      "20:12 error[toml.type] 'standard': expected a number, found true or false\n"
      "38:20 error[model.unknown_symbol] definition 'k': unknown symbol 'V9' | did you mean 'V1'?\n"
      "61:12 error[toml.type] 'infusion': expected true or false, found a number\n");
}

TEST(BrokenModel, TheCaretStandsUnderTheProblem) {
  const std::string text = replaced(sound_model, "value = 63", "value = \"63\"");
  EXPECT_EQ(format(parse_model(text, "small.toml").diagnostics, text),
            "small.toml:30:10: error[toml.type]: 'value': expected a number, found text\n"
            "    30 | value = \"63\"\n"
            "       |          ^\n");
  const std::string wrong_unit = replaced(sound_model, "WT = \"70 kg\"", "WT = \"70 Kg\"");
  EXPECT_EQ(format(parse_model(wrong_unit, "small.toml").diagnostics, wrong_unit),
            "small.toml:69:25: error[unit.unknown]: 'WT': unknown unit 'Kg'\n"
            "    69 | covariates = { WT = \"70 Kg\", RACE = \"asian\" }\n"
            "       |                         ^\n"
            "  hint: did you mean 'kg'?\n");
}

}  // namespace
}  // namespace ketascope
