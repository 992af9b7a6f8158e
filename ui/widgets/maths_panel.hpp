// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QWidget>
#include <functional>
#include <memory>

#include "ketascope/app/maths.hpp"
#include "viewmodel/simulation.hpp"

class QComboBox;
class QTextBrowser;

namespace ketascope {

class ConcentrationPlot;

/// The mathematics of one curve: its exponentials between two events, half-lives, accumulation, and
/// how the half-time grows with the length of an infusion. Computed in the background, and only
/// while somebody looks.
class MathsPanel : public QWidget {
  Q_OBJECT

 public:
  /// Works a curve out, in another thread.
  using Work = std::function<CurveMaths(const Run&, std::size_t column, const DisplaySpec&)>;

  explicit MathsPanel(QWidget* parent = nullptr, Work work = curve_maths);
  ~MathsPanel() override;

  void setOutcome(const SimulationOutcome& outcome, const DisplaySpec& display);
  /// The curves offered are those of this scenario of the document.
  void setScenario(int scenario);

  const CurveMaths& maths() const { return m_maths; }
  bool isBusy() const { return m_dirty || m_watcher.isRunning(); }
  QComboBox* curveBox() { return m_curve; }
  QComboBox* stretchBox() { return m_stretch; }
  QTextBrowser* text() { return m_text; }

 Q_SIGNALS:
  void shown();

 protected:
  void showEvent(QShowEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void fillCurves();
  void compute();
  void take();
  void write();
  void draw();

  Work m_work;
  std::vector<ScenarioOutcome> m_scenarios;
  DisplaySpec m_display;
  int m_scenario = -1;
  CurveMaths m_maths;
  QFutureWatcher<CurveMaths> m_watcher;
  bool m_dirty = false;

  QComboBox* m_curve;
  QComboBox* m_stretch;
  QTextBrowser* m_text;
  ConcentrationPlot* m_plot;
};

/// "120·e^(−0.23·t) + ...": a stretch of a curve as a formula, t counted in hours from its start.
QString formulaText(const ExponentialStretch& stretch);

}  // namespace ketascope
