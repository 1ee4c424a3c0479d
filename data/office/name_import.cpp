// SPDX-License-Identifier: Apache-2.0
#include "data/office/name_import.hpp"

#include "data/db/refusal.hpp"
#include "data/office/act_record.hpp"
#include "data/office/attempt.hpp"
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

/// What a delivered place adds to one on record.
class Addition {
 public:
  Addition(FactWriter& writer, const PlaceRecord& known, DocumentId document) : writer_{writer}, known_{known}, document_{document} {}

  void take(PlaceRecord delivered) {
    std::vector<PlaceName*> names;
    std::vector<PlaceName> fuller;
    for (PlaceName& n : delivered.names) {
      if (const PlaceName* there = same_name(known_, n)) {
        complete(fuller, *there, n);
        continue;
      }
      n.id = {};
      n.place = known_.id;
      const bool rival = std::any_of(known_.names.begin(), known_.names.end(), [&](const PlaceName& k) {
        return k.kind == NameKind::official && k.language == n.language && k.days().overlaps(n.days());
      });
      if (rival && n.kind == NameKind::official) n.kind = NameKind::variant;  // an import decides no name
      names.push_back(&n);
    }
    add_names(writer_, names);
    add_name_details(writer_, fuller);
    std::vector<PlaceCode> codes;
    for (const PlaceCode& c : delivered.codes) {
      const bool there = std::any_of(known_.codes.begin(), known_.codes.end(), [&](const PlaceCode& k) { return k.system == c.system && k.code == c.code; });
      if (!there) codes.push_back(c);
    }
    add_place_codes(writer_, known_.id, codes);
    std::vector<PlaceClass> classes;
    for (const PlaceClass& c : delivered.classes) {
      if (known_.class_in(c.scheme) == nullptr) classes.push_back(c);
    }
    add_place_classes(writer_, known_.id, classes);
    if (known_.divisions.empty()) add_place_divisions(writer_, known_.id, delivered.divisions);
    if (!known_.position && delivered.position) {
      PlaceRecord placed = known_;
      placed.position = delivered.position;
      add_place_version(writer_, placed, document_);
    }
  }

 private:
  /// A file may say the same name twice: what it says goes into one version.
  static void complete(std::vector<PlaceName>& fuller, const PlaceName& known, const PlaceName& delivered) {
    const auto before = std::find_if(fuller.begin(), fuller.end(), [&](const PlaceName& f) { return f.id == known.id; });
    std::vector<std::string> added;
    PlaceName full = completed(before == fuller.end() ? known : *before, delivered, added);
    if (added.empty()) return;
    if (full.source.empty()) full.source = delivered.source;
    if (before == fuller.end()) fuller.push_back(std::move(full));
    else *before = std::move(full);
  }

  FactWriter& writer_;
  const PlaceRecord& known_;
  DocumentId document_;
};

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
    for (Finding& f : row.findings) f.subject.record = std::to_string(row.record);
    if (!row.refused()) {
      row.match = matcher.match(row.place);
      const std::string key = twin_key(row.place);
      const auto [first, fresh] = seen.emplace(key, row.record);
      if (!key.empty() && !fresh && row.match.verdict == MatchVerdict::fresh) {
        row.match.verdict = MatchVerdict::conflict;
        row.match.differences = {"twice: record " + std::to_string(first->second)};
      }
    }
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
      Addition{act.writer(), known.front(), document}.take(std::move(place));
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
    // So have the details of a name that only got further ones.
    std::vector<PlaceName> details;
    connection.query(statement("name_details_superseded_by", connection.engine()), parameters, [&](const Row& row) {
      for (PlaceRecord& place : read_place_records(connection, batch - 1, PlaceRange::one({row.integer(1)})))
        for (PlaceName& name : place.names)
          if (name.detail == row.integer(0)) details.push_back(std::move(name));
    });
    for (auto& [table, numbers] : gone) act.writer().supersede(table, std::move(numbers));
    for (PlaceRecord& place : restored) restore_place(act.writer(), place);
    for (PlaceName& name : details) name.detail = 0;
    add_name_details(act.writer(), details);
    act.tell("undone", std::to_string(batch));
    const Revision revision = act.close();
    transaction.commit();
    return revision;
  });
}

}  // namespace merestone
