// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/io/diagnostics.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <system_error>
#include <utility>

#include "io/text_check.hpp"

namespace ketascope {
namespace {

namespace fs = std::filesystem;

std::string reason(int error_number) {
  return std::generic_category().message(error_number);
}

tl::unexpected<Diagnostics> failure(std::string_view code, const fs::path& path,
                                    std::string message) {
  return tl::make_unexpected(Diagnostics{{.code = std::string(code),
                                          .message = std::move(message),
                                          .file = path.string(),
                                          .at = {},
                                          .hint = ""}});
}

class File {
 public:
  explicit File(int descriptor) : descriptor_(descriptor) {}
  ~File() {
    if (descriptor_ >= 0) {
      ::close(descriptor_);
    }
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  explicit operator bool() const { return descriptor_ >= 0; }
  int descriptor() const { return descriptor_; }
  /// 0 or the error number; some file systems tell only now that the disk is full.
  int close() { return ::close(std::exchange(descriptor_, -1)) == 0 ? 0 : errno; }

 private:
  int descriptor_;
};

/// 0 or the error number.
int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) {
        continue;
      }
      return errno;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

tl::unexpected<Diagnostics> unwritable(const fs::path& path, int error_number) {
  return failure("file.unwritable", path, fmt::format("cannot write: {}", reason(error_number)));
}

/// A file that nobody else has, with the permissions that a new file gets.
std::pair<fs::path, int> open_temporary(const fs::path& folder) {
  static std::atomic<unsigned> counter{0};
  while (true) {
    fs::path path = folder / fmt::format(".ketascope-{}-{}.tmp", ::getpid(), counter++);
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor >= 0 || errno != EEXIST) {
      return {std::move(path), descriptor};
    }
  }
}

}  // namespace

tl::expected<std::string, Diagnostics> read_text_file(const fs::path& path, std::size_t limit) {
  const File file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) {
    return failure("file.unreadable", path, fmt::format("cannot read: {}", reason(errno)));
  }
  struct stat status {};
  if (::fstat(file.descriptor(), &status) != 0) {
    return failure("file.unreadable", path, fmt::format("cannot read: {}", reason(errno)));
  }
  if (S_ISDIR(status.st_mode)) {
    return failure("file.unreadable", path, "cannot read: it is a folder");
  }
  if (S_ISREG(status.st_mode) && static_cast<std::uintmax_t>(status.st_size) > limit) {
    return tl::make_unexpected(Diagnostics{too_large(path.string(), limit)});
  }
  // A pipe has no size, and a file may grow while it is read: never more than one byte past the
  // limit.
  const std::size_t most = std::max(limit, limit + 1);
  std::string text(std::min(most, static_cast<std::size_t>(status.st_size) + 1), '\0');
  std::size_t size = 0;
  while (size < most) {
    if (size == text.size()) {
      text.resize(std::min(most, std::max<std::size_t>(1 << 16, 2 * size)));
    }
    const ssize_t got = ::read(file.descriptor(), text.data() + size, text.size() - size);
    if (got < 0 && errno == EINTR) {
      continue;
    }
    if (got < 0) {
      return failure("file.unreadable", path, fmt::format("cannot read: {}", reason(errno)));
    }
    if (got == 0) {
      break;
    }
    size += static_cast<std::size_t>(got);
  }
  text.resize(size);
  if (auto problem = find_text_problem(text, path.string(), limit)) {
    return tl::make_unexpected(Diagnostics{std::move(*problem)});
  }
  return text;
}

tl::expected<void, Diagnostics> write_file(const fs::path& path, std::string_view bytes) {
  std::error_code ignored;
  // Replacing a link would leave what it points to as it was.
  const fs::path target =
      fs::is_symlink(path, ignored) ? fs::weakly_canonical(path, ignored) : path;

  struct stat status {};
  const bool exists = ::stat(target.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) {
    return failure("file.unwritable", path, "cannot write: it is a folder");
  }
  if (exists && ::access(target.c_str(), W_OK) != 0) {
    return unwritable(path, errno);
  }
  if (exists && !S_ISREG(status.st_mode)) {
    // A device or pipe, such as /dev/stdout: there is nothing to keep and nothing to rename.
    File device(::open(target.c_str(), O_WRONLY | O_CLOEXEC));
    if (!device) {
      return unwritable(path, errno);
    }
    if (const int error = write_all(device.descriptor(), bytes); error != 0) {
      return unwritable(path, error);
    }
    return {};
  }

  const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
  auto [temporary, descriptor] = open_temporary(folder);
  File file(descriptor);
  if (!file) {
    return unwritable(path, errno);
  }
  int error = write_all(file.descriptor(), bytes);
  if (error == 0 && exists && ::fchmod(file.descriptor(), status.st_mode & 07777) != 0) {
    error = errno;
  }
  if (const int close_error = file.close(); error == 0) {
    error = close_error;
  }
  if (error == 0 && ::rename(temporary.c_str(), target.c_str()) != 0) {
    error = errno;
  }
  if (error != 0) {
    ::unlink(temporary.c_str());
    return unwritable(path, error);
  }
  return {};
}

}  // namespace ketascope
