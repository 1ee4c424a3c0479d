// SPDX-License-Identifier: Apache-2.0
#include "data/office/name_search.hpp"

#include "data/office/mapped_file.hpp"
#include "data/office/place_holders.hpp"
#include "data/store/audit_store.hpp"
#include "data/store/search_store.hpp"
#include "gis/base/error.hpp"
#include "gis/search/gazetteer.hpp"
#include "gis/search/writing.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <unordered_map>

namespace merestone {
namespace {

/// So many later names are read at each opening; more are worth a new index.
constexpr std::size_t most_later = 20'000;
/// Of so many of them classes are read one by one; for more, all are read at once.
constexpr std::size_t most_read_singly = 500;

/// Names of divisions, and names on ground that changed hands, that are taken beside an index; with more it is made anew.
constexpr std::size_t most_changed = 5'000;

/// "17 2026-11-26 5f…": revision, day, and the audit's hash, which no other project has.
std::string label_of(Connection& connection, Revision revision, Date day) {
  return std::to_string(revision) + " " + to_string(day) + " " + audit_hash_of(connection, revision);
}

/// Revision and day of a label, when it is one of this project.
std::optional<AsOf> as_of_label(Connection& connection, std::string_view label) {
  const auto space = label.find(' ');
  if (space == std::string_view::npos || space == 0 || space > 18 || label.size() < space + 12) return {};
  const std::string number{label.substr(0, space)};
  if (number.find_first_not_of("0123456789") != std::string::npos) return {};
  const AsOf found{parse_date(label.substr(space + 1, 10)), std::stoll(number)};
  if (label != label_of(connection, found.revision, found.day)) return {};
  return found;
}

/// Where the record places what lies on nobody's known ground; of places whose divisions `day` knows.
std::unordered_map<std::int64_t, DivisionId> holders_by_record(const Project& project, const AsOf& as_of, const DivisionRegister& divisions, const PlaceRange& places) {
  std::unordered_map<std::int64_t, DivisionId> holders;
  PlaceId place;
  std::vector<DivisionId> named;
  const auto close = [&] {
    if (named.empty()) return;
    if (const DivisionId holder = search::holder_by_record(divisions, named); holder.value != 0) holders.emplace(place.value, holder);
    named.clear();
  };
  read_place_divisions(project.connection(), as_of.revision, as_of.day, places, [&](PlaceId of, DivisionId division) {
    if (of != place) close();
    place = of;
    named.push_back(division);
  });
  close();
  return holders;
}

std::string_view classes_of(const std::unordered_map<std::int64_t, std::string>& classes, PlaceId place) {
  const auto found = classes.find(place.value);
  return found == classes.end() ? std::string_view{} : found->second;
}

std::vector<std::byte> made(const Project& project, const AsOf& as_of) {
  Connection& connection = project.connection();
  const DivisionFacts facts = project.division_facts(as_of.revision);
  const DivisionRegister divisions{facts, as_of.day};
  const search::Gazetteer gazetteer{facts, divisions};
  std::vector<Position> positions;
  read_search_names(connection, as_of.revision, 0, [&](std::int64_t, const NamedPlace& place, const GeographicalName&, std::string_view) {
    if (place.position) positions.push_back(*place.position);
  });
  const auto holders = holders_at(project, as_of, positions);
  const auto by_record = holders_by_record(project, as_of, divisions, {});
  const auto classes = read_search_classes(connection, as_of.revision);
  search::Builder builder;
  gazetteer.add_divisions(builder);
  auto holder = holders.begin();
  read_search_names(connection, as_of.revision, 0, [&](std::int64_t fact, const NamedPlace& place, const GeographicalName& name, std::string_view reading) {
    DivisionId held_by = place.position ? *holder++ : DivisionId{};
    if (const auto recorded = by_record.find(place.id.value); held_by.value == 0 && recorded != by_record.end()) held_by = recorded->second;
    const auto* state = divisions.find(held_by);
    builder.add(search::entry_of(place, name, fact, gazetteer.number_of(held_by), state == nullptr ? std::string_view{} : state->code,
                                  {classes_of(classes, place.id), reading}));
  });
  return builder.finish(gazetteer.tree(), label_of(connection, as_of.revision, as_of.day));
}

}  // namespace

struct NameSearch::Parts {
  MappedFile file;
  std::vector<std::byte> memory;
  std::optional<search::Index> index;
  AsOf as_of;
  Revision known = 0;
  Date now{};  ///< the day of those later names
  std::vector<std::byte> later_bytes;
  std::optional<search::Index> later;
  std::unordered_set<std::int64_t> gone, gone_divisions;
  std::optional<DivisionRegister> changed;  ///< divisions as they are since the index, where they changed
  std::function<std::vector<search::DivisionRange>(std::uint32_t)> ranges;
  std::vector<DivisionId> divisions;                        ///< by number
  std::unordered_map<std::int64_t, std::uint32_t> numbers;  ///< of divisions

