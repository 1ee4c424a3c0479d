// SPDX-License-Identifier: Apache-2.0
#include "data/office/proposal_desk.hpp"

#include "data/db/digest.hpp"
#include "data/db/refusal.hpp"
#include "data/office/planning_acts.hpp"
#include "data/office/refuse_errors.hpp"
#include "data/office/relief_acts.hpp"
#include "data/store/grave_store.hpp"
#include "gis/base/canonical.hpp"
#include "gis/base/text.hpp"
#include "gis/geodesy/measure.hpp"
#include "gis/geometry/geos_bridge.hpp"
#include "gis/geometry/wkb.hpp"
#include "gis/names/settlement.hpp"
#include "gis/proposals/terrain_lines.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {
namespace {

std::string digest_of(const Polyline& line) {
  const Bytes wkb = to_wkb(std::span{line});
  return sha256({reinterpret_cast<const char*>(wkb.data()), wkb.size()});
}

/// Of the people in contested ground: where, and how many.
std::string digest_of(std::span<const PointWeight> weights) {
  std::string text;
  for (const PointWeight& one : weights) {
    text += std::to_string(one.position.lon) + " " + std::to_string(one.position.lat) + " " + canonical(one.weight) + "\n";
  }
  return sha256(text);
}

std::string km2(double square_metres) { return fixed(square_metres / 1e6, 4); }

double weight_of(const DisputeTemplate& procedure, const EvidenceOnFile& piece) {
  const std::string& id = piece.evidence.confirmed.empty() ? piece.best : piece.evidence.confirmed;
  const EvidenceTier* tier = procedure.tier(id);
  if (!tier || tier->weight == EvidenceWeight::inadmissible) return 0;
  return tier->weight == EvidenceWeight::decisive ? 1 : 0.5;
}

/// Which of the claims a party has, by its place in the file; the situation on the ground where it has none.
std::size_t version_of(const DisputeFile& file, DivisionId party) {
  std::size_t on_the_ground = 0;
  for (std::size_t i = 0; i < file.claims.size(); ++i) {
    if (file.claims[i].claimant == party) return i;
    if (!file.claims[i].claimant) on_the_ground = i;
  }
  return on_the_ground;
}

/// Contested faces that are A's as A claims and B's as B claims.
std::vector<Polygon> faces_between(const DisputeFile& file, const DivisionRegister& divisions, DivisionId a, DivisionId b) {
  const auto holds = [&](const ContestedFace& face, DivisionId party) {
    return divisions.lies_in(face.holders[version_of(file, party)], party);
  };
  std::vector<Polygon> faces;
  for (const ContestedFace& face : file.contested) {
    if (holds(face, a) && holds(face, b)) faces.push_back(face.ground);
  }
  return faces;
}

}  // namespace

std::vector<PairBand> strips_between(const Project& project, const DisputeFile& file, const AsOf& as_of, DivisionId a, DivisionId b) {
  const DisputeId dispute = file.the_case.dispute;
  const Box box = read_dispute_box(project.connection(), dispute, Window{as_of.revision, as_of.day});
  const auto divisions = project.divisions(as_of);
  const Snapshot near = project.snapshot_in(box, as_of);
  auto strips = bands_between(near, divisions, dispute, a, b);
  if (!strips.empty() || file.parties.size() < 3) return strips;
  return bands_in_faces(faces_between(file, divisions, a, b), near, divisions, dispute, a, b);
}

ProposalDesk::ProposalDesk(const Project& project, DisputeFile file, const AsOf& as_of, StripChoice choice)
    : project_{project}, file_{std::move(file)}, as_of_{as_of}, choice_{std::move(choice)} {
  if (file_.contested.empty()) {
    refuse(Fault::missing, "dispute.no_contested_ground", "nothing to divide", {{"day", to_string(as_of.day)}});
  }
  choose_pair();
  choose_strip();
  for (const LineOpinion& opinion : file_.opinions) {
    if (opinion.kind == OpinionKind::claim) sigma_m_ = std::max(sigma_m_, opinion.accuracy_m);
  }
  lay_out_ground();
  take_notes();
}
ProposalDesk::ProposalDesk(ProposalDesk&&) noexcept = default;
ProposalDesk::~ProposalDesk() = default;

