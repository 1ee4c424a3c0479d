// SPDX-License-Identifier: Apache-2.0
#include "gis/names/checks/same_names.hpp"

#include "gis/names/checks/sounds.hpp"
#include "gis/script/fold.hpp"
#include "gis/script/reading.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace merestone {
namespace {

std::string sound_key(const LikeName& name) {
  SoundKeys keys;
  const auto confirmed = parse_reading(name.reading);
  if (confirmed.empty()) {
    sound_keys(read_name(name.text, name.division), keys);
    return keys.letters;
  }
  std::vector<ReadCharacter> reading;
  for (const Syllable syllable : confirmed) reading.push_back({.character = U'字', .syllable = syllable});
  sound_keys(reading, keys);
  return keys.letters;
}

}  // namespace

DivisionAround compared_within(std::span<const DivisionAround> chain, int level) {
  const auto found = std::find_if(chain.begin(), chain.end(), [&](const DivisionAround& each) { return each.level <= level; });
  return found == chain.end() ? DivisionAround{} : *found;
}

std::string compared_within(const ClassScheme& scheme, const std::string& code, int level) {
  if (level == 0) return {};
  const auto lineage = scheme.lineage(code);
  const auto depth = static_cast<std::size_t>(level);
  return lineage.size() < depth ? code : lineage[lineage.size() - depth]->code;
}

SameReport same_names(std::span<const LikeName> names, std::span<const ComparedWithin> within, SameBy by) {
  using Where = std::tuple<std::string, int, std::string>;  // codes of two levels may be alike
  std::map<std::tuple<Where, std::string>, std::vector<std::size_t>> gathered;
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::string key = by == SameBy::name ? folded(names[i].text) : sound_key(names[i]);
    if (key.empty()) continue;
    const ComparedWithin in = i < within.size() ? within[i] : ComparedWithin{};
    gathered[{{in.division.code, in.division.level, in.class_code}, std::move(key)}].push_back(i);
  }
  SameReport report;
  for (auto& [of, members] : gathered) {
    if (members.size() < 2) continue;
    const auto& [where, key] = of;
    const std::string& class_code = std::get<2>(where);
    const DivisionAround division = within.empty() ? DivisionAround{} : within[members.front()].division;
    const SameCount* last = report.counts.empty() ? nullptr : &report.counts.back();
    if (last == nullptr || last->division.code != division.code || last->division.level != division.level || last->class_code != class_code) {
      report.counts.push_back({division, class_code, 0, 0});
    }
    ++report.counts.back().groups;
    report.counts.back().names += members.size();
    report.groups.push_back({division, class_code, key, std::move(members)});
  }
  std::stable_sort(report.groups.begin(), report.groups.end(), [](const SameGroup& a, const SameGroup& b) {
    return std::forward_as_tuple(a.division.code, a.division.level, a.class_code, b.members.size()) <
           std::forward_as_tuple(b.division.code, b.division.level, b.class_code, a.members.size());
  });
  return report;
}

}  // namespace merestone
