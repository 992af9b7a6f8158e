// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <unistd.h>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "ketascope/app/library.hpp"
#include "ketascope/io/model_file.hpp"

namespace ketascope::testing {

/// One compartment with first-order absorption, of which everything is known in closed form:
/// CL 10 L/h, V 50 L (k = 0.2 per h), ka 1.5 per h, F 0.5.
inline std::string one_compartment(const std::string& checks = {}) {
  return R"toml(format = "ketascope-model 1"
id = "one"
title = "One compartment & nothing else"
summary = "For tests."
grade = "composite"
grade_reason = "made up for tests"
form = "racemate"
basis = "base"
matrix = "plasma"
site = "venous"
amount = "mass"
dose_analyte = "ketamine"
left_out = ["Everything <real>."]

[citation]
text = "Nobody. A made-up model, 2020."
year = 2020
doi_missing = "made up"

[population]
description = "nobody"

[analytes.ketamine]
name = "ketamine"
enantiomer = "racemate"
molar_mass = { value = 237.73, unit = "g/mol" }
source = "test"

[covariates.WT]
description = "body weight"
unit = "kg"
standard = 70
low = 40
high = 120
source = "test"

[covariates.RACE]
description = "race"
unit = "1"
standard = 0
categories = { caucasian = 0, japanese = 1 }
source = "test"

[parameters.CL]
value = 10
unit = "L/h"
source = "test"
[parameters.V]
value = 50
unit = "L"
source = "test"
[parameters.ka]
value = 1.5
unit = "1/h"
source = "test"
[parameters.F1]
value = 0.5
unit = "1"
source = "test"

[definitions.k]
expression = "CL / V * (1 + RACE)"
unit = "1/h"
source = "test"

[compartments.depot]
analyte = "ketamine"
F = "F1"
source = "test"
[compartments.central]
analyte = "ketamine"
source = "test"

[[flows]]
from = "depot"
to = "central"
rate = "ka"
source = "test"
[[flows]]
from = "central"
rate = "k"
source = "test"

[[outputs]]
name = "ketamine"
label = "ketamine (plasma)"
analyte = "ketamine"
matrix = "plasma"
site = "venous"
expression = "central / V"
unit = "ng/mL"
kind = "concentration"

[[routes]]
id = "iv"
label = "intravenous"
into = ["central"]
infusion = true
source = "test"
[[routes]]
id = "oral"
label = "oral"
into = ["depot"]
grade = "unverified"
note = "F is made up"
source = "test"
)toml" + checks;
}

inline ModelPtr model_of(const std::string& text) {
  BuiltModel built = parse_model(text, "one.toml");
  if (!built.model) {
    throw std::runtime_error(format(built.diagnostics, text));  // ends the test, with the reason
  }
  return built.model;
}

/// A folder that is gone with the test.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "ketascope-test-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path add(const std::string& name, const std::string& content) const {
    const auto file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
    return file;
  }

 private:
  std::filesystem::path path_;
};

inline std::string content_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

inline ::testing::AssertionResult holds(const std::string& text, const std::string& part) {
  if (text.find(part) != std::string::npos) {
    return ::testing::AssertionSuccess();
  }
  return ::testing::AssertionFailure() << "'" << part << "' is not in:\n" << text;
}

using Names = std::vector<std::string>;

inline Names codes(const Diagnostics& diagnostics) {
  Names found;
  for (const Diagnostic& diagnostic : diagnostics) {
    found.push_back(diagnostic.code);
  }
  return found;
}

}  // namespace ketascope::testing
