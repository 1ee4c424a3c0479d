// SPDX-License-Identifier: Apache-2.0
#include "data/office/burial_acts.hpp"

#include "data/db/refusal.hpp"
#include "data/office/act_record.hpp"
#include "data/office/burial_desk.hpp"
#include "data/office/refuse_errors.hpp"
#include "data/store/grave_store.hpp"
#include "data/store/layer_store.hpp"
#include "gis/geometry/wkb.hpp"
#include "gis/names/settlement.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace merestone {
namespace {

constexpr std::size_t most_told = 100;
constexpr double village_within_m = 5000;

/// Places by the id of their source; each once, whatever its days.
std::multimap<std::string, PlaceId> places_by_id(const std::vector<NamedPlace>& places) {
  std::multimap<std::string, PlaceId> by_id;
  std::set<PlaceId> seen;
  for (const NamedPlace& place : places) {
    if (!place.local_id.empty() && seen.insert(place.id).second) by_id.emplace(place.local_id, place.id);
  }
  return by_id;
}

/// Settlements and what divisions they lie in, to find the village of a grave.
class Villages {
 public:
  Villages(const std::vector<NamedPlace>& places, const GroundHolders& ground) {
    std::vector<LayerFeature> points;
    std::vector<Position> positions;
    for (const NamedPlace& place : places) {
      if (!place.position || !is_settlement(place)) continue;
      ids_.push_back(place.id);
      positions.push_back(*place.position);
      points.push_back({{}, {}, {*place.position}});
    }
    divisions_ = ground.at(positions);
    index_.emplace(points);
  }

  PlaceId nearest(Position p, DivisionId division) const {
    PlaceId best;
    double least = village_within_m;
    for (const Nearness& near : index_->within(p, village_within_m)) {
      if (divisions_[near.feature] != division || near.distance_m() > least) continue;
      least = near.distance_m();
      best = ids_[near.feature];
    }
    return best;
  }

 private:
  std::vector<PlaceId> ids_;
  std::vector<DivisionId> divisions_;
  std::optional<FeatureIndex> index_;
};

std::vector<Position> positions_of(const std::vector<DeliveredGrave>& graves) {
  std::vector<Position> positions;
  for (const DeliveredGrave& one : graves) positions.push_back(one.grave.position);
  return positions;
}

/// All graves of all days by number; the last version of each.
std::map<std::string, Grave, std::less<>> graves_on_record(Connection& connection, Revision revision) {
  std::map<std::string, Grave, std::less<>> graves;
  for (Grave& grave : read_graves(connection, Window{revision})) graves.insert_or_assign(grave.local_id, std::move(grave));
  return graves;
}

bool same(const Grave& a, const Grave& b) {
  const auto shape = [](const Grave& g) { return to_wkb(g.footprint); };
  return a.position == b.position && a.accuracy_m == b.accuracy_m && a.method == b.method && shape(a) == shape(b) && a.area_m2 == b.area_m2 &&
         a.annex_m2 == b.annex_m2 && a.hardened == b.hardened && a.remains == b.remains && a.form == b.form && a.clan == b.clan &&
         a.stone_height_m == b.stone_height_m && a.built_from == b.built_from && a.built_until == b.built_until && a.rebuilt == b.rebuilt &&
         a.first_seen == b.first_seen && a.village == b.village && a.facility == b.facility && a.land_class == b.land_class &&
         a.note == b.note && a.source == b.source && a.valid == b.valid;
}

/// Since when it certainly stands.
Date stands_from(const Grave& grave) {
  if (grave.valid.from != unknown_start) return grave.valid.from;
  if (grave.built_until && grave.first_seen) return std::min(*grave.built_until, *grave.first_seen);
  return grave.built_until ? *grave.built_until : grave.first_seen.value_or(unknown_start);
}

/// What a row says of a grave on record: one that has ended stays so, unless the row gives another end.
Grave amended(Grave row, const Grave& held) {
  row.id = held.id;
  if (row.valid.until == open_end) row.valid.until = held.valid.until;
  return row;
}

const Grave& known_grave(const std::map<std::string, Grave, std::less<>>& graves, const std::string& number) {
  const auto found = graves.find(number);
  if (found == graves.end()) refuse(Fault::missing, "grave.unknown", "no such grave", {{"number", number}, {"day", ""}});
  return found->second;
}

class GraveCheck {
 public:
  GraveCheck(const Project& project, const std::vector<DeliveredGrave>& graves, OnRecord known, const std::string& file)
      : graves_{graves}, known_{known}, file_{file}, ground_{project, {today_of(graves)}},
        on_record_{graves_on_record(project.connection(), last_revision(project.connection()))},
        places_{places_by_id(read_places(project.connection(), Window{last_revision(project.connection())}))} {
    for (const Facility& f : read_facilities(project.connection(), Window{last_revision(project.connection())})) facilities_.insert(f.local_id);
  }

