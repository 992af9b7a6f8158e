// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/dose_by_hand.hpp"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

#include "ketascope/app/dose_entry.hpp"
#include "viewmodel/number_text.hpp"
#include "viewmodel/words_in_use.hpp"

namespace ketascope {
namespace {

constexpr int digits = 3;

QString tr(const char* text) {
  return QCoreApplication::translate("ketascope", text);
}

/// The scenario without what is put on top of its model.
Scenario bare(const ScenarioSpec& spec, const ModelPtr& model) {
  Scenario scenario;
  scenario.model = model;
  for (const auto& [name, value] : spec.parameters) {
    if (model->parameter_index(name) >= 0) {
      scenario.parameters.emplace(name, value);
    }
  }
  for (const auto& [name, value] : spec.subject) {
    if (name == "WT" || model->covariate_index(name) >= 0) {
      scenario.subject.covariates.emplace(name, value);
    }
  }
  for (const auto& [name, label] : spec.categories) {
    const int index = model->covariate_index(name);
    if (index < 0) {
      continue;
    }
    const auto& categories = model->covariates[static_cast<std::size_t>(index)].categories;
    if (const auto code = categories.find(label); code != categories.end()) {
      scenario.subject.covariates[name] = Measure{code->second, ""};
    }
  }
  scenario.sampling = spec.sampling;
  scenario.regimen = spec.doses;
  return scenario;
}

QString valuesText(const DoseEntry& entry) {
  QString text =
      entry.F_text.empty() ? tr("all of it") : tr("F = %1").arg(numberText(entry.F, digits));
  if (!entry.lag_text.empty()) {
    text = tr("%1, lag %2").arg(text, durationText(entry.lag_h));
  }
  return text;
}

/// Entries that differ by their compartment only, such as both enantiomers', in one line.
QString aboutEntries(const std::vector<DoseEntry>& entries) {
  struct Line {
    QStringList compartments;
    QString values, sources;
  };
  std::vector<Line> lines;
  for (const DoseEntry& entry : entries) {
    QStringList sources;
    for (const std::string& source : entry.sources) {
      sources << QString::fromStdString(source);
    }
    const QString values = valuesText(entry), said = sources.join(QStringLiteral("; "));
    auto line = std::ranges::find_if(
        lines, [&](const Line& each) { return each.values == values && each.sources == said; });
    if (line == lines.end()) {
      lines.push_back({{}, values, said});
      line = lines.end() - 1;
    }
    line->compartments << QString::fromStdString(entry.compartment);
  }
  QStringList text;
  for (const Line& line : lines) {
    const QString what =
        tr("into %1: %2").arg(line.compartments.join(QStringLiteral(", ")), line.values);
    text << (line.sources.isEmpty() ? what : QStringLiteral("%1 (%2)").arg(what, line.sources));
  }
  return tr("The model: %1").arg(text.join(QLatin1Char('\n')));
}

}  // namespace

std::optional<ModelsOwn> modelsOwn(const ScenarioSpec& spec, std::size_t dose,
                                   const ModelPtr& model) {
  if (model == nullptr || dose >= spec.doses.size()) {
    return std::nullopt;
  }
  const Scenario scenario = bare(spec, model);
  const std::vector<DoseEntry> entries = dose_entries(scenario, dose);
  if (entries.empty()) {
    return std::nullopt;
  }
  ModelsOwn own;
  own.F = model_F(scenario, dose);
  own.lag_h = std::ranges::min(entries, {}, &DoseEntry::lag_h).lag_h;
  own.about = aboutEntries(entries);
  return own;
}

std::vector<DoseChoice> compartmentChoices(const Model& model) {
  std::vector<DoseChoice> choices;
  for (const Route& route : model.free_routes) {
    const Compartment& compartment =
        model.compartments[static_cast<std::size_t>(route.into.front())];
    choices.push_back({route.id, QString::fromStdString(compartment.name), true,
                       QString::fromStdString(compartment.description)});
  }
  return choices;
}

bool anySetByHand(const ScenarioSpec& spec) {
  return std::ranges::any_of(spec.doses, [](const DoseSpec& dose) { return dose.F || dose.lag; });
}

}  // namespace ketascope
