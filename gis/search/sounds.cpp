// SPDX-License-Identifier: Apache-2.0
#include "gis/search/sounds.hpp"

#include "gis/search/characters.hpp"

namespace merestone::search {
namespace {

using Pattern = SoundLayers::Pattern;
using Element = SoundLayers::Element;

constexpr std::size_t most_ranges = 512;

void walk_sounds(const Index& index, const Pattern& pattern, std::size_t depth, Range range, bool whole, std::vector<Range>& out) {
  if (range.empty() || out.size() >= most_ranges) return;
  const auto code = [&](std::uint32_t start) { return code_at(index, start, depth); };
  if (depth == pattern.size()) {
    if (whole) range = between(index.sounds, range, -1, 0, code);
    if (!range.empty()) out.push_back(range);
    return;
  }
  const bool last = depth + 1 == pattern.size() && !whole;
  for (const Range& codes : pattern[depth].codes) {
    Range mine = between(index.sounds, range, static_cast<int>(codes.lo), static_cast<int>(codes.hi), code);
    if (codes.size() == 1 || last) {
      walk_sounds(index, pattern, depth + 1, mine, whole, out);
      continue;
    }
    while (!mine.empty() && out.size() < most_ranges) {  // one syllable after the other
      const int next = code(index.sounds[mine.lo]);
      const Range child = between(index.sounds, mine, next, next + 1, code);
      if (child.empty()) break;
      walk_sounds(index, pattern, depth + 1, child, whole, out);
      mine.lo = child.hi;
    }
  }
}

/// Bytes of the first `count` characters.
std::uint32_t bytes_of(std::string_view text, std::size_t count) {
  const char *at = text.data(), *end = at + text.size();
  for (; count > 0 && at < end; --count) next_character(at, end);
  return static_cast<std::uint32_t>(at - text.data());
}

}  // namespace

/// Number of the syllable of the `depth`th character of a key; below 0 when it has no more.
int code_at(const Index& index, std::uint32_t start, std::size_t depth) {
  const auto text = index.text_from(start);
  const std::size_t tail = start + text.size();
  if (index.byte(tail) == before_reading) {
    const auto high = index.byte(tail + 1 + 2 * depth), low = index.byte(tail + 2 + 2 * depth);
    for (std::size_t i = 0; i <= depth; ++i)
      if (index.byte(tail + 1 + 2 * i) < 0x80) return -1;
    return ((high & 0x7F) << 7) | (low & 0x7F);
  }
  const char *at = text.data(), *end = at + text.size();
  for (; depth > 0 && at < end; --depth) next_character(at, end);
  return at < end ? index.usual_code(next_character(at, end)) : -1;
}

std::vector<Range> sound_ranges(const Index& index, const Pattern& pattern, bool whole) {
  std::vector<Range> ranges;
  if (!pattern.empty()) walk_sounds(index, pattern, 0, index.sounds.all(), whole, ranges);
  return ranges;
}

bool all_whole(const Pattern& pattern) {
  return std::all_of(pattern.begin(), pattern.end(), [](const Element& e) { return e.whole; });
}
bool is_letters(const Pattern& pattern) {
  return std::none_of(pattern.begin(), pattern.end(), [](const Element& e) { return e.whole; });
}
bool no_characters(const Pattern& pattern) {
  return std::none_of(pattern.begin(), pattern.end(), [](const Element& e) { return e.character != 0; });
}
bool is_full(const Pattern& pattern) {
  return no_characters(pattern) &&
         std::all_of(pattern.begin(), pattern.end() - 1, [](const Element& e) { return e.whole; }) &&
         (pattern.size() > 1 || pattern.back().whole);
}

void take_sounds(Gathering& into, Layer layer, const Pattern& pattern, bool whole) {
  const auto ranges = sound_ranges(into.index, pattern, whole);
  into.take(layer, into.index.sounds, ranges, [&](std::uint32_t start, std::uint32_t) {
    return Matched{0, bytes_of(into.index.text_from(start), pattern.size())};
  });
}

}  // namespace merestone::search
