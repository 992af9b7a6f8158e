// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/parameter_panel.hpp"

#include <QElapsedTimer>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QScrollArea>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <algorithm>

#include "ketascope/units/number.hpp"
#include "viewmodel/scenario_editing.hpp"
#include "widgets/form_parts.hpp"
#include "widgets/measure_edit.hpp"

namespace ketascope {
namespace {

/// A slider that a wheel scrolling the list past it does not move.
class QuietSlider : public QSlider {
 public:
  explicit QuietSlider(QWidget* parent) : QSlider(Qt::Horizontal, parent) {
    setFocusPolicy(Qt::StrongFocus);
  }

  std::function<void()> left;  ///< called when the focus goes elsewhere

 protected:
  void focusOutEvent(QFocusEvent* event) override {
    QSlider::focusOutEvent(event);
    if (left) {
      left();
    }
  }
  void wheelEvent(QWheelEvent* event) override {
    if (hasFocus()) {
      QSlider::wheelEvent(event);
    } else {
      event->ignore();
    }
  }
};

/// A model may have hundreds of parameters: so many milliseconds at a time go into their rows,
/// and about as many into their places.
constexpr int patienceMs = 5;

QString text(const std::string& utf8) {
  return QString::fromStdString(utf8);
}

bool isOfEffect(const ScenarioSpec& spec, const std::string& parameter) {
  return std::ranges::any_of(
      spec.effects, [&](const std::string& id) { return parameter.starts_with(effectPrefix(id)); });
}

}  // namespace

ParameterPanel::ParameterPanel(ScenarioDocument* document, const ModelCatalog* catalog,
                               QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_catalog(catalog),
      m_head(newNote(this)),
      m_filter(new QLineEdit(this)),
      m_resetAll(new QToolButton(this)),
      m_holder(new QWidget(this)) {
  m_filter->setPlaceholderText(tr("Find a parameter"));
  m_filter->setAccessibleName(tr("Find a parameter"));
  m_filter->setClearButtonEnabled(true);
  m_resetAll->setText(tr("All &published"));
  m_resetAll->setFocusPolicy(Qt::StrongFocus);
  auto* top = new QHBoxLayout;
  top->addWidget(m_filter, 1);
  top->addWidget(m_resetAll);
  m_list = new QVBoxLayout(m_holder);
  m_list->setContentsMargins(0, 0, 6, 0);
  m_list->setSpacing(6);
  auto* scroll = new QScrollArea(this);
  scroll->setWidget(m_holder);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::NoFocus);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(4, 4, 0, 0);
  layout->addWidget(m_head);
  layout->addLayout(top);
  layout->addWidget(scroll, 1);

  connect(m_filter, &QLineEdit::textChanged, this, [this] { applyFilter(0); });
  m_more.setSingleShot(true);
  m_more.setInterval(0);
  connect(&m_more, &QTimer::timeout, this, [this] { makeRows(patienceMs); });
  connect(m_resetAll, &QToolButton::clicked, this, &ParameterPanel::resetAll);
  connect(document, &ScenarioDocument::changed, this, &ParameterPanel::showValues);
  connect(catalog, &ModelCatalog::loaded, this, [this] {
    m_rowsOf = nullptr;
    m_composed.clear();
    showValues();
  });
  showValues();
}

const ScenarioSpec* ParameterPanel::spec() const {
  return m_index >= 0 && m_index < m_document->count()
             ? &m_document->value().scenarios[static_cast<std::size_t>(m_index)]
             : nullptr;
}

ModelPtr ParameterPanel::model() const {
  const ScenarioSpec* now = spec();
  if (now == nullptr) {
    return nullptr;
  }
  if (const auto index = static_cast<std::size_t>(m_index); index < m_composed.size()) {
    const Composed& composed = m_composed[index];
    if (composed.model && composed.host == now->model && composed.effects == now->effects) {
      return composed.model;
    }
  }
  return m_catalog->share(now->model);
}

void ParameterPanel::setOutcome(const SimulationOutcome& outcome) {
  m_composed.resize(outcome.scenarios.size());
  for (std::size_t i = 0; i < outcome.scenarios.size(); ++i) {
    const ScenarioOutcome& scenario = outcome.scenarios[i];
    Composed& kept = m_composed[i];
    // Models of the same pieces have the same parameters: rows stay while a slider moves.
    const bool known =
        kept.model && kept.host == scenario.spec.model && kept.effects == scenario.spec.effects;
    if (scenario.run && !scenario.spec.effects.empty() && !known) {
      kept = {scenario.run->scenario.model, scenario.spec.model, scenario.spec.effects};
    }
  }
  showValues();
}

void ParameterPanel::setScenario(int index) {
  if (index != m_index) {
    m_document->endMerge();
  }
  m_index = index;
  showValues();
}

ParameterPanel::Row ParameterPanel::makeRow(const Parameter& parameter, std::size_t place) {
  const QString name = text(parameter.name);
  const QString unit = text(parameter.unit_text == "1" ? std::string() : parameter.unit_text);
  const QString published =
      tr("published: %1")
          .arg(QStringLiteral("%1 %2")
                   .arg(text(shortest(parameter.printed))
                            .replace(QLatin1Char('.'), QLocale().decimalPoint()),
                        unit)
                   .trimmed());
  auto* whole = new QWidget(m_holder);
  auto* title = new QLabel(whole);
  title->setTextFormat(Qt::PlainText);
  title->setText(name);
  auto* note = newNote(whole);
  note->setText(parameter.description.empty()
                    ? published
                    : QStringLiteral("%1; %2").arg(published, text(parameter.description)));
  const QString toolTip =
      QStringLiteral("%1 (%2)\n%3")
          .arg(parameter.description.empty() ? name : text(parameter.description), published,
               text(parameter.source));
  auto* slider = new QuietSlider(whole);
  slider->setRange(0, ParameterScale::steps);
  slider->setPageStep(ParameterScale::steps / 20);
  slider->setAccessibleName(tr("Slider of %1").arg(name));
  slider->setAccessibleDescription(published);
  slider->setToolTip(toolTip);
  auto* number = new MeasureEdit({text(parameter.unit_text)}, whole);
  number->setDescription(name, toolTip);
  number->setFixedWidth(150);
  auto* reset = new QToolButton(whole);
  reset->setText(tr("Reset"));
  reset->setAccessibleName(tr("Reset %1 to its published value").arg(name));
  reset->setToolTip(published);
  reset->setFocusPolicy(Qt::StrongFocus);

  auto* first = new QHBoxLayout;
  first->setContentsMargins(0, 0, 0, 0);
  first->addWidget(title, 1);
  first->addWidget(number);
  auto* second = new QHBoxLayout;
  second->setContentsMargins(0, 0, 0, 0);
  second->addWidget(slider, 1);
  second->addWidget(reset);
  auto* lines = new QVBoxLayout(whole);
  lines->setContentsMargins(0, 0, 0, 0);
  lines->setSpacing(1);
  lines->addLayout(first);
  lines->addLayout(second);
  lines->addWidget(note);

  Row made{parameter.name, place, ParameterScale(parameter), whole, title, slider, number, reset};
  connect(slider, &QSlider::valueChanged, this,
          [this, key = parameter.name, scale = made.scale,
           unitText = parameter.unit_text](int position) {
            if (!m_showing) {
              set(key, Measure{scale.valueAt(position), unitText},
                  QStringLiteral("parameter ") + text(key));
            }
          });
  connect(slider, &QSlider::sliderReleased, m_document, &ScenarioDocument::endMerge);
  slider->left = [this] { m_document->endMerge(); };
  connect(number, &MeasureEdit::edited, this,
          [this, key = parameter.name](const std::optional<Measure>& value) {
            if (value) {
              set(key, value, QStringLiteral("parameter ") + text(key));
            }
          });
  connect(number, &MeasureEdit::invalid, this, [this, name](const QString& message) {
    Q_EMIT invalid(QStringLiteral("%1: %2").arg(name, message));
  });
  connect(number, &MeasureEdit::left, m_document, &ScenarioDocument::endMerge);
  connect(reset, &QToolButton::clicked, this,
          [this, key = parameter.name] { set(key, std::nullopt, {}); });
  return made;
}

void ParameterPanel::rebuild() {
  m_rowsOf = model();
  for (const Row& each : m_rows) {
    each.whole->hide();
    each.whole->deleteLater();
  }
  m_rows.clear();
  while (QLayoutItem* item = m_list->takeAt(0)) {
    delete item;
  }
  m_list->addStretch(1);
  m_next = 0;
  m_more.start();  // not in the event that asks for them, which may have much else to do
}

void ParameterPanel::makeRows(int milliseconds) {
  const std::size_t wanted = m_rowsOf == nullptr ? 0 : m_rowsOf->parameters.size();
  const ScenarioSpec* now = spec();
  const Model* host = now == nullptr ? nullptr : m_catalog->find(now->model);
  const std::size_t first = m_rows.size();
  m_rows.reserve(wanted);
  QElapsedTimer clock;
  clock.start();
  // Else every row that is shown would have all rows laid out again.
  m_list->setEnabled(false);
  for (; m_next < wanted && (milliseconds < 0 || clock.elapsed() < milliseconds); ++m_next) {
    const Parameter& parameter = m_rowsOf->parameters[m_next];
    const bool own = host == nullptr || host->parameter_index(parameter.name) >= 0;
    // What other drugs brought in is chosen by their regimens.
    if (own || isOfEffect(*now, parameter.name)) {
      m_rows.push_back(makeRow(parameter, m_next));
      m_list->insertWidget(m_list->count() - 1, m_rows.back().whole);
    }
  }
  applyFilter(first);
  showRows(first);
  m_list->setEnabled(true);
  if (m_next < wanted) {
    m_more.start();
  }
}

void ParameterPanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  showValues();
}

