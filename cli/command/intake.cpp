// SPDX-License-Identifier: Apache-2.0
#include "cli/command/intake.hpp"

#include "data/office/acts.hpp"
#include "data/office/refuse_errors.hpp"
#include "data/office/hazard_findings.hpp"
#include "gis/base/error.hpp"
#include "gis/divisions/coverage_findings.hpp"
#include "gis/divisions/history_check.hpp"
#include "gis/geodesy/geodesic.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace merestone {
namespace {

/// One nanodegree of latitude is about 0.111 mm.
constexpr double nanodegrees_per_metre = 8983.0;

std::vector<std::pair<std::string, Level>> codes_on(const Project& project, Date day) {
  std::vector<std::pair<std::string, Level>> codes;
  const auto divisions = project.divisions({day});
  for (const auto& division : divisions.all()) codes.emplace_back(division.code, division.level);
  return codes;
}

ActInfo act_of(const IntakeRequest& request, Document document, const Progress& progress) {
  if (!request.title.empty()) document.title = request.title;
  if (!request.number.empty()) document.number = request.number;
  if (!request.issuer.empty()) document.issuer = request.issuer;
  if (!request.licence.empty()) document.licence = request.licence;
  return {request.author, request.reason, std::move(document), progress};
}

/// Records that do not say since when they hold, hold since the day the office names.
template <class Record>
void begin_on(std::vector<Record>& records, Date day) {
  for (auto& record : records) {
    if (record.valid.from == unknown_start) record.valid.from = day;
  }
}

/// The part that is the same for all kinds: refuse what is wrong, then act.
template <class Delivered, class Records, class Act>
IntakeResult finish(const IntakeRequest& request, Delivered& delivered, const Records& records, const Progress& progress,
                    IntakeResult result, const Act& act) {
  result.detected = delivered.detected;
  result.records = records.size();
  result.findings = std::move(delivered.findings);
  refuse_errors(result.findings, request.file + " was not adopted");
  if (!request.dry_run) result.revision = act(act_of(request, delivered.source, progress));
  return result;
}

IntakeResult take_divisions(Project& project, const IntakeRequest& request, const Progress& progress) {
  auto delivered = read_divisions(request.file, request.reading, progress);
  const auto add = [&delivered](std::vector<Finding> more) {
    std::ranges::move(more, std::back_inserter(delivered.findings));
  };
  add(check_delivery(delivered.divisions, codes_on(project, request.valid_from)));
  if (progress) progress("checking borders", 0, 0);
  const auto build = build_mesh(delivered.rings, std::llround(request.tolerance_m * nanodegrees_per_metre));
  add(coverage_findings(build.faults, delivered.divisions, request.accepted));

  IntakeResult result;
  result.moved = build.moves.size();
  for (const auto& move : build.moves) {
    result.furthest_m = std::max(result.furthest_m, distance_m(move.from, move.to));
  }
  return finish(request, delivered, delivered.divisions, progress, result, [&](const ActInfo& info) {
    return adopt_divisions(project, info, {delivered.divisions, build.mesh, request.code_system, {request.valid_from, open_end}});
  });
}

IntakeResult take_history(Project& project, const IntakeRequest& request, const Progress& progress) {
  auto delivered = read_history(request.file, request.reading, progress);
  std::ranges::move(check_history(delivered.states, project.division_facts()), std::back_inserter(delivered.findings));
  return finish(request, delivered, delivered.states, progress, {}, [&](const ActInfo& info) {
    return adopt_history(project, info, delivered.states, request.code_system);
  });
}

IntakeResult take_places(Project& project, const IntakeRequest& request, const Progress& progress) {
  auto delivered = read_places(request.file, request.reading, progress);
  begin_on(delivered.places, request.valid_from);
  for (auto& place : delivered.places) {
    if (!place.people || place.people->counted != unknown_start) continue;
    place.people->counted = request.counted == unknown_start ? place.valid.from : request.counted;
  }
  return finish(request, delivered, delivered.places, progress, {},
                [&](const ActInfo& info) { return adopt_places(project, info, delivered.places); });
}

IntakeResult take_hazards(Project& project, const IntakeRequest& request, const Progress& progress) {
  auto delivered = read_hazard_zones(request.file, request.reading, progress);
  begin_on(delivered.zones, request.valid_from);
  std::ranges::move(hazard_findings(project, delivered.zones, request.file), std::back_inserter(delivered.findings));
  return finish(request, delivered, delivered.zones, progress, {},
                [&](const ActInfo& info) { return adopt_hazard_zones(project, info, delivered.zones); });
}

OnRecord on_record(const IntakeRequest& request) { return request.update ? OnRecord::amend : OnRecord::refuse; }

IntakeResult take_cemeteries(Project& project, const IntakeRequest& request, const Progress& progress) {
  auto delivered = read_facility_files(request.file, request.reading, progress);
  for (auto& one : delivered.facilities) {
    if (one.facility.valid.from == unknown_start) one.facility.valid.from = request.valid_from;
    if (one.record) one.record->valid = one.facility.valid;
  }
  refuse_errors(delivered.findings, request.file + " was not adopted");
  std::ranges::move(delivery_findings(project, delivered.facilities, on_record(request), request.file), std::back_inserter(delivered.findings));
  return finish(request, delivered, delivered.facilities, progress, {},
                [&](const ActInfo& info) { return adopt_facility_files(project, info, delivered.facilities, on_record(request)); });
}

IntakeResult take_graves(Project& project, const IntakeRequest& request, const Progress& progress) {
  auto delivered = read_graves(request.file, request.reading, progress);
  refuse_errors(delivered.findings, request.file + " was not adopted");
  std::ranges::move(grave_findings(project, delivered.graves, on_record(request), request.file), std::back_inserter(delivered.findings));
  refuse_errors(delivered.findings, request.file + " was not adopted");
  const std::size_t fresh = graves_that_differ(project, delivered.graves);
  IntakeResult result;
  result.same = delivered.graves.size() - fresh;
  return finish(request, delivered, delivered.graves, progress, result, [&](const ActInfo& info) {
    return fresh == 0 ? Revision{0} : adopt_graves(project, info, delivered.graves, on_record(request));
  });
}

IntakeResult take_land(Project& project, const IntakeRequest& request, const Progress& progress) {
  auto delivered = read_land_features(request.file, request.reading, progress);
  begin_on(delivered.features, request.valid_from);
  std::ranges::move(land_findings(project, delivered.features, request.file), std::back_inserter(delivered.findings));
  return finish(request, delivered, delivered.features, progress, {},
                [&](const ActInfo& info) { return adopt_land_features(project, info, delivered.features, request.replace); });
}

IntakeResult take_population(Project& project, const IntakeRequest& request, const Progress& progress) {
  auto delivered = read_population(request.file, request.reading, request.counted, progress);
  std::ranges::move(count_findings(project, delivered.counts, request.file), std::back_inserter(delivered.findings));
  return finish(request, delivered, delivered.counts, progress, {},
                [&](const ActInfo& info) { return adopt_population(project, info, delivered.counts); });
}

IntakeResult take_elevation(Project& project, const IntakeRequest& request, const Progress& progress) {
  auto delivered = read_elevation(request.file, request.reading, request.heights, progress);
  ElevationAdoption adoption{std::move(delivered.grid), request.height_accuracy_m, {request.valid_from, open_end}};
  refuse_errors(delivered.findings, request.file + " was not adopted");
  delivered.findings = adoption_findings(project, adoption);
  return finish(request, delivered, adoption.grid.heights_m, progress, {},
                [&](const ActInfo& info) { return adopt_elevation(project, info, adoption); });
}

}  // namespace

