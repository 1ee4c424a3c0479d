// SPDX-License-Identifier: Apache-2.0
/// Lines that the system proposes in a dispute: made, recorded, made again, compared (domain.md §4.4).
#pragma once

#include "data/office/disputes.hpp"
#include "data/office/proposal_desk.hpp"
#include "data/store/basis_store.hpp"

namespace merestone {

/// A desk at a case, as on record up to a revision.
ProposalDesk proposal_desk(const Project& project, const std::string& number, const AsOf& as_of, Date today,
                           const StripChoice& choice = {});

struct NewProposal {
  ProposalRequest request;
  std::string title{};    ///< empty: the method's word
  bool if_possible = false;  ///< where it cannot be made, the others are, and `findings` says why
};

/// What a mediator's table holds when nobody asks for anything else: equidistant, equal area, equal people, ridge,
/// watercourse, least cost; each as `like` says, where it can be made.
std::vector<NewProposal> six_proposals(NewProposal like = {});

struct RecordedProposals {
  struct One {
    LineOpinionId id;     ///< no id after a dry run
    Proposal proposal;
  };
  std::vector<One> proposals;
  std::vector<Finding> findings;  ///< of the strip; proposal.not_made with the reason after it
  Revision revision = 0;
};

/// Makes lines and records each as a line opinion of kind proposal, with method, parameters, results and the digests of
/// what it was made with; nothing is replaced. An open case only: dispute.ended. @throws as ProposalDesk does.
RecordedProposals record_proposals(Project& project, const ActInfo& info, const CaseKey& key, const StripChoice& choice,
                                   const std::vector<NewProposal>& wanted, Date day, bool dry_run = false);

/// A proposal on record with how it was made and by whom; hand-drawn ones have no basis.
struct MadeProposal {
  LineOpinion opinion;
  std::optional<ProposalBasis> basis;
  std::string author, recorded_at;
};
std::vector<MadeProposal> made_proposals(const Project& project, const DisputeFile& file, const AsOf& as_of);

/// The line on record as a Proposal again.
Proposal proposal_of(const MadeProposal& made);

/// A row of a comparison.
struct ComparedLine {
  enum class Kind { claim_a, claim_b, in_force, proposal } kind = Kind::proposal;
  MadeProposal made{};      ///< of a proposal
  Proposal line{};          ///< its method is "claim A", "claim B", "in force", or the number and title of a proposal
  ProposalFigures figures{};
};
/// The claim of A, that of B, the line in force where it runs between them, and the proposals that divide the strip; why
/// others do not is in `findings`. `territory` as for ProposalDesk::compare().
std::vector<ComparedLine> compare_lines(const ProposalDesk& desk, std::span<const MadeProposal> made, bool territory,
                                        std::vector<Finding>& findings);

/// Impact of each contested face of the strip, by its label; the bands are none, for no line divides it.
std::vector<std::pair<std::string, GroundImpact>> face_impacts(const ProposalDesk& desk);

/// A proposal made once more.
struct Repeated {
  bool same_line = false;             ///< position by position, from the record as it was then
  bool same_today = false;            ///< and from the record as it is now
  std::vector<std::string> changed;   ///< what it is made with that is not what it was
  std::vector<Finding> findings;      ///< why it cannot be made today
};
/// @throws missing proposal.no_basis for a line that was drawn by hand.
Repeated repeat(const Project& project, const std::string& number, const MadeProposal& made, const AsOf& now, Date today);

}  // namespace merestone
