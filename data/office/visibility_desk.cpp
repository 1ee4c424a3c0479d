// SPDX-License-Identifier: Apache-2.0
#include "data/office/visibility_desk.hpp"

#include "data/db/refusal.hpp"
#include "gis/base/text.hpp"
#include "gis/burials/cell_patches.hpp"
#include "gis/geodesy/geodesic.hpp"
#include "gis/geodesy/measure.hpp"
#include "gis/geodesy/sampling.hpp"

#include <algorithm>
#include <map>

namespace merestone {
namespace {

/// Those asked for, by the packs' names; else those that rules on sight speak of.
std::vector<std::string> classes_of(const std::vector<CountryPack>& packs, const std::vector<std::string>& asked) {
  std::vector<std::string> classes;
  const auto add = [&](const std::string& id) {
    if (std::find(classes.begin(), classes.end(), id) == classes.end()) classes.push_back(id);
  };
  for (const std::string& word : asked) {
    const LandClass* known = nullptr;
    for (const CountryPack& pack : packs) known = known ? known : pack.siting.class_called(word);
    if (known == nullptr) refuse(Fault::invalid, "visible.unknown_class", "no such class of the land", {{"class", word}});
    add(known->id);
  }
  for (const CountryPack& pack : packs) {
    for (const SitingRuleSet& set : pack.siting.sets) {
      for (const SitingRule& rule : set.rules) {
        if (asked.empty() && rule.test == SitingTest::visible) std::for_each(rule.classes.begin(), rule.classes.end(), add);
      }
    }
  }
  return classes;
}

/// A place from which is looked, and the feature that it is on.
struct Lookout {
  Position position;
  std::uint32_t feature;
};

class Outlook {
 public:
  Outlook(const Project& project, const AsOf& as_of, const SightQuestion& question, const Box& subject)
      : layers_{siting_layers(project, as_of)} {
    ground.classes = classes_of(project.packs(), question.classes);
    const Box around = widened(subject, question.view.radius_m);
    std::string listed;
    bool any = false;
    for (const std::string& kind : ground.classes) {
      listed += (listed.empty() ? "" : ", ") + kind;
      const auto* layer = layers_.layer(kind);
      for (std::size_t i = 0; layer && i < layer->features.size(); ++i) add(layer->features[i], around, question.step_m), any = true;
    }
    if (!any) refuse(Fault::missing, "visible.no_layer", "nothing to look from", {{"classes", listed.empty() ? "–" : listed}});
    heights = heights_around(project, as_of, around);
    if (!heights) refuse(Fault::missing, "visible.no_heights", "no heights", {{"day", to_string(as_of.day)}});
    const ElevationGrid& grid = heights->grid();
    ground.heights = grid.name;
    ground.vertical_datum = grid.vertical_datum;
    ground.day = grid.day;
    ground.cell_m = heights->cell_m({(subject.west + subject.east) / 2, (subject.south + subject.north) / 2});
  }

  const LandFeature& feature(std::uint32_t index) const { return layers_.features()[index]; }
  std::vector<Position> positions() const {
    std::vector<Position> all;
    for (const Lookout& each : lookouts) all.push_back(each.position);
    return all;
  }

  SightGround ground{};
  std::vector<Lookout> lookouts;
  std::vector<Polyline> lines;
  std::unique_ptr<Terrain> heights;

 private:
  void add(std::uint32_t index, const Box& around, double step_m) {
    const LandFeature& feature = layers_.features()[index];
    if (!meet_on_earth(around, box_of(feature))) return;
    const auto near = [&](Position p) { return meet_on_earth(around, Box{p.lon, p.lat, p.lon, p.lat}); };
    if (feature.position && near(*feature.position)) lookouts.push_back({*feature.position, index});
    const std::vector<Polyline> own = outlines_of(feature);
    for (const LineSample& sample : samples_along(own, step_m)) {
      if (near(sample.position)) lookouts.push_back({sample.position, index});
    }
    lines.insert(lines.end(), own.begin(), own.end());
  }

