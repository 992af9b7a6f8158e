// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/plot_theme.hpp"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace ketascope {
namespace {

QVector<QColor> colours(std::initializer_list<QRgb> values) {
  QVector<QColor> result;
  for (const QRgb value : values) {
    result.append(QColor(value));
  }
  return result;
}

constexpr double enoughContrast = 3.0;

/// Relative luminance after WCAG 2.1.
double luminance(const QColor& colour) {
  const auto linear = [](float channel) {
    const auto value = static_cast<double>(channel);
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
         0.0722 * linear(colour.blueF());
}

}  // namespace

double contrast(const QColor& one, const QColor& other) {
  const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
  return (lighter + 0.05) / (darker + 0.05);
}

PlotTheme PlotTheme::light() {
  PlotTheme theme;
  theme.background = QColor(QRgb{0xffffff});
  theme.text = QColor(QRgb{0x1f2328});
  theme.muted = QColor(QRgb{0x59636e});
  theme.grid = QColor(QRgb{0xe2e5e9});
  theme.frame = QColor(QRgb{0x8c959f});
  // Yellow (#F0E442) of the original eight is left out: too faint on white.
  theme.curves = colours({0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0x000000, 0xe69f00, 0x56b4e9});
  theme.bands = colours({0x8a7fb5, 0xb59a6a, 0x6fa3a0, 0xb57f8b, 0x8aa36f, 0x7f92b5, 0xa08a7f});
  return theme;
}

PlotTheme PlotTheme::darkTheme() {
  PlotTheme theme;
  theme.dark = true;
  theme.background = QColor(QRgb{0x1b1e23});
  theme.text = QColor(QRgb{0xe6e8eb});
  theme.muted = QColor(QRgb{0xa6adb7});
  theme.grid = QColor(QRgb{0x343940});
  theme.frame = QColor(QRgb{0x6c7580});
  theme.curves = colours({0x4fa8e0, 0xf58a45, 0x2fc79a, 0xe3a3c9, 0xf2f2f2, 0xf0bc4a, 0x9bd5f5});
  theme.bands = colours({0xa69cd1, 0xcfb587, 0x8bbdba, 0xcf9aa6, 0xa6bf8b, 0x9aadcf, 0xbfa89c});
  return theme;
}

PlotTheme PlotTheme::fromPalette(const QPalette& palette) {
  return palette.color(QPalette::Window).lightness() < 128 ? darkTheme() : light();
}

QColor PlotTheme::drawn(const QColor& chosen) const {
  if (!dark) {
    return chosen;
  }
  static const QVector<QColor> onWhite = light().curves;
  for (qsizetype i = 0; i < onWhite.size(); ++i) {
    if (onWhite[i].rgb() == chosen.rgb()) {
      return curves[i];
    }
  }
  QColor lighter = chosen;
  float hue = 0, saturation = 0, lightness = 0;
  chosen.getHslF(&hue, &saturation, &lightness);
  while (contrast(lighter, background) < enoughContrast && lightness < 1.0F) {
    lightness = std::min(1.0F, lightness + 0.01F);
    // A grey has no hue, which Qt says by -1.
    lighter = QColor::fromHslF(std::max(0.0F, hue), saturation, lightness).toRgb();
  }
  return lighter;
}

QPen PlotTheme::pen(int colour, int dash, double width) const {
  static const QVector<QVector<qreal>> patterns{
      {}, {5.0, 2.5}, {1.2, 2.2}, {6.0, 2.0, 1.2, 2.0}, {6.0, 2.0, 1.2, 2.0, 1.2, 2.0}, {9.0, 3.0}};
  // When the colours come round again, the line is thinner.
  const bool again = !own.contains(colour) && colour / static_cast<int>(curves.size()) % 2 == 1;
  QPen pen(curve(colour), again ? width / 2 : width);
  pen.setCapStyle(Qt::FlatCap);
  pen.setJoinStyle(Qt::RoundJoin);
  const auto& pattern = patterns[dash % patterns.size()];
  if (!pattern.isEmpty()) {
    pen.setDashPattern(pattern);
  }
  return pen;
}

QFont plotFont(int pixels, bool bold) {
  // A font that was asked for its measures keeps what it found; a new one searches again, and a
  // figure asks hundreds of times.
  static QHash<int, QFont>* known = nullptr;
  if (known == nullptr) {
    known = new QHash<int, QFont>;
    qAddPostRoutine([] {  // what it found goes with the application
      delete known;
      known = nullptr;
    });
  }
  QFont& font = (*known)[bold ? -pixels : pixels];
  if (font.pixelSize() != pixels) {
    font = QFont(QStringLiteral("DejaVu Sans"));
    font.setPixelSize(pixels);
    font.setBold(bold);
  }
  return font;
}

}  // namespace ketascope
