// SPDX-License-Identifier: Apache-2.0
#include "data/office/naming_lookup.hpp"

#include "data/office/place_holders.hpp"
#include "data/packs/class_schemes.hpp"
#include "data/store/like_name_store.hpp"
#include "data/store/name_store.hpp"
#include "gis/geodesy/geodesic.hpp"
#include "gis/names/checks/sounds.hpp"

#include <algorithm>
#include <unordered_map>

namespace merestone {
namespace {

/// Built-up areas with their ground on a day.
struct BuiltUp {
  std::string name;
  MultiPolygon area;
  Box box;
};

std::string built_up_at(const std::vector<BuiltUp>& areas, const std::optional<Position>& position) {
  if (!position) return {};
  for (const BuiltUp& each : areas) {
    if (each.box.contains(*position) && locate(each.area, *position) != Containment::outside) return each.name;
  }
  return {};
}

std::vector<BuiltUp> built_up_on(Connection& connection, const AsOf& as_of) {
  std::vector<BuiltUp> areas;
  for (const PlaceId id : built_up_areas(connection, as_of.revision)) {
    for (const PlaceRecord& place : read_place_records(connection, as_of.revision, PlaceRange::one(id))) {
      const PlaceName* name = place.name_on(as_of.day);
      for (const PlaceShape& shape : place.shapes) {
        if (name == nullptr || shape.area.empty() || !shape.valid.contains(as_of.day)) continue;
        areas.push_back({name->text, shape.area, box_of(shape.area)});
      }
    }
  }
  return areas;
}

Box box_around(Position centre, double reach_m) {
  return {destination(centre, 270, reach_m).lon, destination(centre, 180, reach_m).lat, destination(centre, 90, reach_m).lon, destination(centre, 0, reach_m).lat};
}

/// Divisions stand among places with the negative of their id.
std::int64_t number_of(DivisionId division) { return -division.value; }

void add_codes(const DivisionRegister& divisions, DivisionId finest, LikeName& name) {
  for (const DivisionState* state : divisions.chain(finest)) {
    if (name.division.empty()) name.division = state->code;
    else name.superiors.push_back(state->code);
  }
}

bool stands_for_division(const std::vector<PlaceDivision>& divisions, Date day) {
  return std::any_of(divisions.begin(), divisions.end(), [&](const PlaceDivision& d) { return d.relation == PlaceRelation::stands_for && d.valid.contains(day); });
}

/// The finest of the divisions that hold a place on the day.
DivisionId finest_of(const std::vector<PlaceDivision>& in, const DivisionRegister& divisions, Date day) {
  DivisionId finest;
  Level level = 0;
  for (const PlaceDivision& each : in) {
    const DivisionState* state = divisions.find(each.division);
    if (state == nullptr || !each.valid.contains(day) || state->level < level) continue;
    finest = each.division;
    level = state->level;
  }
  return finest;
}

bool crosses(const std::vector<PlaceDivision>& divisions) {
  return std::any_of(divisions.begin(), divisions.end(), [](const PlaceDivision& d) { return d.relation == PlaceRelation::crosses; });
}

WeighedPlace weighed(const PlaceRecord& place, const std::string& scheme) {
  WeighedPlace is{place.type, {}, {}, false, false, place.divisions, {}};
  for (const PlaceName& n : place.names) {
    if (!n.reading.empty() && n.reading_certainty == Certainty::confirmed) is.readings.emplace(n.text, n.reading);
  }
  if (const PlaceClass* of = place.class_in(scheme)) is.class_code = of->code;
  for (const PlaceAttribute& a : place.attributes) {
    if (a.name == "built_up_area") is.built_up_area = a.value;
    if (a.name == "famous") is.famous = a.value == "yes";
    if (a.name == "heritage") is.heritage = a.value == "yes";
  }
  return is;
}

LikeName like_name(PlaceId id, const std::string& text, const WeighedPlace& place, const std::optional<Position>& position, const std::vector<BuiltUp>& areas) {
  LikeName name{.place = id.value, .text = text};
  name.class_code = place.class_code.empty() ? place.type : place.class_code;
  name.built_up_area = place.built_up_area.empty() ? built_up_at(areas, position) : place.built_up_area;
  const auto read = place.readings.find(text);
  if (read != place.readings.end()) name.reading = numbered_reading(text, read->second);
  return name;
}

/// An index that does not know the last act is no help.
const NameSearch* up_to_date(const NameSearch* names, const AsOf& as_of) { return names != nullptr && names->state().known == as_of.revision ? names : nullptr; }

bool is_notable(const std::string& text, const WeighedPlace& place, const NamingRules& rules, const std::string& key) {
  if (!(place.famous || place.heritage || crosses(place.divisions))) return false;
  const auto which = spelling_class(rules.spelling_of(place.class_code.empty() ? place.type : place.class_code)).value_or(SpellingClass::other);
  const SoundOfName sound = sound_of(text, which);
  return sound.key == key || sound.specific == key;
}

/// Everything at once.
struct Collected {
  OfficialNames recorded{};
  std::vector<std::pair<std::string, WeighedPlace>> notable{};
  std::vector<std::pair<LikeName, Position>> placed{};
};
Collected collected(const Project& project, const std::string& scheme, const AsOf& as_of, const std::vector<BuiltUp>& areas) {
  const DivisionRegister divisions = project.divisions(as_of);
  Collected found;
  auto& [names, finest] = found.recorded;
  std::vector<std::size_t> unplaced;  // in no division by the record: the ground tells
  std::vector<Position> positions;
  for (const DivisionState& state : divisions.all()) {
    LikeName& name = names.emplace_back(LikeName{.place = number_of(state.id), .text = state.name, .level = state.level});
    add_codes(divisions, state.id, name);
    finest.push_back(state.id);
  }
  for (const PlaceRecord& place : read_place_records(project.connection(), as_of.revision, {})) {
    const PlaceName* shown = place.name_on(as_of.day);
    if (shown == nullptr || shown->kind != NameKind::official || shown->status == NameStatus::abolished) continue;
    WeighedPlace is = weighed(place, scheme);
    if (is.famous || is.heritage || crosses(is.divisions)) found.notable.emplace_back(shown->text, is);
    if (stands_for_division(place.divisions, as_of.day)) continue;
    LikeName name = like_name(place.id, shown->text, is, place.position, areas);
    const DivisionId recorded = finest_of(place.divisions, divisions, as_of.day);
    add_codes(divisions, recorded, name);
    finest.push_back(recorded);
    if (place.position) found.placed.emplace_back(name, *place.position);
    if (name.division.empty() && place.position) {
      unplaced.push_back(names.size());
      positions.push_back(*place.position);
    }
    names.push_back(std::move(name));
  }
  const auto holders = holders_at(project, as_of, positions);
  for (std::size_t i = 0; i < holders.size(); ++i) {
    add_codes(divisions, holders[i], names[unplaced[i]]);
    finest[unplaced[i]] = holders[i];
  }
  return found;
}

}  // namespace

struct NamingLookup::Parts {
  const Project& project;
  const CountryPack& pack;
  AsOf as_of;
  std::optional<Position> position;
  const NameSearch* names;
  std::vector<BuiltUp> areas;
  std::vector<DivisionAround> within;
  std::unordered_map<std::string, DivisionId> by_code;
  std::optional<MemoryNames> all;                                 ///< without an index
  std::vector<std::pair<std::string, WeighedPlace>> notable{};    ///< likewise
  std::vector<std::pair<LikeName, Position>> placed{};            ///< likewise
  std::vector<LikeName> pending{};
  mutable std::optional<MemoryNames> pending_names{};

