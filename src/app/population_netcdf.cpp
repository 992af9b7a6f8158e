// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/population_netcdf.hpp"

#include <fmt/format.h>

#include <stop_token>
#include <utility>

#include "ketascope/app/summary.hpp"
#include "ketascope/version.hpp"

namespace ketascope {

tl::expected<NetcdfHeader, Diagnostics> netcdf_header(const PreparedPopulation& prepared) {
  auto layouts = population_layout(prepared.arms, prepared.spec, prepared.bands);
  if (!layouts) {
    return tl::unexpected(std::move(layouts.error()));
  }
  NetcdfHeader header;
  header.title = prepared.document.title;
  ScenarioFile document = prepared.document;
  document.written_by = std::string(version);
  header.scenario_text = to_toml(document);
  header.program = fmt::format("Ketascope {}", version);
  header.spec = prepared.spec;
  for (ArmLayout& layout : *layouts) {
    NetcdfArm arm;
    arm.name = layout.name.empty() ? layout.model->id : layout.name;
    arm.model = layout.model;
    arm.rows = std::move(layout.rows);
    for (ColumnInfo& info : layout.columns) {
      DisplayUnit unit = display_unit(info, prepared.document.display.unit);
      arm.columns.push_back({std::move(info), std::move(unit.unit), unit.per_internal});
    }
    arm.measured = std::move(layout.measured);
    header.arms.push_back(std::move(arm));
  }
  return header;
}

tl::expected<PopulationResult, Diagnostics> simulate_population_to_netcdf(
    const PreparedPopulation& prepared, const std::filesystem::path& path, Diagnostics& file,
    const RunControl& control) {
  auto header = netcdf_header(prepared);
  if (!header) {
    return tl::unexpected(std::move(header.error()));
  }
  auto writer = NetcdfWriter::create(path, std::move(*header));
  if (!writer) {
    return tl::unexpected(std::move(writer.error()));
  }
  // A disk that is full ends the run as a person would.
  std::stop_source stop;
  const std::stop_callback forward(control.stop, [&stop] { stop.request_stop(); });
  // Compressing takes about as long as writing.
  constexpr double computing = 0.6;
  const auto part = [&](double from, double size) {
    RunControl of = control;
    if (control.progress) {
      of.progress = [&control, from, size](double done) { control.progress(from + size * done); };
    }
    return of;
  };
  RunControl watched = part(0.0, computing);
  watched.stop = stop.get_token();
  (*writer)->on_failure([&stop] { stop.request_stop(); });
  auto result =
      simulate_population(prepared.arms, prepared.spec, prepared.bands, watched, writer->get());
  if (!result) {
    return result;
  }
  const bool whole = result->complete;
  const auto written =
      (*writer)->finish(*result, whole ? part(computing, 1.0 - computing) : RunControl{});
  if (!written) {
    file = written.error();
  }
  return result;
}

}  // namespace ketascope
