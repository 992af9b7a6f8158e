// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <functional>
#include <string>

#include "viewmodel/interaction_editing.hpp"
#include "widgets/measure_edit.hpp"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QSpinBox;
class QToolButton;

namespace ketascope {

/// One perpetrator: its switch and, while it is on, its regimen or own doses, and where its numbers
/// come from. Shows values; what is changed is reported as what to do with the interaction.
class InteractionRow : public QWidget {
  Q_OBJECT

 public:
  using Change = std::function<void(InteractionSpec&)>;

  explicit InteractionRow(std::string perpetrator, QWidget* parent = nullptr);

  const std::string& perpetrator() const { return m_id; }
  /// `on` is null while it is not taken; `choice` where the library does not know it.
  void showState(const InteractionChoice* choice, const InteractionSpec* on);
  /// Greys everything, for this reason.
  void lock(const QString& reason);

  // For tests and for the keyboard.
  QCheckBox* check() { return m_check; }
  QComboBox* regimenBox() { return m_regimen; }
  MeasureEdit* amount() { return m_amount; }
  MeasureEdit* start() { return m_start; }
  MeasureEdit* interval() { return m_interval; }
  QSpinBox* repeats() { return m_repeats; }
  QToolButton* addButton() { return m_add; }
  QToolButton* removeButton() { return m_remove; }
  QLabel* note() { return m_note; }

 Q_SIGNALS:
  void switched(bool on);
  /// `merge` as in ScenarioDocument::change().
  void changeWanted(const QString& text, const QString& merge,
                    const ketascope::InteractionRow::Change& apply);
  void invalid(const QString& message);
  void left();

 private:
  void buildDetails();
  MeasureEdit* addMeasure(const QString& label, const QString& toolTip, const QStringList& units,
                          const QString& key, std::function<void(DoseSpec&, const Measure&)> apply);
  void chooseRegimen();
  void changeDose(const QString& text, const QString& key,
                  const std::function<void(DoseSpec&)>& apply);
  void showDoses(const InteractionSpec& on);

  std::string m_id;
  QCheckBox* m_check;
  QWidget* m_details = nullptr;  ///< made when it is first switched on
  QFormLayout* m_form = nullptr;
  QComboBox* m_regimen = nullptr;
  QLabel* m_note = nullptr;
  QWidget* m_own = nullptr;  ///< the fields of own doses
  QComboBox* m_dose = nullptr;
  QToolButton* m_add = nullptr;
  QToolButton* m_remove = nullptr;
  MeasureEdit* m_amount = nullptr;
  MeasureEdit* m_start = nullptr;
  MeasureEdit* m_interval = nullptr;
  QSpinBox* m_repeats = nullptr;
  std::vector<DoseSpec> m_regimenDoses;  ///< those of the regimen shown: own doses begin as these
  std::size_t m_doseIndex = 0;
  bool m_showing = false;
};

}  // namespace ketascope
