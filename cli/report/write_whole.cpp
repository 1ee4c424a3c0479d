// SPDX-License-Identifier: Apache-2.0
#include "cli/report/report_files.hpp"
#include "gis/base/error.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace merestone {
namespace {

[[noreturn]] void refuse(const std::string& path, int reason) {
  Finding finding{.rule = "report.unwritable"};
  finding.subject.file = path;
  finding.facts = {{"reason", std::strerror(reason)}};
  throw Error{Fault::unavailable, "cannot write " + path + ": " + std::strerror(reason), {finding}};
}

/// 0, or why not all bytes could be made to last.
int write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fsync(file) == 0 ? 0 : errno;
}

}  // namespace

void write_whole(const std::string& path, std::string_view bytes) {
  const std::string aside = path + "." + std::to_string(::getpid()) + ".tmp";
  // A file or link that stands there already is not ours to follow or overwrite.
  const int file = ::open(aside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file < 0) refuse(path, errno);
  int reason = write_all(file, bytes);
  if (::close(file) != 0 && reason == 0) reason = errno;
  if (reason == 0 && std::rename(aside.c_str(), path.c_str()) != 0) reason = errno;
  if (reason == 0) return;
  ::unlink(aside.c_str());
  refuse(path, reason);
}

void to_html(const BoundaryReport& report, std::string_view language, const std::string& path) {
  write_whole(path, to_html(report, language));
}

void to_pdf(const BoundaryReport& report, std::string_view language, const std::string& path) {
  write_whole(path, to_pdf(report, language));
}

}  // namespace merestone
