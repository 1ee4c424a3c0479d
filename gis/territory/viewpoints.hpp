// SPDX-License-Identifier: Apache-2.0
/// Viewpoints by their words, and which of them tell something on a day:
///
///   status-quo        as things are on the ground
///   neutral           every claim, each in turn: takes no side
///   claimed-by:CODE   the claims of the division with that code granted
///   seen-by:VIEWER    what a viewer accepts
#pragma once

#include "gis/territory/territory.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// What is said on a day about who sees disputed ground how.
struct Opinions {
  std::vector<Claim> claims;
  std::vector<Acceptance> acceptances;
};

/// Those of disputes under whose claims anything is said in `ground`: what was settled is nobody's viewpoint any more.
Opinions opinions_in(const Snapshot& ground);

std::string word_of(const Viewpoint& viewpoint, const DivisionRegister& divisions);

/// Neutral and status quo, then every claimant by code and every viewer by name; nothing where nothing is claimed.
std::vector<Viewpoint> viewpoints(const Opinions& opinions, const DivisionRegister& divisions);

/// @throws Error{Fault::invalid} viewpoint.unreadable for a word of another form, viewpoint.no_claimant for a division
/// that claims nothing, viewpoint.no_viewer for one who accepts nothing; the facts name those that there are.
Viewpoint viewpoint_of(std::string_view word, const Opinions& opinions, const DivisionRegister& divisions);

/// Counts the claimants of a dispute from 1, by number of the division; 0 for the situation on the ground. Maps and
/// words tell parties apart by it.
int party_of(const std::vector<Claim>& claims, const Claim& claim);

}  // namespace merestone
