// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/interactions_panel.hpp"

#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "viewmodel/scenario_editing.hpp"
#include "widgets/form_parts.hpp"

namespace ketascope {

InteractionsPanel::InteractionsPanel(ScenarioDocument* document, const ModelCatalog* catalog,
                                     QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_catalog(catalog),
      m_head(newNote(this)),
      m_otherModel(new QToolButton(this)),
      m_compare(new QToolButton(this)),
      m_list(new QVBoxLayout) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 6, 8, 6);
  column->addWidget(m_head);
  m_otherModel->setFocusPolicy(Qt::StrongFocus);
  column->addWidget(m_otherModel);
  m_compare->setText(tr("Compare &with and without"));
  m_compare->setFocusPolicy(Qt::StrongFocus);
  column->addWidget(m_compare);
  m_list->setSpacing(4);
  column->addLayout(m_list);
  column->addStretch(1);
  connect(m_compare, &QToolButton::clicked, this, &InteractionsPanel::comparisonWanted);
  connect(m_otherModel, &QToolButton::clicked, this, &InteractionsPanel::takeOtherModel);
  connect(document, &ScenarioDocument::changed, this, &InteractionsPanel::show);
  connect(catalog, &ModelCatalog::loaded, this, &InteractionsPanel::rebuild);
  rebuild();
}

const ScenarioSpec* InteractionsPanel::spec() const {
  if (m_index < 0 || m_index >= m_document->count()) {
    return nullptr;
  }
  return &m_document->value().scenarios[static_cast<std::size_t>(m_index)];
}

const Model* InteractionsPanel::model() const {
  const ScenarioSpec* now = spec();
  return now == nullptr ? nullptr : m_catalog->find(now->model);
}

void InteractionsPanel::setScenario(int index) {
  if (index != m_index) {
    m_document->endMerge();
  }
  m_index = index;
  show();
}

void InteractionsPanel::setFree(std::optional<std::set<std::string>> controls) {
  const auto isFree = [&](const char* control) { return !controls || controls->contains(control); };
  m_free = isFree("interactions");
  m_modelFree = isFree("model");
  m_scenariosFree = isFree("scenarios");
  show();
}

InteractionRow* InteractionsPanel::row(const std::string& perpetrator) {
  const auto found = std::ranges::find_if(
      m_rows, [&](const InteractionRow* each) { return each->perpetrator() == perpetrator; });
  return found == m_rows.end() ? nullptr : *found;
}

InteractionRow* InteractionsPanel::addRow(const std::string& perpetrator) {
  auto* made = new InteractionRow(perpetrator, this);
  m_rows.push_back(made);
  m_list->addWidget(made);
  connect(made, &InteractionRow::switched, this, [this, perpetrator](bool on) {
    m_document->endMerge();
    edit(on ? tr("add interaction") : tr("remove interaction"), {}, [&](ScenarioSpec& next) {
      std::erase_if(next.interactions,
                    [&](const InteractionSpec& each) { return each.perpetrator == perpetrator; });
      const auto& all = m_catalog->catalog().perpetrators;
      const auto known = std::ranges::find_if(
          all, [&](const PerpetratorSpec& each) { return each.pieces.id.value == perpetrator; });
      if (on && known != all.end()) {
        next.interactions.push_back(firstRegimen(*known));
      }
    });
    show();
  });
  connect(made, &InteractionRow::changeWanted, this,
          [this, perpetrator](const QString& text, const QString& merge,
                              const InteractionRow::Change& apply) {
            if (apply) {
              change(perpetrator, text, merge, apply);
            }
            show();
          });
  connect(made, &InteractionRow::invalid, this, &InteractionsPanel::invalid);
  connect(made, &InteractionRow::left, m_document, &ScenarioDocument::endMerge);
  return made;
}

void InteractionsPanel::rebuild() {
  for (InteractionRow* each : std::exchange(m_rows, {})) {
    each->hide();
    each->deleteLater();
  }
  for (const PerpetratorSpec& perpetrator : m_catalog->catalog().perpetrators) {
    addRow(perpetrator.pieces.id.value);
  }
  show();
}

void InteractionsPanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  show();
}

void InteractionsPanel::show() {
  if (!isVisible()) {
    return;  // a slider elsewhere must not wait for it
  }
  const ScenarioSpec* now = spec();
  const Model* shown = model();
  setEnabled(now != nullptr);
  if (now == nullptr) {
    return;
  }
  const std::vector<InteractionChoice> choices =
      shown == nullptr ? std::vector<InteractionChoice>()
                       : interactionChoices(*shown, m_catalog->catalog());
  for (const InteractionSpec& each : now->interactions) {
    if (row(each.perpetrator) == nullptr) {  // a file of one's own, or one that went away
      addRow(each.perpetrator);
    }
  }
  const bool events = !now->events.empty();
  for (InteractionRow* each : m_rows) {
    const auto choice = std::ranges::find(choices, each->perpetrator(), &InteractionChoice::id);
    const InteractionChoice* known = choice == choices.end() ? nullptr : &*choice;
    const InteractionSpec* on = interactionWith(*now, each->perpetrator());
    each->setVisible(known != nullptr || on != nullptr);
    each->showState(known, on);
    if (!m_free) {
      each->lock(tr("The lesson keeps this as it is."));
    } else if (events && on == nullptr) {
      each->lock(tr("The doses come from an event table, which takes no interactions."));
    }
  }
  const bool acts = std::ranges::any_of(choices, &InteractionChoice::available);
  const QStringList others = modelsWithInteractions(m_catalog->catalog());
  if (shown == nullptr) {
    m_head->clear();
  } else if (acts) {
    m_head->setText(
        tr("Taken beside the drug; it changes enzymes of %1. Genotype and liver function are in "
           "the tab Scenario.")
            .arg(QString::fromStdString(shown->id)));
  } else {
    m_head->setText(tr("%1 describes no enzymes that something could act on. Models that do: %2.")
                        .arg(QString::fromStdString(shown->id), others.join(QStringLiteral(", "))));
  }
  const bool offer = shown != nullptr && !acts && !others.isEmpty() && m_modelFree && !events;
  m_otherModel->setVisible(offer);
  if (offer) {
    m_otherModel->setText(tr("&Use %1").arg(others.front()));
    m_otherModel->setToolTip(
        tr("The same dose by %1, as far as it can; one undo leads back").arg(others.front()));
  }
  const bool any = !now->interactions.empty();
  m_compare->setVisible(acts || any);
  m_compare->setEnabled(any && m_scenariosFree);
  m_compare->setToolTip(!m_scenariosFree ? tr("The lesson keeps this as it is.")
                        : any
                            ? tr("Adds this scenario without what is taken beside, as the baseline "
                                 "of the table Compare")
                            : tr("Switch something on first."));
}

void InteractionsPanel::takeOtherModel() {
  const QStringList others = modelsWithInteractions(m_catalog->catalog());
  const Model* other = others.isEmpty() ? nullptr : m_catalog->find(others.front().toStdString());
  if (other != nullptr) {
    edit(tr("change model"), {}, [&](ScenarioSpec& next) {
      next = adaptToModel(next, *other, m_catalog->find(next.model));
    });
  }
}

void InteractionsPanel::edit(const QString& text, const QString& merge,
                             const std::function<void(ScenarioSpec&)>& apply) {
  const ScenarioSpec* now = spec();
  if (now == nullptr) {
    return;
  }
  ScenarioSpec next = *now;
  apply(next);
  m_document->changeScenario(m_index, std::move(next), text, merge);
}

void InteractionsPanel::change(const std::string& perpetrator, const QString& text,
                               const QString& merge,
                               const std::function<void(InteractionSpec&)>& apply) {
  const QString key = merge.isEmpty() ? merge : QString::fromStdString(perpetrator) + merge;
  edit(text, key, [&](ScenarioSpec& next) {
    const auto found =
        std::ranges::find(next.interactions, perpetrator, &InteractionSpec::perpetrator);
    if (found != next.interactions.end()) {
      apply(*found);
    }
  });
}

}  // namespace ketascope
