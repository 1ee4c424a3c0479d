// SPDX-License-Identifier: Apache-2.0
#include "gis/divisions/lookup.hpp"

#include "gis/base/error.hpp"

namespace merestone {

const DivisionState& division_with_code(const DivisionRegister& divisions, const DivisionFacts& facts,
                                        std::string_view code, Date day) {
  if (const auto* found = divisions.find_code(code)) return *found;
  const std::string wanted{code};
  const DivisionCode* last = nullptr;
  for (const auto& fact : facts.codes) {
    if (fact.code == code && (last == nullptr || last->valid.from < fact.valid.from)) last = &fact;
  }
  if (last == nullptr) {
    throw Error{Fault::missing, "no division has the code " + wanted,
                {{.rule = "division.unknown_code", .facts = {{"code", wanted}}}}};
  }
  std::string name;
  for (const auto& fact : facts.names) {
    if (fact.division == last->division && fact.valid.overlaps(last->valid)) name = fact.text;
  }
  Finding finding{.rule = "division.held_later",
                  .facts = {{"code", wanted}, {"name", name}, {"day", to_string(day)}, {"from", to_string(last->valid.from)}}};
  if (last->valid.until != open_end) {
    finding.rule = "division.other_day";
    finding.facts.emplace_back("until", to_string(last->valid.until));
  }
  throw Error{Fault::missing, "no division has the code " + wanted + " on " + to_string(day), {finding}};
}

}  // namespace merestone
