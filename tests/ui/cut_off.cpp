// SPDX-License-Identifier: GPL-3.0-or-later
#include "cut_off.hpp"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenuBar>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QStyleOptionFrame>
#include <QStyleOptionGroupBox>
#include <QTabBar>
#include <QTableView>
#include <QTextDocument>
#include <QToolBar>
#include <QToolButton>
#include <cmath>

#include "widgets/form_parts.hpp"

namespace ketascope::test {
namespace {

constexpr int cellAir = 4;   // that a style leaves beside a cell's text, at least
constexpr int tabAir = 8;    // and beside a tab's
constexpr int lineAir = 4;   // and within a line to type into
constexpr int rounding = 1;  // of fractions of a pixel

QString plain(QString text) {
  return text.remove(QLatin1Char('&'));
}

int widest(const QFontMetrics& metrics, const QString& text) {
  int width = 0;
  for (const QString& line : text.split(QLatin1Char('\n'))) {
    width = std::max(width, metrics.horizontalAdvance(line));
  }
  return width;
}

QString called(const QWidget& widget) {
  QString name = QString::fromLatin1(widget.metaObject()->className());
  const QString said =
      widget.accessibleName().isEmpty() ? widget.objectName() : widget.accessibleName();
  return said.isEmpty() ? name : name + QStringLiteral(" '%1'").arg(said);
}

class Finder {
 public:
  void look(const QWidget& widget) {
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
      lookAt(*label);
    } else if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
      lookAt(*button);
    } else if (const auto* box = qobject_cast<const QComboBox*>(&widget)) {
      lookAt(*box);
    } else if (const auto* line = qobject_cast<const QLineEdit*>(&widget)) {
      lookAt(*line);
    } else if (const auto* tabs = qobject_cast<const QTabBar*>(&widget)) {
      lookAt(*tabs);
    } else if (const auto* group = qobject_cast<const QGroupBox*>(&widget)) {
      tell(widest(group->fontMetrics(), plain(group->title())), group->width(), *group,
           group->title());
    } else if (const auto* table = qobject_cast<const QTableView*>(&widget)) {
      lookAt(*table);
    } else if (const auto* area = qobject_cast<const QScrollArea*>(&widget)) {
      if (area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff &&
          area->widget() != nullptr && area->widget()->width() > area->viewport()->width()) {
        found << QStringLiteral("%1: %2 px do not fit into %3")
                     .arg(called(widget))
                     .arg(area->widget()->width())
                     .arg(area->viewport()->width());
      }
    } else if (widget.objectName() == QLatin1String("qt_toolbar_ext_button") ||
               widget.objectName() == QLatin1String("qt_menubar_ext_button")) {
      found << QStringLiteral("%1: has no room for all of its entries")
                   .arg(called(*widget.parentWidget()));
    }
    if (isDrawnInside(widget)) {
      return;
    }
    lookAtChildren(widget);
  }

  QStringList found;

 private:
  /// Parts that a style places, or that scroll.
  static bool isDrawnInside(const QWidget& widget) {
    return qobject_cast<const QComboBox*>(&widget) != nullptr ||
           qobject_cast<const QAbstractSpinBox*>(&widget) != nullptr ||
           qobject_cast<const QLineEdit*>(&widget) != nullptr ||
           qobject_cast<const QTabBar*>(&widget) != nullptr ||
           qobject_cast<const QHeaderView*>(&widget) != nullptr;
  }

  void lookAtChildren(const QWidget& widget) {
    QList<const QWidget*> shown;
    for (const QObject* child : widget.children()) {
      const auto* each = qobject_cast<const QWidget*>(child);
      if (each != nullptr && each->isVisible() && !each->isWindow()) {
        shown << each;
      }
    }
    const bool scrolls = qobject_cast<const QAbstractScrollArea*>(&widget) != nullptr ||
                         qobject_cast<const QAbstractScrollArea*>(widget.parentWidget()) != nullptr;
    const bool bar = qobject_cast<const QToolBar*>(&widget) != nullptr;
    for (const QWidget* each : shown) {
      const QRect place = each->geometry();
      if (!scrolls && !bar && !widget.rect().adjusted(-1, -1, 1, 1).contains(place) &&
          each->inherits("QSizeGrip") == false) {
        found << QStringLiteral("%1: reaches beyond %2").arg(called(*each), called(widget));
      }
      look(*each);
    }
    if (widget.layout() == nullptr || scrolls) {
      return;
    }
    for (qsizetype a = 0; a < shown.size(); ++a) {
      for (qsizetype b = a + 1; b < shown.size(); ++b) {
        const QRect both = shown[a]->geometry().intersected(shown[b]->geometry());
        if (both.width() > 1 && both.height() > 1 && laidOut(widget, *shown[a]) &&
            laidOut(widget, *shown[b])) {
          found << QStringLiteral("%1 lies over %2").arg(called(*shown[a]), called(*shown[b]));
        }
      }
    }
  }

