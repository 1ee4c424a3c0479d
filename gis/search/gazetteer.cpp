// SPDX-License-Identifier: Apache-2.0
#include "gis/search/gazetteer.hpp"

#include "gis/search/writing.hpp"

#include <algorithm>

namespace merestone::search {
namespace {

/// Higher levels first, then places; what is called so by the law before other names.
constexpr std::uint32_t importance_of_place = 100;
std::uint32_t importance_of(Level level) { return 100U * static_cast<std::uint32_t>(std::clamp(12 - level, 2, 12)); }
std::uint32_t standing(const std::string& status) { return status == "official" ? 2 : status == "former" ? 0 : 1; }

}  // namespace

Gazetteer::Gazetteer(const DivisionFacts& facts, const DivisionRegister& divisions) : facts_{facts}, divisions_{divisions} {
  const auto visit = [&](const auto& self, const DivisionState& division) -> void {
    if (!numbers_.try_emplace(division.id, static_cast<std::uint32_t>(tree_.last.size())).second) return;
    const std::size_t number = tree_.last.size();
    tree_.last.push_back(static_cast<std::uint32_t>(number));
    for (const auto* member : divisions_.members(division.id)) self(self, *member);
    tree_.last[number] = static_cast<std::uint32_t>(tree_.last.size() - 1);
  };
  for (const auto& division : divisions.all())
    if (divisions.find(division.superior) == nullptr) visit(visit, division);
  for (const auto& version : facts.versions) {
    const auto [at, fresh] = versions_.try_emplace(version.division, &version);
    if (!fresh && at->second->valid.from < version.valid.from) at->second = &version;
    if (numbers_.try_emplace(version.division, static_cast<std::uint32_t>(tree_.last.size())).second)
      tree_.last.push_back(static_cast<std::uint32_t>(tree_.last.size()));
  }
  for (const auto& code : facts.codes) codes_[code.division].push_back(&code);
}

std::uint32_t Gazetteer::number_of(DivisionId division) const noexcept {
  const auto at = numbers_.find(division);
  return at == numbers_.end() ? 0 : at->second;
}

std::uint8_t Gazetteer::level_of(DivisionId division) const {
  const auto at = versions_.find(division);
  return at == versions_.end() ? 0 : static_cast<std::uint8_t>(std::clamp(at->second->level, 0, 255));
}

Entry Gazetteer::division_entry(std::size_t number) const {
  const auto& name = facts_.names[number];
  Entry entry;
  entry.id = static_cast<std::int64_t>(number) + 1;
  entry.subject = name.division.value;
  entry.kind = Kind::division;
  entry.text = name.text;
  entry.level = level_of(name.division);
  entry.importance = importance_of(entry.level) + standing(name.status);
  if (const auto version = versions_.find(name.division); version != versions_.end()) entry.type = version->second->kind;
  entry.status = name.status;
  entry.within = number_of(name.division);
  entry.valid = name.valid;
  if (const auto codes = codes_.find(name.division); codes != codes_.end()) {
    for (const auto* code : codes->second)
      if (entry.code.empty() || code->valid.overlaps(name.valid)) entry.code = code->code;
  }
  return entry;
}

void Gazetteer::add_divisions(Builder& builder) const {
  for (std::size_t number = 0; number < facts_.names.size(); ++number) {
    Entry entry = division_entry(number);
    write_keys(entry, entry.code);
    builder.add(entry);
  }
}

DivisionId holder_by_record(const DivisionRegister& divisions, std::span<const DivisionId> named) {
  std::vector<std::vector<DivisionId>> chains;
  for (const DivisionId each : named) {
    auto& chain = chains.emplace_back();
    for (const DivisionState* state : divisions.chain(each)) chain.push_back(state->id);
    if (chain.empty()) chains.pop_back();
  }
  if (chains.empty()) return {};
  const auto longest = *std::max_element(chains.begin(), chains.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
  const auto holds_or_is = [&](DivisionId one, const std::vector<DivisionId>& chain) { return std::find(chain.begin(), chain.end(), one) != chain.end(); };
  if (std::all_of(chains.begin(), chains.end(), [&](const auto& chain) { return holds_or_is(chain.front(), longest); })) return longest.front();
  for (const DivisionId one : longest)
    if (std::all_of(chains.begin(), chains.end(), [&](const auto& chain) { return holds_or_is(one, chain); })) return one;
  return {};
}

Entry entry_of(const NamedPlace& place, const GeographicalName& name, std::int64_t id, std::uint32_t within, std::string_view code,
               const Recorded& recorded) {
  Entry entry;
  entry.id = id;
  entry.subject = place.id.value;
  entry.text = name.text;
  entry.importance = importance_of_place + standing(name.status);
  entry.type = place.type;
  if (!recorded.classes.empty()) (entry.type += '\t') += recorded.classes;
  entry.status = name.status;
  entry.within = within;
  entry.valid = place.valid;
  entry.position = place.position;
  entry.code = place.local_id;
  write_keys(entry, code);
  if (!recorded.reading.empty()) read_as(entry, recorded.reading);
  return entry;
}

void Gazetteer::add_place(Builder& builder, const NamedPlace& place, std::int64_t first, DivisionId held_by) const {
  const auto* holder = divisions_.find(held_by);
  for (const auto& name : place.names)
    builder.add(entry_of(place, name, first++, number_of(held_by), holder == nullptr ? std::string_view{} : holder->code));
}

}  // namespace merestone::search
