// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/flow_text.hpp"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <cmath>

#include "viewmodel/number_text.hpp"
#include "viewmodel/words_in_use.hpp"

namespace ketascope {
namespace {

constexpr double nothing = 1e-5;      // of the peak
constexpr double justNow = 1 / 60.0;  // of the time shown
constexpr int digits = 3;

QString tr(const char* text) {
  return QCoreApplication::translate("ketascope", text);
}

QString text(const std::string& utf8) {
  return QString::fromStdString(utf8);
}

const Compartment& compartmentOf(const FlowPicture& picture, int index) {
  return picture.amounts.model->compartments[static_cast<std::size_t>(index)];
}

QString valueText(double value, double peak, const QString& unit) {
  const QString number =
      std::abs(value) <= nothing * peak ? QStringLiteral("0") : numberText(value, digits);
  return unit.isEmpty() || unit == QLatin1String("1") ? number
                                                      : QStringLiteral("%1 %2").arg(number, unit);
}

QString placeName(const FlowPicture& picture, int box) {
  const auto& at = picture.diagram.boxes[static_cast<std::size_t>(box)];
  return at.name.empty() ? tr("outside") : inWords(at.name);
}

/// The unit of what an arrow carries: that of the compartment at either end.
QString amountUnit(const FlowPicture& picture, const FlowDiagram::Arrow& arrow) {
  for (const int end : {arrow.from, arrow.to}) {
    const int compartment = picture.diagram.boxes[static_cast<std::size_t>(end)].compartment;
    if (compartment >= 0) {
      return unitText(compartmentOf(picture, compartment).unit_text);
    }
  }
  return {};
}

template <typename Use>
void forInputs(const FlowPicture& picture, const FlowDiagram::Arrow& arrow, const Use& use) {
  const auto& from = picture.diagram.boxes[static_cast<std::size_t>(arrow.from)];
  const auto& to = picture.diagram.boxes[static_cast<std::size_t>(arrow.to)];
  for (const Amounts::Input& input : picture.amounts.inputs) {
    if (input.route == from.route && input.compartment == to.compartment) {
      use(input);
    }
  }
}

}  // namespace

FlowPicture drawFlows(const Run& run, const DisplaySpec& display, const FlowPicture* previous,
                      const RunControl& control) {
  FlowPicture picture;
  auto amounts = amounts_of(run, control);
  if (!amounts) {
    picture.problem = text(amounts.error().front().message);
    return picture;
  }
  picture.amounts = std::move(*amounts);
  picture.axis = axis_time(run, display);
  picture.diagram = previous != nullptr && previous->problem.isEmpty() &&
                            same_structure(previous->amounts, picture.amounts)
                        ? previous->diagram
                        : flow_diagram(picture.amounts, DiagramShape::wide);
  const auto shown = shown_columns(run);
  if (!shown.empty() && !run.result.subjects.empty()) {
    const auto& subject = run.result.subjects.front();
    const auto column = subject.column(shown.front());
    if (!column.empty()) {
      picture.tellingH =
          subject
              .time_h[static_cast<std::size_t>(std::ranges::max_element(column) - column.begin())];
    }
  }
  return picture;
}

double carriedBy(const FlowPicture& picture, const FlowDiagram::Arrow& arrow, double timeH) {
  double sum = 0.0;
  if (arrow.kind == FlowDiagram::Arrow::Kind::dose) {
    forInputs(picture, arrow, [&](const Amounts::Input& input) {
      if (input.duration_h > 0.0 && timeH >= input.start_h &&
          timeH < input.start_h + input.duration_h) {
        sum += input.amount / input.duration_h;
      }
    });
    return sum;
  }
  for (const int flow : arrow.flows) {
    sum += picture.amounts.flow_at(static_cast<std::size_t>(flow), timeH);
  }
  return sum;
}

double mostCarriedBy(const FlowPicture& picture, const FlowDiagram::Arrow& arrow) {
  double most = 0.0;
  if (arrow.kind == FlowDiagram::Arrow::Kind::dose) {
    forInputs(picture, arrow, [&](const Amounts::Input& input) {
      if (input.duration_h > 0.0) {
        most = std::max(most, input.amount / input.duration_h);
      }
    });
    return most;
  }
  for (const int flow : arrow.flows) {
    most += picture.amounts.flow_peaks[static_cast<std::size_t>(flow)];
  }
  return most;
}

bool justGiven(const FlowPicture& picture, const FlowDiagram::Arrow& arrow, double timeH) {
  bool given = false;
  const double shortly = justNow * (picture.highH() - picture.lowH());
  if (arrow.kind == FlowDiagram::Arrow::Kind::dose) {
    forInputs(picture, arrow, [&](const Amounts::Input& input) {
      given = given || (!(input.duration_h > 0.0) && timeH >= input.start_h &&
                        timeH <= input.start_h + shortly);
    });
  }
  return given;
}

QString carriedUnit(const FlowPicture& picture, const FlowDiagram::Arrow& arrow) {
  return amountUnit(picture, arrow) + QStringLiteral("/h");
}

QString heldText(const FlowPicture& picture, int compartment, double timeH) {
  const Compartment& of = compartmentOf(picture, compartment);
  const auto index = static_cast<std::size_t>(compartment);
  return valueText(picture.amounts.state_at(index, timeH) / of.unit.factor,
                   picture.amounts.state_peaks[index] / of.unit.factor, unitText(of.unit_text));
}

QString carriedText(const FlowPicture& picture, const FlowDiagram::Arrow& arrow, double timeH) {
  return valueText(carriedBy(picture, arrow, timeH), mostCarriedBy(picture, arrow),
                   carriedUnit(picture, arrow));
}

QString boxToolTip(const FlowPicture& picture, const FlowDiagram::Box& box, double timeH) {
  const Amounts& amounts = picture.amounts;
  if (box.compartment < 0) {
    const Route* route = amounts.model->route(box.route);
    return inWords(route == nullptr ? box.name : route->label.empty() ? route->id : route->label);
  }
  const Compartment& of = compartmentOf(picture, box.compartment);
  const auto index = static_cast<std::size_t>(box.compartment);
  QStringList lines;
  lines << (of.description.empty()
                ? text(of.name)
                : QStringLiteral("%1: %2").arg(text(of.name), text(of.description)));
  if (of.analyte >= 0) {
    lines << inWords(amounts.model->analytes[static_cast<std::size_t>(of.analyte)].name);
  }
  lines << tr("now %1").arg(heldText(picture, box.compartment, timeH));
  const double peak = amounts.state_peaks[index];
  if (peak > 0.0) {
    const auto begin = amounts.states.begin() + static_cast<std::ptrdiff_t>(index * amounts.rows());
    const auto highest =
        std::max_element(begin, begin + static_cast<std::ptrdiff_t>(amounts.rows()),
                         [](double a, double b) { return std::abs(a) < std::abs(b); });
    const double when = amounts.time_h[static_cast<std::size_t>(highest - begin)];
    lines << tr("most: %1, at %2")
                 .arg(valueText(peak / of.unit.factor, 0.0, unitText(of.unit_text)),
                      durationText(when - picture.axis.zero_h));
  }
  const auto balance = amounts.balance_at(timeH);
  if (of.amount && balance && balance->entered > 0.0 && amounts.of_drug[index]) {
    lines << tr("%1 % of what has entered so far")
                 .arg(numberText(100 * amounts.state_at(index, timeH) / balance->entered, digits));
  }
  return lines.join(QLatin1Char('\n'));
}

QString arrowToolTip(const FlowPicture& picture, const FlowDiagram::Arrow& arrow, double timeH) {
  using Kind = FlowDiagram::Arrow::Kind;
  QStringList lines;
  lines << tr("%1 → %2").arg(placeName(picture, arrow.from), placeName(picture, arrow.to));
  if (arrow.kind == Kind::computed) {
    lines << tr("computed from it; nothing flows");
    return lines.join(QLatin1Char('\n'));
  }
  const Amounts& amounts = picture.amounts;
  if (arrow.kind == Kind::dose) {
    forInputs(picture, arrow, [&](const Amounts::Input& input) {
      if (lines.size() > 6) {
        return;
      }
      const QString amount = valueText(input.amount, 0.0, amountUnit(picture, arrow));
      const QString start = durationText(input.start_h - picture.axis.zero_h);
      lines << (input.duration_h > 0.0
                    ? tr("%1 from %2 over %3").arg(amount, start, durationText(input.duration_h))
                    : tr("%1 at %2, at once").arg(amount, start));
    });
    return lines.join(QLatin1Char('\n'));
  }
  lines << tr("now %1").arg(carriedText(picture, arrow, timeH));
  for (const int index : arrow.flows) {
    const Flow& flow = amounts.model->flows[static_cast<std::size_t>(index)];
    QString line = flow.label.empty() ? QString() : text(flow.label) + QStringLiteral(": ");
    line +=
        flow.rate.empty() ? text(flow.amount_rate) : tr("rate constant %1").arg(text(flow.rate));
    lines << line;
    if (flow.to < 0) {
      const QString unit = amountUnit(picture, arrow);
      lines << tr("eliminated so far: %1")
                   .arg(valueText(amounts.carried_at(static_cast<std::size_t>(index), timeH), 0.0,
                                  unit));
    }
  }
  return lines.join(QLatin1Char('\n'));
}

QString balanceText(const FlowPicture& picture, double timeH) {
  const Amounts& amounts = picture.amounts;
  if (amounts.from_table) {
    return amounts.subject.empty() ? tr("No balance: the doses come from an event table.")
                                   : tr("ID %1 of the event table; no balance is drawn up for one.")
                                         .arg(text(amounts.subject));
  }
  if (amounts.steady_state) {
    return tr("No balance: doses have gone on for ever before the start.");
  }
  const auto balance = amounts.balance_at(timeH);
  if (!balance) {
    return {};
  }
  QString unit;
  for (std::size_t c = 0; c < amounts.of_drug.size() && unit.isEmpty(); ++c) {
    if (amounts.of_drug[c]) {
      unit = unitText(amounts.model->compartments[c].unit_text);
    }
  }
  const double size = std::max({balance->held, balance->left, balance->entered});
  const bool closed = std::abs(balance->held + balance->left - balance->entered) <= 1e-4 * size;
  return tr("In the compartments %1 + eliminated %2 %3 entered %4")
      .arg(valueText(balance->held, size, unit), valueText(balance->left, size, unit),
           closed ? QStringLiteral("=") : QStringLiteral("≠"),
           valueText(balance->entered, size, unit));
}

QString flowSummary(const FlowPicture& picture, double timeH, const QString& time) {
  QStringList held;
  for (const FlowDiagram::Box& box : picture.diagram.boxes) {
    if (box.compartment >= 0) {
      held << QStringLiteral("%1 %2").arg(text(box.name),
                                          heldText(picture, box.compartment, timeH));
    }
  }
  QStringList moved;
  for (const FlowDiagram::Arrow& arrow : picture.diagram.arrows) {
    if (arrow.kind != FlowDiagram::Arrow::Kind::computed &&
        carriedBy(picture, arrow, timeH) > nothing * mostCarriedBy(picture, arrow)) {
      moved << tr("%1 to %2 %3")
                   .arg(placeName(picture, arrow.from), placeName(picture, arrow.to),
                        carriedText(picture, arrow, timeH));
    }
  }
  QString all = tr("At %1: %2.").arg(time, held.join(QStringLiteral(", ")));
  if (!moved.isEmpty()) {
    all += QLatin1Char(' ') + tr("Moving: %1.").arg(moved.join(QStringLiteral(", ")));
  }
  const QString balance = balanceText(picture, timeH);
  return balance.isEmpty() ? all : all + QLatin1Char(' ') + balance;
}

}  // namespace ketascope