  /// The last day that the delivery speaks of, on which its ground is looked up.
  static Date today_of(const std::vector<DeliveredGrave>& graves) {
    Date day = unknown_start;
    for (const DeliveredGrave& one : graves) day = std::max({day, stands_from(one.grave), one.grave.first_seen.value_or(unknown_start)});
    return day == unknown_start ? open_end - std::chrono::days{1} : day;
  }

  std::vector<Finding> run() {
    const auto divisions = ground_.at(positions_of(graves_));
    std::set<std::string> seen;
    std::size_t unmeasured = 0, without_village = 0;
    for (std::size_t i = 0; i < graves_.size(); ++i) {
      const DeliveredGrave& one = graves_[i];
      const Grave& grave = one.grave;
      if (!seen.insert(grave.local_id).second) tell("grave.twice", one, "id", {{"number", grave.local_id}});
      const auto held = on_record_.find(grave.local_id);
      if (held != on_record_.end() && known_ == OnRecord::refuse) tell("grave.known", one, "id", {{"number", grave.local_id}});
      else if (held != on_record_.end() && grave.valid.until == open_end && !(stands_from(grave) < held->second.valid.until)) {
        tell("grave.ended", one, "id", {{"number", grave.local_id}, {"day", to_string(held->second.valid.until)}});
      }
      if (!one.village.empty()) village(one);
      else if (grave.village.value == 0) ++without_village;
      if (!one.facility.empty() && !facilities_.contains(one.facility)) tell("grave.unknown_facility", one, "facility", {{"id", one.facility}});
      if (ground_.any() && divisions[i].value == 0) tell("grave.off_ground", one, "", {{"number", grave.local_id}});
      if (divisions[i].value != 0 && !one.township.empty()) township(one, divisions[i]);
      days(one);
      if (!grave.footprint.empty() && locate(grave.footprint, grave.position) == Containment::outside) {
        tell("grave.off_footprint", one, "", {{"number", grave.local_id}}, Severity::warning);
      }
      if (!grave.accuracy_m) ++unmeasured;
    }
    count("grave.no_accuracy", unmeasured);
    count("grave.village_derived", without_village);
    return std::move(findings_);
  }

