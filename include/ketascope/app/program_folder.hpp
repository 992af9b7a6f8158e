// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace ketascope {

/// Folder of the running program; empty when the system does not tell.
std::filesystem::path program_folder();

}  // namespace ketascope
