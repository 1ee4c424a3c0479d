// SPDX-License-Identifier: Apache-2.0
#include "data/store/name_store.hpp"

#include "data/store/optional_values.hpp"
#include "data/store/sign_store.hpp"
#include "data/store/statement.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace merestone {
namespace {


template <class Term>
Term known(std::optional<Term> term, Term otherwise) {
  return term.value_or(otherwise);
}

constexpr std::string_view relations[] = {"in", "crosses", "stands_for"};

PlaceRelation relation_at(const Row& row, int column) {
  const auto found = std::find(std::begin(relations), std::end(relations), row.text(column));
  return static_cast<PlaceRelation>(found == std::end(relations) ? 0 : found - std::begin(relations));
}

/// Reads the places of a range and hands each further row to the place that it is about.
class Reading {
 public:
  Reading(Connection& connection, Revision revision, const PlaceRange& range)
      : connection_{connection}, which_{revision, range.first.value, range.last.value}, range_{range}, revision_{revision} {}

  std::vector<PlaceRecord> run() {
    places();
    if (records_.empty()) return {};
    names();
    spellings();
    facts();
    shapes();
    for (auto& [place, signs] : read_signs(connection_, revision_, range_)) {
      if (PlaceRecord* record = find(place)) record->signs = std::move(signs);
    }
    return std::move(records_);
  }

 private:
  PlaceRecord* find(PlaceId id) {
    const auto found = at_.find(id);
    return found == at_.end() ? nullptr : &records_[found->second];
  }
  template <class Take>
  void each(const char* name, int place, Take take) {
    connection_.query(statement(name, connection_.engine()), which_, [&](const Row& row) {
      if (PlaceRecord* record = find({row.integer(place)})) take(*record, row);
    });
  }

  void places() {
    connection_.query(statement("place_version_of", connection_.engine()), which_, [&](const Row& row) {
      PlaceRecord record;
      record.fact = row.integer(0);
      record.id = {row.integer(1)};
      record.local_id = text_at(row, 2);
      record.type = text_at(row, 3);
      record.valid = period_of(row, 4);
      record.position = position_at(row, 6, connection_.engine());
      const auto [found, added] = at_.emplace(record.id, records_.size());
      if (added) records_.push_back(std::move(record));
      else records_[found->second] = std::move(record);
    });
  }

  void names() {
    each("name_of_place", 1, [&](PlaceRecord& record, const Row& row) {
      PlaceName name;
      name.fact = row.integer(0);
      name.id = {name.fact};
      name.place = record.id;
      name.text = text_at(row, 2);
      name.language = text_at(row, 3);
      name.kind = known(name_kind(row.text(4)), NameKind::variant);
      name.valid = Edtf::of(period_of(row, 5));
      if (!row.is_null(7)) {
        name.detail = row.integer(7);
        name.id = {row.integer(8)};
        name.decision = {row.integer(9)};
        name.script = text_at(row, 10);
        name.status = known(name_status(row.text(11)), NameStatus::recorded);
        name.specific = text_at(row, 12);
        name.generic = text_at(row, 13);
        name.reading = text_at(row, 14);
        name.reading_certainty = known(certainty(row.text(15)), Certainty::unsure);
        name.origin = text_at(row, 16);
        name.meaning = text_at(row, 17);
        name.source = text_at(row, 18);
        if (const auto valid = parse_edtf(row.text(19))) name.valid = *valid;
      }
      record.names.push_back(std::move(name));
    });
  }

  void spellings() {
    each("name_spelling_list", 1, [&](PlaceRecord& record, const Row& row) {
      const Spelling spelling{row.integer(0), text_at(row, 3), text_at(row, 4), text_at(row, 5), text_at(row, 6),
                              known(certainty(row.text(7)), Certainty::unsure), text_at(row, 8)};
      for (PlaceName& name : record.names) {
        if (name.id.value == row.integer(2)) name.spellings.push_back(spelling);
      }
    });
  }

