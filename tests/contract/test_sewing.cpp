// SPDX-License-Identifier: Apache-2.0
#include "gis/mesh/faces.hpp"
#include "gis/territory/territory.hpp"
#include "tests/contract/engines.hpp"
#include "tests/support/mosaic.hpp"

#include <functional>
#include <set>

using namespace merestone;
using namespace merestone::test;

namespace {

constexpr int most_units = 6;

/// Every edge of border from its smaller end, with the codes of its sides.
using Borders = std::map<std::pair<Position, Position>, std::pair<std::string, std::string>>;
/// "a-b@2": the edges along which the two are neighbours at that level.
using Lines = std::map<std::string, std::set<std::pair<Position, Position>>>;

struct Picture {
  Borders borders;
  Lines lines;
  std::map<std::string, Wide> ground;  ///< by code, from the faces that are derived
  friend bool operator==(const Picture&, const Picture&) = default;
};

std::ostream& operator<<(std::ostream& out, const Picture& picture) {
  for (const auto& [edge, sides] : picture.borders) out << sides.first << '|' << sides.second << ' ';
  for (const auto& [line, edges] : picture.lines) out << line << 'x' << edges.size() << ' ';
  return out;
}

void add_edges(Picture& picture, std::span<const Position> path, const std::string& left, const std::string& right) {
  for (std::size_t i = 0; i + 1 < path.size(); ++i) {
    const bool ahead = path[i] < path[i + 1];
    const bool fresh = picture.borders
                           .try_emplace(std::minmax(path[i], path[i + 1]), ahead ? left : right, ahead ? right : left)
                           .second;
    RC_ASSERT(fresh);  // one statement per edge and day
  }
}

void add_line(Picture& picture, std::span<const Position> path, std::string one, std::string other, int level) {
  if (other < one) std::swap(one, other);
  auto& edges = picture.lines[one + "-" + other + "@" + std::to_string(level)];
  for (std::size_t i = 0; i + 1 < path.size(); ++i) RC_ASSERT(edges.insert(std::minmax(path[i], path[i + 1])).second);
}

void add_faces(Picture& picture, const std::vector<Face>& faces, const std::function<std::string(UnitIndex)>& code) {
  for (const Face& face : faces) {
    if (face.unit == nobody) continue;
    Wide& area = picture.ground[code(face.unit)];
    area += face.outer.twice_area;
    for (const Cycle& hole : face.holes) area += hole.twice_area;
  }
}

Picture picture_of(const Project& project, const AsOf& as_of) {
  Picture picture;
  const DivisionRegister divisions = project.divisions(as_of);
  const auto code = [&](DivisionId id) { return id.value == 0 ? std::string{"-"} : divisions.find(id)->code; };
  const Snapshot snapshot = project.snapshot(as_of);
  std::map<StretchId, const Stretch*> stretches;
  for (const Stretch& stretch : snapshot.stretches) stretches[stretch.id] = &stretch;
  for (const Delimitation& d : snapshot.delimitations) {
    add_edges(picture, stretches.at(d.stretch)->path, code(d.left), code(d.right));
  }
  for (const BoundaryLine& line : project.lines(as_of)) {
    for (const auto& part : line.parts) {
      add_line(picture, stretches.at(part.stretch)->path, code(line.left), code(line.right), line.level);
    }
  }
  const Territory territory = derive(snapshot, StatusQuo{});
  RC_ASSERT(territory.contradictions.empty());
  add_faces(picture, territory.faces, [&](UnitIndex unit) { return code(territory.holders[unit].front()); });
  return picture;
}

/// Units 0 … 5 of a mosaic, each in county N or S.
struct Country {
  RingSet rings = rings_of(any_mosaic(most_units, true));
  std::vector<bool> southern = *rc::gen::container<std::vector<bool>>(most_units, rc::gen::arbitrary<bool>());

  static std::string code(std::size_t unit) { return std::string(1, static_cast<char>('a' + unit)); }
  std::string county(std::size_t unit) const { return southern[unit] ? "S" : "N"; }

  /// What there is to be seen once the chosen units are there, worked out without any project.
  Picture expected(const std::vector<bool>& chosen) const {
    RingSet part;
    for (std::size_t r = 0; r < rings.size(); ++r) {
      if (chosen[rings.unit[r]]) part.add(rings.ring(r), rings.unit[r]);
    }
    const Mesh mesh = build_mesh(part).mesh;
    Picture picture;
    const auto told = [](UnitIndex unit) { return unit == nobody ? std::string{"-"} : code(unit); };
    for (std::size_t a = 0; a < mesh.arcs.size(); ++a) {
      const auto [left, right] = std::pair{mesh.arcs[a].left, mesh.arcs[a].right};
      add_edges(picture, mesh.path(a), told(left), told(right));
      if (left == nobody || right == nobody) continue;
      const bool counties = county(left) != county(right);
      add_line(picture, mesh.path(a), counties ? county(left) : code(left), counties ? county(right) : code(right),
               counties ? 1 : 2);
    }
    add_faces(picture, trace_faces(mesh), told);
    return picture;
  }

  void adopt(Project& project, const std::vector<bool>& chosen, Period valid) const {
    std::vector<DeliveredDivision> delivered;
    std::vector<UnitIndex> index(most_units, nobody);
    for (std::size_t unit = 0; unit < most_units; ++unit) {
      if (!chosen[unit]) continue;
      index[unit] = static_cast<UnitIndex>(delivered.size());
      delivered.push_back(division(code(unit), county(unit), 2));
    }
    RingSet part;
    for (std::size_t r = 0; r < rings.size(); ++r) {
      if (chosen[rings.unit[r]]) part.add(rings.ring(r), index[rings.unit[r]]);
    }
    adopt_divisions(project, by("Ada"), {delivered, build_mesh(part).mesh, "test", valid});
  }
  static void adopt_counties(Project& project, Period valid) {
    adopt_divisions(project, by("Ada"), {{division("N", "", 1), division("S", "", 1)}, Mesh{}, "test", valid});
  }

 private:
  static DeliveredDivision division(const std::string& code, const std::string& parent, Level level) {
    DeliveredDivision d;
    d.code = d.name = code;
    d.parent_code = parent;
    d.level = level;
    d.has_shape = level == 2;
    return d;
  }
};

}  // namespace

TEST_CASE("coverages delivered in parts") {
  rc::prop("two parts, in either order, give the ground and the lines of the whole, on each day", [] {
    // What is sewn is the same on both engines, and a new PostGIS project takes its time.
    const Engine engine = *rc::gen::weightedElement<Engine>({{30, Engine::spatialite}, {1, Engine::postgis}});
    const Country country;
    const auto first = *rc::gen::container<std::vector<bool>>(most_units, rc::gen::arbitrary<bool>());
    auto second = first;
    second.flip();
    const Period early{parse_date("2010-01-01"), open_end};
    const Period late{*rc::gen::element(early.from, parse_date("2015-01-01")), open_end};
    const bool in_order = *rc::gen::arbitrary<bool>();
    const Site place{engine};
    Project project = place.create();
    Country::adopt_counties(project, early);
    country.adopt(project, in_order ? first : second, in_order ? early : late);
    country.adopt(project, in_order ? second : first, in_order ? late : early);
    RC_ASSERT(picture_of(project, on("2020-01-01")) == country.expected(std::vector<bool>(most_units, true)));
    // Between the two days there is the early part alone, whichever was recorded first.
    if (late.from != early.from) RC_ASSERT(picture_of(project, on("2012-01-01")) == country.expected(first));
  });
}
