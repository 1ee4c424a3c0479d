// SPDX-License-Identifier: Apache-2.0
#include "data/store/grave_store.hpp"

#include "data/store/shape_value.hpp"

namespace merestone {
namespace {

template <class Term>
Term burial_term_at(const Row& row, int column) {
  if (const auto term = burial_term<Term>(row.text(column))) return *term;
  throw Error{Fault::unavailable, "not a word of the record: " + std::string{row.text(column)},
              {{"store.damaged", Severity::error, {}, {}, {{"reason", std::string{row.text(column)}}}}}};
}

}  // namespace

std::vector<Grave> read_graves(Connection& connection, const Window& window) {
  const Engine engine = connection.engine();
  std::vector<Grave> graves;
  connection.query(statement("grave_list", engine), window.parameters(), [&](const Row& row) {
    Grave& g = graves.emplace_back();
    g.fact = row.integer(0);
    g.id = {row.integer(1)};
    g.village = {id_at(row, 2)};
    g.facility = {id_at(row, 3)};
    g.document = {id_at(row, 4)};
    g.valid = period_of(row, 5);
    g.local_id = row.text(7);
    g.accuracy_m = real_at(row, 8);
    g.method = row.text(9);
    g.area_m2 = real_at(row, 10);
    g.annex_m2 = real_at(row, 11);
    g.hardened = burial_term_at<Told>(row, 12);
    if (!row.is_null(13)) g.remains = row.integer(13);
    g.form = burial_term_at<GraveForm>(row, 14);
    g.clan = burial_term_at<Told>(row, 15);
    g.stone_height_m = real_at(row, 16);
    g.built_from = day_at(row, 17);
    g.built_until = day_at(row, 18);
    g.rebuilt = day_at(row, 19);
    g.first_seen = day_at(row, 20);
    g.land_class = row.text(21);
    g.note = row.text(22);
    g.source = row.text(23);
    g.position = point_from_wkb(from_stored(engine, row.bytes(24)));
    g.footprint = area_at(row, 25, engine);
  });
  return graves;
}

void add_graves(FactWriter& writer, std::span<Grave> graves, DocumentId document) {
  if (graves.empty()) return;
  auto rows = writer.rows("grave");
  PeriodText valid;
  for (Grave& g : graves) {
    g.fact = writer.next("grave");
    if (g.id.value == 0) g.id = {g.fact};
    g.document = document;
    valid.set(g.valid);
    const Bytes position = to_stored(writer.engine(), g.position);
    const ShapeValue footprint{writer.engine(), g.footprint};
    const DayValue from{g.built_from}, until{g.built_until}, rebuilt{g.rebuilt}, seen{g.first_seen};
    rows.add({g.fact, g.id.value, value_of(g.village), value_of(g.facility), value_of(document), writer.revision(), valid.from,
              valid.until, g.local_id, value_of(g.accuracy_m), g.method, value_of(g.area_m2), value_of(g.annex_m2),
              to_text(g.hardened), value_of(g.remains), to_text(g.form), to_text(g.clan), value_of(g.stone_height_m),
              from.value(), until.value(), rebuilt.value(), seen.value(), g.land_class, g.note, g.source, position,
              footprint.value()});
  }
  rows.finish();
}

std::vector<GraveProtection> read_grave_protections(Connection& connection, const Window& window) {
  std::vector<GraveProtection> all;
  connection.query(statement("grave_protection_list", connection.engine()), window.parameters(), [&](const Row& row) {
    all.push_back({{row.integer(1)}, burial_term_at<ProtectionKind>(row, 5), std::string{row.text(6)}, std::string{row.text(7)},
                   period_of(row, 3), row.integer(0)});
  });
  return all;
}

void add_grave_protections(FactWriter& writer, std::span<GraveProtection> protections, DocumentId document) {
  if (protections.empty()) return;
  auto rows = writer.rows("grave_protection");
  PeriodText valid;
  for (GraveProtection& p : protections) {
    p.fact = writer.next("grave_protection");
    valid.set(p.valid);
    rows.add({p.fact, p.grave.value, value_of(document), writer.revision(), valid.from, valid.until, to_text(p.kind), p.list,
              p.entry});
  }
  rows.finish();
}

std::vector<LandFeature> read_land_features(Connection& connection, const Window& window) {
  const Engine engine = connection.engine();
  std::vector<LandFeature> features;
  connection.query(statement("land_feature_list", engine), window.parameters(), [&](const Row& row) {
    LandFeature& f = features.emplace_back();
    f.fact = row.integer(0);
    f.id = {row.integer(1)};
    f.document = {id_at(row, 2)};
    f.valid = period_of(row, 3);
    f.local_id = row.text(5);
    f.kind = row.text(6);
    f.name = row.text(7);
    f.accuracy_m = real_at(row, 8);
    f.source = row.text(9);
    f.position = position_at(row, 10, engine);
    if (!row.is_null(11)) f.path = line_from_wkb(from_stored(engine, row.bytes(11)));
    f.area = area_at(row, 12, engine);
  });
  return features;
}

void add_land_features(FactWriter& writer, std::span<LandFeature> features, DocumentId document) {
  if (features.empty()) return;
  auto rows = writer.rows("land_feature");
  PeriodText valid;
  for (LandFeature& f : features) {
    f.fact = writer.next("land_feature");
    if (f.id.value == 0) f.id = {f.fact};
    valid.set(f.valid);
    const PositionValue position{writer.engine(), f.position};
    const ShapeValue path{writer.engine(), f.path}, area{writer.engine(), f.area};
    rows.add({f.fact, f.id.value, value_of(own_or(f, document)), writer.revision(), valid.from, valid.until, f.local_id, f.kind, f.name,
              value_of(f.accuracy_m), f.source, position.value(), path.value(), area.value()});
  }
  rows.finish();
}

}  // namespace merestone
