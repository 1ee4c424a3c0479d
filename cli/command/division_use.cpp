// SPDX-License-Identifier: Apache-2.0
#include "cli/command/command.hpp"
#include "cli/command/commands.hpp"
#include "cli/command/shared.hpp"
#include "cli/command/told.hpp"
#include "cli/words/json.hpp"
#include "data/exchange/reading.hpp"
#include "data/office/attempt.hpp"
#include "data/office/changes.hpp"
#include "data/office/refuse_errors.hpp"
#include "gis/base/text.hpp"
#include "gis/divisions/lookup.hpp"
#include "gis/geodesy/measure.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <memory>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

struct UseOptions {
  std::string file, holder, user, title, from, until, issued, reason;
  Document document{};
  ReadOptions read{};
};

std::vector<GroundUse> uses_of(const UseOptions& options, const Project& project) {
  ReadOptions reading = options.read;
  const Period valid{day_of(options.from), options.until.empty() ? open_end : parse_date(options.until)};
  reading.extent = project.extent({valid.from});
  const LineDelivery delivery = read_drawn_lines(options.file, reading);
  refuse_errors(delivery.findings, options.file + " was not recorded");
  const DivisionFacts facts = project.division_facts();
  const DivisionRegister divisions{facts, valid.from};
  const auto division = [&](const std::string& code) { return division_with_code(divisions, facts, code, valid.from).id; };
  std::vector<GroundUse> uses;
  for (const DeliveredLine& drawn : delivery.lines) {
    const std::string title = !options.title.empty() ? options.title : !drawn.title.empty() ? drawn.title : delivery.source.title;
    uses.push_back({division(options.holder), division(options.user), title, drawn.area, valid, {}});
  }
  return uses;
}

void record_use(const UseOptions& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  ActInfo info{shared.author, options.reason.empty() ? "use of ground" : options.reason, options.document, {}};
  if (!options.issued.empty()) info.document.issued = parse_date(options.issued);
  const auto uses = attempted(project, "ground.use", info, [&] { return uses_of(options, project); });
  const Revision revision = record_ground_uses(project, info, uses);
  if (shared.json) return print_json({{"uses", uses.size()}, {"revision", revision}});
  tell("told.uses_recorded", shared.language, {{"uses", told_count(uses.size(), {"told.use", "told.uses"}, shared.language)}, {"revision", std::to_string(revision)}});
}

void list_uses(const std::string& on, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const AsOf as_of{day_of(on)};
  const DivisionRegister divisions = project.divisions(as_of);
  const auto card = [&](DivisionId id) {
    const DivisionState* state = divisions.find(id);
    return state ? Json{{"code", state->code}, {"name", state->name}} : Json{};
  };
  const auto called = [&](DivisionId id) {
    const DivisionState* state = divisions.find(id);
    return state ? state->code + " " + state->name : std::string{"–"};
  };
  auto list = Json::array();
  for (const GroundUse& use : project.ground_uses(as_of)) {
    const double area_m2 = square_metres(area_um2(use.shape));
    list.push_back({{"title", use.title}, {"holder", card(use.holder)}, {"user", card(use.user)}, {"area_m2", area_m2},
                    {"from", to_string(use.valid.from)}, {"until", use.valid.until == open_end ? Json{} : Json(to_string(use.valid.until))}});
    if (!shared.json) {
      tell("told.use_of_ground", shared.language, {{"title", use.title}, {"holder", called(use.holder)}, {"user", called(use.user)},
                                                   {"km2", fixed(area_m2 / 1e6, 4)}, {"period", told_period(use.valid, shared.language)}});
    }
  }
  if (shared.json) return print_json({{"on", to_string(as_of.day)}, {"uses", list}});
  if (list.empty()) tell("told.no_uses", shared.language, {{"day", to_string(as_of.day)}});
}

}  // namespace

void add_division_use(Command& division, const Shared& shared) {
  auto options = std::make_shared<UseOptions>();
  auto* use = division.add_command("use", "Record ground of one division that another uses or manages by agreement (BL-09)");
  use->add_option("FILE", options->file, "Areas: GeoJSON, GeoPackage, Shapefile; with a column title")->required();
  use->add_option("--holder", options->holder, "Code of whose ground it is")->required();
  use->add_option("--user", options->user, "Code of who uses or manages it")->required();
  use->add_option("--title", options->title, "What it is called, where the file does not say");
  use->add_option("--from", options->from, "Since when, YYYY-MM-DD; today when not given");
  use->add_option("--until", options->until, "The first day after it");
  use->add_option("--crs", options->read.crs, "Of the file, over what it says: EPSG:4547");
  use->add_option("--document", options->document.title, "Title of the agreement or decision that says so")->required();
  use->add_option("--document-kind", options->document.kind, "agreement, decision")->shows_default();
  use->add_option("--document-number", options->document.number, "As printed on it");
  use->add_option("--document-issuer", options->document.issuer, "Who issued it");
  use->add_option("--document-issued", options->issued, "Day, YYYY-MM-DD");
  use->add_option("--reason", options->reason, "Written into the audit");
  options->document.kind = "agreement";
  use->callback([&shared, options] { record_use(*options, shared); });

  auto on = std::make_shared<std::string>();
  auto* uses = division.add_command("uses", "Ground that another uses, on a day");
  uses->add_option("--on", *on, "Day, YYYY-MM-DD; today when not given");
  uses->callback([&shared, on] { list_uses(*on, shared); });
}

}  // namespace merestone
