// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <netcdf.h>

#include <cstdint>
#include <string>

#include <tl/expected.hpp>

#include "ketascope/diagnostic/diagnostic.hpp"

namespace ketascope {

/// The functions of libnetcdf in use, found in the shared library when it is first asked for.
struct NetcdfLibrary {
  decltype(&::nc_create) create = nullptr;
  decltype(&::nc_close) close = nullptr;
  decltype(&::nc_sync) sync = nullptr;
  decltype(&::nc_enddef) enddef = nullptr;
  decltype(&::nc_strerror) strerror = nullptr;
  decltype(&::nc_def_grp) def_grp = nullptr;
  decltype(&::nc_def_dim) def_dim = nullptr;
  decltype(&::nc_def_var) def_var = nullptr;
  decltype(&::nc_def_var_chunking) def_var_chunking = nullptr;
  decltype(&::nc_def_var_deflate) def_var_deflate = nullptr;
  decltype(&::nc_def_var_fill) def_var_fill = nullptr;
  decltype(&::nc_set_var_chunk_cache) set_var_chunk_cache = nullptr;
  decltype(&::nc_put_att) put_att = nullptr;
  decltype(&::nc_put_att_text) put_att_text = nullptr;
  decltype(&::nc_put_vara) put_vara = nullptr;
  decltype(&::nc_put_var) put_var = nullptr;
  decltype(&::nc_get_vara) get_vara = nullptr;
  int (*error_stack)(std::int64_t, void*, void*) = nullptr;  ///< H5Eset_auto2

  /// HDF5 prints pages about each failure, thread by thread; ours are told in one line.
  void quiet() const {
    if (error_stack != nullptr) {
      error_stack(0, nullptr, nullptr);
    }
  }
  /// Why a call failed: "No space left on device" where the system says so (errno, set to 0 before
  /// the call), and otherwise what the library makes of it.
  std::string reason(int result) const;
};

/// Loaded once and kept. Code netcdf.no_library.
tl::expected<const NetcdfLibrary*, Diagnostics> netcdf_library();

}  // namespace ketascope
