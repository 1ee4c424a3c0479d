// SPDX-License-Identifier: Apache-2.0
/// Times the question what a drawn zone would reach, the project once read:  bench_exposure PROJECT [ZONES [DAY]]
/// Zones are 64-gons of 0.5 to 30 km radius around places on record, forecast tracks grown by 5 km, and all ground at once;
/// each asks for ground, people, villages, names and facilities at the finest level. Milliseconds of processor time.
#include "data/office/exposure_desk.hpp"
#include "gis/base/date.hpp"
#include "gis/overlay/grown.hpp"
#include "tests/support/patchwork.hpp"
#include "tests/support/processor_time.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>

using namespace merestone;

namespace {

Ring circle(Position p, double radius_deg) {
  Ring ring;
  for (int k = 0; k < 64; ++k) {
    const double angle = 3.14159265358979323846 / 32 * k;
    ring.push_back(from_degrees(degrees(p.lon) + radius_deg * std::cos(angle), degrees(p.lat) + radius_deg * std::sin(angle)));
  }
  return ring;
}

void tell(const char* what, std::vector<double> took, std::size_t lines) {
  std::sort(took.begin(), took.end());
  std::printf("what-if: %s: %zu zones, %.1f ms each (median), %.1f ms at most (target 50); %zu lines of figures\n", what, took.size(),
              took[took.size() / 2], took.back(), lines);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const std::size_t count = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 100;
  const AsOf as_of{argc > 3 ? parse_date(argv[3]) : today()};
  std::unique_ptr<Project> project;
  const double opening = 1e3 * test::processor_seconds([&] { project = std::make_unique<Project>(Project::open(argv[1])); });
  std::unique_ptr<ExposureDesk> desk;
  const double reading = 1e3 * test::processor_seconds([&] { desk = std::make_unique<ExposureDesk>(*project, as_of); });
  Box box;
  for (const Arc& arc : desk->territory().mesh.arcs) box.add(box_of(desk->territory().mesh.path(arc)));
  const Level finest = desk->divisions().levels().back();
  std::printf("what-if: project opened in %.0f ms, its record of the day read in %.0f ms; %zu zones on record\n", opening, reading, desk->zones().size());

  test::Random random{1};
  const auto any = [&] {
    return Position{static_cast<std::int64_t>(test::between(random, static_cast<double>(box.west), static_cast<double>(box.east))),
                    static_cast<std::int64_t>(test::between(random, static_cast<double>(box.south), static_cast<double>(box.north)))};
  };
  const auto ask = [&](const char* what, std::size_t times, const auto& shape) {
    std::vector<double> took;
    std::size_t lines = 0;
    for (std::size_t i = 0; i < times; ++i) {
      HazardZone zone;
      zone.kind = "flood";
      zone.severity = 2;
      zone.shape = shape();
      took.push_back(1e3 * test::processor_seconds([&] { lines += desk->exposure({.level = finest, .what_if = {zone}}).lines.size(); }));
    }
    tell(what, took, lines);
  };
  ask("drawn", count, [&] { return MultiPolygon{{circle(any(), 0.005 * std::pow(60, test::between(random, 0, 1))), {}}}; });
  ask("tracks", count / 4 + 1, [&] {
    const Polyline track{any(), any(), any()};
    return grown({{}, {track}, {}}, 5000);
  });
  const Ring all{{box.west, box.south}, {box.east, box.south}, {box.east, box.north}, {box.west, box.north}};
  ask("everything", 5, [&] { return MultiPolygon{{all, {}}}; });
}
