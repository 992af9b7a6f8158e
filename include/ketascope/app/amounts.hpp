// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/app/summary.hpp"
#include "ketascope/sim/simulate.hpp"

namespace ketascope {

/// What every compartment of a run's model holds and what every flow carries, over the run's time.
/// Internal units; both sides of every jump.
struct Amounts {
  /// What a route brings into one compartment.
  struct Input {
    std::string route;  ///< id; empty for the records of an event table
    int compartment = 0;
    double start_h = 0, duration_h = 0;  ///< 0: at once
    double amount = 0;
  };

  ModelPtr model;
  std::string subject;  ///< id, where an event table has several; the first is shown
  std::vector<double> time_h;
  std::vector<double> states;   ///< states[compartment * rows + row]
  std::vector<double> flows;    ///< flows[flow * rows + row], amount/h
  std::vector<double> carried;  ///< carried[flow * rows + row]: so far, of flows to or from outside
  std::vector<double> state_peaks, flow_peaks;  ///< of sizes; flows: of the part of each moment
  std::vector<Input> inputs;
  std::vector<bool> of_drug;  ///< per compartment: what the drug's routes lead to
  bool steady_state = false;  ///< doses went on for ever before: what entered has no number
  bool from_table = false;

  std::size_t rows() const { return time_h.size(); }
  /// Between rows in a straight line; after what happens at that instant.
  double state_at(std::size_t compartment, double time_h) const;
  double flow_at(std::size_t flow, double time_h) const;
  double carried_at(std::size_t flow, double time_h) const;
  /// Amount per hour that infusions bring into a compartment.
  double infused_at(std::size_t compartment, double time_h) const;

  struct Balance {
    double held = 0;     ///< in all compartments that the drug reaches
    double left = 0;     ///< eliminated, less what came from outside
    double entered = 0;  ///< by doses so far, after F, and what was there at the start
  };
  /// Nothing where it has no meaning: in a steady state, and for event tables.
  std::optional<Balance> balance_at(double time_h) const;

 private:
  double between(const std::vector<double>& values, std::size_t column, double at_h) const;
};

/// Runs the scenario of `run` once more with its model's compartments and flows as outputs.
tl::expected<Amounts, Diagnostics> amounts_of(const Run& run, const RunControl& control = {});

/// How a time axis counts: x = (time_h - zero_h) * per_h.
struct AxisTime {
  double zero_h = 0, per_h = 1;
};
AxisTime axis_time(const Run& run, const DisplaySpec& display);

}  // namespace ketascope
