// SPDX-License-Identifier: Apache-2.0
#include "data/db/refusal.hpp"
#include "data/office/attempt.hpp"
#include "data/office/name_acts.hpp"
#include "data/office/name_desk.hpp"
#include "data/office/name_workflow.hpp"
#include "data/office/place_holders.hpp"
#include "data/office/refuse_errors.hpp"
#include "data/store/sign_store.hpp"
#include "gis/base/text.hpp"
#include "gis/names/sign_need.hpp"

#include <algorithm>

namespace merestone {
namespace {

std::vector<Sign> signs_of(Connection& connection, Revision revision, const PlaceRange& range) {
  std::vector<Sign> all;
  for (auto& [place, signs] : read_signs(connection, revision, range)) {
    std::move(signs.begin(), signs.end(), std::back_inserter(all));
  }
  // A later version of a sign stands for the earlier ones, which are superseded; places come in no order.
  std::sort(all.begin(), all.end(), [](const Sign& a, const Sign& b) { return a.id < b.id; });
  return all;
}

Sign sign_with(Connection& connection, Revision revision, const std::string& number) {
  for (Sign& sign : signs_of(connection, revision, {})) {
    if (sign.number == number) return std::move(sign);
  }
  refuse(Fault::missing, "sign.not_found", "no such sign", {{"sign", number}});
}

bool ordered(const Sign& sign, const std::string& rule) {
  return std::any_of(sign.orders.begin(), sign.orders.end(), [&](const SignOrder& o) { return !o.done && o.reason == rule; });
}

}  // namespace

std::vector<Sign> all_signs(const Project& project, PlaceId place, Revision revision) {
  const Revision last = project.known(revision);
  return signs_of(project.connection(), last, place.value != 0 ? PlaceRange::one(place) : PlaceRange{});
}

SignedGround signed_ground(const PlaceRecord& place, Date day) {
  SignedGround ground{place.position, {}};
  for (const PlaceShape& shape : place.shapes) {
    if (!shape.path.empty() && shape.valid.contains(day)) ground.paths.push_back(shape.path);
  }
  return ground;
}

std::vector<Finding> missing_signs(const Project& project, Date day) {
  const NameRules rules = names_pack(project).names;
  std::vector<Finding> missing;
  if (rules.signs.needed.empty()) return missing;
  for (const PlaceRecord& place : place_records(project)) append(missing, check_sign_need(place, rules, day));
  return missing;
}

std::vector<SignTask> sign_tasks(const Project& project, Date today) {
  std::vector<SignTask> tasks;
  for (const Sign& sign : all_signs(project)) {
    if (sign.removed && *sign.removed <= today) continue;
    const auto last = std::find_if(sign.inspections.rbegin(), sign.inspections.rend(), [&](const SignInspection& i) { return i.day <= today; });
    if (last == sign.inspections.rend() || !last->next_due) continue;
    tasks.push_back({sign.number, sign.text_now(), *last->next_due, *last->next_due < today});
  }
  std::stable_sort(tasks.begin(), tasks.end(), [](const SignTask& a, const SignTask& b) { return a.due < b.due; });
  return tasks;
}

SignActed put_up_sign(Project& project, const ActInfo& info, const Sign& sign, Carry carry, bool outside_meant) {
  return attempted(project, "names.sign", info, [&] {
    NameDesk desk{project, info, "names.sign"};
    if (trimmed(sign.number).empty()) refuse(Fault::invalid, "sign.no_number", "no number", {});
    for (const Sign& other : signs_of(desk.connection(), desk.before(), {})) {
      if (other.number != sign.number) continue;
      refuse(Fault::conflict, "sign.number_held", "a number in use", {{"sign", sign.number}, {"text", other.text}});
    }
    const PlaceRecord place = desk.place_to_change(sign.place);
    const Date day = sign.installed.value_or(today());
    refuse_errors(check_sign_day(sign, day, today()), "the sign cannot be put up then");
    const PlaceName& name = official_name(place, sign.name, day);
    SignActed acted{{}, sign};
    acted.sign.id = {};
    acted.sign.name = name.id;
    if (acted.sign.text.empty()) acted.sign.text = name.text;
    if (acted.sign.spelling.empty() && !name.spellings.empty()) acted.sign.spelling = name.spellings.front().text;
    acted.done.findings = check_sign(acted.sign, place.names, day);
    append(acted.done.findings, check_sign_position(acted.sign, signed_ground(place, day), names_pack(project).names.signs));
    if (sign.position) append(acted.done.findings, check_position(project, {day, desk.before()}, *sign.position, outside_meant));
    for (Finding& f : acted.done.findings) {
      if (f.subject.record.empty()) f.subject.record = sign.number;
    }
    refuse_errors(acted.done.findings, "the sign cannot stand there");
    add_sign(desk.writer(), acted.sign);
    desk.act().tell("sign", sign.number);
    acted.done.revision = desk.finish(carry);
    return acted;
  });
}

SignActed inspect_sign(Project& project, const ActInfo& info, const std::string& number, const SignInspection& seen, Carry carry) {
  return attempted(project, "names.inspect_sign", info, [&] {
    NameDesk desk{project, info, "names.inspect_sign"};
    SignActed acted{{}, sign_with(desk.connection(), desk.before(), number)};
    Sign& sign = acted.sign;
    if (sign.removed && *sign.removed <= seen.day) refuse(Fault::conflict, "sign.removed", "taken down already", {{"sign", number}, {"day", to_string(*sign.removed)}});
    refuse_errors(check_sign_day(sign, seen.day, today()), "nobody can have looked then");
    SignInspection inspection = seen;
    inspection.sign = sign.id;
    add_sign_inspection(desk.writer(), sign.place, inspection);
    sign.inspections.push_back(inspection);
    std::stable_sort(sign.inspections.begin(), sign.inspections.end(), [](const SignInspection& a, const SignInspection& b) { return a.day < b.day; });
    acted.done.findings = check_sign(sign, desk.place_to_change(sign.place).names, seen.day);
    for (const Finding& found : acted.done.findings) {
      if (found.rule == "sign.inspection_due" || ordered(sign, found.rule)) continue;
      SignOrder order{0, {}, sign.id, seen.day, found.rule, {}, {}, {}};
      add_sign_order(desk.writer(), sign.place, order);
      sign.orders.push_back(order);
    }
    desk.act().tell("sign", number);
    acted.done.revision = desk.finish(carry);
    return acted;
  });
}

SignActed finish_sign_order(Project& project, const ActInfo& info, SignOrderId id, Date day, const std::string& by, const std::string& text,
                            Carry carry) {
  return attempted(project, "names.sign_order", info, [&] {
    NameDesk desk{project, info, "names.sign_order"};
    for (Sign& sign : signs_of(desk.connection(), desk.before(), {})) {
      const auto order = std::find_if(sign.orders.begin(), sign.orders.end(), [&](const SignOrder& o) { return o.id == id && !o.done; });
      if (order == sign.orders.end()) continue;
      Sign since = sign;
      since.installed = order->ordered;  // no work is done before it is ordered
      refuse_errors(check_sign_day(since, day, today()), "the work cannot be done then");
      desk.writer().supersede("sign_order", {order->fact});
      order->done = day;
      order->done_by = by;
      add_sign_order(desk.writer(), sign.place, *order);
      if (!text.empty()) {
        desk.writer().supersede("name_sign", {sign.fact});
        sign.text = text;
        add_sign(desk.writer(), sign);
        SignInspection seen{0, sign.id, day, SignCondition::ok, text, by, "", {}};
        add_sign_inspection(desk.writer(), sign.place, seen);
        sign.inspections.push_back(seen);
      }
      SignActed acted{{}, sign};
      acted.done.findings = check_sign(acted.sign, desk.place_to_change(sign.place).names, day);
      acted.done.revision = desk.finish(carry);
      return acted;
    }
    refuse(Fault::missing, "sign.no_order", "no such order is open", {{"order", std::to_string(id.value)}});
  });
}

SignActed take_down_sign(Project& project, const ActInfo& info, const std::string& number, Date day, Carry carry) {
  return attempted(project, "names.sign", info, [&] {
    NameDesk desk{project, info, "names.sign"};
    SignActed acted{{}, sign_with(desk.connection(), desk.before(), number)};
    Sign& sign = acted.sign;
    if (sign.removed) refuse(Fault::conflict, "sign.removed", "taken down already", {{"sign", number}, {"day", to_string(*sign.removed)}});
    refuse_errors(check_sign_day(sign, day, today()), "the sign cannot be taken down then");
    static_cast<void>(desk.place_to_change(sign.place));
    desk.writer().supersede("name_sign", {sign.fact});
    sign.removed = day;
    add_sign(desk.writer(), sign);
    for (SignOrder& order : sign.orders) {
      if (order.done) continue;
      desk.writer().supersede("sign_order", {order.fact});
      order.done = std::max(day, order.ordered);
      add_sign_order(desk.writer(), sign.place, order);
    }
    desk.act().tell("sign", number);
    acted.done.revision = desk.finish(carry);
    return acted;
  });
}

}  // namespace merestone
