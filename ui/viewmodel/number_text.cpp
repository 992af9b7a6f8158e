// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/number_text.hpp"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>
#include <algorithm>
#include <cmath>

#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("ketascope", text);
}

/// Groups of three digits behind one to three, the first of them not a lone zero.
bool isGrouped(const QString& digits, QChar sign) {
  const QStringList groups = digits.split(sign);
  if (groups.size() < 2 || groups.first().isEmpty() || groups.first().size() > 3 ||
      groups.first().startsWith(QLatin1Char('0'))) {
    return false;
  }
  return std::all_of(groups.begin() + 1, groups.end(),
                     [](const QString& group) { return group.size() == 3; });
}

/// Digits, dots, commas and blanks as digits with at most one dot.
std::optional<QString> plainDigits(QString digits) {
  const QLatin1Char dot('.'), comma(','), blank(' ');
  const qsizetype decimal = std::max(digits.lastIndexOf(dot), digits.lastIndexOf(comma));
  if (digits.contains(blank)) {
    digits.remove(blank);
    return plainDigits(digits);
  }
  if (decimal < 0) {
    return digits;
  }
  const QChar sign = digits[decimal];
  const QChar other = sign == dot ? QChar(comma) : QChar(dot);
  const auto count = digits.count(sign);
  if (digits.contains(other)) {  // 1,234.5 or 1.234,5
    if (count > 1 || !isGrouped(digits.left(decimal), other)) {
      return std::nullopt;
    }
    digits.remove(other);
    return digits.replace(sign, dot);
  }
  const bool grouped = isGrouped(digits, sign);
  if (grouped && (count > 1 || QLocale().groupSeparator() == QString(sign))) {
    return digits.remove(sign);
  }
  return count > 1 ? std::nullopt : std::optional(digits.replace(sign, dot));
}

}  // namespace

std::optional<std::string> plainNumber(const QString& typed) {
  QString text = typed.trimmed();
  for (const char16_t blank : {u'\u00a0', u'\u202f', u'\u2009'}) {
    text.replace(QChar(blank), QLatin1Char(' '));
  }
  text.replace(QChar(0x2212), QLatin1Char('-'));
  static const QRegularExpression number(
      QStringLiteral("^([+-]?)([0-9.,](?:[0-9.,]| (?=[0-9]))*)(.*)$"),
      QRegularExpression::DotMatchesEverythingOption);
  const auto match = number.match(text);
  if (!match.hasMatch()) {
    return text.toStdString();  // no number: whoever reads it says so
  }
  QString found = match.captured(2), rest = match.captured(3);
  const auto decimal = found.indexOf(QRegularExpression(QStringLiteral("[.,]")));
  const qsizetype blank = found.indexOf(QLatin1Char(' '));
  if (blank >= 0 && !isGrouped(decimal < 0 ? found : found.left(decimal), QLatin1Char(' '))) {
    rest.prepend(found.mid(blank));  // 0.3 1/h
    found.truncate(blank);
  }
  const auto digits = plainDigits(found);
  if (!digits) {
    return std::nullopt;
  }
  return (match.captured(1) + *digits + rest).toStdString();
}

QString howToWriteNumbers() {
  return tr("Write the number without signs between its thousands, like %1.")
      .arg(numberText(1234.5, 5));
}

QString numberText(double value, int significantDigits) {
  return QString::fromStdString(format_number(value, significantDigits))
      .replace(QLatin1Char('.'), QLocale().decimalPoint());
}

QString plainNumberText(double value, int significantDigits) {
  const auto rounded = parse_number(format_number(value, significantDigits));
  return QString::fromStdString(shortest(rounded.value_or(value)))
      .replace(QLatin1Char('.'), QLocale().decimalPoint());
}

QString exactNumberText(double value) {
  return QString::fromStdString(shortest(value))
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
