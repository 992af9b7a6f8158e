// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/appearance.hpp"

#include <QActionGroup>
#include <QApplication>
#include <QIconEngine>
#include <QMenu>
#include <QPainter>
#include <QPalette>
#include <QProxyStyle>
#include <QSettings>
#include <QStyleOption>

namespace ketascope {
namespace {

QString key() {
  return QStringLiteral("appearance");
}

/// The mark of a toolbar that goes on, in the colour of the present letters: Fusion's own is black.
class GoesOn : public QIconEngine {
 public:
  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
    const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(QApplication::palette().color(group, QPalette::ButtonText), 1.5));
    const QPointF middle = QRectF(rect).center();
    for (const double x : {-3.0, 1.0}) {
      painter->drawPolyline(
          QPolygonF{middle + QPointF(x, -3), middle + QPointF(x + 3, 0), middle + QPointF(x, 3)});
    }
    painter->restore();
  }
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    QPixmap drawn(size);
    drawn.fill(Qt::transparent);
    QPainter painter(&drawn);
    paint(&painter, QRect(QPoint(), size), mode, state);
    return drawn;
  }
  QIconEngine* clone() const override { return new GoesOn; }
};

/// Fusion draws outlines darker than the window, where a dark window has nothing left: boxes and
/// fields get a light outline there.
class VisibleOutlines : public QProxyStyle {
 public:
  using QProxyStyle::QProxyStyle;

  QIcon standardIcon(StandardPixmap which, const QStyleOption* option,
                     const QWidget* widget) const override {
    return which == SP_ToolBarHorizontalExtensionButton
               ? QIcon(new GoesOn)
               : QProxyStyle::standardIcon(which, option, widget);
  }
  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override {
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element == PE_IndicatorCheckBox || element == PE_FrameLineEdit) {
      outline(*option, painter, false);
    } else if (element == PE_IndicatorRadioButton) {
      outline(*option, painter, true);
    }
  }
  void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                          QPainter* painter, const QWidget* widget) const override {
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_ComboBox || control == CC_SpinBox) {
      outline(*option, painter, false);
    }
  }

 private:
  static void outline(const QStyleOption& option, QPainter* painter, bool round) {
    // Where it has the focus, Fusion's own outline is the colour of a highlight.
    if (option.palette.color(QPalette::Window).lightness() > 127 ||
        option.state.testFlag(State_HasFocus)) {
      return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QColor(option.state.testFlag(State_Enabled) ? QRgb{0x8b949e} : QRgb{0x59616b}));
    const QRectF edge = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (round) {
      painter->drawEllipse(edge);
    } else {
      painter->drawRoundedRect(edge, 1.5, 1.5);
    }
    painter->restore();
  }
};

QPalette darkPalette() {
  QPalette palette(QColor(QRgb{0x3a3f47}), QColor(QRgb{0x24282e}));
  const QColor text(QRgb{0xe6e8eb});
  palette.setColor(QPalette::Window, QColor(QRgb{0x24282e}));
  palette.setColor(QPalette::Base, QColor(QRgb{0x1b1e23}));
  palette.setColor(QPalette::AlternateBase, QColor(QRgb{0x22262b}));
  palette.setColor(QPalette::ToolTipBase, QColor(QRgb{0x2f343b}));
  palette.setColor(QPalette::Highlight, QColor(QRgb{0x1f6feb}));
  palette.setColor(QPalette::HighlightedText, QColor(QRgb{0xffffff}));
  palette.setColor(QPalette::Link, QColor(QRgb{0x58a6ff}));
  for (const auto role :
       {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
    palette.setColor(role, text);
    palette.setColor(QPalette::Disabled, role, QColor(QRgb{0x7d8590}));
  }
  palette.setColor(QPalette::PlaceholderText, QColor(QRgb{0x9aa2ad}));
  return palette;
}

QPalette lightPalette() {
  QPalette palette(QColor(QRgb{0xe9ebee}), QColor(QRgb{0xf3f4f6}));
  palette.setColor(QPalette::Base, QColor(QRgb{0xffffff}));
  palette.setColor(QPalette::AlternateBase, QColor(QRgb{0xf6f7f9}));
  palette.setColor(QPalette::Highlight, QColor(QRgb{0x0969da}));
  palette.setColor(QPalette::HighlightedText, QColor(QRgb{0xffffff}));
  palette.setColor(QPalette::PlaceholderText, QColor(QRgb{0x59636e}));
  return palette;
}

void apply(const QString& choice) {
  if (choice == QStringLiteral("dark")) {
    QApplication::setPalette(darkPalette());
  } else if (choice == QStringLiteral("light")) {
    QApplication::setPalette(lightPalette());
  } else {
    QApplication::setPalette(QPalette());  // back to what the system says, from now on
  }
}

}  // namespace

void applyAppearance() {
  // A desktop's own style knows its own darkness.
  if (QApplication::style()->name() == QStringLiteral("fusion") &&
      dynamic_cast<VisibleOutlines*>(QApplication::style()) == nullptr) {
    QApplication::setStyle(new VisibleOutlines(QStringLiteral("fusion")));
  }
  apply(QSettings().value(key(), QStringLiteral("system")).toString());
}

QMenu* makeAppearanceMenu(QWidget* parent) {
  auto* menu = new QMenu(QMenu::tr("&Colours"), parent);
  auto* group = new QActionGroup(menu);
  const QString now = QSettings().value(key(), QStringLiteral("system")).toString();
  const auto add = [&](const QString& text, const QString& choice) {
    QAction* action = menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(choice == now);
    group->addAction(action);
    QObject::connect(action, &QAction::triggered, menu, [choice] {
      QSettings().setValue(key(), choice);
      apply(choice);
    });
  };
  add(QMenu::tr("As the &system"), QStringLiteral("system"));
  add(QMenu::tr("&Light"), QStringLiteral("light"));
  add(QMenu::tr("&Dark"), QStringLiteral("dark"));
  return menu;
}

}  // namespace ketascope
