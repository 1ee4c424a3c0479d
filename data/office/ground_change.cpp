// SPDX-License-Identifier: Apache-2.0
#include "data/office/ground_change.hpp"

#include "data/db/refusal.hpp"
#include "data/office/line_keeping.hpp"
#include "data/store/ground_store.hpp"
#include "data/store/opinion_store.hpp"

#include <algorithm>
#include <stdexcept>
#include <unordered_map>
#include <unordered_set>

namespace merestone {
namespace {

/// Paths are read one by one up to so many stretches, above that all at once.
constexpr std::size_t few_stretches = 2000;

class Changer {
 public:
  Changer(FactWriter& writer, const GroundChange& change) : writer_{writer}, change_{change} {}

  void run() {
    for (const Delimitation& said : read_delimitations(writer_.connection(), Window{change_.before})) inherit(said);
    if (!without_heir_.empty()) {
      const std::string name = change_.name_of(without_heir_.front());
      refuse(Fault::conflict, "store.no_successor", "ended without successor: " + name, {{"name", name}});
    }
    find_lines_of_superiors();
    writer_.supersede("delimitation", std::move(gone_));
    add_delimitations(writer_, added_);
    renew_lines();
  }

 private:
  void inherit(const Delimitation& said) {
    std::vector<Delimitation> pieces = inherited(said, change_.bequests, without_heir_);
    const bool same = pieces.size() == 1 && pieces[0].left == said.left && pieces[0].right == said.right &&
                      pieces[0].valid == said.valid;
    if (same) {
      after_.push_back(said);
      return;
    }
    gone_.push_back(said.id.value);
    renewed_.insert(said.stretch);
    for (Delimitation& piece : pieces) {
      if (piece.left != said.left || piece.right != said.right) piece.document = change_.document;
      added_.push_back(piece);
      after_.push_back(piece);
    }
  }

  /// When superiors end or others come, lines change where no delimitation does.
  void find_lines_of_superiors() {
    const bool any_ends = std::any_of(change_.bequests.begin(), change_.bequests.end(), [&](const auto& bequest) {
      return change_.hierarchy.has_members(bequest.first) && !change_.moved_alone;
    });
    if (any_ends) {
      for (const Delimitation& d : after_) renewed_.insert(d.stretch);
    }
    if (change_.moved.empty()) return;
    for (const Delimitation& d : after_) {
      if (d.valid.until > change_.day && (is_moved(d.left) || is_moved(d.right))) renewed_.insert(d.stretch);
    }
  }

  /// Whether the division, or one that it belongs to before or after, has another superior.
  bool is_moved(DivisionId division) {
    const auto [known, fresh] = is_moved_.try_emplace(division, false);
    if (!fresh) return known->second;
    bool found = false;
    for (const Date day : {change_.day - std::chrono::days{1}, change_.day}) {
      for (const Rank& rank : change_.hierarchy.chain(division, day)) found = found || change_.moved.contains(rank.division);
    }
    is_moved_[division] = found;
    return found;
  }

  void renew_lines() {
    if (renewed_.empty()) return;
    const auto on_the_ground = read_claims_on_the_ground(writer_.connection(), change_.before);
    if (renewed_.size() > few_stretches) {
      for (Stretch& stretch : read_ground(writer_.connection(), Window{change_.before}).stretches) {
        paths_.emplace(stretch.id, std::move(stretch.path));
      }
    }
    std::vector<Dividing> dividing;
    for (const Delimitation& d : after_) {
      if (!renewed_.contains(d.stretch) || (d.claim && !on_the_ground.contains(*d.claim))) continue;
      add_dividing(dividing, d, path_of(d.stretch), change_.hierarchy);
    }
    keep_lines(writer_, change_.before, std::move(dividing), renewed_, [&](StretchId id) { return path_of(id); });
  }

  std::span<const Position> path_of(StretchId stretch) {
    const auto [known, fresh] = paths_.try_emplace(stretch);
    if (fresh) known->second = read_path(writer_.connection(), stretch);
    if (known->second.empty()) throw std::logic_error{"a line without stretch"};
    return known->second;
  }

  FactWriter& writer_;
  const GroundChange& change_;
  std::unordered_map<StretchId, Polyline> paths_;
  std::vector<Delimitation> after_;  ///< all that holds when the act is done
  std::vector<Delimitation> added_;
  std::vector<std::int64_t> gone_;
  std::vector<DivisionId> without_heir_;
  std::unordered_set<StretchId> renewed_;
  std::unordered_map<DivisionId, bool> is_moved_;
};

}  // namespace

void change_ground(FactWriter& writer, const GroundChange& change) { Changer{writer, change}.run(); }

}  // namespace merestone
