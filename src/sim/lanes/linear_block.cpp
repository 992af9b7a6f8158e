// SPDX-License-Identifier: GPL-3.0-or-later
//
// Linear models, subjects side by side. Over a step h the states follow x(t + h) = exp(A h) x(t)
// exactly. Steps of a regular grid share one matrix; any other step is put together from halves of
// it, E(h/2), E(h/4) ..., and a short Taylor series for what is left. Rates of running infusions
// and the model's own production are states that do not change, so one product does everything.
// Rate matrices have no negative numbers off the diagonal: nothing cancels, equal or nearly equal
// rate constants need no special care, and no eigenvalues are taken. See docs/numerics.md.
#include "sim/lanes/linear_block.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "sim/lanes/kernels.hpp"
#include "sim/lanes/linear_layout.hpp"
#include "sim/lanes/single_lanes.hpp"
#include "sim/solver.hpp"

namespace ketascope::lanes {
namespace {

using Kind = TimelineOp::Kind;

// Rate times the smallest step: the most that the series is good for.
constexpr double largest_reach = 0.5;
constexpr std::size_t series_order = 13;  // 0.5^14 / 14! < 1e-15

class LinearBlock final : public BlockSolver {
 public:
  LinearBlock(const BlockPlan& plan, const Timeline& typical)
      : plan_(plan),
        model_(*plan.model),
        kernels_(best_kernels(width_)),
        layout_(plan, typical),
        size_(layout_.size) {
    const Kinetics& k = model_.kinetics;
    individual_.resize(k.individual_inputs() * width_);
    system_.resize(k.linear_system.output_count() * width_);
    output_values_.resize(k.output_system.output_count() * width_);
    scratch_.resize(
        std::max({k.linear_system.scratch_size(width_), k.output_system.scratch_size(width_),
                  k.initial.scratch_size(width_)}));
    initial_.resize(k.states * width_);
    linear_system_.bind(k.linear_system, individual_, system_, scratch_, width_);
    output_system_.bind(k.output_system, individual_, output_values_, scratch_, width_);
    initial_program_.bind(k.initial, individual_, initial_, scratch_, width_);

    // Whatever no group of rows needs is not made: neither longer steps nor what is seen later.
    const bool grouped = !layout_.groups.empty();
    const int levels = layout_.halvings + 1 + (grouped ? LinearLayout::row_levels : 0);
    ladder_.resize(static_cast<std::size_t>(levels) * layout_.steps.entries() * width_);
    A_.resize(layout_.rates.entries() * width_);
    C_.resize(std::max<std::size_t>(layout_.seen.entries(), 1) * width_);
    c_.resize(std::max<std::size_t>(plan.outputs.size(), 1) * width_);
    if (grouped) {
      seen_later_.resize((LinearLayout::most_rows + 1) * layout_.seen_later.entries() * width_);
      read_off_.resize(LinearLayout::most_rows * plan.outputs.size() * width_);
    }
    for (LaneNumbers* v : {&state_, &other_, &anchor_})
      v->resize(size_ * width_);
    work_.resize(2 * size_ * width_);
  }
  LinearBlock(const LinearBlock&) = delete;  // the programs are tied to the numbers
  LinearBlock& operator=(const LinearBlock&) = delete;

  std::string name() const override { return "linear (exact, in blocks)"; }
  std::size_t width() const override { return width_; }

  void run(std::span<const LaneSubject> subjects, std::span<double> out, std::span<Status> status,
           const std::stop_token& stop) override {
    find_fitting(subjects);
    std::size_t fitting = subjects.size();
    for (std::size_t lane = 0; lane < subjects.size(); ++lane)
      if (fits_[lane])
        fitting = lane;
    if (fitting < subjects.size())
      run_together(subjects, fitting, out, status, stop);
    for (std::size_t lane = 0; lane < subjects.size(); ++lane)
      if (!fits_[lane])
        status[lane] = run_alone(plan_, subjects[lane], lane, width_, out, stop);
  }

 private:
  static constexpr std::size_t width_ = lanes::width;
  static constexpr int none = LinearLayout::none;
  static std::size_t at(int i) { return static_cast<std::size_t>(i); }

