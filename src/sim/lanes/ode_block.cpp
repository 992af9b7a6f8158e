// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any model, subjects side by side: a block takes its steps together, as small as its worst subject
// needs, and stops at every event of any of them. Implicit steps with the symbolic Jacobian: these
// models are mildly stiff, and one such step replaces several explicit ones.
#include "sim/lanes/ode_block.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/lanes/kernels.hpp"
#include "sim/lanes/odeint_lane_rosenbrock.hpp"
#include "sim/lanes/single_lanes.hpp"
#include "sim/solver.hpp"

namespace ketascope::lanes {
namespace {

using Kind = TimelineOp::Kind;

/// So many that one instruction of a Program serves several vectors, and so few that the numbers of
/// a block stay close to the processor. A handful of subjects does not pay for lanes without any.
constexpr std::size_t many_lanes = 16, few_lanes = 4;
constexpr std::size_t chunk_rows = 16;  // rows turned into outputs at a time

class OdeBlock final : public BlockSolver {
 public:
  OdeBlock(const BlockPlan& plan, const Timeline& typical)
      : plan_(plan),
        model_(*plan.model),
        k_(model_.kinetics),
        ode_(k_.ode()),
        n_(k_.states),
        lanes_(plan.subjects <= few_lanes ? few_lanes : many_lanes),
        kernels_(best_kernels(lanes_)),
        running_(ode_.running_inputs() * lanes_),
        slope_(n_ * lanes_),
        jacobian_(ode_.jacobian.output_count() * lanes_),
        stepper_(n_, lanes_, entries_of(k_), kernels_, shared()) {
    largest_dose_ = 1.0;
    for (const TimelineOp& op : typical.ops)
      if (op.kind == Kind::add)
        largest_dose_ = std::max(largest_dose_, op.value);
    for (const AuditEntry& entry : typical.audit)
      if (entry.cmt >= 0)
        largest_dose_ = std::max(
            largest_dose_, entry.entered * k_.dose_factor[static_cast<std::size_t>(entry.cmt)]);
    std::vector<double> atol(n_);
    for (std::size_t i = 0; i < n_; ++i)
      atol[i] = plan.solver.atol * (model_.compartments[i].amount ? largest_dose_ : 1.0);
    stepper_.tolerances(plan.solver.rtol, atol);

    const std::size_t chunk = chunk_rows * lanes_;
    individual_.resize(k_.individual_inputs() * lanes_);
    constants_.resize(k_.constant_count * lanes_);
    shown_.resize(k_.running_inputs() * chunk);
    seen_.resize(k_.outputs * chunk);
    input_.resize(n_ * lanes_);
    with_input_.reserve(n_);
    state_.resize(n_ * lanes_);
    fits_.resize(lanes_);
    who_.resize(lanes_);
    next_.resize(lanes_);
    set_.resize(lanes_);
    stopped_.resize(lanes_);
    scratch_.resize(std::max({k_.constants.scratch_size(lanes_), k_.initial.scratch_size(lanes_),
                              ode_.constants.scratch_size(lanes_), ode_.rhs.scratch_size(lanes_),
                              ode_.jacobian.scratch_size(lanes_), k_.observe.scratch_size(chunk)}));
    rhs_.bind(ode_.rhs, running_, slope_, scratch_, lanes_);
    jacobian_program_.bind(ode_.jacobian, running_, jacobian_, scratch_, lanes_);
    observe_.bind(k_.observe, shown_, seen_, scratch_, chunk);
  }

  std::string name() const override { return "ode (rodas5p, in blocks)"; }
  std::size_t width() const override { return lanes_; }

