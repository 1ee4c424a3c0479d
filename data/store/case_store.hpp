// SPDX-License-Identifier: Apache-2.0
/// Cases with their parties and steps, evidence, sightings, and the office's clocks, as rows.
#pragma once

#include "data/store/division_store.hpp"
#include "gis/disputes/breach.hpp"
#include "gis/disputes/dispute_case.hpp"
#include "gis/disputes/evidence.hpp"

namespace merestone {

/// Every case, with parties and steps, as recorded up to `revision`.
std::vector<Kept<DisputeCase>> read_cases(Connection& connection, Revision revision);
void add_case(FactWriter& writer, const DisputeCase& the_case);  ///< without parties and steps
void add_parties(FactWriter& writer, DisputeId dispute, std::span<const DivisionId> parties, Date joined);
void add_step(FactWriter& writer, DisputeId dispute, const CaseStep& step);

std::vector<OfficeClock> read_office_clocks(Connection& connection, Revision revision);
/// Supersedes the time that was set before.
void set_office_clock(FactWriter& writer, Revision before, const OfficeClock& clock);

std::vector<Kept<Evidence>> read_evidence(Connection& connection, DisputeId dispute, Revision revision);
/// A new piece where its id is none, else a further version of it. Returns its id.
EvidenceId add_evidence(FactWriter& writer, const Evidence& evidence);

std::vector<Sighting> read_sightings(Connection& connection, DisputeId dispute, Revision revision);
void add_sighting(FactWriter& writer, DisputeId dispute, const Sighting& sighting);

}  // namespace merestone
