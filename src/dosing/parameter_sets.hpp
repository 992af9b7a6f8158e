// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <span>
#include <vector>

#include "ketascope/dosing/event.hpp"
#include "ketascope/model/model.hpp"

namespace ketascope {

/// Dosing quantities of one compartment for one dose.
struct DoseValues {
  double F, ALAG, D, R;
};

inline bool is_modelled_rate(double R) {
  return R > 0 && std::isfinite(R);
}

/// The distinct parameter sets of a subject's records, and the dosing quantities under each.
class ParameterSets {
 public:
  ParameterSets(const Model& model, const SubjectRecords& subject);

  /// Set of record r; equal covariates share a set.
  int of_record(std::size_t r) const { return of_record_[r]; }
  /// Set whose covariates lie the fraction `f` of the way from record a's to record b's.
  /// Categories have nothing between them: they are record a's.
  int between(std::size_t a, std::size_t b, double f);
  bool same(std::size_t a, std::size_t b) const { return of_record_[a] == of_record_[b]; }

  DoseValues dose_values(int set, int cmt, double amt_mg) const;

  std::size_t width() const { return width_; }
  std::vector<double> take() { return std::move(values_); }

 private:
  std::span<const double> covariates(std::size_t r) const;
  std::span<const double> parameters(std::size_t r) const;
  int append(std::size_t r, std::span<const double> covariates);

  const Model& model_;
  const SubjectRecords& subject_;
  std::size_t width_;
  std::vector<double> parameters_, values_;
  std::vector<int> of_record_;
};

}  // namespace ketascope
