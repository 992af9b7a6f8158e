// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/bench.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "app/bench/baseline.hpp"
#include "app/bench/problem.hpp"
#include "app/bench/reference.hpp"
#include "app/bench/replay.hpp"
#include "app/bench/runner.hpp"
#include "app/bench/workloads.hpp"
#include "ketascope/app/table.hpp"
#include "ketascope/diagnostic/suggest.hpp"

namespace ketascope {
namespace {

using namespace bench;

constexpr double usual_subjects = 10'000.0;
/// More subjects share this memory, so that a hundred thousand need no more than ten thousand.
constexpr std::size_t kept_subjects = 10'000;

/// One part of the run, with about how long it takes beside the others.
struct Stage {
  double weight;
  std::function<Diagnostics(const RunControl&)> run;
};

class Table {
 public:
  Table(const Library& library, const BenchOptions& options)
      : library_(library), options_(options) {}

  std::vector<Stage> stages();
  std::vector<BenchRow> rows;

 private:
  bool wanted(std::string_view name) const {
    return options_.only.empty() || std::ranges::find(options_.only, name) != options_.only.end();
  }
  std::size_t subjects_of(std::string_view name) const {
    return name == "P3" ? options_.subjects / 10 : options_.subjects;
  }
  BenchRow row_of(std::string name, const Problem& problem, std::string solver, const Times& times,
                  const RunControl& control, const Curves& out) {
    BenchRow row;
    row.problem = std::move(name);
    row.solver = std::move(solver);
    row.subjects = problem.subjects;
    row.rows = problem.plan.rows.size();
    row.outputs = problem.plan.outputs.size();
    row.wall_s = times.wall_s;
    row.cpu_s = times.cpu_s;
    row.error = references_.error_of(problem, out, control);
    return row;
  }
  Diagnostics baseline(const RunControl& control);
  Diagnostics many(const std::string& name, const RunControl& control);
  Diagnostics one(const std::string& name, const RunControl& control);
  Diagnostics two_threads(const std::string& name, const RunControl& control);
  Diagnostics size(std::size_t subjects, const RunControl& control);
  Diagnostics routes(int threads, const RunControl& control);
  Diagnostics add(tl::expected<BenchRow, Diagnostics> row);

