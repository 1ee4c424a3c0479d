// SPDX-License-Identifier: Apache-2.0
#include "data/db/new_file.hpp"

#include "data/db/refusal.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <unistd.h>

namespace merestone {
namespace {

[[noreturn]] void refuse_taken(const std::string& target) {
  refuse(Fault::conflict, "store.project_exists", "something is at " + target, {{"location", target}});
}

[[noreturn]] void refuse_system(int code) {
  const std::string reason = std::strerror(code);
  refuse(Fault::unavailable, code == ENOSPC ? "store.disk_full" : "store.io", reason, {{"reason", reason}});
}

/// Puts a file, or the names in a folder, on the disk for good.
void synchronise(const std::string& path) {
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) refuse_system(errno);
  const int failed = fsync(descriptor) == 0 ? 0 : errno;
  close(descriptor);
  if (failed != 0 && failed != EINVAL) refuse_system(failed);  // EINVAL: not every file system synchronises folders
}

}  // namespace

NewFile::NewFile(std::string target)
    : target_{std::move(target)}, path_{target_ + ".new-" + std::to_string(getpid())} {
  std::error_code ignored;
  if (std::filesystem::exists(std::filesystem::symlink_status(target_, ignored))) refuse_taken(target_);
  std::filesystem::remove(path_, ignored);  // left by a killed process that had our number
  if (!std::filesystem::is_directory(std::filesystem::path{target_}.parent_path(), ignored)) {
    refuse(Fault::unavailable, "store.no_folder", "no folder for " + target_, {{"location", target_}});
  }
}

NewFile::~NewFile() {
  if (published_) return;
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
  std::filesystem::remove(path_ + "-journal", ignored);
}

void NewFile::publish() {
  synchronise(path_);
  int failed = renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, target_.c_str(), RENAME_NOREPLACE) == 0 ? 0 : errno;
  if (failed == EINVAL || failed == ENOSYS) {  // not every file system knows that call
    failed = link(path_.c_str(), target_.c_str()) == 0 ? 0 : errno;
    if (failed == 0) unlink(path_.c_str());
  }
  if (failed == EEXIST) refuse_taken(target_);
  if (failed != 0) refuse_system(failed);
  published_ = true;
  synchronise(std::filesystem::path{target_}.parent_path().string());
}

}  // namespace merestone
