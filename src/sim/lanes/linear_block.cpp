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

#include "sim/lanes/single_lanes.hpp"
#include "sim/solver.hpp"

namespace ketascope::lanes {
namespace {

using Kind = TimelineOp::Kind;

// Rate times the smallest step: for the typical subject, and the most that the series is good for.
constexpr double typical_reach = 1.0 / 16.0, largest_reach = 0.5;
constexpr std::size_t series_order = 13;  // 0.5^14 / 14! < 1e-15
constexpr int most_halvings = 24;

/// The regular step of the rows: the most frequent distance.
double common_step(const std::vector<BlockRow>& rows) {
  std::vector<double> steps;
  for (std::size_t r = 1; r < rows.size(); ++r)
    if (!same_instant(rows[r].time_h, rows[r - 1].time_h))
      steps.push_back(rows[r].time_h - rows[r - 1].time_h);
  if (steps.empty())
    return 1.0;
  std::ranges::sort(steps);
  double best = steps.back();
  std::size_t most = 1;
  for (std::size_t begin = 0; begin < steps.size();) {
    std::size_t end = begin + 1;
    while (end < steps.size() && steps[end] - steps[begin] <= 1e-9 * steps[begin])
      ++end;
    if (end - begin > most) {
      most = end - begin;
      best = steps[begin + (end - begin) / 2];
    }
    begin = end;
  }
  return best;
}

double longest_stretch(const Timeline& timeline) {
  double longest = 0.0, clock = timeline.start_h;
  for (const TimelineOp& op : timeline.ops) {
    longest = std::max(longest, op.time_h - clock);
    clock = op.time_h;
  }
  return longest > 0.0 ? longest : 1.0;
}

class LinearBlock final : public BlockSolver {
 public:
  LinearBlock(const BlockPlan& plan, const Timeline& typical)
      : plan_(plan),
        model_(*plan.model),
        kernels_(best_kernels(width_)),
        n_(model_.kinetics.states) {
    const Kinetics& k = model_.kinetics;
    individual_.resize(k.individual_inputs() * width_);
    system_.resize(k.linear_system.output_count() * width_);
    output_values_.resize(k.output_system.output_count() * width_);
    scratch_.resize(
        std::max({k.linear_system.scratch_size(width_), k.output_system.scratch_size(width_),
                  k.initial.scratch_size(width_)}));
    initial_.resize(n_ * width_);
    lay_out(typical);
  }

  std::string name() const override { return "linear (exact, in blocks)"; }
  std::size_t width() const override { return width_; }

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
      if (!fits_[lane])
        status[lane] = run_alone(plan_, subjects[lane], lane, width_, out, stop);
  }

 private:
  static constexpr std::size_t width_ = lanes::width;
  static constexpr int none = -1;

  // --- layout -------------------------------------------------------------------------------

  /// Places of all matrices, for the compartments that matter to the outputs asked for.
  void lay_out(const Timeline& typical) {
    const Kinetics& k = model_.kinetics;
    for (std::size_t i = 0; i < k.individual_inputs(); ++i)
      for (std::size_t lane = 0; lane < width_; ++lane)
        individual_[i * width_ + lane] = typical.sets[i];
    k.linear_system.run(individual_, system_, scratch_, width_);

    find_needed_states();
    place_.assign(n_, none);
    for (std::size_t i = 0; i < n_; ++i)
      if (needed_[i]) {
        place_[i] = static_cast<int>(kept_.size());
        kept_.push_back(i);
      }
    input_place_.assign(n_, none);
    std::size_t next = kept_.size();
    for (const TimelineOp& op : typical.ops)
      if (op.kind == Kind::rate && needed_[at(op.cmt)] && input_place_[at(op.cmt)] == none)
        input_place_[at(op.cmt)] = static_cast<int>(next++);
    const auto production = [&](std::size_t i) {
      return system_[(k.jacobian_entries.size() + i) * width_];
    };
    for (std::size_t i = 0; i < n_; ++i)
      if (needed_[i] && production(i) != 0.0)
        production_place_ = static_cast<int>(next);
    if (production_place_ != none)
      ++next;
    size_ = next;

    double fastest = 0.0;
    for (std::size_t e = 0; e < k.jacobian_entries.size(); ++e)
      if (const auto& entry = k.jacobian_entries[e]; entry.row == entry.col && kept(entry.row))
        fastest = std::max(fastest, std::abs(system_[e * width_]));
    input_scale_ = fastest > 0.0 ? fastest : 1.0;

    place_rates(production);
    place_steps();
    place_outputs();

    typical_norm_ = norm_of_lane(0);
    step_ = plan_.own_times ? longest_stretch(typical) : common_step(plan_.rows);
    const double halvings = std::ceil(std::log2(step_ * typical_norm_ / typical_reach));
    halvings_ = static_cast<int>(std::clamp(halvings, 0.0, double{most_halvings}));
    base_step_ = std::ldexp(step_, -halvings_);

    const std::size_t entries = steps_.entries() * width_;
    ladder_.resize(entries * (static_cast<std::size_t>(halvings_) + 1));
    state_.resize(size_ * width_);
    other_.resize(size_ * width_);
    work_.resize(2 * size_ * width_);
  }

