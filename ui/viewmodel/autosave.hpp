// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QLockFile>
#include <QObject>
#include <QString>
#include <QTimer>
#include <memory>
#include <vector>

#include "viewmodel/scenario_document.hpp"

namespace ketascope {

/// Keeps a copy of a document's unsaved changes in a folder of its own, never more than
/// `intervalMs` behind, so that a program that is killed loses no more than that. The user's file
/// is not touched. The copy goes when the document is saved or closed in order.
class Autosave : public QObject {
  Q_OBJECT

 public:
  static constexpr int intervalMs = 500;

  explicit Autosave(ScenarioDocument* document, QString folder, QObject* parent = nullptr);
  ~Autosave() override;

  /// Where copies are kept for this user.
  static QString standardFolder();

  /// What a program left that ended without closing its document.
  struct Leftover {
    QString copy;                    ///< file of the copy
    ScenarioFile value;              ///< what was being worked on
    std::filesystem::path original;  ///< file that it belongs to; may be empty
    QDateTime when;                  ///< last written
    QByteArray seen{};               ///< ScenarioDocument::seen() of its program
  };
  /// Those that no running program owns, the newest first. Copies that cannot be read are left
  /// alone; locks of programs that are gone are taken away.
  std::vector<Leftover> leftovers() const;
  /// Removes it for good, with the lock that its program left beside the document.
  static void discard(const Leftover& leftover);

  /// Writes or removes the copy at once, as the document stands. False where it could not be
  /// written: then there is no copy, or an older one.
  bool update();
  /// The document is closed in order: there is nothing to recover.
  void finish();
  QString copyPath() const { return m_copy; }

 Q_SIGNALS:
  /// Unsaved changes are not kept any more; said once until they are again.
  void failed(const ketascope::Diagnostics& diagnostics);

 private:
  ScenarioDocument* m_document;
  QString m_folder, m_copy;
  std::unique_ptr<QLockFile> m_lock;
  QTimer m_timer;
  bool m_failing = false;
};

}  // namespace ketascope