  /// Takes the file's index when it is a good one of this project; says whether it did.
  bool take_file(const Project& project, const std::string& path) {
    file = MappedFile{path};
    if (file.bytes().empty()) return false;
    try {
      index.emplace(file.bytes());
      if (const auto made = as_of_label(project.connection(), index->layout().label())) {
        as_of = *made;
        return true;
      }
    } catch (const Error&) {  // no index, or one of another version: it is made anew
    }
    index.reset();
    return false;
  }

  struct Later {
    std::int64_t fact;
    NamedPlace place;
    GeographicalName name;
    std::string reading;
  };

  /// Names that came or changed after the index; false when it is better made anew.
  bool take_later(const Project& project, Date today) {
    Connection& connection = project.connection();
    now = today;
    known = last_revision(connection);
    if (known == as_of.revision) return true;
    search::Builder builder;
    std::vector<Later> names;
    gone = names_gone_since(connection, as_of.revision);
    if (divisions_changed_since(connection, as_of.revision) && !(take_divisions(project, builder) && take_ground(project, names))) return false;
    read_search_names(connection, known, as_of.revision, [&](std::int64_t fact, const NamedPlace& place, const GeographicalName& name, std::string_view reading) {
      if (names.size() <= most_later) names.push_back({fact, place, name, std::string{reading}});
    });
    if (names.size() > most_later || gone.size() > most_later) return false;
    if (names.empty() && builder.size() == 0) return true;
    const auto holders = holders_of(project, names);
    std::unordered_map<std::int64_t, std::string> classes;
    if (names.size() > most_read_singly) classes = read_search_classes(connection, known);
    else for (const Later& each : names) classes.merge(read_search_classes(connection, known, PlaceRange::one(each.place.id)));
    for (std::size_t i = 0; i < names.size(); ++i) {
      const auto number = numbers.find(holders[i].value);
      builder.add(search::entry_of(names[i].place, names[i].name, names[i].fact, number == numbers.end() ? 0 : number->second, {},
                                   {classes_of(classes, names[i].place.id), names[i].reading}));
    }
    search::DivisionTree tree;
    tree.last.assign(index->divisions().begin(), index->divisions().end());
    while (tree.last.size() < divisions.size()) tree.last.push_back(static_cast<std::uint32_t>(tree.last.size()));
    later_bytes = builder.finish(tree, {});
    later.emplace(later_bytes);
    return true;
  }

  /// Who holds them now, by the ground, else by the record.
  std::vector<DivisionId> holders_of(const Project& project, const std::vector<Later>& names) const {
    auto holders = holders_on_ground(project, names);
    if (std::all_of(holders.begin(), holders.end(), [](DivisionId id) { return id.value != 0; })) return holders;
    const AsOf last{now, known};
    const DivisionRegister around = project.divisions(last);
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (holders[i].value != 0) continue;
      for (const auto& [place, holder] : holders_by_record(project, last, around, PlaceRange::one(names[i].place.id))) holders[i] = holder;
    }
    return holders;
  }

  std::vector<DivisionId> holders_on_ground(const Project& project, const std::vector<Later>& names) const {
    const AsOf last{now, known};
    std::vector<DivisionId> holders(names.size());
    std::vector<std::size_t> placed;
    for (std::size_t i = 0; i < names.size(); ++i)
      if (names[i].place.position) placed.push_back(i);
    std::vector<Position> positions;
    for (const std::size_t i : placed) positions.push_back(*names[i].place.position);
    const auto found = holders_at(project, last, positions);
    for (std::size_t i = 0; i < placed.size(); ++i) holders[placed[i]] = found[i];
    return holders;
  }

