// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/population/population.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <utility>

#include "population/arm.hpp"
#include "sim/parallel.hpp"

namespace ketascope {
namespace {

// Patients that one worker carries before it hands in what it counted: many, so that counting
// touches each histogram seldom, but not more than this memory holds.
constexpr std::size_t most_tile_patients = 512, least_tile_patients = 64;
constexpr double tile_bytes = 16e6;
// Curves of a population are counted in so many separately locked parts.
constexpr std::size_t stripes = 64;

std::size_t patients_per_tile(const Arm& arm) {
  const double bytes = 8.0 * static_cast<double>(arm.rows() * arm.columns());
  std::size_t patients = most_tile_patients;
  while (patients > least_tile_patients && bytes * static_cast<double>(patients) > tile_bytes)
    patients /= 2;
  return patients;
}

/// What one arm gathers, from any number of workers.
class Gathered {
 public:
  Gathered(const Arm& arm, const PopulationSpec& spec, std::uint64_t first, std::uint64_t count,
           bool exact)
      : arm_(arm),
        spec_(spec),
        first_(first),
        count_(count),
        tile_patients_(patients_per_tile(arm)),
        exact_(exact) {
    const std::size_t curves = arm.summed_curves();
    const std::size_t metrics = arm.metrics().size();
    const int bits = Sketch::bits_for(spec.relative_error);
    if (exact_) {
      values_.resize(curves * count);
      metric_values_.resize(metrics * count);
    } else {
      counts_.curves.assign(curves, Sketch(bits));
      counts_.metrics.assign(metrics, Sketch(bits));
    }
    counts_.reached.assign(arm.targets().size(), 0);
    counts_.judged.assign(arm.targets().size(), 0);
    if (spec.patients) {
      table_.names = arm.patient_columns();
      table_.first_metric = table_.names.size() - metrics;
      table_.values.assign(table_.names.size() * count, std::nan(""));
    }
  }

  /// `blocks` holds the tile's values, block after block.
  void add(std::uint64_t first, std::size_t patients, std::span<const double> blocks,
           std::span<const Status> status, std::size_t offset) {
    const std::size_t width = arm_.width(), curves = arm_.summed_curves();
    const std::size_t per_block = arm_.rows() * arm_.columns() * width;
    const auto place = static_cast<std::size_t>(first - first_);
    if (exact_) {
      for (std::size_t i = 0; i < patients; ++i) {
        const double* block = blocks.data() + (i / width) * per_block + i % width;
        for (std::size_t c = 0; c < curves; ++c)
          values_[c * count_ + place + i] = block[c * width];
      }
    } else {
      std::vector<double> one(patients);  // value of one curve in every patient
      // Workers begin at different stripes, so that they rarely meet.
      for (std::size_t s = 0; s < stripes; ++s) {
        const std::size_t stripe = (s + offset) % stripes;
        const std::size_t from = curves * stripe / stripes, to = curves * (stripe + 1) / stripes;
        const std::lock_guard lock(locks_[stripe]);
        for (std::size_t c = from; c < to; ++c) {
          for (std::size_t i = 0; i < patients; ++i)
            one[i] = blocks[(i / width) * per_block + c * width + i % width];
          counts_.curves[c].add(one);
        }
      }
    }
    const std::lock_guard lock(lock_);
    for (std::size_t i = 0; i < patients; ++i)
      ++counts_.statuses[status[i]];
    counts_.simulated += patients;
  }

  void add_metrics(std::uint64_t subject, std::span<const double> measured) {
    const std::size_t metrics = arm_.metrics().size();
    const auto place = static_cast<std::size_t>(subject - first_);
    if (exact_)
      for (std::size_t m = 0; m < metrics; ++m)
        metric_values_[m * count_ + place] = measured[m];
    const std::lock_guard lock(lock_);
    if (!exact_)
      for (std::size_t m = 0; m < metrics; ++m)
        counts_.metrics[m].add(measured[m]);
    for (std::size_t t = 0; t < arm_.targets().size(); ++t) {
      const double reached = measured[metrics + t];
      if (std::isnan(reached))
        continue;
      ++counts_.judged[t];
      counts_.reached[t] += reached != 0.0 ? 1 : 0;
    }
  }

