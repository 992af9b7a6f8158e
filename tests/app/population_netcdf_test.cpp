// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/population_netcdf.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <optional>
#include <vector>

#include "app/test_models.hpp"

namespace ketascope {
namespace {

using testing::holds;
using testing::TemporaryFolder;

/// While it lives, no file gets more than so many bytes: as on a full disk.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) {
    former_signal_ = std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &former_);
    const rlimit now{bytes, former_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &now);
  }
  ~FullDisk() {
    setrlimit(RLIMIT_FSIZE, &former_);
    std::signal(SIGXFSZ, former_signal_);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;

 private:
  rlimit former_{};
  void (*former_signal_)(int) = nullptr;
};

TEST(PopulationNetcdf, DiskThatGetsFullLeavesTheResultsOfThePatientsBefore) {
  const TemporaryFolder folder;
  folder.add("one.toml", testing::one_compartment());
  const auto document = parse_scenario_file(R"(format = "ketascope-scenario 1"
[population]
n = 20000
[[scenario]]
name = "a bolus"
model = "one"
doses = [{ route = "iv", amount = "1 mg/kg" }]
until = "6 h"
step = "5 min"
)",
                                            "t.toml");
  ASSERT_TRUE(document);
  const auto prepared = prepare_population(*document, Library({folder.path()}), folder.path());
  ASSERT_TRUE(prepared) << format(prepared.error());
  std::optional<FullDisk> full;
  RunControl control;
  control.threads = 1;
  control.progress = [&](double done) {
    if (done > 0.1 && !full) {
      full.emplace(64 * 1024);
    }
  };
  Diagnostics file;
  const auto path = folder.path() / "p.nc";
  const auto result = simulate_population_to_netcdf(*prepared, path, file, control);
  full.reset();
  ASSERT_TRUE(result) << format(result.error());
  ASSERT_EQ(file.size(), 1U);
  EXPECT_EQ(file[0].code, "netcdf.write");
  EXPECT_TRUE(holds(file[0].message, "File too large")) << file[0].message;
  EXPECT_FALSE(result->complete) << "nobody computes for a file that is not written";
  EXPECT_GT(result->arms.at(0).simulated, 0U);
  EXPECT_TRUE(holds(population_csv(*prepared, *result), "mean,p5,p50,p95"));
  EXPECT_FALSE(std::filesystem::exists(path.string() + ".part"));
}

TEST(PopulationNetcdf, ProgressGoesUpToTheEndOfTheFile) {
  const TemporaryFolder folder;
  folder.add("one.toml", testing::one_compartment());
  const auto document = parse_scenario_file(R"(format = "ketascope-scenario 1"
[population]
n = 3000
[[scenario]]
name = "a bolus"
model = "one"
doses = [{ route = "iv", amount = "1 mg/kg" }]
until = "6 h"
)",
                                            "t.toml");
  ASSERT_TRUE(document);
  const auto prepared = prepare_population(*document, Library({folder.path()}), folder.path());
  ASSERT_TRUE(prepared) << format(prepared.error());
  std::vector<double> shown;
  RunControl control;
  control.threads = 1;
  control.progress = [&](double done) { shown.push_back(done); };
  Diagnostics file;
  ASSERT_TRUE(simulate_population_to_netcdf(*prepared, folder.path() / "p.nc", file, control));
  EXPECT_TRUE(file.empty()) << format(file);
  EXPECT_TRUE(std::ranges::is_sorted(shown));
  EXPECT_GT(shown.back(), 0.9) << "compressing is told too";
  EXPECT_LE(shown.back(), 1.0);
}

}  // namespace
}  // namespace ketascope
