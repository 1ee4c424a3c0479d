// SPDX-License-Identifier: Apache-2.0
#include "data/store/outcome_store.hpp"

#include "data/store/geometry.hpp"

namespace merestone {
namespace {

Position position_of(const Row& row, int column, Engine engine) { return point_from_wkb(from_stored(engine, row.bytes(column))); }

void read_parts(Connection& connection, std::int64_t number, Revision revision, Outcome& outcome) {
  const Value which[] = {revision, number};
  connection.query(statement("outcome_signatory_list", connection.engine()), which, [&](const Row& row) {
    outcome.signatories.push_back({std::string{row.text(2)}, std::string{row.text(3)}, DivisionId{row.integer(1)}, parse_date(row.text(4))});
  });
  connection.query(statement("outcome_village_list", connection.engine()), which, [&](const Row& row) {
    outcome.moved.push_back({std::string{row.text(3)}, position_of(row, 4, connection.engine()), DivisionId{row.integer(1)},
                             DivisionId{row.integer(2)}});
  });
  connection.query(statement("outcome_point_list", connection.engine()), which, [&](const Row& row) {
    outcome.points.push_back({std::string{row.text(2)}, position_of(row, 4, connection.engine()), std::string{row.text(3)}});
  });
}

}  // namespace

std::vector<Kept<RecordedOutcome>> read_outcomes(Connection& connection, DisputeId dispute, Revision revision) {
  std::vector<Kept<RecordedOutcome>> all;
  const Value parameters[] = {revision, dispute.value};
  connection.query(statement("outcome_list", connection.engine()), parameters, [&](const Row& row) {
    Outcome one;
    one.dispute = dispute;
    one.document = DocumentId{row.integer(1)};
    one.approval = DocumentId{row.integer(2)};
    one.survey = DocumentId{row.integer(3)};
    one.mode = outcome_mode(row.text(4)).value_or(OutcomeMode::agreement);
    one.decided = parse_date(row.text(5));
    one.effective = parse_date(row.text(6));
    if (!row.is_null(7)) one.approved = parse_date(row.text(7));
    one.map_title = std::string{row.text(8)};
    one.map_scale = row.integer(9);
    one.obligations = std::string{row.text(10)};
    one.archive = std::string{row.text(11)};
    all.push_back({row.integer(0), {std::move(one), std::string{row.text(12)}}});
  });
  for (auto& [number, recorded] : all) read_parts(connection, number, revision, recorded.outcome);
  return all;
}

Revision outcome_revision(Connection& connection, DisputeId dispute, DocumentId document) {
  Revision revision = 0;
  const Value parameters[] = {dispute.value, document.value};
  connection.query(statement("outcome_revision", connection.engine()), parameters, [&](const Row& row) { revision = row.integer(0); });
  return revision;
}

void add_outcome(FactWriter& writer, const RecordedOutcome& recorded) {
  const Outcome& o = recorded.outcome;
  const std::string decided = to_string(o.decided), effective = to_string(o.effective);
  const std::string approved = o.approved ? to_string(*o.approved) : "";
  Value approved_value;
  if (o.approved) approved_value = std::string_view{approved};
  const std::int64_t number = writer.next("outcome");
  auto outcomes = writer.rows("outcome");
  outcomes.add({number, o.dispute.value, o.document.value, value_of(o.approval), value_of(o.survey), writer.revision(),
                word_of(o.mode), decided, effective, approved_value, o.map_title, o.map_scale, o.obligations, o.archive,
                recorded.tiles});
  outcomes.finish();
  auto signatories = writer.rows("outcome_signatory");
  for (const Signatory& s : o.signatories) {
    const std::string day = to_string(s.signed_on);
    signatories.add({writer.next("outcome_signatory"), number, value_of(s.party), writer.revision(), s.name, s.capacity, day});
  }
  signatories.finish();
  auto villages = writer.rows("outcome_village");
  for (const MovedVillage& village : o.moved) {
    const Bytes position = to_stored(writer.engine(), village.position);
    villages.add({writer.next("outcome_village"), number, village.from.value, village.to.value, writer.revision(),
                  village.name, position});
  }
  villages.finish();
  auto points = writer.rows("outcome_point");
  std::int64_t ordinal = 0;
  for (const TurningPoint& point : o.points) {
    const Bytes position = to_stored(writer.engine(), point.position);
    points.add({writer.next("outcome_point"), number, ++ordinal, writer.revision(), point.number, point.monument, position});
  }
  points.finish();
}

std::vector<Filing> read_filings(Connection& connection, DisputeId dispute, Revision revision) {
  std::vector<Filing> all;
  const Value parameters[] = {revision, dispute.value};
  connection.query(statement("filing_list", connection.engine()), parameters, [&](const Row& row) {
    all.push_back({std::string{row.text(2)}, parse_date(row.text(3)), std::string{row.text(4)}, DocumentId{row.integer(1)}});
  });
  return all;
}

void add_filing(FactWriter& writer, DisputeId dispute, const Filing& filing) {
  const std::string filed = to_string(filing.filed);
  auto rows = writer.rows("filing");
  rows.add({writer.next("filing"), dispute.value, value_of(filing.document), writer.revision(), filing.recipient, filed, filing.receipt});
  rows.finish();
}

}  // namespace merestone
