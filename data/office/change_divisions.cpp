// SPDX-License-Identifier: Apache-2.0
#include "data/db/refusal.hpp"
#include "data/office/act_record.hpp"
#include "data/office/attempt.hpp"
#include "data/office/changes.hpp"
#include "data/office/ground_change.hpp"
#include "data/office/ground_plan.hpp"
#include "data/office/ground_shares.hpp"
#include "data/office/known_divisions.hpp"
#include "data/office/name_carrying.hpp"
#include "data/store/change_store.hpp"
#include "data/store/ground_store.hpp"
#include "gis/base/text.hpp"
#include "gis/geodesy/measure.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace merestone {
namespace {

template <class Fact>
std::vector<Fact> facts_of(const std::vector<Kept<Fact>>& kept) {
  std::vector<Fact> facts;
  facts.reserve(kept.size());
  for (const Kept<Fact>& k : kept) facts.push_back(k.fact);
  return facts;
}

class Changer {
 public:
  Changer(Project& project, const ActInfo& info, const ChangePlan& plan, const std::string& code_system)
      : project_{project},
        info_{info},
        plan_{plan},
        packs_{project.packs()},
        pack_{pack_for(packs_, code_system)},
        code_system_{code_system},
        act_{project.connection(), "divisions.change", info.author, info.reason},
        known_{project.connection(), act_.before()},
        seats_{read_seats(project.connection(), Window{act_.before()})} {}

  ChangeReceipt run() {
    const KeptDivisionFacts& kept = known_.facts();
    facts_ = {facts_of(kept.versions), facts_of(kept.codes), facts_of(kept.names), facts_of(kept.memberships), known_.successions()};
    const std::vector<DivisionSeat> seats = facts_of(seats_);
    const DivisionId next{act_.writer().last("division") + 1};
    effect_ = work_out(plan_, info_.document.number, {facts_, seats, pack_, code_system_, next});
    for (Finding& found : check_done(plan_.dates, today())) effect_.findings.push_back(std::move(found));
    const bool drawn = !effect_.lines.empty() || !effect_.areas.empty();
    if (drawn) look_for_ground();
    else if (!effect_.refused()) look_at_ground({});
    if (effect_.refused()) refuse_all();
    document_ = act_.add(info_.document);
    record_event();
    record_facts();
    if (drawn) redraw_ground();
    record_shares();
    change_lines(drawn ? act_.revision() : act_.before());
    for (Finding& found : carry_names(project_, act_.writer(), {effect_, document_, [&](DivisionId id) { return last_code_of(id); }})) {
      effect_.findings.push_back(std::move(found));
    }
    act_.tell("change", std::to_string(receipt_.event.id.value));
    act_.tell("code_system", code_system_);
    receipt_.revision = act_.close();
    receipt_.findings = std::move(effect_.findings);
    receipt_.renumbered = std::move(effect_.renumbered);
    return std::move(receipt_);
  }

 private:
  [[noreturn]] void refuse_all() {
    std::stable_sort(effect_.findings.begin(), effect_.findings.end(),
                     [](const Finding& a, const Finding& b) { return a.severity > b.severity; });
    static constexpr std::string_view conflicts[] = {"division.code_held", "division.later_change", "division.ended_already"};
    const std::string& worst = effect_.findings.front().rule;
    const bool conflict = std::find(std::begin(conflicts), std::end(conflicts), worst) != std::end(conflicts);
    throw Error{conflict ? Fault::conflict : Fault::invalid, "the change is refused: " + worst, effect_.findings};
  }

  /// What the acts mean on the ground that is on record.
  void look_at_ground(std::span<const Transfer> drawn) {
    const GroundShares ground{project_.connection(), act_.before(), facts_, effect_, drawn};
    for (const Transfer& t : ground.not_given()) {
      effect_.findings.push_back({.rule = "division.not_given", .subject = {{}, code_of(t.from), {}},
                                  .facts = {{"code", code_of(t.from)}, {"name", name_of(t.from)}, {"heir_code", last_code_of(t.to)},
                                            {"heir", name_of(t.to)}, {"area_m2", fixed(square_metres(t.area_um2), 1)}}});
    }
    for (const DivisionId giver : ground.need_lines()) {
      effect_.findings.push_back({.rule = "division.needs_lines", .subject = {{}, code_of(giver), {}},
                                  .facts = {{"code", code_of(giver)}, {"name", known_.name(giver, effect_.day)}}});
    }
    if (!effect_.refused()) {
      const std::vector<GivenGround> given = ground.given();
      share_by_ground(effect_, given);
      tell_passed(given);
    }
    for (const SuccessionShare& share : effect_.shares) {
      const DivisionId from = effect_.added.successions[share.succession].from;
      if (!share.whole || share.area_share) continue;
      effect_.findings.push_back({.rule = "division.shares_missing", .subject = {{}, code_of(from), {}},
                                  .facts = {{"code", code_of(from)}, {"name", known_.name(from, effect_.day)}}});
      break;
    }
  }

