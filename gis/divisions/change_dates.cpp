// SPDX-License-Identifier: Apache-2.0
#include "gis/divisions/change_effect.hpp"

#include <algorithm>

namespace merestone {
namespace {

/// What cannot come before what.
constexpr std::pair<std::string_view, std::string_view> order[] = {{"approved", "announced"},   {"approved", "effective"},
                                                                   {"approved", "completed"},   {"approved", "code_published"},
                                                                   {"effective", "completed"}};

}  // namespace

std::optional<Date> ChangeDates::of(std::string_view milestone) const {
  if (milestone == "approved") return approved;
  if (milestone == "announced") return announced;
  if (milestone == "effective") return effective ? effective : approved;
  if (milestone == "completed") return completed;
  if (milestone == "code_published") return code_published;
  return std::nullopt;
}

std::vector<Finding> check_dates(const ChangeDates& dates) {
  std::vector<Finding> findings;
  for (const auto& [first, second] : order) {
    const auto before = dates.of(first);
    const auto after = dates.of(second);
    if (!before || !after || *before <= *after) continue;
    findings.push_back({.rule = "division.date_order", .subject = {{}, {}, std::string{second}},
                        .facts = {{"first", std::string{first}}, {"first_day", to_string(*before)},
                                  {"second", std::string{second}}, {"second_day", to_string(*after)}}});
  }
  return findings;
}

std::vector<Finding> check_done(const ChangeDates& dates, Date today) {
  std::vector<Finding> findings;
  for (const std::string_view milestone : {"approved", "announced", "completed", "code_published"}) {
    const auto day = milestone == "approved" ? dates.approved : dates.of(milestone);
    if (!day || *day <= today) continue;
    findings.push_back({.rule = "division.in_future", .subject = {{}, {}, std::string{milestone}},
                        .facts = {{"milestone", std::string{milestone}}, {"day", to_string(*day)}, {"today", to_string(today)}}});
  }
  return findings;
}

Date day_on_basis(std::span<const ChangeEvent> events, Date day, std::string_view basis) {
  Date asked = day;
  for (const bool forward : {true, false}) {
    for (const ChangeEvent& event : events) {
      const auto effective = event.dates.of("effective");
      const auto counted = event.dates.of(basis);
      if (!effective || !counted) continue;
      if (forward && *counted <= day && *effective > asked) asked = *effective;
      if (!forward && *counted > day && *effective <= asked) asked = *effective - std::chrono::days{1};
    }
  }
  return asked;
}

std::vector<ChangeDue> due_days(const ChangeEvent& event, std::span<const ChangePart> parts, const CountryPack& pack, Date today) {
  std::vector<ChangeDue> dues;
  for (const Clock& clock : pack.clocks) {
    const auto start = event.dates.of(clock.starts);
    const bool binds = clock.acts.empty() || std::any_of(parts.begin(), parts.end(), [&](const ChangePart& part) {
      return std::find(clock.acts.begin(), clock.acts.end(), word_of(part.kind)) != clock.acts.end();
    });
    if (clock.of != "divisions" || !start || !binds) continue;
    Date due = due_on(clock.allowed, *start, pack.calendar);
    if (event.extended && !clock.extension.empty()) due = due_on(clock.extension, due, pack.calendar);
    const auto done = event.dates.of(clock.stops);
    dues.push_back({clock.id, due, done, done ? *done > due : today > due});
  }
  return dues;
}

}  // namespace merestone
