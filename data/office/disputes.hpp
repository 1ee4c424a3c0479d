// SPDX-License-Identifier: Apache-2.0
/// What an office does about boundary disputes (domain.md §4). Each is an act like those of acts.hpp: one transaction,
/// one revision, one audit entry. A refused one changes nothing and stands in the log of attempts.
#pragma once

#include "data/office/acts.hpp"
#include "data/store/content_store.hpp"
#include "gis/disputes/annex.hpp"
#include "gis/disputes/breach.hpp"
#include "gis/disputes/dispute_case.hpp"
#include "gis/disputes/opinion.hpp"
#include "gis/disputes/outcome.hpp"
#include "gis/disputes/perspective.hpp"
#include "gis/disputes/touched_tiles.hpp"
#include "gis/disputes/triage.hpp"
#include "gis/territory/redraw.hpp"

namespace merestone {

/// A procedure by its id: of the packs that the project follows, else of any that comes with the program.
/// @throws missing dispute.no_procedure.
DisputeTemplate find_procedure(const Project& project, const std::string& id);
/// Warning dispute.foreign_procedure where the project follows the law of a country and the procedure is another's.
std::vector<Finding> check_procedure(const Project& project, const std::string& id);
/// Of the pack that the procedure comes from.
WorkingCalendar calendar_of_procedure(const Project& project, const std::string& id);

/// Which case, and what its editor knew of it. @throws missing dispute.not_found for a number that none has, conflict
/// dispute.stale where somebody wrote about the case after revision `seen`.
struct CaseKey {
  std::string number;
  Revision seen = latest_revision;  ///< what the editor looked at; latest_revision: whatever it is
  Date today{};                     ///< when the act is done: nothing may be dated later
};

struct CaseOpening {
  std::string number;
  std::string title;
  std::string procedure;
  std::vector<DivisionId> parties;
  Date reported{};
  std::optional<Date> arose{};
  std::string note{};  ///< of its first step
};
/// The case, its parties and its first step. dispute.few_parties, dispute.party_twice,
/// dispute.party_inside (one of them lies in another), dispute.number_held, dispute.nameless.
DisputeId open_case(Project& project, const ActInfo& info, const CaseOpening& opening, Date today);

/// Answers the first question of the case and records the step that follows: accepted, or not our procedure.
/// What the record knows is read from it: the levels of the parties, whether their areas touch, and who approved the line
/// between them where all of it is settled, unless `facts` say that it is not delimited where they quarrel (BL-13).
/// `note` is kept with the step.
Triage triage_case(Project& project, const ActInfo& info, const CaseKey& key, TriageFacts facts, Date day, const std::string& note = {});

Revision add_party(Project& project, const ActInfo& info, const CaseKey& key, DivisionId party, Date joined);

struct CaseStepTaken {
  Revision revision = 0;
  std::vector<Finding> findings;  ///< notes on what came with it
};
/// Any step that needs nothing but a day and a document; others are refused as check_bare_step() says. A case that is withdrawn has its claims taken off the map
/// from that day on; one that is appealed has its outcome stayed (dispute_stay.hpp). Steps "agreed", "decided" change
/// nothing on the map: settle() does.
CaseStepTaken take_step(Project& project, const ActInfo& info, const CaseKey& key, const CaseStep& step);

/// Sets a time for a state where the law sets none (BD-01). dispute.no_procedure, dispute.out_of_order.
Revision set_clock(Project& project, const ActInfo& info, const OfficeClock& clock);

struct AddedEvidence {
  EvidenceId id;
  std::string best;               ///< id of the best tier that it can have
  std::vector<Finding> findings;  ///< warnings and notes
};
/// `info.document` tells what it is; `file`, when given, is kept under its digest. Refused with evidence.from_future,
/// evidence.unknown_item.
AddedEvidence add_evidence(Project& project, const ActInfo& info, const CaseKey& key, Evidence evidence,
                           const std::optional<Content>& file);

/// What the opponent and the mediator say of a piece; empty texts leave what was said.
struct EvidenceView {
  EvidenceId evidence;
  std::string tier;  ///< to confirm; evidence.tier_too_high where it cannot be
  std::string objection;
  std::string finding;
};
Revision confirm_evidence(Project& project, const ActInfo& info, const CaseKey& key, const EvidenceView& view);

struct RecordedOpinions {
  std::vector<LineOpinionId> ids;
  std::vector<Finding> findings;  ///< warnings
};
/// Records lines of any kind but claims and final ones, which come by record_claims() and settle(): all or none of them.
/// Refused as check_opinion() and check_reach() say.
RecordedOpinions record_opinions(Project& project, const ActInfo& info, const CaseKey& key, std::vector<LineOpinion> opinions);
LineOpinionId record_opinion(Project& project, const ActInfo& info, const CaseKey& key, LineOpinion opinion);

/// The claims of one party: all lines and areas that it claims by. They replace what it claimed before.
struct PartyClaim {
  DivisionId party;
  std::vector<LineOpinion> opinions;
};

struct RecordedClaims {
  std::vector<LineOpinionId> opinions;
  std::vector<ContestedFace> contested;  ///< with the claims of the other parties
  std::vector<Finding> findings;         ///< warnings
};
/// Nodes the claims of all parties with the lines around and records them from `day` on; the situation on the ground
/// stays as it is. Refused with the findings of check_opinion() and redraw(): a claim that leaves the parties' ground
/// (redraw.foreign_ground), or does not reach the settled line, with the gap (redraw.open).
/// With `dry_run` everything is checked and nothing recorded.
RecordedClaims record_claims(Project& project, const ActInfo& info, const CaseKey& key,
                             const std::vector<PartyClaim>& claims, Date day, bool dry_run = false);

/// How the line runs from the outcome on.
struct AgreedLine {
  std::optional<LineOpinion> line{};   ///< drawn anew, with its sides
  LineOpinionId opinion{};             ///< a proposal on record
  DivisionId as_claimed_by{};          ///< one party's claim
  bool affirmed = false;               ///< as the outcome drew it that was appealed; none of the four: as it is on the ground
};

struct Settlement {
  Outcome outcome;                 ///< moved villages and turning points are found by the act, where it has none
  AgreedLine line;
  std::optional<Document> approval{};  ///< of the division change
  AnnexPlan annex{};
};
struct Settled {
  Revision revision = 0;
  Outcome outcome;
  std::vector<Transfer> transfers;  ///< ground that changes hands
  std::vector<GridTile> tiles;      ///< that show it
  std::vector<Finding> findings;
};
/// The whole outcome in one transaction: document and signatories, the claims ended and the new line in force from
/// the day of effect on, the line that was retired, monuments planned, the state of the case. Until that day, and for
/// ever where it is refused, the map of the situation on the ground stays as it is. `info.document` is the agreement or
/// decision. Refused as check_outcome() says, and with what redraw() finds.
Settled settle(Project& project, const ActInfo& info, const CaseKey& key, Settlement settlement, bool dry_run = false);

/// The joint survey after an outcome (Art. 15): its stamped map, `info.document`, replaces the annex map; where it drew
/// the line better, that line replaces the agreed one from `day` on. It draws what was agreed: a line that takes a natural
/// village to the other side is refused with dispute.survey_moves_village.
struct Survey {
  Date day{};
  std::string map_title{};
  std::int64_t map_scale = 0;
  std::optional<LineOpinion> line{};
  AnnexPlan annex{};  ///< of its turning points and monuments, where it brings a line
};
Revision record_survey(Project& project, const ActInfo& info, const CaseKey& key, const Survey& survey);

Revision add_sighting(Project& project, const ActInfo& info, const CaseKey& key, const Sighting& sighting);

/// What a viewer says of the lines of a party's claim; `party` without id: of the situation on the ground. An accepted
/// claim makes the viewer's picture of the map.
struct PerspectiveEntry {
  DivisionId party;
  std::string viewer;
  Perspective::Stance stance = Perspective::Stance::accepted;
  std::string drawn_as{};
  Period valid{};
};
Revision set_perspective(Project& project, const ActInfo& info, const CaseKey& key, const PerspectiveEntry& entry);

Revision file_outcome(Project& project, const ActInfo& info, const CaseKey& key, const Filing& filing);

}  // namespace merestone
