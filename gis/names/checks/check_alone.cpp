// SPDX-License-Identifier: Apache-2.0
#include "gis/names/checks/naming_work.hpp"

#include <algorithm>
#include <array>

namespace merestone {
namespace {

bool rule_holds(const UniquenessRule& rule, const NamingRequest& request) {
  if (rule.to_level > 0) return request.level >= rule.from_level && request.level <= rule.to_level;
  return request.level == 0 && !rule.classes.empty() && in_classes(request.class_code, rule.classes) && (!rule.famous_only || request.famous);
}

const DivisionAround* around(const NamingRequest& request, int level) {
  const auto found = std::find_if(request.within.begin(), request.within.end(), [&](const DivisionAround& each) { return each.level == level; });
  return found == request.within.end() ? nullptr : &*found;
}

class Comparison {
 public:
  Comparison(NamingWork& work, const UniquenessRule& rule) : work_{work}, rule_{rule} {}

  void run() {
    const auto scope = scope_of();
    if (!scope) work_.add(NamingOutcome::warn, rule_.law, "naming.no_scope", scope_words());
    if (scope) compare(*scope, false);
    if (rule_.wider_level > 0) {
      if (const DivisionAround* wider = around(work_.request, rule_.wider_level)) compare({ScopeKind::division, wider->code}, true);
    }
  }

 private:
  std::vector<std::pair<std::string, std::string>> scope_words() const {
    return {{"scope", rule_.scope == ScopeKind::built_up_area ? "built_up_area" : "division"}};
  }
  std::optional<NameScope> scope_of() const {
    if (rule_.scope == ScopeKind::nation) return NameScope{ScopeKind::nation, {}};
    if (rule_.scope == ScopeKind::built_up_area) {
      if (work_.request.built_up_area.empty()) return {};
      return NameScope{ScopeKind::built_up_area, work_.request.built_up_area};
    }
    const DivisionAround* division = around(work_.request, rule_.scope_level);
    if (division == nullptr) return {};
    return NameScope{ScopeKind::division, division->code};
  }

  /// Every like name once: those of the scope as the law weighs them, those beyond it as notes.
  void compare(const NameScope& scope, bool beyond) {
    if (!work_.lookup.like) return;
    const SoundOfName& mine = work_.sound;
    const auto found = work_.lookup.like({{mine.key}, mine.letters, mine.specific_letters, &rule_, scope});
    for (const LikeName& each : found) {
      if (each.place != 0 && each.place == work_.request.place) continue;
      if (beyond && !work_.request.built_up_area.empty() && each.built_up_area == work_.request.built_up_area) continue;
      const auto which = rule_.to_level > 0 ? SpellingClass::division : spelling_class(work_.rules.spelling_of(each.class_code)).value_or(SpellingClass::other);
      const auto its = sound_of(each.text, which, each.division, parse_reading(each.reading));
      if (const auto like = likeness(mine, its)) tell(each, *like, beyond);
    }
  }

  void tell(const LikeName& other, Likeness like, bool beyond) {
    constexpr std::array names = {"naming.same_specific", "naming.homophone", "naming.homophone_toned", "naming.duplicate"};
    const std::array outcomes = {rule_.specific, rule_.toneless, rule_.toned, rule_.duplicate};
    const auto at = static_cast<std::size_t>(like);
    std::vector<std::pair<std::string, std::string>> facts{{"name", other.text}, {"division", other.division}, {"class", other.class_code}};
    if (beyond) return work_.add(NamingOutcome::note, rule_.law, like == Likeness::same ? "naming.elsewhere" : "naming.like_elsewhere", std::move(facts), {other.place});
    work_.add(outcomes[at], rule_.law, names[at], std::move(facts), {other.place});
  }

  NamingWork& work_;
  const UniquenessRule& rule_;
};

}  // namespace

void check_alone(NamingWork& work) {
  for (const UniquenessRule& rule : work.rules.unique) {
    if (!rule_holds(rule, work.request)) continue;
    if (!work.sound.sure) work.add(NamingOutcome::note, rule.law, "naming.unsure_reading", {{"readings", std::to_string(work.sound.toned.size())}});
    Comparison{work, rule}.run();
    return;  // the first that holds is the one
  }
}

}  // namespace merestone
