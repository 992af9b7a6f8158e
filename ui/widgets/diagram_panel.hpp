// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>
#include <memory>
#include <vector>

#include "viewmodel/background_runner.hpp"
#include "viewmodel/flow_text.hpp"
#include "viewmodel/simulation.hpp"

class QComboBox;
class QLabel;
class QScrollArea;
class QSlider;
class QToolButton;

namespace ketascope {

class FlowDiagramView;

/// The model of the current scenario with what is in it at one time. A slider moves the time, or
/// lets it run; the cursor of the plot goes with it. Computed in the background, and only while
/// somebody looks.
class DiagramPanel : public QWidget {
  Q_OBJECT

 public:
  explicit DiagramPanel(QWidget* parent = nullptr);

  void setOutcome(const SimulationOutcome& outcome, const DisplaySpec& display);
  void setScenario(int scenario);
  /// The cursor of the plot reads at this time of its axis.
  void setAxisTime(double x);
  double timeH() const { return m_timeH; }

  // For tests.
  bool isBusy() const { return m_dirty || m_runner.isBusy(); }
  const FlowPicture* picture() const { return m_picture.get(); }
  FlowDiagramView* view() { return m_view; }
  QSlider* slider() { return m_slider; }
  QToolButton* playButton() { return m_play; }
  QComboBox* fullBox() { return m_full; }
  QLabel* balance() { return m_balance; }
  BackgroundRunner* runner() { return &m_runner; }

 Q_SIGNALS:
  /// The cursor should read at this time of the plot's axis.
  void timeWanted(double x);
  void shown();

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void buildControls();
  void compute();
  void take(const std::shared_ptr<const FlowPicture>& picture);
  void setTimeH(double timeH);
  void showTime();
  void showDose();
  void drag(int position);
  void play(bool on);
  void tick();
  void fit();
  void zoom(double factor);
  double axisOf(double timeH) const;

  BackgroundRunner m_runner;
  std::vector<ScenarioOutcome> m_scenarios;
  DisplaySpec m_display;
  std::string m_axisLabel;
  int m_scenario = -1;
  std::shared_ptr<const FlowPicture> m_picture;
  QTimer m_clock;
  double m_timeH = 0;
  bool m_timeChosen = false;  ///< somebody has pointed at a time
  bool m_dirty = false;
  bool m_fitted = true;
  bool m_driving = false;  ///< the cursor moves because the slider does

  QScrollArea* m_scroll;
  FlowDiagramView* m_view;
  QToolButton* m_play;
  QSlider* m_slider;
  QLabel* m_time;
  QComboBox* m_full;
  QLabel* m_balance;
};

}  // namespace ketascope
