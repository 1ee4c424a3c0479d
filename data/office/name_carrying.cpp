// SPDX-License-Identifier: Apache-2.0
#include "data/office/name_carrying.hpp"

#include "data/office/name_desk.hpp"
#include "gis/names/place_code.hpp"
#include "gis/territory/locate.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace merestone {
namespace {

class Carrying {
 public:
  Carrying(const Project& project, FactWriter& writer, const CarriedChange& change)
      : project_{project}, writer_{writer}, change_{change}, day_{change.effect.day} {}

  std::vector<Finding> run() {
    for (const DivisionId division : concerned()) {
      for (const PlaceId id : places_of_division(project_.connection(), writer_.revision() - 1, division)) {
        if (!seen_.insert(id).second) continue;
        auto found = read_place_records(project_.connection(), writer_.revision() - 1, PlaceRange::one(id));
        if (!found.empty()) carry(found.front());
      }
    }
    for (const ChangePart& part : change_.effect.parts) {
      if (part.kind == ChangeKind::establish) establish(part);
    }
    if (renamed_ + ended_ + moved_ + established_ > 0) {
      findings_.push_back({.rule = "name.carried", .severity = Severity::note,
                           .facts = {{"renamed", std::to_string(renamed_)}, {"ended", std::to_string(ended_)}, {"moved", std::to_string(moved_)},
                                     {"established", std::to_string(established_)}}});
    }
    return std::move(findings_);
  }

 private:
  std::set<DivisionId> concerned() const {
    std::set<DivisionId> all;
    for (const ChangePart& part : change_.effect.parts) all.insert(part.division);
    for (const Succession& s : change_.effect.added.successions) all.insert(s.from);
    for (const DivisionCode& code : change_.effect.added.codes) all.insert(code.division);
    return all;
  }