  bool kept(int state) const { return place_[at(state)] != none; }
  static std::size_t at(int i) { return static_cast<std::size_t>(i); }

  /// States that an output wanted depends on, directly or through others.
  void find_needed_states() {
    const Kinetics& k = model_.kinetics;
    needed_.assign(n_, char{0});
    std::vector<std::size_t> found;
    const auto need = [&](std::size_t i) {
      if (!needed_[i]) {
        needed_[i] = 1;
        found.push_back(i);
      }
    };
    for (const Kinetics::Entry& entry : k.output_entries)
      if (std::ranges::find(plan_.outputs, entry.row) != plan_.outputs.end())
        need(at(entry.col));
    for (std::size_t next = 0; next < found.size(); ++next)
      for (const Kinetics::Entry& entry : k.jacobian_entries)
        if (at(entry.row) == found[next])
          need(at(entry.col));
  }

  template <class Production>
  void place_rates(Production&& production) {
    const Kinetics& k = model_.kinetics;
    std::vector<std::vector<std::pair<int, int>>> rows(size_);  // column, source
    for (std::size_t e = 0; e < k.jacobian_entries.size(); ++e) {
      const Kinetics::Entry& entry = k.jacobian_entries[e];
      if (kept(entry.row) && kept(entry.col))
        rows[at(place_[at(entry.row)])].emplace_back(place_[at(entry.col)], static_cast<int>(e));
    }
    for (std::size_t i : kept_) {
      if (input_place_[i] != none)
        rows[at(place_[i])].emplace_back(input_place_[i], from_input);
      if (production_place_ != none && production(i) != 0.0)
        rows[at(place_[i])].emplace_back(production_place_,
                                         static_cast<int>(k.jacobian_entries.size() + i));
    }
    for (auto& row : rows) {
      std::ranges::sort(row);
      for (const auto& [column, source] : row) {
        rates_.column.push_back(static_cast<std::uint16_t>(column));
        rate_source_.push_back(source);
      }
      rates_.row_begin.push_back(static_cast<std::uint32_t>(rates_.column.size()));
    }
    A_.resize(rates_.entries() * width_);
    fill_rates();
  }

