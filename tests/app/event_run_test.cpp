// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/event_run.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <random>
#include <tuple>

#include "app/test_models.hpp"
#include "ketascope/app/export.hpp"
#include "ketascope/app/run.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

using testing::codes;
using testing::holds;
using testing::Names;
using testing::one_compartment;
using testing::TemporaryFolder;

/// Model "one" and a table in a folder of their own.
struct TableFiles {
  TemporaryFolder folder;
  Library library{{folder.path()}};
  std::string model = folder.add("one.toml", one_compartment()).string();

  ScenarioSpec spec(const std::string& table) const {
    ScenarioSpec spec;
    spec.model = "one";
    spec.events = folder.add("t.csv", table).string();
    spec.covariates = CovariatePolicy::nocb;
    return spec;
  }
};

/// The rows of a CSV text without its comments.
std::vector<std::string> lines(const std::string& csv) {
  std::vector<std::string> found;
  std::size_t begin = 0;
  for (std::size_t end = csv.find('\n'); end != std::string::npos; end = csv.find('\n', begin)) {
    if (csv[begin] != '#')
      found.push_back(csv.substr(begin, end - begin));
    begin = end + 1;
  }
  return found;
}

TEST(EventRun, GivesOneRowPerRowOfTheTable) {
  const TableFiles files;
  const auto table = run_event_table(
      files.spec("ID,TIME,EVID,CMT,AMT,ARM\n"
                 "a,0,0,2,0,x\na,0,1,central,50,\"y,z\"\na,5,0,2,0,x\n2,0,1,2,100,w\n"),
      files.library, {"ARM"});
  ASSERT_TRUE(table) << format(table.error());
  EXPECT_EQ(
      lines(event_result_csv(*table, "mg/L")),
      (std::vector<std::string>{
          "ID,TIME,EVID,ARM,ketamine [mg/L],status", "a,0,0,x,0,completed",
          "a,0,1,\"y,z\",1,completed",
          fmt::format("a,5,0,x,{},completed", shortest(table->run.result.subjects[0].values[2])),
          "2,0,1,w,2,completed"}));
  EXPECT_NEAR(table->run.result.subjects[0].values[2], std::exp(-1.0), 1e-12);
}

TEST(EventRun, TheHeaderSaysHowCovariatesHold) {
  const TableFiles files;
  ScenarioSpec spec = files.spec("ID,TIME,AMT\n1,0,50\n");
  auto table = run_event_table(spec, files.library);
  ASSERT_TRUE(table);
  std::string csv = event_result_csv(*table, "mg/L");
  EXPECT_TRUE(holds(csv, "# covariates nocb: a row's values hold since the row before\n"));
  EXPECT_TRUE(holds(csv, "# For teaching and research."));
  EXPECT_TRUE(holds(csv, "# note: the table has no column WT: 70 kg for all\n"));
  spec.covariates = CovariatePolicy::linear;
  table = run_event_table(spec, files.library);
  ASSERT_TRUE(table);
  EXPECT_TRUE(holds(event_result_csv(*table, "mg/L"), "# covariates linear: "));
}

TEST(EventRun, AGridAddsRowsWithBothSidesAndGoesOnAfterTheTable) {
  const TableFiles files;
  ScenarioSpec spec = files.spec("ID,TIME,EVID,CMT,AMT,II,ADDL\n1,1,1,2,50,5,3\n");
  spec.sampling.times_h = Grid{0, 8, 1}.times_h();
  const auto table = run_event_table(spec, files.library);
  ASSERT_TRUE(table) << format(table.error());
  std::vector<std::string> keys;
  for (const std::string& line : lines(event_result_csv(*table, "mg/L"))) {
    std::size_t commas = 0, end = 0;
    while (commas < 4 && end < line.size())
      commas += line[end++] == ',' ? 1 : 0;
    keys.push_back(line.substr(0, end));
  }
  EXPECT_EQ(keys,
            (Names{"ID,TIME,EVID,side,", "1,1,,pre,", "1,1,1,,", "1,1,,post,", "1,2,,,", "1,3,,,",
                   "1,4,,,", "1,5,,,", "1,6,,pre,", "1,6,,post,", "1,7,,,", "1,8,,,"}));
}

