// SPDX-License-Identifier: Apache-2.0
/// Every line that a case knows, in one shape (domain.md §4.4): what the law says, what custom and administration say,
/// what each party claims, what is proposed, and what it came to.
#pragma once

#include "gis/disputes/evidence.hpp"
#include "gis/geometry/area.hpp"

namespace merestone {

using LineOpinionId = Id<struct LineOpinionTag>;

enum class OpinionKind {
  legal,         ///< 法定线
  customary,     ///< 习惯线
  administered,  ///< 行政管辖线
  resource,      ///< 资源归属范围线
  claim,         ///< 主张线 of a party
  proposal,      ///< of a mediator or of the system
  final_line,    ///< of the outcome
};
std::string_view word_of(OpinionKind kind);  ///< "legal" … "claim", "proposal", "final"
std::optional<OpinionKind> opinion_kind(std::string_view word);

struct LineOpinion {
  LineOpinionId id;
  DisputeId dispute;
  OpinionKind kind = OpinionKind::claim;
  DivisionId holder;             ///< whose it is; no id for the law's own, the mediator's, the system's
  std::string title{};
  std::string method{};          ///< how it was drawn: "digitised from the 1:50 000 map of 1985"
  double accuracy_m = 0;         ///< standard deviation of its position; 0: not known
  std::vector<EvidenceId> evidence{};
  LineOpinionId supersedes{};    ///< the opinion that this one replaces
  Polyline path{};               ///< empty where only ground is claimed
  DivisionId left{};             ///< whose ground lies on the left of the path, as this opinion has it
  DivisionId right{};
  MultiPolygon area{};           ///< ground claimed without a line; else empty
  DocumentId document{};
  Period valid{};
};

/// What is wrong with an opinion by itself, before it meets the ground:
///   opinion.nothing_drawn   neither line nor area
///   opinion.no_holder       a claim is somebody's
///   opinion.not_a_party     its holder is no party of the case
///   opinion.no_sides        a claimed, proposed or final line that does not say whose each side is
///   opinion.zero_length     all its positions are one
///   opinion.crosses_itself  with the place of the first crossing
///   opinion.in_future       valid from a day that has not come
std::vector<Finding> check_opinion(const LineOpinion& opinion, std::span<const DivisionId> parties, Date today);

/// How it lies to `ground`, that of all parties together:
///   opinion.off_ground      error: nothing of it lies there; tells how far off it is
///   opinion.leaves_ground   warning: a part of it lies elsewhere; tells how long, and where first
std::vector<Finding> check_reach(const LineOpinion& opinion, const MultiPolygon& ground);

/// Whether two lines tell two courses apart: their greatest distance, against their combined accuracy (95 %, twice
/// the root of the sum of squares).
bool distinguishable(double distance_m, double accuracy_m, double other_accuracy_m);

}  // namespace merestone
