// SPDX-License-Identifier: Apache-2.0
#include "cli/command/commands.hpp"
#include "cli/command/line_command.hpp"
#include "cli/command/line_sheets.hpp"
#include "cli/command/monument_acts.hpp"
#include "gis/base/text.hpp"
#include "gis/divisions/lookup.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace merestone {
namespace {

NumberTemplate form_of(const MonumentTemplate& given) {
  NumberTemplate form{given.number, given.single, "", ""};
  for (const std::string& letter : given.twins) form.twin += letter;
  for (const std::string& letter : given.triplets) form.triple += letter;
  return form;
}

}  // namespace

NumberForms number_forms(const Project& project, const std::string& given) {
  if (!given.empty()) {
    NumberTemplate form;
    form.pattern = given;
    form.require_good();
    return [form](Level) { return std::optional{form}; };
  }
  std::vector<MonumentTemplate> known;
  for (const CountryPack& pack : project.packs()) known.insert(known.end(), pack.lines.monuments.begin(), pack.lines.monuments.end());
  return [known](Level level) -> std::optional<NumberTemplate> {
    for (const MonumentTemplate& m : known) {
      if (m.level == level) return form_of(m);
    }
    return {};
  };
}

namespace {

using Json = nlohmann::ordered_json;

struct ListOptions {
  std::string line, on;
  bool trouble = false;
};

void list_monuments(const ListOptions& options, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const LineDesk desk = line_desk(project, {day_of(options.on)});
  const auto monuments = options.line.empty() ? desk.monuments : desk.monuments_on(desk.line(options.line).id);
  auto list = Json::array();
  for (const Monument& m : monuments) {
    const MonumentJudgement judgement = desk.judge(m);
    if (options.trouble && judgement.status < MonumentStatus::damaged) continue;
    Json lines = Json::array();
    for (const BoundaryLineId id : m.lines) lines.push_back(codes_of(desk.index(), desk.line(id)));
    list.push_back({{"number", m.number}, {"kind", to_text(m.kind)}, {"lines", lines}, {"lon", degrees(m.position.lon)},
                    {"lat", degrees(m.position.lat)}, {"status", to_text(judgement.status)}});
    if (shared.json) continue;
    const std::string moved = judgement.moved_m && judgement.status == MonumentStatus::displaced
                                  ? told("told.displaced_by", shared.language, {{"m", fixed(*judgement.moved_m, 2)}}) : "";
    fmt::print("{:<12} {:<7} {} {}  {}{}\n", m.number, sheet_word("monument-kind", to_text(m.kind), shared.language), fixed(degrees(m.position.lon), 7),
               fixed(degrees(m.position.lat), 7), sheet_word("monument-status", to_text(judgement.status), shared.language), moved);
  }
  if (shared.json) print_json({{"on", to_string(desk.as_of.day)}, {"monuments", list}});
}

struct NextOptions {
  std::string line, kind = "single", form;
  int after = 0;
};

void tell_next(const NextOptions& options, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const LineDesk desk = line_desk(project, {today()});
  const BoundaryLine& line = desk.line(options.line);
  const LineRecord* record = desk.record(line.id);
  const auto forms = number_forms(project, options.form);
  const NumberTemplate form = forms(line.level).value_or(NumberTemplate{});
  const std::string code = record ? record->code : "";
  std::vector<MonumentNumber> ever;
  for (const Monument& m : desk.monuments_ever) {
    if (!stands_on(m, line.id)) continue;
    if (const auto number = read_number(form, m.number, code)) ever.push_back(*number);
  }
  const auto kind = from_text<MonumentKind>(options.kind);
  auto numbers = Json::array();
  for (const MonumentNumber& number : next_numbers(form, code, kind.value_or(MonumentKind::single), ever,
                                                   options.after > 0 ? std::optional{options.after} : std::nullopt)) {
    numbers.push_back(write_number(form, number));
    if (!shared.json) fmt::print("{}\n", write_number(form, number));
  }
  if (shared.json) print_json({{"line", codes_of(desk.index(), line)}, {"numbers", numbers}});
}

struct RepairOptions {
  std::string number, line, managing, neighbour, reason, on, done, managing_by, neighbour_by, work;
};

void repair(const RepairOptions& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  const LineDesk desk = line_desk(project, {day_of(options.done.empty() ? options.on : options.done)});
  const Monument& monument = desk.monument(options.number, options.line);
  const auto side = [&](const std::string& code) {
    return code.empty() ? DivisionId{} : division_with_code(desk.divisions, project.division_facts(), code, desk.as_of.day).id;
  };
  RepairOrder order{.id = {}, .monument = monument.id, .reason = options.reason, .ordered_on = day_of(options.on),
                    .managing = side(options.managing), .neighbour = side(options.neighbour), .done_on = {},
                    .managing_by = options.managing_by, .neighbour_by = options.neighbour_by, .work = options.work};
  const ActInfo info{shared.author, options.reason.empty() ? options.work : options.reason, {}, {}};
  if (options.done.empty()) {
    const auto outcome = order_repair(project, info, order);
    if (shared.json) return print_json({{"ordered", monument.number}, {"revision", outcome.revision}});
    return tell("told.repair_ordered", shared.language, {{"monument", monument.number}, {"revision", std::to_string(outcome.revision)}});
  }
  order.done_on = parse_date(options.done);
  const auto outcome = complete_repair(project, info, order);
  if (shared.json) return print_json({{"done", monument.number}, {"revision", outcome.revision}});
  tell("told.repair_done", shared.language, {{"monument", monument.number}, {"revision", std::to_string(outcome.revision)}});
}

void write_form(const std::string& number, const std::string& line, const SheetOptions& options, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const LineDesk desk = line_desk(project, {day_of(options.on)});
  const Monument& monument = desk.monument(number, line);
  const Phrases phrases{options.language};
  const Territory ground = derive(project.snapshot(desk.as_of), StatusQuo{});
  const LineMaps maps{ground, desk.divisions, desk.lines};
  MonumentForm form = monument_form(project, desk, monument);
  form.map = maps.of_monument(monument);
  tell_files(write_files(form, phrases, sheet_stem(options, "monument-" + number), options.formats), shared);
}

}  // namespace

