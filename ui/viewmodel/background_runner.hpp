// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

#include "ketascope/diagnostic/diagnostic.hpp"
#include "ketascope/sim/simulate.hpp"

namespace ketascope {

/// Work in the background, one piece at a time. The newest piece wins: it stops the one under way,
/// whose answer is then never delivered.
class BackgroundRunner : public QObject {
  Q_OBJECT

 public:
  using Answer = std::shared_ptr<const void>;
  /// Holds values only, so that a window that goes away leaves it nothing to trip over. What it
  /// answers after a stop request is thrown away.
  using Work = std::function<Answer(const RunControl&)>;

  /// Work that has something to show before it is done: an answer handed in early is delivered like
  /// the one at the end. From any thread.
  using Early = std::function<void(Answer)>;
  using WorkInSteps = std::function<Answer(const RunControl&, const Early&)>;

  explicit BackgroundRunner(QObject* parent = nullptr);
  ~BackgroundRunner() override;

  /// A newer piece lets the one under way finish, and its answer be delivered, until it has taken
  /// this long (0 = it is stopped at once). So that what is slower than a slider still follows it.
  void setPatience(int milliseconds) { m_patience = milliseconds; }

  /// Number under which the answer will come; counts from 1.
  std::uint64_t submit(Work work);
  std::uint64_t submit(WorkInSteps work);
  /// Drops what is under way and what waits; nothing of it is delivered.
  void cancel();
  bool isBusy() const { return m_running || m_waiting; }
  /// Number of the newest piece.
  std::uint64_t generation() const { return m_generation; }

 Q_SIGNALS:
  void started(quint64 generation);
  void progressChanged(double fraction);
  void delivered(ketascope::BackgroundRunner::Answer answer);
  /// The piece under way ended by an exception; nothing is delivered of it.
  void failed(const ketascope::Diagnostic& problem);
  void busyChanged(bool busy);
  /// The piece under way is over; all that it delivers was delivered.
  void ended();

 private:
  void startSoon();
  void startWaiting();
  void deliver();
  void stop();

  QThreadPool m_pool;
  QTimer m_giveUp;  ///< when the patience with what is under way ends
  QElapsedTimer m_since;
  struct Part {
    Answer answer;
    bool last = true;
    std::optional<Diagnostic> problem{};
  };
  QFutureWatcher<Part> m_watcher;
  std::stop_source m_stop;
  WorkInSteps m_waiting;
  std::uint64_t m_generation = 0;  ///< of the newest piece
  int m_patience = 0;              ///< milliseconds
  bool m_running = false;
  bool m_posted = false;   ///< the start is on its way
  bool m_stopped = false;  ///< what is under way is not wanted any more
};

}  // namespace ketascope
