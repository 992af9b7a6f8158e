// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>
#include <QPointer>
#include <QStringList>
#include <QTimer>
#include <optional>
#include <set>
#include <vector>

#include "ketascope/app/saved_state.hpp"
#include "viewmodel/audit_table_model.hpp"
#include "viewmodel/autosave.hpp"
#include "viewmodel/disagreement.hpp"
#include "viewmodel/export_runner.hpp"
#include "viewmodel/lesson_session.hpp"
#include "viewmodel/metrics_table_model.hpp"
#include "viewmodel/model_catalog.hpp"
#include "viewmodel/scenario_document.hpp"
#include "viewmodel/scenario_list_model.hpp"
#include "viewmodel/simulation_runner.hpp"

class QComboBox;
class QDockWidget;
class QLabel;
class QMenu;
class QTabWidget;
class QTableView;
class QToolButton;

namespace ketascope {

class BusyLine;
class ComparePanel;
class ConcentrationPlot;
class DiagramPanel;
class DisagreementPanel;
class DisplayCard;
class EditorPanel;
class InteractionsPanel;
class LessonPanel;
class MathsPanel;
class MessageBar;
class ModelCardPanel;
class ParameterPanel;
class PatientsPanel;
class ScenarioPanel;
class SchedulePanel;

/// The window: scenarios and their form on the left, the plot, its numbers below.
class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  explicit MainWindow(Library library, QWidget* parent = nullptr);
  ~MainWindow() override;

  /// What the program begins with: asks what to do with what interrupted sessions left, and opens
  /// the files, in a window of their own when this one has something recovered.
  void start(const QStringList& paths);
  /// Where the window was when it was closed last; at first within the screen, frame and all.
  void showAsLast();
  /// Opens documents; several become one new document with all their scenarios. Without any, a
  /// first scenario is made once the models are read. What cannot be opened leaves what is open.
  void openAll(const QStringList& paths);
  /// Asks for each document that an interrupted session left; true when one is open now. Further
  /// ones get windows of their own.
  bool offerRecovery();

  // The parts, for tests.
  ScenarioDocument* document() { return &m_document; }
  SimulationRunner* runner() { return &m_runner; }
  ExportRunner* exports() { return &m_exports; }
  Autosave* autosave() { return &m_autosave; }
  BusyLine* computing() { return m_busy; }
  BusyLine* exporting() { return m_exportLine; }
  ModelCatalog* catalog() { return &m_catalog; }
  MetricsTableModel* metrics() { return m_metrics; }
  AuditTableModel* audit() { return m_audit; }
  ConcentrationPlot* plot() { return m_plot; }
  ComparePanel* compare() { return m_compare; }
  EditorPanel* editor() { return m_editor; }
  DisplayCard* displayCard() { return m_display; }
  ParameterPanel* parameters() { return m_parameters; }
  InteractionsPanel* interactions() { return m_interactions; }
  QTabWidget* forms() { return m_forms; }
  /// Forms and, in a narrow window, the lesson.
  QTabWidget* left() { return m_left; }
  QMenu* variabilityMenu() { return m_variabilityMenu; }
  SchedulePanel* schedule() { return m_schedule; }
  ScenarioPanel* scenarios() { return m_scenarios; }
  MessageBar* messages() { return m_messages; }
  MathsPanel* maths() { return m_maths; }
  DiagramPanel* diagram() { return m_diagram; }
  PatientsPanel* patients() { return m_patients; }
  QMenu* timeUnitMenu() { return m_timeUnitMenu; }
  LessonSession* lesson() { return m_lesson; }
  LessonPanel* lessonPanel() { return m_lessonPanel; }
  QTabWidget* tables() { return m_tables; }
  /// Takes the place of the document; what is unsaved is lost.
  void startLesson(const Lesson& lesson);
  QTabWidget* pages() { return m_pages; }
  DisagreementPanel* disagreement() { return m_disagreement; }
  ModelCardPanel* card() { return m_card; }
  /// The plot of the page in sight: what is exported.
  ConcentrationPlot* shownPlot();

