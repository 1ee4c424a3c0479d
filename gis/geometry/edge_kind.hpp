// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace merestone {

/// How the positions of a path are joined.
enum class EdgeKind {
  lonlat,    ///< straight in longitude and latitude: what files mean
  geodesic,  ///< shortest on the ellipsoid: what treaties mean by "a straight line"
};

}  // namespace merestone
