// SPDX-License-Identifier: Apache-2.0
#include "data/office/exposure_desk.hpp"

#include "data/db/digest.hpp"
#include "data/db/refusal.hpp"
#include "data/office/dispute_ground.hpp"
#include "data/office/hazard_findings.hpp"
#include "data/office/refuse_errors.hpp"
#include "data/office/relief_acts.hpp"
#include "data/store/audit_store.hpp"
#include "gis/base/canonical.hpp"
#include "gis/geometry/wkb.hpp"
#include "gis/names/settlement.hpp"
#include "gis/overlay/ground.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace merestone {
namespace {

/// The text whose digest stands for a layer.
class Canonical {
 public:
  void add(const std::string& text) { text_ += text + "\t"; }
  void add(Position p) { add(std::to_string(p.lon) + " " + std::to_string(p.lat)); }
  void end(const Period* valid) {
    text_ += "\n";
    ++records_;
    if (valid) day(valid->from);
  }
  void day(Date day) {
    if (day == unknown_start) return;
    first_ = first_ ? std::min(*first_, day) : day;
    last_ = last_ ? std::max(*last_, day) : day;
  }
  ExposureInput input(std::string layer) const {
    const auto text = [](const std::optional<Date>& day) { return day ? to_string(*day) : std::string{}; };
    return {std::move(layer), records_, text(first_), text(last_), sha256(text_)};
  }

 private:
  std::string text_;
  std::size_t records_ = 0;
  std::optional<Date> first_, last_;
};

ExposureInput input_of(const std::vector<HazardZone>& zones) {
  Canonical canonical;
  for (const HazardZone& zone : zones) {
    canonical.add(zone.local_id);
    canonical.add(zone.kind);
    canonical.add(std::to_string(zone.severity));
    const Bytes wkb = to_wkb(zone.shape);
    canonical.add(sha256({reinterpret_cast<const char*>(wkb.data()), wkb.size()}));
    canonical.end(&zone.valid);
  }
  return canonical.input("hazard_zones");
}

std::string name_of(const NamedPlace& place) { return place.names.empty() ? place.local_id : place.names.front().text; }

}  // namespace

struct ExposureDesk::Parts {
  AsOf as_of;
  DivisionRegister divisions;
  Territory territory;
  CoverageIndex index;
  std::vector<UnitGround> grounds;       ///< by unit of the territory
  std::vector<HazardZone> zones;
  PlacedLayers points;
  ExposureUnresolved unresolved{};
  std::vector<ExposureInput> inputs;
  std::vector<RiskScale> scales;
  std::string people_method = "places";
  DivisionFacts facts;
  ChangeRecord changes;

  Parts(const Project& project, const AsOf& day)
      : as_of{day},
        divisions{project.divisions(day)},
        territory{derive(project.snapshot(day), StatusQuo{})},
        index{territory.mesh},
        grounds{ground_of_units(territory.mesh, measure_arcs(territory.mesh), territory.holders.size())} {}

  Level level_of(const ExposureQuery& query, const DivisionState* subject) const {
    if (query.level != 0) {
      const auto levels = divisions.levels();
      if (std::find(levels.begin(), levels.end(), query.level) != levels.end()) return query.level;
      std::string known;
      for (const Level level : levels) known += (known.empty() ? "" : ", ") + std::to_string(level);
      refuse(Fault::invalid, "exposure.no_level", "no such level", {{"value", std::to_string(query.level)}, {"levels", known}});
    }
    for (const Level level : divisions.levels()) {
      std::size_t inside = 0;
      for (const DivisionState& state : divisions.all()) {
        inside += state.level == level && (!subject || (state.id != subject->id && divisions.at_level(state.id, subject->level) == subject->id));
      }
      if (inside > (subject ? 0U : 1U)) return level;
    }
    return subject ? subject->level : divisions.levels().front();
  }
};

