// SPDX-License-Identifier: Apache-2.0
/// Acts on lines and their upkeep. Each checks everything before it writes and refuses the whole with findings.
#pragma once

#include "data/office/acts.hpp"
#include "data/office/line_desk.hpp"

namespace merestone {

/// What an act did, and what there is to be said of it.
struct ActOutcome {
  Revision revision = 0;
  std::vector<Finding> findings;
};

/// A line's legal record with the documents that it rests on; their ids are given by the act.
struct LineFiling {
  LineRecord record;
  Document agreement;
  Document approval;
  std::optional<Content> agreement_file{};  ///< kept by content hash where it is at hand (BL-11)
  std::optional<Content> approval_file{};
};
/// Takes the place of what the law said of these lines from `valid.from` on; before, that stays. The line is called by
/// its name everywhere from then on. A missing name in the other order is made from the names of the divisions. A document
/// that is on record with its file (same kind, title, number, issuer and day) and is filed without one is cited, not doubled.
/// @throws invalid boundary.file_of_nothing for a file of a document without title; what add_content() says.
ActOutcome record_lines(Project& project, const ActInfo& info, std::vector<LineFiling> filings);

/// Takes the place of all segments of the lines concerned from `valid.from` of each on.
ActOutcome record_segments(Project& project, const ActInfo& info, std::vector<Segment> segments);

/// Compares a surveyed feature with the segments of `line` that follow something of the kind, and keeps for each that
/// the feature left by more than both accuracies explain that it did (BL-06). The line is not touched.
struct FeatureSurvey {
  BoundaryLineId line;
  Carrier carrier = Carrier::watercourse;
  std::vector<Polyline> feature;
  Date surveyed_on{};
  double accuracy_m = 0;
};
struct FeatureOutcome {
  Revision revision = 0;             ///< 0: nothing had moved, and nothing was written
  std::vector<KeptShift> shifts;     ///< of every segment that was compared
  std::size_t moved = 0;             ///< of these, left by the feature
  std::vector<Finding> findings;
};
FeatureOutcome compare_feature(Project& project, const ActInfo& info, const FeatureSurvey& survey);

/// Records a building project and says which lines it crosses and who has not consented yet (BL-08).
struct ProjectOutcome {
  Revision revision = 0;
  LineProjectId id;
  std::vector<Crossing> crossings;
  std::vector<Finding> findings;
};
ProjectOutcome record_line_project(Project& project, const ActInfo& info, LineProject building, Date today);

/// Adds what a division said to a project on record (BL-08). `findings`: whose consent is missing still.
/// @throws missing building.unknown, and what check_consent() says.
ActOutcome record_consent(Project& project, const ActInfo& info, LineProjectId building, const LineProject::Consent& consent,
                          Date today);

/// A project on record, the lines among those asked about that it crosses on the desk's day, and whose consent before
/// work begins is missing (BL-08).
struct ProjectStanding {
  const LineProject* project = nullptr;  ///< of the desk
  std::vector<Crossing> crossings;
  std::vector<ConsentingSide> missing;
};
/// Of each project of the desk, in its order, against `lines`; one that crosses none of them too.
std::vector<ProjectStanding> stand_projects(const Project& project, const LineDesk& desk, std::span<const BoundaryLine> lines);

ActOutcome record_patrols(Project& project, const ActInfo& info, std::span<const Patrol> patrols);
ActOutcome record_peace(Project& project, const ActInfo& info, std::span<const PeaceEntry> entries, Date today);
/// A risk whose local id is on record gets a further version.
ActOutcome record_risks(Project& project, const ActInfo& info, std::vector<HiddenRisk> risks);

}  // namespace merestone
