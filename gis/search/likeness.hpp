// SPDX-License-Identifier: Apache-2.0
/// Names that are the same as a new one, or sound the same: for the naming checks (regulations on place names, art. 9:
/// no duplicates and no homophones within a scope).
#pragma once

#include "gis/search/find.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace merestone::search {

/// From the strongest.
enum class Likeness : std::uint8_t {
  same,           ///< the same text once both are folded
  toned,          ///< the same syllables with the same tones
  toneless,       ///< the same syllables
  specific,       ///< the same syllables of the specific term, whatever the generic one
};

struct Alike {
  Likeness likeness{};
  Hit hit;
};

struct NewName {
  std::string text{};
  std::size_t specific_characters = 0;  ///< of its key: the length of the specific term; 0 does not look for that
  Filter filter{};                      ///< the scope: division, classes
  Date day{};
  std::size_t most = 100;               ///< of each likeness
};

/// Strongest first, then the most important. Tones are those that gis/script reads.
std::vector<Alike> names_like(std::span<const Source> sources, const NewName& name);

/// The same question by keys and sounds that the caller has worked out: whatever one of them leads to.
struct LikeKeys {
  std::vector<std::string> keys{};             ///< folded
  std::vector<std::string> sounds{};           ///< of the whole name, toneless letters: "xiangyanglu"
  std::vector<std::string> specific_sounds{};  ///< of its specific term, with at most six characters behind it
  Filter filter{};
  Date day{};
  std::optional<Position> near{};              ///< where there are too many, the nearest are told
  std::size_t most = 500;                      ///< of each of the three
  bool at_any_time = false;                    ///< also names that are not in force on the day
};
/// Names in force on the day, each place and division once. A sound that can be parted into syllables in several ways is
/// looked for in all of them, so more may come than sounds alike.
std::vector<Hit> names_with(std::span<const Source> sources, const LikeKeys& like);

/// Places that have a name and their position in a box, in order. Nothing where they are very many (20,000).
std::optional<std::vector<std::int64_t>> places_in(std::span<const Source> sources, const Box& box);

}  // namespace merestone::search
