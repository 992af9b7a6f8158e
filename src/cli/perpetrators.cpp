// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "ketascope/app/interactions.hpp"

namespace ketascope::cli {

int perpetrators_command(const PerpetratorsOptions& options) {
  const Library library = Library::standard();
  if (!options.show.empty()) {
    const auto perpetrator = find_perpetrator(library, options.show);
    if (!perpetrator) {
      print(perpetrator.error());
      return exit_problems;
    }
    return put(perpetrator_card_text(*perpetrator)) ? exit_ok : exit_problems;
  }
  std::vector<PerpetratorSpec> perpetrators;
  bool broken = false;
  for (const std::string& id : perpetrator_ids(library)) {
    if (auto perpetrator = find_perpetrator(library, id)) {
      perpetrators.push_back(std::move(*perpetrator));
    } else {
      print(perpetrator.error());
      broken = true;
    }
  }
  const bool said =
      put(perpetrators.empty() ? "There are none.\n" : perpetrator_list(perpetrators));
  return said && !broken ? exit_ok : exit_problems;
}

}  // namespace ketascope::cli
