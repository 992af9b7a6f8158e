// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>
#include <random>
#include <vector>

#include "ketascope/app/lesson.hpp"

namespace ketascope {
class MainWindow;
}

namespace ketascope::test {

/// Somebody who tries everything, in the same order for the same seed: types, drags, presses keys
/// and buttons, answers every dialog with whatever comes.
class RandomUser {
 public:
  RandomUser(MainWindow& window, unsigned seed, std::vector<Lesson> lessons);

  void act();
  /// What the last action was, for a message.
  const char* last() const { return m_last; }
  /// 0 <= number < count.
  int below(int count);

 private:
  template <typename T>
  T* anyShown();
  QString text();
  void typeIntoField();
  void chooseInBox();
  void typeIntoSchedule();
  void changeDoses();
  void changeScenarios();
  void chooseScenario();
  void renameOrHide();
  void moveSlider();
  void undoOrRedo();
  void checkMenuEntry();
  void turnPage();
  void dragOnPlot();
  void readPlotWithKeys();
  void pressKey();
  void pressButton();
  void lesson();
  void rare();
  void answerDialogs();

  MainWindow& m_window;
  std::mt19937 m_random;
  std::vector<Lesson> m_lessons;
  QTimer m_dialogs;
  const char* m_last = "";
};

}  // namespace ketascope::test
