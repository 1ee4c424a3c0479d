// SPDX-License-Identifier: Apache-2.0
#include "gis/indicators/figures.hpp"

#include "gis/base/error.hpp"
#include "gis/base/text.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace merestone {
namespace {

/// The values of one indicator that adds up, on the divisions of one day.
struct Counts {
  std::unordered_map<DivisionId, CarriedFigure> held;
  Reaggregation carried;
  std::unordered_set<DivisionId> partial;  ///< that took over ground of others and gave no figure of their own, though they stood
  double given = 0;
};

Counts counts_of(const IndicatorRecord& record, const std::string& indicator, const FigureQuestion& question, Date day) {
  std::vector<DivisionFigure> figures;
  Counts counts;
  const Lifetimes lifetimes{record.facts};
  for (const IndicatorValue& v : record.values) {
    if (v.indicator != indicator || v.year != question.year) continue;
    const auto counted = lifetimes.last_day_in(v.division, v.year);
    if (!counted) continue;  // its division was taken out of the year by a later record
    figures.push_back({v.division, *counted, v.value});
    counts.given += v.value;
  }
  counts.carried = reaggregate(figures, record.facts, record.shares, day, question.basis);
  std::unordered_set<DivisionId> own;
  for (const DivisionFigure& f : figures) own.insert(f.division);
  const Date begun = last_day_of_year(question.year - 1);
  for (const CarriedFigure& f : counts.carried.figures) {
    counts.held.emplace(f.division, f);
    if (!own.contains(f.division) && lifetimes.last_day_in(f.division, question.year - 1) == begun) counts.partial.insert(f.division);
  }
  return counts;
}

struct Total {
  double value = 0;
  double shared = 0;
  std::size_t parts = 0;
  std::size_t missing = 0;
  bool reported = false;
  bool complete() const { return parts > 0 && missing == 0; }
};

class Roller {
 public:
  Roller(const DivisionRegister& divisions, Level finest) : divisions_{divisions}, finest_{finest} {}

  /// The division's own figure, else the sum of those of its members.
  Total total(const Counts& counts, DivisionId division) const {
    if (const auto own = counts.held.find(division); own != counts.held.end()) {
      if (!counts.partial.contains(division)) return {own->second.value, own->second.shared, 1, 0, true};
      Total sum = members_total(counts, division);  // its own is missing: what came over is a part
      sum.value += own->second.value, sum.shared += own->second.shared;
      if (sum.parts == 0) sum.parts = sum.missing = 1;
      return sum;
    }
    Total sum = members_total(counts, division);
    if (sum.parts == 0) sum = {0, 0, 1, 1, false};
    return sum;
  }

  Total members_total(const Counts& counts, DivisionId division) const {
    Total sum;
    const DivisionState* state = divisions_.find(division);
    if (state == nullptr || state->level >= finest_) return sum;
    for (const DivisionState* member : divisions_.members(division)) {
      const Total part = total(counts, member->id);
      sum.value += part.value, sum.shared += part.shared;
      sum.parts += part.parts, sum.missing += part.missing;
    }
    return sum;
  }

  /// Both counts over the same ground: of the division where it has both in full, else of those members that do.
  Figure rate(const Counts& upper, const Counts& lower, DivisionId division) const {
    const Total n = total(upper, division), d = total(lower, division);
    Figure figure{division};
    if (n.complete() && d.complete()) {
      figure.numerator = n.value, figure.denominator = d.value, figure.shared = n.shared;
      figure.parts = std::max(n.parts, d.parts);
      figure.reported = n.reported && d.reported;
      return figure;
    }
    figure.parts = figure.missing = 1;
    const DivisionState* state = divisions_.find(division);
    if (state == nullptr || state->level >= finest_) return figure;
    const auto members = divisions_.members(division);
    if (members.empty()) return figure;
    figure.parts = figure.missing = 0;
    for (const DivisionState* member : members) {
      const Figure part = rate(upper, lower, member->id);
      figure.numerator += part.numerator, figure.denominator += part.denominator, figure.shared += part.shared;
      figure.parts += part.parts, figure.missing += part.missing;
    }
    return figure;
  }

