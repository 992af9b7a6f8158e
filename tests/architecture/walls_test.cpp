// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/walls.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace ketascope::walls {
namespace {

const std::string licence = "// SPDX-License-Identifier: GPL-3.0-or-later\n";

/// A licensed file at `path` that includes `header` on its second line.
SourceFile including(const std::string& path, const std::string& header) {
  return {path, licence + "#include <" + header + ">\n"};
}

SourceFile holding(const std::string& path, const std::string& code) {
  return {path, licence + code};
}

std::string joined(const std::vector<Violation>& found) {
  std::string text;
  for (const Violation& violation : found) {
    text += violation + "\n";
  }
  return text;
}

bool is_refused(const SourceFile& file) {
  return !violations(file).empty();
}

TEST(ArchitectureWalls, HoldInTheWholeRepository) {
  std::string found;
  for (const SourceFile& file : read_tree(KETASCOPE_SOURCE_DIR)) {
    found += joined(violations(file));
  }
  EXPECT_EQ(found, "");
}

TEST(ArchitectureWalls, ScanReachesEveryPartOfTheRepository) {
  std::set<std::string> parts;
  for (const SourceFile& file : read_tree(KETASCOPE_SOURCE_DIR)) {
    parts.insert(file.path.substr(0, file.path.find('/')));
  }
  for (const char* part :
       {".ci", "CMakeLists.txt", "cmake", "docs", "include", "scripts", "src", "tests"}) {
    EXPECT_TRUE(parts.contains(part)) << part;
  }
}

TEST(ArchitectureRules, NameFileLineAndHeader) {
  EXPECT_EQ(joined(violations(including("src/model/model.cpp", "ketascope/io/model_file.hpp"))),
            "src/model/model.cpp:2: model includes \"ketascope/io/model_file.hpp\" of the higher "
            "room io\n");
}

TEST(ArchitectureRules, KeepQtInTheDesktop) {
  for (const char* header : {"QString", "QtCore/QString", "QWidget"}) {
    EXPECT_TRUE(is_refused(including("src/app/report.cpp", header))) << header;
    EXPECT_TRUE(is_refused(including("tests/app/report_test.cpp", header))) << header;
    EXPECT_FALSE(is_refused(including("ui/widgets/panel.cpp", header))) << header;
    EXPECT_FALSE(is_refused(including("tests/ui/panel_test.cpp", header))) << header;
  }
  EXPECT_FALSE(is_refused(including("src/sim/simulate.cpp", "Quadrature.hpp")));
}

TEST(ArchitectureRules, LetARoomUseOnlyItselfAndRoomsToItsLeft) {
  const std::vector<std::string> order{"diagnostic", "units",    "expr",       "model", "dosing",
                                       "sim",        "analysis", "population", "io",    "app"};
  for (std::size_t own = 0; own < order.size(); ++own) {
    for (std::size_t target = 0; target < order.size(); ++target) {
      const std::string header = "ketascope/" + order[target] + "/x.hpp";
      EXPECT_EQ(is_refused(including("src/" + order[own] + "/x.cpp", header)), target > own);
      EXPECT_EQ(is_refused(including("include/ketascope/" + order[own] + "/x.hpp", header)),
                target > own);
      EXPECT_EQ(
          is_refused(including("src/" + order[own] + "/x.cpp", order[target] + "/private.hpp")),
          target > own);
    }
  }
}

TEST(ArchitectureRules, KeepTheDesktopOutOfTheRoomsBelow) {
  EXPECT_TRUE(is_refused(including("src/app/report.cpp", "plot/concentration_plot.hpp")));
  EXPECT_TRUE(is_refused(including("src/cli/main.cpp", "ui/plot/concentration_plot.hpp")));
  EXPECT_TRUE(is_refused(including("ui/widgets/panel.cpp", "cli/commands.hpp")));
  EXPECT_FALSE(is_refused(including("ui/widgets/panel.cpp", "ketascope/app/report.hpp")));
}

TEST(ArchitectureRules, KeepWidgetsOnTopOfPlotAndViewmodel) {
  EXPECT_TRUE(is_refused(including("ui/viewmodel/document.hpp", "plot/concentration_plot.hpp")));
  EXPECT_TRUE(is_refused(including("ui/plot/concentration_plot.cpp", "widgets/main_window.hpp")));
  EXPECT_FALSE(is_refused(including("ui/widgets/main_window.cpp", "viewmodel/document.hpp")));
}

TEST(ArchitectureRules, KeepFilesClocksAndLocalesOutOfCore) {
  for (const char* header : {"fstream", "filesystem", "chrono", "iostream", "cstdio", "locale"}) {
    EXPECT_TRUE(is_refused(including("src/sim/simulate.cpp", header))) << header;
    EXPECT_TRUE(is_refused(including("include/ketascope/units/quantity.hpp", header))) << header;
    EXPECT_FALSE(is_refused(including("src/io/model_file.cpp", header))) << header;
  }
  EXPECT_TRUE(is_refused(holding("src/model/x.cpp", "auto home = std::getenv(\"HOME\");\n")));
  EXPECT_FALSE(is_refused(holding("src/io/x.cpp", "auto home = std::getenv(\"HOME\");\n")));
}

TEST(ArchitectureRules, ReadCodeAndNotCommentsOrText) {
  EXPECT_FALSE(is_refused(holding("src/model/x.cpp", "// getenv is not used here\n")));
  EXPECT_FALSE(is_refused(holding("src/model/x.cpp", "/* printf */ auto s = \"getenv\";\n")));
  EXPECT_FALSE(is_refused(holding("src/model/x.cpp", "int forgetenvelope = 1'000;\n")));
  EXPECT_TRUE(is_refused(holding("src/model/x.cpp", "char c = '\"'; std::getenv(name);\n")));
  EXPECT_TRUE(is_refused(holding("src/model/x.cpp", "int n = 1'000; std::getenv(name);\n")));
  EXPECT_EQ(code_only("a /* b\n c */ d \"e\\\"f\" // g\nh R\"x(i)x\" j"),
            "a \n  d \"\" \nh \"\" j");
}

TEST(ArchitectureRules, ConfineHeavyLibraries) {
  EXPECT_TRUE(is_refused(including("ui/plot/concentration_plot.hpp", "qcustomplot.h")));
  EXPECT_TRUE(is_refused(including("ui/widgets/main_window.cpp", "qcustomplot.h")));
  EXPECT_FALSE(is_refused(including("ui/plot/concentration_plot.cpp", "qcustomplot.h")));
  const std::string odeint = "boost/numeric/odeint/stepper/runge_kutta_dopri5.hpp";
  EXPECT_TRUE(is_refused(including("src/sim/simulate.cpp", odeint)));
  EXPECT_TRUE(is_refused(including("include/ketascope/sim/ode_solver.hpp", odeint)));
  EXPECT_FALSE(is_refused(including("src/sim/ode_solver.cpp", odeint)));
  EXPECT_TRUE(is_refused(including("include/ketascope/io/model_file.hpp", "toml++/toml.h")));
  EXPECT_FALSE(is_refused(including("src/io/model_file.cpp", "toml++/toml.h")));
  EXPECT_TRUE(is_refused(including("src/app/report.cpp", "CLI/CLI.hpp")));
  EXPECT_FALSE(is_refused(including("src/cli/main.cpp", "CLI/CLI.hpp")));
}

TEST(ArchitectureRules, WantTheLicenceOnTheFirstLine) {
  EXPECT_TRUE(is_refused({"src/model/x.cpp", "\n" + licence}));
  EXPECT_TRUE(is_refused({"src/model/x.cpp", "#pragma once\n"}));
  EXPECT_TRUE(is_refused({"src/model/x.cpp", ""}));
  EXPECT_FALSE(is_refused({"src/model/x.cpp", licence}));
  EXPECT_FALSE(is_refused({"scripts/x.sh", "#!/bin/sh\n# " + licence.substr(3)}));
  EXPECT_TRUE(is_refused({"scripts/x.sh", "#!/bin/sh\necho\n"}));
  EXPECT_TRUE(is_refused({"src/CMakeLists.txt", "add_library(x)\n"}));
  EXPECT_FALSE(is_refused({"docs/numerics.md", "# Numerics\n"}));
}

TEST(ArchitectureRules, RefuseMarksOfUnfinishedWork) {
  const std::string mark = std::string("TO") + "DO";
  EXPECT_TRUE(is_refused(holding("src/model/x.cpp", "// " + mark + ": later\n")));
  EXPECT_TRUE(is_refused({"docs/numerics.md", mark + "\n"}));
  EXPECT_TRUE(is_refused({"models/x.toml", std::string("# FIX") + "ME\n"}));
  EXPECT_FALSE(is_refused(holding("src/model/x.cpp", "int MAS" + mark + "NT = 0;\n")));
}

}  // namespace
}  // namespace ketascope::walls
