// SPDX-License-Identifier: Apache-2.0
#include "cli/command/name.hpp"

#include "cli/command/search_index.hpp"
#include "cli/command/told.hpp"
#include "cli/words/json.hpp"
#include "data/office/name_search.hpp"
#include "data/packs/class_schemes.hpp"
#include "gis/base/text.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const PlaceName& n) {
  auto spellings = Json::array();
  for (const auto& s : n.spellings) {
    spellings.push_back({{"text", s.text}, {"script", s.script}, {"scheme", s.scheme}, {"source_language", s.source_language},
                         {"certainty", std::string{to_text(s.certainty)}}, {"source", s.source}});
  }
  return {{"id", n.id.value}, {"text", n.text}, {"language", n.language}, {"script", n.script}, {"kind", std::string{to_text(n.kind)}},
          {"status", std::string{to_text(n.status)}}, {"specific", n.specific}, {"generic", n.generic}, {"reading", n.reading},
          {"reading_certainty", std::string{to_text(n.reading_certainty)}}, {"origin", n.origin}, {"meaning", n.meaning}, {"source", n.source},
          {"valid", to_string(n.valid)}, {"spellings", spellings}};
}

struct Renamed : NameOptions {
  std::string place, text, former;
  PlaceName name;
  std::string spelling, effective;
};

struct Chosen : NameOptions {
  std::string place, other, name, script = "Latn", scheme, source_language, source, signs = "take";
  NameProtection protection;
  bool with_place = false, unsure = false;
};

const std::string& in(Language language, const Wording& words) { return language == Language::chinese ? words.zh : words.en; }

/// As the classes of the place call it; its own name where none of them does.
std::string attribute_words(const PlaceRecord& place, const std::string& name, Language language) {
  for (const auto& c : place.classes) {
    const ClassScheme* scheme = class_scheme(c.scheme);
    if (scheme == nullptr) continue;
    for (const ClassAttribute* attribute : scheme->attributes(c.code))
      if (attribute->name == name) return in(language, attribute->words);
  }
  return name;
}

/// What is on record of a place, line by line in the reader's language; nothing for what is not known.
class Showing {
 public:
  Showing(const PlaceRecord& place, const DivisionRegister& divisions, const NameRules& rules, Language language)
      : place_{place}, divisions_{divisions}, rules_{rules}, language_{language} {}

  void print() const {
    fmt::print("#{} {}{}\n", place_.id.value, place_.local_id.empty() ? "" : place_.local_id + " ", period(place_.valid));
    for (const PlaceName& n : place_.names) print_name(n);
    for (const NameReplacement& made : place_.replacements) print_replacement(made);
    print_place();
    for (const PlaceClass& c : place_.classes) {
      const Wording* words = class_wording(c.scheme, c.code);
      line("class", c.scheme + ":" + c.code + (words == nullptr ? "" : " " + in(language_, *words)));
    }
    for (const PlaceCode& c : place_.codes) line("code", c.system + ":" + c.code);
    for (const PlaceAttribute& a : place_.attributes) fmt::print("  {:<9} {}\n", attribute_words(place_, a.name, language_), a.value);
    for (const PlaceShape& h : place_.shapes) print_shape(h);
    for (const AddressAlias& a : place_.aliases) {
      line("address", said("told.address", {{"old", a.old_address}, {"new", a.new_address}}) + (a.certificate.empty() ? "" : " (" + a.certificate + ")"));
    }
    for (const PlaceLink& l : place_.links) fmt::print("  {} #{} -> #{} {}\n", term_word("relation", l.relation, language_), l.place.value, l.other.value, to_string(l.day));
    for (const NameProtection& p : place_.protections) line("protected", to_string(p.published) + " " + p.category + (p.plan.value != 0 ? comma() + said("told.with_plan") : ""));
    for (const Sign& s : place_.signs) line("sign", s.number + " " + s.text_now() + (s.removed ? comma() + said("told.removed", {{"day", to_string(*s.removed)}}) : ""));
  }

 private:
  void line(const char* label, const std::string& text, int indent = 2) const { print_labelled(label, text, language_, indent); }
  std::string said(const char* rule, std::vector<std::pair<std::string, std::string>> facts = {}) const { return told(rule, language_, std::move(facts)); }
  std::string period(const Period& valid) const { return told_period(valid, language_); }
  std::string comma() const { return language_ == Language::chinese ? "，" : ", "; }
  std::string word(std::string_view vocabulary, std::string_view id) const { return std::string{term_word(vocabulary, id, language_)}; }

