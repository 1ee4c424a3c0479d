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

std::string cited(const ChangeEvent& event, const std::vector<Document>& documents) {
  for (const Document& document : documents) {
    if (document.id != event.document || document.number.empty()) continue;
    return event.title.empty() ? document.number : document.number + " " + event.title;
  }
  return event.title;
}

std::string line_of(const ChangePart& part, const Cards& cards, Date day) {
  const Date on = part.kind == ChangeKind::establish ? day : day - std::chrono::days{1};
  std::string text = fmt::format("{:<10} {}", word_of(part.kind), cards.both(part.division, on));
  if (part.kind != ChangeKind::establish && part.kind != ChangeKind::abolish && part.before != part.after) {
    text += part.before.empty() ? ": " + part.after : ": " + part.before + " -> " + part.after;
  }
  if (part.other.value != 0) text += fmt::format("{}{}", part.kind == ChangeKind::abolish || part.kind == ChangeKind::change_boundary ? ", to " : ", under ", cards.both(part.other, day));
  return text;
}

nlohmann::ordered_json json_of(const ChangePart& part, const Cards& cards, Date day) {
  nlohmann::ordered_json json{{"act", word_of(part.kind)}, {"name", cards.name(part.division, day)}, {"code", cards.code(part.division, day)},
                              {"before", part.before}, {"after", part.after}};
  if (part.other.value != 0) json["other"] = {{"code", cards.code(part.other, day)}, {"name", cards.name(part.other, day)}};
  return json;
}

void print_parts(const Project& project, ChangeEventId event, const Shared&) {
  const auto facts = project.division_facts();
  const auto record = project.changes();
  const Cards cards{facts};
  for (const ChangeEvent& each : record.events) {
    if (each.id != event) continue;
    for (const ChangePart& part : record.parts) {
      if (part.event == event) fmt::print("  {}\n", line_of(part, cards, *each.dates.of("effective")));
    }
  }
}

}  // namespace merestone