  // --- numbers ------------------------------------------------------------------------------

  void fill_rates() {
    for (std::size_t e = 0; e < layout_.rate_source.size(); ++e)
      for (std::size_t lane = 0; lane < width_; ++lane)
        A_[e * width_ + lane] = layout_.rate_source[e] == LinearLayout::from_input
                                    ? layout_.input_scale
                                    : system_[at(layout_.rate_source[e]) * width_ + lane];
  }

  /// exp(A h) for 2^j smallest steps.
  double* level(int j) {
    return ladder_.data() + static_cast<std::size_t>(j) * layout_.steps.entries() * width_;
  }
  /// What is seen j regular steps later.
  double* seen_after(std::size_t j) {
    return seen_later_.data() + j * layout_.seen_later.entries() * width_;
  }

  /// Everything that depends on the parameters, for all lanes.
  void use_parameters(std::span<const LaneSubject> subjects) {
    const Kinetics& k = model_.kinetics;
    const std::size_t inputs = k.individual_inputs();
    for (std::size_t lane = 0; lane < width_; ++lane) {
      const double* set =
          subjects[who_[lane]].sets.data() + at(set_[tracked_ == 1 ? 0 : lane]) * inputs;
      for (std::size_t i = 0; i < inputs; ++i)
        individual_[i * width_ + lane] = set[i];
    }
    linear_system_.run();
    fill_rates();
    output_system_.run();
    for (std::size_t e = 0; e < layout_.seen_source.size(); ++e)
      std::copy_n(output_values_.data() + layout_.seen_source[e] * width_, width_,
                  C_.data() + e * width_);
    for (std::size_t o = 0; o < plan_.outputs.size(); ++o)
      std::copy_n(output_values_.data() + (k.output_entries.size() + at(plan_.outputs[o])) * width_,
                  width_, c_.data() + o * width_);

    // Columns of exp(A h) for the smallest step, then squares of it.
    const Sparse& steps = layout_.steps;
    const Pattern rates = layout_.rates.pattern();
    std::array<double, width_> h;
    h.fill(layout_.base_step_h);
    for (std::size_t j = 0; j < size_; ++j) {
      std::ranges::fill(other_, 0.0);
      std::fill_n(other_.data() + j * width_, width_, 1.0);
      kernels_.taylor(rates, A_.data(), h.data(), series_order, other_.data(), work_.data());
      for (std::size_t i = 0; i < size_; ++i)
        for (std::uint32_t e = steps.row_begin[i]; e < steps.row_begin[i + 1]; ++e)
          if (steps.column[e] == j)
            std::copy_n(other_.data() + i * width_, width_, level(0) + e * width_);
    }
    const bool grouped = !layout_.groups.empty();
    const int last = layout_.halvings + (grouped ? LinearLayout::row_levels : 0);
    for (int j = 1; j <= last; ++j)
      multiplied(layout_.squares, steps.entries(), level(j - 1), level(j - 1), level(j));
    if (grouped) {
      std::fill_n(seen_after(0), layout_.seen_later.entries() * width_, 0.0);
      for (std::size_t e = 0; e < layout_.seen_place.size(); ++e)
        for (std::size_t lane = 0; lane < width_; ++lane)
          seen_after(0)[layout_.seen_place[e] * width_ + lane] += C_[e * width_ + lane];
      for (std::size_t j = 1; j <= LinearLayout::most_rows; ++j)
        multiplied(layout_.later, layout_.seen_later.entries(), seen_after(j - 1),
                   level(layout_.halvings), seen_after(j));
    }
    stale_ = false;
  }

  void multiplied(const Product& product, std::size_t entries, const double* A, const double* B,
                  double* to) const {
    kernels_.product(entries, product.term_begin.data(), product.first.data(),
                     product.second.data(), A, B, to);
  }

  // --- one block ----------------------------------------------------------------------------

