// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/law/wording.hpp"

#include <string>
#include <vector>

namespace merestone {

/// How monuments on lines of a level are numbered (BL-20).
struct MonumentTemplate {
  int level = 0;
  /// Text with fields: {line} code of the line, {serial:3} its number in so many digits, {type} the letter below.
  std::string number;
  std::string single{};                 ///< letter of a monument that stands alone
  std::vector<std::string> twins{};     ///< of two with one number: the one on the side with the smaller code first
  std::vector<std::string> triplets{};  ///< of three with one number
  bool reuse = false;                   ///< numbers of monuments that are gone may be given again
  Wording order{};                      ///< in which direction serials grow
  std::string source{};
};

struct LineRules {
  std::vector<MonumentTemplate> monuments{};
  int witnesses = 0;         ///< witness objects that a monument needs at least
  int inspection_years = 0;  ///< between two joint inspections; 0: no rule
  double corridor_m = 0;     ///< that patrols keep in view on each side
  std::string source{};
};

}  // namespace merestone
