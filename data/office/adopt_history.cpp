// SPDX-License-Identifier: Apache-2.0
#include "data/office/acts.hpp"

#include "data/db/refusal.hpp"
#include "data/office/act_record.hpp"
#include "data/office/ground_change.hpp"
#include "data/office/history_matching.hpp"
#include "data/office/membership_inheritance.hpp"

#include <algorithm>

namespace merestone {
namespace {

Period meet(const Period& a, const Period& b) { return {std::max(a.from, b.from), std::min(a.until, b.until)}; }

/// Facts that an act supersedes and adds.
template <class Fact>
struct Change {
  std::vector<std::int64_t> gone;
  std::vector<Fact> added;

  /// Leaves `kept` as it is when it already reads `wanted`, else replaces it; by nothing when the period is empty.
  void limit(const Kept<Fact>& kept, const Period& wanted) {
    if (kept.fact.valid == wanted) return;
    gone.push_back(kept.number);
    if (!(wanted.from < wanted.until)) return;
    added.push_back(kept.fact);
    added.back().valid = wanted;
  }
};

class Historian {
 public:
  Historian(Connection& connection, const ActInfo& info, const std::vector<DeliveredState>& states,
            const std::string& code_system)
      : connection_{connection},
        info_{info},
        states_{states},
        code_system_{code_system},
        act_{connection, "divisions.adopt_history", info.author, info.reason},
        known_{connection, act_.before()} {}

  Revision run() {
    reading_ = read_history(states_);
    if (!reading_.findings.empty()) {
      throw Error{Fault::invalid, "the history contradicts itself: " + reading_.findings.front().rule, reading_.findings};
    }
    ids_ = match_histories(states_, reading_, known_, code_system_);
    document_ = act_.add(info_.document);
    report("divisions");
    record_new_divisions();
    state_facts();
    find_bequests();
    hand_on_memberships();
    write_facts();
    report("boundaries");
    change_ground(act_.writer(), {act_.before(), bequests_, hierarchy_, document_,
                                  [&](DivisionId id) { return name_of(id); }});
    act_.tell("code_system", code_system_);
    return act_.close();
  }

 private:
  void report(std::string_view stage) {
    if (info_.progress) info_.progress(stage, 0, states_.size());
  }

  void record_new_divisions() {
    const auto unknown = std::count(ids_.begin(), ids_.end(), DivisionId{});
    is_new_.resize(ids_.size());
    DivisionId next = add_divisions(act_.writer(), static_cast<std::size_t>(unknown));
    for (std::size_t h = 0; h < ids_.size(); ++h) {
      is_new_[h] = ids_[h].value == 0;
      if (!is_new_[h]) continue;
      ids_[h] = next;
      ++next.value;
    }
  }

  void state_facts() {
    lives_.resize(ids_.size());
    for (std::size_t h = 0; h < ids_.size(); ++h) {
      StatedFacts stated = stated_facts(states_, reading_.histories[h], ids_[h], code_system_, document_);
      lives_[h] = stated.life;
      life_of_.emplace(ids_[h], stated.life);
      if (!is_new_[h]) reconcile(ids_[h], stated);
      versions_.added.insert(versions_.added.end(), stated.versions.begin(), stated.versions.end());
      codes_.added.insert(codes_.added.end(), stated.codes.begin(), stated.codes.end());
      names_.added.insert(names_.added.end(), stated.names.begin(), stated.names.end());
    }
  }

