// SPDX-License-Identifier: Apache-2.0
#include "data/office/ground_undo.hpp"

#include "data/db/refusal.hpp"
#include "data/office/line_keeping.hpp"
#include "data/office/near_hierarchy.hpp"
#include "data/store/ground_store.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>

namespace merestone {
namespace {

/// A delimitation that an act added or superseded, and when its stretch came and went.
struct Touched {
  Delimitation said;
  Revision recorded = 0;
  Revision superseded = 0;  ///< 0: still holds
  Revision stretch_recorded = 0;
  Revision stretch_superseded = 0;
};

class Undoing {
 public:
  Undoing(FactWriter& writer, Revision act, Date from)
      : writer_{writer}, act_{act}, from_{from}, hierarchy_{writer.connection(), writer.revision()} {}

  bool run() {
    read();
    if (touched_.empty()) return false;
    for (const Touched& t : touched_) {
      const bool own = t.recorded == act_;
      const Revision later = own ? t.superseded : t.stretch_superseded > act_ ? t.stretch_superseded : 0;
      if (later > act_) refuse_built_upon(later);
      renewed_.insert(t.said.stretch);
      if (!own) continue;
      gone_delimitations_.push_back(t.said.id.value);
      if (t.stretch_recorded == act_) gone_stretches_.insert(t.said.stretch.value);
      if (t.said.valid.from >= from_) continue;
      restored_.push_back(t.said);  // it held until the day
      restored_.back().valid.until = std::min(t.said.valid.until, from_);
    }
    for (const Delimitation& d : restored_) gone_stretches_.erase(d.stretch.value);
    writer_.supersede("delimitation", gone_delimitations_);
    writer_.supersede("stretch", {gone_stretches_.begin(), gone_stretches_.end()});
    restore();
    keep();
    return true;
  }

 private:
  void read() {
    const Value parameters[] = {act_};
    Connection& connection = writer_.connection();
    connection.query(statement("ground_of_act", connection.engine()), parameters, [&](const Row& row) {
      Touched t;
      t.said = {DelimitationId{row.integer(0)}, StretchId{row.integer(1)}, DivisionId{row.integer(2)}, DivisionId{row.integer(3)},
                {}, DocumentId{row.integer(5)}, period_of(row, 6)};
      if (!row.is_null(4)) t.said.claim = ClaimId{row.integer(4)};
      t.recorded = row.integer(8);
      t.superseded = row.integer(9);
      t.stretch_recorded = row.integer(10);
      t.stretch_superseded = row.integer(11);
      touched_.push_back(std::move(t));
    });
  }

  [[noreturn]] void refuse_built_upon(Revision later) const {
    refuse(Fault::conflict, "redraw.built_upon", "revision " + std::to_string(later) + " builds on it",
           {{"revision", std::to_string(act_)}, {"later", std::to_string(later)}});
  }

  bool comes_back(const Touched& t) const { return t.superseded == act_ && t.said.valid.until > from_; }

  /// What the act superseded, on stretches that are there still or on new ones along the paths of those it took away.
  void restore() {
    std::map<StretchId, StretchId> again;
    for (const Touched& t : touched_) {
      if (comes_back(t) && t.stretch_superseded == act_) again.emplace(t.said.stretch, StretchId{});
    }
    std::vector<Stretch> paths;
    for (auto& [old, id] : again) paths.push_back(read_stretch(writer_.connection(), old));
    std::vector<NewStretch> stretches;
    for (const Stretch& s : paths) stretches.push_back({s.path, s.edges, s.carrier, s.accuracy_m});
    StretchId next = add_stretches(writer_, stretches);
    for (auto& [old, id] : again) {
      id = next;
      ++next.value;
      renewed_.insert(id);
    }
    for (const Touched& t : touched_) {
      if (!comes_back(t)) continue;
      restored_.push_back(t.said);
      restored_.back().valid.from = std::max(t.said.valid.from, from_);
      if (const auto found = again.find(t.said.stretch); found != again.end()) restored_.back().stretch = found->second;
    }
    add_delimitations(writer_, restored_);
  }

  void keep() {
    std::unordered_set<ClaimId> on_the_ground;
    const Value parameters[] = {writer_.revision(), std::string_view{"0000-00-00"}, std::string_view{"9999-99-99"}};
    Connection& connection = writer_.connection();
    connection.query(statement("claim_list", connection.engine()), parameters, [&](const Row& row) {
      if (row.is_null(2)) on_the_ground.insert(ClaimId{row.integer(0)});
    });
    std::vector<Delimitation> holds = restored_;
    for (const StretchId stretch : renewed_) {  // what was never touched on these stretches
      for (const Delimitation& d : read_delimitations_of(connection, stretch, writer_.revision())) {
        const bool restored = std::any_of(restored_.begin(), restored_.end(), [&](const Delimitation& r) {
          return r.stretch == d.stretch && r.left == d.left && r.right == d.right && r.claim == d.claim && r.valid == d.valid;
        });
        if (!restored) holds.push_back(d);
      }
    }
    std::vector<Dividing> dividing;
    for (const Delimitation& d : holds) {
      if (d.claim && !on_the_ground.contains(*d.claim)) continue;
      hierarchy_.know({d.left, d.right});
      add_dividing(dividing, d, path_of(d.stretch), hierarchy_.hierarchy());
    }
    keep_lines(writer_, writer_.revision() - 1, std::move(dividing), renewed_, [&](StretchId id) { return path_of(id); });
  }

  std::span<const Position> path_of(StretchId stretch) {
    const auto found = paths_.find(stretch);
    if (found != paths_.end()) return found->second;
    return paths_.emplace(stretch, read_stretch(writer_.connection(), stretch).path).first->second;
  }

  FactWriter& writer_;
  Revision act_;
  Date from_;
  NearHierarchy hierarchy_;
  std::vector<Touched> touched_;
  std::vector<std::int64_t> gone_delimitations_;
  std::set<std::int64_t> gone_stretches_;
  std::vector<Delimitation> restored_;
  std::unordered_set<StretchId> renewed_;
  std::map<StretchId, Polyline> paths_;
};

}  // namespace

bool restore_ground(FactWriter& writer, Revision act, Date from) { return Undoing{writer, act, from}.run(); }

}  // namespace merestone
