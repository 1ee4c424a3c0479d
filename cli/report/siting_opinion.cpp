// SPDX-License-Identifier: Apache-2.0
#include "cli/report/siting_opinion.hpp"

#include "cli/report/burial_parts.hpp"
#include "cli/report/csv.hpp"
#include "cli/report/document.hpp"
#include "cli/report/report_files.hpp"
#include "cli/report/sheet_parts.hpp"
#include "gis/base/text.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {
namespace {

const char* verdict_key(const SitingOpinion::Rule& row) {
  if (row.hit && row.hit->verdict == SitingVerdict::broken) return "siting-broken";
  if (row.hit && row.hit->verdict == SitingVerdict::to_judge) return "siting-to-judge";
  const bool unknown = !row.judged || (row.hit && row.hit->verdict == SitingVerdict::unknown);
  return unknown ? "siting-not-judged" : "siting-kept";
}

std::string distance(const SitingOpinion::Rule& row, const Phrases& phrases) {
  if (!row.hit || !std::isfinite(row.hit->margin_m)) return "–";
  if (row.hit->margin_m < 0) return phrases.text("siting-inside", {{"n", phrases.number(-row.hit->margin_m, 1)}});
  return phrases.text("metres", {{"n", phrases.number(row.hit->margin_m, 1)}});
}

std::string groups(const SitingOpinion::Rule& row, const Phrases& phrases) {
  std::string text = row.law;
  for (const Wording& group : row.groups) text += (text.empty() ? "" : phrases.text("list-comma")) + law_words(group, phrases);
  return text;
}

void add_rules(ReportDocument& document, const SitingOpinion& opinion, const Phrases& phrases) {
  document.blocks.emplace_back(Heading{phrases.text("section-siting-rules"), "rules"});
  Table table;
  table.columns = {{phrases.text("siting-rule"), 3.4}, {phrases.text("siting-limit"), 1.1, Align::right}, {phrases.text("siting-distance"), 1.6, Align::right},
                   {phrases.text("siting-feature"), 1.8}, {phrases.text("siting-seen"), 1.3, Align::right}, {phrases.text("siting-verdict"), 1.5}};
  for (const SitingOpinion::Rule& row : opinion.rows) {
    Cell verdict{phrases.text(verdict_key(row))};
    verdict.flagged = row.hit && row.hit->verdict == SitingVerdict::broken;
    if (row.hit && row.hit->in_doubt) verdict.detail = phrases.text("siting-in-doubt");
    Cell seen{"–"};
    if (row.hit && row.hit->sight.within() > 0) {
      seen.text = phrases.text("siting-seen-from", {{"seen", std::to_string(row.hit->sight.seen)}, {"samples", std::to_string(row.hit->sight.within())}});
      if (row.hit->seen_share > 0 && row.hit->seen_share < 1) seen.detail = phrases.text("siting-seen-share", {{"share", phrases.percent(row.hit->seen_share, 0)}});
    }
    const std::string of = groups(row, phrases);
    table.rows.push_back({{{law_words(row.words, phrases), row.rule + " · " + row.source + (of.empty() ? "" : " · " + of)},
                           {row.limit_m ? phrases.text("metres", {{"n", phrases.number(*row.limit_m)}}) : "–"}, {distance(row, phrases)},
                           {or_dash(row.feature)}, seen, verdict}});
  }
  document.blocks.emplace_back(std::move(table));
}

std::string asked_of(const SitingOpinion::Limit& limit, const Phrases& phrases) {
  using Of = SitingOpinion::Limit::Of;
  if (limit.of == Of::term) return phrases.text("limit-term", {{"n", phrases.number(limit.most)}});
  if (limit.of == Of::stone) return phrases.text("limit-metres", {{"n", phrases.number(limit.most, 2)}});
  if (limit.of == Of::plot) return phrases.text("limit-m2", {{"n", phrases.number(limit.most, 2)}});
  return asked_greenery(limit.least_cover_percent, limit.least_green_percent, phrases);
}

/// The limits of graves and facilities; for a grave that was measured, what was found.
void add_limits(ReportDocument& document, const SitingOpinion& opinion, const Phrases& phrases) {
  if (opinion.limits.empty()) return;
  constexpr const char* names[] = {"limit-of-stone", "limit-of-plot", "limit-of-term", "limit-of-green"};
  const bool measured = std::any_of(opinion.limits.begin(), opinion.limits.end(), [](const SitingOpinion::Limit& l) { return l.found.has_value(); });
  document.blocks.emplace_back(Heading{phrases.text("section-siting-limits"), "limits"});
  Table table;
  table.columns = {{phrases.text("limit-what"), 3}, {phrases.text("siting-limit"), 2.4, Align::right}};
  if (measured) table.columns.push_back({phrases.text("limit-found"), 1.2, Align::right});
  table.columns.push_back({phrases.text("siting-source"), 3});
  for (const SitingOpinion::Limit& limit : opinion.limits) {
    ReportRow row{{{phrases.text(names[static_cast<std::size_t>(limit.of)]), law_words(limit.words, phrases)}, {asked_of(limit, phrases)}}};
    if (measured) {
      Cell found{limit.found ? phrases.text("metres", {{"n", phrases.number(*limit.found, 2)}}) : "–"};
      found.flagged = limit.exceeded();
      row.cells.push_back(std::move(found));
    }
    row.cells.push_back({or_dash(limit.source)});
    table.rows.push_back(std::move(row));
  }
  document.blocks.emplace_back(std::move(table));
}

void add_method(ReportDocument& document, const SitingOpinion& opinion, const Phrases& phrases) {
  document.blocks.emplace_back(Heading{phrases.text("section-siting-method"), "method"});
  std::string text = phrases.text("siting-method", {{"accuracy", phrases.number(opinion.accuracy_m, 1)}});
  if (opinion.dem_cell_m > 0) {
    text = phrases.sentences(text, phrases.text("siting-view-method", {{"step", phrases.number(opinion.look_every_m)}, {"cell", phrases.number(opinion.dem_cell_m)}}));
  }
  document.blocks.emplace_back(Paragraph{text});
  for (const std::string& heights : opinion.heights) document.blocks.emplace_back(Paragraph{heights, true});
  add_findings(document, opinion.findings, phrases);
}

}  // namespace

