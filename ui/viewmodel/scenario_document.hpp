// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLockFile>
#include <QObject>
#include <QString>
#include <QUndoStack>
#include <filesystem>
#include <memory>

#include <tl/expected.hpp>

#include "ketascope/io/scenario_file.hpp"

namespace ketascope {

/// The scenarios being worked on: one value, changed only as a whole, every change undoable. While
/// a file is open here, no other window can open it for writing.
class ScenarioDocument : public QObject {
  Q_OBJECT

 public:
  explicit ScenarioDocument(QObject* parent = nullptr);
  ~ScenarioDocument() override;

  const ScenarioFile& value() const { return m_value; }
  int count() const { return static_cast<int>(m_value.scenarios.size()); }

  /// Replaces the document by `next`, as one step named `text`. Steps with the same non-empty
  /// `merge` key that follow each other are one step: a number being typed, a slider being moved.
  /// Steps that change nothing are not recorded.
  void change(ScenarioFile next, const QString& text, const QString& merge = {});
  /// The same for one scenario.
  void changeScenario(int index, ScenarioSpec next, const QString& text, const QString& merge = {});
  void changeDisplay(DisplaySpec next, const QString& text);
  /// The next step starts afresh even if its key is that of the last one (the field was left).
  void endMerge() { ++m_session; }

  QUndoStack* undoStack() { return &m_undo; }
  bool isModified() const { return !m_undo.isClean(); }

  /// File that the document was read from or last saved to; empty when there is none.
  const std::filesystem::path& path() const { return m_path; }
  QString fileName() const;
  /// What relative paths in the document refer to: where it was opened, also after it was saved
  /// elsewhere, so that its history stays true.
  const std::filesystem::path& folder() const { return m_folder; }
  /// The document as it is written beside the file `path`: relative paths lead to the same files.
  ScenarioFile writtenAt(const std::filesystem::path& path) const;

  /// Starts over with `value`, unmodified and without a file.
  void reset(ScenarioFile value);
  /// Leaves the document as it is when the file cannot be read. Code document.locked when another
  /// window has it; openCopy() can still read it.
  tl::expected<void, Diagnostics> open(const std::filesystem::path& path);
  /// The same content as a new document without a file.
  tl::expected<void, Diagnostics> openCopy(const std::filesystem::path& path);
  /// Whether somebody else has written the file since it was opened or saved here; also when it is
  /// as old and as long as it was. A file that is gone is not changed: saving brings it back.
  bool isChangedOutside() const;
  /// Writes the file whole or not at all. Code document.locked as for open().
  tl::expected<void, Diagnostics> save(const std::filesystem::path& path);
  /// What the document gives, written beside it when it is saved; no change of the document.
  void setSaved(std::optional<SavedState> state) { m_value.saved.state = std::move(state); }
  /// Whether both names lead to one file.
  static bool sameFile(const std::filesystem::path& a, const std::filesystem::path& b);
  /// Takes away the lock that a program which is gone has left beside the file `path`; those of
  /// running programs stay.
  static void clearStaleLock(const std::filesystem::path& path);
  /// Nothing was opened, made or changed yet.
  bool isUntouched() const { return !isModified() && m_path.empty() && m_value == ScenarioFile(); }
  /// What an interrupted session left: `value` as an unsaved change of the file `path`, or a new
  /// unsaved document when there is no such file, or another window has it.
  /// `seen` says what was in the file then, so that what another program has written since is not
  /// replaced unasked; empty where nobody knows.
  void recover(ScenarioFile value, const std::filesystem::path& path, const QByteArray& seen = {});
  /// Of all bytes of the file as it was opened or saved here; empty without one.
  const QByteArray& seen() const { return m_seen; }

 Q_SIGNALS:
  void changed();
  void modifiedChanged(bool modified);
  void pathChanged();

 private:
  class Change;
  using Lock = std::unique_ptr<QLockFile>;
  void assign(const ScenarioFile& value);
  void startOver(const ScenarioFile& value, const std::filesystem::path& path, Lock lock);
  static tl::expected<Lock, Diagnostics> lockFor(const std::filesystem::path& path);

  ScenarioFile m_value;
  QUndoStack m_undo;
  std::filesystem::path m_path, m_folder;
  QByteArray m_seen;  ///< hash of the file as it was opened or saved; empty without one
  Lock m_lock;        ///< on m_path; null without a file, or where locks cannot be made
  int m_session = 0;
};

}  // namespace ketascope
