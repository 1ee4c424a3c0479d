// SPDX-License-Identifier: Apache-2.0
#include "data/store/geometry.hpp"
#include "data/store/layer_store.hpp"

namespace merestone {

std::vector<Facility> read_facilities(Connection& connection, const Window& window) {
  std::vector<Facility> facilities;
  connection.query(statement("facility_list", connection.engine()), window.parameters(), [&](const Row& row) {
    facilities.push_back({FacilityId{row.integer(0)}, std::string{row.text(1)}, std::string{row.text(2)},
                          std::string{row.text(3)}, row.integer(4), row.integer(5),
                          point_from_wkb(from_stored(connection.engine(), row.bytes(9))), std::string{row.text(6)},
                          period_of(row, 7)});
  });
  return facilities;
}

void add_facilities(FactWriter& writer, const std::vector<Facility>& facilities, DocumentId document) {
  auto rows = writer.rows("facility");
  PeriodText valid;
  for (const Facility& f : facilities) {
    valid.set(f.valid);
    const Bytes position = to_stored(writer.engine(), f.position);
    const std::int64_t id = writer.next("facility");
    rows.add({id, id, writer.revision(), valid.from, valid.until, f.local_id, f.kind, f.name,
              f.capacity, f.used, f.source, value_of(document), position});
  }
  rows.finish();
}

}  // namespace merestone
