// SPDX-License-Identifier: Apache-2.0
/// The calm that both sides owe while a dispute is open (1989 Regulations Art. 10): nobody settles people in contested
/// ground, sets up organs there, starts projects or damages resources after the status quo was set.
#pragma once

#include "gis/base/finding.hpp"
#include "gis/base/id.hpp"
#include "gis/geometry/area.hpp"
#include "gis/base/date.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

enum class SightingKind { settlement, organ, project, building, resource_damage };
std::string_view word_of(SightingKind kind);
std::optional<SightingKind> sighting_kind(std::string_view word);

/// Something seen on the ground, with the images that show it.
struct Sighting {
  SightingKind kind = SightingKind::building;
  std::string name{};
  Position position{};
  Date seen{};                         ///< the first image, visit or record that shows it
  std::optional<Date> not_yet_there{};  ///< the last one before that does not
  std::string source{};                ///< "Sentinel-2", "patrol"
  DivisionId by{};                     ///< whose doing, where known
  DocumentId document{};
};

/// One finding for each sighting inside `contested` that came after `status_quo`:
///   dispute.breach           error: not there on or after the day that the status quo was set
///   dispute.possible_breach  warning: seen after that day, and no image tells whether it stood there before
/// Facts: kind, name, seen, not_yet_there, status_quo, source. Edges of the ground belong to it.
std::vector<Finding> breaches(std::span<const Sighting> sightings, const MultiPolygon& contested, Date status_quo);

/// dispute.sighting_outside, a warning: what was seen stands on no contested ground, and is held against nobody.
std::optional<Finding> check_sighting_place(const Sighting& sighting, const MultiPolygon& contested);

}  // namespace merestone
