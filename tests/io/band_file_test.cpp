// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/io/band_file.hpp"

#include <gtest/gtest.h>

#include "text_files.hpp"

namespace ketascope {
namespace {

using testing::listing;
using testing::replaced;

const std::string sound = R"(format = "ketascope-bands 1"
[[band]]
id = "analgesia"
endpoint = "analgesia"
low = "70 ng/mL"
high = "160 ng/mL"
drug = "racemate"
analyte = "ketamine"
matrix = "plasma"
context = "made up"
citation = "Nobody A. Made up for tests."
doi = "10.0000/test"
molar_mass = { value = 237.73, unit = "g/mol" }
standard = true
[[band]]
id = "other"
endpoint = "drowsiness"
low = "0.3 umol/L"
high = "1 nmol/mL"
citation = "Nobody B."
doi_missing = "made up"
)";

std::string problems_of(std::string_view text) {
  const auto parsed = parse_band_file(text, "b.toml");
  return parsed ? "none" : listing(parsed.error());
}
std::string problems_after(std::string_view from, std::string_view to) {
  return problems_of(replaced(sound, from, to));
}

TEST(BandFile, ReadsEveryField) {
  const auto parsed = parse_band_file(sound, "b.toml");
  ASSERT_TRUE(parsed) << listing(parsed.error());
  ASSERT_EQ(parsed->size(), 2u);
  const EffectBand first{.id = "analgesia",
                         .endpoint = "analgesia",
                         .drug = "racemate",
                         .matrix = "plasma",
                         .context = "made up",
                         .citation = "Nobody A. Made up for tests.",
                         .doi = "10.0000/test",
                         .doi_missing = "",
                         .file = "b.toml",
                         .low = {70.0, "ng/mL"},
                         .high = {160.0, "ng/mL"},
                         .analyte = "ketamine",
                         .molar_mass = (*parsed)[0].molar_mass,
                         .standard = true};
  EXPECT_EQ((*parsed)[0], first);
  ASSERT_TRUE(first.molar_mass);
  EXPECT_DOUBLE_EQ(*first.molar_mass, 0.23773);
  EXPECT_EQ((*parsed)[1].doi_missing, "made up");
  EXPECT_FALSE((*parsed)[1].standard);
  EXPECT_FALSE((*parsed)[1].molar_mass);
}

TEST(BrokenBand, LowMustBeBelowHighInWhateverUnits) {
  EXPECT_EQ(problems_after("low = \"70 ng/mL\"", "low = \"160 ng/mL\""),
            "5:8 error[band.order] 'low' (160 ng/mL) must be below 'high' (160 ng/mL)\n");
  EXPECT_EQ(problems_after("low = \"70 ng/mL\"", "low = \"0.2 mg/L\""),
            "5:8 error[band.order] 'low' (0.2 mg/L) must be below 'high' (160 ng/mL)\n");
  EXPECT_EQ(problems_after("low = \"70 ng/mL\"", "low = \"0.1 mg/L\""), "none");
  EXPECT_EQ(problems_after("low = \"70 ng/mL\"", "low = \"-70 ng/mL\""),
            "5:8 error[band.order] 'low' cannot be negative: -70 ng/mL\n");
}

TEST(BrokenBand, EveryLimitHasAUnitOfConcentration) {
  EXPECT_EQ(problems_after("low = \"70 ng/mL\"", "low = 70"),
            "5:7 error[band.unit] 'low' has no unit | for example low = \"100 ng/mL\"\n");
  EXPECT_EQ(problems_after("low = \"70 ng/mL\"", "low = \"70\""),
            "5:8 error[band.unit] 'low' has no unit | for example low = \"100 ng/mL\"\n");
  EXPECT_EQ(problems_after("low = \"70 ng/mL\"", "low = \"70 mg\""),
            "5:8 error[band.unit] 'low' must be a concentration, not 70 mg\n");
  EXPECT_EQ(problems_after("low = \"70 ng/mL\"", "low = \"70 ng/mll\""),
            "5:14 error[unit.unknown] 'low': unknown unit 'mll' | did you mean 'ml'?\n");
  EXPECT_EQ(problems_after("low = \"70 ng/mL\"", "low = \"0.1 umol/L\""),
            "6:9 error[band.unit] 'high' (160 ng/mL) cannot be compared with 'low' (0.1 umol/L)\n");
  EXPECT_EQ(problems_after("low = \"70 ng/mL\"", "low = true"),
            "5:7 error[toml.type] 'low': expected a number with its unit in quotes, found true or "
            "false\n");
}

TEST(BrokenBand, NothingIsLeftOpen) {
  EXPECT_EQ(problems_after("low = \"70 ng/mL\"\n", ""),
            "2:1 error[toml.missing_field] missing field 'low' in [[band]]\n");
  EXPECT_EQ(problems_after("high = \"160 ng/mL\"\n", "open = true\n"),
            "2:1 error[toml.missing_field] missing field 'high' in [[band]]\n"
            "6:1 error[toml.unknown_field] unknown field 'open' in [[band]]\n");
}

TEST(BrokenBand, EndpointSourceAndIdAreNeeded) {
  EXPECT_EQ(problems_after("endpoint = \"analgesia\"\n", ""),
            "2:1 error[band.no_endpoint] a band without endpoint\n");
  EXPECT_EQ(problems_after("endpoint = \"analgesia\"", "endpoint = \" \""),
            "4:13 error[band.no_endpoint] a band without endpoint\n");
  EXPECT_EQ(problems_after("citation = \"Nobody B.\"\n", ""),
            "15:1 error[band.no_source] a band without citation\n");
  EXPECT_EQ(problems_after("doi = \"10.0000/test\"\n", ""),
            "2:1 error[band.no_source] a band without doi | or say why there is none: doi_missing "
            "= \"...\"\n");
  EXPECT_EQ(problems_after("id = \"other\"\n", ""), "15:1 error[band.no_id] a band without id\n");
  EXPECT_EQ(problems_after("id = \"other\"", "id = \"analgesia\""),
            "16:7 error[band.duplicate] a second band with the id 'analgesia'\n");
}

TEST(BrokenBand, AllProblemsOfAllBandsComeAtOnceInFileOrder) {
  std::string text = replaced(sound, "low = \"70 ng/mL\"", "low = nan");
  text = replaced(text, "unit = \"g/mol\"", "unit = \"g\"");
  text = replaced(text, "matrix =", "matrx =");
  text = replaced(text, "citation = \"Nobody B.\"", "citation = 7");
  text = replaced(text, "doi_missing = \"made up\"", "standard = \"yes\"");
  EXPECT_EQ(
      problems_of(text),
      "5:7 error[toml.not_finite] 'low' must be a finite number\n"
      "9:1 error[toml.unknown_field] unknown field 'matrx' in [[band]] | did you mean 'matrix'?\n"
      "13:14 error[unit.mismatch] '237.73 g' is mg in base units, but mg/umol is expected here\n"
      "15:1 error[band.no_source] a band without doi | or say why there is none: doi_missing = "
      "\"...\"\n"
      "20:12 error[toml.type] 'citation': expected text in quotes, found a number\n"
      "21:13 error[toml.type] 'standard': expected true or false, found text\n");
}

TEST(BrokenBand, TextsThatAreNoBands) {
  EXPECT_EQ(problems_of(""), "0:0 error[file.empty] the file is empty\n");
  EXPECT_EQ(problems_after("ketascope-bands 1", "ketascope-bands 2"),
            "1:11 error[band.newer_format] written by a newer Ketascope: format 'ketascope-bands "
            "2', this program reads 'ketascope-bands 1'\n");
  EXPECT_EQ(problems_after("ketascope-bands 1", "bands"),
            "1:11 error[band.wrong_format] expected format 'ketascope-bands 1', found 'bands'\n");
  EXPECT_EQ(problems_of("[[band]]\n[[band]"),
            "2:8 error[toml.syntax] in table header: encountered end-of-file\n");
}

TEST(BandFile, TheShippedBandsAreSound) {
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(KETASCOPE_MODELS_DIR "/bands")) {
    const auto text = read_text_file(entry.path());
    ASSERT_TRUE(text) << entry.path();
    EXPECT_EQ(problems_of(*text), "none") << entry.path();
    ++files;
  }
  EXPECT_GT(files, 0u);
}

}  // namespace
}  // namespace ketascope