TEST(EventRun, RefusalsNameFileRowAndColumn) {
  const TableFiles files;
  const auto table = run_event_table(
      files.spec("ID,TIME,EVID,AMT,ADDL\n1,0,1,50,2\n1,-1,0,0,0\n2,0,7,0,0\n"), files.library);
  ASSERT_FALSE(table);
  Diagnostics refusals = table.error();
  std::erase_if(refusals, [](const Diagnostic& d) { return d.severity != Severity::error; });
  ASSERT_EQ(codes(refusals),
            (Names{"dosing.addl_without_ii", "dosing.time_decreases", "dosing.evid"}));
  EXPECT_EQ(refusals[0].at, (SourceLocation{2, 10}));
  EXPECT_EQ(refusals[1].at, (SourceLocation{3, 3}));
  EXPECT_EQ(refusals[2].at, (SourceLocation{4, 5}));
  EXPECT_TRUE(table.error()[0].file.ends_with("t.csv"));
}

TEST(EventRun, ParametersOfTheCommandCountInTheSameRunAsUnreadableCells) {
  const TableFiles files;
  const std::string table = "ID,TIME,EVID,CMT,AMT\n1,0,1,1,50\n1,5,0,x,0\n";
  ScenarioSpec spec = files.spec(table);
  const auto refused = [&] {
    const auto run = run_event_table(spec, files.library);
    Diagnostics errors = run ? Diagnostics{} : run.error();
    std::erase_if(errors, [](const Diagnostic& d) { return d.severity != Severity::error; });
    return codes(errors);
  };
  EXPECT_EQ(refused(), (Names{"events.compartment"}));
  spec.parameters["F1"] = {-0.5, "1"};
  EXPECT_EQ(refused(), (Names{"dosing.bioavailability", "events.compartment"}));
}

TEST(EventRun, TheCyclesOfASteadyStateAreSaidWhereThereAreAny) {
  const TableFiles files;
  ScenarioSpec spec = files.spec("ID,TIME,EVID,CMT,AMT,II,SS\n1,0,1,2,50,12,1\n");
  const auto notes = [&] {
    const auto table = run_event_table(spec, files.library);
    EXPECT_TRUE(table);
    return event_result_csv(*table, "mg/L");
  };
  EXPECT_FALSE(holds(notes(), "dosing interval"));  // closed form
  spec.solver.kind = SolverOptions::Kind::ode;
  const auto table = run_event_table(spec, files.library);
  ASSERT_TRUE(table);
  const int cycles = table->run.result.subjects[0].steady_state_cycles;
  EXPECT_GT(cycles, 2);
  EXPECT_TRUE(holds(notes(), fmt::format("# note: steady state: the ODE solver followed {} dosing "
                                         "intervals to find it\n",
                                         cycles)));
}

TEST(EventRun, CovariatesOfTheCommandFillMissingColumns) {
  const TableFiles files;
  ScenarioSpec spec = files.spec("ID,TIME,EVID,CMT,AMT\n1,0,1,2,50\n1,5,0,0,0\n");
  spec.categories["RACE"] = "japanese";
  const auto table = run_event_table(spec, files.library);
  ASSERT_TRUE(table) << format(table.error());
  EXPECT_NEAR(table->run.result.subjects[0].values[1], std::exp(-2.0), 1e-12);
}

TEST(EventRun, AScenarioFileReadsItsTableAndDrawsACurve) {
  const TemporaryFolder folder;
  folder.add("one.toml", one_compartment());
  folder.add("events/t.csv", "ID,TIME,EVID,CMT,AMT\n1,0,1,2,50\n1,40,0,0,0\n");
  const auto document = parse_scenario_file(
      "format = \"ketascope-scenario 1\"\n[[scenario]]\nname = \"table\"\nmodel = \"one\"\n"
      "events = \"events/t.csv\"\n",
      "s.toml");
  ASSERT_TRUE(document) << format(document.error());
  EXPECT_EQ(document->scenarios[0].covariates, CovariatePolicy::nocb);
  const auto runs = run_document(*document, Library({folder.path()}), folder.path());
  ASSERT_TRUE(runs) << format(runs.error());
  const SubjectResult& subject = runs->at(0).result.subjects.at(0);
  EXPECT_GT(subject.time_h.size(), 1000u);
  EXPECT_EQ(subject.time_h.back(), 40.0);
}

