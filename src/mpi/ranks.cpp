// SPDX-License-Identifier: GPL-3.0-or-later
#include "mpi/ranks.hpp"

#include <fmt/format.h>
#include <mpi.h>

#include <atomic>
#include <cstdio>
#include <thread>
#include <utility>

namespace ketascope::mpi {
namespace {

using Clock = std::chrono::steady_clock;
using Words = std::vector<std::uint64_t>;

constexpr int tag_request = 1;  // follower -> leader: [keeps back, ranges, range..., counts...]
constexpr int tag_piece = 2;    // leader -> follower: [first, count]; count 0 = there is no more
// How long rank 0 rests when nobody wants anything.
constexpr std::chrono::microseconds rest{500};

void send(const Words& words, int to, int tag) {
  MPI_Send(words.data(), static_cast<int>(words.size()), MPI_UINT64_T, to, tag, MPI_COMM_WORLD);
}

Words receive(int from, int tag, int* sender = nullptr) {
  MPI_Message message;
  MPI_Status status;
  MPI_Mprobe(from, tag, MPI_COMM_WORLD, &message, &status);
  int count = 0;
  MPI_Get_count(&status, MPI_UINT64_T, &count);
  Words words(static_cast<std::size_t>(count));
  MPI_Mrecv(words.data(), count, MPI_UINT64_T, &message, &status);
  if (sender != nullptr) {
    *sender = status.MPI_SOURCE;
  }
  return words;
}

bool waiting(int tag) {
  int flag = 0;
  MPI_Iprobe(MPI_ANY_SOURCE, tag, MPI_COMM_WORLD, &flag, MPI_STATUS_IGNORE);
  return flag != 0;
}

tl::expected<Parts, Diagnostics> compute(const Populations& populations, const PatientRange& piece,
                                         int threads) {
  const std::uint64_t each = populations.front().spec.count;
  const std::uint64_t population = piece.first / each;
  const PreparedPopulation& prepared = populations[static_cast<std::size_t>(population)];
  RunControl control;
  control.threads = threads;
  auto part =
      simulate_part(prepared.arms, prepared.spec, prepared.spec.first_subject + piece.first % each,
                    piece.count, prepared.bands, control);
  if (!part) {
    return tl::unexpected(std::move(part.error()));
  }
  Parts parts;
  parts.of.emplace(population, std::move(*part));
  return parts;
}

/// One line now and then: who reads the log of a cluster has no terminal.
void say_progress(const Ledger& ledger, std::uint64_t before, Clock::time_point began) {
  const std::uint64_t finished = ledger.finished(), all = ledger.patients();
  if (finished <= before) {
    return;
  }
  const double elapsed_s = std::chrono::duration<double>(Clock::now() - began).count();
  const double left_s =
      elapsed_s * static_cast<double>(all - finished) / static_cast<double>(finished - before);
  const std::string line =
      fmt::format("ketascope-mpi: {} of {} patients, about {:.0f} s left, checkpoint '{}'\n",
                  finished, all, left_s, ledger.file().string());
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace

tl::expected<void, Diagnostics> lead(const Populations& populations, Ledger& ledger,
                                     int other_ranks, const RankOptions& options) {
  std::atomic<bool> computing{true};
  Diagnostics problems;
  std::thread own([&] {
    while (const auto piece = ledger.next()) {
      auto part = compute(populations, *piece, options.threads);
      if (!part) {
        problems = std::move(part.error());
        break;
      }
      ledger.hand_in({*piece}, *part);
    }
    computing.store(false);
  });

  const auto began = Clock::now();
  auto saved = began;
  const std::uint64_t before = ledger.finished();
  bool told = false;
  int working = other_ranks;
  while (working > 0 || computing.load()) {
    if (waiting(tag_request)) {
      int follower = 0;
      const Words words = receive(MPI_ANY_SOURCE, tag_request, &follower);
      const bool keeps_back = words[0] != 0;
      std::vector<PatientRange> ranges;
      for (std::size_t i = 0; i < words[1]; ++i) {
        ranges.push_back({words[2 + 2 * i], words[3 + 2 * i]});
      }
      const auto piece = ledger.next();
      send({piece ? piece->first : 0, piece ? piece->count : 0}, follower, tag_piece);
      if (!piece && !keeps_back) {
        --working;
      }
      if (!ranges.empty()) {
        const auto counts = words.begin() + static_cast<std::ptrdiff_t>(2 + 2 * ranges.size());
        Parts parts;
        if (!parts.restore({counts, words.end()})) {
          throw std::runtime_error("a rank sent counts that make no sense");
        }
        ledger.hand_in(ranges, parts);
      }
    } else {
      std::this_thread::sleep_for(rest);
    }
    if (Clock::now() - saved >= options.every) {
      const auto written = ledger.save();
      if (!written && !std::exchange(told, true)) {
        const std::string line = format(written.error());
        std::fwrite(line.data(), 1, line.size(), stderr);
      }
      saved = Clock::now();
      if (!options.quiet) {
        say_progress(ledger, before, began);
      }
    }
  }
  own.join();
  if (!problems.empty()) {
    return tl::unexpected(std::move(problems));
  }
  return {};
}

tl::expected<void, Diagnostics> follow(const Populations& populations, const RankOptions& options) {
  Parts counted;
  std::vector<PatientRange> ranges;
  auto sent = Clock::now();
  bool last = false;
  Diagnostics problems;
  for (;;) {
    Words request{0, 0};
    const bool hand_in = !ranges.empty() && (last || Clock::now() - sent >= options.every);
    request[0] = !ranges.empty() && !hand_in ? 1 : 0;
    if (hand_in) {
      request[1] = ranges.size();
      for (const PatientRange& range : ranges) {
        request.insert(request.end(), {range.first, range.count});
      }
      counted.save(request);
      counted = {};
      ranges.clear();
      sent = Clock::now();
    }
    const bool kept_back = request[0] != 0;
    send(request, 0, tag_request);
    const Words piece = receive(0, tag_piece);
    if (piece[1] == 0) {
      if (!kept_back) {
        break;
      }
      last = true;
      continue;
    }
    auto part = compute(populations, {piece[0], piece[1]}, options.threads);
    if (!part) {
      return tl::unexpected(std::move(part.error()));
    }
    counted.merge(*part);
    ranges.push_back({piece[0], piece[1]});
  }
  return {};
}

}  // namespace ketascope::mpi
