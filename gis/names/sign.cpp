// SPDX-License-Identifier: Apache-2.0
#include "gis/names/sign.hpp"

#include <algorithm>

namespace merestone {
namespace {

const PlaceName* in_force(std::span<const PlaceName> names, Date day) {
  const auto found = std::find_if(names.begin(), names.end(), [&](const PlaceName& n) {
    return n.kind == NameKind::official && n.status != NameStatus::abolished && n.days().contains(day);
  });
  return found == names.end() ? nullptr : &*found;
}

bool spelled(const PlaceName& name, const std::string& text) {
  const auto& all = name.spellings;
  const bool latin = std::any_of(all.begin(), all.end(), [](const Spelling& s) { return s.script == "Latn"; });
  return !latin || std::any_of(all.begin(), all.end(), [&](const Spelling& s) { return s.text == text; });
}

}  // namespace

std::string Sign::text_now() const {
  const bool seen = !inspections.empty() && !inspections.back().text_seen.empty();
  return seen ? inspections.back().text_seen : text;
}

std::vector<Finding> check_sign(const Sign& sign, std::span<const PlaceName> names, Date day) {
  std::vector<Finding> findings;
  if (sign.removed && *sign.removed <= day) return findings;
  const std::string shown = sign.text_now();
  const PlaceName* standard = in_force(names, day);
  const auto report = [&](const char* rule, std::vector<std::pair<std::string, std::string>> facts) {
    facts.emplace_back("sign", sign.number);
    facts.emplace_back("text", shown);
    facts.emplace_back("name", standard ? standard->text : "");
    findings.push_back({.rule = rule, .severity = Severity::warning, .subject = {{}, sign.number, {}}, .facts = std::move(facts)});
  };
  const bool right = standard && shown == standard->text;
  const bool known = std::any_of(names.begin(), names.end(), [&](const PlaceName& n) { return n.text == shown; });
  if (!right && known) report("sign.retired_name", {});
  else if (!right) report("sign.wrong_text", {});
  else if (!sign.spelling.empty() && !spelled(*standard, sign.spelling)) report("sign.wrong_spelling", {{"spelling", sign.spelling}});
  if (!sign.inspections.empty()) {
    const SignInspection& last = sign.inspections.back();
    const bool bad = last.condition == SignCondition::damaged || last.condition == SignCondition::missing || last.condition == SignCondition::obscured;
    if (bad) report("sign.bad", {{"condition", std::string{to_text(last.condition)}}, {"day", to_string(last.day)}});
    if (last.next_due && *last.next_due < day) report("sign.inspection_due", {{"due", to_string(*last.next_due)}});
  }
  return findings;
}

}  // namespace merestone
