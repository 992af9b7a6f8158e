// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/greyed.hpp"

#include <QAbstractButton>
#include <QApplication>
#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/form_parts.hpp"
#include "widgets/measure_edit.hpp"

namespace ketascope {
namespace {

constexpr const char* before = "descriptionBefore";

class Describer : public QObject {
 public:
  using QObject::QObject;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override {
    if ((event->type() == QEvent::EnabledChange || event->type() == QEvent::ToolTipChange) &&
        watched->isWidgetType()) {
      describe(static_cast<QWidget*>(watched));
    }
    return QObject::eventFilter(watched, event);
  }

 private:
  static void describe(QWidget* widget) {
    const bool described = widget->property(before).isValid();
    if (!widget->isEnabled() && !widget->toolTip().isEmpty() &&
        widget->focusPolicy() != Qt::NoFocus) {
      if (!described) {
        widget->setProperty(before, widget->accessibleDescription());
      }
      widget->setAccessibleDescription(widget->toolTip());
    } else if (described && widget->isEnabled()) {
      widget->setAccessibleDescription(widget->property(before).toString());
      widget->setProperty(before, QVariant());
    }
  }
};

QString nameOf(const QWidget& control, const QWidget& window) {
  const auto plain = [](QString text) { return text.remove(QLatin1Char('&')); };
  if (!control.accessibleName().isEmpty()) {
    return control.accessibleName();
  }
  if (const auto* button = qobject_cast<const QAbstractButton*>(&control)) {
    return plain(button->text());
  }
  const auto labels = window.findChildren<QLabel*>();
  const auto label =
      std::ranges::find_if(labels, [&](const QLabel* each) { return each->buddy() == &control; });
  return label == labels.end() ? QString() : plain((*label)->text());
}

/// Of what is greyed with everything in it, the outermost reason holds.
QString reasonOf(const QWidget& control) {
  QString reason;
  for (const QWidget* each = &control; each != nullptr && !each->isEnabled();
       each = each->isWindow() ? nullptr : each->parentWidget()) {
    if (!each->toolTip().isEmpty()) {
      reason = each->toolTip();
    }
  }
  return reason;
}

}  // namespace

void describeGreyedByReason() {
  static QPointer<Describer> describer;
  if (describer == nullptr) {
    describer = new Describer(qApp);
    qApp->installEventFilter(describer);
  }
}

QList<Greyed> greyedIn(const QWidget& window) {
  QList<Greyed> found;
  for (QWidget* each : window.findChildren<QWidget*>()) {
    if (each->isEnabled() || !each->isVisible() || each->window() != &window) {
      continue;
    }
    // A field and its unit are one.
    auto* field = qobject_cast<MeasureEdit*>(each);
    const bool partOfField = qobject_cast<MeasureEdit*>(each->parentWidget()) != nullptr;
    if (partOfField || (field == nullptr && each->focusPolicy() == Qt::NoFocus)) {
      continue;
    }
    const QWidget& control = field == nullptr ? *each : *field->lineEdit();
    const Greyed greyed{nameOf(control, window), reasonOf(control)};
    // A button that has no tool tip of its own has its text.
    if (!greyed.name.isEmpty() && !greyed.reason.isEmpty() && greyed.reason != greyed.name) {
      found.append(greyed);
    }
  }
  return found;
}

GreyedDialog::GreyedDialog(const QWidget& window, QWidget* parent)
    : QDialog(parent), m_list(new QListWidget(this)) {
  setWindowTitle(tr("What is greyed, and why"));
  m_list->setAccessibleName(windowTitle());
  m_list->setWordWrap(true);
  m_list->setAlternatingRowColors(true);
  for (const Greyed& each : greyedIn(window)) {
    m_list->addItem(tr("%1: %2").arg(each.name, each.reason));
  }
  if (m_list->count() == 0) {
    m_list->addItem(tr("Everything in sight can be used."));
  }
  m_list->setCurrentRow(0);
  auto* note = newNote(this);
  note->setText(
      tr("Controls in sight that cannot be used now. What cannot be chosen in a menu or "
         "in a list says why itself."));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(m_list, 1);
  layout->addWidget(note);
  layout->addWidget(buttons);
  resize(560, 320);
}

}  // namespace ketascope