  void add_curve(PatientCurve curve) {
    const std::lock_guard lock(lock_);
    curves_.push_back(std::move(curve));
  }

  std::size_t table_width() const { return table_.names.size(); }
  void add_rows(std::uint64_t first, std::span<const double> rows) {
    std::ranges::copy(rows, table_.values.begin() +
                                static_cast<std::ptrdiff_t>((first - first_) * table_width()));
  }

  PopulationPart::Counts take_counts() { return std::move(counts_); }

  ArmResult result(const std::vector<char>& done, int threads);

 private:
  Summary exact_summary(std::span<const double> values, const std::vector<char>& done) const;

  const Arm& arm_;
  const PopulationSpec& spec_;
  std::uint64_t first_, count_;
  std::size_t tile_patients_;
  bool exact_;
  std::mutex lock_;
  std::array<std::mutex, stripes> locks_;
  PopulationPart::Counts counts_;
  std::vector<double> values_, metric_values_;
  std::vector<PatientCurve> curves_;
  PatientTable table_;
};

Summary of_sketch(const Sketch& sketch, const PopulationSpec& spec) {
  Summary s;
  s.count = sketch.count();
  s.missing = sketch.missing();
  s.zeros = sketch.zeros();
  s.mean = sketch.mean();
  s.minimum = sketch.minimum();
  s.maximum = sketch.maximum();
  for (const double p : spec.percentiles)
    s.percentiles.push_back(sketch.quantile(p / 100.0));
  return s;
}

/// Brings the values of these ranks (counted from 0, ascending) to where they would be if all were
/// sorted. The middle one first, so that the others are looked for among half as many.
void select_ranks(std::span<double> values, std::span<const std::size_t> ranks,
                  std::size_t first = 0) {
  if (ranks.empty())
    return;
  const std::size_t middle = ranks.size() / 2;
  const std::size_t at = ranks[middle] - first;
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(at), values.end());
  const auto below = std::ranges::lower_bound(ranks, ranks[middle]) - ranks.begin();
  const auto above = std::ranges::upper_bound(ranks, ranks[middle]) - ranks.begin();
  select_ranks(values.first(at), ranks.first(static_cast<std::size_t>(below)), first);
  select_ranks(values.subspan(at + 1), ranks.subspan(static_cast<std::size_t>(above)),
               ranks[middle] + 1);
}

/// `values` has one number per patient; only those of complete tiles count.
Summary Gathered::exact_summary(std::span<const double> values,
                                const std::vector<char>& done) const {
  Summary s;
  std::vector<double> sorted;
  sorted.reserve(values.size());
  double sum = 0.0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!done[i / tile_patients_])
      continue;
    if (!std::isfinite(values[i])) {
      ++s.missing;
      continue;
    }
    s.zeros += values[i] == 0.0 ? 1 : 0;
    sum += values[i];
    sorted.push_back(values[i]);
  }
  s.count = sorted.size();
  if (sorted.empty()) {
    s.mean = s.minimum = s.maximum = std::nan("");
    s.percentiles.assign(spec_.percentiles.size(), std::nan(""));
    return s;
  }
  s.mean = sum / static_cast<double>(sorted.size());
  const auto [low, high] = std::ranges::minmax(sorted);
  s.minimum = low;
  s.maximum = high;
  // The smallest value that at least p of all do not exceed, as Sketch::quantile().
  std::vector<std::size_t> ranks;
  for (const double p : spec_.percentiles)
    ranks.push_back(static_cast<std::size_t>(quantile_rank(p / 100.0, sorted.size())) - 1);
  std::vector<std::size_t> ascending = ranks;
  std::ranges::sort(ascending);
  select_ranks(sorted, ascending);
  for (const std::size_t rank : ranks)
    s.percentiles.push_back(sorted[rank]);
  return s;
}

