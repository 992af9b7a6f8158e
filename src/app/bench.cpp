// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/bench.hpp"

#include <fmt/format.h>
#include <time.h>

#include <Eigen/Dense>
#include <Eigen/Eigenvalues>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>

#include "ketascope/app/table.hpp"
#include "ketascope/io/model_file.hpp"
#include "ketascope/population/draws.hpp"
#include "ketascope/sim/block.hpp"
#include "ketascope/sim/simulate.hpp"
#include "sim/parallel.hpp"

namespace ketascope {
namespace {

/// Subjects whose error is measured. Each of a long chain costs a quarter of a second in 80 bits.
std::size_t reference_subjects(const Model& model) {
  if (!model.kinetics.linear)
    return 100;
  return model.kinetics.states < 10 ? 200 : 24;
}

double wall_now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}
double cpu_now() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

struct Times {
  double wall_s = 0.0, cpu_s = 0.0;
};

/// Median of some repeats of `work`.
template <class Work>
Times timed(int repeats, Work&& work) {
  std::vector<Times> all;
  for (int i = 0; i < std::max(repeats, 1); ++i) {
    const double wall = wall_now(), cpu = cpu_now();
    work();
    all.push_back({wall_now() - wall, cpu_now() - cpu});
  }
  std::ranges::sort(all, {}, &Times::wall_s);
  return all[all.size() / 2];
}

DoseSpec dose_of(std::string route, double mg, double start_min, double duration_min = 0.0) {
  DoseSpec dose;
  dose.route = std::move(route);
  dose.amount = {mg, "mg"};
  dose.start = {start_min, "min"};
  if (duration_min > 0.0)
    dose.duration = Measure{duration_min, "min"};
  return dose;
}

/// A problem made ready: doses known, model compiled, every subject's parameters drawn.
struct Problem {
  std::string name;
  ModelPtr model;
  Scenario scenario;
  BlockPlan plan;
  Timeline timeline;
  std::size_t subjects = 0;
  std::vector<double> sets;  ///< one parameter set per subject

