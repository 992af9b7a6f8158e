// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QUndoStack>
#include <filesystem>

#include <tl/expected.hpp>

#include "ketascope/io/scenario_file.hpp"

namespace ketascope {

/// The scenarios being worked on: one value, changed only as a whole, every change undoable.
class ScenarioDocument : public QObject {
  Q_OBJECT

 public:
  explicit ScenarioDocument(QObject* parent = nullptr);

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
  /// What relative paths in the document refer to.
  std::filesystem::path folder() const;

  /// Starts over with `value`, unmodified and without a file.
  void reset(ScenarioFile value);
  /// Leaves the document as it is when the file cannot be read.
  tl::expected<void, Diagnostics> open(const std::filesystem::path& path);
  tl::expected<void, Diagnostics> save(const std::filesystem::path& path);

 Q_SIGNALS:
  void changed();
  void modifiedChanged(bool modified);
  void pathChanged();

 private:
  class Change;
  void assign(const ScenarioFile& value);

  ScenarioFile m_value;
  QUndoStack m_undo;
  std::filesystem::path m_path;
  int m_session = 0;
};

}  // namespace ketascope
