// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/io/netcdf_writer.hpp"

#include <gtest/gtest.h>
#include <netcdf.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <string>
#include <vector>

#include "io/text_files.hpp"

namespace ketascope {
namespace {

using testing::TemporaryFolder;

constexpr std::size_t rows = 50, columns = 2;

/// What patient `subject` has at a place, in internal units: a power of two and a whole number, so
/// that 32 bits hold it exactly.
double made_up(std::uint64_t subject, std::size_t column, std::size_t row) {
  return static_cast<double>((subject % 1000) * 1000 + column * 500 + row) / 1024.0;
}

NetcdfHeader header(std::size_t arms, std::uint64_t patients) {
  auto model = std::make_shared<Model>();
  model->id = "one";
  model->title = "One compartment";
  model->citation.text = "Nobody. A made-up model.";
  model->citation.doi = "10.1000/1";
  NetcdfHeader header;
  header.title = "Two doses";
  header.scenario_text = "format = \"ketascope-scenario 1\"\n# ü\n";
  header.program = "ketascope 0.1.0";
  header.spec.count = patients;
  header.spec.seed = 18446744073709551615u;
  header.spec.percentiles = {5.0, 95.0};
  for (std::size_t a = 0; a < arms; ++a) {
    NetcdfArm arm;
    arm.name = a == 0 ? "low dose" : "high dose";
    arm.model = model;
    for (std::size_t r = 0; r < rows; ++r) {
      arm.rows.push_back({0.5 * static_cast<double>(r), r == 1 ? Side::pre : Side::both});
    }
    for (const char* name : {"ketamine", "norketamine"}) {
      NetcdfColumn column;
      column.info.name = name;
      column.info.label = std::string(name) + ", plasma";
      column.info.analyte = name;
      column.info.matrix = "plasma";
      column.unit = "ng/mL";
      column.per_internal = 1024.0;
      arm.columns.push_back(column);
    }
    header.arms.push_back(std::move(arm));
  }
  return header;
}

void write_block(NetcdfWriter& writer, std::size_t arm, std::uint64_t first, std::size_t patients,
                 Status last = Status::completed) {
  std::vector<double> values(rows * columns * patients);
  for (std::size_t c = 0; c < columns; ++c) {
    for (std::size_t r = 0; r < rows; ++r) {
      for (std::size_t i = 0; i < patients; ++i) {
        values[(c * rows + r) * patients + i] = made_up(first + i, c, r);
      }
    }
  }
  std::vector<Status> status(patients, Status::completed);
  status.back() = last;
  writer.block(arm, first, patients, values, status);
}

PopulationResult result(const NetcdfHeader& header, bool complete) {
  PopulationResult result;
  result.spec = header.spec;
  result.complete = complete;
  for (const NetcdfArm& arm : header.arms) {
    ArmResult one;
    for (const NetcdfColumn& column : arm.columns) {
      PopulationColumn summary;
      summary.info = column.info;
      summary.mean.assign(rows, 2.0);
      summary.percentiles = {std::vector<double>(rows, 1.0), std::vector<double>(rows, 3.0)};
      one.columns.push_back(std::move(summary));
    }
    result.arms.push_back(std::move(one));
  }
  return result;
}

/// Reads a file with the library's own calls.
class Reader {
 public:
  explicit Reader(const std::filesystem::path& path) {
    opened = nc_open(path.c_str(), NC_NOWRITE, &id) == NC_NOERR;
    EXPECT_TRUE(opened) << path;
  }
  ~Reader() {
    if (opened) {
      nc_close(id);
    }
  }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  std::string text(int group, const char* variable, const char* name) const {
    int var = NC_GLOBAL;
    if (variable != nullptr) {
      EXPECT_EQ(nc_inq_varid(group, variable, &var), NC_NOERR) << variable;
    }
    std::size_t length = 0;
    EXPECT_EQ(nc_inq_attlen(group, var, name, &length), NC_NOERR) << name;
    std::string value(length, '\0');
    EXPECT_EQ(nc_get_att_text(group, var, name, value.data()), NC_NOERR) << name;
    return value;
  }
  int complete() const {
    int value = -1;
    EXPECT_EQ(nc_get_att_int(id, NC_GLOBAL, "complete", &value), NC_NOERR);
    return value;
  }
  int group(const char* name) const {
    int found = -1;
    EXPECT_EQ(nc_inq_ncid(id, name, &found), NC_NOERR) << name;
    return found;
  }
  std::size_t length(int group, const char* dimension) const {
    int dim = -1;
    std::size_t length = 0;
    EXPECT_EQ(nc_inq_dimid(group, dimension, &dim), NC_NOERR) << dimension;
    EXPECT_EQ(nc_inq_dimlen(group, dim, &length), NC_NOERR);
    return length;
  }
  std::vector<double> numbers(int group, const char* variable, std::size_t count) const {
    int var = -1;
    std::vector<double> values(count, -99.0);
    EXPECT_EQ(nc_inq_varid(group, variable, &var), NC_NOERR) << variable;
    EXPECT_EQ(nc_get_var_double(group, var, values.data()), NC_NOERR) << variable;
    return values;
  }
  std::vector<std::string> strings(int group, const char* variable, std::size_t count) const {
    int var = -1;
    std::vector<char*> found(count, nullptr);
    EXPECT_EQ(nc_inq_varid(group, variable, &var), NC_NOERR) << variable;
    EXPECT_EQ(nc_get_var_string(group, var, found.data()), NC_NOERR) << variable;
    std::vector<std::string> values(found.begin(), found.end());
    nc_free_string(count, found.data());
    return values;
  }

