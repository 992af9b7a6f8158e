// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/lesson_session.hpp"
#include "viewmodel/words_in_use.hpp"

#include <QLocale>
#include <algorithm>
#include <utility>

#include "viewmodel/document_joining.hpp"

namespace ketascope {

LessonSession::LessonSession(ScenarioDocument* document, QObject* parent)
    : QObject(parent), m_document(document) {}

void LessonSession::start(Lesson lesson, Library library) {
  m_lesson = std::move(lesson);
  m_library = std::move(library);
  m_given.clear();
  m_step = 0;
  ScenarioFile file = m_lesson->scenarios;
  makePathsAbsolute(file, std::filesystem::path(m_lesson->file).parent_path());
  const auto& shown = m_lesson->steps.front().show;
  for (std::size_t i = 0; i < file.scenarios.size(); ++i) {
    file.scenarios[i].visible =
        shown.empty() || std::ranges::find(shown, static_cast<int>(i)) != shown.end();
  }
  m_document->reset(std::move(file));
  Q_EMIT changed();
}

void LessonSession::reword(const Lesson& lesson) {
  if (!m_lesson || lesson.id != m_lesson->id || lesson.steps.size() != m_lesson->steps.size()) {
    return;
  }
  m_lesson = lesson;
  for (auto& [step, given] : m_given) {
    if (const auto& question = lesson.steps[static_cast<std::size_t>(step)].question) {
      judge(*question, given);
    }
  }
  Q_EMIT changed();
}

void LessonSession::finish() {
  if (m_lesson) {
    m_lesson.reset();
    Q_EMIT changed();
  }
}

const LessonStep& LessonSession::current() const {
  return m_lesson->steps[static_cast<std::size_t>(m_step)];
}

void LessonSession::goTo(int step) {
  if (!m_lesson || step < 0 || step >= static_cast<int>(m_lesson->steps.size())) {
    return;
  }
  m_step = step;
  showScenarios(given() ? current().reveal_show : current().show);
  Q_EMIT changed();
}

std::optional<std::set<std::string>> LessonSession::freeControls() const {
  if (!m_lesson) {
    return std::nullopt;
  }
  return std::set<std::string>(current().free.begin(), current().free.end());
}

std::set<std::string> LessonSession::hiddenPages() const {
  if (!m_lesson || given()) {
    return {};
  }
  return {current().hide.begin(), current().hide.end()};
}

std::optional<LessonSession::Given> LessonSession::given() const {
  const auto found = m_given.find(m_step);
  return found == m_given.end() ? std::nullopt : std::optional(found->second);
}

void LessonSession::predict(double prediction) {
  if (!m_lesson || !current().question) {
    return;
  }
  const LessonQuestion& question = *current().question;
  Given given;
  given.prediction = prediction;
  judge(question, given);
  m_given[m_step] = std::move(given);
  showScenarios(current().reveal_show);
  Q_EMIT changed();
}

void LessonSession::judge(const LessonQuestion& question, Given& given) const {
  const auto answer = lesson_answer(*m_lesson, question, m_library);
  if (answer) {
    given.right = accepts(question, *answer, given.prediction);
    const QString point = QLocale().decimalPoint();
    given.reveal = QString::fromStdString(revealed(question, *answer, point.at(0).toLatin1()));
  } else {
    given.problem = inWords(answer.error().front().message);
  }
}

int LessonSession::rightAnswers() const {
  return static_cast<int>(
      std::ranges::count_if(m_given, [](const auto& entry) { return entry.second.right; }));
}

int LessonSession::questions() const {
  return static_cast<int>(std::ranges::count_if(
      m_lesson->steps, [](const LessonStep& step) { return step.question.has_value(); }));
}

void LessonSession::showScenarios(const std::vector<int>& shown) {
  if (shown.empty()) {
    return;
  }
  ScenarioFile file = m_document->value();
  const std::size_t own = std::min(file.scenarios.size(), m_lesson->scenarios.scenarios.size());
  for (std::size_t i = 0; i < own; ++i) {  // what the learner has added stays as it is
    file.scenarios[i].visible = std::ranges::find(shown, static_cast<int>(i)) != shown.end();
  }
  m_document->change(std::move(file), tr("next step of the lesson"));
}

}  // namespace ketascope
