// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QString>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ketascope/app/library.hpp"
#include "ketascope/io/observation_file.hpp"
#include "ketascope/io/perpetrator_file.hpp"
#include "ketascope/io/scenario_file.hpp"

namespace ketascope {

struct CatalogEntry {
  std::string id;
  ModelPtr model;           ///< null when the file has errors
  Diagnostics diagnostics;  ///< then: which
};

/// Everything the library holds, read.
struct Catalog {
  Library library{{}};  ///< with its models in memory
  std::vector<CatalogEntry> entries;
  std::vector<EffectBand> bands;
  std::vector<EffectSpec> effects;
  std::vector<PerpetratorSpec> perpetrators;
  std::shared_ptr<const std::vector<Observation>> observations;  ///< null when they have errors
  Diagnostics diagnostics;

  const Model* find(std::string_view id) const;
};

/// Reads every file of a library.
Catalog readCatalog(Library library);

/// A route as a choice: what the model can, and for what it cannot the reason and who can.
struct RouteChoice {
  std::string id, label;
  bool available = false, infusion = false;
  QString reason;  ///< why not, or the note that goes with the route
};

/// Routes of `model` first, in its order, then the others that the library knows.
std::vector<RouteChoice> routeChoices(const Model& model, const Catalog& catalog);

/// An effect as a choice for a model.
struct EffectChoice {
  std::string id;
  QString label;
  bool available = false;
  QString about;  ///< why not, or what it follows, its grade and what has to be said of it
};

/// All effects of the library, in its order.
std::vector<EffectChoice> effectChoices(const Model& model, const Catalog& catalog);

/// The catalog, loaded in the background.
class ModelCatalog : public QObject {
  Q_OBJECT

 public:
  /// Reads a library, in another thread.
  using Read = std::function<Catalog(Library)>;

  explicit ModelCatalog(QObject* parent = nullptr, Read read = readCatalog);
  ~ModelCatalog() override;

  void load(Library library);
  /// Reads all files again.
  void reload();
  bool isLoaded() const { return m_loaded; }
  /// Model files that a document names and the library does not hold are entries under that name,
  /// as long as the document is open. `folder` is what relative names refer to.
  void setOwn(const ScenarioFile& document, const std::filesystem::path& folder);
  const Catalog& catalog() const { return m_catalog; }
  const Model* find(std::string_view id) const { return m_catalog.find(id); }
  /// The same, to be kept or handed to a job; null when there is none.
  ModelPtr share(std::string_view id) const;

 Q_SIGNALS:
  void loaded();

 private:
  void addOwn();

  Read m_read;
  QFutureWatcher<Catalog> m_watcher;
  Catalog m_catalog;
  std::vector<std::filesystem::path> m_folders;
  bool m_loaded = false;
  std::set<std::string> m_own;  ///< names of model files that the document has
  std::filesystem::path m_ownFolder;
};

}  // namespace ketascope
