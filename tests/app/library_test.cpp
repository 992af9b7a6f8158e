// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/library.hpp"

#include <gtest/gtest.h>

#include "app/test_models.hpp"
#include "ketascope/app/file_check.hpp"

namespace ketascope {
namespace {

using testing::codes;
using testing::holds;
using testing::Names;
using testing::one_compartment;
using testing::TemporaryFolder;

struct Fixture {
  TemporaryFolder folder;
  Library library{{folder.path()}};
  Fixture() {
    folder.add("one.toml", one_compartment());
    folder.add("examples/other.toml", "not a model of the library");
  }
};

TEST(Library, ListsTheFilesOfItsFoldersAndNotOfTheirSubfolders) {
  const Fixture fixture;
  EXPECT_EQ(fixture.library.model_ids(), (Names{"one"}));
}

TEST(Library, FindsAModelByIdAndByPath) {
  const Fixture fixture;
  const auto by_id = fixture.library.model("one");
  const auto by_path = fixture.library.model((fixture.folder.path() / "one.toml").string());
  ASSERT_TRUE(by_id && by_path);
  EXPECT_EQ((*by_id)->id, "one");
  EXPECT_EQ((*by_path)->title, (*by_id)->title);
}

TEST(Library, ReadsAModelOnce) {
  const Fixture fixture;
  EXPECT_EQ(*fixture.library.model("one"), *fixture.library.model("one"));
}

TEST(Library, ReadsNothingButTheModelAskedFor) {
  const Fixture fixture;
  fixture.folder.add("broken.toml", "format = [");
  EXPECT_TRUE(fixture.library.model("one"));
  const auto broken = fixture.library.model("broken");
  ASSERT_FALSE(broken);
  EXPECT_TRUE(has_errors(broken.error()));
}

TEST(Library, NamesTheNearestModelForAMistypedOne) {
  const Fixture fixture;
  const auto model = fixture.library.model("onne");
  ASSERT_FALSE(model);
  ASSERT_EQ(codes(model.error()), (Names{"model.not_found"}));
  EXPECT_TRUE(holds(model.error().front().hint, "'one'"));
}

TEST(Library, DoesNotLeaveItsFoldersForAnId) {
  const Fixture fixture;
  EXPECT_TRUE(fixture.library.model_path("examples/other").empty());
  EXPECT_TRUE(fixture.library.model_path("../one").empty());
  EXPECT_FALSE(fixture.library.model("../one"));
}

TEST(Library, GivesTheFirstFolderThatHasAModelPrecedence) {
  const Fixture fixture;
  const TemporaryFolder first;
  std::string text = one_compartment();
  text.replace(text.find("One compartment"), 3, "Own");
  first.add("one.toml", text);
  const Library library({first.path(), fixture.folder.path()});
  EXPECT_EQ(library.model_ids(), (Names{"one"}));
  ASSERT_TRUE(library.model("one"));
  EXPECT_TRUE(holds((*library.model("one"))->title, "Own compartment"));
}

TEST(Library, WithoutFoldersSaysHowToNameOne) {
  const Library library({});
  EXPECT_TRUE(library.model_ids().empty());
  ASSERT_FALSE(library.model("one"));
  EXPECT_TRUE(holds(library.model("one").error().front().hint, "KETASCOPE_MODEL_PATH"));
}

TEST(Library, ReadsEveryBandFileAndReportsABrokenOne) {
  const Library shipped({KETASCOPE_MODELS_DIR});
  const auto bands = shipped.bands();
  ASSERT_TRUE(bands);
  EXPECT_FALSE(bands->empty());
  const Fixture fixture;
  fixture.folder.add("bands/broken.toml", "format = \"ketascope-bands 1\"\n[[band]]\nid = 3\n");
  EXPECT_FALSE(fixture.library.bands());
}

ScenarioSpec dosed() {
  ScenarioSpec spec;
  spec.model = "one";
  DoseSpec dose;
  dose.route = "iv";
  dose.amount = {35.0, "mg"};
  spec.doses.push_back(dose);
  return spec;
}

TEST(Prepare, TurnsACategoryIntoItsCode) {
  const Fixture fixture;
  ScenarioSpec spec = dosed();
  spec.categories["RACE"] = "japanese";
  spec.subject["WT"] = {60.0, "kg"};
  const auto scenario = prepare(spec, fixture.library);
  ASSERT_TRUE(scenario) << format(scenario.error());
  EXPECT_EQ(scenario->subject.covariates.at("RACE").value, 1.0);
  EXPECT_EQ(scenario->subject.covariates.at("WT").value, 60.0);
}

TEST(Prepare, ReportsEverythingAtOnceAndWhatIsKnownInstead) {
  const Fixture fixture;
  ScenarioSpec spec = dosed();
  spec.subject["HEIGHT"] = {1.8, "m"};
  spec.subject["WT"] = {70.0, "h"};
  spec.categories["RACE"] = "martian";
  spec.parameters["CLx"] = {90.0, "L/h"};
  spec.parameters["V"] = {90.0, "L/h"};
  spec.outputs = {"ketamin"};
  const auto scenario = prepare(spec, fixture.library);
  ASSERT_FALSE(scenario);
  EXPECT_EQ(codes(scenario.error()),
            (Names{"scenario.covariate_unknown", "unit.mismatch", "scenario.category",
                   "scenario.parameter_unknown", "unit.mismatch", "scenario.output"}));
  EXPECT_TRUE(holds(scenario.error()[0].hint, "RACE"));
  EXPECT_TRUE(holds(scenario.error()[2].hint, "japanese"));
  EXPECT_TRUE(holds(scenario.error()[3].hint, "'CL'"));
  EXPECT_TRUE(holds(scenario.error()[5].hint, "'ketamine'"));
}

TEST(Prepare, TakesAModelFileRelativeToTheScenario) {
  const Fixture fixture;
  ScenarioSpec spec = dosed();
  spec.model = "one.toml";
  EXPECT_TRUE(prepare(spec, Library({}), fixture.folder.path()));
  EXPECT_FALSE(prepare(spec, Library({}), fixture.folder.path() / "examples"));
}

TEST(DeclaredFormat, IsReadFromTheTopOfTheFileOnly) {
  EXPECT_EQ(declared_format("# a\n  format = \"ketascope-model 1\" # b\nx = 1\n"),
            "ketascope-model 1");
  EXPECT_EQ(declared_format("id = 'x'\r\nformat='ketascope-bands 1'\r\n"), "ketascope-bands 1");
  EXPECT_EQ(declared_format("[a]\nformat = \"ketascope-model 1\"\n"), "");
  EXPECT_EQ(declared_format("formatted = \"a\"\n"), "");
  EXPECT_EQ(declared_format("format = \"open\n"), "");
  EXPECT_EQ(declared_format(""), "");
}

TEST(FileCheck, TellsModelsBandsAndScenariosApart) {
  const Fixture fixture;
  const auto model = check_file(fixture.folder.path() / "one.toml", fixture.library);
  EXPECT_FALSE(has_errors(model.diagnostics)) << format(model.diagnostics);
  EXPECT_TRUE(holds(model.content, "4 parameters, 2 compartments"));
  const auto scenario = fixture.folder.add("s.toml", R"(format = "ketascope-scenario 1"
[[scenario]]
name = "a"
model = "onne"
doses = [{ route = "iv", amount = "1 mg" }]
until = "8 h"
)");
  const auto checked = check_file(scenario, fixture.library);
  EXPECT_EQ(codes(checked.diagnostics), (Names{"model.not_found"}));
  EXPECT_EQ(checked.diagnostics.front().file, scenario.string());
  const auto other = check_file(fixture.folder.add("o.toml", "a = 1\n"), fixture.library);
  EXPECT_EQ(codes(other.diagnostics), (Names{"file.format"}));
}

}  // namespace
}  // namespace ketascope
