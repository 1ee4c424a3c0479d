// SPDX-License-Identifier: Apache-2.0
#include "gis/territory/redraw.hpp"

#include "gis/base/text.hpp"
#include "gis/territory/granting.hpp"
#include "gis/territory/regions.hpp"
#include "gis/territory/restating.hpp"
#include "gis/territory/seam.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace merestone {
namespace {

bool has_error(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(), [](const Finding& f) { return f.severity == Severity::error; });
}

class Redrawing {
 public:
  Redrawing(const Snapshot& near, const DivisionRegister& divisions, const RedrawRequest& request)
      : near_{near}, divisions_{divisions}, belonging_{divisions}, request_{request} {
    if (request.versions.empty()) throw std::logic_error{"nothing to redraw"};
    for (const Version& version : request.versions) {
      if (!version.claim && request.versions.size() > 1) throw std::logic_error{"several versions, one without claim"};
    }
  }

  Redraw run() {
    judge_shapes();
    for (bool again = true; again;) {  // without the grants of refused versions, so that their lines leave no trace
      const FacedGround ground{near_, request_, grants_};
      if (!ground.noding().collapsed.empty()) return too_fine(ground.noding().collapsed.front());
      again = apply_grants(ground);
      if (!again) tell(ground);
    }
    plan_.refused.resize(request_.versions.size());
    for (std::size_t v = 0; v < grants_.size(); ++v) plan_.refused[v] = !grants_[v];
    return std::move(plan_);
  }

 private:
  void add(std::vector<Finding> findings, std::size_t version) {
    const Version& of = request_.versions[version];
    const auto claim = std::find_if(near_.claims.begin(), near_.claims.end(), [&](const Claim& c) { return of.claim == c.id; });
    for (Finding& finding : findings) {
      if (claim != near_.claims.end() && finding.subject.record.empty()) finding.subject.record = claim->title;
      plan_.findings.push_back(std::move(finding));
    }
  }

  void judge_shapes() {
    grants_.assign(request_.versions.size(), true);
    for (std::size_t v = 0; v < request_.versions.size(); ++v) {
      auto findings = shape_findings(request_.versions[v], belonging_, request_.parties);
      grants_[v] = !has_error(findings);
      add(std::move(findings), v);
    }
  }

  /// False when all grants that were tried stand.
  bool apply_grants(const FacedGround& ground) {
    after_.clear();
    std::vector<Finding> warnings;
    bool again = false;
    for (std::size_t v = 0; v < request_.versions.size(); ++v) {
      const Version& version = request_.versions[v];
      if (!grants_[v] || (version.lines.empty() && version.areas.empty())) {
        std::vector<Holder>& same = after_.emplace_back();
        for (std::size_t face = 0; face < ground.faces(); ++face) same.push_back(ground.held(v, face));
        continue;
      }
      Granted granted = grant(ground, belonging_, request_, v);
      plan_.wanted.insert(plan_.wanted.end(), granted.wanted.begin(), granted.wanted.end());
      if (has_error(granted.findings)) {
        grants_[v] = false;
        again = true;
        add(std::move(granted.findings), v);
      } else {
        pending_.emplace_back(v, std::move(granted.findings));
      }
      after_.push_back(std::move(granted.holders));
    }
    if (again) pending_.clear();
    return again;
  }

  void tell(const FacedGround& ground) {
    for (auto& [version, findings] : pending_) add(std::move(findings), version);
    for (std::size_t v = 0; v < request_.versions.size(); ++v) tell_transfers(ground, v);
    if (request_.versions.size() > 1) {
      plan_.contested = contested_faces(ground, after_, near_.claims, divisions_, request_);
    }
    restate(near_, request_, ground, after_, plan_);
  }

  void tell_transfers(const FacedGround& ground, std::size_t v) {
    std::vector<UnitIndex> keys(ground.faces(), nobody);
    std::vector<std::pair<DivisionId, DivisionId>> ways;
    std::map<std::pair<DivisionId, DivisionId>, UnitIndex> index;
    for (std::size_t face = 0; face < ground.outside(); ++face) {
      const DivisionId from = ground.held(v, face).division;
      const DivisionId to = after_[v][face].division;
      if (from == to) continue;
      const auto [at, fresh] = index.try_emplace({from, to}, static_cast<UnitIndex>(ways.size()));
      if (fresh) ways.emplace_back(from, to);
      keys[face] = at->second;
    }
    if (ways.empty()) return;
    std::map<DivisionId, Wide> lost;
    for (Region& region : regions_of(ground, keys)) {
      const auto [from, to] = ways[region.key];
      lost[from] += region.area_um2;
      plan_.transfers.push_back({v, from, to, std::move(region.ground), region.area_um2});
    }
    warn_of_most(ground, v, lost);
  }

