// SPDX-License-Identifier: Apache-2.0
#include "cli/report/compose.hpp"

namespace merestone {
namespace {

std::string name_of(const ReportLine& line, const BoundaryReport& report, const Phrases& phrases) {
  if (!line.name.empty()) return line.name;
  if (line.beyond.empty()) return phrases.text("line-outside");
  std::string other;
  for (const DivisionCard& division : line.beyond) other += (other.empty() ? "" : " / ") + division.name;
  return phrases.text("line-between", {{"left", report.subject.name}, {"right", other}});
}

std::string detail_of(const ReportLine& line, const Phrases& phrases) {
  std::string detail = party_words(line.beyond, phrases);
  const auto add = [&](const std::string& words) { detail += phrases.text("clause-comma") + words; };
  if (line.between.size() == 2) {
    add(phrases.text("line-part-of", {{"left", line.between[0].name}, {"right", line.between[1].name}}));
  }
  if (line.disputed) add(phrases.text("line-disputed"));
  if (line.pieces > 1) add(phrases.text("line-pieces", {{"count", std::to_string(line.pieces)}}));
  if (!line.carrier.empty()) add(phrases.text("line-carrier", {{"what", phrases.word("carrier", line.carrier)}}));
  if (line.accuracy_m > 0) add(phrases.text("line-accuracy", {{"n", phrases.number(line.accuracy_m, 1)}}));
  return detail;
}

std::string course_of(const ReportLine& line, const Phrases& phrases) {
  std::string legs;
  for (const ReportLeg& leg : line.course) {
    legs += (legs.empty() ? "" : phrases.text("list-comma")) +
            phrases.text("course-leg", {{"sector", phrases.text("sector-" + std::to_string(leg.sector))},
                                        {"length", phrases.km(leg.length_m, leg.length_m < 10e3 ? 2 : 1)}});
  }
  if (line.start == line.end) return phrases.text("course-ring", {{"start", phrases.position(line.start)}, {"legs", legs}});
  return phrases.text("course-from-to", {{"start", phrases.position(line.start)}, {"legs", legs},
                                         {"end", phrases.position(line.end)}});
}

}  // namespace

void compose_lines(ReportDocument& document, const BoundaryReport& report, const Phrases& phrases) {
  if (report.lines.empty()) return;
  document.blocks.emplace_back(Heading{phrases.text("section-lines"), "lines"});
  document.blocks.emplace_back(Paragraph{phrases.text("lines-intro")});
  Table table;
  table.columns = {{phrases.text("number"), 0.5, Align::right}, {phrases.text("line"), 2.5},
                   {phrases.text("level"), 0.65, Align::right}, {phrases.text("length-km"), 1.05, Align::right},
                   {phrases.text("course"), 4.1}, {phrases.text("documents-short"), 0.7}};
  double sum = 0;
  for (const ReportLine& line : report.lines) {
    Cell documents;
    for (const std::size_t index : line.documents) {
      const std::string number = phrases.text("document-number", {{"n", std::to_string(index + 1)}});
      documents.text += (documents.text.empty() ? "" : phrases.text("list-comma")) + number;
    }
    if (line.documents.size() == 1) documents.link = "D" + std::to_string(line.documents.front() + 1);
    if (line.documents.size() > 1) documents.link = "sources";
    table.rows.push_back({{{std::to_string(line.number)},
                           {name_of(line, report, phrases), detail_of(line, phrases), "", line.disputed},
                           {line.level > 0 ? std::to_string(line.level) : "–"},
                           {phrases.km(line.length_m)},
                           {course_of(line, phrases)},
                           std::move(documents)}});
    sum += line.length_m;
  }
  table.total = ReportRow{{{""}, {phrases.text("total")}, {""}, {phrases.km(sum)}, {""}, {""}}, true};
  document.blocks.emplace_back(std::move(table));
  if (report.inner.empty()) return;
  std::string inner;
  for (std::size_t i = 0; i < report.inner.size(); ++i) {
    const InnerLines& lines = report.inner[i];
    inner += (i == 0 ? "" : phrases.text("list-semicolon")) +
             phrases.counted("inner-line", lines.count, {{"count", phrases.number(static_cast<double>(lines.count))},
                                                         {"level", std::to_string(lines.level)},
                                                         {"length", phrases.km(lines.length_m)}});
  }
  document.blocks.emplace_back(Paragraph{phrases.sentences(phrases.text("inner-lines"), inner + phrases.text("full-stop"))});
}

}  // namespace merestone
