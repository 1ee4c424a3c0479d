// SPDX-License-Identifier: Apache-2.0
/// Schemes of classes of places that come with the program (data/packs/classes).
#pragma once

#include "gis/names/class_scheme.hpp"

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace merestone {

/// All of them, read once: "cn-18521", "geonames", "gnis", "inspire".
const std::vector<ClassScheme>& class_schemes();
/// Null where there is none of this id.
const ClassScheme* class_scheme(std::string_view id);

/// What a search for these classes looks for: with every class of its scheme that belongs to one of them. Other texts stay
/// as they are. "22" is "22", "cn-18521:22100", …, "cn-18521:22*".
std::vector<std::string> with_subclasses(std::span<const std::string> asked);

/// What the scheme calls a class; null where it does not know the code. Without a scheme the first that knows it.
const Wording* class_wording(std::string_view scheme, std::string_view code);

/// A class on record, "cn-18521:22200", by its scheme and its code.
std::pair<std::string_view, std::string_view> class_parts(std::string_view recorded);
/// What a place is called by the first of its classes on record that its scheme has words for, else by the type in its
/// source; null where nobody has words for either.
const Wording* place_wording(std::span<const std::string> recorded, std::string_view type);

/// @throws Error invalid with everything that is wrong, as read_pack() does.
ClassScheme read_class_scheme(const std::string& file, const std::string& text);

}  // namespace merestone
