// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <mpi.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <bit>
#include <chrono>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "cli/number_checks.hpp"
#include "ketascope/app/card.hpp"
#include "ketascope/app/population.hpp"
#include "ketascope/app/sweep.hpp"
#include "ketascope/io/diagnostics.hpp"
#include "ketascope/io/scenario_paths.hpp"
#include "ketascope/io/targets.hpp"
#include "ketascope/population/layout.hpp"
#include "ketascope/version.hpp"
#include "mpi/early_end.hpp"
#include "mpi/ranks.hpp"

namespace ketascope::mpi {
namespace {

constexpr int exit_ok = 0;
constexpr int exit_problems = 1;
constexpr int exit_usage = 2;

struct Options {
  std::string file, out, metrics, plot, percentiles, checkpoint;
  std::optional<std::uint64_t> n, seed;
  bool residual = false, uncertainty = false, resume = false, quiet = false;
  int threads = 1;
  double every_s = 60.0;
};

void say(const std::string& line) {
  const std::string text = line + "\n";
  std::fwrite(text.data(), 1, text.size(), stderr);
}

void print(const Diagnostics& problems) {
  for (const Diagnostic& problem : problems) {
    say(format(problem));
  }
}

std::string quoted(const std::string& word) {
  if (!word.empty() && word.find_first_of(" \t\"'\\$*?;&|<>()[]{}") == std::string::npos) {
    return word;
  }
  std::string out = "'";
  for (const char c : word) {
    out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  }
  return out + "'";
}

/// What to type to go on.
std::string resume_command(int argc, char** argv, int ranks) {
  std::string command = fmt::format("mpirun -n {}", ranks);
  bool resumes = false;
  for (int i = 0; i < argc; ++i) {
    command += " " + quoted(argv[i]);
    resumes = resumes || std::string_view(argv[i]) == "--resume";
  }
  return resumes ? command : command + " --resume";
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// A piece of the library by its id, or the file that a scenario names.
std::string bytes_of_piece(const Library& library, const std::filesystem::path& folder,
                           const char* subfolder, const std::string& id_or_path) {
  if (id_or_path.ends_with(".toml")) {
    return bytes_of((folder / id_or_path).string());
  }
  for (const std::filesystem::path& place : library.folders()) {
    const std::filesystem::path file = place / subfolder / (id_or_path + ".toml");
    if (std::error_code ignored; std::filesystem::exists(file, ignored)) {
      return bytes_of(file.string());
    }
  }
  return {};
}

void add_texts(Fingerprint& print, const std::vector<std::string>& texts) {
  print.add(texts.size());
  for (const std::string& text : texts) {
    print.add(text.size());
    print.add(text);
  }
}

/// Of everything that the result depends on: program, scenario, models with what is put into them,
/// bands whose time is counted, covariates of a table.
std::uint64_t fingerprint_of(const PreparedPopulation& prepared,
                             const std::filesystem::path& folder) {
  const Library library = Library::standard();
  Fingerprint print;
  print.add(version);
  print.add(git_description);
  print.add(to_toml(prepared.document));
  std::set<std::string> models;
  for (const Scenario& arm : prepared.arms) {
    if (models.insert(arm.model->file).second) {
      print.add(bytes_of(arm.model->file));
    }
    if (!arm.events_file.empty()) {
      print.add(bytes_of(arm.events_file));
    }
  }
  for (const ScenarioSpec& spec : prepared.specs) {
    for (const std::string& effect : spec.effects) {
      print.add(bytes_of_piece(library, folder, "effects", effect));
    }
    for (const InteractionSpec& interaction : spec.interactions) {
      print.add(bytes_of_piece(library, folder, "perpetrators", interaction.perpetrator));
    }
  }
  const auto add_end = [&](const std::optional<double>& end) {
    print.add(end ? std::bit_cast<std::uint64_t>(*end) : ~std::uint64_t{0});
  };
  for (const PopulationBand& band : prepared.bands) {
    print.add(band.arm);
    add_texts(print, {band.id, band.output});
    add_end(band.low);
    add_end(band.high);
  }
  // The same numbers mean something else under other names, in other units and for other words.
  add_texts(print, prepared.spec.table_names);
  add_texts(print, prepared.spec.table_units);
  for (const std::vector<std::string>& labels : prepared.spec.table_labels) {
    add_texts(print, labels);
  }
  const std::vector<double>& table = prepared.spec.table_values;
  print.add({reinterpret_cast<const char*>(table.data()), table.size() * sizeof(double)});
  return print.value();
}

/// What is to be computed: the population of a scenario file, or those of the points of a sweep.
struct Work {
  Populations populations;
  std::optional<SweepResult> sweep;  ///< its outcomes hold the points that cannot be computed
  std::vector<std::size_t> points;   ///< of the sweep, one per population
  std::vector<std::string> inputs;   ///< files that must not be written over
};

PopulationSpec wanted(PopulationSpec spec, const Options& options) {
  spec.count = options.n.value_or(spec.count);
  spec.seed = options.seed.value_or(spec.seed);
  spec.residual = spec.residual || options.residual;
  spec.uncertainty = spec.uncertainty || options.uncertainty;
  if (!options.percentiles.empty()) {
    spec.percentiles = cli::read_percentiles(options.percentiles);
  }
  // Counts only: single curves and tables would have to be sent about.
  spec.memory_mb = 0.0;
  spec.curves.clear();
  spec.patients = false;
  return spec;
}

tl::expected<Work, Diagnostics> read_scenario(const Options& options) {
  auto document = load_scenario_file(options.file);
  if (!document) {
    return tl::unexpected(std::move(document.error()));
  }
  document->population = wanted(document->population.value_or(PopulationSpec{}), options);
  const std::filesystem::path folder = std::filesystem::path(options.file).parent_path();
  auto prepared = prepare_population(*document, Library::standard(), folder);
  if (!prepared) {
    return tl::unexpected(std::move(prepared.error()));
  }
  // What the first block would refuse is refused now, and once.
  if (auto layout = population_layout(prepared->arms, prepared->spec, prepared->bands); !layout) {
    return tl::unexpected(std::move(layout.error()));
  }
  Work work;
  work.inputs = files_of(prepared->document, folder);
  work.populations.push_back(std::move(*prepared));
  return work;
}

tl::expected<Work, Diagnostics> read_sweep(const Options& options) {
  auto spec = load_sweep_file(options.file);
  if (!spec) {
    return tl::unexpected(std::move(spec.error()));
  }
  spec->base.population = wanted(spec->base.population.value_or(PopulationSpec{}), options);
  const Library library = Library::standard();
  auto begun = begin_sweep(*spec, library);
  if (!begun) {
    return tl::unexpected(std::move(begun.error()));
  }
  Work work;
  work.inputs = files_of(begun->spec);
  begun->outcomes.resize(begun->points.size());
  for (std::size_t i = 0; i < begun->points.size(); ++i) {
    if (auto prepared = patients_at(begun->spec, begun->points[i], library)) {
      work.populations.push_back(std::move(*prepared));
      work.points.push_back(i);
    } else {
      begun->outcomes[i].trouble = prepared.error().front().message;
    }
  }
  if (work.populations.empty()) {
    return tl::unexpected(
        Diagnostics{{Severity::error,
                     "sweep.no_point",
                     "no point of the sweep can be computed: " + begun->outcomes.front().trouble,
                     options.file,
                     {},
                     {}}});
  }
  work.sweep = std::move(*begun);
  return work;
}

/// By the first line of the file that says what it is; a file that says nothing is a scenario.
bool is_sweep(const std::string& path) {
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("format")) {
      return line.find("\"ketascope-sweep") != std::string::npos;
    }
  }
  return false;
}

tl::expected<Work, Diagnostics> read(const Options& options) {
  auto work = is_sweep(options.file) ? read_sweep(options) : read_scenario(options);
  if (work) {
    work->inputs.push_back(options.file);
  }
  return work;
}

std::uint64_t fingerprint_of(const Work& work, const std::filesystem::path& folder) {
  Fingerprint print;
  for (const PreparedPopulation& population : work.populations) {
    print.add(fingerprint_of(population, folder));
  }
  if (work.sweep) {
    for (std::size_t i = 0; i < work.sweep->outcomes.size(); ++i) {
      print.add(work.sweep->outcomes[i].trouble);
    }
  }
  return print.value();
}

/// The same files must be there for all ranks.
bool same_everywhere(std::uint64_t fingerprint) {
  std::uint64_t least = fingerprint, most = fingerprint;
  MPI_Allreduce(MPI_IN_PLACE, &least, 1, MPI_UINT64_T, MPI_MIN, MPI_COMM_WORLD);
  MPI_Allreduce(MPI_IN_PLACE, &most, 1, MPI_UINT64_T, MPI_MAX, MPI_COMM_WORLD);
  return least == most;
}

bool deliver(const std::string& target, const std::string& content) {
  if (target == "-") {
    return std::fwrite(content.data(), 1, content.size(), stdout) == content.size() &&
           std::fflush(stdout) == 0;
  }
  const auto written = write_file(target, content);
  if (!written) {
    print(written.error());
  }
  return written.has_value();
}

/// Results go here and there, and the checkpoint goes when all of them are written.
class Delivery {
 public:
  explicit Delivery(bool quiet) : quiet_(quiet) {}
  void table(const std::string& target, const std::string& content) {
    note(target, deliver(target, content));
  }
  void note(const std::string& target, bool delivered) {
    good_ = good_ && delivered;
    if (delivered && target != "-" && !quiet_) {
      say("wrote " + target);
    }
  }
  bool good() const { return good_; }

