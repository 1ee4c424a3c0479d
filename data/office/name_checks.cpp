// SPDX-License-Identifier: Apache-2.0
#include "data/office/name_checks.hpp"

#include "data/store/application_store.hpp"
#include "data/store/name_store.hpp"
#include "gis/names/checks/memory_names.hpp"

#include <algorithm>

namespace merestone {
namespace {

constexpr std::string_view area_attribute = "built_up_area";

/// What stands for a division in the record of names is compared as a division, by its level.
int level_of(const PlaceRecord& place, const DivisionRegister& divisions, Date day) {
  for (const PlaceDivision& d : place.divisions) {
    if (d.relation != PlaceRelation::stands_for || !d.valid.contains(day)) continue;
    const DivisionState* state = divisions.find(d.division);
    if (state) return state->level;
  }
  return 0;
}

void place_in(LikeName& like, DivisionId division, const DivisionRegister& divisions) {
  const auto chain = divisions.chain(division);
  for (std::size_t i = 0; i < chain.size(); ++i) {
    if (i == 0) like.division = chain[i]->code;
    else like.superiors.push_back(chain[i]->code);
  }
}

std::vector<LikeName> names_on_record(const Project& project, const CountryPack& pack, const DivisionRegister& divisions, Date day, Revision revision) {
  std::vector<LikeName> all;
  for (const PlaceRecord& place : read_place_records(project.connection(), revision, {})) {
    for (const PlaceName& name : place.names) {
      if (name.kind != NameKind::official || name.status == NameStatus::abolished || !name.days().contains(day)) continue;
      LikeName like;
      like.place = place.id.value;
      like.text = name.text;
      const PlaceClass* its = place.class_in(pack.names.class_scheme);
      if (its) like.class_code = its->code;
      like.level = level_of(place, divisions, day);
      for (const PlaceDivision& d : place.divisions) {
        if (d.valid.contains(day)) place_in(like, d.division, divisions);
      }
      for (const PlaceAttribute& a : place.attributes) {
        if (a.name == area_attribute) like.built_up_area = a.value;
      }
      all.push_back(std::move(like));
    }
  }
  return all;
}

}  // namespace

std::vector<NamingFinding> check_naming_of(const Project& project, const CountryPack& pack, const NameApplication& a, Date day, Revision revision) {
  if (a.act == NameAct::abolish || pack.naming.empty()) return {};
  const DivisionRegister divisions = project.divisions({day, revision});
  std::vector<LikeName> known = names_on_record(project, pack, divisions, day, revision);
  for (const NameApplication& other : read_applications(project.connection(), revision)) {
    if (other.id == a.id || other.act == NameAct::abolish || !is_pending(pack.names, other)) continue;
    LikeName like;
    like.place = -other.id.value;  // not on record yet
    like.text = other.text;
    like.class_code = other.class_code;
    like.built_up_area = other.built_up_area;
    place_in(like, other.division, divisions);
    known.push_back(std::move(like));
  }
  NamingRequest request;
  request.text = a.text;
  request.class_code = a.class_code;
  request.built_up_area = a.built_up_area;
  request.place = a.place.value;
  for (const DivisionState* state : divisions.chain(a.division)) request.within.push_back({state->level, state->code, state->name});
  const MemoryNames names{std::move(known), pack.naming};
  return check_naming(request, pack.naming, names.lookup());
}

}  // namespace merestone