ExposureDesk::ExposureDesk(const Project& project, const AsOf& as_of) {
  const Revision last = last_revision(project.connection());
  const AsOf day{as_of.day, as_of.revision == latest_revision ? last : std::min(as_of.revision, last)};
  parts_ = std::make_unique<Parts>(project, day);
  Parts& parts = *parts_;
  if (parts.territory.holders.empty()) {
    refuse(Fault::missing, "exposure.no_ground", "no ground on the day", {{"day", to_string(as_of.day)}});
  }
  parts.zones = project.hazard_zones(day);
  parts.scales = risk_scales(project);
  parts.facts = project.division_facts(day.revision);
  parts.changes = project.changes(day.revision);
  parts.facts.successions = parts.changes.successions;

  std::vector<ExposedLayer> layers{{"village", {}}, {"name", {}}};
  Canonical places, people;
  for (const NamedPlace& place : project.places(day)) {
    const std::int64_t counted = place.people ? place.people->people : 0;
    places.add(place.local_id);
    places.add(name_of(place));
    if (place.position) places.add(*place.position);
    places.end(&place.valid);
    if (place.people) {
      people.add(place.local_id);
      people.add(std::to_string(counted));
      people.end(nullptr);
      people.day(place.people->counted);
    }
    parts.unresolved.of_people += counted;
    if (!place.position) {
      ++parts.unresolved.places_without_position;
      parts.unresolved.people += counted;
      continue;
    }
    const bool village = is_settlement(place);
    if (village) {
      ++parts.unresolved.villages;
      parts.unresolved.villages_uncounted += !place.people;
    }
    layers[village ? 0 : 1].points.push_back({place.local_id, name_of(place), *place.position, counted});
  }
  std::map<std::string, ExposedLayer> facilities;
  Canonical sites;
  for (const Facility& facility : project.facilities(day)) {
    ExposedLayer& layer = facilities[facility.kind];
    layer.kind = "facility:" + facility.kind;
    layer.points.push_back({facility.local_id, facility.name, facility.position, 0});
    sites.add(facility.local_id);
    sites.add(facility.kind);
    sites.add(facility.position);
    sites.end(&facility.valid);
  }
  for (auto& [kind, layer] : facilities) layers.push_back(std::move(layer));
  parts.inputs = {places.input("places"), people.input("people"), sites.input("facilities")};
  const auto take = [&](const char* kind, const char* input, const auto& things) {
    if (things.empty()) return;
    ExposedLayer& layer = layers.emplace_back(ExposedLayer{kind, {}});
    Canonical canonical;
    for (const auto& thing : things) {
      layer.points.push_back({thing.local_id, thing.name, thing.position, 0});
      canonical.add(thing.local_id);
      canonical.add(thing.position);
      canonical.end(&thing.valid);
    }
    parts.inputs.push_back(canonical.input(input));
  };
  take("shelter", "shelters", shelters_on(project, day));
  take("depot", "depots", depots_on(project, day));
  Canonical ground;
  for (std::size_t i = 0; i < parts.territory.stretches.size(); ++i) {
    ground.add(std::to_string(parts.territory.stretches[i].value));
    for (const Position p : parts.territory.mesh.path(i)) ground.add(p);
    ground.end(nullptr);
  }
  parts.inputs.push_back(ground.input("ground"));
  parts.points = placed(parts.index, std::move(layers));
  for (std::size_t layer = 0; layer < parts.points.layers.size(); ++layer) {
    for (std::size_t i = 0; i < parts.points.layers[layer].points.size(); ++i) {
      if (parts.points.units[layer][i] == nobody) parts.unresolved.people += parts.points.layers[layer].points[i].people;
    }
  }
}
ExposureDesk::ExposureDesk(ExposureDesk&&) noexcept = default;
ExposureDesk::~ExposureDesk() = default;

const DivisionRegister& ExposureDesk::divisions() const { return parts_->divisions; }
const Territory& ExposureDesk::territory() const { return parts_->territory; }
const std::vector<HazardZone>& ExposureDesk::zones() const { return parts_->zones; }
const std::vector<RiskScale>& ExposureDesk::scales() const { return parts_->scales; }
Box ExposureDesk::extent() const {
  Box box;
  for (std::size_t i = 0; i < parts_->territory.mesh.arcs.size(); ++i) box.add(box_of(parts_->territory.mesh.path(i)));
  return box;
}

