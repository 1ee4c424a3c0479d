// SPDX-License-Identifier: Apache-2.0
#include "gis/disputes/outcome.hpp"

#include <algorithm>
#include <array>

namespace merestone {
namespace {

constexpr std::array<std::string_view, 4> words{"agreement", "mediation", "decision", "division_change"};

bool leads_to(const DisputeTemplate& procedure, CaseHistory history, std::string_view state) {
  const auto next = next_states(procedure, history);
  return std::find(next.begin(), next.end(), state) != next.end();
}

class Check {
 public:
  Check(const Outcome& outcome, const DisputeTemplate& procedure, CaseHistory history,
        std::span<const DivisionId> parties, Date today)
      : outcome_{outcome}, procedure_{procedure}, history_{history}, parties_{parties}, today_{today} {}

  std::vector<Finding> run() {
    state();
    if (outcome_.document.value == 0) find("dispute.no_document", "document", {});
    if (outcome_.mode == OutcomeMode::agreement || outcome_.mode == OutcomeMode::mediation) signatures();
    days();
    for (Finding& finding : approval_findings(outcome_, procedure_)) findings_.push_back(std::move(finding));
    name_states(findings_, procedure_);
    return std::move(findings_);
  }

 private:
  void state() {
    const std::string now = state_of(history_);
    const std::string wanted = outcome_state(outcome_.mode, procedure_, history_);
    const bool mediated = outcome_.mode != OutcomeMode::mediation || now != "negotiating";
    if (mediated && (now == wanted || now == case_state::approval_awaited || leads_to(procedure_, history_, wanted))) return;
    std::string list;
    for (const std::string& state : next_states(procedure_, history_)) list += (list.empty() ? "" : ", ") + state;
    find(phase_of(now) == CasePhase::ended ? "dispute.ended" : "dispute.out_of_order", "state",
         {{"now", now}, {"allowed", list}, {"state", std::string{word_of(outcome_.mode)}}, {"day", to_string(outcome_.decided)}});
  }

  void signatures() {
    for (const DivisionId party : parties_) {
      const bool has_signed = std::any_of(outcome_.signatories.begin(), outcome_.signatories.end(),
                                          [&](const Signatory& s) { return s.party == party; });
      if (!has_signed) find("dispute.unsigned", "signatories", {{"party", std::to_string(party.value)}});
    }
    for (const Signatory& signatory : outcome_.signatories) {
      const bool known = signatory.party.value == 0 ||
                         std::find(parties_.begin(), parties_.end(), signatory.party) != parties_.end();
      if (!known) find("dispute.not_a_party", "signatories", {{"name", signatory.name}});
    }
  }

  void days() {
    const auto in_order = [&](const std::string& first, Date a, const char* second, Date b) {
      if (a <= b) return;
      find("dispute.dates", "effective", {{"before", first}, {"before_day", to_string(a)}, {"state", second}, {"day", to_string(b)}});
      auto& facts = findings_.back().facts;  // an agreement is signed, where a decision is a state of the procedure
      if (first == "decided") facts.emplace_back("before_zh", "signed_or_decided");
      if (second == std::string_view{"decided"}) facts.emplace_back("state_zh", "signed_or_decided");
    };
    if (!history_.empty()) in_order(history_.back().state, history_.back().day, "decided", outcome_.decided);
    for (const Signatory& signatory : outcome_.signatories) in_order("signed", signatory.signed_on, "decided", outcome_.decided);
    in_order("decided", outcome_.decided, "effective", outcome_.effective);
    if (outcome_.approved) {
      in_order("decided", outcome_.decided, "approved", *outcome_.approved);
      in_order("approved", *outcome_.approved, "effective", outcome_.effective);
    }
    if (outcome_.decided > today_) {
      find("dispute.in_future", "decided", {{"state", std::string{word_of(outcome_.mode)}}, {"day", to_string(outcome_.decided)},
                                            {"today", to_string(today_)}});
    }
  }

  void find(const char* rule, const char* field, std::vector<std::pair<std::string, std::string>> facts) {
    Finding found;
    found.rule = rule;
    found.subject.field = field;
    found.facts = std::move(facts);
    findings_.push_back(std::move(found));
  }

  const Outcome& outcome_;
  const DisputeTemplate& procedure_;
  CaseHistory history_;
  std::span<const DivisionId> parties_;
  Date today_;
  std::vector<Finding> findings_;
};

}  // namespace

std::string_view word_of(OutcomeMode mode) { return words[static_cast<std::size_t>(mode)]; }

std::optional<OutcomeMode> outcome_mode(std::string_view word) {
  const auto at = std::find(words.begin(), words.end(), word);
  if (at == words.end()) return {};
  return static_cast<OutcomeMode>(at - words.begin());
}

std::string outcome_state(OutcomeMode mode, const DisputeTemplate& procedure, CaseHistory history) {
  const std::string now = state_of(history);
  if (mode == OutcomeMode::decision) return "decided";
  if (mode != OutcomeMode::division_change) return "agreed";
  return now == "decided" || leads_to(procedure, history, "decided") ? "decided" : "agreed";
}

std::vector<Finding> approval_findings(const Outcome& outcome, const DisputeTemplate& procedure) {
  if (!procedure.village_needs_approval || outcome.moved.empty() || (outcome.approval.value != 0 && outcome.approved)) return {};
  std::string names;
  for (const MovedVillage& village : outcome.moved) names += (names.empty() ? "" : ", ") + village.name;
  Finding found;
  found.rule = "dispute.approval_needed";
  found.subject.field = "approval";
  found.place = Place{degrees(outcome.moved.front().position.lon), degrees(outcome.moved.front().position.lat)};
  found.facts = {{"count", std::to_string(outcome.moved.size())}, {"villages", names}};
  return {found};
}

std::vector<Finding> check_outcome(const Outcome& outcome, const DisputeTemplate& procedure, CaseHistory history,
                                   std::span<const DivisionId> parties, Date today) {
  return Check{outcome, procedure, history, parties, today}.run();
}

}  // namespace merestone
