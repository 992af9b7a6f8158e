// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace ketascope {

/// How a covariate is known between two rows that give it.
/// nocb: the next row's value holds back to the row before (NONMEM); locf: a value holds from its
/// row on; linear: straight line between rows, evaluated at every break of the timeline.
enum class CovariatePolicy { nocb, locf, linear };

/// What one compartment is given of a dose.
struct DoseShare {
  int cmt = 0;  ///< 1-based
  double amt_mg = 0.0;
  bool operator==(const DoseShare&) const = default;
};

/// One row of a dosing record with NONMEM's meaning; amounts in mg, times in h, rates in mg/h.
struct EventRecord {
  double time_h = 0.0;
  int evid = 0;  ///< 0 observation, 1 dose, 2 other, 3 reset, 4 reset and dose
  int cmt = 0;   ///< 1-based; 0 = the default compartment; negative with EVID 2 = switch off
  double amt_mg = 0.0;
  double rate_mg_per_h = 0.0;  ///< > 0 given rate, -1 modelled rate R, -2 modelled duration D
  double dur_h = 0.0;          ///< > 0: given duration, F scales the rate; not with a rate
  double ii_h = 0.0;
  int addl = 0;
  int ss = 0;                   ///< 0, 1, 2 (3 is read as 1)
  std::optional<double> F;      ///< set by hand: the part that enters, instead of the model's F
  std::optional<double> lag_h;  ///< set by hand, instead of the model's ALAG
  /// All compartments of the dose that F is said of, if there are several: together they get that
  /// part, in the proportions of the model. Empty: F is said of `cmt`.
  std::vector<DoseShare> shares;
  double whole_mg = 0.0;  ///< the dose that `shares` are of; compartments that split it by F have
                          ///< it all as their amount
  int source_row =
      0;  ///< row of the table or line of the scenario, for the audit trail and messages
  std::string source_name;  ///< "row" or "line": what source_row counts; may name a route

  bool operator==(const EventRecord&) const = default;
};

/// All records of one subject, in file order, with the covariates in force.
struct SubjectRecords {
  std::string id = "1";
  std::vector<EventRecord> records;
  /// covariates[r * n_covariates + c] belongs to record r (model order, internal units). One row
  /// per record, or exactly one row that holds for all.
  std::vector<double> covariates;
  /// Internal units, model order: one row for all records or, as for covariates, one row per record
  /// (a new occasion); empty = the model's typical values.
  std::vector<double> parameters;

  bool operator==(const SubjectRecords&) const = default;
};

}  // namespace ketascope
