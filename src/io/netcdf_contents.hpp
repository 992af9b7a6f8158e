// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "io/netcdf_file.hpp"
#include "ketascope/io/netcdf_writer.hpp"

namespace ketascope {

/// What a status or a target has where nothing was written yet.
inline constexpr signed char not_there_yet = -1;

/// The file of a writer: its variables, and what is put into them.
struct NetcdfWriter::File : NetcdfFile {
  struct Place {
    int group = -1;
    int subject = -1, status = -1, curves = -1, mean = -1, percentiles = -1;
    int cmax = -1, tmax = -1, auc = -1;
    int time = -1, side = -1, level = -1;
    int output = -1, label = -1, analyte = -1, matrix = -1, units = -1;
    /// Time in bands, and targets: which of what is measured, and the variables.
    struct Measured {
      std::vector<std::size_t> index;
      int name = -1, output = -1, values = -1;
    } bands, targets;
  };

  std::string path;
  NetcdfHeader header;
  std::vector<Place> places;
  std::vector<float> floats;
  std::vector<double> doubles;
  std::vector<signed char> codes;
  std::vector<double> numbers, curve, cmax, tmax_h, auc;
  std::vector<std::vector<double>> time_h;  ///< of each arm
  std::vector<std::vector<Side>> side;

  File(const NetcdfLibrary& library, std::string file, NetcdfHeader what)
      : NetcdfFile(library), path(std::move(file)), header(std::move(what)) {}

  void write_header();
  void choose_group(std::size_t arm);
  void define(std::size_t arm);
  void fill(std::size_t arm);
  void describe_model(int group, const Model& model);
  void finish_arm(std::size_t arm, const ArmResult& result);
  template <class Number>
  void write_curves(std::size_t arm, std::uint64_t first, std::size_t patients,
                    std::span<const double> values, std::vector<Number>& buffer);
  void define_measured(std::size_t arm, int subject);
  void write_measured(std::size_t arm, std::uint64_t first, std::size_t patients,
                      std::span<const double> measured);
  void write_metrics(std::size_t arm, std::uint64_t first, std::size_t patients,
                     std::span<const double> values, std::span<const Status> status);
};

}  // namespace ketascope
