// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace merestone::embedded {

/// A file compiled into the program by merestone_embed(); the list of a target is declared where it is used.
struct File {
  std::string_view name;
  std::string_view text;
};

}  // namespace merestone::embedded
