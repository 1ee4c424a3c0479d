// SPDX-License-Identifier: Apache-2.0
#include "cli/command/burial_command.hpp"

#include "gis/base/text.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace merestone {

void add_burial_options(Command& command, BurialOptions& options) {
  command.add_option("--on", options.on, "Day, YYYY-MM-DD; today when not given");
  command.add_option("--law", options.law, "Whose siting rules: of this day, or 'act': of the day of each grave's act");
  command.add_option("--set", options.sets, "Siting rules by name, whatever their jurisdiction: cn-50")->delimiter(',');
  command.add_option("--look-every", options.look_every_m, "Metres between places on a road from which is looked")->in_range(5.0, 5000.0);
}

JudgingOptions judging_of(const BurialOptions& options) {
  JudgingOptions judging;
  if (!options.law.empty() && options.law != "act") judging.law_day = parse_date(options.law);
  judging.sets = options.sets;
  judging.view.step_m = options.look_every_m;
  return judging;
}

std::string division_name(const DivisionRegister& divisions, DivisionId id) {
  const DivisionState* found = id.value == 0 ? nullptr : divisions.find(id);
  return found == nullptr ? "–" : found->name;
}

std::string lon_lat(Position p) { return fixed(degrees(p.lon), 6) + " " + fixed(degrees(p.lat), 6); }

Position position_of(const std::string& text) {
  const auto comma = text.find(',');
  const auto lon = parse_number(trimmed(std::string_view{text}.substr(0, comma)));
  const auto lat = comma == std::string::npos ? std::nullopt : parse_number(trimmed(std::string_view{text}.substr(comma + 1)));
  if (lon && lat) return from_degrees(*lon, *lat);
  const std::string what = "a position is written LON,LAT in degrees, as in 112.05,31.26; not " + text;
  throw Error{Fault::invalid, what, {{.rule = "cli.usage", .facts = {{"what", what}, {"command", "siting "}}}}};
}

nlohmann::ordered_json to_json(const SitingCheck& check, const SitingHit& hit) {
  constexpr const char* verdicts[] = {"kept", "broken", "to_judge", "unknown"};
  const ChosenRule& chosen = check.rules()[hit.rule];
  nlohmann::ordered_json json{{"rule", chosen.id()}, {"law", chosen.rule->law}, {"source", chosen.set->source}, {"article", chosen.rule->source},
                              {"groups", chosen.rule->groups}, {"verdict", verdicts[static_cast<std::size_t>(hit.verdict)]}, {"in_doubt", hit.in_doubt}};
  if (std::isfinite(hit.margin_m)) json["distance_m"] = std::max(0.0, hit.margin_m);
  if (std::isfinite(hit.margin_m)) json["inside"] = hit.margin_m < 0;
  if (chosen.rule->distance_m) json["limit_m"] = *chosen.rule->distance_m;
  if (hit.feature != SitingHit::no_feature) {
    const LandFeature& feature = check.layers().features()[hit.feature];
    json["feature"] = {{"class", feature.kind}, {"id", feature.local_id}, {"name", feature.name}};
  }
  if (chosen.rule->test == SitingTest::visible) {
    json["seen_from"] = hit.sight.seen;
    json["samples"] = hit.sight.within();
    json["samples_unknown"] = hit.sight.unknown;
  }
  return json;
}

std::string told(const SitingCheck& check, const SitingHit& hit) {
  const ChosenRule& chosen = check.rules()[hit.rule];
  std::string text = chosen.id();
  if (hit.margin_m < 0) text += " inside";
  else if (std::isfinite(hit.margin_m)) text += " " + fixed(hit.margin_m, 1) + " m";
  if (chosen.rule->test == SitingTest::visible) text += fmt::format(", seen from {} of {}", hit.sight.seen, hit.sight.within());
  if (hit.verdict == SitingVerdict::to_judge) text += ", to be judged";
  if (hit.verdict == SitingVerdict::unknown) text += ", not known";
  if (hit.in_doubt) text += ", in doubt";
  return text;
}

Within::Within(const GroundHolders& ground, const std::string& code) : divisions_{ground.divisions()} {
  const DivisionState* found = divisions_.find_code(code);
  if (found == nullptr) {
    throw Error{Fault::missing, "no division " + code, {{.rule = "division.unknown_code", .facts = {{"code", code}}}}};
  }
  id_ = found->id;
}

bool Within::operator()(DivisionId leaf) const { return divisions_.lies_in(leaf, id_); }

}  // namespace merestone
