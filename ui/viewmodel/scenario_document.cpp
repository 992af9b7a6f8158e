// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/scenario_document.hpp"

#include <QUndoCommand>
#include <string>
#include <utility>

#include "ketascope/io/diagnostics.hpp"
#include "ketascope/version.hpp"

namespace ketascope {

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

std::filesystem::path ScenarioDocument::folder() const {
  return m_path.parent_path();
}

void ScenarioDocument::reset(ScenarioFile value) {
  m_undo.clear();
  m_path.clear();
  assign(value);
  Q_EMIT pathChanged();
}

tl::expected<void, Diagnostics> ScenarioDocument::open(const std::filesystem::path& path) {
  auto loaded = load_scenario_file(path);
  if (!loaded) {
    return tl::unexpected(std::move(loaded.error()));
  }
  m_undo.clear();
  m_path = path;
  assign(*loaded);
  Q_EMIT pathChanged();
  return {};
}

tl::expected<void, Diagnostics> ScenarioDocument::save(const std::filesystem::path& path) {
  ScenarioFile file = m_value;
  file.written_by = "ketascope " + std::string(version);
  if (auto written = write_file(path, to_toml(file)); !written) {
    return written;
  }
  m_path = path;
  m_undo.setClean();
  Q_EMIT pathChanged();
  return {};
}

}  // namespace ketascope