  const Library& library_;
  const BenchOptions& options_;
  References references_;
  double base_s_ = 0.0;  ///< of ten thousand subjects
  double one_thread_s_ = 0.0;
};

std::vector<Stage> Table::stages() {
  std::vector<Stage> all;
  const double n = static_cast<double>(options_.subjects) / usual_subjects;
  const double times = n * static_cast<double>(options_.repeats + 1);
  const auto stage = [&](std::string_view name, double weight, auto&& run) {
    if (name.empty() || wanted(name))
      all.push_back({weight, std::forward<decltype(run)>(run)});
  };
  stage("", 0.3 * times + 0.5, [this](const RunControl& c) { return baseline(c); });
  const std::vector<std::pair<std::string, double>> problems{{"P1", 0.1}, {"P2", 0.2}, {"P3", 0.7}};
  for (const auto& [name, seconds] : problems)
    stage(name, seconds * times + 2.0,
          [this, name = name](const RunControl& c) { return many(name, c); });
  for (const auto& [name, seconds] : problems)
    stage("P4", 0.2, [this, name = name](const RunControl& c) { return one(name, c); });
  stage("replay", 0.5,
        [this](const RunControl& c) { return add(run_replay(library_, options_, c)); });
  stage("slider", 1.0,
        [this](const RunControl& c) { return add(run_slider(library_, options_, c)); });
  for (const auto& [name, seconds] : problems)
    stage("threads", 1.5 * seconds * times + 0.5,
          [this, name = name](const RunControl& c) { return two_threads(name, c); });
  for (const std::size_t subjects :
       {options_.subjects / 10, options_.subjects, options_.subjects * 10})
    stage(
        "sizes",
        0.1 * times * static_cast<double>(subjects) / static_cast<double>(options_.subjects) + 0.2,
        [this, subjects](const RunControl& c) { return size(subjects, c); });
  for (const int threads : {1, 2})
    stage("population", 3.0 * times / threads + 1.0,
          [this, threads](const RunControl& c) { return routes(threads, c); });
  return all;
}

Diagnostics Table::add(tl::expected<BenchRow, Diagnostics> row) {
  if (!row)
    return std::move(row.error());
  if (row->problem == "replay" || row->problem == "slider")
    row->to_baseline = row->wall_s / base_s_;
  rows.push_back(std::move(*row));
  return {};
}

Diagnostics Table::baseline(const RunControl& control) {
  auto problem = load_problem(library_, "P1", options_.subjects, 500);
  if (!problem)
    return std::move(problem.error());
  Curves plain;
  plain.values.resize(problem->subjects * problem->plan.rows.size() * problem->plan.outputs.size());
  plain_modes(*problem, plain);
  const Times times = timed(options_.repeats, control.stop, [&] { plain_modes(*problem, plain); });
  // As if for ten thousand, so that ratios of a small run mean the same.
  base_s_ = times.wall_s * usual_subjects / static_cast<double>(options_.subjects);
  BenchRow row = row_of("baseline", *problem, "eigen modes, scalar", times, control, plain);
  row.to_baseline = 1.0;
  rows.push_back(std::move(row));
  return {};
}

Diagnostics Table::many(const std::string& name, const RunControl& control) {
  auto problem = load_problem(library_, name, subjects_of(name), 500);
  if (!problem)
    return std::move(problem.error());
  Runner runner(*problem, options_.threads);
  runner.run(control.stop);
  const Times times = timed(options_.repeats, control.stop, [&] { runner.run(control.stop); });
  BenchRow row = row_of(name, *problem, runner.solver(), times, control, runner.out);
  row.threads = options_.threads;
  row.to_baseline =
      times.wall_s * usual_subjects / static_cast<double>(options_.subjects) / base_s_;
  rows.push_back(std::move(row));
  return {};
}

Diagnostics Table::one(const std::string& name, const RunControl& control) {
  auto problem = load_problem(library_, name, 1, 200);
  if (!problem)
    return std::move(problem.error());
  Runner runner(*problem, 1);
  runner.run();
  const Times times =
      timed(std::max(options_.repeats, 51), control.stop, [&] { runner.run(control.stop); });
  BenchRow row = row_of("P4 " + name, *problem, runner.solver(), times, control, runner.out);
  row.to_baseline = times.wall_s / base_s_;
  rows.push_back(std::move(row));
  return {};
}

/// One thread and two in turn, so that what else the machine does falls on both.
Diagnostics Table::two_threads(const std::string& name, const RunControl& control) {
  auto problem = load_problem(library_, name, subjects_of(name), 500);
  if (!problem)
    return std::move(problem.error());
  std::vector<Times> single, both;
  std::string solver;
  Runner one(*problem, 1);
  Runner two(*problem, 2);
  one.run(control.stop);
  two.run(control.stop);
  for (int i = 0; i < std::max(options_.repeats, 1) && !control.stop.stop_requested(); ++i) {
    single.push_back(timed(1, {}, [&] { one.run(control.stop); }));
    both.push_back(timed(1, {}, [&] { two.run(control.stop); }));
  }
  const Times times = median(both);
  BenchRow row = row_of(name + " x 2", *problem, two.solver(), times, control, two.out);
  row.threads = 2;
  row.to_baseline =
      times.wall_s * usual_subjects / static_cast<double>(options_.subjects) / base_s_;
  row.speed_up = median(single).wall_s / times.wall_s;
  rows.push_back(std::move(row));
  return {};
}

Diagnostics Table::size(std::size_t subjects, const RunControl& control) {
  auto problem = load_problem(library_, "P1", std::max<std::size_t>(subjects, 2), 500);
  if (!problem)
    return std::move(problem.error());
  Runner runner(*problem, 1, kept_subjects);
  runner.run(control.stop);
  const Times times = timed(options_.repeats, control.stop, [&] { runner.run(control.stop); });
  BenchRow row = row_of("P1 n", *problem, runner.solver(), times, control, runner.out);
  row.to_baseline =
      times.wall_s * usual_subjects / static_cast<double>(problem->subjects) / base_s_;
  rows.push_back(std::move(row));
  return {};
}

Diagnostics Table::routes(int threads, const RunControl& control) {
  auto row = run_four_routes(library_, options_, threads, control);
  if (row) {
    if (threads == 1)
      one_thread_s_ = row->wall_s;
    else if (one_thread_s_ > 0.0)
      row->speed_up = one_thread_s_ / row->wall_s;
  }
  return add(std::move(row));
}

Diagnostics unknown_names(const BenchOptions& options) {
  Diagnostics problems;
  for (const std::string& name : options.only) {
    if (std::ranges::find(bench_names(), name) != bench_names().end())
      continue;
    Diagnostic d;
    d.code = "bench.unknown";
    d.message = fmt::format("there is no problem '{}'", name);
    d.hint = fmt::format("there are {}", fmt::join(bench_names(), ", "));
    problems.push_back(std::move(d));
  }
  return problems;
}

}  // namespace

const std::vector<std::string>& bench_names() {
  static const std::vector<std::string> names{"P1",     "P2",      "P3",    "P4",        "replay",
                                              "slider", "threads", "sizes", "population"};
  return names;
}

tl::expected<BenchResult, Diagnostics> run_bench(const Library& library,
                                                 const BenchOptions& options,
                                                 const RunControl& control) {
  if (Diagnostics problems = unknown_names(options); !problems.empty())
    return tl::unexpected(std::move(problems));
  Table table(library, options);
  const std::vector<Stage> stages = table.stages();
  double all = 0.0, done = 0.0;
  for (const Stage& stage : stages)
    all += stage.weight;
  BenchResult result;
  for (const Stage& stage : stages) {
    RunControl own;
    own.stop = control.stop;
    own.progress = [&](double fraction) {
      if (control.progress)
        control.progress((done + fraction * stage.weight) / all);
    };
    const std::size_t finished = table.rows.size();
    if (Diagnostics problems = stage.run(own); has_errors(problems))
      return tl::unexpected(std::move(problems));
    if (control.stop.stop_requested()) {
      // What was in hand is no measurement.
      table.rows.resize(finished);
      result.complete = false;
      break;
    }
    done += stage.weight;
    own.progress(0.0);
  }
  result.rows = std::move(table.rows);
  return result;
}

std::string bench_table(const BenchResult& result) {
  using Align = TextTable::Align;
  TextTable table({{"problem"},
                   {"solver"},
                   {"subjects", Align::right},
                   {"rows", Align::right},
                   {"outputs", Align::right},
                   {"threads", Align::right},
                   {"wall [ms]", Align::right},
                   {"cpu [ms]", Align::right},
                   {"of baseline", Align::right},
                   {"speed-up", Align::right},
                   {"memory [MB]", Align::right},
                   {"error", Align::right}});
  const auto shown = [](const std::optional<double>& value, auto&& show) {
    return value ? show(*value) : std::string("-");
  };
  for (const BenchRow& row : result.rows)
    table.add_row({row.problem, row.solver, fmt::to_string(row.subjects), fmt::to_string(row.rows),
                   fmt::to_string(row.outputs), fmt::to_string(row.threads),
                   fmt::format("{:.3f}", 1e3 * row.wall_s), fmt::format("{:.3f}", 1e3 * row.cpu_s),
                   shown(row.to_baseline, [](double v) { return fmt::format("{:.4f}", v); }),
                   shown(row.speed_up, [](double v) { return fmt::format("{:.2f}", v); }),
                   shown(row.memory_mb, [](double v) { return fmt::format("{:.0f}", v); }),
                   shown(row.error, [](double v) { return fmt::format("{:.1e}", v); })});
  return table.text() + (result.complete ? "" : "incomplete: the run was stopped\n");
}

}  // namespace ketascope