TEST(EventRun, CheckingADocumentChecksItsTable) {
  const TemporaryFolder folder;
  folder.add("one.toml", one_compartment());
  folder.add("t.csv", "ID,TIME,EVID,CMT,AMT\n1,0,1,3,50\n");
  const auto document = parse_scenario_file(
      "format = \"ketascope-scenario 1\"\n[[scenario]]\nmodel = \"one\"\nevents = \"t.csv\"\n",
      "s.toml");
  ASSERT_TRUE(document);
  Diagnostics found = check_document(*document, Library({folder.path()}), folder.path());
  std::erase_if(found, [](const Diagnostic& d) { return d.severity != Severity::error; });
  EXPECT_EQ(codes(found), Names{"dosing.cmt_unknown"});
}

TEST(Grid, ReadsThreeNumbersAndAUnit) {
  const auto grid = parse_grid("0:90:30 min");
  ASSERT_TRUE(grid);
  EXPECT_EQ(grid->times_h(), (std::vector<double>{0.0, 0.5, 1.0, 1.5}));
  EXPECT_EQ(parse_grid("1:2:0.5")->times_h(), (std::vector<double>{1.0, 1.5, 2.0}));
  for (const auto& [text, code] :
       {std::pair{"0:24", "option.grid"}, std::pair{"0:24:0 h", "option.grid"},
        std::pair{"24:0:1 h", "option.grid"}, std::pair{"0:1e9:1 s", "option.grid"},
        std::pair{"0:24:1 kg", "unit.mismatch"}, std::pair{"0:x:1 h", "number.syntax"}}) {
    const auto refused = parse_grid(text);
    ASSERT_FALSE(refused) << text;
    EXPECT_EQ(codes(refused.error()), Names{code}) << text;
  }
}

// --- round trip -------------------------------------------------------------------------------

/// Rows of a grid: time, side, values.
using CurveRow = std::tuple<double, Side, std::vector<double>>;
std::vector<CurveRow> curve(const SubjectResult& subject, std::size_t columns) {
  std::vector<CurveRow> rows;
  for (std::size_t i = 0; i < subject.time_h.size(); ++i) {
    if (subject.record[i] >= 0)
      continue;
    std::vector<double> values;
    for (std::size_t c = 0; c < columns; ++c)
      values.push_back(subject.column(c)[i]);
    rows.emplace_back(subject.time_h[i], subject.side[i], values);
  }
  return rows;
}

class RandomSchedule {
 public:
  RandomSchedule(const ModelPtr& model, unsigned seed) : model_(model), random_(seed) {}

  ScenarioSpec spec() {
    ScenarioSpec spec;
    spec.model = model_->id;
    spec.sampling.until = {std::round(uniform(24, 72)), "h"};
    for (double t = uniform(0, 1); t < spec.sampling.until.value; t += uniform(0.5, 5))
      spec.sampling.times_h.push_back(t);
    for (const Covariate& covariate : model_->covariates)
      if (covariate.categories.empty() && covariate.low && covariate.high && chance(0.7))
        spec.subject[covariate.name] = {
            uniform(*covariate.low, *covariate.high) / covariate.unit.factor, covariate.unit_text};
    const int doses = 1 + static_cast<int>(uniform(0, 4));
    for (int i = 0; i < doses; ++i)
      spec.doses.push_back(dose());
    return spec;
  }

 private:
  double uniform(double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(random_);
  }
  bool chance(double p) { return uniform(0, 1) < p; }

