// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSignalSpy>
#include <cmath>
#include <filesystem>

#include "ketascope/app/figure.hpp"
#include "ketascope/app/library.hpp"
#include "viewmodel/model_catalog.hpp"

namespace ketascope::test {

inline Library sampleLibrary() {
  return Library({std::filesystem::path(KETASCOPE_MODELS_DIR)});
}

inline ScenarioSpec infusion(const std::string& name = {}) {
  ScenarioSpec spec;
  spec.name = name;
  spec.model = "kamp2020";
  spec.subject["WT"] = {70, "kg"};
  spec.sampling.until = {8, "h"};
  DoseSpec dose;
  dose.route = "iv";
  dose.amount = {0.5, "mg/kg"};
  dose.duration = Measure{40, "min"};
  spec.doses = {dose};
  return spec;
}

/// A made-up figure: two curves, one of them with a jump, crowded bands, three doses.
inline Figure sampleFigure() {
  Figure figure;
  figure.title = "A figure";
  figure.x_label = "time [h]";
  figure.y_label = "concentration [ng/mL]";
  figure.footnote = "For teaching and research. Not for dosing decisions.";
  Figure::Curve smooth;
  smooth.label = "smooth";
  Figure::Curve jumping;
  jumping.label = "jumping";
  jumping.colour = 1;
  jumping.dash = 1;
  for (int i = 0; i <= 4000; ++i) {
    const double t = i * 0.002;
    smooth.x.push_back(t);
    smooth.y.push_back(300 * t * std::exp(-1.2 * t));
    jumping.x.push_back(t);
    jumping.y.push_back(t < 2 ? 0.0 : 150 * std::exp(-(t - 2)));
    if (i == 999) {
      jumping.x.push_back(2.0);
      jumping.y.push_back(0.0);
    }
  }
  figure.curves = {smooth, jumping};
  figure.bands = {
      {"a", "first effect with quite a long name that has to be wrapped", "A 2001", 40, 90, 0},
      {"b", "second effect", "B 2002", 60, 100, 1},
      {"c", "third effect", "C 2003", 70, 95, 2},
      {"d", "fourth effect", "D 2004", 72, 92, 3},
      {"e", "out of sight", "E 2005", 1200, 2400, 4}};
  figure.doses = {{0, 0.5, 35, "35 mg", 0}, {2, 0, 20, "20 mg", 1}, {4, 0, 20, "20 mg", 1}};
  return figure;
}

/// Waits for the next signal of the spy; true when it came.
inline bool next(QSignalSpy& spy) {
  return !spy.isEmpty() || spy.wait(20'000);
}

}  // namespace ketascope::test
