// SPDX-License-Identifier: Apache-2.0
#include "data/store/geometry.hpp"
#include "data/store/layer_store.hpp"

namespace merestone {

std::vector<HazardZone> read_hazard_zones(Connection& connection, const Window& window) {
  std::vector<HazardZone> zones;
  connection.query(statement("hazard_zone_list", connection.engine()), window.parameters(), [&](const Row& row) {
    zones.push_back({HazardZoneId{row.integer(0)}, std::string{row.text(1)}, std::string{row.text(2)},
                     static_cast<int>(row.integer(3)), std::string{row.text(4)},
                     polygons_from_wkb(from_stored(connection.engine(), row.bytes(8))), std::string{row.text(5)},
                     period_of(row, 6), row.is_null(9) ? std::optional<double>{} : row.real(9)});
  });
  return zones;
}

void add_hazard_zones(FactWriter& writer, const std::vector<HazardZone>& zones, DocumentId document) {
  auto rows = writer.rows("hazard_zone");
  PeriodText valid;
  for (const HazardZone& zone : zones) {
    valid.set(zone.valid);
    const Bytes shape = to_stored(writer.engine(), zone.shape);
    const std::int64_t id = writer.next("hazard_zone");
    rows.add({id, id, writer.revision(), valid.from, valid.until, zone.local_id, zone.kind,
              std::int64_t{zone.severity}, zone.name, zone.source, value_of(document), shape});
  }
  rows.finish();
  std::int64_t id = writer.last("hazard_zone") - static_cast<std::int64_t>(zones.size());
  auto recurrences = writer.rows("hazard_recurrence");
  for (const HazardZone& zone : zones) {
    ++id;
    if (zone.return_period_years) {
      recurrences.add({writer.next("hazard_recurrence"), id, writer.revision(), *zone.return_period_years});
    }
  }
  recurrences.finish();
}

}  // namespace merestone
