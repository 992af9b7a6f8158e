// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/dose_conversion.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/dose_amount.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

constexpr int shown_digits = 3;

/// "hydrochloride", "racemate", "racemate hydrochloride": what distinguishes both sides.
std::string kind_of(std::string_view form, std::string_view basis, bool show_form,
                    bool show_basis) {
  std::string text;
  if (show_form) {
    text += form == "racemate" ? "racemate" : fmt::format("{}-ketamine", form);
  }
  if (show_basis) {
    text += (text.empty() ? "" : " ") + std::string(basis);
  }
  return text;
}

/// mg that the model counts of a dose (counted from 1), after every conversion.
std::optional<double> counted_mg(const ResolvedScenario& resolved, int dose) {
  for (const SubjectRecords& subject : resolved.subjects) {
    for (const EventRecord& record : subject.records) {
      if (record.source_row == dose && (record.evid == 1 || record.evid == 4)) {
        return record.amt_mg;
      }
    }
  }
  return std::nullopt;
}

/// A model that holds the enantiomers apart takes a racemate as two halves.
double halves_apart(const Model& model, const DoseSpec& dose) {
  return model.enantiomers_apart && (dose.form.empty() || dose.form == "racemate") ? 2.0 : 1.0;
}

}  // namespace

tl::expected<Measure, UnitError> amount_in_volume(const Measure& volume, const Measure& strength) {
  const auto volume_unit = parse_unit(volume.unit);
  if (!volume_unit) {
    return tl::unexpected(volume_unit.error());
  }
  const auto strength_unit = parse_unit(strength.unit);
  if (!strength_unit) {
    return tl::unexpected(strength_unit.error());
  }
  if (strength_unit->dimension != dimensions::concentration) {
    return tl::unexpected(UnitError{fmt::format("'{}' is not a strength", to_text(strength)), 0,
                                    strength.unit.size(), "for example \"100 mg/mL\"",
                                    "unit.mismatch"});
  }
  const bool per_weight = volume_unit->dimension == dimensions::volume / dimensions::body_mass;
  if (!per_weight && volume_unit->dimension != dimensions::volume) {
    return tl::unexpected(UnitError{fmt::format("'{}' is not a volume", to_text(volume)), 0,
                                    volume.unit.size(), "for example \"0.35 mL\"",
                                    "unit.mismatch"});
  }
  // The factors first: those of mL and mg/mL cancel, so that 0.35 * 100 stays 35.
  return Measure{volume.value * strength.value * (volume_unit->factor * strength_unit->factor),
                 per_weight ? "mg/kg" : "mg"};
}

std::vector<std::string> conversion_notes(std::span<const Run> runs) {
  std::vector<std::string> notes;
  for (const Run& run : runs) {
    const auto* schedule = std::get_if<Schedule>(&run.scenario.regimen);
    if (schedule == nullptr) {
      continue;
    }
    const Model& model = *run.scenario.model;
    std::optional<ResolvedScenario> resolved;
    for (std::size_t i = 0; i < schedule->size(); ++i) {
      const DoseSpec& dose = (*schedule)[i];
      const bool form =
          !dose.form.empty() && dose.form != to_text(model.form) && !model.enantiomers_apart;
      const bool basis = !dose.basis.empty() && dose.basis != to_text(model.basis);
      if (!form && !basis) {
        continue;
      }
      if (!resolved) {
        resolved = resolve(run.scenario);
      }
      const auto counted = counted_mg(*resolved, static_cast<int>(i) + 1);
      if (!counted) {
        continue;
      }
      std::string note =
          fmt::format("{} mg {} = {} mg {}, which {} counts",
                      format_number(typed_amount_mg(dose, run.scenario), shown_digits),
                      kind_of(dose.form, dose.basis, form, basis),
                      format_number(*counted * halves_apart(model, dose), shown_digits),
                      kind_of(to_text(model.form), to_text(model.basis), form, basis), model.id);
      if (std::ranges::find(notes, note) == notes.end()) {
        notes.push_back(std::move(note));
      }
    }
  }
  return notes;
}

}  // namespace ketascope
