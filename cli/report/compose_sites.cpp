// SPDX-License-Identifier: Apache-2.0
// Place names, hazards, burial facilities.
#include "cli/report/compose.hpp"
#include "tiles/sheet/ink.hpp"

#include <algorithm>

namespace merestone {
namespace {

void add_notices(ReportDocument& document, const BoundaryReport& report, const Phrases& phrases) {
  for (const std::string& source : report.generated) {
    document.blocks.emplace_back(Notice{phrases.text("notice"), phrases.text("notice-generated", {{"source", source}})});
  }
}

}  // namespace

void compose_hazards(ReportDocument& document, const BoundaryReport& report, const Phrases& phrases) {
  document.blocks.emplace_back(Heading{phrases.text("section-hazards"), "hazards"});
  if (report.exposures.empty()) {
    document.blocks.emplace_back(Paragraph{phrases.text(report.zones_known ? "hazards-none" : "hazards-unknown")});
    return;
  }
  add_notices(document, report, phrases);
  document.blocks.emplace_back(Paragraph{phrases.text("hazards-intro")});
  Table table;
  table.columns = {{phrases.text("hazard"), 2}, {phrases.text("severity"), 0.9, Align::right},
                   {phrases.text("area-km2"), 1.3, Align::right}, {phrases.text("share"), 1, Align::right},
                   {phrases.text("share-bar"), 3}};
  const auto share = [&](double area_m2) { return report.area_m2 > 0 ? phrases.percent(area_m2 / report.area_m2, 2) : ""; };
  const auto bar = [&](double area_m2, const Colour& colour) { return Bar{report.area_m2 > 0 ? area_m2 / report.area_m2 : 0, colour}; };
  for (std::size_t i = 0; i < report.exposures.size(); ++i) {
    const ReportExposure& exposure = report.exposures[i];
    const bool whole = exposure.severity == 0;
    const std::size_t next = i + 1;
    // Where a kind has one severity alone, its row says all.
    const bool only = whole && next < report.exposures.size() && report.exposures[next].severity != 0 &&
                      (next + 1 == report.exposures.size() || report.exposures[next + 1].severity == 0);
    if (only) ++i;
    ReportRow row{{{whole ? phrases.word("hazard", exposure.kind) : ""},
             {only ? std::to_string(report.exposures[next].severity)
              : whole ? phrases.text("severity-all")
                      : std::to_string(exposure.severity)},
             {phrases.km2(exposure.area_m2)}, {share(exposure.area_m2)}, {""}},
            whole};
    row.bar = bar(exposure.area_m2, whole ? zone_ink(exposure.kind, 5) : zone_ink_on_ground(exposure.kind, exposure.severity));
    table.rows.push_back(std::move(row));
  }
  table.total = ReportRow{{{phrases.text("any-hazard")}, {""}, {phrases.km2(report.exposed_m2)}, {share(report.exposed_m2)}, {""}}, true};
  table.total->bar = bar(report.exposed_m2, ink::quiet);
  document.blocks.emplace_back(std::move(table));
}

void compose_sites(ReportDocument& document, const BoundaryReport& report, const Phrases& phrases) {
  document.blocks.emplace_back(Heading{phrases.text("section-sites"), "sites"});
  if (report.sites.empty()) {
    document.blocks.emplace_back(Paragraph{phrases.text("sites-none")});
  } else {
    add_notices(document, report, phrases);
    std::int64_t capacity = 0, used = 0, flagged = 0, flagged_capacity = 0;
    for (const ReportSite& site : report.sites) {
      capacity += site.capacity;
      used += site.used;
      flagged += site.hazards.empty() ? 0 : 1;
      flagged_capacity += site.hazards.empty() ? 0 : site.capacity;
    }
    const auto count = [&](std::int64_t n) { return phrases.number(static_cast<double>(n)); };
    std::string intro = phrases.counted("sites-intro", report.sites.size(),
                                        {{"count", count(static_cast<std::int64_t>(report.sites.size()))},
                                         {"capacity", count(capacity)}, {"used", count(used)}});
    if (flagged > 0) {
      intro = phrases.sentences(intro, phrases.counted("sites-flagged", static_cast<std::size_t>(flagged),
                                                       {{"count", count(flagged)}, {"capacity", count(flagged_capacity)}}));
    }
    document.blocks.emplace_back(Paragraph{std::move(intro)});
    Table table;
    table.columns = {{phrases.text("name"), 4.4}, {phrases.text("kind"), 1.4}, {phrases.text("within"), 1.8},
                     {phrases.text("capacity"), 0.9, Align::right}, {phrases.text("used"), 0.9, Align::right},
                     {phrases.text("in-zone"), 2.1}};
    const bool members = std::any_of(report.sites.begin(), report.sites.end(),
                                     [](const ReportSite& site) { return site.within.id.value != 0; });
    const auto without_member = [&](auto& list) {
      if (!members) list.erase(list.begin() + 2);
    };
    without_member(table.columns);
    for (const ReportSite& site : report.sites) {
      std::string zones;
      for (const auto& [kind, severity] : site.hazards) {
        zones += (zones.empty() ? "▲ " : phrases.text("list-comma")) +
                 phrases.text("zone-severity", {{"kind", phrases.word("hazard", kind)}, {"severity", std::to_string(severity)}});
      }
      table.rows.push_back({{{site.name}, {phrases.word("site", site.kind)}, {site.within.name}, {count(site.capacity)},
                             {count(site.used)}, {zones, "", "", true}}});
      without_member(table.rows.back().cells);
    }
    table.total = ReportRow{{{phrases.text("total")}, {""}, {""}, {count(capacity)}, {count(used)}, {""}}, true};
    without_member(table.total->cells);
    document.blocks.emplace_back(std::move(table));
  }

  if (report.places.empty()) return;
  document.blocks.emplace_back(Heading{phrases.text("section-places"), "places"});
  document.blocks.emplace_back(Paragraph{
      phrases.counted("places-intro", report.places.size(),
                      {{"count", phrases.number(static_cast<double>(report.places.size()))}})});
  Table table;
  const bool members = std::any_of(report.places.begin(), report.places.end(),
                                   [](const ReportPlace& place) { return place.within.id.value != 0; });
  const std::size_t count = report.places.size();
  const bool positions = !members || count <= 60;  // long lists say in which member, which is nearer than an angle
  table.columns_of_rows = count <= 12 ? 1 : positions ? 2 : 3;
  table.columns = {{phrases.text("name"), 2.1}};
  if (members) table.columns.push_back({phrases.text("within"), 1.3});
  if (positions) table.columns.push_back({phrases.text("position"), 2});
  for (const ReportPlace& place : report.places) {
    ReportRow row{{{place.name, place.others}}};
    if (members) row.cells.push_back({place.within.name});
    if (positions) row.cells.push_back({phrases.position(place.position)});
    table.rows.push_back(std::move(row));
  }
  document.blocks.emplace_back(std::move(table));
}

}  // namespace merestone
