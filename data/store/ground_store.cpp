// SPDX-License-Identifier: Apache-2.0
#include "data/store/ground_store.hpp"

#include "data/store/geometry.hpp"

#include <algorithm>
#include <bit>

namespace merestone {
namespace {

constexpr std::string_view edge_words[] = {"lonlat", "geodesic"};

EdgeKind edges_from(std::string_view word) { return word == edge_words[1] ? EdgeKind::geodesic : EdgeKind::lonlat; }

Stretch stretch_from(const Row& row, Engine engine) {
  return {StretchId{row.integer(0)}, line_from_wkb(from_stored(engine, row.bytes(4))), edges_from(row.text(1)),
          std::string{row.text(2)}, row.real(3)};
}

/// Columns from `c`: number, left, right, claim, document, from, until.
Delimitation delimitation_from(const Row& row, int c, StretchId stretch) {
  Delimitation d{DelimitationId{row.integer(c)}, stretch, DivisionId{row.integer(c + 1)},
                 DivisionId{row.integer(c + 2)}, {}, DocumentId{row.integer(c + 4)}, period_of(row, c + 5)};
  if (!row.is_null(c + 3)) d.claim = ClaimId{row.integer(c + 3)};
  return d;
}

void read_claims(Connection& connection, const Window& window, Snapshot& snapshot) {
  connection.query(statement("claim_list", connection.engine()), window.parameters(), [&](const Row& row) {
    Claim claim{ClaimId{row.integer(0)}, DisputeId{row.integer(1)}, {}, std::string{row.text(3)}};
    if (!row.is_null(2)) claim.claimant = DivisionId{row.integer(2)};
    snapshot.claims.push_back(std::move(claim));
  });
  connection.query(statement("acceptance_list", connection.engine()), window.parameters(), [&](const Row& row) {
    snapshot.acceptances.push_back({std::string{row.text(0)}, DisputeId{row.integer(1)}, ClaimId{row.integer(2)}});
  });
}

/// Stretches, one row for each delimitation of theirs.
void read_ground_rows(Connection& connection, std::string_view name, std::span<const Value> parameters, Snapshot& snapshot) {
  connection.query(statement(name, connection.engine()), parameters, [&](const Row& row) {
    const StretchId id{row.integer(0)};
    if (snapshot.stretches.empty() || snapshot.stretches.back().id != id) {
      snapshot.stretches.push_back(stretch_from(row, connection.engine()));
    }
    snapshot.delimitations.push_back(delimitation_from(row, 5, id));
  });
}

Snapshot read_ground_of(Connection& connection, std::string_view name, std::int64_t id, const AsOf& as_of) {
  Snapshot snapshot;
  const std::string day = to_string(as_of.day);
  const Value parameters[] = {id, as_of.revision, std::string_view{day}};
  read_ground_rows(connection, name, parameters, snapshot);
  return snapshot;
}

/// The box around the cells of an R*Tree node: depth, number of cells, then id and min x, max x, min y, max y of
/// each, big-endian single precision.
Box box_of_node(std::span<const std::byte> node) {
  Box box;
  if (node.size() < 4) return box;
  const auto byte = [&](std::size_t i) { return std::to_integer<std::uint32_t>(node[i]); };
  const auto number = [&](std::size_t i) {
    const std::uint32_t bits = byte(i) << 24 | byte(i + 1) << 16 | byte(i + 2) << 8 | byte(i + 3);
    return static_cast<std::int64_t>(static_cast<double>(std::bit_cast<float>(bits)) * 1e9);
  };
  const std::size_t cells = std::min<std::size_t>(byte(2) << 8 | byte(3), (node.size() - 4) / 24);
  for (std::size_t i = 0; i < cells; ++i) {
    const std::size_t at = 4 + 24 * i + 8;
    box.add(Position{number(at), number(at + 8)});
    box.add(Position{number(at + 4), number(at + 12)});
  }
  return box;
}

}  // namespace

std::vector<Delimitation> read_delimitations(Connection& connection, const Window& window) {
  std::vector<Delimitation> found;
  connection.query(statement("delimitation_list", connection.engine()), window.parameters(), [&](const Row& row) {
    Delimitation d = delimitation_from(row, 1, StretchId{row.integer(1)});
    d.id = DelimitationId{row.integer(0)};
    found.push_back(d);
  });
  return found;
}

Polyline read_path(Connection& connection, StretchId stretch) {
  Polyline path;
  const Value parameters[] = {stretch.value};
  connection.query(statement("stretch_of", connection.engine()), parameters, [&](const Row& row) {
    path = line_from_wkb(from_stored(connection.engine(), row.bytes(0)));
  });
  return path;
}

Snapshot read_ground(Connection& connection, const Window& window) {
  Snapshot snapshot;
  snapshot.delimitations = read_delimitations(connection, window);
  std::vector<StretchId> wanted;
  wanted.reserve(snapshot.delimitations.size());
  for (const Delimitation& d : snapshot.delimitations) wanted.push_back(d.stretch);
  std::sort(wanted.begin(), wanted.end());
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  snapshot.stretches.reserve(wanted.size());
  auto next = wanted.begin();
  const Value parameters[] = {window.revision()};
  connection.query(statement("stretch_list", connection.engine()), parameters, [&](const Row& row) {
    const StretchId id{row.integer(0)};
    while (next != wanted.end() && *next < id) ++next;
    if (next != wanted.end() && *next == id) snapshot.stretches.push_back(stretch_from(row, connection.engine()));
  });
  read_claims(connection, window, snapshot);
  return snapshot;
}

Snapshot read_ground_in(Connection& connection, const Box& box, const AsOf& as_of) {
  Snapshot snapshot;
  const std::string day = to_string(as_of.day);
  const Value parameters[] = {degrees(box.west), degrees(box.south), degrees(box.east), degrees(box.north),
                              as_of.revision, std::string_view{day}};
  read_ground_rows(connection, "ground_in_box", parameters, snapshot);
  read_claims(connection, Window{as_of.revision, as_of.day}, snapshot);
  return snapshot;
}

Snapshot read_ground_of(Connection& connection, DivisionId holder, const AsOf& as_of) {
  return read_ground_of(connection, "ground_of_holder", holder.value, as_of);
}

Snapshot read_ground_of(Connection& connection, DisputeId dispute, const AsOf& as_of) {
  Snapshot snapshot = read_ground_of(connection, "ground_of_dispute", dispute.value, as_of);
  read_claims(connection, Window{as_of.revision, as_of.day}, snapshot);
  return snapshot;
}

std::vector<Delimitation> read_delimitations_of(Connection& connection, StretchId stretch, Revision revision) {
  std::vector<Delimitation> found;
  const Value parameters[] = {stretch.value, revision};
  connection.query(statement("delimitation_of_stretch", connection.engine()), parameters, [&](const Row& row) {
    found.push_back(delimitation_from(row, 1, stretch));
    found.back().id = DelimitationId{row.integer(0)};
  });
  return found;
}

Stretch read_stretch(Connection& connection, StretchId stretch) {
  Stretch found;
  const Value parameters[] = {stretch.value};
  connection.query(statement("stretch_whole", connection.engine()), parameters,
                   [&](const Row& row) { found = stretch_from(row, connection.engine()); });
  return found;
}

Box read_ground_box(Connection& connection) {
  Box box;
  connection.query(statement("ground_box", connection.engine()), {}, [&](const Row& row) {
    if (row.size() == 1) {
      box = box_of_node(row.bytes(0));
    } else if (!row.is_null(0)) {
      box.add(from_degrees(row.real(0), row.real(1)));
      box.add(from_degrees(row.real(2), row.real(3)));
    }
  });
  return box;
}

bool any_ground(Connection& connection, const AsOf& as_of) {
  bool any = false;
  const std::string day = to_string(as_of.day);
  const Value parameters[] = {as_of.revision, std::string_view{day}};
  connection.query(statement("ground_any", connection.engine()), parameters, [&](const Row&) { any = true; });
  return any;
}

std::vector<DivisionId> read_ground_holders(Connection& connection, const Window& window) {
  std::vector<DivisionId> holders;
  connection.query(statement("ground_holders", connection.engine()), window.parameters(),
                   [&](const Row& row) { holders.push_back(DivisionId{row.integer(0)}); });
  std::sort(holders.begin(), holders.end());
  return holders;
}

StretchId add_stretches(FactWriter& writer, std::span<const NewStretch> stretches) {
  auto rows = writer.rows("stretch");
  StretchId first;
  for (const NewStretch& s : stretches) {
    const std::int64_t id = writer.next("stretch");
    if (first.value == 0) first = StretchId{id};
    const Bytes path = to_stored(writer.engine(), s.path);
    rows.add({id, writer.revision(), edge_words[static_cast<std::size_t>(s.edges)], s.carrier, s.accuracy_m, path});
  }
  rows.finish();
  return first;
}

void add_delimitations(FactWriter& writer, std::span<const Delimitation> delimitations) {
  auto rows = writer.rows("delimitation");
  PeriodText valid;
  for (const Delimitation& d : delimitations) {
    valid.set(d.valid);
    rows.add({writer.next("delimitation"), d.stretch.value, value_of(d.left), value_of(d.right),
              value_of(d.claim.value_or(ClaimId{})), value_of(d.document), writer.revision(), valid.from, valid.until});
  }
  rows.finish();
}

DisputeId add_dispute(FactWriter& writer, const std::string& title, const Period& valid) {
  const DisputeId id{writer.next("dispute")};
  PeriodText days;
  days.set(valid);
  auto rows = writer.rows("dispute");
  rows.add({id.value, writer.revision(), days.from, days.until, title});
  rows.finish();
  return id;
}

ClaimId add_claim(FactWriter& writer, const Claim& claim, const Period& valid) {
  const ClaimId id{writer.next("claim")};
  PeriodText days;
  days.set(valid);
  auto rows = writer.rows("claim");
  rows.add({id.value, claim.dispute.value, value_of(claim.claimant.value_or(DivisionId{})), writer.revision(),
            days.from, days.until, claim.title});
  rows.finish();
  return id;
}

void add_acceptance(FactWriter& writer, const Acceptance& acceptance, const Period& valid) {
  PeriodText days;
  days.set(valid);
  auto rows = writer.rows("acceptance");
  rows.add({writer.next("acceptance"), acceptance.viewer, acceptance.dispute.value, acceptance.claim.value,
            writer.revision(), days.from, days.until});
  rows.finish();
}

}  // namespace merestone
