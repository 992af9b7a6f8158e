// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/validate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <set>

#include "app/validate_structure.hpp"
#include "sim/parallel.hpp"

namespace ketascope {
namespace {

/// Routes as people compare them.
std::string route_group(std::string_view route) {
  if (route == "iv") {
    return "intravenous";
  }
  if (route.starts_with("oral")) {
    return "oral";
  }
  if (route.starts_with("intranasal")) {
    return "nasal";
  }
  return route == "sublingual" || route == "buccal" ? "film" : std::string(route);
}

/// What counts in the fold errors: how much drug there was. Times and half-lives are shown only.
bool is_exposure(std::string_view metric) {
  return metric == "conc_at" || metric == "cmax" || metric == "auc_last" || metric == "f" ||
         metric == "cl";
}

ValidatedRow validated(const Model& model, const StudyArm& arm, const StudyRow& row,
                       std::optional<double> predicted) {
  const Observation& seen = row.observation;
  ValidatedRow out;
  out.arm = arm.plan.id;
  out.citation = seen.citation;
  // The peak of an infusion after a film is one of the infusion.
  out.route = route_group(arm.plan.doses.back().route);
  out.analyte = row.analyte;
  out.label = seen.analyte + (seen.enantiomer == "each" ? " (each enantiomer)" : "");
  out.metric = seen.metric;
  out.unit = seen.value.unit;
  out.site = seen.site;
  out.statistic = seen.statistic;
  out.why_not = row.why_not;
  out.observed = seen.value.value;
  out.predicted = predicted;
  const Output& output = model.outputs[row.columns.front().first];
  out.molar_mass = model.analytes[static_cast<std::size_t>(output.analyte)].molar_mass;
  out.time_min = seen.time_min;
  out.low = seen.low;
  out.high = seen.high;
  out.fitted = arm.fitted;
  out.scored = row.scored;
  out.exposure = is_exposure(seen.metric);
  return out;
}

std::vector<FoldSummary> summaries_of(const std::vector<ValidatedRow>& rows) {
  std::vector<std::string> routes{"intravenous", "oral", "nasal", "film", "rectal", "all routes"};
  const std::vector<std::string> analytes{"ketamine", "norketamine", "hydroxynorketamine",
                                          "dehydronorketamine"};
  std::vector<FoldSummary> all;
  for (const std::string& route : routes) {
    for (const std::string& analyte : analytes) {
      for (const std::string part : {"fitted", "held out", "all"}) {
        std::vector<const ValidatedRow*> chosen;
        for (const ValidatedRow& row : rows) {
          const bool in_route = route == "all routes" || row.route == route;
          const bool in_part = part == "all" || (part == "fitted") == row.fitted;
          if (in_route && in_part && row.analyte == analyte) {
            chosen.push_back(&row);
          }
        }
        FoldSummary summary = fold_summary(chosen);
        if (summary.rows > 0) {
          summary.route = route;
          summary.analyte = analyte;
          summary.part = part;
          all.push_back(std::move(summary));
        }
      }
    }
  }
  return all;
}

}  // namespace

FoldSummary fold_summary(const std::vector<const ValidatedRow*>& rows) {
  FoldSummary summary;
  std::set<std::string> arms;
  double sum = 0.0, absolute = 0.0;
  std::size_t near = 0, fair = 0;
  for (const ValidatedRow* row : rows) {
    const auto fold = row->fold();
    if (!row->scored || !row->exposure || !fold || !(*fold > 0.0)) {
      continue;
    }
    const double error = std::log(*fold);
    sum += error;
    absolute += std::abs(error);
    near += std::abs(error) <= std::log(1.25) ? 1 : 0;
    fair += std::abs(error) <= std::log(2.0) ? 1 : 0;
    arms.insert(row->arm);
    ++summary.rows;
  }
  summary.arms = arms.size();
  if (summary.rows > 0) {
    const auto n = static_cast<double>(summary.rows);
    summary.afe = std::exp(sum / n);
    summary.aafe = std::exp(absolute / n);
    summary.within_125 = static_cast<double>(near) / n;
    summary.within_2 = static_cast<double>(fair) / n;
  }
  return summary;
}

Validation validate(const Studies& studies, const Library& library, const RunControl& control) {
  Validation out;
  out.model = studies.model->id;
  out.title = studies.model->title;
  out.grade_reason = studies.model->grade_reason;
  out.conflicts = studies.plan.conflicts;
  out.unused = studies.plan.unused;
  out.bars = studies.plan.bars;

  const std::size_t arms = studies.arms.size(), ratios = studies.ratios.size();
  std::vector<char> run(arms + ratios, 0);
  std::vector<std::vector<std::optional<double>>> predicted(arms);
  std::vector<std::optional<double>> changed(ratios);
  std::atomic<std::size_t> done{0};
  parallel_for(arms + ratios, control.threads, [&](std::size_t i) {
    if (control.stop.stop_requested()) {
      return;
    }
    if (i < arms) {
      predicted[i] = predict(studies.arms[i]);
    } else {
      changed[i - arms] = predict(studies.ratios[i - arms]);
    }
    run[i] = 1;
    if (control.progress) {
      control.progress(static_cast<double>(++done) / static_cast<double>(arms + ratios + 1));
    }
  });
  out.arms_wanted = run.size();
  out.arms_run = static_cast<std::size_t>(std::ranges::count(run, char{1}));
  out.stopped = out.arms_run < out.arms_wanted || control.stop.stop_requested();
  for (std::size_t a = 0; a < arms; ++a) {
    if (run[a] == 0) {
      continue;
    }
    const StudyArm& arm = studies.arms[a];
    for (std::size_t r = 0; r < arm.rows.size(); ++r) {
      out.rows.push_back(validated(*studies.model, arm, arm.rows[r], predicted[a][r]));
    }
    if (!arm.plan.note.empty()) {
      out.notes.push_back(fmt::format("{}: {}", arm.plan.id, arm.plan.note));
    }
  }
  for (std::size_t r = 0; r < ratios; ++r) {
    if (run[arms + r] == 0) {
      continue;
    }
    out.ratios.push_back({studies.ratios[r].plan, studies.ratios[r].fitted, changed[r]});
  }
  out.summaries = summaries_of(out.rows);
  if (out.stopped) {
    return out;
  }
  out.structure = structural_checks(studies, library);
  if (control.progress) {
    control.progress(1.0);
  }
  return out;
}

}  // namespace ketascope
