// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/schedule_model.hpp"

#include <QLocale>
#include <algorithm>
#include <utility>

#include "ketascope/sim/dose_weight.hpp"
#include "ketascope/units/measure.hpp"
#include "ketascope/units/number.hpp"
#include "viewmodel/dose_by_hand.hpp"
#include "viewmodel/number_text.hpp"
#include "viewmodel/scenario_editing.hpp"
#include "viewmodel/words_in_use.hpp"

namespace ketascope {
namespace {

constexpr int mostRepeats = 9999;

/// As it can be typed again.
QString typedText(const Measure& measure) {
  return QStringLiteral("%1 %2")
      .arg(exactNumberText(measure.value), QString::fromStdString(measure.unit))
      .trimmed();
}

/// "40 min", or "40" in the unit that stood there.
std::optional<Measure> readMeasure(const QString& typed, const std::string& unit) {
  const auto text = plainNumber(typed);
  if (!text) {
    return std::nullopt;
  }
  if (const auto number = parse_number(*text)) {
    return Measure{*number, unit};
  }
  const auto measure = parse_measure(*text);
  return measure ? std::optional(*measure) : std::nullopt;
}

bool isTime(const Measure& measure) {
  return to_internal(measure, dimensions::time).has_value();
}

bool isDose(const Unit& unit) {
  Dimension plain = unit.dimension;
  plain.body_mass = 0;
  return plain == dimensions::drug_mass || plain == dimensions::amount;
}

bool isRate(const Unit& unit) {
  Unit amount = unit;
  amount.dimension.time = 0;
  return unit.dimension.time == -1 && isDose(amount);
}

}  // namespace

ScheduleModel::ScheduleModel(ScenarioDocument* document, const ModelCatalog* catalog,
                             QObject* parent)
    : QAbstractTableModel(parent), m_document(document), m_catalog(catalog) {
  connect(document, &ScenarioDocument::changed, this, &ScheduleModel::follow);
  connect(catalog, &ModelCatalog::loaded, this, &ScheduleModel::follow);
}

const ScenarioSpec* ScheduleModel::spec() const {
  return m_scenario >= 0 && m_scenario < m_document->count()
             ? &m_document->value().scenarios[static_cast<std::size_t>(m_scenario)]
             : nullptr;
}

const Model* ScheduleModel::model() const {
  const ScenarioSpec* now = spec();
  return now == nullptr ? nullptr : m_catalog->find(now->model);
}

bool ScheduleModel::isEditable() const {
  return spec() != nullptr && spec()->events.empty() && model() != nullptr;
}

void ScheduleModel::setFree(std::optional<std::set<std::string>> controls) {
  m_free = std::move(controls);
  follow();
}

bool ScheduleModel::canChangeRows() const {
  return isEditable() && (!m_free || m_free->contains("schedule"));
}

QString ScheduleModel::lockReason() const {
  if (canChangeRows()) {
    return {};
  }
  if (m_free && !m_free->contains("schedule")) {
    return tr("The lesson keeps the schedule as it is.");
  }
  if (spec() != nullptr && !spec()->events.empty()) {
    return tr("The doses come from an event table; change them there.");
  }
  return tr("There is no scenario with a known model to give a dose to.");
}

bool ScheduleModel::isFree(int column) const {
  static constexpr const char* controls[]{"route",   "amount",   "amount", "start", "duration",
                                          "repeats", "interval", "lag",    "F"};
  return !m_free || m_free->contains(controls[column]);
}

double ScheduleModel::weightKg() const {
  return dose_weight_kg(spec()->subject, model());
}

std::vector<RouteChoice> ScheduleModel::routes() const {
  return model() == nullptr ? std::vector<RouteChoice>{}
                            : routeChoices(*model(), m_catalog->catalog());
}

std::vector<DoseChoice> ScheduleModel::compartments() const {
  return model() == nullptr ? std::vector<DoseChoice>{} : compartmentChoices(*model());
}

bool ScheduleModel::hasSetByHand() const {
  return spec() != nullptr && anySetByHand(*spec());
}

QStringList ScheduleModel::units() {
  return doseUnits();
}

void ScheduleModel::setScenario(int index) {
  m_scenario = index;
  follow();
}

void ScheduleModel::follow() {
  const int rows = spec() == nullptr ? 0 : static_cast<int>(spec()->doses.size());
  if (rows != m_rows) {
    beginResetModel();
    m_rows = rows;
    endResetModel();
  } else if (rows > 0) {
    Q_EMIT dataChanged(index(0, 0), index(rows - 1, ColumnCount - 1));
  }
}

int ScheduleModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : m_rows;
}

int ScheduleModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QString ScheduleModel::cell(const DoseSpec& dose, int column) const {
  switch (column) {
    case RouteColumn: {
      const Route* route = model() == nullptr ? nullptr : model()->route(dose.route);
      return inWords(route != nullptr && !route->label.empty() ? route->label : dose.route);
    }
    case Amount:
      return exactNumberText(dose.amount.value);
    case UnitColumn:
      return QString::fromStdString(dose.amount.unit);
    case Start:
      return typedText(dose.start);
    case Over:
      return dose.duration ? typedText(*dose.duration)
             : dose.rate   ? typedText(*dose.rate)
                           : tr("at once");
    case Repeats:
      if (dose.steady_state) {
        return dose.repeats == 0 ? tr("once, at steady state")
                                 : tr("%1, at steady state").arg(dose.repeats);
      }
      return dose.repeats == 0 ? tr("given once") : QString::number(dose.repeats);
    case Every:
      return dose.interval ? typedText(*dose.interval) : QStringLiteral("–");
    case Lag:
      return dose.lag ? tr("%1 (set by hand)").arg(typedText(*dose.lag)) : tr("as the model");
    case Bioavailability:
      return dose.F ? tr("%1 (set by hand)").arg(typedText(*dose.F)) : tr("as the model");
    default:
      return {};
  }
}

QVariant ScheduleModel::data(const QModelIndex& index, int role) const {
  const ScenarioSpec* now = spec();
  if (!index.isValid() || now == nullptr ||
      static_cast<std::size_t>(index.row()) >= now->doses.size()) {
    return {};
  }
  const DoseSpec& dose = now->doses[static_cast<std::size_t>(index.row())];
  const Route* route = model() == nullptr ? nullptr : model()->route(dose.route);
  switch (role) {
    case Qt::DisplayRole:
      return cell(dose, index.column());
    case Qt::EditRole:
      switch (index.column()) {
        case RouteColumn:
          return QString::fromStdString(dose.route);
        case Over:
          return dose.duration || dose.rate ? cell(dose, Over) : QString();
        case Repeats:
          return QString::number(dose.repeats);
        case Every:
          return dose.interval ? cell(dose, Every) : QString();
        case Lag:
          return dose.lag ? typedText(*dose.lag) : QString();
        case Bioavailability:
          return dose.F ? typedText(*dose.F) : QString();
        default:
          return cell(dose, index.column());
      }
    case Qt::ToolTipRole:
      if (!isFree(index.column())) {
        return tr("The lesson keeps this as it is.");
      }
      if (index.column() == RouteColumn && route != nullptr && !route->note.empty()) {
        return QString::fromStdString(route->note);
      }
      if (index.column() == Lag || index.column() == Bioavailability) {
        const auto own =
            modelsOwn(*now, static_cast<std::size_t>(index.row()), m_catalog->share(now->model));
        if (own) {
          return QStringLiteral("%1\n%2").arg(
              headerData(index.column(), Qt::Horizontal, Qt::ToolTipRole).toString(), own->about);
        }
      }
      if (index.column() == Over && route != nullptr && !route->infusion) {
        return tr("This route takes its dose at once.");
      }
      return headerData(index.column(), Qt::Horizontal, Qt::ToolTipRole);
    case Qt::TextAlignmentRole:
      return static_cast<int>(index.column() == Amount ? Qt::AlignRight | Qt::AlignVCenter
                                                       : Qt::AlignLeft | Qt::AlignVCenter);
    default:
      return {};
  }
}

