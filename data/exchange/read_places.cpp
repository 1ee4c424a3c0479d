// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/name_columns.hpp"
#include "data/exchange/staged.hpp"

#include <unordered_map>

namespace merestone {
namespace {

using exchange::Shape;
using exchange::Slot;
using exchange::Staged;

/// The names that one row gives: its own, and those in columns of a language.
std::vector<GeographicalName> names_of(Staged& staged, std::size_t record, const std::string& language) {
  std::vector<GeographicalName> names;
  const std::string& status = staged.text(record, "status");
  const auto add = [&](const std::string& text, const std::string& in) {
    if (text.empty()) return;
    names.push_back({text, in.empty() ? "und" : in, status.empty() ? "official" : status});
  };
  const std::string& own = staged.text(record, "language");
  add(staged.text(record, "name"), own.empty() ? language : own);
  for (std::size_t slot = 0; slot < staged.grid().slots().size(); ++slot) {
    const std::string& field = staged.grid().slots()[slot].field;
    if (!field.starts_with("name:") || (!names.empty() && exchange::transcription_scheme(field.substr(5)))) continue;
    add(staged.grid().text(record, slot), field.substr(5));
  }
  if (names.empty()) staged.needed(record, "name");
  return names;
}

void add_new(std::vector<GeographicalName>& names, std::vector<GeographicalName> more) {
  for (GeographicalName& name : more) {
    bool known = false;
    for (const GeographicalName& have : names) known |= have.text == name.text && have.language == name.language;
    if (!known) names.push_back(std::move(name));
  }
}

}  // namespace

PlaceDelivery read_places(const std::string& path, const ReadOptions& options, const Progress& progress) {
  PlaceDelivery delivery;
  std::unordered_map<std::size_t, Position> position_of;
  const exchange::Plan plan{
      {{"id", "name", "language", "status", "type", "lon", "lat", "people", "counted", "from", "until"}, {"name"}, true},
      exchange::Wanted::point};
  Staged staged{path, options, plan,
                [&](std::size_t record, const Shape&, const std::vector<Position>& positions) {
                  position_of.emplace(record, positions.front());
                },
                progress};
  for (const auto& slot : staged.grid().slots()) {
    if (slot.field.starts_with("name:") && exchange::transcription_scheme(slot.field.substr(5)))
      staged.problems().of_file("import.transcription", Severity::note, {{"column", slot.column}});
  }
  std::unordered_map<std::string, std::size_t> by_id;
  for (std::size_t i = 0; i < staged.size(); ++i) {
    std::vector<GeographicalName> names = names_of(staged, i, options.language);
    if (names.empty()) continue;
    const auto position = position_of.find(i);
    const std::string& id = staged.text(i, "id");
    const auto known = id.empty() ? by_id.end() : by_id.find(id);
    if (known != by_id.end()) {
      NamedPlace& place = delivery.places[known->second];
      if (position != position_of.end() && place.position && *place.position != position->second) {
        staged.problems().add("import.place_moves", Severity::error, i + 1, "id", {{"id", id}});
      } else if (position != position_of.end()) {
        place.position = position->second;
      }
      add_new(place.names, std::move(names));
      continue;
    }
    NamedPlace& place = delivery.places.emplace_back();
    place.local_id = id;
    place.type = staged.text(i, "type");
    place.names = std::move(names);
    if (position != position_of.end()) place.position = position->second;
    place.valid = staged.period(i);
    place.people = exchange::count_of(staged, i, place.valid.from);
    if (!id.empty()) by_id.emplace(id, delivery.places.size() - 1);
  }
  staged.finish(delivery);
  delivery.source.kind = "gazetteer";
  return delivery;
}

}  // namespace merestone
