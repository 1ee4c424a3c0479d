// SPDX-License-Identifier: Apache-2.0
#include "cli/report/report_lines.hpp"

#include "gis/boundaries/course.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <tuple>
#include <unordered_map>

namespace merestone {
namespace {

constexpr std::size_t no_line = static_cast<std::size_t>(-1);

/// What the record says of each stretch.
class StretchRecord {
 public:
  explicit StretchRecord(const ReportFacts& facts) {
    for (const Stretch& stretch : facts.snapshot.stretches) stretch_[stretch.id] = &stretch;
    for (const Delimitation& said : facts.snapshot.delimitations) said_[said.stretch].push_back(&said);
    for (std::size_t i = 0; i < facts.lines.size(); ++i) {
      for (const BoundaryLine::Part& part : facts.lines[i].parts) {
        const auto [at, fresh] = line_.try_emplace(part.stretch, i);
        if (!fresh && facts.lines[i].level < facts.lines[at->second].level) at->second = i;
      }
    }
  }
  const Stretch* stretch(StretchId id) const {
    const auto at = stretch_.find(id);
    return at == stretch_.end() ? nullptr : at->second;
  }
  std::size_t line(StretchId id) const {
    const auto at = line_.find(id);
    return at == line_.end() ? no_line : at->second;
  }
  const std::vector<const Delimitation*>& said(StretchId id) const {
    static const std::vector<const Delimitation*> nothing;
    const auto at = said_.find(id);
    return at == said_.end() ? nothing : at->second;
  }

