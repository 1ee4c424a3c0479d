// SPDX-License-Identifier: Apache-2.0
#include "data/office/name_import.hpp"

#include "data/db/refusal.hpp"
#include "data/office/act_record.hpp"
#include "data/office/attempt.hpp"
#include "data/office/name_amending.hpp"
#include "data/office/name_workflow.hpp"
#include "data/office/officers.hpp"
#include "data/office/refuse_errors.hpp"
#include "data/packs/class_schemes.hpp"
#include "data/store/statement.hpp"
#include "gis/names/check_record.hpp"
#include "gis/names/language.hpp"
#include "gis/names/taking_over.hpp"
#include "gis/script/fold.hpp"
#include "gis/script/unfit.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>

namespace merestone {
namespace {

/// With as many homonyms of one row, or a good part of all places, the record is read whole.
constexpr std::size_t most_homonyms = 2'000, most_single = 500;

/// One place twice in a file: by id, or by name at the same position.
std::string twin_key(const PlaceRecord& place) {
  if (!place.local_id.empty()) return "id " + place.local_id;
  if (!place.position || place.names.empty()) return {};
  return folded(place.names.front().text) + " " + std::to_string(place.position->lon / 1'000'000) + " " + std::to_string(place.position->lat / 1'000'000);
}

/// Rows that undoing a later batch gave back in place of those which that batch had superseded.
class Restored {
 public:
  struct Stands {
    std::int64_t fact = 0;
    Revision superseded_in = 0;  ///< 0: it stands
  };

  Restored(Connection& connection, std::span<const AuditEntry> entries, Revision batch) {
    for (const AuditEntry& undo : entries) {
      if (undo.revision <= batch || undo.act != "names.undo") continue;
      const auto facts = nlohmann::json::parse(undo.facts, nullptr, false);
      if (!facts.is_object() || !facts.contains("undone")) continue;
      const Revision undone = std::stoll(facts["undone"].get<std::string>());
      if (undone <= batch) continue;
      const Value parameters[] = {undone, undo.revision};
      connection.query(statement("names_restored", connection.engine()), parameters, [&](const Row& row) {
        stands_[{std::string{row.text(0)}, row.integer(1)}] = {row.integer(2), row.is_null(3) ? 0 : row.integer(3)};
      });
    }
  }

  /// Nothing where what superseded the row still holds.
  std::optional<Stands> instead_of(const std::string& table, const Stands& gone) const {
    const auto found = stands_.find({table, gone.fact});
    return found == stands_.end() ? std::nullopt : std::optional{found->second};
  }