void add_monument(Command& program, const Shared& shared) {
  auto* command = program.add_command("monument", "Monuments of lines: tables, observations, repairs, forms");
  command->require_command();
  command->fallthrough();
  auto table = std::make_shared<TableOptions>();
  auto form = std::make_shared<std::string>();
  auto* import = command->add_command("import", "Take in a marker table; northing and easting are told apart by zone and place");
  add_table_options(*import, *table, true);
  import->add_option("--template", *form, "Form of the numbers, over that of the country pack: {line}{serial:3}{type}");
  import->callback([=, &shared] {
    take_table(*table, shared, "monuments.record", {"told.monument", "told.monuments"}, read_monument_table,
               [&](Project& p, const ActInfo& info, MonumentDelivery& d) { return record_monuments(p, info, d.filings, number_forms(p, *form)); },
               [](const MonumentDelivery& d) { return d.filings.size(); });
  });
  auto* observe = command->add_command("observe", "Take in observations; where monuments stand in law is not touched");
  add_table_options(*observe, *table, true);
  observe->callback([=, &shared] {
    take_table(*table, shared, "observations.record", {"told.observation", "told.observations"}, read_observation_table,
               [](Project& p, const ActInfo& info, ObservationDelivery& d) { return record_observations(p, info, d.observations, today()); },
               [](const ObservationDelivery& d) { return d.observations.size(); });
  });
  auto listing = std::make_shared<ListOptions>();
  auto* list = command->add_command("list", "Monuments and how they stand");
  list->add_option("--line", listing->line, "Only of this line");
  list->add_option("--on", listing->on, "Day; today when not given");
  list->add_flag("--trouble", listing->trouble, "Only those damaged, displaced or missing");
  list->callback([=, &shared] { list_monuments(*listing, shared); });

  auto next = std::make_shared<NextOptions>();
  auto* numbers = command->add_command("next", "The next free number on a line; numbers given up are not used again");
  numbers->add_option("LINE", next->line, "Which line")->required();
  numbers->add_option("--kind", next->kind, "single, double or triple")->one_of({"single", "double", "triple"})->shows_default();
  numbers->add_option("--after", next->after, "Behind this serial");
  numbers->add_option("--template", next->form, "Form of the numbers, over that of the country pack");
  numbers->callback([=, &shared] { tell_next(*next, shared); });

  auto repairing = std::make_shared<RepairOptions>();
  auto* mend = command->add_command("repair", "Order a repair, or with --done complete it; both sides attend");
  mend->add_option("NUMBER", repairing->number, "Of the monument")->required();
  mend->add_option("--line", repairing->line, "Where several lines use the number");
  mend->add_option("--managing", repairing->managing, "Code of the division that keeps it");
  mend->add_option("--neighbour", repairing->neighbour, "Code of the other");
  mend->add_option("--reason", repairing->reason, "Why");
  mend->add_option("--on", repairing->on, "Day of the order; today when not given");
  mend->add_option("--done", repairing->done, "Day on which it was done");
  mend->add_option("--managing-by", repairing->managing_by, "Who attended for the side that keeps it");
  mend->add_option("--neighbour-by", repairing->neighbour_by, "Who attended for the neighbour");
  mend->add_option("--work", repairing->work, "What was done");
  mend->callback([=, &shared] { repair(*repairing, shared); });

  add_monument_acts(*command, shared);
  auto sheet = std::make_shared<SheetOptions>();
  auto number = std::make_shared<std::string>();
  auto line = std::make_shared<std::string>();
  auto* paper = command->add_command("form", "The registration form, HTML and PDF");
  paper->add_option("NUMBER", *number, "Of the monument")->required();
  paper->add_option("--line", *line, "Where several lines use the number");
  add_sheet_options(*paper, *sheet);
  paper->callback([=, &shared] { write_form(*number, *line, *sheet, shared); });
  command->footer("Example:  merestone monument import --from monuments.csv --dry-run");
}

}  // namespace merestone
