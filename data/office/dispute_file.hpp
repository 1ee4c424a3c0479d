// SPDX-License-Identifier: Apache-2.0
/// Everything that the record holds on a case, for whoever shows or reports it.
#pragma once

#include "data/office/dispute_ground.hpp"
#include "data/office/disputes.hpp"
#include "data/store/opinion_store.hpp"
#include "data/store/outcome_store.hpp"

namespace merestone {

/// A piece of evidence with its document and what the checks say of it today.
struct EvidenceOnFile {
  Evidence evidence;
  Document document;
  std::string best;  ///< id of the best tier it can have
  std::vector<Finding> findings;
};

struct DisputeFile {
  DisputeCase the_case;
  DisputeTemplate procedure;
  std::vector<CaseParty> parties;             ///< A, B, C by code
  std::vector<std::string> next;              ///< states that may follow
  std::vector<DueStep> due;
  std::vector<EvidenceOnFile> evidence;
  std::vector<LineOpinion> opinions;
  std::vector<Claim> claims;
  std::vector<Perspective> perspectives;      ///< of its claims, of the day
  std::vector<ContestedFace> contested;
  std::vector<Sighting> sightings;
  std::vector<Finding> alerts;                ///< of Art. 10: sightings, and places and facilities new on record
  std::optional<RecordedOutcome> outcome;
  std::optional<Date> stayed;                 ///< since when an appeal keeps the outcome from having effect
  std::vector<Filing> filings;
  std::vector<Document> documents;            ///< that steps, opinions, outcome and filings cite
};

/// @throws missing dispute.not_found.
DisputeFile dispute_file(const Project& project, const std::string& number, const AsOf& as_of, Date today);

std::vector<DisputeCase> dispute_cases(const Project& project, Revision revision = latest_revision);

/// A state that a case is to leave by a day (BD-01).
struct DisputeTask {
  std::string number, title;
  Wording state{};
  DueStep step{};
};
/// Of all cases, those left already too, as seen on `day`.
std::vector<DisputeTask> dispute_tasks(const Project& project, Date day);

/// Ground that each picture gives to each division, in square micrometres; all pictures have the same total.
struct ViewSum {
  enum class View { status_quo, neutral, as_claimed, as_seen } view = View::status_quo;
  std::string by{};  ///< letter of the party that claims, or the viewer
  std::vector<std::pair<Holders, Wide>> by_holders;
  Wide total_um2 = 0;
  bool valid = true;  ///< a coverage: no ground held twice in one picture
};
std::vector<ViewSum> view_sums(const Project& project, const DisputeFile& file, const AsOf& as_of);

}  // namespace merestone
