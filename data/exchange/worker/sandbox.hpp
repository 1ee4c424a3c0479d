// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace merestone::worker {

struct Limits {
  std::uint64_t memory = 0;   ///< bytes of address space
  std::uint64_t seconds = 0;  ///< of processor time
  std::uint64_t written = 0;  ///< bytes per file; 0: nothing may be written
};

/// Gives up, for good, what a reader of untrusted files does not need: new privileges, outliving its parent,
/// core dumps, the network, other programs, and all files but `files` (read) and `folder` (read and write, may
/// be empty) and the system's own data. Limits and the ban on network and programs always hold on Linux;
/// the ban on other files holds from Linux 5.13 on.
/// @throws std::runtime_error when a limit cannot be set.
void enter_sandbox(const Limits& limits, const std::vector<std::string>& files, const std::string& folder);

}  // namespace merestone::worker
