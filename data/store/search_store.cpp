// SPDX-License-Identifier: Apache-2.0
#include "data/store/search_store.hpp"

#include "data/store/geometry.hpp"

namespace merestone {

namespace {

void visit_name(const Row& row, Engine engine, const VisitName& visit) {
  NamedPlace place{PlaceId{row.integer(1)}, std::string{row.text(2)}, std::string{row.text(3)}, {}, {}, period_of(row, 7)};
  if (!row.is_null(9)) place.position = point_from_wkb(from_stored(engine, row.bytes(9)));
  visit(row.integer(0), place, {std::string{row.text(4)}, std::string{row.text(5)}, std::string{row.text(6)}},
        row.is_null(10) ? std::string_view{} : row.text(10));
}

}  // namespace

void read_search_names(Connection& connection, Revision known, Revision after, const VisitName& visit) {
  const auto each = [&](const Row& row) { visit_name(row, connection.engine(), visit); };
  const Value all[] = {known}, since[] = {known, after};
  if (after == 0) connection.query(statement("search_name_list", connection.engine()), all, each);
  else connection.query(statement("search_name_since", connection.engine()), since, each);
}

std::unordered_map<std::int64_t, std::string> read_search_classes(Connection& connection, Revision known, const PlaceRange& places) {
  std::map<std::int64_t, std::set<std::string>> read;
  const Value parameters[] = {known, places.first.value, places.last.value};
  connection.query(statement("place_class_list", connection.engine()), parameters,
                   [&](const Row& row) { read[row.integer(1)].insert(std::string{row.text(2)} + ":" + std::string{row.text(3)}); });
  std::unordered_map<std::int64_t, std::string> classes;
  for (const auto& [place, all] : read) {
    std::string& text = classes[place];
    for (const std::string& each : all) text += (text.empty() ? "" : "\t") + each;
  }
  return classes;
}

std::map<std::pair<std::int64_t, std::string>, std::string> read_search_readings(Connection& connection, Revision known) {
  std::map<std::pair<std::int64_t, std::string>, std::string> readings;
  const Value parameters[] = {known};
  connection.query(statement("search_reading_list", connection.engine()), parameters,
                   [&](const Row& row) { readings[{row.integer(0), std::string{row.text(1)}}] = row.text(2); });
  return readings;
}

void read_place_divisions(Connection& connection, Revision known, Date day, const PlaceRange& places, const std::function<void(PlaceId, DivisionId)>& visit) {
  const std::string on = to_string(day);
  const Value parameters[] = {known, on, places.first.value, places.last.value};
  connection.query(statement("search_place_divisions", connection.engine()), parameters, [&](const Row& row) { visit({row.integer(0)}, {row.integer(1)}); });
}

void read_search_names_of(Connection& connection, Revision known, Revision after, PlaceId place, const VisitName& visit) {
  const Value parameters[] = {known, after, place.value};
  connection.query(statement("search_name_of", connection.engine()), parameters, [&](const Row& row) { visit_name(row, connection.engine(), visit); });
}

GroundChanges ground_changed_since(Connection& connection, Revision revision) {
  GroundChanges ground;
  std::set<std::int64_t> outer_before, outer_now;
  const Value parameters[] = {revision};
  connection.query(statement("search_ground_since", connection.engine()), parameters, [&](const Row& row) {
    const bool fresh = row.integer(3) != 0;
    for (const int side : {1, 2}) {
      if (row.is_null(side)) (fresh ? outer_now : outer_before).insert(row.integer(0));
      else ground.divisions.insert({row.integer(side)});
    }
  });
  ground.outwards = outer_before != outer_now;
  return ground;
}

std::unordered_set<std::int64_t> names_gone_since(Connection& connection, Revision revision) {
  std::unordered_set<std::int64_t> gone;
  const Value parameters[] = {revision};
  connection.query(statement("search_name_gone", connection.engine()), parameters, [&](const Row& row) { gone.insert(row.integer(0)); });
  return gone;
}

bool divisions_changed_since(Connection& connection, Revision revision) {
  bool changed = false;
  const Value parameters[] = {revision};
  connection.query(statement("search_divisions_since", connection.engine()), parameters, [&](const Row& row) { changed = row.integer(0) != 0; });
  return changed;
}

std::string audit_hash_of(Connection& connection, Revision revision) {
  std::string hash;
  const Value parameters[] = {revision};
  connection.query(statement("audit_hash_of", connection.engine()), parameters, [&](const Row& row) { hash = row.text(0); });
  return hash;
}

}  // namespace merestone