  /// What the record says of a known division gives way to what the register says, where they differ; what the
  /// register is silent on lasts as long as the division. Facts that say the same are taken off `stated`.
  void reconcile(DivisionId division, StatedFacts& stated) {
    const KeptDivisionFacts& facts = known_.facts();
    for (const std::size_t i : known_.of(division).versions) {
      const Kept<DivisionVersion>& held = facts.versions[i];
      for (DivisionVersion& v : stated.versions) {
        if (v.kind.empty()) v.kind = held.fact.kind;
      }
      supersede_unless_stated(held, stated.versions, versions_, stated.life, [&](const DivisionVersion& v) {
        return v.level == held.fact.level && v.kind == held.fact.kind;
      });
    }
    for (const std::size_t i : known_.of(division).codes) {
      const Kept<DivisionCode>& held = facts.codes[i];
      if (held.fact.system != code_system_) codes_.limit(held, meet(held.fact.valid, stated.life));
      else supersede_unless_stated(held, stated.codes, codes_, stated.life,
                                   [&](const DivisionCode& c) { return c.code == held.fact.code; });
    }
    for (const std::size_t i : known_.of(division).names) reconcile_name(facts.names[i], stated);
  }

  void reconcile_name(const Kept<DivisionName>& held, StatedFacts& stated) {
    if (held.fact.status != "official") return names_.limit(held, meet(held.fact.valid, stated.life));
    bool same_text = false;
    for (DivisionName& n : stated.names) {
      if (n.text != held.fact.text) continue;
      n.language = held.fact.language;
      same_text = true;
    }
    supersede_unless_stated(held, stated.names, names_, stated.life,
                            [&](const DivisionName& n) { return n.text == held.fact.text; });
    const Period wanted = meet(held.fact.valid, stated.life);
    if (same_text || !(wanted.from < wanted.until)) return;
    names_.added.push_back(held.fact);
    names_.added.back().status = "variant";
    names_.added.back().valid = wanted;
  }

  template <class Fact, class Same>
  static void supersede_unless_stated(const Kept<Fact>& held, std::vector<Fact>& stated, Change<Fact>& change,
                                      const Period& life, Same same) {
    const auto found = std::find_if(stated.begin(), stated.end(),
                                    [&](const Fact& f) { return f.valid == held.fact.valid && same(f); });
    if (found != stated.end()) stated.erase(found);
    else if (held.fact.valid.overlaps(life)) change.gone.push_back(held.number);
  }

  /// Who ended in favour of whom, and the successions that say so.
  void find_bequests() {
    bequests_ = known_.bequests();
    for (std::size_t h = 0; h < ids_.size(); ++h) {
      const DivisionHistory& history = reading_.histories[h];
      const DeliveredState& last = states_[history.states.back()];
      if (last.valid.until == open_end) continue;
      DivisionId heir = history.heir ? ids_[*history.heir] : DivisionId{};
      if (heir.value == 0 && !history.heir_code.empty()) heir = known_heir(history.heir_code, last, ids_[h]);
      bequests_[ids_[h]] = {last.valid.until, heir, !history.heir_code.empty()};
      if (heir.value == 0 && history.heir_code.empty()) continue;
      const Succession succession{ids_[h], heir, last.valid.until, last.end_reason, document_};
      const bool told = std::any_of(known_.successions().begin(), known_.successions().end(), [&](const Succession& s) {
        return s.from == succession.from && s.to == succession.to && s.day == succession.day;
      });
      if (!told) successions_.push_back({succession, history.heir_code});
    }
  }

  DivisionId known_heir(const std::string& code, const DeliveredState& last, DivisionId ended) const {
    const Period day{last.valid.until, last.valid.until + std::chrono::days{1}};
    for (const std::size_t i : known_.holders(code_system_, code, last.level, day)) {
      const DivisionId holder = known_.facts().codes[i].fact.division;
      if (holder != ended) return holder;
    }
    return {};
  }

