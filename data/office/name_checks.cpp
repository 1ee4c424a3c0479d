// SPDX-License-Identifier: Apache-2.0
#include "data/office/name_checks.hpp"

#include "data/office/naming_lookup.hpp"
#include "data/store/application_store.hpp"

namespace merestone {

std::vector<NamingFinding> check_naming_of(const Project& project, const CountryPack& pack, const NameApplication& a, const AsOf& as_of, const NameSearch* names) {
  if (a.act == NameAct::abolish || pack.naming.empty()) return {};
  NamingLookup lookup{project, pack, as_of, a.division, a.position, names};
  for (const NameApplication& other : read_applications(project.connection(), as_of.revision)) {
    if (other.id == a.id || other.act == NameAct::abolish || !is_pending(pack.names, other)) continue;
    LikeName like;
    like.place = -1'000'000'000'000 - other.id.value;  // not on record yet; divisions have the negatives nearer to zero
    like.text = other.text;
    like.class_code = other.class_code;
    like.built_up_area = other.built_up_area.empty() ? lookup.built_up_area_at(other.position) : other.built_up_area;
    const DivisionRegister chain = project.chain_register({other.division}, as_of);
    for (const DivisionState* state : chain.chain(other.division)) {
      if (like.division.empty()) like.division = state->code;
      else like.superiors.push_back(state->code);
    }
    lookup.add(std::move(like));
  }
  NamingRequest request;
  request.text = a.text;
  request.class_code = a.class_code;
  request.built_up_area = a.built_up_area.empty() ? lookup.built_up_area_at(a.position) : a.built_up_area;
  request.place = a.place.value;
  request.within = lookup.within();
  return check_naming(request, pack.naming, lookup.lookup());
}

}  // namespace merestone
