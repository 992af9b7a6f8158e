// SPDX-License-Identifier: GPL-3.0-or-later
// Menus, toolbar and what they do to the display.
#include <QActionGroup>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QSignalBlocker>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <filesystem>

#include "ketascope/app/card.hpp"
#include "ketascope/version.hpp"
#include "plot/concentration_plot.hpp"
#include "viewmodel/words_in_use.hpp"
#include "widgets/appearance.hpp"
#include "widgets/display_card.hpp"
#include "widgets/greyed.hpp"
#include "widgets/languages.hpp"
#include "widgets/main_window.hpp"
#include "widgets/scenario_panel.hpp"

namespace ketascope {

void MainWindow::buildActions() {
  auto* toolbar = addToolBar(tr("Main toolbar"));
  toolbar->setObjectName(QStringLiteral("MainToolBar"));
  toolbar->setMovable(false);
  toolbar->setToolButtonStyle(Qt::ToolButtonTextOnly);
  buildFileActions();

  QMenu* edit = menuBar()->addMenu(tr("&Edit"));
  edit->setToolTipsVisible(true);  // what cannot be chosen says why
  QAction* undo = m_document.undoStack()->createUndoAction(this, tr("&Undo"));
  undo->setShortcut(QKeySequence::Undo);
  undo->setIconText(tr("Undo"));
  QAction* redo = m_document.undoStack()->createRedoAction(this, tr("&Redo"));
  redo->setShortcuts({QKeySequence(QKeySequence::Redo), QKeySequence(Qt::CTRL | Qt::Key_Y)});
  redo->setIconText(tr("Redo"));
  edit->addAction(undo);
  edit->addAction(redo);
  edit->addSeparator();
  edit->addAction(tr("&New scenario"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), m_scenarios,
                  &ScenarioPanel::add);
  edit->addAction(tr("&Duplicate scenario"), QKeySequence(Qt::CTRL | Qt::Key_D), m_scenarios,
                  &ScenarioPanel::duplicate);
  edit->addAction(tr("Re&move scenario"), QKeySequence(), m_scenarios, &ScenarioPanel::remove);
  m_compareRoutes = edit->addAction(tr("This dose by every &route"),
                                    QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R), this,
                                    &MainWindow::compareRoutes);
  m_findDose =
      edit->addAction(tr("Find the dose for a &target…"),
                      QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T), this, &MainWindow::findDose);
  edit->addSeparator();
  edit->addAction(tr("Copy &figure"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), this,
                  &MainWindow::copyFigure);
  edit->addAction(tr("&Copy table"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C), this,
                  &MainWindow::copyTable);

  for (QAction* action : {undo, redo}) {
    toolbar->addAction(action);
    // The action's own text names the step; the button stays short, so that nothing beside it
    // moves.
    if (auto* made = qobject_cast<QToolButton*>(toolbar->widgetForAction(action))) {
      const QString text = action == undo ? tr("Undo") : tr("Redo");
      made->setText(text);
      connect(action, &QAction::changed, made, [made, text] { made->setText(text); });
    }
  }
  toolbar->addSeparator();
  buildViewActions();

  buildLearning();

  QMenu* help = menuBar()->addMenu(tr("&Help"));
  QAction* greyed = help->addAction(tr("&What is greyed, and why"), this,
                                    [this] { GreyedDialog(*this, this).exec(); });
  greyed->setShortcut(Qt::SHIFT | Qt::Key_F1);
  greyed->setToolTip(tr("Every control in sight that cannot be used now, with the reason"));
  help->addAction(tr("&About Ketascope"), this, &MainWindow::about);

  // What a tool tip tells the mouse, the status bar tells whoever goes through a menu by keys.
  for (QMenu* menu : menuBar()->findChildren<QMenu*>()) {
    connect(menu, &QMenu::hovered, this, [this](const QAction* action) {
      const QString about = action->toolTip();
      if (about == QString(action->text()).remove(QLatin1Char('&')) || action->menu() != nullptr) {
        statusBar()->clearMessage();
      } else {
        statusBar()->showMessage(QString(about).replace(QLatin1Char('\n'), QLatin1Char(' ')));
      }
    });
    connect(menu, &QMenu::aboutToHide, statusBar(), &QStatusBar::clearMessage);
  }

  for (QAction* action : toolbar->actions()) {
    if (QWidget* made = toolbar->widgetForAction(action)) {
      made->setFocusPolicy(Qt::TabFocus);
    }
  }
}

