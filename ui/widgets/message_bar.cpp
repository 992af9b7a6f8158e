// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/message_bar.hpp"
#include "viewmodel/words_in_use.hpp"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLabel>
#include <QStringList>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace ketascope {
namespace {

constexpr std::size_t shownAtOnce = 4;

QString sign(Severity severity) {
  switch (severity) {
    case Severity::error:
      return QStringLiteral("<b style='color:#d1242f'>✖ %1</b>")
          .arg(QCoreApplication::translate("ketascope::MessageBar", "Error:"));
    case Severity::warning:
      return QStringLiteral("<b style='color:#bf8700'>▲ %1</b>")
          .arg(QCoreApplication::translate("ketascope::MessageBar", "Warning:"));
    case Severity::note:
      break;
  }
  // In words: few fonts have a sign for it.
  return QStringLiteral("<b>%1</b>")
      .arg(QCoreApplication::translate("ketascope::MessageBar", "Note:"));
}

}  // namespace

QString sentence(const Diagnostic& diagnostic) {
  QString text = inWords(diagnostic.message);
  // A file of its own says which: "cannot read: ..." alone helps nobody.
  const QString file = QFileInfo(QString::fromStdString(diagnostic.file)).fileName();
  if (!file.isEmpty() && !text.contains(file)) {
    text = QStringLiteral("%1: %2").arg(file, text);
  }
  if (!diagnostic.hint.empty()) {
    text += QStringLiteral(" (%1)").arg(inWords(diagnostic.hint));
  }
  return text;
}

MessageBar::MessageBar(QWidget* parent) : QWidget(parent), m_label(new QLabel(this)) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(8, 2, 8, 2);
  layout->addWidget(m_label);
  m_label->setWordWrap(true);
  m_label->setTextFormat(Qt::RichText);
  m_label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  m_label->setAccessibleName(tr("Messages"));
  setVisible(false);
}

void MessageBar::setMessages(std::vector<Message> messages) {
  std::ranges::stable_sort(messages, {}, &Message::severity);
  messages.erase(std::unique(messages.begin(), messages.end()), messages.end());
  if (messages == m_messages) {
    return;
  }
  m_messages = std::move(messages);
  QStringList shown;
  QStringList rest;
  for (const Message& message : m_messages) {
    if (static_cast<std::size_t>(shown.size()) < shownAtOnce) {
      shown << sign(message.severity) + QLatin1Char(' ') +
                   message.text.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1Char(' '));
    } else {
      rest << message.text;
    }
  }
  if (!rest.isEmpty()) {
    shown << tr("and %1 more").arg(rest.size());
  }
  m_label->setToolTip(rest.join(QLatin1Char('\n')));
  m_label->setText(shown.join(QStringLiteral("<br>")));
  setVisible(!m_messages.empty());
}

}  // namespace ketascope
