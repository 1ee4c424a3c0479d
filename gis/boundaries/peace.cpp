// SPDX-License-Identifier: Apache-2.0
#include "gis/boundaries/peace.hpp"

#include "gis/boundaries/word_table.hpp"

#include <map>

namespace merestone {
namespace {

using Activity = PeaceActivity;

constexpr word_table::Word<Activity> activity_words[] = {
    {Activity::agreement, "agreement", "协议|共建协议"}, {Activity::meeting, "meeting", "联席会议"},
    {Activity::pact, "pact", "公约|睦邻公约"},           {Activity::screening, "screening", "隐患排查"},
    {Activity::emergency_plan, "emergency_plan", "应急预案"}, {Activity::contacts, "contacts", "联络员|信息员"},
    {Activity::mediation, "mediation", "调解"},          {Activity::publicity, "publicity", "宣传"},
    {Activity::appraisal, "appraisal", "考评"}};

}  // namespace

std::string_view to_text(PeaceActivity activity) { return word_table::text_in(activity_words, activity); }

template <>
std::optional<PeaceActivity> from_text(std::string_view word) {
  return word_table::term_in(activity_words, word);
}
template <>
std::string_view words_of<PeaceActivity>() {
  static const std::string all = word_table::all_in(activity_words);
  return all;
}

std::vector<Finding> check_peace(const PeaceEntry& entry, const std::string& line, Date today) {
  std::vector<Finding> findings;
  const auto tell = [&](const char* rule, const char* field, std::vector<std::pair<std::string, std::string>> facts,
                        Severity severity = Severity::error) {
    facts.insert(facts.end(), {{"line", line}, {"activity", std::string{to_text(entry.activity)}}, {"day", to_string(entry.on)}});
    findings.push_back({rule, severity, {{}, line, field}, {}, std::move(facts)});
  };
  const bool joint = entry.activity == Activity::agreement || entry.activity == Activity::meeting || entry.activity == Activity::pact;
  if (joint && (entry.left_by.empty() || entry.right_by.empty())) {
    tell("peace.one_sided", entry.left_by.empty() ? "left_by" : "right_by", {});
  }
  if (entry.next_on && *entry.next_on <= entry.on) tell("peace.next_before", "next_on", {{"next", to_string(*entry.next_on)}});
  if (entry.on > today) tell("peace.in_future", "day", {{"today", to_string(today)}});
  if (entry.activity == Activity::appraisal && entry.incidents > 0) {
    tell("peace.vetoed", "incidents", {{"incidents", std::to_string(entry.incidents)}}, Severity::warning);
  }
  return findings;
}

std::vector<PeaceEntry> due_again(std::span<const PeaceEntry> entries, Date day) {
  std::map<std::pair<BoundaryLineId, Activity>, const PeaceEntry*> last;
  for (const PeaceEntry& entry : entries) {
    const PeaceEntry*& known = last[{entry.line, entry.activity}];
    if (!known || known->on <= entry.on) known = &entry;
  }
  std::vector<PeaceEntry> due;
  for (const auto& [key, entry] : last) {
    if (entry->next_on && *entry->next_on <= day) due.push_back(*entry);
  }
  std::stable_sort(due.begin(), due.end(), [](const PeaceEntry& a, const PeaceEntry& b) { return *a.next_on < *b.next_on; });
  return due;
}

}  // namespace merestone