 private:
  void tell(const char* rule, const DeliveredGrave& one, const char* field, std::vector<std::pair<std::string, std::string>> facts,
            Severity severity = Severity::error) {
    if (told_[rule]++ >= most_told) return;
    findings_.push_back({.rule = rule, .severity = severity, .subject = {file_, std::to_string(one.record), field},
                         .place = Place{degrees(one.grave.position.lon), degrees(one.grave.position.lat)}, .facts = std::move(facts)});
  }
  void count(const char* rule, std::size_t n) {
    if (n > 0) findings_.push_back({.rule = rule, .severity = Severity::note, .subject = {file_, {}, {}}, .facts = {{"count", std::to_string(n)}}});
  }
  void village(const DeliveredGrave& one) {
    const auto places = places_.count(one.village);
    if (places == 0) tell("grave.unknown_village", one, "village", {{"id", one.village}});
    if (places > 1) tell("grave.ambiguous_village", one, "village", {{"id", one.village}});
  }
  void township(const DeliveredGrave& one, DivisionId division) {
    const auto codes = ground_.codes(division);
    if (std::find(codes.begin(), codes.end(), one.township) != codes.end()) return;
    tell("grave.township_differs", one, "township", {{"number", one.grave.local_id}, {"said", one.township}, {"found", codes.empty() ? "" : codes.front()}},
         Severity::warning);
  }
  void days(const DeliveredGrave& one) {
    const Grave& grave = one.grave;
    if (!(stands_from(grave) < grave.valid.until)) {
      tell("grave.ended_early", one, "until", {{"number", grave.local_id}, {"day", to_string(grave.valid.until)}, {"from", to_string(stands_from(grave))}});
    }
    if (grave.built_from && grave.built_until && *grave.built_from > *grave.built_until) {
      tell("grave.bad_range", one, "built_until", {{"from", to_string(*grave.built_from)}, {"until", to_string(*grave.built_until)}});
    } else if (grave.built_from && grave.first_seen && *grave.first_seen < *grave.built_from) {
      tell("grave.seen_before_built", one, "first_seen", {{"seen", to_string(*grave.first_seen)}, {"from", to_string(*grave.built_from)}}, Severity::warning);
    }
  }

  const std::vector<DeliveredGrave>& graves_;
  OnRecord known_;
  std::string file_;
  GroundHolders ground_;
  std::map<std::string, Grave, std::less<>> on_record_;
  std::multimap<std::string, PlaceId> places_;
  std::set<std::string> facilities_;
  std::map<std::string, std::size_t> told_;
  std::vector<Finding> findings_;
};

struct FreshGrave {
  Grave grave;  ///< `fact` of the version that it replaces
  std::optional<GraveProtection> protection;
};

/// What a delivery has that is not on record as it stands: new graves, and further versions of others.
std::vector<FreshGrave> fresh_graves(const Project& project, const std::vector<DeliveredGrave>& delivered, Revision revision) {
  const auto on_record = graves_on_record(project.connection(), revision);
  const auto held = read_grave_protections(project.connection(), Window{revision});
  const std::vector<NamedPlace> places = read_places(project.connection(), Window{revision});
  const auto by_id = places_by_id(places);
  std::map<std::string, FacilityId> facilities;
  for (const Facility& f : read_facilities(project.connection(), Window{revision})) facilities[f.local_id] = f.id;
  const GroundHolders ground{project, {GraveCheck::today_of(delivered), revision}};
  const Villages villages{places, ground};
  const auto divisions = ground.at(positions_of(delivered));
  std::vector<FreshGrave> fresh;
  for (std::size_t i = 0; i < delivered.size(); ++i) {
    Grave grave = delivered[i].grave;
    grave.id = {};
    grave.fact = 0;
    if (!delivered[i].village.empty()) grave.village = by_id.find(delivered[i].village)->second;
    else if (grave.village.value == 0) grave.village = villages.nearest(grave.position, divisions[i]);
    if (!delivered[i].facility.empty()) grave.facility = facilities.at(delivered[i].facility);
    grave.valid.from = stands_from(grave);
    if (const auto found = on_record.find(grave.local_id); found != on_record.end()) {
      grave = amended(std::move(grave), found->second);
      const bool listed = delivered[i].protection && protection_of(held, grave.id, grave.valid.from) == nullptr;
      if (same(grave, found->second) && !listed) continue;
      grave.fact = found->second.fact;
    }
    fresh.push_back({std::move(grave), delivered[i].protection});
  }
  return fresh;
}

}  // namespace

std::vector<Finding> grave_findings(const Project& project, const std::vector<DeliveredGrave>& graves, OnRecord known, const std::string& file) {
  return GraveCheck{project, graves, known, file}.run();
}

std::size_t graves_that_differ(const Project& project, const std::vector<DeliveredGrave>& delivered) {
  return fresh_graves(project, delivered, last_revision(project.connection())).size();
}

