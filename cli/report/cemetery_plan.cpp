// SPDX-License-Identifier: Apache-2.0
#include "cli/report/cemetery_plan.hpp"

#include "cli/report/burial_parts.hpp"
#include "cli/report/csv.hpp"
#include "cli/report/document.hpp"
#include "cli/report/report_files.hpp"
#include "cli/report/sheet_parts.hpp"
#include "gis/base/text.hpp"

#include <algorithm>

namespace merestone {
namespace {

constexpr Colour used_ink{0.35, 0.45, 0.55};
constexpr Colour overfull_ink{0.77, 0.12, 0.17};

std::string years(const std::optional<double>& value, const Phrases& phrases) { return value ? phrases.number(*value, 1) : "–"; }

ReportRow row_of(const std::string& name, const std::string& kind, const FacilityUse& use, const Phrases& phrases) {
  const auto number = [&](std::int64_t value) { return phrases.number(static_cast<double>(value)); };
  Cell free{number(use.available)};
  free.flagged = use.available < 0;
  Cell rate{use.rate.basis == FillRate::Basis::none ? "–" : phrases.number(use.rate.per_year, 1)};
  if (use.rate.basis != FillRate::Basis::none) rate.detail = std::to_string(use.rate.first_year) + "–" + std::to_string(use.rate.last_year);
  Cell left{years(use.years_left, phrases)};
  left.flagged = use.years_left && *use.years_left < 5;
  ReportRow row{{{name, kind}, {number(use.planned)}, {number(use.used)}, free, rate, left, {use.used_share ? phrases.percent(*use.used_share) : "–"}, {}}};
  if (use.used_share) row.bar = Bar{std::min(1.0, *use.used_share), *use.used_share > 1 ? overfull_ink : used_ink};
  return row;
}

std::string percent_of(const std::optional<double>& value, const Phrases& phrases) { return value ? phrases.percent(*value / 100) : "–"; }

Cell finding_of(const PlannedFacility& f, const Phrases& phrases) {
  Cell cell;
  const auto say = [&](const char* key) { cell.text += (cell.text.empty() ? "" : phrases.text("list-comma")) + phrases.text(key); };
  if (f.term_kept == false) say("plan-term-too-long");
  if (f.green_kept == false) say("plan-too-bare");
  cell.flagged = !cell.text.empty();
  if (cell.flagged) return cell;
  const bool asks_green = f.least_cover_percent > 0 || f.least_green_percent > 0;
  const bool unknown = (f.most_term_years > 0 && !f.term_kept) || (asks_green && !f.green_kept);
  say(f.most_term_years <= 0 && !asks_green ? "plan-no-limit" : unknown ? "plan-not-recorded" : "siting-kept");
  return cell;
}

/// For how long plots are given and how green the ground is, against what the law asks.
void add_kept(ReportDocument& document, const CemeteryPlan& plan, const Phrases& phrases) {
  if (plan.facilities.empty()) return;
  document.blocks.emplace_back(Heading{phrases.text("section-plan-kept"), "kept"});
  Table table;
  table.columns = {{phrases.text("plan-facility"), 3}, {phrases.text("plan-term"), 1.2, Align::right}, {phrases.text("plan-cover"), 1.2, Align::right},
                   {phrases.text("plan-green"), 1.2, Align::right}, {phrases.text("siting-verdict"), 2}};
  std::vector<std::string> said;
  for (std::size_t i = 0; i < plan.facilities.size(); ++i) {
    const PlannedFacility& f = plan.facilities[i];
    Cell term{f.term_years ? phrases.number(*f.term_years) : "–"}, cover{percent_of(f.cover_percent, phrases)}, green{percent_of(f.green_percent, phrases)};
    term.flagged = f.term_kept == false;
    cover.flagged = green.flagged = f.green_kept == false;
    table.rows.push_back({{{std::to_string(i + 1) + "  " + f.name}, term, cover, green, finding_of(f, phrases)}});
    std::string asked;
    if (f.most_term_years > 0) asked = phrases.text("limit-term", {{"n", phrases.number(f.most_term_years)}});
    if (f.least_cover_percent > 0 || f.least_green_percent > 0) asked += (asked.empty() ? "" : phrases.text("list-comma")) + asked_greenery(f.least_cover_percent, f.least_green_percent, phrases);
    if (asked.empty()) continue;
    asked = phrases.text("plan-asked", {{"what", asked}, {"source", or_dash(f.limit_source)}});
    if (std::find(said.begin(), said.end(), asked) == said.end()) said.push_back(asked);
  }
  document.blocks.emplace_back(std::move(table));
  for (std::string& asked : said) document.blocks.emplace_back(Paragraph{std::move(asked), true});
}

}  // namespace

ReportDocument compose_cemetery_plan(const CemeteryPlan& plan, const Phrases& phrases) {
  const CapacityPlan& p = plan.plan;
  ReportDocument document = begin_sheet(plan.head, phrases.text("cemetery-plan"), plan.name, plan.code, phrases);
  KeyFigures figures;
  figures.figures = {{phrases.number(p.needed), phrases.text("plan-needed"), "need"},
                     {phrases.number(static_cast<double>(p.available)), phrases.text("plan-available"), "facilities"},
                     {phrases.number(std::abs(p.gap)), phrases.text(p.gap > 0 ? "plan-missing" : "plan-spare"), "need"},
                     {years(p.years_left, phrases), phrases.text("plan-years-left"), "need"}};
  document.blocks.emplace_back(std::move(figures));
  document.blocks.emplace_back(Heading{phrases.text("section-plan-need"), "need"});
  document.blocks.emplace_back(Paragraph{phrases.text("plan-formula", {{"people", phrases.number(static_cast<double>(p.request.people))},
      {"rate", phrases.number(p.request.deaths_per_thousand, 2)}, {"years", phrases.number(p.request.years)}, {"share", phrases.percent(p.request.share, 0)},
      {"needed", phrases.number(p.needed)}})});
  const std::string whence = plan.counted_places == 0 || !plan.last_count
                                 ? phrases.text("plan-people-given")
                                 : phrases.text("plan-people-counted", {{"places", phrases.number(static_cast<double>(plan.counted_places))},
                                                                        {"day", phrases.short_date(*plan.last_count)}});
  FactList facts;
  facts.facts = {{phrases.text("plan-people"), phrases.number(static_cast<double>(p.request.people)) + " (" + whence + ")", false, true},
                 {phrases.text("plan-per-year"), phrases.number(p.placements_per_year, 1)},
                 {phrases.text("plan-overfull"), phrases.number(static_cast<double>(p.overfull))},
                 {phrases.text("siting-source"), or_dash(plan.source), false, true}};
  document.blocks.emplace_back(std::move(facts));
  add_map(document, plan.map, "plan-map-caption", phrases);
  document.blocks.emplace_back(Heading{phrases.text("section-plan-facilities"), "facilities"});
  Table table;
  table.columns = {{phrases.text("plan-facility"), 3}, {phrases.text("capacity"), 1, Align::right}, {phrases.text("used"), 1, Align::right},
                   {phrases.text("plan-free"), 1, Align::right}, {phrases.text("plan-rate"), 1.1, Align::right}, {phrases.text("plan-left"), 1, Align::right},
                   {phrases.text("plan-use"), 0.8, Align::right}, {"", 1.4}};
  for (std::size_t i = 0; i < plan.facilities.size(); ++i) {
    const PlannedFacility& f = plan.facilities[i];
    table.rows.push_back(row_of(std::to_string(i + 1) + "  " + f.name, f.words.en.empty() ? f.kind : law_words(f.words, phrases), f.use, phrases));
  }
  if (plan.facilities.size() > 1) {
    table.total = row_of(phrases.text("plan-together"), "", plan.all, phrases);
    table.total->strong = true;
  }
  document.blocks.emplace_back(std::move(table));
  document.blocks.emplace_back(Paragraph{phrases.text("plan-method"), true});
  add_kept(document, plan, phrases);
  add_findings(document, plan.findings, phrases);
  return document;
}

std::string written(const CemeteryPlan& plan, const Phrases& phrases, std::string_view format) {
  if (format != "csv") return sheet_bytes(compose_cemetery_plan(plan, phrases), plan.head.on, format);
  std::vector<std::vector<std::string>> rows{{"facility", "kind", "lon", "lat", "capacity", "used", "free", "per_year", "years_left", "used_share",
                                              "term_years", "green_cover_percent", "green_area_percent", "term_kept", "green_kept"}};
  const auto number = [](const std::optional<double>& value) { return value ? shortest(*value) : std::string{}; };
  const auto kept = [](const std::optional<bool>& value) { return value ? std::string{*value ? "yes" : "no"} : std::string{}; };
  for (const PlannedFacility& f : plan.facilities) {
    rows.push_back({f.name, f.kind, fixed(degrees(f.position.lon), 6), fixed(degrees(f.position.lat), 6), std::to_string(f.use.planned), std::to_string(f.use.used),
                     std::to_string(f.use.available), f.use.rate.basis == FillRate::Basis::none ? "" : fixed(f.use.rate.per_year, 1),
                     f.use.years_left ? fixed(*f.use.years_left, 1) : "", f.use.used_share ? fixed(*f.use.used_share, 4) : "",
                     number(f.term_years), number(f.cover_percent), number(f.green_percent), kept(f.term_kept), kept(f.green_kept)});
  }
  return to_csv(rows);
}

}  // namespace merestone
