// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "ketascope/app/library.hpp"
#include "ketascope/io/diagnostics.hpp"
#include "ketascope/io/observation_file.hpp"
#include "ketascope/sim/simulate.hpp"

/// Six models against one arterial data set: Kamp et al. 2020 (Br J Anaesth 125:750-761), Fig. 1,
/// esketamine 0.14, 0.28 and 0.57 mg/kg/h for one hour each, 70 kg. The ratios of prediction and
/// digitised mean were worked out apart from this program, to two decimals.
namespace ketascope {
namespace {

constexpr std::array times_h{0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 5.0};
constexpr double tolerance = 0.02;

struct Expected {
  const char* model;
  const char* output;
  const char* observed;
  std::array<double, times_h.size()> ratios;
};

std::vector<Observation> shipped_observations() {
  const std::string path = std::string(KETASCOPE_MODELS_DIR) + "/observations/studies.csv";
  const auto text = read_text_file(path);
  EXPECT_TRUE(text.has_value());
  const auto rows = parse_observation_file(text.value_or(""), path);
  EXPECT_TRUE(rows.has_value()) << format(rows.error());
  return rows.value_or(std::vector<Observation>{});
}

/// The digitised mean in umol/L, which is nmol/mL.
double observed(const std::vector<Observation>& rows, const std::string& analyte, double at_h) {
  const auto row = std::ranges::find_if(rows, [&](const Observation& o) {
    return o.id == "KAMP20-S" && o.analyte == analyte && o.metric == "conc_at" &&
           o.time_min == 60.0 * at_h;
  });
  if (row == rows.end()) {
    ADD_FAILURE() << "no observation of " << analyte << " at " << at_h << " h";
    return 1.0;
  }
  EXPECT_EQ(row->value.unit, "nmol/mL");
  EXPECT_EQ(row->site, "arterial");
  return row->value.value;
}

std::vector<double> ratios(const Expected& expected, const std::vector<Observation>& rows) {
  const auto model = Library({KETASCOPE_MODELS_DIR}).model(expected.model);
  if (!model) {
    ADD_FAILURE() << format(model.error());
    return {};
  }
  Scenario scenario;
  scenario.model = *model;
  scenario.subject.covariates["WT"] = {70.0, "kg"};
  Schedule steps;
  for (const auto& [start_h, amount] :
       {std::pair(0.0, 0.14), std::pair(1.0, 0.28), std::pair(2.0, 0.57)}) {
    DoseSpec step;
    step.route = "iv";
    step.amount = {amount, "mg/kg"};
    step.start = {start_h, "h"};
    step.duration = Measure{1.0, "h"};
    steps.push_back(step);
  }
  scenario.regimen = steps;
  scenario.sampling.until = {5.0, "h"};
  scenario.sampling.times_h.assign(times_h.begin(), times_h.end());
  const auto result = simulate(scenario);
  if (!result) {
    ADD_FAILURE() << format(result.error());
    return {};
  }
  const int index = (*model)->output_index(expected.output);
  EXPECT_GE(index, 0) << expected.model << " has no output " << expected.output;
  const ColumnInfo& column = result->columns.at(static_cast<std::size_t>(index));
  const auto unit = parse_unit("umol/L").value();
  const SubjectResult& subject = result->subjects.at(0);
  const auto values = subject.column(static_cast<std::size_t>(index));
  std::vector<double> found;
  for (const double at_h : times_h) {
    const auto row =
        static_cast<std::size_t>(std::ranges::find(subject.time_h, at_h) - subject.time_h.begin());
    const auto predicted =
        convert(values[row], Unit{1.0, column.display.dimension}, unit, column.molar_mass);
    EXPECT_TRUE(predicted.has_value());
    found.push_back(predicted.value_or(0.0) / observed(rows, expected.observed, at_h));
  }
  return found;
}

void compare(const Expected& expected) {
  const auto rows = shipped_observations();
  const auto found = ratios(expected, rows);
  ASSERT_EQ(found.size(), times_h.size());
  for (std::size_t i = 0; i < times_h.size(); ++i) {
    EXPECT_NEAR(found[i], expected.ratios[i], tolerance)
        << expected.model << ", " << expected.output << " at " << times_h[i] << " h";
  }
}

TEST(ArterialRatios, KampPooledPredictsSKetamine) {
  compare(
      {"kamp2020", "ketamine", "S-ketamine", {.95, .72, 1.03, .98, 1.05, 1.07, 1.22, 1.16, 1.08}});
}

TEST(ArterialRatios, SimonsPredictsSKetamine) {
  compare({"simons2022",
           "S-ketamine",
           "S-ketamine",
           {1.10, .80, 1.13, 1.05, 1.14, 1.13, 1.02, .90, .83}});
}

TEST(ArterialRatios, DominoPredictsSKetamine) {
  compare({"domino1984", "ketamine", "S-ketamine", {.94, .66, .94, .87, .95, .92, .79, .82, .77}});
}

TEST(ArterialRatios, AshrafPredictsSKetamine) {
  compare({"ashraf2018",
           "S-ketamine",
           "S-ketamine",
           {.98, .79, 1.13, 1.11, 1.16, 1.22, 1.59, 1.49, 1.17}});
}

TEST(ArterialRatios, OttoPredictsSKetamineByVein) {
  compare(
      {"otto2021", "S-ketamine", "S-ketamine", {.54, .49, .69, .72, .73, .81, 1.31, 1.26, 1.14}});
}

TEST(ArterialRatios, PerezRuixoPredictsSKetamineByVein) {
  compare({"perezruixo2021",
           "S-ketamine",
           "S-ketamine",
           {.42, .40, .55, .57, .57, .64, 1.04, .93, .79}});
}

TEST(ArterialRatios, SimonsPredictsSNorketamine) {
  compare({"simons2022",
           "S-norketamine",
           "S-norketamine",
           {.88, .75, .85, .76, .75, .80, .71, .65, .61}});
}

TEST(ArterialRatios, OttoPredictsSNorketamine) {
  compare({"otto2021",
           "S-norketamine",
           "S-norketamine",
           {.54, .62, .76, .76, .75, .85, .94, .99, .93}});
}

TEST(ArterialRatios, AshrafPredictsSNorketamine) {
  compare({"ashraf2018",
           "S-norketamine",
           "S-norketamine",
           {.84, .82, 1.02, 1.00, 1.01, 1.13, 1.22, 1.33, 1.32}});
}

TEST(ArterialRatios, PerezRuixoPredictsSNorketamine) {
  compare({"perezruixo2021",
           "S-norketamine",
           "S-norketamine",
           {.26, .43, .57, .62, .60, .71, .88, .97, .90}});
}

}  // namespace
}  // namespace ketascope
