// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace merestone::worker {

/// Why a FeatureCollection is not JSON, and in which record (from 1; 0 before the first).
struct JsonTrouble {
  std::string rule;    ///< import.not_a_number, import.ends_early, import.damaged
  std::size_t record = 0;
  std::string detail;
};

/// Looks for the first byte that JSON does not have there. Only to be asked when the parser refused the text: it
/// tells no more than that.
JsonTrouble find_trouble(std::string_view text);

}  // namespace merestone::worker