  void run(std::span<const LaneSubject> subjects, std::span<double> out, std::span<Status> status,
           const std::stop_token& stop) override {
    std::size_t fitting = subjects.size();
    for (std::size_t lane = 0; lane < subjects.size(); ++lane) {
      fits_[lane] = fits(subjects[lane]);
      if (fits_[lane])
        fitting = lane;
    }
    if (fitting < subjects.size())
      run_together(subjects, fitting, out, status, stop);
    for (std::size_t lane = 0; lane < subjects.size(); ++lane)
      if (!fits_[lane] || status[lane] == Status::non_finite)
        status[lane] = run_alone(plan_, subjects[lane], lane, lanes_, out, stop);
  }

 private:
  static LaneRosenbrock::Entries entries_of(const Kinetics& k) {
    LaneRosenbrock::Entries entries;
    for (const Kinetics::Entry& entry : k.jacobian_entries)
      entries.emplace_back(entry.row, entry.col);
    return entries;
  }
  static std::size_t at(int i) { return static_cast<std::size_t>(i); }

  static bool fits(const LaneSubject& subject) {
    return std::ranges::none_of(subject.timeline->ops, [](const TimelineOp& op) {
      return op.kind == Kind::switch_off || op.kind == Kind::switch_on || op.kind == Kind::reset;
    });
  }

  // --- equations ----------------------------------------------------------------------------

  void load(double t) {
    std::fill_n(running_.begin() + static_cast<std::ptrdiff_t>(ode_.constant_count * lanes_),
                lanes_, t);
  }

  /// What equations and stepper share: the states stand where the equations read them.
  LaneRosenbrock::Shared shared() {
    const std::size_t values = k_.jacobian_entries.size() * lanes_;
    return {std::span(running_).subspan((ode_.constant_count + 1) * lanes_), slope_,
            std::span(jacobian_).first(values), std::span(jacobian_).subspan(values)};
  }

  void rhs(double t) {
    load(t);
    rhs_.run();
    for (const std::size_t i : with_input_)
      for (std::size_t lane = 0; lane < lanes_; ++lane)
        slope_[i * lanes_ + lane] += input_[i * lanes_ + lane];
  }

  void jacobian(double t) {
    load(t);
    jacobian_program_.run();
  }

  void use_parameters(std::span<const LaneSubject> subjects) {
    const std::size_t inputs = k_.individual_inputs();
    for (std::size_t lane = 0; lane < lanes_; ++lane) {
      const double* set = subjects[who_[lane]].sets.data() + at(set_[lane]) * inputs;
      for (std::size_t i = 0; i < inputs; ++i)
        individual_[i * lanes_ + lane] = set[i];
    }
    ode_.constants.run(individual_, std::span(running_).first(ode_.constant_count * lanes_),
                       scratch_, lanes_);
    k_.constants.run(individual_, constants_, scratch_, lanes_);
    const std::size_t chunk = chunk_rows * lanes_;
    for (std::size_t c = 0; c < k_.constant_count; ++c)
      for (std::size_t r = 0; r < chunk_rows; ++r)
        std::copy_n(constants_.data() + c * lanes_, lanes_, shown_.data() + c * chunk + r * lanes_);
  }

  // --- rows ---------------------------------------------------------------------------------

  void show(std::size_t row, std::span<double> out, bool within_step) {
    const std::size_t chunk = chunk_rows * lanes_;
    const double t = plan_.rows[row].time_h;
    double* const to = shown_.data() + waiting_ * lanes_;
    std::fill_n(to + k_.constant_count * chunk, lanes_, t);
    double* const states = to + (k_.constant_count + 1) * chunk;
    if (within_step)
      stepper_.calc_state(t, states, chunk);
    else
      for (std::size_t i = 0; i < n_; ++i)
        std::copy_n(state_.data() + i * lanes_, lanes_, states + i * chunk);
    if (waiting_ == 0)
      first_waiting_ = row;
    if (++waiting_ == chunk_rows)
      flush(out);
  }

