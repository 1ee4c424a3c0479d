// SPDX-License-Identifier: Apache-2.0
#include "cli/report/report_history.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace merestone {
namespace {

class History {
 public:
  History(const DivisionFacts& facts, DivisionId subject) : subject_{subject} {
    for (const Membership& m : facts.memberships) {
      if (m.kind == MembershipKind::legal) superiors_[m.member].push_back(&m);
    }
    for (const DivisionVersion& v : facts.versions) versions_[v.division].push_back(&v);
    for (const DivisionCode& c : facts.codes) codes_[c.division].push_back(&c);
    for (const DivisionName& n : facts.names) names_[n.division].push_back(&n);
    for (const Succession& s : facts.successions) successors_[s.from].push_back(&s);
  }

  /// Whether a division was the subject or belonged to it on a day.
  bool belongs(DivisionId id, Date day) const {
    for (int steps = 0; id.value != 0 && steps < 32; ++steps) {
      if (id == subject_) return true;
      const Membership* found = at(superiors_, id, day);
      id = found ? found->superior : DivisionId{};
    }
    return false;
  }

  /// Whether the ground that `id` held came to the subject, through whoever followed, by `until`.
  bool came_to_subject(DivisionId id, Date day, Date until) const {
    std::unordered_set<DivisionId> seen;
    std::vector<std::pair<DivisionId, Date>> open{{id, day}};
    while (!open.empty()) {
      const auto [next, since] = open.back();
      open.pop_back();
      if (!seen.insert(next).second) continue;
      if (belongs(next, since)) return true;
      const auto after = successors_.find(next);
      if (after == successors_.end()) continue;
      for (const Succession* s : after->second) {
        if (s->day >= since && s->day <= until) open.push_back({s->to, s->day});
      }
    }
    return false;
  }

  DivisionCard card(DivisionId id, Date day) const {
    DivisionCard card{id};
    if (const DivisionVersion* v = at(versions_, id, day)) card.level = v->level, card.kind = v->kind;
    if (const DivisionCode* c = at(codes_, id, day)) card.code = c->code;
    const auto names = names_.find(id);
    if (names == names_.end()) return card;
    for (const DivisionName* n : names->second) {
      const bool better = card.name.empty() || n->status == "official";
      if (n->valid.contains(day) && better) card.name = n->text;
    }
    return card;
  }

 private:
  template <class Fact>
  using ById = std::unordered_map<DivisionId, std::vector<const Fact*>>;

  template <class Fact>
  static const Fact* at(const ById<Fact>& facts, DivisionId id, Date day) {
    const auto found = facts.find(id);
    if (found == facts.end()) return nullptr;
    for (const Fact* fact : found->second) {
      if (fact->valid.contains(day)) return fact;
    }
    return nullptr;
  }

  DivisionId subject_;
  ById<Membership> superiors_;
  ById<DivisionVersion> versions_;
  ById<DivisionCode> codes_;
  ById<DivisionName> names_;
  std::unordered_map<DivisionId, std::vector<const Succession*>> successors_;
};

}  // namespace

void add_history(BoundaryReport& report, const ReportFacts& facts) {
  const History history{facts.history, report.subject.id};
  constexpr std::chrono::days one{1};
  for (const Succession& change : facts.history.successions) {
    if (change.day > report.on) continue;
    // The last day of the old state, for who gave; the first of the new, for who took.
    if (!history.belongs(change.from, change.day - one) && !history.came_to_subject(change.to, change.day, report.on)) {
      continue;
    }
    report.changes.push_back({change.day, history.card(change.from, change.day - one),
                              history.card(change.to, change.day), change.reason});
  }
  std::sort(report.changes.begin(), report.changes.end(), [](const ReportChange& a, const ReportChange& b) {
    return std::tuple{b.day, a.from.code, a.from.id, a.to.id} < std::tuple{a.day, b.from.code, b.from.id, b.to.id};
  });
}

}  // namespace merestone