 public Q_SLOTS:
  void newDocument();
  void open();
  bool save();
  bool saveAs();
  void exportFigure();
  void exportCsv();
  void exportReport();
  /// The table of virtual patients as CSV.
  void exportPatients();
  void copyFigure();
  /// The comparison when it is in sight, else the summary.
  void copyTable();
  void editProperties();
  /// What is different since the document was saved.
  void reviewChanges();
  void editPatients();
  void editStyles();
  /// The page with the card of a model.
  void showCard(const QString& modelId);
  /// The page where every model answers for the chosen dose.
  void offerDisagreement(bool offered);
  void showDisagreement();
  /// The chosen dose once more by every other route, as one step.
  void compareRoutes();
  /// Asks for a target and looks for the dose that reaches it.
  void findDose();
  /// The chosen scenario once more without its interactions, as the baseline, as one step.
  void compareWithoutInteractions();
  void about();

 protected:
  void closeEvent(QCloseEvent* event) override;
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void buildParts();
  QWidget* buildPages(QWidget* curves);
  void connectDoses();
  void rebuild();
  void buildLearning();
  void buildActions();
  void buildFileActions();
  void buildViewActions();
  void fillBandsMenu();
  void buildTimeZeroMenu(QMenu* view);
  void buildTimeUnitMenu(QMenu* view);
  void buildPatients();
  void buildVariabilityMenu(QMenu* view);
  void showVariability();
  void setPatients(const std::function<void(ScenarioFile&)>& apply);
  void fillRecentMenu();
  void fillExamplesMenu();
  void fillLessonsMenu();
  void applyLesson();
  /// A lesson stands beside the curves, or over the forms where the window is narrow.
  void placeLesson();
  /// In front: the curves, and on the left what the step leaves free.
  void showFreeControl();
  void buildDiagram();
  void hidePages(const std::set<std::string>& names);
  void buildSightActions(QMenu* view);
  void showSight();
  void setFullScreen(bool on);
  /// A page of the tables, in sight.
  void showTable(QWidget* page);
  void makeRoomForTable();
  /// The first scenario in sight, where the chosen one is hidden.
  void chooseShownScenario();

  void recalculate();
  void showOutcome(const OutcomePtr& outcome);
  void showNumbers();
  void showMessages();
  void refreshPages();
  void showWhatCanBeCompared();
  void showWhatCanBeFound();
  /// What the document gives now; without results while something is computed.
  SavedState presentState() const;
  void expectChanges();
  void findChanges();
  void showChanges();
  QString changesMessage() const;
  void showDisplay();
  void showTitle();
  void refreshColours();

  enum class LeftoverAnswer { recover, discard, later };
  LeftoverAnswer askAboutLeftover(const Autosave::Leftover& leftover);
  void recover(const Autosave::Leftover& leftover);
  MainWindow* anotherWindow();
  static void clearStaleLocks();
  static QStringList recentFiles();
  bool openPath(const QString& path);
  bool openTogether(const QStringList& paths);
  bool openCopy(const QString& path);
  void showNewDocument();
  bool saveTo(const QString& path);
  /// What to do with a file that another program has changed meanwhile.
  enum class ChangedAnswer { overwrite, elsewhere, reload, cancel };
  ChangedAnswer askAboutChanged(const QString& path);
  void buildBusyLines();
  void writeInBackground(const QString& path, ExportRunner::Make make);
  bool maybeStopExport();
  bool maybeSave();
  void remember(const QString& path);
  void report(const QString& what, const Diagnostics& diagnostics);
  void setDisplay(const QString& text, const std::function<void(DisplaySpec&)>& apply);
  ScenarioFile firstDocument() const;
  std::optional<DisagreementRequest> disagreementRequest(bool ownForms) const;

