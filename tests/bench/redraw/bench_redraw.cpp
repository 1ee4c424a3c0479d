// SPDX-License-Identifier: Apache-2.0
/// Swaps an arc of 1,000 vertices in a mesh as large as that of the French communes: in memory, and as an act on a
/// SpatiaLite file that has had a few acts of this process, so that it is written by the write-ahead log. Then all
/// ground of a day from the store, in several views.
///   bench_redraw [COVERAGE.geojson]    without it, invented ground: 188 × 188 cells with borders of 12 vertices
#include "data/office/line_edit.hpp"
#include "gis/base/error.hpp"
#include "gis/geodesy/measure.hpp"
#include "gis/mesh/build.hpp"
#include "tests/support/geojson_coverage.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <numeric>

#include <unistd.h>

using namespace merestone;

namespace {

constexpr int side = 188;
constexpr int steps = 12;
constexpr std::int64_t cell = 40'000'000;
constexpr std::size_t vertices = 1000;
constexpr std::size_t swaps = 24;
constexpr std::size_t acts_before_the_log = 5;

/// Time on the wall, and time of this process, which a busy machine does not stretch.
class Clock {
 public:
  struct Took {
    double wall_ms = 0, busy_ms = 0;
  };
  Took took() const {
    return {std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - then_).count(),
            1e3 * static_cast<double>(std::clock() - busy_then_) / CLOCKS_PER_SEC};
  }

 private:
  std::chrono::steady_clock::time_point then_ = std::chrono::steady_clock::now();
  std::clock_t busy_then_ = std::clock();
};

struct Coverage {
  std::vector<DeliveredDivision> divisions;
  Mesh mesh;
};

DeliveredDivision commune(std::size_t number, std::string code) {
  DeliveredDivision d;
  d.record = number + 1;
  d.code = d.name = std::move(code);
  d.level = 1;
  d.kind = "commune";
  d.has_shape = true;
  return d;
}

void walk(Ring& ring, Position from, Position to) {
  for (int i = 0; i < steps; ++i) {
    ring.push_back({from.lon + (to.lon - from.lon) * i / steps, from.lat + (to.lat - from.lat) * i / steps});
  }
}

Coverage invented() {
  Coverage made;
  RingSet rings;
  const auto corner = [](int column, int row) { return Position{column * cell, 40 * nanodegrees_per_degree + row * cell}; };
  for (int row = 0; row < side; ++row) {
    for (int column = 0; column < side; ++column) {
      Ring ring;
      const Position corners[] = {corner(column, row), corner(column + 1, row), corner(column + 1, row + 1), corner(column, row + 1)};
      for (int k = 0; k < 4; ++k) walk(ring, corners[k], corners[(k + 1) % 4]);
      rings.add(ring, static_cast<UnitIndex>(made.divisions.size()));
      made.divisions.push_back(commune(made.divisions.size(), std::to_string(made.divisions.size())));
    }
  }
  made.mesh = build_mesh(rings).mesh;
  return made;
}

Coverage real(const char* path) {
  Coverage read;
  const auto file = test::read_geojson_coverage(path, {"code"});
  for (const auto& properties : file.properties) read.divisions.push_back(commune(read.divisions.size(), properties[0]));
  read.mesh = build_mesh(file.rings).mesh;
  return read;
}

/// `path` anew with so many vertices, swinging gently to both sides of itself between its ends.
Polyline swinging(std::span<const Position> path, double swing_deg) {
  std::vector<double> along{0};
  for (std::size_t i = 1; i < path.size(); ++i) {
    along.push_back(along.back() + std::hypot(static_cast<double>(path[i].lon - path[i - 1].lon), static_cast<double>(path[i].lat - path[i - 1].lat)));
  }
  Polyline made;
  std::size_t edge = 0;
  for (std::size_t i = 0; i <= vertices; ++i) {
    const double share = static_cast<double>(i) / vertices;
    const double at = share * along.back();
    while (edge + 2 < path.size() && along[edge + 1] < at) ++edge;
    const double on = (at - along[edge]) / (along[edge + 1] - along[edge]);
    const auto between = [&](std::int64_t from, std::int64_t to) { return static_cast<double>(from) + on * static_cast<double>(to - from); };
    const double off = 1e9 * swing_deg * std::sin(share * 3.141592653589793 * 7);
    made.push_back({std::llround(between(path[edge].lon, path[edge + 1].lon) + off), std::llround(between(path[edge].lat, path[edge + 1].lat) + off)});
  }
  made.front() = path.front();
  made.back() = path.back();
  return made;
}