  std::span<const double> set(std::size_t subject) const {
    return std::span(sets).subspan(subject * timeline.width, timeline.width);
  }
};

Schedule schedule_of(std::string_view problem) {
  Schedule doses;
  if (problem == "P1") {
    for (int k = 0; k < 6; ++k)
      doses.push_back(dose_of("iv", 35, 2880.0 * k, 40));
    return doses;
  }
  for (const double t : {0.0, 2880.0, 5760.0})
    doses.push_back(dose_of("iv", 35, t, 40));
  for (const double t : {1440.0, 4320.0, 7200.0})
    doses.push_back(dose_of("oral", 70, t));
  if (problem == "P3")
    for (const double t : {1440.0, 2880.0, 4320.0, 5760.0, 7200.0, 8640.0})
      doses.push_back(dose_of("inhibitor", 200, t));
  return doses;
}

tl::expected<Problem, Diagnostics> load_problem(const Library& library, const std::string& name,
                                                std::size_t subjects, int observations) {
  Problem problem;
  problem.name = name;
  const std::string file = name == "P1" ? "p1.toml" : name == "P2" ? "p2.toml" : "p3.toml";
  std::filesystem::path path;
  for (const auto& folder : library.folders())
    if (std::filesystem::exists(folder / "bench" / file) && path.empty())
      path = folder / "bench" / file;
  BuiltModel built = load_model(path);
  if (!built.model)
    return tl::unexpected(std::move(built.diagnostics));
  problem.model = built.model;
  problem.scenario.model = built.model;
  problem.scenario.regimen = schedule_of(name);
  const double horizon_min = name == "P1" ? 17280.0 : 10080.0;
  problem.scenario.sampling.until = {horizon_min, "min"};
  ResolvedScenario resolved = resolve(problem.scenario);
  if (has_errors(resolved.diagnostics))
    return tl::unexpected(std::move(resolved.diagnostics));
  problem.timeline =
      compile_timeline(*built.model, resolved.subjects.front(), CovariatePolicy::locf).timeline;
  problem.plan.model = built.model;
  for (int i = 1; i <= observations; ++i)
    problem.plan.rows.push_back({horizon_min * i / observations / 60.0, Side::both});
  for (std::size_t o = 0; o < built.model->outputs.size(); ++o)
    problem.plan.outputs.push_back(static_cast<int>(o));
  problem.plan.solver.rtol = 1.5e-5;
  problem.plan.solver.atol = 1e-9;

  problem.subjects = problem.plan.subjects = subjects;
  const Draws draws(20261122);
  const std::size_t width = problem.timeline.width;
  problem.sets.resize(subjects * width);
  for (std::size_t i = 0; i < subjects; ++i) {
    std::copy_n(problem.timeline.sets.begin(), width,
                problem.sets.begin() + static_cast<std::ptrdiff_t>(i * width));
    if (subjects == 1)
      break;
    for (const RandomEffect& effect : built.model->random_effects)
      problem.sets[i * width + static_cast<std::size_t>(effect.parameter)] *=
          std::exp(0.3 * draws.normal(i, variable_key("eta:" + effect.name)));
  }
  return problem;
}

/// Results of all subjects, block after block.
struct Curves {
  std::size_t lanes = 1;
  std::vector<double> values;
  double at(const Problem& p, std::size_t subject, std::size_t output, std::size_t row) const {
    const std::size_t rows = p.plan.rows.size(), block = rows * p.plan.outputs.size() * lanes;
    return values[(subject / lanes) * block + (output * rows + row) * lanes + subject % lanes];
  }
};

/// One solver per thread, kept from run to run as a program keeps them.
class Runner {
 public:
  Runner(const Problem& problem, int threads)
      : problem_(problem), threads_(static_cast<std::size_t>(std::max(threads, 1))) {
    for (std::size_t t = 0; t < threads_; ++t)
      solvers_.push_back(make_block_solver(problem.plan, problem.timeline));
    out.lanes = solvers_.front()->width();
    const std::size_t blocks = (problem.subjects + out.lanes - 1) / out.lanes;
    out.values.resize(blocks * out.lanes * problem.plan.rows.size() * problem.plan.outputs.size());
  }

  void run() {
    const std::size_t lanes = out.lanes, blocks = (problem_.subjects + lanes - 1) / lanes;
    const std::size_t size = lanes * problem_.plan.rows.size() * problem_.plan.outputs.size();
    std::atomic<std::size_t> next{0};
    parallel_for(threads_, static_cast<int>(threads_), [&](std::size_t t) {
      std::vector<LaneSubject> subjects(lanes);
      std::vector<Status> status(lanes);
      for (std::size_t b = next++; b < blocks; b = next++) {
        const std::size_t count = std::min(lanes, problem_.subjects - b * lanes);
        for (std::size_t i = 0; i < count; ++i)
          subjects[i] = {&problem_.timeline, problem_.set(b * lanes + i)};
        solvers_[t]->run(std::span(subjects).first(count),
                         std::span(out.values).subspan(b * size, size), status, {});
      }
    });
  }
  std::string solver() const { return solvers_.front()->name(); }

  Curves out;

