// SPDX-License-Identifier: Apache-2.0
#include "data/store/geometry.hpp"
#include "data/store/layer_store.hpp"
#include "data/store/population_store.hpp"

namespace merestone {

std::vector<NamedPlace> read_places(Connection& connection, const Window& window) {
  std::vector<NamedPlace> places;
  connection.query(statement("place_list", connection.engine()), window.parameters(), [&](const Row& row) {
    NamedPlace place{PlaceId{row.integer(0)}, std::string{row.text(1)}, std::string{row.text(2)}, {}, {},
                     period_of(row, 3)};
    if (!row.is_null(5)) place.position = point_from_wkb(from_stored(connection.engine(), row.bytes(5)));
    places.push_back(std::move(place));
  });
  auto place = places.begin();  // both lists are in the order of the places' ids
  connection.query(statement("geographical_name_list", connection.engine()), window.parameters(), [&](const Row& row) {
    const PlaceId id{row.integer(0)};
    while (place != places.end() && place->id < id) ++place;
    if (place == places.end() || place->id != id) return;
    place->names.push_back({std::string{row.text(1)}, std::string{row.text(2)}, std::string{row.text(3)}});
  });
  return places;
}

void add_places(FactWriter& writer, const std::vector<NamedPlace>& places, DocumentId document) {
  std::vector<std::int64_t> ids;
  auto rows = writer.rows("place");
  PeriodText valid;
  for (const NamedPlace& place : places) {
    ids.push_back(writer.next("place"));
    valid.set(place.valid);
    const Bytes position = place.position ? to_stored(writer.engine(), *place.position) : Bytes{};
    Value point;
    if (place.position) point = std::span<const std::byte>{position};
    rows.add({ids.back(), ids.back(), writer.revision(), valid.from, valid.until, place.local_id, place.type, value_of(document),
              point});
  }
  rows.finish();
  auto names = writer.rows("geographical_name");
  for (std::size_t i = 0; i < places.size(); ++i) {
    valid.set(places[i].valid);
    std::int64_t ordinal = 0;
    for (const GeographicalName& name : places[i].names) {
      names.add({writer.next("geographical_name"), ids[i], ++ordinal, writer.revision(), valid.from, valid.until,
                 name.text, name.language, name.status});
    }
  }
  names.finish();
  std::vector<PlaceCount> counts;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (places[i].people) counts.push_back({PlaceId{ids[i]}, *places[i].people});
  }
  add_populations(writer, counts, document);
}

}  // namespace merestone
