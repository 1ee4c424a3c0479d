// SPDX-License-Identifier: Apache-2.0
#include "gis/indicators/indicator.hpp"

#include "gis/base/text.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace merestone {
namespace {

constexpr std::size_t most_told = 100;
constexpr int first_year = 1800, last_year = 2200;

class ValueJudge {
 public:
  ValueJudge(const std::vector<IndicatorRule>& rules, const DivisionFacts& facts, const std::string& file)
      : rules_{rules}, lifetimes_{facts}, file_{file} {
    for (const DivisionCode& code : facts.codes) codes_.emplace(code.code, &code);
  }

  JudgedValues run(std::span<const DeliveredValue> delivered) {
    for (const DeliveredValue& d : delivered) judge(d);
    for (const IndicatorRule& rule : rules_) {
      if (rule.sum == SumRule::rate && !rule.over.en.empty()) judge_rate(rule);
    }
    judge_parts();
    return std::move(result_);
  }

 private:
  using Facts = std::vector<std::pair<std::string, std::string>>;
  using Key = std::tuple<std::string, int, DivisionId>;  // indicator, year, division

  void tell(const DeliveredValue& d, const char* field, const char* rule, Facts facts, Severity severity = Severity::error) {
    if (++told_[rule] > most_told) return;
    facts.insert(facts.end(), {{"code", d.code}, {"year", std::to_string(d.year)}, {"indicator", d.indicator}});
    if (const IndicatorRule* known = find_indicator(rules_, d.indicator)) {
      facts.insert(facts.end(), {{"indicator_en", known->words.en}, {"indicator_zh", known->words.zh}});
    }
    result_.findings.push_back({.rule = rule, .severity = severity, .subject = {file_, std::to_string(d.record), field}, .facts = std::move(facts)});
  }

  void judge(const DeliveredValue& d) {
    const IndicatorRule* rule = find_indicator(rules_, d.indicator);
    bool fit = true;
    const auto wrong = [&](const char* field, const char* id, Facts facts = {}) {
      tell(d, field, id, std::move(facts));
      fit = false;
    };
    if (rule == nullptr) wrong("indicator", "indicator.unknown");
    else if (rule->sum == SumRule::rate) wrong("indicator", "indicator.is_rate", {{"numerator", rule->numerator}, {"denominator", rule->denominator}});
    else if (rule->sum == SumRule::sum && d.value < 0) wrong("value", "indicator.negative", {{"value", shortest(d.value)}});
    else if (rule->whole && d.value != std::floor(d.value)) wrong("value", "indicator.not_whole", {{"value", shortest(d.value)}});
    if (d.year < first_year || d.year > last_year) return wrong("year", "indicator.bad_year");
    const DivisionId division = division_in_year(d);
    if (division == DivisionId{}) fit = false;
    if (!fit) return;
    const Key key{d.indicator, d.year, division};
    const auto [known, fresh] = held_.try_emplace(key, &d);
    if (!fresh) return wrong("value", "indicator.value_twice", {{"other", std::to_string(known->second->record)}, {"value", shortest(d.value)},
                                                                {"before", shortest(known->second->value)}});
    result_.values.push_back({division, d.indicator, d.year, d.value, d.source});
  }

  /// Whoever bore the code on the last day of the year, else who bore it last in the year.
  DivisionId division_in_year(const DeliveredValue& d) {
    const auto [first, last] = codes_.equal_range(d.code);
    if (first == last) {
      tell(d, "code", "indicator.unknown_division", {});
      return {};
    }
    const Period year = period_of_year(d.year);
    const DivisionCode* best = nullptr;
    const DivisionCode* nearest = first->second;
    for (auto at = first; at != last; ++at) {
      const DivisionCode* code = at->second;
      if (code->valid.from > nearest->valid.from) nearest = code;
      if (!code->valid.overlaps(year) || !lifetimes_.last_day_in(code->division, d.year)) continue;
      if (best == nullptr || code->valid.until > best->valid.until) best = code;
    }
    if (best) return best->division;
    tell(d, "year", "indicator.not_in_year", {{"from", to_string(nearest->valid.from)}, {"until", to_string(nearest->valid.until)}});
    return {};
  }

  void judge_rate(const IndicatorRule& rule) {
    for (const auto& [key, upper] : held_) {
      if (std::get<0>(key) != rule.numerator) continue;
      const auto lower = held_.find({rule.denominator, std::get<1>(key), std::get<2>(key)});
      if (lower == held_.end() || upper->value <= lower->second->value) continue;
      const double rate = lower->second->value > 0 ? rule.scale * upper->value / lower->second->value : 0;
      const IndicatorRule* of = find_indicator(rules_, rule.denominator);
      tell(*upper, "value", "indicator.over_whole",
           {{"rate", rule.id}, {"value", lower->second->value > 0 ? fixed(rate, 1) : "∞"}, {"unit", rule.unit.en},
            {"numerator", shortest(upper->value)}, {"denominator", shortest(lower->second->value)}, {"denominator_name_en", of ? of->words.en : rule.denominator},
            {"denominator_name_zh", of ? of->words.zh : rule.denominator},
            {"reason", rule.over.en}, {"reason_zh", rule.over.zh}},
           Severity::warning);
    }
  }

  void judge_parts() {
    std::map<Key, double> sums;
    for (const auto& [key, d] : held_) {
      const IndicatorRule* rule = find_indicator(rules_, d->indicator);
      if (!rule->parent.empty()) sums[{rule->parent, std::get<1>(key), std::get<2>(key)}] += d->value;
    }
    for (const auto& [key, sum] : sums) {
      const auto parent = held_.find(key);
      if (parent == held_.end() || sum <= parent->second->value) continue;
      tell(*parent->second, "value", "indicator.parts_exceed", {{"sum", shortest(sum)}, {"value", shortest(parent->second->value)}}, Severity::warning);
    }
  }

  const std::vector<IndicatorRule>& rules_;
  Lifetimes lifetimes_;
  const std::string& file_;
  std::multimap<std::string, const DivisionCode*> codes_;
  std::map<Key, const DeliveredValue*> held_;
  std::map<std::string, std::size_t> told_;
  JudgedValues result_;
};

}  // namespace

Period period_of_year(int year) {
  using std::chrono::January;
  return {std::chrono::year{year} / January / 1, std::chrono::year{year + 1} / January / 1};
}

Date last_day_of_year(int year) { return period_of_year(year).until - std::chrono::days{1}; }

Lifetimes::Lifetimes(const DivisionFacts& facts) {
  for (const DivisionVersion& version : facts.versions) periods_[version.division].push_back(version.valid);
}

std::optional<Date> Lifetimes::last_day_in(DivisionId division, int year) const {
  const auto found = periods_.find(division);
  if (found == periods_.end()) return {};
  const Period whole = period_of_year(year);
  std::optional<Date> last;
  for (const Period& valid : found->second) {
    if (!valid.overlaps(whole)) continue;
    const Date day = std::min(valid.until, whole.until) - std::chrono::days{1};
    if (!last || day > *last) last = day;
  }
  return last;
}

JudgedValues judge_values(std::span<const DeliveredValue> delivered, const std::vector<IndicatorRule>& rules,
                          const DivisionFacts& facts, const std::string& file) {
  return ValueJudge{rules, facts, file}.run(delivered);
}

}  // namespace merestone
