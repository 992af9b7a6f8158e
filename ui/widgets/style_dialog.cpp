// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style_dialog.hpp"

#include <QColorDialog>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QPixmap>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

#include "plot/plot_theme.hpp"
#include "viewmodel/scenario_editing.hpp"
#include "viewmodel/words_in_use.hpp"
#include "widgets/form_parts.hpp"

namespace ketascope {
namespace {

enum Column { ScenarioColumn, Curve, Colour, Line, Width, Legend, ColumnCount };

constexpr QLatin1String anotherColour("?");

/// The palette of the curves, in its order.
constexpr std::array paletteNames{QT_TRANSLATE_NOOP("ketascope::StyleDialog", "blue"),
                                  QT_TRANSLATE_NOOP("ketascope::StyleDialog", "vermilion"),
                                  QT_TRANSLATE_NOOP("ketascope::StyleDialog", "bluish green"),
                                  QT_TRANSLATE_NOOP("ketascope::StyleDialog", "reddish purple"),
                                  QT_TRANSLATE_NOOP("ketascope::StyleDialog", "black"),
                                  QT_TRANSLATE_NOOP("ketascope::StyleDialog", "orange"),
                                  QT_TRANSLATE_NOOP("ketascope::StyleDialog", "sky blue")};

/// As the curves are drawn in this window.
QIcon swatch(const QColor& chosen, const QPalette& palette) {
  QPixmap pixmap(14, 14);
  pixmap.fill(PlotTheme::fromPalette(palette).drawn(chosen));
  return pixmap;
}

QIcon lineSample(const PlotTheme& theme, int dash) {
  QPixmap pixmap(44, 12);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  QPen pen = theme.pen(0, dash);
  pen.setColor(theme.text);
  painter.setPen(pen);
  painter.drawLine(2, 6, 42, 6);
  return pixmap;
}

QString patternName(int dash) {
  switch (dash) {
    case 0:
      return StyleDialog::tr("solid");
    case 1:
      return StyleDialog::tr("dashed");
    case 2:
      return StyleDialog::tr("dotted");
    case 3:
      return StyleDialog::tr("dash-dot");
    case 4:
      return StyleDialog::tr("dash-dot-dot");
    default:
      return StyleDialog::tr("long dashes");
  }
}

QString patternId(std::string_view pattern) {
  return QString::fromUtf8(pattern.data(), static_cast<qsizetype>(pattern.size()));
}

}  // namespace

StyleDialog::StyleDialog(ScenarioDocument* document, const ModelCatalog* catalog,
                         const Figure& figure, QWidget* parent)
    : QDialog(parent), m_document(document), m_catalog(catalog), m_table(new QTableWidget(this)) {
  setWindowTitle(tr("Curve styles"));
  m_table->setAccessibleName(tr("Style of each curve"));
  m_table->setColumnCount(ColumnCount);
  m_table->setHorizontalHeaderLabels({tr("Scenario"), tr("Curve"), tr("Colour"), tr("Line"),
                                      tr("Width"), tr("Text in the legend")});
  m_table->setSelectionMode(QAbstractItemView::NoSelection);
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setFocusPolicy(Qt::NoFocus);
  m_table->setTabKeyNavigation(false);
  m_table->verticalHeader()->hide();
  for (const Figure::Curve& curve : figure.curves) {
    add(curve);
  }
  for (const Figure::Pane& pane : figure.panes) {
    for (const Figure::Curve& curve : pane.curves) {
      add(curve);
    }
  }
  m_table->resizeColumnsToContents();
  m_table->setColumnWidth(ScenarioColumn, std::min(m_table->columnWidth(ScenarioColumn), 200));
  m_table->horizontalHeader()->setSectionResizeMode(Legend, QHeaderView::Stretch);
  auto* note = newNote(this);
  QString text =
      tr("As usual, a scenario has a colour of a palette that colour-blind readers tell "
         "apart, and a metabolite a line pattern of its own. Styles are part of the "
         "document and of everything that is exported.");
  if (PlotTheme::fromPalette(palette()).dark) {
    text +=
        QLatin1Char(' ') +
        tr("In a dark window dark colours are drawn lighter; the document keeps what you chose.");
  }
  note->setText(text);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
  m_usual = buttons->addButton(tr("All as &usual"), QDialogButtonBox::ResetRole);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(m_table, 1);
  layout->addWidget(note);
  layout->addWidget(buttons);
  connect(m_usual, &QPushButton::clicked, this, &StyleDialog::makeUsual);
  connect(buttons, &QDialogButtonBox::accepted, this, &StyleDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  resize(820, 320);
}

void StyleDialog::add(const Figure::Curve& curve) {
  const auto& scenarios = m_document->value().scenarios;
  const bool known = std::ranges::any_of(m_rows, [&](const Row& row) {
    return row.scenario == curve.colour && row.output == curve.output;
  });
  if (known || curve.colour < 0 || static_cast<std::size_t>(curve.colour) >= scenarios.size()) {
    return;  // another person of an event table
  }
  const ScenarioSpec& spec = scenarios[static_cast<std::size_t>(curve.colour)];
  const auto own = spec.style.curves.find(curve.output);
  const CurveStyle style = own == spec.style.curves.end() ? CurveStyle() : own->second;
  const QString scenario =
      scenarioTitle(spec, m_catalog == nullptr ? nullptr : m_catalog->find(spec.model));
  const QString output = inWords(curve.output);
  const QString named = tr("%1 of %2, %3").arg(QStringLiteral("%1"), output, scenario);

  Row row{curve.colour, curve.output};
  row.colour = newColourBox(row);
  row.chosen = row.colour->currentData().toString();
  row.line = new QuietComboBox(m_table);
  row.line->setMinimumContentsLength(8);
  row.line->setIconSize({44, 12});
  row.line->addItem(tr("as usual"), QString());
  const PlotTheme theme = PlotTheme::fromPalette(palette());
  for (int dash = 0; dash < static_cast<int>(std::size(line_patterns)); ++dash) {
    row.line->addItem(lineSample(theme, dash), patternName(dash),
                      patternId(line_patterns[static_cast<std::size_t>(dash)]));
  }
  row.line->setCurrentIndex(std::max(0, row.line->findData(QString::fromStdString(style.line))));
  row.width = new QDoubleSpinBox(m_table);
  row.width->setRange(0.0, thickest_line);  // the lowest is none of its own
  row.width->setSingleStep(0.5);
  row.width->setDecimals(1);
  row.width->setSpecialValueText(tr("as usual"));
  row.width->setValue(style.width);
  row.width->setFocusPolicy(Qt::StrongFocus);
  row.legend = new QLineEdit(QString::fromStdString(style.legend), m_table);
  row.legend->setPlaceholderText(style.legend.empty() ? QString::fromStdString(curve.label)
                                                      : tr("as usual"));
  const std::array<std::pair<QWidget*, QString>, 4> cells{
      std::pair<QWidget*, QString>{row.colour, tr("Colour")},
      {row.line, tr("Line")},
      {row.width, tr("Width")},
      {row.legend, tr("Text in the legend")}};
  const int place = m_table->rowCount();
  m_table->insertRow(place);
  auto* name = new QTableWidgetItem(scenario);
  name->setToolTip(scenario);
  m_table->setItem(place, ScenarioColumn, name);
  m_table->setItem(place, Curve, new QTableWidgetItem(output));
  for (std::size_t i = 0; i < cells.size(); ++i) {
    cells[i].first->setAccessibleName(named.arg(cells[i].second));
    m_table->setCellWidget(place, Colour + static_cast<int>(i), cells[i].first);
  }
  m_table->setRowHeight(place, row.legend->sizeHint().height() + 6);
  m_rows.push_back(row);
}

QComboBox* StyleDialog::newColourBox(const Row& row) {
  auto* box = new QuietComboBox(m_table);
  box->setMinimumContentsLength(10);
  box->addItem(tr("as usual"), QString());
  const PlotTheme theme = PlotTheme::light();
  for (std::size_t i = 0; i < paletteNames.size(); ++i) {
    const QColor colour = theme.curve(static_cast<int>(i));
    box->addItem(swatch(colour, palette()), tr(paletteNames[i]), colour.name());
  }
  const QString now = QString::fromStdString(
      m_document->value().scenarios[static_cast<std::size_t>(row.scenario)].style.colour);
  if (box->findData(now) < 0) {
    box->addItem(swatch(QColor(now), palette()), now, now);
  }
  box->addItem(tr("another one…"), QString(anotherColour));
  box->setCurrentIndex(box->findData(now));
  box->setToolTip(tr("All curves of a scenario share its colour"));
  connect(box, &QComboBox::activated, this, [this, row](int item) { chooseColour(row, item); });
  return box;
}

void StyleDialog::chooseColour(const Row& row, int item) {
  const auto own = std::ranges::find_if(m_rows, [&](const Row& each) {
    return each.scenario == row.scenario && each.output == row.output;
  });
  if (own == m_rows.end()) {
    return;
  }
  QString chosen = own->colour->itemData(item).toString();
  if (chosen == anotherColour) {
    const QColor colour =
        QColorDialog::getColor(own->chosen.isEmpty() ? QColor(Qt::black) : QColor(own->chosen),
                               this, tr("Colour of the scenario"));
    chosen = colour.isValid() ? colour.name() : own->chosen;
  }
  for (Row& each : m_rows) {
    if (each.scenario != row.scenario) {
      continue;
    }
    const QSignalBlocker quiet(each.colour);
    if (each.colour->findData(chosen) < 0) {
      each.colour->insertItem(each.colour->count() - 1, swatch(QColor(chosen), palette()), chosen,
                              chosen);
    }
    each.colour->setCurrentIndex(each.colour->findData(chosen));
    each.chosen = chosen;
  }
}

void StyleDialog::makeUsual() {
  for (Row& row : m_rows) {
    row.colour->setCurrentIndex(0);
    row.chosen.clear();
    row.line->setCurrentIndex(0);
    row.width->setValue(0.0);
    row.legend->clear();
  }
}

void StyleDialog::accept() {
  ScenarioFile next = m_document->value();
  for (const Row& row : m_rows) {
    ScenarioStyle& style = next.scenarios[static_cast<std::size_t>(row.scenario)].style;
    style.colour = row.colour->currentData().toString().toStdString();
    CurveStyle curve;
    curve.line = row.line->currentData().toString().toStdString();
    curve.width = row.width->value() > 0.0 ? std::max(row.width->value(), thinnest_line) : 0.0;
    curve.legend = row.legend->text().trimmed().toStdString();
    if (curve == CurveStyle()) {
      style.curves.erase(row.output);
    } else {
      style.curves[row.output] = curve;
    }
  }
  m_document->change(std::move(next), tr("curve styles"));
  QDialog::accept();
}

}  // namespace ketascope