  void facts() {
    each("place_record_list", 1, [&](PlaceRecord& r, const Row& row) {
      r.head = {row.integer(0), text_at(row, 2), text_at(row, 3), text_at(row, 4), text_at(row, 5)};
    });
    each("place_class_list", 1, [&](PlaceRecord& r, const Row& row) { r.classes.push_back({row.integer(0), text_at(row, 2), text_at(row, 3)}); });
    each("place_attribute_list", 1, [&](PlaceRecord& r, const Row& row) { r.attributes.push_back({row.integer(0), text_at(row, 2), text_at(row, 3)}); });
    each("place_code_list", 1, [&](PlaceRecord& r, const Row& row) {
      r.codes.push_back({row.integer(0), text_at(row, 4), text_at(row, 5), period_of(row, 2)});
    });
    each("place_division_list", 1, [&](PlaceRecord& r, const Row& row) {
      r.divisions.push_back({row.integer(0), {row.integer(2)}, relation_at(row, 5), period_of(row, 3)});
    });
    each("name_protection_list", 1, [&](PlaceRecord& r, const Row& row) {
      r.protections.push_back({row.integer(0), {row.integer(2)}, text_at(row, 4), text_at(row, 5), parse_date(row.text(6)), text_at(row, 7),
                               {row.integer(3)}});
    });
    each("address_alias_list", 1, [&](PlaceRecord& r, const Row& row) {
      r.aliases.push_back({row.integer(0), text_at(row, 2), text_at(row, 3), text_at(row, 4), parse_date(row.text(5))});
    });
    connection_.query(statement("name_replacement_list", connection_.engine()), which_, [&](const Row& row) {
      const NameReplacement made{row.integer(0), {row.integer(2)}, {row.integer(4)}, parse_date(row.text(6)), text_at(row, 7), {row.integer(5)}};
      PlaceRecord* const of = find({row.integer(1)});
      PlaceRecord* const former = find({row.integer(3)});
      if (of) of->replacements.push_back(made);
      if (former && former != of) former->replacements.push_back(made);
    });
    connection_.query(statement("place_link_list", connection_.engine()), which_, [&](const Row& row) {
      const PlaceLink link{row.integer(0), {row.integer(1)}, text_at(row, 3), {row.integer(2)}, parse_date(row.text(4))};
      for (const PlaceId end : {link.place, link.other}) {
        if (PlaceRecord* record = find(end)) record->links.push_back(link);
      }
    });
  }

  void shapes() {
    const Engine engine = connection_.engine();
    each("place_shape_list", 1, [&](PlaceRecord& r, const Row& row) {
      PlaceShape shape;
      shape.fact = row.integer(0);
      shape.document = {row.integer(2)};
      shape.valid = period_of(row, 3);
      shape.role = known(shape_role(row.text(5)), ShapeRole::position);
      shape.method = text_at(row, 6);
      shape.accuracy_m = row.real(7);
      shape.position = position_at(row, 8, engine);
      if (!row.is_null(9)) shape.path = line_from_wkb(from_stored(engine, row.bytes(9)));
      if (!row.is_null(10)) shape.area = polygons_from_wkb(from_stored(engine, row.bytes(10)));
      r.shapes.push_back(std::move(shape));
    });
  }

  Connection& connection_;
  std::array<Value, 3> which_;
  PlaceRange range_;
  Revision revision_;
  std::vector<PlaceRecord> records_;
  std::unordered_map<PlaceId, std::size_t> at_;
};

std::vector<PlaceId> ids(Connection& connection, const char* name, std::span<const Value> parameters) {
  std::vector<PlaceId> found;
  connection.query(statement(name, connection.engine()), parameters, [&](const Row& row) { found.push_back({row.integer(0)}); });
  return found;
}

}  // namespace

std::vector<PlaceRecord> read_place_records(Connection& connection, Revision revision, const PlaceRange& range) {
  return Reading{connection, revision, range}.run();
}

std::vector<PlaceId> places_with_name(Connection& connection, Revision revision, const std::string& text) {
  const Value parameters[] = {revision, std::string_view{text}};
  return ids(connection, "name_with_text", parameters);
}

std::vector<PlaceId> places_with_code(Connection& connection, Revision revision, const std::string& system, const std::string& code) {
  const Value parameters[] = {revision, std::string_view{system}, std::string_view{code}};
  return ids(connection, "place_with_code", parameters);
}

std::vector<PlaceId> places_with_local_id(Connection& connection, Revision revision, const std::string& local_id) {
  const Value parameters[] = {revision, std::string_view{local_id}};
  return ids(connection, "place_with_local_id", parameters);
}

std::vector<PlaceId> places_of_division(Connection& connection, Revision revision, DivisionId division) {
  const Value parameters[] = {revision, division.value};
  return ids(connection, "place_of_division", parameters);
}

}  // namespace merestone
