// SPDX-License-Identifier: Apache-2.0
#include "cli/command/line_edit.hpp"

#include "cli/command/command.hpp"
#include "cli/command/shared.hpp"
#include "cli/command/told.hpp"
#include "cli/words/json.hpp"
#include "data/exchange/reading_lines.hpp"
#include "data/office/attempt.hpp"
#include "data/office/line_edit.hpp"
#include "data/office/refuse_errors.hpp"
#include "gis/base/text.hpp"
#include "gis/divisions/lookup.hpp"
#include "gis/geodesy/measure.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <cstdio>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

/// The document that an act rests on, and why.
struct DocumentOptions {
  Document document{};
  std::string issued;
  std::string reason;

  ActInfo info(const Shared& shared, const std::string& otherwise) const {
    ActInfo info{shared.author, reason, document, {}};
    if (info.reason.empty()) info.reason = document.title.empty() ? otherwise : document.title;
    if (!issued.empty()) info.document.issued = parse_date(issued);
    return info;
  }
};

struct EditOptions {
  std::string file, left, right, from, carrier;
  std::string finest = "member";
  double accuracy_m = 0;
  Revision seen = latest_revision;
  bool dry_run = false;
  ReadOptions reading{};
  DocumentOptions document{};
};

struct UndoOptions {
  Revision edit = 0;
  DocumentOptions document{};
};

std::string metres2(Wide um2) { return fixed(square_metres(um2), 2); }

/// Where to look for a face: its first corner.
Position corner_of(const Transfer& transfer) { return transfer.ground.outer.front(); }

/// A plan in words and for machines. Codes and names are those of the plan's day.
class PlanWords {
 public:
  PlanWords(const GroundPlan& plan, Language language) : plan_{plan}, language_{language} {}

  void print() const {
    for (const GroundPlan::Balance& side : plan_.balance()) {
      say("told.side_balance", {{"division", fmt::format("{:<24}", called(side.division))}, {"before", metres2(side.before_um2)}, {"after", metres2(side.after_um2)},
                                {"gain", (side.after_um2 > side.before_um2 ? "+" : "") + metres2(side.after_um2 - side.before_um2)}});
    }
    for (const Transfer& t : plan_.redraw.transfers) {
      say("told.ground_passes", {{"m2", metres2(t.area_um2)}, {"from", called(t.from)}, {"to", called(t.to)},
                                 {"lon", shortest(degrees(corner_of(t).lon))}, {"lat", shortest(degrees(corner_of(t).lat))}});
    }
    say(plan_.redraw.cut.size() == 1 ? "told.stretch_cut" : "told.stretches_cut",
        {{"count", std::to_string(plan_.redraw.cut.size())}, {"bent", std::to_string(plan_.redraw.bends.size())}});
  }

  Json json() const {
    Json document{{"from", to_string(plan_.from)}, {"seen", plan_.known}};
    document["sides"] = Json::array();
    for (const GroundPlan::Balance& side : plan_.balance()) {
      document["sides"].push_back({{"division", card(side.division)}, {"before_m2", square_metres(side.before_um2)},
                                   {"after_m2", square_metres(side.after_um2)}});
    }
    document["transfers"] = Json::array();
    for (const Transfer& t : plan_.redraw.transfers) {
      document["transfers"].push_back({{"from", card(t.from)}, {"to", card(t.to)}, {"area_m2", square_metres(t.area_um2)},
                                       {"lon", degrees(corner_of(t).lon)}, {"lat", degrees(corner_of(t).lat)}});
    }
    document["cut"] = Json::array();
    for (const StretchId stretch : plan_.redraw.cut) document["cut"].push_back(stretch.value);
    document["bends"] = Json::array();
    for (const Bend& bend : plan_.redraw.bends) {
      document["bends"].push_back({{"stretch", bend.stretch.value}, {"lon", degrees(bend.at.lon)}, {"lat", degrees(bend.at.lat)},
                                   {"left_gains_m2", square_metres(bend.left_gains_um2)}});
    }
    return document;
  }

 private:
  void say(const char* rule, ToldFacts facts) const { fmt::print("  {}\n", told(rule, language_, std::move(facts))); }
  Json card(DivisionId id) const {
    const DivisionState* division = plan_.divisions.find(id);
    if (division == nullptr) return nullptr;
    return {{"code", division->code}, {"name", division->name}};
  }
  std::string called(DivisionId id) const {
    const DivisionState* division = plan_.divisions.find(id);
    return division == nullptr ? told("told.nobody", language_) : division->code + " " + division->name;
  }

  const GroundPlan& plan_;
  Language language_;
};

FeatureDelivery lines_of(const EditOptions& options, const Project& project, Date from) {
  ReadOptions reading = options.reading;
  reading.extent = project.extent({from});
  FeatureDelivery delivery = read_feature_lines(options.file, reading);
  refuse_errors(delivery.findings, options.file + " is not fit to be a line");
  return delivery;
}

