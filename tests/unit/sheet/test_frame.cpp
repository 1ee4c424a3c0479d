// SPDX-License-Identifier: Apache-2.0
#include "tiles/sheet/frame.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace merestone;

namespace {

const PaperBox paper{10, 10, 460, 340};

std::vector<Position> square(double lon, double lat, double half) {
  return {from_degrees(lon - half, lat - half), from_degrees(lon + half, lat - half),
          from_degrees(lon + half, lat + half), from_degrees(lon - half, lat + half)};
}

}  // namespace

TEST_CASE("the subject lies inside the frame at a round scale") {
  for (const double half : {0.001, 0.03, 0.7, 9.0}) {
    const std::vector<Position> ground = square(2, 47, half);
    const SheetFrame frame{ground, paper};
    double lowest = 0;
    for (const Position p : ground) {
      const PlanePoint at = frame.to_paper(p);
      CHECK(frame.shows(at));
      lowest = std::max(lowest, at.y);
    }
    CHECK(lowest > paper.y + paper.height * 0.75);  // and fills it
    double scale = frame.scale();
    while (scale >= 1000) scale /= 10;
    CHECK(scale == Approx(std::round(scale)).margin(1e-9));
  }
}

TEST_CASE("north is up and east is right") {
  const SheetFrame frame{square(2, 47, 0.5), paper};
  const PlanePoint here = frame.to_paper(from_degrees(2, 47));
  CHECK(frame.to_paper(from_degrees(2, 47.1)).y < here.y);
  CHECK(frame.to_paper(from_degrees(2.1, 47)).x > here.x);
}

TEST_CASE("every edge has some ticks, at round angles") {
  for (const double half : {0.002, 0.05, 0.6, 4.0}) {
    const SheetFrame frame{square(-0.5, 47.3, half), paper};
    std::multiset<Tick::Edge> edges;
    for (const Tick& tick : frame.ticks()) {
      edges.insert(tick.edge);
      const double steps = tick.degrees / tick.step;
      CHECK(steps == Approx(std::round(steps)).margin(1e-6));
    }
    for (const auto edge : {Tick::Edge::top, Tick::Edge::bottom, Tick::Edge::left, Tick::Edge::right}) {
      CHECK(edges.count(edge) >= 2);
      CHECK(edges.count(edge) <= 14);
    }
    CHECK(frame.crosses().size() >= 4);
  }
}

TEST_CASE("ticks pass the antimeridian") {
  const SheetFrame frame{{from_degrees(179.5, -17), from_degrees(-179.5, -17), from_degrees(-179.5, -16)}, paper};
  std::set<std::string> texts;
  for (const Tick& tick : frame.ticks()) texts.insert(angle_text(tick.degrees, tick.step, "E", "W"));
  CHECK(texts.count("180°00′") == 1);
  CHECK(texts.count("179°40′W") == 1);
  CHECK(texts.count("179°40′E") == 1);
}

TEST_CASE("angles are said in the letters given") {
  CHECK(angle_text(47.5, 0.5, "N", "S") == "47°30′N");
  CHECK(angle_text(-1 - 20.0 / 60, 1.0 / 6, "E", "O") == "1°20′O");
  CHECK(angle_text(-0.0083333333, 30.0 / 3600, "E", "W") == "0°00′30″W");
  CHECK(angle_text(0, 1, "E", "W") == "0°");
  CHECK(angle_text(-180, 1, "E", "W") == "180°");
}

TEST_CASE("the scale bar is a round length that fits") {
  for (const double half : {0.002, 0.05, 0.6, 4.0}) {
    const SheetFrame frame{square(2, 47, half), paper};
    const double length = frame.bar_m(0.25);
    CHECK(length * frame.points_per_m() <= paper.width * 0.25);
    CHECK(length * frame.points_per_m() >= paper.width * 0.25 / 2.6);
  }
}

TEST_CASE("a subject of one point still has a map") {
  const SheetFrame frame{{from_degrees(2, 47)}, paper};
  CHECK(frame.shows(frame.to_paper(from_degrees(2, 47))));
  CHECK(frame.scale() < 10'000);
}
