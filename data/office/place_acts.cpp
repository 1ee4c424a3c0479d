// SPDX-License-Identifier: Apache-2.0
#include "data/office/place_acts.hpp"

#include "data/db/refusal.hpp"
#include "data/office/attempt.hpp"
#include "data/office/name_amending.hpp"
#include "data/office/name_desk.hpp"
#include "data/office/place_holders.hpp"
#include "data/office/refuse_errors.hpp"
#include "data/packs/class_schemes.hpp"
#include "data/store/statement.hpp"
#include "gis/base/text.hpp"
#include "gis/names/check_record.hpp"
#include "gis/names/checks/sounds.hpp"
#include "gis/names/language.hpp"
#include "gis/names/place_code.hpp"

#include <algorithm>
#include <functional>

namespace merestone {
namespace {

/// A place as it is and as it becomes. Facts of `becomes` that keep their number stay; those with 0 are added; those of `is`
/// that are not there any more go off the record.
class Amending {
 public:
  Amending(PlaceRecord& becomes, Date day) : place_{becomes}, day_{day} {}

  void apply(const PlaceAmendment& a, const std::function<std::string(DivisionId)>& code, const std::function<std::string(const std::string&)>& next_code) {
    if (a.head) {
      place_.head = *a.head;
      place_.head.fact = 0;
    }
    for (const PlaceShape& shape : a.shapes) take_shape(shape);
    for (const PlaceClass& c : a.classes) {
      std::erase_if(place_.classes, [&](const PlaceClass& known) { return known.scheme == c.scheme; });
      if (!c.code.empty()) place_.classes.push_back({0, c.scheme, c.code});
    }
    for (const NamedValue& value : a.attributes) {
      std::erase_if(place_.attributes, [&](const PlaceAttribute& known) { return known.name == value.name; });
      if (!value.value.empty()) place_.attributes.push_back({0, value.name, value.value});
    }
    for (const PlaceCode& c : a.ended_codes) end_code(c);
    for (PlaceCode c : a.codes) {
      if (c.system == place_code_system) end<PlaceCode>(place_.codes, [&](const PlaceCode& known) { return known.system == c.system; });
      c.fact = 0;
      if (c.valid == Period{}) c.valid.from = day_;
      place_.codes.push_back(std::move(c));
    }
    for (const DivisionId division : a.ended_divisions) end_division(division);
    for (const PlaceDivision& division : a.divisions) assign(division, code, next_code);
    for (AddressAlias alias : a.aliases) {
      alias.fact = 0;
      place_.aliases.push_back(std::move(alias));
    }
    for (PlaceLink link : a.links) {
      link.fact = 0;
      link.place = place_.id;
      if (link.day == Date{}) link.day = day_;
      place_.links.push_back(std::move(link));
    }
  }

 private:
  /// Until the day it held; from then on something else does.
  template <class Fact>
  void end(std::vector<Fact>& facts, const std::function<bool(const Fact&)>& concerned) {
    for (auto each = facts.begin(); each != facts.end();) {
      if (!each->valid.contains(day_) || !concerned(*each)) {
        ++each;
      } else if (each->valid.from < day_) {
        each->valid.until = day_;
        each->fact = 0;
        ++each;
      } else {
        each = facts.erase(each);
      }
    }
  }

  void take_shape(PlaceShape shape) {
    shape.fact = 0;
    if (shape.valid == Period{}) shape.valid.from = day_;
    end<PlaceShape>(place_.shapes, [&](const PlaceShape& known) { return known.role == shape.role; });
    if (shape.role == ShapeRole::position && shape.position) {
      place_.position = shape.position;
      place_.fact = 0;
    }
    place_.shapes.push_back(std::move(shape));
  }

  void end_code(const PlaceCode& code) {
    const bool known = std::any_of(place_.codes.begin(), place_.codes.end(), [&](const PlaceCode& c) { return c.system == code.system && c.code == code.code && c.valid.contains(day_); });
    if (!known) refuse(Fault::invalid, "name.no_such_code", "no such code", {{"code", code.system + ":" + code.code}, {"day", to_string(day_)}});
    end<PlaceCode>(place_.codes, [&](const PlaceCode& c) { return c.system == code.system && c.code == code.code; });
  }

  void end_division(DivisionId division) {
    const bool known = std::any_of(place_.divisions.begin(), place_.divisions.end(), [&](const PlaceDivision& d) { return d.division == division && d.valid.contains(day_); });
    if (!known) refuse(Fault::invalid, "name.no_such_division", "it does not lie there", {{"place", "#" + std::to_string(place_.id.value)}, {"day", to_string(day_)}});
    end<PlaceDivision>(place_.divisions, [&](const PlaceDivision& d) { return d.division == division; });
  }

