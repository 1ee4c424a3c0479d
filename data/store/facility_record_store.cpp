// SPDX-License-Identifier: Apache-2.0
#include "data/store/facility_record_store.hpp"

#include "data/store/shape_value.hpp"

namespace merestone {
namespace {

std::optional<std::int64_t> whole_at(const Row& row, int column) {
  if (row.is_null(column)) return {};
  return row.integer(column);
}

FacilityState state_at(const Row& row, int column) {
  if (const auto state = facility_state(row.text(column))) return *state;
  throw Error{Fault::unavailable, "not a word of the record: " + std::string{row.text(column)},
              {{"store.damaged", Severity::error, {}, {}, {{"reason", std::string{row.text(column)}}}}}};
}

}  // namespace

std::vector<FacilityVersion> read_facility_versions(Connection& connection, Revision revision) {
  std::vector<FacilityVersion> all;
  const Value parameters[] = {revision};
  connection.query(statement("facility_versions", connection.engine()), parameters, [&](const Row& row) {
    all.push_back({row.integer(0), {row.integer(1)}, std::string{row.text(2)}, period_of(row, 3)});
  });
  return all;
}

void add_facility_versions(FactWriter& writer, std::span<Facility> facilities, DocumentId document) {
  if (facilities.empty()) return;
  auto rows = writer.rows("facility");
  PeriodText valid;
  for (Facility& f : facilities) {
    valid.set(f.valid);
    const Bytes position = to_stored(writer.engine(), f.position);
    const std::int64_t fact = writer.next("facility");
    if (f.id.value == 0) f.id = {fact};
    rows.add({fact, f.id.value, writer.revision(), valid.from, valid.until, f.local_id, f.kind, f.name, f.capacity, f.used, f.source,
              value_of(document), position});
  }
  rows.finish();
}

std::vector<FacilityRecord> read_facility_records(Connection& connection, const Window& window) {
  const Engine engine = connection.engine();
  std::vector<FacilityRecord> all;
  connection.query(statement("facility_record_list", engine), window.parameters(), [&](const Row& row) {
    FacilityRecord& r = all.emplace_back();
    r.fact = row.integer(0);
    r.facility = {row.integer(1)};
    r.valid = period_of(row, 3);
    r.state = state_at(row, 5);
    r.ownership = row.text(6);
    r.operator_name = row.text(7);
    r.approval_number = row.text(8);
    r.approved_on = day_at(row, 9);
    r.approval_body = row.text(10);
    if (!row.is_null(11)) r.approval_level = static_cast<int>(row.integer(11));
    r.area_approved_m2 = real_at(row, 12);
    r.area_built_m2 = real_at(row, 13);
    r.opened = day_at(row, 14);
    r.service_radius_m = real_at(row, 15);
    r.note = row.text(16);
    r.ground = area_at(row, 17, engine);
    r.term_years = real_at(row, 18);
    r.cover_percent = real_at(row, 19);
    r.green_percent = real_at(row, 20);
    r.document = {id_at(row, 2)};
  });
  return all;
}

void add_facility_records(FactWriter& writer, std::span<const FacilityRecord> records, DocumentId document) {
  if (records.empty()) return;
  auto rows = writer.rows("facility_record");
  std::vector<std::int64_t> numbers;
  PeriodText valid;
  for (const FacilityRecord& r : records) {
    valid.set(r.valid);
    const DayValue approved{r.approved_on}, opened{r.opened};
    const ShapeValue ground{writer.engine(), r.ground};
    numbers.push_back(writer.next("facility_record"));
    rows.add({numbers.back(), r.facility.value, value_of(own_or(r, document)), writer.revision(), valid.from, valid.until,
              to_text(r.state), r.ownership, r.operator_name, r.approval_number, approved.value(), r.approval_body,
              value_of(r.approval_level), value_of(r.area_approved_m2), value_of(r.area_built_m2), opened.value(),
              value_of(r.service_radius_m), r.note, ground.value()});
  }
  rows.finish();
  auto terms = writer.rows("facility_term");
  for (std::size_t i = 0; i < records.size(); ++i) {
    const FacilityRecord& r = records[i];
    if (!r.term_years && !r.cover_percent && !r.green_percent) continue;
    terms.add({writer.next("facility_term"), numbers[i], writer.revision(), value_of(r.term_years), value_of(r.cover_percent), value_of(r.green_percent)});
  }
  terms.finish();
}

std::vector<FacilityService> read_facility_services(Connection& connection, const Window& window) {
  std::vector<FacilityService> all;
  connection.query(statement("facility_service_list", connection.engine()), window.parameters(), [&](const Row& row) {
    all.push_back({{row.integer(1)}, {row.integer(2)}, period_of(row, 4), row.integer(0), {id_at(row, 3)}});
  });
  return all;
}

void add_facility_services(FactWriter& writer, std::span<const FacilityService> services, DocumentId document) {
  if (services.empty()) return;
  auto rows = writer.rows("facility_service");
  PeriodText valid;
  for (const FacilityService& s : services) {
    valid.set(s.valid);
    rows.add({writer.next("facility_service"), s.facility.value, s.division.value, value_of(own_or(s, document)), writer.revision(), valid.from, valid.until});
  }
  rows.finish();
}

std::vector<FacilityStock> read_facility_stock(Connection& connection, Revision revision) {
  std::vector<FacilityStock> all;
  const Value parameters[] = {revision};
  connection.query(statement("facility_stock_list", connection.engine()), parameters, [&](const Row& row) {
    all.push_back({{row.integer(1)}, parse_date(row.text(3)), std::string{row.text(4)}, row.integer(5), row.integer(6), row.integer(7),
                   real_at(row, 8), row.integer(0)});
  });
  return all;
}

void add_facility_stock(FactWriter& writer, std::span<const FacilityStock> stock, DocumentId document) {
  if (stock.empty()) return;
  auto rows = writer.rows("facility_stock");
  for (const FacilityStock& s : stock) {
    const std::string counted = to_string(s.counted);
    rows.add({writer.next("facility_stock"), s.facility.value, value_of(document), writer.revision(), counted, s.type, s.planned, s.used,
              s.reserved, value_of(s.unit_area_m2)});
  }
  rows.finish();
}

std::vector<FacilityYear> read_facility_years(Connection& connection, Revision revision) {
  std::vector<FacilityYear> all;
  const Value parameters[] = {revision};
  connection.query(statement("facility_year_list", connection.engine()), parameters, [&](const Row& row) {
    all.push_back({{row.integer(1)}, static_cast<int>(row.integer(3)), whole_at(row, 4), whole_at(row, 5), day_at(row, 6),
                   std::string{row.text(7)}, std::string{row.text(8)}, row.integer(0)});
  });
  return all;
}

void add_facility_years(FactWriter& writer, std::span<const FacilityYear> years, DocumentId document) {
  if (years.empty()) return;
  auto rows = writer.rows("facility_year");
  for (const FacilityYear& y : years) {
    const DayValue inspected{y.inspected_on};
    rows.add({writer.next("facility_year"), y.facility.value, value_of(document), writer.revision(), std::int64_t{y.year},
              value_of(y.placements), value_of(y.ecological), inspected.value(), y.inspection, y.note});
  }
  rows.finish();
}

std::vector<FacilityPrice> read_facility_prices(Connection& connection, const Window& window) {
  std::vector<FacilityPrice> all;
  connection.query(statement("facility_price_list", connection.engine()), window.parameters(), [&](const Row& row) {
    all.push_back({{row.integer(1)}, std::string{row.text(5)}, std::string{row.text(6)}, row.real(7), std::string{row.text(8)},
                   std::string{row.text(9)}, period_of(row, 3), row.integer(0), {id_at(row, 2)}});
  });
  return all;
}

void add_facility_prices(FactWriter& writer, std::span<const FacilityPrice> prices, DocumentId document) {
  if (prices.empty()) return;
  auto rows = writer.rows("facility_price");
  PeriodText valid;
  for (const FacilityPrice& p : prices) {
    valid.set(p.valid);
    rows.add({writer.next("facility_price"), p.facility.value, value_of(own_or(p, document)), writer.revision(), valid.from, valid.until, p.item,
              p.basis, p.price, p.currency, p.unit});
  }
  rows.finish();
}

}  // namespace merestone
