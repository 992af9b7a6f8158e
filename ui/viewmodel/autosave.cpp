// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/autosave.hpp"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUrl>
#include <QUuid>
#include <utility>

#include "ketascope/io/diagnostics.hpp"

namespace ketascope {
namespace {

/// First line of a copy, a comment to everything else that reads the file.
QByteArray belongsTo() {
  return QByteArrayLiteral("# unsaved changes of: ");
}

/// Second line: the hash of that file as it was.
QByteArray wasThen() {
  return QByteArrayLiteral("# which was then: ");
}

QString lockEnding() {
  return QStringLiteral(".lock");
}

QString lockOf(const QString& copy) {
  return copy + lockEnding();
}

std::unique_ptr<QLockFile> newLock(const QString& path) {
  auto lock = std::make_unique<QLockFile>(path);
  lock->setStaleLockTime(0);
  return lock;
}

}  // namespace

Autosave::Autosave(ScenarioDocument* document, QString folder, QObject* parent)
    : QObject(parent), m_document(document), m_folder(std::move(folder)) {
  QDir().mkpath(m_folder);
  m_copy = QDir(m_folder).filePath(QUuid::createUuid().toString(QUuid::WithoutBraces) +
                                   QStringLiteral(".toml"));
  m_timer.setSingleShot(true);
  m_timer.setInterval(intervalMs);
  connect(&m_timer, &QTimer::timeout, this, &Autosave::update);
  // Started once and not again by later changes: whoever never pauses is saved, too.
  connect(document, &ScenarioDocument::changed, this, [this] {
    if (!m_timer.isActive()) {
      m_timer.start();
    }
  });
  connect(document, &ScenarioDocument::modifiedChanged, this, [this](bool modified) {
    if (!modified) {
      update();
    }
  });
}

Autosave::~Autosave() = default;

QString Autosave::standardFolder() {
  return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) +
         QStringLiteral("/unsaved");
}

bool Autosave::update() {
  m_timer.stop();
  if (!m_document->isModified()) {
    finish();
    return true;
  }
  if (!m_lock) {
    m_lock = newLock(lockOf(m_copy));
    m_lock->tryLock(0);
  }
  std::string original;
  if (!m_document->path().empty()) {
    std::error_code ignored;
    original = std::filesystem::absolute(m_document->path(), ignored).string();
  }
  const QByteArray head = belongsTo() + QUrl::toPercentEncoding(QString::fromStdString(original)) +
                          '\n' + wasThen() + m_document->seen().toHex();
  // Relative paths as its file would have them, for that is where it is recovered.
  const ScenarioFile& value = m_document->value();
  const std::string text =
      to_toml(original.empty() ? value : m_document->writtenAt(m_document->path()));
  const auto written = write_file(m_copy.toStdString(), head.toStdString() + "\n" + text);
  if (!written && !m_failing) {  // a full disk must not stop the work
    Q_EMIT failed(written.error());
  }
  m_failing = !written;
  return !m_failing;
}

void Autosave::finish() {
  m_timer.stop();
  QFile::remove(m_copy);
  m_lock.reset();
}

std::vector<Autosave::Leftover> Autosave::leftovers() const {
  const QDir folder(m_folder);
  for (const QFileInfo& info :
       folder.entryInfoList({QStringLiteral("*.toml.lock")}, QDir::Files | QDir::Hidden)) {
    if (!QFile::exists(info.filePath().chopped(lockEnding().size()))) {
      (void)newLock(info.filePath())->tryLock(0);  // what it takes over goes with it
    }
  }
  std::vector<Leftover> all;
  for (const QFileInfo& info :
       folder.entryInfoList({QStringLiteral("*.toml")}, QDir::Files, QDir::Time)) {
    if (info.absoluteFilePath() == QFileInfo(m_copy).absoluteFilePath()) {
      continue;
    }
    const auto lock = newLock(lockOf(info.filePath()));
    if (!lock->tryLock(0)) {
      continue;  // its program is still running
    }
    const auto text = read_text_file(info.filePath().toStdString());
    auto value = text ? parse_scenario_file(*text, info.filePath().toStdString())
                      : tl::expected<ScenarioFile, Diagnostics>(tl::unexpected(Diagnostics{}));
    if (!value) {
      continue;
    }
    const QList<QByteArray> lines = QByteArray::fromStdString(*text).split('\n');
    const QByteArray& head = lines.front();
    std::filesystem::path original;
    QByteArray seen;
    if (head.startsWith(belongsTo())) {
      original = QUrl::fromPercentEncoding(head.mid(belongsTo().size()).trimmed()).toStdString();
    }
    if (lines.size() > 1 && lines[1].startsWith(wasThen())) {
      seen = QByteArray::fromHex(lines[1].mid(wasThen().size()).trimmed());
    }
    all.push_back({info.filePath(), std::move(*value), original, info.lastModified(), seen});
  }
  return all;
}

void Autosave::discard(const Leftover& leftover) {
  QFile::remove(leftover.copy);
  if (!leftover.original.empty()) {
    ScenarioDocument::clearStaleLock(leftover.original);
  }
}

}  // namespace ketascope
