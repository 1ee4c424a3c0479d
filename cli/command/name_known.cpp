// SPDX-License-Identifier: Apache-2.0
#include "cli/command/name.hpp"

#include "data/office/place_acts.hpp"
#include "gis/names/language.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

/// What is said of a name; what is not said stays as it is.
struct Known : NameOptions {
  std::string place, text, use = "variant", language, script, specific, generic, reading, origin, meaning, source, valid;
  bool confirmed = false, unsure = false;
};

Edtf valid_in(const std::string& text) {
  const auto valid = parse_edtf(text);
  if (valid) return *valid;
  throw Error{Fault::invalid, "no period", {{.rule = "name.validity", .subject = {{}, {}, "--valid"}, .facts = {{"value", text}}}}};
}

void add_known_options(Command& command, Known& known) {
  command.add_option("--name-language", known.language, "BCP 47, as in ug");
  command.add_option("--script", known.script, "ISO 15924, as in Arab");
  command.add_option("--specific", known.specific, "Specific term 专名");
  command.add_option("--generic", known.generic, "Generic term 通名");
  command.add_option("--reading", known.reading, "With tones; with --unsure where nobody stands for it");
  command.add_flag("--unsure", known.unsure, "The reading is not confirmed");
  command.add_option("--origin", known.origin, "Where the name comes from");
  command.add_option("--meaning", known.meaning, "What it means");
  command.add_option("--source", known.source, "Where this is known from");
  command.add_option("--valid", known.valid, "When it held, EDTF: 1958, 1370~/.., 1958/2011-08-22");
}

void amend(const Known& known, const Shared& shared, const ToldLine& what, const std::function<PlaceAmendment(const PlaceRecord&)>& amendment) {
  auto project = Project::open(shared.project, Access::write);
  const PlaceRecord place = find_place(project, known.place);
  tell_recorded(shared, what, amend_place(project, known.info(shared, told(what.rule, Language::english, what.facts)), place.id, amendment(place), known.carry()));
}

PlaceAmendment further_name(const Known& known, const PlaceRecord& place) {
  PlaceName name;
  name.text = known.text;
  name.kind = name_kind(known.use).value_or(NameKind::variant);
  const PlaceName* shown = place.name_on(known.day());
  const bool own = name.kind == NameKind::variant || name.kind == NameKind::short_form || name.kind == NameKind::former;
  if (!known.language.empty()) name.language = known.language;
  else if (own && shown != nullptr && script_of(shown->text) == script_of(name.text)) name.language = shown->language;
  name.script = known.script;
  name.specific = known.specific;
  name.generic = known.generic;
  name.reading = known.reading;
  name.reading_certainty = known.reading.empty() || known.unsure ? Certainty::unsure : Certainty::confirmed;
  name.origin = known.origin;
  name.meaning = known.meaning;
  name.source = known.source.empty() ? known.document.title : known.source;
  if (!known.valid.empty()) name.valid = valid_in(known.valid);
  return {.day = known.day(), .names = {std::move(name)}};
}

PlaceAmendment details(const Known& known, const PlaceRecord& place) {
  NameDetails told;
  const PlaceName* shown = known.text.empty() ? place.name_on(known.day()) : nullptr;
  told.name = shown != nullptr ? shown->id : name_in(place, known.text);
  if (told.name.value == 0 && !place.names.empty()) told.name = place.names.front().id;
  const auto take = [](std::optional<std::string>& to, const std::string& from) {
    if (!from.empty()) to = from;
  };
  take(told.language, known.language);
  take(told.script, known.script);
  take(told.specific, known.specific);
  take(told.generic, known.generic);
  take(told.reading, known.reading);
  take(told.origin, known.origin);
  take(told.meaning, known.meaning);
  take(told.source, known.source);
  if (known.unsure) told.certainty = Certainty::unsure;
  else if (known.confirmed || !known.reading.empty()) told.certainty = Certainty::confirmed;
  if (!known.valid.empty()) told.valid = valid_in(known.valid);
  const bool nothing = !told.language && !told.script && !told.specific && !told.generic && !told.reading && !told.origin && !told.meaning && !told.source &&
                       !told.certainty && !told.valid;
  PlaceAmendment amendment{.day = known.day()};
  if (!nothing) amendment.details.push_back(std::move(told));
  return amendment;
}

void list_protected(const std::string& on, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const Date day = day_of(on);
  auto rows = Json::array();
  for (const PlaceRecord& place : place_records(project)) {
    for (const NameProtection& p : place.protections) {
      if (p.published > day) continue;
      const PlaceName* name = p.name.value != 0 ? place.name(p.name) : place.name_on(day);
      const std::string text = name != nullptr ? name->text : "";
      rows.push_back({{"place", place.id.value}, {"name", text}, {"category", p.category}, {"content", p.content}, {"published", to_string(p.published)},
                      {"measures", p.measures}, {"plan", p.plan.value != 0}});
      if (shared.json) continue;
      fmt::print("{}  #{:<6} {}{}{}{}{}\n", to_string(p.published), place.id.value, text, p.category.empty() ? "" : ", " + p.category, p.content.empty() ? "" : ": " + p.content,
                 p.measures.empty() ? "" : " (" + p.measures + ")", p.plan.value != 0 ? (shared.language == Language::chinese ? "，" : ", ") + told("told.with_plan", shared.language) : "");
    }
  }
  if (shared.json) return print_json({{"on", to_string(day)}, {"protected", rows}});
  if (rows.empty()) fmt::print("{}\n", told("told.none_protected", shared.language));
}

}  // namespace

void add_name_known(Command& name, const Shared& shared) {
  auto known = std::make_shared<Known>();
  auto* command = name.add_command("add", "Record a further name of a place: variant, short, former, of a minority, of people elsewhere");
  command->add_option("PLACE", known->place, "#number, name or code")->required();
  command->add_option("NAME", known->text, "The name")->required();
  command->add_option("--use", known->use, "What it is to the place")->one_of({"variant", "short", "former", "minority", "exonym", "sign"})->shows_default();
  add_known_options(*command, *known);
  add_name_options(*command, *known);
  command->callback([&shared, known] {
    amend(*known, shared, {"told.added_name", {{"name", known->text}, {"place", known->place}}}, [&](const PlaceRecord& place) { return further_name(*known, place); });
  });

  known = std::make_shared<Known>();
  command = name.add_command("describe", "Record what is known of a name: reading, parts, origin, meaning, when it held");
  command->add_option("PLACE", known->place, "#number, name or code")->required();
  command->add_option("--name", known->text, "Which name; the one shown when not given");
  command->add_flag("--confirmed", known->confirmed, "Somebody stands for the reading on record");
  add_known_options(*command, *known);
  add_name_options(*command, *known);
  command->callback([&shared, known] {
    amend(*known, shared, {"told.described", {{"place", known->place}}}, [&](const PlaceRecord& place) { return details(*known, place); });
  });

  auto on = std::make_shared<std::string>();
  command = name.add_command("protected", "The protection list (Art. 25)");
  command->add_option("--on", *on, "As it stood on this day; today when not given");
  command->callback([&shared, on] { list_protected(*on, shared); });
}

}  // namespace merestone
