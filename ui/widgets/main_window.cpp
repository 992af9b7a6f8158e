// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/main_window.hpp"

#include <QCloseEvent>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QGroupBox>
#include <QLabel>
#include <QScreen>
#include <QSettings>
#include <QSplitter>
#include <QStatusBar>
#include <QTabWidget>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "ketascope/app/card.hpp"
#include "plot/concentration_plot.hpp"
#include "viewmodel/interaction_editing.hpp"
#include "viewmodel/patients.hpp"
#include "viewmodel/route_comparison.hpp"
#include "viewmodel/scenario_editing.hpp"
#include "viewmodel/words_in_use.hpp"
#include "widgets/compare_panel.hpp"
#include "widgets/disagreement_panel.hpp"
#include "widgets/display_card.hpp"
#include "widgets/editor_panel.hpp"
#include "widgets/form_parts.hpp"
#include "widgets/greyed.hpp"
#include "widgets/interactions_panel.hpp"
#include "widgets/maths_panel.hpp"
#include "widgets/message_bar.hpp"
#include "widgets/parameter_panel.hpp"
#include "widgets/patients_panel.hpp"
#include "widgets/scenario_panel.hpp"
#include "widgets/schedule_panel.hpp"
#include "widgets/tables.hpp"

namespace ketascope {
namespace {

constexpr QSize wantedSize(1760, 1000);
constexpr int leftWidth = 360;
constexpr int leastLeftWidth = 330;
constexpr int leastRightWidth = 420;
constexpr int wideScreen = 1200;
constexpr int leastTableHeight = 120;  // on low screens, where the curves need the room
constexpr int tableHeight = 190;
constexpr int scenarioColumn = 230;  // the legend has the whole name
constexpr int leastScenarioColumn = 110;
constexpr int mostScenarioColumn = 420;
constexpr int columnAir = 4;  // between the numbers of neighbouring columns

QString geometryKey() {
  return QStringLiteral("window/geometry");
}

}  // namespace

MainWindow::MainWindow(Library library, QWidget* parent)
    : QMainWindow(parent), m_library(std::move(library)) {
  setObjectName(QStringLiteral("MainWindow"));
  setAcceptDrops(true);
  describeGreyedByReason();
  // Before the parts, which look for the models.
  connect(&m_document, &ScenarioDocument::changed, &m_catalog,
          [this] { m_catalog.setOwn(m_document.value(), m_document.folder()); });
  buildParts();
  buildActions();
  connect(&m_document, &ScenarioDocument::changed, this, &MainWindow::recalculate);
  connect(&m_document, &ScenarioDocument::changed, this, &MainWindow::showDisplay);
  connect(&m_document, &ScenarioDocument::pathChanged, this, &MainWindow::showTitle);
  connect(&m_document, &ScenarioDocument::pathChanged, this, &MainWindow::expectChanges);
  connect(&m_document, &ScenarioDocument::modifiedChanged, this, &MainWindow::showTitle);
  connect(&m_runner, &SimulationRunner::finished, this, &MainWindow::showOutcome);
  m_tablesDue.setSingleShot(true);
  m_tablesDue.setInterval(0);
  connect(&m_tablesDue, &QTimer::timeout, this, &MainWindow::showNumbers);
  connect(&m_exports, &ExportRunner::written, this, [this](const QString& path) {
    statusBar()->showMessage(tr("Wrote %1").arg(QDir::toNativeSeparators(path)), 4000);
  });
  connect(&m_exports, &ExportRunner::abandoned, this, [this](const QString& path) {
    statusBar()->showMessage(tr("%1 was not written.").arg(QFileInfo(path).fileName()), 4000);
  });
  connect(&m_exports, &ExportRunner::failed, this,
          [this](const QString& path, const Diagnostics& diagnostics) {
            report(tr("%1 was not written.").arg(QDir::toNativeSeparators(path)), diagnostics);
          });
  connect(&m_autosave, &Autosave::failed, this, [this](const Diagnostics& diagnostics) {
    statusBar()->showMessage(tr("Unsaved changes could not be kept for a recovery: %1")
                                 .arg(sentence(diagnostics.front())),
                             10'000);
  });
  connect(&m_catalog, &ModelCatalog::loaded, this, [this] {
    m_runner.forget();
    fillBandsMenu();
    fillExamplesMenu();
    if (std::exchange(m_wantsFirst, false)) {
      m_document.reset(firstDocument());
    } else {
      recalculate();
    }
  });
  showTitle();
  showDisplay();
  m_catalog.load(m_library);

  const QSize room = screen() == nullptr ? QSize(1280, 800) : screen()->availableSize();
  resize(room.boundedTo(wantedSize));
}

void MainWindow::showAsLast() {
  if (restoreGeometry(QSettings().value(geometryKey()).toByteArray())) {
    show();
    return;
  }
  const QSize room = screen() == nullptr ? size() : screen()->availableSize();
  if (room.width() > wantedSize.width() && room.height() > wantedSize.height()) {
    show();
    return;
  }
  // The frame comes on top of what the window holds; nobody knows its size before.
  resize(room.width() * 9 / 10, room.height() * 9 / 10);
  showMaximized();
}

MainWindow::~MainWindow() {
  // Tables ask for colours of the document while they are hidden: now, and not when it is gone.
  hide();
}

void MainWindow::buildParts() {
  m_list = new ScenarioListModel(&m_document, &m_catalog, this);
  m_metrics = new MetricsTableModel(this);
  m_audit = new AuditTableModel(this);
  m_scenarios = new ScenarioPanel(m_list, this);
  m_editor = new EditorPanel(&m_document, &m_catalog, this);
  m_parameters = new ParameterPanel(&m_document, &m_catalog, this);
  m_interactions = new InteractionsPanel(&m_document, &m_catalog, this);
  m_schedule = new SchedulePanel(&m_document, &m_catalog, this);
  m_compare = new ComparePanel(&m_document, this);
  m_plot = new ConcentrationPlot(this);
  m_messages = new MessageBar(this);

  auto* listGroup = new QGroupBox(tr("Scenarios"), this);
  auto* listLayout = new QVBoxLayout(listGroup);
  listLayout->setContentsMargins(8, 6, 8, 6);
  listLayout->addWidget(m_scenarios);
  auto* form = new QWidget(this);
  auto* cards = new QVBoxLayout(form);
  cards->setContentsMargins(0, 0, 0, 0);
  m_display = new DisplayCard(form);
  cards->addWidget(m_editor, 1);
  cards->addWidget(m_display);
  auto* scroll = new FormScroll(form, this);
  auto* left = new QSplitter(Qt::Vertical, this);
  left->addWidget(listGroup);
  m_forms = new QTabWidget(this);
  m_forms->setDocumentMode(true);
  m_forms->addTab(scroll, tr("Scenario"));
  m_forms->addTab(m_parameters, tr("Parameters"));
  m_forms->addTab(new FormScroll(m_interactions, this), tr("Interactions"));
  m_forms->setTabToolTip(
      2, tr("Other drugs, juice and herbs that are taken beside, and what they do"));
  m_forms->setUsesScrollButtons(false);
  left->addWidget(m_forms);
  left->setStretchFactor(1, 1);
  left->setSizes({175, 560});
  left->setChildrenCollapsible(false);

  m_table = newTable(m_metrics, tr("Peak, exposure and time in each band"), this);
  keepFirstColumnFitting(m_table, leastScenarioColumn, mostScenarioColumn);
  m_auditTable = newTable(m_audit, tr("Audit trail: what entered when, and why"), this);
  m_tables = new QTabWidget(this);
  QTabWidget* tables = m_tables;
  tables->setDocumentMode(true);
  tables->setTabPosition(QTabWidget::South);
  tables->setMinimumHeight(120);
  tables->addTab(m_table, tr("Summary"));
  tables->addTab(m_compare, tr("Compare"));
  tables->addTab(m_schedule, tr("Schedule"));
  tables->addTab(m_auditTable, tr("Audit trail"));

  auto* right = new QSplitter(Qt::Vertical, this);
  auto* top = new QWidget(right);
  auto* topLayout = new QVBoxLayout(top);
  topLayout->setContentsMargins(0, 0, 0, 0);
  topLayout->setSpacing(0);
  topLayout->addWidget(m_plot, 1);
  topLayout->addWidget(m_messages);
  right->addWidget(top);
  right->addWidget(tables);
  right->setMinimumWidth(leastRightWidth);  // narrower than what the widest of the pages would like
  right->setStretchFactor(0, 1);
  const int room = screen() == nullptr ? 800 : screen()->availableSize().height();
  right->setSizes({1000, std::clamp(room / 4, leastTableHeight, tableHeight)});
  right->setChildrenCollapsible(false);

  auto* whole = new QSplitter(Qt::Horizontal, this);
  // A lesson joins it where the window is too narrow for a third column.
  m_left = new QTabWidget(this);
  m_left->setDocumentMode(true);
  m_left->setTabBarAutoHide(true);
  // Its bar is there during a lesson only; Tab would stop for ever at one that is hidden.
  m_left->setFocusPolicy(Qt::NoFocus);
  m_left->setFocusProxy(nullptr);
  m_left->addTab(left, tr("Scenarios"));
  whole->addWidget(m_left);
  whole->addWidget(buildPages(right));
  whole->setStretchFactor(1, 1);
  const bool wide = screen() == nullptr || screen()->availableSize().width() >= wideScreen;
  whole->setSizes({wide ? leftWidth : leastLeftWidth, 1000});
  whole->setChildrenCollapsible(false);
  whole->setContentsMargins(6, 4, 6, 0);
  setCentralWidget(whole);

  buildBusyLines();
  auto* statement = new QLabel(tr(quiet_statement), this);
  statement->setForegroundRole(QPalette::PlaceholderText);
  statusBar()->addPermanentWidget(statement);

  connect(m_scenarios, &ScenarioPanel::currentChanged, this, [this](int row) {
    m_invalid.clear();
    m_editor->setScenario(row);
    m_parameters->setScenario(row);
    m_interactions->setScenario(row);
    m_schedule->setScenario(row);
    showWhatCanBeCompared();
    refreshPages();
    showMessages();
  });
  connect(m_editor, &EditorPanel::doseChanged, m_disagreement, &DisagreementPanel::refresh);
  connect(m_editor, &EditorPanel::doseChanged, m_schedule, &SchedulePanel::setCurrent);
  connect(m_compare, &ComparePanel::everyRouteWanted, this, &MainWindow::compareRoutes);
  connect(m_schedule, &SchedulePanel::currentChanged, m_editor, &EditorPanel::setDose);
  connect(m_editor, &EditorPanel::cardWanted, this, &MainWindow::showCard);
  const auto invalid = [this](const QString& message) {
    m_invalid = message;
    showMessages();
  };
  connect(m_editor, &EditorPanel::invalid, this, invalid);
  connect(m_editor, &EditorPanel::notice, this, [this](const QString& message) {
    m_notice = message;
    showMessages();
  });
  connect(m_parameters, &ParameterPanel::invalid, this, invalid);
  connect(m_interactions, &InteractionsPanel::invalid, this, invalid);
  connect(m_interactions, &InteractionsPanel::comparisonWanted, this,
          &MainWindow::compareWithoutInteractions);
  refreshColours();
}

void MainWindow::refreshColours() {
  const PlotTheme theme = PlotTheme::fromPalette(palette());
  // As the document has it when it is painted.
  const auto colour = [this, theme](int index) {
    const auto& scenarios = m_document.value().scenarios;
    const auto place = static_cast<std::size_t>(std::max(index, 0));
    const bool own = place < scenarios.size() && !scenarios[place].style.colour.empty();
    return own ? theme.drawn(QColor(QString::fromStdString(scenarios[place].style.colour)))
               : theme.curve(index);
  };
  m_list->setColours(colour);
  m_metrics->setColours(colour);
  m_audit->setColours(colour);
  m_compare->setColours(colour);
  m_disagreement->setColours([theme](int index) { return theme.curve(index); });
  if (m_patients != nullptr) {
    m_patients->setColours(colour);
  }
}

void MainWindow::resizeEvent(QResizeEvent* event) {
  QMainWindow::resizeEvent(event);
  if (m_lessonPanel != nullptr) {
    placeLesson();
  }
}

void MainWindow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange && m_list != nullptr) {
    refreshColours();
  }
  if (event->type() == QEvent::LanguageChange && m_list != nullptr && !m_rebuilding) {
    // Later, because a menu that is about to go may be what asked for it; once for all words.
    m_rebuilding = true;
    QTimer::singleShot(0, this, [this] {
      m_rebuilding = false;
      rebuild();
    });
  }
  // Desktops have keys of their own that end a full screen.
  if (event->type() == QEvent::WindowStateChange && m_fullScreen != nullptr && !isFullScreen()) {
    setFullScreen(false);
  }
  QMainWindow::changeEvent(event);
}

