// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace merestone {

/// A file that is made under another name beside its place and moved there when it is complete. Removed when it
/// is not published.
class NewFile {
 public:
  /// @throws Error conflict store.project_exists when `target` is taken; unavailable store.io when its folder is
  /// not there.
  explicit NewFile(std::string target);
  ~NewFile();
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  const std::string& path() const noexcept { return path_; }
  /// Moves it into place, durably. Never overwrites. @throws as the constructor.
  void publish();

 private:
  std::string target_;
  std::string path_;
  bool published_ = false;
};

}  // namespace merestone
