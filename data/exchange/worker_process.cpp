// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/worker_process.hpp"

#include "data/exchange/problems.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <climits>
#include <csignal>
#include <cstring>

namespace merestone::exchange {
namespace {

std::string folder_of_this_program() {
  char path[PATH_MAX];
  const ssize_t n = ::readlink("/proc/self/exe", path, sizeof path);
  const std::string program(path, n > 0 ? static_cast<std::size_t>(n) : 0);
  return program.substr(0, program.rfind('/') + 1);
}

/// Installed, it stands beside the program; in a build tree in bin/, some folders above tests and tools.
std::string find_worker(const std::string& given) {
  if (!given.empty()) return given;
  const std::string here = folder_of_this_program();
  for (const char* way : {"", "../libexec/merestone/", "../bin/", "../../bin/", "../../../bin/"}) {
    const std::string candidate = here + way + "merestone-gdal";
    if (::access(candidate.c_str(), X_OK) == 0) return candidate;
  }
  return here + "merestone-gdal";
}

/// A fact "record" says where; it is no fact of the sentence.
[[noreturn]] void throw_failure(const std::string& rule, const std::string& file, Facts facts) {
  Subject subject{file, {}, {}};
  std::erase_if(facts, [&](const auto& fact) {
    if (fact.first != "record") return false;
    if (fact.second != "0") subject.record = fact.second;
    return true;
  });
  const Fault fault = rule == "export.failed" ? Fault::unavailable : Fault::invalid;
  throw Error{fault, file + ": " + rule, {{.rule = rule, .subject = subject, .facts = std::move(facts)}}};
}

}  // namespace

WorkerProcess::WorkerProcess(const std::string& program, const Request& request, std::string about, int patience_s)
    : patience_s_{patience_s}, about_{std::move(about)} {
  const std::string path = find_worker(program);
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
    fail(Fault::unavailable, "exchange.no_worker", about_, {{"path", path}, {"reason", std::strerror(errno)}});
  }
  constexpr int room = 1 << 20;
  for (const int end : ends) {
    ::setsockopt(end, SOL_SOCKET, SO_SNDBUF, &room, sizeof room);
  }
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, ends[1], 0);
  ::posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  ::posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  ::posix_spawn_file_actions_addclosefrom_np(&actions, 3);
  char name[] = "merestone-gdal";
  char language[] = "LC_ALL=C.UTF-8";
  char* arguments[] = {name, nullptr};
  char* environment[] = {language, nullptr};  // nothing that could load other code or settings
  const int error = ::posix_spawn(&process_, path.c_str(), &actions, nullptr, arguments, environment);
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  socket_ = ends[0];
  if (error != 0) {
    process_ = -1;
    ::close(socket_);
    fail(Fault::unavailable, "exchange.no_worker", about_, {{"path", path}, {"reason", std::strerror(error)}});
  }
  in_ = wire::Reader{socket_};
  out_ = wire::Writer{socket_};
  out_.begin(wire::Kind::request);
  for (const auto& [key, value] : request) {
    out_.text(key);
    out_.text(value);
  }
  send();
}

WorkerProcess::~WorkerProcess() {
  ::close(socket_);
  if (process_ <= 0) return;
  ::kill(process_, SIGKILL);
  ::waitpid(process_, nullptr, 0);
}

void WorkerProcess::send() {
  try {
    out_.send();
  } catch (const wire::Broken& broken) {
    explain(broken);
  }
}

wire::Frame WorkerProcess::next() {
  try {
    wire::Frame frame = in_.next(patience_s_);
    if (frame.kind != wire::Kind::failure) return frame;
    const std::string rule = presentable(frame.payload.text());
    Facts facts;
    while (!frame.payload.done()) {
      std::string key = presentable(frame.payload.text());
      facts.emplace_back(std::move(key), presentable(frame.payload.text()));
    }
    throw_failure(rule, about_, std::move(facts));
  } catch (const wire::Broken& broken) {
    explain(broken);
  }
}

void WorkerProcess::explain(const wire::Broken& broken) {
  const bool waits = std::strcmp(broken.what(), "no answer in time") == 0;
  int status = 0;
  if (waits) ::kill(process_, SIGKILL);
  for (int patience = 0; process_ > 0 && ::waitpid(process_, &status, WNOHANG) == 0; ++patience) {
    if (patience == 100) ::kill(process_, SIGKILL);  // it closed its end and went on living
    ::usleep(1000);
  }
  process_ = -1;
  const int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  if (waits || signal == SIGXCPU) fail(Fault::unavailable, "import.reader_timeout", about_);
  const std::string how = signal != 0 ? std::string{"signal "} + std::to_string(signal) + " (" + ::strsignal(signal) + ")"
                                      : std::string{broken.what()};
  fail(Fault::unavailable, "import.reader_failed", about_, {{"detail", how}});
}

}  // namespace merestone::exchange
