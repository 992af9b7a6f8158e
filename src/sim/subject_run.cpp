// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/subject_run.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <memory>
#include <utility>

#include "sim/solver.hpp"

namespace ketascope {
namespace {

using Kind = TimelineOp::Kind;

/// Collects the states of the rows asked for and turns them into outputs in one block at the end.
class Recorder {
 public:
  Recorder(const Model& model, const Timeline& timeline) : model_(model), timeline_(timeline) {}

  void row(double time_h, Side side, int record, int set, std::span<const double> state) {
    // Before 0 only interactions were taken; a table's records are shown wherever they are.
    if (record < 0 && time_h < 0.0 && !same_instant(time_h, 0.0))
      return;
    out_.time_h.push_back(time_h);
    out_.side.push_back(side);
    out_.record.push_back(record);
    sets_.push_back(set);
    states_.insert(states_.end(), state.begin(), state.end());
  }

  void evaluate(SubjectResult& result) {
    const Kinetics& k = model_.kinetics;
    const std::size_t rows = out_.time_h.size();
    out_.values.assign(rows * k.outputs, 0.0);
    std::vector<double> constants(k.constant_count), scratch(k.constants.scratch_size(1));
    std::vector<double> inputs, outputs, work;
    for (std::size_t begin = 0; begin < rows;) {
      std::size_t end = begin + 1;
      while (end < rows && sets_[end] == sets_[begin])
        ++end;
      const std::size_t lanes = end - begin;
      k.constants.run(timeline_.set(sets_[begin]), constants, scratch, 1);
      inputs.resize(k.running_inputs() * lanes);
      for (std::size_t c = 0; c < k.constant_count; ++c)
        std::fill_n(inputs.begin() + static_cast<std::ptrdiff_t>(c * lanes), lanes, constants[c]);
      for (std::size_t i = 0; i < lanes; ++i) {
        inputs[k.constant_count * lanes + i] = out_.time_h[begin + i];
        for (std::size_t s = 0; s < k.states; ++s)
          inputs[(k.constant_count + 1 + s) * lanes + i] = states_[(begin + i) * k.states + s];
      }
      outputs.resize(k.outputs * lanes);
      work.resize(k.observe.scratch_size(lanes));
      k.observe.run(inputs, outputs, work, lanes);
      for (std::size_t c = 0; c < k.outputs; ++c)
        std::copy_n(outputs.begin() + static_cast<std::ptrdiff_t>(c * lanes), lanes,
                    out_.values.begin() + static_cast<std::ptrdiff_t>(c * rows + begin));
      begin = end;
    }
    result.time_h = std::move(out_.time_h);
    result.side = std::move(out_.side);
    result.record = std::move(out_.record);
    result.values = std::move(out_.values);
  }

 private:
  const Model& model_;
  const Timeline& timeline_;
  SubjectResult out_;
  std::vector<int> sets_;
  std::vector<double> states_;
};

bool jumps(const TimelineOp& op) {
  return op.kind == Kind::add || op.kind == Kind::reset || op.kind == Kind::steady_state ||
         op.kind == Kind::switch_off;
}

class SubjectRun {
 public:
  SubjectRun(const Model& model, const Timeline& timeline, const RowPlan& plan, Solver& solver,
             SubjectResult& result)
      : model_(model),
        timeline_(timeline),
        plan_(plan),
        solver_(solver),
        result_(result),
        recorder_(model, timeline) {}

  void run() {
    clock_ = timeline_.start_h;
    use_set(timeline_.ops.empty() ? 0 : timeline_.ops.front().set);
    solver_.state = model_.kinetics.initial.run(timeline_.set(set_));
    std::size_t at = 0;
    const std::size_t end = timeline_.ops.size();
    while (at < end && status_ == Status::completed) {
      if (timeline_.ops[at].kind == Kind::advance)
        at = advance(at);
      else
        at = apply_at_this_instant(at);
    }
    result_.status = status_;
    result_.reached_h = clock_;
    result_.final_state = solver_.state;
    recorder_.evaluate(result_);
  }

 private:
  void use_set(int set) {
    if (set == set_)
      return;
    set_ = set;
    solver_.use_set(timeline_.set(set));
  }

  void row(double time_h, Side side, int record = -1) {
    recorder_.row(time_h, side, record, set_, solver_.state);
  }

