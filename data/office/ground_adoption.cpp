// SPDX-License-Identifier: Apache-2.0
#include "data/office/ground_adoption.hpp"

#include "data/office/line_keeping.hpp"
#include "data/store/ground_store.hpp"
#include "gis/boundaries/joining.hpp"

#include <algorithm>
#include <stdexcept>

namespace merestone {
namespace {

bool same(const Delimitation& a, const Delimitation& b) {
  return a.left == b.left && a.right == b.right && a.claim == b.claim && a.document == b.document && a.valid == b.valid;
}

}  // namespace

GroundAdoption::GroundAdoption(FactWriter& writer, Revision before, Period valid, DocumentId document, Bequests bequests)
    : writer_{writer}, before_{before}, valid_{valid}, document_{document}, bequests_{std::move(bequests)} {}

/// Stretches that the coverage may meet: undisputed ones that hold on some day in question.
void GroundAdoption::read_old() {
  if (writer_.last("stretch") == 0) return;
  ground_ = read_ground(writer_.connection(), Window{before_});
  for (const Delimitation& d : ground_.delimitations) said_[d.stretch].push_back(d);
  for (const Stretch& stretch : ground_.stretches) {
    const auto& said = said_[stretch.id];
    const bool holds = std::any_of(said.begin(), said.end(),
                                   [&](const Delimitation& d) { return !d.claim && d.valid.overlaps(valid_); });
    if (holds) old_.push_back(&stretch);
  }
}

Delimitation GroundAdoption::statement(const Mesh& mesh, std::uint32_t arc, bool forward,
                                       const std::vector<DivisionId>& divisions) const {
  const auto holder = [&](UnitIndex unit) {
    if (unit == nobody) return DivisionId{};
    if (unit >= divisions.size()) throw std::logic_error{"the mesh speaks of units that were not delivered"};
    return divisions[unit];
  };
  Delimitation said;
  said.left = holder(forward ? mesh.arcs[arc].left : mesh.arcs[arc].right);
  said.right = holder(forward ? mesh.arcs[arc].right : mesh.arcs[arc].left);
  said.document = document_;
  said.valid = valid_;
  return said;
}

void GroundAdoption::add(const Mesh& mesh, const std::vector<DivisionId>& divisions) {
  if (mesh.arcs.empty()) return;
  read_old();
  std::vector<std::span<const Position>> paths;
  for (const Stretch* stretch : old_) paths.push_back(stretch->path);
  const Sewing sewing = sew(paths, mesh);
  add_fresh(mesh, sewing.fresh, divisions);
  join(mesh, sewing, divisions);
}

void GroundAdoption::add_fresh(const Mesh& mesh, const std::vector<PathPart>& parts,
                               const std::vector<DivisionId>& divisions) {
  pieces_.reserve(parts.size());
  for (const PathPart& part : parts) {
    const Delimitation said = statement(mesh, part.path, true, divisions);
    if (said.left == said.right) continue;
    const auto path = mesh.path(part.path).subspan(part.first, part.last - part.first + 1);
    pieces_.push_back({path, inherited(said, bequests_, without_heir_)});
  }
}

void GroundAdoption::join(const Mesh& mesh, const Sewing& sewing, const std::vector<DivisionId>& divisions) {
  std::vector<std::vector<const Seam*>> seams(old_.size());
  for (const Seam& seam : sewing.seams) seams[seam.old.path].push_back(&seam);
  for (std::size_t i = 0; i < old_.size(); ++i) {
    if (!seams[i].empty() || !sewing.cuts[i].empty()) change(i, sewing.cuts[i], seams[i], mesh, divisions);
  }
}

/// A stretch that the fresh coverage meets: cut, with what the coverage says added to each part of it.
void GroundAdoption::change(std::size_t old, const std::vector<std::uint32_t>& cuts,
                            const std::vector<const Seam*>& seams, const Mesh& mesh,
                            const std::vector<DivisionId>& divisions) {
  const Stretch& stretch = *old_[old];
  const std::vector<Delimitation>& before = said_[stretch.id];
  std::vector<std::uint32_t> ends{0};
  ends.insert(ends.end(), cuts.begin(), cuts.end());
  ends.push_back(static_cast<std::uint32_t>(stretch.path.size() - 1));
  for (std::size_t i = 0; i + 1 < ends.size(); ++i) {
    std::vector<Delimitation> said = before;
    for (const Seam* seam : seams) {
      if (seam->old.first > ends[i] || seam->old.last < ends[i + 1]) continue;
      for (const Delimitation& more : inherited(statement(mesh, seam->arc, seam->forward, divisions), bequests_, without_heir_)) {
        auto both = joined(said, more);
        if (!both) {
          const Arc& arc = mesh.arcs[seam->arc];
          held_twice_.push_back(arc.left == nobody ? arc.right : arc.left);
          return;
        }
        said = std::move(*both);
      }
    }
    std::erase_if(said, [](const Delimitation& d) { return d.left == d.right; });
    if (!cuts.empty()) {
      const auto path = std::span{stretch.path}.subspan(ends[i], ends[i + 1] - ends[i] + 1);
      pieces_.push_back({path, std::move(said), stretch.edges, stretch.carrier, stretch.accuracy_m});
      continue;
    }
    for (const Delimitation& d : before) {
      const bool stays = std::any_of(said.begin(), said.end(), [&](const Delimitation& s) { return same(s, d); });
      if (!stays) gone_delimitations_.push_back(d.id.value);
    }
    for (const Delimitation& s : said) {
      const bool held = std::any_of(before.begin(), before.end(), [&](const Delimitation& d) { return same(s, d); });
      if (!held) added_.push_back(s);
      if (!held) added_.back().stretch = stretch.id;
    }
  }
  renewed_.insert(stretch.id);
  if (cuts.empty()) return;
  gone_stretches_.push_back(stretch.id.value);
  for (const Delimitation& d : before) gone_delimitations_.push_back(d.id.value);
}

void GroundAdoption::record() {
  writer_.supersede("delimitation", gone_delimitations_);
  writer_.supersede("stretch", gone_stretches_);
  std::vector<NewStretch> stretches;
  stretches.reserve(pieces_.size());
  for (const Piece& piece : pieces_) stretches.push_back({piece.path, piece.edges, piece.carrier, piece.accuracy_m});
  first_ = add_stretches(writer_, stretches);
  std::vector<Delimitation> all;
  all.reserve(pieces_.size() + added_.size());
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    for (Delimitation& said : pieces_[i].said) {
      said.stretch = StretchId{first_.value + static_cast<std::int64_t>(i)};
      all.push_back(said);
    }
  }
  all.insert(all.end(), added_.begin(), added_.end());
  add_delimitations(writer_, all);
  // What the lines are told: everything new, and all that still holds of the old stretches concerned.
  const std::unordered_set<std::int64_t> gone(gone_delimitations_.begin(), gone_delimitations_.end());
  for (const StretchId stretch : renewed_) {
    for (const Delimitation& d : said_[stretch]) {
      if (!gone.contains(d.id.value)) all.push_back(d);
    }
  }
  added_ = std::move(all);
}

