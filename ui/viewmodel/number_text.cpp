// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/number_text.hpp"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("ketascope", text);
}

}  // namespace

QString numberText(double value, int significantDigits) {
  return QString::fromStdString(format_number(value, significantDigits))
      .replace(QLatin1Char('.'), QLocale().decimalPoint());
}

QString durationText(double hours) {
  if (hours < 0) {
    return QChar(0x2212) + durationText(-hours);
  }
  const double minutes = hours * 60;
  if (minutes < 10) {
    return tr("%1 min").arg(numberText(minutes, minutes < 1 ? 1 : 2));
  }
  const auto whole = static_cast<long long>(std::llround(minutes));
  if (whole < 60) {
    return tr("%1 min").arg(whole);
  }
  return tr("%1 h %2 min").arg(whole / 60).arg(whole % 60);
}

QString unitText(const std::string& unit) {
  QString text = QString::fromStdString(unit).replace(QLatin1Char('*'), QChar(0xb7));
  for (const QLatin1String plain : {QLatin1String("ug"), QLatin1String("umol")}) {
    if (text.startsWith(plain)) {
      text[0] = QChar(0xb5);
    }
  }
  return text;
}

}  // namespace ketascope
