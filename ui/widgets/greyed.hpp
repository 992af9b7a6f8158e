// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>
#include <QString>

class QListWidget;

namespace ketascope {

/// A control that cannot be used has the reason as its tool tip. This lets it reach those who use
/// no mouse: whatever is greyed anywhere in the program is described to screen readers by the
/// reason, and by what it was before when it can be used again.
void describeGreyedByReason();

struct Greyed {
  QString name, reason;
};
/// The controls in sight of a window that cannot be used now and say why, in their order.
QList<Greyed> greyedIn(const QWidget& window);

/// They as a list: a disabled control takes no focus, so that nobody gets to its tool tip by keys.
class GreyedDialog : public QDialog {
  Q_OBJECT

 public:
  explicit GreyedDialog(const QWidget& window, QWidget* parent = nullptr);
  QListWidget* list() { return m_list; }

 private:
  QListWidget* m_list;
};

}  // namespace ketascope
