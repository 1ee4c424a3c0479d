// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace merestone::exchange {

/// A private folder beside a target, in which its files are made before they are moved into place. Removed with
/// all that is left in it when it goes out of scope.
class SetAside {
 public:
  /// @throws Error missing export.no_folder, unavailable export.failed.
  explicit SetAside(const std::string& target);
  ~SetAside();
  SetAside(const SetAside&) = delete;
  SetAside& operator=(const SetAside&) = delete;

  const std::string& folder() const { return folder_; }

  struct Move {
    std::string made;  ///< name in the folder
    std::string to;    ///< path where it goes
  };
  /// Brings the files to disk, then moves them into place, the last one last. Without `overwrite` a file that is
  /// there stays. @throws Error conflict export.exists, unavailable export.failed.
  void move_into_place(const std::vector<Move>& moves, bool overwrite) const;

 private:
  std::string target_;
  std::string folder_;
};

}  // namespace merestone::exchange
