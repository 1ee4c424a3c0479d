// SPDX-License-Identifier: Apache-2.0
#include "cli/command/name.hpp"

#include "cli/command/told.hpp"
#include "cli/words/json.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> words(std::span<const std::string_view> from) { return {from.begin(), from.end()}; }

struct SignOptions : NameOptions {
  Sign sign;
  SignInspection seen;
  std::string place, kind = "street", condition = "ok", installed, next_due, by, text;
  std::int64_t order = 0;
  std::vector<double> at;
  bool outside = false;
};

Json json_of(const Sign& s) {
  Json json{{"number", s.number}, {"kind", std::string{to_text(s.kind)}}, {"place", s.place.value}, {"text", s.text_now()}, {"spelling", s.spelling}};
  if (s.installed) json["installed"] = to_string(*s.installed);
  if (s.removed) json["removed"] = to_string(*s.removed);
  json["inspections"] = Json::array();
  for (const auto& i : s.inspections) {
    json["inspections"].push_back({{"day", to_string(i.day)}, {"condition", std::string{to_text(i.condition)}}, {"text_seen", i.text_seen}, {"inspector", i.inspector}});
    if (i.next_due) json["inspections"].back()["next"] = to_string(*i.next_due);
  }
  json["orders"] = Json::array();
  for (const auto& o : s.orders) {
    Json order{{"order", o.id.value}, {"ordered", to_string(o.ordered)}, {"reason", o.reason}};
    if (o.done) order["done"] = to_string(*o.done);
    json["orders"].push_back(std::move(order));
  }
  return json;
}

/// What is wrong with a sign, short; the full sentence is the finding's.
std::string_view trouble(const std::string& rule, Language language) { return term_word("sign_trouble", rule, language); }

void tell(const SignActed& acted, const Shared& shared) {
  if (shared.json) {
    return print_json({{"sign", json_of(acted.sign)}, {"revision", acted.done.revision}, {"findings", to_json(acted.done.findings)}});
  }
  const std::string revision = revision_words(acted.done.revision, shared.language), number = acted.sign.number;
  if (acted.sign.removed) fmt::print("{}\n", told("told.sign_removed", shared.language, {{"sign", number}, {"day", to_string(*acted.sign.removed)}, {"revision", revision}}));
  else fmt::print("{}\n", told("told.sign_shows", shared.language, {{"sign", number}, {"text", acted.sign.text_now()}, {"revision", revision}}));
  for (const auto& o : acted.sign.orders) {
    if (o.done) continue;
    fmt::print("  {}\n", told("told.work_order", shared.language, {{"order", std::to_string(o.id.value)}, {"day", to_string(o.ordered)}, {"why", o.reason}}));
  }
  std::fflush(stdout);
  print_findings(acted.done.findings, shared.language);
}

struct SignQuestion {
  std::string on;
  bool bad = false;
  int installed = 0, inspected = 0, unseen_since = 0;  ///< years; 0: whichever
};

int year_of(Date day) { return static_cast<int>(std::chrono::year_month_day{day}.year()); }

/// Whether the sign is asked for by the years in which it was put up and looked at, as known on the day.
bool in_years(const Sign& s, const SignQuestion& question, Date day) {
  const auto looked_at = [&](auto fits) { return std::ranges::any_of(s.inspections, [&](const SignInspection& i) { return i.day <= day && fits(year_of(i.day)); }); };
  if (question.installed > 0 && !(s.installed && year_of(*s.installed) == question.installed)) return false;
  if (question.inspected > 0 && !looked_at([&](int year) { return year == question.inspected; })) return false;
  return question.unseen_since == 0 || !looked_at([&](int year) { return year >= question.unseen_since; });
}

void list_missing(const std::string& on, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const Date day = day_of(on);
  const auto missing = missing_signs(project, day);
  if (shared.json) return print_json({{"on", to_string(day)}, {"missing", to_json(missing)}});
  for (const Finding& f : missing) fmt::print("{} {}\n", f.subject.record, sentence(f, shared.language));
  if (missing.empty()) fmt::print("{}\n", told("told.no_missing", shared.language));
}

void list_signs(const SignQuestion& question, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const Date day = day_of(question.on);
  const SignRules rules = names_pack(project).names.signs;
  auto list = Json::array();
  std::size_t count = 0;
  PlaceRecord place;
  for (const Sign& s : all_signs(project)) {
    if (place.id != s.place) place = find_place(project, "#" + std::to_string(s.place.value));
    if ((s.removed && *s.removed <= day) || (s.installed && *s.installed > day) || !in_years(s, question, day)) continue;
    auto findings = check_sign(s, place.names, day);
    for (Finding& f : check_sign_position(s, signed_ground(place, day), rules)) findings.push_back(std::move(f));
    const bool open = std::ranges::any_of(s.orders, [](const SignOrder& o) { return !o.done; });
    if (question.bad && findings.empty() && !open) continue;
    ++count;
    if (shared.json) {
      Json json = json_of(s);
      json["findings"] = to_json(findings);
      list.push_back(std::move(json));
      continue;
    }
    std::string troubles;
    for (const auto& f : findings) troubles += (troubles.empty() ? ": " : ", ") + std::string{trouble(f.rule, shared.language)};
    fmt::print("{:<10} {:<10} {}{}{}\n", s.number, term_word("sign_kind", to_text(s.kind), shared.language), s.text_now(), troubles,
               open ? " (" + told("told.work_ordered", shared.language) + ")" : "");
  }
  if (shared.json) return print_json({{"on", to_string(day)}, {"signs", list}});
  if (count == 0) fmt::print("{}\n", told("told.no_signs", shared.language));
}

}  // namespace

