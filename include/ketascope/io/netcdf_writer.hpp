// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/diagnostic/diagnostic.hpp"
#include "ketascope/population/layout.hpp"
#include "ketascope/population/population.hpp"

namespace ketascope {

/// How a column is written: `per_internal` times the internal value is the value in `unit`.
struct NetcdfColumn {
  ColumnInfo info;
  std::string unit;
  double per_internal = 1.0;
};

struct NetcdfArm {
  std::string name;  ///< of its group, when there are several
  ModelPtr model;
  std::vector<BlockRow> rows;
  std::vector<NetcdfColumn> columns;
  std::vector<MeasuredInfo> measured;  ///< as it comes to measured(); empty: none is written
};

struct NetcdfHeader {
  std::string title, scenario_text;
  std::string program;  ///< name and version
  std::vector<NetcdfArm> arms;
  PopulationSpec spec;
  bool full_precision = false;  ///< curves as 64-bit numbers instead of 32-bit ones
};

/// Writes the curves of a population to a NetCDF-4 file while they are computed: dimensions
/// subject, time and output, one group per arm where there are several. At every moment the file on
/// disk can be read and holds all blocks up to there, not compressed and with room for all
/// patients; it says `complete = 0` about itself. finish() puts the compressed one in its place,
/// with as many patients as there are. docs/netcdf.md describes the file.
///
/// libnetcdf is loaded when the first file is made, because it and what it needs would double the
/// time in which the program starts.
class NetcdfWriter : public PopulationSink {
 public:
  /// Codes netcdf.no_library, netcdf.write.
  static tl::expected<std::unique_ptr<NetcdfWriter>, Diagnostics> create(
      const std::filesystem::path& path, NetcdfHeader header);
  /// Closes the file; without finish() it stays marked as not complete.
  ~NetcdfWriter() override;

  /// Called once, by the thread that writes, when the file cannot be written any more.
  void on_failure(std::function<void()> call);

  void measured(std::size_t arm, std::uint64_t first, std::size_t patients,
                std::span<const double> measured) override;
  /// Blocks of one arm come in the order of patients. Trouble is kept for finish(). Not for use by
  /// two threads at a time.
  void block(std::size_t arm, std::uint64_t first, std::size_t patients,
             std::span<const double> values, std::span<const Status> status) override;

  /// Percentiles and means, and whether all patients are there. When it is stopped the file stays
  /// as it grew. Codes netcdf.write, netcdf.stopped.
  tl::expected<void, Diagnostics> finish(const PopulationResult& result,
                                         const RunControl& control = {});

 private:
  struct File;
  explicit NetcdfWriter(std::unique_ptr<File> file);
  std::unique_ptr<File> file_;
};

}  // namespace ketascope