  /// One smooth stretch: every following advance under the same parameters, with the rows that only
  /// look. Looking never restarts the solver, so it changes no digit.
  std::size_t advance(std::size_t at) {
    use_set(timeline_.ops[at].set);
    struct Wanted {
      double time_h;
      int record;  // -1 = grid
    };
    std::vector<Wanted> wanted;
    const double from = clock_;
    double to = from;
    std::size_t next = at;
    for (; next < timeline_.ops.size(); ++next) {
      const TimelineOp& op = timeline_.ops[next];
      if (op.kind == Kind::advance && op.set == set_) {
        to = op.time_h;
      } else if (op.kind == Kind::observe && op.set == set_ && only_looks(next)) {
        if (plan_.records)
          wanted.push_back({to, op.index});
      } else {
        break;
      }
    }
    // A grid point at the end belongs to what happens there, if anything does.
    const bool nothing_at_end =
        next < timeline_.ops.size() && timeline_.ops[next].kind == Kind::advance;
    for (auto t = std::ranges::upper_bound(plan_.grid_h, from); t != plan_.grid_h.end(); ++t) {
      if (same_instant(*t, from))
        continue;
      const bool at_end = same_instant(*t, to);
      if (!at_end && *t > to)
        break;
      if (!at_end || nothing_at_end)
        wanted.push_back({at_end ? to : *t, -1});
    }
    std::ranges::stable_sort(wanted, {}, &Wanted::time_h);
    std::vector<double> times;
    for (const Wanted& w : wanted)
      if (times.empty() || times.back() != w.time_h)
        times.push_back(w.time_h);

    std::size_t shown = 0;
    for (std::size_t i = 0; i < solver_.input.size(); ++i)
      if (!solver_.off[i])
        result_.input += solver_.input[i] * (to - from);
    status_ = solver_.advance(from, to, times, [&](double t, std::span<const double> state) {
      for (; shown < wanted.size() && wanted[shown].time_h == t; ++shown)
        recorder_.row(t, Side::both, wanted[shown].record, set_, state);
      clock_ = t;
    });
    if (status_ == Status::completed)
      clock_ = to;
    if (plan_.events && status_ == Status::completed && !(next < timeline_.ops.size()))
      row(clock_, Side::both);
    return next;
  }

  /// An observation followed, at the same instant, by nothing that changes the subject.
  bool only_looks(std::size_t at) const {
    for (++at; at < timeline_.ops.size(); ++at) {
      const Kind kind = timeline_.ops[at].kind;
      if (kind == Kind::advance)
        return true;
      if (kind != Kind::observe)
        return false;
    }
    return true;
  }

  /// Everything up to the next advance happens at one instant.
  std::size_t apply_at_this_instant(std::size_t at) {
    std::size_t end = at;
    bool jump = false, change = false;
    for (; end < timeline_.ops.size() && timeline_.ops[end].kind != Kind::advance; ++end) {
      jump = jump || jumps(timeline_.ops[end]);
      change = change || timeline_.ops[end].kind != Kind::observe;
    }
    if (plan_.events && jump)
      row(clock_, Side::pre);
    for (; at < end && status_ == Status::completed; ++at)
      apply(timeline_.ops[at]);
    const bool last = end == timeline_.ops.size();
    const bool first = recorder_is_empty_ && !jump;
    if (plan_.events && (jump || change || last || first || on_grid(clock_)))
      row(clock_, jump ? Side::post : Side::both);
    recorder_is_empty_ = false;
    return at;
  }

  bool on_grid(double t) const {
    const auto after = std::ranges::lower_bound(plan_.grid_h, t);
    return (after != plan_.grid_h.end() && same_instant(*after, t)) ||
           (after != plan_.grid_h.begin() && same_instant(*std::prev(after), t));
  }