void MainWindow::buildViewActions() {
  auto* toolbar = findChild<QToolBar*>(QStringLiteral("MainToolBar"));
  QMenu* view = menuBar()->addMenu(tr("&View"));

  m_logAxis = view->addAction(tr("&Logarithmic axis"));
  m_logAxis->setIconText(tr("Logarithmic"));
  m_logAxis->setCheckable(true);
  m_logAxis->setShortcut(Qt::CTRL | Qt::Key_L);
  m_logAxis->setToolTip(tr("Concentrations on a logarithmic axis (%1)")
                            .arg(m_logAxis->shortcut().toString(QKeySequence::NativeText)));
  connect(m_logAxis, &QAction::triggered, this, [this](bool on) {
    setDisplay(on ? tr("logarithmic axis") : tr("linear axis"),
               [on](DisplaySpec& display) { display.log_axis = on; });
  });
  m_observed = view->addAction(tr("&Observed data"));
  m_observed->setIconText(tr("Observed data"));
  m_observed->setCheckable(true);
  m_observed->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_O);
  m_observed->setToolTip(tr("Published concentrations under the same dose, over the curves (%1)")
                             .arg(m_observed->shortcut().toString(QKeySequence::NativeText)));
  connect(m_observed, &QAction::triggered, this, [this](bool on) {
    setDisplay(on ? tr("show observed data") : tr("hide observed data"),
               [on](DisplaySpec& display) { display.observed = on; });
  });
  view->addAction(tr("C&urve styles…"), this, &MainWindow::editStyles);
  m_resetView = view->addAction(tr("&Whole view"));
  m_resetView->setShortcut(Qt::CTRL | Qt::Key_0);
  const auto showWhole = [this](bool zoomed) {
    m_resetView->setEnabled(zoomed);
    m_resetView->setToolTip(
        zoomed ? tr("Show all of the curves again (%1; or double-click the plot)")
                     .arg(m_resetView->shortcut().toString(QKeySequence::NativeText))
               : tr("All of the curves is in sight."));
  };
  showWhole(m_plot->isZoomed());
  connect(m_resetView, &QAction::triggered, m_plot, &ConcentrationPlot::resetView);
  connect(m_plot, &ConcentrationPlot::viewChanged, this, showWhole);
  m_showDisagreement =
      view->addAction(tr("Model disa&greement"), QKeySequence(Qt::CTRL | Qt::Key_G), this,
                      &MainWindow::showDisagreement);
  view->addAction(tr("Zoom &in"), QKeySequence::ZoomIn, this, [this] { m_plot->zoom(0.8); });
  view->addAction(tr("Zoom &out"), QKeySequence::ZoomOut, this, [this] { m_plot->zoom(1.25); });
  view->addSeparator();
  buildSightActions(view);
  view->addSeparator();
  m_bandsMenu = view->addMenu(tr("Effect &bands"));
  buildVariabilityMenu(view);
  buildTimeZeroMenu(view);
  buildTimeUnitMenu(view);
  view->addMenu(makeAppearanceMenu(this));
  view->addMenu(makeLanguageMenu(this));
  view->addSeparator();
  view->addAction(tr("&Read the model files again"), QKeySequence::Refresh, &m_catalog,
                  &ModelCatalog::reload);

  offerDisagreement(true);
  toolbar->addAction(m_showDisagreement);
  toolbar->addAction(m_observed);
  toolbar->addSeparator();
  toolbar->addAction(m_logAxis);
  toolbar->addAction(m_resetView);
  toolbar->addSeparator();
  auto* label = new QLabel(tr("Uni&t "), toolbar);
  label->setContentsMargins(6, 0, 2, 0);
  m_unit = new QComboBox(toolbar);
  m_unit->addItems({QStringLiteral("ng/mL"), QStringLiteral("ug/L"), QStringLiteral("umol/L"),
                    QStringLiteral("nmol/mL")});
  m_unit->setItemText(1, QStringLiteral("µg/L"));
  m_unit->setItemText(2, QStringLiteral("µmol/L"));
  m_unit->setItemData(0, QStringLiteral("ng/mL"));
  m_unit->setItemData(1, QStringLiteral("ug/L"));
  m_unit->setItemData(2, QStringLiteral("umol/L"));
  m_unit->setItemData(3, QStringLiteral("nmol/mL"));
  m_unit->setAccessibleName(tr("Unit of concentrations"));
  m_unit->setToolTip(tr("Unit of concentrations, here and in what is exported"));
  label->setBuddy(m_unit);
  toolbar->addWidget(label);
  toolbar->addWidget(m_unit);
  connect(m_unit, &QComboBox::activated, this, [this] {
    const std::string unit = m_unit->currentData().toString().toStdString();
    setDisplay(tr("change unit"), [&](DisplaySpec& display) { display.unit = unit; });
  });
  auto* bands = new QToolButton(toolbar);
  bands->setText(tr("Effect bands"));
  bands->setMenu(m_bandsMenu);
  bands->setPopupMode(QToolButton::InstantPopup);
  bands->setFocusPolicy(Qt::TabFocus);
  toolbar->addWidget(bands);
  m_variability = new QToolButton(toolbar);
  m_variability->setText(tr("Variability"));
  m_variability->setMenu(m_variabilityMenu);
  m_variability->setPopupMode(QToolButton::InstantPopup);
  m_variability->setFocusPolicy(Qt::TabFocus);
  toolbar->addWidget(m_variability);

  m_display->addBox(tr("Concentrations in"), m_unit);
  m_display->addSwitch(tr("Logarithmic axis"), m_logAxis);
  m_display->addMenu(tr("Time in"), m_timeUnitMenu);
  m_display->addMenu(tr("Time counts from"), m_timeZeroMenu);
  m_display->addMenu(tr("Effect bands"), m_bandsMenu);
  m_display->addMenu(tr("Variability"), m_variabilityMenu);
  m_display->addSwitch(tr("Observed data"), m_observed);
}