  /// Which subjects can go along: each judged by itself alone, so that its numbers never depend on
  /// the company it is in.
  void find_fitting(std::span<const LaneSubject> subjects) {
    const Kinetics& k = model_.kinetics;
    const std::size_t inputs = k.individual_inputs();
    std::size_t sets = 0;
    for (std::size_t lane = 0; lane < subjects.size(); ++lane) {
      fits_[lane] = std::ranges::all_of(subjects[lane].timeline->ops, [&](const TimelineOp& op) {
        return op.kind != Kind::switch_off && op.kind != Kind::switch_on &&
               op.kind != Kind::reset &&
               (op.kind != Kind::rate || !layout_.needs(op.cmt) ||
                layout_.input_place[at(op.cmt)] != none);
      });
      sets = std::max(sets, subjects[lane].sets.size() / inputs);
    }
    for (std::size_t s = 0; s < sets; ++s) {
      for (std::size_t lane = 0; lane < width_; ++lane) {
        const LaneSubject& subject = subjects[std::min(lane, subjects.size() - 1)];
        const double* set =
            subject.sets.data() + std::min(s, subject.sets.size() / inputs - 1) * inputs;
        for (std::size_t i = 0; i < inputs; ++i)
          individual_[i * width_ + lane] = set[i];
      }
      linear_system_.run();
      for (std::size_t lane = 0; lane < subjects.size(); ++lane)
        fits_[lane] = fits_[lane] && rates_fit(lane);
    }
  }

  /// Whether the series is good for the rates of a lane in `system_`.
  bool rates_fit(std::size_t lane) const {
    const Sparse& rates = layout_.rates;
    const std::size_t entries = model_.kinetics.jacobian_entries.size();
    double largest = 0.0;
    for (std::size_t i = 0; i < layout_.kept.size(); ++i) {
      double sum = 0.0;
      for (std::uint32_t e = rates.row_begin[i]; e < rates.row_begin[i + 1]; ++e)
        if (rates.column[e] < layout_.kept.size())
          sum += std::abs(system_[at(layout_.rate_source[e]) * width_ + lane]);
      largest = std::max(largest, sum);
      const double made = system_[(entries + layout_.kept[i]) * width_ + lane];
      if (!std::isfinite(made) || (made != 0.0 && !layout_.has_production(i)))
        return false;
    }
    return largest * layout_.base_step_h <= largest_reach;
  }

  void run_together(std::span<const LaneSubject> subjects, std::size_t fitting,
                    std::span<double> out, std::span<Status> status, const std::stop_token& stop) {
    // Lanes without a subject of their own shadow one that has a lane.
    bool same_course = true;
    for (std::size_t lane = 0; lane < width_; ++lane) {
      who_[lane] = lane < subjects.size() && fits_[lane] ? lane : fitting;
      same_course = same_course && subjects[who_[lane]].timeline == subjects[who_[0]].timeline;
    }
    tracked_ = same_course ? 1 : width_;
    for (std::size_t lane = 0; lane < width_; ++lane) {
      const Timeline& timeline = *subjects[who_[lane]].timeline;
      set_[lane] = timeline.ops.empty() ? 0 : timeline.ops.front().set;
      next_[lane] = 0;
      observed_[lane] = 0;
      clock_[lane] = timeline.start_h;
      stopped_[lane] = Status::completed;
    }
    start(subjects);
    const std::size_t rows = plan_.rows.size();
    std::size_t row = 0, group = 0;
    for (std::size_t turn = 0; row < rows; ++turn) {
      if (turn % 16 == 0 && stop.stop_requested())
        break;
      if (group < layout_.groups.size() && layout_.groups[group].first == row) {
        const std::size_t count = layout_.groups[group++].rows;
        run_group(subjects, row, count, out);
        row += count;
        continue;
      }
      run_row(subjects, row, out);
      ++row;
    }
    for (std::size_t lane = 0; lane < subjects.size(); ++lane) {
      if (!fits_[lane])
        continue;
      status[lane] = row < rows ? Status::cancelled : stopped_[lane];
      for (std::size_t i = 0; i < size_ && status[lane] == Status::completed; ++i)
        if (!std::isfinite(state_[i * width_ + lane]))
          status[lane] = Status::non_finite;
      if (status[lane] != Status::completed)
        blank(plan_, lane, width_, status[lane] == Status::cancelled ? row : 0, out);
    }
  }

