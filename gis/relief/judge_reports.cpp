// SPDX-License-Identifier: Apache-2.0
#include "gis/base/text.hpp"
#include "gis/divisions/register.hpp"
#include "gis/relief/event.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace merestone {
namespace {

constexpr std::size_t most_told = 100;

class ReportJudge {
 public:
  ReportJudge(const DisasterEvent& event, std::span<const EventFigure> on_record, const EventRules& rules, const DivisionFacts& facts, const std::string& file)
      : event_{event}, rules_{rules}, facts_{facts}, file_{file}, divisions_{facts, day_of(event.started)} {
    for (const EventFigure& f : on_record) {
      held_[report_of(f.division, f.stage, f.as_of)][f.indicator] = {f.value, 0};
      stages_[f.division].insert({f.as_of, rules.order_of(f.stage)});
    }
  }

  JudgedReports run(std::span<const DeliveredReport> delivered) {
    for (const DeliveredReport& d : delivered) judge(d);
    judge_order_of_stages();
    for (const Report& report : fresh_) judge_tree(report);
    judge_falls();
    judge_sums();
    judge_clock();
    return std::move(result_);
  }

 private:
  using Facts = std::vector<std::pair<std::string, std::string>>;
  using Report = std::tuple<DivisionId, Moment, int>;  // division, time, stage
  struct Held {
    double value = 0;
    std::size_t record = 0;  ///< of the delivery; 0: on record
  };

  Report report_of(DivisionId division, const std::string& stage, Moment as_of) const { return {division, as_of, rules_.order_of(stage)}; }

  void tell(const char* rule, std::size_t record, const char* field, Facts facts, Severity severity = Severity::error) {
    if (++told_[rule] > most_told) return;
    facts.emplace_back("event", event_.local_id);
    result_.findings.push_back({.rule = rule, .severity = severity, .subject = {file_, std::to_string(record), field}, .facts = std::move(facts)});
  }
  std::string name_of(DivisionId id) const {
    const DivisionState* state = divisions_.find(id);
    return state ? state->name + " (" + state->code + ")" : "–";
  }

  void judge(const DeliveredReport& d) {
    bool fit = true;
    const auto wrong = [&](const char* rule, const char* field, Facts facts) {
      tell(rule, d.record, field, std::move(facts));
      fit = false;
    };
    if (d.event != event_.local_id) wrong("event.other_event", "event", {{"value", d.event}});
    if (!d.hazard.empty() && d.hazard != event_.hazard) wrong("event.other_hazard", "hazard", {{"value", d.hazard}, {"hazard", event_.hazard}});
    if (rules_.order_of(d.stage) < 0) {
      std::string words;
      for (const ReportStage& s : rules_.stages) words += (words.empty() ? "" : ", ") + s.id;
      wrong("event.unknown_stage", "stage", {{"value", d.stage.empty() ? "–" : d.stage}, {"words", words}});
    }
    const IndicatorRule* rule = find_indicator(rules_.losses, d.indicator);
    const Facts figure{{"indicator", d.indicator}, {"code", d.code}, {"value", shortest(d.value)}};
    if (rule == nullptr) wrong("event.unknown_indicator", "indicator", figure);
    else if (d.value < 0) wrong("event.negative", "value", figure);
    else if (rule->whole && d.value != std::floor(d.value)) wrong("event.not_whole", "value", figure);
    if (d.as_of < event_.started) wrong("event.before_start", "as_of", {{"value", to_string(d.as_of)}, {"started", to_string(event_.started)}});
    const DivisionState* division = division_of(d, fit);
    if (!fit) return;
    const Report report = report_of(division->id, d.stage, d.as_of);
    const auto [known, fresh] = held_[report].try_emplace(d.indicator, Held{d.value, d.record});
    if (!fresh) {
      const Held& before = known->second;
      Facts facts = figure;
      facts.insert(facts.end(), {{"before", shortest(before.value)}, {"other", std::to_string(before.record)}, {"as_of", to_string(d.as_of)}, {"stage", d.stage}});
      if (before.record != 0) tell("event.reported_twice", d.record, "value", std::move(facts));
      else if (before.value != d.value) tell("event.reported_already", d.record, "value", std::move(facts));
      else ++result_.same;
      return;
    }
    fresh_.insert(report);
    records_.try_emplace(report, d.record);
    stages_[division->id].insert({d.as_of, rules_.order_of(d.stage)});
    result_.figures.push_back({event_.id, division->id, d.stage, d.as_of, d.indicator, d.value, d.source});
  }

  const DivisionState* division_of(const DeliveredReport& d, bool& fit) {
    const DivisionState* division = divisions_.find_code(d.code);
    if (division) return division;
    fit = false;
    const DivisionCode* known = nullptr;
    for (const DivisionCode& code : facts_.codes) {
      if (code.code == d.code && (known == nullptr || code.valid.from > known->valid.from)) known = &code;
    }
    if (known == nullptr) {
      tell("event.unknown_division", d.record, "code", {{"code", d.code}});
    } else {
      tell("event.not_that_day", d.record, "code", {{"code", d.code}, {"day", to_string(day_of(event_.started))}, {"from", to_string(known->valid.from)},
                                                    {"until", to_string(known->valid.until)}});
    }
    return nullptr;
  }

