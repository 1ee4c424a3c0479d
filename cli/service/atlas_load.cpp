// SPDX-License-Identifier: Apache-2.0
#include "cli/service/atlas.hpp"
#include "cli/service/tints.hpp"
#include "data/office/project.hpp"
#include "gis/geodesy/measure.hpp"
#include "gis/territory/territory.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <set>

namespace merestone {
namespace {

/// Projects are for one thread at a time: each question takes one that is free, or opens another.
class Readers {
 public:
  Readers(std::string location, AsOf shown, Box extent)
      : location_{std::move(location)}, shown_{shown}, extent_{extent} {}

  LocateResult locate(Position position, const AsOf& as_of) {
    auto project = take();
    const auto whole = as_of == shown_ ? extent_ : project->extent(as_of);
    const auto near = [&](const Box& box) { return project->snapshot_in(box, as_of); };
    auto result = merestone::locate(position, whole, near, Neutral{});
    give_back(std::move(project));  // one that failed is not used again
    return result;
  }

 private:
  std::unique_ptr<Project> take() {
    {
      const std::lock_guard lock{mutex_};
      if (!free_.empty()) {
        auto project = std::move(free_.back());
        free_.pop_back();
        return project;
      }
    }
    return std::make_unique<Project>(Project::open(location_));
  }
  void give_back(std::unique_ptr<Project> project) {
    const std::lock_guard lock{mutex_};
    free_.push_back(std::move(project));
  }

  std::string location_;
  AsOf shown_;
  Box extent_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Project>> free_;
};

/// Box, area and tint of every division of a level: sums over the arcs that divide it from others.
void measure_level(Atlas& atlas, const Territory& territory, const std::vector<Box>& boxes,
                   const std::vector<PathMeasure>& measures, const LevelView& view) {
  struct Sum {
    Box box;
    PathMeasure walks;
  };
  std::vector<Sum> sums(view.units.size());
  std::vector<std::pair<std::uint32_t, std::uint32_t>> neighbours;
  const auto unit_of = [&](UnitIndex holders) { return holders == nobody ? nobody : view.unit_of[holders]; };
  for (std::size_t i = 0; i < territory.mesh.arcs.size(); ++i) {
    const auto left = unit_of(territory.mesh.arcs[i].left);
    const auto right = unit_of(territory.mesh.arcs[i].right);
    if (left == right) continue;
    if (left != nobody) {
      sums[left].box.add(boxes[i]);
      sums[left].walks += measures[i];
    }
    if (right != nobody) {
      sums[right].box.add(boxes[i]);
      sums[right].walks += measures[i].reversed();
    }
    if (left != nobody && right != nobody) neighbours.emplace_back(left, right);
  }
  const auto colours = tints(static_cast<std::uint32_t>(sums.size()), std::move(neighbours));
  for (std::size_t unit = 0; unit < sums.size(); ++unit) {
    if (view.units[unit].size() != 1 || sums[unit].box.empty()) continue;
    atlas.ground[view.units[unit].front()] = {sums[unit].box, square_metres(ground_um2(sums[unit].walks)), colours[unit]};
  }
}

void measure_ground(Atlas& atlas, const Project& project) {
  const auto territory = derive(project.snapshot(atlas.as_of), StatusQuo{});
  const DivisionRegister divisions{atlas.facts, atlas.as_of.day};
  std::vector<Box> boxes;
  std::vector<PathMeasure> measures;
  for (const auto& arc : territory.mesh.arcs) {
    const auto path = territory.mesh.path(arc);
    boxes.push_back(box_of(path));
    measures.push_back(measure(path));
    atlas.extent.add(boxes.back());
  }
  for (const auto level : divisions.levels())
    measure_level(atlas, territory, boxes, measures, at_level(territory, divisions, level));
}

/// Counts by kind and severity; sources are gathered, each once.
class Tally {
 public:
  void add(const std::string& kind, int severity, const std::string& source) {
    ++counts_[{kind, severity}];
    if (!source.empty()) sources_.insert(source);
  }
  std::vector<KindCount> take() {
    std::vector<KindCount> list;
    for (const auto& [key, count] : counts_) list.push_back({key.first, key.second, count});
    counts_.clear();
    return list;
  }
  std::vector<std::string> sources() const { return {sources_.begin(), sources_.end()}; }

 private:
  std::map<std::pair<std::string, int>, std::int64_t> counts_;
  std::set<std::string> sources_;
};

}  // namespace

Atlas load_atlas(const std::string& location, Date day) {
  const auto project = Project::open(location);
  const auto summary = project.summary();
  Atlas atlas;
  atlas.title = summary.title;
  atlas.as_of = {day, summary.revision};
  atlas.audit_head = summary.audit_head;
  atlas.facts = project.division_facts(summary.revision);
  atlas.places = project.places(atlas.as_of);
  atlas.documents = project.documents(summary.revision);
  Tally tally;
  for (const auto& zone : project.hazard_zones(atlas.as_of)) tally.add(zone.kind, zone.severity, zone.source);
  atlas.hazards = tally.take();
  for (const auto& facility : project.facilities(atlas.as_of)) tally.add(facility.kind, 0, facility.source);
  atlas.facilities = tally.take();
  atlas.sources = tally.sources();
  measure_ground(atlas, project);
  atlas.locate = [readers = std::make_shared<Readers>(location, atlas.as_of, atlas.extent)](
                     Position position, const AsOf& as_of) { return readers->locate(position, as_of); };
  return atlas;
}

}  // namespace merestone
