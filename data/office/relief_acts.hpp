// SPDX-License-Identifier: Apache-2.0
/// Shelters, depots and disasters, as an office keeps them. Acts like those of acts.hpp.
#pragma once

#include "data/office/acts.hpp"
#include "gis/relief/bulletin.hpp"
#include "gis/relief/coverage.hpp"
#include "gis/relief/depot.hpp"

namespace merestone {

/// What the packs of the project say of relief: of each list that of the first pack that has one.
ReliefRules relief_rules(const Project& project);

std::vector<Shelter> shelters_on(const Project& project, const AsOf& as_of);
std::vector<Depot> depots_on(const Project& project, const AsOf& as_of);
/// All lots that lay there on the day.
std::vector<StockLot> stock_on(const Project& project, const AsOf& as_of);

/// A record of a table and the number of its row.
template <class Thing>
struct Delivered {
  Thing thing;
  std::size_t record = 0;
};

/// What keeps shelters or depots from being adopted: shelter_findings() or depot_findings() of each, relief.id_twice.
std::vector<Finding> adoption_findings(const Project& project, const std::vector<Delivered<Shelter>>& shelters, const std::string& file);
std::vector<Finding> adoption_findings(const Project& project, const std::vector<Delivered<Depot>>& depots, const std::string& file);
/// One with the id of one on record is a further version of it: the earlier one holds up to the day on which it begins.
/// @throws Error invalid with adoption_findings().
Revision adopt_shelters(Project& project, const ActInfo& info, const std::vector<Delivered<Shelter>>& shelters);
Revision adopt_depots(Project& project, const ActInfo& info, const std::vector<Delivered<Depot>>& depots);

/// A lot as a table has it: the depot by its id.
struct DeliveredLot {
  std::string depot;
  StockLot lot;
  std::size_t record = 0;
};
/// lot_findings() of each, stock.unknown_depot.
std::vector<Finding> stock_findings(const Project& project, const std::vector<DeliveredLot>& lots, const std::string& file);
/// A count of everything in each depot that it names: what was counted there before held up to that day.
/// @throws Error invalid with stock_findings().
Revision record_stock(Project& project, const ActInfo& info, const std::vector<DeliveredLot>& lots);

/// The disasters on record, the earliest first.
std::vector<DisasterEvent> events_of(const Project& project, Revision revision = latest_revision);
/// @throws Error missing event.unknown.
DisasterEvent find_event(const Project& project, const std::string& local_id, Revision revision = latest_revision);
std::vector<EventFigure> event_figures(const Project& project, EventId event, Revision revision = latest_revision);

/// @throws Error invalid with event_findings(); conflict event.known for a number that is on record.
Revision open_event(Project& project, const ActInfo& info, const DisasterEvent& event);
/// When it ended, its level, its name or its area, as they are now known. @throws Error missing event.unknown, invalid with
/// event_findings().
Revision update_event(Project& project, const ActInfo& info, const DisasterEvent& event);

struct ReportsOutcome {
  Revision revision = 0;  ///< 0: nothing new
  std::size_t recorded = 0;
  std::size_t same = 0;
  std::vector<Finding> findings;  ///< warnings
};
/// Reports of one event, taken whole or refused whole. @throws Error missing event.unknown; invalid with judge_reports().
ReportsOutcome record_reports(Project& project, const ActInfo& info, const std::string& event, const std::vector<DeliveredReport>& reports);
/// The same without writing.
ReportsOutcome check_reports(const Project& project, const std::string& event, const std::vector<DeliveredReport>& reports, const std::string& file);

/// The bulletin of an event with all that it needs from the record.
Bulletin event_bulletin(const Project& project, const DisasterEvent& event, const BulletinQuestion& question, Revision revision = latest_revision);

/// Villages with people, and on whose ground they and the shelters lie, as of a day.
struct ShelterDesk {
  ReliefRules rules;
  std::vector<Shelter> shelters;
  std::vector<DivisionId> homes;  ///< of the shelters
  std::vector<HazardZone> zones;
  std::vector<SettledPlace> places;
  DivisionRegister divisions;
  std::optional<Terrain> terrain;  ///< where heights are on record
};
ShelterDesk shelter_desk(const Project& project, const AsOf& as_of);
/// With the law's words for hazards in its notes.
ShelterCoverage coverage_of(const ShelterDesk& desk, const ShelterQuestion& question);

/// What waits for the office: stock that expires, reports that are asked for.
struct ReliefTask {
  Date due{};
  bool overdue = false;
  std::optional<Date> done{};
  enum class Kind { expiring_stock, report } kind = Kind::report;
  Wording stage{};                 ///< of a report
  std::string subject{};
};
std::vector<ReliefTask> relief_tasks(const Project& project, Date day);

}  // namespace merestone