template <class CurveSummary, class MetricSummary>
ArmResult assemble(const Arm& arm, const PopulationSpec& spec, const PopulationPart::Counts& counts,
                   int threads, CurveSummary&& curve_summary, MetricSummary&& metric_summary) {
  constexpr std::size_t curves_per_turn = 16;
  const std::size_t curves = spec.curve_summaries ? arm.columns() * arm.rows() : 0;
  std::vector<Summary> summaries(curves);
  parallel_for((curves + curves_per_turn - 1) / curves_per_turn, threads, [&](std::size_t turn) {
    const std::size_t end = std::min((turn + 1) * curves_per_turn, curves);
    for (std::size_t c = turn * curves_per_turn; c < end; ++c)
      summaries[c] = curve_summary(c);
  });
  ArmResult result;
  result.name = arm.scenario().name;
  result.model = arm.scenario().model;
  result.solver = arm.solver();
  result.rows = arm.plan().rows;
  const std::size_t rows = arm.rows();
  for (std::size_t c = 0; c < arm.columns(); ++c) {
    PopulationColumn column;
    column.info = arm.infos()[c];
    if (!spec.curve_summaries) {
      result.columns.push_back(std::move(column));
      continue;
    }
    column.mean.resize(rows);
    column.percentiles.assign(spec.percentiles.size(), std::vector<double>(rows));
    for (std::size_t r = 0; r < rows; ++r) {
      const Summary& s = summaries[c * rows + r];
      column.mean[r] = s.mean;
      for (std::size_t p = 0; p < s.percentiles.size(); ++p)
        column.percentiles[p][r] = s.percentiles[p];
    }
    result.columns.push_back(std::move(column));
  }
  for (std::size_t m = 0; m < arm.metrics().size(); ++m)
    result.metrics.push_back(
        {arm.metrics()[m].name, arm.infos()[arm.metrics()[m].column].name, metric_summary(m)});
  for (std::size_t t = 0; t < arm.targets().size(); ++t)
    result.targets.push_back({arm.targets()[t].name,
                              arm.infos()[arm.targets()[t].metric.column].name, counts.reached[t],
                              counts.judged[t]});
  result.simulated = counts.simulated;
  result.statuses = counts.statuses;
  return result;
}

ArmResult Gathered::result(const std::vector<char>& done, int threads) {
  ArmResult result;
  if (exact_) {
    result = assemble(
        arm_, spec_, counts_, threads,
        [&](std::size_t c) {
          return exact_summary(std::span(values_).subspan(c * count_, count_), done);
        },
        [&](std::size_t m) {
          return exact_summary(std::span(metric_values_).subspan(m * count_, count_), done);
        });
  } else {
    result = assemble(
        arm_, spec_, counts_, threads,
        [&](std::size_t c) { return of_sketch(counts_.curves[c], spec_); },
        [&](std::size_t m) { return of_sketch(counts_.metrics[m], spec_); });
    result.relative_error = Sketch(Sketch::bits_for(spec_.relative_error)).relative_error();
  }
  result.exact = exact_;
  std::ranges::sort(curves_, {}, &PatientCurve::subject);
  result.curves = std::move(curves_);
  result.patients = std::move(table_);
  return result;
}

/// Patients that one worker has run: block after block of values, a row of numbers each.
struct Tile {
  Tile(const Arm& arm, std::size_t most, std::size_t table_width)
      : values(most * arm.rows() * arm.columns()),
        status(most),
        measured(most * (arm.metrics().size() + arm.targets().size())),
        table(most * table_width) {}
  std::size_t number = 0;
  std::uint64_t first = 0;
  std::size_t patients = 0;
  LaneNumbers values;
  std::vector<Status> status;
  std::vector<double> measured, table;  ///< [patient][column]
};

/// Lets tiles through in the order of patients, however workers finish them. Of a stopped run what
/// stands behind a gap is dropped: nobody is counted whom the sink has not seen.
class InOrder {
 public:
  explicit InOrder(std::function<void(Tile&)> then) : then_(std::move(then)) {}
  void hand_in(Tile tile) {
    const std::lock_guard lock(lock_);
    const std::size_t number = tile.number;
    waiting_.emplace(number, std::move(tile));
    for (auto it = waiting_.begin(); it != waiting_.end() && it->first == next_;
         it = waiting_.erase(it), ++next_)
      then_(it->second);
  }