  int id = -1;
  bool opened = false;
};

void expect_curves(const Reader&, int group, std::size_t patients) {
  // Only what is whole: of a killed process the block in hand may be there in part.
  int var = -1;
  EXPECT_EQ(nc_inq_varid(group, "concentration", &var), NC_NOERR);
  const std::size_t start[] = {0, 0, 0}, count[] = {patients, columns, rows};
  std::vector<double> all(patients * columns * rows, -99.0);
  EXPECT_EQ(nc_get_vara_double(group, var, start, count, all.data()), NC_NOERR);
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < patients; ++i) {
    for (std::size_t c = 0; c < columns; ++c) {
      for (std::size_t r = 0; r < rows; ++r) {
        wrong += all[(i * columns + c) * rows + r] != 1024.0 * made_up(i, c, r) ? 1 : 0;
      }
    }
  }
  EXPECT_EQ(wrong, 0u);
}

TEST(NetcdfWriter, OneArmStandsAtTheRootWithAllThatDescribesIt) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "one.nc";
  const NetcdfHeader what = header(1, 130);
  auto writer = NetcdfWriter::create(path, what);
  ASSERT_TRUE(writer) << testing::listing(writer.error());
  write_block(**writer, 0, 0, 128);
  write_block(**writer, 0, 128, 2, Status::step_limit);
  ASSERT_TRUE((*writer)->finish(result(what, true)));
  writer->reset();

