// SPDX-License-Identifier: Apache-2.0
#include "data/office/line_keeping.hpp"

#include "data/store/line_store.hpp"
#include "gis/boundaries/line_parts.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace merestone {
namespace {

using LineKey = std::tuple<DivisionId, DivisionId, Level>;

LineKey key_of(DivisionId a, DivisionId b, Level level) { return {std::min(a, b), std::max(a, b), level}; }
LineKey key_of(const DividedPair& pair) { return key_of(pair.left, pair.right, pair.level); }

/// A line as the database has it.
struct LineOnRecord {
  BoundaryLine line;  ///< its last version
  std::vector<Kept<BoundaryLine>> versions;
  std::vector<Kept<LinePart>> parts;
};

class Keeper {
 public:
  Keeper(FactWriter& writer, std::vector<Dividing> dividing, const std::unordered_set<StretchId>& renewed,
         const std::function<std::span<const Position>(StretchId)>& path_of)
      : writer_{writer}, dividing_{std::move(dividing)}, renewed_{renewed}, path_of_{path_of} {}

  void run(Revision before) {
    read(before);
    std::stable_sort(dividing_.begin(), dividing_.end(), [](const Dividing& a, const Dividing& b) {
      return std::tuple{key_of(a.pair), a.stretch} < std::tuple{key_of(b.pair), b.stretch};
    });
    for (std::size_t i = 0; i < dividing_.size();) {
      const LineKey key = key_of(dividing_[i].pair);
      std::size_t end = i;
      while (end < dividing_.size() && key_of(dividing_[end].pair) == key) ++end;
      keep(key, {dividing_.data() + i, end - i});
      i = end;
    }
    for (auto& [key, line] : on_record_) {
      const bool concerned = std::any_of(line.parts.begin(), line.parts.end(), [&](const Kept<LinePart>& kept) {
        return renewed_.contains(kept.fact.part.stretch);
      });
      if (concerned && !kept_.contains(key)) keep(key, {});
    }
    write();
  }

 private:
  /// All lines, or where few stretches are concerned those that run along them or divide their pairs.
  void read(Revision before) {
    constexpr std::size_t few = 200;
    if (renewed_.size() + dividing_.size() > few) {
      take(read_line_versions(writer_.connection(), Window{before}), read_line_parts(writer_.connection(), Window{before}));
      return;
    }
    std::set<BoundaryLineId> lines;
    for (const StretchId stretch : renewed_) add_lines_along(writer_.connection(), stretch, before, lines);
    std::set<LineKey> pairs;
    for (const Dividing& d : dividing_) pairs.insert(key_of(d.pair));
    for (const auto& [left, right, level] : pairs) add_lines_of_pair(writer_.connection(), left, right, level, lines);
    for (const BoundaryLineId line : lines) {
      take(read_line_versions(writer_.connection(), line, before), read_line_parts(writer_.connection(), line, before));
    }
  }

  void take(std::vector<Kept<BoundaryLine>> versions, std::vector<Kept<LinePart>> parts) {
    std::map<BoundaryLineId, LineKey> keys;
    for (Kept<BoundaryLine>& version : versions) {
      const LineKey key = key_of(version.fact.left, version.fact.right, version.fact.level);
      keys.emplace(version.fact.id, key);
      LineOnRecord& line = on_record_[key];
      line.line = version.fact;
      line.versions.push_back(std::move(version));
    }
    for (Kept<LinePart>& part : parts) {
      const auto key = keys.find(part.fact.line);
      if (key != keys.end()) on_record_[key->second].parts.push_back(std::move(part));
    }
  }

  void keep(const LineKey& key, std::span<const Dividing> gained) {
    std::vector<LineStretch> stretches;
    for (const Dividing& d : gained) stretches.push_back({d.stretch, d.path, d.valid});
    const auto found = on_record_.find(key);
    if (found != on_record_.end()) {
      kept_.insert(key);
      for (const Kept<LinePart>& part : found->second.parts) {
        const StretchId stretch = part.fact.part.stretch;
        if (!renewed_.contains(stretch)) stretches.push_back({stretch, path_of_(stretch), part.fact.valid});
      }
    }
    std::vector<DatedPart> parts = parts_through_time(stretches);
    const std::vector<Period> periods = periods_of(stretches);
    if (found == on_record_.end()) begin_line(key, gained, periods, std::move(parts));
    else change_line(found->second, periods, std::move(parts));
  }

