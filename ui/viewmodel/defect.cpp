// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/defect.hpp"

#include <string>

namespace ketascope {

Diagnostic defect(const std::exception& problem) {
  return {Severity::error,
          "program.defect",
          std::string("this is a defect of the program: ") + problem.what(),
          {},
          {},
          "undo the last change, save, and report it"};
}

}  // namespace ketascope