  /// Places of exp(A h): wherever anything can get to. With the products that make its square.
  void place_steps() {
    std::vector<char> reach(size_ * size_, 0);
    for (std::size_t i = 0; i < size_; ++i) {
      reach[i * size_ + i] = 1;
      for (std::uint32_t e = rates_.row_begin[i]; e < rates_.row_begin[i + 1]; ++e)
        reach[i * size_ + rates_.column[e]] = 1;
    }
    for (std::size_t via = 0; via < size_; ++via)
      for (std::size_t i = 0; i < size_; ++i)
        for (std::size_t j = 0; j < size_; ++j)
          if (reach[i * size_ + via] && reach[via * size_ + j])
            reach[i * size_ + j] = 1;
    std::vector<int> entry(size_ * size_, none);
    for (std::size_t i = 0; i < size_; ++i) {
      for (std::size_t j = 0; j < size_; ++j)
        if (reach[i * size_ + j]) {
          entry[i * size_ + j] = static_cast<int>(steps_.column.size());
          steps_.column.push_back(static_cast<std::uint16_t>(j));
        }
      steps_.row_begin.push_back(static_cast<std::uint32_t>(steps_.column.size()));
    }
    term_begin_.push_back(0);
    for (std::size_t i = 0; i < size_; ++i)
      for (std::size_t j = 0; j < size_; ++j) {
        if (!reach[i * size_ + j])
          continue;
        for (std::size_t via = 0; via < size_; ++via)
          if (reach[i * size_ + via] && reach[via * size_ + j]) {
            first_.push_back(static_cast<std::uint16_t>(entry[i * size_ + via]));
            second_.push_back(static_cast<std::uint16_t>(entry[via * size_ + j]));
          }
        term_begin_.push_back(static_cast<std::uint32_t>(first_.size()));
      }
  }

  void place_outputs() {
    const Kinetics& k = model_.kinetics;
    for (int output : plan_.outputs) {
      for (std::size_t e = 0; e < k.output_entries.size(); ++e)
        if (k.output_entries[e].row == output) {
          seen_.column.push_back(static_cast<std::uint16_t>(place_[at(k.output_entries[e].col)]));
          seen_source_.push_back(e);
        }
      seen_.row_begin.push_back(static_cast<std::uint32_t>(seen_.column.size()));
    }
    C_.resize(std::max<std::size_t>(seen_.entries(), 1) * width_);
    c_.resize(std::max<std::size_t>(plan_.outputs.size(), 1) * width_);
  }

  // --- numbers ------------------------------------------------------------------------------

  void fill_rates() {
    for (std::size_t e = 0; e < rate_source_.size(); ++e)
      for (std::size_t lane = 0; lane < width_; ++lane)
        A_[e * width_ + lane] = rate_source_[e] == from_input
                                    ? input_scale_
                                    : system_[at(rate_source_[e]) * width_ + lane];
  }

  /// Largest row sum of |A| without what comes in from outside.
  double norm_of_lane(std::size_t lane) const {
    double largest = 0.0;
    for (std::size_t i = 0; i < kept_.size(); ++i) {
      double sum = 0.0;
      for (std::uint32_t e = rates_.row_begin[i]; e < rates_.row_begin[i + 1]; ++e)
        if (rates_.column[e] < kept_.size())
          sum += std::abs(A_[e * width_ + lane]);
      largest = std::max(largest, sum);
    }
    return largest;
  }

  double* level(int j) {
    return ladder_.data() + static_cast<std::size_t>(j) * steps_.entries() * width_;
  }

  /// Everything that depends on the parameters, for all lanes.
  void use_parameters(std::span<const LaneSubject> subjects) {
    const Kinetics& k = model_.kinetics;
    const std::size_t inputs = k.individual_inputs();
    for (std::size_t lane = 0; lane < width_; ++lane) {
      const double* set = subjects[who_[lane]].sets.data() + at(set_[lane]) * inputs;
      for (std::size_t i = 0; i < inputs; ++i)
        individual_[i * width_ + lane] = set[i];
    }
    k.linear_system.run(individual_, system_, scratch_, width_);
    fill_rates();
    k.output_system.run(individual_, output_values_, scratch_, width_);
    for (std::size_t e = 0; e < seen_source_.size(); ++e)
      std::copy_n(output_values_.data() + seen_source_[e] * width_, width_, C_.data() + e * width_);
    for (std::size_t o = 0; o < plan_.outputs.size(); ++o)
      std::copy_n(output_values_.data() + (k.output_entries.size() + at(plan_.outputs[o])) * width_,
                  width_, c_.data() + o * width_);

    // Columns of exp(A h) for the smallest step, then squares of it.
    const Pattern rates = rates_.pattern();
    std::array<double, width_> h;
    h.fill(base_step_);
    for (std::size_t j = 0; j < size_; ++j) {
      std::ranges::fill(other_, 0.0);
      std::fill_n(other_.data() + j * width_, width_, 1.0);
      kernels_.taylor(rates, A_.data(), h.data(), series_order, other_.data(), work_.data());
      for (std::size_t i = 0; i < size_; ++i)
        for (std::uint32_t e = steps_.row_begin[i]; e < steps_.row_begin[i + 1]; ++e)
          if (steps_.column[e] == j)
            std::copy_n(other_.data() + i * width_, width_, level(0) + e * width_);
    }
    for (int j = 1; j <= halvings_; ++j)
      kernels_.square(steps_.entries(), term_begin_.data(), first_.data(), second_.data(),
                      level(j - 1), level(j));
    stale_ = false;
  }

