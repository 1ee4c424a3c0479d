// SPDX-License-Identifier: Apache-2.0
#include "data/office/name_handing_out.hpp"

#include "data/office/name_workflow.hpp"
#include "data/store/statement.hpp"

#include <algorithm>
#include <unordered_set>

namespace merestone {
namespace {

/// What leads to a place that is kept back stays back too.
void forget(PlaceRecord& place, const std::unordered_set<std::int64_t>& secret_places, const std::unordered_set<std::int64_t>& secret_names) {
  std::erase_if(place.links, [&](const PlaceLink& link) { return secret_places.contains(link.place.value) || secret_places.contains(link.other.value); });
  std::erase_if(place.replacements,
                [&](const NameReplacement& made) { return secret_names.contains(made.name.value) || secret_names.contains(made.former.value); });
}

std::map<std::int64_t, NamesHandedOut::Division> divisions_of(const Project& project, const std::vector<PlaceRecord>& places, const AsOf& as_of) {
  std::vector<DivisionId> held;
  for (const PlaceRecord& place : places) {
    for (const PlaceDivision& each : place.divisions) held.push_back(each.division);
  }
  std::sort(held.begin(), held.end(), [](DivisionId a, DivisionId b) { return a.value < b.value; });
  held.erase(std::unique(held.begin(), held.end()), held.end());
  std::map<std::int64_t, NamesHandedOut::Division> found;
  if (held.empty()) return found;
  const DivisionRegister divisions = project.chain_register(held, as_of);
  for (const DivisionId id : held) {
    if (const DivisionState* state = divisions.find(id)) found[id.value] = {state->code, state->name};
  }
  return found;
}

}  // namespace

NamesHandedOut names_to_hand_out(const Project& project, Date day, Revision revision) {
  const NameRules rules = names_pack(project).names;
  NamesHandedOut out;
  out.revision = project.known(revision);
  out.places = place_records(project, {}, out.revision);
  std::map<std::string, std::size_t> kept_back;
  std::unordered_set<std::int64_t> secret_places, secret_names;
  std::erase_if(out.places, [&](const PlaceRecord& place) {
    if (rules.exported(place.head.secrecy)) return false;
    ++kept_back[place.head.secrecy];
    secret_places.insert(place.id.value);
    for (const PlaceName& name : place.names) secret_names.insert(name.id.value);
    return true;
  });
  if (!secret_places.empty()) {
    for (PlaceRecord& place : out.places) forget(place, secret_places, secret_names);
  }
  for (const auto& [level, count] : kept_back) {
    out.findings.push_back({.rule = "name.withheld", .severity = Severity::warning, .facts = {{"count", std::to_string(count)}, {"level", level}}});
  }
  out.divisions = divisions_of(project, out.places, {day, out.revision});
  Connection& connection = project.connection();
  const Value parameters[] = {out.revision};
  connection.query(statement("place_recorded_at", connection.engine()), parameters, [&](const Row& row) {
    if (row.integer(0) == 0) out.made_at = row.text(1);
    else out.recorded_at[row.integer(0)] = row.text(1);
  });
  return out;
}

}  // namespace merestone
