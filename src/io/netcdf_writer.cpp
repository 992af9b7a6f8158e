// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/io/netcdf_writer.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <limits>
#include <system_error>
#include <utility>

#include "io/netcdf_file.hpp"
#include "ketascope/analysis/metrics.hpp"

namespace ketascope {
namespace {

// Patients per compressed chunk: every block but the last is a multiple of it.
constexpr std::size_t chunk_patients = 64;
// A chunk of very many rows is divided.
constexpr std::size_t most_chunk_rows = 16384;
constexpr std::size_t list_chunk = 4096;
constexpr signed char not_there_yet = -1;

/// Names of groups: what every reader takes without quoting.
std::string group_name(const std::string& name, std::size_t number) {
  std::string safe;
  for (const char c : name) {
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    safe += plain ? c : '_';
  }
  const bool letter =
      !safe.empty() && ((safe[0] >= 'a' && safe[0] <= 'z') || (safe[0] >= 'A' && safe[0] <= 'Z'));
  return letter ? safe : fmt::format("arm_{}{}{}", number, safe.empty() ? "" : "_", safe);
}

/// Readers look values up by their time, so no two rows may have the same one: the instant before a
/// jump is written as the last number that can be told from that of the jump.
double written_time_h(const BlockRow& row) {
  if (row.side != Side::pre) {
    return row.time_h;
  }
  return row.time_h - std::max(std::abs(row.time_h), 1.0) * std::numeric_limits<double>::epsilon();
}

}  // namespace

struct NetcdfWriter::File : NetcdfFile {
  struct Place {
    int group = -1;
    int subject = -1, status = -1, curves = -1, mean = -1, percentiles = -1;
    int cmax = -1, tmax = -1, auc = -1;
    int time = -1, side = -1, level = -1;
    int output = -1, label = -1, analyte = -1, matrix = -1, units = -1;
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
  void write_metrics(std::size_t arm, std::uint64_t first, std::size_t patients,
                     std::span<const double> values, std::span<const Status> status);
};

void NetcdfWriter::File::write_header() {
  const PopulationSpec& spec = header.spec;
  text(id, NC_GLOBAL, "Conventions", "CF-1.8");
  text(id, NC_GLOBAL, "title", header.title.empty() ? "virtual patients" : header.title);
  text(id, NC_GLOBAL, "source", header.program);
  text(id, NC_GLOBAL, "comment", "teaching and research, not for dosing decisions");
  text(id, NC_GLOBAL, "scenario", header.scenario_text);
  // As text: not every reader knows unsigned numbers of 64 bits.
  text(id, NC_GLOBAL, "seed", fmt::format("{}", spec.seed));
  number(id, NC_GLOBAL, "patients", NC_DOUBLE, static_cast<double>(spec.count));
  number(id, NC_GLOBAL, "complete", NC_INT, int{0});
  places.resize(header.arms.size());
  for (std::size_t arm = 0; arm < header.arms.size(); ++arm) {
    choose_group(arm);
    define(arm);
  }
  call(nc.enddef, id);
  for (std::size_t arm = 0; arm < header.arms.size(); ++arm) {
    fill(arm);
  }
}

void NetcdfWriter::File::choose_group(std::size_t arm) {
  if (header.arms.size() == 1) {
    places[arm].group = id;
    return;
  }
  const auto before = std::span(header.arms).first(arm);
  std::string name = group_name(header.arms[arm].name, arm + 1);
  // Two scenarios may have one name, or names that differ in a blank only.
  for (std::size_t a = 0; a < before.size(); ++a) {
    if (group_name(before[a].name, a + 1) == name) {
      name = fmt::format("arm_{}_{}", arm + 1, name);
      break;
    }
  }
  call(nc.def_grp, id, name.c_str(), &places[arm].group);
  text(places[arm].group, NC_GLOBAL, "title", header.arms[arm].name);
}

void NetcdfWriter::File::describe_model(int group, const Model& model) {
  text(group, NC_GLOBAL, "model", model.id);
  text(group, NC_GLOBAL, "model_title", model.title);
  text(group, NC_GLOBAL, "references", model.citation.text);
  text(group, NC_GLOBAL, "doi",
       model.citation.doi.empty() ? "none: " + model.citation.doi_missing : model.citation.doi);
}

void NetcdfWriter::File::define(std::size_t index) {
  const NetcdfArm& arm = header.arms[index];
  Place& place = places[index];
  const int group = place.group;
  const std::size_t rows = arm.rows.size(), columns = arm.columns.size();
  describe_model(group, *arm.model);

  const int subject = dimension(group, "subject", NC_UNLIMITED);
  const int time = dimension(group, "time", rows);
  const int output = dimension(group, "output", columns);
  const int level = dimension(group, "percentile", header.spec.percentiles.size());

  const std::uint64_t last = header.spec.first_subject + header.spec.count;
  const nc_type id_type = last < 2'000'000'000u ? NC_INT : NC_INT64;
  place.subject =
      variable(group, "subject", id_type, {subject}, "number of the virtual patient", "1");
  chunks(group, place.subject, {list_chunk});
  // No axis = "T": that is for times of a calendar, and these count from the beginning.
  place.time = variable(group, "time", NC_DOUBLE, {time}, "time", "h");
  place.side = variable(group, "side", NC_BYTE, {time},
                        "side of a jump that the row shows: the instant before it, or after");
  flags(group, place.side, {0, 1, 2}, "both before after");

  place.output = variable(group, "output", NC_STRING, {output}, "output of the model");
  place.label = variable(group, "output_label", NC_STRING, {output}, "output in words");
  place.analyte = variable(group, "output_analyte", NC_STRING, {output}, "analyte");
  place.matrix = variable(group, "output_matrix", NC_STRING, {output}, "sampled in");
  place.units = variable(group, "output_units", NC_STRING, {output}, "unit of the output");
  place.level = variable(group, "percentile", NC_DOUBLE, {level}, "percentile", "percent");

  place.status =
      variable(group, "status", NC_BYTE, {subject}, "how the patient's simulation ended");
  chunks(group, place.status, {list_chunk});
  filled_with(group, place.status, not_there_yet);
  constexpr std::array statuses{Status::completed, Status::cancelled, Status::step_limit,
                                Status::non_finite, Status::no_steady_state};
  std::vector<signed char> values(statuses.size());
  std::string meanings;
  for (std::size_t i = 0; i < statuses.size(); ++i) {
    values[i] = static_cast<signed char>(statuses[i]);
    meanings += (i == 0 ? "" : " ") + std::string(to_text(statuses[i]));
  }
  std::ranges::replace(meanings, '-', '_');
  flags(group, place.status, values, meanings);

  // One unit for all outputs, where there is one: what readers put on an axis.
  std::string unit = columns > 0 ? arm.columns.front().unit : std::string();
  for (const NetcdfColumn& column : arm.columns) {
    if (column.unit != unit) {
      unit.clear();
    }
  }
  const nc_type curve_type = header.full_precision ? NC_DOUBLE : NC_FLOAT;
  place.curves = variable(group, "concentration", curve_type, {subject, output, time},
                          "concentration in one patient", unit);
  compressed_chunks(group, place.curves,
                    {chunk_patients, 1, std::clamp(rows, std::size_t{1}, most_chunk_rows)});
  // Chunks are written whole and once: nothing to keep.
  call(nc.set_var_chunk_cache, group, place.curves,
       chunk_patients * std::min(rows, most_chunk_rows) * 8, std::size_t{11}, 1.0F);
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  if (header.full_precision) {
    filled_with(group, place.curves, none);
  } else {
    filled_with(group, place.curves, std::numeric_limits<float>::quiet_NaN());
  }
  place.mean = variable(group, "concentration_mean", NC_DOUBLE, {output, time},
                        "mean of all patients", unit);
  place.percentiles = variable(group, "concentration_percentile", NC_DOUBLE, {level, output, time},
                               "percentile over all patients", unit);
  for (const int made : {place.mean, place.percentiles}) {
    filled_with(group, made, none);
  }
  for (const int made : {place.curves, place.mean, place.percentiles}) {
    text(group, made, "coordinates", "side output_label output_analyte output_matrix output_units");
  }
  text(group, place.curves, "ancillary_variables", "status");
  text(group, place.mean, "cell_methods", "subject: mean");

  const auto metric = [&](const char* name, const char* long_name, const std::string& units) {
    const int made = variable(group, name, NC_DOUBLE, {subject, output}, long_name, units);
    chunks(group, made, {list_chunk, std::max(columns, std::size_t{1})});
    filled_with(group, made, none);
    text(group, made, "coordinates", "output_label output_analyte output_matrix output_units");
    text(group, made, "ancillary_variables", "status");
    return made;
  };
  place.cmax = metric("cmax", "highest concentration in one patient", unit);
  place.tmax = metric("tmax", "time of the highest concentration in one patient", "h");
  place.auc = metric("auc", "area under one patient's curve, over the times in this file",
                     unit.empty() ? unit : unit + "*h");
}

/// What is known before the first patient.
void NetcdfWriter::File::fill(std::size_t index) {
  const NetcdfArm& arm = header.arms[index];
  const Place& place = places[index];
  const int group = place.group;
  numbers.clear();
  codes.clear();
  time_h.emplace_back();
  side.emplace_back();
  for (const BlockRow& row : arm.rows) {
    numbers.push_back(written_time_h(row));
    codes.push_back(static_cast<signed char>(row.side));
    time_h.back().push_back(row.time_h);
    side.back().push_back(row.side);
  }
  call(nc.put_var, group, place.time, static_cast<const void*>(numbers.data()));
  call(nc.put_var, group, place.side, static_cast<const void*>(codes.data()));
  call(nc.put_var, group, place.level, static_cast<const void*>(header.spec.percentiles.data()));
  const auto texts = [&](int variable, auto&& of) {
    std::vector<std::string> all;
    for (const NetcdfColumn& column : arm.columns) {
      all.push_back(of(column));
    }
    strings(group, variable, all);
  };
  texts(place.output, [](const NetcdfColumn& c) { return c.info.name; });
  texts(place.label, [](const NetcdfColumn& c) { return c.info.label; });
  texts(place.analyte, [](const NetcdfColumn& c) { return c.info.analyte; });
  texts(place.matrix, [](const NetcdfColumn& c) { return c.info.matrix; });
  texts(place.units, [](const NetcdfColumn& c) { return c.unit; });
}

template <class Number>
void NetcdfWriter::File::write_curves(std::size_t index, std::uint64_t first, std::size_t patients,
                                      std::span<const double> values, std::vector<Number>& buffer) {
  const NetcdfArm& arm = header.arms[index];
  const std::size_t rows = arm.rows.size(), columns = arm.columns.size();
  buffer.resize(values.size());
  // Transposed by tiles that stay in the cache.
  constexpr std::size_t tile = 16;
  for (std::size_t c = 0; c < columns; ++c) {
    const double factor = arm.columns[c].per_internal;
    for (std::size_t r0 = 0; r0 < rows; r0 += tile) {
      for (std::size_t i0 = 0; i0 < patients; i0 += tile) {
        const std::size_t r1 = std::min(r0 + tile, rows), i1 = std::min(i0 + tile, patients);
        for (std::size_t i = i0; i < i1; ++i) {
          for (std::size_t r = r0; r < r1; ++r) {
            buffer[(i * columns + c) * rows + r] =
                static_cast<Number>(values[(c * rows + r) * patients + i] * factor);
          }
        }
      }
    }
  }
  const std::array<std::size_t, 3> start{first, 0, 0}, count{patients, columns, rows};
  call(nc.put_vara, places[index].group, places[index].curves, start.data(), count.data(),
       static_cast<const void*>(buffer.data()));
}

void NetcdfWriter::File::write_metrics(std::size_t index, std::uint64_t first, std::size_t patients,
                                       std::span<const double> values,
                                       std::span<const Status> status) {
  const NetcdfArm& arm = header.arms[index];
  const std::size_t rows = arm.rows.size(), columns = arm.columns.size();
  const double none = std::numeric_limits<double>::quiet_NaN();
  for (std::vector<double>* list : {&cmax, &tmax_h, &auc}) {
    list->assign(patients * columns, none);
  }
  curve.resize(rows);
  for (std::size_t c = 0; c < columns; ++c) {
    const double factor = arm.columns[c].per_internal;
    for (std::size_t i = 0; i < patients; ++i) {
      if (status[i] != Status::completed) {
        continue;
      }
      for (std::size_t r = 0; r < rows; ++r) {
        curve[r] = values[(c * rows + r) * patients + i];
      }
      const CurveMetrics metrics = curve_metrics(time_h[index], curve, side[index]);
      cmax[i * columns + c] = metrics.cmax * factor;
      tmax_h[i * columns + c] = metrics.tmax_h;
      auc[i * columns + c] = metrics.auc_0_t * factor;
    }
  }
  const Place& place = places[index];
  const std::array<std::size_t, 2> start{first, 0}, count{patients, columns};
  for (const auto& [variable, list] :
       {std::pair{place.cmax, &cmax}, {place.tmax, &tmax_h}, {place.auc, &auc}}) {
    call(nc.put_vara, place.group, variable, start.data(), count.data(),
         static_cast<const void*>(list->data()));
  }
}

void NetcdfWriter::File::finish_arm(std::size_t index, const ArmResult& result) {
  const NetcdfArm& arm = header.arms[index];
  const Place& place = places[index];
  const std::size_t rows = arm.rows.size();
  numbers.clear();
  for (std::size_t c = 0; c < arm.columns.size(); ++c) {
    for (std::size_t r = 0; r < rows; ++r) {
      numbers.push_back(result.columns[c].mean[r] * arm.columns[c].per_internal);
    }
  }
  call(nc.put_var, place.group, place.mean, static_cast<const void*>(numbers.data()));
  numbers.clear();
  for (std::size_t p = 0; p < header.spec.percentiles.size(); ++p) {
    for (std::size_t c = 0; c < arm.columns.size(); ++c) {
      for (std::size_t r = 0; r < rows; ++r) {
        numbers.push_back(result.columns[c].percentiles[p][r] * arm.columns[c].per_internal);
      }
    }
  }
  call(nc.put_var, place.group, place.percentiles, static_cast<const void*>(numbers.data()));
  number(place.group, place.percentiles, "relative_error", NC_DOUBLE,
         result.exact ? 0.0 : result.relative_error);
}

NetcdfWriter::NetcdfWriter(std::unique_ptr<File> file) : file_(std::move(file)) {}

NetcdfWriter::~NetcdfWriter() {
  if (file_->id >= 0) {
    (void)file_->nc.close(file_->id);
  }
}

tl::expected<std::unique_ptr<NetcdfWriter>, Diagnostics> NetcdfWriter::create(
    const std::filesystem::path& path, NetcdfHeader header) {
  const auto library = netcdf_library();
  if (!library) {
    return tl::unexpected(library.error());
  }
  auto file = std::make_unique<File>(**library, path.string(), std::move(header));
  // The library calls whatever hinders it a lack of permission: the system knows better.
  if (const int tried = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666); tried >= 0) {
    ::close(tried);
  } else {
    file->failure = std::generic_category().message(errno);
  }
  file->call(file->nc.create, path.c_str(), NC_NETCDF4 | NC_CLOBBER, &file->id);
  file->write_header();
  file->call(file->nc.sync, file->id);
  if (!file->good()) {
    const std::string why = file->failure;
    if (file->id >= 0) {
      (void)file->nc.close(std::exchange(file->id, -1));
    }
    return tl::unexpected(
        Diagnostics{{Severity::error,
                     "netcdf.write",
                     fmt::format("'{}' cannot be written: {}", path.string(), why),
                     {},
                     {},
                     {}}});
  }
  return std::unique_ptr<NetcdfWriter>(new NetcdfWriter(std::move(file)));
}

void NetcdfWriter::on_failure(std::function<void()> call) {
  file_->on_failure = std::move(call);
}

void NetcdfWriter::block(std::size_t arm, std::uint64_t first, std::size_t patients,
                         std::span<const double> values, std::span<const Status> status) {
  File& file = *file_;
  const File::Place& place = file.places[arm];
  const std::uint64_t at = first - file.header.spec.first_subject;
  if (file.header.full_precision) {
    file.write_curves(arm, at, patients, values, file.doubles);
  } else {
    file.write_curves(arm, at, patients, values, file.floats);
  }
  file.write_metrics(arm, at, patients, values, status);
  const std::size_t start = at, count = patients;
  if (file.header.spec.first_subject + file.header.spec.count < 2'000'000'000u) {
    std::vector<int> ids(patients);
    for (std::size_t i = 0; i < patients; ++i) {
      ids[i] = static_cast<int>(first + i + 1);
    }
    file.call(file.nc.put_vara, place.group, place.subject, &start, &count,
              static_cast<const void*>(ids.data()));
  } else {
    std::vector<long long> ids(patients);
    for (std::size_t i = 0; i < patients; ++i) {
      ids[i] = static_cast<long long>(first + i + 1);
    }
    file.call(file.nc.put_vara, place.group, place.subject, &start, &count,
              static_cast<const void*>(ids.data()));
  }
  // Last, because it says that everything else of the patient is there.
  file.codes.clear();
  for (const Status s : status.first(patients)) {
    file.codes.push_back(static_cast<signed char>(s));
  }
  file.call(file.nc.put_vara, place.group, place.status, &start, &count,
            static_cast<const void*>(file.codes.data()));
  file.call(file.nc.sync, file.id);
}

tl::expected<void, Diagnostics> NetcdfWriter::finish(const PopulationResult& result) {
  File& file = *file_;
  for (std::size_t arm = 0; arm < file.places.size() && arm < result.arms.size(); ++arm) {
    file.finish_arm(arm, result.arms[arm]);
  }
  file.number(file.id, NC_GLOBAL, "complete", NC_INT, result.complete ? 1 : 0);
  if (file.id >= 0) {
    const int closed = file.nc.close(std::exchange(file.id, -1));
    if (closed != NC_NOERR && file.good()) {
      file.failure = file.nc.strerror(closed);
    }
  }
  if (!file.good()) {
    return tl::unexpected(
        Diagnostics{{Severity::error,
                     "netcdf.write",
                     fmt::format("'{}' cannot be written: {}", file.path, file.failure),
                     {},
                     {},
                     "what is in it up to there can be read; it says complete = 0 about itself"}});
  }
  return {};
}

}  // namespace ketascope
