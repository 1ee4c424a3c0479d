// SPDX-License-Identifier: Apache-2.0
/// Proposals side by side, every figure the same for all of them (notes on metrics: share, concession, setback, line
/// and territory quality, evidence, proportion).
#pragma once

#include "gis/proposals/evidence_support.hpp"
#include "gis/proposals/impact.hpp"
#include "gis/proposals/proposal.hpp"

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace merestone {

/// What surrounds the contested ground.
struct ComparisonSetting {
  std::optional<Polyline> in_force;  ///< the line as administered now, from terminal to terminal
  MultiPolygon ground_a, ground_b;   ///< what A and B hold beside the contested ground; empty when not known
  std::vector<MultiPolygon> settlements;      ///< built-up areas that a line should not split
  std::vector<SupportedStretch> evidence;
  double frontage_a_m = 0, frontage_b_m = 0;  ///< lengths of the fronts compared for proportion; 0 when not known
  double claim_sigma_m = 0;  ///< standard deviation of claims and proposals on the ground
  double monument_step_m = 1000;  ///< at most so far apart along straight stretches
  double monument_turn_deg = 15;  ///< and one where the line turns by more
};

struct SideFigures {
  GroundImpact impact;        ///< of what this side keeps of the contested ground
  double share = 0;           ///< of the contested ground
  double conceded_m2 = 0;     ///< that it claims and the other gets
  double mean_setback_m = 0;  ///< conceded ÷ length of its claim
  double most_setback_m = 0;  ///< largest distance of a position of the line from its claim (directed Hausdorff)
  std::size_t pieces = 0;     ///< of its territory with the contested ground it keeps; 0 when not known
  std::size_t enclaves = 0;   ///< holes in its territory
  double compactness = 0, compactness_before = 0;  ///< Polsby-Popper, 4πA/P²; before: without contested ground
};

struct ProposalFigures {
  std::string title;
  SideFigures a, b;
  double swap_ratio = 0;     ///< smaller ÷ larger concession; 1 when both concede alike
  double length_m = 0;
  double sinuosity = 0;      ///< length ÷ geodesic between the ends; 0 for a closed line
  std::size_t monuments = 0; ///< needed, at terminals, turns and steps
  std::vector<VillageChange> villages_moved;  ///< natural villages; none where no line is in force
  std::vector<VillageChange> places_moved;
  double people_moved = 0;
  double changed_m2 = 0;     ///< ground that changes hands
  bool needs_division_change = false;  ///< BD, Regulations 1989 Art. 14: a natural village changes side
  std::size_t settlements_split = 0;
  std::optional<double> evidence;  ///< agreement with the lines that evidence supports: EvidenceSupport
  double unsupported_m = 0;        ///< length that keeps to none of them
  std::optional<double> disproportion;   ///< (share A ÷ share B) ÷ (frontage A ÷ frontage B)
  bool gross_disproportion = false;      ///< beyond 1 to 4 either way
  bool distinguishable = true;  ///< false where it keeps within twice the combined sigma of another row: see `same_as`
  std::string same_as;
  std::vector<std::string> layer_keys;
};

/// What A and B hold of the band by a line: where both claim the ground what lies between the line and the other's claim,
/// where nobody does what lies between it and the own claim.
std::pair<MultiPolygon, MultiPolygon> held_ground(const ContestedBand& band, const Polyline& line);

/// Figures of one proposal. `ground` is made once for the band: ImpactGround{ground_of(band), layers}.
ProposalFigures figures_of(const ContestedBand& band, const Polyline& line, const std::string& title,
                           const ImpactGround& ground, const ComparisonSetting& setting);

/// All of them, then told apart: rows closer to an earlier one than accuracy allows say so.
std::vector<ProposalFigures> compare(const ContestedBand& band, std::span<const Proposal> proposals,
                                     const ImpactGround& ground, const ComparisonSetting& setting);

}  // namespace merestone
