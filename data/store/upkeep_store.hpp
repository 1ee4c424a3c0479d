// SPDX-License-Identifier: Apache-2.0
/// Patrols, hidden risks, moved features and building projects, as rows.
#pragma once

#include "data/store/division_store.hpp"
#include "gis/boundaries/peace.hpp"
#include "gis/boundaries/upkeep.hpp"

namespace merestone {

/// That a feature was found elsewhere than the line agreed along it (BL-06).
struct KeptShift {
  SegmentId segment;
  Date on{};               ///< of the feature's survey
  FeatureShift shift;
  DocumentId document;     ///< the survey
};

std::vector<Patrol> read_patrols(Connection& connection, Revision revision);
std::vector<PeaceEntry> read_peace_entries(Connection& connection, Revision revision);
std::vector<Kept<HiddenRisk>> read_hidden_risks(Connection& connection, Revision revision);
/// Latest last, for each segment.
std::vector<KeptShift> read_feature_shifts(Connection& connection, Revision revision);
/// With what divisions said to them.
std::vector<LineProject> read_line_projects(Connection& connection, Revision revision);

void add_patrols(FactWriter& writer, std::span<const Patrol> patrols);
void add_peace_entries(FactWriter& writer, std::span<const PeaceEntry> entries);
/// Those without id get a new one.
void add_hidden_risks(FactWriter& writer, std::span<HiddenRisk> risks);
void add_feature_shifts(FactWriter& writer, std::span<const KeptShift> shifts);
/// Gives a new id; consents are added apart.
void add_line_project(FactWriter& writer, LineProject& project);
void add_line_consents(FactWriter& writer, LineProjectId project, std::span<const LineProject::Consent> consents);

}  // namespace merestone
