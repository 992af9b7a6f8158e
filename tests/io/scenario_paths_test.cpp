// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/io/scenario_paths.hpp"

#include "io/text_files.hpp"

namespace ketascope {
namespace {

using testing::TemporaryFolder;

ScenarioFile document() {
  ScenarioFile file;
  ScenarioSpec spec;
  spec.model = "mine.toml";
  spec.events = "tables/doses.csv";
  spec.effects = {"simons2022-pain-low", "../effects/own.toml"};
  spec.interactions = {{"ticlopidine", {}, {}}, {"other.toml", {}, {}}};
  file.scenarios.push_back(spec);
  spec.model = "/somewhere/model.toml";
  spec.events.clear();
  file.scenarios.push_back(spec);
  file.population.emplace();
  file.population->covariate_table = "people.csv";
  return file;
}

TEST(ScenarioPaths, FilesOfADocumentAreThoseThatAreNoIds) {
  EXPECT_EQ(
      files_of(document(), "a/b"),
      (std::vector<std::string>{"a/b/tables/doses.csv", "a/b/mine.toml", "a/b/../effects/own.toml",
                                "a/b/other.toml", "/somewhere/model.toml",
                                "a/b/../effects/own.toml", "a/b/other.toml", "a/b/people.csv"}));
}

TEST(ScenarioPaths, EveryFileIsFoundFromTheOtherFolder) {
  const TemporaryFolder folder;
  std::filesystem::create_directories(folder / "a/b");
  std::filesystem::create_directories(folder / "c");
  const ScenarioFile moved = with_paths_from(document(), folder / "a/b", folder / "c");
  const ScenarioSpec& spec = moved.scenarios[0];
  EXPECT_EQ(spec.model, "../a/b/mine.toml");
  EXPECT_EQ(spec.events, "../a/b/tables/doses.csv");
  EXPECT_EQ(spec.effects,
            (std::vector<std::string>{"simons2022-pain-low", "../a/effects/own.toml"}));
  EXPECT_EQ(spec.interactions[0].perpetrator, "ticlopidine");
  EXPECT_EQ(spec.interactions[1].perpetrator, "../a/b/other.toml");
  EXPECT_EQ(moved.scenarios[1].model, "/somewhere/model.toml");
  EXPECT_EQ(moved.population->covariate_table, "../a/b/people.csv");
}

TEST(ScenarioPaths, SameFolderByAnotherNameChangesNothing) {
  const TemporaryFolder folder;
  std::filesystem::create_directories(folder / "a/b");
  std::filesystem::create_directory_symlink(folder / "a/b", folder / "link");
  EXPECT_EQ(with_paths_from(document(), folder / "a/b", folder / "a/../a/b/."), document());
  EXPECT_EQ(with_paths_from(document(), folder / "a/b", folder / "link"), document());
}

TEST(ScenarioPaths, FolderBehindALinkIsReachedByItsRealName) {
  const TemporaryFolder folder;
  std::filesystem::create_directories(folder / "deep/er/still");
  std::filesystem::create_directories(folder / "a");
  std::filesystem::create_directory_symlink(folder / "deep/er/still", folder / "out");
  folder.write("a/people.csv", "WT\n70\n");
  const ScenarioFile moved = with_paths_from(document(), folder / "a", folder / "out");
  EXPECT_EQ(moved.population->covariate_table, "../../../a/people.csv");
  EXPECT_TRUE(std::filesystem::exists(folder / "out" / moved.population->covariate_table));
}

TEST(ScenarioPaths, EmptyFolderIsTheWorkingDirectory) {
  const std::filesystem::path here = std::filesystem::current_path();
  EXPECT_EQ(with_paths_from(document(), {}, here), document());
  EXPECT_EQ(with_paths_from(document(), here / "sub", {}).population->covariate_table,
            "sub/people.csv");
}

}  // namespace
}  // namespace ketascope