void ProposalDesk::choose_pair() {
  std::vector<std::size_t> chosen;
  if (choice_.between.empty()) {
    // The two that contest most with each other.
    std::map<std::pair<std::size_t, std::size_t>, Wide> shared;
    for (const ContestedFace& face : file_.contested) {
      for (std::size_t i = 0; i < file_.parties.size(); ++i) {
        for (std::size_t k = i + 1; k < file_.parties.size(); ++k) {
          const auto claims = [&](std::size_t p) {
            return std::find(face.claimants.begin(), face.claimants.end(), file_.parties[p].division) != face.claimants.end();
          };
          if (claims(i) && claims(k)) shared[{i, k}] += face.area_um2;
        }
      }
    }
    const auto most = std::max_element(shared.begin(), shared.end(), [](const auto& x, const auto& y) { return x.second < y.second; });
    if (most != shared.end()) chosen = {most->first.first, most->first.second};
  }
  for (std::size_t i = 0; i < file_.parties.size() && !choice_.between.empty(); ++i) {
    const std::string& letters = "," + choice_.between + ",";
    if (letters.find("," + file_.parties[i].label + ",") != std::string::npos) chosen.push_back(i);
  }
  if (chosen.size() != 2) {
    std::string known;
    for (const CaseParty& party : file_.parties) known += (known.empty() ? "" : ",") + party.label;
    refuse(Fault::invalid, "proposal.no_pair", "not two parties", {{"value", choice_.between}, {"known", known}});
  }
  first_ = chosen[0];
  second_ = chosen[1];
  choice_.between = a().label + "," + b().label;
}

void ProposalDesk::choose_strip() {
  auto strips = strips_between(project_, file_, as_of_, a().division, b().division);
  if (choice_.strip < 1 || choice_.strip > strips.size()) {
    refuse(Fault::invalid, "proposal.no_strip", "no such strip",
           {{"between", choice_.between}, {"strip", std::to_string(choice_.strip)}, {"count", std::to_string(strips.size())}});
  }
  strip_ = std::move(strips[choice_.strip - 1]);
}

void ProposalDesk::take_notes() {
  notes_ = strip_.notes;
  const std::size_t as_a = version_of(file_, a().division);
  const std::size_t as_b = version_of(file_, b().division);
  double all = 0;
  double others = 0;
  for (const ContestedFace& face : file_.contested) {
    if (face.holders[as_a] == face.holders[as_b]) continue;  // a third party's matter, or one that the two agree on
    all += square_metres(face.area_um2);
    if (face.claimants.size() > 2) others += square_metres(face.area_um2);
  }
  const double here = area_m2(ground_->within());
  if (all - here > 1 + all * 1e-6) {
    notes_.push_back({.rule = "proposal.part_of_ground", .severity = Severity::warning,
                      .facts = {{"between", choice_.between}, {"km2", km2(here)}, {"all_km2", km2(all)}}});
  }
  if (others > 0) {
    notes_.push_back({.rule = "proposal.third_claim", .severity = Severity::warning,
                      .facts = {{"between", choice_.between}, {"km2", km2(others)}}});
  }
}

void ProposalDesk::lay_out_ground() {
  const MultiPolygon within = ground_of(strip_.band);
  std::vector<ImpactLayer> layers{{"places", "people", {}, {}, {}}};
  for (const NamedPlace& place : project_.places(as_of_)) {
    if (!place.position) continue;
    layers[0].points.push_back({place.names.empty() ? place.local_id : place.names.front().text, *place.position,
                                place.people ? static_cast<double>(place.people->people) : 0, is_settlement(place)});
  }
  const auto layer = [&](const std::string& key, const char* weight) -> ImpactLayer& {
    const auto at = std::find_if(layers.begin(), layers.end(), [&](const ImpactLayer& l) { return l.key == key; });
    return at != layers.end() ? *at : layers.emplace_back(ImpactLayer{key, weight, {}, {}, {}});
  };
  const Box box = box_of(within);
  hazards_ = project_.hazard_zones(as_of_);
  std::erase_if(hazards_, [&](const HazardZone& zone) { return !box_of(zone.shape).meets(box); });
  std::sort(hazards_.begin(), hazards_.end(), [](const HazardZone& x, const HazardZone& y) {
    return std::tie(x.kind, x.severity, x.id) < std::tie(y.kind, y.severity, y.id);
  });
  for (const HazardZone& zone : hazards_) {
    layer("hazard:" + zone.kind + ":" + std::to_string(zone.severity), "").polygons.push_back(zone.shape);
  }
  for (const Facility& facility : project_.facilities(as_of_)) {
    layer("facility:" + facility.kind, "used").points.push_back({facility.name, facility.position, static_cast<double>(facility.used), false});
  }
  const Window window{as_of_.revision, as_of_.day};
  for (const Grave& grave : read_graves(project_.connection(), window)) layer("graves", "").points.push_back({"", grave.position, 0, false});
  for (const LandFeature& feature : read_land_features(project_.connection(), window)) {
    ImpactLayer& land = layer("land:" + feature.kind, "");
    if (feature.position) land.points.push_back({feature.name, *feature.position, 0, false});
    if (!feature.path.empty()) land.lines.push_back(feature.path);
    if (!feature.area.empty()) land.polygons.push_back(feature.area);
  }
  for (const Shelter& shelter : shelters_on(project_, as_of_)) {
    layer("shelter", "effective_area_m2").points.push_back({shelter.name, shelter.position, shelter.effective_area_m2, false});
  }
  for (const Depot& depot : depots_on(project_, as_of_)) layer("depot", "").points.push_back({depot.name, depot.position, 0, false});
  ground_.emplace(within, layers);
}

