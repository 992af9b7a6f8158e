// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QScrollArea>
#include <QString>

namespace ketascope {

/// A combo box that a wheel scrolling the form past it does not change. What is too long for it
/// ends in dots, and its tool tip and its list have all of it.
class QuietComboBox : public QComboBox {
  Q_OBJECT

 public:
  explicit QuietComboBox(QWidget* parent = nullptr);

  bool isShortened() const;
  void showPopup() override;

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  /// Where the text stands.
  QRect field() const;
};

/// A form that scrolls up and down only: never narrower than what it holds.
class FormScroll : public QScrollArea {
  Q_OBJECT

 public:
  explicit FormScroll(QWidget* form, QWidget* parent = nullptr);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void keepWidth();
};

/// Whether the event asks whether a field wants Undo or Redo for itself.
bool isUndoOrRedo(const QEvent* event);

/// Lets Undo and Redo of a field go to the window: each change of the field is one of the document.
class UndoOfWindow : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
};

/// Between the controls of a line above or below a table.
inline constexpr int controlSpacing = 6;

QFormLayout* newForm(QWidget* parent);
/// Small, quiet, wrapped text.
QLabel* newNote(QWidget* parent);
/// A label whose mnemonic leads to `buddy`.
QLabel* mnemonic(const QString& text, QWidget* buddy, QWidget* parent);
/// Greys a control that has a reason for it, which is its tool tip then; without one it can be
/// used.
void greyBecause(QWidget* control, const QString& reason, const QString& toolTip = {});
/// An item that is shown but cannot be chosen, with the reason.
void addDisabled(QComboBox* box, const QString& text, const QString& data, const QString& reason);

}  // namespace ketascope
