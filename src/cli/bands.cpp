// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "ketascope/app/library.hpp"
#include "ketascope/app/table.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope::cli {

int bands_command() {
  const auto bands = Library::standard().bands();
  if (!bands) {
    print(bands.error());
    return exit_problems;
  }
  using Align = TextTable::Align;
  TextTable table({{"band"},
                   {"endpoint"},
                   {"low", Align::right},
                   {"high", Align::right},
                   {"unit"},
                   {"analyte"},
                   {"matrix"},
                   {"standard"},
                   {"citation"}});
  for (const EffectBand& band : *bands) {
    table.add_row({band.id, band.endpoint, shortest(band.low.value),
                   band.high.unit == band.low.unit ? shortest(band.high.value) : to_text(band.high),
                   band.low.unit, band.analyte, band.matrix, band.standard ? "yes" : "",
                   band.citation});
  }
  return put(table.text()) ? exit_ok : exit_problems;
}

}  // namespace ketascope::cli