void ParameterPanel::showValues() {
  if (!isVisible()) {
    return;  // hundreds of widgets; they are made when somebody looks
  }
  if (model() != m_rowsOf || (m_rowsOf == nullptr && !m_rows.empty())) {
    rebuild();
  }
  const ScenarioSpec* now = spec();
  greyBecause(m_resetAll,
              now != nullptr && !now->parameters.empty()
                  ? QString()
                  : tr("Every parameter of this scenario has its published value."),
              tr("Set every parameter of this scenario back to its published value"));
  m_head->setText(m_rowsOf == nullptr
                      ? tr("No model is open.")
                      : tr("Parameters of %1. What differs from the publication is in bold.")
                            .arg(text(m_rowsOf->id)));
  if (now == nullptr || m_rowsOf == nullptr) {
    return;
  }
  showRows(0);
}

void ParameterPanel::showRows(std::size_t first) {
  const ScenarioSpec* now = spec();
  if (now == nullptr || m_rowsOf == nullptr) {
    return;
  }
  m_showing = true;
  for (std::size_t i = first; i < m_rows.size(); ++i) {
    const Row& each = m_rows[i];
    const Parameter& parameter = m_rowsOf->parameters[each.place];
    const auto changed = now->parameters.find(each.name);
    const bool own = changed != now->parameters.end();
    const Measure value = own ? changed->second : Measure{parameter.printed, parameter.unit_text};
    each.number->setMeasure(value);
    const auto internal = to_internal(value, parameter.unit.dimension);
    each.slider->setValue(
        each.scale.positionOf(internal ? *internal / parameter.unit.factor : parameter.printed));
    greyBecause(each.reset, own ? QString() : tr("The parameter has its published value."),
                each.slider->accessibleDescription());
    QFont font = each.title->font();
    if (font.bold() != own) {
      font.setBold(own);
      each.title->setFont(font);
    }
  }
  m_showing = false;
}

