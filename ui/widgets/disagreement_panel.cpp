// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/disagreement_panel.hpp"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "plot/concentration_plot.hpp"
#include "widgets/form_parts.hpp"
#include "widgets/message_bar.hpp"
#include "widgets/tables.hpp"

namespace ketascope {
namespace {

constexpr int columnAir = 6;

}  // namespace

DisagreementPanel::DisagreementPanel(Question question, QWidget* parent)
    : QWidget(parent),
      m_question(std::move(question)),
      m_answers(new DisagreementTableModel(this)),
      m_plot(new ConcentrationPlot(this)),
      m_table(newTable(m_answers, tr("What every model says of this dose"), this)),
      m_tabs(new QTabWidget(this)),
      m_notes(new QLabel(this)),
      m_busy(new QLabel(this)),
      m_ownForms(new QCheckBox(tr("Each model takes the dose as its own drug form"), this)) {
  m_ownForms->setToolTip(
      tr("Racemate and enantiomers stand side by side then; without it only models of the form of "
         "this dose answer"));
  auto* top = new QHBoxLayout;
  top->addWidget(m_ownForms);
  top->addStretch(1);
  m_busy->setForegroundRole(QPalette::PlaceholderText);
  top->addWidget(m_busy);

  m_notes->setWordWrap(true);
  m_notes->setTextFormat(Qt::PlainText);
  m_notes->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  m_notes->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  m_notes->setMargin(6);
  m_notes->setAccessibleName(tr("What was assumed, and sources"));
  auto* scroll = new QScrollArea(this);
  scroll->setWidget(m_notes);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  m_tabs->setDocumentMode(true);
  m_tabs->setMinimumHeight(120);
  m_tabs->addTab(m_table, tr("Models"));
  m_tabs->addTab(scroll, tr("Notes"));
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);

  auto* both = new QSplitter(Qt::Vertical, this);
  both->addWidget(m_plot);
  both->addWidget(m_tabs);
  both->setStretchFactor(0, 1);
  both->setSizes({600, 240});
  both->setChildrenCollapsible(false);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(4, 6, 0, 0);
  layout->addLayout(top);
  layout->addWidget(both, 1);

  connect(m_ownForms, &QCheckBox::toggled, this, &DisagreementPanel::refresh);
  connect(&m_runner, &BackgroundRunner::progressChanged, this,
          [this] { m_busy->setText(tr("Computing…")); });
  connect(&m_runner, &BackgroundRunner::busyChanged, this, [this](bool busy) {
    if (!busy) {
      m_busy->clear();
    }
  });
  connect(&m_runner, &BackgroundRunner::delivered, this,
          [this](const BackgroundRunner::Answer& answer) {
            showOutcome(*std::static_pointer_cast<const DisagreementOutcome>(answer));
          });
  connect(&m_runner, &BackgroundRunner::failed, this, [this](const Diagnostic& problem) {
    DisagreementOutcome nothing;
    nothing.diagnostics.push_back(problem);
    showOutcome(nothing);
  });
}

void DisagreementPanel::setColours(std::function<QColor(int)> colour) {
  m_answers->setColours(std::move(colour));
}

void DisagreementPanel::refresh() {
  m_stale = true;
  if (isVisible()) {
    ask();
  }
}

void DisagreementPanel::ask() {
  m_stale = false;
  auto request = m_question(m_ownForms->isChecked());
  if (!request) {
    m_runner.cancel();
    DisagreementOutcome nothing;
    nothing.notes.push_back(tr("Choose a scenario with a dose.").toStdString());
    showOutcome(nothing);
    return;
  }
  m_runner.submit([request = std::move(*request)](const RunControl& control) {
    return BackgroundRunner::Answer(
        std::make_shared<const DisagreementOutcome>(askEveryModel(request, control)));
  });
}

void DisagreementPanel::showOutcome(const DisagreementOutcome& outcome) {
  m_plot->setFigure(outcome.figure);
  m_answers->setFound(outcome.found);
  m_table->clearSpans();
  for (int row = 0; row < m_answers->rowCount(); ++row) {
    if (m_answers->isReason(row)) {
      m_table->setSpan(row, DisagreementTableModel::Grade, 1,
                       DisagreementTableModel::ColumnCount - 1);
    } else if (m_answers->isRange(row)) {
      m_table->setSpan(row, DisagreementTableModel::Model, 1, DisagreementTableModel::Cmax);
    }
    // Its second line is the factor between the two.
    m_table->setRowHeight(row, m_table->verticalHeader()->defaultSectionSize() +
                                   (m_answers->isRange(row) ? m_table->fontMetrics().height() : 0));
  }
  fitColumns(m_table, columnAir);
  QStringList notes;
  for (const Diagnostic& diagnostic : outcome.diagnostics) {
    notes << sentence(diagnostic);
  }
  for (const std::string& note : outcome.notes) {
    notes << QStringLiteral("• %1").arg(QString::fromStdString(note));
  }
  m_notes->setText(notes.join(QLatin1Char('\n')));
  m_tabs->setTabText(1, notes.isEmpty() ? tr("Notes") : tr("Notes (%1)").arg(notes.size()));
  if (m_answers->rowCount() == 0 && !notes.isEmpty()) {
    m_tabs->setCurrentIndex(1);
  } else if (m_answers->rowCount() > 0 && !outcome.found.answers.empty()) {
    m_tabs->setTabText(0, tr("Models (%1 of %2)")
                              .arg(outcome.found.answers.size())
                              .arg(outcome.found.answers.size() + outcome.found.excluded.size()));
  }
}

void DisagreementPanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (m_stale) {
    ask();
  }
}

}  // namespace ketascope