QVariant ScheduleModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation == Qt::Vertical) {
    return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
  }
  static const char* const titles[]{
      QT_TR_NOOP("Route"), QT_TR_NOOP("Amount"), QT_TR_NOOP("Unit"),
      QT_TR_NOOP("Start"), QT_TR_NOOP("Over"),   QT_TR_NOOP("Repeats"),
      QT_TR_NOOP("Every"), QT_TR_NOOP("Lag"),    QT_TR_NOOP("F")};
  static const char* const toolTips[]{
      QT_TR_NOOP("How the dose is given; only what the model describes can be chosen"),
      QT_TR_NOOP("Amount of drug per dose"),
      QT_TR_NOOP("Total or per body weight; another unit converts the amount"),
      QT_TR_NOOP("Time after the start of the scenario"),
      QT_TR_NOOP("A duration (40 min) or a rate (20 mg/h); empty for a single push"),
      QT_TR_NOOP("Further doses after the first"),
      QT_TR_NOOP("Time between repeated doses"),
      QT_TR_NOOP("Time before the dose enters; empty for the model's own"),
      QT_TR_NOOP("Part of the dose that enters, like 0.5 or 50 %; empty for the model's own")};
  if (section < 0 || section >= ColumnCount) {
    return {};
  }
  return role == Qt::DisplayRole   ? QVariant(tr(titles[section]))
         : role == Qt::ToolTipRole ? QVariant(tr(toolTips[section]))
                                   : QVariant();
}

Qt::ItemFlags ScheduleModel::flags(const QModelIndex& index) const {
  if (!index.isValid()) {
    return Qt::NoItemFlags;
  }
  const Qt::ItemFlags seen = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
  if (!isEditable() || !isFree(index.column())) {
    return seen;
  }
  if (index.column() == Over) {
    const DoseSpec& dose = spec()->doses[static_cast<std::size_t>(index.row())];
    const Route* route = model()->route(dose.route);
    if (route != nullptr && !route->infusion) {
      return seen;
    }
  }
  return seen | Qt::ItemIsEditable;
}

QString ScheduleModel::unitProblem(int row, const QString& unit) const {
  const ScenarioSpec* now = spec();
  return now == nullptr || static_cast<std::size_t>(row) >= now->doses.size()
             ? QString()
             : doseUnitProblem(
                   QString::fromStdString(now->doses[static_cast<std::size_t>(row)].amount.unit),
                   unit, model());
}

QString ScheduleModel::setUnit(DoseSpec& dose, const QString& unit) const {
  const auto to = parse_unit(unit.toStdString());
  if (!to || !isDose(*to)) {
    return tr("%1 is no unit of an amount.").arg(unit);
  }
  const auto value = amountIn(dose.amount, unit, model(), weightKg());
  if (!value) {
    const QString why = doseUnitProblem(QString::fromStdString(dose.amount.unit), unit, model());
    return why.isEmpty() ? tr("%1 is no unit of an amount.").arg(unit) : why;
  }
  dose.amount = {*parse_number(format_number(*value, 6)), unit.toStdString()};
  return {};
}

