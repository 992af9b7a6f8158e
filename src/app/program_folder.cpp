// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/program_folder.hpp"

#include <system_error>

namespace ketascope {

std::filesystem::path program_folder() {
  std::error_code failure;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", failure);
  return failure ? std::filesystem::path{} : program.parent_path();
}

}  // namespace ketascope
