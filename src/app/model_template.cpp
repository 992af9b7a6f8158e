// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/model_template.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace ketascope {
namespace {

constexpr std::string_view marker = "@ID@";

constexpr std::string_view template_text =
    R"toml(# A model for Ketascope. Every number here is made up: replace all of them, and each "made up" by the
# table, page or equation that the number comes from. Then run
#
#   ketascope check @ID@.toml       is the file sound? Every problem is shown with its place
#   ketascope verify @ID@.toml      does it give the numbers of [[checks]]?
#   ketascope models show @ID@.toml
#   ketascope simulate --model ./@ID@.toml --route iv --dose "0.5 mg/kg" --duration "40 min"
#
# To have it among the other models, put it into a folder that KETASCOPE_MODEL_PATH names.

format = "ketascope-model 1"
id = "@ID@"                              # the file's name without .toml
title = "My model"                       # what lists and legends show
summary = "One compartment with absorption; made up."
grade = "user"                           # user | published | composite | unverified | reference
# grade_reason = "..."                   # for composite and unverified: shown wherever it is used
form = "racemate"                        # what doses are: racemate | S | R
basis = "base"                           # what dose amounts count: base | hydrochloride
matrix = "plasma"
site = "venous"                          # arterial | venous | unknown
amount = "mass"                          # what compartments hold: mass (mg) | molar (umol)
dose_analyte = "ketamine"
left_out = ["What the paper has and this file has not."]
conflicts = []                           # where sources contradict each other
notes = []

[citation]
text = "Made up as a template."
year = 2024
doi_missing = "made up"                  # or doi = "10.1000/xyz"

[population]
description = "Nobody."                  # who was studied
# n = 12
# age = "18-60 years"
# weight = "53-93 kg"

# What is measured. Its molar mass lets concentrations be shown in umol/L.
[analytes.ketamine]
name = "ketamine"
enantiomer = "racemate"                  # racemate | S | R
molar_mass = { value = 237.73, unit = "g/mol" }
source = "molar mass of the free base"

# What differs between people. WT is always body weight, AGE always age. Outside low to high every
# result carries a warning.
[covariates.WT]
description = "body weight"
unit = "kg"
standard = 70                            # used when none is given
low = 50
high = 100
source = "made up"

# The numbers of the paper, as printed there.
[parameters.CL]
value = 80
unit = "L/h"
source = "made up"
description = "clearance at 70 kg"
# rse_percent = 5                        # uncertainty of the estimate; or standard_error, same unit
[parameters.V]
value = 200
unit = "L"
source = "made up"
description = "volume at 70 kg"
[parameters.ka]
value = 1.5
unit = "1/h"
source = "made up"
description = "absorption rate constant"
[parameters.F_oral]
value = 0.2
unit = "1"                               # a plain number
source = "made up"
description = "oral bioavailability"

# What follows from them. Any order; dimensions are checked. Constants carry a unit: 70[kg].
[definitions.CL_i]
expression = "CL * (WT / 70[kg])^0.75"
unit = "L/h"
source = "made up"
description = "individual clearance"
[definitions.V_i]
expression = "V * WT / 70[kg]"
unit = "L"
source = "made up"
description = "individual volume"

# Where drug is. The name of a compartment stands for the amount in it.
[compartments.depot]
analyte = "ketamine"
description = "gut"
F = "F_oral"                             # part of a dose that arrives; also ALAG (lag), D, R
source = "made up"
[compartments.central]
analyte = "ketamine"
description = "everything else"
source = "made up"

# Where it goes: `rate` (per time) times the amount in `from`. Without `to` it leaves the body.
[[flows]]
from = "depot"
to = "central"
rate = "ka"
label = "absorption"
source = "made up"
[[flows]]
from = "central"
rate = "CL_i / V_i"
label = "elimination"
source = "made up"

# What is shown.
[[outputs]]
name = "ketamine"
label = "ketamine (venous plasma)"
analyte = "ketamine"
matrix = "plasma"
site = "venous"
expression = "central / V_i"
unit = "ng/mL"                           # as shown; must fit the expression's dimension
kind = "concentration"                   # concentration | amount | effect | other

# How doses enter.
[[routes]]
id = "iv"                                # iv im sc intranasal oral sublingual buccal rectal inhaled ...
label = "intravenous"
into = ["central"]                       # each compartment gets the whole dose, times its own F
infusion = true                          # may be given over a time
source = "made up"
[[routes]]
id = "oral"
label = "oral"
into = ["depot"]
source = "made up"

# How people differ from each other, and measurements from the model. Leave out what is not known.
[[random_effects]]
name = "eta_CL"
parameter = "CL"
distribution = "lognormal"               # lognormal | logit | normal
level = "subject"                        # subject | occasion
cv_percent = 30                          # or variance (omega^2)
source = "made up"
[[residuals]]
output = "ketamine"
proportional_sd = 0.15                   # and/or additive_sd = { value = 1, unit = "ng/mL" }; or log_sd
source = "made up"

# Numbers that the model must give: from the paper (published), or worked out apart from it (derived).
# kind: cmax tmax auc value csht half_life definition
[[checks]]
id = "CL"
kind = "definition"
source = "made up"
evidence = "derived"
definition = "CL_i"
covariates = { WT = "70 kg" }
expected = { value = 80, unit = "L/h" }
tolerance_percent = 0.1
[[checks]]
id = "iv-peak"
kind = "cmax"
source = "derived: 20 mg / 200 L"
evidence = "derived"
doses = [{ route = "iv", amount = "20 mg" }]
covariates = { WT = "70 kg" }
output = "ketamine"
until = "1 h"
expected = { value = 100, unit = "ng/mL" }
tolerance_percent = 0.1
[[checks]]
id = "oral-exposure"
kind = "auc"
source = "derived: 0.2 x 100 mg / 80 L/h"
evidence = "derived"
doses = [{ route = "oral", amount = "100 mg" }]
covariates = { WT = "70 kg" }
output = "ketamine"
until = "72 h"
expected = { value = 250, unit = "ng*h/mL" }
tolerance = { value = 0.3, unit = "ng*h/mL" }
)toml";

bool is_file_name(std::string_view id) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.';
  };
  return !id.empty() && id.front() != '.' && id.front() != '-' && std::ranges::all_of(id, plain);
}

}  // namespace

tl::expected<std::string, Diagnostics> model_template(std::string_view id) {
  if (!is_file_name(id)) {
    return tl::unexpected(Diagnostics{{Severity::error,
                                       "model.name",
                                       fmt::format("id '{}' is no file name", id),
                                       {},
                                       {},
                                       "letters, digits, '_', '-' and '.'"}});
  }
  std::string text(template_text);
  for (auto at = text.find(marker); at != std::string::npos;
       at = text.find(marker, at + id.size())) {
    text.replace(at, marker.size(), id);
  }
  return text;
}

}  // namespace ketascope
