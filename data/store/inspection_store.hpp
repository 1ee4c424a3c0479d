// SPDX-License-Identifier: Apache-2.0
/// Inspections with their steps, and how segments were found, as rows.
#pragma once

#include "data/store/fact_writer.hpp"
#include "gis/boundaries/inspection.hpp"

namespace merestone {

/// With their steps, in the order in which they were planned.
std::vector<Inspection> read_inspections(Connection& connection, Revision revision);
std::vector<SegmentCheck> read_segment_checks(Connection& connection, Revision revision);

/// Gives new ids; steps are added apart.
void add_inspections(FactWriter& writer, std::span<Inspection> inspections);
void add_inspection_steps(FactWriter& writer, std::span<const InspectionStep> steps);
void add_segment_checks(FactWriter& writer, std::span<const SegmentCheck> checks);

}  // namespace merestone