 private:
  std::map<std::pair<std::string, std::int64_t>, Stands> stands_;
};

template <class Fact>
void give_back(const std::vector<Fact>& before, const std::vector<Fact>& after, std::vector<Fact>& back) {
  for (const Fact& fact : before) {
    if (std::any_of(after.begin(), after.end(), [&](const Fact& f) { return f.fact == fact.fact; })) continue;
    back.push_back(fact);
    back.back().fact = 0;
  }
}

/// Of each place what the batch superseded: what it took from a row in place of it goes.
std::vector<PlaceRecord> given_back(Connection& connection, Revision batch) {
  std::vector<PlaceId> places;
  const Value parameters[] = {batch};
  connection.query(statement("places_of_act", connection.engine()), parameters, [&](const Row& row) { places.push_back({row.integer(0)}); });
  std::vector<PlaceRecord> all;
  for (const PlaceId id : places) {
    const auto before = read_place_records(connection, batch - 1, PlaceRange::one(id)), after = read_place_records(connection, batch, PlaceRange::one(id));
    if (before.empty() || after.empty()) continue;
    PlaceRecord& back = all.emplace_back();
    back.id = id;
    give_back(before.front().names, after.front().names, back.names);
    give_back(before.front().classes, after.front().classes, back.classes);
    give_back(before.front().attributes, after.front().attributes, back.attributes);
    give_back(before.front().codes, after.front().codes, back.codes);
    give_back(before.front().divisions, after.front().divisions, back.divisions);
    give_back(before.front().shapes, after.front().shapes, back.shapes);
    if (before.front().head.fact != after.front().head.fact) back.head = before.front().head;
  }
  return all;
}

bool is_given_back(const std::vector<PlaceRecord>& places, const PlaceName& name) {
  return std::any_of(places.begin(), places.end(), [&](const PlaceRecord& place) {
    return std::any_of(place.names.begin(), place.names.end(), [&](const PlaceName& n) { return n.id == name.id && n.detail == name.detail; });
  });
}

void give_back(FactWriter& writer, PlaceRecord& place) {
  std::vector<PlaceName*> names;
  for (PlaceName& name : place.names) names.push_back(&name);
  if (!names.empty()) add_names(writer, names);
  add_place_details(writer, place, place.head.fact != 0);
}

/// Places on record that PlaceMatcher could find for a delivered one; nothing where they are too many to tell.
std::optional<std::vector<std::int64_t>> likely(const Project& project, Revision known, const NameSearch& names, const PlaceRecord& place) {
  Connection& connection = project.connection();
  std::vector<std::int64_t> ids;
  const auto take = [&](const std::vector<PlaceId>& found) {
    for (const PlaceId id : found) ids.push_back(id.value);
  };
  for (const PlaceCode& c : place.codes) take(places_with_code(connection, known, c.system, c.code));
  if (!place.local_id.empty()) take(places_with_local_id(connection, known, place.local_id));
  search::LikeKeys like{.near = place.position, .most = most_homonyms, .at_any_time = true};
  like.filter.kind = search::Kind::place;
  for (const PlaceName& n : place.names) like.keys.push_back(folded(n.text));
  const auto hits = names.with(like);
  if (hits.size() >= most_homonyms) return {};
  for (const search::Hit& hit : hits) ids.push_back(hit.subject);
  if (!place.position) return ids;
  const Position at = *place.position;
  const auto near = names.places_in({at.lon - PlaceMatcher::reach, at.lat - PlaceMatcher::reach, at.lon + PlaceMatcher::reach, at.lat + PlaceMatcher::reach});
  if (!near) return {};
  ids.insert(ids.end(), near->begin(), near->end());
  return ids;
}

/// As names go on record.
void mend(PlaceName& name) {
  for (std::string* text : {&name.text, &name.specific, &name.generic, &name.reading}) *text = mended_name(*text);
  for (Spelling& s : name.spellings) s.text = mended_name(s.text);
}

const PlaceRecord* record_with(const std::vector<PlaceRecord>& records, PlaceId id) {
  const auto found = std::lower_bound(records.begin(), records.end(), id, [](const PlaceRecord& r, PlaceId wanted) { return r.id < wanted; });
  return found == records.end() || found->id != id ? nullptr : &*found;
}

std::vector<Finding> take_secrecy(const NameRules& rules, PlaceRecord& place) {
  if (const SecrecyLevel* level = rules.secrecy_level(place.head.secrecy)) {
    place.head.secrecy = level->id;
    return {};
  }
  return check_secrecy(rules, place.head.secrecy);
}

std::vector<Finding> take_division(const DivisionRegister& divisions, const std::string& code, PlaceRecord& place) {
  const DivisionState* state = divisions.find_code(code);
  if (state == nullptr) return {{.rule = "name.unknown_division", .subject = {{}, {}, "division"}, .facts = {{"division", code}}}};
  place.divisions.push_back({0, state->id, PlaceRelation::in, {}});
  return {};
}

/// A row may name a division that the record has already, or one that holds it: then it says nothing new.
void leave_known_divisions(const DivisionRegister& divisions, const PlaceRecord& known, PlaceRecord& delivered) {
  std::erase_if(delivered.divisions, [&](const PlaceDivision& said) {
    return std::any_of(known.divisions.begin(), known.divisions.end(), [&](const PlaceDivision& k) { return divisions.lies_in(k.division, said.division); });
  });
}

/// 330381 瑞安市, where the comparison knows numbers alone.
void name_divisions(const DivisionRegister& divisions, std::vector<FieldDifference>& differences) {
  for (FieldDifference& d : differences) {
    if (d.field != "division") continue;
    for (std::string* text : {&d.said, &d.known}) {
      if (!text->starts_with('#')) continue;
      if (const DivisionState* state = divisions.find({std::stoll(text->substr(1))})) *text = state->code + " " + state->name;
    }
  }
}

/// What cannot be on record once the row is taken, and was not before: two standard names for the same days.
std::vector<Finding> check_taking(const PlaceRecord& known, const PlaceRecord& becomes) {
  std::vector<Finding> found = check_record(becomes, class_schemes());
  const std::vector<Finding> before = check_record(known, class_schemes());
  std::erase_if(found, [&](const Finding& f) {
    return f.severity != Severity::error || std::any_of(before.begin(), before.end(), [&](const Finding& b) { return b.rule == f.rule; });
  });
  return found;
}

/// What the rows are held against, in the order of ids.
std::vector<PlaceRecord> comparable(const Project& project, Revision known, const std::vector<DeliveredPlace>& delivered, const NameSearch* names) {
  if (names == nullptr || names->state().known != known) return place_records(project, {}, known);
  const auto state = names->state();
  std::set<std::int64_t> ids;
  for (const DeliveredPlace& each : delivered) {
    const auto found = likely(project, known, *names, each.place);
    if (!found) return place_records(project, {}, known);
    ids.insert(found->begin(), found->end());
    if (ids.size() > most_single && ids.size() > (state.names + state.later) / 8) return place_records(project, {}, known);
  }
  std::vector<PlaceRecord> records;
  for (const std::int64_t id : ids) append(records, place_records(project, PlaceRange::one({id}), known));
  return records;
}

}  // namespace

bool ReviewRow::refused() const {
  return std::any_of(findings.begin(), findings.end(), [](const Finding& f) { return f.severity == Severity::error; });
}

std::size_t NameReview::count(MatchVerdict verdict) const {
  return static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), [&](const ReviewRow& r) { return !r.refused() && r.match.verdict == verdict; }));
}

