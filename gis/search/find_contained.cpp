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

/// Where a division of the source lies, by its number.
std::vector<DivisionRange> ranges_of(const Source& source, std::uint32_t number) {
  if (source.ranges != nullptr) return (*source.ranges)(number);
  const auto last = source.index->divisions();
  return number < last.size() ? std::vector<DivisionRange>{{number, last[number]}} : std::vector<DivisionRange>{};
}

/// Where the divisions lie that are named so, the most important first.
std::vector<DivisionRange> divisions_named(const Source& source, std::string_view text) {
  const Index& index = *source.index;
  std::size_t divisions = 0;
  std::vector<DivisionRange> found;
  const auto look = [&](const Ranked& order, std::span<const Range> ranges, std::size_t characters) {
    BestFirst best{order};
    for (const Range& range : ranges) best.add(range);
    for (std::size_t looked = 0; looked < most_keys && divisions < most_divisions; ++looked) {
      const auto start = best.next();
      if (!start) return;
      if (count_characters(index.text_from(*start)) > characters + longest_generic) continue;
      for (std::uint32_t name = index.first_name(*start); name < index.names() && divisions < most_divisions; ++name) {
        const Row row = index.rows().row(name);
        const bool gone = source.superseded_divisions != nullptr && source.superseded_divisions->contains(static_cast<std::int64_t>(row.id));
        if (row.division && !gone) {
          const auto lies = ranges_of(source, row.within);
          found.insert(found.end(), lies.begin(), lies.end());
          ++divisions;
        }
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

void contained(Gathering& into, std::string_view key, std::span<const DivisionRange> within, const Language& language, std::span<const Source> sources, int depth) {
  for (const Split& split : splits_of(key)) {
    std::vector<DivisionRange> named;
    for (const Source& source : sources) {
      const auto found = divisions_named(source, split.container);
      named.insert(named.end(), found.begin(), found.end());
    }
    const auto ranges = inside(named, within);
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
    if (depth > 0) contained(into, split.rest, ranges, language, sources, depth - 1);
    into.release();
  }
}

}  // namespace

void find_contained(Gathering& into, std::string_view key, const Language& language, std::span<const Source> sources) {
  if (into.index.divisions().size() > 1) contained(into, key, {}, language, sources, 2);
}

}  // namespace merestone::search
