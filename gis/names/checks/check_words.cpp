// SPDX-License-Identifier: Apache-2.0
#include "gis/names/checks/naming_work.hpp"
#include "gis/script/fold.hpp"
#include "gis/script/han.hpp"
#include "gis/script/unfit.hpp"
#include "gis/script/utf8.hpp"

#include <algorithm>

namespace merestone {
namespace {

std::string joined(std::u32string_view characters) {
  std::string out;
  for (const char32_t c : characters) {
    if (!out.empty()) out += ' ';
    append_character(c, out);
  }
  return out;
}

void add_once(std::u32string& to, char32_t c) {
  if (to.find(c) == std::u32string::npos) to.push_back(c);
}

/// Letters, kana or the dot between parts of foreign names, in a name that is otherwise Han (PN-05).
bool looks_foreign(std::u32string_view text) {
  const bool han = std::any_of(text.begin(), text.end(), is_han);
  return han && std::any_of(text.begin(), text.end(), [](char32_t c) {
    return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || c == U'·' || c == U'・' || (c >= 0x3040 && c <= 0x30FF) || (c >= 0xC0 && c <= 0x24F);
  });
}

}  // namespace

void check_characters(NamingWork& work) {
  for (Finding& each : unfit(work.request.text)) {
    const NamingOutcome outcome = each.severity == Severity::error ? NamingOutcome::block : NamingOutcome::warn;
    each.subject.record = work.request.text;
    work.findings.push_back({outcome, "", std::move(each), {}});
  }
  if (!work.rules.standard_characters) return;
  std::u32string rare;
  std::u32string outside;
  for (const char32_t c : characters_of(work.request.text)) {
    if (!is_han(c)) continue;
    const int level = standard_level(c);
    if (level == 3) add_once(rare, c);
    if (level == 0) add_once(outside, c);
  }
  if (!outside.empty()) {
    std::u32string standard;
    for (const char32_t c : outside) standard.push_back(simplified(c));
    work.add(NamingOutcome::block, "PN-03", standard == outside ? "naming.outside_table" : "naming.variant_character",
             {{"characters", joined(outside)}, {"standard", joined(standard)}});
  }
  if (!rare.empty()) work.add(NamingOutcome::warn, "PN-03", "naming.rare_character", {{"characters", joined(rare)}});
}

void check_lists(NamingWork& work) {
  for (const NamingList& list : work.rules.lists) {
    for (const std::string& name : list.names) {
      const std::string key = folded(name);
      const bool hit = list.anywhere ? work.sound.key.find(key) != std::string::npos : work.sound.specific == key;
      if (!hit) continue;
      work.add(list.outcome, list.law, list.outcome == NamingOutcome::review ? "naming.word" : "naming.listed",
               {{"name", name}, {"list", list.id}, {"words", list.words.en}, {"words_zh", list.words.zh}});
      break;  // one of a list is enough
    }
  }
  if (looks_foreign(characters_of(work.request.text))) work.add(NamingOutcome::warn, "PN-05", "naming.foreign_form");
}

void check_terms(NamingWork& work) {
  const NamingRequest& request = work.request;
  NameTerms terms = name_terms(request.text, work.which);
  if (terms.generic.empty()) terms = name_terms(request.text, SpellingClass::other);  // a term of another class is one too
  const auto bears = [&](const std::string& term) { return terms.generic == term || (terms.generic.ends_with(term) && terms.generic.size() > term.size()); };
  const GenericRule* rule = nullptr;
  std::string term;
  for (const GenericRule& each : work.rules.generics) {
    for (const std::string& candidate : each.terms) {
      if (candidate.size() > term.size() && bears(candidate)) {
        rule = &each;
        term = candidate;
      }
    }
  }
  const bool asked = !work.rules.generics.empty() && work.which != SpellingClass::settlement;  // 周口 is a village as it is
  if (terms.generic.empty() && asked) return work.add(NamingOutcome::warn, "PN-02", "naming.no_generic");
  if (rule == nullptr) return;
  if (request.level == 0 && asked && !in_classes(request.class_code, rule->classes)) {
    work.add(NamingOutcome::warn, "PN-02", "naming.generic_class", {{"term", term}, {"class", request.class_code}});
  }
  const auto number = [](double value) { return std::to_string(static_cast<long long>(value + 0.5)); };
  const auto limit = [&](const char* rule_id, double is, double bound) {
    work.add(NamingOutcome::warn, "PN-02", rule_id, {{"term", term}, {"is", number(is)}, {"limit", number(bound)}, {"source", rule->source}});
  };
  const PlaceSize& size = request.size;
  if (size.area_m2 && *size.area_m2 < rule->least_area_m2) limit("naming.too_small", *size.area_m2, rule->least_area_m2);
  if (size.length_m && *size.length_m < rule->least_length_m) limit("naming.too_short", *size.length_m, rule->least_length_m);
  if (size.length_m && rule->most_length_m > 0 && *size.length_m > rule->most_length_m) limit("naming.too_far", *size.length_m, rule->most_length_m);
  const bool roomy = rule->least_floor_area_m2 > 0 && size.floor_area_m2 && *size.floor_area_m2 >= rule->least_floor_area_m2;
  const bool high = rule->least_storeys > 0 && size.storeys && *size.storeys >= rule->least_storeys;
  if (roomy || high) return;  // either is enough
  if (size.floor_area_m2 && rule->least_floor_area_m2 > 0) limit("naming.little_floor", *size.floor_area_m2, rule->least_floor_area_m2);
  if (size.storeys && rule->least_storeys > 0) limit("naming.too_low", *size.storeys, rule->least_storeys);
}

void check_notable(NamingWork& work) {
  const NamingRequest& request = work.request;
  if (work.rules.famous_kept && request.level > 0 && work.lookup.notable) {
    for (const NotableName& each : work.lookup.notable(work.sound.specific)) {
      if (!each.famous && !each.heritage && !each.reaches_outside) continue;
      work.add(NamingOutcome::block, "PN-09", "naming.notable_feature",
               {{"name", each.text}, {"why", each.famous ? "famous" : each.heritage ? "heritage" : "reaches_outside"}});
    }
  }
  const bool facility = request.level == 0 && !work.rules.facilities.empty() && in_classes(request.class_code, work.rules.facilities);
  if (facility && !request.local_names.empty()) {
    const bool matches = std::any_of(request.local_names.begin(), request.local_names.end(), [&](const std::string& local) {
      const std::string key = folded(name_terms(local, SpellingClass::other).specific);
      return !key.empty() && work.sound.key.find(key) != std::string::npos;
    });
    if (!matches) work.add(NamingOutcome::warn, "PN-10", "naming.facility_local", {{"local", request.local_names.front()}});
  }
  if (request.former.empty()) return;
  if (request.heritage) work.add(NamingOutcome::warn, "PN-11", "naming.heritage", {{"former", request.former}});
  if (work.rules.protected_needs_plan && request.former_protected && !request.protection_plan) {
    work.add(NamingOutcome::block, "PN-11", "naming.protected", {{"former", request.former}});
  }
}

}  // namespace merestone
