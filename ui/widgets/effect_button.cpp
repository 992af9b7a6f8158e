// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/effect_button.hpp"

#include <QAction>
#include <QMenu>
#include <algorithm>

namespace ketascope {

EffectButton::EffectButton(QWidget* parent) : QToolButton(parent) {
  setPopupMode(QToolButton::InstantPopup);
  setMenu(new QMenu(this));
  menu()->setToolTipsVisible(true);
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Effects"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setToolTip(tr("Effects to show below the concentrations, with the effect site"));
  setChosen({});
}

void EffectButton::setChoices(const std::vector<EffectChoice>& choices) {
  menu()->clear();
  for (const EffectChoice& choice : choices) {
    QString text = choice.label;
    QAction* action = menu()->addAction(text.replace(QLatin1Char('&'), QStringLiteral("&&")));
    action->setCheckable(true);
    action->setData(QString::fromStdString(choice.id));
    action->setToolTip(choice.about);
    action->setEnabled(choice.available);
    connect(action, &QAction::triggered, this, &EffectButton::choose);
  }
  setEnabled(!choices.empty());
}

void EffectButton::setChosen(const std::vector<std::string>& ids) {
  m_ids = ids;
  QStringList names;
  for (QAction* action : menu()->actions()) {
    const bool on = std::ranges::find(ids, action->data().toString().toStdString()) != ids.end();
    action->setChecked(on);
    if (on) {
      names << action->text().replace(QStringLiteral("&&"), QStringLiteral("&"));
    }
  }
  setText(ids.empty() ? tr("none")
                      : (ids.size() == 1 ? QString::fromStdString(ids.front())
                                         : tr("%1 chosen").arg(ids.size())));
  setToolTip(names.isEmpty() ? tr("Effects to show below the concentrations, with the effect site")
                             : names.join(QLatin1Char('\n')));
}

void EffectButton::choose() {
  std::vector<std::string> ids;
  for (const std::string& id : m_ids) {
    const bool known = std::ranges::any_of(menu()->actions(), [&](const QAction* action) {
      return action->data().toString().toStdString() == id;
    });
    if (!known) {
      ids.push_back(id);
    }
  }
  for (const QAction* action : menu()->actions()) {
    // What the model cannot drive stays with the scenario until it is taken away by hand.
    if (action->isChecked()) {
      ids.push_back(action->data().toString().toStdString());
    }
  }
  Q_EMIT chosen(ids);
}

}  // namespace ketascope
