// SPDX-License-Identifier: Apache-2.0
#include "data/store/elevation_store.hpp"

#include "data/db/refusal.hpp"
#include "data/store/content_store.hpp"
#include "data/store/geometry.hpp"
#include "data/store/heights.hpp"
#include "gis/geometry/wkb.hpp"

namespace merestone {

std::vector<ElevationRecord> read_elevations(Connection& connection, const Window& window) {
  std::vector<ElevationRecord> all;
  connection.query(statement("elevation_list", connection.engine()), window.parameters(), [&](const Row& row) {
    ElevationRecord one;
    one.id = ElevationId{row.integer(0)};
    one.document = DocumentId{row.integer(1)};
    one.valid = period_of(row, 2);
    one.grid.name = row.text(4);
    one.grid.sha256 = row.text(5);
    one.grid.day = row.text(6);
    one.grid.crs = row.text(7);
    one.grid.vertical_datum = row.text(8);
    one.accuracy_m = row.real(9);
    one.grid.west = row.real(10);
    one.grid.north = row.real(11);
    one.grid.column_step = row.real(12);
    one.grid.row_step = row.real(13);
    one.grid.columns = static_cast<std::uint32_t>(row.integer(14));
    one.grid.rows = static_cast<std::uint32_t>(row.integer(15));
    one.holes = static_cast<std::uint64_t>(row.integer(16));
    one.lowest_m = static_cast<float>(row.real(17));
    one.highest_m = static_cast<float>(row.real(18));
    one.cell_m = row.real(19);
    one.content = row.text(20);
    one.extent = polygons_from_wkb(from_stored(connection.engine(), row.bytes(21)));
    all.push_back(std::move(one));
  });
  return all;
}

ElevationId add_elevation(FactWriter& writer, const ElevationRecord& e) {
  const ElevationId id{writer.next("elevation")};
  PeriodText valid;
  valid.set(e.valid);
  const Bytes extent = to_stored(writer.engine(), e.extent);
  auto rows = writer.rows("elevation");
  rows.add({id.value, value_of(e.document), writer.revision(), valid.from, valid.until, e.grid.name, e.grid.sha256, e.grid.day,
            e.grid.crs, e.grid.vertical_datum, e.accuracy_m, e.grid.west, e.grid.north, e.grid.column_step, e.grid.row_step,
            std::int64_t{e.grid.columns}, std::int64_t{e.grid.rows}, static_cast<std::int64_t>(e.holes),
            static_cast<double>(e.lowest_m), static_cast<double>(e.highest_m), e.cell_m, e.content, extent});
  rows.finish();
  return id;
}

ElevationGrid read_grid(Connection& connection, const ElevationRecord& record) {
  const auto content = read_content(connection, record.content);
  if (!content) refuse(Fault::missing, "terrain.no_content", "heights are not kept", {{"name", record.grid.name}});
  ElevationGrid grid = record.grid;
  grid.heights_m = unpack_heights(content->bytes, grid.columns, grid.rows);
  return grid;
}

}  // namespace merestone
