// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/document_dialog.hpp"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>
#include <utility>

#include "widgets/form_parts.hpp"

namespace ketascope {

DocumentDialog::DocumentDialog(ScenarioDocument* document, QWidget* parent)
    : QDialog(parent),
      m_document(document),
      m_title(new QLineEdit(QString::fromStdString(document->value().title), this)),
      m_description(
          new QPlainTextEdit(QString::fromStdString(document->value().description), this)) {
  setWindowTitle(tr("Document properties"));
  m_title->setAccessibleName(tr("Title"));
  m_title->setToolTip(tr("Stands above the figure and at the head of the report"));
  m_description->setAccessibleName(tr("Description"));
  m_description->setTabChangesFocus(true);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
  connect(buttons, &QDialogButtonBox::accepted, this, &DocumentDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(mnemonic(tr("&Title"), m_title, this));
  layout->addWidget(m_title);
  layout->addWidget(mnemonic(tr("&Description"), m_description, this));
  layout->addWidget(m_description, 1);
  if (!document->value().written_by.empty()) {
    auto* version = newNote(this);
    version->setText(tr("Written by %1").arg(QString::fromStdString(document->value().written_by)));
    layout->addWidget(version);
  }
  layout->addWidget(buttons);
  resize(480, 320);
}

void DocumentDialog::accept() {
  ScenarioFile next = m_document->value();
  next.title = m_title->text().trimmed().toStdString();
  next.description = m_description->toPlainText().trimmed().toStdString();
  m_document->change(std::move(next), tr("change properties"));
  QDialog::accept();
}

}  // namespace ketascope
