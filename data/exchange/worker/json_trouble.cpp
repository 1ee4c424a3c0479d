// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/worker/json_trouble.hpp"

namespace merestone::worker {

JsonTrouble find_trouble(std::string_view text) {
  constexpr std::string_view outside_strings = " \t\r\n{}[]:,\"+-.eE0123456789truefalsn";
  constexpr std::size_t depth_of_features = 2;  // in the collection, in its array
  std::size_t depth = 0;
  std::size_t record = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') ++i;
      in_string = c != '"';
      continue;
    }
    if (c == '"') in_string = true;
    if (c == '{' && depth == depth_of_features) ++record;
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && depth > 0) --depth;
    const std::string_view rest = text.substr(i);
    if (rest.starts_with("NaN") || rest.starts_with("nan") || rest.starts_with("Infinity")) {
      return {"import.not_a_number", record, std::string{rest.substr(0, 8)}};
    }
    if (outside_strings.find(c) == std::string_view::npos) {
      return {"import.damaged", record, "'" + std::string{rest.substr(0, 20)} + "'"};
    }
  }
  if (in_string || depth > 0) return {"import.ends_early", record, {}};
  return {"import.damaged", record, "not JSON"};
}

}  // namespace merestone::worker
