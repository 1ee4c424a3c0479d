// SPDX-License-Identifier: Apache-2.0
#include "cli/report/report_sites.hpp"
#include "gis/overlay/covered.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace merestone {
namespace {

/// Ground by rank, the highest first.
std::vector<CoveredGround> covered(const CoverageIndex& subject, const std::vector<Patch>& patches) {
  std::vector<CoveredGround> rows = covered_ground(subject, patches);
  std::reverse(rows.begin(), rows.end());
  return rows;
}

}  // namespace

void add_exposure(BoundaryReport& report, const ReportGround& ground, const ReportFacts& facts) {
  std::map<std::string, std::vector<Patch>> kinds;
  std::vector<Patch> all;
  for (const HazardZone& zone : facts.zones) {
    if (!zone.valid.contains(report.on)) continue;
    report.zones_known = true;
    if (!box_of(zone.shape).meets(report.extent)) continue;
    kinds[zone.kind].push_back({&zone.shape, zone.severity});
    all.push_back({&zone.shape, 0});
  }
  if (all.empty() || ground.outline.arcs.empty()) return;
  const CoverageIndex subject{ground.outline};
  for (const auto& [kind, patches] : kinds) {
    const std::vector<CoveredGround> rows = covered(subject, patches);
    if (rows.empty()) continue;
    Wide whole = 0;
    for (const CoveredGround& row : rows) whole += row.area_um2;
    report.exposures.push_back({kind, 0, square_metres(whole)});
    for (const CoveredGround& row : rows) report.exposures.push_back({kind, row.rank, square_metres(row.area_um2)});
  }
  for (const CoveredGround& row : covered(subject, all)) report.exposed_m2 += square_metres(row.area_um2);
}

}  // namespace merestone
