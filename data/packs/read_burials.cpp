// SPDX-License-Identifier: Apache-2.0
#include "data/packs/read_burials.hpp"

namespace merestone {
namespace {

std::optional<bool> flag_if_there(JsonNode& node, const char* field) {
  if (!node.has(field)) return {};
  return node.flag(field);
}

void read_facility(JsonNode& node, FacilityKind& made) {
  made.id = node.text("id");
  made.words = node.words("words");
  made.aliases = node.texts("aliases");
  made.holds_remains = node.flag("holds_remains");
  node.each("approvals", [&](JsonNode& approval) {
    FacilityApproval& a = made.approvals.emplace_back();
    a.ownership = approval.text("ownership", false);
    a.from_level = approval.whole("from_level");
    a.to_level = approval.whole("to_level");
    a.by = approval.words("by");
    a.consent = approval.words("consent", false);
    a.valid = period_in(approval);
    a.source = approval.text("source", false);
  });
}

void read_type(JsonNode& node, GraveTypeRule& made) {
  made.id = node.text("id");
  made.words = node.words("words");
  made.jurisdiction = node.text("jurisdiction", false);
  made.valid = period_in(node);
  made.outside_facility = node.flag("outside_facility");
  made.in_zone = node.flag("in_zone");
  made.hardened = flag_if_there(node, "hardened");
  made.with_remains = flag_if_there(node, "with_remains");
  made.clan = node.flag("clan");
  made.forms = node.texts("forms");
  made.single_m2 = node.number("single_m2");
  made.double_m2 = node.number("double_m2");
  made.extra_m2 = node.number("extra_m2");
  made.rebuilt_after = node.day("rebuilt_after");
  made.source = node.text("source", false);
}

}  // namespace

void read_burials(JsonNode& node, BurialRules& rules) {
  node.each("facilities", [&](JsonNode& facility) { read_facility(facility, rules.facilities.emplace_back()); });
  node.each("plots", [&](JsonNode& plot) {
    PlotType& made = rules.plots.emplace_back();
    made.id = plot.text("id");
    made.words = plot.words("words");
    made.aliases = plot.texts("aliases");
    made.ecological = plot.flag("ecological");
  });
  node.each("plot_limits", [&](JsonNode& limit) {
    PlotLimit& made = rules.plot_limits.emplace_back();
    made.type = limit.text("type");
    made.jurisdiction = limit.text("jurisdiction", false);
    made.most_m2 = limit.number("most_m2");
    made.valid = period_in(limit);
    made.source = limit.text("source", false);
  });
  node.each("stone_limits", [&](JsonNode& limit) {
    StoneLimit& made = rules.stone_limits.emplace_back();
    made.jurisdiction = limit.text("jurisdiction", false);
    made.most_m = limit.number("most_m");
    made.valid = period_in(limit);
    made.source = limit.text("source", false);
  });
  node.each("facility_limits", [&](JsonNode& limit) {
    FacilityLimit& made = rules.facility_limits.emplace_back();
    made.kinds = limit.texts("kinds");
    made.jurisdiction = limit.text("jurisdiction", false);
    made.most_term_years = limit.number("most_term_years");
    made.least_cover_percent = limit.number("least_cover_percent");
    made.least_green_percent = limit.number("least_green_percent");
    made.valid = period_in(limit);
    made.source = limit.text("source", false);
  });
  node.each("grave_types", [&](JsonNode& type) { read_type(type, rules.grave_types.emplace_back()); });
  node.each("capacity", [&](JsonNode& capacity) {
    CapacityRule& made = rules.capacity.emplace();
    made.jurisdiction = capacity.text("jurisdiction", false);
    made.valid = period_in(capacity);
    made.years = capacity.number("years");
    made.share = capacity.number("share");
    made.source = capacity.text("source", false);
  });
}

}  // namespace merestone
