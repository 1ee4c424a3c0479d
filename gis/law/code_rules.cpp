// SPDX-License-Identifier: Apache-2.0
#include "gis/law/code_rules.hpp"

#include "gis/law/pattern.hpp"

#include <algorithm>

namespace merestone {
namespace {

bool any_contains(const std::vector<DigitRange>& ranges, std::string_view digits) {
  return std::any_of(ranges.begin(), ranges.end(), [&](const DigitRange& r) { return r.contains(digits); });
}

class CodeCheck {
 public:
  CodeCheck(const CodeSystem& system, const CodeGiven& given) : system_{system}, given_{given} {}

  std::vector<Finding> run() {
    edition_ = system_.edition(given_.day);
    rule_ = edition_ == nullptr ? nullptr : edition_->level(given_.level);
    if (rule_ == nullptr || !check_form()) return std::move(findings_);
    if (rule_->length == 0) return std::move(findings_);
    const std::string_view digits = std::string_view{given_.code}.substr(0, rule_->length);
    std::size_t above = 0;  // digits that belong to superiors
    if (rule_->below_superior && !check_superior(digits, above)) return std::move(findings_);
    check_range(digits, above);
    return std::move(findings_);
  }

 private:
  void report(const char* rule, std::vector<std::pair<std::string, std::string>> facts) {
    facts.insert(facts.begin(), {{"code", given_.code}, {"system", system_.id}, {"edition", edition_->id}});
    findings_.push_back({.rule = rule, .subject = {{}, given_.code, "code"}, .facts = std::move(facts)});
  }

  bool check_form() {
    const std::string& pattern = rule_->pattern.empty() ? "[0-9]+" : rule_->pattern;
    if (!fits(pattern, given_.code)) {
      report("code.pattern", {{"pattern", pattern}});
      return false;
    }
    if (rule_->length == 0) return true;
    const bool filled = given_.code.size() == rule_->written &&
                        given_.code.find_first_not_of('0', rule_->length) == std::string::npos;
    if (!filled) {
      report("code.length", {{"length", std::to_string(rule_->length)}, {"written", std::to_string(rule_->written)}});
    }
    return filled;
  }

  /// The superior's digits come first; levels between the two that are left out have digits of their own.
  bool check_superior(std::string_view digits, std::size_t& above) {
    above = digits_above();
    const CodeLevel* superior = edition_->level(given_.superior_level);
    if (given_.superior_code.empty() || superior == nullptr) return true;
    const std::size_t shared = superior->length == 0 ? given_.superior_code.size() : superior->length;
    const bool below = shared <= digits.size() && digits.substr(0, shared) == given_.superior_code.substr(0, shared);
    const auto between = shared < above ? digits.substr(shared, above - shared) : std::string_view{};
    if (!below || (!between.empty() && !any_contains(rule_->skipped, between))) {
      report("code.superior", {{"superior", given_.superior_code}});
      return false;
    }
    between_ = between;
    return true;
  }

  /// Of the next coarser level that the edition describes.
  std::size_t digits_above() const {
    std::size_t most = 0;
    for (const CodeLevel& other : edition_->levels) {
      if (other.level < rule_->level && other.length < rule_->length) most = std::max(most, other.length);
    }
    return most;
  }

  void check_range(std::string_view digits, std::size_t above) {
    if (rule_->ranges.empty()) return;
    const std::string_view own = digits.substr(above);
    const bool special = std::any_of(rule_->ranges.begin(), rule_->ranges.end(), [&](const CodeRange& r) {
      return !r.under.first.empty() && r.under.contains(between_);
    });
    for (const CodeRange& range : rule_->ranges) {
      const bool applies = special ? range.under.contains(between_) : range.under.first.empty();
      if (!applies || !range.digits.contains(own)) continue;
      if (range.roll_up) return report("code.roll_up", {{"digits", std::string{own}}});
      const bool fitting = range.kinds.empty() || given_.kind.empty() ||
                           std::find(range.kinds.begin(), range.kinds.end(), given_.kind) != range.kinds.end();
      if (fitting) return;
    }
    report("code.range", {{"digits", std::string{own}}, {"kind", given_.kind}});
  }

  const CodeSystem& system_;
  const CodeGiven& given_;
  const CodeEdition* edition_ = nullptr;
  const CodeLevel* rule_ = nullptr;
  std::string_view between_;
  std::vector<Finding> findings_;
};

}  // namespace

const CodeLevel* CodeEdition::level(int number) const {
  const auto found = std::find_if(levels.begin(), levels.end(), [&](const CodeLevel& l) { return l.level == number; });
  return found == levels.end() ? nullptr : &*found;
}

const CodeEdition* CodeSystem::edition(Date day) const {
  const auto found = std::find_if(editions.begin(), editions.end(), [&](const CodeEdition& e) { return e.valid.contains(day); });
  return found == editions.end() ? nullptr : &*found;
}

std::vector<Finding> check_code(const CodeSystem& system, const CodeGiven& given) { return CodeCheck{system, given}.run(); }

}  // namespace merestone
