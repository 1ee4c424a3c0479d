// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/read_gazetteer.hpp"

#include "data/exchange/name_columns.hpp"
#include "data/exchange/staged.hpp"
#include "gis/base/list.hpp"

#include <unordered_map>

namespace merestone {
namespace {

using exchange::Shape;
using exchange::Staged;

class Rows {
 public:
  Rows(Staged& staged, const std::string& scheme, const ReadOptions& options) : staged_{staged}, scheme_{scheme}, options_{options} {}

  /// False when the row cannot be taken.
  bool take(std::size_t record, PlaceRecord& place) {
    const auto text = [&](const char* field) -> const std::string& { return staged_.text(record, field); };
    const auto valid = period(record);
    if (!valid) return false;
    // Where nothing says what a name is to its place, a status may: "former".
    const std::string& use = text("use").empty() && name_kind(text("status")) ? text("status") : text("use");
    const auto kind = use.empty() ? NameKind::official : name_kind(use);
    if (!kind) {
      staged_.problems().error("name.kind", record + 1, "use", {{"value", use}});
      return false;
    }
    const auto add = [&](const std::string& name_text, const std::string& language) -> PlaceName* {
      if (name_text.empty()) return nullptr;
      PlaceName& name = place.names.emplace_back();
      name.text = name_text;
      name.language = language.empty() ? "und" : language;
      name.kind = *kind;
      name.valid = *valid;
      name.source = text("source");
      if (const auto status = name_status(text("status"))) name.status = *status;
      return &name;
    };
    const std::string& own = text("language");
    if (PlaceName* name = add(text("name"), own.empty() ? options_.language : own)) {
      name->script = text("script");
      name->specific = text("specific");
      name->generic = text("generic");
      name->reading = text("reading");
      name->origin = text("origin");
      name->meaning = text("meaning");
      if (!text("spelling").empty()) name->spellings = {{0, text("spelling"), "Latn", "", name->language, Certainty::unsure, text("source")}};
    }
    for (std::size_t slot = 0; slot < staged_.grid().slots().size(); ++slot) {
      const std::string& field = staged_.grid().slots()[slot].field;
      if (field.starts_with("name:") && !spells(place, field.substr(5), staged_.grid().text(record, slot), text("source"))) add(staged_.grid().text(record, slot), field.substr(5));
    }
    if (place.names.empty()) {
      staged_.needed(record, "name");
      return false;
    }
    const std::string language = place.names.front().language;
    for (const auto& [field, other] : {std::pair{"variants", NameKind::variant}, {"short", NameKind::short_form}, {"former", NameKind::former}}) {
      for (const std::string& each : several(text(field))) {
        if (PlaceName* name = add(each, language)) name->kind = other, name->valid = {};
      }
    }
    return codes(record, place) && rest(record, place);
  }

 private:
  /// Several in one cell, as registers have them.
  static std::vector<std::string> several(const std::string& text) {
    std::string one = text;
    for (const std::string_view mark : {"、", "；", "，", ","}) {
      for (std::size_t at = one.find(mark); at != std::string::npos; at = one.find(mark, at + 1)) one.replace(at, mark.size(), ";");
    }
    return parted(one, ';');
  }

  /// "wikidata:Q42; geonames:2990969".
  bool codes(std::size_t record, PlaceRecord& place) {
    for (const std::string& each : several(staged_.text(record, "codes"))) {
      const auto colon = each.find(':');
      if (colon == std::string::npos || colon == 0 || colon + 1 == each.size()) {
        staged_.problems().error("name.code", record + 1, "codes", {{"value", each}});
        return false;
      }
      place.codes.push_back({0, each.substr(0, colon), each.substr(colon + 1), {}});
    }
    return true;
  }

  /// Takes what spells the first name by a scheme: pinyin is its reading where none is given.
  static bool spells(PlaceRecord& place, const std::string& language, const std::string& text, const std::string& source) {
    const auto scheme = exchange::transcription_scheme(language);
    if (!scheme || place.names.empty()) return false;
    PlaceName& name = place.names.front();
    if (text.empty() || text == name.reading) return true;
    if (*scheme == "pinyin" && name.reading.empty()) name.reading = text;
    else name.spellings.push_back({0, text, "Latn", *scheme, name.language, Certainty::unsure, source});
    return true;
  }

  std::optional<Edtf> period(std::size_t record) {
    const std::string& text = staged_.text(record, "valid");
    if (text.empty()) return Edtf::of(staged_.period(record));
    const auto valid = parse_edtf(text);
    if (!valid) staged_.problems().error("name.validity", record + 1, "valid", {{"value", text}});
    return valid;
  }

  bool rest(std::size_t record, PlaceRecord& place) {
    const auto text = [&](const char* field) -> const std::string& { return staged_.text(record, field); };
    place.local_id = text("id");
    place.type = text("class");
    if (!place.type.empty()) place.classes = {{0, text("scheme").empty() ? scheme_ : text("scheme"), place.type}};
    place.head.location = text("location");
    place.head.description = text("description");
    place.head.source = text("source");
    if (!text("secrecy").empty()) place.head.secrecy = text("secrecy");
    if (!text("placecode").empty()) place.codes.push_back({0, "cn-place", text("placecode"), {}});
    if (!text("area").empty()) place.attributes = {{0, "built_up_area", text("area")}};
    return true;
  }

  Staged& staged_;
  const std::string& scheme_;
  const ReadOptions& options_;
};

}  // namespace

GazetteerDelivery read_gazetteer(const std::string& path, const std::string& scheme, const ReadOptions& options, const Progress& progress) {
  GazetteerDelivery delivery;
  std::unordered_map<std::size_t, Position> position_of;
  const exchange::Plan plan{{{"id", "name", "language", "script", "use", "status", "placecode", "class", "specific", "generic", "spelling", "reading", "origin",
                              "meaning", "source", "valid", "from", "until", "lon", "lat", "location", "description", "secrecy", "area", "division", "codes",
                              "variants", "short", "former", "scheme"},
                             {"name"},
                             true},
                            exchange::Wanted::point};
  Staged staged{path, options, plan,
                [&](std::size_t record, const Shape&, const std::vector<Position>& positions) { position_of.emplace(record, positions.front()); }, progress};
  Rows rows{staged, scheme, options};
  std::unordered_map<std::string, std::size_t> by_id;
  for (std::size_t i = 0; i < staged.size(); ++i) {
    PlaceRecord place;
    if (!rows.take(i, place)) continue;
    const auto position = position_of.find(i);
    if (position != position_of.end()) place.position = position->second;
    const auto known = place.local_id.empty() ? by_id.end() : by_id.find(place.local_id);
    if (known == by_id.end()) {
      if (!place.local_id.empty()) by_id.emplace(place.local_id, delivery.places.size());
      delivery.places.push_back({i + 1, std::move(place), staged.text(i, "division")});
      continue;
    }
    PlaceRecord& first = delivery.places[known->second].place;
    if (!first.position) first.position = place.position;
    for (PlaceName& name : place.names) first.names.push_back(std::move(name));
  }
  staged.finish(delivery);
  delivery.source.kind = "gazetteer";
  return delivery;
}

}  // namespace merestone
