// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scenario_panel.hpp"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QListView>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/tables.hpp"

namespace ketascope {
namespace {

constexpr const char* ownToolTip = "ownToolTip";

/// As wide as the list, so that long names end in dots instead of making it scroll.
class NameDelegate : public SwatchDelegate {
 public:
  using SwatchDelegate::SwatchDelegate;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    return {0, QStyledItemDelegate::sizeHint(option, index).height()};
  }
};

}  // namespace

ScenarioPanel::ScenarioPanel(ScenarioListModel* model, QWidget* parent)
    : QWidget(parent), m_model(model), m_view(new QListView(this)) {
  m_view->setModel(model);
  m_view->setItemDelegate(new NameDelegate(m_view));
  m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_view->setAccessibleName(tr("Scenarios"));
  m_view->setToolTip(tr("Tick to show a scenario; F2 renames it."));
  m_view->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked |
                          QAbstractItemView::SelectedClicked);
  m_view->setTextElideMode(Qt::ElideMiddle);
  m_view->setUniformItemSizes(true);
  m_view->setIconSize(QSize(12, 12));
  m_view->setSpacing(1);
  m_view->setMinimumHeight(76);

  auto* buttons = new QHBoxLayout;
  buttons->setContentsMargins(0, 0, 0, 0);
  m_add = button(tr("&New scenario"), tr("Add a scenario to this document"));
  m_duplicate = button(tr("Duplicate"), tr("Copy the scenario chosen in the list"));
  m_remove =
      button(tr("Remove"), tr("Remove the scenario chosen in the list (undo brings it back)"));
  for (QToolButton* each : {m_add, m_duplicate, m_remove}) {
    buttons->addWidget(each);
  }
  buttons->addStretch(1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_view, 1);
  layout->addLayout(buttons);

  connect(m_add, &QToolButton::clicked, this, &ScenarioPanel::add);
  connect(m_duplicate, &QToolButton::clicked, this, &ScenarioPanel::duplicate);
  connect(m_remove, &QToolButton::clicked, this, &ScenarioPanel::remove);
  auto* shortcut = new QShortcut(QKeySequence::Delete, m_view);
  shortcut->setContext(Qt::WidgetShortcut);
  connect(shortcut, &QShortcut::activated, this, &ScenarioPanel::remove);
  connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
          [this](const QModelIndex& index) {
            if (index.isValid() && index.row() != m_current) {
              m_current = index.row();
              Q_EMIT currentChanged(m_current);
            }
          });
  connect(model, &QAbstractItemModel::modelReset, this, &ScenarioPanel::keepCurrent);
  keepCurrent();
}

QToolButton* ScenarioPanel::button(const QString& text, const QString& toolTip) {
  auto* made = new QToolButton(this);
  made->setText(text);
  made->setToolTip(toolTip);
  made->setFocusPolicy(Qt::StrongFocus);
  return made;
}

void ScenarioPanel::keepCurrent() {
  setCurrent(std::clamp(m_current, m_model->rowCount() > 0 ? 0 : -1, m_model->rowCount() - 1));
}

int ScenarioPanel::current() const {
  return m_current;
}

void ScenarioPanel::setCurrent(int row) {
  m_current = row;
  if (row >= 0) {
    m_view->setCurrentIndex(m_model->index(row));
  }
  for (QToolButton* each : {m_add, m_duplicate, m_remove}) {
    each->setEnabled(m_changeable && (row >= 0 || each == m_add));
    // What cannot be pressed says why; the words of its own wait beside it.
    const QVariant own = each->property(ownToolTip);
    if (!own.isValid()) {
      each->setProperty(ownToolTip, each->toolTip());
    }
    each->setToolTip(!m_changeable       ? tr("The lesson keeps its scenarios.")
                     : each->isEnabled() ? each->property(ownToolTip).toString()
                                         : tr("Choose a scenario in the list first."));
  }
  Q_EMIT currentChanged(row);
}

void ScenarioPanel::setChangeable(bool changeable) {
  m_changeable = changeable;
  setCurrent(m_current);
}

void ScenarioPanel::add() {
  if (!m_changeable) {
    return;
  }
  if (const int row = m_model->add(m_current); row >= 0) {
    setCurrent(row);
  }
}

void ScenarioPanel::duplicate() {
  if (!m_changeable) {
    return;
  }
  if (const int row = m_model->duplicate(m_current); row >= 0) {
    setCurrent(row);
  }
}

void ScenarioPanel::remove() {
  if (!m_changeable) {
    return;
  }
  setCurrent(m_model->remove(m_current));
}

}  // namespace ketascope
