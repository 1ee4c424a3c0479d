// SPDX-License-Identifier: Apache-2.0
#include "data/packs/read_relief.hpp"

namespace merestone {
namespace {

std::vector<ReliefWord> read_words(JsonNode& node, const char* field) {
  std::vector<ReliefWord> list;
  node.each(field, [&](JsonNode& word) { list.push_back({word.text("id"), word.words("words")}); });
  return list;
}

void read_shelters(JsonNode& node, ShelterRules& rules) {
  rules.levels = read_words(node, "levels");
  rules.spaces = read_words(node, "spaces");
  rules.steepest_percent = node.number("steepest_percent");
  rules.least_exits = node.whole("least_exits", false);
  rules.source = node.text("source", false);
  node.each("durations", [&](JsonNode& duration) {
    rules.durations.push_back({duration.text("id"), duration.words("words"), duration.whole("longest_days", false),
                               duration.number("area_per_head_m2"), duration.number("radius_m")});
  });
}

void read_depots(JsonNode& node, DepotRules& rules) {
  rules.levels = read_words(node, "levels");
  rules.expiring_days = node.whole("expiring_days", false);
  rules.source = node.text("source", false);
  node.each("needs", [&](JsonNode& need) {
    rules.needs.push_back({need.text("id"), need.words("words"), need.words("unit"), need.texts("names"), need.number("per_head")});
  });
}

void read_events(JsonNode& node, EventRules& rules) {
  node.each("hazards", [&](JsonNode& hazard) {
    rules.hazards.push_back({hazard.text("id"), hazard.words("words"), hazard.text("group", false)});
  });
  rules.severities = read_words(node, "severities");
  rules.source = node.text("source", false);
  node.each("stages", [&](JsonNode& stage) {
    ReportStage& made = rules.stages.emplace_back();
    made.id = stage.text("id");
    made.words = stage.words("words");
    made.within_hours = stage.whole("within_hours", false);
    const std::vector<std::string> starts{"", "start", "last", "end"};
    if (stage.has("after")) made.after = starts[stage.one_of("after", starts)];
    made.source = stage.text("source", false);
  });
  read_indicators(node, "losses", rules.losses);
  node.each("orders", [&](JsonNode& order) { rules.orders.push_back({order.text("lesser"), order.text("greater")}); });
}

}  // namespace

void read_indicators(JsonNode& node, const char* field, std::vector<IndicatorRule>& rules) {
  node.each(field, [&](JsonNode& indicator) {
    IndicatorRule& made = rules.emplace_back();
    made.id = indicator.text("id");
    made.words = indicator.words("words");
    made.unit = indicator.words("unit");
    if (indicator.has("sum")) made.sum = static_cast<SumRule>(indicator.one_of("sum", {"sum", "rate", "none"}));
    made.parent = indicator.text("parent", false);
    made.numerator = indicator.text("numerator", false);
    made.denominator = indicator.text("denominator", false);
    if (indicator.has("scale")) made.scale = indicator.number("scale");
    made.over = indicator.words("over", false);
    made.whole = indicator.flag("whole");
    made.source = indicator.text("source", false);
  });
}

void read_relief(JsonNode& node, ReliefRules& rules) {
  node.each("shelters", [&](JsonNode& shelters) { read_shelters(shelters, rules.shelters); });
  node.each("depots", [&](JsonNode& depots) { read_depots(depots, rules.depots); });
  node.each("events", [&](JsonNode& events) { read_events(events, rules.events); });
}

}  // namespace merestone