void map_columns(ReadOptions& reading, const std::vector<std::string>& pairs, const std::string& command) {
  for (const std::string& pair : pairs) {
    const auto at = pair.find('=');
    if (at == std::string::npos || at == 0) {
      const std::string what = "--map takes our field and their column, as in code=insee; not " + pair;
      throw Error{Fault::invalid, what, {{.rule = "cli.usage", .facts = {{"what", what}, {"command", command}}}}};
    }
    reading.columns[pair.substr(0, at)] = pair.substr(at + 1);
  }
}

IntakeResult take_in(const std::string& location, const IntakeRequest& request, const Progress& progress) {
  auto project = Project::open(location, request.dry_run ? Access::read : Access::write);
  auto asked = request;
  const auto day = request.valid_from == unknown_start ? today() : request.valid_from;
  asked.reading.extent = project.extent({day});
  switch (request.kind) {
    case IntakeKind::divisions: return take_divisions(project, asked, progress);
    case IntakeKind::history: return take_history(project, asked, progress);
    case IntakeKind::places: return take_places(project, asked, progress);
    case IntakeKind::hazards: return take_hazards(project, asked, progress);
    case IntakeKind::population: return take_population(project, asked, progress);
    case IntakeKind::elevation: return take_elevation(project, asked, progress);
    case IntakeKind::graves: return take_graves(project, asked, progress);
    case IntakeKind::land: return take_land(project, asked, progress);
    case IntakeKind::cemeteries: break;
  }
  return take_cemeteries(project, asked, progress);
}

}  // namespace merestone
