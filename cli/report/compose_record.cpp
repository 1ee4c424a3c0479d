// SPDX-License-Identifier: Apache-2.0
// History, documents and sources, approval.
#include "cli/report/compose.hpp"

namespace merestone {
namespace {

void compose_history(ReportDocument& document, const BoundaryReport& report, const Phrases& phrases) {
  document.blocks.emplace_back(Heading{phrases.text("section-history"), "history"});
  const std::string date = phrases.long_date(report.on);
  if (report.changes.empty()) {
    document.blocks.emplace_back(Paragraph{phrases.text("history-none", {{"date", date}})});
    return;
  }
  document.blocks.emplace_back(Paragraph{phrases.text("history-intro", {{"date", date}})});
  Table table;
  table.columns = {{phrases.text("day"), 1.1}, {phrases.text("ended"), 3}, {phrases.text("reason"), 3.2}, {phrases.text("taken-by"), 3}};
  for (const ReportChange& change : report.changes) {
    table.rows.push_back({{{phrases.short_date(change.day)}, {name_and_code(change.from, phrases)}, {change.reason},
                           {change.to.id.value == 0 ? phrases.text("not-known") : name_and_code(change.to, phrases)}}});
  }
  document.blocks.emplace_back(std::move(table));
}

Table document_table(const std::vector<Document>& documents, std::size_t first, const Phrases& phrases) {
  Table table;
  table.columns = {{phrases.text("number"), 0.55}, {phrases.text("title-column"), 6.75}, {phrases.text("issued"), 1.05},
                   {phrases.text("licence"), 1.75}};
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const Document& source = documents[i];
    const std::string n = std::to_string(first + i);
    std::string detail = source.issuer;
    if (!source.number.empty()) detail += (detail.empty() ? "" : phrases.text("clause-comma")) + source.number;
    if (!source.sha256.empty()) detail += (detail.empty() ? "" : "\n") + phrases.text("digest") + " " + source.sha256;
    ReportRow row{{{phrases.text("document-number", {{"n", n}})}, {source.title, detail},
             {source.issued ? phrases.short_date(*source.issued) : ""}, {source.licence}}};
    row.anchor = "D" + n;
    table.rows.push_back(std::move(row));
  }
  return table;
}

void compose_sources(ReportDocument& document, const BoundaryReport& report, const Phrases& phrases) {
  document.blocks.emplace_back(Heading{phrases.text("section-sources"), "sources"});
  if (report.documents.empty()) {
    document.blocks.emplace_back(Paragraph{phrases.text("documents-none")});
  } else {
    document.blocks.emplace_back(Paragraph{phrases.text("documents-cited")});
    document.blocks.emplace_back(document_table(report.documents, 1, phrases));
  }
  if (!report.other_documents.empty()) {
    document.blocks.emplace_back(Paragraph{phrases.text("documents-other")});
    document.blocks.emplace_back(document_table(report.other_documents, report.documents.size() + 1, phrases));
  }
  if (report.further_documents > 0) {
    document.blocks.emplace_back(Paragraph{phrases.text(
        "documents-further", {{"count", phrases.number(static_cast<double>(report.further_documents))}})});
  }
  std::string named;
  for (const std::string& source : report.sources) named += (named.empty() ? "" : phrases.text("list-semicolon")) + source;
  if (!named.empty()) document.blocks.emplace_back(Paragraph{phrases.text("sources-named", {{"sources", named}})});
}

}  // namespace

void compose_record(ReportDocument& document, const BoundaryReport& report, const Phrases& phrases) {
  compose_history(document, report, phrases);
  compose_sources(document, report, phrases);
  document.blocks.emplace_back(Heading{phrases.text("section-approval"), "approval"});
  document.blocks.emplace_back(
      SignatureBlock{{phrases.text("prepared"), phrases.text("checked"), phrases.text("approved")},
                     {phrases.text("sign-name"), phrases.text("sign-signature"), phrases.text("sign-date")},
                     phrases.text("seal")});
}

}  // namespace merestone
