// SPDX-License-Identifier: Apache-2.0
#include "gis/boundaries/joining.hpp"

#include <algorithm>

namespace merestone {
namespace {

void add_clipped(std::vector<Delimitation>& to, Delimitation piece, Date from, Date until) {
  piece.valid = {std::max(piece.valid.from, from), std::min(piece.valid.until, until)};
  if (piece.valid.from < piece.valid.until) to.push_back(piece);
}

}  // namespace

std::optional<std::vector<Delimitation>> joined(const std::vector<Delimitation>& said, const Delimitation& more) {
  std::vector<Delimitation> result;
  std::vector<Period> both;
  for (const Delimitation& d : said) {
    if (d.claim || !d.valid.overlaps(more.valid)) {
      result.push_back(d);
      continue;
    }
    if (more.left.value != 0 ? d.left.value != 0 : d.right.value != 0) return std::nullopt;
    add_clipped(result, d, unknown_start, more.valid.from);
    Delimitation filled = d;
    (more.left.value != 0 ? filled.left : filled.right) = more.left.value != 0 ? more.left : more.right;
    filled.document = more.document;
    add_clipped(result, filled, more.valid.from, more.valid.until);
    add_clipped(result, d, more.valid.until, open_end);
    both.push_back(d.valid);
  }
  std::sort(both.begin(), both.end(), [](const Period& a, const Period& b) { return a.from < b.from; });
  Date from = more.valid.from;
  for (const Period& period : both) {
    add_clipped(result, more, from, period.from);
    from = std::max(from, period.until);
  }
  add_clipped(result, more, from, more.valid.until);
  return result;
}

}  // namespace merestone