  void print_name(const PlaceName& n) const {
    const std::string status = n.status == NameStatus::recorded ? "" : comma() + word("name_status", to_text(n.status));
    fmt::print("  {:<9} {} ({}) {}{}\n", word("name_kind", to_text(n.kind)), n.text, n.language, to_string(n.valid), status);
    constexpr int deeper = 12;
    const bool sure = n.reading.empty() || n.reading_certainty == Certainty::confirmed;
    line("reading", sure ? n.reading : n.reading + " (" + word("certainty", to_text(n.reading_certainty)) + ")", deeper);
    line("specific", n.specific, deeper);
    line("generic", n.generic, deeper);
    for (const Spelling& s : n.spellings) {
      const std::string doubt = s.certainty == Certainty::confirmed ? "" : ", " + word("certainty", to_text(s.certainty));
      line("spelling", s.text + " (" + s.script + (s.scheme.empty() ? "" : ", " + s.scheme) + doubt + ")", deeper);
    }
    line("origin", n.origin, deeper);
    line("meaning", n.meaning, deeper);
  }

  /// Which name gave way to which, from both sides.
  void print_replacement(const NameReplacement& made) const {
    const auto text = [&](NameId id) {
      const PlaceName* n = place_.name(id);
      return n != nullptr ? n->text : "#" + std::to_string(id.value);
    };
    line("replaced", said("told.replaced", {{"former", text(made.former)}, {"name", text(made.name)}, {"day", to_string(made.day)}}) +
                         (made.reason.empty() ? "" : " (" + word("replaced", made.reason) + ")"));
  }

  void print_place() const {
    if (place_.head.secrecy != "public") {
      const SecrecyLevel* level = rules_.secrecy_level(place_.head.secrecy);
      line("secrecy", level == nullptr ? place_.head.secrecy : in(language_, level->words));
    }
    line("what", place_.head.description);
    line("where", place_.head.location);
    line("source", place_.head.source);
    if (place_.position) line("lies_at", shortest(degrees(place_.position->lon)) + " " + shortest(degrees(place_.position->lat)));
    for (const PlaceDivision& d : place_.divisions) {
      const DivisionState* state = divisions_.find(d.division);
      const char* const how = d.relation == PlaceRelation::in ? "in" : d.relation == PlaceRelation::crosses ? "crosses" : "stands_for";
      line(how, (state != nullptr ? state->code + " " + state->name : "#" + std::to_string(d.division.value)) + (d.valid == Period{} ? "" : " " + period(d.valid)));
    }
  }

  void print_shape(const PlaceShape& h) const {
    fmt::print("  {:<9} {}{}{} {}\n", word("shape_role", to_text(h.role)), word("shape", h.position ? "point" : !h.path.empty() ? "line" : "area"),
               h.method.empty() ? "" : ", " + h.method, h.accuracy_m > 0 ? fmt::format(", {:g} m", h.accuracy_m) : "", period(h.valid));
  }

  const PlaceRecord& place_;
  const DivisionRegister& divisions_;
  const NameRules& rules_;
  const Language language_;
};

void show(const std::string& what, Revision revision, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const auto found = find_places(project, what, revision);
  if (found.empty()) static_cast<void>(find_place(project, what, revision));  // which tells that there is none
  if (shared.json) {
    auto list = Json::array();
    for (const auto& record : found) list.push_back(json_of(record));
    return print_json({{"places", list}});
  }
  const DivisionRegister divisions = project.divisions({today(), revision});
  const NameRules rules = names_pack(project).names;
  for (const PlaceRecord& place : found) Showing{place, divisions, rules, shared.language}.print();
}

void rename(const Renamed& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  const auto place = find_place(project, options.place);
  const auto names = NameSearch::open(project, index_file(shared.project), today());
  Renaming renaming{place.id, name_in(place, options.former), options.name, options.effective.empty() ? options.day() : parse_date(options.effective), &names};
  renaming.name.text = options.text;
  if (!renaming.name.reading.empty()) renaming.name.reading_certainty = Certainty::confirmed;
  if (!options.spelling.empty()) renaming.name.spellings = {{0, options.spelling, "Latn", "", "", Certainty::confirmed, options.document.title}};
  tell_recorded(shared, {"told.renamed", {{"place", options.place}, {"name", options.text}}}, rename_place(project, options.info(shared, "rename"), renaming, options.carry()));
}

}  // namespace

