// SPDX-License-Identifier: Apache-2.0
#include "gis/divisions/register.hpp"

#include "gis/base/text.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace merestone {
namespace {

/// Of two facts that hold on the day, by mistake of the record, the one that began last counts.
template <class Fact>
bool begins_later(const Fact* known, const Fact& other) {
  return known == nullptr || other.valid.from > known->valid.from;
}

}  // namespace

DivisionRegister::DivisionRegister(const DivisionFacts& facts, Date day) {
  std::unordered_map<DivisionId, const DivisionVersion*> versions;
  for (const DivisionVersion& version : facts.versions) {
    if (!version.valid.contains(day)) continue;
    const DivisionVersion*& held = versions[version.division];
    if (begins_later(held, version)) held = &version;
  }
  std::unordered_map<DivisionId, const DivisionCode*> codes;
  for (const DivisionCode& code : facts.codes) {
    if (code.valid.contains(day)) codes.try_emplace(code.division, &code);
  }
  std::unordered_map<DivisionId, const DivisionName*> names;
  for (const DivisionName& name : facts.names) {
    if (!name.valid.contains(day)) continue;
    const DivisionName*& held = names[name.division];
    if (held == nullptr || (held->status != "official" && name.status == "official")) held = &name;
  }

  states_.reserve(versions.size());
  for (const auto& [id, version] : versions) {
    DivisionState state{.id = id, .level = version->level, .kind = version->kind, .valid = version->valid};
    if (const auto code = codes.find(id); code != codes.end()) state.code = code->second->code;
    if (const auto name = names.find(id); name != names.end()) state.name = name->second->text;
    states_.push_back(std::move(state));
  }
  std::sort(states_.begin(), states_.end(), [](const DivisionState& a, const DivisionState& b) {
    return std::tie(a.level, a.code, a.id) < std::tie(b.level, b.code, b.id);
  });
  for (std::size_t i = 0; i < states_.size(); ++i) {
    by_id_.emplace(states_[i].id, i);
    if (levels_.empty() || levels_.back() != states_[i].level) levels_.push_back(states_[i].level);
  }
  for (const DivisionCode& code : facts.codes) {
    const auto holder = by_id_.find(code.division);
    if (code.valid.contains(day) && holder != by_id_.end()) by_code_[code.code].push_back(holder->second);
  }
  for (auto& [code, holders] : by_code_) std::sort(holders.begin(), holders.end());

  std::unordered_map<DivisionId, const Membership*> superiors[2];
  for (const Membership& membership : facts.memberships) {
    if (!membership.valid.contains(day) || !by_id_.contains(membership.superior)) continue;
    const Membership*& held = superiors[membership.kind == MembershipKind::entrusted ? 1 : 0][membership.member];
    if (begins_later(held, membership)) held = &membership;
  }
  for (std::size_t i = 0; i < states_.size(); ++i) {
    DivisionState& state = states_[i];
    if (const auto legal = superiors[0].find(state.id); legal != superiors[0].end()) {
      state.superior = legal->second->superior;
      members_[state.superior].push_back(i);
    }
    if (const auto other = superiors[1].find(state.id); other != superiors[1].end()) {
      state.entrusted_to = other->second->superior;
    }
  }
}

const DivisionState* DivisionRegister::find(DivisionId id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &states_[found->second];
}

const DivisionState* DivisionRegister::find_code(std::string_view code) const {
  const auto found = by_code_.find(std::string{code});
  if (found != by_code_.end()) return &states_[found->second.front()];
  const auto at = code.rfind('@');  // "1@3": the code 1 at level 3, for cantons and communes are numbered alike
  const auto level = at == std::string_view::npos ? std::nullopt : parse_number(code.substr(at + 1));
  return level ? find_code(code.substr(0, at), static_cast<Level>(*level)) : nullptr;
}

const DivisionState* DivisionRegister::find_code(std::string_view code, Level level) const {
  if (const auto found = by_code_.find(std::string{code}); found != by_code_.end()) {
    for (const std::size_t i : found->second) {
      if (states_[i].level == level) return &states_[i];
    }
  }
  return nullptr;
}

std::vector<const DivisionState*> DivisionRegister::chain(DivisionId id) const {
  std::vector<const DivisionState*> chain;
  for (const DivisionState* state = find(id); state != nullptr; state = find(state->superior)) {
    if (std::find(chain.begin(), chain.end(), state) != chain.end()) break;
    chain.push_back(state);
  }
  return chain;
}

bool DivisionRegister::lies_in(DivisionId leaf, DivisionId whole) const {
  if (leaf.value == 0 || whole.value == 0) return false;
  std::size_t steps = 0;  // a cycle cannot be longer than the register
  for (DivisionId id = leaf; steps <= states_.size(); ++steps) {
    if (id == whole) return true;
    const DivisionState* state = find(id);
    if (state == nullptr) return false;
    id = state->superior;
  }
  return false;
}

DivisionId DivisionRegister::at_level(DivisionId id, Level level) const {
  std::size_t steps = 0;  // a cycle cannot be longer than the register
  for (const DivisionState* state = find(id); state != nullptr && steps <= states_.size(); ++steps) {
    if (state->level == level) return state->id;
    state = find(state->superior);
  }
  return {};
}

std::vector<const DivisionState*> DivisionRegister::members(DivisionId superior) const {
  std::vector<const DivisionState*> members;
  if (const auto found = members_.find(superior); found != members_.end()) {
    for (const std::size_t i : found->second) members.push_back(&states_[i]);
  }
  return members;
}

}  // namespace merestone
