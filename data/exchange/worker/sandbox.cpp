// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/worker/sandbox.hpp"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <stdexcept>

namespace merestone::worker {
namespace {

#if defined(__x86_64__)
constexpr std::uint32_t architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t architecture = AUDIT_ARCH_AARCH64;
#else
constexpr std::uint32_t architecture = 0;
#endif

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define MERESTONE_SANITIZED
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define MERESTONE_SANITIZED
#endif
#if defined(MERESTONE_SANITIZED)
constexpr bool address_space_is_limited = false;  // the sanitizer reserves terabytes
#else
constexpr bool address_space_is_limited = true;
#endif

/// Never above what the process was given itself.
void limit(__rlimit_resource what, std::uint64_t most, std::uint64_t grace = 0) {
  rlimit value{};
  if (::getrlimit(what, &value) != 0) throw std::runtime_error{"cannot read a limit"};
  value.rlim_max = std::min<rlim_t>(value.rlim_max, most + grace);
  value.rlim_cur = std::min<rlim_t>(value.rlim_cur, most);
  if (::setrlimit(what, &value) != 0) throw std::runtime_error{"cannot set a limit"};
}

/// Refuses, with EPERM, to reach the network or to start or trace other programs.
void forbid_calls() {
  if constexpr (architecture == 0) return;
  constexpr std::uint32_t refused[] = {__NR_socket, __NR_connect, __NR_bind,     __NR_listen,
                                       __NR_accept, __NR_accept4, __NR_execve,   __NR_execveat,
                                       __NR_ptrace, __NR_mount,   __NR_io_uring_setup};
  constexpr auto count = static_cast<unsigned char>(sizeof refused / sizeof refused[0]);
  constexpr std::uint32_t x32_calls = 0x40000000U;  // a second numbering of the same calls on x86-64
  std::vector<sock_filter> program{
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, architecture, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, x32_calls, static_cast<unsigned char>(count + 1), 0),
  };
  for (unsigned char i = 0; i < count; ++i) {
    program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, refused[i], static_cast<unsigned char>(count - i), 0));
  }
  program.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
  program.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM));
  const sock_fprog filter{static_cast<unsigned short>(program.size()), program.data()};
  if (::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) != 0) throw std::runtime_error{"cannot forbid calls"};
}

class Ruleset {
 public:
  explicit Ruleset(std::uint64_t handled) {
    const landlock_ruleset_attr attributes{.handled_access_fs = handled};
    ruleset_ = static_cast<int>(::syscall(__NR_landlock_create_ruleset, &attributes, sizeof attributes, 0));
  }
  ~Ruleset() {
    if (ruleset_ >= 0) ::close(ruleset_);
  }
  Ruleset(const Ruleset&) = delete;
  Ruleset& operator=(const Ruleset&) = delete;

  bool supported() const { return ruleset_ >= 0; }

  void allow(const std::string& path, std::uint64_t access) const {
    const int at = ::open(path.c_str(), O_PATH | O_CLOEXEC);
    if (at < 0) return;
    const landlock_path_beneath_attr rule{.allowed_access = access, .parent_fd = at};
    ::syscall(__NR_landlock_add_rule, ruleset_, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    ::close(at);
  }

  void enforce() const {
    if (::syscall(__NR_landlock_restrict_self, ruleset_, 0) != 0) throw std::runtime_error{"cannot close off files"};
  }

 private:
  int ruleset_ = -1;
};

void close_off_files(const std::vector<std::string>& files, const std::string& folder) {
  constexpr std::uint64_t read = LANDLOCK_ACCESS_FS_READ_FILE;
  constexpr std::uint64_t list = LANDLOCK_ACCESS_FS_READ_DIR;
  constexpr std::uint64_t write = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG |
                                  LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_DIR |
                                  LANDLOCK_ACCESS_FS_REMOVE_DIR;
  const Ruleset ruleset{read | list | write | LANDLOCK_ACCESS_FS_EXECUTE};
  if (!ruleset.supported()) return;
  for (const std::string& file : files) ruleset.allow(file, read);
  if (!folder.empty()) ruleset.allow(folder, read | list | write);
  for (const char* system : {"/usr", "/lib", "/lib64", "/etc/ld.so.cache"}) {
    ruleset.allow(system, system[1] == 'e' ? read : read | list);
  }
  ruleset.enforce();
}

}  // namespace

void enter_sandbox(const Limits& limits, const std::vector<std::string>& files, const std::string& folder) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) throw std::runtime_error{"cannot give up privileges"};
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_CPU, limits.seconds, 2);  // ends by SIGXCPU, which tells the parent why
  limit(RLIMIT_FSIZE, limits.written);
  if (address_space_is_limited) limit(RLIMIT_AS, limits.memory);
  ::signal(SIGXFSZ, SIG_IGN);  // a write beyond the limit fails with EFBIG, and is reported
  close_off_files(files, folder);
  forbid_calls();
}

}  // namespace merestone::worker
