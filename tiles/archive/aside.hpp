// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/error.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace merestone {

/// What the operating system says of a file that fails us, as an error with words for the officer.
Error disk_error(const std::string& path);

/// A file written beside its place, as "<path>.part", and moved there when it is whole. One writer at a time.
class AsideFile {
 public:
  /// @throws Error conflict while another process writes there, unavailable when it cannot be created
  explicit AsideFile(std::string path, std::string_view suffix = ".part");
  AsideFile(const AsideFile&) = delete;
  AsideFile& operator=(const AsideFile&) = delete;
  ~AsideFile();  ///< removes what was not moved

  void append(std::string_view bytes);
  std::string read(std::uint64_t offset, std::size_t length);
  std::uint64_t size() const { return written_ + buffer_.size(); }
  /// Durable, then in place of whatever was there.
  void move_into_place();

 private:
  void flush();
  std::string path_, aside_;
  int file_ = -1;
  std::uint64_t written_ = 0;
  std::string buffer_;
};

/// Makes a rename in the folder of `path` durable.
void sync_folder_of(const std::string& path);

}  // namespace merestone
