// SPDX-License-Identifier: Apache-2.0
#include "data/store/case_store.hpp"

#include "data/store/optional_values.hpp"

#include <algorithm>
#include <array>

namespace merestone {
namespace {

std::array<Value, 2> of_case(Revision revision, DisputeId dispute) { return {revision, dispute.value}; }

}  // namespace

std::vector<Kept<DisputeCase>> read_cases(Connection& connection, Revision revision) {
  std::vector<Kept<DisputeCase>> cases;
  const Value parameters[] = {revision};
  connection.query(statement("dispute_case_list", connection.engine()), parameters, [&](const Row& row) {
    const auto text = [&](int column) { return std::string{row.text(column)}; };
    DisputeCase one;
    one.dispute = DisputeId{row.integer(1)};
    one.number = text(2);
    one.title = text(3);
    one.procedure = text(4);
    one.level = static_cast<Level>(row.integer(5));
    one.reported = parse_date(row.text(6));
    one.arose = day_at(row, 7);
    one.triage = text(8);
    one.triage_reason = text(9);
    cases.push_back({row.integer(0), std::move(one)});
  });
  for (auto& numbered : cases) {
    auto& one = numbered.fact;
    const auto which = of_case(revision, one.dispute);
    connection.query(statement("dispute_party_list", connection.engine()), which,
                     [&](const Row& row) { one.parties.push_back(DivisionId{row.integer(1)}); });
    connection.query(statement("case_step_list", connection.engine()), which, [&](const Row& row) {
      one.steps.push_back({std::string{row.text(1)}, parse_date(row.text(2)), DocumentId{row.integer(3)}, std::string{row.text(4)}});
    });
    connection.query(statement("case_last_revision", connection.engine()), which,
                     [&](const Row& row) { one.revision = row.integer(0); });
  }
  return cases;
}

void add_case(FactWriter& writer, const DisputeCase& one) {
  const std::string reported = to_string(one.reported);
  const DayValue arose{one.arose};
  auto rows = writer.rows("dispute_case");
  rows.add({writer.next("dispute_case"), one.dispute.value, writer.revision(), one.number, one.title, one.procedure,
            std::int64_t{one.level}, reported, arose.value(), one.triage, one.triage_reason});
  rows.finish();
}

void add_parties(FactWriter& writer, DisputeId dispute, std::span<const DivisionId> parties, Date joined) {
  const std::string day = to_string(joined);
  auto rows = writer.rows("dispute_party");
  for (const DivisionId party : parties) {
    rows.add({writer.next("dispute_party"), dispute.value, party.value, writer.revision(), day});
  }
  rows.finish();
}

void add_step(FactWriter& writer, DisputeId dispute, const CaseStep& step) {
  const std::string day = to_string(step.day);
  auto rows = writer.rows("case_step");
  rows.add({writer.next("case_step"), dispute.value, writer.revision(), step.state, day, value_of(step.document), step.note});
  rows.finish();
}

std::vector<OfficeClock> read_office_clocks(Connection& connection, Revision revision) {
  std::vector<OfficeClock> clocks;
  const Value parameters[] = {revision};
  connection.query(statement("office_clock_list", connection.engine()), parameters, [&](const Row& row) {
    clocks.push_back({std::string{row.text(1)}, std::string{row.text(2)}, static_cast<int>(row.integer(3))});
  });
  return clocks;
}

void set_office_clock(FactWriter& writer, Revision before, const OfficeClock& clock) {
  std::vector<std::int64_t> replaced;
  const Value parameters[] = {before};
  writer.connection().query(statement("office_clock_list", writer.engine()), parameters, [&](const Row& row) {
    if (row.text(1) == clock.procedure && row.text(2) == clock.state) replaced.push_back(row.integer(0));
  });
  writer.supersede("office_clock", std::move(replaced));
  auto rows = writer.rows("office_clock");
  rows.add({writer.next("office_clock"), writer.revision(), clock.procedure, clock.state, std::int64_t{clock.days}});
  rows.finish();
}

std::vector<Kept<Evidence>> read_evidence(Connection& connection, DisputeId dispute, Revision revision) {
  std::vector<Kept<Evidence>> all;
  connection.query(statement("evidence_list", connection.engine()), of_case(revision, dispute), [&](const Row& row) {
    const auto text = [&](int column) { return std::string{row.text(column)}; };
    Evidence one;
    one.id = EvidenceId{row.integer(1)};
    one.dispute = dispute;
    one.party = DivisionId{row.integer(2)};
    one.document = DocumentId{row.integer(3)};
    one.item = text(4);
    one.kind = text(5);
    one.confirmed = text(6);
    one.original = row.integer(7) != 0;
    one.sealed = row.integer(8) != 0;
    one.both_sides = row.integer(9) != 0;
    one.shows_administration = row.integer(10) != 0;
    one.map_scale = row.integer(11);
    one.crs = text(12);
    one.rmse_m = row.real(13);
    one.proves = text(14);
    one.objection = text(15);
    one.finding = text(16);
    all.push_back({row.integer(0), std::move(one)});
  });
  return all;
}

EvidenceId add_evidence(FactWriter& writer, const Evidence& e) {
  const std::int64_t fact = writer.next("evidence");
  const EvidenceId id = e.id.value == 0 ? EvidenceId{fact} : e.id;
  auto rows = writer.rows("evidence");
  rows.add({fact, id.value, e.dispute.value, value_of(e.party), e.document.value, writer.revision(), e.item, e.kind,
            e.confirmed, std::int64_t{e.original}, std::int64_t{e.sealed}, std::int64_t{e.both_sides},
            std::int64_t{e.shows_administration}, e.map_scale, e.crs, e.rmse_m, e.proves, e.objection, e.finding});
  rows.finish();
  return id;
}

std::vector<Sighting> read_sightings(Connection& connection, DisputeId dispute, Revision revision) {
  std::vector<Sighting> all;
  connection.query(statement("sighting_list", connection.engine()), of_case(revision, dispute), [&](const Row& row) {
    Sighting one;
    one.by = DivisionId{row.integer(1)};
    one.document = DocumentId{row.integer(2)};
    one.kind = sighting_kind(row.text(3)).value_or(SightingKind::building);
    one.name = std::string{row.text(4)};
    one.seen = parse_date(row.text(5));
    one.not_yet_there = day_at(row, 6);
    one.source = std::string{row.text(7)};
    one.position = point_from_wkb(from_stored(connection.engine(), row.bytes(8)));
    all.push_back(std::move(one));
  });
  return all;
}

void add_sighting(FactWriter& writer, DisputeId dispute, const Sighting& sighting) {
  const std::string seen = to_string(sighting.seen);
  const DayValue before{sighting.not_yet_there};
  const Bytes position = to_stored(writer.engine(), sighting.position);
  auto rows = writer.rows("sighting");
  rows.add({writer.next("sighting"), dispute.value, value_of(sighting.by), value_of(sighting.document), writer.revision(),
            word_of(sighting.kind), sighting.name, seen, before.value(), sighting.source, position});
  rows.finish();
}

}  // namespace merestone
