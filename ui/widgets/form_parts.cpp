// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/form_parts.hpp"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QResizeEvent>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QStylePainter>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>

namespace ketascope {

QuietComboBox::QuietComboBox(QWidget* parent) : QComboBox(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  setMinimumContentsLength(12);
}

QRect QuietComboBox::field() const {
  QStyleOptionComboBox option;
  initStyleOption(&option);
  return style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
}

bool QuietComboBox::isShortened() const {
  return fontMetrics().horizontalAdvance(currentText()) > field().width();
}

void QuietComboBox::showPopup() {
  const int scrollBar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
  view()->setMinimumWidth(view()->sizeHintForColumn(0) + scrollBar);
  QComboBox::showPopup();
}

bool QuietComboBox::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip && isShortened()) {
    QString text = currentText();
    if (!toolTip().isEmpty()) {
      text += QLatin1Char('\n') + toolTip();
    }
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text, this);
    return true;
  }
  return QComboBox::event(event);
}

void QuietComboBox::paintEvent(QPaintEvent* /*event*/) {
  QStylePainter painter(this);
  QStyleOptionComboBox option;
  initStyleOption(&option);
  painter.drawComplexControl(QStyle::CC_ComboBox, option);
  option.currentText =
      fontMetrics().elidedText(option.currentText, Qt::ElideRight, field().width());
  painter.drawControl(QStyle::CE_ComboBoxLabel, option);
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

bool isUndoOrRedo(const QEvent* event) {
  if (event->type() != QEvent::ShortcutOverride) {
    return false;
  }
  const auto* key = static_cast<const QKeyEvent*>(event);
  return key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo);
}

bool UndoOfWindow::eventFilter(QObject* watched, QEvent* event) {
  if (isUndoOrRedo(event)) {
    event->ignore();
    return true;
  }
  return QObject::eventFilter(watched, event);
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

namespace {

/// Insists on the height of its text. A form that is laid out while its tab is hidden would keep
/// the height of the text before.
class Note : public QLabel {
 public:
  using QLabel::QLabel;

 protected:
  void resizeEvent(QResizeEvent* event) override {
    QLabel::resizeEvent(event);
    keepHeight();
  }
  void paintEvent(QPaintEvent* event) override {
    keepHeight();  // another text is not told otherwise
    QLabel::paintEvent(event);
  }

 private:
  /// Not heightForWidth(), which is never below the minimum of the text before.
  int wanted() const {
    const QRect room(0, 0, contentsRect().width() - 2 * margin(), QWIDGETSIZE_MAX);
    return text().isEmpty() ? 0
                            : fontMetrics().boundingRect(room, Qt::TextWordWrap, text()).height() +
                                  2 * margin() + height() - contentsRect().height();
  }
  void keepHeight() {
    if (minimumHeight() != wanted()) {
      setMinimumHeight(wanted());
    }
  }
};

}  // namespace

QLabel* newNote(QWidget* parent) {
  auto* note = new Note(parent);
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

void greyBecause(QWidget* control, const QString& reason, const QString& toolTip) {
  control->setEnabled(reason.isEmpty());
  control->setToolTip(reason.isEmpty() ? toolTip : reason);
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