ScenarioFile MainWindow::firstDocument() const {
  ScenarioFile file;
  for (const CatalogEntry& entry : m_catalog.catalog().entries) {
    // The usual infusion shows most at once; any model will do where none has it.
    if (entry.model && (file.scenarios.empty() ||
                        (entry.model->route("iv") != nullptr && entry.id == "kamp2020"))) {
      file.scenarios = {defaultScenario(*entry.model)};
    }
  }
  return file;
}

void MainWindow::recalculate() {
  showWhatCanBeCompared();
  showVariability();
  m_invalid.clear();
  m_notice.clear();
  if (!m_catalog.isLoaded()) {
    return;
  }
  const Catalog& catalog = m_catalog.catalog();
  m_stopped = false;
  SimulationRequest request{m_document.value(), m_document.folder(),  catalog.library,
                            catalog.bands,      catalog.observations, wordsInUse()};
  if (m_document.count() > 1) {  // one alone needs no name
    for (const ScenarioSpec& spec : m_document.value().scenarios) {
      request.titles.push_back(scenarioTitle(spec, m_catalog.find(spec.model)).toStdString());
    }
  }
  m_runner.submit(std::move(request));
  refreshPages();
}

void MainWindow::showOutcome(const OutcomePtr& outcome) {
  m_plot->setFigure(outcome->figure);
  m_patients->setOutcome(outcome);  // after the figure: a report may wait for it
  showMessages();
  m_tablesDue.start();
}

