// SPDX-License-Identifier: Apache-2.0
#include "cli/report/compose_dispute.hpp"

#include "cli/report/line_sheet.hpp"
#include "gis/base/text.hpp"
#include "gis/boundaries/course.hpp"
#include "gis/geodesy/measure.hpp"

#include <cmath>

namespace merestone {
namespace {

/// "047°15′30″".
std::string azimuth(double degrees_from_north) {
  auto seconds = std::llround(degrees_from_north * 3600) % (360 * 3600);
  const auto two = [](long long n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  const auto whole = seconds / 3600;
  return std::string{whole < 100 ? "0" : ""} + two(whole) + "°" + two(seconds / 60 % 60) + "′" + two(seconds % 60) + "″";
}

std::vector<std::string> village_names(const std::vector<MovedVillage>& moved) {
  std::vector<std::string> names;
  for (const MovedVillage& village : moved) names.push_back(village.name);
  return names;
}

}  // namespace

void DisputeComposer::outcome() {
  if (!report_.outcome) return;
  const Outcome& o = *report_.outcome;
  heading("dispute-outcome");
  FactList facts;
  const auto add = [&](const char* label, const std::string& value, bool wide = false) {
    if (!value.empty()) facts.facts.push_back({text(label), value, false, wide});
  };
  add("dispute-mode", text("dispute-mode-" + std::string{word_of(o.mode)}));
  add("dispute-decided", phrases_.long_date(o.decided));
  add("dispute-effective", phrases_.long_date(o.effective));
  if (report_.stayed) add("dispute-stayed", phrases_.long_date(*report_.stayed));
  add("dispute-villages", o.moved.empty() ? text("dispute-none") : names(village_names(o.moved)));
  add("dispute-rests-on", document_words(o.document), true);
  add("dispute-approval", document_words(o.approval), true);
  add(o.survey.value != 0 ? "dispute-survey-map" : "dispute-annex", o.map_scale == 0 ? o.map_title
          : phrases_.text("dispute-map-and-scale", {{"map", o.map_title}, {"scale", phrases_.number(static_cast<double>(o.map_scale))}}), true);
  add("dispute-obligations", o.obligations.empty() ? text("dispute-none") : o.obligations, true);
  add("dispute-archive", o.archive);
  document_.blocks.emplace_back(std::move(facts));
  gains();
  points();
  signatories();
  filings();
}

void DisputeComposer::points() {
  if (report_.points.size() < 2) return;
  heading("dispute-points");
  const std::vector<AnnexLeg> legs = annex_legs(report_.points);
  Table table;
  table.columns = {{text("dispute-point"), 0.8, Align::right}, {text("position"), 3}, {text("dispute-azimuth"), 2, Align::right},
                   {text("dispute-distance"), 1.6, Align::right}, {text("dispute-monument"), 2.4}};
  double sum_m = 0;
  for (std::size_t i = 0; i < report_.points.size(); ++i) {
    const TurningPoint& point = report_.points[i];
    const bool last = i >= legs.size();
    if (!last) sum_m += legs[i].distance_m;
    table.rows.push_back({{{std::to_string(i + 1)},
                           {fixed(degrees(point.position.lon), 7) + ", " + fixed(degrees(point.position.lat), 7)},
                           {last ? "" : azimuth(legs[i].azimuth_deg)},
                           {last ? "" : phrases_.number(legs[i].distance_m, 1)},
                           {point.monument.empty() ? "" : point.number, point.monument.empty() ? "" : text("dispute-monument-" + point.monument)}}});
  }
  table.total = ReportRow{{{""}, {text("dispute-total")}, {""}, {phrases_.number(sum_m, 1)}, {""}}, true, {}, {}};
  document_.blocks.emplace_back(std::move(table));
}

/// From monument to monument in words, as line sheets tell it (domain.md §3.4).
void DisputeComposer::course() {
  if (report_.points.size() < 2) return;
  heading("section-course");
  document_.blocks.emplace_back(Paragraph{text("course-note"), true});
  std::size_t first = 0;
  for (std::size_t i = 1; i < report_.points.size(); ++i) {
    if (report_.points[i].monument.empty() && i + 1 < report_.points.size()) continue;
    Polyline path;
    for (std::size_t k = first; k <= i; ++k) path.push_back(report_.points[k].position);
    CourseSection section{report_.points[first].number, report_.points[i].number, {}, length_m(path), course_of(path, EdgeKind::lonlat)};
    paragraph(course_words(section, phrases_));
    first = i;
  }
}

void DisputeComposer::gains() {
  if (report_.gains_um2.empty()) return;
  heading("dispute-gains");
  paragraph(text("dispute-gains-intro"));
  Table table;
  table.columns = {{text("dispute-party"), 4}, {text("dispute-gain"), 2, Align::right}};
  Wide sum = 0;
  for (std::size_t i = 0; i < report_.parties.size(); ++i) {
    const CaseParty& party = report_.parties[i];
    table.rows.push_back({{{phrases_.text("dispute-party-name", {{"label", party.label}, {"name", party.name}})}, {km2(report_.gains_um2[i])}}});
    sum += report_.gains_um2[i];
  }
  table.total = ReportRow{{{text("dispute-total")}, {km2(sum)}}, true, {}, {}};
  document_.blocks.emplace_back(std::move(table));
}

void DisputeComposer::agreement() {
  parties();
  if (report_.line.size() < 2) return paragraph(text("dispute-no-line"));
  const auto& law = report_.procedure.words;
  steps();
  const bool decided = decided_already();
  paragraph(phrases_.text(decided ? "dispute-decision-basis" : "dispute-agreement-basis",
                          {{"law", words_ == Language::chinese ? law.zh : law.en}, {"document", decided ? document_words(report_.outcome->document) : ""}}));
  heading(decided ? "dispute-decision-text" : "dispute-agreement-text");
  int number = 0;
  const auto article = [&](const std::string& words) {
    paragraph(text("dispute-article-" + std::to_string(++number)) + words);
  };
  for (const char* words : {decided ? "dispute-decision-1" : "dispute-agreement-1", decided ? "dispute-decision-2" : "dispute-agreement-2", "dispute-agreement-3"}) {
    article(text(words));
  }
  if (decided) article(phrases_.text("dispute-decision-4", {{"day", phrases_.long_date(report_.outcome->effective)}}));
  else article(report_.moved.empty() ? text("dispute-agreement-4")
                                : phrases_.text("dispute-agreement-5", {{"villages", names(village_names(report_.moved))}}));
  if (report_.outcome && !report_.outcome->obligations.empty()) {
    article(phrases_.text("dispute-agreement-6", {{"obligations", report_.outcome->obligations}}));
  }
  course();
  gains();
  if (signed_already()) signatories();
  else signature_places();
  map("dispute-annex");
  points();
}

void DisputeComposer::signature_places() {
  heading("dispute-signatures");
  SignatureBlock block;
  for (const CaseParty& party : report_.parties) {
    block.roles.push_back(phrases_.text("dispute-party-name", {{"label", party.label}, {"name", party.name}}));
  }
  block.lines = {text("sign-name"), text("sign-signature"), text("sign-date")};
  block.seal = text("seal");
  document_.blocks.emplace_back(std::move(block));
}

void DisputeComposer::signatories() {
  if (!report_.outcome || report_.outcome->signatories.empty()) return;
  heading("dispute-signed-by");
  Table table;
  table.columns = {{text("dispute-party"), 1}, {text("sign-name"), 4}, {text("dispute-capacity"), 3}, {text("dispute-day"), 2}};
  for (const Signatory& one : report_.outcome->signatories) {
    table.rows.push_back({{{label_of(one.party)}, {one.name}, {one.capacity}, {phrases_.short_date(one.signed_on)}}});
  }
  document_.blocks.emplace_back(std::move(table));
}

void DisputeComposer::filings() {
  if (report_.filings.empty()) return;
  heading("dispute-filings");
  Table table;
  table.columns = {{text("dispute-filed-with"), 4}, {text("dispute-day"), 2}, {text("dispute-receipt"), 4}};
  for (const Filing& filing : report_.filings) {
    table.rows.push_back({{{filing.recipient}, {phrases_.short_date(filing.filed)}, {filing.receipt.empty() ? "–" : filing.receipt}}});
  }
  document_.blocks.emplace_back(std::move(table));
}

}  // namespace merestone