  void assign(PlaceDivision division, const std::function<std::string(DivisionId)>& code_of, const std::function<std::string(const std::string&)>& next_code) {
    division.fact = 0;
    if (division.valid == Period{}) division.valid.from = day_;
    end<PlaceDivision>(place_.divisions, [&](const PlaceDivision& d) {
      return d.division == division.division || (division.relation == PlaceRelation::in && d.relation == PlaceRelation::in);
    });
    place_.divisions.push_back(division);
    if (division.relation != PlaceRelation::in) return;
    const std::vector<std::string> codes{code_of(division.division)};
    for (const PlaceCode& code : std::vector<PlaceCode>{place_.codes}) {
      const auto parts = code.system == place_code_system && code.valid.contains(day_) ? parse_place_code(code.code) : std::nullopt;
      if (!parts || codes.front().size() < 6 || common_division(codes) == parts->division + parts->township) continue;
      const std::string next = next_code(parts->type);
      if (next.empty()) continue;
      end_code(code);
      place_.codes.push_back({0, code.system, next, {day_, open_end}});
    }
  }

  PlaceRecord& place_;
  Date day_;
};

/// What `after` has and `before` lacks must still stand in `now`: it goes. What `before` had and `after` lacks comes back.
template <class Fact>
bool turn_back(const std::vector<Fact>& before, const std::vector<Fact>& after, std::vector<Fact>& now) {
  const auto has = [](const std::vector<Fact>& facts, std::int64_t number) {
    return std::any_of(facts.begin(), facts.end(), [&](const Fact& f) { return f.fact == number; });
  };
  for (const Fact& fact : after) {
    if (has(before, fact.fact)) continue;
    if (!has(now, fact.fact)) return false;
    std::erase_if(now, [&](const Fact& f) { return f.fact == fact.fact; });
  }
  for (const Fact& fact : before) {
    if (has(after, fact.fact)) continue;
    now.push_back(fact);
    now.back().fact = 0;
  }
  return true;
}

/// A place code is of one place alone (PN-30).
void refuse_held(NameDesk& desk, PlaceId id, const PlaceCode& code) {
  if (code.fact != 0 || code.system != place_code_system) return;
  for (const PlaceId other : places_with_code(desk.connection(), desk.before(), code.system, code.code)) {
    if (other == id) continue;
    for (const PlaceCode& held : desk.place(other).codes) {
      if (held.system != code.system || held.code != code.code || !held.valid.overlaps(code.valid)) continue;
      refuse(Fault::conflict, "name.code_held", "a code in use", {{"code", code.code}, {"place", "#" + std::to_string(other.value)}});
    }
  }
}

/// What is new and odd about a place, though it may be so.
std::vector<Finding> doubts(const Project& project, const AsOf& as_of, const PlaceAmendment& amendment, const PlaceRecord& becomes) {
  std::vector<Finding> findings;
  for (const PlaceShape& shape : amendment.shapes) {
    if (shape.position) append(findings, check_position(project, as_of, *shape.position, amendment.outside_meant));
  }
  for (const NameDetails& known : amendment.details) {
    const PlaceName* name = becomes.name(known.name);
    if (!known.reading || name == nullptr || known.reading->empty() || !script_of(name->text).starts_with("Han")) continue;
    if (!confirmed_syllables(name->text, name->reading).empty()) continue;
    findings.push_back({.rule = "name.reading", .severity = Severity::warning, .subject = {{}, name->text, "reading"}, .facts = {{"name", name->text}, {"reading", name->reading}}});
  }
  return findings;
}

PlaceRecord record_of(Connection& connection, Revision revision, PlaceId id) {
  auto found = read_place_records(connection, revision, PlaceRange::one(id));
  return found.empty() ? PlaceRecord{} : std::move(found.front());
}

bool turn_back(const PlaceRecord& before, const PlaceRecord& after, PlaceRecord& now) {
  const bool all = turn_back(before.shapes, after.shapes, now.shapes) && turn_back(before.classes, after.classes, now.classes) &&
                   turn_back(before.attributes, after.attributes, now.attributes) && turn_back(before.codes, after.codes, now.codes) &&
                   turn_back(before.divisions, after.divisions, now.divisions) && turn_back(before.aliases, after.aliases, now.aliases) &&
                   turn_back(before.links, after.links, now.links) && turn_back_names(before, after, now);
  if (!all) return false;
  if (before.head.fact != after.head.fact) {
    if (now.head.fact != after.head.fact) return false;
    now.head = before.head;
    now.head.fact = 0;
  }
  if (before.fact != after.fact) {
    if (now.fact != after.fact) return false;
    now.position = before.position;
    now.valid = before.valid;
    now.type = before.type;
    now.fact = 0;
  }
  return true;
}

}  // namespace

bool PlaceAmendment::empty() const {
  return !head && shapes.empty() && classes.empty() && attributes.empty() && codes.empty() && ended_codes.empty() && divisions.empty() && ended_divisions.empty() &&
         aliases.empty() && links.empty() && names.empty() && details.empty();
}

Recorded amend_place(Project& project, const ActInfo& info, PlaceId id, const PlaceAmendment& amendment, Carry carry) {
  return attempted(project, "names.amend", info, [&] {
    if (amendment.empty()) refuse(Fault::invalid, "name.nothing_to_amend", "nothing to amend", {{"place", "#" + std::to_string(id.value)}});
    NameDesk desk{project, info, "names.amend"};
    const PlaceRecord was = desk.place_to_change(id);
    for (const PlaceDivision& to : amendment.divisions) desk.entitle({&to.division, 1});
    PlaceRecord becomes = was;
    const DivisionRegister divisions = project.divisions({amendment.day, desk.before()});
    const auto code_of = [&](DivisionId division) {
      const DivisionState* state = divisions.find(division);
      return state != nullptr ? state->code : std::string{};
    };
    const auto next_code = [&](const std::string& type) {
      std::vector<std::string> codes;
      for (const PlaceDivision& d : becomes.divisions) {
        if (d.valid.contains(amendment.day) && d.relation != PlaceRelation::stands_for) codes.push_back(code_of(d.division));
      }
      return next_place_code(desk.connection(), codes, type);
    };
    Amending{becomes, amendment.day}.apply(amendment, code_of, next_code);
    amend_names(amendment, becomes);
    for (const PlaceCode& code : becomes.codes) refuse_held(desk, id, code);
    for (PlaceShape& shape : becomes.shapes) {
      if (shape.fact == 0 && shape.document.value == 0) shape.document = desk.document();
    }
    auto findings = check_record(becomes, class_schemes());
    if (amendment.names.empty()) std::erase_if(findings, [](const Finding& f) { return f.rule == "name.no_source"; });  // said when they came
    append(findings, check_details(becomes));
    if (becomes.head.secrecy != was.head.secrecy) append(findings, check_secrecy(names_pack(project).names, becomes.head.secrecy));
    append(findings, doubts(project, {amendment.day, desk.before()}, amendment, becomes));
    for (Finding& found : findings) found.subject.record = "#" + std::to_string(id.value);
    refuse_errors(findings, "the place is not as the record must have it");
    record_difference(desk.writer(), was, becomes, desk.document());
    desk.act().tell("place", "#" + std::to_string(id.value));
    return Recorded{desk.finish(carry), std::move(findings)};
  });
}

Recorded undo_amendment(Project& project, const ActInfo& info, Revision revision, Carry carry) {
  return attempted(project, "names.amend_undo", info, [&] {
    const auto entries = project.audit();
    const bool known = std::any_of(entries.begin(), entries.end(),
                                   [&](const AuditEntry& e) { return e.revision == revision && (e.act == "names.amend" || e.act == "names.amend_undo"); });
    if (!known) refuse(Fault::missing, "name.no_amendment", "no such amendment", {{"revision", std::to_string(revision)}});
    NameDesk desk{project, info, "names.amend_undo"};
    std::vector<PlaceId> places;
    const Value parameters[] = {revision};
    desk.connection().query(statement("places_of_act", desk.connection().engine()), parameters, [&](const Row& row) { places.push_back({row.integer(0)}); });
    for (const PlaceId id : places) {
      const PlaceRecord before = record_of(desk.connection(), revision - 1, id), after = record_of(desk.connection(), revision, id);
      const PlaceRecord was = desk.place_to_change(id);
      PlaceRecord becomes = was;
      if (!turn_back(before, after, becomes)) {
        refuse(Fault::conflict, "name.amended_since", "amended since", {{"revision", std::to_string(revision)}, {"place", "#" + std::to_string(id.value)}});
      }
      record_difference(desk.writer(), was, becomes, desk.document());
    }
    desk.act().tell("undone", std::to_string(revision));
    return Recorded{desk.finish(carry), {}};
  });
}

}  // namespace merestone
