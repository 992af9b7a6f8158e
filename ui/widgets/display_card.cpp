// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/display_card.hpp"

#include <QAction>
#include <QCheckBox>
#include <QFormLayout>
#include <QMenu>
#include <QSignalBlocker>
#include <QStringList>
#include <QToolButton>
#include <QVBoxLayout>

#include "widgets/form_parts.hpp"

namespace ketascope {
namespace {

constexpr int namesInButton = 2;

QString withoutMnemonic(QString text) {
  return text.replace(QStringLiteral("&&"), QStringLiteral("\x01"))
      .remove(QLatin1Char('&'))
      .replace(QLatin1Char('\x01'), QLatin1Char('&'));
}

}  // namespace

DisplayCard::DisplayCard(QWidget* parent)
    : QWidget(parent),
      m_head(new QToolButton(this)),
      m_body(new QWidget(this)),
      m_form(newForm(m_body)) {
  m_head->setText(tr("Display"));
  m_head->setToolTip(tr("Units, axes, bands and ribbons of the figure, as in the menu View"));
  m_head->setCheckable(true);
  m_head->setAutoRaise(true);
  m_head->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_head->setArrowType(Qt::RightArrow);
  m_head->setFocusPolicy(Qt::StrongFocus);
  m_body->hide();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 4, 0);
  column->setSpacing(2);
  column->addWidget(m_head, 0, Qt::AlignLeft);
  column->addWidget(m_body);
  connect(m_head, &QToolButton::toggled, this, [this](bool open) {
    m_head->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_body->setVisible(open);
    refresh();
  });
}

void DisplayCard::addBox(const QString& text, QComboBox* box) {
  m_box = new QuietComboBox(m_body);
  m_box->setModel(box->model());
  m_box->setAccessibleName(box->accessibleName());
  m_box->setToolTip(box->toolTip());
  m_box->setCurrentIndex(box->currentIndex());
  connect(box, &QComboBox::currentIndexChanged, m_box, &QComboBox::setCurrentIndex);
  connect(m_box, &QComboBox::activated, box, [box](int index) {
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
  });
  m_form->addRow(text, m_box);
}

void DisplayCard::addSwitch(const QString& text, QAction* action) {
  auto* box = new QCheckBox(text, m_body);
  connect(box, &QCheckBox::clicked, action, &QAction::trigger);
  connect(action, &QAction::changed, box, [box, action] {
    const QSignalBlocker quiet(box);
    box->setChecked(action->isChecked());
    box->setEnabled(action->isEnabled());
    box->setToolTip(action->toolTip());
  });
  box->setChecked(action->isChecked());
  box->setToolTip(action->toolTip());
  m_form->addRow(box);
  m_switches.push_back(box);
}

void DisplayCard::addMenu(const QString& text, QMenu* menu) {
  auto* button = new QToolButton(m_body);
  button->setMenu(menu);
  button->setPopupMode(QToolButton::InstantPopup);
  button->setFocusPolicy(Qt::StrongFocus);
  button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  button->setAccessibleName(text);
  m_form->addRow(text, button);
  m_menus.push_back(button);
  connect(menu, &QMenu::aboutToHide, this, &DisplayCard::refresh, Qt::QueuedConnection);
}

void DisplayCard::refresh() {
  if (!m_head->isChecked()) {
    return;
  }
  for (QToolButton* button : m_menus) {
    QStringList chosen;
    if (button->menu() == nullptr) {
      continue;  // another language is about to be shown
    }
    for (const QAction* action : button->menu()->actions()) {
      if (action->isVisible() && action->isCheckable() && action->isChecked()) {
        chosen << withoutMnemonic(action->text());
      }
    }
    const QString all = chosen.join(QStringLiteral(", "));
    button->setText(chosen.size() > namesInButton ? tr("%1 chosen").arg(chosen.size()) : all);
    button->setToolTip(all);
    button->setAccessibleDescription(all);
  }
}

}  // namespace ketascope
