// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <vector>

#include "ketascope/app/saved_state.hpp"

class QLabel;
class QPushButton;
class QTableWidget;

namespace ketascope {

/// What is different since a document was saved. Accepted: the models' values of then are wanted.
class ChangesDialog : public QDialog {
  Q_OBJECT

 public:
  ChangesDialog(const std::vector<StateDifference>& changes, const QString& before,
                QWidget* parent = nullptr);

  QTableWidget* table() { return m_table; }
  QPushButton* useSavedButton() { return m_useSaved; }

 private:
  QTableWidget* m_table;
  QPushButton* m_useSaved;
};

/// "parameters: 2, results: 3": how many of what are different.
QString changesInShort(const std::vector<StateDifference>& changes);

}  // namespace ketascope