Revision adopt_graves(Project& project, const ActInfo& info, const std::vector<DeliveredGrave>& delivered, OnRecord known) {
  Transaction transaction{project.connection()};
  ActRecord act{project.connection(), "graves.adopt", info.author, info.reason};
  refuse_errors(grave_findings(project, delivered, known, info.document.title), "the graves are refused");
  if (info.progress) info.progress("recording", 0, delivered.size());

  std::vector<Grave> graves;
  std::vector<std::int64_t> replaced;
  std::vector<std::optional<GraveProtection>> protection;
  for (FreshGrave& fresh : fresh_graves(project, delivered, act.before())) {
    if (fresh.grave.fact != 0) replaced.push_back(fresh.grave.fact);
    graves.push_back(std::move(fresh.grave));
    protection.push_back(std::move(fresh.protection));
  }
  const DocumentId document = act.add(info.document);
  act.writer().supersede("grave", std::move(replaced));
  add_graves(act.writer(), graves, document);

  std::map<GraveId, std::vector<GraveProtection>> held;
  for (GraveProtection& each : read_grave_protections(project.connection(), Window{act.before()})) held[each.grave].push_back(std::move(each));
  std::vector<GraveProtection> entries;
  for (std::size_t i = 0; i < graves.size(); ++i) {
    if (!protection[i] || protection_of(held[graves[i].id], graves[i].id, graves[i].valid.from)) continue;
    entries.push_back(*protection[i]);
    entries.back().grave = graves[i].id;
    if (entries.back().valid.from == unknown_start) entries.back().valid.from = graves[i].valid.from;
  }
  add_grave_protections(act.writer(), entries, document);
  const Revision revision = act.close();
  transaction.commit();
  return revision;
}

Revision end_graves(Project& project, const ActInfo& info, const std::vector<GraveEnd>& ends) {
  Transaction transaction{project.connection()};
  ActRecord act{project.connection(), "graves.end", info.author, info.reason};
  const auto on_record = graves_on_record(project.connection(), act.before());
  std::vector<Grave> graves;
  std::vector<std::int64_t> replaced;
  for (const GraveEnd& end : ends) {
    Grave grave = known_grave(on_record, end.number);
    if (end.day <= grave.valid.from) {
      refuse(Fault::invalid, "grave.ended_early", "a grave ends before it stands",
             {{"number", end.number}, {"day", to_string(end.day)}, {"from", to_string(grave.valid.from)}});
    }
    replaced.push_back(grave.fact);
    grave.valid.until = end.day;
    graves.push_back(std::move(grave));
  }
  const DocumentId document = act.add(info.document);
  act.writer().supersede("grave", std::move(replaced));
  add_graves(act.writer(), graves, document);
  const Revision revision = act.close();
  transaction.commit();
  return revision;
}

Revision protect_graves(Project& project, const ActInfo& info, const std::vector<DeliveredProtection>& protections) {
  Transaction transaction{project.connection()};
  ActRecord act{project.connection(), "graves.protect", info.author, info.reason};
  const auto on_record = graves_on_record(project.connection(), act.before());
  auto held = read_grave_protections(project.connection(), Window{act.before()});
  std::vector<GraveProtection> entries;
  for (const DeliveredProtection& one : protections) {
    GraveProtection entry = one.protection;
    entry.grave = known_grave(on_record, one.number).id;
    const auto twice = [&](const GraveProtection& other) { return other.grave == entry.grave && other.valid.overlaps(entry.valid); };
    if (std::any_of(held.begin(), held.end(), twice)) {
      refuse(Fault::invalid, "grave.protected_already", "a grave is protected twice", {{"number", one.number}, {"list", entry.list}});
    }
    held.push_back(entry);
    entries.push_back(std::move(entry));
  }
  add_grave_protections(act.writer(), entries, act.add(info.document));
  const Revision revision = act.close();
  transaction.commit();
  return revision;
}

}  // namespace merestone