void add_name_signs(Command& name, const Shared& shared) {
  auto* group = name.add_command("sign", "Signs that show names: put up, inspect, mend");
  group->require_command();
  auto options = std::make_shared<SignOptions>();
  auto* command = group->add_command("add", "A sign was put up");
  command->add_option("SIGN", options->sign.number, "Number on its label")->required();
  command->add_option("PLACE", options->place, "#number, name or code")->required();
  command->add_option("--kind", options->kind, "Of the sign")->one_of(words(sign_kind_words()))->shows_default();
  command->add_option("--text", options->sign.text, "That it shows; the standard name when not given");
  command->add_option("--spelling", options->sign.spelling, "That it shows");
  command->add_option("--at", options->at, "LON,LAT")->delimiter(',')->expected(2);
  command->add_flag("--outside", options->outside, "The position is meant, though no division on record holds it");
  command->add_option("--bearing", options->sign.bearing_deg, "That it faces, degrees from north")->in_range(0.0, 359.999);
  command->add_option("--size", options->sign.size, "As in 1500x400 mm");
  command->add_option("--material", options->sign.material, "Of the plate");
  command->add_option("--colour", options->sign.colour, "Of the plate");
  command->add_option("--installer", options->sign.installer, "Who put it up");
  command->add_option("--owner", options->sign.owner, "Department that keeps it");
  add_name_options(*command, *options);
  command->callback([&shared, options] {
    auto project = Project::open(shared.project, Access::write);
    Sign sign = options->sign;
    sign.place = find_place(project, options->place).id;
    sign.kind = sign_kind(options->kind).value_or(SignKind::street);
    sign.installed = options->day();
    if (options->at.size() == 2) sign.position = from_degrees(options->at[0], options->at[1]);
    tell(put_up_sign(project, options->info(shared, "sign put up"), sign, options->carry(), options->outside), shared);
  });

  options = std::make_shared<SignOptions>();
  command = group->add_command("inspect", "Take down how a sign was found; what is wrong gets a work order");
  command->add_option("SIGN", options->sign.number, "Number on its label")->required();
  command->add_option("--condition", options->condition, "As found")->one_of(words(sign_condition_words()))->shows_default();
  command->add_option("--text", options->seen.text_seen, "That it shows");
  command->add_option("--inspector", options->seen.inspector, "Who looked");
  command->add_option("--note", options->seen.note, "In words");
  command->add_option("--next", options->next_due, "Day by which to look again");
  add_name_options(*command, *options);
  command->callback([&shared, options] {
    auto project = Project::open(shared.project, Access::write);
    SignInspection seen = options->seen;
    seen.day = options->day();
    seen.condition = sign_condition(options->condition).value_or(SignCondition::ok);
    if (!options->next_due.empty()) seen.next_due = parse_date(options->next_due);
    tell(inspect_sign(project, options->info(shared, "inspection"), options->sign.number, seen, options->carry()), shared);
  });

  options = std::make_shared<SignOptions>();
  command = group->add_command("remove", "A sign was taken down");
  command->add_option("SIGN", options->sign.number, "Number on its label")->required();
  add_name_options(*command, *options);
  command->callback([&shared, options] {
    auto project = Project::open(shared.project, Access::write);
    tell(take_down_sign(project, options->info(shared, "sign taken down"), options->sign.number, options->day(), options->carry()), shared);
  });

  options = std::make_shared<SignOptions>();
  command = group->add_command("done", "The work of an order is done");
  command->add_option("ORDER", options->order, "Number of the work order")->required();
  command->add_option("--by", options->by, "Who did it");
  command->add_option("--text", options->text, "That the sign shows now");
  add_name_options(*command, *options);
  command->callback([&shared, options] {
    auto project = Project::open(shared.project, Access::write);
    tell(finish_sign_order(project, options->info(shared, "work done"), SignOrderId{options->order}, options->day(), options->by, options->text, options->carry()), shared);
  });

  auto question = std::make_shared<SignQuestion>();
  command = group->add_command("list", "All signs, and what is wrong with them");
  command->add_option("--on", question->on, "As seen on this day; today when not given");
  command->add_flag("--bad", question->bad, "Only those that need work");
  command->add_option("--installed", question->installed, "Only those that were put up in this year")->in_range(1, 9999);
  command->add_option("--inspected", question->inspected, "Only those that somebody looked at in this year")->in_range(1, 9999);
  command->add_option("--unseen-since", question->unseen_since, "Only those that nobody looked at in this year or later")->in_range(1, 9999);
  command->callback([&shared, question] { list_signs(*question, shared); });

  question = std::make_shared<SignQuestion>();
  command = group->add_command("missing", "Places that are as long as the law asks a sign of, and have none");
  command->add_option("--on", question->on, "As seen on this day; today when not given");
  command->callback([&shared, question] { list_missing(question->on, shared); });
}

}  // namespace merestone
