// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>

#include "ketascope/analysis/metrics.hpp"
#include "ketascope/app/run.hpp"

namespace ketascope {
namespace {

/// 0.2 mg/kg S-ketamine by mouth at 70 kg, with or without ticlopidine 250 mg twice a day from six
/// days before.
Run oral(const std::string& perpetrator = {}) {
  static const Library library({KETASCOPE_MODELS_DIR});
  ScenarioFile document;
  ScenarioSpec& spec = document.scenarios.emplace_back();
  spec.model = "ashraf2018";
  spec.subject["WT"] = {70, "kg"};
  DoseSpec dose;
  dose.route = "oral";
  dose.amount = {14, "mg"};
  spec.doses = {dose};
  if (!perpetrator.empty()) {
    spec.interactions = {{perpetrator, "", {}}};
  }
  auto runs = run_document(document, library);
  EXPECT_TRUE(runs) << (runs ? "" : format(runs.error()));
  return runs ? std::move(runs->front()) : Run{};
}

std::vector<double> column(const Run& run, const std::string& name) {
  for (std::size_t c = 0; c < run.result.columns.size(); ++c) {
    if (run.result.columns[c].name == name) {
      const auto values = run.result.subjects.front().column(c);
      return {values.begin(), values.end()};
    }
  }
  return {};
}

struct Exposure {
  double auc = 0, cmax = 0;  ///< ng*h/mL, ng/mL
};
Exposure exposure(const Run& run) {
  const auto values = column(run, "S-ketamine");
  const SubjectResult& subject = run.result.subjects.front();
  const CurveMetrics metrics = curve_metrics(subject.time_h, values, subject.side);
  return {metrics.auc_0_t * 1000, metrics.cmax * 1000};
}

// Expected numbers: the same equations integrated apart from this program (Runge-Kutta of fourth
// order, steps of 0.3 min).
TEST(Ashraf2018, TiclopidineRaisesTheExposureOfOralKetamine) {
  const Exposure alone = exposure(oral());
  const Exposure with = exposure(oral("ticlopidine-ashraf2018"));
  EXPECT_NEAR(alone.auc, 23.63, 0.02);
  EXPECT_NEAR(alone.cmax, 8.086, 0.005);
  EXPECT_NEAR(with.auc, 59.73, 0.05);
  EXPECT_NEAR(with.cmax, 16.90, 0.01);
  // Peltoniemi 2011: 2.4-fold.
  EXPECT_NEAR(with.auc / alone.auc, 2.4, 0.24);
}

TEST(Ashraf2018, TiclopidineLeavesLittleOfTheEnzyme) {
  const auto activity = column(oral("ticlopidine-ashraf2018"), "CYP2B6 activity");
  ASSERT_FALSE(activity.empty());
  EXPECT_NEAR(std::ranges::min(activity), 0.0041, 0.0002);
  EXPECT_NEAR(std::ranges::max(activity), 0.0509, 0.0005);
}

TEST(Ashraf2018, WithoutTiclopidineItStaysLinear) {
  EXPECT_EQ(oral().result.solver.substr(0, 6), "linear");
}

}  // namespace
}  // namespace ketascope
