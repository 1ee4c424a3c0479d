// SPDX-License-Identifier: Apache-2.0
#include "cli/command/command.hpp"
#include "cli/command/commands.hpp"
#include "cli/command/search_index.hpp"
#include "cli/command/shared.hpp"
#include "cli/command/told.hpp"
#include "cli/report/alphabetical.hpp"
#include "data/office/name_search.hpp"
#include "data/packs/class_schemes.hpp"
#include "gis/base/text.hpp"
#include "gis/divisions/lookup.hpp"
#include "gis/territory/locate.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <tuple>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

struct SearchOptions {
  std::string text;
  std::vector<std::string> types, statuses;
  std::string in, on, kind;
  std::vector<double> box, near;
  int highest = 0, lowest = 0;
  std::size_t limit = 20;
  bool former = false, rebuild = false, verify = false;
};

/// What was found, in words where a scheme or a pack has them: by the class on record, else by the type in the place's source.
std::string what_it_is(const search::Hit& hit, const std::vector<CountryPack>& packs, Language language) {
  const Wording* words = hit.kind == search::Kind::place ? place_wording(hit.classes, hit.type) : kind_wording(packs, hit.type);
  if (words != nullptr) return language == Language::chinese ? words->zh : words->en;
  return hit.classes.empty() ? hit.type : hit.classes.front();
}

/// Why a name was found, as it reads behind it; nothing where that is plain.
std::string_view reason(search::Layer layer, Language language) {
  if (layer == search::Layer::exact || layer == search::Layer::listed) return {};
  return term_word("match", search::word_of(layer), language);
}

/// A list as it is read: divisions by level, then places, each by name.
void in_order(std::vector<search::Hit>& hits) {
  const auto key = [](const search::Hit& hit) { return std::tuple{hit.kind != search::Kind::division, hit.level, alphabetical_key(hit.text)}; };
  std::stable_sort(hits.begin(), hits.end(), [&](const search::Hit& a, const search::Hit& b) { return key(a) < key(b); });
}

class Searching {
 public:
  Searching(const SearchOptions& options, const Shared& shared)
      : options_{options}, shared_{shared}, project_{Project::open(shared.project)}, packs_{project_.packs()}, day_{day_of(options.on)} {}

  void run() {
    const auto file = index_file(shared_.project);
    if (options_.rebuild) return tell("made", NameSearch::rebuild(project_, file, today()));
    const auto names = NameSearch::open(project_, file, today());
    if (options_.verify) {
      if (auto findings = names.verify(project_); !findings.empty()) throw Error{Fault::conflict, "the search index differs", findings};
      return tell("verified", names);
    }
    const auto asked = query(names);
    if (trimmed(options_.text).empty() && !asked.filter.any() && !asked.former) throw Error{Fault::invalid, "nothing is asked for", {{.rule = "search.nothing_asked", .facts = {}}}};
    auto answer = names.find(asked);
    if (answer.passed && !asked.near) in_order(answer.hits), in_order(answer.former);
    if (shared_.json) return print_json(document(names, answer));
    print(names, answer);
  }

 private:
  search::Query query(const NameSearch& names) const {
    search::Query query{.text = options_.text, .limit = options_.limit, .day = day_, .former = options_.former};
    query.filter.types = with_subclasses(options_.types);
    query.filter.statuses = options_.statuses;
    if (!options_.kind.empty()) query.filter.kind = options_.kind == "division" ? search::Kind::division : search::Kind::place;
    if (options_.highest > 0) query.filter.highest = static_cast<std::uint8_t>(options_.highest);
    if (options_.lowest > 0) query.filter.lowest = static_cast<std::uint8_t>(options_.lowest);
    if (options_.box.size() == 4) {
      const auto low = from_degrees(options_.box[0], options_.box[1]), high = from_degrees(options_.box[2], options_.box[3]);
      query.filter.box = Box{low.lon, low.lat, high.lon, high.lat};
    }
    if (options_.near.size() == 2) query.near = from_degrees(options_.near[0], options_.near[1]);
    if (!options_.in.empty()) {
      const auto facts = project_.division_facts();
      const DivisionRegister divisions{facts, day_};
      query.filter.divisions = names.ranges_of(division_with_code(divisions, facts, options_.in, day_).id);
      if (query.filter.divisions.empty()) query.filter.divisions = {{0xFFFFFFFF, 0xFFFFFFFF}};  // nothing is known to lie in it
    }
    return query;
  }