  DoseSpec dose() {
    DoseSpec d;
    const auto r = static_cast<std::size_t>(uniform(0, static_cast<double>(model_->routes.size())));
    const Route& route = model_->routes[std::min(r, model_->routes.size() - 1)];
    d.route = route.id;
    d.amount = {uniform(5, 90), "mg"};
    d.start = {chance(0.3) ? 0.0 : uniform(0, 20), "h"};
    if (route.infusion && chance(0.7)) {
      if (chance(0.5))
        d.duration = Measure{uniform(5, 300), "min"};
      else
        d.rate = Measure{uniform(5, 60), "mg/h"};
    }
    if (chance(0.4)) {
      d.repeats = 1 + static_cast<int>(uniform(0, 4));
      d.interval = Measure{uniform(6, 12), "h"};
      d.steady_state = chance(0.3);
    }
    return d;
  }

  ModelPtr model_;
  std::mt19937 random_;
};

TEST(EventExportProperty, SimulatingTheTableGivesTheSameBitsInEveryLibraryModel) {
  const TemporaryFolder folder;
  const Library library({KETASCOPE_MODELS_DIR});
  int compared = 0;
  for (const std::string& id : library.model_ids()) {
    const auto model = library.model(id);
    ASSERT_TRUE(model) << format(model.error());
    for (unsigned seed = 0; seed < 12; ++seed) {
      SCOPED_TRACE(fmt::format("{}, seed {}", id, seed));
      const ScenarioSpec spec = RandomSchedule(*model, seed).spec();
      const auto scenario = prepare(spec, library);
      ASSERT_TRUE(scenario) << format(scenario.error());
      const auto typed = simulate(*scenario);
      ASSERT_TRUE(typed) << format(typed.error());
      const auto exported = export_events(*scenario);
      ASSERT_TRUE(exported) << format(exported.error());
      ScenarioSpec table_spec;
      table_spec.model = id;
      table_spec.events = folder.add("t.csv", exported->csv).string();
      table_spec.covariates = CovariatePolicy::nocb;
      table_spec.sampling.times_h = spec.sampling.times_h;
      const auto table = run_event_table(table_spec, library);
      ASSERT_TRUE(table) << format(table.error());
      const std::size_t columns = typed->columns.size();
      EXPECT_EQ(curve(table->run.result.subjects.at(0), columns),
                curve(typed->subjects.at(0), columns))
          << exported->csv;
      ++compared;
    }
  }
  EXPECT_GE(compared, 12 * 14);
}

TEST(EventExport, WritesRecordsThatNonmemReads) {
  const TableFiles files;
  ScenarioSpec spec;
  spec.model = "one";
  spec.subject["WT"] = {80, "kg"};
  DoseSpec dose;
  dose.route = "iv";
  dose.amount = {0.5, "mg/kg"};
  dose.start = {30, "min"};
  dose.rate = Measure{20, "mg/h"};
  dose.repeats = 2;
  dose.interval = Measure{8, "h"};
  spec.doses = {dose};
  const auto scenario = prepare(spec, files.library);
  ASSERT_TRUE(scenario);
  const auto exported = export_events(*scenario);
  ASSERT_TRUE(exported) << format(exported.error());
  EXPECT_EQ(exported->csv,
            "ID,TIME,DV,EVID,CMT,AMT,RATE,II,ADDL,SS,WT,RACE\n"
            "1,0,.,0,0,0,0,0,0,0,80,0\n"
            "1,0.5,.,1,2,40,20,8,2,0,80,0\n"
            "1,24,.,0,0,0,0,0,0,0,80,0\n");
  EXPECT_EQ(exported->not_held, Names{});
}