// After the curve is painted: whoever moves a slider looks at it.
void MainWindow::showNumbers() {
  const OutcomePtr outcome = m_runner.latest();
  if (!outcome) {
    return;
  }
  const int columns = m_metrics->columnCount();
  const int rows = m_metrics->rowCount();
  m_metrics->setRows(outcome->summary, outcome->rowScenario, outcome->bands);
  const bool same = columns == m_metrics->columnCount() && rows == m_metrics->rowCount();
  fitColumns(m_table, columnAir, same ? Fit::wider : Fit::anew);  // no column jumps to and fro
  m_compare->setOutcome(*outcome);
  const int events = m_audit->rowCount();
  m_audit->setOutcome(*outcome);
  if (events != m_audit->rowCount()) {
    m_auditTable->resizeColumnsToContents();
    m_auditTable->setColumnWidth(0, std::min(m_auditTable->columnWidth(0), scenarioColumn));
  }
  m_maths->setOutcome(*outcome, outcome->document.display);
  if (m_before) {
    findChanges();
    showMessages();
  }
}

void MainWindow::showWhatCanBeCompared() {
  const int current = m_scenarios->current();
  const auto free = m_lesson == nullptr ? std::nullopt : m_lesson->freeControls();
  QString why;
  if (free && !free->contains("scenarios")) {
    why = tr("The lesson keeps its scenarios.");
  } else if (!m_catalog.isLoaded()) {
    why = tr("The models are still being read.");
  } else if (current < 0 || current >= m_document.count()) {
    why = tr("There is no scenario whose dose could be compared.");
  } else if (const auto& spec = m_document.value().scenarios[static_cast<std::size_t>(current)];
             spec.doses.empty()) {
    why = spec.events.empty() ? tr("The scenario has no dose yet.")
                              : tr("The doses come from an event table.");
  }
  m_compare->setCanCompareRoutes(why);
  if (m_compareRoutes != nullptr) {
    m_compareRoutes->setEnabled(why.isEmpty());
    m_compareRoutes->setToolTip(why.isEmpty() ? QString() : why);
  }
  showWhatCanBeFound();
}

