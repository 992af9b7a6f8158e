// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/interaction_editing.hpp"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <utility>

#include "ketascope/expr/expression.hpp"
#include "viewmodel/words_in_use.hpp"

namespace ketascope {
namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("ketascope", text);
}

QString text(const std::string& words) {
  return QString::fromStdString(words);
}

bool hasEnzyme(const Model& model, const std::string& name) {
  return std::ranges::find(model.enzymes, name, &Enzyme::name) != model.enzymes.end();
}

bool actsOn(const PerpetratorSpec& perpetrator, const Model& model) {
  return std::ranges::any_of(perpetrator.acts,
                             [&](const ActSpec& act) { return hasEnzyme(model, act.on.value); });
}

/// Enzymes that a perpetrator acts on, each once.
QStringList enzymesOf(const PerpetratorSpec& perpetrator) {
  QStringList names;
  for (const ActSpec& act : perpetrator.acts) {
    names << text(act.on.value);
  }
  names.removeDuplicates();
  return names;
}

const PerpetratorSpec* find(const Catalog& catalog, const std::string& id) {
  const auto found = std::ranges::find_if(catalog.perpetrators, [&](const PerpetratorSpec& each) {
    return each.pieces.id.value == id;
  });
  return found == catalog.perpetrators.end() ? nullptr : &*found;
}

/// "clarithromycin and rifampicin".
QString namesOf(const ScenarioSpec& spec, const Catalog& catalog) {
  QStringList names;
  for (const InteractionSpec& interaction : spec.interactions) {
    const PerpetratorSpec* perpetrator = find(catalog, interaction.perpetrator);
    names << inWords(perpetrator == nullptr ? interaction.perpetrator
                                            : perpetrator->pieces.title.value);
  }
  return names.join(QStringLiteral(" + "));
}

/// Names in an expression, definitions written out.
class Names {
 public:
  explicit Names(const Model& model) : m_model(model) {}

  void add(const std::string& expression) {
    const auto parsed = parse_expression(expression);
    if (expression.empty() || !parsed) {
      return;
    }
    for (const std::string& name : symbols(*parsed)) {
      if (const int index = m_model.definition_index(name); index >= 0) {
        const auto more = symbols(m_model.definitions[static_cast<std::size_t>(index)].expression);
        m_names.insert(more.begin(), more.end());
      }
      m_names.insert(name);
    }
  }
  bool has(const std::string& name) const { return m_names.contains(name); }

 private:
  const Model& m_model;
  std::set<std::string> m_names;
};

/// Compartments that the doses of a scenario get to.
std::vector<bool> reached(const Model& model, const ScenarioSpec& spec) {
  std::vector<bool> found(model.compartments.size(), !spec.events.empty());
  for (const DoseSpec& dose : spec.doses) {
    if (const Route* route = model.route(dose.route)) {
      for (const int compartment : route->into) {
        found[static_cast<std::size_t>(compartment)] = true;
      }
    }
  }
  for (bool more = true; std::exchange(more, false);) {
    for (const Flow& flow : model.flows) {
      const bool comes = flow.from < 0 || found[static_cast<std::size_t>(flow.from)];
      if (comes && flow.to >= 0 && !found[static_cast<std::size_t>(flow.to)]) {
        found[static_cast<std::size_t>(flow.to)] = more = true;
      }
    }
  }
  return found;
}

}  // namespace

std::vector<InteractionChoice> interactionChoices(const Model& model, const Catalog& catalog) {
  std::vector<InteractionChoice> choices;
  for (const PerpetratorSpec& perpetrator : catalog.perpetrators) {
    const ModelSpec& pieces = perpetrator.pieces;
    InteractionChoice choice;
    choice.id = pieces.id.value;
    choice.label = inWords(pieces.title.value);
    choice.perpetrator = &perpetrator;
    choice.available = actsOn(perpetrator, model);
    QStringList lines{inWords(pieces.summary.value)};
    if (!choice.available) {
      lines << tr("It acts on %1; %2 describes no such enzyme.")
                   .arg(enzymesOf(perpetrator).join(QStringLiteral(", ")), text(model.id));
    }
    // A reason begins with the grade itself.
    const QString grade = pieces.grade_reason.empty()
                              ? tr("Grade: %1").arg(inWords(pieces.grade.value))
                              : text(pieces.grade_reason.value);
    choice.note =
        QStringList{inWords(pieces.summary.value), grade, text(pieces.citation.value)}.join(
            QLatin1Char('\n'));
    lines << grade;
    lines << text(pieces.citation.value);
    for (const TextAt& missing : pieces.left_out) {
      lines << tr("Missing: %1").arg(text(missing.value));
    }
    choice.about = lines.join(QLatin1Char('\n'));
    choices.push_back(std::move(choice));
  }
  return choices;
}

QStringList modelsWithInteractions(const Catalog& catalog) {
  std::vector<std::pair<std::ptrdiff_t, QString>> found;
  for (const CatalogEntry& entry : catalog.entries) {
    if (entry.model) {
      const auto acting = std::ranges::count_if(
          catalog.perpetrators, [&](const auto& each) { return actsOn(each, *entry.model); });
      if (acting > 0) {
        found.emplace_back(-acting, text(entry.id));
      }
    }
  }
  std::ranges::sort(found);
  QStringList ids;
  for (const auto& each : found) {
    ids << each.second;
  }
  return ids;
}

