// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include "viewmodel/background_runner.hpp"
#include "viewmodel/simulation.hpp"

namespace ketascope {

using OutcomePtr = std::shared_ptr<const SimulationOutcome>;

/// Computes documents in the background; the newest request wins. Results carry the number of their
/// request.
class SimulationRunner : public BackgroundRunner {
  Q_OBJECT

 public:
  using Job = std::function<SimulationOutcome(const SimulationRequest&, const RunControl&,
                                              const SimulationOutcome* previous)>;

  explicit SimulationRunner(QObject* parent = nullptr, Job job = simulateDocument);

  /// Number under which the result will come.
  std::uint64_t submit(SimulationRequest request);
  /// The last result delivered; may be null.
  OutcomePtr latest() const { return m_latest; }
  /// Forgets results, so that the next request is computed from scratch (the models have changed).
  void forget() { m_latest.reset(); }

 Q_SIGNALS:
  void finished(ketascope::OutcomePtr outcome);

 private:
  Job m_job;
  OutcomePtr m_latest;
  double m_ribbonsMs = 0;  ///< how long those of the last request took, as far as is known
};

}  // namespace ketascope

Q_DECLARE_METATYPE(ketascope::OutcomePtr)
