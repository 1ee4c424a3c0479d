// SPDX-License-Identifier: Apache-2.0
#include "data/store/event_store.hpp"

#include "data/db/refusal.hpp"
#include "data/store/optional_values.hpp"
#include "data/store/statement.hpp"

namespace merestone {
namespace {

Moment moment_at(const Row& row, int column) {
  if (const auto moment = parse_moment(row.text(column))) return *moment;
  refuse(Fault::unavailable, "store.damaged", "not a moment of the record", {{"reason", text_at(row, column)}});
}

}  // namespace

std::vector<Kept<DisasterEvent>> read_events(Connection& connection, Revision revision) {
  std::vector<Kept<DisasterEvent>> all;
  const Value parameters[] = {revision};
  connection.query(statement("disaster_event_list", connection.engine()), parameters, [&](const Row& row) {
    DisasterEvent e;
    e.id = EventId{row.integer(1)};
    e.local_id = text_at(row, 2), e.hazard = text_at(row, 3), e.name = text_at(row, 4), e.severity = text_at(row, 5);
    e.started = moment_at(row, 6);
    if (!row.is_null(7)) e.ended = moment_at(row, 7);
    if (!row.is_null(8)) e.area = polygons_from_wkb(from_stored(connection.engine(), row.bytes(8)));
    all.push_back({row.integer(0), std::move(e)});
  });
  return all;
}

std::vector<EventFigure> read_event_figures(Connection& connection, Revision revision, EventId event) {
  std::vector<EventFigure> all;
  const Value parameters[] = {revision, event.value};
  connection.query(statement("event_figure_list", connection.engine()), parameters, [&](const Row& row) {
    all.push_back({event, DivisionId{row.integer(0)}, text_at(row, 1), moment_at(row, 2), text_at(row, 3), row.real(4), text_at(row, 5)});
  });
  return all;
}

EventId add_event(FactWriter& writer, const DisasterEvent& event, DocumentId document) {
  auto rows = writer.rows("disaster_event");
  const std::int64_t fact = writer.next("disaster_event");
  const std::int64_t id = event.id.value != 0 ? event.id.value : fact;
  const std::string started = to_string(event.started), ended = event.ended ? to_string(*event.ended) : "";
  const Bytes area = event.area.empty() ? Bytes{} : to_stored(writer.engine(), event.area);
  rows.add({fact, id, value_of(document), writer.revision(), event.local_id, event.hazard, event.name, event.severity, started,
            ended.empty() ? Value{} : Value{std::string_view{ended}}, area.empty() ? Value{} : Value{std::span<const std::byte>{area}}});
  rows.finish();
  return EventId{id};
}

void add_event_figures(FactWriter& writer, std::span<const EventFigure> figures, DocumentId document) {
  auto rows = writer.rows("event_figure");
  for (const EventFigure& f : figures) {
    const std::string as_of = to_string(f.as_of);
    rows.add({writer.next("event_figure"), f.event.value, f.division.value, value_of(document), writer.revision(), f.stage, as_of, f.indicator, f.value, f.source});
  }
  rows.finish();
}

}  // namespace merestone