TEST(EventExport, SaysWhatTheTableOrNonmemCannotHold) {
  const TableFiles files;
  ScenarioSpec spec = files.spec(
      "ID,TIME,EVID,CMT,AMT,DUR,II,ADDL,WT\nbo,0,1,1,10,0.5,0,0,70\nbo,1,0,0,0,0,0,0,80\n");
  spec.covariates = CovariatePolicy::locf;
  spec.parameters["CL"] = {12, "L/h"};
  auto scenario = prepare(spec, files.library);
  ASSERT_TRUE(scenario) << format(scenario.error());
  auto exported = export_events(*scenario);
  ASSERT_TRUE(exported) << format(exported.error());
  const std::string all = fmt::format("{}", fmt::join(exported->not_held, "\n"));
  for (const char* part : {"no item DUR", "--covariates locf", "no numbers: bo", "CL = 12 L/h"})
    EXPECT_TRUE(holds(all, part));
  EXPECT_EQ(exported->not_held.size(), 4u) << all;

  std::string many = "ID,TIME,CMT,AMT,II,ADDL\n";
  for (int i = 0; i < 11; ++i)
    many += fmt::format("1,{},2,10,24,3\n", i);
  scenario = prepare(files.spec(many), files.library);
  ASSERT_TRUE(scenario);
  exported = export_events(*scenario);
  ASSERT_TRUE(exported);
  EXPECT_EQ(exported->not_held,
            Names{"ID 1: 11 series of additional doses are active at 10 h (row 12); "
                  "NONMEM follows 10 at a time"});
}

TEST(EventExport, ATableComesBackAsTheSameRecords) {
  const TableFiles files;
  const auto scenario = prepare(
      files.spec("ID,TIME,EVID,CMT,AMT,RATE,II,ADDL,SS,WT,RACE\n"
                 "1,0,1,1,33.3,0,12,3,1,71.5,1\n1,4.1,2,-2,0,0,0,0,0,72,0\n1,5,4,2,9,3,0,0,0,72,0\n"
                 "2,0,3,0,0,0,0,0,0,60,0\n2,0,1,2,0,5,0,0,1,60,0\n"),
      files.library);
  ASSERT_TRUE(scenario) << format(scenario.error());
  const auto exported = export_events(*scenario);
  ASSERT_TRUE(exported) << format(exported.error());
  const auto again = prepare(files.spec(exported->csv), files.library);
  ASSERT_TRUE(again) << format(again.error());
  EXPECT_EQ(std::get<EventTable>(again->regimen), std::get<EventTable>(scenario->regimen));
}

// --- audit ------------------------------------------------------------------------------------

std::string random_table(std::mt19937& random) {
  const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  std::string text = "ID,TIME,EVID,CMT,AMT,RATE,II,ADDL,SS\n";
  double t = 0.0;
  for (int r = 0; r < 14; ++r) {
    t += pick(5);
    const int kind = pick(8);
    const int cmt = 1 + pick(2);
    if (kind < 2)
      text += fmt::format("1,{},0,0,0,0,0,0,0\n", t);
    else if (kind == 2)
      text += fmt::format("1,{},2,{},0,0,0,0,0\n", t, pick(2) == 0 ? -cmt : cmt);
    else if (kind == 3)
      text += fmt::format("1,{},3,0,0,0,0,0,0\n", t);
    else
      text += fmt::format("1,{},{},{},{},{},{},{},{}\n", t, pick(6) == 0 ? 4 : 1, cmt,
                          10 + pick(90), pick(2) == 0 ? 0 : 3 + pick(20), 4 + pick(9), pick(4),
                          pick(4) == 0 ? 1 + pick(2) : 0);
  }
  return text + fmt::format("1,{},0,0,0,0,0,0,0\n", t + 30);
}