void ExposureDesk::take_people(const std::vector<PeopleSource>& people, const std::vector<std::pair<Position, double>>& weights,
                               const std::string& file) {
  Parts& parts = *parts_;
  std::map<DivisionId, std::size_t> sources;
  std::vector<Finding> findings = people_findings(people, {}, file);
  Canonical canonical;
  for (std::size_t i = 0; i < people.size(); ++i) {
    const DivisionState* division = parts.divisions.find_code(people[i].code);
    const auto twice = [&] {
      findings.push_back({.rule = "exposure.people_twice", .subject = {file, std::to_string(i + 1), "code"}, .facts = {{"value", people[i].code}}});
    };
    if (division && !sources.emplace(division->id, i).second) twice();
    else if (!division) findings.push_back({.rule = "exposure.unknown_division", .subject = {file, std::to_string(i + 1), "code"}, .facts = {{"value", people[i].code}}});
    canonical.add(people[i].code);
    canonical.add(std::to_string(people[i].people));
    canonical.end(nullptr);
  }
  for (const auto& [division, i] : sources) {
    const auto chain = parts.divisions.chain(division);
    for (std::size_t k = 1; k < chain.size(); ++k) {
      if (!sources.contains(chain[k]->id)) continue;
      findings.push_back({.rule = "exposure.people_twice", .subject = {file, std::to_string(i + 1), "code"}, .facts = {{"value", people[i].code}}});
      break;
    }
  }
  refuse_errors(findings, "people are refused");

  std::vector<std::pair<Position, double>> places = weights;
  if (places.empty()) {
    for (const ExposedPoint& village : parts.points.layers.front().points) places.emplace_back(village.position, 1);
  }
  std::vector<Position> positions;
  for (const auto& [position, weight] : places) positions.push_back(position);
  const auto units = parts.index.units_at(positions);
  std::vector<PeopleWeight> spread;
  for (std::size_t i = 0; i < places.size(); ++i) {
    canonical.add(places[i].first);
    canonical.add(merestone::canonical(places[i].second));
    canonical.end(nullptr);
    if (units[i] == nobody) continue;
    for (const DivisionState* state : parts.divisions.chain(parts.territory.holders[units[i]].front())) {
      if (const auto at = sources.find(state->id); at != sources.end()) {
        spread.push_back({at->second, places[i].first, places[i].second});
        break;
      }
    }
  }
  const SpreadPeople result = spread_people(people, spread);
  for (ExposedLayer& layer : parts.points.layers) {
    for (ExposedPoint& point : layer.points) point.people = 0;
  }
  ExposedLayer layer{"people", {}};
  for (std::size_t i = 0; i < spread.size(); ++i) layer.points.push_back({people[spread[i].source].code, "", spread[i].position, result.people[i]});
  positions.clear();
  for (const PeopleWeight& weight : spread) positions.push_back(weight.position);
  parts.points.layers.push_back(std::move(layer));
  parts.points.units.push_back(parts.index.units_at(positions));
  parts.unresolved.people = result.unresolved;
  parts.unresolved.of_people = 0;
  for (const PeopleSource& source : people) parts.unresolved.of_people += source.people;
  parts.people_method = "dasymetric";
  std::erase_if(parts.inputs, [](const ExposureInput& input) { return input.layer == "people"; });
  parts.inputs.push_back(canonical.input("people"));
}

ExposureReport ExposureDesk::exposure(const ExposureQuery& query) const {
  const Parts& parts = *parts_;
  const DivisionState* subject = nullptr;
  if (!query.division.empty() && !(subject = parts.divisions.find_code(query.division))) {
    refuse(Fault::missing, "exposure.no_division", "no such division", {{"code", query.division}, {"day", to_string(parts.as_of.day)}});
  }
  ExposureReport report{.as_of = parts.as_of, .query = query, .level = parts.level_of(query, subject)};
  std::vector<HazardZone> zones = query.what_if.empty() ? parts.zones : query.what_if;
  std::erase_if(zones, [&](const HazardZone& zone) {
    return !query.kinds.empty() && std::find(query.kinds.begin(), query.kinds.end(), zone.kind) == query.kinds.end();
  });

  const LevelView view = at_level(parts.territory, parts.divisions, report.level);
  std::vector<UnitIndex> upper = view.unit_of;
  const auto wanted = [&](UnitIndex unit) {
    return !subject || parts.divisions.at_level(view.units[unit].front(), subject->level) == subject->id;
  };
  for (UnitIndex& unit : upper) {
    if (unit != nobody && !wanted(unit)) unit = nobody;
  }
  const ExposureTable table = exposure_table(parts.index, upper, zones, parts.points);

  const auto state_of = [&](UnitIndex unit) {
    const DivisionState* state = unit == nobody ? nullptr : parts.divisions.find(view.units[unit].front());
    return state ? *state : DivisionState{};
  };
  const std::size_t kinds = parts.points.layers.size();
  for (const ExposedLayer& layer : parts.points.layers) report.point_kinds.push_back(layer.kind);
  std::vector<std::optional<ExposureTotal>> totals(view.units.size());
  for (UnitIndex i = 0; i < upper.size(); ++i) {
    if (upper[i] == nobody) continue;
    auto& total = totals[upper[i]];
    if (!total) total = ExposureTotal{state_of(upper[i]), 0, 0, std::vector<std::size_t>(kinds, 0)};
    total->area_m2 += parts.grounds[i].area_m2();
  }
  for (std::size_t layer = 0; layer < kinds; ++layer) {
    for (std::size_t i = 0; i < parts.points.units[layer].size(); ++i) {
      const UnitIndex own = parts.points.units[layer][i];
      if (own == nobody || upper[own] == nobody) continue;
      totals[upper[own]]->people += parts.points.layers[layer].points[i].people;
      ++totals[upper[own]]->counts[layer];
    }
  }
  std::map<DivisionId, std::size_t> order;
  for (const DivisionState& state : parts.divisions.all()) order.emplace(state.id, order.size());
  const auto place = [&](const DivisionState& state) {
    const auto at = order.find(state.id);
    return at == order.end() ? order.size() : at->second;
  };
  for (auto& total : totals) {
    if (total) report.totals.push_back(std::move(*total));
  }
  std::stable_sort(report.totals.begin(), report.totals.end(), [&](const auto& a, const auto& b) { return place(a.division) < place(b.division); });
  std::map<DivisionId, double> areas;
  for (const ExposureTotal& total : report.totals) areas[total.division.id] = total.area_m2;
  for (const ExposureRow& row : table.rows) {
    if (row.unit == nobody && subject) continue;  // of other divisions, or of none
    ExposureLine line{state_of(row.unit), row.kind, row.severity, square_metres(row.area_um2), 0, row.people, row.counts};
    if (areas[line.division.id] > 0) line.share = std::clamp(line.area_m2 / areas[line.division.id], 0.0, 1.0);
    report.lines.push_back(std::move(line));
  }
  std::stable_sort(report.lines.begin(), report.lines.end(), [&](const ExposureLine& a, const ExposureLine& b) {
    return std::tuple{place(a.division), a.kind, -a.severity} < std::tuple{place(b.division), b.kind, -b.severity};
  });
  for (const ExposedThing& thing : table.things) {
    const std::string& kind = report.point_kinds[thing.layer];
    if (kind == "name" || kind == "people" || (subject && thing.unit == nobody)) continue;
    report.named.push_back({kind, parts.points.layers[thing.layer].points[thing.point].name, thing.kind, thing.severity, state_of(thing.unit)});
  }
  report.unresolved = parts.unresolved;
  report.unresolved.zones_beyond_m2 = square_metres(table.beyond_um2);
  report.inputs = parts.inputs;
  report.inputs.insert(report.inputs.begin(), input_of(zones));
  report.scales = parts.scales;
  report.people_method = parts.people_method;
  return report;
}

