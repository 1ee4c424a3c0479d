// SPDX-License-Identifier: Apache-2.0
#include "cli/report/report_sites.hpp"

#include "cli/report/alphabetical.hpp"
#include "gis/burials/located.hpp"
#include "gis/hazards/exposure.hpp"
#include "gis/names/located.hpp"
#include "gis/overlay/covered.hpp"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace merestone {
namespace {

bool says_generated(const std::string& source) {
  std::string lower = source;
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower.find("generated") != std::string::npos;
}

template <class Fact>
std::vector<Fact> valid_on(const std::vector<Fact>& facts, Date day) {
  std::vector<Fact> valid;
  std::copy_if(facts.begin(), facts.end(), std::back_inserter(valid), [&](const Fact& fact) { return fact.valid.contains(day); });
  return valid;
}

template <class Thing>
void sort_by_name(std::vector<Thing>& things) {
  std::vector<std::pair<std::string, Thing>> keyed;
  for (Thing& thing : things) keyed.emplace_back(alphabetical_key(thing.name), std::move(thing));
  std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first, a.second.name, a.second.position) < std::tie(b.first, b.second.name, b.second.position);
  });
  things.clear();
  for (auto& [key, thing] : keyed) things.push_back(std::move(thing));
}

class Sites {
 public:
  Sites(BoundaryReport& report, const ReportGround& ground, const ReportFacts& facts)
      : report_{report}, ground_{ground}, facts_{facts}, index_{ground.parts} {
    for (const HazardZone& zone : facts.zones) {
      if (!zone.valid.contains(report.on)) continue;
      report_.zones_known = true;
      if (box_of(zone.shape).meets(report.extent)) zones_.push_back(zone);
    }
  }

  void add_places() {
    const std::vector<NamedPlace> places = valid_on(facts_.places, report_.on);
    const std::vector<UnitIndex> units =
        units_of(places, [&](std::span<const Position> positions) { return index_.units_at(positions); });
    for (std::size_t i = 0; i < places.size(); ++i) {
      const NamedPlace& place = places[i];
      if (units[i] == nobody || place.names.empty()) continue;
      ReportPlace row{place.names.front().text};
      for (const GeographicalName& name : place.names) {
        if (name.text != row.name) row.others += (row.others.empty() ? "" : ", ") + name.text;
      }
      row.type = place.type;
      row.position = *place.position;
      row.within = member(units[i]);
      report_.places.push_back(std::move(row));
    }
    sort_by_name(report_.places);
  }

  void add_facilities() {
    const std::vector<Facility> facilities = valid_on(facts_.facilities, report_.on);
    const std::vector<UnitIndex> units = units_of(facilities, index_);
    std::vector<Position> positions;
    for (std::size_t i = 0; i < facilities.size(); ++i) {
      if (units[i] == nobody) continue;
      const Facility& facility = facilities[i];
      ReportSite site{facility.name, facility.kind, facility.capacity, facility.used};
      site.position = facility.position;
      site.within = member(units[i]);
      positions.push_back(site.position);
      report_.sites.push_back(std::move(site));
      sources_.insert(facility.source);
    }
    std::vector<std::map<std::string, int>> worst(positions.size());
    for (const ZoneHit& hit : zones_at(positions, zones_)) {
      int& severity = worst[hit.position][zones_[hit.zone].kind];
      severity = std::max(severity, zones_[hit.zone].severity);
    }
    for (std::size_t i = 0; i < worst.size(); ++i) report_.sites[i].hazards.assign(worst[i].begin(), worst[i].end());
    sort_by_name(report_.sites);
  }

  void add_exposure() {
    std::map<std::string, std::map<int, Wide>> kinds;
    for (const ExposedGround& row : exposed_ground(index_, zones_)) kinds[row.kind][row.severity] += row.area_um2;
    for (const auto& [kind, severities] : kinds) {
      Wide whole = 0;
      for (const auto& [severity, area_um2] : severities) whole += area_um2;
      report_.exposures.push_back({kind, 0, square_metres(whole)});
      for (auto row = severities.rbegin(); row != severities.rend(); ++row) {
        report_.exposures.push_back({kind, row->first, square_metres(row->second)});
      }
    }
    std::vector<Patch> any;
    for (const HazardZone& zone : zones_) any.push_back({&zone.shape, 0});
    Wide exposed = 0;
    for (const CoveredGround& row : covered_ground(index_, any)) exposed += row.area_um2;
    report_.exposed_m2 = square_metres(exposed);
    for (const HazardZone& zone : zones_) sources_.insert(zone.source);
  }

  void name_sources() {
    sources_.erase("");
    report_.sources.assign(sources_.begin(), sources_.end());
    std::copy_if(report_.sources.begin(), report_.sources.end(), std::back_inserter(report_.generated), says_generated);
  }

 private:
  DivisionCard member(UnitIndex unit) const {
    return unit < ground_.members.size() ? card_of(facts_.divisions, ground_.members[unit]) : DivisionCard{};
  }

  BoundaryReport& report_;
  const ReportGround& ground_;
  const ReportFacts& facts_;
  const CoverageIndex index_;
  std::vector<HazardZone> zones_;
  std::set<std::string> sources_;
};

}  // namespace

void add_sites(BoundaryReport& report, const ReportGround& ground, const ReportFacts& facts) {
  Sites sites{report, ground, facts};
  sites.add_places();
  sites.add_facilities();
  sites.add_exposure();
  sites.name_sources();
}

}  // namespace merestone
