// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/diagram_panel.hpp"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <utility>

#include "plot/figure_reading.hpp"
#include "widgets/flow_diagram_view.hpp"
#include "widgets/form_parts.hpp"
#include "widgets/message_bar.hpp"

namespace ketascope {
namespace {

constexpr int steps = 2000;          // of the slider
constexpr int frame = 33;            // milliseconds
constexpr double runs = 15000;       // milliseconds in which all of the time goes by
constexpr double smallestFit = 0.5;  // smaller letters cannot be read; then it scrolls
constexpr double largestFit = 1.4;
constexpr double smallest = 0.25;
constexpr double largest = 4;
constexpr std::size_t mostNamed = 4;  // of the compartments left out

}  // namespace

DiagramPanel::DiagramPanel(QWidget* parent)
    : QWidget(parent),
      m_scroll(new QScrollArea(this)),
      m_view(new FlowDiagramView(this)),
      m_play(new QToolButton(this)),
      m_slider(new QSlider(Qt::Horizontal, this)),
      m_time(new QLabel(this)),
      m_full(new QuietComboBox(this)),
      m_balance(newNote(this)) {
  m_view->setAccessibleName(tr("The model with what is in it"));
  m_scroll->setWidget(m_view);
  m_scroll->setAlignment(Qt::AlignCenter);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setFocusPolicy(Qt::StrongFocus);
  m_scroll->setAccessibleName(m_view->accessibleName());
  m_scroll->setBackgroundRole(QPalette::Base);
  m_scroll->setMinimumHeight(60);
  m_scroll->viewport()->installEventFilter(this);
  buildControls();

  m_clock.setInterval(frame);
  connect(&m_clock, &QTimer::timeout, this, &DiagramPanel::tick);
  connect(&m_runner, &BackgroundRunner::delivered, this,
          [this](const BackgroundRunner::Answer& answer) {
            take(std::static_pointer_cast<const FlowPicture>(answer));
          });
  connect(&m_runner, &BackgroundRunner::failed, this, [this](const Diagnostic& problem) {
    auto none = std::make_shared<FlowPicture>();
    none->problem = sentence(problem);
    take(none);
  });
}

void DiagramPanel::buildControls() {
  auto* controls = new QHBoxLayout;
  controls->setContentsMargins(4, 2, 4, 2);
  controls->setSpacing(controlSpacing);
  const auto button = [&](QToolButton* made, const QString& text, const QString& name) {
    made->setText(text);
    made->setAccessibleName(name);
    made->setToolTip(name);
    made->setFocusPolicy(Qt::StrongFocus);
  };
  button(m_play, tr("Play"), tr("Let the time run"));
  m_play->setCheckable(true);
  connect(m_play, &QToolButton::toggled, this, &DiagramPanel::play);
  controls->addWidget(m_play);

  m_slider->setRange(0, steps);
  m_slider->setSingleStep(steps / 200);
  m_slider->setPageStep(steps / 20);
  m_slider->setFocusPolicy(Qt::StrongFocus);
  m_slider->setAccessibleName(tr("Time that the diagram shows"));
  m_slider->setToolTip(tr("Moves the time; the cursor of the plot goes with it"));
  connect(m_slider, &QSlider::valueChanged, this, &DiagramPanel::drag);
  controls->addWidget(m_slider, 1);
  m_time->setMinimumWidth(m_time->fontMetrics().horizontalAdvance(QStringLiteral("00 h 00 min 0")));
  controls->addWidget(m_time);

  m_full->addItem(tr("full = its own peak"));
  m_full->addItem(tr("full = all that is given"));
  m_full->setAccessibleName(tr("What a full box stands for"));
  m_full->setToolTip(
      tr("How full a box is drawn: against the most that it ever holds, or against everything "
         "that the doses bring. States without an amount: always against their own peak."));
  connect(m_full, &QComboBox::activated, this, [this](int chosen) {
    m_view->setFull(chosen == 0 ? FlowDiagramView::Full::ownPeak : FlowDiagramView::Full::entered);
  });
  controls->addWidget(m_full);
  const auto zoomer = [&](const QString& text, const QString& name, auto slot) {
    auto* made = new QToolButton(this);
    button(made, text, name);
    connect(made, &QToolButton::clicked, this, slot);
    controls->addWidget(made);
  };
  zoomer(QStringLiteral("−"), tr("Diagram smaller"), [this] { zoom(0.8); });
  zoomer(QStringLiteral("+"), tr("Diagram larger"), [this] { zoom(1.25); });
  zoomer(tr("Fit"), tr("Fit the diagram into its place"), [this] {
    m_fitted = true;
    fit();
  });

  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 2);
  layout->setSpacing(0);
  layout->addWidget(m_scroll, 1);
  layout->addLayout(controls);
  m_balance->setContentsMargins(6, 0, 6, 0);
  layout->addWidget(m_balance);
}