void MainWindow::buildTimeZeroMenu(QMenu* view) {
  m_timeZeroMenu = view->addMenu(tr("&Time counts from"));
  auto* group = new QActionGroup(m_timeZeroMenu);
  for (const auto& [zero, text] :
       {std::pair(TimeZero::start, tr("the &start of the scenario")),
        std::pair(TimeZero::first_dose, tr("the &first dose")),
        std::pair(TimeZero::end_of_input, tr("the &end of the last input"))}) {
    QAction* action = m_timeZeroMenu->addAction(text);
    action->setCheckable(true);
    action->setData(static_cast<int>(zero));
    group->addAction(action);
    connect(action, &QAction::triggered, this, [this, wanted = zero] {
      setDisplay(tr("zero of the time axis"),
                 [wanted](DisplaySpec& display) { display.time_zero = wanted; });
    });
  }
}

void MainWindow::buildTimeUnitMenu(QMenu* view) {
  m_timeUnitMenu = view->addMenu(tr("Unit of ti&me"));
  m_timeUnitMenu->setToolTipsVisible(true);
  auto* group = new QActionGroup(m_timeUnitMenu);
  for (const auto& [unit, text] :
       {std::pair("auto", tr("&Automatic")), std::pair("min", tr("&Minutes")),
        std::pair("h", tr("&Hours")), std::pair("day", tr("&Days"))}) {
    QAction* action = m_timeUnitMenu->addAction(text);
    action->setCheckable(true);
    action->setData(QString::fromLatin1(unit));
    group->addAction(action);
    connect(action, &QAction::triggered, this, [this, wanted = std::string(unit)] {
      setDisplay(tr("unit of the time axis"),
                 [&](DisplaySpec& display) { display.time_unit = wanted; });
    });
  }
  m_timeUnitMenu->actions().constFirst()->setToolTip(
      tr("Minutes, hours or days, by how long the scenarios last"));
}

void MainWindow::setDisplay(const QString& text, const std::function<void(DisplaySpec&)>& apply) {
  DisplaySpec next = m_document.value().display;
  apply(next);
  m_document.changeDisplay(std::move(next), text);
}

