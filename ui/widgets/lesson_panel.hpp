// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "viewmodel/lesson_session.hpp"

class QButtonGroup;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QTextBrowser;
class QVBoxLayout;

namespace ketascope {

/// The text of a lesson, its question, and the way on.
class LessonPanel : public QWidget {
  Q_OBJECT

 public:
  explicit LessonPanel(LessonSession* session, QWidget* parent = nullptr);

  // For tests and for the keyboard.
  QTextBrowser* text() { return m_text; }
  QLineEdit* number() { return m_number; }
  QButtonGroup* choices() { return m_choices; }
  QPushButton* check() { return m_check; }
  QPushButton* next() { return m_next; }
  QPushButton* back() { return m_back; }
  QLabel* verdict() { return m_verdict; }

 Q_SIGNALS:
  void leaveWanted();

 private:
  void turn(int steps);
  void showStep();
  void showQuestion();
  void checkAnswer();
  void showVerdict();

  LessonSession* m_session;
  QLabel* m_title;
  QLabel* m_progress;
  QTextBrowser* m_text;
  QWidget* m_question;
  QLabel* m_ask;
  QWidget* m_numberRow;
  QLineEdit* m_number;
  QLabel* m_unit;
  QWidget* m_choiceBox;
  QVBoxLayout* m_choiceList;
  QButtonGroup* m_choices;
  QPushButton* m_check;
  QLabel* m_verdict;
  QPushButton* m_back;
  QPushButton* m_next;
  QScrollArea* m_scroll = nullptr;
  int m_shownStep = -1;
};

}  // namespace ketascope
