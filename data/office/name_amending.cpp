// SPDX-License-Identifier: Apache-2.0
#include "data/office/name_amending.hpp"

#include "data/db/refusal.hpp"
#include "data/store/name_store.hpp"
#include "gis/script/unfit.hpp"

#include <algorithm>

namespace merestone {
namespace {

const PlaceName* with_fact(const std::vector<PlaceName>& names, std::int64_t fact) {
  const auto found = std::find_if(names.begin(), names.end(), [&](const PlaceName& n) { return n.fact == fact; });
  return fact == 0 || found == names.end() ? nullptr : &*found;
}

bool has_name(const std::vector<PlaceName>& names, NameId id) {
  return std::any_of(names.begin(), names.end(), [&](const PlaceName& n) { return n.id == id; });
}

/// What is known besides text, language and days.
bool same_details(const PlaceName& a, const PlaceName& b) {
  return a.script == b.script && a.specific == b.specific && a.generic == b.generic && a.reading == b.reading && a.reading_certainty == b.reading_certainty &&
         a.origin == b.origin && a.meaning == b.meaning && a.source == b.source;
}

void complete(PlaceName& name, const NameDetails& known) {
  const auto take = [](std::string& to, const std::optional<std::string>& from, bool mended) {
    if (from) to = mended ? mended_name(*from) : *from;
  };
  take(name.language, known.language, false);
  take(name.script, known.script, false);
  take(name.specific, known.specific, true);
  take(name.generic, known.generic, true);
  take(name.reading, known.reading, true);
  take(name.origin, known.origin, false);
  take(name.meaning, known.meaning, false);
  take(name.source, known.source, false);
  if (known.certainty) name.reading_certainty = *known.certainty;
  if (known.valid) name.valid = *known.valid;
}

template <class Fact>
void supersede_gone(FactWriter& writer, const char* table, const std::vector<Fact>& was, const std::vector<Fact>& becomes) {
  std::vector<std::int64_t> gone;
  for (const Fact& fact : was) {
    const bool stays = std::any_of(becomes.begin(), becomes.end(), [&](const Fact& kept) { return kept.fact == fact.fact; });
    if (!stays) gone.push_back(fact.fact);
  }
  writer.supersede(table, std::move(gone));
}

}  // namespace

void amend_names(const PlaceAmendment& amendment, PlaceRecord& place) {
  for (const NameDetails& known : amendment.details) {
    const auto rows = std::count_if(place.names.begin(), place.names.end(), [&](const PlaceName& n) { return n.id == known.name; });
    const std::string number = "#" + std::to_string(place.id.value);
    if (rows == 0) refuse(Fault::missing, "name.no_name_of_place", "no such name", {{"name", "#" + std::to_string(known.name.value)}, {"place", number}});
    if (rows > 1 && known.valid) refuse(Fault::invalid, "name.dated_by_act", "its days are those of a renaming", {{"name", place.name(known.name)->text}, {"place", number}});
    for (PlaceName& name : place.names) {
      if (name.id != known.name) continue;
      const PlaceName was = name;
      complete(name, known);
      if (name.language != was.language || name.valid != was.valid) name.fact = 0;
      if (name.fact == 0 || !same_details(name, was)) name.detail = 0;
    }
  }
  for (PlaceName name : amendment.names) {
    name.text = mended_name(name.text);
    if (name.kind == NameKind::official) {
      refuse(Fault::invalid, "name.official_by_act", "a standard name is approved, or recorded as a renaming", {{"name", name.text}});
    }
    for (std::string* text : {&name.specific, &name.generic, &name.reading}) *text = mended_name(*text);
    name.id = {};
    name.fact = name.detail = 0;
    name.place = place.id;
    place.names.push_back(std::move(name));
  }
}

void record_names(FactWriter& writer, const PlaceRecord& was, const PlaceRecord& becomes) {
  std::vector<const PlaceName*> gone;
  std::vector<std::int64_t> details, spellings;
  for (const PlaceName& n : was.names) {
    const PlaceName* stays = with_fact(becomes.names, n.fact);
    if (stays == nullptr) gone.push_back(&n);
    else if (n.detail != 0 && stays->detail == 0) details.push_back(n.detail);
    if (has_name(becomes.names, n.id)) continue;
    for (const Spelling& s : n.spellings) spellings.push_back(s.fact);
  }
  supersede_names(writer, gone);
  writer.supersede("name_record", std::move(details));
  writer.supersede("name_spelling", std::move(spellings));
  std::vector<PlaceName> added, completed, spelled;
  for (const PlaceName& n : becomes.names) {
    const PlaceName* before = with_fact(was.names, n.fact);
    if (n.fact == 0) added.push_back(n);
    else if (n.detail == 0 && before != nullptr && (before->detail != 0 || !same_details(*before, n))) completed.push_back(n);
    else if (std::any_of(n.spellings.begin(), n.spellings.end(), [](const Spelling& s) { return s.fact == 0; })) spelled.push_back(n);
  }
  std::vector<PlaceName*> all;
  for (PlaceName& n : added) all.push_back(&n);
  if (!all.empty()) add_names(writer, all);
  if (!completed.empty()) add_name_details(writer, completed);
  all.clear();
  for (PlaceName& n : spelled) all.push_back(&n);
  if (!all.empty()) add_spellings(writer, all);
}

bool turn_back_names(const PlaceRecord& before, const PlaceRecord& after, PlaceRecord& now) {
  for (const PlaceName& n : after.names) {
    const PlaceName* earlier = with_fact(before.names, n.fact);
    if (earlier != nullptr && earlier->detail == n.detail) continue;
    const auto stands = std::find_if(now.names.begin(), now.names.end(), [&](const PlaceName& m) { return m.fact == n.fact && m.detail == n.detail; });
    if (stands == now.names.end()) return false;
    if (earlier == nullptr) {
      now.names.erase(stands);
      continue;
    }
    const auto spellings = stands->spellings;
    *stands = *earlier;
    stands->detail = 0;
    stands->spellings = spellings;
  }
  for (const PlaceName& n : before.names) {
    if (with_fact(after.names, n.fact) != nullptr) continue;
    now.names.push_back(n);
    now.names.back().fact = now.names.back().detail = 0;
  }
  return true;
}

void record_difference(FactWriter& writer, const PlaceRecord& was, PlaceRecord becomes, DocumentId document) {
  supersede_gone(writer, "place_shape", was.shapes, becomes.shapes);
  supersede_gone(writer, "place_class", was.classes, becomes.classes);
  supersede_gone(writer, "place_attribute", was.attributes, becomes.attributes);
  supersede_gone(writer, "place_code", was.codes, becomes.codes);
  supersede_gone(writer, "place_division", was.divisions, becomes.divisions);
  supersede_gone(writer, "address_alias", was.aliases, becomes.aliases);
  supersede_gone(writer, "place_link", was.links, becomes.links);
  record_names(writer, was, becomes);
  if (becomes.fact == 0) {
    becomes.fact = was.fact;
    add_place_version(writer, becomes, document);
  }
  if (becomes.head.fact == 0 && was.head.fact != 0) writer.supersede("place_record", {was.head.fact});
  add_place_details(writer, becomes, was.head.fact != becomes.head.fact || becomes.head.fact == 0);
  for (PlaceLink& link : becomes.links) {
    if (link.fact == 0) add_place_link(writer, link);
  }
}

}  // namespace merestone