 private:
  std::unordered_map<StretchId, const Stretch*> stretch_;
  std::unordered_map<StretchId, std::vector<const Delimitation*>> said_;
  std::unordered_map<StretchId, std::size_t> line_;
};

/// One walk along one line without interruption.
struct Run {
  std::vector<const BorderSide*> sides{};
  std::int64_t length_um = 0;
};

struct Row {
  Holders beyond{};
  std::size_t line = no_line;
  Level level = 0;
  std::vector<Run> runs{};
};

using Key = std::tuple<std::size_t, Level, Holders>;

/// The position of a path nearest to half of its length.
Position middle_of(const Polyline& path) {
  const std::int64_t half_um = measure(path).length_um / 2;
  std::int64_t walked_um = 0;
  for (std::size_t i = 1; i < path.size(); ++i) {
    walked_um += measure(std::span{path}.subspan(i - 1, 2)).length_um;
    if (walked_um >= half_um) return path[i];
  }
  return path.back();
}

Polyline path_of(const Territory& territory, const Run& run) {
  Polyline path;
  for (const BorderSide* side : run.sides) {
    const auto part = territory.mesh.path(side->arc);
    Polyline walked(part.begin(), part.end());
    if (!side->forward) std::reverse(walked.begin(), walked.end());
    path.insert(path.end(), walked.begin() + (path.empty() ? 0 : 1), walked.end());
  }
  return path;
}

}  // namespace

void add_lines(BoundaryReport& report, const ReportGround& ground, const std::vector<EdgeKind>& edges,
               const ReportFacts& facts) {
  const Territory& territory = facts.territory;
  const StretchRecord record{facts};
  const ArcLevels levels{territory, facts.divisions};
  std::vector<Row> rows;
  std::map<Key, std::size_t> row_of;
  std::map<Holders, std::int64_t> shared_um;
  std::int64_t perimeter_um = 0;

  for (const std::vector<BorderSide>& walk : ground.walks) {
    const auto key_of = [&](const BorderSide& side) {
      const std::size_t line = record.line(territory.stretches[side.arc]);
      const Level level = line != no_line         ? facts.lines[line].level
                          : side.beyond.empty() ? 0  // where the record ends, no level is known
                                                : levels.of(territory.mesh.arcs[side.arc]);
      return Key{line, level, side.beyond};
    };
    // A walk has no beginning: start where the line at the northernmost point begins.
    std::size_t back = 0;
    while (back < walk.size() && key_of(walk[(walk.size() - back) % walk.size()]) == key_of(walk[walk.size() - 1 - back])) ++back;
    const std::size_t start = (walk.size() - back) % walk.size();
    std::optional<Key> key;
    Position reached{};
    for (std::size_t i = 0; i < walk.size(); ++i) {
      const BorderSide& side = walk[(start + i) % walk.size()];
      const std::int64_t length_um = measure(territory.mesh.path(side.arc), edges[side.arc]).length_um;
      perimeter_um += length_um;
      shared_um[side.beyond] += length_um;
      Key now = key_of(side);
      const auto [at, fresh] = row_of.try_emplace(now, rows.size());
      if (fresh) rows.push_back({side.beyond, std::get<0>(now), std::get<1>(now)});
      Row& row = rows[at->second];
      const auto path = territory.mesh.path(side.arc);
      const bool goes_on = key == now && reached == (side.forward ? path.front() : path.back());
      if (!goes_on) row.runs.emplace_back();
      row.runs.back().sides.push_back(&side);
      row.runs.back().length_um += length_um;
      reached = side.forward ? path.back() : path.front();
      key = std::move(now);
    }
  }

  std::map<DocumentId, std::size_t> document_of;
  for (std::size_t i = 0; i < report.documents.size(); ++i) document_of[report.documents[i].id] = i;
  for (const Row& row : rows) {
    ReportLine line;
    line.number = static_cast<int>(report.lines.size()) + 1;
    line.beyond = party_of(facts.divisions, row.beyond);
    line.level = row.level;
    if (row.line != no_line) {
      const BoundaryLine& known = facts.lines[row.line];
      line.name = known.name;
      const bool higher = known.level < report.subject.level && known.left.value != 0 && known.right.value != 0;
      if (higher) line.between = party_of(facts.divisions, {known.left, known.right});
    }
    line.pieces = static_cast<int>(row.runs.size());
    std::set<DocumentId> cited;
    std::set<std::string> carriers;
    std::int64_t length_um = 0;
    for (const Run& run : row.runs) {
      length_um += run.length_um;
      for (const BorderSide* side : run.sides) {
        const StretchId id = territory.stretches[side->arc];
        if (const Stretch* stretch = record.stretch(id)) {
          carriers.insert(stretch->carrier);
          line.accuracy_m = std::max(line.accuracy_m, stretch->accuracy_m);
        }
        for (const Delimitation* said : record.said(id)) {
          if (said->document.value != 0) cited.insert(said->document);
          line.disputed = line.disputed || said->claim.has_value();
        }
      }
    }
    if (carriers.size() == 1) line.carrier = *carriers.begin();
    line.length_m = metres(length_um);
    const Run& longest = *std::max_element(row.runs.begin(), row.runs.end(),
                                           [](const Run& a, const Run& b) { return a.length_um < b.length_um; });
    const Polyline path = path_of(territory, longest);
    line.start = path.front();
    line.end = path.back();
    const auto curved = [&](const BorderSide* side) { return edges[side->arc] == EdgeKind::geodesic; };
    const bool geodesic = std::all_of(longest.sides.begin(), longest.sides.end(), curved);
    for (const CourseLeg& leg : course_of(path, geodesic ? EdgeKind::geodesic : EdgeKind::lonlat)) {
      line.course.push_back({leg.sector, leg.length_m});
    }
    line.label_at = middle_of(path);
    for (const DocumentId id : cited) {
      const auto known = std::find_if(facts.documents.begin(), facts.documents.end(),
                                      [&](const Document& d) { return d.id == id; });
      if (known == facts.documents.end()) continue;
      const auto [at, fresh] = document_of.try_emplace(id, report.documents.size());
      if (fresh) report.documents.push_back(*known);
      line.documents.push_back(at->second);
    }
    report.lines.push_back(std::move(line));
  }

  report.perimeter_m = metres(perimeter_um);
  for (const auto& [holders, length_um] : shared_um) {
    report.neighbours.push_back({party_of(facts.divisions, holders), metres(length_um)});
  }
  std::stable_sort(report.neighbours.begin(), report.neighbours.end(),
                   [](const ReportNeighbour& a, const ReportNeighbour& b) { return a.length_m > b.length_m; });

  std::map<Level, std::pair<std::set<Holders>, std::int64_t>> inner;
  for (const std::uint32_t i : ground.inner_arcs) {
    const Arc& arc = territory.mesh.arcs[i];
    const Level level = levels.of(arc);
    if (level == 0) continue;
    auto& [pairs, length_um] = inner[level];
    const DivisionId a = facts.divisions.at_level(territory.holders[arc.left].front(), level);
    const DivisionId b = facts.divisions.at_level(territory.holders[arc.right].front(), level);
    pairs.insert(a < b ? Holders{a, b} : Holders{b, a});
    length_um += measure(territory.mesh.path(i), edges[i]).length_um;
  }
  for (const auto& [level, sums] : inner) report.inner.push_back({level, sums.first.size(), metres(sums.second)});
}

}  // namespace merestone
