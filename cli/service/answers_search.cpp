// SPDX-License-Identifier: Apache-2.0
#include "cli/service/answers.hpp"
#include "cli/service/answers_json.hpp"
#include "data/packs/class_schemes.hpp"
#include "gis/base/error.hpp"
#include "gis/base/text.hpp"
#include "gis/search/gazetteer.hpp"
#include "gis/search/writing.hpp"

#include <set>

namespace merestone {
namespace {

Json names_of(const std::vector<const DivisionState*>& chain, std::size_t first) {
  Json names = Json::array();
  for (std::size_t i = first; i < chain.size(); ++i) names.push_back(chain[i]->name);
  return names;
}

/// Who holds the ground of a division that ended, on the day of the register.
const DivisionState* heir(const DivisionFacts& facts, const DivisionRegister& divisions, DivisionId ended) {
  std::set<DivisionId> seen;
  while (seen.insert(ended).second) {
    if (const auto* living = divisions.find(ended)) return living;
    for (const auto& succession : facts.successions)
      if (succession.from == ended && succession.to != ended) ended = succession.to;
  }
  return nullptr;
}

Json found(const Atlas& atlas, const DivisionRegister& today, const search::Hit& hit, bool former) {
  Json json;
  const auto box_of = [&](DivisionId division) {
    const auto ground = atlas.ground.find(division);
    if (ground != atlas.ground.end()) json["box"] = json_of(ground->second.box);
  };
  const DivisionId division{hit.kind == search::Kind::division ? hit.subject : 0};
  if (hit.kind == search::Kind::place) {
    const auto& place = atlas.places[static_cast<std::size_t>(hit.subject)];
    json = {{"name", place.names.front().text}, {"kind", place.type}, {"where", Json::array()}};
    if (const Wording* words = place_wording(hit.classes, hit.type)) json["words"] = {{"en", words->en}, {"zh", words->zh}};
    if (place.position) {
      json["lon"] = degrees(place.position->lon);
      json["lat"] = degrees(place.position->lat);
    }
    json["where"] = names_of(today.chain(atlas.place_holders.at(static_cast<std::size_t>(hit.subject))), 0);
    json["subject"] = "place";
  } else if (today.find(division) != nullptr) {
    const auto chain = today.chain(division);
    json = brief(*chain.front());
    json["where"] = names_of(chain, 1);
    box_of(division);
    json["subject"] = "division";
  } else {
    json = {{"name", hit.text}, {"where", Json::array()}};
    for (const auto& version : atlas.facts.versions) {
      if (version.division != division) continue;
      json["kind"] = version.kind;
      json["level"] = version.level;
      json["valid"] = json_of(version.valid);
    }
    for (const auto& code : atlas.facts.codes)
      if (code.division == division) json["code"] = code.code;
    if (const auto* now = heir(atlas.facts, today, division)) {
      json["successor"] = brief(*now);
      json["where"] = names_of(today.chain(now->id), 0);
      box_of(now->id);
    }
    json["subject"] = "former";
  }
  json["match"] = search::word_of(hit.layer);
  if (hit.text != json["name"]) json["matched"] = hit.text;
  if (hit.distance_m) json["distance_m"] = *hit.distance_m;
  if (former) json["former"] = true;
  // The name that matched, cut where the match begins and ends, so that a page can mark it.
  if (!hit.spans.empty()) {
    const auto [begin, end] = hit.spans.front();
    json["marked"] = {hit.text.substr(0, begin), hit.text.substr(begin, end - begin), hit.text.substr(end)};
  }
  return json;
}

}  // namespace

void Answers::index_names() {
  const search::Gazetteer gazetteer{atlas_.facts, *today_};
  search::Builder builder;
  gazetteer.add_divisions(builder);
  std::int64_t id = 0;
  for (std::size_t i = 0; i < atlas_.places.size(); ++i) {
    const auto& place = atlas_.places[i];
    const auto* holder = today_->find(atlas_.place_holders.at(i));
    const auto classes = atlas_.place_classes.find(place.id.value);
    for (const auto& name : place.names) {
      const auto reading = atlas_.place_readings.find({place.id.value, name.text});
      auto entry = search::entry_of(place, name, ++id, gazetteer.number_of(atlas_.place_holders[i]),
                                    holder == nullptr ? std::string_view{} : holder->code,
                                    {classes == atlas_.place_classes.end() ? std::string_view{} : classes->second,
                                     reading == atlas_.place_readings.end() ? std::string_view{} : reading->second});
      entry.subject = static_cast<std::int64_t>(i);  // its number in the atlas
      builder.add(entry);
    }
  }
  numbers_.clear();
  for (const auto& division : today_->all()) numbers_.emplace(division.id, gazetteer.number_of(division.id));
  names_ = builder.finish(gazetteer.tree(), atlas_.audit_head);
  index_.emplace(names_);
}

std::string Answers::search(search::Query query, const std::optional<std::string>& in) const {
  if (in) {
    const auto* division = today_->find_code(*in);
    if (division == nullptr)
      throw Error{Fault::missing, "no division has the code " + *in, {{.rule = "service.no_division", .facts = {{"code", *in}}}}};
    const auto number = numbers_.at(division->id);
    query.filter.divisions = {{number, index_->divisions()[number]}};
  }
  const search::Source sources[] = {{&*index_}};
  const auto answer = search::find(sources, query, search::common_language());
  Json results = Json::array();
  if (answer.position) {
    Json json{{"subject", "position"}, {"name", shortest(degrees(answer.position->lon)) + " " + shortest(degrees(answer.position->lat))},
              {"kind", "position"}, {"lon", degrees(answer.position->lon)}, {"lat", degrees(answer.position->lat)},
              {"where", Json::array()}, {"match", "position"}};
    if (atlas_.locate) {
      const auto located = atlas_.locate(*answer.position, atlas_.as_of, Neutral{});
      json["disputed"] = located.status == LocateStatus::disputed;
      for (const auto holder : located.holders)
        for (auto& name : names_of(today_->chain(holder), 0)) json["where"].push_back(name);
    }
    results.push_back(std::move(json));
  }
  std::set<std::pair<search::Kind, std::int64_t>> seen;
  for (const auto& hit : answer.hits)
    if (seen.emplace(hit.kind, hit.subject).second) results.push_back(found(atlas_, *today_, hit, false));
  for (const auto& hit : answer.former)
    if (results.size() < query.limit && seen.emplace(hit.kind, hit.subject).second) results.push_back(found(atlas_, *today_, hit, true));
  Json notes = Json::array();
  for (const auto& note : answer.notes) notes.push_back(note.rule);
  return compact({{"query", query.text}, {"results", results}, {"notes", notes}});
}

}  // namespace merestone
