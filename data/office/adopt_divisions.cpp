// SPDX-License-Identifier: Apache-2.0
#include "data/office/acts.hpp"

#include "data/db/refusal.hpp"
#include "data/office/act_record.hpp"
#include "data/office/ground_adoption.hpp"
#include "data/office/known_divisions.hpp"
#include "data/office/membership_inheritance.hpp"
#include "data/store/ground_store.hpp"

#include <algorithm>
#include <map>

namespace merestone {
namespace {

constexpr std::size_t most_findings = 100;

Period meet(const Period& a, const Period& b) { return {std::max(a.from, b.from), std::min(a.until, b.until)}; }

class Adopter {
 public:
  Adopter(Connection& connection, const ActInfo& info, const DivisionAdoption& adoption)
      : connection_{connection},
        info_{info},
        adoption_{adoption},
        delivered_{adoption.divisions},
        act_{connection, "divisions.adopt", info.author, info.reason},
        known_{connection, act_.before()} {}

  Revision run() {
    document_ = act_.add(info_.document);
    report("divisions");
    identify();
    find_superiors();
    if (!findings_.empty()) refuse_all();
    record_divisions();
    report("stretches");
    record_ground();
    act_.tell("code_system", adoption_.code_system);
    return act_.close();
  }

 private:
  void report(std::string_view stage) {
    if (info_.progress) info_.progress(stage, 0, 0);
  }

  void find(const char* rule, const DeliveredDivision& d, std::vector<std::pair<std::string, std::string>> facts) {
    Finding found;
    found.rule = rule;
    found.subject = {d.file, std::to_string(d.record), {}};
    found.facts = std::move(facts);
    found.facts.emplace_back("code", d.code);
    findings_.push_back(std::move(found));
  }

  [[noreturn]] void refuse_all() {
    const bool clash = std::any_of(findings_.begin(), findings_.end(),
                                   [](const Finding& f) { return f.rule.starts_with("store."); });
    if (findings_.size() > most_findings) findings_.resize(most_findings);
    throw Error{clash ? Fault::conflict : Fault::invalid, "the divisions cannot be adopted: " + findings_.front().rule,
                std::move(findings_)};
  }

  /// Which delivered divisions the project knows already.
  void identify() {
    ids_.resize(delivered_.size());
    std::vector<DivisionId> with_ground;
    if (!known_.empty()) with_ground = read_ground_holders(connection_, Window{act_.before(), adoption_.valid});
    std::size_t unknown = 0;
    for (std::size_t i = 0; i < delivered_.size(); ++i) {
      const DeliveredDivision& d = delivered_[i];
      const auto holders = known_.holders(adoption_.code_system, d.code, d.level, adoption_.valid);
      if (holders.empty()) {
        ++unknown;
        continue;
      }
      const auto on_day = std::find_if(holders.begin(), holders.end(), [&](std::size_t h) {
        return known_.facts().codes[h].fact.valid.contains(adoption_.valid.from);
      });
      const DivisionCode& holder = known_.facts().codes[on_day == holders.end() ? holders.front() : *on_day].fact;
      ids_[i] = holder.division;
      if (d.has_shape && std::binary_search(with_ground.begin(), with_ground.end(), holder.division)) {
        find("store.code_held", d,
             {{"name", known_.name(holder.division, adoption_.valid.from)}, {"from", to_string(holder.valid.from)},
              {"until", to_string(holder.valid.until)}});
      }
    }
    is_new_.resize(delivered_.size());
    for (std::size_t i = 0; i < ids_.size(); ++i) is_new_[i] = ids_[i].value == 0;
    unknown_ = unknown;
  }

  void find_superiors() {
    superior_index_ = superiors_within(delivered_);
    superior_known_.resize(delivered_.size());
    for (std::size_t i = 0; i < delivered_.size(); ++i) {
      const DeliveredDivision& d = delivered_[i];
      if (superior_index_[i] == no_superior && !d.parent_code.empty()) {
        superior_known_[i] = known_.superior_with(adoption_.code_system, d.parent_code, d.level, adoption_.valid.from);
        if (superior_known_[i].value == 0) find("import.unknown_parent", d, {{"parent", d.parent_code}});
      }
      if (is_new_[i]) continue;
      const DivisionId held = known_.hierarchy().superior(ids_[i], adoption_.valid.from);
      const DivisionId delivered = superior_index_[i] == no_superior ? superior_known_[i] : ids_[superior_index_[i]];
      if (held.value != 0 && (superior_index_[i] != no_superior || delivered.value != 0) && held != delivered) {
        find("store.other_superior", d, {{"name", known_.name(held, adoption_.valid.from)}});
      }
    }
  }

