// SPDX-License-Identifier: Apache-2.0
#include "cli/report/report_sites.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <tuple>

namespace merestone {
namespace {

/// A shape whose pieces are asked for many points.
class Pieces {
 public:
  explicit Pieces(const MultiPolygon& shape) : shape_{shape} {
    for (const Polygon& polygon : shape) boxes_.push_back(box_of(polygon.outer));
  }
  bool holds(Position p) const {
    for (std::size_t i = 0; i < boxes_.size(); ++i) {
      if (boxes_[i].contains(p) && locate({shape_[i]}, p) != Containment::outside) return true;
    }
    return false;
  }

 private:
  const MultiPolygon& shape_;
  std::vector<Box> boxes_;
};

bool says_generated(const std::string& source) {
  std::string lower = source;
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
  return lower.find("generated") != std::string::npos;
}

}  // namespace

void add_sites(BoundaryReport& report, const ReportGround& ground, const ReportFacts& facts) {
  const Pieces pieces{ground.shape};
  for (const NamedPlace& place : facts.places) {
    if (!place.position || place.names.empty() || !place.valid.contains(report.on) || !pieces.holds(*place.position)) continue;
    ReportPlace row{place.names.front().text};
    for (std::size_t i = 1; i < place.names.size(); ++i) {
      if (place.names[i].text != row.name) row.others += (row.others.empty() ? "" : ", ") + place.names[i].text;
    }
    row.type = place.type;
    row.position = *place.position;
    if (const DivisionId member = member_at(ground, row.position); member.value != 0) {
      row.within = card_of(facts.divisions, member);
    }
    report.places.push_back(std::move(row));
  }
  std::sort(report.places.begin(), report.places.end(), [](const ReportPlace& a, const ReportPlace& b) {
    return std::tie(a.name, a.position) < std::tie(b.name, b.position);
  });

  std::set<std::string> sources;
  for (const Facility& facility : facts.facilities) {
    if (!facility.valid.contains(report.on) || !pieces.holds(facility.position)) continue;
    ReportSite site{facility.name, facility.kind, facility.capacity, facility.used};
    site.position = facility.position;
    if (const DivisionId member = member_at(ground, site.position); member.value != 0) {
      site.within = card_of(facts.divisions, member);
    }
    std::map<std::string, int> worst;
    for (const HazardZone& zone : facts.zones) {
      if (!zone.valid.contains(report.on) || !box_of(zone.shape).contains(site.position)) continue;
      if (locate(zone.shape, site.position) == Containment::outside) continue;
      int& severity = worst[zone.kind];
      severity = std::max(severity, zone.severity);
    }
    site.hazards.assign(worst.begin(), worst.end());
    report.sites.push_back(std::move(site));
    sources.insert(facility.source);
  }
  std::sort(report.sites.begin(), report.sites.end(), [](const ReportSite& a, const ReportSite& b) {
    return std::tie(a.name, a.position) < std::tie(b.name, b.position);
  });

  for (const HazardZone& zone : facts.zones) {
    if (zone.valid.contains(report.on) && box_of(zone.shape).meets(report.extent)) sources.insert(zone.source);
  }
  sources.erase("");
  report.sources.assign(sources.begin(), sources.end());
  std::copy_if(report.sources.begin(), report.sources.end(), std::back_inserter(report.generated), says_generated);
}

}  // namespace merestone
