// SPDX-License-Identifier: GPL-3.0-or-later
// Doses with a lag and an F of their own, and doses straight into a compartment.
#include "ketascope/app/dose_entry.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "app/test_models.hpp"
#include "ketascope/app/event_run.hpp"
#include "ketascope/app/export.hpp"
#include "ketascope/app/run.hpp"
#include "ketascope/sim/simulate.hpp"

namespace ketascope {
namespace {

using testing::codes;
using testing::holds;
using testing::model_of;
using testing::Names;
using testing::one_compartment;

// Inside a test the name Run is GoogleTest's.
using Simulated = Run;

DoseSpec hundred_mg(const std::string& route) {
  DoseSpec dose;
  dose.route = route;
  dose.amount = {100, "mg"};
  return dose;
}

Scenario given(const DoseSpec& dose, std::vector<double> times_h = {0.5, 1, 2, 4, 8, 12}) {
  Scenario scenario;
  static const ModelPtr model = model_of(one_compartment());
  scenario.model = model;
  scenario.sampling.until = {12, "h"};
  scenario.sampling.times_h = std::move(times_h);
  scenario.regimen = Schedule{dose};
  return scenario;
}

SubjectResult course(const Scenario& scenario) {
  auto result = simulate(scenario);
  EXPECT_TRUE(result) << format(result.error());
  return std::move(result->subjects.front());
}

double at(const SubjectResult& subject, double time_h) {
  const auto place = std::ranges::find(subject.time_h, time_h);
  EXPECT_NE(place, subject.time_h.end()) << time_h;
  return subject.column(0)[static_cast<std::size_t>(place - subject.time_h.begin())];
}

/// mg/L after 100 mg by mouth of which `F` is absorbed: CL 10, V 50, ka 1.5.
double by_mouth(double F, double hours) {
  const double ka = 1.5, k = 0.2;
  return hours <= 0 ? 0.0
                    : F * 2.0 * ka / (ka - k) * (std::exp(-k * hours) - std::exp(-ka * hours));
}

Simulated run_in_library(const std::string& model, const DoseSpec& dose) {
  ScenarioFile file;
  file.scenarios.resize(1);
  file.scenarios[0].name = "one";
  file.scenarios[0].model = model;
  file.scenarios[0].doses = {dose};
  auto runs = run_document(file, Library({std::filesystem::path(KETASCOPE_MODELS_DIR)}));
  EXPECT_TRUE(runs) << format(runs.error());
  return std::move(runs->front());
}

double entered_mg(const SubjectResult& subject, std::string_view compartment, const Model& model) {
  double mg = 0.0;
  for (const AuditEntry& entry : subject.audit) {
    if (entry.cmt >= 0 &&
        model.compartments[static_cast<std::size_t>(entry.cmt)].name == compartment) {
      mg += entry.entered;
    }
  }
  return mg;
}

TEST(DoseByHand, FAndLagAreThoseOfTheClosedForm) {
  DoseSpec dose = hundred_mg("oral");
  dose.F = Measure{80, "%"};
  dose.lag = Measure{30, "min"};
  const SubjectResult subject = course(given(dose));
  for (const double hours : {0.5, 1.0, 2.0, 4.0, 12.0}) {
    EXPECT_NEAR(at(subject, hours), by_mouth(0.8, hours - 0.5), 1e-12) << hours;
  }
}

TEST(DoseByHand, AnotherDoseKeepsTheModels) {
  DoseSpec late = hundred_mg("oral");
  late.start = {4, "h"};
  DoseSpec first = hundred_mg("oral");
  first.F = Measure{1, ""};
  Scenario scenario = given(first);
  scenario.regimen = Schedule{first, late};
  EXPECT_NEAR(at(course(scenario), 8.0), by_mouth(1.0, 8) + by_mouth(0.5, 4), 1e-12);
}

TEST(DoseByHand, ThinsAnInfusionOfGivenDurationAndShortensOneOfGivenRate) {
  DoseSpec dose = hundred_mg("iv");
  dose.F = Measure{0.5, ""};
  dose.duration = Measure{2, "h"};
  const double k = 0.2;
  const auto infused = [k](double rate, double length, double hours) {
    return rate / 10.0 * (1 - std::exp(-k * length)) * std::exp(-k * (hours - length));
  };
  EXPECT_NEAR(at(course(given(dose)), 4.0), infused(25, 2, 4), 1e-12);
  dose.duration.reset();
  dose.rate = Measure{50, "mg/h"};
  EXPECT_NEAR(at(course(given(dose)), 4.0), infused(50, 1, 4), 1e-12);
}

TEST(DoseByHand, HoldsForCopiesAndTheSteadyState) {
  DoseSpec dose = hundred_mg("oral");
  dose.F = Measure{0.25, ""};
  dose.lag = Measure{1, "h"};
  dose.repeats = 1;
  dose.interval = Measure{4, "h"};
  EXPECT_NEAR(at(course(given(dose)), 8.0), by_mouth(0.25, 7) + by_mouth(0.25, 3), 1e-12);
  dose.steady_state = true;
  dose.repeats = 0;
  double train = 0.0;
  for (int i = 0; i < 60; ++i) {
    train += by_mouth(0.25, 1.0 + 4.0 * i);
  }
  EXPECT_NEAR(at(course(given(dose)), 2.0), train, 1e-9);
}

TEST(DoseByHand, OfARouteWithSeveralEntriesKeepsTheirProportions) {
  for (const char* id : {"perezruixo2021", "ketascope-reference", "simons2022"}) {
    const auto loaded = Library({std::filesystem::path(KETASCOPE_MODELS_DIR)}).model(id);
    ASSERT_TRUE(loaded);
    const auto split = std::ranges::find_if(
        (*loaded)->routes, [](const Route& route) { return route.into.size() > 1; });
    ASSERT_NE(split, (*loaded)->routes.end()) << id;
    DoseSpec dose = hundred_mg(split->id);
    const Simulated own = run_in_library(id, dose);
    dose.F = Measure{0.4, ""};
    const Simulated hand = run_in_library(id, dose);
    double total = 0.0, before = 0.0;
    for (const int into : split->into) {
      const std::string& name = own.result.model->compartments[static_cast<std::size_t>(into)].name;
      before += entered_mg(own.result.subjects[0], name, *own.result.model);
      total += entered_mg(hand.result.subjects[0], name, *own.result.model);
    }
    EXPECT_NEAR(total, 40.0, 1e-9) << id;
    for (const int into : split->into) {
      const std::string& name = own.result.model->compartments[static_cast<std::size_t>(into)].name;
      EXPECT_NEAR(entered_mg(hand.result.subjects[0], name, *own.result.model) / total,
                  entered_mg(own.result.subjects[0], name, *own.result.model) / before, 1e-12)
          << id << ' ' << name;
    }
    EXPECT_NEAR(model_F(own.scenario, 0), before / 100.0, 1e-12) << id;
  }
}

TEST(DoseByHand, IsRefusedWhereItCannotBe) {
  DoseSpec dose = hundred_mg("oral");
  dose.F = Measure{50, ""};
  EXPECT_EQ(codes(simulate(given(dose)).error()), Names{"scenario.F"});
  dose.F = Measure{-0.5, ""};
  EXPECT_EQ(codes(simulate(given(dose)).error()), Names{"scenario.negative"});
  dose.F.reset();
  dose.lag = Measure{1, "mg"};
  EXPECT_EQ(codes(simulate(given(dose)).error()), Names{"scenario.unit"});
}

TEST(DoseByHand, IsSaidInTheAuditTrailTheNotesTheResultsAndTheExport) {
  DoseSpec dose = hundred_mg("iv");
  dose.F = Measure{0.5, ""};
  dose.lag = Measure{10, "min"};
  const Simulated run = run_in_library("kamp2020", dose);
  EXPECT_TRUE(run.result.subjects[0].audit.front().F_by_hand);
  EXPECT_TRUE(run.result.subjects[0].audit.front().lag_by_hand);
  EXPECT_TRUE(holds(audit_csv({&run, 1}), "\"F, lag\""));
  EXPECT_TRUE(holds(to_csv({&run, 1}, DisplaySpec{}), "one, dose 1: F = 0.5 (set by hand)"));
  EXPECT_TRUE(holds(to_csv({&run, 1}, DisplaySpec{}), "one, dose 1: lag = 10 min (set by hand)"));
  const auto exported = export_events(run.scenario);
  ASSERT_TRUE(exported);
  EXPECT_TRUE(std::ranges::any_of(exported->not_held, [](const std::string& sentence) {
    return sentence.find("dose 1: F = 0.5, dose 1: lag = 10 min") != std::string::npos;
  }));
}

TEST(DoseEntries, SayTheModelsValuesWithTheirSources) {
  const Simulated run = run_in_library("kamp2020", hundred_mg("im"));
  const std::vector<DoseEntry> entries = dose_entries(run.scenario, 0);
  ASSERT_EQ(entries.size(), 1U);
  EXPECT_EQ(entries[0].compartment, "depot_im");
  EXPECT_DOUBLE_EQ(entries[0].F, 0.93);
  EXPECT_EQ(entries[0].F_text, "F_im");
  EXPECT_TRUE(holds(entries[0].sources.at(0), "Clements 1982"));
  Scenario moved = run.scenario;
  moved.parameters["F_im"] = Measure{0.5, ""};
  EXPECT_DOUBLE_EQ(dose_entries(moved, 0)[0].F, 0.5) << "with the scenario's own parameters";
}

TEST(DoseEntries, AnFOfTheModelsOwnChangesNothing) {
  DoseSpec dose = hundred_mg("oral");
  const Scenario own = given(dose);
  dose.F = Measure{model_F(own, 0), ""};
  const SubjectResult a = course(own), b = course(given(dose));
  ASSERT_EQ(a.values.size(), b.values.size());
  for (std::size_t i = 0; i < a.values.size(); ++i) {
    EXPECT_NEAR(a.values[i], b.values[i], 1e-13);
  }
}

TEST(FreeDosing, PutsTheDoseStraightIntoTheCompartment) {
  const SubjectResult iv = course(given(hundred_mg("iv")));
  const SubjectResult central = course(given(hundred_mg(free_route("central"))));
  EXPECT_EQ(central.values, iv.values);
  const SubjectResult oral = course(given(hundred_mg("oral")));
  const SubjectResult depot = course(given(hundred_mg(free_route("depot"))));
  EXPECT_EQ(depot.values, oral.values) << "with the F that the compartment has in the model";
}

TEST(FreeDosing, MayBeAnInfusionWhereTheRouteIsGivenAtOnce) {
  DoseSpec dose = hundred_mg("oral");
  dose.duration = Measure{1, "h"};
  EXPECT_EQ(codes(simulate(given(dose)).error()), Names{"scenario.no_infusion"});
  dose.route = free_route("depot");
  EXPECT_GT(at(course(given(dose)), 2.0), 0.0);
}

TEST(FreeDosing, IsRefusedWithTheCompartmentsThatThereAre) {
  const auto result = simulate(given(hundred_mg(free_route("nowhere"))));
  ASSERT_FALSE(result);
  EXPECT_EQ(codes(result.error()), Names{"scenario.compartment"});
  EXPECT_EQ(result.error().front().hint, "it has depot, central");
}

TEST(FreeDosing, EntersWholeWhereTheModelHoldsTheEnantiomersApart) {
  const Simulated run = run_in_library("kamp2020-enantiomers", hundred_mg(free_route("s_central")));
  EXPECT_DOUBLE_EQ(run.result.subjects[0].input, 100.0);
  DoseSpec other = hundred_mg(free_route("s_central"));
  other.form = "R";
  Scenario scenario = run.scenario;
  scenario.regimen = Schedule{other};
  EXPECT_EQ(codes(simulate(scenario).error()), Names{"scenario.form"});
}

TEST(FreeDosing, IsMarkedInTheNotes) {
  const Simulated run = run_in_library("kamp2020", hundred_mg(free_route("central")));
  const auto notes = grade_notes({&run, 1});
  EXPECT_TRUE(std::ranges::any_of(notes, [](const std::string& note) {
    return note.find("no study gives it so") != std::string::npos;
  }));
}

}  // namespace
}  // namespace ketascope
