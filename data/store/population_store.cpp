// SPDX-License-Identifier: Apache-2.0
#include "data/store/population_store.hpp"

#include <algorithm>

namespace merestone {

std::vector<Kept<PlaceCount>> read_populations(Connection& connection, Revision revision) {
  std::vector<Kept<PlaceCount>> all;
  const Value parameters[] = {revision};
  connection.query(statement("population_list", connection.engine()), parameters, [&](const Row& row) {
    all.push_back({row.integer(0), {PlaceId{row.integer(1)}, {row.integer(3), parse_date(row.text(2))}}});
  });
  return all;
}

void add_populations(FactWriter& writer, std::span<const PlaceCount> counts, DocumentId document) {
  auto rows = writer.rows("population");
  for (const PlaceCount& one : counts) {
    const std::string day = to_string(one.count.counted);
    rows.add({writer.next("population"), one.place.value, value_of(document), writer.revision(), day, one.count.people});
  }
  rows.finish();
}

void give_population(Connection& connection, std::vector<NamedPlace>& places, Revision revision, Date day) {
  for (const auto& [number, one] : read_populations(connection, revision)) {
    const auto place = std::lower_bound(places.begin(), places.end(), one.place,
                                        [](const NamedPlace& p, PlaceId id) { return p.id < id; });
    if (place == places.end() || place->id != one.place) continue;
    if (!place->people || one.count.counted <= day) place->people = one.count;
  }
}

}  // namespace merestone
