// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/busy_line.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QShortcut>
#include <QToolButton>

#include "viewmodel/background_runner.hpp"

namespace ketascope {

BusyLine::BusyLine(BackgroundRunner* runner, int patienceMs, QWidget* parent)
    : QWidget(parent),
      m_runner(runner),
      m_label(new QLabel(this)),
      m_cancel(new QToolButton(this)) {
  m_label->setTextFormat(Qt::PlainText);
  m_cancel->setText(tr("Cancel"));
  m_cancel->setToolTip(tr("End this and leave everything as it is (Esc)"));
  m_cancel->setFocusPolicy(Qt::TabFocus);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(6, 0, 6, 0);
  layout->addWidget(m_label);
  layout->addWidget(m_cancel);
  hide();
  m_patience.setSingleShot(true);
  m_patience.setInterval(patienceMs);
  connect(&m_patience, &QTimer::timeout, this, &QWidget::show);
  connect(m_cancel, &QToolButton::clicked, this, &BusyLine::cancel);
  // Without effect while the line is hidden; a second line makes the key ambiguous.
  auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
  connect(escape, &QShortcut::activated, this, &BusyLine::cancel);
  connect(escape, &QShortcut::activatedAmbiguously, this, &BusyLine::cancel);
  connect(runner, &BackgroundRunner::progressChanged, this, &BusyLine::showProgress);
  // Each piece of work has its own patience: a slider keeps the runner busy with short ones.
  connect(runner, &BackgroundRunner::started, this, [this] {
    m_label->setText(m_text);
    m_patience.start();
  });
  const auto end = [this] {
    m_patience.stop();
    hide();
  };
  connect(runner, &BackgroundRunner::ended, this, end);
  connect(runner, &BackgroundRunner::busyChanged, this, [end](bool busy) {
    if (!busy) {
      end();
    }
  });
  if (runner->isBusy()) {
    m_patience.start();
  }
}

void BusyLine::setText(const QString& text) {
  m_text = text;
  m_label->setText(text);
  m_cancel->setAccessibleName(tr("Cancel: %1").arg(text));
}

void BusyLine::showProgress(double fraction) {
  if (isVisible()) {
    m_label->setText(tr("%1 %2 %").arg(m_text).arg(qRound(fraction * 100)));
  }
}

void BusyLine::cancel() {
  m_runner->cancel();
  Q_EMIT cancelled();
}

}  // namespace ketascope