 private:
  const DivisionRegister& divisions_;
  Level finest_;
};

Level finest_of(const Counts& counts, const DivisionRegister& divisions) {
  Level finest = 0;
  for (const auto& [division, figure] : counts.held) {
    if (const DivisionState* state = divisions.find(division)) finest = std::max(finest, state->level);
  }
  return finest;
}

class FigureWork {
 public:
  FigureWork(const IndicatorRecord& record, const FigureQuestion& question, const DivisionRegister& divisions, const IndicatorRule& rule)
      : record_{record}, divisions_{divisions} {
    table_.rule = rule;
    table_.question = question;
  }

  FigureTable run(Date day) {
    const IndicatorRule& rule = table_.rule;
    const bool rate = rule.sum == SumRule::rate;
    const Counts upper = counts_of(record_, rate ? rule.numerator : rule.id, table_.question, day);
    const Counts lower = rate ? counts_of(record_, rule.denominator, table_.question, day) : Counts{};
    const Level finest = std::max(finest_of(upper, divisions_), finest_of(lower, divisions_));
    table_.question.onto = day;
    if (table_.question.level == 0) table_.question.level = finest;
    note(upper);
    if (rate) note(lower);
    table_.given = upper.given;
    const Roller roller{divisions_, finest};
    for (const DivisionState& division : divisions_.all()) {
      if (division.level != table_.question.level) continue;
      table_.figures.push_back(rate ? rate_of(roller.rate(upper, lower, division.id)) : sum_of(roller, upper, division.id));
    }
    tell_shares();
    return std::move(table_);
  }

 private:
  using Facts = std::vector<std::pair<std::string, std::string>>;

  void tell(const char* rule, DivisionId division, Facts facts, Severity severity = Severity::warning) {
    const DivisionState* state = divisions_.find(division);
    facts.insert(facts.end(), {{"indicator", table_.rule.id}, {"indicator_en", table_.rule.words.en}, {"indicator_zh", table_.rule.words.zh}, {"year", std::to_string(table_.question.year)},
                               {"name", state ? state->name : "–"}, {"code", state ? state->code : "–"}});
    table_.findings.push_back({.rule = rule, .severity = severity, .subject = {{}, state ? state->code : "", table_.rule.id}, .facts = std::move(facts)});
  }

  void note(const Counts& counts) {
    for (const UsedShare& share : counts.carried.shares) {
      const auto same = [&](const UsedShare& s) { return s.from == share.from && s.to == share.to && s.day == share.day; };
      if (std::none_of(table_.shares.begin(), table_.shares.end(), same)) table_.shares.push_back(share);
    }
    for (const DivisionFigure& f : counts.carried.unplaced) table_.unplaced += f.value;
  }

  Figure sum_of(const Roller& roller, const Counts& counts, DivisionId division) {
    const Total total = roller.total(counts, division);
    Figure figure{division, {}, 0, 0, total.parts, total.missing, total.shared, total.reported};
    const bool single = table_.rule.sum == SumRule::sum || total.reported;
    if (total.complete() && single) figure.value = total.value;
    if (!total.reported || table_.rule.sum != SumRule::sum) return figure;
    const Total parts = roller.members_total(counts, division);
    const double tolerance = 1e-9 * std::max(1.0, std::abs(total.value)) + total.shared + parts.shared;
    if (parts.complete() && std::abs(parts.value - total.value) > tolerance) {
      tell("indicator.sum_differs", division, {{"value", shortest(total.value)}, {"sum", shortest(parts.value)}});
    }
    return figure;
  }

