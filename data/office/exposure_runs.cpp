// SPDX-License-Identifier: Apache-2.0
#include "data/office/exposure_runs.hpp"

#include "data/db/digest.hpp"
#include "data/db/refusal.hpp"
#include "data/office/act_record.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <tuple>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const MultiPolygon& shape) {
  const auto ring = [](const Ring& positions) {
    Json list = Json::array();
    for (const Position p : positions) list.push_back({p.lon, p.lat});
    return list;
  };
  Json polygons = Json::array();
  for (const Polygon& polygon : shape) {
    Json rings = Json::array({ring(polygon.outer)});
    for (const Ring& hole : polygon.holes) rings.push_back(ring(hole));
    polygons.push_back(std::move(rings));
  }
  return polygons;
}

MultiPolygon shape_of(const Json& polygons) {
  MultiPolygon shape;
  for (const Json& rings : polygons) {
    Polygon& polygon = shape.emplace_back();
    for (std::size_t i = 0; i < rings.size(); ++i) {
      Ring positions;
      for (const Json& p : rings[i]) positions.push_back({p.at(0).get<std::int64_t>(), p.at(1).get<std::int64_t>()});
      if (i == 0) polygon.outer = std::move(positions);
      else polygon.holes.push_back(std::move(positions));
    }
  }
  return shape;
}

/// Areas in whole square decimetres, so that the text is the same on every machine.
double told(double area_m2) { return std::round(area_m2 * 100) / 100; }

ExposureQuery query_of(const ExposureRun& run) {
  const Json json = Json::parse(run.parameters);
  ExposureQuery query;
  query.division = json.at("division").get<std::string>();
  query.level = json.at("level").get<Level>();
  query.kinds = json.at("kinds").get<std::vector<std::string>>();
  for (const Json& zone : json.at("what_if")) {
    HazardZone& made = query.what_if.emplace_back();
    made.local_id = zone.at("id").get<std::string>();
    made.valid = {parse_date(zone.at("from").get<std::string>()), parse_date(zone.at("until").get<std::string>())};
    made.kind = zone.at("kind").get<std::string>();
    made.severity = zone.at("severity").get<int>();
    made.name = zone.at("name").get<std::string>();
    made.shape = shape_of(zone.at("nanodegrees"));
  }
  return query;
}

}  // namespace

std::string parameters_of(const ExposureReport& report) {
  Json zones = Json::array();
  for (const HazardZone& zone : report.query.what_if) {
    zones.push_back({{"id", zone.local_id}, {"from", to_string(zone.valid.from)}, {"until", to_string(zone.valid.until)}, {"kind", zone.kind}, {"severity", zone.severity}, {"name", zone.name}, {"nanodegrees", json_of(zone.shape)}});
  }
  return Json{{"day", to_string(report.as_of.day)}, {"revision", report.as_of.revision}, {"viewpoint", "status quo"},
              {"division", report.query.division}, {"level", report.level}, {"kinds", report.query.kinds},
              {"what_if", zones}, {"area_method", "geodesic, union of zones, each position once at its highest severity"},
              {"people_method", report.people_method}, {"method", exposure_method}}.dump();
}

int method_of(const ExposureRun& run) { return Json::parse(run.parameters).value("method", 0); }

std::string inputs_of(const ExposureReport& report) {
  Json list = Json::array();
  for (const ExposureInput& input : report.inputs) {
    list.push_back({{"layer", input.layer}, {"records", input.records}, {"first_day", input.first_day}, {"last_day", input.last_day},
                    {"sha256", input.sha256}});
  }
  return list.dump();
}

namespace {

std::string results_with(const ExposureReport& report, const std::function<bool(const std::string&)>& counted) {
  const auto counts = [&](const std::vector<std::size_t>& list) {
    Json json = Json::object();
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (counted(report.point_kinds[i])) json[report.point_kinds[i]] = list[i];
    }
    return json;
  };
  Json lines = Json::array();
  for (const ExposureLine& line : report.lines) {
    lines.push_back({{"code", line.division.code}, {"name", line.division.name}, {"kind", line.kind}, {"severity", line.severity},
                     {"area_m2", told(line.area_m2)}, {"share", std::round(line.share * 1e6) / 1e6}, {"people", line.people},
                     {"counts", counts(line.counts)}});
  }
  Json totals = Json::array();
  for (const ExposureTotal& total : report.totals) {
    totals.push_back({{"code", total.division.code}, {"name", total.division.name}, {"area_m2", told(total.area_m2)},
                      {"people", total.people}, {"counts", counts(total.counts)}});
  }
  const ExposureUnresolved& open = report.unresolved;
  return Json{{"lines", lines}, {"totals", totals},
              {"unresolved", {{"people", open.people}, {"of_people", open.of_people}, {"people_share", open.people_share()},
                              {"villages_uncounted", open.villages_uncounted}, {"villages", open.villages},
                              {"places_without_position", open.places_without_position},
                              {"zones_beyond_m2", told(open.zones_beyond_m2)}}}}.dump();
}

