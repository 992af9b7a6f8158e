// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>
#include <string>
#include <vector>

#include "viewmodel/model_catalog.hpp"

namespace ketascope {

/// Chooses the effects that a scenario shows. An effect that the model cannot drive is greyed, with
/// the reason.
class EffectButton : public QToolButton {
  Q_OBJECT

 public:
  explicit EffectButton(QWidget* parent = nullptr);

  void setChoices(const std::vector<EffectChoice>& choices);
  void setChosen(const std::vector<std::string>& ids);

 Q_SIGNALS:
  void chosen(const std::vector<std::string>& ids);

 private:
  void choose();

  std::vector<std::string> m_ids;  ///< chosen, also those that the library does not have
};

}  // namespace ketascope
