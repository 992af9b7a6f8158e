// SPDX-License-Identifier: GPL-3.0-or-later
// How curves are drawn.
#include "widgets/main_window.hpp"
#include "widgets/style_dialog.hpp"

namespace ketascope {

void MainWindow::editStyles() {
  const OutcomePtr outcome = m_runner.latest();
  StyleDialog dialog(&m_document, &m_catalog, outcome ? outcome->figure : Figure(), this);
  dialog.exec();
}

}  // namespace ketascope
