// SPDX-License-Identifier: Apache-2.0
/// The systems of old maps, which say them by name.
#pragma once

#include "gis/geodesy/crs.hpp"

namespace merestone {

/// What Crs::parse() reads, or the one system of PROJ's database that bears exactly this name ("Beijing 1954"): good
/// to tell what a paper says of itself, not to transform by, for names do not tell zones apart. None where neither is so.
std::optional<Crs> crs_said(std::string_view text);

}  // namespace merestone
