// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/grave_types.hpp"

#include "gis/base/text.hpp"

#include <algorithm>

namespace merestone {
namespace {

/// One rule tried on one grave.
class Trial {
 public:
  Trial(const Grave& grave, const GraveTypeRule& rule) : grave_{grave} { type_.rule = &rule; }

  /// Nothing when a condition does not hold.
  std::optional<GraveType> run(const GraveSetting& setting) {
    const GraveTypeRule& rule = *type_.rule;
    if (rule.outside_facility) {
      if (setting.in_facility) return {};
      reason("grave.is_outside", {});
    }
    if (rule.in_zone && !flag(setting.in_zone, true, "zones", "grave.is_in_zone")) return {};
    if (rule.hardened && !flag(known(grave_.hardened), *rule.hardened, "hardened", *rule.hardened ? "grave.is_hardened" : "grave.is_not_hardened")) return {};
    if (rule.clan && !flag(known(grave_.clan), true, "clan", "grave.is_of_clan")) return {};
    if (rule.with_remains && !remains(*rule.with_remains)) return {};
    if (!rule.forms.empty() && !form(rule.forms)) return {};
    if (rule.limits_area() && !area()) return {};
    if (rule.rebuilt_after && !rebuilt(*rule.rebuilt_after)) return {};
    return std::move(type_);
  }

 private:
  void reason(const char* word, std::vector<std::pair<std::string, std::string>> facts) {
    type_.reasons.push_back({.rule = word, .severity = Severity::note, .subject = {{}, grave_.local_id, {}}, .facts = std::move(facts)});
  }
  static std::optional<bool> known(Told told) {
    if (told == Told::unknown) return {};
    return told == Told::yes;
  }
  bool missing(const char* field) {
    type_.unknown.emplace_back(field);
    return true;
  }

  bool flag(std::optional<bool> is, bool wanted, const char* field, const char* word) {
    if (!is) return missing(field);
    if (*is != wanted) return false;
    reason(word, {});
    return true;
  }

  bool remains(bool wanted) {
    if (!grave_.remains) return missing("remains");
    if ((*grave_.remains > 0) != wanted) return false;
    if (!wanted) reason("grave.is_for_the_living", {});
    return true;
  }

  bool form(const std::vector<std::string>& forms) {
    if (grave_.form == GraveForm::unknown) return missing("form");
    const std::string_view own = to_text(grave_.form);
    if (std::find(forms.begin(), forms.end(), own) == forms.end()) return false;
    reason("grave.is_of_form", {{"form", std::string{own}}});
    return true;
  }

  bool area() {
    const auto whole = grave_.whole_area_m2();
    if (!whole) return missing("area_m2");
    const std::int64_t count = grave_.remains.value_or(1);
    const double limit = type_.rule->limit_m2(count);
    if (!grave_.remains && type_.rule->limit_m2(2) != limit && *whole > limit && *whole <= type_.rule->limit_m2(2)) return missing("remains");
    if (*whole <= limit) return false;
    reason("grave.is_over_area", {{"area_m2", shortest(*whole)}, {"limit_m2", shortest(limit)}, {"remains", std::to_string(count)}});
    return true;
  }

  bool rebuilt(Date after) {
    const auto day = grave_.rebuilt ? grave_.rebuilt : grave_.built_from;
    if (!day) return missing("rebuilt");
    if (*day <= after) return false;
    reason("grave.is_rebuilt", {{"day", to_string(*day)}, {"after", to_string(after)}});
    return true;
  }

  const Grave& grave_;
  GraveType type_;
};

bool holds_where(const GraveTypeRule& rule, const GraveSetting& setting) {
  return rule.jurisdiction.empty() || std::any_of(setting.codes.begin(), setting.codes.end(), [&](const std::string& code) {
    return code.starts_with(rule.jurisdiction);
  });
}

}  // namespace

Date act_day(const Grave& grave, Date otherwise) {
  Date day = otherwise;
  if (grave.built_until) day = std::min(day, *grave.built_until);
  if (grave.first_seen) day = std::min(day, *grave.first_seen);
  return day;
}

GraveTyping types_of(const Grave& grave, const GraveSetting& setting, std::span<const GraveTypeRule> rules, Date day) {
  GraveTyping typing;
  typing.judged_on = day;
  for (const GraveTypeRule& rule : rules) {
    if (!rule.valid.contains(day) || !holds_where(rule, setting)) continue;
    auto type = Trial{grave, rule}.run(setting);
    if (!type) continue;
    const bool known = type->unknown.empty();
    (known ? typing.types : typing.open).push_back(std::move(*type));
  }
  return typing;
}

std::vector<Finding> stone_findings(const Grave& grave, const std::vector<std::string>& codes, std::span<const BurialRules* const> packs, Date day) {
  if (!grave.stone_height_m || codes.empty()) return {};
  for (const BurialRules* pack : packs) {
    const StoneLimit* limit = pack->stone_limit(codes.front(), day);
    if (limit == nullptr) continue;
    if (*grave.stone_height_m <= limit->most_m) return {};
    return {{.rule = "grave.stone_too_high", .severity = Severity::warning, .subject = {{}, grave.local_id, {}},
             .place = Place{degrees(grave.position.lon), degrees(grave.position.lat)},
             .facts = {{"number", grave.local_id}, {"height_m", shortest(*grave.stone_height_m)}, {"limit_m", shortest(limit->most_m)}, {"source", limit->source}}}};
  }
  return {};
}

}  // namespace merestone
