// SPDX-License-Identifier: Apache-2.0
#include "cli/report/csv.hpp"

#include "gis/base/text.hpp"

namespace merestone {
namespace {

/// A text that a table program would take for a formula gets an apostrophe in front.
std::string cell(const std::string& text) {
  const bool formula = !text.empty() && !parse_number(text) && std::string{"=+-@\t\r"}.find(text.front()) != std::string::npos;
  std::string safe = formula ? "'" + text : text;
  if (safe.find_first_of("\",\r\n") == std::string::npos) return safe;
  std::string quoted = "\"";
  for (const char c : safe) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

}  // namespace

std::string to_csv(const std::vector<std::vector<std::string>>& rows) {
  std::string text = "\xEF\xBB\xBF";
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) text += (i > 0 ? "," : "") + cell(row[i]);
    text += "\r\n";
  }
  return text;
}

}  // namespace merestone
