// SPDX-License-Identifier: Apache-2.0
#include "cli/service/atlas.hpp"
#include "cli/service/map_facts.hpp"
#include "cli/service/strips.hpp"
#include "cli/service/survey.hpp"
#include "cli/service/survey_disputes.hpp"
#include "data/office/dispute_file.hpp"
#include "data/office/indicator_acts.hpp"
#include "data/office/name_search.hpp"
#include "data/office/project.hpp"

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

  LocateResult locate(Position position, const AsOf& as_of, const Viewpoint& viewpoint) {
    auto project = take();
    const auto whole = as_of == shown_ ? extent_ : project->extent(as_of);
    const auto near = [&](const Box& box) { return project->snapshot_in(box, as_of); };
    auto result = merestone::locate(position, whole, near, viewpoint);
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

/// Cases of disputes that have contested ground on the day.
void give_trials(Atlas& atlas, const Project& project, const std::string& location) {
  std::set<DisputeId> contested;
  for (const auto& plot : atlas.contested) contested.insert(plot.dispute);
  for (const auto& one : dispute_cases(project, atlas.as_of.revision)) {
    if (contested.contains(one.dispute)) atlas.trials.push_back({one.number, one.dispute});
  }
  atlas.strip = [strips = std::make_shared<Strips>(location, atlas.as_of)](const std::string& number, const std::string& between, std::size_t which) {
    return strips->strip(number, between, which);
  };
}

}  // namespace

Atlas load_atlas(const std::string& location, Date day, Audience audience, const std::string& viewpoint) {
  const auto project = Project::open(location);
  const auto summary = project.summary();
  Atlas atlas;
  atlas.title = summary.title;
  atlas.as_of = {day, summary.revision};
  atlas.audit_head = summary.audit_head;
  atlas.facts = project.division_facts(summary.revision);
  atlas.places = project.places(atlas.as_of);
  auto recorded = recorded_names(project, summary.revision);
  atlas.place_classes = std::move(recorded.classes);
  atlas.place_readings = std::move(recorded.readings);
  atlas.documents = project.documents(summary.revision);
  const auto zones = project.hazard_zones(atlas.as_of);
  const auto facilities = project.facilities(atlas.as_of);
  Tally tally;
  for (const auto& zone : zones) tally.add(zone.kind, zone.severity, zone.source);
  atlas.hazards = tally.take();
  for (const auto& facility : facilities) tally.add(facility.kind, 0, facility.source);
  atlas.facilities = tally.take();
  const auto sites = planned_sites(project, atlas.as_of, audience);
  for (std::size_t layer = 1; layer < site_layers.size(); ++layer) {
    for (const auto& site : sites) {
      if (static_cast<std::size_t>(site.layer) == layer) tally.add(site.kind, 0, site.source);
    }
    atlas.sites[layer] = tally.take();
  }
  atlas.sources = tally.sources();
  for (const auto& mark : monument_marks(project, atlas.as_of)) tally.add(mark.status, 0, {});
  atlas.monuments = tally.take();
  atlas.indicators = indicator_record(project, summary.revision);
  for (const auto& pack : project.packs()) {
    for (const auto& name : pack.levels) atlas.level_words.emplace_back(name.level, name.words);
    for (const auto& kind : pack.kinds) atlas.kind_words.emplace_back(kind.id, kind.words);
    for (const auto& kind : pack.burials.facilities) atlas.kind_words.emplace_back(kind.id, kind.words);
    for (const auto& type : pack.burials.grave_types) atlas.kind_words.emplace_back(type.id, type.words);
    for (const auto& space : pack.relief.shelters.spaces) atlas.kind_words.emplace_back(space.id, space.words);
    if (const auto* rules = rules_on(pack.enforcement, day)) {
      for (const auto& one : rules->steps) atlas.kind_words.emplace_back(one.step.id, one.step.words);
    }
  }
  const auto snapshot = project.snapshot(atlas.as_of);
  survey(atlas, snapshot, zones, facilities);
  survey_disputes(atlas, snapshot);
  if (!atlas.opinions.claims.empty()) atlas.disputes = dispute_names(project, atlas.as_of);
  if (audience == Audience::office) give_trials(atlas, project, location);
  atlas.viewpoint = viewpoint_of(viewpoint, atlas.opinions, {atlas.facts, day});
  atlas.locate = [readers = std::make_shared<Readers>(location, atlas.as_of, atlas.extent)](
                     Position position, const AsOf& as_of, const Viewpoint& seen) { return readers->locate(position, as_of, seen); };
  return atlas;
}

}  // namespace merestone
