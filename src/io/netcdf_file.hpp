// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cerrno>
#include <functional>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "io/netcdf_library.hpp"

namespace ketascope {

/// An open NetCDF file: libnetcdf's calls with C++ arguments. The first failure is kept, and
/// nothing is done after it.
struct NetcdfFile {
  const NetcdfLibrary& nc;
  int id = -1;
  std::string failure;
  std::function<void()> on_failure;  ///< called once

  explicit NetcdfFile(const NetcdfLibrary& library) : nc(library) {}

  bool good() const { return failure.empty(); }
  template <class... Wanted, class... Given>
  void call(int (*function)(Wanted...), Given... given) {
    if (!good()) {
      return;
    }
    errno = 0;
    if (const int result = function(given...); result != NC_NOERR) {
      failure = nc.reason(result);
      if (on_failure) {
        std::exchange(on_failure, nullptr)();
      }
    }
  }

  void text(int group, int variable, const char* name, const std::string& value);
  template <class Number>
  void number(int group, int variable, const char* name, nc_type type, Number value) {
    call(nc.put_att, group, variable, name, type, std::size_t{1}, static_cast<const void*>(&value));
  }
  int dimension(int group, const char* name, std::size_t length);
  int variable(int group, const char* name, nc_type type, std::initializer_list<int> dimensions,
               const char* long_name, const std::string& units = {});
  /// What stands where nothing was written; of the variable's type.
  template <class Number>
  void filled_with(int group, int variable, Number value) {
    call(nc.def_var_fill, group, variable, NC_FILL, static_cast<const void*>(&value));
  }
  void chunks(int group, int variable, std::initializer_list<std::size_t> sizes);
  /// In one piece, whose place in the file is settled by the first write.
  void contiguous(int group, int variable);
  void compressed_chunks(int group, int variable, std::initializer_list<std::size_t> sizes);
  /// Whole numbers and the words that they stand for, separated by blanks.
  void flags(int group, int variable, const std::vector<signed char>& values,
             const std::string& meanings);
  void strings(int group, int variable, const std::vector<std::string>& values);
};

}  // namespace ketascope
