// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/export_runner.hpp"

#include <exception>
#include <utility>

#include "ketascope/io/diagnostics.hpp"

namespace ketascope {
namespace {

using Written = tl::expected<void, Diagnostics>;

Written write(const QString& path, const ExportRunner::Make& make, const RunControl& control) {
  try {
    const auto bytes = make(control);
    if (!bytes) {
      return tl::unexpected(bytes.error());
    }
    if (control.stop.stop_requested()) {
      return {};
    }
    return write_file(path.toStdString(), *bytes);
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
    if (result) {
      Q_EMIT written(m_path);
    } else {
      Q_EMIT failed(m_path, result.error());
    }
  });
}

bool ExportRunner::start(const QString& path, Make make) {
  if (isBusy()) {
    return false;
  }
  m_path = path;
  submit([path, make = std::move(make)](const RunControl& control) {
    return Answer(std::make_shared<const Written>(write(path, make, control)));
  });
  return true;
}

}  // namespace ketascope
