// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/names/place.hpp"

namespace merestone {

/// Whether people live at a place: a natural village or a larger settlement, whose change of sides needs a division change
/// first (domain.md §4.3 step 5; Regulations 1989 Art. 14). By its class, whichever scheme that is of — words, INSPIRE,
/// GeoNames ("PPL…", "P.PPL…"), GB/T 18521 ("22", "22200") — or because people were counted there.
bool is_settlement(const NamedPlace& place);

}  // namespace merestone
