// SPDX-License-Identifier: Apache-2.0
#include "cli/report/compose_dispute.hpp"

#include "cli/report/map_plate.hpp"
#include "cli/report/report_files.hpp"
#include "gis/geodesy/measure.hpp"

#include <algorithm>
#include <map>

namespace merestone {
namespace {

struct UnclaimedLast {
  bool operator()(const std::string& a, const std::string& b) const { return a.empty() != b.empty() ? b.empty() : a < b; }
};

}  // namespace

DisputeComposer::DisputeComposer(const DisputeReport& report, DisputeReportKind kind, std::string_view language)
    : report_{report}, kind_{kind}, phrases_{language}, words_{language_of(language)} {}

ReportDocument DisputeComposer::run() {
  head();
  if (kind_ == DisputeReportKind::agreement) {
    agreement();
    return std::move(document_);
  }
  summary();
  const bool whole = kind_ == DisputeReportKind::dossier;
  const bool ours = report_.the_case.triage.empty() || report_.the_case.triage == "dispute";
  if (ours) map("dispute-map");
  if (whole) steps();
  if (whole && ours) due();
  if (whole && (ours || !report_.evidence.empty())) evidence();
  if (!ours) return std::move(document_);
  faces();
  villages_inside();
  views();
  if (whole) {
    opinions();
    alerts();
    outcome();
  }
  return std::move(document_);
}

std::string DisputeComposer::km2(Wide um2) const { return phrases_.number(square_metres(um2) / 1e6, 4); }

std::string DisputeComposer::names(const std::vector<std::string>& all) const { return phrases_.listed(all); }

std::string DisputeComposer::state_words(const std::string& id) const {
  const ProcedureStep* step = report_.procedure.step(id);
  if (!step) return phrases_.word("dispute-state", id);
  return words_ == Language::chinese ? step->words.zh : step->words.en;
}

std::string DisputeComposer::label_of(DivisionId division) const {
  const auto at = std::ranges::find(report_.parties, division, &CaseParty::division);
  return at == report_.parties.end() ? "–" : at->label;
}

std::string DisputeComposer::document_words(DocumentId id) const {
  const auto at = std::ranges::find(report_.documents, id, &Document::id);
  if (id.value == 0 || at == report_.documents.end()) return {};
  std::vector<std::string> parts{at->title};
  if (!at->number.empty() && at->number != at->title) parts.push_back(at->number);
  if (at->issued) parts.push_back(phrases_.short_date(*at->issued));
  return names(parts);
}

void DisputeComposer::head() {
  const char* kinds[] = {"dispute-dossier", "dispute-contested", "dispute-agreement"};
  const DisputeCase& one = report_.the_case;
  document_.language = phrases_.language();
  document_.office = report_.office.empty() ? text("office-unnamed") : report_.office;
  document_.kind = text(decided_already() ? "dispute-decision" : signed_already() ? "dispute-agreement-signed" : kinds[static_cast<int>(kind_)]);
  document_.name = one.title;
  document_.subtitle = phrases_.text("dispute-case", {{"number", one.number}});
  document_.title = phrases_.text("dispute-title", {{"document", document_.kind}, {"name", one.title}});
  document_.footer = phrases_.text("dispute-footer", {{"document", document_.kind}, {"number", one.number},
                                                      {"date", phrases_.long_date(report_.on)},
                                                      {"revision", std::to_string(report_.revision)},
                                                      {"audit", report_.audit_head.substr(0, 12)}});
  document_.page_words = text("page");
  document_.program = report_.program;
  document_.produced_at = report_.produced_at;
}

void DisputeComposer::summary() {
  const DisputeCase& one = report_.the_case;
  Wide sum = 0;
  for (const ContestedFace& face : report_.contested) sum += face.area_um2;
  const auto day = [&](std::optional<Date> date) { return date ? phrases_.long_date(*date) : text("dispute-not-set"); };
  const auto& law = report_.procedure.words;
  FactList facts;
  facts.facts = {{text("dispute-state"), phrases_.text("dispute-since", {{"state", state_words(one.state())},
                                                                         {"date", phrases_.long_date(one.steps.back().day)}})},
                 {text("dispute-procedure"), words_ == Language::chinese ? law.zh : law.en},
                 {text("dispute-reported"), phrases_.long_date(one.reported)},
                 {text("dispute-arose"), day(one.arose)},
                 {text("dispute-status-quo"), day(one.status_quo(report_.procedure))},
                 {text("dispute-area"), sum == 0 ? text("dispute-none") : phrases_.with_unit(km2(sum), "km2")}};
  document_.blocks.emplace_back(std::move(facts));
  document_.blocks.emplace_back(Paragraph{text("dispute-neutral"), true});
  if (report_.ground_until) {
    document_.blocks.emplace_back(Paragraph{phrases_.text("dispute-ground-then", {{"date", phrases_.long_date(*report_.ground_until)}}), true});
  }
  parties();
}

void DisputeComposer::parties() {
  heading("dispute-parties");
  Table table;
  table.columns = {{text("dispute-party"), 1}, {text("code"), 2}, {text("name"), 5}};
  for (const CaseParty& party : report_.parties) table.rows.push_back({{{party.label}, {party.code}, {party.name}}});
  document_.blocks.emplace_back(std::move(table));
}

void DisputeComposer::map(const char* title) {
  if (report_.map.grounds.empty() || report_.contested.empty()) return;
  heading(title);
  MapPlate plate;
  plate.sheet = report_.map;
  put_marks(plate.sheet, phrases_);
  auto& legend = plate.sheet.legend;
  using Symbol = LegendEntry::Symbol;
  legend.push_back({Symbol::disputed, text("dispute-legend-contested"), 0, false, false, 0, {}, {}});
  const bool unclaimed = std::ranges::any_of(plate.sheet.grounds, [](const SheetGround& ground) { return ground.role == SheetGround::Role::unclaimed; });
  if (unclaimed) legend.push_back({Symbol::unclaimed, text("dispute-legend-unclaimed"), 0, false, false, 0, {}, {}});
  legend.push_back({Symbol::line, text("dispute-legend-ground"), 2, false, false, 0, {}, {}});
  const bool members = std::ranges::any_of(plate.sheet.lines, [](const SheetLine& line) { return line.rank == 3; });
  if (members) legend.push_back({Symbol::line, text("dispute-legend-member"), 3, false, false, 0, {}, {}});
  for (std::size_t i = 0; i < report_.parties.size(); ++i) {
    const CaseParty& party = report_.parties[i];
    legend.push_back({Symbol::line, phrases_.text("dispute-legend-claim", {{"label", party.label}, {"name", party.name}}), 2, false, false,
                      static_cast<int>(i) + 1, {}, {}});
  }
  const bool others = std::any_of(plate.sheet.lines.begin(), plate.sheet.lines.end(), [](const SheetLine& l) { return l.disputed; });
  if (others) legend.push_back({Symbol::line, text("dispute-legend-other"), 2, false, true, 0, {}, {}});
  const bool decided = report_.outcome && report_.outcome->mode == OutcomeMode::decision && !report_.drafted;
  if (!report_.line.empty()) legend.push_back({Symbol::line, text(decided ? "dispute-legend-decided" : "dispute-legend-agreed"), 1, true, false, 0, {}, {}});
  if (!plate.sheet.places.empty()) legend.push_back({Symbol::place, text("dispute-legend-village"), 0, false, false, 0, {}, {}});
  if (!plate.sheet.markers.empty()) legend.push_back({Symbol::marker, text("dispute-legend-point"), 0, false, false, 0, {}, {}});
  plate.caption = text("dispute-map-caption");
  plate.screen_caption = text("dispute-map-screen");
  plate.alternative = text(title);
  document_.blocks.emplace_back(std::move(plate));
}

std::string DisputeComposer::claimed_by(const std::string& label) const { return label.empty() ? text("dispute-unclaimed") : label; }

void DisputeComposer::faces() {
  heading("dispute-faces");
  if (report_.contested.empty()) return paragraph(text("dispute-faces-none"));
  std::map<std::string, std::pair<std::size_t, Wide>, UnclaimedLast> by_label;
  Wide sum = 0;
  for (const ContestedFace& face : report_.contested) {
    auto& [count, area] = by_label[face.label];
    ++count;
    area += face.area_um2;
    sum += face.area_um2;
  }
  Table table;
  table.columns = {{text("dispute-face"), 2}, {text("pieces"), 2, Align::right}, {text("dispute-area-km2"), 2, Align::right}, {text("share"), 2, Align::right}};
  for (const auto& [label, entry] : by_label) {
    table.rows.push_back({{{claimed_by(label)}, {std::to_string(entry.first)}, {km2(entry.second)},
                           {phrases_.percent(square_metres(entry.second) / square_metres(sum))}}});
  }
  table.total = ReportRow{{{text("dispute-total")}, {std::to_string(report_.contested.size())}, {km2(sum)}, {phrases_.percent(1)}}, true, {}, {}};
  document_.blocks.emplace_back(std::move(table));
  if (by_label.contains({})) document_.blocks.emplace_back(Paragraph{text("dispute-unclaimed-why"), true});
}

void DisputeComposer::villages_inside() {
  if (report_.contested.empty()) return;
  heading("dispute-villages-inside");
  if (report_.villages.empty()) return paragraph(text("dispute-villages-none"));
  std::map<std::string, std::vector<std::string>, UnclaimedLast> by_label;
  for (const DisputeReport::Village& village : report_.villages) by_label[village.label].push_back(village.name);
  Table table;
  table.columns = {{text("dispute-face"), 1.2}, {text("dispute-count"), 0.8, Align::right}, {text("dispute-villages-names"), 6}};
  for (const auto& [label, all] : by_label) table.rows.push_back({{{claimed_by(label)}, {std::to_string(all.size())}, {names(all)}}});
  document_.blocks.emplace_back(std::move(table));
}

void DisputeComposer::views() {
  if (report_.views.empty()) return;
  heading("dispute-views");
  paragraph(text("dispute-views-intro"));
  Table table;
  table.columns = {{text("dispute-view"), 3}};
  for (const CaseParty& party : report_.parties) table.columns.push_back({party.label + " (km²)", 2, Align::right});
  table.columns.push_back({text("dispute-total"), 2, Align::right});
  for (const DisputeReport::View& view : report_.views) {
    ReportRow row;
    row.cells = {{view.party.empty() ? text("dispute-view-ground") : phrases_.text("dispute-view-party", {{"label", view.party}})}};
    Wide sum = 0;
    for (const Wide held : view.held_um2) {
      row.cells.push_back({km2(held)});
      sum += held;
    }
    row.cells.push_back({km2(sum)});
    table.rows.push_back(std::move(row));
  }
  document_.blocks.emplace_back(std::move(table));
}

ReportDocument compose(const DisputeReport& report, DisputeReportKind kind, std::string_view language) {
  return DisputeComposer{report, kind, language}.run();
}

std::string dispute_report_bytes(const DisputeReport& report, DisputeReportKind kind, std::string_view language,
                                 std::string_view format) {
  const ReportDocument document = compose(report, kind, language);
  if (format == "pdf") return to_pdf(document, report.on);
  return format == "html" ? to_html(document) : to_text(document);
}

}  // namespace merestone