 private:
  const Problem& problem_;
  std::size_t threads_;
  std::vector<std::unique_ptr<BlockSolver>> solvers_;
};

// --- references
// -----------------------------------------------------------------------------------

using Real = long double;
using Wide = Eigen::Matrix<Real, Eigen::Dynamic, Eigen::Dynamic>;

Wide exponential(Wide m) {
  const Real norm = m.cwiseAbs().rowwise().sum().maxCoeff();
  int halvings = 0;
  for (Real scaled = norm; scaled > 0.25L; scaled /= 2)
    ++halvings;
  m /= std::ldexp(1.0L, halvings);
  Wide term = Wide::Identity(m.rows(), m.rows()), sum = term;
  for (int i = 1; i <= 20; ++i) {
    term = (term * m / static_cast<Real>(i)).eval();
    sum += term;
  }
  for (int i = 0; i < halvings; ++i)
    sum = (sum * sum).eval();
  return sum;
}

/// One subject of a linear problem in extended precision: the exponential of every stretch, by
/// scaling and squaring, with the input as one more state.
std::vector<std::vector<double>> linear_reference(const Problem& p, std::size_t subject) {
  const Kinetics& k = p.model->kinetics;
  const auto n = static_cast<Eigen::Index>(k.states);
  const std::vector<double> system = k.linear_system.run(p.set(subject));
  Wide A = Wide::Zero(n, n);
  for (std::size_t e = 0; e < k.jacobian_entries.size(); ++e)
    A(k.jacobian_entries[e].row, k.jacobian_entries[e].col) = static_cast<Real>(system[e]);
  const std::vector<double> outputs = k.output_system.run(p.set(subject));
  std::map<double, Wide> steps;
  Wide x = Wide::Zero(n + 1, 1), input = Wide::Zero(n, 1);
  x(n, 0) = 1;
  double clock = p.timeline.start_h;
  const auto go = [&](double to) {
    if (!(to > clock))
      return;
    Wide m = Wide::Zero(n + 1, n + 1);
    m.topLeftCorner(n, n) = A * static_cast<Real>(to - clock);
    m.topRightCorner(n, 1) = input * static_cast<Real>(to - clock);
    x = (exponential(m) * x).eval();
    clock = to;
  };
  std::vector<std::vector<double>> values(p.plan.outputs.size());
  std::size_t row = 0;
  const auto show = [&](double until) {
    for (; row < p.plan.rows.size() && p.plan.rows[row].time_h < until &&
           !same_instant(p.plan.rows[row].time_h, until);
         ++row) {
      go(p.plan.rows[row].time_h);
      std::vector<Real> y(values.size(), 0);
      for (std::size_t e = 0; e < k.output_entries.size(); ++e)
        y[static_cast<std::size_t>(k.output_entries[e].row)] +=
            static_cast<Real>(outputs[e]) * x(k.output_entries[e].col, 0);
      for (std::size_t o = 0; o < y.size(); ++o)
        values[o].push_back(static_cast<double>(y[o]));
    }
  };
  for (const TimelineOp& op : p.timeline.ops) {
    if (op.kind == TimelineOp::Kind::advance) {
      show(op.time_h);
      go(op.time_h);
    } else if (op.kind == TimelineOp::Kind::add) {
      x(op.cmt, 0) += static_cast<Real>(op.value);
    } else if (op.kind == TimelineOp::Kind::rate) {
      input(op.cmt, 0) = static_cast<Real>(op.value);
    }
  }
  show(INFINITY);
  return values;
}

/// A non-linear problem by the single-subject solver at a tolerance far below the error measured.
std::vector<std::vector<double>> ode_reference(const Problem& p, std::size_t subject) {
  Scenario scenario = p.scenario;
  const std::span<const double> set = p.set(subject);
  for (std::size_t i = 0; i < p.model->parameters.size(); ++i)
    scenario.parameters[p.model->parameters[i].name] =
        Measure{set[i] / p.model->parameters[i].unit.factor, p.model->parameters[i].unit_text};
  for (const BlockRow& row : p.plan.rows)
    scenario.sampling.times_h.push_back(row.time_h);
  scenario.solver.kind = SolverOptions::Kind::ode;
  scenario.solver.stepper = SolverOptions::Stepper::dopri5;
  scenario.solver.rtol = 1e-11;
  scenario.solver.atol = 1e-14;
  std::vector<std::vector<double>> values(p.plan.outputs.size());
  const auto result = simulate(scenario);
  if (!result)
    return values;
  const SubjectResult& run = result->subjects.front();
  for (std::size_t o = 0; o < values.size(); ++o) {
    std::size_t at = 0;
    for (const BlockRow& row : p.plan.rows) {
      while (at + 1 < run.time_h.size() &&
             (run.time_h[at + 1] <= row.time_h || same_instant(run.time_h[at + 1], row.time_h)))
        ++at;
      values[o].push_back(run.column(o)[at]);
    }
  }
  return values;
}

double error_of(const Problem& p, const Curves& out) {
  double worst = 0.0;
  const bool linear = p.model->kinetics.linear;
  const std::size_t count = std::min(p.subjects, reference_subjects(*p.model));
  for (std::size_t i = 0; i < count; ++i) {
    const auto reference = linear ? linear_reference(p, i) : ode_reference(p, i);
    for (std::size_t o = 0; o < reference.size(); ++o) {
      double peak = 0.0;
      for (const double v : reference[o])
        peak = std::max(peak, std::abs(v));
      for (std::size_t r = 0; r < reference[o].size(); ++r) {
        const double ref = reference[o][r];
        const double error =
            std::abs(out.at(p, i, o, r) - ref) / std::max(std::abs(ref), 1e-3 * peak);
        worst = std::isnan(error) ? INFINITY : std::max(worst, error);
      }
    }
  }
  return worst;
}

// --- the plain baseline
// ---------------------------------------------------------------------------

/// P1 as one would write it first: eigenvalues and vectors of each subject's matrix, and one
/// std::exp per mode and output time.
void plain_modes(const Problem& p, Curves& out) {
  const Kinetics& k = p.model->kinetics;
  const auto n = static_cast<Eigen::Index>(k.states);
  const std::size_t rows = p.plan.rows.size(), outputs = p.plan.outputs.size();
  std::vector<double> system(k.linear_system.output_count()),
      scratch(k.linear_system.scratch_size(1));
  std::vector<double> seen(k.output_system.output_count()),
      seen_scratch(k.output_system.scratch_size(1));
  for (std::size_t i = 0; i < p.subjects; ++i) {
    k.linear_system.run(p.set(i), system, scratch, 1);
    k.output_system.run(p.set(i), seen, seen_scratch, 1);
    Eigen::Matrix4d A = Eigen::Matrix4d::Zero();
    for (std::size_t e = 0; e < k.jacobian_entries.size(); ++e)
      A(k.jacobian_entries[e].row, k.jacobian_entries[e].col) = system[e];
    const Eigen::EigenSolver<Eigen::Matrix4d> modes(A);
    const Eigen::Matrix4d V = modes.eigenvectors().real();
    const Eigen::Vector4d rates = modes.eigenvalues().real();
    const Eigen::PartialPivLU<Eigen::Matrix4d> to_modes(V);
    Eigen::Vector4d x = Eigen::Vector4d::Zero(), b = Eigen::Vector4d::Zero();
    double clock = 0.0;
    std::size_t row = 0;
    double* const y = out.values.data() + i * rows * outputs;
    const auto stretch = [&](double to) {
      const Eigen::Vector4d c = to_modes.solve(x), d = to_modes.solve(b);
      Eigen::Matrix<double, 2, 4> start = Eigen::Matrix<double, 2, 4>::Zero();
      Eigen::Vector2d level = Eigen::Vector2d::Zero();
      Eigen::Vector4d coefficient;
      for (Eigen::Index j = 0; j < n; ++j)
        coefficient(j) = c(j) + d(j) / rates(j);
      for (std::size_t e = 0; e < k.output_entries.size(); ++e) {
        const auto& entry = k.output_entries[e];
        for (Eigen::Index j = 0; j < n; ++j) {
          start(entry.row, j) += seen[e] * V(entry.col, j) * coefficient(j);
          level(entry.row) -= seen[e] * V(entry.col, j) * d(j) / rates(j);
        }
      }
      for (; row < rows && p.plan.rows[row].time_h <= to; ++row) {
        const double t = p.plan.rows[row].time_h - clock;
        double first = level(0), second = level(1);
        for (Eigen::Index j = 0; j < n; ++j) {
          const double e = std::exp(rates(j) * t);
          first += start(0, j) * e;
          second += start(1, j) * e;
        }
        y[row] = first;
        y[rows + row] = second;
      }
      Eigen::Vector4d end;
      for (Eigen::Index j = 0; j < n; ++j)
        end(j) = coefficient(j) * std::exp(rates(j) * (to - clock)) - d(j) / rates(j);
      x = V * end;
      clock = to;
    };
    for (const TimelineOp& op : p.timeline.ops) {
      if (op.kind == TimelineOp::Kind::advance)
        stretch(op.time_h);
      else if (op.kind == TimelineOp::Kind::rate)
        b(op.cmt) = op.value;
    }
  }
}

// --- replay
// ---------------------------------------------------------------------------------------

/// 1,031 subjects with 15,396 stretches of constant input in all, every one of its own length, on
/// the three compartments of P1; plasma at the end of each.
struct Replay {
  Problem problem;
  std::vector<Timeline> timelines;
  std::size_t segments = 0;
};

Replay make_replay(Problem base) {
  constexpr std::size_t subjects = 1'031, segments = 15'396;
  Replay replay;
  replay.problem = std::move(base);
  replay.problem.subjects = subjects;
  Problem& p = replay.problem;
  const int central = p.model->compartment_index("A1");
  const Draws draws(15396);
  for (std::size_t i = 0; i < subjects; ++i) {
    const std::size_t own = segments * (i + 1) / subjects - segments * i / subjects;
    Timeline timeline;
    timeline.width = p.timeline.width;
    timeline.sets.assign(p.set(i).begin(), p.set(i).end());
    double clock = 0.0;
    for (std::size_t s = 0; s < own; ++s) {
      const double minutes = 0.5 + 20.0 * draws.uniform(i, 2 * s);
      const double rate = s % 3 == 2 ? 0.0 : 120.0 * draws.uniform(i, 2 * s + 1);
      timeline.ops.push_back(
          {.kind = TimelineOp::Kind::rate, .cmt = central, .time_h = clock, .value = rate});
      clock += minutes / 60.0;
      timeline.ops.push_back({.kind = TimelineOp::Kind::advance, .time_h = clock});
      timeline.ops.push_back(
          {.kind = TimelineOp::Kind::observe, .index = static_cast<int>(s), .time_h = clock});
    }
    replay.segments += own;
    replay.timelines.push_back(std::move(timeline));
  }
  p.plan.own_times = true;
  p.plan.outputs = {0};
  p.plan.rows.assign(15, {});
  for (const Timeline& t : replay.timelines)
    p.plan.rows.resize(std::max(p.plan.rows.size(), t.ops.size() / 3));
  return replay;
}

BenchRow run_replay(const Library& library, const BenchOptions& options, Diagnostics& problems) {
  auto base = load_problem(library, "P1", 1'031, 500);
  if (!base) {
    problems = base.error();
    return {};
  }
  Replay replay = make_replay(std::move(*base));
  const Problem& p = replay.problem;
  const auto solver = make_block_solver(p.plan, replay.timelines.front());
  const std::size_t lanes = solver->width(), rows = p.plan.rows.size();
  const std::size_t blocks = (p.subjects + lanes - 1) / lanes;
  Curves out;
  out.lanes = lanes;
  out.values.resize(blocks * lanes * rows);
  std::vector<LaneSubject> subjects(lanes);
  std::vector<Status> status(lanes);
  const auto run = [&] {
    for (std::size_t b = 0; b < blocks; ++b) {
      const std::size_t count = std::min(lanes, p.subjects - b * lanes);
      for (std::size_t i = 0; i < count; ++i)
        subjects[i] = {&replay.timelines[b * lanes + i], replay.timelines[b * lanes + i].sets};
      solver->run(std::span(subjects).first(count),
                  std::span(out.values).subspan(b * lanes * rows, lanes * rows), status, {});
    }
  };
  run();
  const Times times = timed(std::max(options.repeats, 9), run);
  BenchRow row{"replay", solver->name(), p.subjects,  replay.segments,
               1,        times.wall_s,   times.cpu_s, 0.0,
               0.0};
  for (std::size_t i = 0; i < 100; ++i) {
    Problem one;
    one.model = p.model;
    one.timeline = replay.timelines[i];
    one.sets = one.timeline.sets;
    one.plan.outputs = {0, 1};
    for (const TimelineOp& op : one.timeline.ops)
      if (op.kind == TimelineOp::Kind::observe)
        one.plan.rows.push_back({op.time_h, Side::both});
    const auto reference = linear_reference(one, 0);
    double peak = 0.0;
    for (const double v : reference[0])
      peak = std::max(peak, v);
    for (std::size_t r = 0; r < reference[0].size(); ++r)
      row.error = std::max(row.error, std::abs(out.at(p, i, 0, r) - reference[0][r]) /
                                          std::max(reference[0][r], 1e-3 * peak));
  }
  return row;
}

}  // namespace

tl::expected<std::vector<BenchRow>, Diagnostics> run_bench(const Library& library,
                                                           const BenchOptions& options) {
  std::vector<BenchRow> rows;
  const auto wanted = [&](std::string_view name) {
    return options.only.empty() || std::ranges::find(options.only, name) != options.only.end();
  };
  auto first = load_problem(library, "P1", options.subjects, 500);
  if (!first)
    return tl::unexpected(std::move(first.error()));
  Curves plain;
  plain.values.resize(first->subjects * first->plan.rows.size() * first->plan.outputs.size());
  plain_modes(*first, plain);
  const Times base = timed(options.repeats, [&] { plain_modes(*first, plain); });
  // As if for ten thousand, so that ratios of a small run mean the same.
  const double base_s = base.wall_s * 10'000.0 / static_cast<double>(options.subjects);
  rows.push_back({"baseline", "eigen modes, scalar", first->subjects, first->plan.rows.size(), 2,
                  base.wall_s, base.cpu_s, 1.0, error_of(*first, plain)});
  for (const std::string name : {"P1", "P2", "P3"}) {
    if (!wanted(name))
      continue;
    const std::size_t subjects = name == "P3" ? options.subjects / 10 : options.subjects;
    auto problem = load_problem(library, name, subjects, 500);
    if (!problem)
      return tl::unexpected(std::move(problem.error()));
    Runner runner(*problem, options.threads);
    runner.run();
    const Times times = timed(options.repeats, [&] { runner.run(); });
    const double scale = 10'000.0 / static_cast<double>(options.subjects);
    rows.push_back({name, runner.solver(), problem->subjects, problem->plan.rows.size(),
                    problem->plan.outputs.size(), times.wall_s, times.cpu_s,
                    times.wall_s * scale / base_s, error_of(*problem, runner.out)});
  }
  for (const std::string name : {"P1", "P2", "P3"}) {
    if (!wanted("P4"))
      continue;
    auto problem = load_problem(library, name, 1, 200);
    if (!problem)
      return tl::unexpected(std::move(problem.error()));
    Runner runner(*problem, 1);
    runner.run();
    const Times times = timed(std::max(options.repeats, 51), [&] { runner.run(); });
    rows.push_back({"P4 " + name, runner.solver(), 1, 200, problem->plan.outputs.size(),
                    times.wall_s, times.cpu_s, times.wall_s / base_s,
                    error_of(*problem, runner.out)});
  }
  if (wanted("replay")) {
    Diagnostics problems;
    BenchRow row = run_replay(library, options, problems);
    if (has_errors(problems))
      return tl::unexpected(std::move(problems));
    row.to_baseline = row.wall_s / base_s;
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string bench_table(const std::vector<BenchRow>& rows) {
  using Align = TextTable::Align;
  TextTable table({{"problem"},
                   {"solver"},
                   {"subjects", Align::right},
                   {"rows", Align::right},
                   {"outputs", Align::right},
                   {"wall [ms]", Align::right},
                   {"cpu [ms]", Align::right},
                   {"of baseline", Align::right},
                   {"error", Align::right}});
  for (const BenchRow& row : rows)
    table.add_row({row.problem, row.solver, fmt::to_string(row.subjects), fmt::to_string(row.rows),
                   fmt::to_string(row.outputs), fmt::format("{:.3f}", 1e3 * row.wall_s),
                   fmt::format("{:.3f}", 1e3 * row.cpu_s), fmt::format("{:.4f}", row.to_baseline),
                   fmt::format("{:.1e}", row.error)});
  return table.text();
}

}  // namespace ketascope
