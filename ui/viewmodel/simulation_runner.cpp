// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/simulation_runner.hpp"

#include <exception>
#include <utility>

#include "viewmodel/defect.hpp"
#include "viewmodel/patients.hpp"

namespace ketascope {
namespace {

// In milliseconds. A thousand patients take longer than a slider needs to its next place: quick
// ribbons are let finish, and shown together with their curve. What takes longer would hold the
// curve up: it is shown at once, and the ribbons come when the slider rests.
constexpr double quickRibbons = 200;
constexpr int ribbonPatience = 400;
constexpr int curvePatience = 30;
constexpr double earlyAfter = 100;

}  // namespace

SimulationRunner::SimulationRunner(QObject* parent, Job job)
    : BackgroundRunner(parent), m_job(std::move(job)) {
  connect(this, &BackgroundRunner::delivered, this, [this](const Answer& answer) {
    auto outcome = std::static_pointer_cast<const SimulationOutcome>(answer);
    if (!outcome->cancelled) {
      m_latest = std::move(outcome);
      if (m_latest->ribbonsMs > 0) {
        m_ribbonsMs = m_latest->ribbonsMs;
      } else if (m_latest->ribbonsPending) {
        m_ribbonsMs = ribbonPatience;  // longer than quick, whatever it will be
      }
      Q_EMIT finished(m_latest);
    }
  });
}

std::uint64_t SimulationRunner::submit(SimulationRequest request) {
  const bool quick = m_ribbonsMs <= quickRibbons;
  request.earlyAfterMs = quick ? earlyAfter : 0;
  setPatience(!showsPatients(request.document) ? 0 : quick ? ribbonPatience : curvePatience);
  return BackgroundRunner::submit(WorkInSteps(
      [job = m_job, request = std::move(request), previous = m_latest, number = generation() + 1](
          const RunControl& control, const Early& early) mutable {
        request.early = [&early, number](SimulationOutcome curves) {
          curves.generation = number;
          early(std::make_shared<const SimulationOutcome>(std::move(curves)));
        };
        auto outcome = std::make_shared<SimulationOutcome>();
        try {
          *outcome = job(request, control, previous.get());
        } catch (const std::exception& problem) {  // said where every problem of a document is
          outcome->document = request.document;
          outcome->diagnostics.push_back(defect(problem));
        }
        outcome->generation = number;
        outcome->cancelled = outcome->cancelled || control.stop.stop_requested();
        return Answer(std::move(outcome));
      }));
}

}  // namespace ketascope
