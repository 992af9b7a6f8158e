// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/qt_html.hpp"

namespace ketascope {

QString qtHtml(QString html, const QString& style) {
  const QLatin1String begin("<style>");
  const auto from = html.indexOf(begin);
  const auto to = html.indexOf(QLatin1String("</style>"));
  if (from >= 0 && to > from) {
    html.replace(from, to - from, begin + style);
  }
  html.replace(QLatin1String("<dl>"), QLatin1String("<table>"));
  html.replace(QLatin1String("</dl>"), QLatin1String("</table>"));
  html.replace(QLatin1String("<dt>"), QLatin1String("<tr><td><b>"));
  html.replace(QLatin1String("</dt><dd>"), QLatin1String("</b></td><td>"));
  html.replace(QLatin1String("</dd>"), QLatin1String("</td></tr>"));
  return html;
}

}  // namespace ketascope
