// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/scenario_document.hpp"

#include <QCryptographicHash>
#include <QFile>
#include <QUndoCommand>
#include <string>
#include <utility>

#include "ketascope/io/diagnostics.hpp"
#include "ketascope/io/scenario_paths.hpp"
#include "ketascope/version.hpp"
#include "viewmodel/document_joining.hpp"

namespace ketascope {
namespace {

/// So long a lock may be held by somebody who only looks whether its program is gone.
constexpr int lockPatienceMs = 20;

QString lockPath(const std::filesystem::path& path) {
  std::error_code ignored;
  // By the file itself: two links to it are one file.
  const std::filesystem::path real =
      std::filesystem::weakly_canonical(std::filesystem::absolute(path, ignored), ignored);
  return QString::fromStdString(
      (real.parent_path() / ("." + real.filename().string() + ".lock")).string());
}

std::unique_ptr<QLockFile> newLock(const QString& path) {
  auto lock = std::make_unique<QLockFile>(path);
  lock->setStaleLockTime(0);  // held as long as its program runs, however long that is
  return lock;
}

/// Of all its bytes, which takes a document no time; empty where it cannot be read.
QByteArray hashOf(const std::filesystem::path& path) {
  QFile file(QString::fromStdString(path.string()));
  QCryptographicHash hash(QCryptographicHash::Sha256);
  return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result() : QByteArray();
}

}  // namespace

/// The only kind of step there is: the whole value before and after.
class ScenarioDocument::Change : public QUndoCommand {
 public:
  Change(ScenarioDocument* document, ScenarioFile after, const QString& text, QString merge)
      : QUndoCommand(text),
        m_document(document),
        m_before(document->m_value),
        m_after(std::move(after)),
        m_merge(std::move(merge)) {}

  void undo() override { m_document->assign(m_before); }
  void redo() override { m_document->assign(m_after); }
  int id() const override { return m_merge.isEmpty() ? -1 : 1; }
  bool mergeWith(const QUndoCommand* later) override {
    const auto* other = static_cast<const Change*>(later);
    if (other->m_merge != m_merge) {
      return false;
    }
    m_after = other->m_after;
    setObsolete(m_after == m_before);
    return true;
  }