bool SitingOpinion::forbidden() const {
  return std::any_of(rows.begin(), rows.end(), [](const SitingOpinion::Rule& r) { return r.hit && r.hit->verdict == SitingVerdict::broken; });
}

bool SitingOpinion::open() const {
  return rows.empty() || std::any_of(rows.begin(), rows.end(), [](const SitingOpinion::Rule& r) { return !r.judged || (r.hit && (r.hit->in_doubt || r.hit->verdict != SitingVerdict::broken)); });
}

ReportDocument compose_siting_opinion(const SitingOpinion& opinion, const Phrases& phrases) {
  ReportDocument document = begin_sheet(opinion.head, phrases.text("siting-opinion"), opinion.name,
                                        opinion.division + (opinion.position ? (opinion.division.empty() ? "" : " · ") + phrases.position(*opinion.position) : ""), phrases);
  const auto count = [&](auto test) { return phrases.number(static_cast<double>(std::count_if(opinion.rows.begin(), opinion.rows.end(), test))); };
  KeyFigures figures;
  figures.figures = {{phrases.number(static_cast<double>(opinion.rows.size())), phrases.text("siting-rules-asked"), "rules"},
                     {count([](const SitingOpinion::Rule& r) { return r.hit && r.hit->verdict == SitingVerdict::broken; }), phrases.text("siting-rules-broken"), "rules"},
                     {count([](const SitingOpinion::Rule& r) { return !r.judged || (r.hit && r.hit->verdict != SitingVerdict::broken); }), phrases.text("siting-rules-open"), "rules"}};
  if (!opinion.position) figures.figures.insert(figures.figures.begin(), {phrases.number(opinion.area_m2 / 1e4, 2), phrases.text("siting-hectares"), "rules"});
  document.blocks.emplace_back(std::move(figures));
  const char* outcome = opinion.forbidden() ? "siting-outcome-forbidden" : opinion.open() ? "siting-outcome-open" : "siting-outcome-kept";
  document.blocks.emplace_back(Notice{phrases.text(outcome), phrases.text("siting-outcome-what", {{"day", phrases.long_date(opinion.law_day)}})});
  if (!opinion.kept_by.empty()) document.blocks.emplace_back(Notice{phrases.text("siting-kept-by"), opinion.kept_by});
  add_map(document, opinion.map, "siting-map-caption", phrases);
  add_rules(document, opinion, phrases);
  if (!opinion.to_survey.empty()) {
    document.blocks.emplace_back(Heading{phrases.text("section-siting-survey"), "survey"});
    Table table;
    table.columns = {{phrases.text("siting-rule"), 4}, {phrases.text("siting-limit"), 1, Align::right}, {phrases.text("siting-source"), 2}};
    for (const VerticalLimit& limit : opinion.to_survey) {
      table.rows.push_back({{{law_words(limit.words, phrases)}, {limit.least_m > 0 ? phrases.text("metres", {{"n", phrases.number(limit.least_m, 2)}}) : "–"}, {or_dash(limit.source)}}});
    }
    document.blocks.emplace_back(std::move(table));
  }
  add_limits(document, opinion, phrases);
  add_method(document, opinion, phrases);
  SignatureBlock signatures;
  signatures.roles = {phrases.text("siting-sign-planner"), phrases.text("siting-sign-approver")};
  signatures.lines = {phrases.text("sign-government"), phrases.text("sign-day")};
  signatures.seal = phrases.text("sign-seal");
  document.blocks.emplace_back(std::move(signatures));
  return document;
}

std::string written(const SitingOpinion& opinion, const Phrases& phrases, std::string_view format) {
  if (format != "csv") return sheet_bytes(compose_siting_opinion(opinion, phrases), opinion.head.on, format);
  std::vector<std::vector<std::string>> rows{{"rule", "law", "source", "classes", "limit_m", "distance_m", "feature", "seen", "samples", "verdict", "in_doubt"}};
  for (const SitingOpinion::Rule& row : opinion.rows) {
    const bool known = row.hit && std::isfinite(row.hit->margin_m);
    rows.push_back({row.rule, row.law, row.source, row.classes, row.limit_m ? shortest(*row.limit_m) : "", known ? fixed(row.hit->margin_m, 1) : "", row.feature,
                     row.hit ? std::to_string(row.hit->sight.seen) : "", row.hit ? std::to_string(row.hit->sight.within()) : "",
                     std::string{verdict_key(row)}.substr(7), row.hit && row.hit->in_doubt ? "yes" : "no"});
  }
  return to_csv(rows);
}

}  // namespace merestone