std::size_t NameReview::refused() const {
  return static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), [](const ReviewRow& r) { return r.refused(); }));
}

NameReview review_names(const Project& project, std::vector<DeliveredPlace> delivered, const MatchOptions& options, const NameSearch* names) {
  NameReview review;
  review.moved_m = options.moved_m;
  review.revision = last_revision(project.connection());
  const std::vector<PlaceRecord> known = comparable(project, review.revision, delivered, names);
  const PlaceMatcher matcher{known, options};
  std::unordered_map<std::string, std::size_t> seen;
  const NameRules rules = names_pack(project).names;
  const bool placed = std::any_of(delivered.begin(), delivered.end(), [](const DeliveredPlace& each) { return !each.division.empty(); });
  std::optional<DivisionRegister> divisions;
  if (placed) divisions = project.divisions({today(), review.revision});
  for (DeliveredPlace& each : delivered) {
    ReviewRow row{each.record, std::move(each.place), {}, {}};
    row.findings = check_record(row.place, class_schemes());
    append(row.findings, check_delivered(row.place));
    append(row.findings, take_secrecy(rules, row.place));
    if (!each.division.empty()) append(row.findings, take_division(*divisions, each.division, row.place));
    for (PlaceName& name : row.place.names) {
      mend(name);
      if (name.language == "und") name.language = usual_language(rules, name.text);
    }
    if (!row.refused()) {
      row.match = matcher.match(row.place);
      const PlaceRecord* is = row.match.place.value != 0 && row.match.verdict != MatchVerdict::same ? record_with(known, row.match.place) : nullptr;
      if (is != nullptr && divisions && !is->divisions.empty() && !row.place.divisions.empty()) {
        leave_known_divisions(*divisions, *is, row.place);
        row.match = matcher.match(row.place);
        name_divisions(*divisions, row.match.differences);
      }
      if (is != nullptr && row.match.verdict != MatchVerdict::same) append(row.findings, check_taking(*is, taken_over(*is, row.place, options.moved_m)));
      const std::string key = twin_key(row.place);
      const auto [first, fresh] = seen.emplace(key, row.record);
      if (!key.empty() && !fresh && row.match.verdict == MatchVerdict::fresh) {
        row.match.verdict = MatchVerdict::conflict;
        row.match.differences = {{"twice", std::to_string(first->second)}};
      }
    }
    for (Finding& f : row.findings) f.subject.record = std::to_string(row.record);
    review.rows.push_back(std::move(row));
  }
  return review;
}

Committed commit_names(Project& project, const ActInfo& info, const NameReview& review, const Decisions& decisions, Carry carry) {
  return attempted(project, "names.import", info, [&] {
    if (last_revision(project.connection()) != review.revision) {
      refuse(Fault::conflict, "name.review_stale", "the project has changed since the review", {{"revision", std::to_string(review.revision)}});
    }
    Connection& connection = project.connection();
    Transaction transaction{connection};
    ActRecord act{connection, "names.import", info.author, info.reason};
    const DocumentId document = act.add(info.document);
    Committed done;
    std::vector<PlaceRecord> added;
    std::vector<const ReviewRow*> changed;
    for (const ReviewRow& row : review.rows) {
      const auto decided = decisions.find(row.record);
      const std::string word = decided == decisions.end() ? "" : decided->second;
      const bool fresh = word == "new" || (word.empty() && row.match.verdict == MatchVerdict::fresh);
      const bool take = word == "take" || (word.empty() && row.match.verdict == MatchVerdict::changed);
      if (row.refused() || word == "skip") ++done.left;
      else if (fresh) added.push_back(row.place);
      else if (take && row.match.place.value != 0) changed.push_back(&row);
      else if (row.match.verdict == MatchVerdict::conflict) ++done.left;
    }
    const auto source = [&](PlaceRecord& place) {
      for (PlaceName& n : place.names) {
        if (n.source.empty()) n.source = info.document.title;
      }
    };
    for (PlaceRecord& place : added) source(place);
    if (!added.empty()) require_entitled_to(project, act.before(), info.author, "names.import", added);
    add_place_records(act.writer(), added, document);
    done.added = added.size();
    for (const ReviewRow* row : changed) {
      const auto known = read_place_records(connection, act.before(), PlaceRange::one(row->match.place));
      if (known.empty()) continue;
      require_entitled_to(project, act.before(), info.author, "names.import", known);
      PlaceRecord place = row->place;
      source(place);
      record_difference(act.writer(), known.front(), taken_over(known.front(), place, review.moved_m), document);
      ++done.changed;
    }
    act.tell("added", std::to_string(done.added));
    act.tell("changed", std::to_string(done.changed));
    const Revision revision = act.close();
    if (carry == Carry::try_only) return done;
    transaction.commit();
    done.revision = revision;
    return done;
  });
}