  /// Divisions that are called, numbered or placed otherwise since the index; new ones get numbers behind its own.
  bool take_divisions(const Project& project, search::Builder& builder) {
    const DivisionFacts before = project.division_facts(as_of.revision), after = project.division_facts(known);
    const DivisionRegister were{before, as_of.day};
    changed.emplace(after, now);
    const search::Gazetteer old_names{before, were}, new_names{after, *changed};
    const auto told = [](const search::Entry& e) {
      return std::to_string(e.subject) + '\n' + e.text + '\n' + e.status + '\n' + e.type + '\n' + e.code + '\n' + std::to_string(e.level) + '\n' +
             to_string(e.valid.from) + to_string(e.valid.until);
    };
    std::unordered_multimap<std::string, std::int64_t> known_names;
    for (std::size_t i = 0; i < before.names.size(); ++i) {
      const auto entry = old_names.division_entry(i);
      known_names.emplace(told(entry), entry.id);
    }
    std::vector<search::Entry> fresh;
    for (std::size_t i = 0; i < after.names.size(); ++i) {
      auto entry = new_names.division_entry(i);
      const auto same = known_names.find(told(entry));
      if (same == known_names.end()) fresh.push_back(std::move(entry));
      else known_names.erase(same);
    }
    if (fresh.size() + known_names.size() > most_changed) return false;
    for (const auto& [text, id] : known_names) gone_divisions.insert(id);
    for (search::Entry& entry : fresh) {
      const auto [number, added] = numbers.try_emplace(entry.subject, static_cast<std::uint32_t>(divisions.size()));
      if (added) divisions.push_back({entry.subject});
      entry.within = number->second;
      search::write_keys(entry, entry.code);
      builder.add(entry);
    }
    ranges = [this](std::uint32_t number) { return ranges_now(number); };
    return true;
  }

  /// Where a division and all that lies in it stand among the numbers, now that they may lie elsewhere than in one stretch.
  std::vector<search::DivisionRange> ranges_now(std::uint32_t number) const {
    std::vector<std::uint32_t> all;
    const auto visit = [&](const auto& self, DivisionId division) -> void {
      if (const auto at = numbers.find(division.value); at != numbers.end()) all.push_back(at->second);
      for (const DivisionState* member : changed->members(division)) self(self, member->id);
    };
    if (number < divisions.size()) visit(visit, divisions[number]);
    std::sort(all.begin(), all.end());
    std::vector<search::DivisionRange> found;
    for (const std::uint32_t each : all) {
      if (!found.empty() && found.back().last + 1 >= each) found.back().last = each;
      else found.push_back({each, each});
    }
    return found;
  }

  /// Places of divisions whose ground changed are looked up again.
  bool take_ground(const Project& project, std::vector<Later>& names) {
    Connection& connection = project.connection();
    const GroundChanges ground = ground_changed_since(connection, as_of.revision);
    if (ground.outwards) return false;  // places that nobody held may be held now
    const search::Ranked& list = index->by_division();
    const auto& rows = index->rows();
    std::unordered_set<std::int64_t> places;
    for (const DivisionId division : ground.divisions) {
      const auto at = numbers.find(division.value);
      if (at == numbers.end()) continue;
      const auto first = list.first_not(list.all(), [&](auto name) { return rows.within(name) < at->second; });
      const auto last = list.first_not({first, list.size()}, [&](auto name) { return rows.within(name) <= at->second; });
      if (places.size() + (last - first) > most_changed) return false;
      for (auto each = first; each != last; ++each) {
        const auto row = rows.row(list[each]);
        if (row.division) continue;
        gone.insert(static_cast<std::int64_t>(row.id));
        places.insert(static_cast<std::int64_t>(row.subject));
      }
    }
    for (const std::int64_t place : places) {
      read_search_names_of(connection, known, as_of.revision, {place}, [&](std::int64_t fact, const NamedPlace& of, const GeographicalName& name, std::string_view reading) {
        names.push_back({fact, of, name, std::string{reading}});
      });
    }
    return true;
  }

