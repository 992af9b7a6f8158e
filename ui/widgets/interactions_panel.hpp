// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "viewmodel/interaction_editing.hpp"
#include "viewmodel/scenario_document.hpp"
#include "widgets/interaction_row.hpp"

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace ketascope {

/// What is taken beside the drug of one scenario: every perpetrator of the library, to be switched
/// on and off, with its regimen. One that the model has no enzyme for is greyed, with the reason.
class InteractionsPanel : public QWidget {
  Q_OBJECT

 public:
  InteractionsPanel(ScenarioDocument* document, const ModelCatalog* catalog,
                    QWidget* parent = nullptr);

  void setScenario(int index);
  /// Leaves the panel free only where "interactions" is among these; nothing = free.
  void setFree(std::optional<std::set<std::string>> controls);

  // For tests and for the keyboard.
  InteractionRow* row(const std::string& perpetrator);
  QToolButton* compareButton() { return m_compare; }
  QToolButton* modelButton() { return m_otherModel; }

 Q_SIGNALS:
  /// The scenario beside itself without interactions.
  void comparisonWanted();
  void invalid(const QString& message);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void rebuild();
  void show();
  void takeOtherModel();
  void edit(const QString& text, const QString& merge,
            const std::function<void(ScenarioSpec&)>& apply);
  void change(const std::string& perpetrator, const QString& text, const QString& merge,
              const std::function<void(InteractionSpec&)>& apply);
  const ScenarioSpec* spec() const;
  const Model* model() const;
  InteractionRow* addRow(const std::string& perpetrator);

  ScenarioDocument* m_document;
  const ModelCatalog* m_catalog;
  int m_index = -1;
  bool m_free = true;
  bool m_modelFree = true;
  bool m_scenariosFree = true;
  QLabel* m_head;
  QToolButton* m_otherModel;
  QToolButton* m_compare;
  QVBoxLayout* m_list;
  std::vector<InteractionRow*> m_rows;
};

}  // namespace ketascope