 private:
  std::function<void(Tile&)> then_;
  std::mutex lock_;
  std::size_t next_ = 0;
  std::map<std::size_t, Tile> waiting_;
};

/// As a sink wants them: [curve][patient], [metric][patient].
void hand_to(PopulationSink& sink, std::size_t number, const Arm& arm, const Tile& tile) {
  const std::size_t width = arm.width(), curves = arm.rows() * arm.columns();
  const std::size_t metrics = arm.metrics().size() + arm.targets().size();
  std::vector<double> by_curve(curves * tile.patients), by_metric(metrics * tile.patients);
  for (std::size_t i = 0; i < tile.patients; ++i) {
    for (std::size_t c = 0; c < curves; ++c)
      by_curve[c * tile.patients + i] =
          tile.values[(i / width) * curves * width + c * width + i % width];
    for (std::size_t m = 0; m < metrics; ++m)
      by_metric[m * tile.patients + i] = tile.measured[i * metrics + m];
  }
  sink.measured(number, tile.first, tile.patients, by_metric);
  sink.block(number, tile.first, tile.patients, by_curve,
             std::span(tile.status).first(tile.patients));
}

struct Run {
  std::vector<std::unique_ptr<Gathered>> gathered;
  std::vector<std::vector<char>> done;  ///< [arm][tile]
  bool complete = true;
};

Run run_arms(const std::vector<std::unique_ptr<Arm>>& arms, const PopulationSpec& spec,
             std::uint64_t first, std::uint64_t count, bool exact, const RunControl& control,
             PopulationSink* sink) {
  Run run;
  std::atomic<bool> complete{true};
  for (std::size_t a = 0; a < arms.size(); ++a) {
    const Arm& arm = *arms[a];
    run.gathered.push_back(std::make_unique<Gathered>(arm, spec, first, count, exact));
    const std::size_t tile_patients = patients_per_tile(arm);
    const auto tiles = static_cast<std::size_t>((count + tile_patients - 1) / tile_patients);
    run.done.emplace_back(tiles, char{0});
    Gathered& gathered = *run.gathered.back();
    std::vector<char>& done = run.done.back();
    const std::size_t width = arm.width(), curves = arm.rows() * arm.columns();
    const std::size_t row_width = gathered.table_width();
    const std::size_t measures = arm.metrics().size() + arm.targets().size();
    std::atomic<std::size_t> next{0}, finished{0};
    const auto count_in = [&](const Tile& tile, std::size_t offset) {
      gathered.add(tile.first, tile.patients, tile.values, tile.status, offset);
      if (spec.patients)
        gathered.add_rows(tile.first, std::span(tile.table).first(row_width * tile.patients));
      for (std::size_t i = 0; i < tile.patients && measures > 0; ++i)
        gathered.add_metrics(tile.first + i,
                             std::span(tile.measured).subspan(i * measures, measures));
      for (const std::uint64_t wanted : spec.curves)
        if (wanted >= tile.first && wanted < tile.first + tile.patients) {
          PatientCurve curve;
          curve.subject = wanted;
          const auto i = static_cast<std::size_t>(wanted - tile.first);
          curve.status = tile.status[i];
          curve.values.resize(curves);
          for (std::size_t c = 0; c < curves; ++c)
            curve.values[c] = tile.values[(i / width) * curves * width + c * width + i % width];
          gathered.add_curve(std::move(curve));
        }
      done[tile.number] = 1;
      if (control.progress)
        control.progress((static_cast<double>(a) +
                          static_cast<double>(++finished) / static_cast<double>(tiles)) /
                         static_cast<double>(arms.size()));
    };
    InOrder in_order([&](const Tile& tile) {
      count_in(tile, tile.number);
      hand_to(*sink, a, arm, tile);
    });
    const std::size_t workers =
        std::min<std::size_t>(static_cast<std::size_t>(threads_used(control.threads)), tiles);
    // Every worker takes the next tile that nobody has: patients are finished nearly in order.
    parallel_for(workers, control.threads, [&](std::size_t w) {
      Arm::Worker worker(arm);
      Tile tile(arm, tile_patients, row_width);
      for (tile.number = next++; tile.number < tiles; tile.number = next++) {
        if (control.stop.stop_requested()) {
          complete = false;
          return;
        }
        tile.first = first + tile.number * tile_patients;
        tile.patients = static_cast<std::size_t>(
            std::min<std::uint64_t>(tile_patients, first + count - tile.first));
        bool cancelled = false;
        for (std::size_t b = 0; b * width < tile.patients; ++b) {
          const std::uint64_t block_first = tile.first + b * width;
          const std::size_t in_block = std::min(width, tile.patients - b * width);
          const std::span<double> block =
              std::span(tile.values).subspan(b * curves * width, curves * width);
          arm.run_block(worker, block_first, in_block, block,
                        std::span(tile.status).subspan(b * width, in_block), control.stop);
          for (std::size_t lane = 0; lane < in_block; ++lane) {
            const std::size_t i = b * width + lane;
            cancelled = cancelled || tile.status[i] == Status::cancelled;
            const auto measured = std::span(tile.measured).subspan(i * measures, measures);
            if (tile.status[i] == Status::completed)
              arm.measure(worker, block, lane, measured);
            else
              std::ranges::fill(measured, std::nan(""));
            if (spec.patients)
              arm.describe(worker, lane, block_first + lane, tile.status[i], measured,
                           std::span(tile.table).subspan(i * row_width, row_width));
          }
        }
        if (cancelled) {
          complete = false;
          return;
        }
        if (sink == nullptr)
          count_in(tile, w * 17 + tile.number);
        else
          in_order.hand_in(std::exchange(tile, Tile(arm, tile_patients, row_width)));
      }
    });
  }
  run.complete = complete;
  return run;
}

