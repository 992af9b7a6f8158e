// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QString>
#include <optional>
#include <set>
#include <string>

#include "viewmodel/dose_choices.hpp"
#include "viewmodel/model_catalog.hpp"
#include "viewmodel/scenario_document.hpp"

namespace ketascope {

/// The doses of one scenario as a table that is typed into. Numbers are read with a dot or the
/// locale's comma, with or without their unit; "Over" takes a duration or a rate. What cannot be
/// read changes nothing and is said.
class ScheduleModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column {
    RouteColumn,
    Amount,
    UnitColumn,
    Start,
    Over,
    Repeats,
    Every,
    Lag,
    Bioavailability,
    ColumnCount
  };

  ScheduleModel(ScenarioDocument* document, const ModelCatalog* catalog, QObject* parent = nullptr);

  void setScenario(int index);
  int scenario() const { return m_scenario; }
  /// False where the doses come from an event table, or there is no scenario.
  bool isEditable() const;
  /// Leaves only these controls free (names as in lessons); nothing = all of them.
  void setFree(std::optional<std::set<std::string>> controls);
  /// Whether doses may be added and removed.
  bool canChangeRows() const;
  /// Why not; empty where they may.
  QString lockReason() const;
  /// The routes that can be chosen here, and those that cannot with the reason.
  std::vector<RouteChoice> routes() const;
  /// The compartments that a dose can be put into, by the ids of their routes.
  std::vector<DoseChoice> compartments() const;
  /// Whether any dose has its own lag or F, so that these columns have something to say.
  bool hasSetByHand() const;
  /// Units for the amount of a dose.
  static QStringList units();
  /// Why the amount of a row cannot be written in a unit; empty where it can.
  QString unitProblem(int row, const QString& unit) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
  QVariant headerData(int section, Qt::Orientation orientation,
                      int role = Qt::DisplayRole) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;

  /// Each gives the row that should be current afterwards, or -1.
  int add();
  int copy(int row);
  int remove(int row);
  /// Adds an infusion that begins where the dose of a row ends.
  int thenInfuse(int row);
  /// Why that cannot be; empty where it can.
  QString noInfusionBecause(int row) const;

 Q_SIGNALS:
  /// Why something typed was not taken.
  void refused(const QString& reason);

 private:
  const ScenarioSpec* spec() const;
  const Model* model() const;
  bool isFree(int column) const;
  void follow();
  QString cell(const DoseSpec& dose, int column) const;
  QString problemOf(DoseSpec& dose, int column, const QString& typed) const;
  /// Empty, or why not.
  QString setUnit(DoseSpec& dose, const QString& unit) const;
  double weightKg() const;
  int insert(int row, DoseSpec dose, const QString& text);

  ScenarioDocument* m_document;
  const ModelCatalog* m_catalog;
  int m_scenario = -1;
  int m_rows = 0;
  std::optional<std::set<std::string>> m_free;
};

}  // namespace ketascope
