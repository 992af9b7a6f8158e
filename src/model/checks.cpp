// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context.hpp"
namespace ketascope::model_detail {
void check_checks(Context& context) {
  context.model.checks = context.spec.checks;
}
}  // namespace ketascope::model_detail
