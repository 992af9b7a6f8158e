// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/csv_text.hpp"
#include "ketascope/app/population.hpp"

namespace ketascope {

/// The fields of population_row_names(), without the end of the row.
void write_population_row(CsvText& csv, const PopulationRow& row, const PopulationSpec& spec);

}  // namespace ketascope
