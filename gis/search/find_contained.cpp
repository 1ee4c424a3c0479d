// SPDX-License-Identifier: Apache-2.0
#include "gis/search/characters.hpp"
#include "gis/search/sounds.hpp"

#include <algorithm>

namespace merestone::search {
namespace {

constexpr std::size_t most_keys = 64;
constexpr std::size_t most_divisions = 8;
/// A division is also called without its generic term: "广东" for "广东省", "内蒙古" for "内蒙古自治区".
constexpr std::size_t longest_generic = 6;

/// Where the divisions lie that are named so, the most important first.
std::vector<DivisionRange> divisions_named(const Index& index, std::string_view text) {
  std::vector<DivisionRange> found;
  const auto look = [&](const Ranked& order, std::span<const Range> ranges, std::size_t characters) {
    BestFirst best{order};
    for (const Range& range : ranges) best.add(range);
    for (std::size_t looked = 0; looked < most_keys && found.size() < most_divisions; ++looked) {
      const auto start = best.next();
      if (!start) return;
      if (count_characters(index.text_from(*start)) > characters + longest_generic) continue;
      for (std::uint32_t name = index.first_name(*start); name < index.names() && found.size() < most_divisions; ++name) {
        const Row row = index.rows().row(name);
        if (row.division && row.within < index.divisions().size()) found.push_back({row.within, index.divisions()[row.within]});
        if (row.last) break;
      }
    }
  };
  const std::u32string characters = characters_of(text);
  const Range beginning[] = {narrowed(index, index.starts, index.starts.all(), 0, text)};
  look(index.starts, beginning, characters.size());
  if (found.empty() && characters.size() > 2 && is_letter_of_pinyin(characters.front())) {
    for (const auto& pattern : patterns_of(index, characters)) {
      if (!is_full(pattern) || !all_whole(pattern)) continue;
      look(index.sounds, sound_ranges(index, pattern, false), pattern.size());
    }
  }
  return found;
}

std::vector<DivisionRange> inside(const std::vector<DivisionRange>& inner, std::span<const DivisionRange> outer) {
  if (outer.empty()) return inner;
  std::vector<DivisionRange> both;
  for (const auto& one : inner)
    for (const auto& other : outer)
      if (const DivisionRange shared{std::max(one.first, other.first), std::min(one.last, other.last)}; shared.first <= shared.last)
        both.push_back(shared);
  return both;
}

struct Split {
  std::string container, rest;
};

std::vector<Split> splits_of(std::string_view key) {
  std::vector<Split> splits;
  for (auto space = key.find(' '); space != std::string_view::npos; space = key.find(' ', space + 1)) {
    const std::string left{key.substr(0, space)}, right{key.substr(space + 1)};
    splits.push_back({left, right});
    splits.push_back({right, left});
  }
  if (!splits.empty()) return splits;
  const std::u32string characters = characters_of(key);
  if (characters.size() > 20 || !std::all_of(characters.begin(), characters.end(), is_han)) return {};
  for (std::size_t i = 2; i < characters.size(); ++i)
    splits.push_back({text_of(characters.substr(0, i)), text_of(characters.substr(i))});
  return splits;
}

void contained(Gathering& into, std::string_view key, std::span<const DivisionRange> within, const Language& language, int depth) {
  for (const Split& split : splits_of(key)) {
    const auto ranges = inside(divisions_named(into.index, split.container), within);
    if (ranges.empty()) continue;
    into.confine(ranges, split.container);
    const TextLayers text{into.index, split.rest};
    text.exact(into);
    text.beginnings(into);
    const std::u32string rest = characters_of(split.rest);
    if (std::any_of(rest.begin(), rest.end(), is_letter_of_pinyin)) {
      const SoundLayers sound{into.index, rest, language};
      sound.exact(into);
      sound.beginnings(into);
    }
    if (depth > 0) contained(into, split.rest, ranges, language, depth - 1);
    into.release();
  }
}

}  // namespace

void find_contained(Gathering& into, std::string_view key, const Language& language) {
  if (!into.index.divisions().empty() && into.index.divisions().size() > 1) contained(into, key, {}, language, 2);
}

}  // namespace merestone::search