  void tell_passed(const std::vector<GivenGround>& given) {
    std::map<std::pair<DivisionId, DivisionId>, double> passed;
    std::map<DivisionId, double> whole;
    for (const GivenGround& g : given) {
      whole[g.from] += g.area_m2;
      if (g.to.value != 0) passed[{g.from, g.to}] += g.area_m2;
    }
    for (const auto& [way, area_m2] : passed) {
      const auto [from, to] = way;
      receipt_.ground.push_back({code_of(from), known_.name(from, effect_.day - std::chrono::days{1}), last_code_of(to), name_of(to), area_m2, area_m2 / whole[from]});
    }
  }

  void look_for_ground() {
    if (any_ground(project_.connection(), {effect_.day - std::chrono::days{1}, act_.before()})) return;
    effect_.findings.push_back({.rule = "division.no_ground", .facts = {{"day", to_string(effect_.day)}}});
  }

  /// Ground changes hands along what the change draws, as it lies before who ended has left its rest to its heir.
  void redraw_ground() {
    RedrawRequest request;
    std::set<DivisionId> parties;
    Version& version = request.versions.emplace_back();
    for (const ChangeEffect::Line& line : effect_.lines) {
      version.lines.push_back({line.path, line.left, line.right});
      parties.insert({line.left, line.right});
    }
    for (const ChangeEffect::Area& area : effect_.areas) {
      version.areas.push_back({area.area, area.to});
      parties.insert(area.to);
    }
    for (const Succession& s : effect_.added.successions) {
      if (!effect_.areas.empty()) parties.insert(s.from);
    }
    request.parties.assign(parties.begin(), parties.end());
    const GroundPlan plan = plan_ground(project_, std::move(request), effect_.day, act_.revision());
    for (const Finding& finding : plan.redraw.findings) {
      const bool of_who_ends = finding.rule == "redraw.most_ground" && finding.facts.front().second.empty();
      if (!of_who_ends) effect_.findings.push_back(finding);
    }
    if (!effect_.refused()) look_at_ground(plan.redraw.transfers);
    if (effect_.refused()) refuse_all();
    record_ground(project_, act_.writer(), plan, document_);
    for (const GroundPlan::Balance& side : plan.balance()) {
      act_.tell("ground_m2 of " + last_code_of(side.division),
                fixed(square_metres(side.before_um2), 6) + " -> " + fixed(square_metres(side.after_um2), 6));
    }
  }

  std::string name_of(DivisionId division) const {
    for (const DivisionName& name : effect_.added.names) {
      if (name.division == division && name.status == "official") return name.text;
    }
    return known_.name(division, effect_.day);
  }

  /// The code that a division has from the day on, else the one that it had.
  std::string last_code_of(DivisionId division) const {
    for (const DivisionCode& code : effect_.added.codes) {
      if (code.division == division && code.system == code_system_) return code.code;
    }
    return code_of(division);
  }

  std::string code_of(DivisionId division) const {
    for (const std::size_t i : known_.of(division).codes) {
      if (facts_.codes[i].system == code_system_ && facts_.codes[i].valid.until >= effect_.day) return facts_.codes[i].code;
    }
    return {};
  }

  void record_event() {
    ChangeEvent event{{}, plan_.title, pack_.id, plan_.authority, plan_.dates, false, plan_.note, document_};
    event.dates.effective = effect_.day;
    event.id = add_change_event(act_.writer(), event);
    receipt_.event = event;
  }

  void record_facts() {
    FactWriter& writer = act_.writer();
    add_divisions(writer, effect_.new_divisions);
    DivisionFacts& added = effect_.added;
    for (DivisionVersion& version : added.versions) version.document = document_;
    for (Succession& succession : added.successions) succession.document = document_;
    for (ChangePart& part : effect_.parts) part.event = receipt_.event.id;
    for (SuccessionShare& share : effect_.shares) share.event = receipt_.event.id;

    add_versions(writer, cut("division_version", known_.facts().versions, effect_.ended_versions, added.versions));
    add_codes(writer, cut("division_code", known_.facts().codes, effect_.ended_codes, added.codes));
    add_names(writer, cut("division_name", known_.facts().names, effect_.ended_names, added.names));
    add_memberships(writer, cut("membership", known_.facts().memberships, effect_.ended_memberships, added.memberships));
    add_seats(writer, cut("division_seat", seats_, effect_.ended_seats, effect_.added_seats));
    first_succession_ = writer.last("succession") + 1;
    std::vector<NewSuccession> successions;
    for (const Succession& s : added.successions) successions.push_back({s, code_of(s.to)});
    add_successions(writer, successions);
    add_change_parts(writer, effect_.parts);
    receipt_.parts = effect_.parts;
    receipt_.successions = added.successions;
  }

  void record_shares() {
    add_shares(act_.writer(), effect_.shares, first_succession_);
    receipt_.shares = effect_.shares;
  }

