// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/set_aside.hpp"

#include "data/exchange/problems.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

namespace merestone::exchange {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse_errno(const std::string& target) {
  const int error = errno;
  if (error == EEXIST) fail(Fault::conflict, "export.exists", target);
  fail(Fault::unavailable, "export.failed", target, {{"detail", std::strerror(error)}});
}

/// What is written reaches the disk here, or the error of a full one does.
void sync(const std::string& path, const std::string& target) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) refuse_errno(target);
  const bool done = ::fsync(file) == 0;
  const int error = errno;
  ::close(file);
  errno = error;
  if (!done) refuse_errno(target);
}

std::string folder_of(const std::string& target) {
  const auto slash = target.rfind('/');
  return slash == std::string::npos ? "." : slash == 0 ? "/" : target.substr(0, slash);
}

}  // namespace

SetAside::SetAside(const std::string& target) : target_{target} {
  std::error_code error;
  const fs::path parent = fs::canonical(folder_of(target), error);
  if (error) fail(Fault::missing, "export.no_folder", target);
  folder_ = (parent / ".merestone-export-XXXXXX").string();
  if (!::mkdtemp(folder_.data())) refuse_errno(target);
}

SetAside::~SetAside() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

void SetAside::move_into_place(const std::vector<Move>& moves, bool overwrite) const {
  for (const Move& move : moves) {
    sync(folder_ + "/" + move.made, target_);
    if (!overwrite && ::access(move.to.c_str(), F_OK) == 0) fail(Fault::conflict, "export.exists", move.to);
  }
  for (const Move& move : moves) {
    const std::string from = folder_ + "/" + move.made;
    const unsigned flags = overwrite ? 0U : RENAME_NOREPLACE;
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, move.to.c_str(), flags) != 0) refuse_errno(move.to);
  }
  sync(folder_of(target_), target_);
}

}  // namespace merestone::exchange