const InteractionSpec* interactionWith(const ScenarioSpec& spec, const std::string& perpetrator) {
  const auto found =
      std::ranges::find(spec.interactions, perpetrator, &InteractionSpec::perpetrator);
  return found == spec.interactions.end() ? nullptr : &*found;
}

InteractionSpec firstRegimen(const PerpetratorSpec& perpetrator) {
  InteractionSpec interaction;
  interaction.perpetrator = perpetrator.pieces.id.value;
  if (!perpetrator.regimens.empty()) {
    interaction.regimen = perpetrator.regimens.front().id.value;
  }
  return interaction;
}

std::vector<DoseSpec> dosesOf(const InteractionSpec& interaction,
                              const PerpetratorSpec& perpetrator) {
  if (!interaction.doses.empty()) {
    return interaction.doses;
  }
  for (const RegimenSpec& regimen : perpetrator.regimens) {
    if (interaction.regimen.empty() || regimen.id.value == interaction.regimen) {
      return regimen.doses;
    }
  }
  return {};
}

void dropIdleInteractions(ScenarioSpec& spec, const Model& model, const Catalog& catalog) {
  std::erase_if(spec.interactions, [&](const InteractionSpec& interaction) {
    const PerpetratorSpec* perpetrator = find(catalog, interaction.perpetrator);
    return perpetrator == nullptr ? model.enzymes.empty() : !actsOn(*perpetrator, model);
  });
}

ScenarioFile withAndWithout(ScenarioFile file, int scenario, const Catalog& catalog) {
  const auto place = static_cast<std::size_t>(scenario);
  ScenarioSpec& with = file.scenarios.at(place);
  if (with.interactions.empty()) {
    return file;
  }
  const QString names = namesOf(with, catalog);
  ScenarioSpec without = with;
  without.interactions.clear();
  without.style = {};
  if (with.name.empty()) {
    with.name = tr("With %1").arg(names).toStdString();
    without.name = tr("Without %1").arg(names).toStdString();
  } else {
    without.name = tr("%1, without %2").arg(QString::fromStdString(with.name), names).toStdString();
  }
  // A curve of the enzyme exists only where something acts on it.
  if (const Model* model = catalog.find(with.model)) {
    std::erase_if(without.outputs,
                  [&](const std::string& name) { return model->output_index(name) < 0; });
  }
  with.visible = without.visible = true;
  file.scenarios.insert(file.scenarios.begin() + scenario + 1, std::move(without));
  file.display.baseline = scenario + 1;
  return file;
}

std::string actingKey(const ScenarioSpec& spec) {
  std::string key = spec.model + '\n' + (spec.events.empty() ? "" : "events") + '\n' +
                    (spec.effects.empty() ? "" : "effects");
  const auto add = [&](const DoseSpec& dose) {
    key += '\n' + dose.route + '\n' + dose.amount.unit + '\n' + (dose.rate ? dose.rate->unit : "");
  };
  std::ranges::for_each(spec.doses, add);
  for (const InteractionSpec& interaction : spec.interactions) {
    std::ranges::for_each(interaction.doses, add);
  }
  return key;
}

std::set<std::string> actingCovariates(const Model& model, const ScenarioSpec& spec) {
  const std::vector<bool> there = reached(model, spec);
  Names names(model);
  for (std::size_t i = 0; i < model.compartments.size(); ++i) {
    const Compartment& compartment = model.compartments[i];
    if (there[i] || !compartment.amount) {
      for (const std::string* expression :
           {&compartment.F, &compartment.ALAG, &compartment.D, &compartment.R, &compartment.initial,
            &compartment.derivative}) {
        names.add(*expression);
      }
    }
  }
  for (const Flow& flow : model.flows) {
    if (flow.from < 0 || there[static_cast<std::size_t>(flow.from)]) {
      names.add(flow.rate);
      names.add(flow.amount_rate);
    }
  }
  for (const Output& output : model.outputs) {
    names.add(output.text);
  }
  std::set<std::string> acting;
  for (const Covariate& covariate : model.covariates) {
    // What an effect follows is not looked into.
    if (names.has(covariate.name) || !spec.effects.empty()) {
      acting.insert(covariate.name);
    }
  }
  const auto perWeight = [](const DoseSpec& dose) {
    const auto per = [](const std::optional<Measure>& measure) {
      const auto unit = measure ? parse_unit(measure->unit) : parse_unit("mg");
      return unit && unit->dimension.body_mass != 0;
    };
    return per(dose.amount) || per(dose.rate);
  };
  const bool weighed = std::ranges::any_of(spec.doses, perWeight) ||
                       std::ranges::any_of(spec.interactions, [&](const InteractionSpec& each) {
                         return std::ranges::any_of(each.doses, perWeight);
                       });
  if (weighed || !spec.events.empty()) {
    acting.insert("WT");
  }
  return acting;
}

}  // namespace ketascope
