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
extern const std::span<const File> terms;
}

namespace {

template <class Row>
Row read_row(std::string_view file, std::string_view row) {
  const auto first = row.find('\t');
  const auto second = first == row.npos ? row.npos : row.find('\t', first + 1);
  if (second == row.npos || row.find('\t', second + 1) != row.npos) {
    throw std::logic_error{std::string{file} + ": not id, English, Chinese: " + std::string{row}};
  }
  return {row.substr(0, first), row.substr(first + 1, second - first - 1), row.substr(second + 1)};
}

/// Rows sorted by what they are found by.
template <class Row>
std::vector<Row> read_all(std::span<const embedded::File> files, std::string_view Row::* key) {
  std::vector<Row> rows;
  for (const auto& file : files) {
    for (std::string_view rest = file.text; !rest.empty();) {
      const auto row = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(rest.size(), row.size() + 1));
      if (!row.empty() && row.front() != '#') rows.push_back(read_row<Row>(file.name, row));
    }
  }
  std::ranges::sort(rows, {}, key);
  const auto twice = std::ranges::adjacent_find(rows, {}, key);
  if (twice != rows.end()) throw std::logic_error{"stands twice in cli/words: " + std::string{(*twice).*key}};
  return rows;
}

}  // namespace

std::span<const RuleWords> catalogue() {
  static const auto rows = read_all<RuleWords>(embedded::words, &RuleWords::rule);
  return rows;
}

const RuleWords* words_of(std::string_view rule) {
  const auto rows = catalogue();
  const auto found = std::ranges::lower_bound(rows, rule, {}, &RuleWords::rule);
  return found != rows.end() && found->rule == rule ? &*found : nullptr;
}

std::span<const TermWords> terms() {
  static const auto rows = read_all<TermWords>(embedded::terms, &TermWords::id);
  return rows;
}

const TermWords* term_of(std::string_view vocabulary, std::string_view id) {
  const std::string wanted = std::string{vocabulary} + "." + std::string{id};
  const auto rows = terms();
  const auto found = std::ranges::lower_bound(rows, std::string_view{wanted}, {}, &TermWords::id);
  return found != rows.end() && found->id == wanted ? &*found : nullptr;
}

}  // namespace merestone
