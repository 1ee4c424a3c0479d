// SPDX-License-Identifier: Apache-2.0
#include "data/office/name_checks.hpp"

#include "data/office/naming_lookup.hpp"
#include "data/store/application_store.hpp"
#include "data/store/name_store.hpp"
#include "gis/geodesy/measure.hpp"
#include "gis/names/checks/sounds.hpp"

#include <algorithm>

namespace merestone {
namespace {

constexpr std::string_view division_kind = "division";  // names of divisions, in every pack

/// What the record says of the place that gets the name.
void know_place(const Project& project, const NameApplication& a, const AsOf& as_of, NamingRequest& request) {
  const auto found = read_place_records(project.connection(), as_of.revision, PlaceRange::one(a.place));
  if (found.empty()) return;
  const PlaceRecord& place = found.front();
  if (const PlaceName* former = a.act == NameAct::rename ? place.name(a.name) : nullptr) request.former = former->text;
  for (const PlaceAttribute& each : place.attributes) {
    if (each.name == "famous" && each.value == "yes") request.famous = true;
    if (each.name == "heritage" && each.value == "yes") request.heritage = true;
    if (each.name == "built_up_area" && request.built_up_area.empty()) request.built_up_area = each.value;
  }
  std::vector<NamedValue> told;
  for (const PlaceAttribute& each : place.attributes) told.push_back({each.name, each.value});
  PlaceSize known = size_in(told);
  double area = 0, length = 0;
  for (const PlaceShape& shape : place.shapes) {
    if (!shape.valid.contains(as_of.day)) continue;
    if (!shape.area.empty()) area += area_m2(shape.area);
    if (!shape.path.empty()) length += length_m(shape.path);
  }
  if (area > 0) known.area_m2 = area;
  if (length > 0) known.length_m = length;
  known.take(request.size);
  request.size = known;
}

/// A division is judged by its level: its own, or for a new one the level below that of what will hold it.
void take_level(const Project& project, const NameApplication& a, const AsOf& as_of, NamingRequest& request) {
  for (const PlaceRecord& place : a.place.value != 0 ? read_place_records(project.connection(), as_of.revision, PlaceRange::one(a.place)) : std::vector<PlaceRecord>{}) {
    for (const PlaceDivision& each : place.divisions) {
      if (each.relation != PlaceRelation::stands_for || !each.valid.contains(as_of.day)) continue;
      const DivisionRegister own = project.chain_register({each.division}, as_of);
      if (const DivisionState* state = own.find(each.division)) request.level = state->level;
    }
  }
  for (const DivisionAround& around : request.within) {
    if (a.place.value == 0) request.level = std::max(request.level, around.level + 1);
  }
}

}  // namespace

std::vector<NamingFinding> check_naming_of(const Project& project, const CountryPack& pack, const NameApplication& a, const AsOf& as_of, const NameSearch* names,
                                           bool famous) {
  if (a.act == NameAct::abolish || pack.naming.empty()) return {};
  NamingLookup lookup{project, pack, as_of, a.division, a.position, names};
  for (const NameApplication& other : read_applications(project.connection(), as_of.revision)) {
    if (other.id == a.id || other.act == NameAct::abolish || !is_pending(pack.names, other)) continue;
    LikeName like;
    like.place = -1'000'000'000'000 - other.id.value;  // not on record yet; divisions have the negatives nearer to zero
    like.text = other.text;
    like.class_code = class_to_judge(pack.names, other);
    like.built_up_area = other.built_up_area.empty() ? lookup.built_up_area_at(other.position) : other.built_up_area;
    const DivisionRegister chain = project.chain_register({other.division}, as_of);
    for (const DivisionState* state : chain.chain(other.division)) {
      if (like.division.empty()) like.division = state->code;
      else like.superiors.push_back(state->code);
    }
    lookup.add(std::move(like));
  }
  NamingRequest request;
  request.text = a.text;
  request.class_code = class_to_judge(pack.names, a);
  request.built_up_area = a.built_up_area;
  request.place = a.place.value;
  request.size = a.size;
  request.famous = famous;
  request.confirmed = confirmed_syllables(a.text, a.reading);
  if (a.place.value != 0) know_place(project, a, as_of, request);
  lookup.describe(request);
  if (a.kind == division_kind) take_level(project, a, as_of, request);
  return check_naming(request, pack.naming, lookup.lookup());
}

std::string class_to_judge(const NameRules& rules, const NameApplication& a) {
  const NameKindRule* kind = rules.kind(a.kind);
  return !a.class_code.empty() || kind == nullptr || kind->classes.empty() ? a.class_code : kind->classes.front();
}

}  // namespace merestone