void MainWindow::compareRoutes() {
  const int current = m_scenarios->current();
  if (current < 0 || current >= m_document.count()) {
    return;
  }
  ScenarioFile file = m_document.value();
  ScenarioSpec& asked = file.scenarios[static_cast<std::size_t>(current)];
  const auto dose = m_editor->dose();
  const auto others = byEveryOtherRoute(asked, dose, m_catalog.catalog());
  if (others.empty()) {
    statusBar()->showMessage(tr("No other route is described for this dose."), 4000);
    return;
  }
  // Like is compared with like: one dose, as often as it is given, by each route.
  file.display.baseline = current;
  if (auto alone = doseAlone(asked, dose, m_catalog.catalog())) {
    file.display.baseline = static_cast<int>(file.scenarios.size());
    file.scenarios.push_back(std::move(*alone));
  } else {
    asked.visible = true;
  }
  file.scenarios.insert(file.scenarios.end(), others.begin(), others.end());
  m_document.change(std::move(file), tr("compare routes"));
  showTable(m_compare);
}

void MainWindow::compareWithoutInteractions() {
  const int current = m_scenarios->current();
  if (current < 0 || current >= m_document.count()) {
    return;
  }
  m_document.change(withAndWithout(m_document.value(), current, m_catalog.catalog()),
                    tr("compare with and without"));
  m_scenarios->setCurrent(current);
  showTable(m_compare);
}

