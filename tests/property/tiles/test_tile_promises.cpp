// SPDX-License-Identifier: Apache-2.0
/// What tiles promise at every zoom, judged from outside: by a reader of our own specification-only make and by GEOS.
#include "gis/geometry/geos_bridge.hpp"
#include "gis/mesh/faces.hpp"
#include "tests/support/mosaic.hpp"
#include "tests/support/vector_tile.hpp"
#include "tiles/archive/gzip.hpp"
#include "tiles/vector/tileset.hpp"

#include <algorithm>
#include <set>

using namespace merestone;

namespace {

constexpr int last_zoom = 9;

class Memory final : public ArchiveWriter {
 public:
  void add(TileAddress address, std::string_view tile) override { tiles[address] = tile; }
  void finish(const ArchiveFacts&) override {}
  std::map<TileAddress, std::string> tiles;
};

/// A mosaic of communes, dealt out to two provinces.
struct Ground {
  Territory territory;
  DivisionRegister divisions;
  std::vector<LevelView> views;
  std::set<std::string> communes;
};

DivisionFacts facts_for(int units) {
  DivisionFacts facts;
  const auto add = [&](std::int64_t id, Level level, const std::string& code) {
    facts.versions.push_back({{id}, level, "", {}, {}});
    facts.codes.push_back({{id}, "test", code, {}});
    facts.names.push_back({{id}, "Name " + code, "fr", "official", {}});
  };
  for (std::int64_t province : {101, 102}) add(province, 1, "P" + std::to_string(province));
  for (std::int64_t unit = 1; unit <= units; ++unit) {
    add(unit, 2, "C" + std::to_string(unit));
    facts.memberships.push_back({{unit}, {101 + unit % 2}, MembershipKind::legal, {}});
  }
  return facts;
}

constexpr int units = 5;

/// @param shrink divides the mosaic's size, so that some cells are far below a tile unit at low zooms
Ground ground_of(test::Mosaic mosaic, std::int64_t shrink) {
  for (Position& p : mosaic.corners) p = {p.lon / shrink + 1'234'567'890, p.lat / shrink + 44'000'111'222};
  Ground ground{{}, DivisionRegister{facts_for(units), parse_date("2020-01-01")}, {}, {}};
  Territory& territory = ground.territory;
  territory.mesh = build_mesh(test::rings_of(mosaic)).mesh;
  for (std::size_t arc = 0; arc < territory.mesh.arcs.size(); ++arc) {
    territory.stretches.push_back({static_cast<std::int64_t>(arc) + 1});
  }
  for (int unit = 0; unit < units; ++unit) territory.holders.push_back({DivisionId{unit + 1}});
  territory.faces = trace_faces(territory.mesh);
  std::erase_if(territory.faces, [](const Face& face) { return face.unit == nobody; });
  for (const Face& face : territory.faces) ground.communes.insert("C" + std::to_string(face.unit + 1));
  for (const Level level : {1, 2}) ground.views.push_back(at_level(territory, ground.divisions, level));
  return ground;
}

Ground any_ground(bool with_nobody, std::int64_t shrink) {
  return ground_of(test::any_mosaic(units, with_nobody), shrink);
}

/// Land cut up by water of nobody that is all joined to the sea around: broad and narrow rows and columns, so that
/// lagoons, inlets and straits open to the sea through mouths of a three hundredth of their width.
test::Mosaic any_coast() {
  test::Mosaic mosaic;
  mosaic.width = *rc::gen::inRange<std::size_t>(3, 10);
  mosaic.height = *rc::gen::inRange<std::size_t>(3, 10);
  const auto cell = rc::gen::weightedOneOf<int>({{3, rc::gen::just(-1)}, {5, rc::gen::inRange(0, units)}});
  mosaic.owner = *rc::gen::container<std::vector<int>>(mosaic.width * mosaic.height, cell);
  std::vector<char> sea(mosaic.owner.size(), 0);
  for (bool grows = true; grows;) {
    grows = false;
    for (std::size_t i = 0; i < sea.size(); ++i) {
      const std::size_t x = i % mosaic.width;
      const std::size_t y = i / mosaic.width;
      if (sea[i] || mosaic.owner[i] != -1) continue;
      const bool open = x == 0 || y == 0 || x + 1 == mosaic.width || y + 1 == mosaic.height || sea[i - 1] || sea[i + 1] ||
                        sea[i - mosaic.width] || sea[i + mosaic.width];
      if (!open) continue;
      sea[i] = 1;
      grows = true;
    }
  }
  for (std::size_t i = 0; i < sea.size(); ++i) {
    if (mosaic.owner[i] == -1 && !sea[i]) mosaic.owner[i] = 0;
  }
  std::mt19937 random{*rc::gen::arbitrary<unsigned>()};
  const auto lines = [&](std::size_t count) {
    std::vector<std::int64_t> at{0};
    while (at.size() <= count) at.push_back(at.back() + (random() % 2 ? 1'000'000'000 : 3'000'000));
    return at;
  };
  const auto columns = lines(mosaic.width);
  const auto rows = lines(mosaic.height);
  const auto shift = [&] { return static_cast<std::int64_t>(random() % 2'000'000U) - 1'000'000; };
  for (const std::int64_t row : rows) {
    for (const std::int64_t column : columns) mosaic.corners.push_back({column + shift(), row + shift()});
  }
  return mosaic;
}

std::map<TileAddress, std::string> tiles_of(const Ground& ground, unsigned threads) {
  Memory memory;
  TileOptions options;
  options.max_zoom = last_zoom;
  options.threads = threads;
  make_tiles({ground.territory, ground.divisions, ground.views}, options, memory);
  return std::move(memory.tiles);
}

Wide twice_area_of(const MultiPolygon& shape) {
  Wide sum = 0;
  for (const Polygon& polygon : shape) {
    sum += twice_area(polygon.outer);
    for (const Ring& hole : polygon.holes) sum += twice_area(hole);
  }
  return sum;
}

/// Tile units spread out, so that the grid on which GEOS computes is far below one of them.
constexpr std::int64_t spread_by = 1000;

MultiPolygon spread(MultiPolygon shape) {
  const auto scale = [](Ring& ring) {
    for (Position& p : ring) p = {p.lon * spread_by, p.lat * spread_by};
  };
  for (Polygon& polygon : shape) {
    scale(polygon.outer);
    for (Ring& hole : polygon.holes) scale(hole);
  }
  return shape;
}

/// What one tile shows of one level.
struct Shown {
  std::vector<MultiPolygon> shapes;
  Wide sum = 0;
  MultiPolygon whole;
};

Shown shown(const test::TileLayer& divisions, const std::string& level) {
  Shown result;
  for (const test::TileFeature& feature : divisions.features) {
    if (feature.values.at("level") != level || feature.type != 3) continue;
    result.shapes.push_back(spread(feature.shape));
    RC_ASSERT(!shape_fault(result.shapes.back()));
    result.sum += twice_area_of(result.shapes.back());
  }
  result.whole = union_of(result.shapes);
  return result;
}

enum class Holes { none, none_within, any };

/// Holes that lie in the tile and not on its edge.
std::ptrdiff_t holes_within(const MultiPolygon& ground, std::int64_t extent) {
  std::ptrdiff_t count = 0;
  for (const Polygon& part : ground) {
    count += std::count_if(part.holes.begin(), part.holes.end(), [&](const Ring& hole) {
      return std::all_of(hole.begin(), hole.end(), [&](Position p) {
        return p.lon > 0 && p.lat > 0 && p.lon < extent && p.lat < extent;
      });
    });
  }
  return count;
}

void judge(const Ground& ground, Holes allowed) {
  std::map<int, std::set<std::string>> seen;
  for (const auto& [address, bytes] : tiles_of(ground, 0)) {
    const auto layers = test::read_vector_tile(gunzip(bytes, 1U << 28));
    const auto& divisions = layers.at("divisions");
    for (const auto& feature : divisions.features) seen[address.zoom].insert(feature.values.at("code"));
    const Shown communes = shown(divisions, "2");
    const Shown provinces = shown(divisions, "1");
    RC_ASSERT((twice_area_of(communes.whole) == communes.sum));    // no overlap, to the last square unit
    RC_ASSERT((twice_area_of(provinces.whole) == provinces.sum));
    RC_ASSERT((communes.sum == provinces.sum));                    // both levels cover the same ground
    if (allowed == Holes::none_within) RC_ASSERT(holes_within(communes.whole, spread_by * divisions.extent) == 0);
    if (allowed != Holes::none) continue;
    for (const Polygon& part : communes.whole) RC_ASSERT(part.holes.empty());
  }
  for (int zoom = 0; zoom <= last_zoom; ++zoom) {
    for (const std::string& code : ground.communes) RC_ASSERT(seen[zoom].contains(code));
  }
}

}  // namespace

TEST_CASE("promises of vector tiles") {
  rc::prop("neighbours fit without overlap or gap, polygons are valid, no division is lost", [] {
    judge(any_ground(false, *rc::gen::element(1, 40, 3000)), Holes::none);
  });

  rc::prop("the same with ground of nobody between them", [] {
    judge(any_ground(true, *rc::gen::element(1, 40, 3000)), Holes::any);
  });

  rc::prop("water that is open to the sea in the source is never a hole in a tile", [] {
    judge(ground_of(any_coast(), *rc::gen::element(1, 40, 3000)), Holes::none_within);
  });

  rc::prop("the number of processors does not change a byte", [] {
    const Ground ground = any_ground(true, 40);
    RC_ASSERT(tiles_of(ground, 1) == tiles_of(ground, 0));
  });
}
