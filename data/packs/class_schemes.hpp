// SPDX-License-Identifier: Apache-2.0
/// Schemes of classes of places that come with the program (data/packs/classes).
#pragma once

#include "gis/names/class_scheme.hpp"

#include <string>
#include <vector>

namespace merestone {

/// All of them, read once: "cn-18521", "geonames", "gnis", "inspire".
const std::vector<ClassScheme>& class_schemes();
/// Null where there is none of this id.
const ClassScheme* class_scheme(std::string_view id);

/// What the scheme calls a class; null where it does not know the code. Without a scheme the first that knows it.
const Wording* class_wording(std::string_view scheme, std::string_view code);

/// @throws Error invalid with everything that is wrong, as read_pack() does.
ClassScheme read_class_scheme(const std::string& file, const std::string& text);

}  // namespace merestone
