// SPDX-License-Identifier: Apache-2.0
#include "gis/geodesy/measure.hpp"
#include "gis/geometry/geos_bridge.hpp"
#include "gis/overlay/covered.hpp"
#include "gis/overlay/ground.hpp"
#include "gis/overlay/pairs.hpp"
#include "tests/support/patchwork.hpp"

#include <rapidcheck/catch.h>

#include <map>

using namespace merestone;

namespace {

MultiPolygon shape(Ring ring) { return {{std::move(ring), {}}}; }

struct Scene {
  test::Patchwork work;
  std::vector<MultiPolygon> zones;
  std::vector<int> ranks;

  std::vector<Patch> patches() const {
    std::vector<Patch> all;
    for (std::size_t i = 0; i < zones.size(); ++i) all.push_back({&zones[i], ranks[i]});
    return all;
  }
};

/// Fields of about `step` degrees with star-shaped zones over them, some drawn through the fields' own corners.
Scene any_scene() {
  test::Random random{*rc::gen::arbitrary<std::uint64_t>()};
  const double step = *rc::gen::element(1e-5, 0.003, 0.02, 0.4);
  const double west = test::between(random, -170, 150);
  const double south = test::between(random, -70, 60);
  Scene scene{test::patchwork(random, *rc::gen::inRange(1, 9), *rc::gen::inRange(1, 9), west, south, step), {}, {}};
  const int zones = *rc::gen::inRange(0, 12);
  for (int i = 0; i < zones; ++i) {
    Ring ring = test::star(random, west + step * test::between(random, -1, 9), south + step * test::between(random, -1, 9),
                           step * test::between(random, 0.1, 5), static_cast<int>(test::between(random, 3, 30)));
    if (i % 3 == 0) ring = scene.work.rings[random() % scene.work.rings.size()];
    scene.zones.push_back(shape(std::move(ring)));
    scene.ranks.push_back(static_cast<int>(random() % 3) + 1);
  }
  return scene;
}

/// The same by making the geometry: union of all zones of at least each rank, cut with each field.
std::map<std::pair<UnitIndex, int>, double> oracle(const Scene& scene) {
  std::map<std::pair<UnitIndex, int>, double> result;
  for (UnitIndex unit = 0; unit < scene.work.rings.size(); ++unit) {
    double higher = 0;
    for (int rank = 3; rank >= 1; --rank) {
      std::vector<MultiPolygon> zones;
      for (std::size_t i = 0; i < scene.zones.size(); ++i) {
        if (scene.ranks[i] >= rank) zones.push_back(scene.zones[i]);
      }
      const double area = area_m2(intersection_of(shape(scene.work.rings[unit]), union_of(zones)));
      result[{unit, rank}] = area - higher;
      higher = area;
    }
  }
  return result;
}

}  // namespace

