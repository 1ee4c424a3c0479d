// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace merestone {

/// "1 grave", "3 graves": with the words that fit the number.
inline std::string number_of(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string{count == 1 ? one : many};
}

/// The words for one and for many of something.
struct Noun {
  const char* one;
  const char* many;
};

inline std::string number_of(std::size_t count, Noun what) { return number_of(count, what.one, what.many); }

}  // namespace merestone
