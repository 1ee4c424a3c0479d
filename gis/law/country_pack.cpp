// SPDX-License-Identifier: Apache-2.0
#include "gis/law/country_pack.hpp"

#include <algorithm>

namespace merestone {
namespace {

template <class List, class Id>
auto find_by(const List& list, const Id& id) -> decltype(list.data()) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const auto& each) { return each.id == id; });
  return found == list.end() ? nullptr : &*found;
}

}  // namespace

std::string_view word_of(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::establish: return "establish";
    case ChangeKind::abolish: return "abolish";
    case ChangeKind::rename: return "rename";
    case ChangeKind::change_superior: return "superior";
    case ChangeKind::change_boundary: return "boundary";
    case ChangeKind::move_seat: return "seat";
    case ChangeKind::renumber: break;
  }
  return "renumber";
}

const ProcedureStep* DisputeTemplate::step(std::string_view wanted) const { return find_by(steps, wanted); }
const EvidenceTier* DisputeTemplate::tier(std::string_view wanted) const { return find_by(tiers, wanted); }

const DivisionKind* CountryPack::kind(std::string_view wanted) const { return find_by(kinds, wanted); }
const CodeSystem* CountryPack::code_system(std::string_view wanted) const { return find_by(code_systems, wanted); }
const DisputeTemplate* CountryPack::dispute(std::string_view wanted) const { return find_by(disputes, wanted); }

const ChangeRule* CountryPack::change(ChangeKind wanted) const {
  const auto found = std::find_if(changes.begin(), changes.end(), [&](const ChangeRule& r) { return r.kind == wanted; });
  return found == changes.end() ? nullptr : &*found;
}

const MonumentTemplate* CountryPack::monuments(int level) const {
  const auto found = std::find_if(lines.monuments.begin(), lines.monuments.end(),
                                  [&](const MonumentTemplate& m) { return m.level == level; });
  return found == lines.monuments.end() ? nullptr : &*found;
}

}  // namespace merestone