  const Reader reader(path);
  EXPECT_EQ(reader.complete(), 1);
  EXPECT_EQ(reader.text(reader.id, nullptr, "Conventions"), "CF-1.8");
  EXPECT_EQ(reader.text(reader.id, nullptr, "model"), "one");
  EXPECT_EQ(reader.text(reader.id, nullptr, "references"), "Nobody. A made-up model.");
  EXPECT_EQ(reader.text(reader.id, nullptr, "doi"), "10.1000/1");
  EXPECT_EQ(reader.text(reader.id, nullptr, "seed"), "18446744073709551615");
  EXPECT_EQ(reader.text(reader.id, nullptr, "source"), "ketascope 0.1.0");
  EXPECT_EQ(reader.text(reader.id, nullptr, "scenario"), what.scenario_text);
  EXPECT_EQ(reader.text(reader.id, nullptr, "comment"),
            "teaching and research, not for dosing decisions");
  EXPECT_EQ(reader.text(reader.id, "concentration", "units"), "ng/mL");
  EXPECT_EQ(reader.text(reader.id, "time", "units"), "h");
  EXPECT_EQ(reader.length(reader.id, "subject"), 130u);
  EXPECT_EQ(reader.length(reader.id, "time"), rows);
  EXPECT_EQ(reader.strings(reader.id, "output", columns),
            (std::vector<std::string>{"ketamine", "norketamine"}));
  EXPECT_EQ(reader.numbers(reader.id, "time", rows)[3], 1.5);
  EXPECT_EQ(reader.numbers(reader.id, "side", rows)[1], 1.0);
  EXPECT_EQ(reader.numbers(reader.id, "subject", 130)[129], 130.0);
  EXPECT_EQ(reader.numbers(reader.id, "status", 130)[128], 0.0);
  EXPECT_EQ(reader.numbers(reader.id, "status", 130)[129], static_cast<double>(Status::step_limit));
  EXPECT_EQ(reader.numbers(reader.id, "concentration_mean", rows * columns)[7], 2048.0);
  EXPECT_EQ(
      reader.numbers(reader.id, "concentration_percentile", 2 * rows * columns)[rows * columns],
      3072.0);
  expect_curves(reader, reader.id, 130);
}

TEST(NetcdfWriter, SeveralArmsAreGroupsNamedAfterThem) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "two.nc";
  const NetcdfHeader what = header(2, 64);
  auto writer = NetcdfWriter::create(path, what);
  ASSERT_TRUE(writer) << testing::listing(writer.error());
  write_block(**writer, 0, 0, 64);
  write_block(**writer, 1, 0, 64);
  ASSERT_TRUE((*writer)->finish(result(what, true)));
  const Reader reader(path);
  for (const char* name : {"low_dose", "high_dose"}) {
    const int group = reader.group(name);
    EXPECT_EQ(reader.text(group, nullptr, "doi"), "10.1000/1");
    expect_curves(reader, group, 64);
  }
}

TEST(NetcdfWriter, ArmsWhoseNamesBecomeTheSameStillHaveAGroupEach) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "same.nc";
  NetcdfHeader what = header(2, 64);
  what.arms[0].name = "10 mg";
  what.arms[1].name = "low dose";
  what.arms.push_back(what.arms[1]);
  what.arms[2].name = "low_dose";
  const auto writer = NetcdfWriter::create(path, what);
  ASSERT_TRUE(writer) << testing::listing(writer.error());
  const Reader reader(path);
  EXPECT_EQ(reader.text(reader.group("arm_1_10_mg"), nullptr, "title"), "10 mg");
  EXPECT_EQ(reader.text(reader.group("low_dose"), nullptr, "title"), "low dose");
  EXPECT_EQ(reader.text(reader.group("arm_3_low_dose"), nullptr, "title"), "low_dose");
}

TEST(NetcdfWriter, NoTwoRowsOfAJumpHaveTheSameTime) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "jump.nc";
  NetcdfHeader what = header(1, 1);
  what.arms[0].rows[0] = {0.0, Side::pre};
  what.arms[0].rows[1] = {0.0, Side::post};
  what.arms[0].rows[7] = {4.0, Side::pre};
  what.arms[0].rows[8] = {4.0, Side::post};
  ASSERT_TRUE(NetcdfWriter::create(path, what));
  const Reader reader(path);
  const std::vector<double> time = reader.numbers(reader.id, "time", rows);
  for (std::size_t r = 1; r < rows; ++r) {
    EXPECT_LT(time[r - 1], time[r]) << r;
  }
  EXPECT_EQ(time[1], 0.0);
  EXPECT_EQ(time[8], 4.0);
  EXPECT_NEAR(time[7], 4.0, 1e-14);
}

