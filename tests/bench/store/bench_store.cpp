// SPDX-License-Identifier: Apache-2.0
// What the store costs at the size of a country.
//   bench_store PROJECT [POSITIONS_PER_STRETCH]   35,344 divisions in 188 rows of bricks, some 106,000 stretches
//   bench_store PROJECT FILE.geojson.gz           a real coverage with code, name, dep and reg
// PROJECT is a path or a conninfo; it must not exist yet.
#include "data/office/acts.hpp"
#include "gis/base/error.hpp"
#include "tests/support/geojson_coverage.hpp"

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <map>

using namespace merestone;

namespace {

constexpr std::uint32_t rows = 188, columns = 188;
constexpr std::int64_t cell = 40'000'000;  // 0.04 degree

/// Tells the time on the wall and the time of this process, which a busy machine does not stretch.
class Clock {
 public:
  void lap(const char* what) {
    const double wall = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - then_).count();
    const double busy = 1e3 * static_cast<double>(std::clock() - busy_then_) / CLOCKS_PER_SEC;
    std::printf("%-44s %8.1f ms, busy %8.1f ms\n", what, wall, busy);
    *this = {};
  }

 private:
  std::chrono::steady_clock::time_point then_ = std::chrono::steady_clock::now();
  std::clock_t busy_then_ = std::clock();
};

/// A wavy way from a to b, so that coordinates do not compress by luck.
Polyline way(Position a, Position b, std::uint32_t positions, std::int64_t seed) {
  Polyline path;
  for (std::uint32_t i = 0; i < positions; ++i) {
    const double t = static_cast<double>(i) / (positions - 1);
    const bool end = i == 0 || i + 1 == positions;
    const auto wave = end ? 0 : static_cast<std::int64_t>(1e6 * std::sin(static_cast<double>(seed + i)));
    path.push_back({a.lon + std::llround(t * static_cast<double>(b.lon - a.lon)) + wave,
                    a.lat + std::llround(t * static_cast<double>(b.lat - a.lat)) + wave});
  }
  return path;
}

/// Rows of bricks, every other row moved by half a brick: six neighbours each, as communes have.
Mesh bricks(std::uint32_t positions) {
  Mesh mesh;
  const auto unit = [](std::int64_t row, std::int64_t half) {
    const std::int64_t column = (half - (row & 1)) >= 0 ? (half - (row & 1)) / 2 : -1;
    if (row < 0 || row >= rows || column < 0 || column >= columns) return nobody;
    return static_cast<UnitIndex>(row * columns + column);
  };
  const auto at = [](std::int64_t half, std::int64_t row) {
    return Position{-5 * nanodegrees_per_degree + half * cell / 2, 42 * nanodegrees_per_degree + row * cell};
  };
  std::int64_t seed = 0;
  for (std::int64_t row = 0; row <= rows; ++row) {
    for (std::int64_t half = 0; half <= 2 * columns; ++half) {
      const UnitIndex above = unit(row, half), below = unit(row - 1, half);
      if (above != below) mesh.add(way(at(half, row), at(half + 1, row), positions, ++seed), above, below);
    }
    for (std::int64_t half = row & 1; row < rows && half <= 2 * columns + (row & 1); half += 2) {
      mesh.add(way(at(half, row), at(half, row + 1), positions, ++seed), unit(row, half - 1), unit(row, half));
    }
  }
  return mesh;
}

std::vector<DeliveredDivision> divisions() {
  std::vector<DeliveredDivision> all;
  for (std::uint32_t i = 0; i < rows * columns; ++i) {
    const std::uint32_t county = i / columns / 19 * 10 + i % columns / 19;
    all.push_back({.record = i + 1, .code = std::to_string(10000 + i), .name = "Commune " + std::to_string(i),
                   .parent_code = "D" + std::to_string(county), .level = 2, .kind = "commune", .language = "fr",
                   .has_shape = true});
  }
  for (std::uint32_t county = 0; county < 100; ++county) {
    all.push_back({.record = rows * columns + county + 1, .code = "D" + std::to_string(county),
                   .name = "County " + std::to_string(county), .level = 1, .kind = "county"});
  }
  return all;
}

struct Coverage {
  std::vector<DeliveredDivision> divisions;
  Mesh mesh;
};

Coverage real_coverage(const std::string& path) {
  const auto read = test::read_geojson_coverage(path, {"code", "name", "dep", "reg"});
  Coverage coverage;
  std::map<std::string, std::string> departments, regions;
  for (const auto& p : read.properties) {
    coverage.divisions.push_back({.record = coverage.divisions.size() + 1, .code = p[0], .name = p[1],
                                  .parent_code = p[2], .level = 3, .kind = "commune", .language = "fr",
                                  .has_shape = true});
    departments.emplace(p[2], p[3]);
    regions.emplace(p[3], "");
  }
  for (const auto& [level, units] : {std::pair{2, &departments}, {1, &regions}}) {
    for (const auto& [code, superior] : *units) {
      coverage.divisions.push_back({.record = coverage.divisions.size() + 1, .code = code, .name = code,
                                    .parent_code = superior, .level = level, .kind = "upper"});
    }
  }
  coverage.mesh = build_mesh(read.rings).mesh;
  return coverage;
}

void run(const std::string& location, const Coverage& coverage) {
  const auto& [delivered, mesh] = coverage;
  std::printf("%zu stretches, %zu positions\n", mesh.arcs.size(), mesh.positions.size());
  const Period valid{parse_date("2018-01-01"), open_end};
  const AsOf now{parse_date("2020-01-01")};
  Clock clock;
  {
    Project project = Project::create(location, "Bench", "bench");
    clock.lap("create a project");
    Clock stages;
    const auto tell = [&](std::string_view stage, std::uint64_t, std::uint64_t) {
      stages.lap(("  … until: " + std::string{stage}).c_str());
    };
    adopt_divisions(project, {"bench", "size", {}, tell}, {delivered, mesh, "test", valid});
    stages.lap("  … until the end");
    clock.lap("adopt the coverage, durable");
  }
  if (std::getenv("ADOPT_ONLY")) return;
  const Project project = Project::open(location);
  clock.lap("close, open for reading");
  const std::size_t stretches = project.snapshot(now).stretches.size();
  clock.lap("snapshot of the whole");
  const std::size_t divisions_read = project.divisions(now).all().size();
  clock.lap("register of all divisions");
  const std::size_t lines = project.lines(now).size();
  clock.lap("all boundary lines");
  const Box box = project.extent(now);
  clock.lap("extent");
  const Position middle{(box.west + box.east) / 2, (box.south + box.north) / 2};
  const Box near{middle.lon, middle.lat, middle.lon + cell, middle.lat};
  const std::size_t found = project.snapshot_in(near, now).stretches.size();
  clock.lap("snapshot of a ray of one cell");
  std::printf("%zu stretches, %zu divisions, %zu lines, %zu near\n", stretches, divisions_read, lines, found);
  clock = {};
  const std::size_t findings = project.verify_audit().size();
  clock.lap("verify the audit, all rows");
  const ProjectSummary summary = project.summary();
  clock.lap("summary");
  std::printf("%s, %zu findings\n", summary.engine.c_str(), findings);
}

}  // namespace

int main(int count, char** words) {
  if (count < 2) return 2;
  try {
    const int positions = count > 2 ? std::atoi(words[2]) : 20;
    run(words[1], positions > 1 ? Coverage{divisions(), bricks(static_cast<std::uint32_t>(positions))} : real_coverage(words[2]));
  } catch (const Error& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
