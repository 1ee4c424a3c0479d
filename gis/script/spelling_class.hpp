// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace merestone {

/// What the rules of spelling tell apart: the same characters are one word as a village and two as a street.
enum class SpellingClass : std::uint8_t {
  division,    ///< 行政区域
  committee,   ///< 群众自治组织, 区片
  settlement,  ///< natural villages and towns, small stations: joined
  natural,     ///< waters, landforms, seas
  street,      ///< 道路街巷
  residence,   ///< residential areas, buildings
  facility,    ///< transport, water, power; parks, memorials, units
  other,       ///< not known: every generic term counts
};
inline constexpr std::size_t spelling_class_count = 8;

/// "division" …; nothing for another word.
std::optional<SpellingClass> spelling_class(std::string_view word);
const char* word_of(SpellingClass which);

}  // namespace merestone
