// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filter_text.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <string_view>
#include <system_error>

extern char** environ;

namespace ketascope {
namespace {

std::string reason(int error_number) {
  return std::generic_category().message(error_number);
}

/// Writes `text` and reads the answer at the same time, so that neither side waits for the other.
/// A socket, not a pipe: writing to one that was closed gives an error instead of a signal.
int converse(int socket, std::string_view text, std::string& answer) {
  bool writing = true;
  std::array<char, 1 << 14> buffer{};
  for (;;) {
    if (writing && text.empty()) {
      ::shutdown(socket, SHUT_WR);
      writing = false;
    }
    pollfd ready{socket, static_cast<short>(POLLIN | (writing ? POLLOUT : 0)), 0};
    if (::poll(&ready, 1, -1) < 0) {
      if (errno == EINTR) {
        continue;
      }
      return errno;
    }
    if ((ready.revents & (POLLIN | POLLHUP | POLLERR)) != 0) {
      const ssize_t count = ::recv(socket, buffer.data(), buffer.size(), MSG_DONTWAIT);
      if (count == 0) {
        return 0;
      }
      if (count > 0) {
        answer.append(buffer.data(), static_cast<std::size_t>(count));
      } else if (errno != EAGAIN && errno != EINTR) {
        return errno == ECONNRESET ? 0 : errno;
      }
    }
    if (writing && (ready.revents & POLLOUT) != 0) {
      const ssize_t count = ::send(socket, text.data(), text.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
      if (count >= 0) {
        text.remove_prefix(static_cast<std::size_t>(count));
      } else if (errno != EAGAIN && errno != EINTR) {
        text = {};  // it reads no further; what it has to say still counts
      }
    }
  }
}

}  // namespace

tl::expected<std::string, FilterProblem> filter_text(const std::string& text,
                                                     const std::string& command,
                                                     const std::string& argument) {
  std::array<int, 2> sockets{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets.data()) != 0) {
    return tl::unexpected(FilterProblem{false, reason(errno)});
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, sockets[1], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, sockets[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::string name = command;
  std::string option = argument;
  std::array<char*, 3> arguments{name.data(), option.data(), nullptr};
  pid_t child = 0;
  const int spawned =
      ::posix_spawnp(&child, command.c_str(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  ::close(sockets[1]);
  if (spawned != 0) {
    ::close(sockets[0]);
    return tl::unexpected(FilterProblem{spawned == ENOENT, reason(spawned)});
  }
  std::string answer;
  const int problem = converse(sockets[0], text, answer);
  ::close(sockets[0]);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (problem != 0) {
    return tl::unexpected(FilterProblem{false, reason(problem)});
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    return tl::unexpected(FilterProblem{
        false, WIFEXITED(status) ? fmt::format("it ended with status {}", WEXITSTATUS(status))
                                 : "it was ended by a signal"});
  }
  return answer;
}

}  // namespace ketascope
