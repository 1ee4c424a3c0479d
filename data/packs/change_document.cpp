// SPDX-License-Identifier: Apache-2.0
#include "data/packs/change_document.hpp"

#include "data/packs/drawn.hpp"
#include "gis/base/error.hpp"

namespace merestone {
namespace {

Seat read_seat(JsonNode& node) {
  Seat seat{node.text("name"), {}};
  if (node.has("lon") || node.has("lat")) seat.at = Place{node.signed_number("lon"), node.signed_number("lat")};
  return seat;
}

Recipient read_recipient(JsonNode& node) {
  Recipient recipient{node.text("to")};
  if (node.has("area_share")) recipient.area_share = node.number("area_share");
  if (node.has("people_share")) recipient.people_share = node.number("people_share");
  if (node.has("people")) recipient.people = static_cast<std::int64_t>(node.number("people"));
  return recipient;
}

ChangeAct read_act(JsonNode& node, const std::string& file) {
  std::vector<std::string> kinds;
  for (const ChangeKind kind : change_kinds) kinds.emplace_back(word_of(kind));
  ChangeAct act;
  act.kind = change_kinds[node.one_of("act", kinds)];
  act.code = node.text("code");
  act.new_code = node.text("new_code", false);
  act.name = node.text("name", false);
  if (node.has("language")) act.language = node.text("language");
  act.division_kind = node.text("kind", false);
  act.level = node.whole("level", false);
  if (node.has("superior")) act.superior = node.text("superior", false);
  if (node.has("entrusted")) act.entrusted = node.text("entrusted", false);
  node.each("territory", [&](JsonNode& recipient) { act.territory.push_back(read_recipient(recipient)); });
  node.each("lines", [&](JsonNode& line) {
    const std::string left = line.text("left"), right = line.text("right");
    for (Polyline& path : read_drawn_lines(line, file)) act.lines.push_back({std::move(path), left, right});
  });
  node.each("areas", [&](JsonNode& area) {
    const std::string to = area.text("to");
    act.areas.push_back({read_drawn_area(area, file), to});
  });
  node.each("seat", [&](JsonNode& seat) { act.seat = read_seat(seat); });
  act.note = node.text("note", false);
  return act;
}

}  // namespace

ChangeDocument read_change(const std::string& file, const std::string& text) {
  JsonReading reading{file};
  ChangeDocument read;
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (json.is_discarded()) {
    reading.report("json.malformed", "", "");
  } else {
    JsonNode node{reading, json, ""};
    read.plan.title = node.text("title");
    read.plan.authority = node.text("authority", false);
    read.plan.dates = {node.day("approved"), node.day("announced"), node.day("effective"), node.day("completed"),
                       node.day("code_published")};
    read.plan.note = node.text("note", false);
    read.code_system = node.text("code_system", false);
    const std::string kind = node.text("document_kind", false);
    read.document = {{}, kind.empty() ? "decree" : kind, read.plan.title, node.text("number", false), read.plan.authority,
                     read.plan.dates.approved, {}, {}};
    node.each("acts", [&](JsonNode& act) { read.plan.acts.push_back(read_act(act, file)); }, true);
    node.close();
  }
  if (!reading.findings.empty()) throw Error{Fault::invalid, "the change in " + file + " cannot be read", reading.findings};
  return read;
}

}  // namespace merestone
