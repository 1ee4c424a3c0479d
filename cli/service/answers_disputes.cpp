// SPDX-License-Identifier: Apache-2.0
#include "cli/service/answers.hpp"
#include "cli/service/answers_json.hpp"

#include <algorithm>

namespace merestone {
namespace {

const TileDispute* dispute_named(const Atlas& atlas, DisputeId id) {
  const auto found = std::find_if(atlas.disputes.begin(), atlas.disputes.end(), [&](const auto& one) { return one.id == id; });
  return found == atlas.disputes.end() ? nullptr : &*found;
}

double area_of(const Atlas& atlas, DisputeId dispute) {
  double area = 0;
  for (const auto& plot : atlas.contested) area += plot.dispute == dispute ? plot.area_m2 : 0;
  return area;
}

Json dispute_json(const Atlas& atlas, DisputeId id) {
  Json json = Json::object();
  if (id.value != 0) json["dispute"] = id.value;
  if (const auto* known = dispute_named(atlas, id)) {
    if (!known->name.empty()) json["title"] = known->name;
    if (!known->status.empty()) json["status"] = known->status;
  }
  json["dispute_km2"] = area_of(atlas, id) / 1e6;
  const auto trial = std::find_if(atlas.trials.begin(), atlas.trials.end(), [&](const auto& one) { return one.dispute == id; });
  if (trial != atlas.trials.end()) json["trial"] = trial->number;
  return json;
}

}  // namespace

Json chain_of(const DivisionRegister& divisions, DivisionId finest) {
  Json chain = Json::array();
  for (const auto* division : divisions.chain(finest)) chain.push_back(brief(*division));
  return chain;
}

Json contested_json(const Atlas& atlas, const DivisionRegister& divisions, const ContestedPlot& plot, Position position) {
  Json json = dispute_json(atlas, plot.dispute);
  json["area_km2"] = plot.area_m2 / 1e6;
  json["claimants"] = Json::array();
  for (const DivisionId claimant : plot.claimants) {
    if (const auto* state = divisions.find(claimant)) json["claimants"].push_back(brief(*state));
  }
  json["versions"] = Json::array();
  std::vector<std::pair<int, const Claim*>> versions;
  for (const auto& claim : atlas.opinions.claims)
    if (claim.dispute == plot.dispute) versions.emplace_back(party_of(atlas.opinions.claims, claim), &claim);
  std::sort(versions.begin(), versions.end());
  for (const auto& [party, claim] : versions) {
    const auto viewpoint = claim->claimant ? Viewpoint{AsClaimedBy{*claim->claimant}} : Viewpoint{StatusQuo{}};
    Json version{{"party", party}};
    if (claim->claimant)
      if (const auto* claimant = divisions.find(*claim->claimant)) version["claimant"] = brief(*claimant);
    if (!claim->title.empty()) version["title"] = claim->title;
    const auto held = atlas.locate(position, atlas.as_of, viewpoint);
    version["chain"] = held.holders.empty() ? Json::array() : chain_of(divisions, held.holders.front());
    json["versions"].push_back(std::move(version));
  }
  return json;
}

const SeenGround* seen_ground(const Atlas& atlas, const Viewpoint& viewpoint, DivisionId division) {
  for (const auto& view : atlas.views) {
    if (view.viewpoint != viewpoint) continue;
    const auto ground = view.ground.find(division);
    return ground == view.ground.end() ? nullptr : &ground->second;
  }
  return nullptr;
}

Viewpoint Answers::viewpoint(const std::optional<std::string>& word) const {
  return word ? viewpoint_of(*word, atlas_.opinions, *today_) : atlas_.viewpoint;
}

std::string Answers::viewpoints() const {
  Json json{{"on", to_string(day())}, {"shown", word_of(atlas_.viewpoint, *today_)}, {"viewpoints", Json::array()}, {"disputes", Json::array()}};
  for (const auto& viewpoint : merestone::viewpoints(atlas_.opinions, *today_)) {
    const auto word = word_of(viewpoint, *today_);
    Json one{{"viewpoint", word}, {"kind", word.substr(0, word.find(':'))}};
    if (const auto* as = std::get_if<AsClaimedBy>(&viewpoint))
      if (const auto* division = today_->find(as->party)) one["division"] = brief(*division);
    if (const auto* seen = std::get_if<AsSeenBy>(&viewpoint)) one["viewer"] = seen->viewer;
    json["viewpoints"].push_back(std::move(one));
  }
  std::vector<DisputeId> disputes;
  for (const auto& claim : atlas_.opinions.claims) disputes.push_back(claim.dispute);
  std::sort(disputes.begin(), disputes.end());
  disputes.erase(std::unique(disputes.begin(), disputes.end()), disputes.end());
  for (const auto dispute : disputes) json["disputes"].push_back(dispute_json(atlas_, dispute));
  return compact(json);
}

}  // namespace merestone