/// As it would have been told when the run was made: kinds of things that were not counted then are left out.
std::string results_like(const ExposureReport& report, const ExposureRun& run) {
  const Json results = Json::parse(run.results);
  const Json& counts = results.at("totals").empty() ? Json::object() : results.at("totals").at(0).at("counts");
  return results_with(report, [&](const std::string& kind) { return counts.contains(kind); });
}

}  // namespace

std::string results_of(const ExposureReport& report) {
  return results_with(report, [](const std::string& kind) { return kind != "people"; });
}

SavedRun save_run(Project& project, const ActInfo& info, const ExposureReport& report, const std::string& title) {
  Transaction transaction{project.connection()};
  ActRecord act{project.connection(), "exposure_runs.save", info.author, info.reason};
  ExposureRun run;
  run.title = title;
  run.day = report.as_of.day;
  run.known = report.as_of.revision;
  run.parameters = parameters_of(report);
  run.inputs = inputs_of(report);
  run.results = results_of(report);
  run.digest = sha256(run.results);
  act.tell("results_sha256", run.digest);
  SavedRun saved{add_exposure_run(act.writer(), run), 0};
  saved.revision = act.close();
  transaction.commit();
  return saved;
}

std::vector<ExposureRun> exposure_runs(const Project& project, Revision revision) {
  const Revision last = last_revision(project.connection());
  return read_exposure_runs(project.connection(), revision == latest_revision ? last : std::min(revision, last));
}

ExposureRun exposure_run(const Project& project, std::int64_t number) {
  for (ExposureRun& run : exposure_runs(project)) {
    if (run.number == number) return std::move(run);
  }
  refuse(Fault::missing, "exposure.no_run", "no such run", {{"run", std::to_string(number)}});
}

RepeatedRun repeat_run(const Project& project, const ExposureRun& run) {
  if (Json::parse(run.parameters).at("people_method") != "places") {
    refuse(Fault::invalid, "exposure.not_repeatable", "people were given beside the record", {{"run", std::to_string(run.number)}});
  }
  const ExposureQuery query = query_of(run);
  const ExposureReport then = ExposureDesk{project, {run.day, run.known}}.exposure(query);
  RepeatedRun repeated{.method = method_of(run), .same = results_like(then, run) == run.results, .today = ExposureDesk{project, {run.day, latest_revision}}.exposure(query)};
  repeated.same_today = results_like(repeated.today, run) == run.results;
  std::map<std::string, std::string> digests;
  for (const Json& input : Json::parse(run.inputs)) digests[input.at("layer")] = input.at("sha256");
  for (const ExposureInput& input : repeated.today.inputs) {
    const auto at = digests.find(input.layer);
    if (at == digests.end() || at->second != input.sha256) repeated.changed.push_back(input.layer);
  }
  return repeated;
}

std::vector<ExposureDifference> compare_runs(const ExposureRun& first, const ExposureRun& second) {
  using Key = std::tuple<std::string, std::string, int>;
  std::vector<ExposureDifference> all;
  std::map<Key, std::size_t> at;
  const ExposureRun* runs[] = {&first, &second};
  for (std::size_t side = 0; side < 2; ++side) {
    const Json results = Json::parse(runs[side]->results);
    for (const Json& line : results.at("lines")) {
      const Key key{line.at("code"), line.at("kind"), line.at("severity")};
      const auto [found, fresh] = at.emplace(key, all.size());
      if (fresh) all.push_back({line.at("code"), line.at("name"), line.at("kind"), line.at("severity")});
      all[found->second].area_m2[side] = line.at("area_m2");
      all[found->second].people[side] = line.at("people");
    }
  }
  std::erase_if(all, [](const ExposureDifference& d) { return d.area_m2[0] == d.area_m2[1] && d.people[0] == d.people[1]; });
  return all;
}

}  // namespace merestone
