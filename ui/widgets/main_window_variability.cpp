// SPDX-License-Identifier: GPL-3.0-or-later
// Virtual patients around the curves: how many, and between which percentiles.
#include <QActionGroup>
#include <QLocale>
#include <QMenu>
#include <QTabWidget>
#include <QToolButton>
#include <algorithm>
#include <array>

#include "viewmodel/patients.hpp"
#include "widgets/display_card.hpp"
#include "widgets/main_window.hpp"
#include "widgets/patients_dialog.hpp"
#include "widgets/patients_panel.hpp"

namespace ketascope {
namespace {

constexpr std::array<int, 3> counts{200, 1000, 5000};
constexpr int ownCount = -1;  ///< the number that the document states
constexpr std::array<std::pair<double, double>, 4> levels{
    {{2.5, 97.5}, {5.0, 95.0}, {10.0, 90.0}, {25.0, 75.0}}};

bool isListed(std::uint64_t count) {
  return std::ranges::any_of(
      counts, [count](int listed) { return static_cast<std::uint64_t>(listed) == count; });
}

QString levelText(std::pair<double, double> level) {
  const QLocale locale;
  return QStringLiteral("%1–%2 %").arg(locale.toString(level.first), locale.toString(level.second));
}

}  // namespace

void MainWindow::buildVariabilityMenu(QMenu* view) {
  m_variabilityMenu = view->addMenu(tr("&Variability"));
  m_variabilityMenu->setToolTipsVisible(true);
  auto* size = new QActionGroup(m_variabilityMenu);
  const auto choice = [this](QActionGroup* group, const QString& text) {
    QAction* action = m_variabilityMenu->addAction(text);
    action->setCheckable(true);
    group->addAction(action);
    return action;
  };
  QAction* off = choice(size, tr("&Off"));
  off->setData(0);
  connect(off, &QAction::triggered, this,
          [this] { setPatients([](ScenarioFile& file) { file.display.patients = false; }); });
  QAction* own = choice(size, {});
  own->setData(ownCount);
  connect(own, &QAction::triggered, this,
          [this] { setPatients([](ScenarioFile& file) { file.display.patients = true; }); });
  for (const int count : counts) {
    QAction* action = choice(size, tr("%1 virtual patients").arg(QLocale().toString(count)));
    action->setData(count);
    connect(action, &QAction::triggered, this, [this, count] {
      setPatients([count](ScenarioFile& file) {
        if (!file.population) {
          file.population = standardPatients(0);
        }
        file.population->count = static_cast<std::uint64_t>(count);
        file.display.patients = true;
      });
    });
  }
  m_variabilityMenu->addSeparator();
  auto* between = new QActionGroup(m_variabilityMenu);
  for (const auto& level : levels) {
    QAction* action = choice(between, levelText(level));
    action->setData(QVariant::fromValue(level.first));
    connect(action, &QAction::triggered, this, [this, level] {
      setPatients([level](ScenarioFile& file) {
        if (file.population) {
          setLevels(*file.population, level.first, level.second);
        }
      });
    });
  }
  m_variabilityMenu->addSeparator();
  m_editPatients = m_variabilityMenu->addAction(tr("&Virtual patients…"));
  m_editPatients->setToolTip(
      tr("Number, seed, occasions, residual error and the uncertainty of the estimates"));
  connect(m_editPatients, &QAction::triggered, this, &MainWindow::editPatients);
  connect(&m_catalog, &ModelCatalog::loaded, m_variabilityMenu, [this] { showVariability(); });
}

void MainWindow::buildPatients() {
  m_patients = new PatientsPanel(this);
  m_tables->addTab(m_patients, tr("Patients"));
  m_tables->setTabToolTip(m_tables->indexOf(m_patients),
                          tr("Percentiles of virtual patients: peak, exposure, time in each band"));
  connect(m_patients, &PatientsPanel::saveWanted, this, &MainWindow::exportPatients);
  refreshColours();
  showVariability();
}

void MainWindow::editPatients() {
  PatientsDialog dialog(&m_document, &m_catalog, this);
  dialog.exec();
}

void MainWindow::setPatients(const std::function<void(ScenarioFile&)>& apply) {
  ScenarioFile file = m_document.value();
  apply(file);
  file.display.patients = file.display.patients || !file.population;  // nothing to hide
  m_document.change(std::move(file), tr("variability"));
  showVariability();  // also when nothing has changed but a mark
}

void MainWindow::showVariability() {
  if (m_variability == nullptr || m_variabilityMenu == nullptr) {
    return;
  }
  const auto& stated = m_document.value().population;
  const auto* const patients = showsPatients(m_document.value()) ? &*stated : nullptr;
  if (m_patients != nullptr) {
    m_tables->setTabVisible(m_tables->indexOf(m_patients), patients != nullptr);
  }
  const QString reason =
      m_catalog.isLoaded() ? noRibbonReason(m_document.value(), m_catalog) : QString();
  for (QAction* action : m_variabilityMenu->actions()) {
    if (action->isSeparator() || action == m_editPatients) {
      continue;
    }
    if (action->data().metaType() == QMetaType::fromType<double>()) {
      action->setChecked(patients && levelsOf(*patients).first == action->data().toDouble());
      action->setEnabled(patients != nullptr);
      action->setToolTip(patients ? tr("The ribbon lies between these percentiles")
                                  : tr("Choose a number of patients first."));
      continue;
    }
    const int count = action->data().toInt();
    const bool own = count == ownCount;
    if (own) {  // a number that is not on the list is offered while the document states it
      action->setVisible(stated && !isListed(stated->count));
      action->setText(action->isVisible()
                          ? tr("%1 virtual patients")
                                .arg(QLocale().toString(static_cast<qulonglong>(stated->count)))
                          : QString());
    }
    action->setChecked(count == 0 ? !patients
                       : own      ? patients && !isListed(patients->count)
                             : patients && patients->count == static_cast<std::uint64_t>(count));
    action->setEnabled(count == 0 || reason.isEmpty());
    action->setToolTip(reason.isEmpty() || count == 0 ? action->text().remove(QLatin1Char('&'))
                                                      : reason);
  }
  const QString now =
      patients ? tr("%1 virtual patients, %2")
                     .arg(QLocale().toString(static_cast<qulonglong>(patients->count)),
                          levelText(levelsOf(*patients)))
               : tr("How people differ: a ribbon between two percentiles of virtual patients");
  m_variability->setToolTip(reason.isEmpty() ? now : reason);
  m_display->refresh();
}

}  // namespace ketascope