TEST(NetcdfWriter, EveryPatientHasHisPeakItsTimeAndTheAreaBelowTheCurve) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "metrics.nc";
  const NetcdfHeader what = header(1, 66);
  auto writer = NetcdfWriter::create(path, what);
  ASSERT_TRUE(writer) << testing::listing(writer.error());
  write_block(**writer, 0, 0, 64);
  write_block(**writer, 0, 64, 2, Status::non_finite);
  ASSERT_TRUE((*writer)->finish(result(what, true)));
  const Reader reader(path);
  const auto cmax = reader.numbers(reader.id, "cmax", 66 * columns);
  const auto tmax = reader.numbers(reader.id, "tmax", 66 * columns);
  const auto auc = reader.numbers(reader.id, "auc", 66 * columns);
  // The made-up curves rise to the end, by the same amount in every half hour.
  for (const std::size_t i : {0u, 63u, 64u}) {
    for (std::size_t c = 0; c < columns; ++c) {
      const double first = 1024.0 * made_up(i, c, 0), last = 1024.0 * made_up(i, c, rows - 1);
      EXPECT_EQ(cmax[i * columns + c], last);
      EXPECT_EQ(tmax[i * columns + c], 0.5 * (rows - 1));
      EXPECT_DOUBLE_EQ(auc[i * columns + c], 0.5 * (first + last) * 0.5 * (rows - 1));
    }
  }
  EXPECT_TRUE(std::isnan(cmax[65 * columns]));
  EXPECT_EQ(reader.text(reader.id, "cmax", "units"), "ng/mL");
  EXPECT_EQ(reader.text(reader.id, "tmax", "units"), "h");
  EXPECT_EQ(reader.text(reader.id, "auc", "units"), "ng*h/mL");
}

TEST(NetcdfWriter, FullPrecisionKeepsEveryBit) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "full.nc";
  NetcdfHeader what = header(1, 3);
  what.full_precision = true;
  what.arms[0].columns[0].per_internal = 1.0;
  auto writer = NetcdfWriter::create(path, what);
  ASSERT_TRUE(writer);
  std::vector<double> values(rows * columns * 3, 1.0 / 3.0);
  const std::vector<Status> status(3, Status::completed);
  (*writer)->block(0, 0, 3, values, status);
  ASSERT_TRUE((*writer)->finish(result(what, true)));
  const Reader reader(path);
  EXPECT_EQ(reader.numbers(reader.id, "concentration", 3 * rows * columns)[0], 1.0 / 3.0);
}

TEST(NetcdfWriter, ArmMayBeCalledAsAnotherComesToBe) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "film.nc";
  NetcdfHeader what = header(2, 64);
  what.arms.push_back(what.arms[0]);
  what.arms[0].name = "film";
  what.arms[1].name = "arm_3_film";
  what.arms[2].name = "film";
  const auto writer = NetcdfWriter::create(path, what);
  ASSERT_TRUE(writer) << testing::listing(writer.error());
  const Reader reader(path);
  EXPECT_EQ(reader.text(reader.group("arm_3_film"), nullptr, "title"), "arm_3_film");
  EXPECT_EQ(reader.text(reader.group("arm_3_arm_3_film"), nullptr, "title"), "film");
}

TEST(NetcdfWriter, CompressingSaysHowFarItIsAndCanBeStopped) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "whole.nc";
  const NetcdfHeader what = header(1, 2048);
  auto writer = NetcdfWriter::create(path, what);
  ASSERT_TRUE(writer);
  for (std::uint64_t first = 0; first < 2048; first += 512) {
    write_block(**writer, 0, first, 512);
  }
  std::stop_source stop;
  std::vector<double> shown;
  RunControl control;
  control.stop = stop.get_token();
  control.progress = [&](double done) {
    shown.push_back(done);
    if (done >= 0.5) {
      stop.request_stop();
    }
  };
  const auto finished = (*writer)->finish(result(what, true), control);
  ASSERT_FALSE(finished);
  EXPECT_EQ(finished.error().front().code, "netcdf.stopped");
  EXPECT_EQ(shown, (std::vector<double>{0.0, 0.25, 0.5}));
  EXPECT_FALSE(std::filesystem::exists(path.string() + ".part"));
  const Reader reader(path);
  EXPECT_EQ(reader.complete(), 0);
  expect_curves(reader, reader.id, 2048);
}

