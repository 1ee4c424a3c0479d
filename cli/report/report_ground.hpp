// SPDX-License-Identifier: Apache-2.0
/// The ground of a report's subject and what borders on it, taken out of a territory once.
#pragma once

#include "cli/report/boundary_report.hpp"
#include "gis/geodesy/measure.hpp"
#include "gis/territory/territory.hpp"

#include <map>
#include <vector>

namespace merestone {

/// A piece of the subject's border between two changes of what lies beyond, in clockwise order.
struct BorderSide {
  std::uint32_t arc = 0;
  bool forward = true;   ///< walked as stored; the subject lies on the right
  Holders beyond{};      ///< who holds the other side at the subject's level; empty outside all divisions
};

struct ReportGround {
  MultiPolygon shape;      ///< undisputed
  MultiPolygon disputed;
  Wide area_um2 = 0;
  Wide disputed_um2 = 0;
  std::vector<std::vector<BorderSide>> walks;  ///< one per closed walk, the one from the northernmost point first
  std::map<Holders, MultiPolygon> neighbours;  ///< by divisions of the subject's level

  std::vector<DivisionId> members;            ///< that hold ground, in the register's order
  std::vector<MultiPolygon> member_shapes;
  std::vector<Wide> member_um2;
  Wide unassigned_um2 = 0;
  Mesh parts;                                 ///< of the shape: units index `members`; one more is in no member
  std::vector<std::uint32_t> inner_arcs;      ///< between two members, or deeper inside the subject
};

/// How the edges of each arc are joined, as the stretches along them say.
std::vector<EdgeKind> edges_of(const Territory& territory, const Snapshot& snapshot);

ReportGround ground_of(const Territory& territory, const std::vector<EdgeKind>& edges,
                       const DivisionRegister& divisions, DivisionId subject);

DivisionCard card_of(const DivisionRegister& divisions, DivisionId id);
Party party_of(const DivisionRegister& divisions, const Holders& holders);

/// Highest level at which the two sides of an arc differ; 0 when at none.
class ArcLevels {
 public:
  ArcLevels(const Territory& territory, const DivisionRegister& divisions);
  Level of(const Arc& arc) const { return divided_level(views_, arc); }

 private:
  std::vector<LevelView> views_;
};

}  // namespace merestone
