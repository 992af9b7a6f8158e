// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/simulation_runner.hpp"

#include <QPromise>
#include <QtConcurrent>
#include <utility>

namespace ketascope {
namespace {

constexpr int progressSteps = 1000;

}  // namespace

SimulationRunner::SimulationRunner(QObject* parent, Job job)
    : QObject(parent), m_job(std::move(job)) {
  m_pool.setMaxThreadCount(1);
  m_delay.setSingleShot(true);
  m_delay.setInterval(0);
  connect(&m_delay, &QTimer::timeout, this, &SimulationRunner::startWaiting);
  connect(&m_watcher, &QFutureWatcherBase::finished, this, &SimulationRunner::deliver);
  // QFutureWatcher lets at most 25 of these through per second.
  connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this, [this](int value) {
    Q_EMIT progressChanged(static_cast<double>(value) / progressSteps);
  });
}

SimulationRunner::~SimulationRunner() {
  m_stop.request_stop();
  m_watcher.disconnect(this);
  m_pool.waitForDone();
}

std::uint64_t SimulationRunner::submit(SimulationRequest request) {
  const bool wasBusy = isBusy();
  m_wanted = ++m_generation;
  m_stop.request_stop();
  m_waiting = std::move(request);
  if (!m_running) {
    m_delay.start();
  }
  if (!wasBusy) {
    Q_EMIT busyChanged(true);
  }
  return m_generation;
}

void SimulationRunner::cancel() {
  const bool wasBusy = isBusy();
  m_wanted = 0;
  m_waiting.reset();
  m_delay.stop();
  m_stop.request_stop();
  if (wasBusy && !m_running) {
    Q_EMIT busyChanged(false);
  }
}

void SimulationRunner::startWaiting() {
  if (!m_waiting || m_running) {
    return;
  }
  m_stop = std::stop_source();
  m_running = true;
  Q_EMIT started(m_generation);
  // The job holds values only; a window that goes away leaves it nothing to trip over.
  auto work = [job = m_job, request = std::move(*m_waiting), stop = m_stop.get_token(),
               previous = m_latest, generation = m_generation](QPromise<OutcomePtr>& promise) {
    promise.setProgressRange(0, progressSteps);
    RunControl control;
    control.stop = stop;
    control.progress = [&promise](double fraction) {
      promise.setProgressValue(static_cast<int>(fraction * progressSteps));
    };
    auto outcome = std::make_shared<SimulationOutcome>(job(request, control, previous.get()));
    outcome->generation = generation;
    outcome->cancelled = outcome->cancelled || stop.stop_requested();
    promise.addResult(OutcomePtr(std::move(outcome)));
  };
  m_waiting.reset();
  m_watcher.setFuture(QtConcurrent::run(&m_pool, std::move(work)));
}

void SimulationRunner::deliver() {
  m_running = false;
  const auto future = m_watcher.future();
  if (future.resultCount() > 0) {
    const OutcomePtr outcome = future.result();
    if (outcome->generation == m_wanted && !outcome->cancelled) {
      m_latest = outcome;
      Q_EMIT finished(outcome);
    }
  }
  if (m_waiting) {
    startWaiting();
  } else if (!m_running) {
    Q_EMIT busyChanged(false);
  }
}

}  // namespace ketascope
