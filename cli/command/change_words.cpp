// SPDX-License-Identifier: Apache-2.0
#include "cli/command/change_words.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace merestone {
namespace {

/// The fact of a division that holds on the day; else the one that ended last before, else any.
template <class Fact>
const Fact* fact_of(const std::unordered_map<DivisionId, std::vector<const Fact*>>& facts, DivisionId division, Date day) {
  const Fact* best = nullptr;
  const auto own = facts.find(division);
  if (own == facts.end()) return nullptr;
  for (const Fact* fact : own->second) {
    if (fact->valid.contains(day)) return fact;
    if (best == nullptr || (fact->valid.until <= day && fact->valid.until > best->valid.until)) best = fact;
  }
  return best;
}

}  // namespace

Cards::Cards(const DivisionFacts& facts) {
  for (const DivisionName& name : facts.names) {
    if (name.status == "official") names_[name.division].push_back(&name);
  }
  for (const DivisionCode& code : facts.codes) codes_[code.division].push_back(&code);
  for (const Membership& membership : facts.memberships) memberships_[membership.member].push_back(&membership);
}

std::string Cards::name(DivisionId division, Date day) const {
  const auto* fact = fact_of(names_, division, day);
  return fact == nullptr ? "" : fact->text;
}

std::string Cards::code(DivisionId division, Date day) const {
  const auto* fact = fact_of(codes_, division, day);
  return fact == nullptr ? "" : fact->code;
}

std::string Cards::both(DivisionId division, Date day) const { return code(division, day) + " " + name(division, day); }

namespace {

DivisionId superior_in(const std::unordered_map<DivisionId, std::vector<const Membership*>>& all, DivisionId member, MembershipKind kind,
                       Date Period::* end, Date day) {
  const auto own = all.find(member);
  if (own == all.end()) return {};
  for (const Membership* one : own->second) {
    if (one->kind == kind && one->valid.*end == day) return one->superior;
  }
  return {};
}

}  // namespace

DivisionId Cards::keeper_from(DivisionId division, Date day) const {
  return superior_in(memberships_, division, MembershipKind::entrusted, &Period::from, day);
}

DivisionId Cards::keeper_until(DivisionId division, Date day) const {
  return superior_in(memberships_, division, MembershipKind::entrusted, &Period::until, day);
}

DivisionId Cards::superior_from(DivisionId division, Date day) const {
  return superior_in(memberships_, division, MembershipKind::legal, &Period::from, day);
}

std::string cited(const ChangeEvent& event, const std::vector<Document>& documents) {
  for (const Document& document : documents) {
    if (document.id != event.document || document.number.empty()) continue;
    return event.title.empty() ? document.number : document.number + " " + event.title;
  }
  return event.title;
}

std::string line_of(const ChangePart& part, const Cards& cards, Date day, Language language) {
  const Date on = part.kind == ChangeKind::establish ? day : day - std::chrono::days{1};
  const auto further = [&](const char* rule, DivisionId division) { return told(rule, language, {{"division", cards.both(division, day)}}); };
  std::string text = fmt::format("{:<10} {}", term_word("change_kind", word_of(part.kind), language), cards.both(part.division, on));
  if (part.kind != ChangeKind::establish && part.kind != ChangeKind::abolish && part.before != part.after) {
    text += told(part.before.empty() ? "told.becomes" : "told.changes", language, {{"before", part.before}, {"after", part.after}});
  }
  if (part.kind == ChangeKind::abolish || part.kind == ChangeKind::change_boundary) {
    return part.other.value == 0 ? text : text + further("told.ground_to", part.other);
  }
  const DivisionId keeper = cards.keeper_from(part.division, day), former = cards.keeper_until(part.division, day);
  const bool placed = part.kind == ChangeKind::establish || part.kind == ChangeKind::change_superior;
  if (part.other.value != 0 && (part.other != keeper || part.other == cards.superior_from(part.division, day))) {
    text += further("told.under", part.other);
  }
  if (placed && keeper.value != 0) text += further("told.entrusted_to", keeper);
  else if (placed && former.value != 0) text += further("told.no_longer_entrusted", former);
  return text;
}

nlohmann::ordered_json json_of(const ChangePart& part, const Cards& cards, Date day) {
  nlohmann::ordered_json json{{"act", word_of(part.kind)}, {"name", cards.name(part.division, day)}, {"code", cards.code(part.division, day)},
                              {"before", part.before}, {"after", part.after}};
  if (part.other.value != 0) json["other"] = {{"code", cards.code(part.other, day)}, {"name", cards.name(part.other, day)}};
  const DivisionId keeper = cards.keeper_from(part.division, day);
  const bool placed = part.kind == ChangeKind::establish || part.kind == ChangeKind::change_superior;
  if (placed && keeper.value != 0) json["entrusted_to"] = {{"code", cards.code(keeper, day)}, {"name", cards.name(keeper, day)}};
  return json;
}

void print_parts(const Project& project, ChangeEventId event, const Shared& shared) {
  const auto facts = project.division_facts();
  const auto record = project.changes();
  const Cards cards{facts};
  for (const ChangeEvent& each : record.events) {
    if (each.id != event) continue;
    for (const ChangePart& part : record.parts) {
      if (part.event == event) fmt::print("  {}\n", line_of(part, cards, *each.dates.of("effective"), shared.language));
    }
  }
}

}  // namespace merestone
