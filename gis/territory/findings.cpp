// SPDX-License-Identifier: Apache-2.0
#include "gis/territory/findings.hpp"

#include "gis/base/text.hpp"
#include "gis/geodesy/measure.hpp"
#include "gis/mesh/faces.hpp"

#include <unordered_set>

namespace merestone {
namespace {

Finding about(const char* rule, Severity severity, const DivisionState* division) {
  Finding finding{.rule = rule, .severity = severity};
  if (division != nullptr) {
    finding.subject.record = division->code;
    finding.facts = {{"code", division->code}, {"name", division->name}};
  }
  return finding;
}

}  // namespace

std::vector<Finding> territory_findings(const Territory& territory, const DivisionRegister& divisions) {
  std::vector<Finding> findings;
  for (const auto id : territory.contradictions) {
    findings.push_back(about("territory.two_holders", Severity::error, divisions.find(id)));
  }
  for (const auto& face : trace_faces(territory.mesh)) {
    if (face.unit != nobody) continue;
    const auto ground = polygon_of(territory.mesh, face);
    Finding finding{.rule = "territory.unheld", .severity = Severity::warning};
    finding.place = Place{degrees(ground.outer.front().lon), degrees(ground.outer.front().lat)};
    finding.facts = {{"area_m2", fixed(area_m2({ground}), 1)}};
    findings.push_back(std::move(finding));
  }
  std::unordered_set<DivisionId> with_ground;
  for (const auto& holders : territory.holders) with_ground.insert(holders.begin(), holders.end());
  for (const auto& division : divisions.all()) {
    if (!with_ground.contains(division.id) && divisions.members(division.id).empty()) {
      findings.push_back(about("territory.no_ground", Severity::warning, &division));
    }
  }
  return findings;
}

}  // namespace merestone