  /// Supersedes facts that end and returns them ended, followed by those that begin.
  template <class Fact>
  std::vector<Fact> cut(const char* table, const std::vector<Kept<Fact>>& kept, std::vector<std::size_t> ended,
                        const std::vector<Fact>& added) {
    std::sort(ended.begin(), ended.end());
    ended.erase(std::unique(ended.begin(), ended.end()), ended.end());
    std::vector<std::int64_t> gone;
    std::vector<Fact> facts;
    for (const std::size_t i : ended) {
      gone.push_back(kept[i].number);
      facts.push_back(kept[i].fact);
      facts.back().valid.until = effect_.day;
    }
    act_.writer().supersede(table, std::move(gone));
    facts.insert(facts.end(), added.begin(), added.end());
    return facts;
  }

  void change_lines(Revision before) {
    Hierarchy hierarchy;
    const auto add_all = [&](const auto& list, const auto& ended, const auto& added) {
      const std::unordered_set<std::size_t> gone(ended.begin(), ended.end());
      for (std::size_t i = 0; i < list.size(); ++i) {
        auto fact = list[i].fact;
        if (gone.contains(i)) fact.valid.until = effect_.day;
        hierarchy.add(fact);
      }
      for (const auto& fact : added) hierarchy.add(fact);
    };
    add_all(known_.facts().versions, effect_.ended_versions, effect_.added.versions);
    add_all(known_.facts().memberships, effect_.ended_memberships, effect_.added.memberships);
    Bequests bequests;
    for (const SuccessionShare& share : effect_.shares) {
      const Succession& s = effect_.added.successions[share.succession];
      if (share.whole) bequests.try_emplace(s.from, Bequest{effect_.day, s.to, false});
    }
    change_ground(act_.writer(), {before, bequests, hierarchy, document_,
                                  [&](DivisionId id) { return known_.name(id, effect_.day); }, effect_.day, true, effect_.moved});
  }

  Project& project_;
  const ActInfo& info_;
  const ChangePlan& plan_;
  std::vector<CountryPack> packs_;
  const CountryPack& pack_;
  const std::string& code_system_;
  ActRecord act_;
  KnownDivisions known_;
  std::vector<Kept<DivisionSeat>> seats_;
  DivisionFacts facts_;
  ChangeEffect effect_;
  DocumentId document_;
  std::int64_t first_succession_ = 0;
  ChangeReceipt receipt_;
};

}  // namespace

ChangeReceipt change_divisions(Project& project, const ActInfo& info, const ChangePlan& plan, const std::string& code_system) {
  return attempted(project, "divisions.change", info, [&] {
    Transaction transaction{project.connection()};
    ChangeReceipt receipt = Changer{project, info, plan, code_system}.run();
    transaction.commit();
    return receipt;
  });
}

ChangeReceipt try_change(Project& project, const ActInfo& info, const ChangePlan& plan, const std::string& code_system) {
  const Transaction transaction{project.connection()};
  return Changer{project, info, plan, code_system}.run();
}

Revision record_progress(Project& project, const ActInfo& info, ChangeEventId id, const ChangeProgress& progress) {
  return attempted(project, "divisions.progress", info, [&] {
    Transaction transaction{project.connection()};
    ActRecord act{project.connection(), "divisions.progress", info.author, info.reason};
    const auto events = read_change_events(project.connection(), act.before());
    const auto found = std::find_if(events.begin(), events.end(), [&](const auto& kept) { return kept.fact.id == id; });
    const std::string number = std::to_string(id.value);
    if (found == events.end()) refuse(Fault::missing, "division.unknown_change", "no change " + number, {{"change", number}});
    ChangeEvent event = found->fact;
    const auto set = [&](std::optional<Date>& held, const std::optional<Date>& day, const char* milestone) {
      if (!day) return;
      if (held && *held != *day) {
        refuse(Fault::conflict, "division.day_known", "the day is on record", {{"milestone", milestone}, {"on_record", to_string(*held)}});
      }
      held = day;
    };
    set(event.dates.announced, progress.announced, "announced");
    set(event.dates.completed, progress.completed, "completed");
    set(event.dates.code_published, progress.code_published, "code_published");
    event.extended = event.extended || progress.extended;
    std::vector<Finding> wrong = check_dates(event.dates);
    for (Finding& undone : check_done({{}, progress.announced, {}, progress.completed, progress.code_published}, today())) wrong.push_back(std::move(undone));
    if (!wrong.empty()) throw Error{Fault::invalid, "days out of order", std::move(wrong)};
    act.writer().supersede("change_event", {found->number});
    add_change_event(act.writer(), event);
    act.tell("change", number);
    const Revision revision = act.close();
    transaction.commit();
    return revision;
  });
}

std::string usual_code_system(const DivisionFacts& facts, const std::vector<CountryPack>& packs) {
  std::map<std::string, std::size_t> counts;
  for (const DivisionCode& code : facts.codes) ++counts[code.system];
  const auto most = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most != counts.end()) return most->first;
  for (const CountryPack& pack : packs) {
    if (!pack.code_systems.empty()) return pack.code_systems.front().id;
  }
  return "code";
}

const CountryPack& pack_for(const std::vector<CountryPack>& packs, const std::string& code_system) {
  for (const CountryPack& pack : packs) {
    if (pack.code_system(code_system) != nullptr) return pack;
  }
  return packs.front();
}

}  // namespace merestone
