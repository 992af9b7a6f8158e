// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/schedule_panel.hpp"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/form_parts.hpp"

namespace ketascope {
namespace {

constexpr const char* ownToolTip = "ownToolTip";

/// Routes and units are chosen from a list; what the model lacks is greyed with the reason.
class ScheduleDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const override {
    const auto* schedule = static_cast<const ScheduleModel*>(index.model());
    const QString name =
        schedule->headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString();
    QWidget* editor = nullptr;
    if (index.column() == ScheduleModel::RouteColumn) {
      auto* box = new QComboBox(parent);
      for (const RouteChoice& choice : schedule->routes()) {
        const QString id = QString::fromStdString(choice.id);
        const QString label = QString::fromStdString(choice.label);
        if (choice.available) {
          box->addItem(label, id);
        } else {
          addDisabled(box, label, id, choice.reason);
        }
      }
      box->insertSeparator(box->count());
      for (const DoseChoice& choice : schedule->compartments()) {
        box->addItem(SchedulePanel::tr("into %1 (free dosing)").arg(choice.label),
                     QString::fromStdString(choice.id));
        box->setItemData(box->count() - 1, choice.about, Qt::ToolTipRole);
      }
      editor = commitWhenChosen(box);
    } else if (index.column() == ScheduleModel::UnitColumn) {
      auto* box = new QComboBox(parent);
      for (const QString& unit : ScheduleModel::units()) {
        const QString problem = schedule->unitProblem(index.row(), unit);
        if (problem.isEmpty()) {
          box->addItem(unit, unit);
        } else {
          addDisabled(box, unit, unit, problem);
        }
      }
      editor = commitWhenChosen(box);
    } else {
      editor = QStyledItemDelegate::createEditor(parent, option, index);
    }
    if (editor != nullptr) {
      editor->setAccessibleName(name);
    }
    return editor;
  }

  void setEditorData(QWidget* editor, const QModelIndex& index) const override {
    if (auto* box = qobject_cast<QComboBox*>(editor)) {
      box->setCurrentIndex(box->findData(index.data(Qt::EditRole)));
    } else {
      QStyledItemDelegate::setEditorData(editor, index);
    }
  }

  void setModelData(QWidget* editor, QAbstractItemModel* model,
                    const QModelIndex& index) const override {
    if (const auto* box = qobject_cast<QComboBox*>(editor)) {
      if (box->currentData() != index.data(Qt::EditRole)) {
        model->setData(index, box->currentData());
      }
    } else {
      QStyledItemDelegate::setModelData(editor, model, index);
    }
  }

 private:
  QWidget* commitWhenChosen(QComboBox* box) const {
    auto* self = const_cast<ScheduleDelegate*>(this);
    QObject::connect(box, &QComboBox::activated, self, [self, box] {
      Q_EMIT self->commitData(box);
      Q_EMIT self->closeEditor(box);
    });
    return box;
  }
};

}  // namespace

SchedulePanel::SchedulePanel(ScenarioDocument* document, const ModelCatalog* catalog,
                             QWidget* parent)
    : QWidget(parent),
      m_model(new ScheduleModel(document, catalog, this)),
      m_view(new QTableView(this)),
      m_note(newNote(this)) {
  m_view->setModel(m_model);
  m_view->setItemDelegate(new ScheduleDelegate(m_view));
  m_view->setAccessibleName(tr("Schedule of doses"));
  m_view->setSelectionMode(QAbstractItemView::SingleSelection);
  m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                          QAbstractItemView::AnyKeyPressed | QAbstractItemView::SelectedClicked);
  m_view->setAlternatingRowColors(true);
  m_view->setTabKeyNavigation(false);
  m_view->setWordWrap(false);
  m_view->verticalHeader()->setDefaultSectionSize(m_view->fontMetrics().height() + 10);
  m_view->horizontalHeader()->setHighlightSections(false);
  m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  m_view->horizontalHeader()->setStretchLastSection(true);

  auto* buttons = new QHBoxLayout;
  buttons->setContentsMargins(4, 2, 4, 2);
  buttons->setSpacing(controlSpacing);
  m_add = button(tr("Add dose"), tr("Add a dose to the schedule"));
  m_copy = button(tr("Copy dose"), tr("Copy the dose chosen in the table"));
  m_remove = button(tr("Delete dose"), tr("Remove the dose chosen in the table"));
  for (QToolButton* each : {m_add, m_copy, m_remove}) {
    buttons->addWidget(each);
  }
  m_infuse = button(tr("Then infuse"), infuseToolTip());
  buttons->addWidget(m_infuse);
  m_more = button(tr("Lag and F"), tr("Show lag time and bioavailability of each dose"));
  m_more->setCheckable(true);
  buttons->addWidget(m_more);
  buttons->addWidget(m_note, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_view, 1);
  layout->addLayout(buttons);

  connect(m_more, &QToolButton::toggled, this, &SchedulePanel::showColumns);
  connect(m_add, &QToolButton::clicked, this, &SchedulePanel::add);
  connect(m_copy, &QToolButton::clicked, this, &SchedulePanel::copy);
  connect(m_remove, &QToolButton::clicked, this, &SchedulePanel::remove);
  connect(m_infuse, &QToolButton::clicked, this, &SchedulePanel::thenInfuse);
  auto* shortcut = new QShortcut(QKeySequence::Delete, m_view);
  shortcut->setContext(Qt::WidgetShortcut);
  connect(shortcut, &QShortcut::activated, this, &SchedulePanel::remove);
  connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex& index) {
            showState();
            if (index.isValid()) {
              m_wanted = index.row();
              Q_EMIT currentChanged(index.row());
            }
          });
  connect(m_model, &QAbstractItemModel::modelReset, this,
          [this] { setCurrent(std::min(m_wanted, m_model->rowCount() - 1)); });
  connect(m_model, &QAbstractItemModel::dataChanged, this, &SchedulePanel::showState);
  connect(m_model, &ScheduleModel::refused, m_note, &QLabel::setText);
  showState();
}

