// SPDX-License-Identifier: Apache-2.0
#include "data/office/relief_acts.hpp"

#include "data/office/act_record.hpp"
#include "data/office/planning_acts.hpp"
#include "data/office/refuse_errors.hpp"
#include "data/store/relief_store.hpp"
#include "gis/overlay/coverage_index.hpp"
#include "gis/territory/territory.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace merestone {
namespace {

Window window_of(const Project& project, const AsOf& as_of) {
  return {project.known(as_of.revision), as_of.day};
}

template <class Thing>
std::vector<Thing> facts_of(std::vector<Kept<Thing>> kept) {
  std::vector<Thing> things;
  for (Kept<Thing>& one : kept) things.push_back(std::move(one.fact));
  return things;
}

template <class Thing>
void tell_twice(const std::vector<Delivered<Thing>>& delivered, const std::string& file, std::vector<Finding>& findings) {
  std::map<std::string, std::size_t> first;
  for (const Delivered<Thing>& d : delivered) {
    const auto [known, fresh] = first.emplace(d.thing.local_id, d.record);
    if (fresh) continue;
    findings.push_back({.rule = "relief.id_twice", .subject = {file, std::to_string(d.record), "id"},
                        .facts = {{"id", d.thing.local_id}, {"other", std::to_string(known->second)}}});
  }
}

/// New versions of things that are on record under the same id: what held before holds up to the day they begin.
template <class Thing>
struct Versions {
  std::vector<Thing> added;
  std::vector<std::int64_t> replaced;

  Versions(const std::vector<Kept<Thing>>& held, const std::vector<Delivered<Thing>>& delivered) {
    for (const Delivered<Thing>& d : delivered) {
      Thing made = d.thing;
      for (const Kept<Thing>& kept : held) {
        if (kept.fact.local_id != made.local_id) continue;
        made.id = kept.fact.id;
        if (!kept.fact.valid.overlaps(made.valid)) continue;
        replaced.push_back(kept.number);
        if (kept.fact.valid.from >= made.valid.from) continue;
        Thing before = kept.fact;
        before.valid.until = made.valid.from;
        added.push_back(std::move(before));
      }
      added.push_back(std::move(made));
    }
  }
};

}  // namespace

ReliefRules relief_rules(const Project& project) {
  ReliefRules rules;
  for (const CountryPack& pack : project.packs()) {
    const ReliefRules& more = pack.relief;
    if (rules.shelters.durations.empty()) rules.shelters = more.shelters;
    if (rules.depots.needs.empty()) rules.depots = more.depots;
    if (rules.events.stages.empty()) rules.events = more.events;
  }
  return rules;
}

std::vector<Shelter> shelters_on(const Project& project, const AsOf& as_of) {
  return facts_of(read_shelters(project.connection(), window_of(project, as_of)));
}
std::vector<Depot> depots_on(const Project& project, const AsOf& as_of) {
  return facts_of(read_depots(project.connection(), window_of(project, as_of)));
}
std::vector<StockLot> stock_on(const Project& project, const AsOf& as_of) {
  return facts_of(read_stock(project.connection(), window_of(project, as_of)));
}

std::vector<Finding> adoption_findings(const Project& project, const std::vector<Delivered<Shelter>>& shelters, const std::string& file) {
  const ReliefRules rules = relief_rules(project);
  std::vector<Finding> findings;
  for (const auto& [shelter, record] : shelters) append(findings, shelter_findings(shelter, rules.shelters, rules.events, file, record));
  tell_twice(shelters, file, findings);
  return findings;
}

std::vector<Finding> adoption_findings(const Project& project, const std::vector<Delivered<Depot>>& depots, const std::string& file) {
  const ReliefRules rules = relief_rules(project);
  std::vector<Finding> findings;
  for (const auto& [depot, record] : depots) append(findings, depot_findings(depot, rules.depots, file, record));
  tell_twice(depots, file, findings);
  return findings;
}

Revision adopt_shelters(Project& project, const ActInfo& info, const std::vector<Delivered<Shelter>>& shelters) {
  Transaction transaction{project.connection()};
  ActRecord act{project.connection(), "shelters.adopt", info.author, info.reason};
  refuse_errors(adoption_findings(project, shelters, info.document.title), "the shelters are refused");
  Versions<Shelter> versions{read_shelters(project.connection(), Window{act.before()}), shelters};
  const DocumentId document = act.add(info.document);
  act.writer().supersede("shelter", std::move(versions.replaced));
  add_shelters(act.writer(), versions.added, document);
  const Revision revision = act.close();
  transaction.commit();
  return revision;
}

Revision adopt_depots(Project& project, const ActInfo& info, const std::vector<Delivered<Depot>>& depots) {
  Transaction transaction{project.connection()};
  ActRecord act{project.connection(), "depots.adopt", info.author, info.reason};
  refuse_errors(adoption_findings(project, depots, info.document.title), "the depots are refused");
  Versions<Depot> versions{read_depots(project.connection(), Window{act.before()}), depots};
  const DocumentId document = act.add(info.document);
  act.writer().supersede("depot", std::move(versions.replaced));
  add_depots(act.writer(), versions.added, document);
  const Revision revision = act.close();
  transaction.commit();
  return revision;
}

