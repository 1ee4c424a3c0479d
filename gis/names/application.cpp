// SPDX-License-Identifier: Apache-2.0
#include "gis/names/application.hpp"

#include "gis/base/list.hpp"

#include <algorithm>

namespace merestone {
namespace {

Finding finding(const char* rule, const NameApplication& application, const char* field,
                std::vector<std::pair<std::string, std::string>> facts, Severity severity = Severity::error) {
  facts.emplace_back("number", application.number);
  facts.emplace_back("name", application.text);
  return {.rule = rule, .severity = severity, .subject = {{}, application.number, field}, .facts = std::move(facts)};
}

std::string listed(const std::vector<std::string>& words) { return words.empty() ? "–" : joined(words, ", "); }

/// As the law of the project calls a state.
Wording state_words(const NameRules& rules, const std::string& state) {
  const ProcedureStep* step = rules.step(state);
  return step == nullptr ? Wording{state, state} : step->words;
}

std::vector<std::string> next_states(const NameRules& rules, const NameApplication& application) {
  if (application.steps.empty()) return {rules.steps.front().id};
  const ProcedureStep* now = rules.step(application.state());
  return now ? now->next : std::vector<std::string>{};
}

bool competent(const NameApprover& approver, const ActingBody& body, int division_level) {
  if (approver.body != body.kind) return false;
  const bool state = body.kind == "state_council" || body.kind == "ministry";
  return state || (approver.from_level <= body.level && body.level <= approver.to_level && body.level <= std::max(division_level, 1));
}

/// The receiver of a filing in the pack's word, by who it is to the sender.
bool is_receiver(const std::string& wanted, const ActingBody& sender, const ActingBody& receiver) {
  if (wanted == "state_council") return receiver.kind == "state_council" || receiver.kind == "ministry";
  if (wanted == "same_level_names_department") return receiver.kind == "names_department" && receiver.level == sender.level;
  const bool government = receiver.kind == "government" || receiver.kind == "names_department";
  const bool top = sender.level <= 1 && (receiver.kind == "state_council" || receiver.kind == "ministry");
  return top || (government && receiver.level < sender.level);
}

}  // namespace

const ApplicationStep* NameApplication::step(std::string_view wanted) const {
  const auto found = std::find_if(steps.rbegin(), steps.rend(), [&](const ApplicationStep& s) { return s.state == wanted; });
  return found == steps.rend() ? nullptr : &*found;
}

std::vector<Finding> check_step(const NameRules& rules, const NameApplication& application, const ApplicationStep& next, Date today) {
  std::vector<Finding> findings;
  const auto allowed = next_states(rules, application);
  const Wording state = state_words(rules, next.state);
  if (std::find(allowed.begin(), allowed.end(), next.state) == allowed.end()) {
    const Wording now = state_words(rules, application.state());
    std::vector<std::string> follow, follow_zh;
    for (const std::string& each : allowed) {
      follow.push_back(state_words(rules, each).en);
      follow_zh.push_back(state_words(rules, each).zh);
    }
    findings.push_back(finding("name.out_of_order", application, "state", {{"now", now.en}, {"now_zh", now.zh}, {"state", state.en}, {"state_zh", state.zh},
                                                                           {"allowed", listed(follow)}, {"allowed_zh", listed(follow_zh)}}));
  }
  if (!application.steps.empty() && next.day < application.steps.back().day) {
    const ApplicationStep& before = application.steps.back();
    const Wording words = state_words(rules, before.state);
    findings.push_back(finding("name.dates", application, "day", {{"state", state.en}, {"state_zh", state.zh}, {"day", to_string(next.day)},
                                                                  {"before", words.en}, {"before_zh", words.zh}, {"before_day", to_string(before.day)}}));
  }
  if (next.day > today && next.state != name_state::in_force) {
    findings.push_back(finding("name.in_future", application, "day", {{"state", state.en}, {"state_zh", state.zh}, {"day", to_string(next.day)}, {"today", to_string(today)}}));
  }
  return findings;
}

std::vector<Finding> check_approver(const NameRules& rules, const NameApplication& application, const ActingBody& body, int division_level) {
  if (rules.kinds.empty()) return {};
  const NameKindRule* kind = rules.kind(application.kind);
  if (kind == nullptr) {
    std::vector<std::string> known;
    for (const NameKindRule& k : rules.kinds) known.push_back(k.id);
    return {finding("name.unknown_kind", application, "kind", {{"kind", application.kind}, {"known", listed(known)}})};
  }
  if (body.name.empty()) return {finding("name.no_body", application, "body", {})};
  const bool any = std::any_of(kind->approvers.begin(), kind->approvers.end(),
                               [&](const NameApprover& a) { return competent(a, body, division_level); });
  if (any) return {};
  std::string who, who_zh;
  for (const NameApprover& a : kind->approvers) {
    who += (who.empty() ? "" : "; ") + a.by.en;
    who_zh += (who_zh.empty() ? "" : "；") + a.by.zh;
  }
  return {finding("name.not_competent", application, "body", {{"body", body.name}, {"body_kind", body.kind.empty() ? "unsaid" : body.kind},
                                                              {"level", std::to_string(body.level)}, {"kind", kind->words.en}, {"kind_zh", kind->words.zh},
                                                              {"who", who}, {"who_zh", who_zh}, {"source", kind->source}})};
}

const NameApprover* approver_of(const NameRules& rules, const NameApplication& application) {
  const NameKindRule* kind = rules.kind(application.kind);
  const ApplicationStep* approval = application.step(name_state::approved);
  if (kind == nullptr || approval == nullptr) return nullptr;
  const auto found = std::find_if(kind->approvers.begin(), kind->approvers.end(),
                                  [&](const NameApprover& a) { return competent(a, approval->body, approval->body.level); });
  return found == kind->approvers.end() || found->file_with.empty() ? nullptr : &*found;
}

std::vector<Finding> check_filing(const NameRules& rules, const NameApplication& application, const ActingBody& sender, const ActingBody& receiver) {
  std::vector<Finding> findings;
  const ApplicationStep* approval = application.step(name_state::approved);
  const NameApprover* approver = approver_of(rules, application);
  if (approval && !sender.name.empty() && sender.name != approval->body.name) {
    findings.push_back(finding("name.filing_sender", application, "body", {{"body", sender.name}, {"approved_by", approval->body.name}}, Severity::warning));
  }
  if (approver && approval && !is_receiver(approver->file_with, approval->body, receiver)) {
    const char* const rule = receiver.name.empty() ? "name.filing_no_receiver" : "name.filing_receiver";
    findings.push_back(finding(rule, application, "receiver", {{"receiver", receiver.name}, {"wanted", approver->file_with}}, Severity::warning));
  }
  return findings;
}

std::vector<Finding> check_documents(const NameRules& rules, const NameApplication& application, std::string_view state) {
  std::vector<Finding> findings;
  const Wording words = state_words(rules, std::string{state});
  for (const NameDocumentRule& rule : rules.documents) {
    const bool binds = rule.kinds.empty() || std::find(rule.kinds.begin(), rule.kinds.end(), application.kind) != rule.kinds.end();
    const bool there = std::any_of(application.documents.begin(), application.documents.end(),
                                   [&](const ApplicationDocument& d) { return d.role == rule.role; });
    if (rule.step != state || !binds || there) continue;
    findings.push_back(finding("name.document_missing", application, "document", {{"role", rule.role}, {"document", rule.words.en}, {"document_zh", rule.words.zh},
                                                                                  {"state", words.en}, {"state_zh", words.zh}},
                               rule.mandatory ? Severity::error : Severity::warning));
  }
  return findings;
}

std::vector<Finding> check_announcement(const NameApplication& application) {
  const ApplicationStep* approval = application.step(name_state::approved);
  std::vector<Finding> findings;
  const auto need = [&](bool there, const char* what) {
    if (!there) findings.push_back(finding("name.announcement_incomplete", application, what, {{"what", what}}, Severity::warning));
  };
  const bool named = application.act != NameAct::abolish;
  need(!named || !application.spelling.empty(), "spelling");
  need(application.division.value != 0, "division");
  need(!application.location.empty(), "location");
  need(approval && !approval->body.name.empty(), "approving_body");
  return findings;
}

std::vector<NameDue> due_names(const NameApplication& application, std::span<const Clock> clocks, const WorkingCalendar& calendar, Date today) {
  std::vector<NameDue> dues;
  const ApplicationStep* approval = application.step(name_state::approved);
  if (approval == nullptr) return dues;
  const auto day_of = [&](std::string_view state) -> std::optional<Date> {
    const ApplicationStep* at = application.step(state);
    if (at == nullptr) return std::nullopt;
    const ApplicationStep* returned = application.step(name_state::filing_returned);
    if (state == name_state::filed && returned && returned > at) return std::nullopt;  // steps are in order of time
    return at->day;
  };
  for (const Clock& clock : clocks) {
    if (clock.of != "names") continue;
    if (!clock.acts.empty() && std::find(clock.acts.begin(), clock.acts.end(), approval->body.kind) == clock.acts.end()) continue;
    const auto since = day_of(clock.starts);
    if (!since) continue;
    const Date due = due_on(clock.allowed, *since, calendar);
    const auto done = day_of(clock.stops);
    dues.push_back({clock.id, *since, due, done, done ? *done > due : today > due});
  }
  return dues;
}

bool is_pending(const NameRules& rules, const NameApplication& application) {
  const ProcedureStep* now = rules.step(application.state());
  if (now == nullptr || now->next.empty()) return false;
  return application.step(name_state::in_force) == nullptr;
}

}  // namespace merestone
