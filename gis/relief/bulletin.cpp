// SPDX-License-Identifier: Apache-2.0
#include "gis/relief/bulletin.hpp"

#include "gis/base/error.hpp"
#include "gis/base/text.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace merestone {
namespace {

/// Figures of one indicator on the divisions asked for.
using Held = std::map<DivisionId, CarriedFigure>;

class BulletinWork {
 public:
  BulletinWork(const DisasterEvent& event, std::span<const EventFigure> figures, const EventRules& rules, const DivisionFacts& facts,
               std::span<const SuccessionShare> shares, const BulletinQuestion& question)
      : figures_{figures}, rules_{rules}, facts_{facts}, shares_{shares}, first_day_{day_of(event.started)}, day_{question.onto.value_or(first_day_)},
        divisions_{facts, day_} {
    bulletin_.question = question;
    bulletin_.question.onto = day_;
    if (bulletin_.question.stage.empty()) bulletin_.question.stage = last_stage();
  }

  Bulletin run() {
    const std::string& stage = bulletin_.question.stage;
    const auto now = standing(figures_, rules_, stage, bulletin_.question.until);
    if (now.empty()) {
      throw Error{Fault::missing, "no reports", {{.rule = "event.no_reports", .facts = {{"stage", stage.empty() ? "–" : stage}}}}};
    }
    const int order = rules_.order_of(stage);
    const auto before = order > 0 ? standing(figures_, rules_, rules_.stages[static_cast<std::size_t>(order) - 1].id, bulletin_.question.until)
                                  : std::vector<StandingFigure>{};
    for (const StandingFigure& f : now) {
      const bool met = std::find(bulletin_.indicators.begin(), bulletin_.indicators.end(), f.indicator) != bulletin_.indicators.end();
      if (!met) bulletin_.indicators.push_back(f.indicator);
    }
    std::sort(bulletin_.indicators.begin(), bulletin_.indicators.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    for (const std::string& indicator : bulletin_.indicators) {
      now_.push_back(carried(now, indicator, true));
      before_.push_back(carried(before, indicator, false));
    }
    reporters(now);
    if (bulletin_.question.level == 0) bulletin_.question.level = finest_;
    for (const DivisionState& division : divisions_.all()) {
      if (division.level == bulletin_.question.level) add_row(division);
    }
    add_whole();
    tell_shares();
    return std::move(bulletin_);
  }

 private:
  using Facts = std::vector<std::pair<std::string, std::string>>;

  std::ptrdiff_t rank(const std::string& indicator) const {
    const IndicatorRule* rule = find_indicator(rules_.losses, indicator);
    return rule ? rule - rules_.losses.data() : std::ptrdiff_t{1} << 20;
  }

  std::string last_stage() const {
    int last = -1;
    for (const EventFigure& f : figures_) {
      if (!bulletin_.question.until || f.as_of <= *bulletin_.question.until) last = std::max(last, rules_.order_of(f.stage));
    }
    return last < 0 ? "" : rules_.stages[static_cast<std::size_t>(last)].id;
  }

  Held carried(const std::vector<StandingFigure>& standing, const std::string& indicator, bool tell) {
    std::vector<DivisionFigure> list;
    for (const StandingFigure& f : standing) {
      if (f.indicator == indicator) list.push_back({f.division, first_day_, f.value});
    }
    const Reaggregation result = reaggregate(list, facts_, shares_, day_);
    Held held;
    for (const CarriedFigure& f : result.figures) held.emplace(f.division, f);
    if (!tell) return held;
    for (const UsedShare& share : result.shares) {
      const auto same = [&](const UsedShare& s) { return s.from == share.from && s.to == share.to && s.day == share.day; };
      if (std::none_of(bulletin_.shares.begin(), bulletin_.shares.end(), same)) bulletin_.shares.push_back(share);
    }
    double lost = 0;
    for (const DivisionFigure& f : result.unplaced) lost += f.value;
    if (bulletin_.indicators.front() == indicator) bulletin_.unplaced = lost;
    if (lost != 0) {
      bulletin_.findings.push_back({.rule = "event.unplaced", .severity = Severity::warning,
                                    .facts = {{"indicator", indicator}, {"value", shortest(lost)}, {"day", to_string(day_)}}});
    }
    return held;
  }

  /// Who reported, on the divisions asked for.
  void reporters(const std::vector<StandingFigure>& now) {
    std::map<DivisionId, StandingFigure> last;
    for (const StandingFigure& f : now) {
      StandingFigure& held = last.try_emplace(f.division, f).first->second;
      if (f.as_of > held.as_of) held = f;
    }
    for (const auto& [division, f] : last) {
      if (divisions_.find(division)) stages_[division] = f.stage;
    }
    for (const Held& held : now_) {
      for (const auto& [division, figure] : held) {
        const DivisionState* state = divisions_.find(division);
        finest_ = std::max(finest_, state ? state->level : 0);
        known_.insert(division);
      }
    }
  }

  struct Sum {
    std::optional<double> value{};
    double shared = 0;
  };
  Sum sum_at(const Held& held, DivisionId division) const {
    if (const auto own = held.find(division); own != held.end()) return {own->second.value, own->second.shared};
    return sum_below(held, division);
  }
  Sum sum_below(const Held& held, DivisionId division) const {
    Sum sum;
    const DivisionState* state = divisions_.find(division);
    if (state == nullptr || state->level >= finest_) return sum;
    for (const DivisionState* member : divisions_.members(division)) {
      const Sum part = sum_at(held, member->id);
      if (!part.value) continue;
      sum.value = sum.value.value_or(0) + *part.value;
      sum.shared += part.shared;
    }
    return sum;
  }
  std::size_t reporting(DivisionId division) const {
    std::size_t count = known_.count(division);
    const DivisionState* state = divisions_.find(division);
    if (state == nullptr || state->level >= finest_) return count;
    for (const DivisionState* member : divisions_.members(division)) count += reporting(member->id);
    return count;
  }

  void add_row(const DivisionState& division) {
    BulletinRow row{division.id};
    row.reporting = reporting(division.id);
    if (row.reporting == 0) return;
    if (const auto stage = stages_.find(division.id); stage != stages_.end()) row.stage = stage->second;
    for (std::size_t i = 0; i < now_.size(); ++i) {
      const Sum now = sum_at(now_[i], division.id);
      row.cells.push_back({now.value, sum_at(before_[i], division.id).value, now.shared});
      const Sum below = sum_below(now_[i], division.id);
      const bool own = now_[i].count(division.id) > 0;
      if (!own || !below.value || std::abs(*below.value - *now.value) <= 1e-9 * std::max(1.0, std::abs(*now.value)) + now.shared + below.shared) continue;
      bulletin_.findings.push_back({.rule = "event.sum_differs", .severity = Severity::warning, .subject = {{}, division.code, bulletin_.indicators[i]},
                                    .facts = {{"name", division.name + " (" + division.code + ")"}, {"indicator", bulletin_.indicators[i]},
                                              {"sum", shortest(*below.value)}, {"value", shortest(*now.value)}}});
    }
    bulletin_.rows.push_back(std::move(row));
  }

  /// Figures of those who have no reporter above them, so that nobody counts twice.
  double whole_of(const Held& held, double* shared = nullptr) const {
    double sum = 0;
    for (const auto& [division, figure] : held) {
      const auto chain = divisions_.chain(division);
      const bool above = std::any_of(chain.begin() + 1, chain.end(), [&](const DivisionState* s) { return held.count(s->id) > 0; });
      if (above) continue;
      sum += figure.value;
      if (shared) *shared += figure.shared;
    }
    return sum;
  }

  void add_whole() {
    for (std::size_t i = 0; i < now_.size(); ++i) {
      BulletinCell cell;
      cell.value = whole_of(now_[i], &cell.shared);
      if (!before_[i].empty()) cell.before = whole_of(before_[i]);
      bulletin_.whole.cells.push_back(cell);
    }
    bulletin_.whole.reporting = known_.size();
  }

  void tell_shares() {
    const auto name = [&](DivisionId id) {
      const DivisionState* state = divisions_.find(id);
      if (state) return state->name;
      for (const DivisionName& n : facts_.names) {
        if (n.division == id) return n.text;
      }
      return std::string{"–"};
    };
    for (const UsedShare& share : bulletin_.shares) {
      bulletin_.findings.push_back({.rule = share.known ? "event.shared" : "event.share_unknown", .severity = share.known ? Severity::note : Severity::warning,
                                    .facts = {{"from", name(share.from)}, {"to", name(share.to)}, {"day", to_string(share.day)}, {"share", fixed(100 * share.share, 2)},
                                              {"basis", share.basis == ShareBasis::people ? "people" : "area"}}});
    }
  }

  std::span<const EventFigure> figures_;
  const EventRules& rules_;
  const DivisionFacts& facts_;
  std::span<const SuccessionShare> shares_;
  Date first_day_, day_;
  DivisionRegister divisions_;
  std::vector<Held> now_, before_;  ///< by indicator
  std::map<DivisionId, std::string> stages_;
  std::set<DivisionId> known_;
  Level finest_ = 0;
  Bulletin bulletin_;
};

}  // namespace

Bulletin bulletin_of(const DisasterEvent& event, std::span<const EventFigure> figures, const EventRules& rules,
                     const DivisionFacts& facts, std::span<const SuccessionShare> shares, const BulletinQuestion& question) {
  return BulletinWork{event, figures, rules, facts, shares, question}.run();
}

}  // namespace merestone
