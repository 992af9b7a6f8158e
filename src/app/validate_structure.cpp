// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/validate_structure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "ketascope/analysis/metrics.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

constexpr double course_h = 240.0;
constexpr double dose_mg = 50.0;

/// One dose followed until nothing is left.
class Course {
 public:
  Course(const Studies& studies, const Library& library, std::string_view route,
         std::string_view form, const std::string& devices = {}) {
    ScenarioSpec spec;
    spec.model = studies.plan.model;
    DoseSpec dose;
    dose.route = route;
    dose.amount = {dose_mg, "mg"};
    dose.form = form;
    spec.doses.push_back(dose);
    if (!devices.empty()) {
      spec.categories["DEVICES"] = devices;
    }
    auto scenario = prepare(spec, library);
    if (!scenario) {
      return;
    }
    for (double t = 0.0; t < course_h; t += std::max(0.005, t * 0.01)) {
      scenario->sampling.times_h.push_back(t);
    }
    scenario->sampling.times_h.push_back(course_h);
    scenario->sampling.until = {course_h, "h"};
    auto result = simulate(*scenario, {});
    if (result) {
      result_ = std::move(*result);
    }
  }

  std::optional<double> area(std::string_view output) const {
    const int column = index(output);
    if (column < 0) {
      return std::nullopt;
    }
    const SubjectResult& subject = result_.subjects.front();
    return auc_between(subject.time_h, subject.column(static_cast<std::size_t>(column)), 0.0,
                       course_h);
  }

  std::optional<double> last(std::string_view output) const {
    const int column = index(output);
    return column < 0
               ? std::nullopt
               : std::optional(
                     result_.subjects.front().column(static_cast<std::size_t>(column)).back());
  }

 private:
  int index(std::string_view output) const {
    return result_.subjects.empty() || !result_.model ? -1 : result_.model->output_index(output);
  }

  Result result_;
};

std::optional<double> over(std::optional<double> a, std::optional<double> b) {
  return a && b && *b > 0.0 ? std::optional(*a / *b) : std::nullopt;
}

std::string three(std::optional<double> value) {
  return value ? format_number(*value, 3) : "-";
}

class Checks {
 public:
  void within(std::string demand, std::optional<double> value, double low, double high,
              std::string_view unit) {
    if (!value) {
      return;
    }
    const std::string expected =
        low == high ? fmt::format("about {} {}", shortest(low), unit)
                    : fmt::format("{} to {} {}", shortest(low), shortest(high), unit);
    const double slack = low == high ? 0.03 * low : 0.0;
    list_.push_back({std::move(demand), expected, fmt::format("{} {}", three(value), unit),
                     *value >= low - slack && *value <= high + slack});
  }

  /// Two numbers beside the two that were observed, each within twofold.
  void pair(std::string demand, std::optional<double> first, std::optional<double> second,
            double expected_first, double expected_second) {
    if (!first || !second) {
      return;
    }
    const auto fair = [](double value, double expected) {
      return value < 2.0 * expected && value > 0.5 * expected;
    };
    list_.push_back(
        {std::move(demand),
         fmt::format("{} against {}", shortest(expected_first), shortest(expected_second)),
         fmt::format("{} against {}", three(first), three(second)),
         fair(*first, expected_first) && fair(*second, expected_second)});
  }

  std::vector<StructuralCheck> take() { return std::move(list_); }

 private:
  std::vector<StructuralCheck> list_;
};

}  // namespace

std::vector<StructuralCheck> structural_checks(const Studies& studies, const Library& library) {
  const auto course = [&](std::string_view route, std::string_view form,
                          const std::string& devices = {}) {
    return Course(studies, library, route, form, devices);
  };
  const Course iv_s = course("iv", "S"), iv_r = course("iv", "R"), oral_s = course("oral", "S"),
               oral_r = course("oral", "R"), film_s = course("sublingual", "S");
  Checks checks;
  checks.pair("AUC of S-norketamine over S-ketamine, oral against intravenous",
              over(oral_s.area("S-norketamine"), oral_s.area("S-ketamine")),
              over(iv_s.area("S-norketamine"), iv_s.area("S-ketamine")), 16.5, 2.5);
  checks.pair("AUC of S-hydroxynorketamine over S-ketamine, oral against intravenous",
              over(oral_s.area("S-hydroxynorketamine"), oral_s.area("S-ketamine")),
              over(iv_s.area("S-hydroxynorketamine"), iv_s.area("S-ketamine")), 18.0, 1.7);
  checks.pair("AUC of R-hydroxynorketamine over R-ketamine, oral against intravenous",
              over(oral_r.area("R-hydroxynorketamine"), oral_r.area("R-ketamine")),
              over(iv_r.area("R-hydroxynorketamine"), iv_r.area("R-ketamine")), 30.0, 3.1);
  checks.within("norketamine per mg, oral over intravenous",
                over(oral_s.area("S-norketamine"), iv_s.area("S-norketamine")), 0.8, 1.25, "");
  checks.within("norketamine per mg, sublingual over intravenous",
                over(film_s.area("S-norketamine"), iv_s.area("S-norketamine")), 0.8, 1.25, "");
  const Course iv = course("iv", "racemate");
  const double given_umol = dose_mg / 0.23773;
  double urine = 0.0;
  bool complete = true;
  for (const char* pool : {"urine ketamine", "urine norketamine", "urine hydroxy", "urine dhnk"}) {
    const auto amount = iv.last(pool);
    complete = complete && amount.has_value();
    urine += amount.value_or(0.0);
  }
  if (complete) {
    checks.within("recovered in urine, of the dose", 100.0 * urine / given_umol, 91.0, 91.0, "%");
    checks.within("unchanged in urine, of the dose",
                  100.0 * iv.last("urine ketamine").value_or(0.0) / given_umol, 1.5, 2.5, "%");
  }
  checks.within("clearance of R- over S-ketamine",
                over(iv_s.area("S-ketamine"), iv_r.area("R-ketamine")), 0.83, 0.94, "");
  const auto F = [&](const Course& given) {
    const auto part = over(given.area("ketamine"), iv.area("ketamine"));
    return part ? std::optional(100.0 * *part) : std::nullopt;
  };
  checks.within("bioavailability, oral", F(course("oral", "racemate")), 8.0, 23.0, "%");
  const Course iv_only_s = course("iv", "S");
  const auto F_s = [&](const std::string& devices) {
    const auto part =
        over(course("intranasal", "S", devices).area("S-ketamine"), iv_only_s.area("S-ketamine"));
    return part ? std::optional(100.0 * *part) : std::nullopt;
  };
  checks.within("bioavailability, nasal spray, two devices", F_s("two"), 45.0, 55.0, "%");
  checks.within("bioavailability, nasal spray, three devices", F_s("three"), 45.0, 55.0, "%");
  checks.within("bioavailability, intramuscular", F(course("im", "racemate")), 93.0, 93.0, "%");
  checks.within("bioavailability, rectal", F(course("rectal", "racemate")), 25.0, 50.0, "%");
  checks.within("bioavailability, sublingual", F(course("sublingual", "racemate")), 25.0, 50.0,
                "%");
  return checks.take();
}

}  // namespace ketascope
