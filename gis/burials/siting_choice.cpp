// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/siting_choice.hpp"

#include "gis/base/error.hpp"

#include <algorithm>

namespace merestone {
namespace {

const SitingRuleSet& set_called(std::span<const SitingRules* const> packs, const std::string& id) {
  std::string known;
  for (const SitingRules* pack : packs) {
    if (const SitingRuleSet* set = pack->set(id)) return *set;
    for (const SitingRuleSet& set : pack->sets) known += (known.empty() ? "" : ", ") + set.id;
  }
  throw Error{Fault::missing, "no siting rules " + id, {{.rule = "siting.unknown_set", .facts = {{"set", id}, {"known", known}}}}};
}

/// conflicts_of() what the sets say of `what`.
std::vector<Finding> conflicts_in(std::span<const SitingRuleSet* const> sets, std::string_view what) {
  std::vector<SitingRuleSet> parts;
  for (const SitingRuleSet* set : sets) {
    std::erase_if(parts.emplace_back(*set).rules, [&](const SitingRule& rule) { return !rule.concerns(what); });
  }
  std::vector<const SitingRuleSet*> pointers;
  for (const SitingRuleSet& part : parts) pointers.push_back(&part);
  return conflicts_of(pointers);
}

Finding about(const char* rule, Severity severity, const SitingRuleSet& set, Date day) {
  return {.rule = rule, .severity = severity, .subject = {{}, set.id, {}}, .facts = {{"set", set.id}, {"source", set.source}, {"day", to_string(day)}}};
}

}  // namespace

SitingChoice rules_for(std::span<const SitingRules* const> packs, const SitingQuestion& question) {
  SitingChoice choice;
  for (const std::string& id : question.named) choice.sets.push_back(&set_called(packs, id));
  if (question.named.empty()) {
    for (const SitingRules* pack : packs) {
      for (const SitingRuleSet& set : pack->sets) {
        if (set.valid.contains(question.day) && set.holds_for(question.codes)) choice.sets.push_back(&set);
      }
    }
  }
  choice.findings = conflicts_in(choice.sets, question.what);
  for (const SitingRuleSet* set : choice.sets) {
    if (set->text == TextStatus::not_obtained) choice.findings.push_back(about("siting.text_not_obtained", Severity::warning, *set, question.day));
    if (!set->dates_known) choice.findings.push_back(about("siting.dates_not_verified", Severity::note, *set, question.day));
    if (!set->valid.contains(question.day)) choice.findings.push_back(about("siting.other_days", Severity::warning, *set, question.day));
    for (const SitingRule& rule : set->rules) {
      if (rule.concerns(question.what)) choice.rules.push_back({set, &rule});
    }
  }
  if (choice.rules.empty()) {
    choice.findings.push_back({.rule = "siting.no_rules", .severity = Severity::warning, .facts = {{"day", to_string(question.day)}}});
  }
  return choice;
}

}  // namespace merestone
