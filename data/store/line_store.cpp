// SPDX-License-Identifier: Apache-2.0
#include "data/store/line_store.hpp"

#include "data/store/geometry.hpp"

#include <algorithm>

namespace merestone {

namespace {

std::vector<Kept<BoundaryLine>> versions(Connection& connection, std::string_view name, std::span<const Value> parameters) {
  std::vector<Kept<BoundaryLine>> lines;
  connection.query(statement(name, connection.engine()), parameters, [&](const Row& row) {
    lines.push_back({row.integer(0),
                     {BoundaryLineId{row.integer(1)}, std::string{row.text(5)}, DivisionId{row.integer(2)},
                      DivisionId{row.integer(3)}, static_cast<Level>(row.integer(4)), {}, period_of(row, 6)}});
  });
  return lines;
}

std::vector<Kept<LinePart>> parts(Connection& connection, std::string_view name, std::span<const Value> parameters) {
  std::vector<Kept<LinePart>> found;
  connection.query(statement(name, connection.engine()), parameters, [&](const Row& row) {
    found.push_back({row.integer(0),
                     {BoundaryLineId{row.integer(1)}, row.integer(2),
                      {StretchId{row.integer(3)}, row.integer(4) != 0}, period_of(row, 5)}});
  });
  return found;
}

void add_ids(Connection& connection, std::string_view name, std::span<const Value> parameters, std::set<BoundaryLineId>& lines) {
  connection.query(statement(name, connection.engine()), parameters,
                   [&](const Row& row) { lines.insert(BoundaryLineId{row.integer(0)}); });
}

}  // namespace

std::vector<Kept<BoundaryLine>> read_line_versions(Connection& connection, const Window& window) {
  return versions(connection, "boundary_line_list", window.parameters());
}

std::vector<Kept<LinePart>> read_line_parts(Connection& connection, const Window& window) {
  return parts(connection, "boundary_line_part_list", window.parameters());
}

std::vector<Kept<BoundaryLine>> read_line_versions(Connection& connection, BoundaryLineId line, Revision revision) {
  const Value parameters[] = {line.value, revision};
  return versions(connection, "boundary_line_version_of", parameters);
}

std::vector<Kept<LinePart>> read_line_parts(Connection& connection, BoundaryLineId line, Revision revision) {
  const Value parameters[] = {line.value, revision};
  return parts(connection, "boundary_line_part_of", parameters);
}

void add_lines_along(Connection& connection, StretchId stretch, Revision revision, std::set<BoundaryLineId>& lines) {
  const Value parameters[] = {stretch.value, revision};
  add_ids(connection, "boundary_line_along", parameters, lines);
}

void add_lines_of_pair(Connection& connection, DivisionId one, DivisionId other, Level level, std::set<BoundaryLineId>& lines) {
  const Value parameters[] = {one.value, other.value, std::int64_t{level}};
  add_ids(connection, "boundary_line_of_pair", parameters, lines);
}

std::vector<BoundaryLine> read_lines(Connection& connection, const Window& window) {
  std::vector<BoundaryLine> lines;
  for (Kept<BoundaryLine>& kept : read_line_versions(connection, window)) lines.push_back(std::move(kept.fact));
  auto line = lines.begin();  // both lists are in the order of the lines' ids
  for (const Kept<LinePart>& kept : read_line_parts(connection, window)) {
    while (line != lines.end() && line->id < kept.fact.line) ++line;
    if (line != lines.end() && line->id == kept.fact.line) line->parts.push_back(kept.fact.part);
  }
  return lines;
}

LinePath read_line_path(Connection& connection, const Window& window, BoundaryLineId line) {
  const auto asked = window.parameters();
  const Value parameters[] = {asked[0], asked[1], asked[2], line.value};
  LinePath path;
  connection.query(statement("line_path", connection.engine()), parameters, [&](const Row& row) {
    Polyline piece = line_from_wkb(from_stored(connection.engine(), row.bytes(2)));
    if (row.integer(0) == 0) std::reverse(piece.begin(), piece.end());
    if (row.text(1) == "geodesic") path.edges = EdgeKind::geodesic;
    path.pieces.push_back(std::move(piece));
  });
  return path;
}

void add_lines(FactWriter& writer, std::vector<BoundaryLine>& lines) {
  std::int64_t number = writer.last("boundary_line");
  for (BoundaryLine& line : lines) line.id = BoundaryLineId{++number};
  add_line_versions(writer, lines);
}

void add_line_versions(FactWriter& writer, const std::vector<BoundaryLine>& lines) {
  auto rows = writer.rows("boundary_line");
  PeriodText valid;
  for (const BoundaryLine& line : lines) {
    valid.set(line.valid);
    rows.add({writer.next("boundary_line"), line.id.value, line.left.value, line.right.value, std::int64_t{line.level},
              writer.revision(), valid.from, valid.until, line.name});
  }
  rows.finish();
}

void add_line_parts(FactWriter& writer, const std::vector<LinePart>& parts) {
  auto rows = writer.rows("boundary_line_part");
  PeriodText valid;
  for (const LinePart& p : parts) {
    valid.set(p.valid);
    rows.add({writer.next("boundary_line_part"), p.line.value, p.ordinal, p.part.stretch.value,
              std::int64_t{p.part.forward}, writer.revision(), valid.from, valid.until});
  }
  rows.finish();
}

}  // namespace merestone