  void begin_line(const LineKey& key, std::span<const Dividing> gained, const std::vector<Period>& periods,
                  std::vector<DatedPart> parts) {
    const DatedPart& first = parts.front();
    const auto along = std::find_if(gained.begin(), gained.end(),
                                    [&](const Dividing& d) { return d.stretch == first.part.stretch; });
    BoundaryLine line;
    line.left = first.part.forward ? along->pair.left : along->pair.right;
    line.right = first.part.forward ? along->pair.right : along->pair.left;
    line.level = std::get<Level>(key);
    line.valid = periods.front();
    new_lines_.push_back(std::move(line));
    further_periods_.emplace_back(periods.begin() + 1, periods.end());
    new_parts_.push_back(std::move(parts));
  }

  void change_line(LineOnRecord& record, const std::vector<Period>& periods, std::vector<DatedPart> parts) {
    for (const Kept<BoundaryLine>& version : record.versions) {
      if (std::find(periods.begin(), periods.end(), version.fact.valid) == periods.end()) {
        gone_versions_.push_back(version.number);
      }
    }
    for (const Period& period : periods) {
      const bool held = std::any_of(record.versions.begin(), record.versions.end(),
                                    [&](const Kept<BoundaryLine>& v) { return v.fact.valid == period; });
      if (held) continue;
      record.line.valid = period;
      added_versions_.push_back(record.line);
    }
    for (const Kept<LinePart>& old : record.parts) {
      const DatedPart dated{old.fact.ordinal, old.fact.part, old.fact.valid};
      const auto same = std::find(parts.begin(), parts.end(), dated);
      if (same == parts.end()) gone_parts_.push_back(old.number);
      else parts.erase(same);
    }
    for (const DatedPart& part : parts) added_parts_.push_back({record.line.id, part.ordinal, part.part, part.valid});
  }

  void write() {
    writer_.supersede("boundary_line", std::move(gone_versions_));
    writer_.supersede("boundary_line_part", std::move(gone_parts_));
    add_lines(writer_, new_lines_);
    for (std::size_t i = 0; i < new_lines_.size(); ++i) {
      for (const DatedPart& part : new_parts_[i]) {
        added_parts_.push_back({new_lines_[i].id, part.ordinal, part.part, part.valid});
      }
      for (const Period& period : further_periods_[i]) {
        added_versions_.push_back(new_lines_[i]);
        added_versions_.back().valid = period;
      }
    }
    add_line_versions(writer_, added_versions_);
    add_line_parts(writer_, added_parts_);
  }

  FactWriter& writer_;
  std::vector<Dividing> dividing_;
  const std::unordered_set<StretchId>& renewed_;
  const std::function<std::span<const Position>(StretchId)>& path_of_;
  std::map<LineKey, LineOnRecord> on_record_;
  std::set<LineKey> kept_;

  std::vector<BoundaryLine> new_lines_;
  std::vector<std::vector<Period>> further_periods_;
  std::vector<std::vector<DatedPart>> new_parts_;
  std::vector<BoundaryLine> added_versions_;
  std::vector<LinePart> added_parts_;
  std::vector<std::int64_t> gone_versions_;
  std::vector<std::int64_t> gone_parts_;
};

}  // namespace

void add_dividing(std::vector<Dividing>& dividing, const Delimitation& said, std::span<const Position> path,
                  const Hierarchy& hierarchy) {
  const auto add = [&](const Dividing& next) {
    for (auto last = dividing.rbegin(); last != dividing.rend() && last->stretch == next.stretch; ++last) {
      const bool same_pair = last->pair.left == next.pair.left && last->pair.right == next.pair.right &&
                             last->pair.level == next.pair.level;
      if (!same_pair || last->valid.until != next.valid.from) continue;
      last->valid.until = next.valid.until;
      return;
    }
    dividing.push_back(next);
  };
  std::set<Date> days;
  hierarchy.add_days(said.left, said.valid, days);
  hierarchy.add_days(said.right, said.valid, days);
  Date from = said.valid.from;
  for (auto day = days.begin();; ++day) {
    const Date until = day == days.end() ? said.valid.until : *day;
    const auto pair = divided_pair(hierarchy.chain(said.left, from), hierarchy.chain(said.right, from));
    if (pair) add({said.stretch, path, *pair, {from, until}});
    if (until == said.valid.until) return;
    from = until;
  }
}

void keep_lines(FactWriter& writer, Revision before, std::vector<Dividing> dividing,
                const std::unordered_set<StretchId>& renewed,
                const std::function<std::span<const Position>(StretchId)>& path_of) {
  Keeper{writer, std::move(dividing), renewed, path_of}.run(before);
}

}  // namespace merestone
