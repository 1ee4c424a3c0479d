// SPDX-License-Identifier: Apache-2.0
/// Which lines a viewer is shown where parties do not agree: the algorithm of Overture's division_boundary, literally
/// (domain.md §4.5), with Natural Earth's override of how a line is drawn for one viewer.
#pragma once

#include "gis/base/date.hpp"
#include "gis/base/id.hpp"

#include <span>
#include <string>
#include <vector>

namespace merestone {

/// What one viewer says of the lines of one claim.
struct Perspective {
  ClaimId claim;
  std::string viewer;  ///< ISO 3166 code, a division's code, or the viewer's own word
  enum class Stance { accepted, disputed } stance = Stance::accepted;
  std::string drawn_as{};  ///< a line status to draw instead, "line_of_control"; empty: as it is
  Period valid{};
};

/// Overture's `perspectives` of one line. `mode` says how `viewers` is meant; no viewers at all: a best guess.
struct LinePerspectives {
  bool is_disputed = false;
  enum class Mode { accepted_by, disputed_by } mode = Mode::accepted_by;
  std::vector<std::string> viewers{};  ///< sorted
};

/// A viewer is shown every undisputed line, disputed lines that it accepts, those that it is not said to dispute, and
/// those without perspectives.
bool is_shown_to(const std::string& viewer, const LinePerspectives& line);

/// What Overture would say of the lines of `claim`: accepted_by where anybody accepts them, else disputed_by.
LinePerspectives perspectives_of(ClaimId claim, std::span<const Perspective> all);

/// How `viewer` has the lines of `claim` drawn; empty: as they are.
std::string drawn_as(ClaimId claim, const std::string& viewer, std::span<const Perspective> all);

}  // namespace merestone
