// SPDX-License-Identifier: Apache-2.0
#include "data/office/redraw_record.hpp"

#include "data/db/refusal.hpp"
#include "data/office/known_divisions.hpp"
#include "data/office/line_keeping.hpp"
#include "data/store/ground_store.hpp"

#include <algorithm>
#include <stdexcept>
#include <unordered_map>
#include <unordered_set>

namespace merestone {
namespace {

class Recorder {
 public:
  Recorder(FactWriter& writer, Revision before, const Snapshot& ground, const Redraw& plan, Date day, DocumentId document)
      : writer_{writer}, before_{before}, ground_{ground}, plan_{plan}, day_{day}, document_{document} {}

  void run() {
    for (const StretchId id : plan_.cut) renewed_.insert(id);
    for (const RestatedStretch& restated : plan_.restated) {
      renewed_.insert(restated.stretch);
      for (const Statement& said : restated.said) goes_on_.insert(said.kept);
    }
    if (renewed_.empty() && plan_.stretches.empty()) return;
    end_what_was_said();
    say_anew();
    writer_.supersede("delimitation", std::move(gone_));
    add_delimitations(writer_, added_);
    renew_lines();
  }

 private:
  void end_what_was_said() {
    for (const Delimitation& said : read_delimitations(writer_.connection(), Window{before_})) {
      if (!renewed_.contains(said.stretch)) continue;
      was_.emplace(said.id, said);
      if (said.valid.from > day_) {
        refuse(Fault::conflict, "redraw.later_change", "a later change is on record", {{"day", to_string(said.valid.from)}});
      }
      const bool held = said.valid.contains(day_);
      if (!held || goes_on_.contains(said.id)) {
        after_.push_back(said);
        continue;
      }
      gone_.push_back(said.id.value);
      if (said.valid.from == day_) continue;
      Delimitation ended = said;
      ended.valid.until = day_;
      add(ended);
    }
  }

  void say_anew() {
    for (const RestatedStretch& restated : plan_.restated) say(restated.stretch, restated.said, false);
    std::vector<NewStretch> stretches;
    for (const RedrawnStretch& s : plan_.stretches) stretches.push_back({s.path, s.edges, s.carrier, s.accuracy_m});
    if (stretches.empty()) return;
    std::int64_t id = add_stretches(writer_, stretches).value;
    for (const RedrawnStretch& s : plan_.stretches) {
      renewed_.insert(StretchId{id});
      paths_.emplace(StretchId{id}, s.path);
      say(StretchId{id++}, s.said, true);
    }
  }

  /// On a stretch of its own, also what goes on is a fact of its own.
  void say(StretchId stretch, const std::vector<Statement>& statements, bool fresh) {
    for (const Statement& said : statements) {
      Delimitation d{{}, stretch, said.left, said.right, said.claim, document_, {day_, open_end}};
      if (said.kept.value != 0) {
        if (!fresh) continue;
        const Delimitation& kept = was_.at(said.kept);
        d.document = kept.document;
        d.valid.until = kept.valid.until;
      }
      add(d);
    }
  }

  void add(const Delimitation& d) {
    added_.push_back(d);
    after_.push_back(d);
  }

  /// A line runs where nobody disputes it, and through disputed ground where it is on the ground.
  bool makes_line(const Delimitation& d) const {
    if (!d.claim) return true;
    return std::any_of(ground_.claims.begin(), ground_.claims.end(),
                       [&](const Claim& claim) { return claim.id == *d.claim && !claim.claimant; });
  }

  void renew_lines() {
    const KnownDivisions known{writer_.connection(), before_};
    std::vector<Dividing> dividing;
    for (const Delimitation& d : after_) {
      if (!makes_line(d)) continue;
      const auto pair = divided_pair(known.hierarchy().chain(d.left, d.valid.from), known.hierarchy().chain(d.right, d.valid.from));
      if (!pair) continue;
      const auto last = std::find_if(dividing.rbegin(), dividing.rend(), [&](const Dividing& other) {
        return other.stretch == d.stretch && other.valid.until == d.valid.from && other.pair.left == pair->left &&
               other.pair.right == pair->right && other.pair.level == pair->level;
      });
      if (last != dividing.rend()) last->valid.until = d.valid.until;
      else dividing.push_back({d.stretch, path_of(d.stretch), *pair, d.valid});
    }
    keep_lines(writer_, before_, std::move(dividing), renewed_, [&](StretchId id) { return path_of(id); });
  }

  std::span<const Position> path_of(StretchId id) {
    if (const auto at = paths_.find(id); at != paths_.end()) return at->second;
    const auto here = std::lower_bound(ground_.stretches.begin(), ground_.stretches.end(), id,
                                       [](const Stretch& s, StretchId wanted) { return s.id < wanted; });
    if (here != ground_.stretches.end() && here->id == id) return here->path;
    // A stretch of other days, on one of the lines concerned.
    for (Stretch& stretch : read_ground(writer_.connection(), Window{before_}).stretches) paths_.emplace(stretch.id, std::move(stretch.path));
    const auto at = paths_.find(id);
    if (at == paths_.end()) throw std::logic_error{"a line without stretch"};
    return at->second;
  }

  FactWriter& writer_;
  Revision before_;
  const Snapshot& ground_;
  const Redraw& plan_;
  Date day_;
  DocumentId document_;
  std::unordered_set<StretchId> renewed_;
  std::unordered_set<DelimitationId> goes_on_;
  std::unordered_map<DelimitationId, Delimitation> was_;
  std::unordered_map<StretchId, Polyline> paths_;
  std::vector<std::int64_t> gone_;
  std::vector<Delimitation> added_;
  std::vector<Delimitation> after_;  ///< all that is said of the stretches concerned, of all days
};

}  // namespace

void record_redraw(FactWriter& writer, Revision before, const Snapshot& ground, const Redraw& plan, Date day,
                   DocumentId document) {
  Recorder{writer, before, ground, plan, day, document}.run();
}

}  // namespace merestone
