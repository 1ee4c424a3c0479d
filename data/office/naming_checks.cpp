// SPDX-License-Identifier: Apache-2.0
#include "data/office/naming_checks.hpp"

#include "data/db/refusal.hpp"
#include "data/office/gazetteer.hpp"
#include "gis/names/checks/memory_names.hpp"
#include "gis/names/checks/sounds.hpp"

#include <algorithm>

namespace merestone {
namespace {

/// Divisions stand among places with the negative of their id.
std::int64_t number_of(DivisionId division) { return -division.value; }

void add_codes(const DivisionRegister& divisions, DivisionId finest, LikeName& name) {
  for (const DivisionState* state : divisions.chain(finest)) {
    if (name.division.empty()) name.division = state->code;
    else name.superiors.push_back(state->code);
  }
}

std::string attribute(const PlaceRecord& place, std::string_view name) {
  const auto found = std::find_if(place.attributes.begin(), place.attributes.end(), [&](const PlaceAttribute& each) { return each.name == name; });
  return found == place.attributes.end() ? std::string{} : found->value;
}

/// Its name is the division's, which is compared by itself.
bool stands_for_division(const PlaceRecord& place, Date day) {
  return std::any_of(place.divisions.begin(), place.divisions.end(),
                     [&](const PlaceDivision& each) { return each.relation == PlaceRelation::stands_for && each.valid.contains(day); });
}

/// The finest of the divisions that hold the place on the day.
DivisionId finest_of(const PlaceRecord& place, const DivisionRegister& divisions, Date day) {
  DivisionId finest;
  Level level = 0;
  for (const PlaceDivision& each : place.divisions) {
    const DivisionState* state = divisions.find(each.division);
    if (state == nullptr || !each.valid.contains(day) || state->level < level) continue;
    finest = each.division;
    level = state->level;
  }
  return finest;
}

std::vector<LikeName> collected(const Project& project, const DivisionRegister& divisions, const std::string& scheme, Date day) {
  std::vector<LikeName> names;
  for (const DivisionState& state : divisions.all()) {
    LikeName& name = names.emplace_back(LikeName{.place = number_of(state.id), .text = state.name, .level = state.level});
    add_codes(divisions, state.id, name);
  }
  for (const PlaceRecord& place : place_records(project)) {
    const PlaceName* shown = place.name_on(day);
    if (shown == nullptr || shown->kind != NameKind::official || stands_for_division(place, day)) continue;
    LikeName& name = names.emplace_back(LikeName{.place = place.id.value, .text = shown->text});
    const PlaceClass* of = place.class_in(scheme);
    name.class_code = of != nullptr ? of->code : place.type;
    name.built_up_area = attribute(place, "built_up_area");
    add_codes(divisions, finest_of(place, divisions, day), name);
  }
  return names;
}

/// Natural features and heritage sites by the attributes of the record: "famous" and "heritage" are "yes".
std::vector<NotableName> notable_names(const Project& project, const NamingRules& rules, const std::string& scheme, const std::string& key, Date day) {
  std::vector<NotableName> found;
  for (const PlaceRecord& place : place_records(project)) {
    const PlaceName* shown = place.name_on(day);
    const bool famous = attribute(place, "famous") == "yes";
    const bool heritage = attribute(place, "heritage") == "yes";
    const bool outside = std::any_of(place.divisions.begin(), place.divisions.end(), [](const PlaceDivision& each) { return each.relation == PlaceRelation::crosses; });
    if (shown == nullptr || !(famous || heritage || outside)) continue;
    const PlaceClass* of = place.class_in(scheme);
    const auto which = spelling_class(rules.spelling_of(of != nullptr ? of->code : place.type)).value_or(SpellingClass::other);
    const SoundOfName sound = sound_of(shown->text, which);
    if (sound.key == key || sound.specific == key) found.push_back({shown->text, famous, heritage, outside});
  }
  return found;
}

const CountryPack* pack_with_rules(const std::vector<CountryPack>& packs) {
  const auto found = std::find_if(packs.begin(), packs.end(), [](const CountryPack& pack) { return !pack.naming.empty(); });
  return found == packs.end() ? nullptr : &*found;
}

}  // namespace

std::vector<NamingFinding> naming_findings(const Project& project, NamingQuestion question) {
  const auto packs = project.packs();
  const CountryPack* pack = pack_with_rules(packs);
  if (pack == nullptr) return {};
  const DivisionRegister divisions = project.divisions({question.day, latest_revision});
  if (!question.division.empty()) {
    const DivisionState* finest = divisions.find_code(question.division);
    if (finest == nullptr) refuse(Fault::missing, "naming.no_division", "no such division", {{"division", question.division}});
    for (const DivisionState* state : divisions.chain(finest->id)) question.request.within.push_back({state->level, state->code, state->name});
  }
  const std::string& scheme = pack->names.class_scheme;
  const MemoryNames memory{collected(project, divisions, scheme, question.day), pack->naming};
  NameLookup lookup = memory.lookup();
  lookup.notable = [&](const std::string& key) { return notable_names(project, pack->naming, scheme, key, question.day); };
  for (const DivisionAround& each : question.request.within) question.request.local_names.push_back(each.name);
  return check_naming(question.request, pack->naming, lookup);
}

std::vector<LikeName> names_on_record(const Project& project, const std::string& class_scheme, Date day) {
  return collected(project, project.divisions({day, latest_revision}), class_scheme, day);
}

SameReport same_names_on_record(const Project& project, SameBy by, std::size_t division_digits, std::size_t class_digits, Date day,
                                std::vector<LikeName>& names) {
  const auto packs = project.packs();
  const CountryPack* pack = pack_with_rules(packs);
  names = names_on_record(project, pack != nullptr ? pack->names.class_scheme : std::string{}, day);
  return same_names(names, by, division_digits, class_digits);
}

}  // namespace merestone
