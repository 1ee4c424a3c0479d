// SPDX-License-Identifier: Apache-2.0
#include "cli/command/monument_acts.hpp"

#include "cli/command/line_command.hpp"
#include "cli/words/json.hpp"
#include "gis/base/text.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace merestone {
namespace {

struct AddOptions {
  std::string number, kind = "single", side, from, surveyed_on, method, material, location, keeper, form;
  std::vector<std::string> lines, witnesses;
  double lon = 0, lat = 0, accuracy_m = 0;
  std::string height;
  std::string agreement, agreement_number, agreement_on, reason;
};

/// "OBJECT/PART/AZIMUTH/DISTANCE".
Witness witness_of(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t to = std::min(text.find('/', from), text.size());
    parts.push_back(text.substr(from, to - from));
    from = to + 1;
  }
  std::optional<double> azimuth, distance;
  if (parts.size() == 4) azimuth = parse_number(parts[2]), distance = parse_number(parts[3]);
  if (!azimuth || !distance) throw wrong_option("monument", "--witness takes OBJECT/PART/AZIMUTH/DISTANCE, as in 塔/塔尖/123.75/80; not " + text);
  return {parts[0], parts[1], *azimuth, *distance};
}

Document agreement_of(const std::string& title, const std::string& number, const std::string& on) {
  Document document;
  document.kind = "agreement";
  document.title = title;
  document.number = number;
  if (!on.empty()) document.issued = parse_date(on);
  return document;
}

void add(const AddOptions& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  const LineDesk desk = line_desk(project, {day_of(options.from)});
  MonumentFiling filing;
  Monument& m = filing.monument;
  m.number = options.number;
  m.kind = from_text<MonumentKind>(options.kind).value_or(MonumentKind::single);
  for (const std::string& line : options.lines) m.lines.push_back(desk.line(line).id);
  if (!options.side.empty()) {
    const DivisionState* side = desk.divisions.find_code(options.side);
    if (!side) throw wrong_option("monument", "--side takes the code of a division on record; not " + options.side);
    m.side = side->id;
  }
  m.position = from_degrees(options.lon, options.lat);
  if (!options.height.empty()) m.height_m = parse_number(options.height);
  m.accuracy_m = options.accuracy_m;
  if (!options.surveyed_on.empty()) m.surveyed_on = parse_date(options.surveyed_on);
  m.method = options.method;
  m.material = options.material;
  m.location = options.location;
  m.keeper = options.keeper;
  for (const std::string& witness : options.witnesses) m.witnesses.push_back(witness_of(witness));
  m.valid = {day_of(options.from), open_end};
  filing.agreement = agreement_of(options.agreement, options.agreement_number, options.agreement_on);
  const ActInfo info{shared.author, options.reason.empty() ? "added " + m.number : options.reason, {}, {}};
  const auto outcome = record_monuments(project, info, {filing}, number_forms(project, options.form));
  if (shared.json) return print_json({{"monument", m.number}, {"revision", outcome.revision}, {"findings", to_json(outcome.findings)}});
  print_findings(outcome.findings, shared.language);
  tell("told.monument_recorded", shared.language, {{"monument", m.number}, {"revision", std::to_string(outcome.revision)}});
}

struct RetireOptions {
  std::string number, line, on, agreement, agreement_number, agreement_on, reason;
};

void retire(const RetireOptions& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  const Date day = day_of(options.on);
  const LineDesk desk = line_desk(project, {day});
  const Monument& monument = desk.monument(options.number, options.line);
  const ActInfo info{shared.author, options.reason.empty() ? "gave up " + options.number : options.reason,
                     agreement_of(options.agreement, options.agreement_number, options.agreement_on), {}};
  const auto outcome = retire_monument(project, info, monument.id, day);
  if (shared.json) return print_json({{"monument", monument.number}, {"ended", to_string(day)}, {"revision", outcome.revision}});
  tell("told.monument_retired", shared.language, {{"monument", monument.number}, {"day", to_string(day)}, {"revision", std::to_string(outcome.revision)}});
}

}  // namespace

void add_monument_acts(Command& monument, const Shared& shared) {
  auto added = std::make_shared<AddOptions>();
  auto* one = monument.add_command("add", "Record one monument; 'monument next' gives the number");
  one->add_option("NUMBER", added->number, "Of the monument")->required();
  one->add_option("--line", added->lines, "Which line; three for a tri-junction")->required();
  one->add_option("--lon", added->lon, "Longitude, degrees (CGCS2000, WGS 84)")->required();
  one->add_option("--lat", added->lat, "Latitude, degrees")->required();
  one->add_option("--accuracy", added->accuracy_m, "Of the position, metres (standard deviation)")->required();
  one->add_option("--kind", added->kind, "single, double, triple or point")->one_of({"single", "double", "triple", "point"})->shows_default();
  one->add_option("--side", added->side, "Code of the division on whose ground one of a double or triple set stands");
  one->add_option("--height", added->height, "Metres");
  one->add_option("--from", added->from, "Day from which it stands; today when not given");
  one->add_option("--surveyed-on", added->surveyed_on, "Day of the survey");
  one->add_option("--method", added->method, "Of the survey");
  one->add_option("--material", added->material, "Of the stone");
  one->add_option("--location", added->location, "Where it stands, in words");
  one->add_option("--keeper", added->keeper, "Who looks after it");
  one->add_option("--witness", added->witnesses, "OBJECT/PART/AZIMUTH/DISTANCE, once for each; the pack says how many a monument needs");
  one->add_option("--agreement", added->agreement, "Title of the agreement on it; a tri-junction has one of its own");
  one->add_option("--agreement-number", added->agreement_number, "Number of the agreement");
  one->add_option("--agreement-date", added->agreement_on, "Day of the agreement");
  one->add_option("--template", added->form, "Form of the numbers, over that of the country pack");
  one->add_option("--reason", added->reason, "Why: written into the audit");
  one->callback([=, &shared] { add(*added, shared); });

  auto gone = std::make_shared<RetireOptions>();
  auto* end = monument.add_command("retire", "Give a monument up, by agreement of both sides (BL-05)");
  end->add_option("NUMBER", gone->number, "Of the monument")->required();
  end->add_option("--line", gone->line, "Where several lines use the number");
  end->add_option("--on", gone->on, "From which day on; today when not given");
  end->add_option("--agreement", gone->agreement, "Title of the agreement of both sides")->required();
  end->add_option("--agreement-number", gone->agreement_number, "Number of the agreement");
  end->add_option("--agreement-date", gone->agreement_on, "Day of the agreement");
  end->add_option("--reason", gone->reason, "Why: written into the audit");
  end->callback([=, &shared] { retire(*gone, shared); });
}

}  // namespace merestone
