// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "io/population_text.hpp"
#include "io/saved_text.hpp"
#include "io/scenario_text.hpp"
#include "io/toml_writer.hpp"
#include "ketascope/io/scenario_file.hpp"

namespace ketascope {
namespace {

using namespace scenario_text;

/// The lines of a table, `name = value`, in the order of calls.
class Lines {
 public:
  void header(std::string_view text) { text_ += fmt::format("{}\n", text); }
  void add(std::string_view text) { text_ += text; }
  void blank() { text_ += '\n'; }
  void line(std::string_view name, std::string_view value) {
    text_ += fmt::format("{} = {}\n", name, value);
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

/// `{ a = 1, b = 2 }`
class Inline {
 public:
  void add(std::string_view name, std::string_view value) {
    text_ += fmt::format("{}{} = {}", text_.empty() ? "" : ", ", toml_key(name), value);
  }
  bool empty() const { return text_.empty(); }
  std::string text() const { return fmt::format("{{ {} }}", text_); }

 private:
  std::string text_;
};

std::string dose_text(const DoseSpec& dose) {
  Inline fields;
  if (const auto compartment = freely_dosed(dose.route)) {
    fields.add("compartment", toml_text(*compartment));
  } else {
    fields.add("route", toml_text(dose.route));
  }
  fields.add("amount", toml_measure(dose.amount));
  fields.add("start", toml_measure(dose.start));
  if (dose.duration) {
    fields.add("duration", toml_measure(*dose.duration));
  }
  if (dose.rate) {
    fields.add("rate", toml_measure(*dose.rate));
  }
  if (dose.repeats != 0) {
    fields.add("repeats", fmt::to_string(dose.repeats));
  }
  if (dose.interval) {
    fields.add("interval", toml_measure(*dose.interval));
  }
  if (dose.steady_state) {
    fields.add("steady_state", "true");
  }
  if (!dose.form.empty()) {
    fields.add("form", toml_text(dose.form));
  }
  if (!dose.basis.empty()) {
    fields.add("basis", toml_text(dose.basis));
  }
  if (dose.F) {
    fields.add("F", toml_measure(*dose.F));
  }
  if (dose.lag) {
    fields.add("lag", toml_measure(*dose.lag));
  }
  return fields.text();
}

/// A label that reads like a measure, "2" or "70 kg", has to say that it is a label.
std::string category_text(const std::string& label) {
  return reads_like_a_number(label) ? fmt::format("{{ category = {} }}", toml_text(label))
                                    : toml_text(label);
}

std::string subject_text(const ScenarioSpec& spec) {
  Inline fields;
  for (const auto& [name, value] : spec.subject) {
    fields.add(name, toml_measure(value));
  }
  for (const auto& [name, label] : spec.categories) {
    if (!spec.subject.contains(name)) {
      fields.add(name, category_text(label));
    }
  }
  return fields.empty() ? std::string() : fields.text();
}

std::string solver_text(const SolverOptions& solver) {
  Inline fields;
  fields.add("kind", toml_text(word(solver_kinds, solver.kind)));
  fields.add("stepper", toml_text(word(steppers, solver.stepper)));
  fields.add("rtol", toml_number(solver.rtol));
  fields.add("atol", toml_number(solver.atol));
  if (solver.max_steps != SolverOptions().max_steps) {
    fields.add("max_steps", fmt::to_string(solver.max_steps));
  }
  return fields.text();
}

void write_regimen(Lines& out, const ScenarioSpec& spec) {
  if (!spec.events.empty()) {
    out.line("events", toml_text(spec.events));
    return;
  }
  std::string doses = "[\n";
  for (const DoseSpec& dose : spec.doses) {
    doses += fmt::format("  {},\n", dose_text(dose));
  }
  out.line("doses", spec.doses.empty() ? "[]" : doses + "]");
}

void write_interactions(Lines& out, const ScenarioSpec& spec) {
  if (spec.interactions.empty()) {
    return;
  }
  std::string list = "[\n";
  for (const InteractionSpec& interaction : spec.interactions) {
    Inline fields;
    fields.add("perpetrator", toml_text(interaction.perpetrator));
    if (!interaction.regimen.empty()) {
      fields.add("regimen", toml_text(interaction.regimen));
    }
    if (!interaction.doses.empty()) {
      std::string doses = "[";
      for (const DoseSpec& dose : interaction.doses) {
        doses += (doses.size() > 1 ? ", " : "") + dose_text(dose);
      }
      fields.add("doses", doses + "]");
    }
    list += fmt::format("  {},\n", fields.text());
  }
  out.line("interactions", list + "]");
}

void write_style(Lines& out, const ScenarioStyle& style) {
  Inline fields;
  if (!style.colour.empty()) {
    fields.add("colour", toml_text(style.colour));
  }
  Inline curves;
  for (const auto& [output, curve] : style.curves) {
    Inline own;
    if (!curve.line.empty()) {
      own.add("line", toml_text(curve.line));
    }
    if (curve.width != 0.0) {
      own.add("width", toml_number(curve.width));
    }
    if (!curve.legend.empty()) {
      own.add("legend", toml_text(curve.legend));
    }
    curves.add(output, own.text());
  }
  if (!curves.empty()) {
    fields.add("curves", curves.text());
  }
  if (!fields.empty()) {
    out.line("style", fields.text());
  }
}

void write_sampling(Lines& out, const Sampling& sampling) {
  out.line("until", toml_measure(sampling.until));
  if (sampling.step) {
    out.line("step", toml_measure(*sampling.step));
  }
  out.line("points", fmt::to_string(sampling.points));
  if (!sampling.times_h.empty()) {
    std::vector<std::string> times;
    for (const double time : sampling.times_h) {
      times.push_back(toml_number(time));
    }
    out.line("times_h", fmt::format("[{}]", fmt::join(times, ", ")));
  }
}

void write_scenario(Lines& out, const ScenarioSpec& spec) {
  out.blank();
  out.header("[[scenario]]");
  out.line("name", toml_text(spec.name));
  out.line("model", toml_text(spec.model));
  if (const std::string subject = subject_text(spec); !subject.empty()) {
    out.line("subject", subject);
  }
  if (!spec.parameters.empty()) {
    Inline parameters;
    for (const auto& [name, value] : spec.parameters) {
      parameters.add(name, toml_measure(value));
    }
    out.line("parameters", parameters.text());
  }
  write_regimen(out, spec);
  if (!spec.outputs.empty()) {
    out.line("outputs", toml_list(spec.outputs));
  }
  if (!spec.effects.empty()) {
    out.line("effects", toml_list(spec.effects));
  }
  write_interactions(out, spec);
  write_style(out, spec.style);
  write_sampling(out, spec.sampling);
  out.line("covariates", toml_text(word(covariate_policies, spec.covariates)));
  out.line("solver", solver_text(spec.solver));
  out.line("seed", toml_seed(spec.seed));
  out.line("visible", spec.visible ? "true" : "false");
}

}  // namespace

std::string to_toml(const ScenarioFile& document) {
  Lines out;
  out.line("format", toml_text(fmt::format("{} 1", format_kind)));
  out.line("title", toml_text(document.title));
  out.line("description", toml_text(document.description));
  out.line("written_by", toml_text(document.written_by));
  if (document.scenarios.empty()) {
    out.line("scenario", "[]");  // an empty document on purpose
  }
  out.blank();
  out.header("[display]");
  out.line("axis", toml_text(word(axes, document.display.log_axis)));
  out.line("unit", toml_text(document.display.unit));
  out.line("time_unit", toml_text(document.display.time_unit));
  out.line("time_zero", toml_text(word(time_zeros, document.display.time_zero)));
  out.line("observed", document.display.observed ? "true" : "false");
  if (!document.display.patients) {
    out.line("patients", "false");
  }
  out.line("band_edges", toml_text(word(band_edges, document.display.fuzzy_bands)));
  out.line("bands", toml_list(document.display.bands));
  if (document.display.baseline != 0) {  // counted from 1, as people count
    out.line("baseline", fmt::to_string(document.display.baseline + 1));
  }
  if (document.population) {
    out.blank();
    out.add(population_text(*document.population));
  }
  for (const ScenarioSpec& scenario : document.scenarios) {
    write_scenario(out, scenario);
  }
  if (document.saved.state) {
    out.blank();
    out.add(saved_text(*document.saved.state));
  }
  return out.text();
}

}  // namespace ketascope
