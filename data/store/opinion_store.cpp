// SPDX-License-Identifier: Apache-2.0
#include "data/store/opinion_store.hpp"

#include "data/store/geometry.hpp"

#include <algorithm>

namespace merestone {

std::vector<Kept<LineOpinion>> read_opinions(Connection& connection, DisputeId dispute, Revision revision) {
  std::vector<Kept<LineOpinion>> all;
  const Value parameters[] = {revision, dispute.value};
  connection.query(statement("line_opinion_list", connection.engine()), parameters, [&](const Row& row) {
    LineOpinion one;
    one.id = LineOpinionId{row.integer(1)};
    one.dispute = dispute;
    one.holder = DivisionId{row.integer(2)};
    one.left = DivisionId{row.integer(3)};
    one.right = DivisionId{row.integer(4)};
    one.document = DocumentId{row.integer(5)};
    one.supersedes = LineOpinionId{row.integer(6)};
    one.valid = period_of(row, 7);
    one.kind = opinion_kind(row.text(9)).value_or(OpinionKind::claim);
    one.title = std::string{row.text(10)};
    one.method = std::string{row.text(11)};
    one.accuracy_m = row.real(12);
    if (!row.is_null(13)) one.path = line_from_wkb(from_stored(connection.engine(), row.bytes(13)));
    if (!row.is_null(14)) one.area = polygons_from_wkb(from_stored(connection.engine(), row.bytes(14)));
    all.push_back({row.integer(0), std::move(one)});
  });
  connection.query(statement("opinion_evidence_list", connection.engine()), parameters, [&](const Row& row) {
    const LineOpinionId id{row.integer(0)};
    const auto at = std::find_if(all.begin(), all.end(), [&](const auto& kept) { return kept.fact.id == id; });
    if (at != all.end()) at->fact.evidence.push_back(EvidenceId{row.integer(1)});
  });
  return all;
}

namespace {

void add_row(FactWriter& writer, std::int64_t fact, LineOpinionId id, const LineOpinion& o) {
  PeriodText valid;
  valid.set(o.valid);
  Bytes path, area;
  Value path_value, area_value;
  if (!o.path.empty()) {
    path = to_stored(writer.engine(), std::span{o.path});
    path_value = std::span<const std::byte>{path};
  }
  if (!o.area.empty()) {
    area = to_stored(writer.engine(), o.area);
    area_value = std::span<const std::byte>{area};
  }
  auto rows = writer.rows("line_opinion");
  rows.add({fact, id.value, o.dispute.value, value_of(o.holder), value_of(o.left), value_of(o.right),
            value_of(o.document), value_of(o.supersedes), writer.revision(), valid.from, valid.until, word_of(o.kind),
            o.title, o.method, o.accuracy_m, path_value, area_value});
  rows.finish();
}

}  // namespace

LineOpinionId add_opinion(FactWriter& writer, const LineOpinion& o) {
  const LineOpinionId id{writer.next("line_opinion")};
  add_row(writer, id.value, id, o);
  auto rests_on = writer.rows("opinion_evidence");
  for (const EvidenceId evidence : o.evidence) {
    rests_on.add({writer.next("opinion_evidence"), id.value, evidence.value, writer.revision()});
  }
  rests_on.finish();
  return id;
}

void end_opinion(FactWriter& writer, const Kept<LineOpinion>& kept, Date until) {
  if (kept.fact.valid.from >= until || kept.fact.valid.until <= until) return;
  LineOpinion ended = kept.fact;
  ended.valid.until = until;
  renew_opinion(writer, kept, ended);
}

void renew_opinion(FactWriter& writer, const Kept<LineOpinion>& kept, const LineOpinion& version) {
  writer.supersede("line_opinion", {kept.number});
  add_row(writer, writer.next("line_opinion"), kept.fact.id, version);
}

std::vector<Kept<ClaimRest>> read_claim_rests(Connection& connection, DisputeId dispute, Revision revision) {
  std::vector<Kept<ClaimRest>> rests;
  const Value parameters[] = {revision, dispute.value};
  connection.query(statement("claim_rest_list", connection.engine()), parameters, [&](const Row& row) {
    rests.push_back({row.integer(0), {ClaimId{row.integer(1)}, period_of(row, 2)}});
  });
  return rests;
}

void add_claim_rest(FactWriter& writer, const ClaimRest& rest) {
  PeriodText days;
  days.set(rest.days);
  auto rows = writer.rows("claim_rest");
  rows.add({writer.next("claim_rest"), rest.claim.value, writer.revision(), days.from, days.until});
  rows.finish();
}

std::vector<Claim> read_claims_of(Connection& connection, DisputeId dispute, Revision revision) {
  std::vector<Claim> claims;
  connection.query(statement("claim_list", connection.engine()), Window{revision}.parameters(), [&](const Row& row) {
    if (DisputeId{row.integer(1)} != dispute) return;
    Claim claim{ClaimId{row.integer(0)}, dispute, {}, std::string{row.text(3)}};
    if (!row.is_null(2)) claim.claimant = DivisionId{row.integer(2)};
    claims.push_back(std::move(claim));
  });
  return claims;
}

std::unordered_set<ClaimId> read_claims_on_the_ground(Connection& connection, Revision revision) {
  std::unordered_set<ClaimId> claims;
  connection.query(statement("claim_list", connection.engine()), Window{revision}.parameters(), [&](const Row& row) {
    if (row.is_null(2)) claims.insert(ClaimId{row.integer(0)});
  });
  return claims;
}

Box read_dispute_box(Connection& connection, DisputeId dispute, const Window& window) {
  Box box;
  const auto [revision, from, to] = window.parameters();
  const Value parameters[] = {revision, from, to, dispute.value};
  connection.query(statement("stretch_of_dispute", connection.engine()), parameters, [&](const Row& row) {
    box.add(box_of(line_from_wkb(from_stored(connection.engine(), row.bytes(0)))));
  });
  return box;
}

std::vector<Kept<Acceptance>> read_acceptances(Connection& connection, const Window& window) {
  std::vector<Kept<Acceptance>> all;
  connection.query(statement("acceptance_list", connection.engine()), window.parameters(), [&](const Row& row) {
    all.push_back({row.integer(3), {std::string{row.text(0)}, DisputeId{row.integer(1)}, ClaimId{row.integer(2)}}});
  });
  return all;
}

std::vector<Kept<Perspective>> read_perspectives(Connection& connection, const Window& window) {
  std::vector<Kept<Perspective>> all;
  connection.query(statement("perspective_list", connection.engine()), window.parameters(), [&](const Row& row) {
    using Stance = Perspective::Stance;
    all.push_back({row.integer(0),
                   {ClaimId{row.integer(1)}, std::string{row.text(2)},
                    row.text(3) == "accepted" ? Stance::accepted : Stance::disputed, std::string{row.text(4)}, period_of(row, 5)}});
  });
  return all;
}

void add_perspective(FactWriter& writer, const Perspective& said) {
  PeriodText valid;
  valid.set(said.valid);
  auto rows = writer.rows("perspective");
  rows.add({writer.next("perspective"), said.claim.value, writer.revision(), valid.from, valid.until, said.viewer,
            said.stance == Perspective::Stance::accepted ? std::string_view{"accepted"} : std::string_view{"disputed"},
            said.drawn_as});
  rows.finish();
}

}  // namespace merestone
