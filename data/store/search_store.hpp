// SPDX-License-Identifier: Apache-2.0
/// What a search index needs to read: names of places with their numbers, and what changed since a revision.
#pragma once

#include "data/store/name_store.hpp"
#include "data/store/statement.hpp"
#include "gis/names/place.hpp"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace merestone {

/// One name with its place, and its reading where one is on record that was not derived; valid only inside the visit it is
/// handed to.
using VisitName = std::function<void(std::int64_t fact, const NamedPlace& place, const GeographicalName& name, std::string_view reading)>;

/// Names as recorded up to `known`; with `after`, only those that are new since, or whose places are.
void read_search_names(Connection& connection, Revision known, Revision after, const VisitName& visit);
/// Classes of places of the range, by scheme: "cn-18521:22200"; several with a tab between them.
std::unordered_map<std::int64_t, std::string> read_search_classes(Connection& connection, Revision known, const PlaceRange& places = {});
/// Readings of names that somebody gave, by place and text.
std::map<std::pair<std::int64_t, std::string>, std::string> read_search_readings(Connection& connection, Revision known);
/// Divisions that the record has on `day` for places of the range.
void read_place_divisions(Connection& connection, Revision known, Date day, const PlaceRange& places, const std::function<void(PlaceId, DivisionId)>& visit);
/// Names of one place as recorded up to `known`, unless they or the place changed after `after`.
void read_search_names_of(Connection& connection, Revision known, Revision after, PlaceId place, const VisitName& visit);
/// Names recorded up to `revision` that no longer hold as they were.
std::unordered_set<std::int64_t> names_gone_since(Connection& connection, Revision revision);
bool divisions_changed_since(Connection& connection, Revision revision);
/// What became of ground since a revision.
struct GroundChanges {
  std::set<DivisionId> divisions{};  ///< that lie along what changed
  bool outwards = false;             ///< ground was won from, or lost to, nobody
};
GroundChanges ground_changed_since(Connection& connection, Revision revision);
/// Empty where there is no such revision.
std::string audit_hash_of(Connection& connection, Revision revision);

}  // namespace merestone
