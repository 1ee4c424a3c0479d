// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/progress.hpp"

#include <algorithm>

namespace merestone {
namespace {

std::optional<double> share(std::int64_t part, std::int64_t whole) {
  if (whole == 0) return {};
  return static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

EnforcementTally& EnforcementTally::operator+=(const EnforcementTally& other) {
  found += other.found;
  notified += other.notified;
  self_corrected += other.self_corrected;
  enforced += other.enforced;
  closed += other.closed;
  not_ours += other.not_ours;
  return *this;
}

EnforcementTally tally_of(const BurialCase& one, Date as_of) {
  EnforcementTally tally;
  std::string_view now;
  const auto went_through = [&](std::string_view state) {
    return std::any_of(one.acts.begin(), one.acts.end(), [&](const BurialAct& act) { return act.state == state && act.day <= as_of; });
  };
  for (const BurialAct& act : one.acts) {
    if (act.day <= as_of) now = act.state;
  }
  if (now.empty()) return tally;
  tally.found = 1;
  tally.notified = went_through("notice");
  tally.self_corrected = went_through("self_corrected");
  tally.enforced = went_through("joint_enforcement");
  tally.closed = now == "closed";
  tally.not_ours = now == "not_illegal" || now == "transferred";
  return tally;
}

std::optional<double> correction_rate(const EnforcementTally& tally) { return share(tally.closed, tally.found); }
std::optional<double> own_correction_rate(const EnforcementTally& tally) { return share(tally.closed, tally.found - tally.not_ours); }

std::map<std::string, EnforcementTally> tally_by_class(std::span<const BurialCase> cases, Date as_of) {
  std::map<std::string, EnforcementTally> tallies;
  for (const BurialCase& one : cases) {
    if (const EnforcementTally tally = tally_of(one, as_of); tally.found > 0) tallies[one.grave_class] += tally;
  }
  return tallies;
}

std::map<std::string, EnforcementTally> tally_by_zone(std::span<const BurialCase> cases, Date as_of) {
  std::map<std::string, EnforcementTally> tallies;
  for (const BurialCase& one : cases) {
    const EnforcementTally tally = tally_of(one, as_of);
    if (tally.found == 0) continue;
    if (one.zones.empty()) tallies[""] += tally;
    for (const std::string& zone : one.zones) tallies[zone] += tally;
  }
  return tallies;
}

}  // namespace merestone
