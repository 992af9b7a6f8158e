// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/changes_dialog.hpp"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ketascope/units/measure.hpp"
#include "viewmodel/number_text.hpp"
#include "widgets/form_parts.hpp"

namespace ketascope {
namespace {

using Kind = StateDifference::Kind;

/// "84 L/h" in the language's numbers; the version of a program as it is.
QString valueText(const std::string& value) {
  if (value.empty()) {
    return ChangesDialog::tr("not there");
  }
  const auto measure = parse_measure(value);
  return measure ? QStringLiteral("%1 %2")
                       .arg(plainNumberText(measure->value), unitText(measure->unit))
                       .trimmed()
                 : QString::fromStdString(value);
}

/// By how much a result is different, in percent; empty where nobody can say.
QString percentText(const StateDifference& change) {
  const auto before = parse_measure(change.before), now = parse_measure(change.now);
  if (change.kind == Kind::engine || change.kind == Kind::equations || !before || !now ||
      before->unit != now->unit || before->value == 0.0) {
    return {};
  }
  const double percent = 100.0 * (now->value / before->value - 1.0);
  return QStringLiteral("%1%2 %").arg(
      percent > 0.0 ? QStringLiteral("+") : QString(),
      numberText(percent, 3).replace(QLatin1Char('-'), QChar(0x2212)));
}

QString kindText(Kind kind) {
  switch (kind) {
    case Kind::engine:
      return ChangesDialog::tr("Program");
    case Kind::equations:
      return ChangesDialog::tr("Equations");
    case Kind::parameter:
      return ChangesDialog::tr("Parameter");
    case Kind::result:
      return ChangesDialog::tr("Result");
  }
  return {};
}

}  // namespace

ChangesDialog::ChangesDialog(const std::vector<StateDifference>& changes, const QString& before,
                             QWidget* parent)
    : QDialog(parent), m_table(new QTableWidget(this)) {
  setWindowTitle(tr("Changes since saving"));
  auto* about = newNote(this);
  about->setForegroundRole(QPalette::WindowText);
  about->setText(tr("The file was saved by Ketascope %1. What is shown was computed anew, with the "
                    "models of today and the solver's settings of the file.")
                     .arg(before));
  m_table->setAccessibleName(tr("What is different since the file was saved"));
  m_table->setColumnCount(6);
  m_table->setHorizontalHeaderLabels(
      {tr("What"), tr("Where"), tr("Name"), tr("When saved"), tr("Now"), tr("Difference")});
  m_table->setRowCount(static_cast<int>(changes.size()));
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setAlternatingRowColors(true);
  m_table->setTabKeyNavigation(false);
  m_table->verticalHeader()->hide();
  int row = 0;
  for (const StateDifference& change : changes) {
    const bool hidden = change.kind == Kind::equations;  // a fingerprint tells nobody anything
    const QStringList cells{kindText(change.kind),
                            QString::fromStdString(change.where),
                            QString::fromStdString(change.what),
                            hidden ? QStringLiteral("–") : valueText(change.before),
                            hidden ? tr("different") : valueText(change.now),
                            percentText(change)};
    for (int column = 0; column < cells.size(); ++column) {
      auto* item = new QTableWidgetItem(cells[column]);
      if (column > 2) {
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
      }
      m_table->setItem(row, column, item);
    }
    ++row;
  }
  m_table->resizeColumnsToContents();
  m_table->horizontalHeader()->setStretchLastSection(true);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  m_useSaved = buttons->addButton(tr("&Use the parameters of then"), QDialogButtonBox::AcceptRole);
  buttons->button(QDialogButtonBox::Close)->setDefault(true);
  const bool some = std::ranges::any_of(changes, [](const StateDifference& change) {
    return change.kind == Kind::parameter && !change.before.empty() && !change.now.empty();
  });
  m_useSaved->setEnabled(some);
  m_useSaved->setToolTip(
      some ? tr("Sets the parameters of the scenarios to what the models had when the file was "
                "saved; undo takes it back.")
           : tr("No parameter has another value than then."));
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(about);
  layout->addWidget(m_table, 1);
  layout->addWidget(buttons);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  resize(720, 360);
}

QString changesInShort(const std::vector<StateDifference>& changes) {
  const auto count = [&](Kind kind) {
    return static_cast<int>(std::ranges::count(changes, kind, &StateDifference::kind));
  };
  QStringList parts;
  if (const int equations = count(Kind::equations)) {
    parts << ChangesDialog::tr("equations: %1").arg(equations);
  }
  if (const int parameters = count(Kind::parameter)) {
    parts << ChangesDialog::tr("parameters: %1").arg(parameters);
  }
  if (const int results = count(Kind::result)) {
    parts << ChangesDialog::tr("results: %1").arg(results);
  }
  return parts.isEmpty() ? ChangesDialog::tr("nothing but the program's version")
                         : parts.join(QStringLiteral(", "));
}

}  // namespace ketascope
