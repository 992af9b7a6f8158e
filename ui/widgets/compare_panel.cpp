// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare_panel.hpp"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/form_parts.hpp"

namespace ketascope {
namespace {

constexpr int widestColumn = 480;
constexpr int columnAir = 12;

}  // namespace

ComparePanel::ComparePanel(ScenarioDocument* document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_model(new CompareTableModel(this)),
      m_baseline(new QuietComboBox(this)),
      m_routes(new QToolButton(this)),
      m_view(new QTableView(this)) {
  m_view->setModel(m_model);
  m_view->setAccessibleName(tr("Scenarios compared"));
  m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_view->setAlternatingRowColors(true);
  m_view->setShowGrid(false);
  m_view->setTabKeyNavigation(false);
  m_view->setWordWrap(false);
  m_view->setIconSize(QSize(12, 12));
  m_view->verticalHeader()->hide();
  m_view->verticalHeader()->setDefaultSectionSize(m_view->fontMetrics().height() + 8);
  m_view->horizontalHeader()->setHighlightSections(false);

  m_baseline->setAccessibleName(tr("Baseline"));
  m_baseline->setToolTip(tr("Scenario that the others are compared with"));
  m_routes->setText(tr("This dose by every route"));
  m_routes->setFocusPolicy(Qt::StrongFocus);
  auto* copy = new QToolButton(this);
  copy->setText(tr("Copy table"));
  copy->setToolTip(tr("Copy this table for a spreadsheet"));
  copy->setFocusPolicy(Qt::StrongFocus);

  auto* top = new QHBoxLayout;
  top->setContentsMargins(4, 2, 4, 2);
  top->setSpacing(controlSpacing);
  top->addWidget(mnemonic(tr("&Baseline"), m_baseline, this));
  top->addWidget(m_baseline, 1);
  top->addStretch(1);
  top->addWidget(m_routes);
  top->addWidget(copy);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addLayout(top);
  layout->addWidget(m_view, 1);

  setCanCompareRoutes({});
  connect(m_baseline, &QComboBox::activated, this, [this] {
    DisplaySpec display = m_document->value().display;
    display.baseline = m_baseline->currentData().toInt();
    m_document->changeDisplay(std::move(display), tr("choose baseline"));
  });
  connect(m_routes, &QToolButton::clicked, this, &ComparePanel::everyRouteWanted);
  connect(copy, &QToolButton::clicked, this,
          [this] { QApplication::clipboard()->setText(m_model->text()); });
}

void ComparePanel::setOutcome(const SimulationOutcome& outcome) {
  const int columns = m_model->columnCount();
  const int rows = m_model->rowCount();
  const auto titles = [this] {
    QStringList all;
    for (int column = 1; column < m_model->columnCount(); ++column) {
      all << m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    }
    return all;
  };
  const QStringList before = titles();
  m_model->setOutcome(outcome, m_document->value().display);
  if (titles() != before) {  // another comparison is read from its beginning
    m_view->scrollToTop();
    m_view->horizontalScrollBar()->setValue(0);
  }
  const QSignalBlocker quiet(m_baseline);
  m_baseline->clear();
  for (const Comparison::Column& column : outcome.comparison.columns) {
    const int scenario = outcome.shown[column.run];
    if (m_baseline->findData(scenario) < 0) {
      m_baseline->addItem(QString::fromStdString(column.scenario), scenario);
    }
  }
  m_baseline->setCurrentIndex(m_baseline->findData(m_model->baseline()));
  m_baseline->setEnabled(m_baseline->count() > 1);
  if (columns != m_model->columnCount() || rows != m_model->rowCount()) {
    m_view->resizeColumnsToContents();
    for (int column = 0; column < m_model->columnCount(); ++column) {
      m_view->setColumnWidth(column,
                             std::min(m_view->columnWidth(column) + columnAir, widestColumn));
    }
  }
}

void ComparePanel::setCanCompareRoutes(const QString& why) {
  m_routes->setEnabled(why.isEmpty());
  m_routes->setToolTip(why.isEmpty()
                           ? tr("Adds the dose chosen in the schedule once more for every "
                                "other route that a model describes")
                           : why);
}

}  // namespace ketascope