  void make(const Project& project, Date today) {
    later.reset();
    gone.clear();
    gone_divisions.clear();
    changed.reset();
    ranges = nullptr;
    file = MappedFile{};
    as_of = {today, last_revision(project.connection())};
    known = as_of.revision;
    memory = made(project, as_of);
    index.emplace(memory);
  }

  std::vector<search::Source> sources() const {
    const auto* lies = ranges ? &ranges : nullptr;
    std::vector<search::Source> all{{&*index, &gone, &gone_divisions, lies}};
    if (later) all.push_back({&*later, nullptr, nullptr, lies});
    return all;
  }

  void know_divisions() {
    divisions.assign(index->divisions().size(), {});
    numbers.clear();
    for (std::uint32_t i = 0; i < index->by_division().size(); ++i) {
      const auto row = index->rows().row(index->by_division()[i]);
      if (!row.division || row.within >= divisions.size()) continue;
      divisions[row.within] = DivisionId{static_cast<std::int64_t>(row.subject)};
      numbers[static_cast<std::int64_t>(row.subject)] = row.within;
    }
  }
};

NameSearch::NameSearch(std::unique_ptr<Parts> parts) : parts_{std::move(parts)} {}
NameSearch::NameSearch(NameSearch&&) noexcept = default;
NameSearch& NameSearch::operator=(NameSearch&&) noexcept = default;
NameSearch::~NameSearch() = default;

NameSearch NameSearch::open(const Project& project, const std::string& file, Date today) {
  auto parts = std::make_unique<Parts>();
  if (!file.empty() && parts->take_file(project, file)) {
    parts->know_divisions();
    if (parts->take_later(project, today)) return NameSearch{std::move(parts)};
  }
  parts->make(project, today);
  parts->know_divisions();
  if (!file.empty()) write_in_place(file, parts->memory);
  return NameSearch{std::move(parts)};
}

NameSearch NameSearch::rebuild(const Project& project, const std::string& file, Date today) {
  auto parts = std::make_unique<Parts>();
  parts->make(project, today);
  parts->know_divisions();
  if (!file.empty() && !write_in_place(file, parts->memory)) {
    Finding finding;
    finding.rule = "search.no_file";
    finding.subject.file = file;
    throw Error{Fault::unavailable, "the search index cannot be written: " + file, {finding}};
  }
  return NameSearch{std::move(parts)};
}

RecordedNames recorded_names(const Project& project, Revision known) {
  return {read_search_classes(project.connection(), known), read_search_readings(project.connection(), known)};
}

search::Answer NameSearch::find(const search::Query& query) const { return search::find(parts_->sources(), query, search::common_language()); }

std::vector<search::Hit> NameSearch::with(const search::LikeKeys& like) const { return search::names_with(parts_->sources(), like); }

std::optional<std::vector<std::int64_t>> NameSearch::places_in(const Box& box) const { return search::places_in(parts_->sources(), box); }

std::vector<search::DivisionRange> NameSearch::ranges_of(DivisionId division) const {
  const auto at = parts_->numbers.find(division.value);
  if (at == parts_->numbers.end()) return {};
  if (parts_->ranges) return parts_->ranges(at->second);
  return {{at->second, parts_->index->divisions()[at->second]}};
}

DivisionId NameSearch::division_of(std::uint32_t number) const {
  return number < parts_->divisions.size() ? parts_->divisions[number] : DivisionId{};
}

NameSearch::State NameSearch::state() const {
  const auto bytes = parts_->file.bytes().empty() ? std::span<const std::byte>{parts_->memory} : parts_->file.bytes();
  return {parts_->as_of.revision, parts_->known, parts_->index->names(), parts_->later ? parts_->later->names() : 0, bytes.size(), !parts_->file.bytes().empty()};
}

std::vector<Finding> NameSearch::verify(const Project& project) const {
  const auto bytes = parts_->file.bytes().empty() ? std::span<const std::byte>{parts_->memory} : parts_->file.bytes();
  const auto again = made(project, parts_->as_of);
  const bool same = bytes.size() == again.size() && std::equal(bytes.begin(), bytes.end(), again.begin());
  if (same && parts_->index->layout().intact()) return {};
  Finding finding;
  finding.rule = "search.damaged_index";
  finding.facts = {{"revision", std::to_string(parts_->as_of.revision)}};
  return {finding};
}

}  // namespace merestone