std::vector<PointWeight> ProposalDesk::people() const {
  std::vector<PointWeight> weights;
  for (const PointItem& place : ground_->layers().front().points) {
    if (place.weight > 0) weights.push_back({place.position, place.weight});
  }
  std::sort(weights.begin(), weights.end(), [](const PointWeight& x, const PointWeight& y) {
    return std::tie(x.position, x.weight) < std::tie(y.position, y.weight);
  });
  return weights;
}

const LineFamily& ProposalDesk::family() const {
  if (!family_) family_ = std::make_unique<LineFamily>(strip_.band);
  return *family_;
}

const LineFamily& ProposalDesk::sharing_family() const {
  const auto& sections = strip_.band.sections;
  if (std::ranges::all_of(sections, [](const BandSection& s) { return s.agreed() || claimed_by_both(s); })) return family();
  if (!sharing_family_) sharing_family_ = std::make_unique<LineFamily>(most_held(strip_.band));
  return *sharing_family_;
}

const Terrain& ProposalDesk::terrain(const std::string& name) const {
  const auto known = terrains_.find(name);
  if (known != terrains_.end()) return known->second;
  const ElevationRecord chosen = choose_elevation(project_, as_of_, box_of(ground_->within()), name);
  return terrains_.emplace(name, Terrain{project_.elevation_grid(chosen)}).first->second;
}

const LineOpinion& ProposalDesk::opinion(LineOpinionId id) const {
  for (const LineOpinion& one : file_.opinions) {
    if (one.id == id) return one;
  }
  refuse(Fault::missing, "dispute.no_opinion", "no such opinion", {{"opinion", std::to_string(id.value)}});
}

Proposal ProposalDesk::make(const ProposalRequest& request) const {
  refuse_errors(check_request(request), "the proposal is refused");
  const std::string& method = request.method;
  const auto weights = people();
  bool counts_people = method == "equal_people";
  Proposal made;
  if (method == "equidistant") made = equidistant_line(family());
  if (method == "weighted") made = weighted_line(family(), request.t);
  if (method == "equal_area") made = area_share_line(sharing_family(), request.share);
  if (method == "equal_people") {
    made = weight_share_line(sharing_family(), weights, request.share == 0.5 ? "equal_people" : "share_of_people", request.share);
  }
  if (method == "ridge") made = ridge_line(family(), terrain(request.elevation));
  if (method == "watercourse") made = watercourse_line(family(), terrain(request.elevation), request.catchment_km2);
  if (method == "least_cost") {
    CostModel model;
    model.slope = request.slope;
    model.people = request.people;
    model.places = weights;
    model.away = strip_.in_force ? request.away : 0;
    if (strip_.in_force) model.followed.push_back(*strip_.in_force);
    model.hazard = request.hazard;
    for (const HazardZone& zone : hazards_) model.hazards.push_back(zone.shape);
    made = least_cost_line(family(), model, request.slope > 0 ? &terrain(request.elevation) : nullptr);
    counts_people = request.people > 0;
  }
  for (const auto& [word, kind] : {std::pair{"parallel", CourseKind::parallel}, {"meridian", CourseKind::meridian},
                                   {"geodesic", CourseKind::geodesic}, {"rhumb", CourseKind::rhumb}}) {
    if (method == word) made = course_line(strip_.band, kind, request.from, request.to);
  }
  if (method == "simplified") {
    const Polyline& line = opinion(request.of).path;
    if (const auto fault = proposal_fault(strip_.band, line)) throw Error{Fault::invalid, "not a line of this strip", {*fault}};
    made = simplified_line(strip_.band, line, {request.most_corners, 0});
    made.data.push_back({"opinion " + std::to_string(request.of.value), digest_of(line), ""});
  }
  made.parameters = facts_of(request, choice_);
  made.data.insert(made.data.begin(), {{"claim " + a().label, digest_of(claim_a(strip_.band)), to_string(as_of_.day)},
                                       {"claim " + b().label, digest_of(claim_b(strip_.band)), to_string(as_of_.day)}});
  if (counts_people) made.data.push_back({"people", digest_of(weights), to_string(as_of_.day)});
  return made;
}

