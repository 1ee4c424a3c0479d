// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace merestone {

/// Whether the whole of `text` fits the regular expression `pattern` (ICU's, UTF-8). False for what is no expression,
/// and for one that takes more than some milliseconds: packs come from outside.
bool fits(std::string_view pattern, std::string_view text);
/// Whether it is a regular expression at all.
bool is_pattern(std::string_view pattern);

}  // namespace merestone
