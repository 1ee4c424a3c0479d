// SPDX-License-Identifier: Apache-2.0
#include "gis/divisions/lineage.hpp"

#include <algorithm>
#include <functional>
#include <set>

namespace merestone {
namespace {

using What = LifeEvent::What;

/// Facts of one division in order of time.
template <class Fact, class Accept>
std::vector<const Fact*> in_order(const std::vector<Fact>& facts, Accept accept) {
  std::vector<const Fact*> own;
  for (const Fact& fact : facts) {
    if (accept(fact)) own.push_back(&fact);
  }
  std::stable_sort(own.begin(), own.end(), [](const Fact* a, const Fact* b) { return a->valid.from < b->valid.from; });
  return own;
}

class Life {
 public:
  Life(DivisionId division, const DivisionFacts& facts) : division_{division}, facts_{facts} {}

  std::vector<LifeEvent> run(std::span<const SuccessionShare> shares, std::span<const DivisionSeat> seats) {
    const auto mine = [&](const auto& fact) { return fact.division == division_; };
    const auto versions = in_order(facts_.versions, mine);
    for (std::size_t i = 0; i < versions.size(); ++i) {
      const bool follows = i > 0 && versions[i - 1]->valid.until == versions[i]->valid.from;
      const bool goes_on = i + 1 < versions.size() && versions[i + 1]->valid.from == versions[i]->valid.until;
      if (!follows && versions[i]->valid.from != unknown_start) {
        add({.day = versions[i]->valid.from, .what = What::began, .after = versions[i]->kind, .document = versions[i]->document});
      }
      if (follows && versions[i - 1]->kind != versions[i]->kind) {
        add({.day = versions[i]->valid.from, .what = What::kind, .before = versions[i - 1]->kind, .after = versions[i]->kind, .document = versions[i]->document});
      }
      if (!goes_on && versions[i]->valid.until != open_end) add({.day = versions[i]->valid.until, .what = What::ended, .before = versions[i]->kind});
    }
    steps(in_order(facts_.names, [&](const DivisionName& n) { return n.division == division_ && n.status == "official"; }),
          What::name, [](const DivisionName& n) { return n.text; });
    steps(in_order(facts_.codes, mine), What::code, [](const DivisionCode& c) { return c.code; });
    superiors(MembershipKind::legal, What::superior);
    superiors(MembershipKind::entrusted, What::entrusted);
    successions(shares);
    for (const DivisionSeat& seat : seats) {
      if (seat.division == division_) add({.day = seat.valid.from, .what = What::seat, .after = seat.seat.name});
    }
    std::stable_sort(events_.begin(), events_.end(), [](const LifeEvent& a, const LifeEvent& b) {
      const auto rank = [](What what) { return what == What::began ? 0 : what == What::ended ? 2 : 1; };
      return std::pair{a.day, rank(a.what)} < std::pair{b.day, rank(b.what)};
    });
    return std::move(events_);
  }

 private:
  void add(LifeEvent event) { events_.push_back(std::move(event)); }

  template <class Fact, class Text>
  void steps(const std::vector<const Fact*>& facts, What what, Text text) {
    for (std::size_t i = 1; i < facts.size(); ++i) {
      if (text(*facts[i - 1]) != text(*facts[i])) add({.day = facts[i]->valid.from, .what = what, .before = text(*facts[i - 1]), .after = text(*facts[i])});
    }
  }

  void superiors(MembershipKind kind, What what) {
    const auto own = in_order(facts_.memberships, [&](const Membership& m) { return m.member == division_ && m.kind == kind; });
    for (std::size_t i = 0; i < own.size(); ++i) {
      const bool first = i == 0 && kind == MembershipKind::legal;  // comes with the division itself
      if (!first && (i == 0 || own[i - 1]->superior != own[i]->superior)) {
        add({.day = own[i]->valid.from, .what = what, .other = own[i]->superior});
      }
    }
  }

  void successions(std::span<const SuccessionShare> shares) {
    for (std::size_t i = 0; i < facts_.successions.size(); ++i) {
      const Succession& s = facts_.successions[i];
      if (s.from != division_ && s.to != division_) continue;
      const bool gave = s.from == division_;
      LifeEvent event{.day = s.day, .what = gave ? What::gave : What::took, .other = gave ? s.to : s.from, .document = s.document, .reason = s.reason};
      for (const SuccessionShare& share : shares) {
        if (share.succession == i) event.area_share = share.area_share;
      }
      add(std::move(event));
    }
  }

  DivisionId division_;
  const DivisionFacts& facts_;
  std::vector<LifeEvent> events_;
};

}  // namespace

std::vector<LifeEvent> life_of(DivisionId division, const DivisionFacts& facts, std::span<const SuccessionShare> shares,
                               std::span<const DivisionSeat> seats) {
  return Life{division, facts}.run(shares, seats);
}

Lineage lineage_of(DivisionId division, std::span<const Succession> successions) {
  Lineage lineage;
  const auto walk = [&](bool back, std::vector<std::size_t>& found) {
    std::set<DivisionId> seen{division};
    std::vector<DivisionId> open{division};
    std::set<std::size_t> edges;
    for (std::size_t at = 0; at < open.size(); ++at) {
      for (std::size_t i = 0; i < successions.size(); ++i) {
        const DivisionId here = back ? successions[i].to : successions[i].from;
        const DivisionId there = back ? successions[i].from : successions[i].to;
        if (here != open[at] || there.value == 0) continue;
        edges.insert(i);
        if (seen.insert(there).second) open.push_back(there);
      }
    }
    found.assign(edges.begin(), edges.end());
    std::stable_sort(found.begin(), found.end(), [&](std::size_t a, std::size_t b) {
      return back ? successions[a].day > successions[b].day : successions[a].day < successions[b].day;
    });
  };
  walk(true, lineage.from);
  walk(false, lineage.to);
  return lineage;
}

}  // namespace merestone
