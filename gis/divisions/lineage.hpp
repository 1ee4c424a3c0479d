// SPDX-License-Identifier: Apache-2.0
/// What became of divisions: states are nodes, changes are edges (domain.md §2.4; the Swiss historicised list has the
/// same shape).
#pragma once

#include "gis/divisions/change.hpp"
#include "gis/divisions/register.hpp"

#include <span>

namespace merestone {

/// One day in the life of a division on which something about it changed.
struct LifeEvent {
  enum class What { began, ended, name, code, kind, superior, entrusted, gave, took, seat };
  Date day;
  What what{};
  std::string before{};
  std::string after{};
  DivisionId other{};                 ///< superior that it has from then on; who took from it, or gave to it
  std::optional<double> area_share{}; ///< of the giver's ground
  DocumentId document{};
  std::string reason{};
};

/// All of it, in order of time; on one day beginnings first and ends last. `shares` speak of positions in
/// `facts.successions`.
std::vector<LifeEvent> life_of(DivisionId division, const DivisionFacts& facts, std::span<const SuccessionShare> shares,
                               std::span<const DivisionSeat> seats);

/// Everybody whose ground came to a division, and to whom its own went, through any number of successions.
struct Lineage {
  std::vector<std::size_t> from;  ///< positions of successions that lead to it, latest first
  std::vector<std::size_t> to;    ///< that lead away from it, earliest first
};
/// Ends also where successions go in a circle.
Lineage lineage_of(DivisionId division, std::span<const Succession> successions);

}  // namespace merestone
