// SPDX-License-Identifier: Apache-2.0
/// How proposed lines were made, as rows.
#pragma once

#include "data/store/fact_writer.hpp"
#include "gis/disputes/opinion.hpp"
#include "gis/proposals/proposal.hpp"

namespace merestone {

/// What a proposal says of itself, without its line, and the act that recorded it.
struct ProposalBasis {
  LineOpinionId opinion;
  Revision revision = 0;
  NamedFacts parameters;
  NamedFacts results;
  std::vector<DataUsed> data;
};

/// By opinion.
std::vector<ProposalBasis> read_bases(Connection& connection, DisputeId dispute, Revision revision);
/// The revision in `basis` is not looked at.
void add_basis(FactWriter& writer, const ProposalBasis& basis);

}  // namespace merestone
