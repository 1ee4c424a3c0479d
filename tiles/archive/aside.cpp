// SPDX-License-Identifier: Apache-2.0
#include "tiles/archive/aside.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace merestone {
namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 20;

}  // namespace

Error disk_error(const std::string& path) {
  const std::string reason = std::strerror(errno);
  return {Fault::unavailable, path + ": " + reason,
          {{.rule = "archive.disk", .subject = {.file = path, .record = {}, .field = {}}, .facts = {{"reason", reason}}}}};
}

AsideFile::AsideFile(std::string path, std::string_view suffix) : path_{std::move(path)}, aside_{path_ + std::string{suffix}} {
  file_ = ::open(aside_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
  if (file_ < 0) throw disk_error(aside_);
  if (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
    ::close(file_);
    throw Error{Fault::conflict, aside_ + " is being written",
                {{.rule = "archive.busy", .subject = {.file = path_, .record = {}, .field = {}}, .facts = {}}}};
  }
  if (::ftruncate(file_, 0) != 0) {
    const Error error = disk_error(aside_);
    ::close(file_);
    throw error;
  }
  buffer_.reserve(buffer_size);
}

AsideFile::~AsideFile() {
  if (file_ < 0) return;
  ::unlink(aside_.c_str());
  ::close(file_);
}

void AsideFile::append(std::string_view bytes) {
  if (buffer_.size() + bytes.size() > buffer_size) flush();
  buffer_.append(bytes);
}

void AsideFile::flush() {
  for (std::size_t at = 0; at < buffer_.size();) {
    const ssize_t count = ::write(file_, buffer_.data() + at, buffer_.size() - at);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw disk_error(aside_);
    at += static_cast<std::size_t>(count);
  }
  written_ += buffer_.size();
  buffer_.clear();
}

std::string AsideFile::read(std::uint64_t offset, std::size_t length) {
  if (offset >= written_) return buffer_.substr(static_cast<std::size_t>(offset - written_), length);
  if (offset + length > written_) flush();
  std::string bytes(length, '\0');
  for (std::size_t at = 0; at < length;) {
    const ssize_t count = ::pread(file_, bytes.data() + at, length - at, static_cast<off_t>(offset + at));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) throw disk_error(aside_);
    at += static_cast<std::size_t>(count);
  }
  return bytes;
}

void AsideFile::move_into_place() {
  flush();
  if (::fsync(file_) != 0 || std::rename(aside_.c_str(), path_.c_str()) != 0) throw disk_error(path_);
  ::close(file_);
  file_ = -1;
  sync_folder_of(path_);
}

void sync_folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
  const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (handle < 0) return;
  ::fsync(handle);
  ::close(handle);
}

}  // namespace merestone
