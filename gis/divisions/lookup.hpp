// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/divisions/register.hpp"

#include <string_view>

namespace merestone {

/// The division that carries `code` on the day of `divisions`. @throws Error{Fault::missing} division.unknown_code;
/// division.held_later or division.other_day with the name and the period in which `facts` knows it.
const DivisionState& division_with_code(const DivisionRegister& divisions, const DivisionFacts& facts,
                                        std::string_view code, Date day);

}  // namespace merestone