  void start(std::span<const LaneSubject> subjects) {
    use_parameters(subjects);
    initial_program_.run();
    std::ranges::fill(state_, 0.0);
    for (std::size_t i = 0; i < layout_.kept.size(); ++i)
      std::copy_n(initial_.data() + layout_.kept[i] * width_, width_, state_.data() + i * width_);
    if (layout_.production_place != none)
      std::fill_n(state_.data() + at(layout_.production_place) * width_, width_, 1.0);
  }

  void run_row(std::span<const LaneSubject> subjects, std::size_t row, std::span<double> out) {
    if (plan_.own_times)
      go_to_observations(subjects, row);
    else
      go_to(subjects, plan_.rows[row]);
    kernels_.observe(layout_.seen.pattern(), 1, C_.data(), c_.data(), state_.data(),
                     out.data() + row * width_, plan_.rows.size() * width_);
  }

  /// Rows one step apart are read off the state before the first of them, where nothing happens to
  /// a subject until the last. Whoever something does happen to goes row by row; so how a subject
  /// is computed depends on itself alone.
  void run_group(std::span<const LaneSubject> subjects, std::size_t row, std::size_t count,
                 std::span<double> out) {
    const std::size_t stride = plan_.rows.size() * width_;
    const double end_h = plan_.rows[row + count - 1].time_h;
    std::array<bool, width_> quiet;
    std::size_t quiet_lanes = 0;
    for (std::size_t lane = 0; lane < tracked_; ++lane) {
      quiet[lane] = nothing_until(subjects[who_[lane]], lane, end_h);
      quiet_lanes += quiet[lane] ? 1 : 0;
    }
    if (stale_)
      use_parameters(subjects);
    if (quiet_lanes == tracked_) {
      kernels_.observe(layout_.seen_later.pattern(), count, seen_after(1), c_.data(), state_.data(),
                       out.data() + row * width_, stride);
      several_steps(count);
      clock_.fill(end_h);
      return;
    }
    anchor_ = state_;
    if (quiet_lanes > 0)
      kernels_.observe(layout_.seen_later.pattern(), count, seen_after(1), c_.data(), state_.data(),
                       read_off_.data(), count * width_);
    for (std::size_t r = row; r < row + count; ++r)
      run_row(subjects, r, out);
    if (quiet_lanes == 0)
      return;
    anchor_.swap(state_);  // now the state before, and the one reached row by row
    several_steps(count);
    for (std::size_t lane = 0; lane < width_; ++lane) {
      for (std::size_t i = 0; i < size_ && !quiet[lane]; ++i)
        state_[i * width_ + lane] = anchor_[i * width_ + lane];
      for (std::size_t o = 0; o < plan_.outputs.size() && quiet[lane]; ++o)
        for (std::size_t r = 0; r < count; ++r)
          out[o * stride + (row + r) * width_ + lane] = read_off_[(o * count + r) * width_ + lane];
    }
  }

  void several_steps(std::size_t count) {
    for (int j = LinearLayout::row_levels; j >= 0; --j)
      if (count >> j & 1) {
        kernels_.multiply(layout_.steps.pattern(), level(layout_.halvings + j), state_.data(),
                          other_.data());
        state_.swap(other_);
      }
  }

  /// Whether a lane has nothing before it until well after this time, so that no row at the instant
  /// of an event is taken for an earlier one.
  bool nothing_until(const LaneSubject& subject, std::size_t lane, double time_h) {
    const TimelineOp* op = pending(subject, lane);
    if (op == nullptr)
      return true;
    if (op->kind != Kind::advance)
      return false;
    use_set(lane, op->set);
    return op->time_h > time_h + std::max(1e-8, 1e-11 * std::abs(op->time_h));
  }

  const TimelineOp* pending(const LaneSubject& subject, std::size_t lane) const {
    const auto& ops = subject.timeline->ops;
    return next_[lane] < ops.size() ? &ops[next_[lane]] : nullptr;
  }

