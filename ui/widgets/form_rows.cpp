// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/form_rows.hpp"

#include <QFormLayout>
#include <QWidget>

namespace ketascope {

void showRow(const QFormLayout* form, QWidget* field, bool visible) {
  field->setVisible(visible);
  if (QWidget* label = form->labelForField(field)) {
    label->setVisible(visible);
  }
}

}  // namespace ketascope