 private:
  bool quiet_;
  bool good_ = true;
};

bool finish_scenario(const PreparedPopulation& prepared, const Ledger& ledger,
                     const Options& options, Delivery& delivery) {
  const PopulationResult result =
      summarise(prepared.arms, prepared.spec, prepared.bands, ledger.total(0));
  print(result.warnings);
  if (!options.out.empty()) {
    delivery.table(options.out, population_csv(prepared, result));
  }
  if (!options.metrics.empty()) {
    delivery.table(options.metrics, population_metrics_csv(prepared, result));
  }
  if (delivery.good() && !options.quiet && options.out != "-" && options.metrics != "-") {
    delivery.table("-", population_table(prepared, result) + "\n" + quiet_statement + "\n");
  }
  return result.complete;
}

bool finish_sweep(Work& work, const Ledger& ledger, const Options& options, Delivery& delivery) {
  SweepResult& sweep = *work.sweep;
  for (std::size_t p = 0; p < work.populations.size(); ++p) {
    const PreparedPopulation& prepared = work.populations[p];
    const PopulationResult result =
        summarise(prepared.arms, prepared.spec, prepared.bands, ledger.total(p));
    sweep.complete = sweep.complete && result.complete;
    sweep.outcomes[work.points[p]] = outcome_of_patients(prepared, result);
  }
  note_points_without_result(sweep);
  print(sweep.warnings);
  if (!options.out.empty() || options.plot.empty()) {
    delivery.table(options.out.empty() ? "-" : options.out, sweep_csv(sweep));
  }
  if (!options.plot.empty()) {
    const auto figure = sweep_figure(sweep);
    const auto written = figure ? write_sweep_figure(*figure, options.plot)
                                : tl::expected<void, Diagnostics>(tl::unexpected(figure.error()));
    if (!written) {
      print(written.error());
      // Days of work are not thrown away for a figure.
      if (options.out.empty()) {
        delivery.table("-", sweep_csv(sweep));
      }
    }
    delivery.note(options.plot, written.has_value());
  }
  return sweep.complete;
}

int finish(Work& work, const Ledger& ledger, const Options& options) {
  Delivery delivery(options.quiet);
  const bool complete = work.sweep
                            ? finish_sweep(work, ledger, options, delivery)
                            : finish_scenario(work.populations.front(), ledger, options, delivery);
  if (delivery.good()) {
    std::error_code ignored;
    std::filesystem::remove(ledger.file(), ignored);
  }
  return delivery.good() && complete ? exit_ok : exit_problems;
}

/// Of a sweep each kind once; many points say the same.
Diagnostics warnings_of(const Work& work) {
  Diagnostics all;
  std::set<std::string> kinds;
  for (const PreparedPopulation& population : work.populations) {
    for (const Diagnostic& warning : population.warnings) {
      if (!work.sweep || kinds.insert(warning.code).second) {
        all.push_back(warning);
      }
    }
  }
  return all;
}

int run_leader(Work& work, std::uint64_t fingerprint, const Options& options,
               const std::string& command, EarlyEnd& early_end) {
  int ranks = 1;
  MPI_Comm_size(MPI_COMM_WORLD, &ranks);
  // Shared with the thread of signals, which lives as long as the process.
  const auto shared =
      std::make_shared<Ledger>(options.checkpoint, fingerprint, work.populations.front().spec,
                               work.populations.size(), ranks);
  Ledger& ledger = *shared;
  int may_start = 1;
  if (options.resume) {
    if (const auto resumed = ledger.resume(); !resumed) {
      print(resumed.error());
      may_start = 0;
    }
  } else if (std::error_code ignored; std::filesystem::exists(options.checkpoint, ignored)) {
    print({{Severity::error,
            "checkpoint.exists",
            fmt::format("'{}' is there from a run that did not end", options.checkpoint),
            {},
            {},
            "--resume goes on with it; delete it to begin again"}});
    may_start = 0;
  }
  const std::vector targets{options.out, options.metrics, options.plot, options.checkpoint};
  Diagnostics unfit = check_targets(targets);
  const auto refuse = [&](const Diagnostics& more) {
    unfit.insert(unfit.end(), more.begin(), more.end());
  };
  refuse(spare_inputs(targets, work.inputs));
  if (!options.plot.empty()) {
    refuse(check_sweep_axes(work.sweep->spec));
    if (const auto known = check_figure_path(options.plot); !known) {
      refuse(known.error());
    }
  }
  if (may_start != 0 && !unfit.empty()) {
    print(unfit);
    may_start = 0;
  }
  // At once, so that there is one whenever the run ends.
  if (may_start != 0) {
    if (const auto saved = ledger.save(); !saved) {
      print(saved.error());
      may_start = 0;
    }
  }
  MPI_Bcast(&may_start, 1, MPI_INT, 0, MPI_COMM_WORLD);
  if (may_start == 0) {
    return exit_problems;
  }
  print(warnings_of(work));
  if (!options.quiet) {
    say(
        fmt::format("ketascope-mpi: {} of {} patients to do on {} rank{}; should the run end "
                    "early, go on with\n  {}",
                    ledger.patients() - ledger.finished(), ledger.patients(), ranks,
                    ranks == 1 ? "" : "s", command));
  }
  early_end.on_signal([shared, count = ledger.patients(), command] {
    // First of all, because the launcher waits a second and no longer.
    say(
        fmt::format("ketascope-mpi: the run ended early: a rank was lost, or somebody stopped it. "
                    "The checkpoint is '{}'; go on with\n  {}",
                    shared->file().string(), command));
    if (const auto written = shared->save(); !written) {
      print(written.error());
      return;
    }
    say(fmt::format("ketascope-mpi: {} of {} patients are saved", shared->finished(), count));
  });
  RankOptions rank;
  rank.threads = options.threads;
  rank.every = std::chrono::milliseconds(static_cast<long>(1000.0 * options.every_s));
  rank.quiet = options.quiet;
  if (const auto led = lead(work.populations, ledger, ranks - 1, rank); !led) {
    print(led.error());
    MPI_Abort(MPI_COMM_WORLD, exit_problems);
  }
  // All that was computed: should the table find no room, --resume writes it without computing.
  if (const auto saved = ledger.save(); !saved) {
    print(saved.error());
  }
  return finish(work, ledger, options);
}

int run_follower(const Work& work, const Options& options) {
  int may_start = 0;
  MPI_Bcast(&may_start, 1, MPI_INT, 0, MPI_COMM_WORLD);
  if (may_start == 0) {
    return exit_problems;
  }
  RankOptions rank;
  rank.threads = options.threads;
  rank.every = std::chrono::milliseconds(static_cast<long>(1000.0 * options.every_s));
  if (const auto followed = follow(work.populations, rank); !followed) {
    print(followed.error());
    MPI_Abort(MPI_COMM_WORLD, exit_problems);
  }
  return exit_ok;
}

int run(int argc, char** argv, int rank, EarlyEnd& early_end) {
  CLI::App app(
      "Virtual patients on many processors: the result of `ketascope population --memory "
      "0`, bit for bit, for any number of ranks");
  Options options;
  app.footer(
      "\nmpirun -n 4 ketascope-mpi scenario.toml --n 100000000 --out percentiles.csv\n"
      "mpirun -n 4 ketascope-mpi sweep.toml --n 1000000 --out table.csv --plot reached.png");
  app.add_option("file", options.file, "Scenario or sweep; [population] says who")
      ->required()
      ->type_name("FILE");
  app.add_option("--n", options.n, "Patients per scenario, or at every point of a sweep")
      ->type_name("N")
      ->check(cli::whole(1, most_patients));
  app.add_option("--seed", options.seed, "Of all draws")->type_name("N")->check(cli::whole());
  app.add_option("--percentiles", options.percentiles, "Such as 5,50,95")
      ->type_name("P,P")
      ->check(cli::percentile_list());
  app.add_flag("--residual", options.residual, "Add residual error to the curves");
  app.add_flag("--uncertainty", options.uncertainty, "Draw the uncertainty of the estimates");
  app.add_option("--threads", options.threads, "Threads of every rank (1)")
      ->check(cli::whole(1, 1024))
      ->type_name("N");
  app.add_option("--out", options.out, "Percentiles over time, or the table of a sweep, as CSV")
      ->type_name("FILE");
  app.add_option("--plot", options.plot, "Figure of a sweep as PNG, SVG or PDF")->type_name("FILE");
  app.add_option("--metrics", options.metrics,
                 "Mean and percentiles of Cmax, tmax, AUC and time in bands, and targets reached")
      ->type_name("FILE");
  app.add_option("--checkpoint", options.checkpoint,
                 "Where the run stands (SCENARIO.checkpoint in the working directory)")
      ->type_name("FILE");
  app.add_option("--every", options.every_s, "Seconds between checkpoints (60)")
      ->check(CLI::Range(0.05, 86400.0))
      ->type_name("S");
  app.add_flag("--resume", options.resume, "Go on from the checkpoint");
  app.add_flag("--quiet", options.quiet, "No table, no notes");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (rank != 0) {
      return error.get_exit_code() == 0 ? exit_ok : exit_usage;
    }
    return app.exit(error) == 0 ? exit_ok : exit_usage;
  }
  const bool sweep = is_sweep(options.file);
  const std::string unfit =
      sweep && !options.metrics.empty() ? "--metrics: --out has the metrics of a sweep"
      : sweep && options.residual       ? "--residual: it is in no metric of a sweep"
      : !sweep && !options.plot.empty() ? "--plot: only of a sweep"
      : options.quiet && options.out.empty() && options.metrics.empty() && options.plot.empty()
          ? "with --quiet there would be no result: --out FILE or --metrics FILE"
          : "";
  if (!unfit.empty()) {
    if (rank == 0) {
      say("error: " + unfit);
    }
    return exit_usage;
  }
  if (options.checkpoint.empty()) {
    options.checkpoint = std::filesystem::path(options.file).stem().string() + ".checkpoint";
  }
  auto work = read(options);
  const std::uint64_t fingerprint =
      work ? fingerprint_of(*work, std::filesystem::path(options.file).parent_path()) : 0;
  const bool same = same_everywhere(fingerprint);
  if (!work) {
    if (rank == 0 || !same) {
      print(work.error());
    }
    return exit_problems;
  }
  if (!same) {
    if (rank == 0) {
      say("error: the ranks do not see the same program, scenario and models");
    }
    return exit_problems;
  }
  int ranks = 1;
  MPI_Comm_size(MPI_COMM_WORLD, &ranks);
  const std::string command = resume_command(argc, argv, ranks);
  return rank == 0 ? run_leader(*work, fingerprint, options, command, early_end)
                   : run_follower(*work, options);
}

}  // namespace
}  // namespace ketascope::mpi

int main(int argc, char** argv) {
  ketascope::mpi::EarlyEnd early_end;
  int provided = 0;
  MPI_Init_thread(&argc, &argv, MPI_THREAD_FUNNELED, &provided);
  int rank = 0;
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  if (rank != 0) {
    // Their leader speaks for them. The launcher gives everybody a second, but only until one of
    // them ends: who goes at once takes that second from the leader.
    early_end.on_signal([] { std::this_thread::sleep_for(std::chrono::seconds(3)); });
  }
  int code = ketascope::mpi::exit_problems;
  try {
    code = ketascope::mpi::run(argc, argv, rank, early_end);
  } catch (const std::exception& error) {
    ketascope::mpi::say(std::string("internal error: ") + error.what());
    MPI_Abort(MPI_COMM_WORLD, ketascope::mpi::exit_problems);
  }
  MPI_Finalize();
  return code;
}