CarriedExposure ExposureDesk::carried(const ExposureReport& report, Date to) const {
  const Parts& parts = *parts_;
  const DivisionRegister later{parts.facts, to};
  CarriedExposure result;
  result.to = to;
  const auto state_of = [&](DivisionId id, const DivisionRegister& first, const DivisionRegister& second) {
    if (const DivisionState* state = first.find(id)) return *state;
    if (const DivisionState* state = second.find(id)) return *state;
    return DivisionState{.id = id};
  };
  std::map<std::pair<std::string, int>, std::pair<std::vector<DivisionFigure>, std::vector<DivisionFigure>>> figures;
  for (const ExposureLine& line : report.lines) {
    if (line.division.id.value == 0) continue;
    auto& [area, people] = figures[{line.kind, -line.severity}];
    area.push_back({line.division.id, report.as_of.day, line.area_m2});
    people.push_back({line.division.id, report.as_of.day, static_cast<double>(line.people)});
  }
  std::set<std::tuple<std::int64_t, std::int64_t, Date, bool>> told;
  for (const auto& [key, both] : figures) {
    std::map<DivisionId, CarriedExposure::Line> lines;
    const auto line = [&](DivisionId id) -> CarriedExposure::Line& {
      auto& made = lines[id];
      made.division = state_of(id, later, parts.divisions);
      made.kind = key.first;
      made.severity = -key.second;
      return made;
    };
    for (const bool by_people : {false, true}) {
      const Reaggregation carried = reaggregate(by_people ? both.second : both.first, parts.facts, parts.changes.shares, to,
                                                by_people ? ShareBasis::people : ShareBasis::area);
      for (const CarriedFigure& figure : carried.figures) {
        (by_people ? line(figure.division).people : line(figure.division).area_m2) += figure.value;
        (by_people ? line(figure.division).people_shared : line(figure.division).area_shared) += figure.shared;
      }
      for (const DivisionFigure& figure : carried.unplaced) (by_people ? result.people_unplaced : result.area_unplaced) += figure.value;
      for (const UsedShare& share : carried.shares) {
        if (!told.insert({share.from.value, share.to.value, share.day, by_people}).second) continue;
        result.shares.push_back({state_of(share.from, parts.divisions, later), state_of(share.to, later, parts.divisions), share.day,
                                 share.share, share.basis == ShareBasis::people, share.known});
      }
    }
    for (auto& [id, made] : lines) result.lines.push_back(std::move(made));
  }
  std::stable_sort(result.lines.begin(), result.lines.end(), [](const auto& a, const auto& b) {
    return std::tie(a.division.code, a.kind, b.severity) < std::tie(b.division.code, b.kind, a.severity);
  });
  return result;
}

}  // namespace merestone
