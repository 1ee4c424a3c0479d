// SPDX-License-Identifier: Apache-2.0
#include "gis/names/checks/memory_names.hpp"

#include "gis/names/checks/sounds.hpp"

#include <algorithm>

namespace merestone {

bool in_question(const LikeName& name, const LikeQuery& query) {
  if (query.rule != nullptr) {
    const UniquenessRule& rule = *query.rule;
    if (rule.to_level > 0 ? name.level < rule.from_level || name.level > rule.to_level : name.level > 0 || !in_classes(name.class_code, rule.classes)) return false;
  }
  if (query.scope.kind == ScopeKind::division) {
    if (name.division == query.scope.code) return true;
    if (name.superiors.empty()) return name.division.starts_with(query.scope.code);
    return std::find(name.superiors.begin(), name.superiors.end(), query.scope.code) != name.superiors.end();
  }
  if (query.scope.kind == ScopeKind::built_up_area) return name.built_up_area == query.scope.code;
  return true;
}

MemoryNames::MemoryNames(std::vector<LikeName> names, const NamingRules& rules) : names_{std::move(names)} {
  for (std::uint32_t i = 0; i < names_.size(); ++i) {
    const LikeName& name = names_[i];
    const auto which = name.level > 0 ? SpellingClass::division : spelling_class(rules.spelling_of(name.class_code)).value_or(SpellingClass::other);
    const SoundOfName sound = sound_of(name.text, which, name.division, parse_reading(name.reading));
    by_key_[sound.key].push_back(i);
    for (const auto& letters : sound.letters) by_sound_[letters].push_back(i);
    for (const auto& letters : sound.specific_letters) by_specific_[letters].push_back(i);
  }
}

NameLookup MemoryNames::lookup() const {
  return {.like = [this](const LikeQuery& query) { return like(query); }, .notable = {}};
}

std::vector<LikeName> MemoryNames::like(const LikeQuery& query) const {
  std::vector<std::uint32_t> found;
  const auto gather = [&](const Index& index, const std::vector<std::string>& wanted) {
    for (const std::string& each : wanted) {
      if (const auto hit = index.find(each); hit != index.end()) found.insert(found.end(), hit->second.begin(), hit->second.end());
    }
  };
  gather(by_key_, query.keys);
  gather(by_sound_, query.sounds);
  gather(by_specific_, query.specific_sounds);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  std::vector<LikeName> names;
  for (const std::uint32_t i : found) {
    if (in_question(names_[i], query)) names.push_back(names_[i]);
  }
  return names;
}

}  // namespace merestone
