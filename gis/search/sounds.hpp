// SPDX-License-Identifier: Apache-2.0
/// Walking the order of sounds, for the layers that do. Private to them.
#pragma once

#include "gis/search/layers.hpp"

#include <algorithm>

namespace merestone::search {

/// Number of the syllable of the `depth`th character of a key; below 0 when it has no more.
int code_at(const Index& index, std::uint32_t start, std::size_t depth);

/// Entries of a sorted order between two values of a rising property.
template <class Value>
Range between(const Ranked& order, Range range, int from, int until, const Value& value) {
  const auto lo = order.first_not(range, [&](std::uint32_t start) { return value(start) < from; });
  return {lo, order.first_not({lo, range.hi}, [&](std::uint32_t start) { return value(start) < until; })};
}

/// Keys of `range`, alike before syllable `depth`, whose syllable there is one of `codes`.
inline Range with_code(const Index& index, Range range, std::size_t depth, Range codes) {
  return between(index.sounds, range, static_cast<int>(codes.lo), static_cast<int>(codes.hi),
                 [&](std::uint32_t start) { return code_at(index, start, depth); });
}

void take_sounds(Gathering& into, Layer layer, const SoundLayers::Pattern& pattern, bool whole);

/// Whether a character that is read so may stand at the element.
inline bool fits(const SoundLayers::Element& element, char32_t c, std::uint16_t code) {
  if (element.character != 0) return element.character == c;
  return std::any_of(element.codes.begin(), element.codes.end(), [&](const Range& r) { return r.lo <= code && code < r.hi; });
}

bool all_whole(const SoundLayers::Pattern& pattern);
bool is_letters(const SoundLayers::Pattern& pattern);
bool no_characters(const SoundLayers::Pattern& pattern);
/// Full syllables, but perhaps for the last.
bool is_full(const SoundLayers::Pattern& pattern);

}  // namespace merestone::search
