// SPDX-License-Identifier: Apache-2.0
#include "gis/search/gathering.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <tuple>

namespace merestone::search {
namespace {

/// Equally important names of which the nearest are taken.
constexpr std::size_t most_equals = 4'000;
/// A filter that leaves so few names is cheaper to walk than a long list of keys.
constexpr std::size_t few = 20'000;

std::uint32_t millionths(std::int64_t nanodegrees, std::int64_t from) {
  return static_cast<std::uint32_t>(std::clamp<std::int64_t>((nanodegrees + from * nanodegrees_per_degree + 500) / 1000, 0, 360'000'000));
}

/// Whether one of the parts of a type is asked for, a class also without its scheme.
bool is_of(std::string_view type, std::string_view asked) {
  const bool open = asked.ends_with('*');
  if (open) asked.remove_suffix(1);
  const auto meets = [&](std::string_view one) { return open ? one.starts_with(asked) : one == asked; };
  for (bool first = true; !type.empty(); first = false) {
    const auto part = type.substr(0, type.find('\t'));
    type.remove_prefix(std::min(type.size(), part.size() + 1));
    if (meets(part)) return true;
    const auto colon = part.find(':');
    if (!first && colon != std::string_view::npos && meets(part.substr(colon + 1))) return true;
  }
  return false;
}

std::vector<bool> allowed(const std::vector<std::string_view>& list, const std::vector<std::string>& asked) {
  std::vector<bool> allowed(list.size(), asked.empty());
  for (std::size_t i = 0; i < list.size(); ++i)
    if (std::any_of(asked.begin(), asked.end(), [&](const std::string& one) { return is_of(list[i], one); })) allowed[i] = true;
  return allowed;
}

bool at(const std::vector<bool>& flags, std::size_t i) { return i < flags.size() && flags[i]; }

}  // namespace

Gathering::Gathering(const Source& source, const Query& query)
    : index{*source.index}, source_{source}, query_{query},
      types_{allowed(index.types(), query.filter.types)}, statuses_{allowed(index.statuses(), query.filter.statuses)} {
  for (const auto& period : index.periods()) periods_.push_back(period.contains(query.day));
  for (const auto status : index.statuses()) former_statuses_.push_back(status == "former");
  if (query.filter.box) {
    const Box& box = *query.filter.box;
    box_ = CellBox{millionths(box.west, 180) + 1, millionths(box.south, 90), millionths(box.east, 180) + 1, millionths(box.north, 90)};
  }
  if (query.near) {
    near_ = {millionths(query.near->lon, 180) + 1, millionths(query.near->lat, 90)};
    lon_scale_ = std::cos(degrees(query.near->lat) * std::numbers::pi / 180);
  }
}

void Gathering::confine(std::span<const DivisionRange> divisions, std::string_view container) {
  confined_ = divisions;
  container_ = containers_.emplace_back(container);
}

void Gathering::release() { confine({}, {}); }

Gathering::Verdict Gathering::judge(std::uint32_t name, Row& row) const {
  row = index.rows().row(name);
  const Filter& filter = query_.filter;
  if (!at(types_, row.type) || !at(statuses_, row.status)) return Verdict::refused;
  if (filter.kind && (*filter.kind == Kind::division) != row.division) return Verdict::refused;
  if (filter.highest && (!row.division || row.level < *filter.highest)) return Verdict::refused;
  if (filter.lowest && (!row.division || row.level > *filter.lowest)) return Verdict::refused;
  const auto inside = [&](std::span<const DivisionRange> ranges) {
    return std::any_of(ranges.begin(), ranges.end(), [&](const DivisionRange& range) { return range.contains(row.within); });
  };
  if (!filter.divisions.empty() && !inside(filter.divisions)) return Verdict::refused;
  if (!confined_.empty() && !inside(confined_)) return Verdict::refused;
  if (box_ && (row.lon == 0 || !box_->contains(row.lon, row.lat))) return Verdict::refused;
  const auto* superseded = row.division ? source_.superseded_divisions : source_.superseded;
  if (superseded != nullptr && superseded->contains(static_cast<std::int64_t>(row.id))) return Verdict::refused;
  const bool former = at(former_statuses_, row.status) || !at(periods_, row.period);
  return former == query_.former ? Verdict::wanted : Verdict::other;
}

bool Gathering::enough(std::uint32_t importance) const {
  const std::size_t room = query_.limit - std::min(query_.limit, wanted_.size());
  if (best_.size() < room || best_.empty()) return room == 0;
  if (importance != best_.front()) return importance < best_.front();
  return !near_ || tier_.size() >= most_equals;
}

bool Gathering::add(Layer layer, std::uint32_t name, std::uint32_t start, Matched matched) {
  Row row;
  const Verdict verdict = judge(name, row);
  if (verdict == Verdict::refused) return false;
  const auto subject = (row.subject << 2) | (row.division ? 2U : 0U) | (verdict == Verdict::other ? 1U : 0U);
  if (!seen_.insert(subject).second) return false;
  Found found{name, start, matched, row.importance, 0, container_.empty() ? layer : Layer::containing, tier_number_, container_};
  if (near_) {
    // A name without position stands behind all that have one.
    const double dx = row.lon == 0 ? 1e12 : (double(row.lon) - double(near_->first)) * lon_scale_, dy = double(row.lat) - double(near_->second);
    found.distance = dx * dx + dy * dy;
  }
  if (verdict == Verdict::other) {
    if (others_.size() < query_.limit) others_.push_back(found);
    return false;
  }
  tier_.push_back(found);
  const std::size_t room = query_.limit - std::min(query_.limit, wanted_.size());
  best_.push_back(row.importance);
  std::push_heap(best_.begin(), best_.end(), std::greater{});
  if (best_.size() > room) {
    std::pop_heap(best_.begin(), best_.end(), std::greater{});
    best_.pop_back();
  }
  return true;
}

void Gathering::take_name(Layer layer, std::uint32_t name, Matched matched) {
  add(layer, name, index.start_of_name(name), matched);
}

std::vector<Gathering::Subject> Gathering::take_all(Layer layer) {
  std::vector<std::uint32_t> names;
  std::vector<Subject> subjects;
  Row row;
  const auto look = [&](std::uint32_t name) {
    if (judge(name, row) != Verdict::wanted) return;
    names.push_back(name);
    subjects.push_back((row.subject << 1) | (row.division ? 1U : 0U));
  };
  if (const auto some = few_names()) {
    for (const std::uint32_t name : *some) look(name);
  } else {
    for (std::uint32_t name = 0; name < index.names(); ++name) look(name);
  }
  std::stable_sort(names.begin(), names.end(), [&](auto a, auto b) { return index.rows().importance(a) > index.rows().importance(b); });
  for (const std::uint32_t name : names) {
    if (enough(index.rows().importance(name))) break;
    add(layer, name, index.start_of_name(name), {});
  }
  std::sort(subjects.begin(), subjects.end());
  subjects.erase(std::unique(subjects.begin(), subjects.end()), subjects.end());
  return subjects;
}

void Gathering::take_names(Layer layer, std::uint32_t start, Matched matched) {
  for (std::uint32_t name = index.first_name(start); name < index.names(); ++name) {
    if (enough(index.rows().importance(name))) return;
    add(layer, name, start, matched);
    if (index.rows().last(name)) return;
  }
}

void Gathering::take(Layer layer, const Next& next, const Match& match, std::size_t most) {
  std::uint32_t before = 0xFFFFFFFF;
  for (std::size_t looked = 0;; ++looked) {
    const auto offset = next();
    if (!offset) return;
    const auto start = index.start_of(*offset);
    if (start == before) continue;
    before = start;
    if (enough(index.rows().importance(index.first_name(start)))) return;
    if (const auto matched = match(start, *offset)) take_names(layer, start, *matched);
    if (looked >= most) {
      complete_ = false;
      return;
    }
  }
}

void Gathering::take(Layer layer, const Ranked& order, std::span<const Range> ranges, const Match& match, std::size_t most) {
  BestFirst best{order};
  for (const Range& range : ranges) best.add(range);
  take(layer, [&] { return best.next(); }, match, most);
}

void Gathering::close_tier() {
  const auto order = [&](const Found& f) { return std::tuple{~f.importance, f.distance, f.layer, f.name}; };
  std::sort(tier_.begin(), tier_.end(), [&](const Found& a, const Found& b) { return order(a) < order(b); });
  for (const Found& found : tier_) {
    if (full()) break;
    wanted_.push_back(found);
  }
  tier_.clear();
  best_.clear();
  ++tier_number_;
}

std::optional<std::vector<std::uint32_t>> Gathering::few_names() const {
  const auto divisions = !confined_.empty() ? confined_ : std::span<const DivisionRange>{query_.filter.divisions};
  const auto& rows = index.rows();
  std::vector<std::uint32_t> names;
  const auto take = [&](const Ranked& list, Range range) {
    if (names.size() + range.size() > few) return false;
    for (; range.lo < range.hi; ++range.lo) names.push_back(list[range.lo]);
    return true;
  };
  if (box_) {
    const Ranked& list = index.by_cell();
    const auto cell = [&](std::uint32_t name) {
      const Row row = rows.row(name);
      return cell_of(row.lon, row.lat);
    };
    for (const auto& cells : cells_in(*box_)) {
      const auto first = list.first_not(list.all(), [&](auto name) { return cell(name) < cells.first; });
      const auto last = list.first_not({first, list.size()}, [&](auto name) { return cell(name) < cells.second; });
      if (!take(list, {first, last})) return {};
    }
  } else {
    if (divisions.empty()) return {};
    const Ranked& list = index.by_division();
    for (const auto& range : divisions) {
      const auto first = list.first_not(list.all(), [&](auto name) { return rows.within(name) < range.first; });
      const auto last = list.first_not({first, list.size()}, [&](auto name) { return rows.within(name) <= range.last; });
      if (!take(list, {first, last})) return {};
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace merestone::search
