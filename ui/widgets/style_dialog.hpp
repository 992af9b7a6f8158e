// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <string>
#include <vector>

#include "ketascope/app/figure.hpp"
#include "viewmodel/model_catalog.hpp"
#include "viewmodel/scenario_document.hpp"

class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace ketascope {

/// Colour, line, width and legend text of every curve that is drawn. What is left as usual follows
/// the colour-blind-safe palette.
class StyleDialog : public QDialog {
  Q_OBJECT

 public:
  StyleDialog(ScenarioDocument* document, const ModelCatalog* catalog, const Figure& figure,
              QWidget* parent = nullptr);

  void accept() override;

  QTableWidget* table() { return m_table; }
  QComboBox* colourBox(int row) { return m_rows.at(static_cast<std::size_t>(row)).colour; }
  QComboBox* lineBox(int row) { return m_rows.at(static_cast<std::size_t>(row)).line; }
  QDoubleSpinBox* width(int row) { return m_rows.at(static_cast<std::size_t>(row)).width; }
  QLineEdit* legend(int row) { return m_rows.at(static_cast<std::size_t>(row)).legend; }
  QPushButton* usualButton() { return m_usual; }

 private:
  struct Row {
    int scenario = 0;
    std::string output;
    QComboBox* colour = nullptr;
    QString chosen{};  ///< colour; empty = as usual
    QComboBox* line = nullptr;
    QDoubleSpinBox* width = nullptr;
    QLineEdit* legend = nullptr;
  };

  void add(const Figure::Curve& curve);
  QComboBox* newColourBox(const Row& row);
  void chooseColour(const Row& row, int item);
  void makeUsual();

  ScenarioDocument* m_document;
  const ModelCatalog* m_catalog;
  QTableWidget* m_table;
  QPushButton* m_usual = nullptr;
  std::vector<Row> m_rows;
};

}  // namespace ketascope
