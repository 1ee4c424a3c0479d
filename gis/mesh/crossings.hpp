// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/mesh/mesh.hpp"

#include <vector>

namespace merestone {

/// A straight piece of an arc, from positions[index] to positions[index + 1] of the mesh.
struct Segment {
  std::uint32_t arc = 0;
  std::uint32_t index = 0;
};

struct SegmentMeeting {
  Segment a;
  Segment b;
  Meeting meeting;
};

/// Every pair of segments that meets elsewhere than at common ends, sorted, each pair once. Empty for a planar
/// mesh. Exact; sweeps bands of latitude of about equal content on all processors.
std::vector<SegmentMeeting> find_crossings(const Mesh& mesh);

}  // namespace merestone
