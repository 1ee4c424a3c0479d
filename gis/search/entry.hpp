// SPDX-License-Identifier: Apache-2.0
/// What goes into a search index: one entry for each name of each place or division.
#pragma once

#include "gis/base/date.hpp"
#include "gis/geometry/position.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace merestone::search {

/// What a name is the name of.
enum class Kind : std::uint8_t { place, division };

struct Entry {
  std::int64_t id = 0;       ///< of the name: a name that changes gets another
  std::int64_t subject = 0;  ///< of the place or division; never negative
  Kind kind = Kind::place;
  std::string text;                    ///< as it is shown
  std::string key;                     ///< folded: the form in which names are compared
  /// Reading of each character of `key`, without tones, "v" for ü: as many as there are characters, or none at all.
  std::vector<std::string> syllables;
  std::uint32_t importance = 0;        ///< the higher, the earlier
  std::string type;                    ///< kind of a division; of a place its type, and behind tabs its classes: "cn-18521:22200"
  std::string status = "official";
  std::uint32_t within = 0;            ///< number in the DivisionTree; of a division its own; 0 where not known
  std::uint8_t level = 0;              ///< of a division; 0 for places
  Period valid{};
  std::optional<Position> position{};
  std::string code;                    ///< official code; may be empty
};

/// Divisions numbered from 1 so that those inside a division follow it: a walk that visits superiors first.
struct DivisionTree {
  /// By number: the last number that lies inside; the division itself when nothing does. Element 0 is not used.
  std::vector<std::uint32_t> last{0};
};

/// Divisions by number, both ends in.
struct DivisionRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool contains(std::uint32_t number) const noexcept { return first <= number && number <= last; }
};

}  // namespace merestone::search