  /// A party that gives up most of its ground: left and right may be mixed up.
  void warn_of_most(const FacedGround& ground, std::size_t v, const std::map<DivisionId, Wide>& lost) {
    std::map<DivisionId, Wide> held;
    for (std::size_t arc = 0; arc < ground.mesh().arcs.size(); ++arc) {
      for (const bool left : {true, false}) {
        const std::size_t face = ground.face_of(arc, left);
        if (face == FacedGround::no_face || !ground.held(v, face).is_one()) continue;
        held[ground.held(v, face).division] += left ? ground.measure_of(arc).area_um2 : -ground.measure_of(arc).area_um2;
      }
    }
    for (const auto& [division, area] : lost) {
      if (2 * area <= held[division] || area == held[division]) continue;
      Finding finding{.rule = "redraw.most_ground", .severity = Severity::warning};
      belonging_.tell(finding, division);
      finding.facts.emplace_back("area_m2", fixed(square_metres(area), 1));
      add({std::move(finding)}, v);
    }
  }

  Redraw too_fine(Position place) {
    Finding finding{.rule = "redraw.too_fine", .severity = Severity::error};
    finding.place = Place{degrees(place.lon), degrees(place.lat)};
    plan_.findings.push_back(std::move(finding));
    plan_.refused.assign(request_.versions.size(), true);
    return std::move(plan_);
  }

  const Snapshot& near_;
  const DivisionRegister& divisions_;
  const Belonging belonging_;
  const RedrawRequest& request_;
  std::vector<bool> grants_;
  std::vector<std::vector<Holder>> after_;
  std::vector<std::pair<std::size_t, std::vector<Finding>>> pending_;
  Redraw plan_;
};

}  // namespace

bool Redraw::sound() const { return !has_error(findings); }

Redraw redraw(const Snapshot& near, const DivisionRegister& divisions, const RedrawRequest& request) {
  return Redrawing{near, divisions, request}.run();
}

Snapshot redrawn(const Snapshot& before, const Redraw& plan) {
  std::unordered_set<StretchId> cut(plan.cut.begin(), plan.cut.end());
  std::unordered_set<StretchId> restated;
  for (const RestatedStretch& r : plan.restated) restated.insert(r.stretch);
  std::int64_t last_stretch = 0;
  std::int64_t last_delimitation = 0;
  std::map<DelimitationId, const Delimitation*> known;
  Snapshot after{{}, {}, before.claims, before.acceptances};
  for (const Stretch& stretch : before.stretches) {
    last_stretch = std::max(last_stretch, stretch.id.value);
    if (!cut.contains(stretch.id)) after.stretches.push_back(stretch);
  }
  for (const Delimitation& d : before.delimitations) {
    last_delimitation = std::max(last_delimitation, d.id.value);
    known.emplace(d.id, &d);
    if (!cut.contains(d.stretch) && !restated.contains(d.stretch)) after.delimitations.push_back(d);
  }
  const auto say = [&](StretchId stretch, const std::vector<Statement>& said) {
    for (const Statement& s : said) {
      Delimitation d{{++last_delimitation}, stretch, s.left, s.right, s.claim, {}, {}};
      if (s.kept.value != 0) d.document = known.at(s.kept)->document, d.valid = known.at(s.kept)->valid;
      after.delimitations.push_back(d);
    }
  };
  for (const RestatedStretch& r : plan.restated) say(r.stretch, r.said);
  for (const RedrawnStretch& r : plan.stretches) {
    after.stretches.push_back({{++last_stretch}, r.path, r.edges, r.carrier, r.accuracy_m});
    say({last_stretch}, r.said);
  }
  return after;
}

Wide held_um2(const Snapshot& ground, const Viewpoint& viewpoint, DivisionId holder) {
  const Picture picture = pictures(ground, viewpoint).front();
  std::unordered_map<StretchId, const Stretch*> stretches;
  for (const Stretch& stretch : ground.stretches) stretches.emplace(stretch.id, &stretch);
  PathMeasure sum;
  for (const Delimitation& d : ground.delimitations) {
    const bool left = d.left == holder;
    if (left == (d.right == holder) || !picture.draws(d)) continue;
    const Stretch& stretch = *stretches.at(d.stretch);
    const GroundSides sides = ground_sides(stretch.path);
    if (sides == (left ? GroundSides::right_only : GroundSides::left_only)) continue;
    const PathMeasure along = measure(stretch.path, stretch.edges);
    sum += left ? along : along.reversed();
  }
  return ground_um2(sum);
}

}  // namespace merestone