  /// Memberships end with either side; members of a superior that ended go to its heir; divisions that began by
  /// taking ground come under the superior of those who gave it.
  void hand_on_memberships() {
    for (const Kept<Membership>& kept : known_.facts().memberships) {
      const auto life = life_of_.find(kept.fact.member);
      Membership limited = kept.fact;
      if (life != life_of_.end()) limited.valid = meet(limited.valid, life->second);
      const bool lasts = limited.valid.from < limited.valid.until;
      const auto pieces = lasts ? handed_on(limited, bequests_) : std::vector<Membership>{};
      const bool same = pieces.size() == 1 && pieces[0].superior == kept.fact.superior && pieces[0].valid == kept.fact.valid;
      if (same) {
        hierarchy_.add(kept.fact);
        continue;
      }
      memberships_.gone.push_back(kept.number);
      for (const Membership& piece : pieces) {
        memberships_.added.push_back(piece);
        hierarchy_.add(piece);
      }
    }
    for (const Kept<DivisionVersion>& kept : known_.facts().versions) {
      if (!life_of_.contains(kept.fact.division)) hierarchy_.add(kept.fact);
    }
    for (std::size_t h = 0; h < ids_.size(); ++h) {
      for (const DivisionVersion& v : stated_facts(states_, reading_.histories[h], ids_[h], code_system_, document_).versions) {
        hierarchy_.add(v);
      }
    }
    for (const Membership& m : inherit_memberships(takings(), bequests_, hierarchy_)) memberships_.added.push_back(m);
  }

  std::vector<Taking> takings() const {
    std::vector<std::vector<std::size_t>> givers(ids_.size());
    for (std::size_t h = 0; h < ids_.size(); ++h) {
      const auto& heir = reading_.histories[h].heir;
      if (heir && lives_[h].until == lives_[*heir].from) givers[*heir].push_back(h);
    }
    std::vector<Taking> takings;
    for (std::size_t h = 0; h < ids_.size(); ++h) {
      if (givers[h].empty()) continue;
      Taking taking{ids_[h], lives_[h], {}, {}};
      for (const std::size_t giver : givers[h]) {
        taking.givers.push_back(ids_[giver]);
        const std::string& code = states_[reading_.histories[giver].states.back()].code;
        if (code == states_[reading_.histories[h].states.front()].code) taking.namesake = ids_[giver];
      }
      takings.push_back(std::move(taking));
    }
    return takings;
  }

  void write_facts() {
    FactWriter& writer = act_.writer();
    writer.supersede("division_version", std::move(versions_.gone));
    writer.supersede("division_code", std::move(codes_.gone));
    writer.supersede("division_name", std::move(names_.gone));
    writer.supersede("membership", std::move(memberships_.gone));
    add_versions(writer, versions_.added);
    add_codes(writer, codes_.added);
    add_names(writer, names_.added);
    add_memberships(writer, memberships_.added);
    add_successions(writer, successions_);
  }

  std::string name_of(DivisionId id) const {
    for (std::size_t h = 0; h < ids_.size(); ++h) {
      if (ids_[h] != id) continue;
      const DeliveredState& last = states_[reading_.histories[h].states.back()];
      return last.name + " (" + last.code + ")";
    }
    return known_.name(id, unknown_start);
  }

  Connection& connection_;
  const ActInfo& info_;
  const std::vector<DeliveredState>& states_;
  const std::string& code_system_;
  ActRecord act_;
  KnownDivisions known_;
  DocumentId document_;

  HistoryReading reading_;
  std::vector<DivisionId> ids_;  ///< by history
  std::vector<bool> is_new_;
  std::vector<Period> lives_;
  std::unordered_map<DivisionId, Period> life_of_;
  Change<DivisionVersion> versions_;
  Change<DivisionCode> codes_;
  Change<DivisionName> names_;
  Change<Membership> memberships_;
  std::vector<NewSuccession> successions_;
  Bequests bequests_;
  Hierarchy hierarchy_;
};

}  // namespace

Revision adopt_history(Project& project, const ActInfo& info, const std::vector<DeliveredState>& states,
                       const std::string& code_system) {
  Transaction transaction{project.connection()};
  const Revision revision = Historian{project.connection(), info, states, code_system}.run();
  transaction.commit();
  return revision;
}

}  // namespace merestone
