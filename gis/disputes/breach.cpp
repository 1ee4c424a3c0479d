// SPDX-License-Identifier: Apache-2.0
#include "gis/disputes/breach.hpp"

#include <algorithm>
#include <array>

namespace merestone {
namespace {

constexpr std::array<std::string_view, 5> words{"settlement", "organ", "project", "building", "resource_damage"};

}  // namespace

std::string_view word_of(SightingKind kind) { return words[static_cast<std::size_t>(kind)]; }

std::optional<SightingKind> sighting_kind(std::string_view word) {
  const auto at = std::find(words.begin(), words.end(), word);
  if (at == words.end()) return {};
  return static_cast<SightingKind>(at - words.begin());
}

std::vector<Finding> breaches(std::span<const Sighting> sightings, const MultiPolygon& contested, Date status_quo) {
  std::vector<Finding> findings;
  const Box box = box_of(contested);
  for (const Sighting& sighting : sightings) {
    if (sighting.seen <= status_quo || !box.contains(sighting.position)) continue;
    if (locate(contested, sighting.position) == Containment::outside) continue;
    const bool sure = sighting.not_yet_there && *sighting.not_yet_there >= status_quo;
    Finding found;
    found.rule = sure ? "dispute.breach" : "dispute.possible_breach";
    found.severity = sure ? Severity::error : Severity::warning;
    found.subject.record = sighting.name;
    found.place = Place{degrees(sighting.position.lon), degrees(sighting.position.lat)};
    found.facts = {{"kind", std::string{word_of(sighting.kind)}},
                   {"name", sighting.name},
                   {"seen", to_string(sighting.seen)},
                   {"not_yet_there", sighting.not_yet_there ? to_string(*sighting.not_yet_there) : "–"},
                   {"status_quo", to_string(status_quo)},
                   {"source", sighting.source.empty() ? "–" : sighting.source}};
    findings.push_back(std::move(found));
  }
  return findings;
}

}  // namespace merestone
