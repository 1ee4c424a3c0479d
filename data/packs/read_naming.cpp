// SPDX-License-Identifier: Apache-2.0
#include "data/packs/read_naming.hpp"

namespace merestone {
namespace {

NamingOutcome outcome(JsonNode& node, const char* field, NamingOutcome otherwise) {
  if (!node.has(field)) return otherwise;
  return static_cast<NamingOutcome>(node.one_of(field, {"note", "review", "warn", "block"}));
}

UniquenessRule read_unique(JsonNode& node) {
  UniquenessRule rule;
  rule.law = node.text("law");
  rule.classes = node.texts("classes");
  rule.from_level = node.whole("from_level", false);
  rule.to_level = node.whole("to_level", false);
  rule.famous_only = node.flag("famous_only");
  rule.scope = static_cast<ScopeKind>(node.one_of("scope", {"nation", "division", "built_up_area"}));
  rule.scope_level = node.whole("scope_level", false);
  rule.wider_level = node.whole("wider_level", false);
  rule.duplicate = outcome(node, "duplicate", rule.duplicate);
  rule.toned = outcome(node, "toned", rule.toned);
  rule.toneless = outcome(node, "toneless", rule.toneless);
  rule.specific = outcome(node, "specific", rule.specific);
  return rule;
}

}  // namespace

void read_naming(JsonNode& node, NamingRules& rules) {
  rules.source = node.text("source", false);
  rules.standard_characters = node.flag("standard_characters");
  rules.famous_kept = node.flag("famous_kept");
  rules.protected_needs_plan = node.flag("protected_needs_plan");
  rules.review_meaning = node.flag("review_meaning");
  rules.facilities = node.texts("facilities");
  rules.local_name_m = node.number("local_name_m");
  node.each("spelling", [&](JsonNode& spelling) {
    const std::vector<std::string> words{"division", "committee", "settlement", "natural", "street", "residence", "facility", "other"};
    rules.spelling.push_back({words[spelling.one_of("spelling", words)], spelling.texts("classes")});
  });
  node.each("unique", [&](JsonNode& unique) { rules.unique.push_back(read_unique(unique)); });
  node.each("lists", [&](JsonNode& list) {
    NamingList& made = rules.lists.emplace_back();
    made.id = list.text("id");
    made.law = list.text("law");
    made.words = list.words("words");
    made.outcome = outcome(list, "outcome", NamingOutcome::warn);
    made.anywhere = list.flag("anywhere");
    made.names = list.texts("names");
  });
  node.each("generics", [&](JsonNode& generic) {
    GenericRule& made = rules.generics.emplace_back();
    made.terms = generic.texts("terms");
    made.classes = generic.texts("classes");
    made.least_area_m2 = generic.number("least_area_m2");
    made.least_length_m = generic.number("least_length_m");
    made.most_length_m = generic.number("most_length_m");
    made.least_floor_area_m2 = generic.number("least_floor_area_m2");
    made.least_storeys = generic.whole("least_storeys", false);
    made.source = generic.text("source", false);
  });
}

}  // namespace merestone
