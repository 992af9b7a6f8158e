// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/model_catalog.hpp"

#include <QStringList>
#include <QtConcurrent>
#include <algorithm>
#include <utility>

#include "ketascope/app/effects.hpp"
#include "ketascope/app/interactions.hpp"
#include "ketascope/app/observations.hpp"
#include "viewmodel/defect.hpp"
#include "viewmodel/words_in_use.hpp"

namespace ketascope {

const Model* Catalog::find(std::string_view id) const {
  const auto entry = std::ranges::find(entries, id, &CatalogEntry::id);
  return entry == entries.end() ? nullptr : entry->model.get();
}

Catalog readCatalog(Library library) {
  Catalog catalog;
  for (std::string& id : library.model_ids()) {
    CatalogEntry entry;
    auto model = library.model(id);
    entry.id = std::move(id);
    if (model) {
      entry.model = std::move(*model);
    } else {
      entry.diagnostics = std::move(model.error());
    }
    catalog.entries.push_back(std::move(entry));
  }
  if (auto bands = library.bands()) {
    catalog.bands = std::move(*bands);
  } else {
    catalog.diagnostics = std::move(bands.error());
  }
  for (const std::string& id : library.effect_ids()) {
    if (auto effect = library.effect(id)) {
      catalog.effects.push_back(std::move(*effect));
    } else {
      catalog.diagnostics.insert(catalog.diagnostics.end(), effect.error().begin(),
                                 effect.error().end());
    }
  }
  for (const std::string& id : perpetrator_ids(library)) {
    if (auto perpetrator = find_perpetrator(library, id)) {
      catalog.perpetrators.push_back(std::move(*perpetrator));
    } else {
      catalog.diagnostics.insert(catalog.diagnostics.end(), perpetrator.error().begin(),
                                 perpetrator.error().end());
    }
  }
  if (auto rows = load_observations(library)) {
    catalog.observations = std::make_shared<const std::vector<Observation>>(std::move(*rows));
  } else {
    catalog.diagnostics.insert(catalog.diagnostics.end(), rows.error().begin(), rows.error().end());
  }
  catalog.library = std::move(library);
  return catalog;
}

std::vector<EffectChoice> effectChoices(const Model& model, const Catalog& catalog) {
  std::vector<EffectChoice> choices;
  for (const EffectSpec& effect : catalog.effects) {
    EffectChoice choice;
    choice.id = effect.id;
    choice.label = inWords(effect.title);
    const Diagnostics notices = effect_notices(model, effect);
    choice.available = !has_errors(notices);
    QStringList lines;
    if (choice.available) {
      lines << QString::fromStdString(effect.citation)
            << ModelCatalog::tr("Grade: %1").arg(inWords(effect.grade));
    }
    for (const Diagnostic& notice : notices) {
      if (choice.available || notice.severity == Severity::error) {
        lines << inWords(notice.message);
      }
    }
    choice.about = lines.join(QLatin1Char('\n'));
    choices.push_back(std::move(choice));
  }
  return choices;
}

std::vector<RouteChoice> routeChoices(const Model& model, const Catalog& catalog) {
  std::vector<RouteChoice> choices;
  const auto label = [](const Route& route) {
    return wordsInUse()(route.label.empty() ? route.id : route.label);
  };
  for (const Route& route : model.routes) {
    choices.push_back({route.id, label(route), true, route.infusion, inWords(route.note)});
  }
  for (const CatalogEntry& entry : catalog.entries) {
    if (!entry.model) {
      continue;
    }
    for (const Route& route : entry.model->routes) {
      if (std::ranges::find(choices, route.id, &RouteChoice::id) != choices.end()) {
        continue;
      }
      QStringList able;
      for (const CatalogEntry& other : catalog.entries) {
        if (other.model && other.model->route(route.id) != nullptr) {
          able << QString::fromStdString(other.id);
        }
      }
      choices.push_back(
          {route.id, label(route), false, route.infusion,
           ModelCatalog::tr("%1 does not describe this route. Models that do: %2.")
               .arg(QString::fromStdString(model.id), able.join(QStringLiteral(", ")))});
    }
  }
  return choices;
}

ModelCatalog::ModelCatalog(QObject* parent, Read read) : QObject(parent), m_read(std::move(read)) {
  connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
    m_catalog = m_watcher.result();
    m_loaded = true;
    addOwn();
    Q_EMIT loaded();
  });
}

ModelCatalog::~ModelCatalog() {
  m_watcher.disconnect(this);
  m_watcher.waitForFinished();
}

void ModelCatalog::load(Library library) {
  m_folders = library.folders();
  m_watcher.setFuture(QtConcurrent::run([read = m_read, own = std::move(library)]() {
    try {
      return read(own);
    } catch (const std::exception& problem) {
      Catalog nothing;
      nothing.library = own;
      nothing.diagnostics.push_back(defect(problem));
      return nothing;
    }
  }));
}

ModelPtr ModelCatalog::share(std::string_view id) const {
  const auto entry = std::ranges::find(m_catalog.entries, id, &CatalogEntry::id);
  return entry == m_catalog.entries.end() ? nullptr : entry->model;
}

void ModelCatalog::setOwn(const ScenarioFile& document, const std::filesystem::path& folder) {
  std::set<std::string> wanted;
  for (const ScenarioSpec& spec : document.scenarios) {
    if (spec.model.ends_with(".toml")) {
      wanted.insert(spec.model);
    }
  }
  if (wanted == m_own && (folder == m_ownFolder || wanted.empty())) {
    return;
  }
  std::erase_if(m_catalog.entries,
                [this](const CatalogEntry& entry) { return m_own.contains(entry.id); });
  m_own = std::move(wanted);
  m_ownFolder = folder;
  if (m_loaded) {
    addOwn();
    Q_EMIT loaded();
  }
}

void ModelCatalog::addOwn() {
  for (const std::string& name : m_own) {
    const std::filesystem::path path(name);
    const auto model = m_catalog.library.model(
        path.is_relative() && !m_ownFolder.empty() ? (m_ownFolder / path).string() : name);
    if (model) {  // what is wrong with it is said where it is run
      auto own = std::make_shared<Model>(**model);
      own->id = name;  // as scenarios name it
      m_catalog.entries.push_back({name, std::move(own), {}});
    }
  }
}

void ModelCatalog::reload() {
  load(Library(m_folders));
}

}  // namespace ketascope
