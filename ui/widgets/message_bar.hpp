// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>
#include <vector>

#include "ketascope/diagnostic/diagnostic.hpp"

class QLabel;

namespace ketascope {

/// What is wrong and what to do about it, below the plot; takes no room when there is nothing to
/// say.
class MessageBar : public QWidget {
  Q_OBJECT

 public:
  struct Message {
    Severity severity = Severity::error;
    QString text;
    bool operator==(const Message&) const = default;
  };

  explicit MessageBar(QWidget* parent = nullptr);

  void setMessages(std::vector<Message> messages);
  const std::vector<Message>& messages() const { return m_messages; }

 private:
  QLabel* m_label;
  std::vector<Message> m_messages;
};

/// Message and hint of a diagnostic in one paragraph.
QString sentence(const Diagnostic& diagnostic);

}  // namespace ketascope
