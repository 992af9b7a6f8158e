// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "viewmodel/scenario_document.hpp"

class QLineEdit;
class QPlainTextEdit;

namespace ketascope {

/// Title and description of a document, changed as one step.
class DocumentDialog : public QDialog {
  Q_OBJECT

 public:
  explicit DocumentDialog(ScenarioDocument* document, QWidget* parent = nullptr);

  void accept() override;
  QLineEdit* title() { return m_title; }
  QPlainTextEdit* description() { return m_description; }

 private:
  ScenarioDocument* m_document;
  QLineEdit* m_title;
  QPlainTextEdit* m_description;
};

}  // namespace ketascope