TEST(AuditProperty, ExplainsEveryStepAndEveryRateOfTheTimeline) {
  const TableFiles files;
  std::mt19937 random(20);
  int steps = 0;
  for (int round = 0; round < 1500; ++round) {
    const std::string text = random_table(random);
    SCOPED_TRACE(text);
    const auto model = files.library.model("one");
    const auto table = parse_event_table(text, "t.csv", **model);
    ASSERT_TRUE(table) << format(table.error());
    const CompiledTimeline compiled =
        compile_timeline(**model, table->subjects[0], CovariatePolicy::nocb);
    ASSERT_FALSE(has_errors(compiled.diagnostics)) << format(compiled.diagnostics);
    // The rate of each row's infusions, for the ends.
    std::map<std::pair<int, int>, double> row_rate;
    std::vector<double> rate(2, 0.0);
    const auto& audit = compiled.timeline.audit;
    std::size_t next = 0;
    const auto& ops = compiled.timeline.ops;
    std::vector<double> explained(2, 0.0);
    for (std::size_t i = 0; i < ops.size();) {
      const double now = ops[i].time_h;
      if (ops[i].kind == TimelineOp::Kind::advance) {
        ++i;
        continue;
      }
      // One instant: everything up to the next advance.
      std::vector<double> added(2, 0.0), named(2, 0.0);
      bool reset = false, steady = false, off = false;
      bool says_reset = false, says_steady = false, says_off = false;
      // A reset moves the clock without an advance: it is an instant of its own.
      const auto here = [&](const TimelineOp& op) {
        return op.kind != TimelineOp::Kind::advance &&
               (op.kind != TimelineOp::Kind::reset || op.time_h == now);
      };
      for (; i < ops.size() && here(ops[i]); ++i) {
        const TimelineOp& op = ops[i];
        const auto cmt = static_cast<std::size_t>(op.cmt);
        using Kind = TimelineOp::Kind;
        if (op.kind == Kind::add)
          added[cmt] += op.value;
        if (op.kind == Kind::rate)
          rate[cmt] = op.value;
        if (op.kind == Kind::reset) {
          reset = true;
          rate = {0.0, 0.0};
        }
        steady = steady || op.kind == Kind::steady_state;
        off = off || op.kind == Kind::switch_off;
        if (op.kind != Kind::observe)
          ++steps;
      }
      for (; next < audit.size() &&
             (audit[next].time_h <= now || same_instant(audit[next].time_h, now));
           ++next) {
        const AuditEntry& entry = audit[next];
        EXPECT_EQ(entry.cause.substr(0, 4), "row ");
        EXPECT_GT(entry.source_row, 1);
        const std::size_t cmt = entry.cmt < 0 ? 0 : static_cast<std::size_t>(entry.cmt);
        const std::pair key{entry.source_row, entry.cmt};
        if (entry.event == "bolus")
          named[cmt] += entry.entered;
        if (entry.event == "infusion starts" || entry.event.ends_with("runs on")) {
          row_rate[key] = entry.rate_mg_per_h;
          explained[cmt] += entry.rate_mg_per_h;
        }
        if (entry.event == "infusion ends")
          explained[cmt] -= row_rate.at(key);
        if (entry.event.starts_with("reset") || entry.event.ends_with("discarded"))
          explained = {0.0, 0.0};
        if (entry.event == "compartment off")
          explained[cmt] = 0.0;
        says_reset = says_reset || entry.event.starts_with("reset");
        says_steady = says_steady || entry.event.starts_with("steady state");
        says_off = says_off || entry.event == "compartment off";
      }
      EXPECT_EQ(reset, says_reset) << now;
      EXPECT_EQ(steady, says_steady) << now;
      EXPECT_EQ(off, says_off) << now;
      for (std::size_t c = 0; c < 2; ++c) {
        EXPECT_NEAR(rate[c], explained[c], 1e-9) << now;
        // A bolus of a steady state is in the state that is solved for.
        if (!steady) {
          EXPECT_NEAR(added[c], named[c], 1e-9) << now;
        }
      }
      if (HasFailure())
        return;
    }
    EXPECT_EQ(next, audit.size());
  }
  EXPECT_GT(steps, 10'000);
}

TEST(Audit, NamesTimesAmountsAndRows) {
  const TableFiles files;
  const auto table = run_event_table(
      files.spec("ID,TIME,EVID,CMT,AMT,RATE,II,ADDL\n9,0,1,depot,100,0,12,1\n9,24,0,0,0,0,0,0\n"),
      files.library);
  ASSERT_TRUE(table) << format(table.error());
  const std::string csv = audit_csv(std::span(&table->run, 1));
  EXPECT_TRUE(holds(csv, "\none,9,0,bolus,depot,100,0.5,50,0,0,0,0,2,row 2,\n"));
  EXPECT_TRUE(
      holds(csv, "\none,9,12,bolus,depot,100,0.5,50,0,0,0,1,2,\"row 2, additional dose 1\",\n"));
}

}  // namespace
}  // namespace ketascope
