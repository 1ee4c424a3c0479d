// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/staged.hpp"

#include <algorithm>
#include <set>

namespace merestone {
namespace {

using exchange::Shape;
using exchange::Staged;

/// Adds the rings of a record, ground on their left. False when a ring is too short once on the ground.
bool add_rings(const Shape& shape, const std::vector<Position>& positions, UnitIndex unit, RingSet& rings, Ring& ring) {
  for (std::size_t part = 0; part < shape.parts.size(); ++part) {
    const std::size_t first = shape.parts[part].first;
    const std::size_t last = part + 1 < shape.parts.size() ? shape.parts[part + 1].first : positions.size();
    ring.clear();
    for (std::size_t i = first; i < last; ++i) {
      if (ring.empty() || ring.back() != positions[i]) ring.push_back(positions[i]);
    }
    while (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
    if (ring.size() < 3) return false;
    if ((twice_area(ring) < 0) != shape.parts[part].hole) std::reverse(ring.begin() + 1, ring.end());
    rings.add(ring, unit);
  }
  return true;
}

/// Where some divisions of a level have their shape, the others of that level should have theirs.
void report_shapeless(Staged& staged, const std::vector<DeliveredDivision>& divisions) {
  std::set<Level> with_shapes;
  for (const DeliveredDivision& division : divisions) {
    if (division.has_shape) with_shapes.insert(division.level);
  }
  for (std::size_t i = 0; i < divisions.size(); ++i) {
    if (staged.shapeless(i) && with_shapes.contains(divisions[i].level)) {
      staged.problems().error("import.null_geometry", i + 1, "", {{"code", divisions[i].code}});
    }
  }
}

}  // namespace

DivisionDelivery read_divisions(const std::string& path, const ReadOptions& options, const Progress& progress) {
  DivisionDelivery delivery;
  std::vector<std::size_t> with_shape;
  std::vector<std::size_t> too_short;
  Ring ring;
  const exchange::Plan plan{
      {{"code", "name", "parent", "level", "kind", "language"}, {"code", "name"}}, exchange::Wanted::polygons};
  Staged staged{path, options, plan,
                [&](std::size_t record, const Shape& shape, const std::vector<Position>& positions) {
                  const auto unit = static_cast<UnitIndex>(record);
                  const bool good = add_rings(shape, positions, unit, delivery.rings, ring);
                  (good ? with_shape : too_short).push_back(record);
                },
                progress};
  for (const std::size_t record : too_short) staged.problems().error("import.ring_too_short", record + 1, "");
  delivery.divisions.resize(staged.size());
  for (const std::size_t record : with_shape) delivery.divisions[record].has_shape = true;
  for (std::size_t i = 0; i < staged.size(); ++i) {
    DeliveredDivision& division = delivery.divisions[i];
    division.file = staged.file();
    division.record = i + 1;
    division.code = staged.text(i, "code");
    division.name = staged.text(i, "name");
    division.parent_code = staged.text(i, "parent");
    division.level = static_cast<Level>(staged.whole(i, "level", 1, 20).value_or(options.level));
    const std::string& kind = staged.text(i, "kind");
    division.kind = kind.empty() ? options.kind : kind;
    const std::string& language = staged.text(i, "language");
    division.language = !language.empty() ? language : !options.language.empty() ? options.language : "und";
  }
  report_shapeless(staged, delivery.divisions);
  staged.finish(delivery);
  return delivery;
}

}  // namespace merestone
