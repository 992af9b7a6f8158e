// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>
#include <string>
#include <vector>

#include "ketascope/model/model.hpp"

namespace ketascope {

/// Chooses which of its model's curves a scenario shows.
class OutputButton : public QToolButton {
  Q_OBJECT

 public:
  explicit OutputButton(QWidget* parent = nullptr);

  void setModel(const Model* model);
  /// Names of outputs; none = every concentration.
  void setChosen(const std::vector<std::string>& names);

 Q_SIGNALS:
  void chosen(const std::vector<std::string>& names);

 private:
  void choose();

  QAction* m_all = nullptr;
};

}  // namespace ketascope
