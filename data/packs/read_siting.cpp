// SPDX-License-Identifier: Apache-2.0
#include "data/packs/read_burials.hpp"

namespace merestone {
namespace {

void read_rule(JsonNode& node, SitingRule& made) {
  made.id = node.text("id");
  made.law = node.text("law", false);
  made.words = node.words("words");
  made.classes = node.texts("classes");
  made.test = static_cast<SitingTest>(node.one_of("test", {"inside", "within", "visible"}));
  made.norm = static_cast<SitingNorm>(node.one_of("norm", {"forbidden", "required"}, false));
  made.slope = static_cast<SitingSlope>(node.one_of("slope", {"any", "above", "below"}, false));
  if (node.has("distance_m")) made.distance_m = node.number("distance_m");
  if (node.has("look_m")) made.look_m = node.number("look_m");
  if (node.has("observer_m")) made.observer_m = node.number("observer_m");
  if (node.has("target_m")) made.target_m = node.number("target_m");
  made.groups = node.texts("groups");
  made.applies_to = node.texts("applies_to");
  made.source = node.text("source", false);
}

void read_set(JsonNode& node, SitingRuleSet& made) {
  made.id = node.text("id");
  made.words = node.words("words");
  made.jurisdiction = node.text("jurisdiction", false);
  made.by_name_only = node.flag("by_name_only");
  made.valid = period_in(node);
  made.dates_known = !node.flag("dates_not_verified");
  made.text = static_cast<TextStatus>(node.one_of("text", {"whole", "excerpt", "not_obtained"}));
  made.source = node.text("source", false);
  made.note = node.words("note", false);
  made.existing = node.words("existing", false);
  node.each("groups", [&](JsonNode& group) { made.groups.push_back({group.text("id"), group.words("words")}); });
  node.each("rules", [&](JsonNode& rule) { read_rule(rule, made.rules.emplace_back()); });
  node.each("exceptions", [&](JsonNode& exception) {
    const std::vector<std::string> kinds{"heritage", "martyr", "custom", "other"};
    made.exceptions.push_back({kinds[exception.one_of("kind", kinds)], exception.words("words"), exception.text("source", false)});
  });
  node.each("vertical", [&](JsonNode& limit) {
    made.vertical.push_back({limit.text("id"), limit.words("words"), limit.number("least_m"), limit.text("source", false)});
  });
}

}  // namespace

void read_siting(JsonNode& node, SitingRules& rules) {
  node.each("classes", [&](JsonNode& kind) {
    rules.classes.push_back({kind.text("id"), kind.words("words"), kind.texts("aliases"), kind.flag("access")});
  });
  node.each("sets", [&](JsonNode& set) { read_set(set, rules.sets.emplace_back()); });
}

}  // namespace merestone
