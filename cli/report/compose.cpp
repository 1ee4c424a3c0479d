// SPDX-License-Identifier: Apache-2.0
#include "cli/report/compose.hpp"

namespace merestone {

std::string name_and_code(const DivisionCard& division, const Phrases& phrases) {
  if (division.name.empty()) return division.code;
  if (division.code.empty()) return division.name;
  return phrases.text("name-and-code", {{"name", division.name}, {"code", division.code}});
}

std::string party_words(const Party& party, const Phrases& phrases) {
  if (party.empty()) return phrases.text("outside");
  std::string words;
  for (const DivisionCard& division : party) words += (words.empty() ? "" : " / ") + name_and_code(division, phrases);
  return words;
}

ReportDocument compose(const BoundaryReport& report, const Phrases& common) {
  Phrases phrases = common;
  for (const auto& [kind, words] : report.kinds) phrases.learn_kind(kind, words);
  const DivisionCard& subject = report.subject;
  ReportDocument document;
  document.language = phrases.language();
  document.office = report.office.empty() ? phrases.text("office-unnamed") : report.office;
  document.kind = phrases.text("document");
  document.name = subject.name.empty() ? subject.code : subject.name;
  document.subtitle = phrases.text("subject-line", {{"kind", phrases.word("kind", subject.kind)}, {"code", subject.code}});
  document.title = phrases.text("title", {{"document", document.kind}, {"name", name_and_code(subject, phrases)}});
  document.footer = phrases.text("footer", {{"document", document.kind},
                                            {"name", name_and_code(subject, phrases)},
                                            {"date", phrases.long_date(report.on)},
                                            {"revision", phrases.number(static_cast<double>(report.revision))},
                                            {"audit", report.audit_head.substr(0, 12)}});
  document.page_words = phrases.text("page");
  document.program = report.program;
  document.produced_at = report.produced_at;
  compose_summary(document, report, phrases);
  compose_ground(document, report, phrases);
  compose_lines(document, report, phrases);
  compose_hazards(document, report, phrases);
  compose_sites(document, report, phrases);
  compose_record(document, report, phrases);
  return document;
}

}  // namespace merestone
