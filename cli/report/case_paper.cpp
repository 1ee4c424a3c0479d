// SPDX-License-Identifier: Apache-2.0
#include "cli/report/case_paper.hpp"

#include "cli/report/sheet_parts.hpp"

namespace merestone {
namespace {

void add_text(ReportDocument& document, const CasePaper& paper, const Phrases& phrases) {
  for (const std::string& paragraph : paper.paper.paragraphs) document.blocks.emplace_back(Paragraph{paragraph});
  if (!paper.text_at_hand) document.blocks.emplace_back(Notice{phrases.text("paper-check"), phrases.text("paper-check-what")});
  if (!paper.paper.open.empty()) document.blocks.emplace_back(Paragraph{phrases.text("paper-open"), true});
}

void add_signature(ReportDocument& document, const CasePaper& paper, const Phrases& phrases) {
  SignatureBlock signatures;
  signatures.roles = {or_dash(paper.head.office)};
  signatures.lines = {phrases.text("sign-day")};
  signatures.seal = phrases.text("sign-seal");
  document.blocks.emplace_back(std::move(signatures));
}

Table table_of(std::initializer_list<std::pair<const char*, double>> columns, const Phrases& phrases) {
  Table table;
  for (const auto& [title, weight] : columns) table.columns.push_back({phrases.text(title), weight});
  return table;
}

void add_table(ReportDocument& document, const char* heading, const char* anchor, Table table, const Phrases& phrases) {
  if (table.rows.empty()) return;
  document.blocks.emplace_back(Heading{phrases.text(heading), anchor});
  document.blocks.emplace_back(std::move(table));
}

/// Sixty-four figures in four groups of sixteen, so that a line can break.
std::string digest_words(const std::string& sha256) {
  std::string words;
  for (std::size_t i = 0; i < sha256.size(); i += 16) words += (i == 0 ? "" : " ") + sha256.substr(i, 16);
  return or_dash(words);
}

void add_evidence(ReportDocument& document, const CourtPack& pack, const Phrases& phrases) {
  Table table = table_of({{"evidence-number", 0.5}, {"evidence-what", 2.4}, {"evidence-when", 1.5}, {"evidence-where", 1.1}, {"evidence-sha256", 3.2}}, phrases);
  std::size_t number = 0;
  for (const Document& one : pack.documents) {
    table.rows.push_back({{{std::to_string(++number)}, {one.title, one.number}, {one.issued ? phrases.short_date(*one.issued) : "–"}, {"–"}, {digest_words(one.sha256)}}});
  }
  for (std::size_t i = 0; i < pack.photos.size(); ++i) {
    const CasePhoto& photo = pack.photos[i];
    const double away = i < pack.photo_distances_m.size() ? pack.photo_distances_m[i] : -1;
    Cell where{away < 0 ? phrases.text("evidence-no-position") : phrases.text("evidence-from-grave", {{"n", phrases.number(away)}})};
    where.flagged = away < 0;
    std::string time = photo.taken.taken_at;
    if (time.size() > 10) time[10] = ' ';
    table.rows.push_back({{{std::to_string(++number)}, {phrases.word("photo-phase", photo.phase), photo.label}, {or_dash(time)}, where, {digest_words(photo.sha256)}}});
  }
  add_table(document, "section-evidence", "evidence", std::move(table), phrases);
}

}  // namespace

ReportDocument compose_notice(const CasePaper& paper, const Phrases& phrases) {
  ReportDocument document = begin_sheet(paper.head, paper.paper.title, paper.number, phrases.text("paper-grave", {{"grave", paper.grave}}), phrases);
  add_text(document, paper, phrases);
  add_signature(document, paper, phrases);
  document.blocks.emplace_back(Heading{phrases.text("section-service"), "service"});
  FactList facts;
  for (const char* label : {"service-party", "service-place", "service-way", "service-day"}) {
    const bool party = std::string_view{label} == "service-party";
    facts.facts.push_back({phrases.text(label), party && !paper.party.empty() ? paper.party : "________", false, false});
  }
  document.blocks.emplace_back(std::move(facts));
  SignatureBlock signatures;
  signatures.roles = {phrases.text("service-receiver"), phrases.text("service-server"), phrases.text("service-witness")};
  signatures.lines = {phrases.text("sign-signature"), phrases.text("sign-day")};
  document.blocks.emplace_back(std::move(signatures));
  return document;
}

ReportDocument compose_court_pack(const CourtPack& pack, const Phrases& phrases) {
  const CasePaper& paper = pack.application;
  ReportDocument document = begin_sheet(paper.head, paper.paper.title, paper.number, phrases.text("paper-grave", {{"grave", paper.grave}}), phrases);
  FactList cover;
  cover.facts.push_back({phrases.text("service-party"), paper.party.empty() ? "________" : paper.party, false, false});
  cover.facts.push_back({phrases.text("court-possible"), phrases.long_date(pack.possible), false, false});
  document.blocks.emplace_back(std::move(cover));
  add_text(document, paper, phrases);
  add_signature(document, paper, phrases);
  add_sheet_map(document, pack.map, "case-map-caption", "legend-township", "legend-grave", phrases);

  Table steps = table_of({{"step-day", 1}, {"step-what", 1.6}, {"step-body", 1.5}, {"step-document", 2.2}, {"step-due", 1}}, phrases);
  for (const CourtPack::Step& step : pack.steps) {
    steps.rows.push_back({{{phrases.short_date(step.day)}, {step.words, step.note}, {or_dash(step.body)}, {or_dash(step.document)},
                           {step.due ? phrases.short_date(*step.due) : "–"}}});
  }
  add_table(document, "section-case-steps", "steps", std::move(steps), phrases);
  Table served = table_of({{"step-what", 2}, {"evidence-document-number", 2}, {"service-day", 1}}, phrases);
  for (const CourtPack::Served& each : pack.served) served.rows.push_back({{{each.what}, {or_dash(each.number)}, {phrases.short_date(each.day)}}});
  add_table(document, "section-service-proof", "service", std::move(served), phrases);
  Table clocks = table_of({{"clock-what", 2.4}, {"clock-since", 1}, {"clock-until", 1}, {"clock-source", 2}}, phrases);
  for (const CourtPack::Passed& clock : pack.clocks) {
    clocks.rows.push_back({{{clock.words}, {phrases.short_date(clock.since)}, {phrases.short_date(clock.until)}, {or_dash(clock.source)}}});
  }
  add_table(document, "section-clocks", "clocks", std::move(clocks), phrases);
  add_evidence(document, pack, phrases);
  Table pairs = table_of({{"pair-before", 2}, {"pair-after", 2}, {"pair-apart", 1}}, phrases);
  for (const PhotoPair& pair : pack.pairs) {
    const CasePhoto& before = pack.photos[pair.before];
    const CasePhoto& after = pack.photos[pair.after];
    pairs.rows.push_back({{{or_dash(before.label), before.taken.taken_at.substr(0, 10)}, {or_dash(after.label), after.taken.taken_at.substr(0, 10)},
                           {pair.apart_m ? phrases.number(*pair.apart_m) + " m" : "–"}}});
  }
  add_table(document, "section-pairs", "pairs", std::move(pairs), phrases);
  document.blocks.emplace_back(Paragraph{phrases.text("evidence-note"), true});
  return document;
}

std::string written(const CasePaper& notice, const Phrases& phrases, std::string_view format) {
  return sheet_bytes(compose_notice(notice, phrases), notice.head.on, format);
}
std::string written(const CourtPack& pack, const Phrases& phrases, std::string_view format) {
  return sheet_bytes(compose_court_pack(pack, phrases), pack.application.head.on, format);
}

}  // namespace merestone