  /// All lanes to the row's time; what happens at that instant is left out before a `pre` row.
  void go_to(std::span<const LaneSubject> subjects, const BlockRow& row) {
    if (row.side != Side::pre)
      for (std::size_t lane = 0; lane < tracked_; ++lane)
        apply_instant(subjects, lane);
    std::array<double, width_> to;
    to.fill(row.time_h);
    while (advance(subjects, to, row.side == Side::pre)) {
    }
  }

  /// Every lane to its own next observation; those that have none left stay where they are.
  void go_to_observations(std::span<const LaneSubject> subjects, std::size_t row) {
    while (true) {
      std::array<double, width_> to;
      bool any = false;
      for (std::size_t lane = 0; lane < tracked_; ++lane) {
        while (observed_[lane] <= row && apply_to_observation(subjects, lane))
          ++observed_[lane];
        const TimelineOp* op = pending(subjects[who_[lane]], lane);
        const bool goes = observed_[lane] <= row && op != nullptr;
        to[lane] = goes ? op->time_h : clock_[lane];
        any = any || goes;
      }
      if (!any)
        break;
      advance(subjects, to, true);
    }
    if (stale_)
      use_parameters(subjects);
  }

  /// Up to the next observation at this instant; true when there was one.
  bool apply_to_observation(std::span<const LaneSubject> subjects, std::size_t lane) {
    const LaneSubject& subject = subjects[who_[lane]];
    for (const TimelineOp* op = pending(subject, lane); op != nullptr && op->kind != Kind::advance;
         op = pending(subject, lane)) {
      ++next_[lane];
      if (op->kind == Kind::observe) {
        use_set(lane, op->set);
        return true;
      }
      apply(subjects, *op, lane);
    }
    return false;
  }

  /// One step of every lane towards its time, as far as its next event. False when all are there.
  bool advance(std::span<const LaneSubject> subjects, const std::array<double, width_>& to,
               bool keep_instant) {
    std::array<double, width_> h, target;
    std::array<bool, width_> arrives{};
    bool any = false;
    for (std::size_t lane = 0; lane < tracked_; ++lane) {
      h[lane] = 0.0;
      target[lane] = clock_[lane];
      const double left = to[lane] - clock_[lane];
      const TimelineOp* op = pending(subjects[who_[lane]], lane);
      if (!(left > 0.0) || same_instant(to[lane], clock_[lane])) {
        // An advance that ends where it begins.
        if (plan_.own_times && op != nullptr && op->kind == Kind::advance &&
            (op->time_h <= clock_[lane] || same_instant(op->time_h, clock_[lane]))) {
          ++next_[lane];
          any = true;
        }
        continue;
      }
      target[lane] = to[lane];
      if (op != nullptr && op->kind != Kind::advance) {  // left behind by a `pre` row
        apply_instant(subjects, lane);
        op = pending(subjects[who_[lane]], lane);
      }
      if (op != nullptr) {
        use_set(lane, op->set);
        if (op->time_h <= to[lane] || same_instant(op->time_h, to[lane])) {
          target[lane] = op->time_h;
          arrives[lane] = true;
        }
      }
      h[lane] = std::max(target[lane] - clock_[lane], 0.0);
      any = true;
    }
    if (!any)
      return false;
    if (stale_)
      use_parameters(subjects);
    step(h);
    for (std::size_t lane = 0; lane < tracked_; ++lane) {
      clock_[lane] = target[lane];
      if (!arrives[lane])
        continue;
      ++next_[lane];
      if (!keep_instant || !same_instant(target[lane], to[lane]))
        apply_instant(subjects, lane);
    }
    return true;
  }

  void use_set(std::size_t lane, int set) {
    if (set_[lane] == set)
      return;
    set_[lane] = set;
    stale_ = true;
  }

  void apply_instant(std::span<const LaneSubject> subjects, std::size_t lane) {
    const LaneSubject& subject = subjects[who_[lane]];
    for (const TimelineOp* op = pending(subject, lane); op != nullptr && op->kind != Kind::advance;
         op = pending(subject, lane)) {
      ++next_[lane];
      apply(subjects, *op, lane);
    }
  }

