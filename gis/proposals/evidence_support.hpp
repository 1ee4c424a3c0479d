// SPDX-License-Identifier: Apache-2.0
/// How far a line agrees with the lines that evidence supports (domain.md §4.4: distance from each evidence line).
#pragma once

#include "gis/proposals/band.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace merestone {

/// A line, or a stretch of one, that evidence supports: of a claim, of the law, of custom, of administration.
struct SupportedStretch {
  Polyline path;
  double weight = 0;     ///< 0 to 1; below 1 for what is no basis but may be referred to
  std::string evidence;  ///< what supports it
};

struct EvidenceSupport {
  std::optional<double> agreement;  ///< 0 to 1; nothing where no evidence lies in the strip
  double unsupported_m = 0;         ///< length of the line that keeps to no supported stretch
};

/// Each place of the line lies at some share of the way from A's claim (0) to B's (1), by its distances to both, and so
/// does the nearest place of a supported stretch; they agree by 1 less the difference of the two. Stretches that do not
/// run beside a place are not asked there. The agreement is the mean by length and weight: a line on the only supported
/// claim has 1, on the other claim 0; of two supported claims the weightier one is worth more, and the equidistant line
/// agrees with either by a half.
/// @param sigma_m standard deviation of lines on the ground: claims nearer than twice that of their difference tell
/// nothing apart, and a line within it keeps to a stretch
EvidenceSupport evidence_support(const ContestedBand& band, std::span<const Position> line,
                                 std::span<const SupportedStretch> evidence, double sigma_m);

}  // namespace merestone
