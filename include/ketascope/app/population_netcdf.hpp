// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include <tl/expected.hpp>

#include "ketascope/app/population.hpp"
#include "ketascope/io/netcdf_writer.hpp"

namespace ketascope {

/// What a NetCDF file says about a prepared population: its scenario text, models, display units.
tl::expected<NetcdfHeader, Diagnostics> netcdf_header(const PreparedPopulation& prepared);

/// simulate_population(), with the curves of all patients written to `path` while it runs. Where
/// the file cannot be made, nothing is run. Where it cannot be written any more, the run ends as a
/// person would end it: what is computed is in the result, and `file` says what is wrong (codes
/// netcdf.write, netcdf.stopped). Codes of both, netcdf.no_library, netcdf.write.
tl::expected<PopulationResult, Diagnostics> simulate_population_to_netcdf(
    const PreparedPopulation& prepared, const std::filesystem::path& path, Diagnostics& file,
    const RunControl& control = {});

}  // namespace ketascope
