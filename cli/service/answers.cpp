// SPDX-License-Identifier: Apache-2.0
#include "cli/service/answers.hpp"

#include "cli/service/answers_json.hpp"
#include "gis/base/error.hpp"
#include "gis/base/text.hpp"

#include <algorithm>
#include <map>

namespace merestone {
namespace {

/// Registers of other days kept: a reader moves between a few days, and one costs little memory.
constexpr std::size_t days_kept = 8;
constexpr std::size_t members_shown = 1000;

const char* word(LocateStatus status) {
  switch (status) {
    case LocateStatus::inside: return "inside";
    case LocateStatus::on_line: return "on_line";
    case LocateStatus::disputed: return "disputed";
    case LocateStatus::outside: return "outside";
  }
  return "outside";
}

Json json_of(const std::vector<KindCount>& kinds) {
  Json list = Json::array();
  for (const auto& [kind, severity, count] : kinds) {
    list.push_back({{"kind", kind}, {"count", count}});
    if (severity > 0) list.back()["severity"] = severity;
  }
  return list;
}

/// The code or name that a division had at some time, for divisions that do not exist on the day asked for.
template <class Fact>
const Fact* last_of(const std::vector<Fact>& facts, DivisionId division) {
  const Fact* last = nullptr;
  for (const auto& fact : facts)
    if (fact.division == division && (last == nullptr || fact.valid.from >= last->valid.from)) last = &fact;
  return last;
}

Json relative(const DivisionFacts& facts, DivisionId division, const Succession& succession) {
  Json json{{"day", to_string(succession.day)}};
  if (const auto* code = last_of(facts.codes, division)) json["code"] = code->code;
  if (const auto* name = last_of(facts.names, division)) json["name"] = name->text;
  if (!succession.reason.empty()) json["reason"] = succession.reason;
  return json;
}

[[noreturn]] void no_division(const DivisionFacts& facts, std::string_view code, Date on) {
  std::vector<std::pair<std::string, std::string>> known{{"code", std::string{code}}, {"on", to_string(on)}};
  const DivisionCode* held = nullptr;
  for (const auto& fact : facts.codes)
    if (fact.code == code && (held == nullptr || fact.valid.from >= held->valid.from)) held = &fact;
  if (held == nullptr)
    throw Error{Fault::missing, "no division has the code " + std::string{code},
                {{.rule = "service.no_division", .facts = std::move(known)}}};
  known.emplace_back("from", to_string(held->valid.from));
  known.emplace_back("until", to_string(held->valid.until));
  throw Error{Fault::missing, "no division has the code " + std::string{code} + " on that day",
              {{.rule = "service.no_division_then", .facts = std::move(known)}}};
}

}  // namespace

Json brief(const DivisionState& division) {
  return {{"code", division.code}, {"name", division.name}, {"level", division.level}, {"kind", division.kind}};
}

Json json_of(const Period& valid) {
  Json json = Json::object();
  if (valid.from != unknown_start) json["from"] = to_string(valid.from);
  if (valid.until != open_end) json["until"] = to_string(valid.until);
  return json;
}

Json json_of(const Box& box) { return {degrees(box.west), degrees(box.south), degrees(box.east), degrees(box.north)}; }

std::string compact(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Answers::Answers(const Atlas& atlas)
    : atlas_{atlas}, today_{std::make_shared<const DivisionRegister>(atlas.facts, atlas.as_of.day)} {
  index_names();
}

Answers::Register Answers::on_day(Date day) const {
  if (day == atlas_.as_of.day) return today_;
  const std::lock_guard lock{mutex_};
  const auto known = std::find_if(others_.begin(), others_.end(), [&](const auto& other) { return other.first == day; });
  if (known != others_.end()) {
    std::rotate(known, known + 1, others_.end());
  } else {
    if (others_.size() == days_kept) others_.erase(others_.begin());
    others_.emplace_back(day, std::make_shared<const DivisionRegister>(atlas_.facts, day));
  }
  return others_.back().second;
}

std::string Answers::info() const {
  Json json{{"title", atlas_.title}, {"day", to_string(atlas_.as_of.day)}, {"revision", atlas_.as_of.revision},
            {"audit_head", atlas_.audit_head}, {"divisions", today_->all().size()}, {"places", atlas_.places.size()},
            {"hazards", json_of(atlas_.hazards)}, {"facilities", json_of(atlas_.facilities)}, {"monuments", json_of(atlas_.monuments)},
            {"sources", atlas_.sources}, {"disputed", atlas_.disputed}};
  for (std::size_t layer = 1; layer < site_layers.size(); ++layer) json[std::string{site_layers[layer]}] = json_of(atlas_.sites[layer]);
  if (!atlas_.extent.empty()) json["extent"] = merestone::json_of(atlas_.extent);
  if (!atlas_.home.empty()) json["home"] = merestone::json_of(atlas_.home);
  json["kind_words"] = Json::object();
  for (const auto& [kind, words] : atlas_.kind_words) {
    if (!json["kind_words"].contains(kind)) json["kind_words"][kind] = {{"en", words.en}, {"zh", words.zh}};
  }
  json["generated"] = std::any_of(atlas_.sources.begin(), atlas_.sources.end(), [](const std::string& source) {
    return source.find("generated") != std::string::npos;
  });
  json["documents"] = Json::array();
  for (const auto& document : atlas_.documents)
    json["documents"].push_back({{"title", document.title}, {"issuer", document.issuer}, {"licence", document.licence}});
  return compact(json);
}

std::string Answers::levels(Date on) const {
  struct Tally {
    std::size_t count = 0;
    std::map<std::string, std::size_t> kinds;
    std::vector<double> areas_m2;
  };
  std::map<Level, Tally> tallies;
  const auto divisions = on_day(on);
  for (const auto& division : divisions->all()) {
    auto& tally = tallies[division.level];
    ++tally.count;
    if (!division.kind.empty()) ++tally.kinds[division.kind];
    const auto ground = atlas_.ground.find(division.id);
    if (on == day() && ground != atlas_.ground.end()) tally.areas_m2.push_back(ground->second.area_m2);
  }
  Json list = Json::array();
  for (auto& [level, tally] : tallies) {
    list.push_back({{"level", level}, {"count", tally.count}});
    if (!tally.areas_m2.empty()) {
      const auto middle = tally.areas_m2.begin() + static_cast<std::ptrdiff_t>(tally.areas_m2.size() / 2);
      std::nth_element(tally.areas_m2.begin(), middle, tally.areas_m2.end());
      list.back()["median_km2"] = *middle / 1e6;
    }
    list.back()["kinds"] = Json::array();
    std::vector<std::pair<std::string, std::size_t>> kinds{tally.kinds.begin(), tally.kinds.end()};
    std::stable_sort(kinds.begin(), kinds.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    for (const auto& [kind, count] : kinds) list.back()["kinds"].push_back({{"kind", kind}, {"count", count}});
    for (const auto& [known, words] : atlas_.level_words) {
      if (known == level && !list.back().contains("words")) list.back()["words"] = {{"en", words.en}, {"zh", words.zh}};
    }
  }
  return compact({{"on", to_string(on)}, {"levels", list}});
}

std::string Answers::tints() const {
  nlohmann::json json = nlohmann::json::object();  // sorted: the ordered kind is slow with tens of thousands of keys
  for (const auto& division : today_->all()) {
    const auto ground = atlas_.ground.find(division.id);
    if (ground != atlas_.ground.end()) json[std::to_string(division.level)][division.code] = ground->second.tint;
  }
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string Answers::at(Position position, Date on, const Viewpoint& viewpoint) const {
  if (!atlas_.locate) throw Error{Fault::unavailable, "positions cannot be looked up in this project"};
  const auto result = atlas_.locate(position, {on, atlas_.as_of.revision}, viewpoint);
  const auto divisions = on_day(on);
  Json holders = Json::array();
  for (const auto holder : result.holders) holders.push_back({{"chain", chain_of(*divisions, holder)}});
  Json json{{"lon", degrees(position.lon)}, {"lat", degrees(position.lat)}, {"on", to_string(on)},
            {"revision", atlas_.as_of.revision}, {"viewpoint", word_of(viewpoint, *today_)}, {"status", word(result.status)},
            {"holders", holders}};
  if (on == day() && atlas_.contested_at) {
    if (const auto plot = atlas_.contested_at(position)) json["contested"] = contested_json(atlas_, *today_, atlas_.contested[*plot], position);
  }
  return compact(json);
}

std::string Answers::division(std::string_view code, std::optional<Level> level, Date on, const Viewpoint& viewpoint) const {
  const auto divisions = on_day(on);
  const auto* division = level ? divisions->find_code(code, *level) : divisions->find_code(code);
  if (division == nullptr) no_division(atlas_.facts, code, on);

  Json json = brief(*division);
  json["on"] = to_string(on);
  json["revision"] = atlas_.as_of.revision;
  json["valid"] = merestone::json_of(division->valid);
  if (const auto ground = atlas_.ground.find(division->id); ground != atlas_.ground.end() && on == day()) {
    json["box"] = merestone::json_of(ground->second.box);
    json["area_km2"] = ground->second.area_m2 / 1e6;
    json["exposure"] = Json::array();
    for (const auto& exposed : ground->second.exposure) {
      json["exposure"].push_back({{"kind", exposed.kind}, {"severity", exposed.severity},
                                  {"area_km2", exposed.area_m2 / 1e6}, {"share", exposed.share}});
    }
    json["facilities"] = Json::array();
    for (const auto& [kind, count, capacity, used] : ground->second.facilities)
      json["facilities"].push_back({{"kind", kind}, {"count", count}, {"capacity", capacity}, {"used", used}});
  }
  json["viewpoint"] = word_of(viewpoint, *today_);
  if (const auto* seen = on == day() ? seen_ground(atlas_, viewpoint, division->id) : nullptr) {
    json["box"] = merestone::json_of(seen->box);
    json["area_km2"] = seen->area_m2 / 1e6;
    if (seen->contested_m2 > 0) json["contested_km2"] = seen->contested_m2 / 1e6;
    if (json.contains("exposure")) json["exposure_as"] = "status-quo";  // and facilities: counted once, as things are
  }
  json["names"] = Json::array();
  for (const auto& name : atlas_.facts.names) {
    if (name.division != division->id) continue;
    json["names"].push_back({{"text", name.text}, {"language", name.language}, {"status", name.status},
                             {"valid", merestone::json_of(name.valid)}});
  }
  json["superiors"] = Json::array();
  const auto chain = divisions->chain(division->id);
  for (std::size_t i = 1; i < chain.size(); ++i) json["superiors"].push_back(brief(*chain[i]));
  const auto members = divisions->members(division->id);
  json["member_count"] = members.size();
  json["members"] = Json::array();
  for (std::size_t i = 0; i < std::min(members.size(), members_shown); ++i) json["members"].push_back(brief(*members[i]));
  json["before"] = Json::array();
  json["after"] = Json::array();
  for (const auto& succession : atlas_.facts.successions) {
    if (succession.from == succession.to) continue;
    if (succession.to == division->id) json["before"].push_back(relative(atlas_.facts, succession.from, succession));
    if (succession.from == division->id) json["after"].push_back(relative(atlas_.facts, succession.to, succession));
  }
  return compact(json);
}

}  // namespace merestone
