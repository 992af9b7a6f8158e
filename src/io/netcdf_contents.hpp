// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <vector>

#include "io/netcdf_file.hpp"
#include "ketascope/io/netcdf_writer.hpp"

namespace ketascope {

/// What a status or a target has where nothing was written yet.
inline constexpr signed char not_there_yet = -1;

/// The file of a writer: its variables, and what is put into them. There are two forms of it.
///
/// `growing`, while patients come: every variable has its final size and its place in the file from
/// the beginning, so that a block is numbers put into their places and nothing else. Nothing that
/// says where things are is touched any more, and there is no moment at which the file cannot be
/// read. (HDF5 writes the tables of a file that grows one after the other; whoever is killed in
/// between leaves a file whose tables contradict each other.)
///
/// `whole`, made of it in the end under another name: compressed, as long as there are patients.
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

  enum class Form { growing, whole };

  std::string path;
  NetcdfHeader header;
  Form form;
  std::vector<std::size_t> written;  ///< patients of each arm
  std::vector<Place> places;
  std::set<std::string> group_names;  ///< that are given already
  std::vector<float> floats;
  std::vector<double> doubles;
  std::vector<signed char> codes;
  std::vector<double> numbers, curve, cmax, tmax_h, auc;
  std::vector<std::vector<double>> time_h;  ///< of each arm
  std::vector<std::vector<Side>> side;

  File(const NetcdfLibrary& library, std::string file, NetcdfHeader what, Form as)
      : NetcdfFile(library),
        path(std::move(file)),
        header(std::move(what)),
        form(as),
        written(header.arms.size(), 0) {}
  ~File();
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  void open();
  void close();
  /// Of a variable with a value (or several) per patient.
  void per_subject(int group, int variable, std::initializer_list<std::size_t> chunk);
  void settle_places(std::size_t arm);
  /// All patients of an arm of `from`, which has the growing form.
  void copy_patients(std::size_t arm, File& from, const RunControl& control);

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
