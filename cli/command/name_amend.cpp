// SPDX-License-Identifier: Apache-2.0
#include "cli/command/name.hpp"

#include "data/exchange/reading.hpp"
#include "data/office/place_acts.hpp"
#include "gis/divisions/lookup.hpp"

#include <fmt/core.h>

namespace merestone {
namespace {

struct Amending : NameOptions {
  std::string place, file, role, method, alias_certificate, secrecy, description, location, source;
  std::vector<double> at;
  double accuracy = 0;
  bool outside = false;
  std::vector<std::string> classes, attributes, codes, ended_codes, divisions, crosses, ended_divisions, aliases, links;
};

/// "left=right", or whatever parts the two.
std::pair<std::string, std::string> parted(const std::string& text, char by, const char* option) {
  const auto at = text.find(by);
  if (at == std::string::npos || at == 0) {
    const std::string what = fmt::format("{} takes two parts with {} between them; not {}", option, by, text);
    throw Error{Fault::invalid, what, {{.rule = "cli.usage", .facts = {{"what", what}, {"command", "name "}}}}};
  }
  return {text.substr(0, at), text.substr(at + 1)};
}

void add_shapes(const Amending& options, PlaceAmendment& amendment) {
  PlaceShape shape;
  shape.method = options.method;
  shape.accuracy_m = options.accuracy;
  if (options.at.size() == 2) {
    shape.role = shape_role(options.role).value_or(ShapeRole::position);
    shape.position = from_degrees(options.at[0], options.at[1]);
    amendment.shapes.push_back(shape);
  }
  if (options.file.empty()) return;
  const auto delivery = read_drawn_lines(options.file, {});
  for (const Finding& f : delivery.findings) {
    if (f.severity == Severity::error) throw Error{Fault::invalid, options.file, delivery.findings};
  }
  for (const DeliveredLine& line : delivery.lines) {
    PlaceShape drawn = shape;
    drawn.position = {};
    drawn.path = line.path;
    drawn.area = line.area;
    drawn.role = shape_role(options.role).value_or(line.path.empty() ? ShapeRole::extent : ShapeRole::course);
    amendment.shapes.push_back(std::move(drawn));
  }
}

PlaceAmendment amendment_of(const Amending& options, const Project& project, const PlaceRecord& place) {
  PlaceAmendment amendment{.day = options.day(), .outside_meant = options.outside};
  if (!(options.secrecy.empty() && options.description.empty() && options.location.empty() && options.source.empty())) {
    amendment.head = place.head;
    for (auto [to, from] : {std::pair{&amendment.head->secrecy, &options.secrecy}, {&amendment.head->description, &options.description},
                            {&amendment.head->location, &options.location}, {&amendment.head->source, &options.source}}) {
      if (!from->empty()) *to = *from;
    }
  }
  add_shapes(options, amendment);
  for (const auto& text : options.classes) {
    const auto [scheme, code] = parted(text, ':', "--class");
    amendment.classes.push_back({0, scheme, code});
  }
  for (const auto& text : options.attributes) {
    const auto [name, value] = parted(text, '=', "--attribute");
    amendment.attributes.push_back({name, value});
  }
  for (const auto& text : options.codes) {
    const auto [system, code] = parted(text, ':', "--code");
    amendment.codes.push_back({0, system, code, {}});
  }
  for (const auto& text : options.ended_codes) {
    const auto [system, code] = parted(text, ':', "--end-code");
    amendment.ended_codes.push_back({0, system, code, {}});
  }
  for (const auto& text : options.aliases) {
    const auto [before, now] = parted(text, '=', "--address");
    amendment.aliases.push_back({0, before, now, options.alias_certificate, options.day()});
  }
  for (const auto& text : options.links) {
    const auto [relation, other] = parted(text, '=', "--link");
    amendment.links.push_back({0, place.id, relation, find_place(project, other).id, options.day()});
  }
  if (options.divisions.empty() && options.crosses.empty() && options.ended_divisions.empty()) return amendment;
  const auto facts = project.division_facts();
  const DivisionRegister divisions{facts, options.day()};
  const auto id = [&](const std::string& code) { return division_with_code(divisions, facts, code, options.day()).id; };
  for (const auto& code : options.divisions) amendment.divisions.push_back({0, id(code), PlaceRelation::in, {}});
  for (const auto& code : options.crosses) amendment.divisions.push_back({0, id(code), PlaceRelation::crosses, {}});
  for (const auto& code : options.ended_divisions) amendment.ended_divisions.push_back(id(code));
  return amendment;
}

void amend(const Amending& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  const auto place = find_place(project, options.place);
  tell_recorded(shared, {"told.amended", {{"place", options.place}}},
                amend_place(project, options.info(shared, "amendment"), place.id, amendment_of(options, project, place), options.carry()));
}

}  // namespace

void add_name_amendments(Command& name, const Shared& shared) {
  auto options = std::make_shared<Amending>();
  auto* command = name.add_command("amend", "Change what is on record of a place: where it is, what it is, codes, divisions, addresses");
  command->add_option("PLACE", options->place, "#number, name or code")->required();
  command->add_option("--at", options->at, "LON,LAT")->delimiter(',')->expected(2);
  command->add_flag("--outside", options->outside, "The position is meant, though no division on record holds it");
  command->add_option("--shape", options->file, "File with a line or an area, GeoJSON, GeoPackage, Shapefile");
  command->add_option("--role", options->role, "What the shape is to the place")->one_of({"position", "extent", "course", "entrance", "label"});
  command->add_option("--method", options->method, "How it was got, as in survey, map, imagery");
  command->add_option("--accuracy", options->accuracy, "Standard deviation in metres")->in_range(0.0, 1e6);
  command->add_option("--class", options->classes, "As in geonames:P.PPL; with nothing after the colon: no longer");
  command->add_option("--attribute", options->attributes, "Of its class, as in length_km=12.5; with nothing after the sign: no longer");
  command->add_option("--code", options->codes, "Elsewhere, as in wikidata:Q42");
  command->add_option("--end-code", options->ended_codes, "A code that is no longer good");
  command->add_option("--in", options->divisions, "Code of the division that it lies in");
  command->add_option("--crosses", options->crosses, "Code of a division that it lies in among others");
  command->add_option("--not-in", options->ended_divisions, "Code of a division that it no longer lies in");
  command->add_option("--address", options->aliases, "An old address and what it is called now, as in \"North Street 3=东山路 3 号\"");
  command->add_option("--certificate", options->alias_certificate, "Number of the certificate of the address");
  command->add_option("--link", options->links, "To another place, as in part_of=#12");
  command->add_option("--secrecy", options->secrecy, "Level of secrecy, as the pack names it");
  command->add_option("--description", options->description, "What it is");
  command->add_option("--location", options->location, "Where it lies, in words");
  command->add_option("--source", options->source, "Where this is known from");
  add_name_options(*command, *options);
  command->callback([&shared, options] { amend(*options, shared); });

  struct Undoing : NameOptions {
    Revision revision = 0;
  };
  auto undoing = std::make_shared<Undoing>();
  command = name.add_command("amend-undo", "Take an amendment back");
  command->add_option("REVISION", undoing->revision, "Of the amendment")->required();
  add_name_options(*command, *undoing);
  command->callback([&shared, undoing] {
    auto project = Project::open(shared.project, Access::write);
    tell_recorded(shared, {"told.undid", {{"revision", std::to_string(undoing->revision)}}}, undo_amendment(project, undoing->info(shared, "undo"), undoing->revision, undoing->carry()));
  });
}

}  // namespace merestone