void DiagramPanel::setOutcome(const SimulationOutcome& outcome, const DisplaySpec& display) {
  m_scenarios = outcome.scenarios;
  m_display = display;
  m_axisLabel = outcome.figure.x_label;
  m_dirty = true;
  compute();
}

void DiagramPanel::setScenario(int scenario) {
  m_scenario = scenario;
  m_dirty = true;
  compute();
}

void DiagramPanel::compute() {
  if (!m_dirty || !isVisible()) {
    return;
  }
  m_dirty = false;
  const auto run = m_scenario >= 0 && static_cast<std::size_t>(m_scenario) < m_scenarios.size()
                       ? m_scenarios[static_cast<std::size_t>(m_scenario)].run
                       : nullptr;
  if (!run) {
    m_runner.cancel();
    auto none = std::make_shared<FlowPicture>();
    none->problem = tr("This scenario has no curve.");
    take(none);
    return;
  }
  m_runner.submit([run, display = m_display, previous = m_picture](const RunControl& control) {
    RunControl own;
    own.stop = control.stop;
    own.threads = 1;
    return BackgroundRunner::Answer(
        std::make_shared<const FlowPicture>(drawFlows(*run, display, previous.get(), own)));
  });
}

void DiagramPanel::take(const std::shared_ptr<const FlowPicture>& picture) {
  const bool drawnAnew = !m_picture ||
                         m_picture->diagram.boxes.size() != picture->diagram.boxes.size() ||
                         m_picture->amounts.model != picture->amounts.model;
  m_picture = picture;
  m_view->setPicture(picture->problem.isEmpty() ? picture : nullptr);
  const bool something = picture->problem.isEmpty() && picture->amounts.rows() > 0;
  for (QWidget* each : std::initializer_list<QWidget*>{m_play, m_slider, m_full}) {
    each->setEnabled(something);
  }
  if (!something) {
    m_play->setChecked(false);
    m_time->clear();
    m_balance->setText(picture->problem);
    m_view->setAccessibleDescription(picture->problem);
    Q_EMIT shown();
    return;
  }
  if (drawnAnew) {
    m_fitted = true;
  }
  fit();
  if (drawnAnew) {
    showDose();
  }
  const bool chosen = std::exchange(m_timeChosen, true);
  setTimeH(chosen ? m_timeH : picture->tellingH);
  if (!chosen) {
    m_driving = true;
    Q_EMIT timeWanted(axisOf(m_timeH));
    m_driving = false;
  }
  Q_EMIT shown();
}

/// What is larger than its place is read from where the drug enters.
void DiagramPanel::showDose() {
  const FlowDiagram& diagram = m_picture->diagram;
  const auto dose =
      std::ranges::find(diagram.arrows, FlowDiagram::Arrow::Kind::dose, &FlowDiagram::Arrow::kind);
  if (dose != diagram.arrows.end()) {
    const auto& box = diagram.boxes[static_cast<std::size_t>(dose->to)];
    m_scroll->ensureVisible(qRound(box.centre.x * m_view->scale()),
                            qRound(box.centre.y * m_view->scale()),
                            m_scroll->viewport()->width() / 3, m_scroll->viewport()->height() / 2);
  }
}

double DiagramPanel::axisOf(double timeH) const {
  return (timeH - m_picture->axis.zero_h) * m_picture->axis.per_h;
}

