// SPDX-License-Identifier: Apache-2.0
#include "cli/report/inspection_report.hpp"

#include "cli/report/document.hpp"
#include "cli/report/report_files.hpp"
#include "cli/report/sheet_parts.hpp"

#include <algorithm>

namespace merestone {
namespace {

void add_head(ReportDocument& document, const InspectionReport& report, const Phrases& phrases) {
  const Inspection& inspection = report.inspection;
  std::string due, filing;
  for (const InspectionStep& step : inspection.steps) {
    if (step.due_on) due = phrases.short_date(*step.due_on);
    if (!step.document.empty()) filing = step.document;
  }
  FactList facts;
  const auto add = [&](const char* label, const std::string& value, bool wide = false) {
    facts.facts.push_back({phrases.text(label), or_dash(value), false, wide});
  };
  add("sheet-left", report.left);
  add("sheet-right", report.right);
  add("sheet-length", phrases.with_unit(phrases.km(report.length_m, 3), "km"));
  add("inspection-kind", phrases.word("inspection-kind", to_text(inspection.kind)));
  add("sheet-status", inspection.state() ? phrases.word("inspection-state", to_text(*inspection.state())) : "");
  add("inspection-lead", report.lead);
  add("inspection-due", due);
  add("inspection-filing", filing);
  if (!inspection.reason.empty()) add("inspection-reason", inspection.reason, true);
  document.blocks.emplace_back(std::move(facts));
  if (report.not_seen() > 0 || report.open_repairs() > 0) {
    document.blocks.emplace_back(Notice{phrases.text("inspection-open"),
        phrases.text("inspection-open-what", {{"unseen", phrases.number(static_cast<double>(report.not_seen()))},
                                              {"repairs", phrases.number(static_cast<double>(report.open_repairs()))}})});
  }
}

void add_steps(ReportDocument& document, const InspectionReport& report, const Phrases& phrases) {
  document.blocks.emplace_back(Heading{phrases.text("section-steps"), "steps"});
  Table table;
  table.columns = {{phrases.text("observed-on"), 1.1}, {phrases.text("inspection-step"), 1.7}, {phrases.text("inspection-present"), 3.6},
                   {phrases.text("inspection-note"), 1.6}};
  for (const InspectionStep& step : report.inspection.steps) {
    std::string present = step.left_by;
    if (!step.right_by.empty()) present += (present.empty() ? "" : phrases.text("list-comma")) + step.right_by;
    table.rows.push_back({{{phrases.short_date(step.on)}, {phrases.word("inspection-state", to_text(step.state))}, {or_dash(present)},
                           {or_dash(step.note)}}});
  }
  document.blocks.emplace_back(std::move(table));
}

void add_stones(ReportDocument& document, const InspectionReport& report, const Phrases& phrases) {
  if (report.stones.empty()) return;
  document.blocks.emplace_back(Heading{phrases.text("section-monuments-seen"), "monuments"});
  Table table;
  table.columns = {{phrases.text("monument-number"), 1.4}, {phrases.text("observed-on"), 1.2}, {phrases.text("observed-state"), 1.8},
                   {phrases.text("inspection-witnesses"), 1, Align::right}, {phrases.text("inspection-issue"), 1.4}, {phrases.text("inspection-note"), 2}};
  for (const InspectionReport::Stone& stone : report.stones) {
    if (!stone.seen) {
      Cell unseen{phrases.text("inspection-not-seen")};
      unseen.flagged = true;
      table.rows.push_back({{{stone.entry.monument.number, stone.entry.side}, {"–"}, unseen, {"–"}, {"–"}, {"–"}}});
      continue;
    }
    const Observation& seen = *stone.seen;
    Cell state{phrases.word("seen", to_text(seen.state))};
    state.flagged = seen.state != SeenAs::found;
    const MonumentJudgement& judged = stone.entry.judgement;
    if (seen.position && judged.status == MonumentStatus::displaced && judged.on == seen.on && judged.moved_m) {
      state.flagged = true;
      state.detail = phrases.text("monument-moved", {{"n", phrases.number(*judged.moved_m, 2)},
                                                     {"direction", phrases.text("sector-" + std::to_string(rose_sector(judged.azimuth_deg)))}});
    }
    Cell issue{phrases.word("issue", to_text(seen.issue))};
    for (const RepairOrder& repair : stone.repairs) {
      issue.detail = repair.done_on ? phrases.text("repair-done", {{"day", phrases.short_date(*repair.done_on)}})
                                    : phrases.text("repair-ordered", {{"day", phrases.short_date(repair.ordered_on)}});
      issue.flagged = !repair.done_on;
    }
    table.rows.push_back({{{stone.entry.monument.number, stone.entry.side}, {phrases.short_date(seen.on), seen.observer}, state,
                           {seen.witnesses ? std::to_string(*seen.witnesses) : "–"}, issue, {or_dash(seen.note), seen.inscription.empty() ? "" : phrases.word("inscription", seen.inscription)}}});
  }
  document.blocks.emplace_back(std::move(table));
}

/// A segment that no monument begins or ends does so with the line.
std::string ends_of(const InspectionReport::Piece& piece, const Phrases& phrases) {
  return (piece.from.empty() ? phrases.text("segment-line-start") : piece.from) + " – " + (piece.to.empty() ? phrases.text("segment-line-end") : piece.to);
}

void add_pieces(ReportDocument& document, const InspectionReport& report, const Phrases& phrases) {
  if (report.pieces.empty()) return;
  document.blocks.emplace_back(Heading{phrases.text("section-segments-seen"), "segments"});
  Table table;
  table.columns = {{phrases.text("segment-number"), 0.6}, {phrases.text("segment-between"), 2.2}, {phrases.text("segment-follows"), 2},
                   {phrases.text("observed-on"), 1.2}, {phrases.text("observed-state"), 1.6}, {phrases.text("inspection-issue"), 1.2}, {phrases.text("inspection-note"), 1.4}};
  for (const InspectionReport::Piece& piece : report.pieces) {
    const Segment& segment = piece.segment;
    const std::string carrier = phrases.word("carrier", to_text(segment.carrier));
    Cell state{piece.seen ? phrases.word("segment-seen", to_text(piece.seen->state)) : phrases.text("inspection-not-seen")};
    state.flagged = !piece.seen || piece.seen->state != SegmentSeen::as_agreed;
    table.rows.push_back({{{std::to_string(segment.ordinal)}, {ends_of(piece, phrases)},
                           {segment.feature.empty() ? carrier : segment.feature, segment.feature.empty() ? "" : carrier},
                           {piece.seen ? phrases.short_date(piece.seen->on) : "–"}, state,
                           {piece.seen ? phrases.word("issue", to_text(piece.seen->issue)) : "–"}, {piece.seen ? or_dash(piece.seen->note) : "–"}}});
  }
  document.blocks.emplace_back(std::move(table));
}

}  // namespace

std::size_t InspectionReport::not_seen() const {
  return static_cast<std::size_t>(std::count_if(stones.begin(), stones.end(), [](const Stone& stone) { return !stone.seen; }) +
                                  std::count_if(pieces.begin(), pieces.end(), [](const Piece& piece) { return !piece.seen; }));
}

std::size_t InspectionReport::open_repairs() const {
  std::size_t open = 0;
  for (const Stone& stone : stones) {
    open += static_cast<std::size_t>(std::count_if(stone.repairs.begin(), stone.repairs.end(), [](const RepairOrder& r) { return !r.done_on; }));
  }
  return open;
}

ReportDocument compose_inspection(const InspectionReport& report, const Phrases& phrases) {
  ReportDocument document = begin_sheet(report.head, phrases.text("inspection-report"), report.name,
                                        report.codes + " · " + report.inspection.local_id, phrases);
  add_head(document, report, phrases);
  add_sheet_map(document, report.map, "line-map-caption", "legend-this-line", "legend-monument", phrases);
  add_steps(document, report, phrases);
  add_stones(document, report, phrases);
  add_pieces(document, report, phrases);
  document.blocks.emplace_back(Heading{phrases.text("section-approval"), "approval"});
  SignatureBlock signatures;
  signatures.roles = {report.left, report.right};
  signatures.lines = {phrases.text("sign-government"), phrases.text("sign-day")};
  signatures.seal = phrases.text("sign-seal");
  document.blocks.emplace_back(std::move(signatures));
  return document;
}

std::string written(const InspectionReport& report, const Phrases& phrases, std::string_view format) {
  return sheet_bytes(compose_inspection(report, phrases), report.head.on, format);
}

}  // namespace merestone
