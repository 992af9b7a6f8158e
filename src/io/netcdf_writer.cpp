// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/io/netcdf_writer.hpp"

#include <fcntl.h>
#include <fmt/format.h>

#include <unistd.h>
#include <filesystem>
#include <system_error>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <limits>
#include <system_error>
#include <utility>

#include "io/netcdf_contents.hpp"
#include "ketascope/analysis/metrics.hpp"

namespace ketascope {

namespace {

// Patients that are compressed at a time: a multiple of a chunk's.
constexpr std::size_t copied_patients = 512;

}  // namespace

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
      const CurveMetrics metrics = exposure(time_h[index], curve, side[index]);
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

void NetcdfWriter::File::write_measured(std::size_t index, std::uint64_t first,
                                        std::size_t patients, std::span<const double> measured) {
  const Place& place = places[index];
  const auto put = [&](const Place::Measured& made, auto& buffer, auto&& of) {
    if (made.index.empty()) {
      return;
    }
    const std::size_t n = made.index.size();
    buffer.resize(patients * n);
    for (std::size_t i = 0; i < patients; ++i) {
      for (std::size_t b = 0; b < n; ++b) {
        buffer[i * n + b] = of(measured[made.index[b] * patients + i]);
      }
    }
    const std::array<std::size_t, 2> start{first, 0}, count{patients, n};
    call(nc.put_vara, place.group, made.values, start.data(), count.data(),
         static_cast<const void*>(buffer.data()));
  };
  put(place.bands, numbers, [](double hours) { return hours; });
  put(place.targets, codes, [](double reached) {
    return std::isnan(reached) ? not_there_yet : static_cast<signed char>(reached);
  });
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

void NetcdfWriter::File::copy_patients(std::size_t index, File& from, const RunControl& control) {
  const double arms = static_cast<double>(places.size());
  const NetcdfArm& arm = header.arms[index];
  const Place &to = places[index], &old = from.places[index];
  const std::size_t rows = arm.rows.size(), columns = arm.columns.size();
  std::vector<char> bytes;
  for (std::size_t first = 0; first < from.written[index]; first += copied_patients) {
    if (control.stop.stop_requested()) {
      return;
    }
    if (control.progress) {
      control.progress((static_cast<double>(index) +
                        static_cast<double>(first) / static_cast<double>(from.written[index])) /
                       arms);
    }
    const std::size_t patients = std::min(copied_patients, from.written[index] - first);
    const auto copy = [&](int target, int source, std::size_t second, std::size_t third,
                          std::size_t size) {
      if (source < 0) {
        return;
      }
      const std::array<std::size_t, 3> start{first, 0, 0}, count{patients, second, third};
      bytes.resize(patients * second * third * size);
      from.call(nc.get_vara, old.group, source, start.data(), count.data(),
                static_cast<void*>(bytes.data()));
      call(nc.put_vara, to.group, target, start.data(), count.data(),
           static_cast<const void*>(bytes.data()));
    };
    // Room for the widest type: the library knows what each variable has.
    copy(to.subject, old.subject, 1, 1, sizeof(long long));
    copy(to.curves, old.curves, columns, rows, sizeof(double));
    copy(to.cmax, old.cmax, columns, 1, sizeof(double));
    copy(to.tmax, old.tmax, columns, 1, sizeof(double));
    copy(to.auc, old.auc, columns, 1, sizeof(double));
    copy(to.bands.values, old.bands.values, old.bands.index.size(), 1, sizeof(double));
    copy(to.targets.values, old.targets.values, old.targets.index.size(), 1, sizeof(double));
    copy(to.status, old.status, 1, 1, sizeof(double));
  }
}

NetcdfWriter::File::~File() {
  close();
}

void NetcdfWriter::File::open() {
  nc.quiet();
  // The library calls whatever hinders it a lack of permission: the system knows better.
  if (const int tried = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666); tried >= 0) {
    ::close(tried);
  } else {
    failure = std::generic_category().message(errno);
  }
  call(nc.create, path.c_str(), NC_NETCDF4 | NC_CLOBBER, &id);
  write_header();
  call(nc.sync, id);
}

void NetcdfWriter::File::close() {
  if (id < 0) {
    return;
  }
  nc.quiet();
  errno = 0;
  const int closed = nc.close(std::exchange(id, -1));
  if (closed != NC_NOERR && good()) {
    failure = nc.reason(closed);
  }
}

NetcdfWriter::NetcdfWriter(std::unique_ptr<File> file) : file_(std::move(file)) {}

NetcdfWriter::~NetcdfWriter() = default;

tl::expected<std::unique_ptr<NetcdfWriter>, Diagnostics> NetcdfWriter::create(
    const std::filesystem::path& path, NetcdfHeader header) {
  const auto library = netcdf_library();
  if (!library) {
    return tl::unexpected(library.error());
  }
  auto file =
      std::make_unique<File>(**library, path.string(), std::move(header), File::Form::growing);
  file->open();
  if (!file->good()) {
    return tl::unexpected(
        Diagnostics{{Severity::error,
                     "netcdf.write",
                     fmt::format("'{}' cannot be written: {}", path.string(), file->failure),
                     {},
                     {},
                     {}}});
  }
  return std::unique_ptr<NetcdfWriter>(new NetcdfWriter(std::move(file)));
}

void NetcdfWriter::on_failure(std::function<void()> call) {
  file_->on_failure = std::move(call);
}

void NetcdfWriter::measured(std::size_t arm, std::uint64_t first, std::size_t patients,
                            std::span<const double> measured) {
  File& file = *file_;
  file.nc.quiet();
  file.write_measured(arm, first - file.header.spec.first_subject, patients, measured);
}

void NetcdfWriter::block(std::size_t arm, std::uint64_t first, std::size_t patients,
                         std::span<const double> values, std::span<const Status> status) {
  File& file = *file_;
  file.nc.quiet();
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
  file.written[arm] = at + patients;
  file.call(file.nc.sync, file.id);
}

tl::expected<void, Diagnostics> NetcdfWriter::finish(const PopulationResult& result,
                                                     const RunControl& control) {
  File& file = *file_;
  file.nc.quiet();
  const std::string beside = file.path + ".part";
  std::error_code failed;
  if (file.good()) {
    File whole(file.nc, beside, file.header, File::Form::whole);
    whole.open();
    for (std::size_t arm = 0; arm < file.places.size() && arm < result.arms.size(); ++arm) {
      whole.copy_patients(arm, file, control);
      if (whole.good()) {
        whole.finish_arm(arm, result.arms[arm]);
      }
    }
    whole.number(whole.id, NC_GLOBAL, "complete", NC_INT, result.complete ? 1 : 0);
    whole.close();
    if (control.stop.stop_requested()) {
      file.close();
      std::filesystem::remove(beside, failed);
      return tl::unexpected(
          Diagnostics{{Severity::error,
                       "netcdf.stopped",
                       fmt::format("'{}' was not compressed: it was stopped before", file.path),
                       {},
                       {},
                       "all patients are in it; it says complete = 0 about itself"}});
    }
    if (file.good()) {
      file.failure = whole.failure;
    }
  }
  file.close();
  if (file.good()) {
    std::filesystem::rename(beside, file.path, failed);
    if (failed) {
      file.failure = failed.message();
    }
  }
  if (!file.good()) {
    std::filesystem::remove(beside, failed);
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
