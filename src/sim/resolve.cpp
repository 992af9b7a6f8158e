// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <utility>

#include "ketascope/diagnostic/suggest.hpp"
#include "ketascope/model/salt.hpp"
#include "ketascope/sim/dose_weight.hpp"
#include "ketascope/sim/scenario.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

constexpr Dimension dose_dimension = dimensions::drug_mass;
constexpr Dimension dose_per_weight = dimensions::drug_mass / dimensions::body_mass;

std::string joined(const std::vector<std::string>& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

class Resolver {
 public:
  explicit Resolver(const Scenario& scenario) : scenario_(scenario), model_(*scenario.model) {}

  ResolvedScenario run() {
    resolve_parameters();
    resolve_covariates();
    resolve_end();
    if (const auto* schedule = std::get_if<Schedule>(&scenario_.regimen)) {
      resolve_schedule(*schedule);
    } else {
      out_.subjects = std::get<EventTable>(scenario_.regimen);
      for (SubjectRecords& subject : out_.subjects) {
        if (subject.parameters.empty())
          subject.parameters = parameters_;
        if (subject.covariates.empty())
          subject.covariates = covariates_;
      }
    }
    return std::move(out_);
  }

 private:
  void problem(Severity severity, std::string code, std::string message, std::string hint = {},
               SourceLocation at = {}) {
    Diagnostic d;
    d.severity = severity;
    d.code = std::move(code);
    d.message = std::move(message);
    d.hint = std::move(hint);
    d.at = at;
    out_.diagnostics.push_back(std::move(d));
  }
  void refuse(std::string code, std::string message, std::string hint = {},
              SourceLocation at = {}) {
    problem(Severity::error, std::move(code), std::move(message), std::move(hint), at);
  }

  /// `measure` in internal units, or a refusal that names `what`.
  std::optional<double> value_of(const Measure& measure, Dimension dimension, std::string_view what,
                                 SourceLocation at = {}) {
    const auto value = to_internal(measure, dimension);
    if (value && std::isfinite(*value))
      return *value;
    refuse("scenario.unit",
           fmt::format("{} '{}': {}", what, to_text(measure),
                       value ? "must be a finite number" : value.error().message),
           value ? std::string() : value.error().hint, at);
    return std::nullopt;
  }

  void resolve_parameters() {
    for (const Parameter& p : model_.parameters)
      parameters_.push_back(p.value);
    for (const auto& [name, measure] : scenario_.parameters) {
      const int index = model_.parameter_index(name);
      if (index < 0) {
        std::vector<std::string> known;
        for (const Parameter& p : model_.parameters)
          known.push_back(p.name);
        const std::string near = nearest_name(name, known);
        refuse("scenario.parameter_unknown",
               fmt::format("model {} has no parameter '{}'", model_.id, name),
               near.empty() ? "it has " + joined(known) : "did you mean '" + near + "'?");
        continue;
      }
      const auto i = static_cast<std::size_t>(index);
      const Parameter& parameter = model_.parameters[i];
      const auto v = value_of(measure, parameter.unit.dimension, "parameter " + name);
      if (v && *v < 0.0 && never_negative(parameter)) {
        refuse("scenario.parameter_sign",
               fmt::format("parameter {} '{}': must not be negative", name, to_text(measure)),
               fmt::format("it is published as {} {}", format_number(parameter.printed, 4),
                           parameter.unit_text));
        continue;
      }
      if (v)
        parameters_[i] = *v;
    }
  }

  /// Volumes, clearances, rates, times, concentrations. A pure number or a slope may change sign.
  static bool never_negative(const Parameter& parameter) {
    const Dimension& of = parameter.unit.dimension;
    return of != Dimension{} && of.drug_mass >= 0 && of.molar >= 0 && parameter.value > 0.0;
  }

  void resolve_covariates() {
    for (const Covariate& c : model_.covariates)
      covariates_.push_back(c.standard);
    for (const auto& [name, measure] : scenario_.subject.covariates) {
      const int index = model_.covariate_index(name);
      if (index < 0 && name != "WT") {
        std::vector<std::string> known{"WT"};
        for (const Covariate& c : model_.covariates)
          if (c.name != "WT")
            known.push_back(c.name);
        refuse("scenario.covariate_unknown",
               fmt::format("model {} has no covariate '{}'", model_.id, name),
               "it knows " + joined(known));
        continue;
      }
      const Dimension dimension =
          index < 0 ? dimensions::body_mass
                    : model_.covariates[static_cast<std::size_t>(index)].unit.dimension;
      const auto v = value_of(measure, dimension, name);
      if (!v)
        continue;
      if (dimension == dimensions::body_mass && !(*v > 0.0)) {
        refuse("scenario.weight",
               fmt::format("{} = {}: a weight must be positive", name, to_text(measure)));
        continue;
      }
      if (name == "WT")
        weight_kg_ = *v;
      if (index >= 0)
        set_covariate(static_cast<std::size_t>(index), *v, measure);
    }
    if (!weight_kg_)
      weight_kg_ = dose_weight_kg({}, &model_);
  }

  void set_covariate(std::size_t i, double value, const Measure& typed) {
    const Covariate& c = model_.covariates[i];
    covariates_[i] = value;
    const bool below = c.low && value < *c.low, above = c.high && value > *c.high;
    if (!below && !above)
      return;
    const auto shown = [&](const std::optional<double>& bound) {
      return bound ? fmt::format("{:.4g}", *bound / c.unit.factor) : std::string("...");
    };
    problem(Severity::warning, "scenario.outside_range",
            fmt::format("{} = {} is outside the range that {} was built on ({} to {} {})", c.name,
                        to_text(typed), model_.id, shown(c.low), shown(c.high), c.unit_text),
            "the curve is an extrapolation");
  }

  void resolve_end() {
    const auto until = value_of(scenario_.sampling.until, dimensions::time, "until");
    if (!until)
      return;
    if (!(*until > 0.0))
      refuse("scenario.until",
             fmt::format("until = {}: must be after the start", to_text(scenario_.sampling.until)));
    until_h_ = *until;
  }

  void resolve_schedule(const Schedule& schedule) {
    SubjectRecords subject;
    subject.parameters = parameters_;
    subject.covariates = covariates_;
    int number = 0;
    for (const DoseSpec& dose : schedule)
      resolve_dose(dose, ++number, subject.records);
    std::ranges::stable_sort(subject.records, {}, &EventRecord::time_h);
    // A steady state of several doses: the first empties the body, the others add to it.
    bool first = true;
    for (EventRecord& record : subject.records)
      if (record.ss == 1 && !std::exchange(first, false))
        record.ss = 2;
    // The course begins at 0 and additional doses run until the end that is asked for.
    if (subject.records.empty() || subject.records.front().time_h > 0.0)
      subject.records.insert(subject.records.begin(), EventRecord{});
    EventRecord end;
    end.time_h = until_h_;
    subject.records.push_back(end);
    out_.subjects.push_back(std::move(subject));
  }

  void resolve_dose(const DoseSpec& dose, int number, std::vector<EventRecord>& records) {
    const std::string name = fmt::format("dose {}", number);
    const Route* route = model_.route(dose.route);
    if (route == nullptr) {
      refuse_route(dose, name);
      return;
    }
    EventRecord record;
    record.evid = 1;
    record.source_name = "dose";
    record.source_row = number;
    bool valid = true;
    const auto quantity = [&](const Measure& m, Dimension d, std::string_view what) {
      const auto v = value_of(m, d, fmt::format("{}, {}", name, what), dose.at);
      if (v && *v < 0.0) {
        refuse("scenario.negative",
               fmt::format("{}, {} = {}: must not be negative", name, what, to_text(m)), {},
               dose.at);
        valid = false;
      }
      valid = valid && v.has_value();
      return v.value_or(0.0);
    };

    record.amt_mg = dose_amount(dose, *route, quantity);
    // What acts on enzymes may have been taken before the course begins.
    record.time_h =
        route->interaction.empty()
            ? quantity(dose.start, dimensions::time, "start")
            : value_of(dose.start, dimensions::time, name + ", start", dose.at).value_or(0.0);
    if (dose.duration) {
      record.dur_h = quantity(*dose.duration, dimensions::time, "duration");
      if (valid && record.dur_h == 0.0)
        refuse("scenario.duration", name + ": an infusion needs a duration above 0",
               "leave the duration out for a dose given at once", dose.at);
    }
    if (dose.rate)
      record.rate_mg_per_h = dose_rate(dose, *route, quantity);
    if (dose.duration && dose.rate)
      refuse("scenario.rate_and_duration", name + ": give a duration or a rate, not both", {},
             dose.at);
    if ((dose.duration || dose.rate) && !route->infusion) {
      std::vector<std::string> may;
      for (const Route& r : model_.routes)
        if (r.infusion)
          may.push_back(r.id);
      refuse("scenario.no_infusion",
             fmt::format("{}: route '{}' of model {} is given at once, not over a time", name,
                         route->id, model_.id),
             may.empty() ? "leave duration and rate out"
                         : "leave duration and rate out, or use " + joined(may),
             dose.at);
    }
    record.addl = dose.repeats;
    if (dose.repeats < 0)
      refuse("scenario.repeats", name + ": the number of repeats must not be negative", {},
             dose.at);
    if (dose.interval)
      record.ii_h = quantity(*dose.interval, dimensions::time, "interval");
    if ((dose.repeats > 0 || dose.steady_state) && !(record.ii_h > 0.0))
      refuse("scenario.interval", name + ": repeated doses need an interval above 0", {}, dose.at);
    if (dose.repeats == 0 && !dose.steady_state)
      record.ii_h = 0.0;
    record.ss = dose.steady_state ? 1 : 0;
    if (dose.F) {
      record.F = quantity(*dose.F, dimensions::none, "F");
      if (valid && *record.F > 1.0)
        refuse("scenario.F",
               fmt::format("{}, F = {}: more cannot enter than is given", name, to_text(*dose.F)),
               "F is a part, such as 0.5 or 50 %", dose.at);
    }
    if (dose.lag)
      record.lag_h = quantity(*dose.lag, dimensions::time, "lag");
    if (!valid)
      return;
    if (record.time_h > until_h_) {
      problem(Severity::warning, "scenario.dose_after_end",
              fmt::format("{} starts at {}, after the end of the simulation, and is not given",
                          name, to_text(dose.start)),
              "simulate for longer", dose.at);
      return;
    }
    enter(dose, *route, record, records);
  }

  /// One record for each compartment that the route enters.
  void enter(const DoseSpec& dose, const Route& route, const EventRecord& record,
             std::vector<EventRecord>& records) {
    std::vector<DoseShare> shares;
    for (const int into : route.into) {
      const Compartment& entered = model_.compartments[static_cast<std::size_t>(into)];
      if (const double part = enantiomer_part(dose, route, entered); part != 0.0)
        shares.push_back({into + 1, record.amt_mg * part});
    }
    // Given by duration: a rate that delivers the whole amount in that time. Where bioavailability
    // is modelled it scales the rate instead, so that the duration stays as typed.
    for (std::size_t i = 0; i < route.into.size(); ++i) {
      EventRecord entry = record;
      const Compartment& into = model_.compartments[static_cast<std::size_t>(route.into[i])];
      const double part = enantiomer_part(dose, route, into);
      if (part == 0.0)
        continue;
      entry.amt_mg *= part;
      entry.rate_mg_per_h *= part;
      entry.cmt = route.into[i] + 1;
      if (entry.F && shares.size() > 1) {
        entry.shares = shares;
        entry.whole_mg = record.amt_mg * chains(route);
      }
      if (entry.dur_h > 0.0 && into.F.empty() && !entry.F) {
        entry.rate_mg_per_h = entry.amt_mg / entry.dur_h;
        entry.dur_h = 0.0;
      } else if (entry.dur_h == 0.0 && entry.rate_mg_per_h == 0.0 && !route.free) {
        if (into.models_D)
          entry.rate_mg_per_h = -2.0;
        else if (into.models_R)
          entry.rate_mg_per_h = -1.0;
      }
      if (entry.amt_mg == 0.0) {
        entry.rate_mg_per_h = entry.dur_h = 0.0;
        entry.addl = entry.ss = 0;
        entry.ii_h = 0.0;
        entry.F.reset();
        entry.lag_h.reset();
        entry.shares.clear();
        entry.whole_mg = 0.0;
      }
      records.push_back(entry);
    }
  }

  /// How often the model carries the whole dose: twice where each enantiomer's chain of
  /// compartments gets all of a racemate, of which its concentrations count half.
  double chains(const Route& route) const {
    if (model_.enantiomers_apart)
      return 1.0;
    std::set<std::string> enantiomers;
    for (const int into : route.into) {
      const Compartment& entered = model_.compartments[static_cast<std::size_t>(into)];
      if (entered.analyte < 0)
        continue;
      const Analyte& analyte = model_.analytes[static_cast<std::size_t>(entered.analyte)];
      if (analyte.enantiomer == "S" || analyte.enantiomer == "R")
        enantiomers.insert(analyte.enantiomer);
    }
    return enantiomers.size() == 2 ? 2.0 : 1.0;
  }

  void refuse_route(const DoseSpec& dose, const std::string& name) {
    std::vector<std::string> known;
    if (const auto compartment = freely_dosed(dose.route)) {
      for (const Route& r : model_.free_routes)
        known.emplace_back(*freely_dosed(r.id));
      refuse("scenario.compartment",
             fmt::format("{}: model {} has no compartment '{}' that takes a dose", name, model_.id,
                         *compartment),
             "it has " + joined(known), dose.at);
      return;
    }
    for (const Route& r : model_.routes)
      known.push_back(r.id);
    refuse("scenario.route",
           fmt::format("{}: model {} has no route '{}'", name, model_.id, dose.route),
           "it has " + joined(known), dose.at);
  }

  template <class Quantity>
  double dose_amount(const DoseSpec& dose, const Route& route, Quantity& quantity) {
    const auto unit = parse_unit(dose.amount.unit);
    double amount = 0.0;
    if (unit && unit->dimension == dose_per_weight)
      amount = quantity(dose.amount, dose_per_weight, "amount") * *weight_kg_;
    else if (unit && unit->dimension == dimensions::amount && molar_mass_of(given(route)))
      amount = quantity(dose.amount, dimensions::amount, "amount") * *molar_mass_of(given(route));
    else
      amount = quantity(dose.amount, dose_dimension, "amount");
    return amount * conversion(dose, route);
  }

  /// Index of the analyte that is given: the drug, or what a compartment that is dosed freely
  /// holds.
  int given(const Route& route) const {
    if (!route.free)
      return model_.dose_analyte;
    return model_.compartments[static_cast<std::size_t>(route.into.front())].analyte;
  }

  /// mg that enter per mg of what a compartment holds, in a model that counts molecules: it takes
  /// every dose as mg of the drug.
  double as_drug(const Route& route) const {
    const auto drug = molar_mass_of(model_.dose_analyte), held = molar_mass_of(given(route));
    return route.free && model_.molar && drug && held ? *drug / *held : 1.0;
  }

  template <class Quantity>
  double dose_rate(const DoseSpec& dose, const Route& route, Quantity& quantity) {
    const auto unit = parse_unit(dose.rate->unit);
    const Dimension per_weight = dose_per_weight / dimensions::time;
    const double rate = unit && unit->dimension == per_weight
                            ? quantity(*dose.rate, per_weight, "rate") * *weight_kg_
                            : quantity(*dose.rate, dose_dimension / dimensions::time, "rate");
    if (rate == 0.0)
      refuse("scenario.rate", "an infusion needs a rate above 0",
             "leave the rate out for a dose given at once", dose.at);
    return rate * conversion(dose, route);
  }

  std::optional<double> molar_mass_of(int analyte) const {
    if (analyte < 0)
      return std::nullopt;
    return model_.analytes[static_cast<std::size_t>(analyte)].molar_mass;
  }

  /// Dose as typed -> dose as the model counts it (salt or base, racemate or enantiomer).
  double conversion(const DoseSpec& dose, const Route& route) {
    double factor = as_drug(route);
    const std::string_view basis = to_text(model_.basis), form = to_text(model_.form);
    if (!dose.basis.empty() && dose.basis != basis) {
      if (dose.basis == "hydrochloride")
        factor *= base_per_hydrochloride;
      else if (dose.basis == "base")
        factor /= base_per_hydrochloride;
      else
        refuse("scenario.basis", fmt::format("'{}' is no dose basis", dose.basis),
               "use base or hydrochloride", dose.at);
    }
    if (route.free)
      return factor * form_into(dose, route);
    const bool own_entry = model_.enantiomers_apart && (dose.form == "S" || dose.form == "R");
    if (!dose.form.empty() && dose.form != form && !own_entry) {
      if (dose.form == "racemate" && model_.form != DrugForm::racemate) {
        factor *= 0.5;
        note_once("scenario.half_racemate",
                  fmt::format("half of a racemic dose is {}-ketamine; {} shows that half only",
                              form, model_.id));
      } else if (dose.form == "S" || dose.form == "R" || dose.form == "racemate") {
        refuse("scenario.form",
               fmt::format("model {} is for {}, not for {}", model_.id, form, dose.form),
               "choose a model of that form", dose.at);
      } else {
        refuse("scenario.form", fmt::format("'{}' is no drug form", dose.form),
               "use racemate, S or R", dose.at);
      }
    }
    return factor;
  }

  /// What enters of a free dose that is said to be of a form: all of what the compartment holds.
  double form_into(const DoseSpec& dose, const Route& route) {
    const int analyte = given(route);
    const std::string held =
        analyte < 0 ? std::string() : model_.analytes[static_cast<std::size_t>(analyte)].enantiomer;
    if (dose.form.empty() || dose.form == held ||
        (held != "S" && held != "R" && dose.form == "racemate"))
      return 1.0;
    if (dose.form == "racemate")
      return 0.5;
    refuse("scenario.form",
           fmt::format("{} holds {}, not {}", *freely_dosed(dose.route),
                       held.empty() ? "racemate" : held, dose.form),
           "leave the form out for a dose of what the compartment holds", dose.at);
    return 1.0;
  }

  /// The part of a dose that enters a compartment: where a model holds the enantiomers apart, that
  /// of its own.
  double enantiomer_part(const DoseSpec& dose, const Route& route, const Compartment& into) const {
    if (!model_.enantiomers_apart || route.free || !route.interaction.empty() || into.analyte < 0)
      return 1.0;
    const std::string& own = model_.analytes[static_cast<std::size_t>(into.analyte)].enantiomer;
    if (own != "S" && own != "R")
      return 1.0;
    if (dose.form.empty() || dose.form == "racemate")
      return 0.5;
    return dose.form == own ? 1.0 : 0.0;
  }

  void note_once(std::string code, std::string message) {
    for (const Diagnostic& d : out_.diagnostics)
      if (d.code == code)
        return;
    problem(Severity::warning, std::move(code), std::move(message));
  }

  const Scenario& scenario_;
  const Model& model_;
  ResolvedScenario out_;
  std::vector<double> parameters_, covariates_;
  std::optional<double> weight_kg_;
  double until_h_ = 0.0;
};

}  // namespace

ResolvedScenario resolve(const Scenario& scenario) {
  return Resolver(scenario).run();
}

}  // namespace ketascope
