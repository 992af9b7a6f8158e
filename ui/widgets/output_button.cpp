// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/output_button.hpp"
#include "viewmodel/words_in_use.hpp"

#include <QAction>
#include <QMenu>
#include <algorithm>
#include "widgets/form_parts.hpp"

namespace ketascope {

OutputButton::OutputButton(QWidget* parent) : QToolButton(parent) {
  setPopupMode(QToolButton::InstantPopup);
  setMenu(new QMenu(this));
  menu()->setToolTipsVisible(true);
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Curves shown"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void OutputButton::setModel(const Model* model) {
  menu()->clear();
  m_all = menu()->addAction(tr("&All concentrations"));
  m_all->setCheckable(true);
  connect(m_all, &QAction::triggered, this, [this] { Q_EMIT chosen({}); });
  menu()->addSeparator();
  greyBecause(this,
              model != nullptr && model->outputs.size() > 1 ? QString()
                                                            : tr("The model has one curve only."),
              tr("Which of the model's curves this scenario shows"));
  if (model == nullptr) {
    return;
  }
  for (const Output& output : model->outputs) {
    QString text = inWords(output.label.empty() ? output.name : output.label);
    QAction* action = menu()->addAction(text.replace(QLatin1Char('&'), QStringLiteral("&&")));
    action->setCheckable(true);
    action->setData(QString::fromStdString(output.name));
    action->setToolTip(inWords(output.matrix));
    connect(action, &QAction::triggered, this, &OutputButton::choose);
  }
}

void OutputButton::setChosen(const std::vector<std::string>& names) {
  int count = 0;
  QString last;
  for (QAction* action : menu()->actions()) {
    const QString name = action->data().toString();
    const bool on = !name.isEmpty() && std::ranges::find(names, name.toStdString()) != names.end();
    action->setChecked(on);
    if (on) {
      ++count;
      last = inWords(name.toStdString());
    }
  }
  if (m_all != nullptr) {
    m_all->setChecked(names.empty());
  }
  setText(names.empty() ? tr("all concentrations")
          : count == 1  ? last
                        : tr("%1 chosen").arg(names.size()));
}

void OutputButton::choose() {
  std::vector<std::string> names;
  for (const QAction* action : menu()->actions()) {
    if (action->isChecked() && !action->data().toString().isEmpty()) {
      names.push_back(action->data().toString().toStdString());
    }
  }
  Q_EMIT chosen(names);
}

}  // namespace ketascope
