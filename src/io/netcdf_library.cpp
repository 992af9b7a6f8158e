// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/netcdf_library.hpp"

#include <dlfcn.h>

#include <cerrno>
#include <system_error>

#include <string>

namespace ketascope {
namespace {

struct Loaded {
  NetcdfLibrary functions;
  std::string failure;
};

Loaded load() {
  Loaded loaded;
  // The name that the headers of this build belong to; later ones have another interface.
  void* const library = dlopen(KETASCOPE_NETCDF_LIBRARY, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) {
    const char* why = dlerror();
    loaded.failure = why != nullptr ? why : "unknown";
    return loaded;
  }
  const auto find = [&](auto& function, const char* name) {
    void* symbol = dlsym(library, name);
    if (symbol == nullptr && loaded.failure.empty()) {
      loaded.failure = std::string("it lacks ") + name;
    }
    function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(symbol);
  };
  NetcdfLibrary& f = loaded.functions;
  find(f.create, "nc_create");
  find(f.close, "nc_close");
  find(f.sync, "nc_sync");
  find(f.enddef, "nc_enddef");
  find(f.strerror, "nc_strerror");
  find(f.def_grp, "nc_def_grp");
  find(f.def_dim, "nc_def_dim");
  find(f.def_var, "nc_def_var");
  find(f.def_var_chunking, "nc_def_var_chunking");
  find(f.def_var_deflate, "nc_def_var_deflate");
  find(f.def_var_fill, "nc_def_var_fill");
  find(f.set_var_chunk_cache, "nc_set_var_chunk_cache");
  find(f.put_att, "nc_put_att");
  find(f.put_att_text, "nc_put_att_text");
  find(f.put_vara, "nc_put_vara");
  find(f.put_var, "nc_put_var");
  find(f.get_vara, "nc_get_vara");
  // Of HDF5 below it. At the end of the program HDF5 closes what is open, and crashes where a file
  // could not be written: whatever was opened here is closed here.
  if (void* at_exit = dlsym(library, "H5dont_atexit"); at_exit != nullptr) {
    reinterpret_cast<int (*)()>(at_exit)();
  }
  f.error_stack = reinterpret_cast<decltype(f.error_stack)>(dlsym(library, "H5Eset_auto2"));
  return loaded;
}

}  // namespace

std::string NetcdfLibrary::reason(int result) const {
  const int system = errno;
  return system == ENOSPC || system == EDQUOT || system == EFBIG || system == EIO
             ? std::generic_category().message(system)
             : strerror(result);
}

tl::expected<const NetcdfLibrary*, Diagnostics> netcdf_library() {
  static const Loaded loaded = load();
  if (!loaded.failure.empty()) {
    return tl::unexpected(Diagnostics{{Severity::error,
                                       "netcdf.no_library",
                                       "the NetCDF library cannot be loaded: " + loaded.failure,
                                       {},
                                       {},
                                       "Debian's package is libnetcdf19"}});
  }
  return &loaded.functions;
}

}  // namespace ketascope
