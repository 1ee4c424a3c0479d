// SPDX-License-Identifier: Apache-2.0
#include "cli/service/answers.hpp"
#include "cli/service/answers_json.hpp"

#include <set>
#include <unordered_map>

namespace merestone {
namespace {

/// Divisions before places before divisions that ended; among divisions the higher level first.
constexpr std::uint32_t place_weight = 1000;
constexpr std::uint32_t former_weight = 2000;

const char* word(Match match) {
  switch (match) {
    case Match::exact: return "exact";
    case Match::prefix: return "prefix";
    case Match::word_prefix: return "word";
    case Match::substring: return "part";
  }
  return "part";
}

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

}  // namespace

void Answers::index_names() {
  std::unordered_map<DivisionId, std::uint32_t> numbers;
  const auto add = [&](const std::string& text, std::uint32_t subject, std::uint32_t weight) {
    names_.add(text, subject, weight);
    texts_.push_back(text);
  };
  const auto number_of = [&](DivisionId division, Subject::Kind kind) {
    const auto [at, fresh] = numbers.try_emplace(division, static_cast<std::uint32_t>(subjects_.size()));
    if (fresh) subjects_.push_back({kind, 0, division});
    return at->second;
  };
  std::set<std::pair<DivisionId, std::string>> known;
  for (const auto& division : today_->all()) {
    const auto number = number_of(division.id, Subject::Kind::division);
    const auto weight = static_cast<std::uint32_t>(division.level);
    add(division.name, number, weight);
    if (!division.code.empty()) add(division.code, number, weight);
    known.emplace(division.id, division.name);
  }
  for (const auto& name : atlas_.facts.names) {
    if (!known.emplace(name.division, name.text).second) continue;
    const auto* living = today_->find(name.division);
    const auto kind = living != nullptr ? Subject::Kind::division : Subject::Kind::former;
    const auto weight = living != nullptr ? static_cast<std::uint32_t>(living->level) : former_weight;
    add(name.text, number_of(name.division, kind), weight);
  }
  for (std::size_t i = 0; i < atlas_.places.size(); ++i) {
    const auto number = static_cast<std::uint32_t>(subjects_.size());
    subjects_.push_back({Subject::Kind::place, i, {}});
    for (const auto& name : atlas_.places[i].names) add(name.text, number, place_weight);
  }
}

std::string Answers::search(std::string_view query, std::size_t limit) const {
  Json results = Json::array();
  const auto box_of = [&](DivisionId division, Json& json) {
    const auto ground = atlas_.ground.find(division);
    if (ground != atlas_.ground.end()) json["box"] = json_of(ground->second.box);
  };
  for (const auto& hit : names_.search(query, limit)) {
    const auto& subject = subjects_[hit.subject];
    const auto& matched = texts_[hit.name];
    Json json;
    if (subject.kind == Subject::Kind::division) {
      const auto chain = today_->chain(subject.division);
      json = brief(*chain.front());
      json["where"] = names_of(chain, 1);
      box_of(subject.division, json);
    } else if (subject.kind == Subject::Kind::place) {
      const auto& place = atlas_.places[subject.index];
      json = {{"name", place.names.front().text}, {"kind", place.type}, {"where", Json::array()}};
      if (place.position) {
        json["lon"] = degrees(place.position->lon);
        json["lat"] = degrees(place.position->lat);
      }
      json["where"] = names_of(today_->chain(atlas_.place_holders.at(subject.index)), 0);
    } else {
      json = {{"name", matched}, {"where", Json::array()}};
      for (const auto& version : atlas_.facts.versions) {
        if (version.division != subject.division) continue;
        json["kind"] = version.kind;
        json["level"] = version.level;
        json["valid"] = json_of(version.valid);
      }
      for (const auto& code : atlas_.facts.codes)
        if (code.division == subject.division) json["code"] = code.code;
      if (const auto* now = heir(atlas_.facts, *today_, subject.division)) {
        json["successor"] = brief(*now);
        json["where"] = names_of(today_->chain(now->id), 0);
        box_of(now->id, json);
      }
    }
    static constexpr const char* words[] = {"division", "place", "former"};
    json["subject"] = words[static_cast<std::size_t>(subject.kind)];
    json["match"] = word(hit.match);
    if (matched != json["name"]) json["matched"] = matched;
    results.push_back(std::move(json));
  }
  return compact({{"query", query}, {"results", results}});
}

}  // namespace merestone
