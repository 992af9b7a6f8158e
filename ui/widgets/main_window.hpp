// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>
#include <QStringList>

#include "viewmodel/audit_table_model.hpp"
#include "viewmodel/metrics_table_model.hpp"
#include "viewmodel/model_catalog.hpp"
#include "viewmodel/scenario_document.hpp"
#include "viewmodel/scenario_list_model.hpp"
#include "viewmodel/simulation_runner.hpp"

class QComboBox;
class QLabel;
class QMenu;
class QTableView;

namespace ketascope {

class ConcentrationPlot;
class EditorPanel;
class MessageBar;
class ScenarioPanel;

/// The window: scenarios and their form on the left, the plot, its numbers below.
class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  explicit MainWindow(Library library, QWidget* parent = nullptr);
  ~MainWindow() override;

  /// Opens documents; several become one new document with all their scenarios. Without any, a
  /// first scenario is made once the models are read.
  void openAll(const QStringList& paths);

  // The parts, for tests.
  ScenarioDocument* document() { return &m_document; }
  SimulationRunner* runner() { return &m_runner; }
  ModelCatalog* catalog() { return &m_catalog; }
  MetricsTableModel* metrics() { return m_metrics; }
  AuditTableModel* audit() { return m_audit; }
  ConcentrationPlot* plot() { return m_plot; }
  EditorPanel* editor() { return m_editor; }
  ScenarioPanel* scenarios() { return m_scenarios; }
  MessageBar* messages() { return m_messages; }

 public Q_SLOTS:
  void newDocument();
  void open();
  bool save();
  bool saveAs();
  void exportFigure();
  void exportCsv();
  void showCard(const QString& modelId);
  void about();

 protected:
  void closeEvent(QCloseEvent* event) override;
  void changeEvent(QEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void buildParts();
  void buildActions();
  void buildFileActions();
  void buildViewActions();
  void fillBandsMenu();
  void fillRecentMenu();
  void fillExamplesMenu();

  void recalculate();
  void showOutcome(const OutcomePtr& outcome);
  void showMessages();
  void showDisplay();
  void showTitle();
  void refreshColours();
  QTableView* addTable(QAbstractItemModel* model, const QString& name);

  bool openPath(const QString& path);
  bool saveTo(const QString& path);
  bool maybeSave();
  void remember(const QString& path);
  void report(const QString& what, const Diagnostics& diagnostics);
  void setDisplay(const QString& text, const std::function<void(DisplaySpec&)>& apply);
  ScenarioFile firstDocument() const;

  ScenarioDocument m_document;
  ModelCatalog m_catalog;
  SimulationRunner m_runner;
  ScenarioListModel* m_list = nullptr;
  MetricsTableModel* m_metrics = nullptr;
  AuditTableModel* m_audit = nullptr;

  ConcentrationPlot* m_plot = nullptr;
  EditorPanel* m_editor = nullptr;
  ScenarioPanel* m_scenarios = nullptr;
  MessageBar* m_messages = nullptr;
  QTableView* m_table = nullptr;
  QTableView* m_auditTable = nullptr;
  QComboBox* m_unit = nullptr;
  QLabel* m_busy = nullptr;
  QMenu* m_bandsMenu = nullptr;
  QMenu* m_recentMenu = nullptr;
  QMenu* m_examplesMenu = nullptr;
  QAction* m_logAxis = nullptr;
  QAction* m_resetView = nullptr;
  QString m_invalid;          ///< what is typed but cannot be read
  bool m_wantsFirst = false;  ///< a first scenario is due when the models are known
};

}  // namespace ketascope
