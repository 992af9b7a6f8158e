// SPDX-License-Identifier: GPL-3.0-or-later
#include "population/arm.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "ketascope/analysis/metrics.hpp"
#include "ketascope/diagnostic/suggest.hpp"
#include "ketascope/sim/columns.hpp"
#include "ketascope/units/number.hpp"
#include "population/refuse.hpp"
#include "sim/subject_run.hpp"

namespace ketascope {
namespace {

/// Rows of a ribbon: as many as a screen shows, unless the scenario asks for a step.
constexpr int ribbon_points = 480;
/// Of a table of events with many people, those whose doses are looked at for rows.
constexpr std::size_t most_people_looked_at = 50;
/// A fall of less than this share of the highest value is rounding, no peak.
constexpr double least_fall = 1e-6;

/// The lowest value from the first peak on; before it the drug is still coming in, and before the
/// first dose there is none. Where curves are noisy the first peak is the highest value.
double lowest_after_peak(std::span<const double> curve, bool noisy) {
  const auto highest = std::ranges::max_element(curve);
  auto peak = curve.begin();
  if (noisy)
    peak = highest;
  else
    for (auto at = curve.begin(); at != curve.end(); ++at)
      if (*at > *peak)
        peak = at;
      else if (*at < *peak - least_fall * std::abs(*highest))
        break;
  return *std::min_element(peak, curve.end());
}

/// An amount of substance through the analyte's molar mass.
tl::expected<double, UnitError> in_internal_units(const Measure& measure, Dimension expected,
                                                  std::optional<double> molar_mass) {
  if (const auto unit = parse_unit(measure.unit); unit && unit->dimension != expected)
    if (auto converted = convert(measure.value, *unit, {1.0, expected}, molar_mass))
      return converted;
  return to_internal(measure, expected);
}

}  // namespace

Arm::Arm(std::size_t number, const Scenario& scenario, const PopulationSpec& spec,
         const std::vector<PopulationBand>& bands, Diagnostics& problems)
    : number_(number), scenario_(scenario), model_(*scenario.model), spec_(spec) {
  ResolvedScenario resolved = resolve(scenario);
  problems.insert(problems.end(), resolved.diagnostics.begin(), resolved.diagnostics.end());
  if (has_errors(problems) || resolved.subjects.empty())
    return;
  typical_ = std::move(resolved.subjects);

  patients_.emplace(scenario, typical_.front(), spec, problems);
  // Doses per body weight: those that grow with the weight.
  per_weight_amount_.resize(typical_.size());
  per_weight_rate_.resize(typical_.size());
  if (std::holds_alternative<Schedule>(scenario.regimen)) {
    Scenario heavier = scenario;
    heavier.subject.covariates["WT"] = Measure{2.0 * patients_->typical_weight_kg(), "kg"};
    const ResolvedScenario other = resolve(heavier);
    const auto& a = typical_.front().records;
    const auto& b = other.subjects.empty() ? a : other.subjects.front().records;
    for (std::size_t r = 0; r < a.size() && a.size() == b.size(); ++r) {
      per_weight_amount_[0].push_back(a[r].amt_mg != b[r].amt_mg);
      per_weight_rate_[0].push_back(a[r].rate_mg_per_h > 0.0 &&
                                    a[r].rate_mg_per_h != b[r].rate_mg_per_h);
    }
  }

  const bool table = std::holds_alternative<EventTable>(scenario.regimen);
  const double until = to_internal(scenario.sampling.until).value_or(0.0);
  if (table)
    until_h_ = until;
  CompiledTimeline compiled = compile_timeline(model_, typical_.front(), scenario.covariates,
                                               scenario.events_file, until_h_);
  problems.insert(problems.end(), compiled.diagnostics.begin(), compiled.diagnostics.end());
  choose_columns();
  read_metrics(bands, problems);
  if (has_errors(problems))
    return;
  typical_timeline_ = std::move(compiled.timeline);

  if (scenario.solver.stepper == SolverOptions::Stepper::dopri5 && !model_.kinetics.linear)
    problems.push_back(
        {Severity::warning,
         "population.stepper",
         "stepper = \"dopri5\" is for single subjects; patients are solved together, "
         "by Rosenbrock steps",
         {},
         {},
         {}});
  may_share_ = !table && patients_->occasions() == 1 &&
               typical_timeline_.sets.size() == typical_timeline_.width;
  const auto& amounts = per_weight_amount_.front();
  const auto& rates = per_weight_rate_.front();
  if (patients_->weights_vary() && (std::ranges::find(amounts, char{1}) != amounts.end() ||
                                    std::ranges::find(rates, char{1}) != rates.end()))
    may_share_ = false;
  if (may_share_) {
    const Kinetics& k = model_.kinetics;
    for (const EventRecord& record : typical_.front().records) {
      if (record.evid != 1 && record.evid != 4)
        continue;
      Dosing dosing{record.cmt - 1, record.amt_mg, {}};
      std::vector<double> inputs(typical_timeline_.sets.begin(), typical_timeline_.sets.end());
      inputs.back() = record.amt_mg;
      const std::vector<double> all = k.dosing.run(inputs);
      std::copy_n(all.begin() + 4 * dosing.cmt, 4, dosing.values.begin());
      const bool seen = std::ranges::any_of(typical_dosing_, [&](const Dosing& d) {
        return d.cmt == dosing.cmt && d.amt_mg == dosing.amt_mg;
      });
      if (!seen)
        typical_dosing_.push_back(dosing);
    }
  }

  plan_.model = scenario.model;
  plan_.solver = scenario.solver;
  std::vector<double> grid;
  const double start = std::max(typical_timeline_.start_h, 0.0);
  if (!scenario.sampling.times_h.empty()) {
    grid = scenario.sampling.times_h;
    std::ranges::sort(grid);
  } else if (scenario.sampling.step) {
    grid = regular_grid(start, until, to_internal(*scenario.sampling.step).value_or(1.0));
  } else {
    grid = ribbon_grid(start, until);
  }
  plan_.rows = block_rows(grid, typical_timeline_);
  std::erase_if(plan_.rows, [&](const BlockRow& row) {
    return row.time_h < start && !same_instant(row.time_h, start);
  });
  for (const BlockRow& row : plan_.rows) {
    time_h_.push_back(row.time_h);
    side_.push_back(row.side);
  }
  for (const ColumnInfo& info : infos_) {
    residual_keys_.push_back(variable_key("residual:" + info.name));
    residual_size_keys_.push_back(variable_key("residual size:" + info.name));
  }
  const std::unique_ptr<BlockSolver> solver = make_block_solver(plan_, typical_timeline_);
  width_ = solver->width();
  solver_name_ = solver->name();
}

/// Even, and denser just after every event, where curves bend most: what is read off the rows (a
/// peak, hours in a band) is then what a single run of the same scenario says. An event has fewer
/// such rows the more of them there are.
std::vector<double> Arm::ribbon_grid(double start_h, double until_h) const {
  const double step = (until_h - start_h) / ribbon_points;
  std::vector<double> grid = regular_grid(start_h, until_h, step);
  std::vector<double> events;
  const auto add = [&](const Timeline& timeline) {
    for (const TimelineOp& op : timeline.ops)
      if (op.time_h >= start_h && op.time_h < until_h &&
          (op.kind == TimelineOp::Kind::rate || op.kind == TimelineOp::Kind::add ||
           op.kind == TimelineOp::Kind::steady_state || op.kind == TimelineOp::Kind::reset))
        events.push_back(op.time_h);
  };
  add(typical_timeline_);
  for (std::size_t s = 1; s < std::min(typical_.size(), most_people_looked_at); ++s)
    add(compile_timeline(model_, typical_[s], scenario_.covariates, scenario_.events_file, until_h_)
            .timeline);
  std::ranges::sort(events);
  events.erase(std::unique(events.begin(), events.end(), same_instant), events.end());
  if (events.empty() || events.size() > ribbon_points)
    return grid;
  // From a 128th of a step to four of them, so many times the same factor.
  const double most = static_cast<double>(ribbon_points) / static_cast<double>(events.size());
  const double rows = std::clamp(std::floor(most), 4.0, 28.0);
  const double factor = std::pow(4.0 * 128.0, 1.0 / rows);
  for (std::size_t e = 0; e < events.size(); ++e) {
    const double next = e + 1 < events.size() ? events[e + 1] : until_h;
    double offset = step / 128.0;
    for (double row = 0.0; row < rows && events[e] + offset < next; ++row, offset *= factor)
      grid.push_back(events[e] + offset);
  }
  std::ranges::sort(grid);
  return grid;
}

void Arm::choose_columns() {
  const std::vector<ColumnInfo> all = columns_of(model_);
  // What a target is about is needed, whoever wants to see it.
  const auto judged = [&](std::size_t i) {
    return std::ranges::find(spec_.targets, all[i].name, &PopulationTarget::output) !=
           spec_.targets.end();
  };
  const auto wanted = [&](std::size_t i, int pass) {
    if (pass == 0)
      return std::ranges::find(spec_.outputs, all[i].name) != spec_.outputs.end();
    return pass == 2 ||
           (model_.outputs[i].shown && (all[i].kind == "concentration" || all[i].kind == "effect"));
  };
  int pass = 0;
  const auto some = [&] {
    for (std::size_t i = 0; i < all.size(); ++i)
      if (wanted(i, pass))
        return true;
    return false;
  };
  while (pass < 2 && !some())
    ++pass;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (wanted(i, pass) || judged(i)) {
      plan_.outputs.push_back(static_cast<int>(i));
      infos_.push_back(all[i]);
    }
}

void Arm::read_metrics(const std::vector<PopulationBand>& bands, Diagnostics& problems) {
  using Kind = Metric::Kind;
  for (std::size_t c = 0; c < infos_.size() && spec_.metric_summaries; ++c) {
    for (const auto& [kind, name] :
         {std::pair{Kind::cmax, "cmax"}, {Kind::tmax, "tmax"}, {Kind::auc, "auc"}})
      metrics_.push_back({kind, name, c, {}, {}});
    for (const PopulationBand& band : bands)
      if (band.arm == number_ && band.output == infos_[c].name)
        metrics_.push_back({Kind::time_in_band, "time_in_band:" + band.id, c, band.low, band.high});
  }
  for (const PopulationTarget& target : spec_.targets) {
    const std::string owner = fmt::format("target '{}'", target.name);
    const auto column = static_cast<std::size_t>(
        std::ranges::find(infos_, target.output, &ColumnInfo::name) - infos_.begin());
    if (column == infos_.size())
      continue;  // make_arms() says so
    static constexpr std::array<std::pair<std::string_view, Kind>, 6> kinds{
        {{"cmax", Kind::cmax},
         {"tmax", Kind::tmax},
         {"auc", Kind::auc},
         {"cmin", Kind::cmin},
         {"last", Kind::last},
         {"time_above", Kind::time_in_band}}};
    const auto kind = std::ranges::find_if(
        kinds, [&](const auto& known) { return known.first == target.metric; });
    if (kind == kinds.end())
      continue;  // check_population() says so
    const Dimension of_output =
        model_.outputs[static_cast<std::size_t>(plan_.outputs[column])].dimension;
    const bool is_time = kind->second == Kind::tmax || kind->second == Kind::time_in_band;
    const Dimension dimension = is_time                     ? dimensions::time
                                : kind->second == Kind::auc ? of_output * dimensions::time
                                                            : of_output;
    const std::optional<double> molar_mass = infos_[column].molar_mass;
    const auto value = in_internal_units({target.value, target.unit}, dimension, molar_mass);
    if (!value) {
      refuse(problems, target.place, "population.unit",
             fmt::format("{}: {}", owner, value.error().message), value.error().hint);
      continue;
    }
    Metric metric{kind->second, target.metric, column, {}, {}};
    if (kind->second == Kind::time_in_band) {
      if (!target.level)
        continue;
      const auto level = in_internal_units(*target.level, of_output, molar_mass);
      if (!level) {
        refuse(problems, target.place, "population.level",
               fmt::format("{}: time_above needs a level of '{}'", owner, target.output),
               level.error().message);
        continue;
      }
      metric.low = *level;
    }
    targets_.push_back({target.name, metric, *value, target.above});
  }
}

std::vector<std::unique_ptr<Arm>> make_arms(const std::vector<Scenario>& scenarios,
                                            const PopulationSpec& spec,
                                            const std::vector<PopulationBand>& bands,
                                            Diagnostics& problems) {
  Diagnostics found = check_population(spec);
  problems.insert(problems.end(), found.begin(), found.end());
  std::vector<std::unique_ptr<Arm>> arms;
  Diagnostics told;  // of the arms: what is wrong with the patients is wrong in every arm
  for (const Scenario& scenario : scenarios) {
    Diagnostics own;
    arms.push_back(std::make_unique<Arm>(arms.size(), scenario, spec, bands, own));
    for (Diagnostic& d : own) {
      if (std::ranges::find(told, d) != told.end())
        continue;
      told.push_back(d);
      if (scenarios.size() > 1 && !scenario.name.empty() && d.file.empty())
        d.message = scenario.name + ": " + d.message;
      problems.push_back(std::move(d));
    }
  }
  for (const PopulationTarget& target : spec.targets) {
    const auto lacks = [&](const Scenario& scenario) {
      return scenario.model->output_index(target.output) < 0;
    };
    const auto without = std::ranges::count_if(scenarios, lacks);
    if (without == 0)
      continue;
    std::string names;
    for (const Scenario& scenario : scenarios)
      if (lacks(scenario))
        names += (names.empty() ? "" : ", ") +
                 (scenario.name.empty() ? scenario.model->id : scenario.name);
    const bool everywhere = without == static_cast<std::ptrdiff_t>(scenarios.size());
    std::vector<std::string> known;
    for (const Scenario& scenario : scenarios)
      for (const Output& output : scenario.model->outputs)
        if (std::ranges::find(known, output.name) == known.end())
          known.push_back(output.name);
    problems.push_back(
        {everywhere ? Severity::error : Severity::warning, "population.output",
         fmt::format("target '{}': {} no output '{}'{}", target.name,
                     without == 1 ? fmt::format("'{}' has", names) : fmt::format("{} have", names),
                     target.output, everywhere ? "" : "; it is not judged there"),
         target.place.file, target.place.at,
         everywhere ? fmt::format("there are {}", fmt::join(known, ", ")) : ""});
  }
  double end_h = 0.0;
  for (const auto& arm : arms)
    for (const BlockRow& row : arm->plan().rows)
      end_h = std::max(end_h, row.time_h);
  for (const Measure& start : spec.occasions)
    if (const auto start_h = to_internal(start, dimensions::time);
        start_h && end_h > 0.0 && (*start_h > end_h || same_instant(*start_h, end_h))) {
      const auto place = spec.places.of.find("occasions");
      refuse(problems, place == spec.places.of.end() ? SpecPlace{} : place->second,
             "population.occasion",
             fmt::format("occasion '{}': it begins when all is over, at {} h", to_text(start),
                         format_number(end_h, 4)));
    }
  for (const std::uint64_t wanted : spec.curves)
    if (wanted < spec.first_subject || wanted >= spec.first_subject + spec.count) {
      const auto place = spec.places.of.find("curves");
      const SpecPlace at = place == spec.places.of.end() ? SpecPlace{} : place->second;
      problems.push_back({Severity::warning,
                          "population.curves",
                          fmt::format("the curve of patient {} is wanted, who is not among the {}",
                                      wanted + 1, spec.count),
                          at.file,
                          at.at,
                          {}});
    }
  return arms;
}

Arm::Worker::Worker(const Arm& arm) : solver_(make_block_solver(arm.plan_, arm.typical_timeline_)) {
  patients_.resize(arm.width_);
  timelines_.resize(arm.width_);
  lanes_.resize(arm.width_);
  const Kinetics& k = arm.model_.kinetics;
  sets_.resize(arm.width_ * k.individual_inputs());
  dosing_.resize(k.dosing.output_count());
  scratch_.resize(k.dosing.scratch_size(1));
  column_.resize(arm.rows());
}

/// Whether doses enter this patient as they enter the typical one.
bool Arm::shares_course(Worker& worker, const VirtualPatients::Patient& patient) const {
  if (!may_share_)
    return false;
  const Kinetics& k = model_.kinetics;
  thread_local std::vector<double> inputs;
  inputs.assign(patient.parameters.begin(), patient.parameters.end());
  inputs.insert(inputs.end(), patient.covariates.begin(), patient.covariates.end());
  inputs.push_back(0.0);
  for (const Dosing& typical : typical_dosing_) {
    inputs.back() = typical.amt_mg;
    k.dosing.run(inputs, worker.dosing_, worker.scratch_, 1);
    if (!std::equal(typical.values.begin(), typical.values.end(),
                    worker.dosing_.begin() + 4 * typical.cmt))
      return false;
  }
  return true;
}

/// What covariates that change with time are at time_h, before record `next`.
std::vector<double> Arm::covariates_at(const SubjectRecords& own, std::size_t next,
                                       double time_h) const {
  const std::size_t covariates = model_.covariates.size();
  const auto row = [&](std::size_t r) {
    return std::span(own.covariates).subspan(r * covariates, covariates);
  };
  const std::span<const double> after = row(next), before = row(next > 0 ? next - 1 : 0);
  std::vector<double> there(before.begin(), before.end());
  if (next == 0 || scenario_.covariates == CovariatePolicy::nocb) {
    there.assign(after.begin(), after.end());
  } else if (scenario_.covariates == CovariatePolicy::linear) {
    const double from_h = own.records[next - 1].time_h, to_h = own.records[next].time_h;
    const double part = to_h > from_h ? (time_h - from_h) / (to_h - from_h) : 0.0;
    for (std::size_t c = 0; c < covariates; ++c)
      if (model_.covariates[c].categories.empty())
        there[c] += part * (after[c] - before[c]);
  }
  return there;
}

/// Of the person in an event table, in the first record; none where a scenario says who it is.
std::span<const double> Arm::own_covariates(std::uint64_t subject) const {
  if (!std::holds_alternative<EventTable>(scenario_.regimen))
    return {};
  const std::vector<double>& all = typical_[subject % typical_.size()].covariates;
  return std::span(all).first(std::min(all.size(), model_.covariates.size()));
}

SubjectRecords Arm::records_of(std::uint64_t subject,
                               const VirtualPatients::Patient& patient) const {
  const std::size_t which = static_cast<std::size_t>(subject % typical_.size());
  SubjectRecords own = typical_[which];
  const bool table = std::holds_alternative<EventTable>(scenario_.regimen);
  const double heavier = patient.weight_kg / patients_->typical_weight_kg();
  for (std::size_t r = 0; r < per_weight_amount_[which].size(); ++r) {
    if (per_weight_amount_[which][r]) {
      own.records[r].amt_mg *= heavier;
      own.records[r].whole_mg *= heavier;
      for (DoseShare& share : own.records[r].shares)
        share.amt_mg *= heavier;
    }
    if (per_weight_rate_[which][r])
      own.records[r].rate_mg_per_h *= heavier;
  }
  // A table's covariates are its own, unless the population decides them: then they hold
  // throughout.
  const std::size_t covariates = model_.covariates.size();
  if (!table)
    own.covariates = patient.covariates;
  for (std::size_t i = 0; table && i < own.covariates.size(); ++i)
    if (patients_->decides(i % covariates))
      own.covariates[i] = patient.covariates[i % covariates];
  const bool change_with_time = covariates > 0 && own.covariates.size() > covariates;
  const std::size_t parameters = model_.parameters.size();
  const std::span<const double> starts = patients_->occasion_starts_h();
  if (starts.empty()) {
    own.parameters = patient.parameters;
    return own;
  }
  for (const double start : starts) {
    const auto at = std::ranges::find_if(own.records, [&](const EventRecord& record) {
      return record.time_h > start || same_instant(record.time_h, start);
    });
    if (at == own.records.end() || same_instant(at->time_h, start))
      continue;
    if (change_with_time) {
      const auto row = static_cast<std::size_t>(at - own.records.begin());
      const std::vector<double> there = covariates_at(own, row, start);
      own.covariates.insert(own.covariates.begin() + static_cast<std::ptrdiff_t>(row * covariates),
                            there.begin(), there.end());
    }
    EventRecord change;
    change.time_h = start;
    change.evid = 2;
    own.records.insert(at, change);
  }
  own.parameters.clear();
  for (const EventRecord& record : own.records) {
    std::size_t occasion = 0;
    for (const double start : starts)
      occasion += record.time_h > start || same_instant(record.time_h, start) ? 1 : 0;
    const auto from =
        patient.parameters.begin() + static_cast<std::ptrdiff_t>(occasion * parameters);
    own.parameters.insert(own.parameters.end(), from,
                          from + static_cast<std::ptrdiff_t>(parameters));
  }
  return own;
}

void Arm::run_block(Worker& worker, std::uint64_t first, std::size_t count,
                    std::span<double> values, std::span<Status> status,
                    const std::stop_token& stop) const {
  const std::size_t inputs = model_.kinetics.individual_inputs();
  std::array<bool, 64> refused{};
  // Steps of a block may depend on its company: the last block of a population is filled up with
  // the patients that would come next, so that nobody's curve depends on how many there are.
  for (std::size_t lane = 0; lane < width_; ++lane) {
    VirtualPatients::Patient& patient = worker.patients_[lane];
    const std::uint64_t subject = first + lane;
    patients_->draw(subject, patient, own_covariates(subject));
    if (shares_course(worker, patient)) {
      double* set = worker.sets_.data() + lane * inputs;
      set = std::copy(patient.parameters.begin(), patient.parameters.end(), set);
      set = std::copy(patient.covariates.begin(), patient.covariates.end(), set);
      *set = 0.0;
      worker.lanes_[lane] = {&typical_timeline_,
                             std::span(worker.sets_).subspan(lane * inputs, inputs)};
      continue;
    }
    CompiledTimeline compiled =
        compile_timeline(model_, records_of(subject, patient), scenario_.covariates,
                         scenario_.events_file, until_h_);
    refused[lane] = has_errors(compiled.diagnostics);
    worker.timelines_[lane] = refused[lane] ? typical_timeline_ : std::move(compiled.timeline);
    worker.lanes_[lane] = {&worker.timelines_[lane], worker.timelines_[lane].sets};
  }
  std::array<Status, 64> all{};
  worker.solver_->run(worker.lanes_, values, std::span(all).first(width_), stop);
  const std::size_t numbers = rows() * columns();
  for (std::size_t lane = 0; lane < count; ++lane) {
    status[lane] = all[lane];
    if (refused[lane]) {
      status[lane] = Status::non_finite;
      for (std::size_t i = 0; i < numbers; ++i)
        values[i * width_ + lane] = std::numeric_limits<double>::quiet_NaN();
    }
    if (spec_.residual)
      add_residual_error(first + lane, lane, values);
  }
}

void Arm::add_residual_error(std::uint64_t subject, std::size_t lane,
                             std::span<double> values) const {
  for (std::size_t c = 0; c < columns(); ++c)
    for (const Residual& residual : model_.residuals) {
      if (residual.output != plan_.outputs[c])
        continue;
      double size = 1.0;
      if (const double rse = residual.sd_rse_percent.value_or(0.0) * 1e-2;
          spec_.uncertainty && rse > 0.0)
        size = std::exp(std::sqrt(std::log1p(rse * rse)) *
                        patients_->draws().normal(subject, residual_size_keys_[c]));
      for (std::size_t r = 0; r < rows(); ++r) {
        double& value = values[(c * rows() + r) * width_ + lane];
        const double z = patients_->draws().normal(subject, residual_keys_[c] + 2 * r);
        if (residual.log_sd) {
          value *= std::exp(size * *residual.log_sd * z);
          continue;
        }
        const double relative = residual.proportional_sd.value_or(0.0) * value;
        const double fixed = residual.additive_sd.value_or(0.0);
        value += size * std::sqrt(relative * relative + fixed * fixed) * z;
      }
    }
}

void Arm::measure(Worker& worker, std::span<const double> values, std::size_t lane,
                  std::span<double> into) const {
  std::size_t at = 0;
  std::size_t loaded = columns();
  CurveMetrics curve{};
  const auto load = [&](std::size_t column) {
    if (column == loaded)
      return;
    for (std::size_t r = 0; r < rows(); ++r)
      worker.column_[r] = values[(column * rows() + r) * width_ + lane];
    curve = exposure(time_h_, worker.column_, side_);
    loaded = column;
  };
  const auto value = [&](const Metric& metric) {
    load(metric.column);
    switch (metric.kind) {
      case Metric::Kind::cmax:
        return curve.cmax;
      case Metric::Kind::tmax:
        return curve.tmax_h;
      case Metric::Kind::auc:
        return curve.auc_0_t;
      case Metric::Kind::cmin:
        return lowest_after_peak(worker.column_, spec_.residual);
      case Metric::Kind::last:
        return worker.column_.back();
      case Metric::Kind::time_in_band:
        return time_in_band_h(time_h_, worker.column_, metric.low, metric.high);
    }
    return std::nan("");
  };
  for (const Metric& metric : metrics_)
    into[at++] = value(metric);
  for (const Target& target : targets_) {
    const double reached = value(target.metric);
    into[at++] = !std::isfinite(reached)                                              ? std::nan("")
                 : (target.above ? reached >= target.value : reached <= target.value) ? 1.0
                                                                                      : 0.0;
  }
}

std::vector<std::string> Arm::patient_columns() const {
  std::vector<std::string> names{"ID", "status", "weight_kg"};
  for (const Covariate& covariate : model_.covariates)
    names.push_back(covariate.unit_text == "1" || covariate.unit_text.empty()
                        ? covariate.name
                        : fmt::format("{} [{}]", covariate.name, covariate.unit_text));
  for (std::string& other : patients_->others())
    names.push_back(std::move(other));
  for (const Parameter& parameter : model_.parameters)
    names.push_back(fmt::format("{} [{}]", parameter.name, parameter.unit_text));
  for (const Metric& metric : metrics_)
    names.push_back(fmt::format("{} {}", metric.name, infos_[metric.column].name));
  return names;
}

void Arm::describe(const Worker& worker, std::size_t lane, std::uint64_t subject, Status status,
                   std::span<const double> metrics, std::span<double> into) const {
  const VirtualPatients::Patient& patient = worker.patients_[lane];
  std::size_t at = 0;
  into[at++] = static_cast<double>(subject + 1);
  into[at++] = static_cast<double>(status);
  into[at++] = patient.weight_kg;
  for (std::size_t c = 0; c < model_.covariates.size(); ++c)
    into[at++] = patient.covariates[c] / model_.covariates[c].unit.factor;
  for (const double other : patient.others)
    into[at++] = other;
  for (std::size_t p = 0; p < model_.parameters.size(); ++p)
    into[at++] = patient.parameters[p] / model_.parameters[p].unit.factor;
  std::ranges::copy(metrics.first(metrics_.size()), into.begin() + static_cast<std::ptrdiff_t>(at));
}

}  // namespace ketascope