  void tell(const char* what, const NameSearch& names) const {
    const auto state = names.state();
    if (shared_.json) {
      return print_json({{"index", what}, {"revision", state.revision}, {"names", state.names}, {"later", state.later}, {"bytes", state.bytes}});
    }
    say("told.index", {{"what", what}, {"names", std::to_string(state.names)}, {"revision", std::to_string(state.revision)}, {"later", std::to_string(state.later)},
                       {"bytes", std::to_string(state.bytes)}});
  }

  void say(const char* rule, std::vector<std::pair<std::string, std::string>> facts = {}) const { fmt::print("{}\n", told(rule, shared_.language, std::move(facts))); }
  const char* comma() const { return shared_.language == Language::chinese ? "，" : ", "; }

  /// The divisions that hold what was found, finest first; a division itself is left out.
  std::vector<const DivisionState*> where(const search::Hit& hit, const DivisionRegister& divisions, const NameSearch& names) const {
    auto chain = divisions.chain(names.division_of(hit.within));
    if (hit.kind == search::Kind::division && !chain.empty()) chain.erase(chain.begin());
    return chain;
  }

  DivisionRegister divisions_of(const NameSearch& names, const search::Answer& answer) const {
    std::vector<DivisionId> wanted;
    for (const auto* list : {&answer.hits, &answer.former})
      for (const auto& hit : *list) wanted.push_back(names.division_of(hit.within));
    return project_.chain_register(wanted, {day_});
  }

  static Json json_of(const DivisionState& division) {
    return {{"code", division.code}, {"name", division.name}, {"level", division.level}, {"kind", division.kind}};
  }

  Json json_of(const search::Hit& hit, const DivisionRegister& divisions, const NameSearch& names) const {
    Json json{{"name", hit.text}, {"match", search::word_of(hit.layer)}, {"subject", hit.kind == search::Kind::division ? "division" : "place"},
              {"id", hit.subject}, {"type", hit.type}, {"status", hit.status}};
    if (hit.kind == search::Kind::place) {
      json["classes"] = Json::array();
      for (const std::string& recorded : hit.classes) {
        const auto [scheme, code] = class_parts(recorded);
        Json& one = json["classes"].emplace_back(Json{{"scheme", scheme}, {"code", code}});
        if (const Wording* words = class_wording(scheme, code)) one["words"] = {{"en", words->en}, {"zh", words->zh}};
      }
    }
    auto spans = Json::array();
    for (const auto& span : hit.spans) spans.push_back(hit.text.substr(span.begin, span.end - span.begin));
    json["matched"] = std::move(spans);
    if (hit.valid.from != unknown_start) json["from"] = to_string(hit.valid.from);
    if (hit.valid.until != open_end) json["until"] = to_string(hit.valid.until);
    if (hit.kind == search::Kind::division) {
      json["level"] = hit.level;
      if (const auto* division = divisions.find(DivisionId{hit.subject})) json["code"] = division->code;
    }
    if (hit.position) {
      json["lon"] = degrees(hit.position->lon);
      json["lat"] = degrees(hit.position->lat);
    }
    if (hit.distance_m) json["distance_m"] = *hit.distance_m;
    if (!hit.container.empty()) json["container"] = hit.container;
    json["where"] = Json::array();
    for (const auto* division : where(hit, divisions, names)) json["where"].push_back(json_of(*division));
    return json;
  }

  struct Held {
    LocateResult result;
    DivisionRegister divisions;
  };
  Held held(Position position) const {
    const AsOf as_of{day_};
    const auto near = [&](const Box& box) { return project_.snapshot_in(box, as_of); };
    auto result = locate(position, project_.extent(as_of), near, Neutral{});
    auto divisions = project_.chain_register(result.holders, as_of);
    return {std::move(result), std::move(divisions)};
  }

  Json document(const NameSearch& names, const search::Answer& answer) const {
    Json document{{"query", options_.text}, {"on", to_string(day_)}};
    if (answer.position) {
      const auto found = held(*answer.position);
      document["position"] = {{"lon", degrees(answer.position->lon)}, {"lat", degrees(answer.position->lat)}, {"disputed", found.result.status == LocateStatus::disputed}};
      document["holders"] = Json::array();
      for (const auto holder : found.result.holders) {
        auto chain = Json::array();
        for (const auto* division : found.divisions.chain(holder)) chain.push_back(json_of(*division));
        document["holders"].push_back({{"chain", chain}});
      }
    }
    const auto divisions = divisions_of(names, answer);
    for (const auto& [name, list] : {std::pair{"hits", &answer.hits}, std::pair{"former", &answer.former}}) {
      document[name] = Json::array();
      for (const auto& hit : *list) document[name].push_back(json_of(hit, divisions, names));
    }
    document["notes"] = Json::array();
    for (const auto& note : answer.notes) document["notes"].push_back(note.rule);
    if (answer.passed) document["passed"] = *answer.passed;
    document["complete"] = answer.complete;
    return document;
  }

