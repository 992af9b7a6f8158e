// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "ketascope/io/perpetrator_file.hpp"
#include "ketascope/model/model.hpp"

namespace ketascope {

/// A model with perpetrators and effects in it.
struct ComposedModel {
  ModelPtr model;
  std::vector<PerpetratorSpec> perpetrators;
  Diagnostics notices;
};

/// Composed models by what they are made of: making one reads and checks files, which takes longer
/// than simulating it. Safe to use from several threads.
class ComposedModels {
 public:
  struct Key {
    ModelPtr host;
    std::vector<std::string> perpetrators, effects;  ///< ids, in order
    bool operator==(const Key&) const = default;
  };

  std::optional<ComposedModel> find(const Key& key) {
    const std::lock_guard lock(mutex_);
    for (auto it = entries_.begin(); it != entries_.end(); ++it) {
      if (it->first == key) {
        entries_.splice(entries_.begin(), entries_, it);  // the newest is in front
        return it->second;
      }
    }
    return std::nullopt;
  }

  void keep(Key key, ComposedModel composed) {
    const std::lock_guard lock(mutex_);
    entries_.emplace_front(std::move(key), std::move(composed));
    if (entries_.size() > most_kept) {
      entries_.pop_back();
    }
  }

 private:
  static constexpr std::size_t most_kept = 32;
  std::mutex mutex_;
  std::list<std::pair<Key, ComposedModel>> entries_;
};

}  // namespace ketascope