std::vector<Finding> stock_findings(const Project& project, const std::vector<DeliveredLot>& lots, const std::string& file) {
  std::set<std::string> known;
  for (const Kept<Depot>& depot : read_depots(project.connection(), Window{last_revision(project.connection())})) known.insert(depot.fact.local_id);
  std::vector<Finding> findings;
  for (const DeliveredLot& d : lots) {
    append(findings, lot_findings(d.lot, file, d.record));
    if (known.count(d.depot) > 0) continue;
    findings.push_back({.rule = "stock.unknown_depot", .subject = {file, std::to_string(d.record), "depot"}, .facts = {{"depot", d.depot}}});
  }
  return findings;
}

Revision record_stock(Project& project, const ActInfo& info, const std::vector<DeliveredLot>& lots) {
  Transaction transaction{project.connection()};
  ActRecord act{project.connection(), "stocks.record", info.author, info.reason};
  refuse_errors(stock_findings(project, lots, info.document.title), "the stock is refused");
  std::map<std::string, DepotId> depots;
  for (const Kept<Depot>& depot : read_depots(project.connection(), Window{act.before()})) depots.emplace(depot.fact.local_id, depot.fact.id);
  std::map<std::pair<DepotId, Date>, Date> counts;  // what is counted, and until when that holds
  std::vector<StockLot> added;
  for (const DeliveredLot& d : lots) {
    added.push_back(d.lot);
    added.back().depot = depots.at(d.depot);
    counts.emplace(std::pair{added.back().depot, d.lot.counted}, open_end);
  }
  const auto held = read_stock(project.connection(), Window{act.before()});
  for (auto& [count, until] : counts) {
    for (const Kept<StockLot>& kept : held) {
      if (kept.fact.depot == count.first && kept.fact.counted > count.second) until = std::min(until, kept.fact.counted);
    }
    for (const auto& [other, rest] : counts) {
      if (other.first == count.first && other.second > count.second) until = std::min(until, other.second);
    }
  }
  for (StockLot& lot : added) lot.until = counts.at({lot.depot, lot.counted});
  std::vector<std::int64_t> replaced;
  for (const Kept<StockLot>& kept : held) {
    std::optional<Date> ends;
    for (const auto& [count, until] : counts) {
      const bool touched = count.first == kept.fact.depot && kept.fact.counted <= count.second && count.second < kept.fact.until;
      if (touched && (!ends || count.second < *ends)) ends = count.second;
    }
    if (!ends) continue;
    replaced.push_back(kept.number);
    if (kept.fact.counted == *ends) continue;  // a better count of the same day
    added.push_back(kept.fact);
    added.back().until = *ends;
  }
  const DocumentId document = act.add(info.document);
  act.writer().supersede("depot_stock", std::move(replaced));
  add_stock(act.writer(), added, document);
  const Revision revision = act.close();
  transaction.commit();
  return revision;
}

ShelterCoverage coverage_of(const ShelterDesk& desk, const ShelterQuestion& question) {
  ShelterCoverage coverage = shelter_coverage(desk.shelters, desk.homes, desk.zones, desk.places, desk.divisions, desk.rules.shelters, question,
                                              desk.terrain ? &*desk.terrain : nullptr);
  for (ShelterState& state : coverage.states) {
    for (Finding& note : state.notes) {
      const auto at = std::find_if(note.facts.begin(), note.facts.end(), [](const auto& fact) { return fact.first == "hazard"; });
      const HazardKind* known = at == note.facts.end() ? nullptr : desk.rules.events.hazard(at->second);
      if (known != nullptr) note.facts.insert(note.facts.end(), {{"hazard_en", known->words.en}, {"hazard_zh", known->words.zh}});
    }
  }
  return coverage;
}

ShelterDesk shelter_desk(const Project& project, const AsOf& as_of) {
  ShelterDesk desk{relief_rules(project), shelters_on(project, as_of), {}, project.hazard_zones(as_of), {}, project.divisions(as_of), {}};
  const Territory territory = derive(project.snapshot(as_of), StatusQuo{});
  const CoverageIndex index{territory.mesh};
  const auto home = [&](Position at) {
    const UnitIndex unit = index.unit_at(at);
    return unit == nobody || territory.holders[unit].size() != 1 ? DivisionId{} : territory.holders[unit].front();
  };
  for (const Shelter& shelter : desk.shelters) desk.homes.push_back(home(shelter.position));
  Box box;
  for (const NamedPlace& place : project.places(as_of)) {
    if (!place.position || !place.people) continue;
    desk.places.push_back({place.names.empty() ? "" : place.names.front().text, *place.position, place.people->people, home(*place.position)});
  }
  for (const Shelter& shelter : desk.shelters) box.add(shelter.position);
  if (!box.empty() && !project.elevations(as_of).empty()) {
    try {
      desk.terrain.emplace(project.elevation_grid(choose_elevation(project, as_of, box)));
    } catch (const Error& error) {
      if (error.fault() != Fault::missing) throw;  // heights of other ground
    }
  }
  return desk;
}

}  // namespace merestone
