// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lesson_panel.hpp"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTextBrowser>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

#include "ketascope/units/number.hpp"
#include "viewmodel/number_text.hpp"
#include "viewmodel/words_in_use.hpp"
#include "widgets/form_parts.hpp"

namespace ketascope {
namespace {

QString shown(const std::string& utf8) {
  return QString::fromStdString(utf8);
}

constexpr int leastTextHeight = 120;

/// Whatever the window is steered by; covariates are the model's.
bool freesEverything(const LessonStep& step) {
  return std::ranges::all_of(
      std::initializer_list<const char*>{"model", "schedule", "route", "amount", "duration",
                                         "start", "repeats", "interval", "until", "parameters",
                                         "interactions", "scenarios"},
      [&](const char* control) {
        return std::ranges::find(step.free, control) != step.free.end();
      });
}

QLabel* wrapped(QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setWordWrap(true);
  label->setTextFormat(Qt::PlainText);
  return label;
}

}  // namespace

LessonPanel::LessonPanel(LessonSession* session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_title(wrapped(this)),
      m_progress(newNote(this)),
      m_text(new QTextBrowser(this)),
      m_question(new QWidget(this)),
      m_ask(wrapped(m_question)),
      m_numberRow(new QWidget(m_question)),
      m_number(new QLineEdit(m_numberRow)),
      m_unit(new QLabel(m_numberRow)),
      m_choiceBox(new QWidget(m_question)),
      m_choiceList(new QVBoxLayout(m_choiceBox)),
      m_choices(new QButtonGroup(this)),
      m_check(new QPushButton(tr("Check"), m_question)),
      m_verdict(wrapped(m_question)),
      m_back(new QPushButton(tr("Back"), this)),
      m_next(new QPushButton(tr("Next"), this)) {
  QFont bold = m_title->font();
  bold.setBold(true);
  m_title->setFont(bold);
  m_ask->setFont(bold);
  m_text->setAccessibleName(tr("Text of the lesson"));
  m_text->setTabChangesFocus(true);
  m_text->setFrameShape(QFrame::NoFrame);
  m_number->setAccessibleName(tr("Your prediction"));
  m_number->setPlaceholderText(tr("your prediction"));
  m_verdict->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  m_choiceList->setContentsMargins(0, 0, 0, 0);

  auto* line = new QHBoxLayout(m_numberRow);
  line->setContentsMargins(0, 0, 0, 0);
  line->addWidget(m_number, 1);
  line->addWidget(m_unit);
  auto* ask = new QVBoxLayout(m_question);
  ask->setContentsMargins(0, 0, 0, 0);
  ask->addWidget(m_ask);
  ask->addWidget(m_numberRow);
  ask->addWidget(m_choiceBox);
  ask->addWidget(m_check, 0, Qt::AlignLeft);
  ask->addWidget(m_verdict);

  auto* buttons = new QHBoxLayout;
  auto* leave = new QPushButton(tr("Leave the lesson"), this);
  leave->setToolTip(tr("Unlocks every control; the scenarios stay"));
  buttons->addWidget(leave);
  buttons->addStretch(1);
  buttons->addWidget(m_back);
  buttons->addWidget(m_next);
  // On low screens all but the buttons scrolls.
  auto* step = new QWidget(this);
  auto* parts = new QVBoxLayout(step);
  parts->setContentsMargins(0, 0, 0, 0);
  parts->addWidget(m_title);
  parts->addWidget(m_progress);
  parts->addWidget(m_text, 1);
  parts->addWidget(m_question);
  m_text->setMinimumHeight(leastTextHeight);
  m_scroll = new FormScroll(step, this);
  m_scroll->setMinimumHeight(leastTextHeight);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(m_scroll, 1);
  layout->addLayout(buttons);

  connect(leave, &QPushButton::clicked, this, &LessonPanel::leaveWanted);
  connect(m_back, &QPushButton::clicked, this, [this] { turn(-1); });
  connect(m_next, &QPushButton::clicked, this, [this] { turn(1); });
  connect(m_check, &QPushButton::clicked, this, &LessonPanel::checkAnswer);
  connect(m_number, &QLineEdit::returnPressed, this, &LessonPanel::checkAnswer);
  connect(session, &LessonSession::changed, this, [this] {
    // The first step in an event of its own: to set its text takes as long as all else that a
    // lesson begins with.
    const bool begins = m_shownStep < 0 && m_session->isRunning();
    QMetaObject::invokeMethod(this, &LessonPanel::showStep,
                              begins ? Qt::QueuedConnection : Qt::DirectConnection);
  });
  showStep();
}

/// Whoever turns on by keyboard stands where the prediction is typed, or on the way on.
void LessonPanel::turn(int steps) {
  m_session->goTo(m_session->step() + steps);
  if (!m_session->isRunning()) {
    return;
  }
  const auto& question = m_session->current().question;
  if (question && question->kind == LessonQuestion::Kind::number) {
    m_number->setFocus();
  } else if (question && !m_choices->buttons().isEmpty()) {
    m_choices->buttons().constFirst()->setFocus();
  } else if (m_next->isEnabled()) {
    m_next->setFocus();
  } else {
    m_back->setFocus();
  }
}

void LessonPanel::showStep() {
  if (!m_session->isRunning()) {
    m_shownStep = -1;
    return;
  }
  const Lesson& lesson = m_session->lesson();
  const LessonStep& step = m_session->current();
  const int count = static_cast<int>(lesson.steps.size());
  m_title->setText(shown(lesson.title));
  m_progress->setText(tr("Step %1 of %2; %3 of %4 questions right")
                          .arg(m_session->step() + 1)
                          .arg(count)
                          .arg(m_session->rightAnswers())
                          .arg(m_session->questions()));
  QString free;
  if (!step.free.empty() && !freesEverything(step)) {
    free = QStringLiteral("<p><i>%1</i></p>")
               .arg(tr("Some controls are free in this step; the others are locked."));
  }
  m_text->setHtml(
      QStringLiteral("<h3>%1</h3><p>%2</p>%3")
          .arg(shown(step.title).toHtmlEscaped(), shown(step.text).toHtmlEscaped(), free));
  m_back->setEnabled(m_session->step() > 0);
  m_next->setEnabled(m_session->step() + 1 < count);
  showQuestion();
  m_shownStep = m_session->step();
}

void LessonPanel::showQuestion() {
  const auto& question = m_session->current().question;
  m_question->setVisible(question.has_value());
  if (!question) {
    return;
  }
  const bool number = question->kind == LessonQuestion::Kind::number;
  const auto given = m_session->given();
  m_ask->setText(shown(question->ask));
  m_numberRow->setVisible(number);
  m_choiceBox->setVisible(!number);
  m_unit->setText(shown(question->unit));
  if (m_shownStep != m_session->step()) {
    m_number->setText(given && number ? inWords(shortest(given->prediction)) : QString());
    for (QAbstractButton* old : m_choices->buttons()) {
      m_choices->removeButton(old);
      delete old;
    }
    for (std::size_t i = 0; !number && i < question->choices.size(); ++i) {
      auto* choice = new QRadioButton(
          shown(question->choices[i]).replace(QLatin1Char('&'), QStringLiteral("&&")), m_choiceBox);
      m_choiceList->addWidget(choice);
      m_choices->addButton(choice, static_cast<int>(i));
      choice->setChecked(given && static_cast<int>(given->prediction) == static_cast<int>(i));
    }
  }
  if (!given) {
    m_verdict->clear();
  } else if (!given->problem.isEmpty()) {
    m_verdict->setText(tr("The answer could not be computed: %1").arg(given->problem));
  } else {
    m_verdict->setText(
        QStringLiteral("%1 %2").arg(given->right ? tr("Right.") : tr("Not quite."), given->reveal));
  }
  m_verdict->setVisible(given.has_value());
  showVerdict();
}

/// Where the step scrolls, the verdict is what somebody waits for.
void LessonPanel::showVerdict() {
  QTimer::singleShot(0, m_verdict, [this] {
    if (m_verdict->isVisible()) {
      m_scroll->ensureWidgetVisible(m_verdict, 0, 0);
    }
  });
}

void LessonPanel::checkAnswer() {
  if (!m_session->isRunning() || !m_session->current().question) {
    return;
  }
  if (m_session->current().question->kind == LessonQuestion::Kind::number) {
    QString typed = m_number->text();
    const auto plain = plainNumber(typed.remove(QLatin1Char('%')));
    const auto value = plain ? parse_number(*plain) : std::nullopt;
    if (!value) {
      m_verdict->setText(plain ? tr("Type a number first; a guess will do.") : howToWriteNumbers());
      m_verdict->setVisible(true);
      showVerdict();
      return;
    }
    m_session->predict(*value);
  } else if (m_choices->checkedId() >= 0) {
    m_session->predict(m_choices->checkedId());
  } else {
    m_verdict->setText(tr("Choose one first; a guess will do."));
    m_verdict->setVisible(true);
    showVerdict();
  }
}

}  // namespace ketascope
