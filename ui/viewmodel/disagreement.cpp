// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/disagreement.hpp"

#include <QCoreApplication>
#include <QStringList>
#include <exception>
#include <utility>

#include "ketascope/app/dose_conversion.hpp"
#include "ketascope/app/observations.hpp"
#include "ketascope/app/run.hpp"
#include "ketascope/sim/dose_weight.hpp"
#include "viewmodel/defect.hpp"
#include "viewmodel/dose_choices.hpp"
#include "viewmodel/number_text.hpp"
#include "viewmodel/words_in_use.hpp"

namespace ketascope {
namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("ketascope", text);
}

}  // namespace

DisagreementOutcome askEveryModel(const DisagreementRequest& request, const RunControl& control) {
  DisagreementOutcome outcome;
  try {
    auto found = compare_models(request.question, request.library, request.display, control);
    if (!found) {
      outcome.diagnostics = std::move(found.error());
      return outcome;
    }
    outcome.found = std::move(*found);
    std::vector<EffectBand> bands;
    if (auto chosen = choose_bands(request.bands, request.display)) {
      bands = std::move(*chosen);
    }
    outcome.figure =
        disagreement_figure(outcome.found, bands, request.display, request.title, request.words);
    outcome.notes = request.notes;
    const auto add = [&](const std::vector<std::string>& notes) {
      for (const std::string& note : notes) {
        outcome.notes.push_back(request.words(note));
      }
    };
    add(outcome.found.notes);
    add(grade_notes(outcome.found.runs));
    add(conversion_notes(outcome.found.runs));
    if (request.observations) {
      const ObservedData observed =
          observed_data(outcome.found.runs, *request.observations, request.display);
      add_observed(outcome.figure, observed);
      add(observed.notes);
      if (observed.points.empty()) {
        outcome.notes.push_back(
            tr("The library holds no observed data of this dose, route and form.").toStdString());
      }
    }
  } catch (const std::exception& problem) {
    outcome.diagnostics.push_back(defect(problem));
  }
  return outcome;
}

DisagreementRequest questionOf(const ScenarioSpec& spec, std::size_t dose, const Model& model,
                               bool ownForms) {
  DisagreementRequest request;
  request.words = wordsInUse();
  ModelQuestion& question = request.question;
  question.dose = spec.doses.at(dose);
  if (ownForms) {
    question.dose.form.clear();
  } else if (question.dose.form.empty()) {
    question.dose.form = to_text(model.form);
  }
  if (question.dose.basis.empty()) {
    question.dose.basis = to_text(model.basis);
  }
  if (const auto weight = spec.subject.find("WT"); weight != spec.subject.end()) {
    question.weight = weight->second;
  } else if (model.covariate_index("WT") >= 0) {
    question.weight = Measure{dose_weight_kg({}, &model), "kg"};
  }
  if (const auto age = spec.subject.find("AGE"); age != spec.subject.end()) {
    question.age = age->second;
  }
  question.until = spec.sampling.until;
  if (spec.doses.size() > 1) {
    request.notes.push_back(tr("The scenario has %1 doses; dose %2 is compared.")
                                .arg(spec.doses.size())
                                .arg(dose + 1)
                                .toStdString());
  }
  if (!spec.parameters.empty()) {
    request.notes.push_back(
        tr("Changed parameters of the scenario do not count: models answer as published.")
            .toStdString());
  }
  if (!spec.interactions.empty()) {
    request.notes.push_back(
        tr("What is taken beside does not count: models answer for the drug alone.").toStdString());
  }
  request.title = questionText(question, model).toStdString();
  return request;
}

QString questionText(const ModelQuestion& question, const Model& model) {
  const DoseSpec& dose = question.dose;
  const Route* route = model.route(dose.route);
  QString text = inWords(to_text(dose.amount));
  if (!dose.form.empty()) {
    text += QLatin1Char(' ') + formName(dose.form);
  }
  text += QLatin1Char(' ') +
          inWords(route == nullptr || route->label.empty() ? dose.route : route->label);
  if (dose.duration) {
    text += tr(" over %1").arg(inWords(to_text(*dose.duration)));
  }
  if (dose.rate) {
    text += tr(" at %1").arg(inWords(to_text(*dose.rate)));
  }
  if (dose.repeats > 0 && dose.interval) {
    text += tr(", %1 times every %2").arg(dose.repeats + 1).arg(inWords(to_text(*dose.interval)));
  }
  if (question.weight) {
    text += QStringLiteral(", %1").arg(inWords(to_text(*question.weight)));
  }
  if (question.age) {
    text += QStringLiteral(", ") + (question.age->unit == "year"
                                        ? tr("%1 years").arg(plainNumberText(question.age->value))
                                        : inWords(to_text(*question.age)));
  }
  return text;
}

}  // namespace ketascope
