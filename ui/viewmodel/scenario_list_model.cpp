// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/scenario_list_model.hpp"

#include <algorithm>
#include <utility>

#include "viewmodel/scenario_editing.hpp"

namespace ketascope {

ScenarioListModel::ScenarioListModel(ScenarioDocument* document, const ModelCatalog* catalog,
                                     QObject* parent)
    : QAbstractListModel(parent),
      m_document(document),
      m_catalog(catalog),
      m_count(document->count()) {
  connect(document, &ScenarioDocument::changed, this, &ScenarioListModel::follow);
  connect(catalog, &ModelCatalog::loaded, this, &ScenarioListModel::refresh);
}

void ScenarioListModel::setColours(std::function<QColor(int)> colour) {
  m_colour = std::move(colour);
  refresh();
}

void ScenarioListModel::setLocked(bool ticks, bool names) {
  if (m_ticksLocked != ticks || m_namesLocked != names) {
    m_ticksLocked = ticks;
    m_namesLocked = names;
    refresh();
  }
}

void ScenarioListModel::refresh() {
  if (m_count > 0) {
    Q_EMIT dataChanged(index(0), index(m_count - 1));
  }
}

void ScenarioListModel::follow() {
  const int now = m_document->count();
  if (now != m_count) {
    beginResetModel();
    m_count = now;
    endResetModel();
    return;
  }
  refresh();
}

int ScenarioListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : m_count;
}

QVariant ScenarioListModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= std::min(m_count, m_document->count())) {
    return {};
  }
  const auto& spec = m_document->value().scenarios[static_cast<std::size_t>(index.row())];
  const QString title = scenarioTitle(spec, m_catalog->find(spec.model));
  switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
      return title;
    case Qt::ToolTipRole:
      return QStringLiteral("%1\n%2%3")
          .arg(title, QString::fromStdString(spec.model),
               m_ticksLocked
                   ? QLatin1Char('\n') + tr("What is shown stays until the lesson's question "
                                            "is answered.")
                   : QString());
    case Qt::CheckStateRole:
      return static_cast<int>(spec.visible ? Qt::Checked : Qt::Unchecked);
    case Qt::DecorationRole:
      return m_colour ? QVariant(m_colour(index.row())) : QVariant();
    default:
      return {};
  }
}

bool ScenarioListModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (!index.isValid() || index.row() >= m_count || (role == Qt::CheckStateRole && m_ticksLocked) ||
      (role == Qt::EditRole && m_namesLocked)) {
    return false;
  }
  ScenarioSpec spec = m_document->value().scenarios[static_cast<std::size_t>(index.row())];
  if (role == Qt::CheckStateRole) {
    spec.visible = value.toInt() == Qt::Checked;
    m_document->changeScenario(index.row(), spec,
                               spec.visible ? tr("show scenario") : tr("hide scenario"));
    return true;
  }
  if (role == Qt::EditRole) {
    const QString name = value.toString().simplified();
    ScenarioSpec unnamed = spec;
    unnamed.name.clear();
    // The name made of the dose is not frozen by opening and closing the editor.
    const bool made = name == scenarioTitle(unnamed, m_catalog->find(spec.model));
    spec.name = made ? std::string() : name.toStdString();
    m_document->changeScenario(index.row(), spec, tr("rename scenario"));
    return true;
  }
  return false;
}

Qt::ItemFlags ScenarioListModel::flags(const QModelIndex& index) const {
  if (!index.isValid()) {
    return Qt::NoItemFlags;
  }
  Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
  flags.setFlag(Qt::ItemIsUserCheckable, !m_ticksLocked);
  flags.setFlag(Qt::ItemIsEditable, !m_namesLocked);
  return flags;
}

int ScenarioListModel::add(int current) {
  ScenarioFile file = m_document->value();
  const Model* model = nullptr;
  if (current >= 0 && current < m_count) {
    model = m_catalog->find(file.scenarios[static_cast<std::size_t>(current)].model);
  }
  for (const CatalogEntry& entry : m_catalog->catalog().entries) {
    if (model == nullptr) {
      model = entry.model.get();
    }
  }
  if (model == nullptr) {
    return -1;
  }
  file.scenarios.push_back(defaultScenario(*model));
  const int row = static_cast<int>(file.scenarios.size()) - 1;
  m_document->change(std::move(file), tr("add scenario"));
  return row;
}

int ScenarioListModel::duplicate(int row) {
  if (row < 0 || row >= m_count) {
    return -1;
  }
  ScenarioFile file = m_document->value();
  ScenarioSpec copy = file.scenarios[static_cast<std::size_t>(row)];
  if (!copy.name.empty()) {
    copy.name = freeCopyName(file, QString::fromStdString(copy.name));
  }
  copy.style = {};  // it is told apart
  file.scenarios.insert(file.scenarios.begin() + row + 1, std::move(copy));
  if (file.display.baseline > row) {
    ++file.display.baseline;  // the same scenario as before
  }
  m_document->change(std::move(file), tr("duplicate scenario"));
  return row + 1;
}

int ScenarioListModel::remove(int row) {
  if (row < 0 || row >= m_count) {
    return -1;
  }
  ScenarioFile file = m_document->value();
  file.scenarios.erase(file.scenarios.begin() + row);
  if (file.display.baseline == row) {
    file.display.baseline = 0;
  } else if (file.display.baseline > row) {
    --file.display.baseline;
  }
  const int left = static_cast<int>(file.scenarios.size());
  m_document->change(std::move(file), tr("remove scenario"));
  return std::min(row, left - 1);
}

}  // namespace ketascope