  void flush(std::span<double> out) {
    const std::size_t chunk = chunk_rows * lanes_, rows = plan_.rows.size();
    if (waiting_ == 0)
      return;
    observe_.run();
    for (std::size_t o = 0; o < plan_.outputs.size(); ++o)
      std::copy_n(seen_.data() + at(plan_.outputs[o]) * chunk, waiting_ * lanes_,
                  out.data() + (o * rows + first_waiting_) * lanes_);
    waiting_ = 0;
  }

  // --- one block ----------------------------------------------------------------------------

  void run_together(std::span<const LaneSubject> subjects, std::size_t fitting,
                    std::span<double> out, std::span<Status> status, const std::stop_token& stop) {
    clock_ = 0.0;
    for (std::size_t lane = 0; lane < lanes_; ++lane) {
      who_[lane] = lane < subjects.size() && fits_[lane] ? lane : fitting;
      const Timeline& timeline = *subjects[who_[lane]].timeline;
      set_[lane] = timeline.ops.empty() ? 0 : timeline.ops.front().set;
      next_[lane] = 0;
      clock_ = timeline.start_h;
      stopped_[lane] = Status::completed;
    }
    std::ranges::fill(input_, 0.0);
    use_parameters(subjects);
    k_.initial.run(individual_, state_, scratch_, lanes_);
    waiting_ = 0;

    Status common = Status::completed;
    std::size_t row = 0;
    const std::size_t rows = plan_.rows.size();
    while (row < rows && common == Status::completed) {
      // What happens now, with the rows before and after it.
      for (; row < rows && plan_.rows[row].side == Side::pre && here(plan_.rows[row].time_h); ++row)
        show(row, out, false);
      if (apply_here(subjects)) {
        flush(out);
        use_parameters(subjects);
      }
      for (; row < rows && (here(plan_.rows[row].time_h) || plan_.rows[row].time_h < clock_); ++row)
        show(row, out, false);
      if (row < rows)
        common = smooth_stretch(subjects, row, out, stop);
    }
    flush(out);
    for (std::size_t lane = 0; lane < subjects.size(); ++lane) {
      if (!fits_[lane])
        continue;
      status[lane] = stopped_[lane] != Status::completed ? stopped_[lane] : common;
      for (std::size_t i = 0; i < n_ && status[lane] == Status::completed; ++i)
        if (!std::isfinite(state_[i * lanes_ + lane]))
          status[lane] = Status::non_finite;
      if (status[lane] != Status::completed)
        blank(plan_, lane, lanes_, stopped_[lane] != Status::completed ? 0 : row, out);
    }
  }

  bool here(double time_h) const { return same_instant(time_h, clock_); }

  /// To the next event of any lane, or the last row; shows the rows on the way.
  Status smooth_stretch(std::span<const LaneSubject> subjects, std::size_t& row,
                        std::span<double> out, const std::stop_token& stop) {
    double to = plan_.rows.back().time_h;
    for (std::size_t lane = 0; lane < lanes_; ++lane) {
      const auto& ops = subjects[who_[lane]].timeline->ops;
      if (next_[lane] < ops.size() && ops[next_[lane]].time_h < to)
        to = ops[next_[lane]].time_h;
    }
    auto system =
        std::make_pair([this](std::span<const double>, std::span<double>, double t) { rhs(t); },
                       [this](std::span<const double>, std::span<double>, std::span<double>,
                              double t) { jacobian(t); });
    with_input_.clear();
    for (std::size_t i = 0; i < n_; ++i)
      if (std::any_of(&input_[i * lanes_], &input_[i * lanes_] + lanes_,
                      [](double rate) { return rate != 0.0; }))
        with_input_.push_back(i);
    stepper_.initialize(state_, clock_, system);
    const std::size_t rows = plan_.rows.size();
    Status status = Status::completed;
    for (int steps = 0; to - stepper_.current_time() > 1e-15 * std::abs(to); ++steps) {
      if (steps >= plan_.solver.max_steps || stop.stop_requested()) {
        status = stop.stop_requested() ? Status::cancelled : Status::step_limit;
        break;
      }
      const double left = to - stepper_.current_time();
      stepper_.shorten(left);
      const bool last = stepper_.current_time_step() == left;
      try {
        stepper_.do_step(system);
      } catch (const std::runtime_error&) {
        status = Status::non_finite;
        break;
      }
      const double reached = stepper_.current_time();
      const bool at_end = last && !(reached < to - 1e-12 * std::max(std::abs(to), 1.0));
      for (;
           row < rows && plan_.rows[row].time_h < to && !same_instant(plan_.rows[row].time_h, to) &&
           (plan_.rows[row].time_h <= reached || at_end);
           ++row)
        show(row, out, true);
    }
    std::ranges::copy(stepper_.current_state(), state_.begin());
    if (status == Status::completed)
      clock_ = to;
    return status;
  }