  /// The time for which something may be said of division `i`.
  Period life(std::size_t i) const {
    return is_new_[i] ? adoption_.valid : meet(adoption_.valid, known_.life(ids_[i], adoption_.valid.from));
  }

  void record_divisions() {
    DivisionId next = add_divisions(act_.writer(), unknown_);
    std::vector<DivisionVersion> versions;
    std::vector<DivisionCode> codes;
    std::vector<DivisionName> names;
    for (std::size_t i = 0; i < delivered_.size(); ++i) {
      const DeliveredDivision& d = delivered_[i];
      if (is_new_[i]) {
        ids_[i] = next;
        ++next.value;
        versions.push_back({ids_[i], d.level, d.kind, adoption_.valid, document_});
        codes.push_back({ids_[i], adoption_.code_system, d.code, adoption_.valid});
        names.push_back({ids_[i], d.name, d.language, "official", adoption_.valid});
      } else if (!bears(ids_[i], d.name)) {
        names.push_back({ids_[i], d.name, d.language, "variant", life(i)});
      }
    }
    add_versions(act_.writer(), versions);
    add_codes(act_.writer(), codes);
    add_names(act_.writer(), names);
    std::vector<Membership> memberships;
    for (std::size_t i = 0; i < delivered_.size(); ++i) {
      const bool inside = superior_index_[i] != no_superior;
      const DivisionId superior = inside ? ids_[superior_index_[i]] : superior_known_[i];
      if (superior.value == 0 || (!is_new_[i] && known_.hierarchy().superior(ids_[i], adoption_.valid.from).value != 0)) continue;
      const Period lives = inside ? meet(life(i), life(superior_index_[i]))
                                  : meet(life(i), known_.life(superior, adoption_.valid.from));
      if (lives.from < lives.until) memberships.push_back({ids_[i], superior, MembershipKind::legal, lives});
    }
    hierarchy_ = known_.hierarchy();
    for (const DivisionVersion& version : versions) hierarchy_.add(version);
    for (const Membership& membership : memberships) hierarchy_.add(membership);
    for (const Membership& m : inherit_memberships(takings(), known_.bequests(), hierarchy_)) memberships.push_back(m);
    add_memberships(act_.writer(), memberships);
  }

  /// Known divisions that take the ground of delivered ones when those end.
  std::vector<Taking> takings() const {
    std::map<DivisionId, Taking> by_heir;
    for (const Succession& s : known_.successions()) {
      if (s.to.value == 0 || !adoption_.valid.contains(s.day)) continue;
      Taking& taking = by_heir[s.to];
      taking.heir = s.to;
      taking.life = known_.life(s.to, s.day);
      taking.givers.push_back(s.from);
      if (known_.share_code(s.from, s.to)) taking.namesake = s.from;
    }
    std::vector<Taking> takings;
    for (auto& [heir, taking] : by_heir) takings.push_back(std::move(taking));
    return takings;
  }

  bool bears(DivisionId division, std::string_view name) const {
    const auto& names = known_.of(division).names;
    return std::any_of(names.begin(), names.end(), [&](std::size_t n) {
      const DivisionName& held = known_.facts().names[n].fact;
      return held.text == name && held.valid.overlaps(adoption_.valid);
    });
  }

  void record_ground() {
    GroundAdoption ground{act_.writer(), act_.before(), adoption_.valid, document_, known_.bequests()};
    ground.add(adoption_.mesh, ids_);
    for (const UnitIndex unit : ground.held_twice()) {
      find("store.ground_held", delivered_.at(unit), {{"name", delivered_.at(unit).name}});
    }
    if (!findings_.empty()) refuse_all();
    if (const DivisionId lost = ground.without_heir(); lost.value != 0) {
      const std::string name = known_.name(lost, adoption_.valid.from);
      refuse(Fault::conflict, "store.no_successor", "ended without successor: " + name, {{"name", name}});
    }
    ground.record();
    report("boundary lines");
    ground.keep_lines(hierarchy_);
  }

  Connection& connection_;
  const ActInfo& info_;
  const DivisionAdoption& adoption_;
  const std::vector<DeliveredDivision>& delivered_;
  ActRecord act_;
  KnownDivisions known_;
  DocumentId document_;
  std::vector<Finding> findings_;

  std::vector<DivisionId> ids_;  ///< by delivered record; no id until it is recorded
  std::vector<bool> is_new_;
  std::size_t unknown_ = 0;
  std::vector<std::size_t> superior_index_;
  std::vector<DivisionId> superior_known_;
  Hierarchy hierarchy_;
};

}  // namespace

Revision adopt_divisions(Project& project, const ActInfo& info, const DivisionAdoption& adoption) {
  Transaction transaction{project.connection()};
  const Revision revision = Adopter{project.connection(), info, adoption}.run();
  transaction.commit();
  return revision;
}

}  // namespace merestone
