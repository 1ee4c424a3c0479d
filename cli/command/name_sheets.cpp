// SPDX-License-Identifier: Apache-2.0
#include "cli/command/line_sheets.hpp"
#include "cli/command/name.hpp"

#include "cli/report/name_sheet.hpp"
#include "cli/report/report_files.hpp"
#include "data/office/place_holders.hpp"
#include "data/packs/class_schemes.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace merestone {
namespace {

struct Printing {
  std::vector<std::string> of;
  std::string out, language = "zh", on, body;
};

bool chinese(const std::string& language) { return language.starts_with("zh"); }

std::optional<Document> document_with(const std::vector<Document>& documents, DocumentId id) {
  const auto found = std::ranges::find_if(documents, [&](const Document& d) { return d.id == id; });
  if (id.value == 0 || found == documents.end()) return std::nullopt;
  return *found;
}

/// "pdf" or "html" by the name of the file.
std::string format_of(const std::string& file) {
  if (file.ends_with(".pdf")) return "pdf";
  if (file.ends_with(".html") || file.ends_with(".htm")) return "html";
  const std::string what = "--out takes a file that ends in .pdf or .html; not " + file;
  throw Error{Fault::invalid, what, {{.rule = "cli.usage", .facts = {{"what", what}, {"command", "name form "}}}}};
}

void print_form(const Printing& options, const Shared& shared) {
  const std::string format = format_of(options.out);
  const auto project = Project::open(shared.project);
  const Date day = day_of(options.on);
  NameForm form{sheet_head(project, day), find_place(project, options.of.at(0)), {}, {}, {}, {}, {}};
  const auto divisions = project.divisions({day});
  for (const auto& c : form.place.classes) {
    const ClassScheme* scheme = class_scheme(c.scheme);
    const NameClass* known = scheme ? scheme->find(c.code) : nullptr;
    form.classes.push_back(c.code + (known ? " " + (chinese(options.language) ? known->words.zh : known->words.en) : ""));
  }
  for (const auto& a : form.place.attributes) {
    std::string label = a.name;
    for (const auto& c : form.place.classes) {
      const ClassScheme* scheme = class_scheme(c.scheme);
      for (const ClassAttribute* known : scheme ? scheme->attributes(c.code) : std::vector<const ClassAttribute*>{}) {
        if (known->name == a.name) label = chinese(options.language) ? known->words.zh : known->words.en;
      }
    }
    form.attributes.emplace_back(std::move(label), a.value);
  }
  for (const auto& d : form.place.divisions) {
    const DivisionState* state = divisions.find(d.division);
    if (state && d.valid.contains(day)) form.divisions.push_back(state->name + " " + state->code);
  }
  if (form.divisions.empty() && form.place.position) {
    const DivisionId holder = holders_at(project, {day}, {&*form.place.position, 1}).front();
    if (const DivisionState* state = divisions.find(holder)) form.divisions.push_back(state->name + " " + state->code);
  }
  for (const auto& level : names_pack(project).names.secrecy) {
    if (level.id == form.place.head.secrecy) form.secrecy = chinese(options.language) ? level.words.zh : level.words.en;
  }
  if (const PlaceName* shown = form.place.name_on(day)) form.decision = document_with(project.documents(), shown->decision);
  write_whole(options.out, written(form, Phrases{options.language}, format));
  if (shared.json) return print_json({{"file", options.out}});
  fmt::print("Wrote {}\n", options.out);
}

void print_announcement(const Printing& options, const Shared& shared) {
  const std::string format = format_of(options.out);
  const auto project = Project::open(shared.project);
  const Date day = day_of(options.on);
  const auto documents = project.documents();
  const auto divisions = project.divisions({day});
  Announcement announcement{sheet_head(project, day), options.body, day, {}};
  for (const auto& number : options.of) {
    AnnouncedName named{find_application(project, number), {}, {}, {}};
    if (named.application.step(name_state::approved) == nullptr) {
      throw Error{Fault::invalid, "not approved", {{.rule = "name.not_approved", .subject = {{}, number, "state"}, .facts = {{"number", number}, {"name", named.application.text}}}}};
    }
    const auto chain = divisions.chain(named.application.division);
    for (auto state = chain.rbegin(); state != chain.rend(); ++state) {
      const bool space = !named.division.empty() && !chinese(options.language);
      named.division += (space ? ", " : "") + (*state)->name;
    }
    const ApplicationStep* approval = named.application.step(name_state::approved);
    if (approval) named.decision = document_with(documents, approval->document);
    const ApplicationStep* announced = named.application.step(name_state::announced);
    if (announcement.body.empty() && announced) announcement.body = announced->body.name;
    if (announced) announcement.day = announced->day;
    if (named.application.act == NameAct::rename && named.application.place.value != 0) {
      const auto place = find_place(project, "#" + std::to_string(named.application.place.value));
      for (const auto& r : place.replacements) {
        const PlaceName* former = r.name == named.application.name ? place.name(r.former) : nullptr;
        if (former) named.former = former->text;
      }
    }
    announcement.names.push_back(std::move(named));
  }
  write_whole(options.out, written(announcement, Phrases{options.language}, format));
  if (shared.json) return print_json({{"file", options.out}});
  fmt::print("Wrote {}\n", options.out);
}

}  // namespace

void add_name_sheets(Command& name, const Shared& shared) {
  const auto common = [](Command& command, Printing& options) {
    command.add_option("--out", options.out, "File, .html or .pdf")->required();
    command.add_option("--sheet-language", options.language, "Of the sheet")->one_of({"zh", "en"})->shows_default();
    command.add_option("--on", options.on, "As it stands on this day; today when not given");
  };
  auto options = std::make_shared<Printing>();
  auto* command = name.add_command("form", "The registration form of a place (地名登记表)");
  command->add_option("PLACE", options->of, "#number, name or code")->required()->expected(1);
  common(*command, *options);
  command->callback([&shared, options] { print_form(*options, shared); });
  options = std::make_shared<Printing>();
  command = name.add_command("announcement", "The announcement of decided names (公告)");
  command->add_option("NUMBER", options->of, "Of applications, one or several")->required();
  common(*command, *options);
  command->add_option("--body", options->body, "Who announces; as recorded when not given");
  command->callback([&shared, options] { print_announcement(*options, shared); });
}

}  // namespace merestone
