// SPDX-License-Identifier: GPL-3.0-or-later
//
// A subject's numbers depend on itself alone, to the bit: neither on who else is in its block nor
// on how many of the rows could be read off together.
#include <gtest/gtest.h>

#include <random>

#include "core/model_specs.hpp"
#include "ketascope/sim/block.hpp"
#include "ketascope/sim/simulate.hpp"

namespace ketascope {
namespace {

using namespace test;

struct Course {
  Timeline timeline;
  std::vector<double> set;  ///< parameters of its own
};

DoseSpec bolus(double mg, double start_h) {
  DoseSpec dose;
  dose.route = "iv";
  dose.amount = {mg, "mg"};
  dose.start = {start_h, "h"};
  return dose;
}

Course course_of(const ModelPtr& model, const Schedule& doses, double faster) {
  Scenario scenario;
  scenario.model = model;
  scenario.regimen = doses;
  scenario.sampling.until = {24, "h"};
  Course course;
  course.timeline =
      compile_timeline(*model, resolve(scenario).subjects.front(), CovariatePolicy::locf).timeline;
  course.set.assign(course.timeline.sets.begin(), course.timeline.sets.end());
  for (std::size_t p = 0; p < model->parameters.size(); ++p)
    course.set[p] *= faster;
  return course;
}

/// The rows of `of`, the subject in the first lane, with `others` in the lanes after it.
std::vector<double> rows_of(const BlockPlan& plan, const Course& typical, const Course& of,
                            const std::vector<Course>& others) {
  const auto solver = make_block_solver(plan, typical.timeline);
  std::vector<LaneSubject> subjects{{&of.timeline, of.set}};
  for (const Course& other : others)
    if (subjects.size() < solver->width())
      subjects.push_back({&other.timeline, other.set});
  std::vector<double> out(plan.rows.size() * solver->width());
  std::vector<Status> status(solver->width());
  solver->run(subjects, out, status, {});
  EXPECT_EQ(status[0], Status::completed);
  std::vector<double> own;
  for (std::size_t r = 0; r < plan.rows.size(); ++r)
    own.push_back(out[r * solver->width()]);
  return own;
}

BlockPlan plan_of(const ModelPtr& model) {
  BlockPlan plan;
  plan.model = model;
  plan.outputs = {0};
  plan.subjects = 8;
  for (int i = 0; i <= 240; ++i)
    plan.rows.push_back({0.1 * i, Side::both});
  return plan;
}

TEST(BlockCompany, ChangesNoBitOfALinearSubject) {
  const ModelPtr model = built(three_compartments());
  const BlockPlan plan = plan_of(model);
  const Course typical = course_of(model, {bolus(35, 0.0), bolus(20, 12.0)}, 1.0);
  std::mt19937_64 generator(11);
  std::uniform_real_distribution<double> hours(0.0, 24.0), speed(0.6, 1.6);
  for (int i = 0; i < 20; ++i) {
    // Some events fall on rows, some between two of them.
    const double at = i % 3 == 0 ? 0.1 * static_cast<int>(10 * hours(generator)) : hours(generator);
    const Course own = course_of(model, {bolus(35, 0.0), bolus(10, at)}, speed(generator));
    std::vector<Course> others;
    for (int k = 0; k < 7; ++k)
      others.push_back(
          course_of(model, {bolus(30, hours(generator)), bolus(5, hours(generator))}, 1.0));
    const auto alone = rows_of(plan, typical, own, {});
    EXPECT_EQ(alone, rows_of(plan, typical, own, others)) << "event at " << at;
    EXPECT_EQ(alone, rows_of(plan, typical, own, {own, own, typical})) << "event at " << at;
  }
}

TEST(BlockCompany, RowsReadOffTogetherAreThoseOfOneStepAfterTheOther) {
  const ModelPtr model = built(three_compartments());
  const Course typical = course_of(model, {bolus(35, 0.0), bolus(20, 12.0)}, 1.0);
  const BlockPlan regular = plan_of(model);
  // Every second row left out and the others kept: no three rows are one common step apart.
  BlockPlan uneven = regular;
  std::erase_if(uneven.rows, [&](const BlockRow& row) {
    return static_cast<int>(std::lround(row.time_h * 10)) % 3 == 1;
  });
  const auto all = rows_of(regular, typical, typical, {});
  const auto some = rows_of(uneven, typical, typical, {});
  for (std::size_t r = 0, at = 0; r < uneven.rows.size(); ++r) {
    while (regular.rows[at].time_h < uneven.rows[r].time_h - 1e-9)
      ++at;
    EXPECT_NEAR(some[r], all[at], 1e-12 * all[at]) << uneven.rows[r].time_h;
  }
}

}  // namespace
}  // namespace ketascope
