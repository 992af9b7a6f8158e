// SPDX-License-Identifier: GPL-3.0-or-later
#include <qcustomplot.h>

#include <cmath>

#include "plot/axis_ticks.hpp"
#include "plot/figure_reading.hpp"
#include "plot/plot_scene.hpp"

namespace ketascope {
namespace {

QVector<double> toQt(const std::vector<double>& values) {
  return {values.begin(), values.end()};
}

class TimeTicker : public QCPAxisTicker {
 public:
  explicit TimeTicker(const PlotScene* scene) : m_scene(scene) {}

 protected:
  double getTickStep(const QCPRange& range) override {
    m_step = timeStep(range.lower, range.upper, mTickCount, unit());
    return m_step;
  }
  int getSubTickCount(double step) override {
    const double quarters = step * 4.0;
    return unit() == AxisTimeUnit::hours && quarters < 3.5
               ? 4
               : (std::fmod(quarters, 12.0) == 0.0 ? 2 : 1);
  }
  QString getTickLabel(double tick, const QLocale&, QChar, int) override {
    return localNumber(timeLabel(tick, m_step, unit()));
  }

 private:
  AxisTimeUnit unit() const { return timeUnitOf(m_scene->figure.x_label); }
  const PlotScene* m_scene;
  double m_step = 1.0;
};

class LinearTicker : public QCPAxisTicker {
 protected:
  QString getTickLabel(double tick, const QLocale&, QChar, int) override {
    return localNumber(plainNumber(std::abs(tick) < 1e-12 ? 0.0 : tick));
  }
};

class LogTicker : public QCPAxisTicker {
 protected:
  double getTickStep(const QCPRange& range) override {
    m_ticks = logTicks(range.lower, range.upper, mTickCount);
    return 1.0;
  }
  QVector<double> createTickVector(double, const QCPRange&) override { return toQt(m_ticks.major); }
  int getSubTickCount(double) override { return 1; }
  QVector<double> createSubTickVector(int, const QVector<double>&) override {
    return toQt(m_ticks.minor);
  }
  QString getTickLabel(double tick, const QLocale&, QChar, int) override {
    return localNumber(plainNumber(tick));
  }

 private:
  LogTicks m_ticks;
};

}  // namespace

QSharedPointer<QCPAxisTicker> makeTimeTicker(const PlotScene* scene) {
  return QSharedPointer<TimeTicker>::create(scene);
}

QSharedPointer<QCPAxisTicker> makeLinearTicker() {
  return QSharedPointer<LinearTicker>::create();
}

QSharedPointer<QCPAxisTicker> makeLogTicker() {
  return QSharedPointer<LogTicker>::create();
}

}  // namespace ketascope
