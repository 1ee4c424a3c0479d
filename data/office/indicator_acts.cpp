// SPDX-License-Identifier: Apache-2.0
#include "data/office/indicator_acts.hpp"

#include "data/office/act_record.hpp"
#include "data/office/refuse_errors.hpp"
#include "data/store/indicator_store.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace merestone {
namespace {

using Key = std::tuple<std::string, int, DivisionId>;
Key key_of(const IndicatorValue& v) { return {v.indicator, v.year, v.division}; }

/// What a delivery adds to the record, and which facts it replaces.
struct ValuesPlan {
  std::vector<IndicatorValue> added;
  std::vector<std::int64_t> replaced;
  ValuesOutcome outcome;
};

ValuesPlan plan_values(const Project& project, const std::vector<DeliveredValue>& delivered, const std::string& file) {
  JudgedValues judged = judge_values(delivered, indicator_rules(project), project.division_facts(), file);
  refuse_errors(judged.findings, "the figures are refused");
  std::map<Key, Kept<IndicatorValue>> held;
  for (Kept<IndicatorValue>& kept : read_indicator_values(project.connection(), last_revision(project.connection()))) {
    const Key key = key_of(kept.fact);
    held.insert_or_assign(key, std::move(kept));
  }
  ValuesPlan plan;
  plan.outcome.findings = std::move(judged.findings);
  for (IndicatorValue& value : judged.values) {
    const auto before = held.find(key_of(value));
    if (before != held.end() && before->second.fact.value == value.value && before->second.fact.source == value.source) {
      ++plan.outcome.same;
      continue;
    }
    if (before != held.end()) plan.replaced.push_back(before->second.number);
    plan.added.push_back(std::move(value));
  }
  plan.outcome.recorded = plan.added.size();
  plan.outcome.replaced = plan.replaced.size();
  return plan;
}

}  // namespace

std::vector<IndicatorRule> indicator_rules(const Project& project, Revision revision) {
  std::vector<IndicatorRule> rules;
  for (const CountryPack& pack : project.packs()) {
    for (const IndicatorRule& rule : pack.indicators) {
      if (find_indicator(rules, rule.id) == nullptr) rules.push_back(rule);
    }
  }
  for (Kept<IndicatorRule>& own : read_indicator_rules(project.connection(), project.known(revision))) {
    const auto same = std::find_if(rules.begin(), rules.end(), [&](const IndicatorRule& r) { return r.id == own.fact.id; });
    if (same != rules.end()) *same = std::move(own.fact);
    else rules.push_back(std::move(own.fact));
  }
  return rules;
}

IndicatorRecord indicator_record(const Project& project, Revision revision) {
  const Revision last = project.known(revision);
  IndicatorRecord record;
  record.rules = indicator_rules(project, last);
  for (Kept<IndicatorValue>& kept : read_indicator_values(project.connection(), last)) record.values.push_back(std::move(kept.fact));
  record.facts = project.division_facts(last);
  ChangeRecord changes = project.changes(last);
  record.facts.successions = std::move(changes.successions);  // in the order that the shares speak of
  record.shares = std::move(changes.shares);
  return record;
}

std::vector<Finding> definition_findings(const Project& project, const IndicatorRule& rule) {
  std::vector<Finding> findings;
  const auto tell = [&](const char* id, const char* field, const std::string& value) {
    findings.push_back({.rule = id, .subject = {{}, rule.id, field}, .facts = {{"indicator", rule.id}, {"field", field}, {"value", value}, {"code", "–"}, {"year", "–"}}});
  };
  if (rule.id.empty() || rule.words.en.empty() || rule.words.zh.empty() || rule.unit.en.empty() || rule.unit.zh.empty()) {
    tell("indicator.no_words", "words", rule.words.en + rule.words.zh);
  }
  const bool rate = rule.sum == SumRule::rate;
  if (rate != !rule.numerator.empty() || rate != !rule.denominator.empty() || !(rule.scale > 0)) {
    tell("indicator.bad_definition", "sum", std::string{word_of(rule.sum)});
  }
  const auto rules = indicator_rules(project);
  for (const auto& [field, other] : {std::pair{"parent", rule.parent}, std::pair{"numerator", rule.numerator}, std::pair{"denominator", rule.denominator}}) {
    if (other.empty()) continue;
    const IndicatorRule* named = find_indicator(rules, other);
    if (named == nullptr || other == rule.id) tell("indicator.unknown_other", field, other);
    else if (named->sum != SumRule::sum) tell("indicator.bad_definition", field, other);
  }
  return findings;
}

Revision define_indicator(Project& project, const ActInfo& info, const IndicatorRule& rule) {
  Transaction transaction{project.connection()};
  ActRecord act{project.connection(), "indicators.define", info.author, info.reason};
  refuse_errors(definition_findings(project, rule), "the definition is refused");
  std::vector<std::int64_t> replaced;
  for (const auto& [number, held] : read_indicator_rules(project.connection(), act.before())) {
    if (held.id == rule.id) replaced.push_back(number);
  }
  const DocumentId document = act.add(info.document);
  act.writer().supersede("indicator_definition", std::move(replaced));
  add_indicator_rules(act.writer(), std::span{&rule, 1}, document);
  const Revision revision = act.close();
  transaction.commit();
  return revision;
}

ValuesOutcome check_values(const Project& project, const std::vector<DeliveredValue>& delivered, const std::string& file) {
  return plan_values(project, delivered, file).outcome;
}

ValuesOutcome record_values(Project& project, const ActInfo& info, const std::vector<DeliveredValue>& delivered) {
  Transaction transaction{project.connection()};
  ValuesPlan plan = plan_values(project, delivered, info.document.title);
  if (plan.added.empty()) return plan.outcome;
  ActRecord act{project.connection(), "indicators.record", info.author, info.reason};
  const DocumentId document = act.add(info.document);
  act.writer().supersede("indicator_value", std::move(plan.replaced));
  add_indicator_values(act.writer(), plan.added, document);
  plan.outcome.revision = act.close();
  transaction.commit();
  return plan.outcome;
}

}  // namespace merestone
