// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace merestone {

/// SHA-256 in lower-case hexadecimal.
std::string sha256(std::string_view text);

/// What the first entry of a chain names as the hash of the one before it.
inline const std::string before_the_first(64, '0');

/// BLAKE2b-256 of what is added bit by bit: as strong, and three times as fast where there is much to hash.
class RunningDigest {
 public:
  RunningDigest();
  ~RunningDigest();
  RunningDigest(RunningDigest&&) noexcept;
  RunningDigest& operator=(RunningDigest&&) noexcept;
  void add(std::string_view bytes);
  void add(std::span<const std::byte> bytes);
  /// Lower-case hexadecimal; nothing can be added afterwards.
  std::string finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace merestone
