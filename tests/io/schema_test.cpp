// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <toml++/toml.h>

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>
#include <vector>

#include "ketascope/io/diagnostics.hpp"
#include "model_texts.hpp"
#include "text_files.hpp"

/// models/schema.json, which editors use, against the model files themselves.
namespace ketascope {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using testing::replaced;
using testing::sound_model;

const valijson::Schema& schema() {
  static const Json text =
      Json::parse(read_text_file(fs::path(KETASCOPE_MODELS_DIR) / "schema.json").value());
  static const auto built = [] {
    auto made = std::make_unique<valijson::Schema>();
    valijson::SchemaParser parser;
    parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(text), *made);
    return made;
  }();
  return *built;
}

/// Empty when the schema accepts the model, else where it does not.
std::string problems(const std::string& toml_text) {
  std::ostringstream json_text;
  json_text << toml::json_formatter{toml::parse(toml_text)};
  const Json json = Json::parse(json_text.str());
  valijson::Validator validator;
  valijson::ValidationResults results;
  validator.validate(schema(), valijson::adapters::NlohmannJsonAdapter(json), &results);
  std::string out;
  valijson::ValidationResults::Error error;
  while (results.popError(error)) {
    for (const std::string& step : error.context) {
      out += step;
    }
    out += ": " + error.description + "\n";
  }
  return out;
}

std::string problems_after(std::string_view from, std::string_view to) {
  return problems(replaced(sound_model, from, to));
}

TEST(ModelSchema, AcceptsEveryModelThatShips) {
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(KETASCOPE_MODELS_DIR)) {
    if (entry.path().extension() == ".toml") {
      ++count;
      EXPECT_EQ(problems(read_text_file(entry.path()).value_or("")), "") << entry.path();
    }
  }
  EXPECT_GE(count, 15U);
}

TEST(ModelSchema, AcceptsTheSoundModelOfTheTests) {
  EXPECT_EQ(problems(sound_model), "");
}

TEST(ModelSchema, RefusesAFieldThatIsNotThere) {
  EXPECT_NE(problems_after("title =", "licence = 'none'\ntitle ="), "");
  EXPECT_NE(problems_after("value = 63", "value = 63\nvalu = 1"), "");
}

TEST(ModelSchema, RefusesTextForANumber) {
  EXPECT_NE(problems_after("value = 63", "value = \"63\""), "");
}

TEST(ModelSchema, RefusesANumberWithoutUnitOrSource) {
  EXPECT_NE(problems_after("unit = \"L/h\"\nsource = \"test\"", "unit = \"L/h\""), "");
  EXPECT_NE(problems_after("unit = \"L/h\"\n", ""), "");
}

TEST(ModelSchema, RefusesAValueThatIsNotInTheList) {
  EXPECT_NE(problems_after("form = \"racemate\"", "form = \"esketamine\""), "");
  EXPECT_NE(problems_after("kind = \"cmax\"", "kind = \"peak\""), "");
}

TEST(ModelSchema, RefusesAFlowWithTwoRatesOrNone) {
  EXPECT_NE(problems_after("rate = \"k\"", "rate = \"k\"\namount_rate = \"k * central\""), "");
  EXPECT_NE(problems_after("rate = \"k\"\n", ""), "");
}

}  // namespace
}  // namespace ketascope
