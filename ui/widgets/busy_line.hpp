// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QToolButton;

namespace ketascope {

class BackgroundRunner;

/// What takes long in the background, how far it is, and a button that ends it. Seen only while
/// there is something to wait for; Esc ends it, too.
class BusyLine : public QWidget {
  Q_OBJECT

 public:
  /// Shows `runner` once it has been busy for `patienceMs`.
  BusyLine(BackgroundRunner* runner, int patienceMs, QWidget* parent = nullptr);

  /// What is done, with nothing behind it.
  void setText(const QString& text);
  QToolButton* button() { return m_cancel; }

 Q_SIGNALS:
  void cancelled();

 private:
  void showProgress(double fraction);
  void cancel();

  BackgroundRunner* m_runner;
  QString m_text;
  QLabel* m_label;
  QToolButton* m_cancel;
  QTimer m_patience;
};

}  // namespace ketascope