  static bool laidOut(const QWidget& parent, const QWidget& child) {
    return holds(*parent.layout(), child);
  }
  static bool holds(const QLayout& layout, const QWidget& child) {
    for (int i = 0; i < layout.count(); ++i) {
      const QLayoutItem* item = const_cast<QLayout&>(layout).itemAt(i);
      const QLayout* inner = const_cast<QLayoutItem*>(item)->layout();
      if (const_cast<QLayoutItem*>(item)->widget() == &child ||
          (inner != nullptr && holds(*inner, child))) {
        return true;
      }
    }
    return false;
  }

  void tell(int wanted, int there, const QWidget& widget, const QString& text) {
    if (wanted > there + rounding) {
      found << QStringLiteral("%1: '%2' wants %3 px and has %4")
                   .arg(called(widget), text)
                   .arg(wanted)
                   .arg(there);
    }
  }

  void lookAt(const QLabel& label) {
    if (label.text().isEmpty()) {
      return;
    }
    const QRect room = label.contentsRect();
    const int margin = 2 * label.margin();
    if (label.wordWrap()) {
      tell(label.heightForWidth(label.width()), label.height(), label,
           label.text().left(60) + QStringLiteral("… (height)"));
      return;
    }
    if (label.textFormat() == Qt::RichText ||
        (label.textFormat() == Qt::AutoText && Qt::mightBeRichText(label.text()))) {
      tell(label.sizeHint().width(), label.width(), label, label.text());
      return;
    }
    tell(widest(label.fontMetrics(), plain(label.text())) + margin, room.width(), label,
         label.text());
    tell(label.fontMetrics().height(), room.height() + 2, label, label.text());
  }
  void lookAt(const QAbstractButton& button) {
    if (button.text().isEmpty()) {
      return;
    }
    const auto* tool = qobject_cast<const QToolButton*>(&button);
    if (tool != nullptr && tool->toolButtonStyle() == Qt::ToolButtonIconOnly &&
        !tool->icon().isNull()) {
      return;
    }
    tell(widest(button.fontMetrics(), plain(button.text())), button.width() - 2, button,
         button.text());
    tell(button.fontMetrics().height(), button.height(), button,
         button.text() + QStringLiteral(" (height)"));
    if (button.sizePolicy().horizontalPolicy() != QSizePolicy::Ignored) {
      tell(button.minimumSizeHint().width(), button.width(), button, button.text());
    }
  }
  void lookAt(const QComboBox& box) {
    if (qobject_cast<const QuietComboBox*>(&box) != nullptr) {
      return;  // it ends in dots itself, and its tool tip has all of it
    }
    QStyleOptionComboBox option;
    option.initFrom(&box);
    option.editable = box.isEditable();
    const QRect field = box.style()->subControlRect(QStyle::CC_ComboBox, &option,
                                                    QStyle::SC_ComboBoxEditField, &box);
    tell(box.fontMetrics().horizontalAdvance(box.currentText()), field.width(), box,
         box.currentText());
  }
  void lookAt(const QLineEdit& line) {
    const QString text = line.text().isEmpty() ? line.placeholderText() : line.text();
    tell(line.fontMetrics().horizontalAdvance(text) + lineAir, line.width(), line, text);
  }
  void lookAt(const QTabBar& tabs) {
    for (int i = 0; i < tabs.count(); ++i) {
      if (!tabs.isTabVisible(i)) {
        continue;
      }
      tell(tabs.fontMetrics().horizontalAdvance(plain(tabs.tabText(i))) + tabAir,
           tabs.tabRect(i).width(), tabs, tabs.tabText(i));
      tell(tabs.tabRect(i).right(), tabs.width(), tabs, tabs.tabText(i) + " (bar)");
    }
  }
  void lookAt(const QTableView& table) {
    const QAbstractItemModel* model = table.model();
    const QHeaderView* header = table.horizontalHeader();
    for (int column = 0; column < model->columnCount(); ++column) {
      if (table.isColumnHidden(column)) {
        continue;
      }
      const int room = table.columnWidth(column) - cellAir;
      if (header->isVisible()) {
        const QString title = model->headerData(column, Qt::Horizontal).toString();
        tell(widest(header->fontMetrics(), title), room, table, title);
        const auto lines = static_cast<int>(title.count(QLatin1Char('\n')) + 1);
        tell(lines * header->fontMetrics().height(), header->height(), table,
             title + QStringLiteral(" (height)"));
      }
      for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, column);
        if (table.columnSpan(row, column) > 1 || index.data(Qt::DecorationRole).isValid()) {
          continue;  // a row's name may be shortened; see the tool tip
        }
        const QString text = index.data().toString();
        if (!text.isEmpty() && index.data(Qt::ToolTipRole).toString().contains(text)) {
          continue;
        }
        tell(widest(table.fontMetrics(), text), room, table, text);
      }
    }
  }
};

}  // namespace

QStringList cutOff(const QWidget& window) {
  Finder finder;
  finder.look(window);
  return finder.found;
}

}  // namespace ketascope::test