  /// Passes the lanes whose timeline stands at the clock, and applies what happens there. True when
  /// a parameter set changed.
  bool apply_here(std::span<const LaneSubject> subjects) {
    bool changed = false;
    for (std::size_t lane = 0; lane < lanes_; ++lane) {
      const LaneSubject& subject = subjects[who_[lane]];
      const auto& ops = subject.timeline->ops;
      for (; next_[lane] < ops.size(); ++next_[lane]) {
        const TimelineOp& op = ops[next_[lane]];
        if (op.kind == Kind::advance && op.time_h > clock_ && !here(op.time_h)) {
          changed = changed || op.set != set_[lane];
          set_[lane] = op.set;
          break;
        }
        apply(subject, op, lane);
      }
    }
    return changed;
  }

  void apply(const LaneSubject& subject, const TimelineOp& op, std::size_t lane) {
    if (op.kind == Kind::add)
      state_[at(op.cmt) * lanes_ + lane] += op.value;
    else if (op.kind == Kind::rate)
      input_[at(op.cmt) * lanes_ + lane] = op.value;
    else if (op.kind == Kind::steady_state)
      steady_state(subject, subject.timeline->steady_states[at(op.index)], lane);
  }

  void steady_state(const LaneSubject& subject, const SteadyStateOp& ss, std::size_t lane) {
    const std::unique_ptr<Solver> alone = make_ode_solver(
        model_, plan_.solver, largest_dose_, plan_.rows.back().time_h - plan_.rows.front().time_h);
    const std::size_t inputs = k_.individual_inputs();
    alone->use_set(subject.sets.subspan(at(ss.set) * inputs, inputs));
    std::vector<double> reached;
    int cycles = 0;
    const Status status = alone->steady_state(ss, clock_, reached, cycles);
    if (status != Status::completed) {
      stopped_[lane] = status;
      return;
    }
    for (std::size_t i = 0; i < n_; ++i) {
      double& value = state_[i * lanes_ + lane];
      value = ss.keep ? value + reached[i] : reached[i];
    }
  }

  BlockPlan plan_;
  const Model& model_;
  const Kinetics& k_;
  const OdeSystem& ode_;
  std::size_t n_, lanes_;
  const Kernels& kernels_;
  LaneNumbers running_, slope_, jacobian_;
  LaneRosenbrock stepper_;
  BoundProgram rhs_, jacobian_program_, observe_;
  double largest_dose_ = 1.0, clock_ = 0.0;
  std::size_t waiting_ = 0, first_waiting_ = 0;
  LaneNumbers individual_, constants_, shown_, seen_, input_, state_, scratch_;
  std::vector<std::size_t> with_input_;  ///< states that something runs into
  std::vector<char> fits_;
  std::vector<std::size_t> who_, next_;
  std::vector<int> set_;
  std::vector<Status> stopped_;
};

}  // namespace

std::unique_ptr<BlockSolver> make_ode_block(const BlockPlan& plan, const Timeline& typical) {
  return std::make_unique<OdeBlock>(plan, typical);
}

}  // namespace ketascope::lanes
