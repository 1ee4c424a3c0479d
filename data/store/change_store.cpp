// SPDX-License-Identifier: Apache-2.0
#include "data/store/change_store.hpp"

#include "data/store/optional_values.hpp"

#include <algorithm>
#include <stdexcept>

namespace merestone {
namespace {

ChangeKind kind_from(std::string_view word) {
  const auto found = std::find_if(change_kinds.begin(), change_kinds.end(), [&](ChangeKind k) { return word_of(k) == word; });
  if (found == change_kinds.end()) throw std::logic_error{"a change of no known kind"};
  return *found;
}

}  // namespace

std::vector<KeptPackFile> read_pack_files(Connection& connection, Revision revision) {
  std::vector<KeptPackFile> files;
  const Value parameters[] = {revision};
  connection.query(statement("project_pack_list", connection.engine()), parameters, [&](const Row& row) {
    files.push_back({std::string{row.text(0)}, std::string{row.text(1)}, std::string{row.text(2)}});
  });
  return files;
}

void add_pack_files(FactWriter& writer, const std::vector<KeptPackFile>& files) {
  auto rows = writer.rows("project_pack");
  for (const KeptPackFile& file : files) {
    rows.add({writer.next("project_pack"), writer.revision(), file.pack, file.file, file.content});
  }
  rows.finish();
}

std::vector<Kept<ChangeEvent>> read_change_events(Connection& connection, Revision revision) {
  std::vector<Kept<ChangeEvent>> events;
  const Value parameters[] = {revision};
  connection.query(statement("change_event_list", connection.engine()), parameters, [&](const Row& row) {
    Kept<ChangeEvent>& kept = events.emplace_back();
    kept.number = row.integer(0);
    kept.fact = {ChangeEventId{row.integer(1)}, std::string{row.text(2)}, std::string{row.text(3)}, std::string{row.text(4)},
                 {day_at(row, 5), day_at(row, 6), day_at(row, 7), day_at(row, 8), day_at(row, 9)},
                 row.integer(10) != 0, std::string{row.text(11)}, DocumentId{row.integer(12)}};
  });
  return events;
}

std::vector<ChangePart> read_change_parts(Connection& connection, Revision revision) {
  std::vector<ChangePart> parts;
  const Value parameters[] = {revision};
  connection.query(statement("change_part_list", connection.engine()), parameters, [&](const Row& row) {
    parts.push_back({ChangeEventId{row.integer(0)}, static_cast<int>(row.integer(1)), kind_from(row.text(2)),
                     DivisionId{row.integer(3)}, DivisionId{row.integer(4)}, std::string{row.text(5)}, std::string{row.text(6)}});
  });
  return parts;
}

ChangeEventId add_change_event(FactWriter& writer, const ChangeEvent& event) {
  auto rows = writer.rows("change_event");
  const std::int64_t number = writer.next("change_event");
  const std::int64_t id = event.id.value == 0 ? number : event.id.value;
  const DayValue approved{event.dates.approved}, announced{event.dates.announced}, effective{event.dates.effective},
      completed{event.dates.completed}, published{event.dates.code_published};
  rows.add({number, id, writer.revision(), event.title, event.pack, event.authority, approved.value(), announced.value(),
            effective.value(), completed.value(), published.value(), std::int64_t{event.extended}, event.note,
            value_of(event.document)});
  rows.finish();
  return ChangeEventId{id};
}

void add_change_parts(FactWriter& writer, const std::vector<ChangePart>& parts) {
  auto rows = writer.rows("change_part");
  for (const ChangePart& part : parts) {
    rows.add({writer.next("change_part"), part.event.value, std::int64_t{part.ordinal}, word_of(part.kind),
              part.division.value, value_of(part.other), writer.revision(), part.before, part.after});
  }
  rows.finish();
}

std::vector<SuccessionShare> read_shares(Connection& connection, Revision revision) {
  std::vector<SuccessionShare> shares;
  const Value parameters[] = {revision};
  connection.query(statement("succession_share_list", connection.engine()), parameters, [&](const Row& row) {
    shares.push_back({static_cast<std::size_t>(row.integer(0)), ChangeEventId{row.integer(1)}, row.text(2) == "whole",
                      real_at(row, 3), real_at(row, 4)});
  });
  return shares;
}

void add_shares(FactWriter& writer, const std::vector<SuccessionShare>& shares, std::int64_t first) {
  auto rows = writer.rows("succession_share");
  for (const SuccessionShare& share : shares) {
    const std::string_view relation = share.whole ? "whole" : "part";
    rows.add({writer.next("succession_share"), first + static_cast<std::int64_t>(share.succession), value_of(share.event),
              writer.revision(), relation, value_of(share.area_share), value_of(share.people_share)});
  }
  rows.finish();
}

std::vector<Kept<DivisionSeat>> read_seats(Connection& connection, const Window& window) {
  std::vector<Kept<DivisionSeat>> seats;
  connection.query(statement("division_seat_list", connection.engine()), window.parameters(), [&](const Row& row) {
    Kept<DivisionSeat>& kept = seats.emplace_back();
    kept.number = row.integer(0);
    kept.fact = {DivisionId{row.integer(1)}, {std::string{row.text(2)}, {}}, period_of(row, 3)};
    if (!row.is_null(5) && !row.is_null(6)) kept.fact.seat.at = Place{row.real(5), row.real(6)};
  });
  return seats;
}

void add_seats(FactWriter& writer, const std::vector<DivisionSeat>& seats) {
  auto rows = writer.rows("division_seat");
  PeriodText valid;
  for (const DivisionSeat& seat : seats) {
    valid.set(seat.valid);
    const auto& at = seat.seat.at;
    rows.add({writer.next("division_seat"), seat.division.value, writer.revision(), valid.from, valid.until, seat.seat.name,
              value_of(at ? std::optional{at->lon} : std::nullopt), value_of(at ? std::optional{at->lat} : std::nullopt)});
  }
  rows.finish();
}

std::vector<GroundUse> read_ground_uses(Connection& connection, const Window& window) {
  std::vector<GroundUse> uses;
  connection.query(statement("ground_use_list", connection.engine()), window.parameters(), [&](const Row& row) {
    uses.push_back({DivisionId{row.integer(0)}, DivisionId{row.integer(1)}, std::string{row.text(2)},
                    polygons_from_wkb(from_stored(connection.engine(), row.bytes(6))), period_of(row, 3),
                    DocumentId{row.integer(5)}});
  });
  return uses;
}

void add_ground_use(FactWriter& writer, const GroundUse& use) {
  auto rows = writer.rows("ground_use");
  PeriodText valid;
  valid.set(use.valid);
  const Bytes shape = to_stored(writer.engine(), use.shape);
  rows.add({writer.next("ground_use"), use.holder.value, use.user.value, writer.revision(), valid.from, valid.until, use.title,
            value_of(use.document), shape});
  rows.finish();
}

}  // namespace merestone
