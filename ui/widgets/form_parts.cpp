// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/form_parts.hpp"

#include <QEvent>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QWheelEvent>

namespace ketascope {

QuietComboBox::QuietComboBox(QWidget* parent) : QComboBox(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  setMinimumContentsLength(12);
}

void QuietComboBox::wheelEvent(QWheelEvent* event) {
  if (hasFocus()) {
    QComboBox::wheelEvent(event);
  } else {
    event->ignore();
  }
}

FormScroll::FormScroll(QWidget* form, QWidget* parent) : QScrollArea(parent) {
  setWidget(form);
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusPolicy(Qt::NoFocus);
  keepWidth();
}

void FormScroll::keepWidth() {
  setMinimumWidth(widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width());
}

bool FormScroll::eventFilter(QObject* watched, QEvent* event) {
  const bool done = QScrollArea::eventFilter(watched, event);
  if (watched == widget() && event->type() == QEvent::LayoutRequest) {
    keepWidth();
  }
  return done;
}

QFormLayout* newForm(QWidget* parent) {
  auto* form = new QFormLayout(parent);
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  form->setContentsMargins(8, 6, 8, 6);
  form->setVerticalSpacing(5);
  form->setHorizontalSpacing(10);
  return form;
}

QLabel* newNote(QWidget* parent) {
  auto* note = new QLabel(parent);
  note->setWordWrap(true);
  note->setTextFormat(Qt::PlainText);
  QFont font = note->font();
  font.setPointSizeF(font.pointSizeF() * 0.9);
  note->setFont(font);
  note->setForegroundRole(QPalette::PlaceholderText);
  return note;
}

QLabel* mnemonic(const QString& text, QWidget* buddy, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setBuddy(buddy);
  return label;
}

void addDisabled(QComboBox* box, const QString& text, const QString& data, const QString& reason) {
  box->addItem(text, data);
  const int row = box->count() - 1;
  box->setItemData(row, reason, Qt::ToolTipRole);
  box->setItemData(row, reason, Qt::AccessibleDescriptionRole);
  if (auto* items = qobject_cast<QStandardItemModel*>(box->model())) {
    items->item(row)->setEnabled(false);
  }
}

}  // namespace ketascope