/// Arcs between two communes, the straightest long ones first: there a swinging line meets no other.
std::vector<std::size_t> arcs_to_swap(const Mesh& mesh) {
  std::vector<std::size_t> all(mesh.arcs.size());
  std::iota(all.begin(), all.end(), 0);
  std::erase_if(all, [&](std::size_t i) { return mesh.arcs[i].left == nobody || mesh.arcs[i].right == nobody || mesh.path(i).front() == mesh.path(i).back(); });
  const auto worth = [&](std::size_t i) {
    const auto path = mesh.path(i);
    const Position ends[] = {path.front(), path.back()};
    return length_m(ends) * length_m(ends) / length_m(path);
  };
  std::vector<double> worths(mesh.arcs.size());
  for (const std::size_t i : all) worths[i] = worth(i);
  std::sort(all.begin(), all.end(), [&](std::size_t a, std::size_t b) { return worths[a] != worths[b] ? worths[a] > worths[b] : a < b; });
  return all;
}

void tell(const char* what, std::vector<Clock::Took> times) {
  std::vector<double> wall, busy;
  for (const auto& t : times) wall.push_back(t.wall_ms), busy.push_back(t.busy_ms);
  std::sort(wall.begin(), wall.end());
  std::sort(busy.begin(), busy.end());
  std::printf("%-34s %7.2f ms, busy %7.2f ms (medians of %zu; %.2f and %.2f at best)\n", what, wall[wall.size() / 2], busy[busy.size() / 2], wall.size(),
              wall.front(), busy.front());
}

void run(const Coverage& coverage, const std::string& file) {
  const ActInfo info{"bench", "", {}, {}};
  {
    Project project = Project::create(file, "bench", "bench");
    adopt_divisions(project, info, {coverage.divisions, coverage.mesh, "bench", {parse_date("2010-01-01"), open_end}});
  }
  Project project = Project::open(file, Access::write);
  const DivisionRegister all = project.divisions({parse_date("2020-01-01")});
  std::vector<Clock::Took> memory, planning, recording, whole;
  std::size_t near = 0, refused = 0;
  bool warm = false;
  for (const std::size_t arc : arcs_to_swap(coverage.mesh)) {
    if (whole.size() == swaps) break;
    const DivisionId left = all.find_code(coverage.divisions[coverage.mesh.arcs[arc].left].code)->id;
    const DivisionId right = all.find_code(coverage.divisions[coverage.mesh.arcs[arc].right].code)->id;
    LineEdit edit;
    edit.lines = {{swinging(coverage.mesh.path(arc), 1e-4), left, right}};
    edit.from = parse_date("2011-01-01") + std::chrono::days{static_cast<int>(whole.size())};
    const Clock start;
    const GroundPlan plan = plan_edit(project, edit);
    if (!plan.redraw.sound() || plan.redraw.transfers.empty()) {
      if (++refused > 50) throw Error{Fault::invalid, "no arc of this coverage can be swapped", plan.redraw.findings};
      continue;
    }
    planning.push_back(start.took());
    near = std::max(near, plan.near.stretches.size());
    const Clock in_memory;
    const Redraw again = redraw(plan.near, plan.divisions, plan.request);
    memory.push_back(in_memory.took());
    const Clock record;
    record_edit(project, info, plan);
    recording.push_back(record.took());
    whole.push_back({planning.back().wall_ms + recording.back().wall_ms, planning.back().busy_ms + recording.back().busy_ms});
    if (!warm && whole.size() == acts_before_the_log + 1) {
      memory.clear(), planning.clear(), recording.clear(), whole.clear();
      warm = true;
    }
    if (again.transfers.size() != plan.redraw.transfers.size()) throw Error{Fault::invalid, "the second time it came out otherwise"};
  }
  std::printf("%zu arcs of %zu vertices swapped, %zu stretches near at most, %zu arcs left as they were\n", whole.size(), vertices + 1, near, refused);
  tell("redrawn in memory", memory);
  tell("read and planned", planning);
  tell("recorded, durable", recording);
  tell("read, planned and recorded", whole);
  for (const auto& [word, viewpoint] : {std::pair<const char*, Viewpoint>{"status quo", StatusQuo{}}, {"neutral", Neutral{}}}) {
    const Clock start;
    const Territory territory = derive(project.snapshot({parse_date("2020-01-01")}), viewpoint);
    const auto took = start.took();
    std::printf("all ground from the store, %-10s %7.0f ms, busy %7.0f ms; %zu faces\n", word, took.wall_ms, took.busy_ms, territory.faces.size());
  }
}

}  // namespace

int main(int count, char** words) {
  const auto file = std::filesystem::temp_directory_path() / ("merestone-redraw-" + std::to_string(getpid()) + ".sqlite");
  int code = 0;
  try {
    run(count > 1 ? real(words[1]) : invented(), file.string());
  } catch (const Error& error) {
    std::fprintf(stderr, "%s\n", error.what());
    for (const Finding& f : error.findings()) std::fprintf(stderr, "  %s\n", f.rule.c_str());
    code = 1;
  }
  std::filesystem::remove(file);
  return code;
}