TEST_CASE("properties of ground") {
  rc::prop("areas of a random partition sum to the whole to the last digit, whatever is joined", [] {
    const Scene scene = any_scene();
    const Mesh& mesh = scene.work.mesh;
    const std::size_t units = scene.work.rings.size();
    const auto arcs = measure_arcs(mesh);
    const auto grounds = ground_of_units(mesh, arcs, units);
    std::vector<UnitIndex> upper(units);
    for (UnitIndex& unit : upper) unit = *rc::gen::inRange<UnitIndex>(0, 3);
    const auto uppers = ground_of_units(mesh, arcs, 3, upper);
    std::vector<Wide> sums(3, 0);
    for (std::size_t i = 0; i < units; ++i) {
      RC_ASSERT((grounds[i].area_um2 == area_um2(shape(scene.work.rings[i]))));
      sums[upper[i]] += grounds[i].area_um2;
    }
    for (std::size_t i = 0; i < 3; ++i) RC_ASSERT((uppers[i].area_um2 == sums[i]));
    const auto whole = ground_of_units(mesh, arcs, 1, std::vector<UnitIndex>(units, 0));
    RC_ASSERT((whole[0].area_um2 == sums[0] + sums[1] + sums[2]));
  });

  rc::prop("ground under zones is that of the geometry made by GEOS", [] {
    const Scene scene = any_scene();
    const CoverageIndex index{scene.work.mesh};
    std::map<std::pair<UnitIndex, int>, double> found;
    const auto patches = scene.patches();
    for (const CoveredGround& ground : covered_ground(index, patches)) {
      found[{ground.unit, ground.rank}] = square_metres(ground.area_um2);
    }
    for (const auto& [key, expected] : oracle(scene)) {
      const double field = area_m2(shape(scene.work.rings[key.first]));
      // GEOS moves every crossing by up to half a nanodegree, 0.06 mm, along borders as long as the field.
      const double tolerance = 1e-9 * field + 1e-3 * std::sqrt(field);
      RC_ASSERT(std::abs(found[key] - expected) <= tolerance);
    }
  });

  rc::prop("what the units have under zones sums to the union of the zones within the whole", [] {
    const Scene scene = any_scene();
    const CoverageIndex index{scene.work.mesh};
    const auto patches = scene.patches();
    double sum = 0;
    for (const CoveredGround& ground : covered_ground(index, patches)) sum += square_metres(ground.area_um2);
    std::vector<MultiPolygon> fields;
    for (const Ring& ring : scene.work.rings) fields.push_back(shape(ring));
    const MultiPolygon whole = union_of(fields);
    const double expected = area_m2(intersection_of(whole, union_of(scene.zones)));
    const double size = area_m2(whole);
    RC_ASSERT(std::abs(sum - expected) <= 1e-9 * size + 4e-3 * std::sqrt(size));
  });

  rc::prop("the parts of every zone sum to the zone, and each is that of the geometry made by GEOS", [] {
    const Scene scene = any_scene();
    const CoverageIndex index{scene.work.mesh};
    std::vector<const MultiPolygon*> zones;
    for (const MultiPolygon& zone : scene.zones) zones.push_back(&zone);
    std::vector<double> sums(zones.size(), 0);
    std::map<std::pair<std::size_t, UnitIndex>, double> found;
    for (const PairGround& pair : zone_unit_ground(index, zones)) {
      sums[pair.zone] += square_metres(pair.area_um2);
      found[{pair.zone, pair.unit}] = square_metres(pair.area_um2);
    }
    for (std::size_t i = 0; i < zones.size(); ++i) {
      const double whole = area_m2(scene.zones[i]);
      RC_ASSERT(std::abs(sums[i] - whole) <= 1e-9 * whole + 1e-5);
      for (UnitIndex unit = 0; unit < scene.work.rings.size(); ++unit) {
        const double expected = area_m2(intersection_of(scene.zones[i], shape(scene.work.rings[unit])));
        RC_ASSERT(std::abs(found[{i, unit}] - expected) <= 1e-9 * whole + 1e-3 * std::sqrt(whole));
      }
    }
  });

  rc::prop("the parts of every line sum to the line, and each lies where its positions are", [] {
    const Scene scene = any_scene();
    const CoverageIndex index{scene.work.mesh};
    std::vector<Polyline> lines;
    for (const MultiPolygon& zone : scene.zones) lines.push_back(zone[0].outer);
    std::vector<std::int64_t> sums(lines.size(), 0);
    std::map<std::pair<std::size_t, UnitIndex>, std::int64_t> found;
    for (const LineInUnit& part : line_unit_lengths(index, lines)) {
      sums[part.line] += part.length_um;
      found[{part.line, part.unit}] = part.length_um;
      RC_ASSERT(part.length_um > 0);
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
      RC_ASSERT(sums[i] == measure(lines[i]).length_um);
      for (const Position p : lines[i]) {
        if (i % 3 != 0) RC_ASSERT((found.contains({i, index.unit_at(p)})));  // those touch borders without passing them
      }
    }
  });

  rc::prop("every position has the unit whose outline holds it", [] {
    const Scene scene = any_scene();
    const CoverageIndex index{scene.work.mesh};
    const Box box = [&] {
      Box all;
      for (const Ring& ring : scene.work.rings) all.add(box_of(ring));
      return all;
    }();
    for (int i = 0; i < 50; ++i) {
      const Position p{*rc::gen::inRange(box.west - 5, box.east + 5), *rc::gen::inRange(box.south - 5, box.north + 5)};
      UnitIndex expected = nobody;
      bool on_edge = false;
      for (UnitIndex unit = 0; unit < scene.work.rings.size(); ++unit) {
        const Containment where = locate(scene.work.rings[unit], p);
        if (where == Containment::inside) expected = unit;
        on_edge = on_edge || where == Containment::on_edge;
      }
      if (!on_edge) RC_ASSERT(index.unit_at(p) == expected);
    }
  });

  rc::prop("arcs that are no coverage are refused, or give units that exist and nothing worse", [] {
    test::Random random{*rc::gen::arbitrary<std::uint64_t>()};
    Mesh mesh;
    const auto any = [&] { return Position{static_cast<std::int64_t>(random() % 9000), static_cast<std::int64_t>(random() % 9000)}; };
    for (int i = 0; i < 12; ++i) {
      const Position start = any();
      mesh.add(Polyline{start, any(), any(), start}, static_cast<UnitIndex>(random() % 4), nobody);
    }
    const CoverageIndex index{mesh};
    for (int i = 0; i < 100; ++i) {
      const UnitIndex unit = index.unit_at(any());
      RC_ASSERT(unit < 4 || unit == nobody);
    }
    const MultiPolygon zone = shape(test::star(random, 4e-6, 4e-6, 6e-6, 12));
    const Patch patches[] = {{&zone, 1}};
    for (const CoveredGround& ground : covered_ground(index, patches)) RC_ASSERT(ground.unit < 4);
  });
}
