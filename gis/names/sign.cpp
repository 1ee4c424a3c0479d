// SPDX-License-Identifier: Apache-2.0
#include "gis/names/sign.hpp"

#include "gis/base/text.hpp"
#include "gis/geodesy/geodesic.hpp"
#include "gis/geodesy/local_plane.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

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

/// Edges straight on the plane about the sign: enough for some hundred metres.
double distance_to(Position from, const Polyline& path) {
  const LocalPlane plane{from};
  double nearest = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i + 1 < path.size(); ++i) {
    const PlanePoint a = plane.to_plane(path[i]), b = plane.to_plane(path[i + 1]);
    const double dx = b.x - a.x, dy = b.y - a.y, squared = dx * dx + dy * dy;
    const double along = squared == 0 ? 0 : std::clamp(-(a.x * dx + a.y * dy) / squared, 0.0, 1.0);
    nearest = std::min(nearest, std::hypot(a.x + along * dx, a.y + along * dy));
  }
  return nearest;
}

}  // namespace

std::string Sign::text_now() const {
  const auto read = std::find_if(inspections.rbegin(), inspections.rend(), [](const SignInspection& i) { return !i.text_seen.empty(); });
  return read == inspections.rend() ? text : read->text_seen;
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

std::vector<Finding> check_sign_position(const Sign& sign, const SignedGround& ground, const SignRules& rules) {
  if (!sign.position) return {};
  double away = std::numeric_limits<double>::infinity();
  for (const Polyline& path : ground.paths) away = std::min(away, distance_to(*sign.position, path));
  const bool line = std::isfinite(away);
  if (!line && ground.position) away = distance_m(*sign.position, *ground.position);
  const double most = line ? rules.far_from_line_m : rules.far_from_point_m;
  if (!std::isfinite(away) || most <= 0 || away <= most) return {};
  return {{.rule = "sign.far_away", .severity = Severity::warning, .subject = {{}, sign.number, "position"},
           .facts = {{"sign", sign.number}, {"distance", fixed(away, 0)}, {"most", fixed(most, 0)}}}};
}

std::vector<Finding> check_sign_day(const Sign& sign, Date day, Date today) {
  const auto report = [&](const char* rule, Date other) {
    return std::vector<Finding>{{.rule = rule, .subject = {{}, sign.number, "day"}, .facts = {{"sign", sign.number}, {"day", to_string(day)}, {"other", to_string(other)}}}};
  };
  if (day > today) return report("sign.in_future", today);
  if (sign.installed && day < *sign.installed) return report("sign.dates", *sign.installed);
  return {};
}

}  // namespace merestone
