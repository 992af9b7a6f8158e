// SPDX-License-Identifier: GPL-3.0-or-later
// The covariates of the open model: one field each, greyed where it would change nothing.
#include <QComboBox>
#include <QFormLayout>
#include <algorithm>
#include <utility>

#include "viewmodel/interaction_editing.hpp"
#include "viewmodel/scenario_editing.hpp"
#include "viewmodel/words_in_use.hpp"
#include "widgets/editor_panel.hpp"
#include "widgets/form_parts.hpp"

namespace ketascope {
namespace {

/// What a covariate is called beside its field: "Liver function" of "liver function by Child-Pugh
/// class". Longer explanations belong into the tool tip; then its name stands there.
QString shortLabel(const QString& description, const QString& name) {
  constexpr int longest = 18;
  QString label = description.section(QLatin1Char(';'), 0, 0).section(QStringLiteral(" by "), 0, 0);
  if (label.size() > longest) {
    label = label.section(QStringLiteral(" of "), 0, 0);
    label = label.contains(QLatin1Char(' ')) && label.size() <= longest ? label : name;
  }
  if (!label.isEmpty()) {
    label[0] = label[0].toUpper();
  }
  return label;
}

}  // namespace

void EditorPanel::rebuildCovariates(const Model* shown) {
  if (shown == m_covariatesOf && shown != nullptr) {
    return;
  }
  m_covariatesOf = shown;
  while (m_subject->rowCount() > m_fixedRows) {
    m_subject->removeRow(m_subject->rowCount() - 1);
  }
  for (const auto& entry : m_numbers) {
    m_fields.erase(entry.first);
  }
  m_numbers.clear();
  m_choices.clear();
  if (shown == nullptr) {
    return;
  }
  for (const Covariate& covariate : shown->covariates) {
    if (covariate.name == "WT") {
      continue;
    }
    const QString name = QString::fromStdString(covariate.name);
    QString label = inWords(covariate.description.empty() ? covariate.name : covariate.description);
    const QString toolTip =
        QStringLiteral("%1: %2\n%3").arg(name, label, QString::fromStdString(covariate.source));
    label = shortLabel(label, name);
    if (!covariate.categories.empty()) {
      auto* box = new QuietComboBox(m_subject->parentWidget());
      std::vector<std::pair<double, std::string>> sorted;
      for (const auto& [category, code] : covariate.categories) {
        sorted.emplace_back(code, category);
      }
      std::ranges::sort(sorted);
      for (const auto& entry : sorted) {
        box->addItem(inWords(entry.second), QString::fromStdString(entry.second));
      }
      box->setAccessibleName(label);
      box->setToolTip(toolTip);
      m_subject->addRow(mnemonic(label, box, m_subject->parentWidget()), box);
      connect(box, &QComboBox::activated, this, [this, box, key = covariate.name] {
        const std::string chosen = box->currentData().toString().toStdString();
        edit(tr("change %1").arg(QString::fromStdString(key)), {}, [&](ScenarioSpec& next) {
          next.categories[key] = chosen;
          next.subject.erase(key);
        });
      });
      m_choices[covariate.name] = box;
      continue;
    }
    m_numbers[covariate.name] =
        addMeasure(m_subject, label, toolTip, unitsFor(covariate), name,
                   [key = covariate.name](ScenarioSpec& next, const std::optional<Measure>& value) {
                     if (value) {
                       next.subject[key] = *value;
                     }
                   });
  }
}

/// A covariate that the scenario's doses never meet is greyed and says so.
void EditorPanel::greyIdle(const ScenarioSpec& now, const Model* shown) {
  if (shown == nullptr) {
    return;
  }
  if (std::string key = actingKey(now); key != m_actingFor) {
    m_acting = actingCovariates(*shown, now);
    m_actingFor = std::move(key);
  }
  const auto grey = [&](const std::string& name, QWidget* widget) {
    if (!m_acting.contains(name) && widget->isEnabledTo(this)) {
      m_locked.emplace(widget, widget->toolTip());
      widget->setEnabled(false);
      widget->setToolTip(tr("%1 changes nothing in %2 for the doses of this scenario.")
                             .arg(QString::fromStdString(name), QString::fromStdString(shown->id)));
    }
  };
  grey("WT", m_weight);
  for (const auto& [name, field] : m_numbers) {
    grey(name, field);
  }
  for (const auto& [name, box] : m_choices) {
    grey(name, box);
  }
}

}  // namespace ketascope
