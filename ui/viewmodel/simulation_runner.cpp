// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/simulation_runner.hpp"

#include <utility>

#include "viewmodel/patients.hpp"

namespace ketascope {
namespace {

constexpr int ribbonPatience = 400;  // milliseconds

}  // namespace

SimulationRunner::SimulationRunner(QObject* parent, Job job)
    : BackgroundRunner(parent), m_job(std::move(job)) {
  connect(this, &BackgroundRunner::delivered, this, [this](const Answer& answer) {
    auto outcome = std::static_pointer_cast<const SimulationOutcome>(answer);
    if (!outcome->cancelled) {
      m_latest = std::move(outcome);
      Q_EMIT finished(m_latest);
    }
  });
}

std::uint64_t SimulationRunner::submit(SimulationRequest request) {
  // A thousand patients take longer than a slider needs to its next place; without patience nothing
  // would be seen until it rests.
  setPatience(showsPatients(request.document) ? ribbonPatience : 0);
  return BackgroundRunner::submit([job = m_job, request = std::move(request), previous = m_latest,
                                   number = generation() + 1](const RunControl& control) {
    auto outcome = std::make_shared<SimulationOutcome>(job(request, control, previous.get()));
    outcome->generation = number;
    outcome->cancelled = outcome->cancelled || control.stop.stop_requested();
    return Answer(std::move(outcome));
  });
}

}  // namespace ketascope
