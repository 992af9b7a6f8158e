// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "cli/program.hpp"

namespace ketascope {
namespace {

using testing::content_of;
using testing::holds;
using testing::Outcome;
using testing::run_program;
using testing::TemporaryFolder;

TEST(CliModelsNew, WritesAModelThatPassesCheckAndVerify) {
  const TemporaryFolder folder;
  const std::string path = (folder.path() / "mine.toml").string();
  const Outcome made = run_program({"models", "new", "mine", "--out", path});
  EXPECT_EQ(made.exit_code, 0) << made.err;
  const Outcome checked = run_program({"check", path});
  EXPECT_EQ(checked.exit_code, 0) << checked.err;
  EXPECT_EQ(checked.err, "");
  const Outcome verified = run_program({"verify", path});
  EXPECT_EQ(verified.exit_code, 0) << verified.out;
  EXPECT_TRUE(holds(verified.out, "3 checks passed, 0 failed"));
}

TEST(CliModelsNew, DoesNotOverwriteAFile) {
  const TemporaryFolder folder;
  const auto path = folder.add("mine.toml", "precious");
  const Outcome outcome = run_program({"models", "new", "mine", "--out", path.string()});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_TRUE(holds(outcome.err, "is there already"));
  EXPECT_EQ(content_of(path), "precious");
}

TEST(CliVerify, WritesAPageThatIsTheSameEveryTime) {
  const TemporaryFolder folder;
  const std::string path = (folder.path() / "report.html").string();
  const Outcome outcome = run_program({"verify", "kamp2020", "--html", path});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  const std::string page = content_of(path);
  EXPECT_TRUE(holds(page, "15 of 15 checks passed, 0 failed."));
  EXPECT_TRUE(holds(page, "<svg "));
  EXPECT_EQ(run_program({"verify", "kamp2020", "--html", "-"}).out, page);
}

}  // namespace
}  // namespace ketascope
