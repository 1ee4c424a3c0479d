// SPDX-License-Identifier: Apache-2.0
#include "gis/divisions/reaggregation.hpp"

#include "gis/base/error.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace merestone {
namespace {

struct Entry {
  DivisionId division;
  Date since;
  double value = 0;
  double shared = 0;
};

/// What a giver gives on one day.
struct Gift {
  DivisionId to;
  std::optional<double> area, people;
};
struct Giving {
  bool whole = false;
  std::vector<Gift> gifts;

  bool complete(std::optional<double> Gift::*share) const {
    return std::all_of(gifts.begin(), gifts.end(), [&](const Gift& g) { return (g.*share).has_value(); });
  }
};

class Carrier {
 public:
  Carrier(const DivisionFacts& facts, std::span<const SuccessionShare> shares, ShareBasis basis) : basis_{basis} {
    for (const DivisionVersion& v : facts.versions) versions_[v.division].push_back(v.valid);
    std::unordered_map<std::size_t, const SuccessionShare*> by_succession;
    for (const SuccessionShare& s : shares) by_succession[s.succession] = &s;
    for (std::size_t i = 0; i < facts.successions.size(); ++i) {
      const Succession& s = facts.successions[i];
      Giving& giving = days_[s.day][s.from];
      const auto share = by_succession.find(i);
      giving.whole = !exists(s.from, s.day);
      giving.gifts.push_back({s.to, {}, {}});
      if (share == by_succession.end()) continue;
      giving.gifts.back().area = share->second->area_share;
      giving.gifts.back().people = share->second->people_share;
    }
  }

  Reaggregation run(std::span<const DivisionFigure> figures, Date to) {
    for (const DivisionFigure& f : figures) entries_.push_back({f.division, f.day, f.value, 0});
    for (const auto& [day, givers] : days_) {
      if (day > to) break;
      pass(day, givers);
    }
    std::map<DivisionId, CarriedFigure> sums;
    for (const Entry& e : entries_) {
      if (!exists(e.division, to)) {
        result_.unplaced.push_back({e.division, e.since, e.value});
        continue;
      }
      CarriedFigure& sum = sums.try_emplace(e.division, CarriedFigure{e.division}).first->second;
      sum.value += e.value;
      sum.shared += e.shared;
    }
    for (const auto& [division, sum] : sums) result_.figures.push_back(sum);
    return std::move(result_);
  }

 private:
  using Givers = std::map<DivisionId, Giving>;

  bool exists(DivisionId division, Date day) const {
    const auto found = versions_.find(division);
    if (found == versions_.end()) return false;
    return std::any_of(found->second.begin(), found->second.end(), [&](const Period& p) { return p.contains(day); });
  }

  /// All that passes on one day. Who took and ended the same day passes it on, as often as there are givers at most.
  void pass(Date day, const Givers& givers) {
    std::vector<std::size_t> moving;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      if (entries_[i].since < day && givers.count(entries_[i].division) > 0) moving.push_back(i);
    }
    for (std::size_t round = 0; !moving.empty() && round <= givers.size(); ++round) {
      std::vector<std::size_t> next;
      for (const std::size_t i : moving) give(i, day, givers.at(entries_[i].division), givers, next);
      moving = std::move(next);
    }
    std::erase_if(entries_, [](const Entry& e) { return e.division == DivisionId{}; });
  }

  void give(std::size_t index, Date day, const Giving& giving, const Givers& givers, std::vector<std::size_t>& next) {
    const Entry entry = entries_[index];
    const auto first = basis_ == ShareBasis::people ? &Gift::people : &Gift::area;
    const auto second = basis_ == ShareBasis::people ? &Gift::area : &Gift::people;
    const auto chosen = giving.complete(first) ? first : second;
    const ShareBasis used = (chosen == &Gift::people) ? ShareBasis::people : ShareBasis::area;
    const bool known = giving.complete(chosen);
    const bool one_heir = giving.whole && giving.gifts.size() == 1;
    if (!known && !one_heir) {
      if (giving.whole) return;  // told as unplaced at the end, since the division is no more
      for (const Gift& gift : giving.gifts) use({entry.division, gift.to, day, 0, used, false});
      return;
    }
    double sum = 0;
    for (const Gift& gift : giving.gifts) sum += one_heir ? 1 : *(gift.*chosen);
    double rest = 1;
    for (const Gift& gift : giving.gifts) {
      double share = one_heir ? 1 : *(gift.*chosen);
      if (sum > 1) share /= sum;
      rest -= share;
      if (share == 0) continue;
      Entry moved{gift.to, day, entry.value * share, share < 1 ? entry.value * share : entry.shared};
      if (share < 1) use({entry.division, gift.to, day, share, used, true});
      const bool goes_on = !exists(gift.to, day) && givers.count(gift.to) > 0 && gift.to != entry.division;
      if (goes_on) next.push_back(entries_.size());
      entries_.push_back(moved);
    }
    constexpr double nothing = 1e-12;
    if (rest <= nothing) {
      entries_[index].division = {};
      return;
    }
    entries_[index].value = entry.value * rest;
    entries_[index].shared = entry.value * rest;
    if (giving.whole) entries_[index].since = day;
  }

  void use(const UsedShare& used) {
    const auto same = std::find_if(result_.shares.begin(), result_.shares.end(), [&](const UsedShare& s) {
      return s.from == used.from && s.to == used.to && s.day == used.day;
    });
    if (same == result_.shares.end()) result_.shares.push_back(used);
  }

  ShareBasis basis_;
  std::unordered_map<DivisionId, std::vector<Period>> versions_;
  std::map<Date, Givers> days_;
  std::vector<Entry> entries_;
  Reaggregation result_;
};

}  // namespace

Reaggregation reaggregate(std::span<const DivisionFigure> figures, const DivisionFacts& facts,
                          std::span<const SuccessionShare> shares, Date to, ShareBasis basis) {
  for (const DivisionFigure& figure : figures) {
    if (figure.day <= to) continue;
    throw Error{Fault::invalid, "figures cannot be carried back in time",
                {{.rule = "division.reaggregation_backwards", .facts = {{"from", to_string(figure.day)}, {"to", to_string(to)}}}}};
  }
  return Carrier{facts, shares, basis}.run(figures, to);
}

}  // namespace merestone