NameId name_in(const PlaceRecord& place, const std::string& text) {
  if (text.empty()) return {};
  for (const PlaceName& n : place.names) {
    if (n.text == text || "#" + std::to_string(n.id.value) == text) return n.id;
  }
  throw Error{Fault::missing, "no such name", {{.rule = "name.no_name_of_place", .facts = {{"name", text}, {"place", "#" + std::to_string(place.id.value)}}}}};
}

Json json_of(const PlaceRecord& r) {
  Json json{{"id", r.id.value}, {"local_id", r.local_id}, {"type", r.type}, {"from", to_string(r.valid.from)}, {"until", to_string(r.valid.until)},
            {"secrecy", r.head.secrecy}, {"description", r.head.description}, {"location", r.head.location}};
  if (r.position) json["position"] = {degrees(r.position->lon), degrees(r.position->lat)};
  json["names"] = Json::array();
  for (const auto& n : r.names) json["names"].push_back(json_of(n));
  json["replacements"] = Json::array();
  for (const auto& n : r.replacements) {
    json["replacements"].push_back({{"name", n.name.value}, {"former", n.former.value}, {"day", to_string(n.day)}, {"reason", n.reason}});
  }
  json["classes"] = Json::array();
  for (const auto& c : r.classes) json["classes"].push_back({{"scheme", c.scheme}, {"code", c.code}});
  json["attributes"] = Json::object();
  for (const auto& a : r.attributes) json["attributes"][a.name] = a.value;
  json["codes"] = Json::array();
  for (const auto& c : r.codes) json["codes"].push_back({{"system", c.system}, {"code", c.code}, {"from", to_string(c.valid.from)}, {"until", to_string(c.valid.until)}});
  json["shapes"] = Json::array();
  for (const auto& h : r.shapes) {
    json["shapes"].push_back({{"role", std::string{to_text(h.role)}}, {"kind", h.position ? "point" : !h.path.empty() ? "line" : "area"}, {"method", h.method},
                              {"accuracy_m", h.accuracy_m}, {"from", to_string(h.valid.from)}, {"until", to_string(h.valid.until)}});
  }
  json["addresses"] = Json::array();
  for (const auto& a : r.aliases) json["addresses"].push_back({{"old", a.old_address}, {"new", a.new_address}, {"certificate", a.certificate}, {"day", to_string(a.day)}});
  json["links"] = Json::array();
  for (const auto& l : r.links) json["links"].push_back({{"place", l.place.value}, {"relation", l.relation}, {"other", l.other.value}, {"day", to_string(l.day)}});
  json["protections"] = Json::array();
  for (const auto& p : r.protections) json["protections"].push_back({{"category", p.category}, {"published", to_string(p.published)}, {"plan", p.plan.value != 0}});
  json["signs"] = Json::array();
  for (const auto& s : r.signs) json["signs"].push_back({{"number", s.number}, {"kind", std::string{to_text(s.kind)}}, {"text", s.text_now()}});
  return json;
}

