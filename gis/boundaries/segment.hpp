// SPDX-License-Identifier: Apache-2.0
/// Segments: what a line follows from one monument to the next (BL-02), and what happens to it when that moves (BL-06).
#pragma once

#include "gis/boundaries/monument.hpp"
#include "gis/boundaries/path_ruler.hpp"

namespace merestone {

using SegmentId = Id<struct SegmentTag>;

struct Segment {
  SegmentId id;
  BoundaryLineId line;
  std::int64_t ordinal = 0;    ///< 1, 2, … along the line
  MonumentId from, to;         ///< no id at an end of the line without monument
  Carrier carrier = Carrier::other;
  std::string feature;         ///< its name: 青溪河
  CarrierSide side = CarrierSide::centre;
  std::optional<bool> downstream;  ///< of a watercourse: whether the line runs with the water
  MovementRule movement = MovementRule::fixed;
  std::string text;            ///< course in the words of the agreement
  double accuracy_m = 0;       ///< 0: as the line's
  Period valid{};
};

/// segment.ordinal_gap, segment.not_joined, segment.downstream_on_land, segment.nothing_said (text alone, and none), of one
/// line's segments in the order of their ordinals. `on_ground`: the line has a path, so a text may be left out.
std::vector<Finding> check_segments(std::span<const Segment> segments, bool on_ground, const std::string& line);

/// The path of a line in the direction in which its segments follow each other: that of the survey. The line is walked
/// from west to east or north to south, which may turn when it changes; then the path is turned back. As it is where no
/// two monuments tell.
Polyline in_order_of_segments(std::span<const Position> path, EdgeKind edges, std::span<const Segment> segments, std::span<const Monument> monuments);

/// Where a segment runs on the ground: the part of the line between its monuments, from its start to its end where it
/// has none there. Nothing where the line is not one piece, or a monument stands farther than `reach_m` from it.
/// `line`: in the order of its segments.
std::optional<Polyline> path_of(const Segment& segment, const PathRuler& line, std::span<const Monument> monuments,
                                double reach_m = 500);

/// How far today's river or road lies from where the line was agreed (BL-06).
struct FeatureShift {
  double greatest_m = 0;
  double mean_m = 0;
  Position at{};          ///< on the line, where it is greatest
  Position feature_at{};  ///< nearest to it on the feature
  double allowed_m = 0;   ///< what the accuracies of both explain
  bool moved() const { return greatest_m > allowed_m; }
};

/// Compares a part of a line with a feature that may be longer than it and in several pieces. The line is looked at in
/// its own positions and at least every `step_m`. Nothing where either has no length.
/// `line_accuracy_m`, `feature_accuracy_m`: standard deviations.
std::optional<FeatureShift> compare(std::span<const Position> part, std::span<const Polyline> feature,
                                    double line_accuracy_m, double feature_accuracy_m, double step_m = 25);

/// segment.feature_moved, with what to do: the line stays as agreed and a special inspection is proposed (BL-06, BL-10);
/// where the agreement has it follow the feature, segment.feature_to_follow. Nothing where the feature did not move.
std::optional<Finding> judge(const Segment& segment, const FeatureShift& shift, const std::string& line, Date feature_day);

}  // namespace merestone
