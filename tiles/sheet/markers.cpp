// SPDX-License-Identifier: Apache-2.0
#include "tiles/sheet/markers.hpp"

#include "tiles/sheet/furniture.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace merestone {
namespace {

constexpr double first_ring = 13, ring_step = 5, last_ring = 120;  ///< points around a place
constexpr int directions = 24;

}  // namespace

std::vector<PlacedMarker> place_markers(std::span<const SheetMarker> markers, const SheetFrame& frame, std::vector<PaperBox>& taken) {
  const PaperBox& paper = frame.paper();
  const auto free = [&](PlanePoint at) {
    const PaperBox box = marker_box(at);
    const bool inside = box.x >= paper.x && box.y >= paper.y && box.x + box.width <= paper.x + paper.width && box.y + box.height <= paper.y + paper.height;
    return inside && std::none_of(taken.begin(), taken.end(), [&](const PaperBox& other) { return meet(box, other); });
  };
  std::vector<PlacedMarker> placed;
  const auto put = [&](std::size_t marker, PlanePoint place, PlanePoint at) {
    taken.push_back(marker_box(at));
    placed.push_back({marker, place, at});
  };
  std::vector<std::size_t> crowded;
  for (std::size_t i = 0; i < markers.size(); ++i) {
    const PlanePoint place = frame.to_paper(markers[i].position);
    if (!frame.shows(place)) continue;
    if (free(place)) put(i, place, place);
    else if (markers[i].may_be_led) crowded.push_back(i);
  }
  for (const std::size_t i : crowded) {
    const PlanePoint place = frame.to_paper(markers[i].position);
    bool found = false;
    for (double ring = first_ring; ring <= last_ring && !found; ring += ring_step) {
      for (int k = 0; k < directions && !found; ++k) {
        const double angle = 2 * std::numbers::pi * k / directions;
        const PlanePoint at{place.x + ring * std::cos(angle), place.y - ring * std::sin(angle)};
        found = free(at);
        if (found) put(i, place, at);
      }
    }
  }
  return placed;
}

}  // namespace merestone
