// SPDX-License-Identifier: Apache-2.0
#include "data/store/relief_store.hpp"

#include "data/store/geometry.hpp"
#include "data/store/shape_value.hpp"
#include "data/store/statement.hpp"
#include "gis/base/list.hpp"

#include <algorithm>

namespace merestone {

std::vector<Kept<Shelter>> read_shelters(Connection& connection, const Window& window) {
  std::vector<Kept<Shelter>> all;
  connection.query(statement("shelter_list", connection.engine()), window.parameters(), [&](const Row& row) {
    Shelter s;
    s.id = ShelterId{row.integer(1)};
    s.valid = period_of(row, 2);
    s.local_id = text_at(row, 4), s.name = text_at(row, 5), s.level = text_at(row, 6), s.space = text_at(row, 7), s.duration = text_at(row, 8);
    s.effective_area_m2 = row.real(9), s.area_per_head_m2 = row.real(10);
    s.hazards = parted(row.text(11), ';');
    s.in_use = row.integer(12);
    if (!row.is_null(13)) s.exits = static_cast<int>(row.integer(13));
    s.equipment = text_at(row, 14), s.source = text_at(row, 15);
    s.position = point_from_wkb(from_stored(connection.engine(), row.bytes(16)));
    s.document = {id_at(row, 17)};
    all.push_back({row.integer(0), std::move(s)});
  });
  return all;
}

std::vector<Kept<Depot>> read_depots(Connection& connection, const Window& window) {
  std::vector<Kept<Depot>> all;
  connection.query(statement("depot_list", connection.engine()), window.parameters(), [&](const Row& row) {
    all.push_back({row.integer(0), {DepotId{row.integer(1)}, text_at(row, 4), text_at(row, 5), text_at(row, 6), row.integer(7),
                                    point_from_wkb(from_stored(connection.engine(), row.bytes(9))), text_at(row, 8), period_of(row, 2), {id_at(row, 10)}}});
  });
  return all;
}

std::vector<Kept<StockLot>> read_stock(Connection& connection, const Window& window) {
  std::vector<Kept<StockLot>> all;
  connection.query(statement("depot_stock_list", connection.engine()), window.parameters(), [&](const Row& row) {
    all.push_back({row.integer(0), {DepotId{row.integer(1)}, text_at(row, 4), text_at(row, 5), row.real(6), day_at(row, 7), parse_date(row.text(2)), text_at(row, 8), parse_date(row.text(3)), {id_at(row, 9)}}});
  });
  return all;
}

void add_shelters(FactWriter& writer, std::span<const Shelter> shelters, DocumentId document) {
  auto rows = writer.rows("shelter");
  PeriodText valid;
  for (const Shelter& s : shelters) {
    valid.set(s.valid);
    const std::string hazards = joined(s.hazards, ";");
    const Bytes position = to_stored(writer.engine(), s.position);
    const std::int64_t fact = writer.next("shelter");
    rows.add({fact, s.id.value != 0 ? s.id.value : fact, value_of(own_or(s, document)), writer.revision(), valid.from, valid.until, s.local_id, s.name, s.level, s.space,
              s.duration, s.effective_area_m2, s.area_per_head_m2, hazards, s.in_use, value_of(s.exits), s.equipment, s.source, position});
  }
  rows.finish();
}

void add_depots(FactWriter& writer, std::span<const Depot> depots, DocumentId document) {
  auto rows = writer.rows("depot");
  PeriodText valid;
  for (const Depot& d : depots) {
    valid.set(d.valid);
    const Bytes position = to_stored(writer.engine(), d.position);
    const std::int64_t fact = writer.next("depot");
    rows.add({fact, d.id.value != 0 ? d.id.value : fact, value_of(own_or(d, document)), writer.revision(), valid.from, valid.until, d.local_id, d.name, d.level,
              d.covers_people, d.source, position});
  }
  rows.finish();
}

void add_stock(FactWriter& writer, std::span<const StockLot> lots, DocumentId document) {
  auto rows = writer.rows("depot_stock");
  PeriodText valid;
  for (const StockLot& lot : lots) {
    valid.set({lot.counted, lot.until});
    const DayValue expires{lot.expires};
    rows.add({writer.next("depot_stock"), lot.depot.value, value_of(own_or(lot, document)), writer.revision(), valid.from, valid.until, lot.item, lot.unit, lot.quantity,
              expires.value(), lot.source});
  }
  rows.finish();
}

}  // namespace merestone
