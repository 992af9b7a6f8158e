// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <atomic>
#include <functional>
#include <memory>

#include <tl/expected.hpp>

#include "viewmodel/background_runner.hpp"

namespace ketascope {

/// Writes files in the background, one at a time. cancel() leaves what was there before.
class ExportRunner : public BackgroundRunner {
  Q_OBJECT

 public:
  /// Makes the bytes of a file from values that it holds; they are thrown away after a stop
  /// request.
  using Make = std::function<tl::expected<std::string, Diagnostics>(const RunControl&)>;

  explicit ExportRunner(QObject* parent = nullptr);

  /// False while another file is being written; then nothing happens.
  bool start(const QString& path, Make make);
  /// The file being written, or written last.
  const QString& path() const { return m_path; }

 Q_SIGNALS:
  void written(const QString& path);
  /// Was cancelled before anything was written.
  void abandoned(const QString& path);
  /// There is no file, or the one from before. Codes: those of `make`, file.unwritable.
  void failed(const QString& path, const ketascope::Diagnostics& diagnostics);

 private:
  QString m_path;
  /// Whether the file is there, also when nobody waits for the answer any more.
  std::shared_ptr<std::atomic<bool>> m_there;
};

}  // namespace ketascope
