// SPDX-License-Identifier: Apache-2.0
/// Which place on record a delivered one is: by id elsewhere, by name, class and distance. Homonyms are never merged by
/// themselves: where several places could be meant, or a name differs by a mistake, the officer decides.
#pragma once

#include "gis/names/taking_over.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace merestone {

enum class MatchVerdict {
  fresh,     ///< no place on record is it
  same,      ///< on record, and nothing new in what is delivered
  changed,   ///< on record, and something is new: further names, codes, a class, a position where there was none
  conflict,  ///< several places could be meant, or it contradicts what is on record
};
std::string_view to_text(MatchVerdict verdict);  ///< "new", "same", "changed", "conflict"

struct PlaceMatch {
  MatchVerdict verdict = MatchVerdict::fresh;
  PlaceId place{};                       ///< the likeliest; no id where there is none
  std::vector<PlaceId> others{};         ///< further ones that it could be
  std::string how{};                     ///< "code", "id", "name", "similar"
  double distance_m = -1;                ///< to the likeliest; -1: not known
  std::vector<FieldDifference> differences{};  ///< in a stable order
};

struct MatchOptions {
  double near_m = 2000;    ///< places of one name further apart than this are two
  double moved_m = 200;    ///< a position that differs more than this contradicts the one on record
  double similar_m = 500;  ///< names that differ by one mistake are asked about only this near
};

/// An index over places on record. Keys are folded: case, width, traditional and simplified characters, diacritics.
class PlaceMatcher {
 public:
  explicit PlaceMatcher(std::span<const PlaceRecord> records, const MatchOptions& options = {});
  /// Cost: that of the places that share a key or lie near.
  PlaceMatch match(const PlaceRecord& delivered) const;
  /// Places that share no key are looked at only this near, east and north, in nanodegrees.
  static constexpr std::int64_t reach = 20'000'000;

 private:
  struct Candidate {
    std::size_t record;
    const char* how;
  };
  std::vector<Candidate> candidates(const PlaceRecord& delivered) const;
  void compare(const PlaceRecord& delivered, const PlaceRecord& known, PlaceMatch& match) const;

  std::span<const PlaceRecord> records_;
  MatchOptions options_;
  std::unordered_multimap<std::string, std::size_t> by_code_, by_local_id_, by_name_;
  std::unordered_multimap<std::int64_t, std::size_t> by_cell_;
};

/// Whether two keys are one insertion, deletion, change or swap of neighbours apart; characters, not bytes.
bool one_mistake_apart(std::string_view a, std::string_view b);

}  // namespace merestone
