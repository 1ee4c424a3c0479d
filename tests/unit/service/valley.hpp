// SPDX-License-Identifier: Apache-2.0
/// Two counties of one prefecture and the valley between them, which East holds and West claims.
#pragma once

#include "gis/boundaries/boundary.hpp"
#include "gis/divisions/register.hpp"
#include "tests/support/sketch.hpp"

namespace merestone::test {

inline constexpr DivisionId whole{9}, west{1}, east{2};
inline constexpr ClaimId ground{1}, westerners{2};
inline constexpr DisputeId valley{1};

inline const Sketch valley_map{R"(
a  b  c  d

h  e  f  g)"};

inline DivisionFacts parties() {
  DivisionFacts facts;
  const Period always{};
  for (const auto& [id, level, code, name] :
       {std::tuple{whole, 1, "9", "Prefecture"}, std::tuple{west, 2, "100", "West"}, std::tuple{east, 2, "200", "East"}}) {
    facts.versions.push_back({id, static_cast<Level>(level), "", always, {}});
    facts.codes.push_back({id, "test", code, always});
    facts.names.push_back({id, name, "en", "official", always});
    if (id != whole) facts.memberships.push_back({id, whole, MembershipKind::legal, always});
  }
  return facts;
}

inline Snapshot disputed_valley() {
  const auto stretch = [](std::int64_t id, const char* path) {
    return Stretch{{id}, valley_map.line(path), EdgeKind::lonlat, "", 0};
  };
  const auto says = [](std::int64_t id, DivisionId left, DivisionId right, std::optional<ClaimId> claim = {}) {
    return Delimitation{{}, {id}, left, right, claim, {}, {}};
  };
  const DivisionId sea{};
  return {{stretch(1, "bahe"), stretch(2, "cdgf"), stretch(3, "be"), stretch(4, "cf"), stretch(5, "bc"), stretch(6, "ef")},
          {says(1, west, sea), says(2, sea, east), says(3, east, west, ground), says(4, east, west, westerners),
           says(5, sea, east, ground), says(5, sea, west, westerners), says(6, east, sea, ground), says(6, west, sea, westerners)},
          {{ground, valley, {}, ""}, {westerners, valley, west, "Its map of 1985"}},
          {{"W", valley, westerners}}};
}

}  // namespace merestone::test
