// SPDX-License-Identifier: Apache-2.0
#include "gis/boundaries/segment.hpp"
#include "gis/geodesy/geodesic.hpp"
#include "gis/geodesy/measure.hpp"
#include "tests/support/findings.hpp"

#include <catch2/catch.hpp>

using namespace merestone;
using namespace merestone::test;

namespace {

/// A brook that runs east for a kilometre, from 117° E 30° N, with a corner every 100 m.
Polyline brook(double north_m = 0, double first_m = 0, double last_m = 1000) {
  Polyline path;
  for (double east = first_m; east <= last_m; east += 100) {
    path.push_back(destination(destination(from_degrees(117, 30), 90, east), 0, north_m));
  }
  return path;
}

Segment along_brook(MovementRule rule = MovementRule::fixed) {
  Segment s;
  s.ordinal = 1;
  s.carrier = Carrier::watercourse;
  s.feature = "Clearwater";
  s.movement = rule;
  s.valid.from = parse_date("2001-05-01");
  return s;
}

Monument at(std::int64_t id, Position p) {
  Monument m;
  m.id = {id};
  m.position = p;
  return m;
}

}  // namespace

TEST_CASE("scenario 11: the river moved by 60 m, the line of 2001 stays") {
  const auto shift = compare(brook(), {{brook(60, -300, 1300)}}, 5, 2);
  REQUIRE(shift);
  CHECK(shift->greatest_m == Approx(60).margin(0.1));
  CHECK(shift->mean_m == Approx(60).margin(0.1));
  CHECK(shift->allowed_m == Approx(10.77).margin(0.01));
  const auto finding = judge(along_brook(), *shift, "鄂湘线", parse_date("2025-10-01"));
  REQUIRE(finding);
  CHECK(finding->rule == "segment.feature_moved");  // BL-06: a flag and a special inspection, nothing else
  CHECK(finding->severity == Severity::warning);
  CHECK(judge(along_brook(MovementRule::follows_feature), *shift, "鄂湘线", parse_date("2025-10-01"))->rule == "segment.feature_to_follow");
}

TEST_CASE("a river within both accuracies has not moved") {
  const auto shift = compare(brook(), {{brook(8, -300, 1300)}}, 5, 2);
  REQUIRE(shift);
  CHECK_FALSE(shift->moved());
  CHECK_FALSE(judge(along_brook(), *shift, "x", parse_date("2025-10-01")));
}

TEST_CASE("a bend between two positions of the line is found, and a river in pieces is one river") {
  const Polyline line{brook().front(), brook().back()};
  Polyline bent = brook(0, 0, 400);
  bent.push_back(destination(destination(from_degrees(117, 30), 90, 500), 0, 60));
  const Polyline rest = brook(0, 600, 1000);
  const auto shift = compare(line, {{bent, rest}}, 1, 1);
  REQUIRE(shift);
  CHECK(shift->greatest_m > 40);
  CHECK(shift->greatest_m < 65);
  CHECK(distance_m(shift->at, destination(from_degrees(117, 30), 90, 500)) < 40);
  CHECK(shift->mean_m < 15);
  CHECK_FALSE(compare(line, {}, 1, 1));
}

TEST_CASE("a segment runs from monument to monument along the line") {
  const Polyline line = brook();
  const PathRuler ruler{line};
  CHECK(ruler.length_m() == Approx(1000).margin(0.01));
  const std::vector<Monument> monuments{at(1, destination(line[2], 0, 3)), at(2, destination(line[7], 180, 20))};
  Segment segment = along_brook();
  segment.from = {1};
  segment.to = {2};
  const auto path = path_of(segment, ruler, monuments);
  REQUIRE(path);
  CHECK(length_m(*path) == Approx(500).margin(0.1));
  CHECK(distance_m(path->front(), line[2]) < 0.1);
  segment.from = {};
  CHECK(length_m(*path_of(segment, ruler, monuments)) == Approx(700).margin(0.1));
  segment.from = {2};
  segment.to = {1};
  CHECK(path_of(segment, ruler, monuments)->front() == path->back());  // backwards
  segment.to = {9};
  CHECK_FALSE(path_of(segment, ruler, monuments));
}

TEST_CASE("a line that is walked the other way after a change keeps its segments where they were surveyed") {
  const Polyline line = brook();
  const std::vector<Monument> monuments{at(1, line[2]), at(2, line[7])};
  Segment first = along_brook(), second = along_brook(), last = along_brook();
  first.to = second.from = {1};
  second.to = last.from = {2};
  const std::vector<Segment> segments{first, second, last};
  for (const Polyline& walked : {line, Polyline{line.rbegin(), line.rend()}}) {
    const Polyline way = in_order_of_segments(walked, EdgeKind::lonlat, segments, monuments);
    CHECK(way == line);
    const PathRuler ruler{way};
    CHECK(length_m(*path_of(first, ruler, monuments)) == Approx(200).margin(0.1));
    CHECK(length_m(*path_of(last, ruler, monuments)) == Approx(300).margin(0.1));
  }
  CHECK(in_order_of_segments(line, EdgeKind::lonlat, {{first}}, monuments) == line);  // one monument alone does not tell
}

TEST_CASE("BL-02: segments follow each other from monument to monument, along what the agreement names or as it says in words") {
  Segment one = along_brook(), two = along_brook();
  two.ordinal = 2;
  one.to = {1};
  two.from = {1};
  CHECK(check_segments({{one, two}}, true, "x").empty());
  two.from = {2};
  CHECK(rules_of(check_segments({{one, two}}, true, "x")) == std::vector<std::string>{"segment.not_joined"});
  two.from = {1};
  two.ordinal = 3;
  two.carrier = Carrier::ridge;
  two.downstream = true;
  CHECK(rules_of(check_segments({{one, two}}, true, "x")) ==
        std::vector<std::string>{"segment.ordinal_gap", "segment.downstream_on_land"});
  CHECK(rules_of(check_segments({{one}}, false, "x")) == std::vector<std::string>{"segment.nothing_said"});
  one.text = "from the bridge down the middle of the brook";
  CHECK(check_segments({{one}}, false, "x").empty());  // text alone is enough (ISO 19152)
}

TEST_CASE("where paths cross") {
  const Polyline line{from_degrees(0, 0), from_degrees(1, 0), from_degrees(2, 0)};
  const Polyline road{from_degrees(0.5, -1), from_degrees(0.5, 1), from_degrees(1.5, 1), from_degrees(1.5, -1)};
  CHECK(crossings(line, road) == std::vector<Position>{from_degrees(0.5, 0), from_degrees(1.5, 0)});
  const Polyline touching{from_degrees(1, 0), from_degrees(1, 1)};
  CHECK(crossings(line, touching) == std::vector<Position>{from_degrees(1, 0)});
  const Polyline apart{from_degrees(0, 1), from_degrees(2, 1)};
  CHECK(crossings(line, apart).empty());
}
