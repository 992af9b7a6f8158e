// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/export_runner.hpp"

#include <exception>
#include <utility>

#include "ketascope/io/diagnostics.hpp"

namespace ketascope {
namespace {

using Written = tl::expected<void, Diagnostics>;

Written write(const QString& path, const ExportRunner::Make& make, const RunControl& control,
              std::atomic<bool>& there) {
  try {
    const auto bytes = make(control);
    if (!bytes) {
      return tl::unexpected(bytes.error());
    }
    if (control.stop.stop_requested()) {
      return {};
    }
    auto written = write_file(path.toStdString(), *bytes);
    there = written.has_value();
    return written;
  } catch (const std::exception& problem) {  // a page too large for this machine's memory
    return tl::unexpected(Diagnostics{{Severity::error,
                                       "export.failed",
                                       std::string("it could not be made: ") + problem.what(),
                                       path.toStdString(),
                                       {},
                                       "choose a lower resolution"}});
  }
}

}  // namespace

ExportRunner::ExportRunner(QObject* parent) : BackgroundRunner(parent) {
  connect(this, &BackgroundRunner::delivered, this, [this](const Answer& answer) {
    const auto& result = *std::static_pointer_cast<const Written>(answer);
    m_there.reset();
    if (result) {
      Q_EMIT written(m_path);
    } else {
      Q_EMIT failed(m_path, result.error());
    }
  });
  connect(this, &BackgroundRunner::failed, this, [this](const Diagnostic& problem) {
    m_there.reset();
    Q_EMIT failed(m_path, {problem});
  });
  connect(this, &BackgroundRunner::busyChanged, this, [this](bool busy) {
    if (busy || !m_there) {
      return;
    }
    // Cancelled: too late, perhaps.
    const auto there = std::exchange(m_there, nullptr);
    if (*there) {
      Q_EMIT written(m_path);
    } else {
      Q_EMIT abandoned(m_path);
    }
  });
}

bool ExportRunner::start(const QString& path, Make make) {
  if (isBusy()) {
    return false;
  }
  m_path = path;
  m_there = std::make_shared<std::atomic<bool>>(false);
  submit([path, make = std::move(make), there = m_there](const RunControl& control) {
    return Answer(std::make_shared<const Written>(write(path, make, control, *there)));
  });
  return true;
}

}  // namespace ketascope
