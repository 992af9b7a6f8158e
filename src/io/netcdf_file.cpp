// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/netcdf_file.hpp"

namespace ketascope {
namespace {

// The fastest level: the next ones take twice the time for a tenth less space.
constexpr int compression_level = 1;

}  // namespace

void NetcdfFile::text(int group, int variable, const char* name, const std::string& value) {
  call(nc.put_att_text, group, variable, name, value.size(), value.c_str());
}

int NetcdfFile::dimension(int group, const char* name, std::size_t length) {
  int made = -1;
  call(nc.def_dim, group, name, length, &made);
  return made;
}

int NetcdfFile::variable(int group, const char* name, nc_type type,
                         std::initializer_list<int> dimensions, const char* long_name,
                         const std::string& units) {
  int made = -1;
  call(nc.def_var, group, name, type, static_cast<int>(dimensions.size()), dimensions.begin(),
       &made);
  text(group, made, "long_name", long_name);
  if (!units.empty()) {
    text(group, made, "units", units);
  }
  return made;
}

void NetcdfFile::chunks(int group, int variable, std::initializer_list<std::size_t> sizes) {
  call(nc.def_var_chunking, group, variable, NC_CHUNKED, sizes.begin());
}

void NetcdfFile::contiguous(int group, int variable) {
  call(nc.def_var_chunking, group, variable, NC_CONTIGUOUS,
       static_cast<const std::size_t*>(nullptr));
}

void NetcdfFile::compressed_chunks(int group, int variable,
                                   std::initializer_list<std::size_t> sizes) {
  chunks(group, variable, sizes);
  call(nc.def_var_deflate, group, variable, 1, 1, compression_level);
}

void NetcdfFile::flags(int group, int variable, const std::vector<signed char>& values,
                       const std::string& meanings) {
  call(nc.put_att, group, variable, "flag_values", nc_type{NC_BYTE}, values.size(),
       static_cast<const void*>(values.data()));
  text(group, variable, "flag_meanings", meanings);
}

void NetcdfFile::strings(int group, int variable, const std::vector<std::string>& values) {
  std::vector<const char*> pointers;
  for (const std::string& value : values) {
    pointers.push_back(value.c_str());
  }
  call(nc.put_var, group, variable, static_cast<const void*>(pointers.data()));
}

}  // namespace ketascope