  SitingLayers layers_;
};

}  // namespace

double SeenArea::unknown_m2() const {
  const double covered = static_cast<double>(cells) * cell_m2;
  // Cells along the border are in or out as a whole: a difference below one in a hundred is theirs.
  const double off = ground_m2 - covered > 0.01 * ground_m2 ? ground_m2 - covered : 0;
  return static_cast<double>(unknown) * cell_m2 + off;
}

SeenPlace seen_place(const Project& project, const AsOf& as_of, Position place, const SightQuestion& question) {
  Box box;
  box.add(place);
  const Outlook outlook{project, as_of, question, box};
  SeenPlace result;
  result.ground = outlook.ground;
  std::map<std::uint32_t, SeenPlace::From> features;
  const auto count = [](Sightings& of, Sight::Answer answer) {
    if (answer == Sight::Answer::seen) ++of.seen;
    else if (answer == Sight::Answer::hidden) ++of.hidden;
    else ++of.unknown;
  };
  for (const Sight& sight : sights_of(*outlook.heights, outlook.positions(), place, question.view)) {
    const std::uint32_t index = outlook.lookouts[sight.observer].feature;
    SeenPlace::From& from = features[index];
    count(from.sight, sight.answer);
    count(result.all, sight.answer);
    if (sight.answer == Sight::Answer::seen) from.nearest_m = std::min(from.nearest_m.value_or(sight.distance_m), sight.distance_m);
  }
  for (auto& [index, from] : features) {
    const LandFeature& feature = outlook.feature(index);
    from.kind = feature.kind;
    from.id = feature.local_id;
    from.name = feature.name;
    result.from.push_back(std::move(from));
  }
  std::stable_sort(result.from.begin(), result.from.end(), [](const auto& a, const auto& b) { return a.sight.seen > b.sight.seen; });
  return result;
}

SeenArea seen_area(const Project& project, const AsOf& as_of, const std::string& code, const SightQuestion& question) {
  const GroundHolders holders{project, as_of};
  const DivisionState* division = holders.divisions().find_code(code);
  if (division == nullptr) refuse(Fault::missing, "division.unknown_code", "no such division", {{"code", code}});
  SeenArea result;
  result.division = *division;
  const Territory& territory = holders.territory();
  for (const Face& face : territory.faces) {
    if (holders.divisions().lies_in(territory.holders[face.unit].front(), division->id)) result.own.push_back(polygon_of(territory.mesh, face));
  }
  if (result.own.empty()) refuse(Fault::missing, "visible.no_ground", "no ground", {{"code", code}});
  result.ground_m2 = area_m2(result.own);
  const Box box = box_of(result.own);
  const Outlook outlook{project, as_of, question, box};
  result.ground = outlook.ground;
  result.lines = outlook.lines;
  const Viewshed view = viewshed(*outlook.heights, outlook.positions(), question.view);
  result.observers = view.observers;
  result.observers_unknown = view.observers_unknown;

  std::vector<Position> middles;
  std::vector<std::size_t> cells;
  for (std::size_t cell = 0; cell < view.seen.size(); ++cell) {
    const Position p = outlook.heights->position_of({static_cast<double>(cell % view.columns), static_cast<double>(cell / view.columns)});
    if (!box.contains(p)) continue;
    cells.push_back(cell);
    middles.push_back(p);
  }
  const std::vector<DivisionId> at = holders.at(middles);
  std::map<DivisionId, bool> inside;
  const CellGrid grid{static_cast<std::int32_t>(view.columns), static_cast<std::int32_t>(view.rows)};
  std::vector<bool> seen(grid.size(), false);  // rows from the south, as patches have them
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto [known, fresh] = inside.emplace(at[i], false);
    if (fresh && at[i].value != 0) known->second = holders.divisions().lies_in(at[i], division->id);
    if (!known->second) continue;
    ++result.cells;
    result.most = std::max<std::uint32_t>(result.most, view.seen[cells[i]]);
    if (view.seen[cells[i]] > 0) {
      ++result.seen;
      seen[(view.rows - 1 - cells[i] / view.columns) * view.columns + cells[i] % view.columns] = true;
    } else if (view.unknown[cells[i]] > 0) {
      ++result.unknown;
    }
  }
  const auto corner = [&](const CellPlace& c) { return outlook.heights->position_of({c.column - 0.5, view.rows - 0.5 - c.row}); };
  for (const auto& patch : patches_of(grid, seen)) {
    for (const CellRing& ring : outlines_of(patch)) {
      Ring positions;
      for (const CellPlace& place : ring.corners) positions.push_back(corner(place));
      if (ring.hole) result.shape.back().holes.push_back(std::move(positions));
      else result.shape.push_back({std::move(positions), {}});
    }
  }
  if (!middles.empty()) {
    const GridPlace m = outlook.heights->place_of({(box.west + box.east) / 2, (box.south + box.north) / 2});
    Ring one;
    for (const auto& [dx, dy] : {std::pair{-0.5, 0.5}, std::pair{0.5, 0.5}, std::pair{0.5, -0.5}, std::pair{-0.5, -0.5}}) {
      one.push_back(outlook.heights->position_of({m.column + dx, m.row + dy}));
    }
    result.cell_m2 = area_m2({{one, {}}});
  }
  return result;
}

}  // namespace merestone
