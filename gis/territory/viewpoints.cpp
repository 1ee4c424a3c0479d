// SPDX-License-Identifier: Apache-2.0
#include "gis/territory/viewpoints.hpp"

#include "gis/base/error.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace merestone {
namespace {

constexpr std::string_view claimed_by = "claimed-by:";
constexpr std::string_view seen_by = "seen-by:";

/// By code, so that lists read the same on every machine; divisions without code by number.
std::map<std::string, DivisionId> claimants_of(const Opinions& opinions, const DivisionRegister& divisions) {
  std::map<std::string, DivisionId> claimants;
  for (const Claim& claim : opinions.claims) {
    if (!claim.claimant) continue;
    const auto* division = divisions.find(*claim.claimant);
    claimants.emplace(division ? division->code : std::to_string(claim.claimant->value), *claim.claimant);
  }
  return claimants;
}

std::set<std::string> viewers_of(const Opinions& opinions) {
  std::set<std::string> viewers;
  for (const Acceptance& acceptance : opinions.acceptances) viewers.insert(acceptance.viewer);
  return viewers;
}

[[noreturn]] void refuse(const char* rule, std::string_view word, const Opinions& opinions, const DivisionRegister& divisions) {
  std::string known;
  for (const Viewpoint& viewpoint : viewpoints(opinions, divisions)) {
    known += (known.empty() ? "" : ", ") + word_of(viewpoint, divisions);
  }
  if (known.empty()) known = "neutral, status-quo";
  throw Error{Fault::invalid, "no viewpoint " + std::string{word},
              {{.rule = rule, .subject = {"", "", "viewpoint"}, .facts = {{"value", std::string{word}}, {"known", known}}}}};
}

}  // namespace

Opinions opinions_in(const Snapshot& ground) {
  std::set<ClaimId> told;
  for (const Delimitation& said : ground.delimitations) {
    if (said.claim) told.insert(*said.claim);
  }
  std::set<DisputeId> open;
  for (const Claim& claim : ground.claims) {
    if (told.contains(claim.id)) open.insert(claim.dispute);
  }
  Opinions opinions;
  std::ranges::copy_if(ground.claims, std::back_inserter(opinions.claims), [&](const Claim& c) { return open.contains(c.dispute); });
  std::ranges::copy_if(ground.acceptances, std::back_inserter(opinions.acceptances), [&](const Acceptance& a) { return open.contains(a.dispute); });
  return opinions;
}

std::string word_of(const Viewpoint& viewpoint, const DivisionRegister& divisions) {
  if (std::holds_alternative<StatusQuo>(viewpoint)) return "status-quo";
  if (const auto* as = std::get_if<AsClaimedBy>(&viewpoint)) {
    const auto* division = divisions.find(as->party);
    return std::string{claimed_by} + (division ? division->code : std::to_string(as->party.value));
  }
  if (const auto* seen = std::get_if<AsSeenBy>(&viewpoint)) return std::string{seen_by} + seen->viewer;
  return "neutral";
}

std::vector<Viewpoint> viewpoints(const Opinions& opinions, const DivisionRegister& divisions) {
  if (opinions.claims.empty()) return {};
  std::vector<Viewpoint> all{Neutral{}, StatusQuo{}};
  for (const auto& [code, claimant] : claimants_of(opinions, divisions)) all.push_back(AsClaimedBy{claimant});
  for (const auto& viewer : viewers_of(opinions)) all.push_back(AsSeenBy{viewer});
  return all;
}

Viewpoint viewpoint_of(std::string_view word, const Opinions& opinions, const DivisionRegister& divisions) {
  if (word == "neutral") return Neutral{};
  if (word == "status-quo") return StatusQuo{};
  if (word.starts_with(claimed_by)) {
    const auto claimants = claimants_of(opinions, divisions);
    const auto found = claimants.find(std::string{word.substr(claimed_by.size())});
    if (found == claimants.end()) refuse("viewpoint.no_claimant", word, opinions, divisions);
    return AsClaimedBy{found->second};
  }
  if (word.starts_with(seen_by)) {
    const std::string viewer{word.substr(seen_by.size())};
    if (!viewers_of(opinions).contains(viewer)) refuse("viewpoint.no_viewer", word, opinions, divisions);
    return AsSeenBy{viewer};
  }
  refuse("viewpoint.unreadable", word, opinions, divisions);
}

int party_of(const std::vector<Claim>& claims, const Claim& claim) {
  if (!claim.claimant) return 0;
  std::set<DivisionId> parties;
  for (const Claim& other : claims) {
    if (other.claimant && other.dispute == claim.dispute) parties.insert(*other.claimant);
  }
  return 1 + static_cast<int>(std::distance(parties.begin(), parties.find(*claim.claimant)));
}

}  // namespace merestone
