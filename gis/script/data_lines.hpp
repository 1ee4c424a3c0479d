// SPDX-License-Identifier: Apache-2.0
/// How the tables of data/ are read. For the folder's own use.
#pragma once

#include <algorithm>
#include <string_view>

namespace merestone::script {

/// An embedded file of data/ by its name. @throws std::logic_error when the build left it out.
std::string_view data_file(std::string_view name);

/// Up to `separator`, which is taken off `text` with it.
inline std::string_view take(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

/// Calls `use` with each line that is neither empty nor a comment.
template <typename Use>
void each_line(std::string_view text, const Use& use) {
  while (!text.empty()) {
    const std::string_view line = take(text, '\n');
    if (!line.empty() && line.front() != '#') use(line);
  }
}

}  // namespace merestone::script
