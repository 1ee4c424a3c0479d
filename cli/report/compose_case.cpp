// SPDX-License-Identifier: Apache-2.0
#include "cli/report/compose_dispute.hpp"

#include "gis/geodesy/measure.hpp"

#include <algorithm>
#include <tuple>

namespace merestone {

void DisputeComposer::steps() {
  heading("dispute-steps");
  Table table;
  table.columns = {{text("dispute-day"), 1.2}, {text("dispute-state"), 2}, {text("title-column"), 2.6}, {text("dispute-note"), 4}};
  for (const CaseStep& step : report_.the_case.steps) {
    if (kind_ == DisputeReportKind::agreement && phase_of(step.state) != CasePhase::open) continue;  // what led to it
    const auto at = std::ranges::find(report_.documents, step.document, &Document::id);
    const bool rests = step.document.value != 0 && at != report_.documents.end();
    table.rows.push_back({{{phrases_.short_date(step.day)}, {state_words(step.state)},
                           {!rests ? "–" : at->number.empty() ? at->title : at->number}, {step.note}}});
  }
  document_.blocks.emplace_back(std::move(table));
  std::vector<std::string> next;
  for (const std::string& state : report_.next) next.push_back(state_words(state));
  if (!next.empty() && kind_ != DisputeReportKind::agreement) paragraph(text("dispute-next") + text("colon") + names(next) + text("full-stop"));
}

void DisputeComposer::due() {
  heading("dispute-due");
  if (report_.due.empty()) return paragraph(text("dispute-due-none"));
  Table table;
  table.columns = {{text("dispute-state"), 4}, {"", 2}, {"", 1.5}};
  for (const DueStep& step : report_.due) {
    table.rows.push_back({{{phrases_.text("dispute-due-state", {{"state", state_words(step.state)}, {"due", phrases_.long_date(step.due)}})},
                           {text(step.by_office ? "dispute-by-office" : "dispute-by-law")},
                           {text(step.overdue ? "dispute-overdue" : "dispute-in-time"), "", "", step.overdue}}});
  }
  document_.blocks.emplace_back(std::move(table));
}

/// By tier, then in the order of the parties.
void DisputeComposer::evidence() {
  heading("dispute-evidence");
  if (report_.evidence.empty()) return paragraph(text("dispute-evidence-none"));
  std::vector<const DisputeReport::Piece*> order;
  for (const auto& piece : report_.evidence) order.push_back(&piece);
  const auto tier = [](const DisputeReport::Piece* p) { return p->evidence.confirmed.empty() ? p->best : p->evidence.confirmed; };
  std::ranges::stable_sort(order, {}, [&](const auto* piece) { return std::pair{tier(piece), label_of(piece->evidence.party)}; });
  Table table;
  table.columns = {{text("dispute-tier"), 1.2}, {text("dispute-party"), 0.8}, {text("title-column"), 5.4}, {text("issued"), 1.2}, {text("dispute-item"), 0.7}};
  for (const auto* piece : order) {
    const bool confirmed = !piece->evidence.confirmed.empty();
    table.rows.push_back({{{phrases_.text(confirmed ? "dispute-tier-confirmed" : "dispute-tier-best", {{"tier", tier(piece)}})},
                           {label_of(piece->evidence.party)},
                           {piece->document.title, details(*piece)},
                           {piece->document.issued ? phrases_.short_date(*piece->document.issued) : "–"},
                           {piece->evidence.item.empty() ? "–" : piece->evidence.item}}});
  }
  document_.blocks.emplace_back(std::move(table));
}

/// Who issued it, what it proves, what the other side and the mediator say, and what the checks found: a line each.
std::string DisputeComposer::details(const DisputeReport::Piece& piece) const {
  std::string lines;
  const auto add = [&](const std::string& line) { lines += (lines.empty() ? "" : "\n") + line; };
  const auto told = [&](const char* key, const std::string& words) {
    if (!words.empty()) add(text(key) + text("colon") + words);
  };
  std::vector<std::string> origin;
  for (const std::string& part : {piece.document.issuer, piece.document.number}) {
    if (!part.empty()) origin.push_back(part);
  }
  if (!origin.empty()) add(names(origin));
  told("dispute-proves", piece.evidence.proves);
  told("dispute-objection", piece.evidence.objection);
  told("dispute-finding", piece.evidence.finding);
  for (const Finding& found : piece.findings) told("dispute-check", sentence(found, words_));
  return lines;
}

/// A line that the system made has the name of its method, unless somebody gave it another.
Cell DisputeComposer::named(const LineOpinion& opinion) const {
  const std::string method = phrases_.word("method", opinion.method);
  return opinion.title.empty() || opinion.title == opinion.method ? Cell{method} : Cell{opinion.title, method};
}

/// By kind, then in the order of the parties.
void DisputeComposer::opinions() {
  if (report_.opinions.empty()) return;
  heading("dispute-opinions");
  std::vector<const LineOpinion*> order;
  for (const LineOpinion& opinion : report_.opinions) order.push_back(&opinion);
  std::ranges::stable_sort(order, {}, [&](const LineOpinion* o) { return std::tuple{o->kind, label_of(o->holder), o->id.value}; });
  Table table;
  table.columns = {{text("number"), 0.6, Align::right}, {text("dispute-kind"), 1.4}, {text("dispute-party"), 0.9}, {text("name"), 3.6},
                   {text("dispute-accuracy"), 1.2, Align::right}, {text("dispute-length"), 1.3, Align::right}};
  for (const LineOpinion* opinion : order) {
    table.rows.push_back({{{std::to_string(opinion->id.value)},
                           {text("dispute-line-" + std::string{word_of(opinion->kind)})},
                           {label_of(opinion->holder)},
                           named(*opinion),
                           {opinion->accuracy_m > 0 ? phrases_.number(opinion->accuracy_m, 1) : "–"},
                           {opinion->path.empty() ? "–" : phrases_.km(length_m(opinion->path))}}});
  }
  document_.blocks.emplace_back(std::move(table));
}

void DisputeComposer::alerts() {
  if (!report_.the_case.status_quo(report_.procedure)) return;
  heading("dispute-alerts");
  if (report_.alerts.empty()) return paragraph(text("dispute-alerts-none"));
  for (const Finding& alert : report_.alerts) {
    document_.blocks.emplace_back(Notice{text(alert.severity == Severity::error ? "dispute-breach" : "dispute-to-check"), sentence(alert, words_)});
  }
}

}  // namespace merestone
