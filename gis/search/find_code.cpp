// SPDX-License-Identifier: Apache-2.0
#include "gis/search/layers.hpp"

#include <algorithm>

namespace merestone::search {

void find_codes(Gathering& into, std::string_view text, bool whole) {
  const Index& index = into.index;
  const bool digit = std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digit || text.size() > 40 || index.codes() == 0) return;
  const auto bound = [&](const auto& before) {
    std::size_t lo = 0, hi = index.codes();
    while (lo < hi) {
      const std::size_t middle = lo + (hi - lo) / 2;
      if (before(index.code(middle))) lo = middle + 1;
      else hi = middle;
    }
    return static_cast<std::uint32_t>(lo);
  };
  const auto take = [&](const std::string& wanted) {
    const auto lo = bound([&](const std::string& code) { return code < wanted; });
    const auto exact = bound([&](const std::string& code) { return code <= wanted; });
    const auto hi = bound([&](const std::string& code) { return code < wanted || code.starts_with(wanted); });
    BestFirst best{index.code_names()};
    best.add(whole ? Range{lo, exact} : Range{exact, hi});
    for (std::size_t taken = 0; taken < 1'000; ++taken) {
      const auto name = best.next();
      if (!name) return;
      into.take_name(whole ? Layer::code : Layer::code_beginning, *name, {});
    }
  };
  // Codes are kept as they are written, the text comes folded.
  std::string wanted{text};
  take(wanted);
  for (char& c : wanted)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  if (wanted != text) take(wanted);
}

}  // namespace merestone::search
