// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/background_runner.hpp"

#include <QPromise>
#include <QtConcurrent>
#include <exception>
#include <utility>

#include "viewmodel/defect.hpp"

namespace ketascope {
namespace {

constexpr int progressSteps = 1000;

}  // namespace

BackgroundRunner::BackgroundRunner(QObject* parent) : QObject(parent) {
  m_pool.setMaxThreadCount(1);
  m_giveUp.setSingleShot(true);
  connect(&m_giveUp, &QTimer::timeout, this, &BackgroundRunner::stop);
  connect(&m_watcher, &QFutureWatcherBase::finished, this, &BackgroundRunner::deliver);
  connect(&m_watcher, &QFutureWatcherBase::resultReadyAt, this, [this](int index) {
    const Part part = m_watcher.resultAt(index);
    if (!part.last && !m_stopped) {
      Q_EMIT delivered(part.answer);
    }
  });
  // QFutureWatcher lets at most 25 of these through per second.
  connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this, [this](int value) {
    Q_EMIT progressChanged(static_cast<double>(value) / progressSteps);
  });
}

BackgroundRunner::~BackgroundRunner() {
  m_stop.request_stop();
  m_watcher.disconnect(this);
  m_pool.waitForDone();
}

std::uint64_t BackgroundRunner::submit(Work work) {
  return submit(WorkInSteps(
      [work = std::move(work)](const RunControl& control, const Early&) { return work(control); }));
}

std::uint64_t BackgroundRunner::submit(WorkInSteps work) {
  const bool wasBusy = isBusy();
  ++m_generation;
  m_waiting = std::move(work);
  if (!m_running) {
    startSoon();
  } else if (const auto left = m_patience - m_since.elapsed(); left > 0) {
    if (!m_giveUp.isActive()) {
      m_giveUp.start(static_cast<int>(left));
    }
  } else {
    stop();
  }
  if (!wasBusy) {
    Q_EMIT busyChanged(true);
  }
  return m_generation;
}

void BackgroundRunner::startSoon() {
  if (m_posted) {
    return;
  }
  // What follows at this moment is one piece with it. An event comes before the next painting, a
  // timer only after it: the work is done while the slider is painted.
  m_posted = true;
  QMetaObject::invokeMethod(
      this,
      [this] {
        m_posted = false;
        startWaiting();
      },
      Qt::QueuedConnection);
}

void BackgroundRunner::cancel() {
  const bool wasBusy = isBusy();
  m_waiting = nullptr;
  stop();
  if (wasBusy && !m_running) {
    Q_EMIT busyChanged(false);
  }
}

void BackgroundRunner::stop() {
  m_giveUp.stop();
  m_stopped = true;
  m_stop.request_stop();
}

void BackgroundRunner::startWaiting() {
  if (!m_waiting || m_running) {
    return;
  }
  m_stop = std::stop_source();
  m_running = true;
  m_stopped = false;
  m_since.start();
  Q_EMIT started(m_generation);
  auto job = [work = std::exchange(m_waiting, nullptr),
              stop = m_stop.get_token()](QPromise<Part>& promise) {
    promise.setProgressRange(0, progressSteps);
    RunControl control;
    control.stop = stop;
    control.progress = [&promise](double fraction) {
      promise.setProgressValue(static_cast<int>(fraction * progressSteps));
    };
    const Early early = [&promise](Answer answer) {
      promise.addResult(Part{std::move(answer), false});
    };
    try {
      promise.addResult(Part{work(control, early), true});
    } catch (const std::exception& problem) {
      promise.addResult(Part{nullptr, true, defect(problem)});
    }
  };
  m_watcher.setFuture(QtConcurrent::run(&m_pool, std::move(job)));
}

void BackgroundRunner::deliver() {
  m_running = false;
  m_giveUp.stop();
  const auto future = m_watcher.future();
  const int count = future.resultCount();
  if (count > 0 && !m_stopped && future.resultAt(count - 1).last) {
    const Part part = future.resultAt(count - 1);
    if (part.problem) {
      Q_EMIT failed(*part.problem);
    } else {
      Q_EMIT delivered(part.answer);
    }
  }
  Q_EMIT ended();
  if (m_waiting) {
    startWaiting();
  } else if (!m_running) {
    Q_EMIT busyChanged(false);
  }
}

}  // namespace ketascope