std::span<const Position> GroundAdoption::path_of(StretchId stretch) const {
  if (stretch >= first_ && first_.value != 0) return pieces_.at(static_cast<std::size_t>(stretch.value - first_.value)).path;
  const auto found = std::lower_bound(ground_.stretches.begin(), ground_.stretches.end(), stretch,
                                      [](const Stretch& s, StretchId id) { return s.id < id; });
  if (found == ground_.stretches.end() || found->id != stretch) throw std::logic_error{"a line without stretch"};
  return found->path;
}

void GroundAdoption::keep_lines(const Hierarchy& hierarchy) {
  std::vector<Dividing> dividing;
  dividing.reserve(added_.size());
  std::unordered_map<DivisionId, std::vector<Rank>> chains;  // on the first day, for nearly all
  const auto chain = [&](DivisionId division, Date day) {
    if (day != valid_.from) return hierarchy.chain(division, day);
    const auto [found, fresh] = chains.try_emplace(division);
    if (fresh) found->second = hierarchy.chain(division, day);
    return found->second;
  };
  for (const Delimitation& d : added_) {
    if (d.claim || d.left.value == 0 || d.right.value == 0) continue;
    const auto pair = divided_pair(chain(d.left, d.valid.from), chain(d.right, d.valid.from));
    if (pair) dividing.push_back({d.stretch, path_of(d.stretch), *pair, d.valid});
  }
  merestone::keep_lines(writer_, before_, std::move(dividing), renewed_, [&](StretchId id) { return path_of(id); });
}

}  // namespace merestone
