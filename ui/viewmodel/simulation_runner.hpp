// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

#include "viewmodel/simulation.hpp"

namespace ketascope {

using OutcomePtr = std::shared_ptr<const SimulationOutcome>;

/// Computes documents in the background, one at a time. The newest request wins: it stops the one
/// under way, whose result is never delivered. Results carry the number of their request.
class SimulationRunner : public QObject {
  Q_OBJECT

 public:
  using Job = std::function<SimulationOutcome(const SimulationRequest&, const RunControl&,
                                              const SimulationOutcome* previous)>;

  explicit SimulationRunner(QObject* parent = nullptr, Job job = simulateDocument);
  ~SimulationRunner() override;

  /// Requests that follow each other within this time are one (0 = at once). For typing.
  void setDelay(int milliseconds) { m_delay.setInterval(milliseconds); }

  /// Number under which the result will come.
  std::uint64_t submit(SimulationRequest request);
  /// Drops what is under way and what waits; nothing of it is delivered.
  void cancel();
  bool isBusy() const { return m_running || m_waiting.has_value(); }
  /// The last result delivered; may be null.
  OutcomePtr latest() const { return m_latest; }
  /// Forgets results, so that the next request is computed from scratch (the models have changed).
  void forget() { m_latest.reset(); }

 Q_SIGNALS:
  void started(quint64 generation);
  void progressChanged(double fraction);
  void finished(ketascope::OutcomePtr outcome);
  void busyChanged(bool busy);

 private:
  void startWaiting();
  void deliver();

  Job m_job;
  QThreadPool m_pool;
  QTimer m_delay;
  QFutureWatcher<OutcomePtr> m_watcher;
  std::stop_source m_stop;
  std::optional<SimulationRequest> m_waiting;
  OutcomePtr m_latest;
  std::uint64_t m_generation = 0;  ///< of the newest request
  std::uint64_t m_wanted = 0;      ///< whose result may be delivered; 0 = none
  bool m_running = false;
};

}  // namespace ketascope

Q_DECLARE_METATYPE(ketascope::OutcomePtr)