  const std::string& scheme() const { return pack.names.class_scheme; }

  search::Filter filter_of(const LikeQuery& query) const {
    search::Filter filter;
    filter.statuses = {"official"};
    if (query.rule != nullptr && query.rule->to_level > 0) {
      filter.kind = search::Kind::division;
      filter.highest = static_cast<std::uint8_t>(query.rule->from_level);
      filter.lowest = static_cast<std::uint8_t>(query.rule->to_level);
    }
    std::string code = query.scope.kind == ScopeKind::division ? query.scope.code : "";
    if (query.scope.kind == ScopeKind::built_up_area) {  // it lies within one prefecture at most
      for (const DivisionAround& each : within) {
        if (each.level >= 2) code = each.code;
      }
    }
    const auto known = by_code.find(code);
    if (known != by_code.end()) filter.divisions = names->ranges_of(known->second);
    return filter;
  }

  std::vector<LikeName> by_index(const LikeQuery& query) const {
    const auto hits = names->with({query.keys, query.sounds, query.specific_sounds, filter_of(query), as_of.day, position, 500});
    std::vector<DivisionId> holders;
    for (const search::Hit& hit : hits) {
      holders.push_back(names->division_of(hit.within));
      if (hit.kind == search::Kind::division) holders.back() = {hit.subject};
    }
    std::vector<WeighedPlace> places(hits.size());
    std::vector<DivisionId> leaves;
    for (std::size_t i = 0; i < hits.size(); ++i) {
      if (hits[i].kind == search::Kind::place) places[i] = read_weighed_place(project.connection(), as_of.revision, {hits[i].subject}, scheme());
      for (const PlaceDivision& d : places[i].divisions) leaves.push_back(d.division);
      if (holders[i].value != 0) leaves.push_back(holders[i]);
    }
    std::sort(leaves.begin(), leaves.end());
    leaves.erase(std::unique(leaves.begin(), leaves.end()), leaves.end());
    const DivisionRegister divisions = project.chain_register(leaves, as_of);
    std::vector<LikeName> found;
    for (std::size_t i = 0; i < hits.size(); ++i) {
      const search::Hit& hit = hits[i];
      LikeName name;
      if (hit.kind == search::Kind::division) {
        const DivisionState* state = divisions.find(holders[i]);
        if (state == nullptr || state->name != hit.text) continue;
        name = {.place = number_of(state->id), .text = state->name, .level = state->level};
        add_codes(divisions, state->id, name);
      } else {
        if (stands_for_division(places[i].divisions, as_of.day)) continue;
        name = like_name({hit.subject}, hit.text, places[i], hit.position, areas);
        const DivisionId recorded = finest_of(places[i].divisions, divisions, as_of.day);
        add_codes(divisions, recorded.value != 0 ? recorded : holders[i], name);
      }
      if (in_question(name, query)) found.push_back(std::move(name));
    }
    std::sort(found.begin(), found.end(), [](const LikeName& a, const LikeName& b) { return a.place < b.place; });
    return found;
  }