void MainWindow::showDisplay() {
  const DisplaySpec& display = m_document.value().display;
  m_logAxis->setChecked(display.log_axis);
  m_observed->setChecked(display.observed);
  for (QAction* action : m_timeZeroMenu->actions()) {
    action->setChecked(action->data().toInt() == static_cast<int>(display.time_zero));
  }
  for (QAction* action : m_timeUnitMenu->actions()) {
    action->setChecked(action->data().toString().toStdString() == display.time_unit);
  }
  const QString unit = QString::fromStdString(display.unit);
  if (m_unit->findData(unit) < 0) {
    m_unit->addItem(unit, unit);
  }
  m_unit->setCurrentIndex(m_unit->findData(unit));
  const auto& chosen = display.bands;
  for (QAction* action : m_bandsMenu->actions()) {
    const std::string id = action->data().toString().toStdString();
    if (id.empty()) {
      continue;
    }
    if (id == "fuzzy") {
      action->setChecked(display.fuzzy_bands);
    } else if (id == "standard") {
      action->setChecked(chosen.empty());
    } else if (id == "none") {
      action->setChecked(chosen.size() == 1 && chosen.front() == "none");
    } else {
      const bool standard = action->property("standard").toBool();
      action->setChecked(chosen.empty() ? standard : std::ranges::find(chosen, id) != chosen.end());
    }
  }
  m_display->refresh();
}

void MainWindow::fillBandsMenu() {
  m_bandsMenu->clear();
  m_bandsMenu->setToolTipsVisible(true);
  const auto choice = [this](const QString& text, const QString& id) {
    QAction* action = m_bandsMenu->addAction(text);
    action->setCheckable(true);
    action->setData(id);
    return action;
  };
  connect(choice(tr("&Standard bands"), QStringLiteral("standard")), &QAction::triggered, this,
          [this] {
            setDisplay(tr("standard bands"), [](DisplaySpec& display) { display.bands.clear(); });
            showDisplay();
          });
  connect(choice(tr("&No bands"), QStringLiteral("none")), &QAction::triggered, this, [this] {
    setDisplay(tr("no bands"), [](DisplaySpec& display) { display.bands = {"none"}; });
    showDisplay();
  });
  connect(choice(tr("&Fuzzy edges"), QStringLiteral("fuzzy")), &QAction::triggered, this,
          [this](bool on) {
            setDisplay(on ? tr("fuzzy bands") : tr("hard bands"),
                       [on](DisplaySpec& display) { display.fuzzy_bands = on; });
          });
  m_bandsMenu->addSeparator();
  for (const EffectBand& band : m_catalog.catalog().bands) {
    QString text = QString::fromStdString(band_label(band, wordsInUse()));
    if (!band.drug.empty()) {
      text += QStringLiteral(" (%1)").arg(inWords(band.drug) + QStringLiteral(", ") +
                                          inWords(band.matrix));
    }
    QAction* action = choice(text.replace(QLatin1Char('&'), QStringLiteral("&&")),
                             QString::fromStdString(band.id));
    action->setToolTip(QString::fromStdString(
        band.context.empty() ? band.citation : band.context + "\n" + band.citation));
    action->setProperty("standard", band.standard);
    connect(action, &QAction::triggered, this, [this] {
      std::vector<std::string> shown;
      for (const QAction* each : m_bandsMenu->actions()) {
        const std::string id = each->data().toString().toStdString();
        if (each->isChecked() && !id.empty() && id != "standard" && id != "none" && id != "fuzzy") {
          shown.push_back(id);
        }
      }
      if (shown.empty()) {
        shown.emplace_back("none");
      }
      setDisplay(tr("choose bands"), [&](DisplaySpec& display) { display.bands = shown; });
      showDisplay();
    });
  }
  showDisplay();
}

void MainWindow::about() {
  QMessageBox::about(
      this, tr("About Ketascope"),
      tr("<h3>Ketascope %1</h3><p>Pharmacokinetics of ketamine: published models, from dose to "
         "curve.</p><p><b>%2</b></p><p>Free software under the GNU General Public License, version "
         "3 or "
         "later. It comes without any warranty.</p><p>Curve colours after Okabe and Ito; plotting "
         "by "
         "QCustomPlot; window by Qt %3.</p>")
          .arg(QString::fromStdString(std::string(version)), tr(quiet_statement),
               QString::fromLatin1(qVersion())));
}

}  // namespace ketascope
