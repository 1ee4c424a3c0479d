// SPDX-License-Identifier: Apache-2.0
#include "cli/words/catalogue.hpp"

#include "gis/base/embedded.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

namespace merestone {
namespace embedded {
extern const std::span<const File> words;
}

namespace {

RuleWords read_row(std::string_view file, std::string_view row) {
  const auto first = row.find('\t');
  const auto second = first == row.npos ? row.npos : row.find('\t', first + 1);
  if (second == row.npos || row.find('\t', second + 1) != row.npos) {
    throw std::logic_error{std::string{file} + ": not rule, English, Chinese: " + std::string{row}};
  }
  return {row.substr(0, first), row.substr(first + 1, second - first - 1), row.substr(second + 1)};
}

std::vector<RuleWords> read_all() {
  std::vector<RuleWords> rows;
  for (const auto& file : embedded::words) {
    for (std::string_view rest = file.text; !rest.empty();) {
      const auto row = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(rest.size(), row.size() + 1));
      if (!row.empty() && row.front() != '#') rows.push_back(read_row(file.name, row));
    }
  }
  std::ranges::sort(rows, {}, &RuleWords::rule);
  const auto twice = std::ranges::adjacent_find(rows, {}, &RuleWords::rule);
  if (twice != rows.end()) throw std::logic_error{"rule stands twice in cli/words: " + std::string{twice->rule}};
  return rows;
}

}  // namespace

std::span<const RuleWords> catalogue() {
  static const std::vector<RuleWords> rows = read_all();
  return rows;
}

const RuleWords* words_of(std::string_view rule) {
  const auto rows = catalogue();
  const auto found = std::ranges::lower_bound(rows, rule, {}, &RuleWords::rule);
  return found != rows.end() && found->rule == rule ? &*found : nullptr;
}

}  // namespace merestone