QString ScheduleModel::problemOf(DoseSpec& dose, int column, const QString& typed) const {
  if (column != RouteColumn && column != UnitColumn && !plainNumber(typed)) {
    return howToWriteNumbers();
  }
  const auto number = readMeasure(typed, {});
  switch (column) {
    case RouteColumn: {
      const Route* route = model()->route(typed.toStdString());
      if (route == nullptr) {
        return tr("%1 does not describe this route.").arg(QString::fromStdString(model()->id));
      }
      giveBy(dose, *route);
      return {};
    }
    case Amount: {
      const auto amount = readMeasure(typed, dose.amount.unit);
      const auto unit = amount ? parse_unit(amount->unit) : parse_unit("?");
      if (!unit || !isDose(*unit) || amount->value < 0) {
        return tr("An amount is a number that is not negative, like 0.5 or 0.5 mg/kg.");
      }
      dose.amount = *amount;
      return {};
    }
    case UnitColumn:
      return setUnit(dose, typed);
    case Start: {
      const auto start = readMeasure(typed, dose.start.unit);
      if (!start || !isTime(*start) || start->value < 0) {
        return tr("A start is a time that is not negative, like 2 h.");
      }
      dose.start = *start;
      return {};
    }
    case Over: {
      if (typed.trimmed().isEmpty() || typed.trimmed() == tr("at once")) {
        dose.duration.reset();
        dose.rate.reset();
        return {};
      }
      const auto over = readMeasure(typed, dose.rate       ? dose.rate->unit
                                           : dose.duration ? dose.duration->unit
                                                           : std::string("min"));
      const auto unit = over ? parse_unit(over->unit) : parse_unit("?");
      if (!unit || !(over->value > 0) || !(isTime(*over) || isRate(*unit))) {
        return tr("Write a duration like 40 min, a rate like 20 mg/h, or nothing.");
      }
      dose.duration.reset();
      dose.rate.reset();
      (isTime(*over) ? dose.duration : dose.rate) = *over;
      return {};
    }
    case Repeats: {
      if (!number || !number->unit.empty() || number->value < 0 || number->value > mostRepeats ||
          number->value != static_cast<int>(number->value)) {
        return tr("Repeats are a whole number from 0 to %1.").arg(mostRepeats);
      }
      dose.repeats = static_cast<int>(number->value);
      if (dose.repeats > 0 && !dose.interval) {
        dose.interval = Measure{8.0, "h"};
      }
      return {};
    }
    case Every: {
      const auto every = readMeasure(typed, dose.interval ? dose.interval->unit : "h");
      if (typed.trimmed().isEmpty() && dose.repeats == 0 && !dose.steady_state) {
        dose.interval.reset();
        return {};
      }
      if (!every || !isTime(*every) || !(every->value > 0)) {
        return tr("Write the time between doses like 8 h.");
      }
      dose.interval = *every;
      return {};
    }
    case Lag: {
      const auto lag = readMeasure(typed, dose.lag ? dose.lag->unit : "min");
      if (!typed.trimmed().isEmpty() && (!lag || !isTime(*lag) || lag->value < 0)) {
        return tr("A lag is a time that is not negative, like 10 min, or nothing.");
      }
      dose.lag = lag;
      return {};
    }
    case Bioavailability: {
      const auto part = readMeasure(typed, {});
      const auto value = part ? to_internal(*part, dimensions::none).value_or(-1.0) : -1.0;
      if (!typed.trimmed().isEmpty() && !(value >= 0 && value <= 1)) {
        return tr("F is a part from 0 to 1, like 0.5 or 50 %, or nothing.");
      }
      dose.F = part;
      return {};
    }
    default:
      return {};
  }
}

bool ScheduleModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (role != Qt::EditRole || !index.isValid() || !isEditable() || !isFree(index.column()) ||
      index.row() >= m_rows) {
    return false;
  }
  ScenarioSpec next = *spec();
  DoseSpec& dose = next.doses[static_cast<std::size_t>(index.row())];
  const QString problem = problemOf(dose, index.column(), value.toString());
  Q_EMIT refused(problem);
  if (!problem.isEmpty()) {
    return false;
  }
  m_document->changeScenario(
      m_scenario, std::move(next),
      tr("change %1")
          .arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString().toLower()));
  return true;
}

int ScheduleModel::insert(int row, DoseSpec dose, const QString& text) {
  ScenarioSpec next = *spec();
  next.doses.insert(next.doses.begin() + row, std::move(dose));
  m_document->changeScenario(m_scenario, std::move(next), text);
  return row;
}

int ScheduleModel::add() {
  if (!canChangeRows()) {
    return -1;
  }
  return insert(m_rows, nextDose(*spec(), *model()), tr("add dose"));
}

int ScheduleModel::copy(int row) {
  if (!canChangeRows() || row < 0 || row >= m_rows) {
    return -1;
  }
  return insert(row + 1, spec()->doses[static_cast<std::size_t>(row)], tr("copy dose"));
}

QString ScheduleModel::noInfusionBecause(int row) const {
  if (!canChangeRows()) {
    return lockReason();
  }
  const auto next =
      infusionAfter(*spec(), static_cast<std::size_t>(row < 0 ? m_rows : row), *model());
  return next ? QString() : next.error();
}

int ScheduleModel::thenInfuse(int row) {
  if (!noInfusionBecause(row).isEmpty()) {
    return -1;
  }
  return insert(row + 1, *infusionAfter(*spec(), static_cast<std::size_t>(row), *model()),
                tr("then infuse"));
}

int ScheduleModel::remove(int row) {
  if (!canChangeRows() || row < 0 || row >= m_rows) {
    return -1;
  }
  ScenarioSpec next = *spec();
  next.doses.erase(next.doses.begin() + row);
  m_document->changeScenario(m_scenario, std::move(next), tr("remove dose"));
  return std::min(row, m_rows - 1);
}

}  // namespace ketascope
