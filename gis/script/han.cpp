// SPDX-License-Identifier: Apache-2.0
#include "gis/script/han.hpp"

#include "gis/script/tables.hpp"

namespace merestone {

HanCharacter han(char32_t character) {
  const HanCharacter* found = script::tables().find(character);
  HanCharacter record = found != nullptr ? *found : HanCharacter{};
  if (record.simplified == 0) record.simplified = character;
  return record;
}

std::span<const Syllable> readings_of(char32_t character) { return script::tables().lists[han(character).list]; }

}  // namespace merestone
