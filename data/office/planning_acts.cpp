// SPDX-License-Identifier: Apache-2.0
#include "data/office/planning_acts.hpp"

#include "data/db/refusal.hpp"
#include "data/office/act_record.hpp"
#include "data/office/refuse_errors.hpp"
#include "data/store/heights.hpp"
#include "data/store/layer_store.hpp"
#include "data/store/population_store.hpp"
#include "gis/geodesy/crs.hpp"
#include "gis/geodesy/geodesic.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <set>

namespace merestone {
namespace {

/// Places that were on record under each id of their source, on whatever day.
std::multimap<std::string, PlaceId> places_by_id(Connection& connection, Revision revision) {
  std::multimap<std::string, PlaceId> by_id;
  std::set<PlaceId> seen;
  for (const NamedPlace& place : read_places(connection, Window{revision})) {
    if (!place.local_id.empty() && seen.insert(place.id).second) by_id.emplace(place.local_id, place.id);
  }
  return by_id;
}

/// The outline of a grid on the ground, given positions along its edges so that it follows them.
MultiPolygon outline(const ElevationGrid& grid) {
  constexpr int steps = 16;
  std::optional<GroundTransform> transform;
  if (const Crs crs = Crs::parse(grid.crs); crs.code != "EPSG:4326") transform.emplace(crs);
  const double width = grid.columns * grid.column_step;
  const double height = grid.rows * grid.row_step;
  Ring ring;
  const auto add = [&](double u, double v) {
    const double x = grid.west + u * width;
    const double y = grid.north - v * height;
    ring.push_back(transform ? transform->to_position(x, y) : from_degrees(x, y));
  };
  for (int i = 0; i < steps; ++i) add(double(i) / steps, 1);
  for (int i = 0; i < steps; ++i) add(1, 1 - double(i) / steps);
  for (int i = 0; i < steps; ++i) add(1 - double(i) / steps, 0);
  for (int i = 0; i < steps; ++i) add(0, double(i) / steps);
  return {{ring, {}}};
}

ElevationRecord record_of(const ElevationAdoption& adoption) {
  const ElevationGrid& grid = adoption.grid;
  ElevationRecord record;
  record.valid = adoption.valid;
  record.accuracy_m = adoption.accuracy_m;
  record.extent = outline(grid);
  record.grid = grid;
  record.grid.heights_m.clear();
  record.lowest_m = std::numeric_limits<float>::max();
  record.highest_m = std::numeric_limits<float>::lowest();
  for (const float height : grid.heights_m) {
    if (std::isnan(height)) {
      ++record.holes;
      continue;
    }
    record.lowest_m = std::min(record.lowest_m, height);
    record.highest_m = std::max(record.highest_m, height);
  }
  const Box box = box_of(record.extent);
  record.cell_m = Terrain{grid}.cell_m({(box.west + box.east) / 2, (box.south + box.north) / 2});
  return record;
}

/// How much of `box` a grid covers, 0 to 1, by their boxes.
double covered(const ElevationRecord& record, const Box& box) {
  const Box grid = box_of(record.extent);
  const double width = static_cast<double>(std::min(grid.east, box.east) - std::max(grid.west, box.west));
  const double height = static_cast<double>(std::min(grid.north, box.north) - std::max(grid.south, box.south));
  if (width <= 0 || height <= 0) return 0;
  return width * height / (static_cast<double>(box.east - box.west) * static_cast<double>(box.north - box.south));
}

}  // namespace

std::vector<Finding> count_findings(const Project& project, const std::vector<DeliveredCount>& counts, const std::string& file) {
  constexpr std::size_t most_told = 100;
  const auto by_id = places_by_id(project.connection(), last_revision(project.connection()));
  std::vector<Finding> findings;
  std::set<std::pair<std::string, Date>> seen;
  for (const DeliveredCount& one : counts) {
    const auto tell = [&](const char* rule) {
      if (findings.size() >= most_told) return;
      findings.push_back({.rule = rule, .subject = {file, std::to_string(one.record), "id"},
                          .facts = {{"id", one.local_id}, {"day", to_string(one.count.counted)}}});
    };
    const auto places = by_id.count(one.local_id);
    if (places == 0) tell("population.unknown_place");
    if (places > 1) tell("population.ambiguous_place");
    if (!seen.insert({one.local_id, one.count.counted}).second) tell("population.counted_twice");
  }
  return findings;
}

Revision adopt_population(Project& project, const ActInfo& info, const std::vector<DeliveredCount>& counts) {
  Transaction transaction{project.connection()};
  ActRecord act{project.connection(), "counts.adopt", info.author, info.reason};
  refuse_errors(count_findings(project, counts, info.document.title), "the counts are refused");
  const auto by_id = places_by_id(project.connection(), act.before());
  std::vector<PlaceCount> rows;
  std::set<std::pair<PlaceId, Date>> counted;
  for (const DeliveredCount& one : counts) {
    rows.push_back({by_id.find(one.local_id)->second, one.count});
    counted.insert({rows.back().place, one.count.counted});
  }
  std::vector<std::int64_t> replaced;
  for (const auto& [number, held] : read_populations(project.connection(), act.before())) {
    if (counted.contains({held.place, held.count.counted})) replaced.push_back(number);
  }
  const DocumentId document = act.add(info.document);
  act.writer().supersede("population", std::move(replaced));
  add_populations(act.writer(), rows, document);
  const Revision revision = act.close();
  transaction.commit();
  return revision;
}

std::vector<Finding> adoption_findings(const Project& project, const ElevationAdoption& adoption) {
  std::vector<Finding> findings = elevation_findings(adoption.grid);
  const auto wrong = [](const Finding& finding) { return finding.severity == Severity::error; };
  if (std::any_of(findings.begin(), findings.end(), wrong)) return findings;
  const Subject subject{adoption.grid.name, "", ""};
  const Box box = box_of(outline(adoption.grid));
  const bool undated = adoption.valid.from == unknown_start;
  const AsOf as_of{undated ? adoption.valid.until - std::chrono::days{1} : adoption.valid.from, latest_revision};
  const Box ground = project.extent(as_of);
  if (!ground.empty() && !ground.meets(box)) {
    const auto text = [](const Box& b) {
      char words[128];
      std::snprintf(words, sizeof words, "%.4f %.4f … %.4f %.4f", degrees(b.west), degrees(b.south), degrees(b.east), degrees(b.north));
      return std::string{words};
    };
    findings.insert(findings.begin(), {.rule = "terrain.elsewhere", .subject = subject, .facts = {{"grid", text(box)}, {"ground", text(ground)}}});
  }
  for (const ElevationRecord& held : project.elevations(as_of)) {
    if (adoption.grid.sha256.empty() || held.grid.sha256 != adoption.grid.sha256) continue;
    findings.push_back({.rule = "terrain.known", .severity = Severity::note, .subject = subject, .facts = {{"name", held.grid.name}}});
  }
  return findings;
}

Revision adopt_elevation(Project& project, const ActInfo& info, const ElevationAdoption& adoption) {
  Transaction transaction{project.connection()};
  ActRecord act{project.connection(), "elevation.adopt", info.author, info.reason};
  refuse_errors(adoption_findings(project, adoption), "the heights are refused");
  ElevationRecord record = record_of(adoption);
  record.document = act.add(info.document);
  record.content = add_content(project.connection(), {std::string{heights_media_type},
                                                      pack_heights(adoption.grid.heights_m, adoption.grid.columns)});
  act.tell("heights_sha256", record.content);
  add_elevation(act.writer(), record);
  const Revision revision = act.close();
  transaction.commit();
  return revision;
}

ElevationRecord choose_elevation(const Project& project, const AsOf& as_of, const Box& box, const std::string& name) {
  const ElevationRecord* best = nullptr;
  double share = 0;
  const auto all = project.elevations(as_of);
  for (const ElevationRecord& one : all) {
    const double part = covered(one, box);
    if (part <= 0 || (!name.empty() && one.grid.name != name)) continue;
    const bool better = best == nullptr || (part < 1 || share < 1 ? part >= share : one.cell_m <= best->cell_m);
    if (better) best = &one, share = part;
  }
  if (best) return *best;
  std::string names;
  for (const ElevationRecord& one : all) names += (names.empty() ? "" : ", ") + one.grid.name;
  refuse(Fault::missing, "terrain.none", "no heights of this ground",
         {{"name", name.empty() ? "–" : name}, {"names", names.empty() ? "–" : names}, {"day", to_string(as_of.day)}});
}

}  // namespace merestone
