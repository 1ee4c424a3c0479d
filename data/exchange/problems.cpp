// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/problems.hpp"

#include "gis/base/text.hpp"

#include <algorithm>

namespace merestone::exchange {
namespace {

constexpr std::size_t most_per_rule = 100;

}  // namespace

std::string presentable(std::string_view text) {
  constexpr std::size_t most = 400;
  std::string shown{text.substr(0, most)};
  while (!shown.empty() && !is_utf8(shown) && shown.size() + 4 > std::min(most, text.size())) shown.pop_back();
  if (!is_utf8(shown)) {
    for (char& c : shown) c = static_cast<unsigned char>(c) < 0x80 ? c : '?';
  }
  for (char& c : shown) c = static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
  return shown;
}

void fail(Fault fault, const std::string& rule, const std::string& file, Facts facts) {
  std::string what = file + ": " + rule;
  for (const auto& [key, value] : facts) what += " " + key + "=" + value;
  throw Error{fault, what, {{.rule = rule, .subject = {file, {}, {}}, .facts = std::move(facts)}}};
}

void Problems::add(const char* rule, Severity severity, std::size_t record, const std::string& field, Facts facts,
                   std::optional<Place> place) {
  Kept& kept = by_rule_[rule];
  if (++kept.count > most_per_rule) return;
  kept.last = findings_.size();
  findings_.push_back({.rule = rule,
                       .severity = severity,
                       .subject = {.file = file_, .record = record == 0 ? "" : std::to_string(record), .field = field},
                       .place = place,
                       .facts = std::move(facts)});
}

std::vector<Finding> Problems::take() {
  for (const auto& [rule, kept] : by_rule_) {
    if (kept.count <= most_per_rule) continue;
    findings_[kept.last].facts.emplace_back("more", std::to_string(kept.count - most_per_rule));
  }
  by_rule_.clear();
  return std::exchange(findings_, {});
}

void Problems::stop_if_wrong() {
  const auto wrong = std::find_if(findings_.begin(), findings_.end(),
                                  [](const Finding& finding) { return finding.severity == Severity::error; });
  if (wrong == findings_.end()) return;
  const std::string what = file_ + ": " + wrong->rule;
  throw Error{Fault::invalid, what, take()};
}

}  // namespace merestone::exchange