  std::vector<LikeName> like(const LikeQuery& query) const {
    std::vector<LikeName> found = names != nullptr ? by_index(query) : all->lookup().like(query);
    if (pending.empty()) return found;
    if (!pending_names) pending_names.emplace(pending, pack.naming);
    for (LikeName& name : pending_names->lookup().like(query)) found.push_back(std::move(name));
    return found;
  }

  /// As like_name() has it.
  std::string class_of(const search::Hit& hit) const {
    for (const std::string& recorded : hit.classes) {
      const auto [of, code] = class_parts(recorded);
      if (of == scheme()) return std::string{code};
    }
    return hit.type;
  }

  std::vector<std::string> near_names() const {
    std::vector<std::string> near;
    const double near_m = pack.naming.local_name_m;
    if (!position || !(near_m > 0)) return near;
    const auto take = [&](const std::string& text, const std::string& class_code, Position at) {
      if (distance_m(*position, at) <= near_m && !in_classes(class_code, pack.naming.facilities)) near.push_back(text);
    };
    if (names == nullptr) {
      for (const auto& [name, at] : placed) take(name.text, name.class_code, at);
    } else {
      search::Query query{.text = {}, .limit = 500, .day = as_of.day, .near = position};
      query.filter.kind = search::Kind::place;
      query.filter.statuses = {"official"};
      query.filter.box = box_around(*position, near_m);
      for (const search::Hit& hit : names->find(query).hits) take(hit.text, class_of(hit), *hit.position);
    }
    std::sort(near.begin(), near.end());
    return near;
  }

  std::vector<NotableName> notable_names(const std::string& key) const {
    std::vector<NotableName> found;
    const auto take = [&](const std::string& text, const WeighedPlace& place) {
      if (is_notable(text, place, pack.naming, key)) found.push_back({text, place.famous, place.heritage, crosses(place.divisions)});
    };
    if (names == nullptr) {
      for (const auto& [text, place] : notable) take(text, place);
      return found;
    }
    search::Query query{.text = key, .limit = 200, .day = as_of.day};
    query.filter.kind = search::Kind::place;
    query.filter.statuses = {"official"};
    for (const search::Hit& hit : names->find(query).hits) {
      if (hit.layer > search::Layer::beginning) continue;
      take(hit.text, read_weighed_place(project.connection(), as_of.revision, {hit.subject}, scheme()));
    }
    return found;
  }
};

NamingLookup::NamingLookup(const Project& project, const CountryPack& pack, const AsOf& as_of, DivisionId division, std::optional<Position> position, const NameSearch* names)
    : parts_{std::make_unique<Parts>(Parts{project, pack, as_of, position, up_to_date(names, as_of), built_up_on(project.connection(), as_of), {}, {}, {}, {}, {}, {}, {}})} {
  if (division.value != 0) {
    const DivisionRegister chain = project.chain_register({division}, as_of);
    for (const DivisionState* state : chain.chain(division)) {
      parts_->within.push_back({state->level, state->code, state->name});
      parts_->by_code.emplace(state->code, state->id);
    }
  }
  if (parts_->names != nullptr) return;
  Collected all = collected(project, pack.names.class_scheme, as_of, parts_->areas);
  parts_->all.emplace(std::move(all.recorded.names), pack.naming);
  parts_->notable = std::move(all.notable);
  parts_->placed = std::move(all.placed);
}

NamingLookup::~NamingLookup() = default;

void NamingLookup::add(LikeName name) { parts_->pending.push_back(std::move(name)); }
std::string NamingLookup::built_up_area_at(const std::optional<Position>& position) const { return built_up_at(parts_->areas, position); }

NameLookup NamingLookup::lookup() const {
  return {.like = [this](const LikeQuery& query) { return parts_->like(query); }, .notable = [this](const std::string& key) { return parts_->notable_names(key); }};
}

void NamingLookup::describe(NamingRequest& request) const {
  request.within = parts_->within;
  if (request.built_up_area.empty()) request.built_up_area = built_up_area_at(parts_->position);
  const auto& facilities = parts_->pack.naming.facilities;
  if (facilities.empty() || !in_classes(request.class_code, facilities)) return;
  for (const DivisionAround& each : request.within) request.local_names.push_back(each.name);
  for (std::string& name : parts_->near_names()) request.local_names.push_back(std::move(name));
}

OfficialNames names_on_record(const Project& project, const std::string& class_scheme, const AsOf& as_of) {
  return collected(project, class_scheme, as_of, built_up_on(project.connection(), as_of)).recorded;
}

}  // namespace merestone
