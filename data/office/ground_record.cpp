// SPDX-License-Identifier: Apache-2.0
#include "data/db/refusal.hpp"
#include "data/office/ground_plan.hpp"
#include "data/office/line_keeping.hpp"
#include "data/office/near_hierarchy.hpp"
#include "data/store/ground_store.hpp"

#include <algorithm>
#include <map>
#include <unordered_set>

namespace merestone {
namespace {

bool same_ground(const Snapshot& a, const Snapshot& b) {
  const auto stretches = [](const Stretch& x, const Stretch& y) { return x.id == y.id; };
  const auto delimitations = [](const Delimitation& x, const Delimitation& y) { return x.id == y.id; };
  return std::equal(a.stretches.begin(), a.stretches.end(), b.stretches.begin(), b.stretches.end(), stretches) &&
         std::equal(a.delimitations.begin(), a.delimitations.end(), b.delimitations.begin(), b.delimitations.end(), delimitations);
}

[[noreturn]] void refuse_stale(Connection& connection, Revision known) {
  std::string acts;
  const Value parameters[] = {known};
  connection.query(statement("ground_acts_since", connection.engine()), parameters, [&](const Row& row) {
    if (!acts.empty()) acts += "; ";
    acts += std::to_string(row.integer(0)) + " " + std::string{row.text(1)} + " (" + std::string{row.text(2)} + ")";
  });
  refuse(Fault::conflict, "redraw.stale", "the ground changed meanwhile: " + acts,
         {{"revision", std::to_string(known)}, {"acts", acts}});
}

class Recorder {
 public:
  Recorder(const Project& project, FactWriter& writer, const GroundPlan& plan, DocumentId document)
      : writer_{writer}, plan_{plan}, document_{document}, hierarchy_{project.connection(), writer.revision()} {
    for (const Claim& claim : plan.near.claims) {
      if (!claim.claimant) on_the_ground_.insert(claim.id);
    }
    for (const Stretch& stretch : plan.near.stretches) paths_.emplace(stretch.id, stretch.path);
  }

  void run() {
    for (const StretchId cut : plan_.redraw.cut) take_up(cut);
    for (const RestatedStretch& r : plan_.redraw.restated) take_up(r.stretch);
    for (const RestatedStretch& r : plan_.redraw.restated) restate(r);
    for (const RedrawnStretch& r : plan_.redraw.stretches) state_piece(r);
    for (const StretchId cut : plan_.redraw.cut) {
      gone_stretches_.push_back(cut.value);
      for (const Delimitation& d : said_.at(cut)) gone_delimitations_.push_back(d.id.value);
    }
    writer_.supersede("delimitation", gone_delimitations_);
    writer_.supersede("stretch", gone_stretches_);
    add_pieces();
    add_delimitations(writer_, added_);
    keep();
  }

 private:
  struct Piece {
    const RedrawnStretch* stretch;
    std::vector<Delimitation> said;
  };

  /// Everything that is said of an old stretch, of all days; what begins later than this change forbids it.
  void take_up(StretchId stretch) {
    auto& said = said_[stretch] = read_delimitations_of(writer_.connection(), stretch, writer_.revision());
    for (const Delimitation& d : said) {
      const bool ends_later = d.valid.contains(plan_.from) && d.valid.until != open_end;
      if (d.valid.from <= plan_.from && !ends_later) continue;
      const std::string day = to_string(ends_later ? d.valid.until : d.valid.from);
      refuse(Fault::conflict, "redraw.later_change", "ground concerned changes again on " + day, {{"day", day}});
    }
  }

  static bool keeps(const std::vector<Statement>& said, DelimitationId id) {
    return std::any_of(said.begin(), said.end(), [&](const Statement& s) { return s.kept == id; });
  }

  void begin(StretchId stretch, const std::vector<Statement>& said, std::vector<Delimitation>& to) const {
    for (const Statement& s : said) {
      if (s.kept.value == 0) to.push_back({{}, stretch, s.left, s.right, s.claim, document_, {plan_.from, open_end}});
    }
  }

