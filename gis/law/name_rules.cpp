// SPDX-License-Identifier: Apache-2.0
#include "gis/law/name_rules.hpp"

#include <algorithm>

namespace merestone {
namespace {

template <class List>
auto with_id(const List& list, std::string_view id) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const auto& each) { return each.id == id; });
  return found == list.end() ? nullptr : &*found;
}

}  // namespace

const NameKindRule* NameRules::kind(std::string_view id) const { return with_id(kinds, id); }
const ProcedureStep* NameRules::step(std::string_view id) const { return with_id(steps, id); }

bool NameRules::exported(std::string_view secrecy_id) const {
  const SecrecyLevel* level = with_id(secrecy, secrecy_id);
  return level ? level->exported : secrecy.empty() && secrecy_id == "public";
}

const SecrecyLevel* NameRules::secrecy_level(std::string_view said) const {
  const auto found = std::find_if(secrecy.begin(), secrecy.end(), [&](const SecrecyLevel& l) { return l.id == said || l.words.en == said || l.words.zh == said; });
  return found == secrecy.end() ? nullptr : &*found;
}

}  // namespace merestone