  void apply(const TimelineOp& op) {
    const auto cmt = static_cast<std::size_t>(op.cmt);
    switch (op.kind) {
      case Kind::advance:
        break;
      case Kind::add:
        solver_.state[cmt] += op.value;
        result_.input += op.value;
        break;
      case Kind::rate:
        solver_.input[cmt] = op.value;
        break;
      case Kind::reset:
        clock_ = op.time_h;
        use_set(op.set);
        solver_.state = model_.kinetics.initial.run(timeline_.set(set_));
        std::ranges::fill(solver_.input, 0.0);
        std::ranges::fill(solver_.off, char{0});
        break;
      case Kind::steady_state:
        steady_state(timeline_.steady_states[static_cast<std::size_t>(op.index)]);
        break;
      case Kind::switch_off:
        solver_.off[cmt] = 1;
        solver_.state[cmt] = 0.0;
        break;
      case Kind::switch_on:
        solver_.off[cmt] = 0;
        break;
      case Kind::observe:
        if (plan_.records) {
          use_set(op.set);
          row(clock_, Side::both, op.index);
        }
        break;
    }
  }

  void steady_state(const SteadyStateOp& ss) {
    use_set(ss.set);
    std::vector<double> reached;
    int cycles = 0;
    status_ = solver_.steady_state(ss, clock_, reached, cycles);
    result_.steady_state_cycles = std::max(result_.steady_state_cycles, cycles);
    if (status_ != Status::completed)
      return;
    for (std::size_t i = 0; i < reached.size(); ++i)
      solver_.state[i] = ss.keep ? solver_.state[i] + reached[i] : reached[i];
  }

  const Model& model_;
  const Timeline& timeline_;
  const RowPlan& plan_;
  Solver& solver_;
  SubjectResult& result_;
  Recorder recorder_;
  Status status_ = Status::completed;
  double clock_ = 0.0;
  int set_ = -1;
  bool recorder_is_empty_ = true;
};

}  // namespace

SubjectResult run_subject(const Model& model, const Timeline& timeline, const RowPlan& plan,
                          const SolverOptions& options, const std::stop_token& stop,
                          std::string* solver_name) {
  SubjectResult result;
  result.id = timeline.id;
  result.audit = timeline.audit;
  if (timeline.ops.empty())
    return result;

  double largest_dose = 0.0, end_h = timeline.start_h;
  for (const TimelineOp& op : timeline.ops) {
    if (op.kind == Kind::add)
      largest_dose = std::max(largest_dose, op.value);
    end_h = std::max(end_h, op.time_h);
  }
  for (const AuditEntry& entry : timeline.audit)
    if (entry.cmt >= 0)
      largest_dose =
          std::max(largest_dose,
                   entry.entered * model.kinetics.dose_factor[static_cast<std::size_t>(entry.cmt)]);

  const bool linear = options.kind == SolverOptions::Kind::linear ||
                      (options.kind == SolverOptions::Kind::automatic && model.kinetics.linear);
  const std::unique_ptr<Solver> solver =
      linear ? make_linear_solver(model)
             : make_ode_solver(model, options, largest_dose, end_h - timeline.start_h);
  solver->stop = stop;
  SubjectRun(model, timeline, plan, *solver, result).run();
  if (solver_name != nullptr)
    *solver_name = solver->name();
  return result;
}

std::vector<double> regular_grid(double start_h, double until_h, double step_h) {
  std::vector<double> grid;
  const double count = std::floor((until_h - start_h) / step_h * (1.0 + 1e-12));
  grid.reserve(static_cast<std::size_t>(std::max(count, 0.0)) + 1);
  for (double k = 0.0; k <= count; ++k)
    grid.push_back(start_h + k * step_h);
  return grid;
}

std::vector<double> plotting_grid(const Timeline& timeline, double until_h, int points) {
  const double from_h = std::max(timeline.start_h, 0.0);
  const double span = until_h - from_h;
  if (!(span > 0.0))
    return {};
  const double step = span / std::max(points, 2);
  std::vector<double> grid = regular_grid(from_h, until_h, step);
  double last_event = -INFINITY;
  // A long course of doses needs no more than the even grid between them.
  constexpr std::size_t most_refined = 200;
  std::size_t refined = 0;
  for (const TimelineOp& op : timeline.ops) {
    const bool event = (jumps(op) || op.kind == Kind::rate) && op.time_h >= from_h;
    if (!event || op.time_h == last_event || refined++ > most_refined)
      continue;
    last_event = op.time_h;
    for (double offset = step / 128.0; offset < 4.0 * step; offset *= 1.25)
      if (op.time_h + offset < until_h)
        grid.push_back(op.time_h + offset);
  }
  std::ranges::sort(grid);
  return grid;
}

}  // namespace ketascope
