// SPDX-License-Identifier: Apache-2.0
/// Everything that lines between two parties of a dispute are made and measured with, read once.
#pragma once

#include "data/office/dispute_file.hpp"
#include "data/office/proposal_request.hpp"
#include "gis/proposals/compare.hpp"
#include "gis/proposals/family.hpp"
#include "gis/proposals/pair_band.hpp"
#include "gis/terrain/elevation.hpp"

#include <map>
#include <memory>

namespace merestone {

/// Strips of contested ground between two parties, the one with most ground first: between their claims, or, where a third
/// party's line cuts these short, in the faces that both claim. @throws invalid what band_between() says.
std::vector<PairBand> strips_between(const Project& project, const DisputeFile& file, const AsOf& as_of, DivisionId a, DivisionId b);

class ProposalDesk {
 public:
  /// @throws missing dispute.no_contested_ground where the claims leave nothing to divide; invalid proposal.no_pair for
  /// letters that are not two parties, proposal.no_strip where no strip runs between their claims (an island that one of them
  /// claims), and what band_between() says.
  ProposalDesk(const Project& project, DisputeFile file, const AsOf& as_of, StripChoice choice);
  ProposalDesk(ProposalDesk&&) noexcept;
  ~ProposalDesk();

  const DisputeFile& file() const { return file_; }
  const StripChoice& choice() const { return choice_; }  ///< with its letters
  const CaseParty& a() const { return file_.parties[first_]; }
  const CaseParty& b() const { return file_.parties[second_]; }
  const ContestedBand& band() const { return strip_.band; }
  const std::optional<Polyline>& in_force() const { return strip_.in_force; }
  /// What to know of the strip: proposal.end_on_border, proposal.part_of_ground, proposal.third_claim.
  const std::vector<Finding>& notes() const { return notes_; }

  /// @throws Error invalid what check_request() and the maker of the line say, missing terrain.none, dispute.no_opinion.
  Proposal make(const ProposalRequest& request) const;
  /// As a line opinion of kind proposal, A on its left.
  LineOpinion opinion_of(const Proposal& proposal, const std::string& title) const;

  /// Layers of the ground of the strip: "places" with people, "hazard:KIND:SEVERITY", "facility:KIND" with plots in use,
  /// "graves" (by number alone), "land:CLASS", "shelter" with effective square metres, "depot".
  const ImpactGround& ground() const { return *ground_; }
  /// The accuracy of claims and proposals that figures are banded with, metres.
  double sigma_m() const { return sigma_m_; }
  /// Figures of lines that are proposals for the strip (proposal_fault()). With `territory` also what becomes of the whole
  /// ground of both, which has to be read for it.
  std::vector<ProposalFigures> compare(std::span<const Proposal> lines, bool territory) const;
  /// What A and B hold of the strip by a line: {A, B}.
  std::pair<GroundImpact, GroundImpact> impact(const Polyline& line) const;

 private:
  ComparisonSetting setting(bool territory) const;
  const Terrain& terrain(const std::string& name) const;
  const LineFamily& family() const;
  /// From what A may hold at most to what B may: of these lines shares are taken.
  const LineFamily& sharing_family() const;
  const LineOpinion& opinion(LineOpinionId id) const;
  void choose_pair();
  void choose_strip();
  void take_notes();
  void lay_out_ground();
  std::vector<PointWeight> people() const;

  const Project& project_;
  DisputeFile file_;
  AsOf as_of_;
  StripChoice choice_;
  std::size_t first_ = 0, second_ = 1;
  PairBand strip_;
  std::vector<Finding> notes_;
  double sigma_m_ = 0;
  std::optional<ImpactGround> ground_;
  std::vector<HazardZone> hazards_;
  mutable std::unique_ptr<LineFamily> family_, sharing_family_;
  mutable std::map<std::string, Terrain> terrains_;
};

}  // namespace merestone