  const ChangePart* part(DivisionId division, ChangeKind kind) const {
    const auto& parts = change_.effect.parts;
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const ChangePart& p) { return p.division == division && p.kind == kind; });
    return found == parts.end() ? nullptr : &*found;
  }

  std::vector<DivisionId> heirs(DivisionId division) const {
    std::vector<DivisionId> found;
    for (const Succession& s : change_.effect.added.successions) {
      if (s.from == division && s.to.value != 0) found.push_back(s.to);
    }
    return found;
  }

  void carry(PlaceRecord& place) {
    std::vector<std::int64_t> gone;
    std::vector<PlaceDivision> kept;
    std::vector<std::string> codes;
    bool place_ends = false, codes_change = false;
    for (const PlaceDivision& belongs : place.divisions) {
      if (!belongs.valid.contains(day_)) continue;
      const bool ends = part(belongs.division, ChangeKind::abolish) != nullptr;
      if (belongs.relation == PlaceRelation::stands_for) {
        if (const ChangePart* renaming = part(belongs.division, ChangeKind::rename)) rename(place, *renaming);
        place_ends = place_ends || ends;
        if (ends) end_here(belongs, gone, kept);
        continue;
      }
      const DivisionId now = holder(place, belongs.division, ends);
      codes_change = codes_change || now != belongs.division || recoded(now);
      if (now.value != 0) codes.push_back(change_.code(now));
      if (now == belongs.division) continue;
      end_here(belongs, gone, kept);
      if (now.value != 0) kept.push_back({0, now, belongs.relation, {day_, belongs.valid.until}});
      ++moved_;
    }
    writer_.supersede("place_division", std::move(gone));
    add_place_divisions(writer_, place.id, kept);
    if (place_ends) end_place(place);
    else if (codes_change && !codes.empty()) recode(place, codes);
  }

  /// What stands for a division on record, read as it was before; none where its kind of place is not kept here.
  std::optional<PlaceRecord> standing_for(DivisionId division) const {
    if (division.value == 0) return {};
    for (const PlaceId id : places_of_division(project_.connection(), writer_.revision() - 1, division)) {
      for (PlaceRecord& place : read_place_records(project_.connection(), writer_.revision() - 1, PlaceRange::one(id))) {
        const bool stands = std::any_of(place.divisions.begin(), place.divisions.end(),
                                        [&](const PlaceDivision& d) { return d.division == division && d.relation == PlaceRelation::stands_for; });
        if (stands) return std::move(place);
      }
    }
    return {};
  }

  /// A new division gets its place, with its name in force from the day on, where those it came from, or its superior, have
  /// one on record.
  void establish(const ChangePart& part) {
    std::vector<DivisionId> kin{part.other};
    for (const Succession& s : change_.effect.added.successions) {
      if (s.to == part.division) kin.push_back(s.from);
    }
    std::optional<PlaceRecord> model;
    for (const DivisionId each : kin) {
      if (!model) model = standing_for(each);
    }
    const auto named = std::find_if(change_.effect.added.names.begin(), change_.effect.added.names.end(),
                                    [&](const DivisionName& n) { return n.division == part.division && n.status == "official"; });
    if (!model || named == change_.effect.added.names.end() || standing_for(part.division)) return;
    PlaceRecord place;
    place.type = model->type;
    place.valid = {day_, open_end};
    for (const PlaceClass& c : model->classes) place.classes.push_back({0, c.scheme, c.code});
    PlaceName name;
    name.text = named->text;
    name.language = named->language;
    name.status = NameStatus::in_force;
    name.decision = change_.document;
    name.valid = Edtf::of({day_, open_end});
    place.names = {std::move(name)};
    place.divisions = {{0, part.division, PlaceRelation::stands_for, place.valid}};
    add_place_records(writer_, {&place, 1}, change_.document);
    ++established_;
  }

  /// Until the day it belonged there.
  void end_here(const PlaceDivision& belongs, std::vector<std::int64_t>& gone, std::vector<PlaceDivision>& kept) const {
    gone.push_back(belongs.fact);
    if (!(belongs.valid.from < day_)) return;
    kept.push_back(belongs);
    kept.back().valid.until = day_;
  }

  /// Who has the place from the day on: no id where that cannot be told.
  DivisionId holder(const PlaceRecord& place, DivisionId before, bool ends) {
    const std::vector<DivisionId> to = heirs(before);
    if (to.empty()) return ends ? DivisionId{} : before;
    if (ends && to.size() == 1) return to.front();
    if (place.position) {
      const AsOf as_of{day_, writer_.revision()};
      const LocateResult found = locate(*place.position, project_.extent(as_of), [&](const Box& box) { return project_.snapshot_in(box, as_of); }, StatusQuo{});
      if (found.status == LocateStatus::inside && found.holders.size() == 1) {
        const DivisionId held = found.holders.front();
        const DivisionRegister above = project_.chain_register({held}, as_of);
        for (const DivisionState* state : above.chain(held)) {
          if (std::find(to.begin(), to.end(), state->id) != to.end()) return state->id;
          if (!ends && state->id == before) return before;
        }
      }
    }
    findings_.push_back({.rule = "name.place_unassigned", .severity = Severity::warning, .subject = {{}, "#" + std::to_string(place.id.value), "division"},
                         .facts = {{"place", "#" + std::to_string(place.id.value)}, {"name", place.names.empty() ? "" : place.names.front().text},
                                   {"code", change_.code(before)}}});
    return ends ? DivisionId{} : before;
  }

  bool recoded(DivisionId division) const {
    const auto& codes = change_.effect.added.codes;
    return std::any_of(codes.begin(), codes.end(), [&](const DivisionCode& c) { return c.division == division; });
  }

  void rename(PlaceRecord& place, const ChangePart& renaming) {
    for (const PlaceName& former : place.names) {
      const bool its = former.kind == NameKind::official && former.days().contains(day_) && former.text == renaming.before;
      if (!its || former.text == renaming.after) continue;
      PlaceName name;
      name.place = place.id;
      name.text = renaming.after;
      name.language = former.language;
      name.script = former.script;
      name.generic = former.generic;  // only the specific term of a division changes
      if (!former.generic.empty() && name.text.ends_with(former.generic)) name.specific = name.text.substr(0, name.text.size() - former.generic.size());
      else name.generic.clear();
      name.status = NameStatus::in_force;
      name.decision = change_.document;
      name.valid = Edtf::of({day_, open_end});
      end_name(writer_, former, day_, NameFate::renamed, change_.document);
      PlaceName* added[] = {&name};
      add_names(writer_, added);
      link_names(writer_, name, former, day_, "division", change_.document);
      ++renamed_;
    }
  }

  void end_place(PlaceRecord& place) {
    for (const PlaceName& name : place.names) {
      if (name.kind != NameKind::official || !name.days().contains(day_)) continue;
      end_name(writer_, name, day_, NameFate::abolished, change_.document);
      ++ended_;
    }
    if (!(place.valid.from < day_) || place.valid.until <= day_) return;
    place.valid.until = day_;
    add_place_version(writer_, place, change_.document);
  }

  void recode(const PlaceRecord& place, const std::vector<std::string>& codes) {
    std::vector<std::int64_t> gone;
    std::vector<PlaceCode> kept;
    for (const PlaceCode& code : place.codes) {
      const auto parts = code.system == place_code_system && code.valid.contains(day_) ? parse_place_code(code.code) : std::nullopt;
      if (!parts || common_division(codes) == parts->division + parts->township) continue;
      const std::string next = next_place_code(project_.connection(), codes, parts->type);
      if (next.empty()) continue;
      gone.push_back(code.fact);
      if (code.valid.from < day_) {
        kept.push_back(code);
        kept.back().valid.until = day_;
      }
      kept.push_back({0, code.system, next, {day_, open_end}});
    }
    writer_.supersede("place_code", std::move(gone));
    add_place_codes(writer_, place.id, kept);
  }

  const Project& project_;
  FactWriter& writer_;
  const CarriedChange& change_;
  Date day_;
  std::set<PlaceId> seen_;
  std::vector<Finding> findings_;
  std::size_t renamed_ = 0, ended_ = 0, moved_ = 0, established_ = 0;
};

}  // namespace

std::vector<Finding> carry_names(const Project& project, FactWriter& writer, const CarriedChange& change) {
  return Carrying{project, writer, change}.run();
}

}  // namespace merestone
