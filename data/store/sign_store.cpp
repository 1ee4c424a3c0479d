// SPDX-License-Identifier: Apache-2.0
#include "data/store/sign_store.hpp"

#include "data/store/optional_values.hpp"
#include "data/store/statement.hpp"

#include <algorithm>
#include <array>

namespace merestone {
namespace {

template <class Term>
Term known(std::optional<Term> term, const Row& row, int column) {
  if (term) return *term;
  throw Error{Fault::unavailable, "not a word of the record: " + std::string{row.text(column)},
              {{"store.damaged", Severity::error, {}, {}, {{"reason", std::string{row.text(column)}}}}}};
}

Sign* find(std::unordered_map<PlaceId, std::vector<Sign>>& signs, PlaceId place, SignId id) {
  auto& of_place = signs[place];
  const auto found = std::find_if(of_place.begin(), of_place.end(), [&](const Sign& s) { return s.id == id; });
  return found == of_place.end() ? nullptr : &*found;
}

}  // namespace

std::unordered_map<PlaceId, std::vector<Sign>> read_signs(Connection& connection, Revision revision, const PlaceRange& range) {
  const Engine engine = connection.engine();
  const std::array<Value, 3> which{revision, range.first.value, range.last.value};
  std::unordered_map<PlaceId, std::vector<Sign>> signs;
  const auto text = [](const Row& row, int column) { return std::string{row.text(column)}; };
  connection.query(statement("name_sign_list", engine), which, [&](const Row& row) {
    Sign s;
    s.fact = row.integer(0);
    s.id = {row.integer(1)};
    s.place = {row.integer(2)};
    s.name = {row.integer(3)};
    s.number = text(row, 4);
    s.kind = known(sign_kind(row.text(5)), row, 5);
    s.text = text(row, 6);
    s.spelling = text(row, 7);
    s.size = text(row, 8);
    s.material = text(row, 9);
    s.colour = text(row, 10);
    s.bearing_deg = row.real(11);
    s.installed = day_at(row, 12);
    s.installer = text(row, 13);
    s.owner = text(row, 14);
    s.photo = text(row, 15);
    s.removed = day_at(row, 16);
    s.position = position_at(row, 17, engine);
    signs[s.place].push_back(std::move(s));
  });
  connection.query(statement("sign_inspection_list", engine), which, [&](const Row& row) {
    Sign* sign = find(signs, {row.integer(2)}, {row.integer(1)});
    if (sign == nullptr) return;
    sign->inspections.push_back({row.integer(0), sign->id, parse_date(row.text(3)), known(sign_condition(row.text(4)), row, 4),
                                 text(row, 5), text(row, 6), text(row, 7), day_at(row, 8)});
  });
  connection.query(statement("sign_order_list", engine), which, [&](const Row& row) {
    Sign* sign = find(signs, {row.integer(3)}, {row.integer(2)});
    if (sign == nullptr) return;
    sign->orders.push_back({row.integer(0), {row.integer(1)}, sign->id, parse_date(row.text(4)), text(row, 5), day_at(row, 6),
                            text(row, 7), text(row, 8)});
  });
  for (auto& [place, of_place] : signs) {
    for (Sign& sign : of_place) {
      std::stable_sort(sign.inspections.begin(), sign.inspections.end(), [](const auto& a, const auto& b) { return a.day < b.day; });
    }
  }
  return signs;
}

void add_sign(FactWriter& writer, Sign& s) {
  s.fact = writer.next("name_sign");
  if (s.id.value == 0) s.id = {s.fact};
  const DayValue installed{s.installed}, removed{s.removed};
  const PositionValue position{writer.engine(), s.position};
  auto rows = writer.rows("name_sign");
  rows.add({s.fact, s.id.value, s.place.value, s.name.value, writer.revision(), s.number, to_text(s.kind), s.text, s.spelling,
            s.size, s.material, s.colour, s.bearing_deg, installed.value(), s.installer, s.owner, s.photo, removed.value(),
            position.value()});
  rows.finish();
}

void add_sign_inspection(FactWriter& writer, PlaceId place, SignInspection& i) {
  i.fact = writer.next("sign_inspection");
  const std::string day = to_string(i.day);
  const DayValue next{i.next_due};
  auto rows = writer.rows("sign_inspection");
  rows.add({i.fact, i.sign.value, place.value, writer.revision(), day, to_text(i.condition), i.text_seen, i.inspector, i.note, next.value()});
  rows.finish();
}

void add_sign_order(FactWriter& writer, PlaceId place, SignOrder& o) {
  o.fact = writer.next("sign_order");
  if (o.id.value == 0) o.id = {o.fact};
  const std::string ordered = to_string(o.ordered);
  const DayValue done{o.done};
  auto rows = writer.rows("sign_order");
  rows.add({o.fact, o.id.value, o.sign.value, place.value, writer.revision(), ordered, o.reason, done.value(), o.done_by, o.note});
  rows.finish();
}

}  // namespace merestone
