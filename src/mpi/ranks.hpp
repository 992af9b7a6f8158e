// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <vector>

#include "ketascope/app/population.hpp"
#include "mpi/ledger.hpp"

/// What the ranks say to each other. Rank 0 keeps the ledger, hands out patients, and computes
/// itself in a thread of its own; the others ask for patients until there are none. Numbers come
/// back as counts, which may be added up in any order.
namespace ketascope::mpi {

/// Populations of equally many patients, numbered through as in the Ledger.
using Populations = std::vector<PreparedPopulation>;

struct RankOptions {
  int threads = 1;
  std::chrono::milliseconds every{60'000};  ///< between checkpoints
  bool quiet = false;
};

/// Rank 0, until all patients are counted. Problems of the checkpoint are said once and do not end
/// the run.
tl::expected<void, Diagnostics> lead(const Populations& populations, Ledger& ledger,
                                     int other_ranks, const RankOptions& options);
/// Any other rank.
tl::expected<void, Diagnostics> follow(const Populations& populations, const RankOptions& options);

}  // namespace ketascope::mpi