LineOpinion ProposalDesk::opinion_of(const Proposal& proposal, const std::string& title) const {
  LineOpinion made;
  made.dispute = file_.the_case.dispute;
  made.kind = OpinionKind::proposal;
  made.title = title.empty() ? proposal.method : title;
  made.method = proposal.method;
  made.accuracy_m = sigma_m_;
  made.path = proposal.line;
  made.left = a().division;
  made.right = b().division;
  made.valid = {as_of_.day, open_end};
  return made;
}

ComparisonSetting ProposalDesk::setting(bool territory) const {
  ComparisonSetting setting;
  setting.in_force = strip_.in_force;
  setting.claim_sigma_m = sigma_m_;
  for (const LineOpinion& opinion : file_.opinions) {
    if (opinion.path.size() < 2 || opinion.kind == OpinionKind::proposal || opinion.kind == OpinionKind::final_line) continue;
    const bool of_others = opinion.holder.value != 0 && opinion.holder != a().division && opinion.holder != b().division;
    if (of_others) continue;
    // As much as its weightiest piece: three receipts do not make an agreement.
    SupportedStretch stretch{opinion.path, 0, ""};
    for (const EvidenceOnFile& piece : file_.evidence) {
      if (std::find(opinion.evidence.begin(), opinion.evidence.end(), piece.evidence.id) == opinion.evidence.end()) continue;
      const double weight = weight_of(file_.procedure, piece);
      if (weight > stretch.weight) stretch.weight = weight, stretch.evidence = piece.document.title;
    }
    if (stretch.weight > 0) setting.evidence.push_back(std::move(stretch));
  }
  if (!territory) return setting;
  constexpr std::size_t most_faces = 400;  // joined polygon by polygon: for counties, not for states
  const Territory neutral = derive(project_.snapshot(as_of_), Neutral{});
  const auto divisions = project_.divisions(as_of_);
  std::vector<MultiPolygon> of_a, of_b;
  for (const Face& face : neutral.faces) {
    const Holders& holders = neutral.holders[face.unit];
    const auto all_of = [&](DivisionId party) {
      return std::all_of(holders.begin(), holders.end(), [&](DivisionId holder) { return divisions.lies_in(holder, party); });
    };
    if (all_of(a().division)) of_a.push_back({polygon_of(neutral.mesh, face)});
    if (all_of(b().division)) of_b.push_back({polygon_of(neutral.mesh, face)});
  }
  if (of_a.size() + of_b.size() > most_faces || of_a.empty() || of_b.empty()) return setting;
  setting.ground_a = union_of(of_a);
  setting.ground_b = union_of(of_b);
  return setting;
}

std::vector<ProposalFigures> ProposalDesk::compare(std::span<const Proposal> lines, bool territory) const {
  return merestone::compare(strip_.band, lines, *ground_, setting(territory));
}

std::pair<GroundImpact, GroundImpact> ProposalDesk::impact(const Polyline& line) const {
  if (const auto fault = proposal_fault(strip_.band, line)) throw Error{Fault::invalid, "not a line of this strip", {*fault}};
  Polyline along = line;
  if (along.front() == strip_.band.end() && !strip_.band.closed) std::reverse(along.begin(), along.end());
  return ground_->divided(held_ground(strip_.band, along).first, along, sigma_m_);
}

}  // namespace merestone
