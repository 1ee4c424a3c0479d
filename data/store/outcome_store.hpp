// SPDX-License-Identifier: Apache-2.0
/// Outcomes with who signed, what moves and where it turns, and filings, as rows.
#pragma once

#include "data/store/division_store.hpp"
#include "gis/disputes/outcome.hpp"

namespace merestone {

/// An outcome on record, and the tiles that show its line ("z/x/y", separated by blanks).
struct RecordedOutcome {
  Outcome outcome;
  std::string tiles;
};

/// Outcomes of a case that hold, with all that belongs to them: one, or none.
std::vector<Kept<RecordedOutcome>> read_outcomes(Connection& connection, DisputeId dispute, Revision revision);
/// The act that recorded the outcome that rests on a document, before any survey amended it; 0 for none.
Revision outcome_revision(Connection& connection, DisputeId dispute, DocumentId document);
void add_outcome(FactWriter& writer, const RecordedOutcome& recorded);

std::vector<Filing> read_filings(Connection& connection, DisputeId dispute, Revision revision);
void add_filing(FactWriter& writer, DisputeId dispute, const Filing& filing);

}  // namespace merestone
