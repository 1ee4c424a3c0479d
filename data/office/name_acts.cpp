// SPDX-License-Identifier: Apache-2.0
#include "data/office/name_acts.hpp"

#include "data/db/refusal.hpp"
#include "data/office/attempt.hpp"
#include "data/office/name_checks.hpp"
#include "data/office/name_desk.hpp"
#include "data/office/officers.hpp"
#include "data/office/refuse_errors.hpp"
#include "data/office/sign_moving.hpp"
#include "gis/names/check_record.hpp"
#include "gis/script/unfit.hpp"

#include <algorithm>
#include <map>

namespace merestone {
namespace {

void refuse_protected(const PlaceRecord& place, const PlaceName& name) {
  for (const NameProtection& p : place.protections) {
    if (p.plan.value != 0 || (p.name.value != 0 && p.name != name.id)) continue;
    refuse(Fault::invalid, "name.protected", "on the protection list",
           {{"name", name.text}, {"category", p.category}, {"published", to_string(p.published)}});
  }
}

void end_place(FactWriter& writer, PlaceRecord& place, Date day, DocumentId document) {
  if (!(place.valid.from < day)) return;
  place.valid.until = std::min(place.valid.until, day);
  add_place_version(writer, place, document);
}

bool has_name(const PlaceRecord& place, const PlaceName& name) {
  return std::any_of(place.names.begin(), place.names.end(), [&](const PlaceName& n) { return n.text == name.text && n.language == name.language; });
}

/// What the law protects of a duplicate, and its old addresses, hold for the place that stays.
void take_over(FactWriter& writer, const PlaceRecord& gone, const PlaceRecord& stays, const std::map<NameId, NameId>& survivors) {
  std::vector<NameProtection> listed;
  for (NameProtection p : gone.protections) {
    const auto survivor = survivors.find(p.name);
    if (p.name.value != 0 && survivor == survivors.end()) continue;  // of a name that no longer held
    if (p.name.value != 0) p.name = survivor->second;
    p.fact = 0;
    const bool held = std::any_of(stays.protections.begin(), stays.protections.end(), [&](const NameProtection& s) { return s.name == p.name && s.published == p.published && s.category == p.category; });
    if (!held) listed.push_back(std::move(p));
  }
  if (!listed.empty()) add_protections(writer, stays.id, listed);
  PlaceRecord moved;
  moved.id = stays.id;
  for (AddressAlias alias : gone.aliases) {
    const bool held = std::any_of(stays.aliases.begin(), stays.aliases.end(), [&](const AddressAlias& s) { return s.old_address == alias.old_address && s.new_address == alias.new_address; });
    alias.fact = 0;
    if (!held) moved.aliases.push_back(std::move(alias));
  }
  if (!moved.aliases.empty()) add_place_details(writer, moved, false);
}

/// PN-12: a new name is weighed like a first one. A document says that somebody has decided: then everything is only told.
void weigh(const Project& project, const PlaceRecord& place, const Renaming& renaming, const PlaceName& former, const PlaceName& name, Revision known,
           std::vector<Finding>& findings) {
  const CountryPack pack = names_pack(project);
  NameApplication draft;
  draft.act = NameAct::rename;
  draft.place = place.id;
  draft.name = former.id;
  draft.text = name.text;
  draft.reading = name.reading;
  draft.position = place.position;
  if (const PlaceClass* of = place.class_in(pack.names.class_scheme)) draft.class_code = of->code;
  const AsOf then{renaming.effective, known};
  const auto held = divisions_of(project, then, {&place, 1});
  if (!held.empty()) draft.division = held.front();
  for (NamingFinding& each : check_naming_of(project, pack, draft, then, renaming.names)) {
    if (name.decision.value != 0 && each.finding.severity == Severity::error) each.finding.severity = Severity::warning;
    findings.push_back(std::move(each.finding));
  }
}

Recorded finish(NameDesk& desk, Carry carry, std::vector<Finding> findings) { return {desk.finish(carry), std::move(findings)}; }

}  // namespace

Recorded rename_place(Project& project, const ActInfo& info, const Renaming& renaming, Carry carry) {
  return attempted(project, "names.rename", info, [&] {
    NameDesk desk{project, info, "names.rename"};
    const PlaceRecord place = desk.place_to_change(renaming.place);
    const PlaceName& former = official_name(place, renaming.former, renaming.effective);
    refuse_protected(place, former);
    PlaceName name = renaming.name;
    name.id = {};
    name.place = place.id;
    name.kind = NameKind::official;
    name.status = NameStatus::in_force;
    name.decision = desk.document();
    name.valid = Edtf::of({renaming.effective, former.days().until});
    for (std::string* text : {&name.text, &name.specific, &name.generic, &name.reading}) *text = mended_name(*text);
    if (name.language == "und") name.language = former.language;
    if (name.text == former.text) refuse(Fault::invalid, "name.same_name", "it is called so already", {{"name", name.text}});
    auto findings = check_name(name);
    refuse_errors(findings, "the name cannot go on record");
    weigh(project, place, renaming, former, name, desk.before(), findings);
    refuse_errors(findings, "the name cannot go on record");
    end_name(desk.writer(), former, renaming.effective, NameFate::renamed, desk.document());
    PlaceName* added[] = {&name};
    add_names(desk.writer(), added);
    link_names(desk.writer(), name, former, renaming.effective, "rename", desk.document());
    desk.act().tell("name", former.text + " -> " + name.text);
    return finish(desk, carry, std::move(findings));
  });
}

Recorded abolish_name(Project& project, const ActInfo& info, PlaceId id, NameId which, Date day, bool with_place, Carry carry) {
  return attempted(project, "names.abolish", info, [&] {
    NameDesk desk{project, info, "names.abolish"};
    PlaceRecord place = desk.place_to_change(id);
    const PlaceName& name = official_name(place, which, day);
    refuse_protected(place, name);
    end_name(desk.writer(), name, day, NameFate::abolished, desk.document());
    if (with_place) end_place(desk.writer(), place, day, desk.document());
    desk.act().tell("name", name.text);
    return finish(desk, carry, {});
  });
}

Recorded merge_places(Project& project, const ActInfo& info, PlaceId duplicate, PlaceId survivor, Date day, Carry carry, MergedSigns signs) {
  return attempted(project, "names.merge", info, [&] {
    if (duplicate == survivor) refuse(Fault::invalid, "name.same_place", "one place", {{"place", "#" + std::to_string(survivor.value)}});
    NameDesk desk{project, info, "names.merge"};
    PlaceRecord gone = desk.place_to_change(duplicate);
    const PlaceRecord stays = desk.place_to_change(survivor);
    for (const PlaceLink& link : gone.links) {
      if (link.place != gone.id || link.relation != "merged_into") continue;
      refuse(Fault::conflict, "name.merged_already", "merged already",
             {{"place", "#" + std::to_string(gone.id.value)}, {"other", "#" + std::to_string(link.other.value)}});
    }
    FactWriter& writer = desk.writer();
    std::map<NameId, NameId> survivors;  // of the names that went over
    for (const PlaceName& old : gone.names) {
      if (!old.days().contains(day)) continue;
      const bool known = has_name(stays, old);
      PlaceName variant = old;
      if (!known) {
        variant.id = {};
        variant.place = stays.id;
        if (variant.kind == NameKind::official) variant.kind = NameKind::variant;
        variant.valid = Edtf::of({day, open_end});
        for (Spelling& s : variant.spellings) s.fact = 0;
      }
      end_name(writer, old, day, NameFate::renamed, {});
      if (known) {
        const auto same = std::find_if(stays.names.begin(), stays.names.end(), [&](const PlaceName& n) { return n.text == old.text && n.language == old.language; });
        variant.id = same->id;
        variant.place = stays.id;
      } else {
        PlaceName* added[] = {&variant};
        add_names(writer, added);
      }
      link_names(writer, variant, old, day, "merge", desk.document());
      survivors[old.id] = variant.id;
    }
    std::vector<PlaceCode> codes;
    for (const PlaceCode& code : gone.codes) {
      const bool known = std::any_of(stays.codes.begin(), stays.codes.end(), [&](const PlaceCode& c) { return c.system == code.system && c.code == code.code; });
      if (!known && code.system != "cn-place") codes.push_back(code);
    }
    add_place_codes(writer, stays.id, codes);
    take_over(writer, gone, stays, survivors);
    PlaceLink link{0, gone.id, "merged_into", stays.id, day};
    add_place_link(writer, link);
    end_place(writer, gone, day, desk.document());
    desk.act().tell("merged", "#" + std::to_string(gone.id.value) + " -> #" + std::to_string(stays.id.value));
    auto findings = check_merge(gone, stays);
    const SignsMoved moved = signs == MergedSigns::go_over ? move_signs(writer, gone, stays, day) : SignsMoved{};
    if (moved.moved > 0) {
      std::erase_if(findings, [](const Finding& f) { return f.rule == "name.signs_stay"; });
      findings.push_back({.rule = "name.signs_moved", .severity = Severity::note,
                          .facts = {{"place", "#" + std::to_string(gone.id.value)}, {"other", "#" + std::to_string(stays.id.value)},
                                    {"count", std::to_string(moved.moved)}, {"orders", std::to_string(moved.ordered)}}});
    }
    return finish(desk, carry, std::move(findings));
  });
}

Recorded protect_name(Project& project, const ActInfo& info, PlaceId id, const NameProtection& protection, Carry carry) {
  return attempted(project, "names.protect", info, [&] {
    NameDesk desk{project, info, "names.protect"};
    const PlaceRecord place = desk.place_to_change(id);
    if (protection.name.value != 0 && place.name(protection.name) == nullptr) {
      refuse(Fault::missing, "name.no_official", "no such name", {{"place", "#" + std::to_string(id.value)}, {"day", to_string(protection.published)}});
    }
    for (const NameProtection& p : place.protections) {
      if (p.name != protection.name || p.category != protection.category || p.published != protection.published) continue;
      refuse(Fault::conflict, "name.protected_already", "on the list already",
             {{"place", "#" + std::to_string(id.value)}, {"category", p.category}, {"published", to_string(p.published)}});
    }
    NameProtection listed[] = {protection};
    add_protections(desk.writer(), place.id, listed);
    return finish(desk, carry, {});
  });
}

Recorded spell_name(Project& project, const ActInfo& info, PlaceId id, NameId which, const Spelling& spelling, Carry carry) {
  return attempted(project, "names.spell", info, [&] {
    NameDesk desk{project, info, "names.spell"};
    const PlaceRecord place = desk.place_to_change(id);
    const PlaceName* name = which.value != 0 ? place.name(which) : place.names.empty() ? nullptr : &place.names.front();
    if (name == nullptr) refuse(Fault::missing, "name.no_place", "no such name", {{"place", "#" + std::to_string(id.value)}});
    PlaceName spelled = *name;
    spelled.spellings.push_back(spelling);
    spelled.spellings.back().fact = 0;
    auto findings = check_name(spelled);
    refuse_errors(findings, "the spelling cannot go on record");
    PlaceName* added[] = {&spelled};
    add_spellings(desk.writer(), added);
    return finish(desk, carry, std::move(findings));
  });
}

}  // namespace merestone
