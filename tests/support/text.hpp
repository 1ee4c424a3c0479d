// SPDX-License-Identifier: Apache-2.0
/// What a test says of a text.
#pragma once

#include <cstddef>
#include <string_view>

namespace merestone::test {

inline bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

/// How often a part stands in a text; those that overlap count too.
inline std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace merestone::test
