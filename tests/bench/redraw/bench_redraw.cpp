// SPDX-License-Identifier: Apache-2.0
/// Swaps an arc of 1,000 vertices in a coverage as large as that of the French communes (invented: 188 × 188 cells with
/// borders of 12 vertices): in memory, and as an act on a SpatiaLite file.
#include "data/office/line_edit.hpp"
#include "gis/mesh/build.hpp"

#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>

#include <unistd.h>

using namespace merestone;

namespace {

constexpr int side = 188;
constexpr int steps = 12;
constexpr std::int64_t cell = 40'000'000;

double ms_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

Position corner(int column, int row) { return {column * cell, 40 * nanodegrees_per_degree + row * cell}; }

void walk(Ring& ring, Position from, Position to) {
  for (int i = 0; i < steps; ++i) {
    ring.push_back({from.lon + (to.lon - from.lon) * i / steps, from.lat + (to.lat - from.lat) * i / steps});
  }
}

/// From the north end of a border to its south end, swinging to both sides of it.
Polyline swinging(Position north, Position south, int turn) {
  Polyline path;
  for (int i = 0; i <= 1000; ++i) {
    const double t = i / 1000.0;
    const auto off = static_cast<std::int64_t>(std::sin(t * 3.141592653589793 * 7) * (turn % 2 ? 4e6 : -4e6));
    path.push_back({north.lon + (i % 1000 == 0 ? 0 : off), north.lat + (south.lat - north.lat) * i / 1000});
  }
  return path;
}

}  // namespace

int main() {
  RingSet rings;
  std::vector<DeliveredDivision> divisions;
  for (int row = 0; row < side; ++row) {
    for (int column = 0; column < side; ++column) {
      Ring ring;
      const Position corners[] = {corner(column, row), corner(column + 1, row), corner(column + 1, row + 1), corner(column, row + 1)};
      for (int k = 0; k < 4; ++k) walk(ring, corners[k], corners[(k + 1) % 4]);
      rings.add(ring, static_cast<UnitIndex>(divisions.size()));
      DeliveredDivision d;
      d.record = divisions.size() + 1;
      d.code = std::to_string(divisions.size());
      d.name = d.code;
      d.level = 1;
      d.kind = "commune";
      d.has_shape = true;
      divisions.push_back(std::move(d));
    }
  }
  const Mesh mesh = build_mesh(rings).mesh;
  const auto file = std::filesystem::temp_directory_path() / ("merestone-redraw-" + std::to_string(getpid()));
  Project project = Project::create(file.string(), "bench", "bench");
  const ActInfo info{"bench", "", {}, {}};
  adopt_divisions(project, info, {divisions, mesh, "bench", {parse_date("2010-01-01"), open_end}});
  const DivisionRegister all = project.divisions({parse_date("2020-01-01")});
  const int row = side / 2, column = side / 2;
  const DivisionId west = all.find_code(std::to_string(row * side + column - 1))->id;
  const DivisionId east = all.find_code(std::to_string(row * side + column))->id;
  for (int turn = 0; turn < 6; ++turn) {
    LineEdit edit;
    edit.lines = {{swinging(corner(column, row + 1), corner(column, row), turn), east, west}};
    edit.from = parse_date("2011-01-01") + std::chrono::days{turn};
    auto start = std::chrono::steady_clock::now();
    const GroundPlan plan = plan_edit(project, edit);
    const double planned = ms_since(start);
    start = std::chrono::steady_clock::now();
    const Redraw again = redraw(plan.near, plan.divisions, plan.request);
    const double in_memory = ms_since(start);
    if (!again.sound() || again.transfers.empty()) {
      for (const Finding& f : plan.redraw.findings) std::printf("%s\n", f.rule.c_str());
      return 1;
    }
    start = std::chrono::steady_clock::now();
    record_edit(project, info, plan);
    std::printf("redrawn in memory %.2f ms; read and planned %.2f ms; recorded %.2f ms; %zu stretches near\n", in_memory, planned,
                ms_since(start), plan.near.stretches.size());
  }
  auto start = std::chrono::steady_clock::now();
  const Territory territory = derive(project.snapshot({parse_date("2020-01-01")}), Neutral{});
  std::printf("all ground of a day from the store, derived: %.0f ms; %zu faces\n", ms_since(start), territory.faces.size());
  std::filesystem::remove(file);
}
