// SPDX-License-Identifier: Apache-2.0
/// What a country's law says, as plain values: levels, codes, kinds of change, clocks, procedures. Nothing here knows
/// one country; a country is data (data/packs).
#pragma once

#include <string>

namespace merestone {

/// A term in the two languages that every pack speaks.
struct Wording {
  std::string en;
  std::string zh;
};

}  // namespace merestone
