// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/maths_panel.hpp"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTextBrowser>
#include <QVBoxLayout>
#include <QtConcurrent>
#include <cmath>
#include <numbers>

#include "plot/concentration_plot.hpp"
#include "viewmodel/defect.hpp"
#include "viewmodel/number_text.hpp"
#include "viewmodel/words_in_use.hpp"
#include "widgets/form_parts.hpp"

namespace ketascope {
namespace {

const QChar minus(0x2212);

QString signedNumber(double value, bool first) {
  const QString size = numberText(std::abs(value));
  if (first) {
    return value < 0 ? minus + size : size;
  }
  return QStringLiteral(" %1 %2").arg(value < 0 ? QString(minus) : QStringLiteral("+"), size);
}

}  // namespace

QString formulaText(const ExponentialStretch& stretch) {
  QString text;
  if (stretch.constant != 0.0 || stretch.terms.empty()) {
    text = signedNumber(stretch.constant, true);
  }
  for (const ExponentialTerm& term : stretch.terms) {
    text += signedNumber(term.coefficient, text.isEmpty());
    if (term.rate_per_h != 0.0) {
      text += QStringLiteral("·e^(%1%2·t)").arg(minus).arg(numberText(term.rate_per_h));
    }
  }
  return text;
}

MathsPanel::MathsPanel(QWidget* parent, Work work)
    : QWidget(parent),
      m_work(std::move(work)),
      m_curve(new QuietComboBox(this)),
      m_stretch(new QuietComboBox(this)),
      m_text(new QTextBrowser(this)),
      m_plot(new ConcentrationPlot(this)) {
  m_curve->setAccessibleName(tr("Curve"));
  m_stretch->setAccessibleName(tr("Stretch of the curve"));
  m_stretch->setToolTip(tr("Between two events a curve is one formula; choose which"));
  m_text->setAccessibleName(tr("The maths of this curve"));
  m_text->setTabChangesFocus(true);
  m_plot->setAccessibleName(tr("Half-time after infusions of different length"));
  m_plot->setMinimumSize(220, 120);

  auto* top = new QHBoxLayout;
  top->setContentsMargins(4, 2, 4, 2);
  top->setSpacing(controlSpacing);
  top->addWidget(mnemonic(tr("Curve"), m_curve, this));
  top->addWidget(m_curve, 1);
  top->addWidget(mnemonic(tr("Stretch"), m_stretch, this));
  top->addWidget(m_stretch, 1);
  auto* both = new QSplitter(Qt::Horizontal, this);
  both->addWidget(m_text);
  both->addWidget(m_plot);
  both->setSizes({560, 400});
  both->setChildrenCollapsible(false);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addLayout(top);
  layout->addWidget(both, 1);

  connect(m_curve, &QComboBox::activated, this, [this] {
    m_dirty = true;
    compute();
  });
  connect(m_stretch, &QComboBox::activated, this, &MathsPanel::write);
  connect(&m_watcher, &QFutureWatcherBase::finished, this, &MathsPanel::take);
}

MathsPanel::~MathsPanel() {
  m_watcher.disconnect(this);
  m_watcher.waitForFinished();
}

void MathsPanel::setOutcome(const SimulationOutcome& outcome, const DisplaySpec& display) {
  m_scenarios = outcome.scenarios;
  m_display = display;
  fillCurves();
}

void MathsPanel::setScenario(int scenario) {
  m_scenario = scenario;
  fillCurves();
}

void MathsPanel::fillCurves() {
  const QString before = m_curve->currentText();
  const QSignalBlocker quiet(m_curve);
  m_curve->clear();
  if (m_scenario >= 0 && static_cast<std::size_t>(m_scenario) < m_scenarios.size()) {
    if (const auto& run = m_scenarios[static_cast<std::size_t>(m_scenario)].run) {
      for (const std::size_t column : shown_columns(*run)) {
        m_curve->addItem(inWords(run->result.columns[column].name), static_cast<int>(column));
      }
    }
  }
  m_curve->setCurrentIndex(std::max(0, m_curve->findText(before)));
  greyBecause(m_curve, m_curve->count() > 1 ? QString() : tr("The scenario has one curve only."));
  m_dirty = true;
  compute();
}

void MathsPanel::compute() {
  if (!m_dirty || !isVisible() || m_watcher.isRunning()) {
    return;
  }
  m_dirty = false;
  if (m_curve->currentIndex() < 0) {
    m_maths = CurveMaths{};
    write();
    draw();
    return;
  }
  m_watcher.setFuture(QtConcurrent::run(
      [work = m_work, run = m_scenarios[static_cast<std::size_t>(m_scenario)].run,
       column = static_cast<std::size_t>(m_curve->currentData().toInt()), display = m_display] {
        try {
          return work(*run, column, display);
        } catch (const std::exception& problem) {
          CurveMaths nothing;
          nothing.model = run->spec.model;
          nothing.not_written = defect(problem).message;
          return nothing;
        }
      }));
}

void MathsPanel::take() {
  m_maths = m_watcher.result();
  const int before = m_stretch->currentIndex();
  const bool first = m_stretch->count() == 0;
  {
    const QSignalBlocker quiet(m_stretch);
    m_stretch->clear();
    for (const ExponentialStretch& stretch : m_maths.stretches) {
      m_stretch->addItem(
          tr("%1 to %2").arg(durationText(stretch.from_h), durationText(stretch.to_h)));
    }
    const int last = m_stretch->count() - 1;
    m_stretch->setCurrentIndex(first || before > last ? last : before);
    m_stretch->setEnabled(last > 0);
  }
  write();
  draw();
  Q_EMIT shown();
  compute();  // what has changed since
}

void MathsPanel::write() {
  QString html;
  const auto add = [&](const QString& paragraph) {
    html += QStringLiteral("<p>%1</p>").arg(paragraph);
  };
  const auto head = [&](const QString& text) {
    html += QStringLiteral("<h4>%1</h4>").arg(text.toHtmlEscaped());
  };
  if (m_maths.model.empty()) {
    m_text->setHtml(QStringLiteral("<p>%1</p>").arg(tr("This scenario has no curve.")));
    return;
  }
  const int at = m_stretch->currentIndex();
  if (at >= 0 && static_cast<std::size_t>(at) < m_maths.stretches.size()) {
    const ExponentialStretch& stretch = m_maths.stretches[static_cast<std::size_t>(at)];
    head(tr("Exactly this curve, from %1 to %2")
             .arg(durationText(stretch.from_h), durationText(stretch.to_h)));
    if (stretch.unwritten.empty()) {
      add(QStringLiteral("<b>C(t) = %1</b>").arg(formulaText(stretch).toHtmlEscaped()));
      add(tr("C in %1, t in hours from the start of this stretch.").arg(unitText(m_maths.unit)));
      html += QStringLiteral("<table cellspacing='0' cellpadding='3' border='1'><tr>");
      for (const QString& title : {tr("Coefficient"), tr("Rate constant, 1/h"), tr("Half-life")}) {
        html += QStringLiteral("<th align='right'>%1</th>").arg(title);
      }
      html += QStringLiteral("</tr>");
      for (const ExponentialTerm& term : stretch.terms) {
        html += QStringLiteral(
                    "<tr><td align='right'>%1</td><td align='right'>%2</td><td "
                    "align='right'>%3</td></tr>")
                    .arg(signedNumber(term.coefficient, true), numberText(term.rate_per_h),
                         term.rate_per_h > 0.0 ? durationText(std::numbers::ln2 / term.rate_per_h)
                                               : QStringLiteral("–"));
      }
      html += QStringLiteral("</table>");
    } else {
      add(tr("This stretch is no plain sum of exponentials: %1.")
              .arg(inWords(stretch.unwritten).toHtmlEscaped()));
    }
  }
  if (!m_maths.not_written.empty()) {
    head(tr("Exactly this curve"));
    add(inWords(m_maths.not_written).toHtmlEscaped());
  }
  if (!m_maths.half_lives_h.empty()) {
    head(tr("Half-lives"));
    QStringList all;
    for (const double half_life_h : m_maths.half_lives_h) {
      all << durationText(half_life_h);
    }
    add(all.join(QStringLiteral(", ")));
  }
  head(tr("Accumulation"));
  if (m_maths.accumulation) {
    add(tr("Every %1 for ever, each interval has %2 times the exposure of the first.")
            .arg(durationText(m_maths.accumulation->interval_h),
                 numberText(m_maths.accumulation->ratio)));
  } else {
    add(tr("None to speak of: %1.").arg(inWords(m_maths.no_accumulation).toHtmlEscaped()));
  }
  head(tr("Context-sensitive half-time"));
  if (!m_maths.no_half_times.empty()) {
    add(tr("Not shown: %1.").arg(inWords(m_maths.no_half_times).toHtmlEscaped()));
  } else if (m_maths.half_time_dose.empty()) {
    add(tr("Infusions of the route %1. In a linear model their rate makes no difference.")
            .arg(inWords(m_maths.half_time_route).toHtmlEscaped()));
  } else {
    add(tr("Infusions of the route %1 at this scenario’s own rate (%2): this model is not linear, "
           "so that another rate gives another curve.")
            .arg(inWords(m_maths.half_time_route).toHtmlEscaped(),
                 inWords(m_maths.half_time_dose).toHtmlEscaped()));
  }
  m_text->setHtml(html);
}

void MathsPanel::draw() {
  Figure figure;
  figure.x_label = tr("length of a constant infusion [h]").toStdString();
  figure.y_label = tr("time to half [min]").toStdString();
  Figure::Curve curve;
  curve.label = tr("Context-sensitive half-time").toStdString();
  for (const CurveMaths::HalfTime& point : m_maths.half_times) {
    curve.x.push_back(point.infusion_h);
    curve.y.push_back(60.0 * point.half_time_h);
  }
  m_plot->setVisible(!m_maths.half_times.empty());
  if (!curve.x.empty()) {
    figure.curves.push_back(std::move(curve));
    m_plot->setFigure(std::move(figure));
  }
}

void MathsPanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  compute();
}

void MathsPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) {
    write();
  }
  QWidget::changeEvent(event);
}

}  // namespace ketascope
