// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/appearance.hpp"

#include <QActionGroup>
#include <QApplication>
#include <QMenu>
#include <QPalette>
#include <QSettings>
#include <QStyle>

namespace ketascope {
namespace {

QString key() {
  return QStringLiteral("appearance");
}

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
