// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/save_path.hpp"

#include <QFileDialog>
#include <QFileInfo>
#include <QRegularExpression>

namespace ketascope {
namespace {

/// "png" of "PNG picture (*.png)".
QString endingOf(const QString& filter) {
  static const QRegularExpression first(QStringLiteral("\\*\\.(\\w+)"));
  return first.match(filter).captured(1);
}

}  // namespace

QString askForSavePath(QWidget* parent, const QString& title, const QString& suggested,
                       const QString& filters) {
  const QFileInfo place(suggested);
  QFileDialog dialog(parent, title, place.path(), filters);
  dialog.setAcceptMode(QFileDialog::AcceptSave);
  dialog.selectFile(place.fileName());
  const auto follow = [&dialog](const QString& filter) {
    dialog.setDefaultSuffix(endingOf(filter));
  };
  QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog, follow);
  follow(dialog.selectedNameFilter());
  return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

}  // namespace ketascope
