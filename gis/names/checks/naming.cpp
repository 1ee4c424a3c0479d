// SPDX-License-Identifier: Apache-2.0
#include "gis/names/checks/naming.hpp"

#include "gis/names/checks/naming_work.hpp"

#include <algorithm>
#include <set>

namespace merestone {
namespace {

Severity severity_of(NamingOutcome outcome) {
  if (outcome == NamingOutcome::block) return Severity::error;
  return outcome == NamingOutcome::note ? Severity::note : Severity::warning;
}

std::string finest_code(const NamingRequest& request) {
  const auto finest = std::max_element(request.within.begin(), request.within.end(),
                                       [](const DivisionAround& a, const DivisionAround& b) { return a.level < b.level; });
  return finest == request.within.end() ? std::string{} : finest->code;
}

/// A reason lifts warnings alone: what the law forbids outright needs another name.
void exempt(NamingWork& work) {
  for (NamingFinding& each : work.findings) {
    if (each.outcome != NamingOutcome::warn) continue;
    for (const NamingExemption& exemption : work.request.exempted) {
      if (exemption.law != each.law || exemption.reason.empty()) continue;
      each.outcome = NamingOutcome::note;
      each.finding.severity = Severity::note;
      each.finding.facts.emplace_back("exempted", exemption.reason);
    }
  }
}

/// A place that is told of within the scope is not told of once more beyond it.
void tell_once(NamingWork& work) {
  const auto beyond = [](const NamingFinding& f) { return f.finding.rule == "naming.elsewhere" || f.finding.rule == "naming.like_elsewhere"; };
  std::set<std::int64_t> within;
  for (const NamingFinding& each : work.findings) {
    if (!beyond(each)) within.insert(each.places.begin(), each.places.end());
  }
  std::erase_if(work.findings, [&](const NamingFinding& f) { return beyond(f) && !f.places.empty() && within.contains(f.places.front()); });
}

}  // namespace

void NamingWork::add(NamingOutcome outcome, std::string law, const char* rule, std::vector<std::pair<std::string, std::string>> facts, std::vector<std::int64_t> places) {
  facts.emplace_back("law", law);
  findings.push_back({outcome, std::move(law), {.rule = rule, .severity = severity_of(outcome), .subject = {{}, request.text, {}}, .facts = std::move(facts)}, std::move(places)});
}

std::vector<NamingFinding> check_naming(const NamingRequest& request, const NamingRules& rules, const NameLookup& lookup) {
  const auto which = request.level > 0 ? SpellingClass::division : spelling_class(rules.spelling_of(request.class_code)).value_or(SpellingClass::other);
  NamingWork work{request, rules, lookup, which, sound_of(request.text, which, finest_code(request), request.confirmed)};
  check_characters(work);
  const bool unfit = outcome_of(work.findings) == NamingOutcome::block && work.findings.front().finding.rule.starts_with("script.");
  if (!unfit) {  // what is no text can be compared with nothing
    check_lists(work);
    check_terms(work);
    check_alone(work);
    tell_once(work);
    check_notable(work);
    if (rules.review_meaning) work.add(NamingOutcome::review, "PN-01", "naming.review_meaning");
  }
  exempt(work);
  std::stable_sort(work.findings.begin(), work.findings.end(), [](const NamingFinding& a, const NamingFinding& b) { return a.outcome > b.outcome; });
  return std::move(work.findings);
}

NamingOutcome outcome_of(const std::vector<NamingFinding>& findings) {
  NamingOutcome gravest = NamingOutcome::note;
  for (const NamingFinding& each : findings) gravest = std::max(gravest, each.outcome);
  return gravest;
}

}  // namespace merestone
