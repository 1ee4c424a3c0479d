// SPDX-License-Identifier: Apache-2.0
#include "data/packs/read_enforcement.hpp"

#include <algorithm>

namespace merestone {
namespace {

EnforcementBody read_body(JsonNode& node) {
  return {node.text("id"), node.words("words"), node.texts("land_classes"), node.flag("any_land")};
}

EnforcementStep read_step(JsonNode& node) {
  EnforcementStep made;
  made.step.id = node.text("id");
  made.step.words = node.words("words");
  made.step.output = node.words("output", false);
  made.step.next = node.texts("next");
  made.step.source = node.text("source", false);
  made.bodies = node.texts("bodies");
  made.needs = node.texts("needs");
  made.ends = node.flag("ends");
  return made;
}

EnforcementClock read_clock(JsonNode& node) {
  EnforcementClock made;
  made.id = node.text("id");
  made.words = node.words("words");
  made.kind = static_cast<EnforcementClock::Kind>(node.one_of("kind", {"wait", "deadline"}));
  made.from = node.texts("from");
  made.after = node.texts("after");
  made.given = node.flag("given");
  if (node.has("allowed")) made.allowed = node.span("allowed");
  made.blocks = node.texts("blocks");
  made.stops = node.texts("stops");
  made.required = node.flag("required");
  made.source = node.text("source", false);
  return made;
}

/// Reads a list of the set; a set that does not have it keeps that of the set it is based on.
template <class Each, class Read>
void read_list(JsonNode& node, const char* field, std::vector<Each>& list, Read read) {
  if (!node.has(field)) return;
  list.clear();
  node.each(field, [&](JsonNode& each) { list.push_back(read(each)); });
}

EnforcementRules read_set(JsonNode& node, const std::vector<EnforcementRules>& earlier) {
  EnforcementRules made;
  if (const std::string base = node.text("based_on", false); !base.empty()) {
    const auto found = std::find_if(earlier.begin(), earlier.end(), [&](const EnforcementRules& set) { return set.id == base; });
    if (found == earlier.end()) node.bad("based_on");
    else made = *found;
  }
  made.id = node.text("id");
  made.words = node.words("words");
  made.law = node.words("law");
  made.valid = {node.day("from").value_or(unknown_start), node.day("until").value_or(open_end)};
  made.text_at_hand = !node.flag("without_text");
  made.source = node.text("source", false);
  if (node.has("least_public")) made.least_public = node.whole("least_public");
  read_list(node, "bodies", made.bodies, read_body);
  read_list(node, "steps", made.steps, read_step);
  read_list(node, "clocks", made.clocks, read_clock);
  read_list(node, "corrections", made.corrections,
            [](JsonNode& each) { return CorrectionForm{each.text("id"), each.words("words"), each.whole("days")}; });
  read_list(node, "outcomes", made.outcomes, [](JsonNode& each) { return EnforcementOutcome{each.text("id"), each.words("words")}; });
  read_list(node, "papers", made.papers, [](JsonNode& each) {
    return PaperTemplate{each.text("id"), each.words("title"), each.wordings("paragraphs")};
  });
  return made;
}

}  // namespace

void read_enforcement(JsonNode& node, std::vector<EnforcementRules>& sets) {
  node.each("sets", [&](JsonNode& set) { sets.push_back(read_set(set, sets)); });
}

}  // namespace merestone