  /// In time, stages only go on.
  void judge_order_of_stages() {
    for (const Report& report : fresh_) {
      const auto& [division, as_of, stage] = report;
      for (const auto& [other_time, other_stage] : stages_[division]) {
        // Of two fresh ones the later is told; one on record is never asked itself.
        const bool goes_back = other_time <= as_of && other_stage > stage;
        const bool comes_before = other_time > as_of && other_stage < stage && fresh_.count({division, other_time, other_stage}) == 0;
        const bool wrong = goes_back || comes_before;
        if (!wrong) continue;
        tell("event.stage_order", records_[report], "stage", {{"name", name_of(division)}, {"stage", rules_.stages[static_cast<std::size_t>(stage)].id}, {"as_of", to_string(as_of)},
                                                              {"other_stage", rules_.stages[static_cast<std::size_t>(other_stage)].id}, {"other_as_of", to_string(other_time)}});
        break;
      }
    }
  }

  std::optional<double> value_in(const Report& report, const std::string& indicator) const {
    const auto values = held_.find(report);
    if (values == held_.end()) return {};
    const auto found = values->second.find(indicator);
    return found == values->second.end() ? std::nullopt : std::optional{found->second.value};
  }

  void judge_tree(const Report& report) {
    const std::size_t record = records_[report];
    const std::string name = name_of(std::get<0>(report));
    std::map<std::string, double> sums;
    for (const auto& [indicator, held] : held_[report]) {
      const IndicatorRule* rule = find_indicator(rules_.losses, indicator);
      if (rule && !rule->parent.empty()) sums[rule->parent] += held.value;
    }
    for (const auto& [parent, sum] : sums) {
      const auto whole = value_in(report, parent);
      if (!whole || sum <= *whole + 1e-9) continue;
      tell("event.parts_exceed", record, "value", {{"name", name}, {"indicator", parent}, {"sum", shortest(sum)}, {"value", shortest(*whole)}});
    }
    for (const IndicatorOrder& order : rules_.orders) {
      const auto lesser = value_in(report, order.lesser), greater = value_in(report, order.greater);
      if (!lesser || !greater || *lesser <= *greater) continue;
      tell("event.order", record, "value", {{"name", name}, {"lesser", order.lesser}, {"greater", order.greater}, {"value", shortest(*lesser)}, {"limit", shortest(*greater)}});
    }
  }

  void judge_falls() {
    for (const auto& [division, stages] : stages_) {
      std::map<std::string, double> before;
      for (const auto& [as_of, stage] : stages) {
        const Report report{division, as_of, stage};
        const auto values = held_.find(report);
        if (values == held_.end()) continue;
        for (const auto& [indicator, held] : values->second) {
          const auto last = before.find(indicator);
          if (last != before.end() && held.value < last->second && fresh_.count(report) > 0) {
            tell("event.falls", held.record, "value", {{"name", name_of(division)}, {"indicator", indicator}, {"before", shortest(last->second)}, {"value", shortest(held.value)}},
                 Severity::warning);
          }
          before[indicator] = held.value;
        }
      }
    }
  }

  /// Townships sum up to their county where one report has both.
  void judge_sums() {
    for (const Report& report : fresh_) {
      const auto& [division, as_of, stage] = report;
      std::map<std::string, double> sums;
      for (const DivisionState* member : divisions_.members(division)) {
        const auto values = held_.find({member->id, as_of, stage});
        if (values == held_.end()) continue;
        for (const auto& [indicator, held] : values->second) sums[indicator] += held.value;
      }
      for (const auto& [indicator, sum] : sums) {
        const auto whole = value_in(report, indicator);
        if (!whole || std::abs(*whole - sum) <= 1e-9 * std::max(1.0, std::abs(sum))) continue;
        tell("event.sum_differs", held_[report][indicator].record, "value",
             {{"name", name_of(division)}, {"indicator", indicator}, {"sum", shortest(sum)}, {"value", shortest(*whole)}});
      }
    }
  }

  void judge_clock() {
    for (const ReportDue& due : reports_due(event_, result_.figures, rules_, event_.started)) {
      const bool first = std::none_of(held_.begin(), held_.end(), [&](const auto& entry) {
        return std::get<2>(entry.first) == rules_.order_of(due.stage) && fresh_.count(entry.first) == 0;
      });
      if (!due.done || !due.overdue || !first) continue;
      tell("event.late", 0, "as_of", {{"stage", due.stage}, {"due", to_string(due.due)}, {"as_of", to_string(*due.done)}}, Severity::warning);
      result_.findings.back().subject.record.clear();
    }
  }

  const DisasterEvent& event_;
  const EventRules& rules_;
  const DivisionFacts& facts_;
  const std::string& file_;
  DivisionRegister divisions_;
  std::map<Report, std::map<std::string, Held>> held_;
  std::map<DivisionId, std::set<std::pair<Moment, int>>> stages_;
  std::set<Report> fresh_;
  std::map<Report, std::size_t> records_;
  std::map<std::string, std::size_t> told_;
  JudgedReports result_;
};

}  // namespace

JudgedReports judge_reports(const DisasterEvent& event, std::span<const DeliveredReport> delivered, std::span<const EventFigure> on_record,
                            const EventRules& rules, const DivisionFacts& facts, const std::string& file) {
  return ReportJudge{event, on_record, rules, facts, file}.run(delivered);
}

}  // namespace merestone