 private:
  ScenarioDocument* m_document;
  ScenarioFile m_before, m_after;
  QString m_merge;
};

ScenarioDocument::ScenarioDocument(QObject* parent) : QObject(parent) {
  connect(&m_undo, &QUndoStack::cleanChanged, this,
          [this](bool clean) { Q_EMIT modifiedChanged(!clean); });
}

ScenarioDocument::~ScenarioDocument() {
  m_undo.disconnect(this);  // a history that goes says that it is clean
}

void ScenarioDocument::assign(const ScenarioFile& value) {
  m_value = value;
  Q_EMIT changed();
}

void ScenarioDocument::change(ScenarioFile next, const QString& text, const QString& merge) {
  if (next == m_value) {
    return;
  }
  const QString key =
      merge.isEmpty() ? QString() : merge + QLatin1Char('#') + QString::number(m_session);
  m_undo.push(new Change(this, std::move(next), text, key));
}

void ScenarioDocument::changeScenario(int index, ScenarioSpec next, const QString& text,
                                      const QString& merge) {
  ScenarioFile file = m_value;
  file.scenarios.at(static_cast<std::size_t>(index)) = std::move(next);
  change(std::move(file), text,
         merge.isEmpty() ? merge : QString::number(index) + QLatin1Char('/') + merge);
}

void ScenarioDocument::changeDisplay(DisplaySpec next, const QString& text) {
  ScenarioFile file = m_value;
  file.display = std::move(next);
  change(std::move(file), text);
}

QString ScenarioDocument::fileName() const {
  return QString::fromStdString(m_path.filename().string());
}

ScenarioFile ScenarioDocument::writtenAt(const std::filesystem::path& path) const {
  return with_paths_from(m_value, m_folder, path.parent_path());
}

void ScenarioDocument::startOver(const ScenarioFile& value, const std::filesystem::path& path,
                                 Lock lock) {
  m_undo.clear();
  m_path = path;
  m_folder = path.parent_path();
  m_seen = path.empty() ? QByteArray() : hashOf(path);
  m_lock = std::move(lock);
  assign(value);
  Q_EMIT pathChanged();
}

void ScenarioDocument::reset(ScenarioFile value) {
  startOver(value, {}, nullptr);
}

tl::expected<ScenarioDocument::Lock, Diagnostics> ScenarioDocument::lockFor(
    const std::filesystem::path& path) {
  auto lock = newLock(lockPath(path));
  if (lock->tryLock(lockPatienceMs)) {
    return lock;
  }
  if (lock->error() != QLockFile::LockFailedError) {
    return Lock();  // a folder that cannot be written: nobody can save there anyway
  }
  return tl::unexpected(Diagnostics{{Severity::error,
                                     "document.locked",
                                     "another window has this file open",
                                     path.string(),
                                     {},
                                     "close it there, or open a copy"}});
}

bool ScenarioDocument::sameFile(const std::filesystem::path& a, const std::filesystem::path& b) {
  std::error_code ignored;
  return a == b || std::filesystem::equivalent(a, b, ignored);
}

void ScenarioDocument::clearStaleLock(const std::filesystem::path& path) {
  const QString name = lockPath(path);
  if (QFile::exists(name)) {
    (void)newLock(name)->tryLock(0);  // what it takes over goes with it
  }
}

tl::expected<void, Diagnostics> ScenarioDocument::open(const std::filesystem::path& path) {
  auto loaded = load_scenario_file(path);
  if (!loaded) {
    return tl::unexpected(std::move(loaded.error()));
  }
  Lock lock;
  if (sameFile(path, m_path)) {
    lock = std::move(m_lock);
  } else if (auto made = lockFor(path)) {
    lock = std::move(*made);
  } else {
    return tl::unexpected(std::move(made.error()));
  }
  startOver(*loaded, path, std::move(lock));
  return {};
}

tl::expected<void, Diagnostics> ScenarioDocument::openCopy(const std::filesystem::path& path) {
  auto loaded = load_scenario_file(path);
  if (!loaded) {
    return tl::unexpected(std::move(loaded.error()));
  }
  makePathsAbsolute(*loaded, std::filesystem::absolute(path).parent_path());
  reset(std::move(*loaded));
  return {};
}

tl::expected<void, Diagnostics> ScenarioDocument::save(const std::filesystem::path& path) {
  const bool elsewhere = !sameFile(path, m_path);
  Lock lock;
  if (elsewhere) {
    auto made = lockFor(path);
    if (!made) {
      return tl::unexpected(std::move(made.error()));
    }
    lock = std::move(*made);
  }
  ScenarioFile file = writtenAt(path);
  file.written_by = "ketascope " + std::string(version);
  if (auto written = write_file(path, to_toml(file)); !written) {
    return written;
  }
  if (elsewhere) {
    m_lock = std::move(lock);
    m_path = path;
  }
  m_seen = hashOf(path);
  m_undo.setClean();
  Q_EMIT pathChanged();
  return {};
}

bool ScenarioDocument::isChangedOutside() const {
  const QByteArray now = m_path.empty() ? QByteArray() : hashOf(m_path);
  return !now.isEmpty() && now != m_seen;
}

void ScenarioDocument::recover(ScenarioFile value, const std::filesystem::path& path,
                               const QByteArray& seen) {
  if (!path.empty() && open(path)) {
    if (!seen.isEmpty()) {
      m_seen = seen;
    }
    change(std::move(value), tr("recover unsaved changes"));
    return;
  }
  if (!path.empty()) {
    makePathsAbsolute(value, path.parent_path());
  }
  reset(std::move(value));
  m_undo.resetClean();
}

}  // namespace ketascope