  // --- one block ----------------------------------------------------------------------------

  /// Whether a subject can go along: judged by itself alone, so that its numbers never depend on
  /// the company it is in.
  bool fits(const LaneSubject& subject) {
    const Kinetics& k = model_.kinetics;
    for (const TimelineOp& op : subject.timeline->ops) {
      if (op.kind == Kind::switch_off || op.kind == Kind::switch_on || op.kind == Kind::reset)
        return false;
      if (op.kind == Kind::rate && needed_[at(op.cmt)] && input_place_[at(op.cmt)] == none)
        return false;
    }
    const std::size_t inputs = k.individual_inputs();
    const std::size_t sets = subject.sets.size() / inputs;
    for (std::size_t s = 0; s < sets; ++s) {
      k.linear_system.run(subject.sets.subspan(s * inputs, inputs),
                          std::span(system_).first(k.linear_system.output_count()), scratch_, 1);
      double largest = 0.0;
      for (std::size_t i = 0; i < kept_.size(); ++i) {
        double sum = 0.0;
        for (std::uint32_t e = rates_.row_begin[i]; e < rates_.row_begin[i + 1]; ++e)
          if (rates_.column[e] < kept_.size())
            sum += std::abs(system_[at(rate_source_[e])]);
        largest = std::max(largest, sum);
        const double made = system_[k.jacobian_entries.size() + kept_[i]];
        if (!std::isfinite(made) || (made != 0.0 && !has_production(i)))
          return false;
      }
      if (!(largest * base_step_ <= largest_reach))
        return false;
    }
    return true;
  }

  bool has_production(std::size_t i) const {
    return production_place_ != none && rates_.row_begin[i + 1] > rates_.row_begin[i] &&
           rates_.column[rates_.row_begin[i + 1] - 1] ==
               static_cast<std::size_t>(production_place_);
  }

