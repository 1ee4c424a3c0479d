// SPDX-License-Identifier: Apache-2.0
#include "gis/terrain/viewshed.hpp"

#include "gis/base/error.hpp"
#include "gis/geodesy/geodesic.hpp"
#include "gis/terrain/view_grid.hpp"

#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <tuple>

using namespace merestone;

namespace {

constexpr float hole = std::numeric_limits<float>::quiet_NaN();

/// 30 m cells of the 3° zone around 114° E, about 30.4° N.
ElevationGrid grid(std::uint32_t columns, std::uint32_t rows, float height = 0) {
  return {.name = "dem.tif", .sha256 = "", .day = "", .crs = "EPSG:4526", .vertical_datum = "1985 National Height Datum",
          .west = 38'500'000, .north = 3'360'000, .column_step = 30, .row_step = 30, .columns = columns, .rows = rows,
          .heights_m = std::vector<float>(std::size_t{columns} * rows, height)};
}

float& cell(ElevationGrid& g, std::uint32_t column, std::uint32_t row) { return g.heights_m[row * g.columns + column]; }

Position at(const Terrain& terrain, double column, double row) { return terrain.position_of({column, row}); }

Sightings one(const Terrain& terrain, Position observer, Position target, const ViewRules& rules) {
  return sightings(terrain, std::span{&observer, 1}, std::span{&target, 1}, rules).front();
}

/// Rolling hills without a pattern, the same every time.
ElevationGrid hills(std::uint32_t side) {
  ElevationGrid g = grid(side, side);
  for (std::uint32_t r = 0; r < side; ++r) {
    for (std::uint32_t c = 0; c < side; ++c) {
      const double x = c;
      const double y = r;
      cell(g, c, r) = static_cast<float>(60 * std::sin(x / 17) * std::cos(y / 23) + 25 * std::sin((x + 2 * y) / 9) + 300);
    }
  }
  return g;
}

/// What one observer makes of every cell, cell by cell as the paper has it: the horizon of a cell from those of the two
/// cells beside the line to it, one ring nearer. `close` where a tenth of a millimetre would decide otherwise.
struct PlainView {
  enum class Answer : std::uint8_t { beyond, seen, hidden, unknown, close };
  std::vector<Answer> cells;
};

PlainView plain_view(const Terrain& terrain, int column, int row, const ViewRules& rules) {
  const ElevationGrid& g = terrain.grid();
  const int columns = static_cast<int>(g.columns), rows = static_cast<int>(g.rows);
  const view::CellSides sides{terrain};
  const double east = sides.east_m(row), south = sides.south_m(row);
  const auto index = [&](int c, int r) { return static_cast<std::size_t>(r * columns + c); };
  const double eye = g.heights_m[index(column, row)] + rules.observer_m;
  std::vector<double> horizon(g.heights_m.size(), -1e30);
  std::vector<bool> doubt(g.heights_m.size(), false);
  PlainView view{std::vector<PlainView::Answer>(g.heights_m.size(), PlainView::Answer::beyond)};
  view.cells[index(column, row)] = PlainView::Answer::seen;
  for (int ring = 1; ring < std::max(columns, rows); ++ring) {
    for (int r = std::max(0, row - ring); r <= std::min(rows - 1, row + ring); ++r) {
      for (int c = std::max(0, column - ring); c <= std::min(columns - 1, column + ring); ++c) {
        const int dx = c - column, dy = r - row;
        if (std::max(std::abs(dx), std::abs(dy)) != ring) continue;
        const int sx = (dx > 0) - (dx < 0), sy = (dy > 0) - (dy < 0);
        const std::size_t corner = index(c - sx, r - sy);  // one nearer both ways
        const std::size_t beside = std::abs(dx) == ring ? (std::abs(dy) == ring ? corner : index(c - sx, r)) : index(c, r - sy);
        const double share = static_cast<double>(std::min(std::abs(dx), std::abs(dy))) / ring;
        const bool nearest = ring == 1;
        const double hides = nearest ? -1e30 : (1 - share) * horizon[beside] + share * horizon[corner];
        const double d2 = dx * dx * east * east + dy * dy * south * south;
        const float height = g.heights_m[index(c, r)];
        const bool over_hole = std::isnan(height);
        const double level = ((over_hole ? -1e6 : static_cast<double>(height)) - eye - view::drop_per_m2(rules) * d2) / ring;
        horizon[index(c, r)] = std::max(level, hides);
        const bool before = !nearest && (doubt[beside] || (share > 0 && doubt[corner]));
        doubt[index(c, r)] = before || over_hole;
        if (d2 > rules.radius_m * rules.radius_m) continue;
        const double clear = level + rules.target_m / ring - hides;
        view.cells[index(c, r)] = over_hole                    ? PlainView::Answer::unknown
                                  : std::abs(clear) < 1e-4     ? PlainView::Answer::close
                                  : clear < 0                  ? PlainView::Answer::hidden
                                  : before                     ? PlainView::Answer::unknown
                                                               : PlainView::Answer::seen;
      }
    }
  }
  return view;
}

}  // namespace

