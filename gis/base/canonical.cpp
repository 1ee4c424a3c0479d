// SPDX-License-Identifier: Apache-2.0
#include "gis/base/canonical.hpp"

#include <charconv>

namespace merestone {

std::string canonical(double value) {
  char buffer[64];
  return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr};
}

}  // namespace merestone