/// What the edit would do. @throws Error with everything that stands against it.
GroundPlan plan_of(const EditOptions& options, const Project& project, FeatureDelivery& delivery) {
  LineEdit edit;
  edit.from = parse_date(options.from);
  edit.finest = options.finest == "party" ? FinestHolder::party : FinestHolder::longest_border;
  edit.carrier = options.carrier;
  edit.accuracy_m = options.accuracy_m;
  const DivisionFacts facts = project.division_facts();
  const DivisionRegister divisions{facts, edit.from};
  const DivisionId left = division_with_code(divisions, facts, options.left, edit.from).id;
  const DivisionId right = division_with_code(divisions, facts, options.right, edit.from).id;
  delivery = lines_of(options, project, edit.from);
  for (const Polyline& path : delivery.lines) edit.lines.push_back({path, left, right});
  GroundPlan plan = plan_edit(project, edit, options.seen);
  if (!plan.redraw.sound()) throw Error{Fault::invalid, "the line cannot be edited like this", plan.redraw.findings};
  return plan;
}

void edit_line(const EditOptions& options, const Shared& shared) {
  auto project = Project::open(shared.project, options.dry_run ? Access::read : Access::write);
  ActInfo info = options.document.info(shared, "line between " + options.left + " and " + options.right);
  FeatureDelivery delivery;
  const GroundPlan plan = attempted_unless(options.dry_run, project, "line.edit", info, [&] { return plan_of(options, project, delivery); });
  Revision revision = 0;
  if (!options.dry_run) {
    if (info.document.title.empty()) info.document = delivery.source;
    if (info.document.kind.empty()) info.document.kind = "line";
    revision = record_edit(project, info, plan);
  }
  delivery.findings.insert(delivery.findings.end(), plan.redraw.findings.begin(), plan.redraw.findings.end());
  append(delivery.findings, village_findings(project, plan));
  std::erase_if(delivery.findings, [](const Finding& f) { return f.rule == "import.columns"; });
  const PlanWords words{plan, shared.language};
  if (shared.json) {
    Json document = words.json();
    document["revision"] = revision;
    document["findings"] = to_json(delivery.findings);
    return print_json(document);
  }
  tell("told.from_day_on", shared.language, {{"day", to_string(plan.from)}});
  words.print();
  std::fflush(stdout);
  print_findings(delivery.findings, shared.language);
  tell(options.dry_run ? "told.edit_tried" : "told.edited", shared.language, {{"seen", std::to_string(plan.known)}, {"revision", std::to_string(revision)}});
}

void undo_line(const UndoOptions& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  const auto revision = undo_edit(project, options.document.info(shared, "undoing of revision " + std::to_string(options.edit)), options.edit);
  if (shared.json) return print_json({{"undone", options.edit}, {"revision", revision}});
  tell("told.edit_undone", shared.language, {{"edit", std::to_string(options.edit)}, {"revision", std::to_string(revision)}});
}

void add_document_options(Command& command, DocumentOptions& options) {
  command.add_option("--title", options.document.title, "Of the document that the act rests on");
  command.add_option("--document-number", options.document.number, "As printed on it");
  command.add_option("--issuer", options.document.issuer, "Who issued it");
  command.add_option("--issued", options.issued, "Day, YYYY-MM-DD");
  command.add_option("--reason", options.reason, "Written into the audit; the title when not given");
}

}  // namespace

void add_line_edit(Command& line, const Shared& shared) {
  auto editing = std::make_shared<EditOptions>();
  auto* edit = line.add_command("edit", "Draw a line anew; both its sides follow");
  edit->add_option("FILE", editing->file, "The new line: GeoJSON, GeoPackage, Shapefile")->required();
  edit->add_option("--left", editing->left, "Code of the division on its left, in drawing direction")->required();
  edit->add_option("--right", editing->right, "Code of the division on its right")->required();
  edit->add_option("--from", editing->from, "Day from which it holds, YYYY-MM-DD")->required();
  edit->add_option("--finest", editing->finest, "Whose the ground becomes where the sides have members")
      ->one_of({"member", "party"})->shows_default();
  edit->add_option("--carrier", editing->carrier, "What the line follows: watercourse, ridge, road");
  edit->add_option("--accuracy", editing->accuracy_m, "Of the line, metres (standard deviation)")->not_negative();
  edit->add_option("--crs", editing->reading.crs, "Of the file, over what it says: EPSG:4547");
  edit->add_option("--layer", editing->reading.layer, "Of the file");
  edit->add_option("--seen", editing->seen, "Revision that the dry run showed: refused when the ground changed since");
  edit->add_flag("--dry-run", editing->dry_run, "Show what it would do; write nothing");
  add_document_options(*edit, editing->document);
  edit->footer("Example:  merestone line edit new.geojson --left 49007 --right 49020 --from 2024-01-01 --dry-run");
  edit->callback([&shared, editing] { edit_line(*editing, shared); });

  auto undoing = std::make_shared<UndoOptions>();
  auto* undo = line.add_command("undo", "Put the ground back as it was before an edit, as a new act");
  undo->add_option("REVISION", undoing->edit, "Of the edit")->required();
  add_document_options(*undo, undoing->document);
  undo->callback([&shared, undoing] { undo_line(*undoing, shared); });
}

}  // namespace merestone