void MainWindow::showMessages() {
  std::vector<MessageBar::Message> messages;
  Diagnostics own;
  const OutcomePtr latest = m_runner.latest();
  if (m_stopped && latest && latest->ribbonsPending &&
      latest->generation == m_runner.generation()) {
    messages.push_back(
        {Severity::warning, tr("The virtual patients were cancelled: the curves are those of the "
                               "document, their ribbons are missing. F5 computes them.")});
  } else if (m_stopped) {
    messages.push_back({Severity::warning,
                        tr("The computation was cancelled: what is shown is not what the document "
                           "says. The next change computes anew, and so does F5.")});
  }
  if (!m_invalid.isEmpty()) {
    messages.push_back({Severity::error, m_invalid});
  }
  if (const QString changes = changesMessage(); !changes.isEmpty()) {
    messages.push_back({Severity::warning, changes});
  }
  if (!m_notice.isEmpty()) {
    messages.push_back({Severity::warning, m_notice});
  }
  for (const CatalogEntry& entry : m_catalog.catalog().entries) {
    if (!entry.model && has_errors(entry.diagnostics)) {
      messages.push_back(
          {Severity::warning,
           tr("The model file of %1 has errors and is left out: %2")
               .arg(QString::fromStdString(entry.id), sentence(entry.diagnostics.front()))});
    }
  }
  for (const Diagnostic& diagnostic : m_catalog.catalog().diagnostics) {
    messages.push_back({diagnostic.severity, sentence(diagnostic)});
  }
  if (m_catalog.isLoaded() && m_catalog.catalog().entries.empty()) {
    messages.push_back(
        {Severity::error, tr("No models were found. Set KETASCOPE_MODEL_PATH to the folder "
                             "that holds them, or install the program with its models.")});
  }
  if (const OutcomePtr& outcome = latest) {
    for (std::size_t i = 0; i < outcome->scenarios.size(); ++i) {
      const ScenarioOutcome& scenario = outcome->scenarios[i];
      const QString title = scenarioTitle(scenario.spec, m_catalog.find(scenario.spec.model));
      for (const Diagnostic& diagnostic : scenario.diagnostics) {
        // What an effect or a perpetrator says of itself stands below the figure.
        const bool said =
            diagnostic.severity == Severity::note &&
            (diagnostic.code.starts_with("effect.") || diagnostic.code.starts_with("interaction."));
        if (scenario.spec.visible && !said) {
          messages.push_back(
              {diagnostic.severity, outcome->scenarios.size() > 1
                                        ? QStringLiteral("%1: %2").arg(title, sentence(diagnostic))
                                        : sentence(diagnostic)});
        }
      }
      if (static_cast<int>(i) == m_scenarios->current()) {
        own = scenario.diagnostics;
      }
    }
    for (QString& reason : ribbonNotes(*outcome, m_catalog)) {
      messages.push_back({Severity::note, std::move(reason)});
    }
    for (const Diagnostic& diagnostic : outcome->diagnostics) {
      messages.push_back({diagnostic.severity, sentence(diagnostic)});
    }
    if (outcome->observedWanted && !outcome->observedFound) {
      messages.push_back(
          {Severity::note, tr("The library holds no observed data for the doses shown: none was "
                              "given by the same route, in the same form, amount and time.")});
    }
  }
  m_editor->setDiagnostics(own);
  m_messages->setMessages(std::move(messages));
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (maybeSave() && maybeStopExport()) {
    m_runner.cancel();
    m_exports.cancel();
    m_autosave.finish();
    setFullScreen(false);
    QSettings().setValue(geometryKey(), saveGeometry());
    event->accept();
  } else {
    event->ignore();
  }
}

}  // namespace ketascope