  /// To the lane, and to all that go the same course.
  void apply(std::span<const LaneSubject> subjects, const TimelineOp& op, std::size_t lane) {
    const std::size_t end = tracked_ == 1 ? width_ : lane + 1;
    if (op.kind == Kind::steady_state) {
      const SteadyStateOp& ss = subjects[who_[lane]].timeline->steady_states[at(op.index)];
      for (std::size_t l = lane; l < end; ++l)
        steady_state(subjects[who_[l]], l, ss, clock_[lane]);
      use_set(lane, ss.set);
      return;
    }
    const int place = op.kind == Kind::add    ? layout_.place[at(op.cmt)]
                      : op.kind == Kind::rate ? layout_.input_place[at(op.cmt)]
                                              : none;
    if (place == none)
      return;
    for (std::size_t l = lane; l < end; ++l) {
      double& value = state_[at(place) * width_ + l];
      value = op.kind == Kind::add ? value + op.value : op.value / layout_.input_scale;
    }
  }

  void steady_state(const LaneSubject& subject, std::size_t lane, const SteadyStateOp& ss,
                    double clock_h) {
    if (!alone_)
      alone_ = make_linear_solver(model_);
    const std::size_t inputs = model_.kinetics.individual_inputs();
    alone_->use_set(subject.sets.subspan(at(ss.set) * inputs, inputs));
    int cycles = 0;
    const Status status = alone_->steady_state(ss, clock_h, reached_, cycles);
    if (status != Status::completed) {
      stopped_[lane] = status;
      return;
    }
    for (std::size_t i = 0; i < layout_.kept.size(); ++i) {
      const double reached = reached_[layout_.kept[i]];
      double& value = state_[i * width_ + lane];
      value = ss.keep ? value + reached : reached;
    }
  }

  void step(const std::array<double, width_>& h) {
    const Pattern steps = layout_.steps.pattern();
    std::array<std::uint64_t, width_> count;  // of smallest steps
    std::array<double, width_> rest;
    bool all_whole = true, any_rest = false;
    for (std::size_t lane = 0; lane < tracked_; ++lane) {
      if (layout_.whole(h[lane], clock_[lane])) {
        count[lane] = std::uint64_t{1} << layout_.halvings;
        rest[lane] = 0.0;
        continue;
      }
      all_whole = false;
      const double whole_steps = std::floor(h[lane] / layout_.base_step_h);
      count[lane] = static_cast<std::uint64_t>(whole_steps);
      rest[lane] = std::max(h[lane] - whole_steps * layout_.base_step_h, 0.0);
      any_rest = any_rest || rest[lane] > 0.0;
    }
    if (all_whole) {
      kernels_.multiply(steps, level(layout_.halvings), state_.data(), other_.data());
      state_.swap(other_);
      return;
    }
    if (tracked_ == 1) {
      count.fill(count[0]);
      rest.fill(rest[0]);
    }
    if (kernels_.leap(steps, layout_.halvings, ladder_.data(), count.data(), state_.data(),
                      other_.data()) != state_.data())
      state_.swap(other_);
    if (any_rest)
      kernels_.taylor(layout_.rates.pattern(), A_.data(), rest.data(), series_order, state_.data(),
                      work_.data());
  }

  BlockPlan plan_;
  const Model& model_;
  const Kernels& kernels_;
  LinearLayout layout_;
  std::size_t size_;
  LaneNumbers individual_, system_, output_values_, scratch_, initial_;
  BoundProgram linear_system_, output_system_, initial_program_;
  LaneNumbers A_, C_, c_, ladder_, seen_later_, read_off_;
  LaneNumbers state_, other_, anchor_, work_;
  std::vector<double> reached_;
  std::unique_ptr<Solver> alone_;
  bool stale_ = true;
  std::array<bool, width_> fits_{};
  /// Lanes whose course is followed: one when all go the same, which then stands for all.
  std::size_t tracked_ = width_;
  std::array<std::size_t, width_> who_{}, next_{}, observed_{};
  std::array<int, width_> set_{};
  std::array<double, width_> clock_{};
  std::array<Status, width_> stopped_{};
};

}  // namespace

std::unique_ptr<BlockSolver> make_linear_block(const BlockPlan& plan, const Timeline& typical) {
  return std::make_unique<LinearBlock>(plan, typical);
}

}  // namespace ketascope::lanes
