// SPDX-License-Identifier: Apache-2.0
#include "data/store/monument_store.hpp"

#include "data/store/optional_values.hpp"

#include <map>

namespace merestone {
namespace {

void add_lines_and_witnesses(FactWriter& writer, std::span<const Monument* const> monuments) {
  auto lines = writer.rows("monument_line");
  for (const Monument* m : monuments) {
    for (const BoundaryLineId line : m->lines) {
      lines.add({writer.next("monument_line"), m->id.value, line.value, writer.revision()});
    }
  }
  lines.finish();
  auto witnesses = writer.rows("witness");
  for (const Monument* m : monuments) {
    std::int64_t ordinal = 0;
    for (const Witness& w : m->witnesses) {
      witnesses.add({writer.next("witness"), m->id.value, writer.revision(), ++ordinal, w.object, w.part, w.azimuth_deg,
                     w.distance_m});
    }
  }
  witnesses.finish();
}

}  // namespace

std::vector<Kept<Monument>> read_monuments(Connection& connection, const Window& window) {
  const Engine engine = connection.engine();
  const Value revision[] = {window.revision()};
  std::map<MonumentId, std::vector<BoundaryLineId>> lines;
  connection.query(statement("monument_line_list", engine), revision, [&](const Row& row) {
    lines[{row.integer(1)}].push_back({row.integer(2)});
  });
  std::map<MonumentId, std::vector<Witness>> witnesses;
  connection.query(statement("witness_list", engine), revision, [&](const Row& row) {
    witnesses[{row.integer(1)}].push_back({std::string{row.text(3)}, std::string{row.text(4)}, row.real(5), row.real(6)});
  });
  std::vector<Kept<Monument>> monuments;
  connection.query(statement("monument_list", engine), window.parameters(), [&](const Row& row) {
    const MonumentId id{row.integer(1)};
    monuments.push_back({row.integer(0),
                         {.id = id, .number = std::string{row.text(6)}, .kind = term_at<MonumentKind>(row, 7),
                          .lines = lines[id], .side = {row.integer(2)}, .position = *position_at(row, 15, engine),
                          .height_m = real_at(row, 8), .accuracy_m = row.real(9), .surveyed_on = day_at(row, 10),
                          .method = std::string{row.text(11)}, .material = std::string{row.text(12)},
                          .location = std::string{row.text(13)}, .keeper = std::string{row.text(14)},
                          .agreement = {row.integer(3)}, .witnesses = witnesses[id], .valid = period_of(row, 4)}});
  });
  return monuments;
}

void add_monuments(FactWriter& writer, std::span<Monument> monuments) {
  std::vector<const Monument*> fresh;
  auto rows = writer.rows("monument");
  PeriodText valid;
  for (Monument& m : monuments) {
    valid.set(m.valid);
    const std::int64_t number = writer.next("monument");
    if (m.id.value == 0) {
      m.id = {number};
      fresh.push_back(&m);
    }
    const DayValue surveyed{m.surveyed_on};
    const PositionValue position{writer.engine(), m.position};
    rows.add({number, m.id.value, value_of(m.side), value_of(m.agreement), writer.revision(), valid.from, valid.until,
              m.number, to_text(m.kind), value_of(m.height_m), m.accuracy_m, surveyed.value(), m.method, m.material,
              m.location, m.keeper, position.value()});
  }
  rows.finish();
  add_lines_and_witnesses(writer, fresh);
}

std::vector<Observation> read_observations(Connection& connection, Revision revision) {
  std::vector<Observation> observations;
  const Value known[] = {revision};
  connection.query(statement("observation_list", connection.engine()), known, [&](const Row& row) {
    observations.push_back(
        {.id = {row.integer(0)}, .monument = {row.integer(1)}, .inspection = {row.integer(2)}, .on = parse_date(row.text(3)),
         .state = term_at<SeenAs>(row, 4), .position = position_at(row, 13, connection.engine()), .accuracy_m = row.real(5),
         .method = std::string{row.text(6)}, .observer = std::string{row.text(7)}, .inscription = std::string{row.text(8)},
         .witnesses = row.is_null(9) ? std::nullopt : std::optional{static_cast<int>(row.integer(9))},
         .photo = std::string{row.text(10)}, .issue = term_at<Issue>(row, 11), .note = std::string{row.text(12)}});
  });
  return observations;
}

void add_observations(FactWriter& writer, std::span<Observation> observations) {
  auto rows = writer.rows("observation");
  for (Observation& o : observations) {
    o.id = {writer.next("observation")};
    const std::string day = to_string(o.on);
    const PositionValue position{writer.engine(), o.position};
    rows.add({o.id.value, o.monument.value, value_of(o.inspection), writer.revision(), day, to_text(o.state), o.accuracy_m,
              o.method, o.observer, o.inscription, value_of(o.witnesses), o.photo, to_text(o.issue), o.note,
              position.value()});
  }
  rows.finish();
}

std::vector<Kept<RepairOrder>> read_repair_orders(Connection& connection, Revision revision) {
  std::vector<Kept<RepairOrder>> orders;
  const Value known[] = {revision};
  connection.query(statement("repair_order_list", connection.engine()), known, [&](const Row& row) {
    orders.push_back({row.integer(0),
                      {.id = {row.integer(1)}, .monument = {row.integer(2)}, .reason = std::string{row.text(5)},
                       .ordered_on = parse_date(row.text(6)), .managing = {row.integer(3)}, .neighbour = {row.integer(4)},
                       .done_on = day_at(row, 7), .managing_by = std::string{row.text(8)},
                       .neighbour_by = std::string{row.text(9)}, .work = std::string{row.text(10)}}});
  });
  return orders;
}

void add_repair_orders(FactWriter& writer, std::span<RepairOrder> orders) {
  auto rows = writer.rows("repair_order");
  for (RepairOrder& o : orders) {
    const std::int64_t number = writer.next("repair_order");
    if (o.id.value == 0) o.id = {number};
    const std::string ordered = to_string(o.ordered_on);
    const DayValue done{o.done_on};
    rows.add({number, o.id.value, o.monument.value, o.managing.value, o.neighbour.value, writer.revision(), o.reason, ordered,
              done.value(), o.managing_by, o.neighbour_by, o.work});
  }
  rows.finish();
}

}  // namespace merestone