Revision undo_names(Project& project, const ActInfo& info, Revision batch) {
  return attempted(project, "names.undo", info, [&] {
    Connection& connection = project.connection();
    const auto entries = read_audit(connection);
    const bool known = std::any_of(entries.begin(), entries.end(), [&](const AuditEntry& e) {
      return e.revision == batch && (e.act == "names.import" || e.act == "names.record");
    });
    if (!known) refuse(Fault::missing, "name.no_batch", "no such batch", {{"revision", std::to_string(batch)}});
    for (const AuditEntry& e : entries) {
      const auto facts = e.act == "names.undo" ? nlohmann::json::parse(e.facts, nullptr, false) : nlohmann::json{};
      if (facts.is_object() && facts.value("undone", "") == std::to_string(batch)) {
        refuse(Fault::conflict, "name.undone_already", "undone already", {{"revision", std::to_string(batch)}, {"by", std::to_string(e.revision)}});
      }
    }
    Transaction transaction{connection};
    ActRecord act{connection, "names.undo", info.author, info.reason};
    require_entitled(project, act.before(), info.author, "names.undo", {});
    act.add(info.document);
    const Value parameters[] = {batch};
    Revision later = 0;
    const Restored restored_rows{connection, entries, batch};
    std::set<std::pair<std::string, std::int64_t>> again;
    std::map<std::string, std::vector<std::int64_t>> gone;
    std::vector<PlaceRecord> restored;
    connection.query(statement("names_of_act", connection.engine()), parameters, [&](const Row& row) {
      const std::string table{row.text(0)};
      Restored::Stands stands{row.integer(1), row.is_null(2) ? 0 : row.integer(2)};
      while (stands.superseded_in != 0) {
        const auto next = restored_rows.instead_of(table, stands);
        if (!next) break;
        stands = *next;
        again.emplace(table, stands.fact);
      }
      later = std::max(later, stands.superseded_in);
      gone[table].push_back(stands.fact);
    });
    connection.query(statement("names_built_upon", connection.engine()), parameters, [&](const Row& row) {
      if (!again.contains({std::string{row.text(1)}, row.integer(2)})) later = std::max(later, row.integer(0));
    });
    if (later > 0) {
      refuse(Fault::conflict, "name.built_upon", "a later act builds on it", {{"revision", std::to_string(batch)}, {"later", std::to_string(later)}});
    }
    // A place that only got a position has its earlier version back.
    connection.query(statement("places_superseded_by", connection.engine()), parameters, [&](const Row& row) {
      auto before = read_place_records(connection, batch - 1, PlaceRange::one({row.integer(0)}));
      if (!before.empty()) restored.push_back(std::move(before.front()));
    });
    const std::vector<PlaceRecord> earlier = given_back(connection, batch);
    // So have the details of a name that only got further ones.
    std::vector<PlaceName> details;
    connection.query(statement("name_details_superseded_by", connection.engine()), parameters, [&](const Row& row) {
      for (PlaceRecord& place : read_place_records(connection, batch - 1, PlaceRange::one({row.integer(1)})))
        for (PlaceName& name : place.names)
          if (name.detail == row.integer(0) && !is_given_back(earlier, name)) details.push_back(std::move(name));
    });
    for (auto& [table, numbers] : gone) act.writer().supersede(table, std::move(numbers));
    for (PlaceRecord& place : restored) restore_place(act.writer(), place);
    for (PlaceRecord place : earlier) give_back(act.writer(), place);
    for (PlaceName& name : details) name.detail = 0;
    add_name_details(act.writer(), details);
    act.tell("undone", std::to_string(batch));
    const Revision revision = act.close();
    transaction.commit();
    return revision;
  });
}

}  // namespace merestone