void ParameterPanel::set(const std::string& name, const std::optional<Measure>& value,
                         const QString& merge) {
  const ScenarioSpec* now = spec();
  const int index = m_rowsOf == nullptr ? -1 : m_rowsOf->parameter_index(name);
  if (now == nullptr || index < 0) {
    return;
  }
  const Parameter& parameter = m_rowsOf->parameters[static_cast<std::size_t>(index)];
  ScenarioSpec next = *now;
  if (value && *value != Measure{parameter.printed, parameter.unit_text}) {
    next.parameters[name] = *value;
  } else {
    next.parameters.erase(name);
  }
  m_document->changeScenario(m_index, std::move(next), tr("change %1").arg(text(name)), merge);
}

void ParameterPanel::resetAll() {
  if (const ScenarioSpec* now = spec()) {
    ScenarioSpec next = *now;
    next.parameters.clear();
    m_document->changeScenario(m_index, std::move(next), tr("published parameters"));
  }
}

void ParameterPanel::applyFilter(std::size_t first) {
  const QString wanted = m_filter->text().trimmed();
  for (std::size_t i = first; i < m_rows.size(); ++i) {
    const Parameter& parameter = m_rowsOf->parameters[m_rows[i].place];
    m_rows[i].whole->setVisible(wanted.isEmpty() ||
                                text(parameter.name).contains(wanted, Qt::CaseInsensitive) ||
                                text(parameter.description).contains(wanted, Qt::CaseInsensitive));
  }
}

const ParameterPanel::Row* ParameterPanel::row(const std::string& name) {
  makeRows(-1);
  const auto found = std::ranges::find(m_rows, name, &Row::name);
  return found == m_rows.end() ? nullptr : &*found;
}

QSlider* ParameterPanel::slider(const std::string& name) {
  const Row* found = row(name);
  return found == nullptr ? nullptr : found->slider;
}

MeasureEdit* ParameterPanel::number(const std::string& name) {
  const Row* found = row(name);
  return found == nullptr ? nullptr : found->number;
}

QToolButton* ParameterPanel::resetButton(const std::string& name) {
  const Row* found = row(name);
  return found == nullptr ? nullptr : found->reset;
}

}  // namespace ketascope
