// SPDX-License-Identifier: Apache-2.0
/// Times the mesh build and check of a coverage: bench_mesh communes.geojson[.gz] [tolerance in nanodegrees]
#include "gis/mesh/build.hpp"
#include "gis/mesh/faces.hpp"
#include "tests/support/geojson_coverage.hpp"

#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string>

namespace {

long resident_kib(const std::string& field) {
  std::ifstream status{"/proc/self/status"};
  for (std::string word; status >> word;) {
    if (word == field) return status >> word, std::stol(word);
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const auto coverage = merestone::test::read_geojson_coverage(argv[1], {});
  const auto tolerance = argc > 2 ? std::atoll(argv[2]) : 0;
  malloc_trim(0);
  std::ofstream{"/proc/self/clear_refs"} << "5";  // the peak counts from here
  const long before = resident_kib("VmRSS:");
  std::vector<double> seconds;
  merestone::MeshBuild built;
  for (int run = 0; run < 5; ++run) {
    built = {};
    malloc_trim(0);
    const auto start = std::chrono::steady_clock::now();
    built = merestone::build_mesh(coverage.rings, tolerance);
    seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  std::sort(seconds.begin(), seconds.end());
  const auto start = std::chrono::steady_clock::now();
  const auto faces = merestone::trace_faces(built.mesh);
  const double tracing = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  std::map<int, int> kinds;
  for (const auto& fault : built.faults) ++kinds[static_cast<int>(fault.kind)];
  std::printf("positions %zu  units %zu  arcs %zu  arc positions %zu  faces %zu  moves %zu  faults %zu\n",
              coverage.rings.positions.size(), coverage.properties.size(), built.mesh.arcs.size(),
              built.mesh.positions.size(), faces.size(), built.moves.size(), built.faults.size());
  for (const auto& [kind, count] : kinds) std::printf("  fault kind %d: %d\n", kind, count);
  std::printf("build and check: min %.3f s, median %.3f s; faces %.3f s; memory above the input %.1f bytes a position\n",
              seconds[0], seconds[2], tracing,
              1024.0 * static_cast<double>(resident_kib("VmHWM:") - before) / static_cast<double>(coverage.rings.positions.size()));
}