TEST_CASE("FU-04: a wall hides what is behind it and not what is taller") {
  ElevationGrid g = grid(101, 21);
  for (std::uint32_t r = 0; r < 21; ++r) cell(g, 50, r) = 10;
  const Terrain terrain{g};
  const ViewRules rules{.observer_m = 2, .target_m = 0, .radius_m = 10'000, .refraction = 0};
  const Position road = at(terrain, 20, 10);
  CHECK(one(terrain, road, at(terrain, 49, 10), rules) == Sightings{1, 0, 0});
  CHECK(one(terrain, road, at(terrain, 50, 10), rules) == Sightings{1, 0, 0});
  CHECK(one(terrain, road, at(terrain, 80, 10), rules) == Sightings{0, 0, 1});
  // By similar triangles the top of the wall, 8 m above the eye half way, hides 16 m there; the earth sinks 0.2 m.
  ViewRules tall = rules;
  tall.target_m = 17.9;
  CHECK(one(terrain, road, at(terrain, 80, 10), tall) == Sightings{0, 0, 1});
  tall.target_m = 18.3;
  CHECK(one(terrain, road, at(terrain, 80, 10), tall) == Sightings{1, 0, 0});
  const Position out_of_reach = at(terrain, 20, 10);
  CHECK(one(terrain, out_of_reach, at(terrain, 90, 10), {.radius_m = 2'000}).within() == 0);
}

TEST_CASE("the sea hides the shore beyond the horizon, later when light is bent") {
  const Terrain terrain{grid(501, 3)};
  ViewRules rules{.observer_m = 2, .target_m = 0, .radius_m = 20'000, .refraction = 0};
  const Position eye = at(terrain, 0, 1);
  const double horizon = std::sqrt(2 * rules.earth_radius_m * rules.observer_m);  // 5,048 m
  const double cell_m = distance_m(at(terrain, 0, 1), at(terrain, 1, 1));
  CHECK(one(terrain, eye, at(terrain, std::floor(horizon / cell_m) - 1, 1), rules).seen == 1);
  CHECK(one(terrain, eye, at(terrain, std::ceil(horizon / cell_m) + 6, 1), rules).hidden == 1);
  rules.refraction = 0.13;
  CHECK(one(terrain, eye, at(terrain, std::ceil(horizon / cell_m) + 6, 1), rules).seen == 1);

  const Viewshed shed = viewshed(terrain, std::span{&eye, 1}, rules);
  const auto bent = static_cast<std::size_t>(std::sqrt(2 * rules.earth_radius_m / 0.87 * rules.observer_m) / cell_m);
  CHECK(shed.seen[501 + bent - 1] == 1);
  CHECK(shed.seen[501 + bent + 3] == 0);
}

TEST_CASE("holes are unknown, never hidden; what is hidden by known ground stays hidden") {
  ElevationGrid g = grid(61, 61);
  for (std::uint32_t r = 28; r <= 32; ++r) cell(g, 40, r) = hole;
  for (std::uint32_t r = 0; r < 61; ++r) cell(g, 10, r) = 50;
  for (std::uint32_t r = 28; r <= 32; ++r) cell(g, 5, r) = hole;
  const Terrain terrain{g};
  const ViewRules rules{.observer_m = 2, .target_m = 1, .radius_m = 10'000};
  const Position eye = at(terrain, 30, 30);
  const auto answer = [&](double column, double row) { return one(terrain, eye, at(terrain, column, row), rules); };
  CHECK(answer(35, 30) == Sightings{1, 0, 0});
  CHECK(answer(50, 30) == Sightings{0, 1, 0});   // behind the hole
  CHECK(answer(40, 30) == Sightings{0, 1, 0});   // over it
  CHECK(answer(50, 50) == Sightings{1, 0, 0});
  CHECK(answer(2, 30) == Sightings{0, 0, 1});    // behind the ridge, whatever the hole there holds
  CHECK(answer(300, 30) == Sightings{0, 1, 0});  // outside the grid
  const Position over_hole = at(terrain, 40, 30);
  CHECK(one(terrain, over_hole, at(terrain, 41, 50), rules) == Sightings{0, 1, 0});

  const Position eyes[] = {eye, over_hole, at(terrain, -5, 30)};
  const Viewshed shed = viewshed(terrain, eyes, rules);
  CHECK(shed.observers_unknown == 2);
  const auto told = [&](std::uint32_t column, std::uint32_t row) {
    return std::pair{int{shed.seen[row * 61 + column]}, int{shed.unknown[row * 61 + column]}};
  };
  CHECK(told(35, 30) == std::pair{1, 2});
  CHECK(told(50, 30) == std::pair{0, 3});
  CHECK(told(40, 30) == std::pair{0, 3});
  CHECK(told(50, 50) == std::pair{1, 2});
  CHECK(told(2, 30) == std::pair{0, 2});
}

TEST_CASE("the map of what is seen agrees with lines of sight one by one") {
  const Terrain terrain{hills(160)};
  std::mt19937_64 random{5};
  std::vector<Position> road;
  for (int i = 0; i < 12; ++i) road.push_back(at(terrain, static_cast<double>(random() % 160), static_cast<double>(random() % 160)));
  const ViewRules rules{.observer_m = 1.7, .target_m = 2, .radius_m = 2'500};
  const Viewshed shed = viewshed(terrain, road, rules);
  std::vector<Position> cells;
  for (int r = 0; r < 160; ++r) {
    for (int c = 0; c < 160; ++c) cells.push_back(at(terrain, c, r));
  }
  const auto exact = sightings(terrain, road, cells, rules);
  std::size_t looked = 0, seen = 0, differ = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    looked += exact[i].within();
    seen += exact[i].seen;
    differ += static_cast<std::size_t>(std::abs(static_cast<int>(exact[i].seen) - int{shed.seen[i]}));
    CHECK(exact[i].unknown == 0);
  }
  CHECK(seen > looked / 10);
  CHECK(seen < looked * 9 / 10);
  CHECK(static_cast<double>(differ) < 0.03 * static_cast<double>(looked));
}

TEST_CASE("the sweep says of every cell what the plain walk over rings says, also behind holes and at the grid's sides") {
  std::mt19937_64 random{9};
  for (const auto& [columns, rows, radius_m, holes] : {std::tuple{97U, 61U, 1e6, 0}, {61U, 97U, 1e6, 40}, {140U, 30U, 900.0, 0},
                                                     {83U, 83U, 1'100.0, 60}, {2U, 50U, 1e6, 0}, {50U, 2U, 1e6, 3}}) {
    ElevationGrid g = grid(columns, rows);
    for (float& height : g.heights_m) height = static_cast<float>(random() % 4000) / 40;
    for (int i = 0; i < holes; ++i) g.heights_m[random() % g.heights_m.size()] = hole;
    const Terrain terrain{g};
    const ViewRules rules{.observer_m = 30, .target_m = 3, .radius_m = radius_m};
    std::vector<Position> eyes;
    std::vector<int> seen(g.heights_m.size()), unknown(seen), close(seen);
    while (eyes.size() < 45) {  // more than are swept together
      const int column = static_cast<int>(random() % columns), row = static_cast<int>(random() % rows);
      if (std::isnan(g.heights_m[static_cast<std::size_t>(row) * columns + static_cast<std::size_t>(column)])) continue;
      eyes.push_back(at(terrain, column, row));
      const PlainView view = plain_view(terrain, column, row, rules);
      for (std::size_t i = 0; i < seen.size(); ++i) {
        seen[i] += view.cells[i] == PlainView::Answer::seen;
        unknown[i] += view.cells[i] == PlainView::Answer::unknown;
        close[i] += view.cells[i] == PlainView::Answer::close;
      }
    }
    const Viewshed shed = viewshed(terrain, eyes, rules);
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < seen.size(); ++i) {
      wrong += shed.seen[i] < seen[i] || shed.seen[i] > seen[i] + close[i] || shed.unknown[i] < unknown[i] ||
               shed.unknown[i] > unknown[i] + close[i];
    }
    CHECK(wrong == 0);
    CHECK(std::accumulate(seen.begin(), seen.end(), 0) > 45);
  }
}

TEST_CASE("which observers see a grave, in order") {
  ElevationGrid g = grid(101, 21);
  for (std::uint32_t r = 0; r < 21; ++r) cell(g, 50, r) = 10;
  const Terrain terrain{g};
  const std::vector<Position> road{at(terrain, 20, 10), at(terrain, 70, 3), at(terrain, 99, 20)};
  const auto sights = sights_of(terrain, road, at(terrain, 80, 10), {.observer_m = 2, .radius_m = 1'900});
  REQUIRE(sights.size() == 3);
  CHECK(sights[0].answer == Sight::Answer::hidden);
  CHECK(sights[0].distance_m == Approx(1'800).epsilon(1e-3));
  CHECK(sights[1].answer == Sight::Answer::seen);
  CHECK(sights[2].answer == Sight::Answer::seen);
}

TEST_CASE("a grid in degrees is measured in metres") {
  ElevationGrid g{.name = "dem.tif", .sha256 = "", .day = "", .crs = "EPSG:4326", .vertical_datum = "EGM2008 height", .west = 110,
                  .north = 60, .column_step = 0.001, .row_step = 0.001, .columns = 200, .rows = 200,
                  .heights_m = std::vector<float>(40'000, 0)};
  const Terrain terrain{g};
  const Position eye = at(terrain, 100, 100);
  const ViewRules rules{.observer_m = 2, .target_m = 0, .radius_m = 1'000};
  const Viewshed shed = viewshed(terrain, std::span{&eye, 1}, rules);
  for (std::uint32_t i = 0; i < 40'000; ++i) {
    const double d = distance_m(eye, at(terrain, i % 200, i / 200));
    if (std::abs(d - 1'000) > 1) CHECK((shed.seen[i] == 1) == (d < 1'000));
  }
}

TEST_CASE("sightings by the many are those of each one, near and far, in and beyond the grid") {
  const Terrain terrain{hills(120)};
  std::mt19937_64 random{11};
  const auto any = [&] { return at(terrain, static_cast<double>(random() % 1400) / 10 - 10, static_cast<double>(random() % 1400) / 10 - 10); };
  std::vector<Position> eyes, targets;
  for (int i = 0; i < 80; ++i) eyes.push_back(any());
  for (int i = 0; i < 60; ++i) targets.push_back(any());
  for (const double radius_m : {0.0, 200.0, 900.0, 1e7}) {
    const ViewRules rules{.observer_m = 1.7, .target_m = 2, .radius_m = radius_m};
    const auto together = sightings(terrain, eyes, targets, rules);
    for (std::size_t i = 0; i < targets.size(); ++i) {
      Sightings sum;
      for (const Sight& sight : sights_of(terrain, eyes, targets[i], rules)) {
        ++(sight.answer == Sight::Answer::seen ? sum.seen : sight.answer == Sight::Answer::hidden ? sum.hidden : sum.unknown);
      }
      CHECK(together[i] == sum);
    }
  }
}
