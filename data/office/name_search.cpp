// SPDX-License-Identifier: Apache-2.0
#include "data/office/name_search.hpp"

#include "data/office/mapped_file.hpp"
#include "data/store/audit_store.hpp"
#include "data/store/search_store.hpp"
#include "gis/base/error.hpp"
#include "gis/overlay/coverage_index.hpp"
#include "gis/search/gazetteer.hpp"
#include "gis/search/writing.hpp"
#include "gis/territory/locate.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace merestone {
namespace {

/// So many later names are read at each opening; more are worth a new index.
constexpr std::size_t most_later = 20'000;
/// So many of them are looked up on the ground; the others count as lying in no division until the next index.
constexpr std::size_t most_located = 500;

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

/// The finest division around each position; all at once.
std::vector<DivisionId> holders_at(const Project& project, const AsOf& as_of, std::span<const Position> positions) {
  std::vector<DivisionId> holders(positions.size());
  if (positions.empty() || project.extent(as_of).empty()) return holders;
  const Territory territory = derive(project.snapshot(as_of), StatusQuo{});
  const CoverageIndex index{territory.mesh};
  const auto units = index.units_at(positions);
  for (std::size_t i = 0; i < units.size(); ++i)
    if (units[i] != nobody && !territory.holders[units[i]].empty()) holders[i] = territory.holders[units[i]].front();
  return holders;
}

std::vector<std::byte> made(const Project& project, const AsOf& as_of) {
  Connection& connection = project.connection();
  const DivisionFacts facts = project.division_facts(as_of.revision);
  const DivisionRegister divisions{facts, as_of.day};
  const search::Gazetteer gazetteer{facts, divisions};
  std::vector<Position> positions;
  read_search_names(connection, as_of.revision, 0, [&](std::int64_t, const NamedPlace& place, const GeographicalName&) {
    if (place.position) positions.push_back(*place.position);
  });
  const auto holders = holders_at(project, as_of, positions);
  search::Builder builder;
  gazetteer.add_divisions(builder);
  auto holder = holders.begin();
  read_search_names(connection, as_of.revision, 0, [&](std::int64_t fact, const NamedPlace& place, const GeographicalName& name) {
    const DivisionId held_by = place.position ? *holder++ : DivisionId{};
    const auto* state = divisions.find(held_by);
    builder.add(search::entry_of(place, name, fact, gazetteer.number_of(held_by), state == nullptr ? std::string_view{} : state->code));
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
  std::vector<std::byte> later_bytes;
  std::optional<search::Index> later;
  std::unordered_set<std::int64_t> gone;
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

  /// Names that came or changed after the index; false when it is better made anew.
  bool take_later(const Project& project) {
    Connection& connection = project.connection();
    known = last_revision(connection);
    if (known == as_of.revision) return true;
    if (divisions_changed_since(connection, as_of.revision)) return false;
    gone = names_gone_since(connection, as_of.revision);
    struct Later {
      std::int64_t fact;
      NamedPlace place;
      GeographicalName name;
    };
    std::vector<Later> names;
    read_search_names(connection, known, as_of.revision, [&](std::int64_t fact, const NamedPlace& place, const GeographicalName& name) {
      if (names.size() <= most_later) names.push_back({fact, place, name});
    });
    if (names.size() > most_later || gone.size() > most_later) return false;
    if (names.empty()) return true;
    const Box whole = project.extent(as_of);
    const auto near = [&](const Box& box) { return project.snapshot_in(box, as_of); };
    search::Builder builder;
    std::size_t located = 0;
    for (const Later& later_name : names) {
      std::uint32_t within = 0;
      if (later_name.place.position && !whole.empty() && located++ < most_located) {
        const auto found = locate(*later_name.place.position, whole, near, StatusQuo{});
        if (!found.holders.empty()) {
          const auto number = numbers.find(found.holders.front().value);
          if (number != numbers.end()) within = number->second;
        }
      }
      builder.add(search::entry_of(later_name.place, later_name.name, later_name.fact, within, {}));
    }
    search::DivisionTree tree;
    tree.last.assign(index->divisions().begin(), index->divisions().end());
    later_bytes = builder.finish(tree, {});
    later.emplace(later_bytes);
    return true;
  }

  void make(const Project& project, Date today) {
    later.reset();
    gone.clear();
    file = MappedFile{};
    as_of = {today, last_revision(project.connection())};
    known = as_of.revision;
    memory = made(project, as_of);
    index.emplace(memory);
  }

  void know_divisions() {
    divisions.assign(index->divisions().size(), {});
    numbers.clear();
    for (const std::uint32_t name : index->by_division()) {
      const auto row = index->rows().row(name);
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
    if (parts->take_later(project)) return NameSearch{std::move(parts)};
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

search::Answer NameSearch::find(const search::Query& query) const {
  const search::Source sources[] = {{&*parts_->index, &parts_->gone}, {parts_->later ? &*parts_->later : nullptr}};
  return search::find(std::span{sources}.first(parts_->later ? 2 : 1), query, search::common_language());
}

std::vector<search::Hit> NameSearch::with(const search::LikeKeys& like) const {
  const search::Source sources[] = {{&*parts_->index, &parts_->gone}, {parts_->later ? &*parts_->later : nullptr}};
  return search::names_with(std::span{sources}.first(parts_->later ? 2 : 1), like);
}

std::vector<search::DivisionRange> NameSearch::ranges_of(DivisionId division) const {
  const auto at = parts_->numbers.find(division.value);
  if (at == parts_->numbers.end()) return {};
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