  void restate(const RestatedStretch& r) {
    std::vector<Delimitation> now;
    for (const Delimitation& d : said_.at(r.stretch)) {
      if (!d.valid.contains(plan_.from) || keeps(r.said, d.id)) {
        stays_.push_back(d);
        continue;
      }
      gone_delimitations_.push_back(d.id.value);
      if (d.valid.from < plan_.from) now.push_back(ended(d));
    }
    begin(r.stretch, r.said, now);
    added_.insert(added_.end(), now.begin(), now.end());
    renewed_.insert(r.stretch);
  }

  Delimitation ended(Delimitation d) const {
    d.valid.until = plan_.from;
    return d;
  }

  void state_piece(const RedrawnStretch& r) {
    std::vector<Delimitation> said;
    if (r.of.value != 0) {
      renewed_.insert(r.of);
      for (const Delimitation& d : said_.at(r.of)) {
        if (!d.valid.contains(plan_.from) || keeps(r.said, d.id)) said.push_back(d);
        else if (d.valid.from < plan_.from) said.push_back(ended(d));
      }
    }
    begin({}, r.said, said);
    if (!said.empty()) pieces_.push_back({&r, std::move(said)});
  }

  void add_pieces() {
    std::vector<NewStretch> stretches;
    for (const Piece& p : pieces_) stretches.push_back({p.stretch->path, p.stretch->edges, p.stretch->carrier, p.stretch->accuracy_m});
    StretchId id = add_stretches(writer_, stretches);
    for (std::size_t i = 0; i < stretches.size(); ++i, ++id.value) {
      paths_.emplace(id, pieces_[i].stretch->path);
      renewed_.insert(id);
      for (Delimitation& d : pieces_[i].said) {
        d.stretch = id;
        added_.push_back(d);
      }
    }
  }

  /// Lines run along what is settled, and where there is a dispute along the situation on the ground.
  void keep() {
    std::vector<Dividing> dividing;
    stays_.insert(stays_.end(), added_.begin(), added_.end());
    for (const Delimitation& d : stays_) {
      if (d.claim && !on_the_ground_.contains(*d.claim)) continue;
      hierarchy_.know({d.left, d.right});
      add_dividing(dividing, d, path_of(d.stretch), hierarchy_.hierarchy());
    }
    keep_lines(writer_, writer_.revision(), std::move(dividing), renewed_, [&](StretchId id) { return path_of(id); });
  }

  std::span<const Position> path_of(StretchId stretch) {
    const auto found = paths_.find(stretch);
    return found != paths_.end() ? found->second : paths_.emplace(stretch, read_stretch(writer_.connection(), stretch).path).first->second;
  }

  FactWriter& writer_;
  const GroundPlan& plan_;
  DocumentId document_;
  NearHierarchy hierarchy_;
  std::unordered_set<ClaimId> on_the_ground_;
  std::map<StretchId, Polyline> paths_;
  std::map<StretchId, std::vector<Delimitation>> said_;
  std::vector<Piece> pieces_;
  std::vector<Delimitation> added_, stays_;
  std::vector<std::int64_t> gone_delimitations_, gone_stretches_;
  std::unordered_set<StretchId> renewed_;
};

}  // namespace

void record_ground(const Project& project, FactWriter& writer, const GroundPlan& plan, DocumentId document) {
  const bool moved_on = plan.known != writer.revision() && plan.known != writer.revision() - 1;
  if (moved_on) {
    const GroundPlan again = plan_ground(project, plan.request, plan.from, writer.revision(), {});
    if (!same_ground(again.near, plan.near)) refuse_stale(writer.connection(), plan.known);
  }
  if (!plan.redraw.sound()) throw Error{Fault::invalid, "the ground cannot be redrawn like this", plan.redraw.findings};
  Recorder{project, writer, plan, document}.run();
}

}  // namespace merestone