TEST(NetcdfWriter, StoppedRunKeepsItsBlocksAndSaysSo) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "stopped.nc";
  const NetcdfHeader what = header(1, 1000);
  auto writer = NetcdfWriter::create(path, what);
  ASSERT_TRUE(writer);
  write_block(**writer, 0, 0, 64);
  ASSERT_TRUE((*writer)->finish(result(what, false)));
  const Reader reader(path);
  EXPECT_EQ(reader.complete(), 0);
  EXPECT_EQ(reader.length(reader.id, "subject"), 64u);
  expect_curves(reader, reader.id, 64);
}

TEST(NetcdfWriter, FolderThatIsNotThereIsToldWithThePath) {
  const auto writer = NetcdfWriter::create("/nowhere/at/all.nc", header(1, 10));
  ASSERT_FALSE(writer);
  EXPECT_EQ(testing::listing(writer.error()),
            "0:0 error[netcdf.write] '/nowhere/at/all.nc' cannot be written: No such file or "
            "directory\n");
}

/// A real process writes block after block until it is killed without warning, at another moment
/// each time; what it had finished is there.
TEST(NetcdfWriter, FileOfAKilledProcessHoldsEveryCompleteBlock) {
  const TemporaryFolder folder;
  constexpr std::size_t block = 64;
  for (int round = 0; round < 30; ++round) {
    const auto path = folder.path() / fmt::format("killed{}.nc", round);
    int done[2];
    ASSERT_EQ(pipe(done), 0);
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      auto writer = NetcdfWriter::create(path, header(1, 1'000'000));
      for (std::uint64_t first = 0; writer && first < 1'000'000; first += block) {
        write_block(**writer, 0, first, block);
        const char one = 1;
        if (write(done[1], &one, 1) != 1) {
          break;
        }
      }
      _exit(0);
    }
    close(done[1]);
    std::size_t finished = 0;
    char one = 0;
    const auto wanted = static_cast<std::size_t>(2 + 3 * round);
    while (finished < wanted && read(done[0], &one, 1) == 1) {
      ++finished;
    }
    // Somewhere in the next block.
    usleep(static_cast<useconds_t>(round * 37));
    kill(child, SIGKILL);
    while (read(done[0], &one, 1) == 1) {
      ++finished;
    }
    close(done[0]);
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status));

    const Reader reader(path);
    ASSERT_TRUE(reader.opened);
    EXPECT_EQ(reader.complete(), 0);
    const std::size_t there = reader.length(reader.id, "subject");
    ASSERT_GE(there, finished * block);
    const std::vector<double> ends = reader.numbers(reader.id, "status", there);
    for (std::size_t i = 0; i < finished * block; ++i) {
      ASSERT_EQ(ends[i], 0.0) << i;
    }
    expect_curves(reader, reader.id, finished * block);
  }
}