void add_name_records(Command& name, const Shared& shared) {
  struct Asked {
    std::string what;
    Revision revision = latest_revision;
  };
  auto asked = std::make_shared<Asked>();
  auto* command = name.add_command("show", "Everything on record about a place");
  command->add_option("PLACE", asked->what, "#number, name, id in its source, or system:code")->required();
  command->add_option("--revision", asked->revision, "As recorded up to this revision");
  command->callback([&shared, asked] { show(asked->what, asked->revision, shared); });

  auto renamed = std::make_shared<Renamed>();
  command = name.add_command("rename", "Record a renaming that was decided: the old name becomes a former one");
  command->add_option("PLACE", renamed->place, "#number, name or code")->required();
  command->add_option("NAME", renamed->text, "The new name")->required();
  command->add_option("--former", renamed->former, "Which name goes, where it has several official ones");
  command->add_option("--effective", renamed->effective, "Day since which it holds; that of the act when not given");
  command->add_option("--name-language", renamed->name.language, "BCP 47; as before when not given");
  command->add_option("--spelling", renamed->spelling, "In Roman letters");
  command->add_option("--reading", renamed->name.reading, "With tones");
  add_name_options(*command, *renamed);
  command->callback([&shared, renamed] { rename(*renamed, shared); });

  auto chosen = std::make_shared<Chosen>();
  command = name.add_command("abolish", "Record that a name ends and none takes its place");
  command->add_option("PLACE", chosen->place, "#number, name or code")->required();
  command->add_option("--name", chosen->name, "Which name, where it has several official ones");
  command->add_flag("--with-place", chosen->with_place, "The place itself is gone");
  add_name_options(*command, *chosen);
  command->callback([&shared, chosen] {
    auto project = Project::open(shared.project, Access::write);
    const auto place = find_place(project, chosen->place);
    tell_recorded(shared, {"told.abolished", {{"place", chosen->place}}},
                  abolish_name(project, chosen->info(shared, "abolish"), place.id, name_in(place, chosen->name), chosen->day(), chosen->with_place, chosen->carry()));
  });

  chosen = std::make_shared<Chosen>();
  command = name.add_command("merge", "Two records of one place become one");
  command->add_option("DUPLICATE", chosen->place, "That ends")->required();
  command->add_option("PLACE", chosen->other, "That stays")->required();
  command->add_option("--signs", chosen->signs, "Whether signs of the one that ends become signs of the other, with work orders where they show something else")
      ->one_of({"take", "leave"})->shows_default();
  add_name_options(*command, *chosen);
  command->callback([&shared, chosen] {
    auto project = Project::open(shared.project, Access::write);
    const auto gone = find_place(project, chosen->place), stays = find_place(project, chosen->other);
    tell_recorded(shared, {"told.merged", {{"place", std::to_string(gone.id.value)}, {"other", std::to_string(stays.id.value)}}},
                  merge_places(project, chosen->info(shared, "merge"), gone.id, stays.id, chosen->day(), chosen->carry(),
                               chosen->signs == "take" ? MergedSigns::go_over : MergedSigns::stay));
  });

  chosen = std::make_shared<Chosen>();
  command = name.add_command("protect", "Put a name on the protection list (Art. 25)");
  command->add_option("PLACE", chosen->place, "#number, name or code")->required();
  command->add_option("--name", chosen->name, "Which name; all of the place's when not given");
  command->add_option("--category", chosen->protection.category, "As the list says");
  command->add_option("--content", chosen->protection.content, "What is protected");
  command->add_option("--measures", chosen->protection.measures, "How");
  add_name_options(*command, *chosen);
  command->callback([&shared, chosen] {
    auto project = Project::open(shared.project, Access::write);
    const auto place = find_place(project, chosen->place);
    NameProtection protection = chosen->protection;
    protection.name = name_in(place, chosen->name);
    protection.published = chosen->day();
    tell_recorded(shared, {"told.protected", {{"place", chosen->place}}}, protect_name(project, chosen->info(shared, "protection list"), place.id, protection, chosen->carry()));
  });

  chosen = std::make_shared<Chosen>();
  command = name.add_command("spell", "Record a further spelling of a name");
  command->add_option("PLACE", chosen->place, "#number, name or code")->required();
  command->add_option("SPELLING", chosen->other, "The text")->required();
  command->add_option("--name", chosen->name, "Of which name; the one shown when not given");
  command->add_option("--script", chosen->script, "ISO 15924")->shows_default();
  command->add_option("--scheme", chosen->scheme, "By which it was made, as in pinyin-1984");
  command->add_option("--source-language", chosen->source_language, "Whose sound it renders, as in ug");
  command->add_option("--source", chosen->source, "Where it is known from");
  command->add_flag("--unsure", chosen->unsure, "Nobody stands for it yet");
  add_name_options(*command, *chosen);
  command->callback([&shared, chosen] {
    auto project = Project::open(shared.project, Access::write);
    const auto place = find_place(project, chosen->place);
    const Spelling spelling{0, chosen->other, chosen->script, chosen->scheme, chosen->source_language, chosen->unsure ? Certainty::unsure : Certainty::confirmed, chosen->source};
    tell_recorded(shared, {"told.spelled", {{"place", chosen->place}, {"spelling", chosen->other}}},
                  spell_name(project, chosen->info(shared, "spelling"), place.id, name_in(place, chosen->name), spelling, chosen->carry()));
  });
}

}  // namespace merestone
