// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <map>
#include <optional>
#include <set>

#include "ketascope/app/lesson.hpp"
#include "viewmodel/scenario_document.hpp"

namespace ketascope {

/// A learner's way through a lesson. The document is the lesson's; each step decides which of its
/// scenarios are seen and which controls may be moved. An answer is shown once it was predicted.
class LessonSession : public QObject {
  Q_OBJECT

 public:
  explicit LessonSession(ScenarioDocument* document, QObject* parent = nullptr);

  /// Puts the lesson's scenarios into the document, unnamed and unmodified, at the first step.
  void start(Lesson lesson, Library library);
  /// The lesson under way in another language, once the window has one; the document stays.
  void reword(const Lesson& lesson);
  /// Every control is free again; the document stays as it is.
  void finish();
  bool isRunning() const { return m_lesson.has_value(); }
  const Lesson& lesson() const { return *m_lesson; }
  int step() const { return m_step; }
  const LessonStep& current() const;
  void goTo(int step);

  /// The controls that may be moved now; nothing = all of them.
  std::optional<std::set<std::string>> freeControls() const;

  /// Pages that would give the answer away, until it was predicted (names as in lesson files).
  std::set<std::string> hiddenPages() const;

  /// Whether this step asks something that was not predicted yet.
  bool isOpenQuestion() const { return m_lesson && current().question && !given(); }

  /// What was predicted at this step, if anything.
  struct Given {
    double prediction = 0.0;
    bool right = false;
    QString reveal;   ///< explanation with the computed answer
    QString problem;  ///< why it could not be computed
  };
  std::optional<Given> given() const;
  void predict(double prediction);
  int rightAnswers() const;
  int questions() const;

 Q_SIGNALS:
  void changed();

 private:
  void showScenarios(const std::vector<int>& shown);
  void judge(const LessonQuestion& question, Given& given) const;

  ScenarioDocument* m_document;
  std::optional<Lesson> m_lesson;
  Library m_library{{}};
  int m_step = 0;
  std::map<int, Given> m_given;
};

}  // namespace ketascope