QToolButton* SchedulePanel::button(const QString& text, const QString& toolTip) {
  auto* made = new QToolButton(this);
  made->setText(text);
  made->setToolTip(toolTip);
  made->setFocusPolicy(Qt::StrongFocus);
  return made;
}

QString SchedulePanel::infuseToolTip() {
  return tr(
      "A loading dose and its infusion: adds an infusion of the same amount over an hour that "
      "begins where the dose chosen ends");
}

/// Values that are set by hand are never out of sight.
void SchedulePanel::showColumns() {
  const bool needed = m_model->hasSetByHand();
  m_more->setEnabled(!needed);
  m_more->setToolTip(needed ? tr("A dose has its own lag or F, which stays in sight.")
                            : tr("Show lag time and bioavailability of each dose"));
  for (const int column : {ScheduleModel::Lag, ScheduleModel::Bioavailability}) {
    m_view->setColumnHidden(column, !needed && !m_more->isChecked());
  }
}

void SchedulePanel::showState() {
  showColumns();
  const bool editable = m_model->canChangeRows();
  for (QToolButton* each : {m_add, m_copy, m_remove}) {
    const bool kept = each == m_remove && !keptBecause().isEmpty();
    each->setEnabled(editable && (each == m_add || current() >= 0) && !kept);
    if (!each->property(ownToolTip).isValid()) {
      each->setProperty(ownToolTip, each->toolTip());
    }
    each->setToolTip(each->isEnabled()  ? each->property(ownToolTip).toString()
                     : editable && kept ? keptBecause()
                     : editable         ? tr("Choose a dose in the table first.")
                                        : m_model->lockReason());
  }
  const QString noInfusion = m_model->noInfusionBecause(current());
  m_infuse->setEnabled(noInfusion.isEmpty());
  m_infuse->setToolTip(noInfusion.isEmpty() ? infuseToolTip() : noInfusion);
}

QString SchedulePanel::keptBecause() const {
  return m_model->rowCount() > 1 ? QString()
                                 : tr("This is the only dose: change it, or remove the scenario.");
}

void SchedulePanel::setScenario(int index) {
  m_wanted = 0;
  m_model->setScenario(index);
  m_note->clear();
  setCurrent(0);
}

int SchedulePanel::current() const {
  return m_view->currentIndex().row();
}

void SchedulePanel::setCurrent(int row) {
  m_wanted = std::max(0, row);
  if (row >= 0 && row < m_model->rowCount() && row != current()) {
    const int column = std::max(0, m_view->currentIndex().column());
    m_view->setCurrentIndex(m_model->index(row, column));
  }
  showState();
}

void SchedulePanel::add() {
  setCurrent(m_model->add());
}

void SchedulePanel::copy() {
  setCurrent(m_model->copy(current()));
}

void SchedulePanel::thenInfuse() {
  setCurrent(m_model->thenInfuse(current()));
}

void SchedulePanel::remove() {
  if (keptBecause().isEmpty()) {
    setCurrent(m_model->remove(current()));
  }
}

}  // namespace ketascope
