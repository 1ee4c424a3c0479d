// SPDX-License-Identifier: Apache-2.0
/// What is seen from roads and railways (可视范围, domain.md §5.2), by the heights on record alone: vegetation, buildings,
/// weather and relief finer than a cell are ignored.
#pragma once

#include "data/office/burial_desk.hpp"
#include "gis/terrain/viewshed.hpp"

namespace merestone {

struct SightQuestion {
  std::vector<std::string> classes{};  ///< of the land, from which is looked; empty: those that rules on sight name
  ViewRules view{1.7, 1, 2000};
  double step_m = 50;                  ///< between places on a line from which is looked
};

/// What the answers rest on.
struct SightGround {
  std::vector<std::string> classes{};  ///< looked from
  std::string heights{}, vertical_datum{}, day{};
  double cell_m = 0;
};

/// A position, and what sees it.
struct SeenPlace {
  struct From {
    std::string kind, id, name;         ///< of the feature
    Sightings sight{};
    std::optional<double> nearest_m{};  ///< from which it is seen; nothing where it is not
  };
  SightGround ground{};
  Sightings all{};
  std::vector<From> from{};             ///< features within the radius, the one that sees most first
};
/// Lines of sight one by one (sightings()). @throws Error missing visible.no_heights, visible.no_layer, visible.unknown_class.
SeenPlace seen_place(const Project& project, const AsOf& as_of, Position place, const SightQuestion& question);

/// The ground of a division that is seen from the features of the classes, cell by cell (viewshed()).
struct SeenArea {
  SightGround ground{};
  DivisionState division{};
  std::size_t observers = 0, observers_unknown = 0;
  std::size_t cells = 0, seen = 0, unknown = 0;  ///< of the division; unknown ones are not counted as unseen
  double cell_m2 = 0;                            ///< of a cell in the middle of the division
  double ground_m2 = 0;                          ///< of the division, also where no cell is
  double unknown_m2() const;                     ///< holes hide the answer, or no heights are on record there
  std::uint32_t most = 0;                        ///< observers that see one cell, at most
  MultiPolygon shape{};                          ///< what is seen
  MultiPolygon own{};                            ///< the division's ground
  std::vector<Polyline> lines{};                 ///< looked from
};
/// @throws as seen_place(), and missing division.unknown_code.
SeenArea seen_area(const Project& project, const AsOf& as_of, const std::string& code, const SightQuestion& question);

}  // namespace merestone