void DiagramPanel::setAxisTime(double x) {
  if (!m_picture || !m_picture->problem.isEmpty()) {
    return;
  }
  m_timeChosen = true;
  const double timeH = x / m_picture->axis.per_h + m_picture->axis.zero_h;
  if (m_driving) {
    // The cursor is drawn to a dose nearby; the slider stays where it was put, or small steps
    // would never leave the dose.
    m_timeH = std::clamp(timeH, m_picture->lowH(), m_picture->highH());
    showTime();
    return;
  }
  if (isVisible()) {
    setTimeH(timeH);
  } else {
    m_timeH = timeH;
  }
}

void DiagramPanel::setTimeH(double timeH) {
  const double low = m_picture->lowH();
  const double high = m_picture->highH();
  m_timeH = std::clamp(timeH, low, high);
  {
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(
        high > low ? static_cast<int>(std::lround((m_timeH - low) / (high - low) * steps)) : 0);
  }
  showTime();
}

void DiagramPanel::showTime() {
  const QString time = timeInWords(axisOf(m_timeH), m_axisLabel);
  m_view->setTime(m_timeH);
  m_time->setText(time);
  QString note = balanceText(*m_picture, m_timeH);
  if (const auto& empty = m_picture->diagram.left_out; !empty.empty()) {
    QStringList names;
    for (std::size_t i = 0; i < std::min(empty.size(), mostNamed); ++i) {
      names << QString::fromStdString(empty[i]);
    }
    note +=
        (note.isEmpty() ? QString() : QStringLiteral(".   ")) +
        (empty.size() <= mostNamed
             ? tr("Left out, because nothing comes there: %1").arg(names.join(QStringLiteral(", ")))
             : tr("Left out, because nothing comes there: %1 and %2 more")
                   .arg(names.join(QStringLiteral(", ")))
                   .arg(empty.size() - mostNamed));
  }
  m_balance->setText(note);
  const QString summary = flowSummary(*m_picture, m_timeH, time);
  m_view->setAccessibleDescription(summary);
  m_scroll->setAccessibleDescription(summary);
  m_slider->setAccessibleDescription(summary);
}

void DiagramPanel::drag(int position) {
  if (!m_picture || !m_picture->problem.isEmpty()) {
    return;
  }
  m_timeChosen = true;
  m_timeH = m_picture->lowH() + (m_picture->highH() - m_picture->lowH()) * position / steps;
  m_driving = true;
  Q_EMIT timeWanted(axisOf(m_timeH));
  m_driving = false;
  showTime();
}

void DiagramPanel::play(bool on) {
  m_play->setText(on ? tr("Pause") : tr("Play"));
  const QString name = on ? tr("Stop the time") : tr("Let the time run");
  m_play->setAccessibleName(name);
  m_play->setToolTip(name);
  if (!on) {
    m_clock.stop();
    return;
  }
  if (m_slider->value() >= steps) {
    m_slider->setValue(0);
  }
  m_clock.start();
}

void DiagramPanel::tick() {
  const int next = m_slider->value() + static_cast<int>(std::lround(steps * frame / runs));
  m_slider->setValue(std::min(next, steps));
  if (m_slider->value() >= steps) {
    m_play->setChecked(false);
  }
}

void DiagramPanel::fit() {
  if (!m_fitted || !m_picture || !m_picture->problem.isEmpty()) {
    return;
  }
  const QSizeF room = m_scroll->maximumViewportSize();
  const QSizeF natural = m_view->natural();
  m_view->setScale(
      std::clamp(std::min(room.width() / natural.width(), room.height() / natural.height()),
                 smallestFit, largestFit));
}

void DiagramPanel::zoom(double factor) {
  m_fitted = false;
  m_view->setScale(std::clamp(m_view->scale() * factor, smallest, largest));
}

void DiagramPanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  compute();
  if (m_picture && m_picture->problem.isEmpty()) {
    setTimeH(m_timeH);  // the cursor may have moved since
  }
}

void DiagramPanel::hideEvent(QHideEvent* event) {
  m_play->setChecked(false);
  QWidget::hideEvent(event);
}

bool DiagramPanel::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_scroll->viewport()) {
    if (event->type() == QEvent::Resize) {
      fit();
    } else if (event->type() == QEvent::Wheel) {
      const auto* wheel = static_cast<QWheelEvent*>(event);
      if ((wheel->modifiers() & Qt::ControlModifier) != 0) {
        zoom(wheel->angleDelta().y() > 0 ? 1.1 : 1 / 1.1);
        return true;
      }
    }
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace ketascope
