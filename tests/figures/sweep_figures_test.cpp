// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the command line draws: needs the figure plug-in, which a build without the window does not
// have.
#include <gtest/gtest.h>

#include "cli/program.hpp"

namespace ketascope {
namespace {

using testing::content_of;
using testing::Outcome;
using testing::run_program;
using testing::TemporaryFolder;
namespace fs = std::filesystem;

TEST(SweepFigures, HeatMapLineAndPointsAreWrittenInEveryFormat) {
  const TemporaryFolder folder;
  const fs::path examples = fs::path(KETASCOPE_MODELS_DIR) / "examples" / "sweeps";
  for (const char* name :
       {"dose-weight.toml", "infusion-time.toml", "clearance-and-volume.toml", "dose-model.toml"}) {
    for (const auto& [ending, start] :
         {std::pair(".png", "\x89PNG"), {".svg", "<?xml"}, {".pdf", "%PDF"}}) {
      const fs::path plot = folder.path() / (std::string("map") + ending);
      const Outcome outcome =
          run_program({"sweep", (examples / name).string(), "--plot", plot.string(), "--quiet"});
      ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
      EXPECT_TRUE(content_of(plot).starts_with(start)) << ending;
      fs::remove(plot);
    }
  }
}

}  // namespace
}  // namespace ketascope