/// Whoever is killed while a block is written leaves some of its bytes: whatever their mixture with
/// what was there, the patients before can be read.
TEST(NetcdfWriter, AnyMixtureOfTheFileBeforeAndAfterABlockHoldsThePatientsBefore) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "growing.nc", mixed = folder.path() / "mixed.nc";
  auto writer = NetcdfWriter::create(path, header(2, 700));
  ASSERT_TRUE(writer) << testing::listing(writer.error());
  write_block(**writer, 0, 0, 64);
  const std::string before = TemporaryFolder::read(path);
  for (std::uint64_t first = 64; first < 640; first += 64) {
    write_block(**writer, 0, first, 64);
  }
  const std::string after = TemporaryFolder::read(path);
  ASSERT_EQ(before.size(), after.size());
  EXPECT_NE(before, after);
  constexpr std::size_t piece = 2048;
  for (std::size_t cut = 0; cut < before.size(); cut += piece) {
    for (const bool new_first : {false, true}) {
      const std::string& head = new_first ? after : before;
      const std::string& tail = new_first ? before : after;
      folder.write("mixed.nc", head.substr(0, cut) + tail.substr(cut));
      const Reader reader(mixed);
      ASSERT_TRUE(reader.opened) << cut;
      ASSERT_EQ(reader.complete(), 0);
      const int group = reader.group("low_dose");
      expect_curves(reader, group, 64);
      const std::vector<double> ends = reader.numbers(group, "status", 700);
      ASSERT_EQ(std::count(ends.begin(), ends.begin() + 64, 0.0), 64) << cut;
    }
  }
}

TEST(NetcdfWriter, FileInTheMakingHasRoomForAllAndTheFinishedOneIsAsLongAsItsPatients) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "room.nc";
  const NetcdfHeader what = header(1, 1000);
  auto writer = NetcdfWriter::create(path, what);
  ASSERT_TRUE(writer);
  write_block(**writer, 0, 0, 64);
  {
    const Reader reader(path);
    EXPECT_EQ(reader.length(reader.id, "subject"), 1000u);
    const std::vector<double> ends = reader.numbers(reader.id, "status", 1000);
    EXPECT_EQ(ends[63], 0.0);
    EXPECT_EQ(ends[64], -1.0);
  }
  ASSERT_TRUE((*writer)->finish(result(what, false)));
  EXPECT_EQ(folder.count(), 1u) << "nothing is left beside it";
  const Reader reader(path);
  EXPECT_EQ(reader.length(reader.id, "subject"), 64u);
  expect_curves(reader, reader.id, 64);
}

TEST(NetcdfWriter, TimeInBandsAndTargetsOfEveryPatientAreThere) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "p.nc";
  NetcdfHeader what = header(1, 70);
  what.arms[0].measured = {{"cmax", "ketamine", false},
                           {"time_in_band:analgesia", "ketamine", false},
                           {"time_in_band:dissociation", "norketamine", false},
                           {"peak above 70", "ketamine", true}};
  auto writer = NetcdfWriter::create(path, what);
  ASSERT_TRUE(writer) << format(writer.error());
  std::vector<double> measured(4 * 64, std::nan(""));
  for (std::size_t i = 0; i < 64; ++i) {
    measured[64 + i] = 0.25 * static_cast<double>(i);
    measured[128 + i] = 3.0;
    measured[192 + i] = i % 3 == 0 ? 1.0 : 0.0;
  }
  measured[192 + 5] = std::nan("");
  (*writer)->measured(0, 0, 64, measured);
  write_block(**writer, 0, 0, 64);
  ASSERT_TRUE((*writer)->finish(result(what, false)));
  writer->reset();
  const Reader file(path);
  EXPECT_EQ(file.length(file.id, "band"), 2u);
  EXPECT_EQ(file.length(file.id, "target"), 1u);
  const auto hours = file.numbers(file.id, "time_in_band", 64 * 2);
  EXPECT_EQ(hours[2 * 7], 1.75);
  EXPECT_EQ(hours[2 * 7 + 1], 3.0);
  const auto reached = file.numbers(file.id, "target_reached", 64);
  EXPECT_EQ(reached[3], 1.0);
  EXPECT_EQ(reached[4], 0.0);
  EXPECT_EQ(reached[5], -1.0);
  EXPECT_EQ(file.text(file.id, "time_in_band", "units"), "h");
  EXPECT_EQ(file.text(file.id, "target_reached", "flag_meanings"), "missed reached");
}

}  // namespace
}  // namespace ketascope