  void run_together(std::span<const LaneSubject> subjects, std::size_t fitting,
                    std::span<double> out, std::span<Status> status, const std::stop_token& stop) {
    // Lanes without a subject of their own shadow one that has a lane.
    for (std::size_t lane = 0; lane < width_; ++lane) {
      who_[lane] = lane < subjects.size() && fits_[lane] ? lane : fitting;
      const Timeline& timeline = *subjects[who_[lane]].timeline;
      set_[lane] = timeline.ops.empty() ? 0 : timeline.ops.front().set;
      next_[lane] = 0;
      observed_[lane] = 0;
      clock_[lane] = timeline.start_h;
      stopped_[lane] = Status::completed;
    }
    start(subjects);
    const std::size_t rows = plan_.rows.size();
    std::size_t row = 0;
    quiet_until_h_ = -std::numeric_limits<double>::infinity();
    for (; row < rows; ++row) {
      if (row % 64 == 0 && stop.stop_requested())
        break;
      if (plan_.own_times) {
        go_to_observations(subjects, row);
        kernels_.observe(seen_.pattern(), C_.data(), c_.data(), state_.data(),
                         out.data() + row * width_, rows * width_);
        continue;
      }
      const double t = plan_.rows[row].time_h;
      if (t <= quiet_until_h_) {
        step_all(t);
      } else {
        spread_clock();
        go_to(subjects, plan_.rows[row]);
        look_ahead(subjects);
      }
      kernels_.observe(seen_.pattern(), C_.data(), c_.data(), state_.data(),
                       out.data() + row * width_, rows * width_);
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
    model_.kinetics.initial.run(individual_, initial_, scratch_, width_);
    std::ranges::fill(state_, 0.0);
    for (std::size_t i = 0; i < kept_.size(); ++i)
      std::copy_n(initial_.data() + kept_[i] * width_, width_, state_.data() + i * width_);
    if (production_place_ != none)
      std::fill_n(state_.data() + at(production_place_) * width_, width_, 1.0);
  }

  /// From here to quiet_until_h_ nothing happens to anybody, and all clocks agree: the rows up to
  /// there need no look at the single lanes.
  void look_ahead(std::span<const LaneSubject> subjects) {
    double next = std::numeric_limits<double>::infinity();
    common_clock_ = clock_[0];
    for (std::size_t lane = 0; lane < width_; ++lane) {
      if (clock_[lane] != common_clock_)
        next = -std::numeric_limits<double>::infinity();
      if (const TimelineOp* op = pending(subjects[who_[lane]], lane)) {
        if (op->kind == Kind::advance) {
          use_set(lane, op->set);
          next = std::min(next, op->time_h);
        } else {
          next = -std::numeric_limits<double>::infinity();
        }
      }
    }
    // Well before the event, so that no row at its instant is taken for an earlier one.
    quiet_until_h_ = next - std::max(1e-8, 1e-11 * std::abs(next));
    if (stale_)
      use_parameters(subjects);
  }

  void spread_clock() {
    if (quiet_until_h_ > -std::numeric_limits<double>::infinity())
      clock_.fill(common_clock_);
  }

  void step_all(double to_h) {
    const double h = to_h - common_clock_;
    if (whole(h, common_clock_)) {
      kernels_.multiply(steps_.pattern(), level(halvings_), state_.data(), other_.data());
      state_.swap(other_);
    } else if (h > 0.0) {
      std::array<double, width_> all;
      all.fill(h);
      clock_.fill(common_clock_);
      step(all);
    }
    common_clock_ = to_h;
  }

  const TimelineOp* pending(const LaneSubject& subject, std::size_t lane) const {
    const auto& ops = subject.timeline->ops;
    return next_[lane] < ops.size() ? &ops[next_[lane]] : nullptr;
  }

  /// All lanes to the row's time; what happens at that instant is left out before a `pre` row.
  void go_to(std::span<const LaneSubject> subjects, const BlockRow& row) {
    if (row.side != Side::pre)
      for (std::size_t lane = 0; lane < width_; ++lane)
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
      for (std::size_t lane = 0; lane < width_; ++lane) {
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
      apply(subject, *op, lane);
    }
    return false;
  }

  /// One step of every lane towards its time, as far as its next event. False when all are there.
  bool advance(std::span<const LaneSubject> subjects, const std::array<double, width_>& to,
               bool keep_instant) {
    std::array<double, width_> h, target;
    std::array<bool, width_> arrives{};
    bool any = false;
    for (std::size_t lane = 0; lane < width_; ++lane) {
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
    for (std::size_t lane = 0; lane < width_; ++lane) {
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
      apply(subject, *op, lane);
    }
  }

  void apply(const LaneSubject& subject, const TimelineOp& op, std::size_t lane) {
    if (op.kind == Kind::steady_state) {
      steady_state(subject, lane, subject.timeline->steady_states[at(op.index)]);
      return;
    }
    const int place = op.kind == Kind::add    ? place_[at(op.cmt)]
                      : op.kind == Kind::rate ? input_place_[at(op.cmt)]
                                              : none;
    if (place == none)
      return;
    double& value = state_[at(place) * width_ + lane];
    value = op.kind == Kind::add ? value + op.value : op.value / input_scale_;
  }

  void steady_state(const LaneSubject& subject, std::size_t lane, const SteadyStateOp& ss) {
    if (!alone_)
      alone_ = make_linear_solver(model_);
    const std::size_t inputs = model_.kinetics.individual_inputs();
    alone_->use_set(subject.sets.subspan(at(ss.set) * inputs, inputs));
    int cycles = 0;
    const Status status = alone_->steady_state(ss, clock_[lane], reached_, cycles);
    if (status != Status::completed) {
      stopped_[lane] = status;
      return;
    }
    use_set(lane, ss.set);
    for (std::size_t i = 0; i < kept_.size(); ++i) {
      double& value = state_[i * width_ + lane];
      value = ss.keep ? value + reached_[kept_[i]] : reached_[kept_[i]];
    }
  }

  /// The grid's own times differ by rounding only.
  bool whole(double h, double clock) const {
    return std::abs(h - step_) <=
           8.0 * std::numeric_limits<double>::epsilon() * (std::abs(clock) + step_);
  }

  void step(const std::array<double, width_>& h) {
    std::array<bool, width_> is_whole;
    bool all_whole = true;
    for (std::size_t lane = 0; lane < width_; ++lane) {
      is_whole[lane] = whole(h[lane], clock_[lane]);
      all_whole = all_whole && is_whole[lane];
    }
    const Pattern steps = steps_.pattern();
    if (all_whole) {
      kernels_.multiply(steps, level(halvings_), state_.data(), other_.data());
      state_.swap(other_);
      return;
    }
    std::array<std::uint64_t, width_> count;  // of smallest steps
    std::array<double, width_> rest;
    bool any_rest = false;
    for (std::size_t lane = 0; lane < width_; ++lane) {
      if (is_whole[lane]) {
        count[lane] = std::uint64_t{1} << halvings_;
        rest[lane] = 0.0;
      } else {
        const double whole_steps = std::floor(h[lane] / base_step_);
        count[lane] = static_cast<std::uint64_t>(whole_steps);
        rest[lane] = std::max(h[lane] - whole_steps * base_step_, 0.0);
      }
      any_rest = any_rest || rest[lane] > 0.0;
    }
    for (int j = halvings_; j >= 0; --j) {
      const std::uint64_t size = std::uint64_t{1} << j;
      while (true) {
        std::array<double, width_> take;
        std::size_t taking = 0;
        for (std::size_t lane = 0; lane < width_; ++lane) {
          const bool takes = count[lane] >= size;
          take[lane] = takes ? 1.0 : 0.0;
          taking += takes ? 1 : 0;
          count[lane] -= takes ? size : 0;
        }
        if (taking == 0)
          break;
        if (taking == width_)
          kernels_.multiply(steps, level(j), state_.data(), other_.data());
        else
          kernels_.multiply_some(steps, level(j), take.data(), state_.data(), other_.data());
        state_.swap(other_);
      }
    }
    if (any_rest)
      kernels_.taylor(rates_.pattern(), A_.data(), rest.data(), series_order, state_.data(),
                      work_.data());
  }

  static constexpr int from_input = -1;

  BlockPlan plan_;
  const Model& model_;
  const Kernels& kernels_;
  std::size_t n_, size_ = 0;
  std::vector<char> needed_;
  std::vector<std::size_t> kept_;
  std::vector<int> place_, input_place_;
  int production_place_ = none;
  double input_scale_ = 1.0, typical_norm_ = 0.0, step_ = 1.0, base_step_ = 1.0;
  int halvings_ = 0;
  Sparse rates_, steps_, seen_;
  std::vector<int> rate_source_;
  std::vector<std::size_t> seen_source_;
  std::vector<std::uint32_t> term_begin_;
  std::vector<std::uint16_t> first_, second_;
  std::vector<double> individual_, system_, output_values_, scratch_, initial_;
  std::vector<double> A_, C_, c_, ladder_, state_, other_, work_, reached_;
  std::unique_ptr<Solver> alone_;
  bool stale_ = true;
  std::array<bool, width_> fits_{};
  std::array<std::size_t, width_> who_{}, next_{}, observed_{};
  std::array<int, width_> set_{};
  std::array<double, width_> clock_{};
  double common_clock_ = 0.0, quiet_until_h_ = 0.0;
  std::array<Status, width_> stopped_{};
};

}  // namespace

std::unique_ptr<BlockSolver> make_linear_block(const BlockPlan& plan, const Timeline& typical) {
  return std::make_unique<LinearBlock>(plan, typical);
}

}  // namespace ketascope::lanes