  Figure rate_of(Figure figure) {
    if (figure.missing == figure.parts) return figure;
    const IndicatorRule& rule = table_.rule;
    if (figure.denominator == 0) {
      if (figure.numerator > 0) tell("indicator.over_whole", figure.division, over_facts(figure, "∞"));
      return figure;
    }
    figure.value = rule.scale * figure.numerator / figure.denominator;
    if (!rule.over.en.empty() && figure.numerator > figure.denominator) tell("indicator.over_whole", figure.division, over_facts(figure, fixed(*figure.value, 1)));
    return figure;
  }

  Facts over_facts(const Figure& figure, const std::string& value) const {
    const IndicatorRule& rule = table_.rule;
    const std::string none = "–";
    const IndicatorRule* of = find_indicator(record_.rules, rule.denominator);
    return {{"rate", rule.id}, {"value", value}, {"unit", rule.unit.en}, {"numerator", shortest(figure.numerator)}, {"denominator", shortest(figure.denominator)},
            {"denominator_name_en", of ? of->words.en : rule.denominator}, {"denominator_name_zh", of ? of->words.zh : rule.denominator}, {"reason", rule.over.en.empty() ? none : rule.over.en}, {"reason_zh", rule.over.zh.empty() ? none : rule.over.zh}};
  }

  void tell_shares() {
    const auto names = [&](DivisionId id) {
      const DivisionState* state = divisions_.find(id);
      if (state) return state->name;
      for (const DivisionName& name : record_.facts.names) {
        if (name.division == id) return name.text;
      }
      return std::string{"–"};
    };
    for (const UsedShare& share : table_.shares) {
      table_.findings.push_back({.rule = share.known ? "indicator.shared" : "indicator.share_unknown",
                                 .severity = share.known ? Severity::note : Severity::warning, .subject = {{}, {}, table_.rule.id},
                                 .facts = {{"from", names(share.from)}, {"to", names(share.to)}, {"day", to_string(share.day)},
                                           {"share", fixed(100 * share.share, 2)}, {"basis", share.basis == ShareBasis::people ? "people" : "area"}}});
    }
    if (table_.unplaced != 0) {
      table_.findings.push_back({.rule = "indicator.unplaced", .severity = Severity::warning, .subject = {{}, {}, table_.rule.id},
                                 .facts = {{"value", shortest(table_.unplaced)}, {"given", shortest(table_.given)}, {"day", to_string(*table_.question.onto)}}});
    }
  }

  const IndicatorRecord& record_;
  const DivisionRegister& divisions_;
  FigureTable table_;
};

}  // namespace

FigureTable figures_of(const IndicatorRecord& record, const FigureQuestion& question, const DivisionRegister* known) {
  const IndicatorRule* rule = find_indicator(record.rules, question.indicator);
  if (rule == nullptr) {
    throw Error{Fault::missing, "no indicator " + question.indicator,
                {{.rule = "indicator.unknown", .facts = {{"indicator", question.indicator}, {"code", "–"}, {"year", std::to_string(question.year)}}}}};
  }
  const Date day = question.onto.value_or(last_day_of_year(question.year));
  if (known) return FigureWork{record, question, *known, *rule}.run(day);
  const DivisionRegister divisions{record.facts, day};
  return FigureWork{record, question, divisions, *rule}.run(day);
}

std::vector<int> years_of(const IndicatorRecord& record, std::string_view indicator) {
  const IndicatorRule* rule = find_indicator(record.rules, indicator);
  const auto years = [&](std::string_view id) {
    std::set<int> found;
    for (const IndicatorValue& v : record.values) {
      if (v.indicator == id) found.insert(v.year);
    }
    return found;
  };
  if (rule == nullptr || rule->sum != SumRule::rate) {
    const auto found = years(indicator);
    return {found.begin(), found.end()};
  }
  const auto upper = years(rule->numerator), lower = years(rule->denominator);
  std::vector<int> both;
  std::set_intersection(upper.begin(), upper.end(), lower.begin(), lower.end(), std::back_inserter(both));
  return both;
}

}  // namespace merestone
