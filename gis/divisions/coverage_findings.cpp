// SPDX-License-Identifier: Apache-2.0
#include "gis/divisions/coverage_findings.hpp"

#include "gis/base/text.hpp"

#include <algorithm>

namespace merestone {
namespace {

struct Kind {
  MeshFaultKind kind;
  const char* rule;
  Severity severity;
};

constexpr Kind kinds[] = {
    {MeshFaultKind::gap, "mesh.gap", Severity::warning},
    {MeshFaultKind::overlap, "mesh.overlap", Severity::error},
    {MeshFaultKind::crossing, "mesh.crossing", Severity::error},
    {MeshFaultKind::touch, "mesh.touch", Severity::warning},
    {MeshFaultKind::sliver, "mesh.sliver", Severity::error},
    {MeshFaultKind::dangle, "mesh.dangle", Severity::error},
    {MeshFaultKind::duplicate, "mesh.duplicate", Severity::error},
    {MeshFaultKind::self_crossing, "mesh.self_crossing", Severity::error},
    {MeshFaultKind::inner_border, "mesh.inner_border", Severity::note},
};

const Kind& described(MeshFaultKind kind) { return *std::ranges::find(kinds, kind, &Kind::kind); }

std::string_view word(const Kind& kind) { return std::string_view{kind.rule}.substr(sizeof "mesh." - 1); }

std::string party(UnitIndex unit, std::span<const DeliveredDivision> delivery) {
  if (unit >= delivery.size()) return "-";
  const auto& division = delivery[unit];
  return division.code.empty() ? "#" + std::to_string(division.record) : division.code + " " + division.name;
}

}  // namespace

std::string_view word_of(MeshFaultKind kind) { return word(described(kind)); }

std::vector<std::string> acceptable_faults() {
  std::vector<std::string> words;
  for (const auto& kind : kinds) {
    if (kind.severity == Severity::error) words.emplace_back(word(kind));
  }
  return words;
}

std::vector<Finding> coverage_findings(const std::vector<MeshFault>& faults, std::span<const DeliveredDivision> delivery,
                                       std::span<const std::string> accepted) {
  std::vector<Finding> findings;
  findings.reserve(faults.size());
  for (const auto& fault : faults) {
    const auto& kind = described(fault.kind);
    Finding finding{.rule = kind.rule, .severity = kind.severity};
    if (kind.severity == Severity::error && std::ranges::find(accepted, word(kind)) != accepted.end()) {
      finding.severity = Severity::warning;
    }
    if (fault.unit < delivery.size()) {
      finding.subject = {delivery[fault.unit].file, std::to_string(delivery[fault.unit].record), {}};
    }
    finding.place = Place{degrees(fault.place.lon), degrees(fault.place.lat)};
    finding.facts = {{"left", party(fault.unit, delivery)}, {"right", party(fault.other, delivery)},
                     {"area_m2", fixed(fault.area_m2, 1)}, {"length_m", fixed(fault.length_m, 1)},
                     {"width_m", fixed(fault.width_m, 2)}};
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace merestone