bool fits_in_memory(const std::vector<std::unique_ptr<Arm>>& arms, const PopulationSpec& spec) {
  double bytes = 0.0;
  for (const auto& arm : arms)
    bytes += 8.0 * static_cast<double>(spec.count) *
             static_cast<double>(arm->summed_curves() + arm->metrics().size());
  return bytes <= spec.memory_mb * 1e6;
}

void add_status_warnings(PopulationResult& result) {
  for (const ArmResult& arm : result.arms)
    for (const auto& [status, count] : arm.statuses)
      if (status != Status::completed && status != Status::cancelled) {
        Diagnostic d;
        d.severity = Severity::warning;
        d.code = "population.status";
        d.message = (arm.name.empty() ? std::string() : arm.name + ": ") + std::to_string(count) +
                    " of " + std::to_string(arm.simulated) + " patients ended with status " +
                    std::string(to_text(status)) + "; they are left out";
        result.warnings.push_back(std::move(d));
      }
}

}  // namespace

tl::expected<PopulationResult, Diagnostics> simulate_population(
    const std::vector<Scenario>& scenarios, const PopulationSpec& spec,
    const std::vector<PopulationBand>& bands, const RunControl& control, PopulationSink* sink) {
  Diagnostics problems;
  const auto arms = make_arms(scenarios, spec, bands, problems);
  if (has_errors(problems))
    return tl::unexpected(std::move(problems));
  Run run = run_arms(arms, spec, spec.first_subject, spec.count, fits_in_memory(arms, spec),
                     control, sink);
  PopulationResult result;
  result.spec = spec;
  result.complete = run.complete;
  result.warnings = std::move(problems);
  for (std::size_t a = 0; a < arms.size(); ++a)
    result.arms.push_back(run.gathered[a]->result(run.done[a], control.threads));
  add_status_warnings(result);
  return result;
}

tl::expected<PopulationPart, Diagnostics> simulate_part(const std::vector<Scenario>& scenarios,
                                                        const PopulationSpec& spec,
                                                        std::uint64_t first, std::uint64_t count,
                                                        const std::vector<PopulationBand>& bands,
                                                        const RunControl& control) {
  Diagnostics problems;
  const auto arms = make_arms(scenarios, spec, bands, problems);
  if (has_errors(problems))
    return tl::unexpected(std::move(problems));
  Run run = run_arms(arms, spec, first, count, false, control, nullptr);
  PopulationPart part;
  for (auto& gathered : run.gathered)
    part.arms.push_back(gathered->take_counts());
  return part;
}

