// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/territory/faced_ground.hpp"

namespace merestone {

/// From who holds each face to what is said of each stretch: fills `cut`, `stretches`, `restated` and `bends` of
/// `plan`, and adds what forbids them to its findings (redraw.other_dispute, redraw.seam).
/// `after[v][face]` is who holds it in version v.
void restate(const Snapshot& near, const RedrawRequest& request, const FacedGround& ground,
             const std::vector<std::vector<Holder>>& after, Redraw& plan);

}  // namespace merestone
