// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace ketascope::testing {

/// A sound model, small enough to be broken in every way. Its lines are numbered from 1.
inline const std::string sound_model = R"(format = "ketascope-model 1"
id = "small"
title = "One compartment"
grade = "reference"
form = "racemate"
basis = "base"
matrix = "plasma"
site = "venous"
amount = "mass"
[citation]
text = "Nobody A. Made up for tests."
year = 2024
doi_missing = "made up"
[analytes.ketamine]
name = "ketamine"
molar_mass = { value = 237.73, unit = "g/mol" }
source = "test"
[covariates.WT]
unit = "kg"
standard = 70
low = 40
high = 120
source = "test"
[covariates.RACE]
unit = "1"
standard = 0
categories = { caucasian = 0, asian = 1 }
source = "test"
[parameters.V1]
value = 63
unit = "L"
source = "test"
[parameters.CL]
value = 84
unit = "L/h"
source = "test"
[definitions.k]
expression = "CL / V1"
unit = "1/h"
source = "test"
[compartments.central]
analyte = "ketamine"
source = "test"
[[flows]]
from = "central"
rate = "k"
source = "test"
[[outputs]]
name = "ketamine"
label = "ketamine"
analyte = "ketamine"
matrix = "plasma"
site = "venous"
expression = "central / V1"
unit = "ng/mL"
kind = "concentration"
[[routes]]
id = "iv"
label = "intravenous"
into = ["central"]
infusion = true
source = "test"
[[checks]]
id = "peak"
kind = "cmax"
source = "test"
evidence = "derived"
doses = [ { route = "iv", amount = "20 mg" } ]
covariates = { WT = "70 kg", RACE = "asian" }
output = "ketamine"
until = "6 h"
expected = { value = 317.46, unit = "ng/mL" }
tolerance_percent = 0.1
)";

}  // namespace ketascope::testing