PopulationResult summarise(const std::vector<Scenario>& scenarios, const PopulationSpec& spec,
                           const std::vector<PopulationBand>& bands, const PopulationPart& part) {
  Diagnostics problems;
  const auto arms = make_arms(scenarios, spec, bands, problems);
  PopulationResult result;
  result.spec = spec;
  result.warnings = std::move(problems);
  for (std::size_t a = 0; a < arms.size() && a < part.arms.size(); ++a) {
    const PopulationPart::Counts& counts = part.arms[a];
    ArmResult arm = assemble(
        *arms[a], spec, counts, 1, [&](std::size_t c) { return of_sketch(counts.curves[c], spec); },
        [&](std::size_t m) { return of_sketch(counts.metrics[m], spec); });
    arm.exact = false;
    arm.relative_error = Sketch(Sketch::bits_for(spec.relative_error)).relative_error();
    result.complete = result.complete && counts.simulated == spec.count;
    result.arms.push_back(std::move(arm));
  }
  add_status_warnings(result);
  return result;
}

void PopulationPart::merge(const PopulationPart& other) {
  if (arms.empty()) {
    arms = other.arms;
    return;
  }
  for (std::size_t a = 0; a < arms.size() && a < other.arms.size(); ++a) {
    Counts& to = arms[a];
    const Counts& from = other.arms[a];
    for (std::size_t c = 0; c < to.curves.size(); ++c)
      to.curves[c].merge(from.curves[c]);
    for (std::size_t m = 0; m < to.metrics.size(); ++m)
      to.metrics[m].merge(from.metrics[m]);
    for (std::size_t t = 0; t < to.reached.size(); ++t) {
      to.reached[t] += from.reached[t];
      to.judged[t] += from.judged[t];
    }
    for (const auto& [status, count] : from.statuses)
      to.statuses[status] += count;
    to.simulated += from.simulated;
  }
}

void PopulationPart::save(std::vector<std::uint64_t>& to) const {
  to.push_back(arms.size());
  for (const Counts& counts : arms) {
    to.push_back(counts.simulated);
    to.push_back(counts.curves.size());
    for (const Sketch& sketch : counts.curves)
      sketch.save(to);
    to.push_back(counts.metrics.size());
    for (const Sketch& sketch : counts.metrics)
      sketch.save(to);
    to.push_back(counts.reached.size());
    for (std::size_t t = 0; t < counts.reached.size(); ++t) {
      to.push_back(counts.reached[t]);
      to.push_back(counts.judged[t]);
    }
    to.push_back(counts.statuses.size());
    for (const auto& [status, count] : counts.statuses) {
      to.push_back(static_cast<std::uint64_t>(status));
      to.push_back(count);
    }
  }
}

bool PopulationPart::restore(const std::vector<std::uint64_t>& from) {
  std::size_t at = 0;
  bool good = true;
  const auto next = [&]() -> std::uint64_t {
    if (at >= from.size()) {
      good = false;
      return 0;
    }
    return from[at++];
  };
  const auto sketches = [&](std::vector<Sketch>& to) {
    const std::uint64_t count = next();
    good = good && count <= from.size();
    for (std::uint64_t i = 0; i < count && good; ++i) {
      Sketch sketch;
      at = sketch.restore(from, at);
      good = at != 0;
      to.push_back(std::move(sketch));
    }
  };
  arms.clear();
  const std::uint64_t count = next();
  for (std::uint64_t a = 0; a < count && good; ++a) {
    Counts counts;
    counts.simulated = next();
    sketches(counts.curves);
    sketches(counts.metrics);
    const std::uint64_t targets = next();
    for (std::uint64_t t = 0; t < targets && good; ++t) {
      counts.reached.push_back(next());
      counts.judged.push_back(next());
    }
    const std::uint64_t statuses = next();
    for (std::uint64_t s = 0; s < statuses && good; ++s) {
      const auto status = static_cast<Status>(next());
      counts.statuses[status] = next();
    }
    arms.push_back(std::move(counts));
  }
  return good && at == from.size();
}

}  // namespace ketascope