  void print(const NameSearch& names, const search::Answer& answer) const {
    const auto divisions = divisions_of(names, answer);
    if (answer.position) {
      const auto found = held(*answer.position);
      std::string line = told("told.position", shared_.language, {{"lon", shortest(degrees(answer.position->lon))}, {"lat", shortest(degrees(answer.position->lat))}});
      if (found.result.status == LocateStatus::disputed) line += comma() + told("told.in_dispute", shared_.language);
      else if (found.result.holders.empty()) line += comma() + told("told.outside", shared_.language);
      fmt::print("{}\n", line);
      for (const auto holder : found.result.holders)
        for (const auto* division : found.divisions.chain(holder)) {
          const Wording* words = kind_wording(packs_, division->kind);
          fmt::print("  {:<16} {:<8} {}\n", words == nullptr ? division->kind : in_language(*words, shared_), division->code, division->name);
        }
    } else if (answer.hits.empty() && answer.former.empty()) {
      say("told.nothing_found");
    }
    for (const auto& hit : answer.hits) print(hit, divisions, names);
    if (!answer.former.empty()) say("told.former_names");
    for (const auto& hit : answer.former) print(hit, divisions, names);
    const std::size_t shown = answer.hits.size() + answer.former.size();
    if (answer.passed && *answer.passed > shown) say("told.shown_of", {{"shown", std::to_string(shown)}, {"all", std::to_string(*answer.passed)}});
    std::fflush(stdout);
    print_findings(answer.notes, shared_.language);
  }

  void print(const search::Hit& hit, const DivisionRegister& divisions, const NameSearch& names) const {
    std::string code;
    if (hit.kind == search::Kind::division)
      if (const auto* division = divisions.find(DivisionId{hit.subject})) code = division->code;
    fmt::print("  {:<16} {:<8} {}", what_it_is(hit, packs_, shared_.language), code, hit.text);
    const Language language = shared_.language;
    std::string line;
    for (const auto* division : where(hit, divisions, names)) line += (line.empty() ? "" : language == Language::chinese ? "、" : ", ") + division->name;
    if (!line.empty()) line = told("told.within", language, {{"where", line}});
    if (hit.distance_m) line += comma() + told("told.km_away", language, {{"km", fixed(*hit.distance_m / 1000, 1)}});
    if (hit.valid.until != open_end) line += comma() + told("told.held_until", language, {{"day", to_string(hit.valid.until)}});
    if (const std::string_view why = reason(hit.layer, language); !why.empty()) line += fmt::format(fmt::runtime(language == Language::chinese ? "（{}）" : "  ({})"), why);
    fmt::print("{}\n", line);
  }

  const SearchOptions& options_;
  const Shared& shared_;
  const Project project_;
  const std::vector<CountryPack> packs_;
  const Date day_;
};

}  // namespace

void add_search(Command& program, const Shared& shared) {
  auto* command = program.add_command("search", "Find divisions and places by name, sound, code or position; without a text, list what passes the filters");
  auto options = std::make_shared<SearchOptions>();
  command->add_option("TEXT", options->text, "A name, or a part of it; pinyin, first letters; a code; a position");
  command->add_option("--class", options->types, "Only of these kinds, types or classes with all that belong to them, as in 22 or cn-18521:22200")->delimiter(',');
  command->add_option("--status", options->statuses, "Only names with these standings: official, variant, …")->delimiter(',');
  command->add_option("--in", options->in, "Only in the division with this code");
  command->add_option("--kind", options->kind, "Only divisions, or only places")->one_of({"division", "place"});
  command->add_option("--from-level", options->highest, "Divisions of this level and below")->in_range(1, 99);
  command->add_option("--to-level", options->lowest, "Divisions of this level and above")->in_range(1, 99);
  command->add_option("--box", options->box, "Only in west,south,east,north")->delimiter(',')->expected(4);
  command->add_option("--near", options->near, "Of equal ones the nearest to lon,lat first")->delimiter(',')->expected(2);
  command->add_option("--on", options->on, "Day on which names are in force, YYYY-MM-DD; today when not given");
  command->add_flag("--former", options->former, "Former names only");
  command->add_option("--limit", options->limit, "How many at most")->in_range(1, 100'000)->shows_default();
  auto* rebuild = command->add_flag("--rebuild", options->rebuild, "Make the index anew");
  command->add_flag("--verify", options->verify, "Make the index once more and compare")->excludes(rebuild);
  command->footer("Example:  merestone search sjz --in 130000 --kind division");
  command->callback([&shared, options] { Searching{*options, shared}.run(); });
}

}  // namespace merestone
