// SPDX-License-Identifier: Apache-2.0
#include "gis/divisions/comparison.hpp"

namespace merestone {

Comparison compare(const DivisionRegister& before, const DivisionRegister& after) {
  Comparison found;
  for (const DivisionState& was : before.all()) {
    const DivisionState* is = after.find(was.id);
    if (is == nullptr) {
      found.ended.push_back(was.id);
      continue;
    }
    if (was.name != is->name) found.renamed.push_back({was.id, was.name, is->name});
    if (was.code != is->code) found.renumbered.push_back({was.id, was.code, is->code});
    if (was.kind != is->kind) found.other_kind.push_back({was.id, was.kind, is->kind});
    if (was.superior != is->superior) found.moved.push_back({was.id, was.superior, is->superior, MembershipKind::legal});
    if (was.entrusted_to != is->entrusted_to) found.moved.push_back({was.id, was.entrusted_to, is->entrusted_to, MembershipKind::entrusted});
  }
  for (const DivisionState& is : after.all()) {
    if (before.find(is.id) == nullptr) found.began.push_back(is.id);
  }
  return found;
}

}  // namespace merestone
