// SPDX-License-Identifier: Apache-2.0
/// What is wrong with a delivered coverage, in the terms of its divisions.
#pragma once

#include "gis/divisions/delivery.hpp"
#include "gis/mesh/check.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// "gap", "overlap", "crossing", "touch", "sliver", "dangle", "duplicate", "self_crossing", "inner_border".
std::string_view word_of(MeshFaultKind kind);

/// The kinds that an office may accept by name: all that would else stop an adoption.
std::vector<std::string> acceptable_faults();

/// One finding per fault, rule "mesh." + word, with the codes of both parties and what was measured.
/// 1. Ground of nobody (`gap`) may be a lake or another country: a warning. So is a `touch`: the mesh takes the corner
///    into the edge it lies on, and nothing moves. An `inner_border` is a note.
/// 2. Everything else leaves open whose ground it is: an error, or a warning for a kind that `accepted` names; then
///    the mesh decides as build.hpp says.
std::vector<Finding> coverage_findings(const std::vector<MeshFault>& faults, std::span<const DeliveredDivision> delivery,
                                       std::span<const std::string> accepted);

}  // namespace merestone