  const Library m_library;
  ScenarioDocument m_document;
  Autosave m_autosave{&m_document, Autosave::standardFolder()};
  ModelCatalog m_catalog;
  SimulationRunner m_runner;
  ExportRunner m_exports;
  QTimer m_tablesDue;
  ScenarioListModel* m_list = nullptr;
  MetricsTableModel* m_metrics = nullptr;
  AuditTableModel* m_audit = nullptr;

  ConcentrationPlot* m_plot = nullptr;
  ComparePanel* m_compare = nullptr;
  EditorPanel* m_editor = nullptr;
  DisplayCard* m_display = nullptr;
  ParameterPanel* m_parameters = nullptr;
  InteractionsPanel* m_interactions = nullptr;
  QTabWidget* m_forms = nullptr;
  QTabWidget* m_left = nullptr;
  SchedulePanel* m_schedule = nullptr;
  ScenarioPanel* m_scenarios = nullptr;
  MessageBar* m_messages = nullptr;
  MathsPanel* m_maths = nullptr;
  DiagramPanel* m_diagram = nullptr;
  PatientsPanel* m_patients = nullptr;
  LessonSession* m_lesson = nullptr;
  LessonPanel* m_lessonPanel = nullptr;
  QDockWidget* m_lessonDock = nullptr;
  QWidget* m_lessonPlace = nullptr;  ///< in the dock
  int m_lessonStep = -1;             ///< whose controls were brought into sight
  QTabWidget* m_tables = nullptr;
  QList<int> m_sizesWithoutDiagram;  ///< of plot and tables, while the diagram is in sight
  QTabWidget* m_pages = nullptr;
  DisagreementPanel* m_disagreement = nullptr;
  ModelCardPanel* m_card = nullptr;
  QPointer<QWidget> m_pageTaken;  ///< below the plot, by a question of a lesson
  QTableView* m_table = nullptr;
  QTableView* m_auditTable = nullptr;
  QComboBox* m_unit = nullptr;
  BusyLine* m_busy = nullptr;
  BusyLine* m_exportLine = nullptr;
  QMenu* m_bandsMenu = nullptr;
  QMenu* m_recentMenu = nullptr;
  QMenu* m_examplesMenu = nullptr;
  QMenu* m_lessonsMenu = nullptr;
  QAction* m_compareRoutes = nullptr;
  QAction* m_showDisagreement = nullptr;
  QAction* m_findDose = nullptr;
  QAction* m_changesAction = nullptr;
  std::optional<SavedState> m_before;  ///< of the document as it was read, until it is compared
  std::optional<SavedState> m_compared;
  SavedState m_now;
  std::vector<StateDifference> m_changes;
  bool m_changesSeen = false;
  QMenu* m_timeZeroMenu = nullptr;
  QMenu* m_timeUnitMenu = nullptr;
  QAction* m_editPatients = nullptr;
  QMenu* m_variabilityMenu = nullptr;
  QToolButton* m_variability = nullptr;
  QAction* m_observed = nullptr;
  QAction* m_logAxis = nullptr;
  QAction* m_showForms = nullptr;
  QAction* m_showTables = nullptr;
  QAction* m_fullScreen = nullptr;
  struct Sight {
    bool forms = true, tables = true;
  };
  Sight m_sight;
  std::optional<Sight> m_sightBefore;  ///< of the full screen, while the window fills it
  QAction* m_resetView = nullptr;
  std::optional<ScenarioFile> m_heldFile;  ///< while a dose is dragged: what it was taken from
  QString m_invalid;                       ///< what is typed but cannot be read
  QString m_notice;                        ///< what the last change meant more than it looked
  bool m_rebuilding = false;               ///< another language is about to be shown
  bool m_stopped = false;                  ///< the newest computation was ended by hand
  bool m_wantsFirst = false;               ///< a first scenario is due when the models are known
};

}  // namespace ketascope
